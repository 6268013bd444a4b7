"""How many of a class write that everybody lies, or that there is no truth: a count with its places.

A module that teaches doubt may teach that nothing can be known. Where more than a fifth write so, it is time
for what did hold. The phrases stand in `data/cynicism.toml`. A list of phrases misses what is said in other
words, and takes some sentences for what they do not mean: so every place is shown.
"""

import re
from dataclasses import dataclass
from functools import cache
from math import nan
from typing import NamedTuple

from .. import files
from ..classroom.exercises import exercises
from ..classroom.kinds import kind_of
from ..classroom.kinds.words import LONGEST
from .item_analysis import apart

ALARM = 1 / 5  # of those who wrote an open answer
AROUND = 60  # characters on each side of a phrase that are shown
REACH = 300  # characters on each side in which a denial is looked for
SENTENCE = re.compile(r"[.!?;\n]|\bbut\b|\bhowever\b", re.I)  # where what was denied ends
PIECE = re.compile(r"[^.!?;]+")
ENDS = re.compile(r"[.!;\n]|(?<=\?)")
PLAIN = str.maketrans("’‘“”„«»", '\'\'"""""')


class Place(NamedTuple):
    """Where a phrase stands: whose answer, to which question, the phrase, and the words around it."""

    label: str
    id: str
    phrase: str
    text: str


@dataclass(frozen=True)
class Alarm:
    """count: students who say so, of those `of` who wrote an open answer; share: NaN where none did. places:
    where. denied: places where somebody seems to deny, ask or report it; they are not counted."""

    count: int
    of: int
    share: float
    places: tuple
    denied: tuple = ()


class Phrase(NamedTuple):
    """A phrase in a text, from `start` to `end`, and whether the sentence seems to deny, ask or report it."""

    start: int
    end: int
    denied: bool


def alarm(students):
    """The alarm for a class. An answer that stands in two files with its very time is counted once."""
    answers = [(student, id, text) for id in _ids(students) for student, text in _written(students, id)]
    found = [(student.label, id, text, phrase) for student, id, text in answers for phrase in phrases(text)]
    places = tuple(_place(*row) for row in found if not row[3].denied)
    denied = tuple(_place(*row) for row in found if row[3].denied)
    of, count = len({student.label for student, _, _ in answers}), len({place.label for place in places})
    return Alarm(count, of, count / of if of else nan, places, denied)


def _ids(students):
    """Of all entries, in the order of the lessons; those that no task asks for come last."""
    ids = {id for student in students for id in student.entries}
    return [*(id for id in exercises() if id in ids), *sorted(ids - exercises().keys())]


def _written(students, entry_id):
    """(student, text) of what was written in words of one's own."""
    known = exercises().get(entry_id)
    for student in apart(students, entry_id):
        entry = student.entries[entry_id]
        is_text = kind_of(known).is_open if known else entry.get("kind") == "text"
        value = entry.get("value")
        if is_text and isinstance(value, str) and value.strip() and value != entry.get("summed"):
            yield student, value[:LONGEST]


def _place(label, entry_id, text, phrase):
    start, end = max(phrase.start - AROUND, 0), phrase.end + AROUND
    around = " ".join(text[start:end].split())
    cut = "…" * (start > 0), "…" * (end < len(text))
    return Place(label, entry_id, text[phrase.start : phrase.end], around.join(cut))


def phrases(text):
    """Every `Phrase` of a text that says that all lie or that there is no truth, in order; of two that
    overlap the first.

    >>> phrases("They all lie."), phrases("I do not think that they all lie.")[0].denied
    ([Phrase(start=0, end=12, denied=False)], True)
    """
    plain, found = text.translate(PLAIN), []
    line = plain.replace("\n", " ")
    spans = {
        found.span() for piece in _worth(line) for way in _patterns() for found in way.finditer(line, *piece)
    }
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1].end:
            found.append(Phrase(start, end, _is_denied(plain, start, end)))
    return found


def _worth(text):
    """(start, end) of the sentences that can hold a phrase: each phrase needs one of a few words."""
    needed = _needed()
    return [piece.span() for piece in PIECE.finditer(text) if needed.search(piece[0])]


@cache
def _needed():
    return re.compile(files.settings("cynicism.toml")["needed"], re.I)


def _is_denied(text, start, end):
    before = SENTENCE.split(text[max(start - REACH, 0) : start])[-1]
    after = ENDS.split(text[end : end + REACH])[0]
    ways = _denials()
    return any(way.search(before) for way in ways[0]) or any(way.search(after) for way in ways[1])


@cache
def _patterns():
    rows = files.settings("cynicism.toml")
    return [_compiled(phrase + r"\b", rows) for group in rows["phrases"].values() for phrase in group]


@cache
def _denials():
    rows = files.settings("cynicism.toml")
    return [[_compiled(way, rows) for way in rows["denied"][side]] for side in ("before", "after")]


def _compiled(pattern, rows):
    """A pattern of the table: with its named words, any white space for a blank, from the start of a word."""
    while "{" in pattern:
        pattern = re.sub(r"\{(\w+)\}", lambda name: rows["words"][name[1]], pattern)
    edge = r"\b" if pattern[0] in "(" or pattern[0].isalpha() else ""
    return re.compile(edge + re.sub(r"(?<!\[-) (?!\])", r"\\s+", pattern), re.I)
