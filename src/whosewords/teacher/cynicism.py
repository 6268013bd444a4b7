"""How many of a class write that everybody lies, or that there is no truth: a count with its places.

A module that teaches doubt may teach that nothing can be known. Where more than a fifth write so, it is time
for what did hold.
"""

import re
from functools import cache
from math import nan
from typing import NamedTuple

from .. import files
from ..classroom.exercises import exercises
from ..classroom.kinds import kind_of

ALARM = 1 / 5  # of those who wrote an open answer


class Place(NamedTuple):
    """Where a phrase stands: whose answer, to which question, the phrase, and the words around it."""

    label: str
    id: str
    phrase: str
    text: str


class Alarm(NamedTuple):
    """count: students with such a phrase, of those `of` who wrote an open answer; share: NaN where none
    did."""

    count: int
    of: int
    share: float
    places: tuple


def alarm(students):
    """The alarm for a class."""
    wrote = [student for student in students if any(True for _ in open_answers(student))]
    places = tuple(place for student in wrote for place in _places(student))
    count = len({place.label for place in places})
    return Alarm(count, len(wrote), count / len(wrote) if wrote else nan, places)


def open_answers(student):
    """(id, text) of everything that a student wrote in words of their own."""
    for id, entry in student.entries.items():
        known = exercises().get(id)
        is_text = kind_of(known).is_open if known else entry.get("kind") == "text"
        value = entry.get("value")
        if is_text and isinstance(value, str) and value.strip() and value != entry.get("summed"):
            yield id, value


def _places(student):
    for id, text in open_answers(student):
        for start, end in phrases(text):
            around = " ".join(text[max(start - 60, 0) : end + 60].split())
            yield Place(student.label, id, text[start:end], around)


def phrases(text):
    """(start, end) of each phrase of a text that says that all lie or that there is no truth.

    >>> [text[a:b] for text in ("I think they all lie.",) for a, b in phrases(text)]
    ['they all lie']
    """
    for pattern in _patterns():
        for found in pattern.finditer(text):
            yield found.span()


@cache
def _patterns():
    return [re.compile(row, re.I) for row in files.settings("cynicism.toml")["phrases"]]
