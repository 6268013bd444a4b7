"""The proof of a frame: a few words of a text, and whether they stand where somebody says; in blocks, too."""

from typing import NamedTuple

from ..shelf.blackout import normal
from ..words import read

LONGEST_PROOF = 6  # words; a proof is a pointer to a place, not an excerpt


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
    >>> state_of(articles["wire_2021"], "expel US forces", 11).name
    'stands'
    >>> state_of(articles["wire_2021"], "expel US forces", 2)
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
