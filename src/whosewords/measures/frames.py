"""Frames, read by hand: which problem, cause, judgement and remedy a text offers, and the words that show it.

The four jobs of a frame are Robert Entman’s (Journal of Communication 43, 1993, page 52). `data/frames.csv`
holds three makers’ separate readings of each article and one of our own report. Nothing is measured here: the
table is looked up, and a proof is looked for in its paragraph, in blocks too.
"""

from functools import cache
from typing import NamedTuple

from .. import files
from ..shelf.blackout import normal
from ..words import read

BOXES = {
    "problem": "What is wrong?",
    "cause": "Who or what brought it about?",
    "judgement": "Who is right or wrong, good or bad?",
    "remedy": "What should be done?",
}
BLANK = "blank"
LONGEST_PROOF = 6  # words; a proof is a pointer to a place, not an excerpt


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


class Place(NamedTuple):
    """Where a proof stands in an article: `start` and `end` (not included) count the article’s words. `sure`
    is False where some of these words are blocks, and only their lengths fit."""

    start: int
    end: int
    paragraph: int
    sure: bool


class State(NamedTuple):
    """What became of a proof: "empty", "long", "stands", "blocks" (it fits, but cannot be checked),
    "elsewhere" or "absent". `paragraphs` are those in which it is sure to stand."""

    name: str
    paragraphs: tuple = ()


@cache
def readings():
    """All readings: {text: {number of the reading: {box: `Box`}}}.

    >>> sorted(readings()["neo"]), readings()["rs"][1]["remedy"].blank
    ([1, 2, 3], True)
    """
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


def places_of_proof(article, proof, paragraph=None):
    """Where a proof stands, or may stand, in an article, as a list of `Place`; in one paragraph or in all.

    Capitals and marks do not matter. A block matches every word of as many letters.
    """
    wanted, words = read(proof), article.words
    return [
        Place(i, i + len(wanted), words[i].paragraph, not any(w.masked for w in words[i : i + len(wanted)]))
        for i in range(len(words) - len(wanted) + 1)
        if wanted
        and paragraph in (None, words[i].paragraph)
        and words[i + len(wanted) - 1].paragraph == words[i].paragraph
        and all(map(_fits, words[i : i + len(wanted)], wanted))
    ]


def place_of(article, box):
    """The place of a box’s proof in its article, or None where it has none; legible words before blocks."""
    found = places_of_proof(article, box.proof, box.paragraph) if box.proof else []
    return max(found, key=lambda place: place.sure, default=None)


def state_of(article, proof, paragraph):
    """What became of a proof that somebody gives for a paragraph, as a `State`.

    >>> from whosewords.shelf.catalogue import articles
    >>> state_of(articles["wire_2021"], "leave at once", 11).name
    'stands'
    >>> state_of(articles["wire_2021"], "leave at once", 2)
    State(name='elsewhere', paragraphs=(11,))
    """
    if not read(proof):
        return State("empty")
    if len(read(proof)) > LONGEST_PROOF:
        return State("long")
    everywhere = places_of_proof(article, proof)
    here = [place for place in everywhere if place.paragraph == paragraph]
    if any(place.sure for place in here):
        return State("stands", (paragraph,))
    found = tuple(dict.fromkeys(place.paragraph for place in everywhere if place.sure))
    if found:
        return State("elsewhere", found)
    may = here or (everywhere if paragraph is None else [])
    return State("blocks" if may else "absent")


def _fits(word, wanted):
    if word.masked:
        return word.letters == wanted.letters
    return normal(word.text).casefold() == normal(wanted.text).casefold()
