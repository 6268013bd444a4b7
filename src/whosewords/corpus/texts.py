"""Where very many texts come from, read one after the other: a folder, a glob, files, CSV and JSONL.

A text that cannot be read is a `Problem` in its place, so that each keeps its number. What is wrong with the
whole input (no such folder, no such column) is raised before any work is done.
"""

import codecs
import csv
import glob
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from .. import files
from ..problems import Problem, arrived, did_you_mean
from ..shelf.arriving import described
from ..shelf.importing import LARGEST_FILE, TEXT_FILES

TEXT, ID = "text", "id"  # the columns that are taken where none is named
SEPARATORS = ",;\t"
BOMS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
SHOWN = 12  # columns that a message lists


class Text(NamedTuple):
    """A text of many: its place in the input, from 1; what it is called; the text, its file, or why not."""

    number: int
    name: str
    source: str | Path | Problem


class Texts:
    """The texts of an input, as often as they are asked for; nothing but names of files is kept.

    given: a folder, a pattern with `*`, a text, a table (.csv, .tsv, .jsonl, .ndjson), or several of these.
    column, named: the columns of a table that hold the text and what it is called. but: files to leave out.
    """

    def __init__(self, given, column=None, named=None, but=()):
        self.given, self.columns = [*map(str, given)], (column, named)
        avoided = {Path(path).resolve() for path in but}
        found = [path for one in self.given for path in _paths(one)]
        self.paths = [path for path in found if not avoided or Path(path).resolve() not in avoided]
        names = Counter(map(os.path.basename, self.paths))
        self._unlike = len(names) == len(self.paths)
        if not any(map(_is_table, self.paths)) and any(self.columns):
            raise Problem("--text and --id name columns of a CSV or JSONL file, and no such file arrived.")

    def __iter__(self) -> Iterator[Text]:
        number = 0
        for path in self.paths:
            for name, source in self._texts_of(path):
                number += 1
                yield Text(number, name or str(number), source)

    def __len__(self):
        return self._length

    @cached_property
    def _length(self):
        """How many there are. Tables are read once for it: that takes a hundredth of what measuring takes."""
        return sum(sum(1 for _ in self._texts_of(path)) if _is_table(path) else 1 for path in self.paths)

    def stamp(self):
        """What changes when files are added, taken away or written."""
        told = [[path, *(files.stamp(path) or ())[:2]] for path in self.paths]
        return hashlib.sha256(json.dumps([told, self.columns]).encode()).hexdigest()

    def _texts_of(self, path):
        if _is_table(path):
            return _of_table(path, *self.columns)
        return [(os.path.basename(path) if self._unlike else path, Path(path))]


def _paths(given):
    """The files that one thing of the input stands for, in order."""
    if os.path.isdir(given):
        found = [str(path) for path in files.in_folder(given) if path.suffix.lower() in TEXT_FILES]
    elif os.path.isfile(given):
        found = [given]
    elif glob.has_magic(given):
        found = sorted(path for path in glob.iglob(given, recursive=True) if os.path.isfile(path))
    else:
        raise Problem(f"There is no folder, file or table “{arrived(given)}”. {WAYS}")
    if not found:
        raise Problem(
            f"“{arrived(os.path.basename(given) or given)}” holds no text file that can be read. {WAYS}"
        )
    return found


WAYS = (
    "Give a folder with text files, a pattern such as “archive/**/*.txt”, or a table that ends in .csv, .tsv "
    "or .jsonl."
)


def _is_table(path):
    return os.path.splitext(path)[1].lower() in TABLES


def _of_table(path, *columns):
    """Pairs (name, text or `Problem`) of a table; the name is "" where it has no column for it."""
    try:
        with open(path, encoding=_encoding(path), errors="surrogateescape", newline="") as file:
            yield from TABLES[os.path.splitext(path)[1].lower()](file, os.path.basename(path), *columns)
    except OSError as error:
        raise Problem(f"“{os.path.basename(path)}” could not be read ({error.strerror or error}).") from error


def _encoding(path):
    with open(path, "rb") as file:
        return BOMS.get(file.read(2), "utf-8-sig")


def _csv(file, table, column, named):
    with _fields_of(LARGEST_FILE):
        first = file.readline(LARGEST_FILE)
        file.seek(0)
        rows = csv.reader(file, delimiter=max(SEPARATORS, key=first.count), strict=True)
        try:
            header = next(rows, [])
        except csv.Error as error:
            raise Problem(f"The first line of “{table}” names no columns ({error}).") from error
        header = [name.strip() for name in header]
        at, called = _columns(header, table, column, named)
        places = header.index(at), header.index(called) if called else None
        while True:
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield "", Problem(f"Line {rows.line_num} of “{table}” is damaged ({error}).")
                if "limit" in str(error):  # a quotation mark is open, and nobody knows where it was closed
                    return
                continue
            if row:
                yield _of_row(row, *places, header)


def _of_row(row, at, called, header):
    name = row[called] if called is not None and called < len(row) else ""
    if len(row) > at and len(row) <= len(header):
        return name, row[at]
    return name, Problem(f"This row has {len(row)} fields, and the table has {len(header)} columns.")


def _jsonl(file, table, column, named):
    at, called = None, None
    for place, line in enumerate(_lines(file), 1):
        row = line if isinstance(line, Problem) else _object(line)
        if row is None:
            continue
        if isinstance(row, Problem):
            yield "", Problem(f"Line {place} of “{table}”: {row}")
            continue
        if at is None:
            at, called = _columns([*row], table, column, named)
        name, value = row.get(called), row.get(at)
        yield "" if name is None else str(name), value if isinstance(value, str) else _no_text(row, at, value)


def _no_text(row, at, value):
    if at not in row:
        return Problem(f"There is no “{at}” here; there are: {_listed(row)}.")
    return Problem(f"“{at}” holds no text, but {described(value)}.")


def _object(line):
    """A line of JSON as a dictionary, nothing of an empty line, or a `Problem`."""
    if not line.strip():
        return None
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Problem(f"this is no JSON ({error}).")
    return row if isinstance(row, dict) else Problem(f"here is no object in {{}}, but {described(row)}.")


def _lines(file):
    """The lines of a file; a `Problem` for one that is too long to be an article and its notes."""
    while line := file.readline(LARGEST_FILE):
        if len(line) < LARGEST_FILE or line.endswith("\n"):
            yield line
            continue
        while line and not line.endswith("\n"):
            line = file.readline(LARGEST_FILE)
        yield Problem(f"this is longer than {LARGEST_FILE / 1e6:.0f} million characters.")


def _columns(found, table, column, named):
    """The columns of the text and of its name (None where it has none). Raises `Problem`."""
    if not found:
        raise Problem(f"“{table}” is empty: its first line should name the columns.")
    at = _column(found, table, column, "--text", TEXT) or (found[0] if len(found) == 1 else None)
    if at is None:
        raise Problem(
            f"Which column of “{table}” holds the texts? Say --text COLUMN. There are: {_listed(found)}."
        )
    return at, _column(found, table, named, "--id", ID)


def _column(found, table, asked, option, usual):
    """The column that was asked for, else the usual one in any case, else None."""
    if asked is not None and asked not in found:
        told = did_you_mean(asked, found[:SHOWN], "column")
        raise Problem(f"{option} for “{table}”: {told}")
    name = asked if asked is not None else next((one for one in found if one.lower() == usual), None)
    if found.count(name) > 1:
        raise Problem(f"{found.count(name)} columns of “{table}” are called “{name}”: name them differently.")
    return name


def _listed(names):
    told = ", ".join(arrived(name) for name in [*names][:SHOWN])
    return f"{told} and {len(names) - SHOWN} more" if len(names) > SHOWN else told


@contextmanager
def _fields_of(size):
    """Fields of so many characters, while the block lasts: Python's own limit is shorter than an article."""
    before = csv.field_size_limit(size)
    try:
        yield
    finally:
        csv.field_size_limit(before)


TABLES: dict[str, Any] = {".csv": _csv, ".tsv": _csv, ".jsonl": _jsonl, ".ndjson": _jsonl}
