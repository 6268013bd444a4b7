"""What arrives where a call takes texts: taken apart one by one, and told where it is no text.

Nothing here reads an article. What is said to a reader names what arrived and what to write instead.
"""

import re
import sys
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from numbers import Number
from pathlib import Path

from .. import files
from ..problems import LONGEST, Problem, did_you_mean
from .importing import LARGEST, TEXT_FILES, file_text
from .listed import SHELF

LONGEST_NAME = 255  # characters of a file's name
LIKE = 0.85  # how like a text's name a few words must be to be taken for it
FEW = 6  # words; a file's name has hardly more
FILES = (*filter(None, TEXT_FILES), ".docx", ".pdf", ".csv")


def ways():
    """How a text is written between the brackets of a call, as a sentence."""
    return (
        f'Write a short name in quotation marks, such as "{SHELF[0]}"; a text of your own in quotation '
        'marks; Path("…") for a file; or several of these as a list. add_text() puts a text of your own '
        "on the shelf."
    )


def one_by_one(given, column=None, whole=()):
    """Everything that was given, as pairs (the name that it came under, or None; what it is).

    given: one thing, or several as list, tuple, set, generator, dictionary (names → things), pandas Series,
    or DataFrame with the name of a column. whole: classes that are never taken apart. A Series gives names
    where its labels are more than numbers of rows. Raises `Problem` where nothing is in it.

    >>> one_by_one(["neo", {"mine": "A text."}])
    [(None, 'neo'), ('mine', 'A text.')]
    """
    pandas = sys.modules.get("pandas")  # whoever has no pandas has no table either
    if pandas and isinstance(given, pandas.DataFrame):
        given = _column(given, column)
    elif column is not None:
        raise Problem(f"column= goes with a table (a DataFrame), but {described(given)} arrived.")
    if pandas and isinstance(given, pandas.Series):
        numbered = isinstance(given.index, pandas.RangeIndex) and given.index.name is None
        found = [(None if numbered else str(label), one) for label, one in given.items()]
    elif isinstance(given, whole):
        return [(None, given)]
    elif isinstance(given, Mapping):
        found = [(str(name), one) for name, one in given.items()]
    elif isinstance(given, str | bytes | bytearray | Path) or not isinstance(given, Iterable):
        return [(None, given)]
    else:  # a set has no order of its own, and an answer must not change from day to day
        listed = sorted(given, key=_spelt) if isinstance(given, set | frozenset) else given
        return _filled([pair for one in listed for pair in one_by_one(one, whole=whole)], given)
    return _filled([(name, one) for name, given in found for _, one in one_by_one(given, whole=whole)], given)


def described(given):
    """What arrived, in a few words.

    >>> described(None), described(5), described([]), described("")
    ('nothing (None)', 'the number 5', 'an empty list', 'an empty text')
    """
    if given is None:
        return "nothing (None)"
    if isinstance(given, str) and not given.strip():
        return "an empty text"
    if isinstance(given, float) and given != given:
        return "an empty cell (NaN)"
    kind = {"dict": "dictionary"}.get(type(given).__name__, type(given).__name__)
    if isinstance(given, Iterable) and not isinstance(given, str | bytes) and not _some(given):
        return f"an empty {kind}"
    told = " ".join((given if isinstance(given, str) else repr(given)).split())
    told = f"{told[:LONGEST]}{'…' * (len(told) > LONGEST)}"
    return (
        f"“{told}”"
        if isinstance(given, str)
        else f"the number {told}"
        if isinstance(given, Number)
        else f"{kind} {told}"
    )


def read_file(path):
    """The text of a file as a reader names it. Raises `Problem`."""
    path = files.meant(path)
    if path.is_dir():
        raise Problem(f'“{path.name}” is a folder. Name a file in it, such as Path("{path.name}/mine.txt").')
    return file_text(path)


def refuse_file_name(text):
    """Raises `Problem` where a string is the name of a file, which would be counted as a word or two."""
    if len(text) > LONGEST_NAME or "\n" in text:
        return
    try:
        there = files.meant(text).is_file()
    except (OSError, ValueError, RuntimeError):  # no file can have such a name
        there = False
    if there:
        raise Problem(f'“{text}” arrived, and that is a file: write Path("{text}") to take what is in it.')
    if text.lower().endswith(FILES) and len(text.split()) <= FEW:
        raise Problem(
            f"“{text}” looks like the name of a file, and there is no such file here. Check the spelling, "
            f'or put the file into the folder “{files.place().name}”, and write Path("…") around its name.'
        )


def refuse_too_long(text):
    """Raises `Problem` for a text that is longer than any article."""
    if len(text) > LARGEST:
        raise Problem(
            f"This text has {len(text) / 1e6:.1f} million characters; an article has far less than "
            f"{LARGEST / 1e6:.0f}. Cut it, and give the pieces as a list."
        )


def refuse_names(text, known, titles):
    """Raises `Problem` where a string of several words is no text, but the name of one, or of several.

    known: short names. titles: what texts are called, as `plain_title` gives it → short name.
    """
    parts = re.split(r"[\s,;]+", text.strip(" ,;"))
    if len(parts) <= len(known) and known.issuperset(parts):
        listed = ", ".join(f'"{part}"' for part in parts)
        raise Problem(f"Several texts are written as a list, each in quotation marks: [{listed}].")
    if len(text) <= 2 * max(map(len, titles)) and (
        near := get_close_matches(plain_title(text), titles, 1, LIKE)
    ):
        short = titles[near[0]]
        raise Problem(f'“{text}” is the name of a text. Here it is called by its short name: "{short}".')


def plain_title(title):
    """A name as names are compared.

    >>> plain_title("Anti-Empire "), plain_title("anti_empire")
    ('anti empire', 'anti empire')
    """
    return re.sub(r"[\W_]+", " ", title).strip().casefold()


def free_name(name, names):
    """The name, with a number after it where it is taken. names: those taken, and the last number of each.

    >>> names = {}
    >>> [free_name(name, names) for name in ("a", "a", "a 2", "a")]
    ['a', 'a 2', 'a 2 2', 'a 3']
    """
    number = names.get(name, 0) + 1
    while (free := name if number == 1 else f"{name} {number}") in names:
        number += 1
    names[name] = number
    names.setdefault(free, 1)
    return free


def _column(table, column):
    names = list(table.columns)
    shown = ", ".join(f'"{name}"' for name in names[:8]) or "none"
    if column is None:
        raise Problem(
            f"A table needs the name of the column that holds the texts: column=…. Its columns are: {shown}."
        )
    if not isinstance(column, str | int | float) or column not in names:
        raise did_you_mean(column, names, "column")
    if names.count(column) > 1:
        raise Problem(f"{names.count(column)} columns are called “{column}”. Give each a name of its own.")
    return table[column]


def _filled(found, given):
    if not found:
        raise Problem(f"There is no text here: {described(given)} arrived. {ways()}")
    return found


def _some(given):
    try:
        return len(given) > 0
    except TypeError:
        return False  # a generator that has nothing left


def _spelt(one):
    return str(getattr(one, "id", one))
