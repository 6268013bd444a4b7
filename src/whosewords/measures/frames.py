"""Frames, read by hand: which problem, cause, judgement and remedy a text offers, and the words that show it.

The four jobs of a frame are Robert Entman’s (Journal of Communication 43, 1993, page 52). `data/frames.csv`
holds three makers’ separate readings of each article and one of our own report. Nothing is measured here: the
table is looked up, and a proof is looked for in its paragraph, in blocks too.
"""

from functools import cache
from typing import NamedTuple

from .. import files
from ..shelf import open_event

BOXES = {
    "problem": "What is wrong?",
    "cause": "Who or what brought it about?",
    "judgement": "Who is right or wrong, good or bad?",
    "remedy": "What should be done?",
}
BLANK = "blank"


class Box(NamedTuple):
    """One box of one reading. `own_words` is "blank" where the text offers nothing, and then there is no
    `proof` and no `paragraph`. `left_open` marks a box that a student fills first."""

    text: str
    reading: int
    box: str
    own_words: str
    proof: str = ""
    paragraph: int | None = None
    left_open: bool = False

    @property
    def blank(self):
        return self.own_words == BLANK


def readings():
    """All readings: {text: {number of the reading: {box: `Box`}}}. Where an event of one's own is open, the
    grids that its author finished are among them.

    >>> sorted(readings()["neo"]), readings()["rs"][1]["remedy"].blank
    ([1, 2, 3], True)
    """
    return {**_ours(), **_of_open_event()}


def _of_open_event():
    found: dict = {}
    for row in open_event.rows("frames"):
        blank = row["blank"] == "yes"
        place = int(row["paragraph"]) if row["paragraph"].isdecimal() and not blank else None
        own, proof = (BLANK, "") if blank else (row["own_words"], row["proof"])
        if row["box"] in BOXES and own and (blank or proof):
            box = Box(row["text"], 1, row["box"], own, proof, place)
            found.setdefault(row["text"], {1: {}})[1][row["box"]] = box
    return {
        text: {1: {box: kept[1][box] for box in BOXES}}
        for text, kept in found.items()
        if set(kept[1]) == set(BOXES)
    }


@cache
def _ours():
    found = {}
    for row in files.table_rows("frames.csv"):
        box = Box(
            row["text"], int(row["reading"]), row["box"], row["own_words"], row["proof"],
            int(row["paragraph"]) if row["paragraph"] else None, row["left_open"] == "yes",
        )  # fmt: skip
        found.setdefault(box.text, {}).setdefault(box.reading, {})[box.box] = box
    return found


def differs(one, other):
    """Whether two readings of a box part ways: one left it blank, or they point to different paragraphs.

    Their own words always differ, and that counts for nothing here.
    """
    return one.blank != other.blank or one.paragraph != other.paragraph


def differences(one, other):
    """The boxes in which two readings part ways, in order. one, other: {box: `Box`}.

    >>> differences(readings()["neo"][1], readings()["neo"][2])
    ['cause', 'judgement']
    """
    return [box for box in BOXES if differs(one[box], other[box])]


def furthest_two(text):
    """The two readings of a text that part ways most, as their numbers; just the one where there is one.

    >>> furthest_two("neo"), furthest_two("trt"), furthest_two("wire_2021"), furthest_two("wire_2019")
    ((1, 2), (1, 2), (1,), ())
    """
    kept = readings().get(text, {})
    pairs = [(a, b) for a in kept for b in kept if a < b]
    if not pairs:
        return tuple(kept)
    return max(pairs, key=lambda pair: len(differences(kept[pair[0]], kept[pair[1]])))
