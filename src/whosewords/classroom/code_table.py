"""A table of codes as somebody saved it: whatever can be read of it is read, the rest is named by its line.

A row is a coder, a phrase, a code, and whether the coder was sure. Any separator and encoding of a
spreadsheet will do, and headings in many words. No fault is fatal: it costs its own row.
"""

import csv
from collections import Counter
from typing import NamedTuple

from ..problems import arrived
from ..shelf.importing.encodings import decoded

HEADINGS = {
    "coder": "coder name student pupil who reader rater annotator pseudonym user",
    "phrase": "phrase phrase_id phraseid item item_id id unit number no nr",
    "code": "code codes answer tag label verdict judgement judgment value rating",
    "sure": "sure certain certainty confidence confident",
}
WORDS = {
    "loaded": ("loaded", "load", "l", "1", "1.0", "yes", "y", "true", "x"),
    "plain": ("plain", "p", "0", "0.0", "no", "n", "false"),
    "skip": ("skip", "skipped", "s", "", "-", "–", "?", "na", "n/a", "nan", "none", "missing"),
}
NOT_SURE = ("unsure", "not sure", "no", "n", "0", "false")
MEANS = {word: code for code, words in WORDS.items() for word in words}
SEPARATORS = ",;\t|"
LARGEST = 5_000_000  # bytes
MOST_SAID = 5  # rows of one fault that are named one by one
SIGNS = {
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"RIFF": "a picture",
    b"%PDF": "a PDF", b"PK\x03\x04": "a workbook or a zip", b"\xd0\xcf\x11\xe0": "a workbook",
}  # fmt: skip
NO_TABLE = "Not read: it is no table but {what}, whatever its name says. Save the table as CSV."


class Row(NamedTuple):
    """A code as it was read. `sure` is "sure", "unsure" or ""."""

    coder: str
    phrase: str
    code: str
    sure: str
    line: int


class Said(NamedTuple):
    """What was not read, or read in a way that one should know, and where: `line` is 0 for the whole file.
    fault: what kind it is of, so that many of one kind are told in short."""

    file: str
    line: int
    what: str
    fault: str = ""

    def __str__(self):
        place = f", line {self.line}" if self.line else ""
        return f"{arrived(self.file)}{place}: {self.what}"


def table(raw, file, coder=""):
    """(rows, what is said about the rest) of the bytes of a file.

    coder: whose codes they are where no column says so.

    >>> rows, said = table(b"name;item;tag\\nAda;r1-01;loaded\\nAda;r1-02;lod\\n", "ada.csv")
    >>> rows[0].code, str(said[0])
    ('loaded', 'ada.csv, line 3: “lod” is no code: loaded, plain and skip are. Left out.')
    """
    text, what = _text(raw)
    if what:
        return [], [Said(file, 0, what)]
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip("\ufeff \t,;|")]
    if lines and lines[0][1].strip().casefold().startswith("sep="):
        lines = lines[1:]
    if not lines:
        return [], [Said(file, 0, "There is no row in it.")]
    cells = [(number, _cells(line, _separator(lines))) for number, line in lines]
    columns, begins = _columns(cells[0][1])
    if missing := {"phrase", "code"} - set(columns):
        return [], [Said(file, cells[0][0], _unnamed(missing, cells[0][1]))]
    rows, said = [], []
    for number, row in cells[begins:]:
        one, fault = _row(row, columns, coder, number)
        rows += [one] if not fault else []
        said += [Said(file, number, one, fault)] if fault else []
    return rows, _grouped(file, said)


def by_coder(rows, file):
    """({coder: {phrase: row}}, what is said about codes that were given twice): the later one counts.
    Capitals make no other coder."""
    names, found, said = {}, {}, []
    for row in rows:
        who = names.setdefault(row.coder.casefold(), row.coder)
        mine = found.setdefault(who, {})
        if before := mine.get(row.phrase):
            other = f" (“{before.code}” before, “{row.code}” now)" if before.code != row.code else ""
            what = (
                f"{who} codes {row.phrase} again{other}, first in line {before.line}. The later one counts."
            )
            said.append(Said(file, row.line, what, "again"))
        mine[row.phrase] = row
    return found, _grouped(file, said)


def _text(raw):
    """(the text of a file, why it is none)."""
    if len(raw) > LARGEST:
        return "", f"Not read: it has more than {LARGEST // 1_000_000} MB."
    if not raw.strip():
        return "", "It is empty."
    for sign, what in SIGNS.items():
        if raw.startswith(sign):
            return "", NO_TABLE.format(what=what)
    text = decoded(raw)
    return ("", NO_TABLE.format(what="something else")) if text is None else (text, "")


def _separator(lines):
    """The sign that parts the cells: the one that most lines have most often."""
    some = [line for _, line in lines[:50]]
    return max(SEPARATORS, key=lambda sign: (sum(sign in line for line in some), some[0].count(sign)))


def _cells(line, separator):
    """The cells of a line. A line is read alone: a quotation mark that never ends cannot swallow the rest."""
    try:
        return [cell.strip() for cell in next(csv.reader([line.lstrip("\ufeff")], delimiter=separator))]
    except csv.Error:
        return [cell.strip() for cell in line.split(separator)]


def _columns(first):
    """({what a column holds: its place}, the row with which codes begin)."""
    names = {word: what for what, words in HEADINGS.items() for word in words.split()}
    found = {}
    for place, cell in enumerate(first):
        what = names.get(cell.casefold().strip().replace(" ", "_"))
        if what and what not in found:
            found[what] = place
    if "code" in found or "phrase" in found:
        return found, 1
    if len(first) > 2 and first[2].casefold() in MEANS:  # no headings
        return {"coder": 0, "phrase": 1, "code": 2, "sure": 3}, 0
    if len(first) == 2 and first[1].casefold() in MEANS:
        return {"phrase": 0, "code": 1}, 0
    return {}, 0


def _row(row, columns, coder, number):
    """(a `Row`, "") or (a sentence that says why there is none, the kind of fault)."""
    given = {what: row[place] for what, place in columns.items() if place < len(row)}
    phrase, code = given.get("phrase"), given.get("code")
    if phrase is None or code is None:
        return "The row is cut off. Left out.", "cut"
    named = given.get("coder") if "coder" in columns else coder
    if not phrase or not named:
        return f"There is no {'phrase' if named else 'coder'} in this row. Left out.", "empty"
    if code.casefold() not in MEANS:
        return f"“{arrived(code)}” is no code: loaded, plain and skip are. Left out.", "code"
    sure = given.get("sure", "").casefold()
    known = "unsure" if sure in NOT_SURE else "sure" if sure else ""
    return Row(arrived(named), arrived(phrase), MEANS[code.casefold()], known, number), ""


def _unnamed(missing, first):
    wanted = " and ".join(f"“{what}”" for what in sorted(missing))
    return (
        f"No column is called {wanted}. The first row says: {arrived(', '.join(first))}. "
        "A table has the columns coder, phrase_id, code, sure."
    )


def _grouped(file, said):
    """The first few of each kind of fault by line, and how many more there are."""
    kinds, kept = Counter(), []
    for one in said:
        kinds[one.fault] += 1
        if kinds[one.fault] <= MOST_SAID:
            kept.append(one)
    more = len(said) - len(kept)
    return [*kept, *([Said(file, 0, f"{more:,} more rows like these.")] if more else [])]
