"""The tables of `data/lexicon/`: reading ours, and reading one that a student changed."""

import csv
import difflib
import io
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .. import files
from .entries import CATEGORIES, Entry, keys

FEWEST = ("term", "category")  # the columns that a list cannot do without
LARGEST = 20_000_000  # characters; a table of words is never larger


class Fork(NamedTuple):
    """A changed list: its entries, and what is wrong with the file, one sentence a line."""

    entries: tuple
    problems: tuple


@cache
def load():
    """Our table of loaded words as a tuple of `Entry`.

    >>> len(load()) > 1500, sorted({entry.category for entry in load()}) == sorted(CATEGORIES)
    (True, True)
    """
    with files.data("lexicon", "loaded.csv").open(encoding="utf-8", newline="") as table:
        lines = csv.reader(table)
        entry = _reader(next(lines))
        return tuple(map(entry, lines))


def _reader(head):
    """How to make an `Entry` of a row of cells under this head."""
    place = {name: i for i, name in enumerate(head)}
    last = len(head)
    (
        term, forms, pos, category, grade, origin, source, marked, seen, weight, read, right, pooled, on,
        needs, unless, note,
    ) = (place.get(name, last) for name in Entry._fields)  # fmt: skip

    def entry(cells):
        row = [*cells[:last], *[""] * (last + 1 - len(cells[:last]))]
        return Entry(
            row[term], listed(row[forms]) or (row[term],), row[pos], row[category], int(row[grade] or 2),
            row[origin] or "own", row[source], int(row[marked] or 0), int(row[seen] or 0),
            float(row[weight] or "nan"), int(row[read] or 0), int(row[right] or 0), row[pooled] == "yes",
            row[on] != "off", neighbours(row[needs]), neighbours(row[unless]), row[note],
        )  # fmt: skip

    return entry


def listed(cell):
    """The parts of a cell that `|` divides."""
    parts = tuple(map(str.strip, cell.split("|")))
    return tuple(filter(None, parts)) if "" in parts else parts


def neighbours(cell):
    """The neighbour rules of a cell: `_` stands for the entry itself.

    >>> neighbours("legal _|_ of the union")
    ((('legal',), ()), ((), ('of', 'the', 'union')))
    """
    if not cell:
        return ()
    pairs = (pattern.partition("_") for pattern in listed(cell))
    return tuple((keys(before), keys(after)) for before, _, after in pairs)


def fork(path):
    """A student's own version of the table, and what is wrong with it, line by line.

    A line that cannot be used is named and left out; the rest counts. Where the file cannot be read, or has
    no column `term` or `category`, the old list stays. Only these two columns are needed; what else is
    missing is filled in: the term is its own only form, its weight is the middle weight of its category.
    """
    try:
        text = _text(Path(path))
    except OSError as error:
        return Fork(
            load(),
            (f"The file “{Path(path).name}” could not be read ({error.strerror}). The old list stays.",),
        )
    if len(text) > LARGEST:
        return Fork(load(), (f"“{Path(path).name}” is too large for a list of words. The old list stays.",))
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    lines = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        head = [name.strip().lower() for name in next(lines, [])]
        body = list(lines)
    except csv.Error as error:
        return Fork(load(), (f"line {lines.line_num}: this is not a table ({error}). The old list stays.",))
    missing = [name for name in FEWEST if name not in head]
    if missing:
        return Fork(
            load(),
            (f"line 1: the column “{'” and “'.join(missing)}” is missing. The columns found are: "
             f"{', '.join(head) or 'none'}. The old list stays.",),
        )  # fmt: skip
    entries, problems = _checked(body, {name: i for i, name in enumerate(head)})
    if not entries:
        return Fork(load(), (*problems, "No line could be used. The old list stays."))
    return Fork(entries, tuple(problems))


def _text(path):
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _checked(body, place):
    found, problems, owner = [], [], {}
    for number, row in enumerate(body, 2):
        if not any(cell.strip() for cell in row):
            continue
        wrong, entry = _line(row, place)
        if wrong is None:
            twice = next((form for form in entry.forms if keys(form) in owner), None)
            if twice:
                wrong = f"“{twice}” stands in line {owner[keys(twice)]} already"
        if wrong:
            problems.append(f"line {number}: {wrong}. This line is left out.")
            continue
        owner.update({keys(form): number for form in entry.forms})
        found.append(entry)
    return tuple(found), problems


def _line(row, place):
    cells = {name: row[i].strip() if i < len(row) else "" for name, i in place.items()}
    term, category = cells["term"], cells["category"].lower()
    if not term:
        return "the term is empty", None
    for form in listed(cells.get("forms", "")) or (term,):
        if not keys(form):
            return f"“{form}” holds no letter or digit, only marks", None
    if category not in CATEGORIES:
        near = difflib.get_close_matches(category, CATEGORIES, 1)
        hint = f"did you mean “{near[0]}”?" if near else "the categories are " + ", ".join(CATEGORIES)
        return f"the category “{category}” does not exist; {hint.rstrip('?')}", None
    for name in ("grade", "marked", "seen", "weight", "read", "right"):
        value = cells.get(name, "")
        try:
            float(value or 0) if name == "weight" else int(value or 0)
        except ValueError:
            return f"“{value}” in the column “{name}” is not a number", None
    entry = _reader([*cells])([*cells.values()])
    weight = entry.weight if entry.weight == entry.weight else middle_weight(category)
    return None, entry._replace(category=category, weight=weight)


@cache
def middle_weight(category):
    """The middle weight of the entries of a category that are on."""
    weights = sorted(entry.weight for entry in load() if entry.category == category and entry.on)
    return weights[len(weights) // 2]


def changed(entries, add=(), drop=(), move=None):
    """A list with entries added, dropped or put into another category; the old one stays as it is.

    add: pairs (term, category). drop: terms. move: term → category. Names that are not there raise
    `ValueError` with the nearest that are.

    >>> mine = changed(load(), add=[("blob", "label")], drop=["python"], move={"quagmire": "emotive"})
    >>> len(mine) == len(load())
    True
    """
    move = dict(move or {})
    terms = {entry.term for entry in entries}
    for term in [*drop, *move]:
        if term not in terms:
            near = difflib.get_close_matches(term, terms, 3)
            raise ValueError(
                f"“{term}” is not in the list." + (f" Near it: {', '.join(near)}." if near else "")
            )
    kept = [
        entry._replace(category=_category(move[entry.term])) if entry.term in move else entry
        for entry in entries
        if entry.term not in drop
    ]
    taken = {keys(form) for entry in kept for form in entry.forms}
    for term, category in add:
        if not keys(term) or keys(term) in taken:
            raise ValueError(
                f"“{term}” is in the list already." if keys(term) else f"“{term}” holds no letter."
            )
        row = {
            "term": term,
            "category": _category(category),
            "weight": str(middle_weight(category)),
            "on": "on",
        }
        kept.append(_reader([*row])([*row.values()]))
    return tuple(kept)


def _category(name):
    if name not in CATEGORIES:
        raise ValueError(f"“{name}” is not a category. The categories are {', '.join(CATEGORIES)}.")
    return name
