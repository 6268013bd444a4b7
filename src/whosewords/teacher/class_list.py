"""The names that a teacher gave out, from a list, beside those that came: who handed in nothing, and whose
name is on no list."""

import difflib
import re
from typing import NamedTuple

from .. import files
from ..problems import Problem, arrived
from .reading import as_text, plain

MOST = 1000  # names in a list
LARGEST = 1_000_000  # bytes of one
ALIKE = 0.85  # at least, of two names that may be one mistyped: red7 and red-7 are, red-7 and red-8 are not
OF_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")  # how a workbook or a document begins
ENDS = re.compile(r"[,;\t]")  # after which a line holds what stays with the teacher, such as the real name


class Compared(NamedTuple):
    """What a list tells of a class. nothing: names on the list of which no file came. strange: labels of
    students who are not on it, each with the name on the list that looks most like theirs, or ""."""

    nothing: tuple
    strange: tuple


def listed(file):
    """The names on a list, one a line, as work files have them. Raises `Problem` for what is no list of
    names."""
    path = files.named(file)
    try:
        with path.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
    except OSError as error:
        raise _no_list(file, f"could not be read ({error.strerror or error})") from None
    names = names_in(as_text(raw)) if len(raw) <= LARGEST else ()
    if not names or len(names) > MOST or raw.startswith(OF_OFFICE):
        raise _no_list(file, "is no list of names")
    return names


def names_in(text):
    """The names in a list's text, each once. What follows a comma, a semicolon or a tab is not read.

    >>> names_in("blue-7;Somebody\\n\\nRED-2\\nblue-7")
    ('blue-7', 'red-2')
    """
    names = (ENDS.split(line)[0].strip().strip('"') for line in text.split("\n"))
    return tuple(dict.fromkeys(filter(None, map(plain, names))))


def compared(names, students):
    """The names of a list beside the students of a class, as `Compared`; without a list there is nothing to
    say."""
    came = {called(student) for student in students}
    nothing = tuple(name for name in names if name not in came)
    others = [student for student in students if called(student) not in names] if names else []
    return Compared(nothing, tuple((one.label, _like(called(one), nothing)) for one in others))


def called(student):
    """How a list names a student: by the pseudonym, else by the home."""
    return student.name or plain(student.home)


def _like(name, nothing):
    return next(iter(difflib.get_close_matches(name, nothing, 1, ALIKE)), "") if name else ""


def in_lines(names, students):
    """What a list tells, as two sentences with their lists: (sentence, names). Empty without a list."""
    if not names:
        return ()
    nothing, strange = compared(names, students)
    told = [f"{label}{f' – the list has “{like}”' if like else ''}" for label, like in strange]
    return (
        (f"On your list, and nothing came: {len(nothing)} of {len(names)}.", nothing),
        (f"Came, and not on your list: {len(told)}.", tuple(told)),
    )


def _no_list(file, why):
    return Problem(f"“{arrived(file)}” {why}. Save the names as plain text, one a line, and give that file.")
