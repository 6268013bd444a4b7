"""Hits of loaded words in an article, by who speaks: places, numbers, and how far chance moves them.

No verdicts here: a number is words under a rule. The same for a full text and for its blackout edition.
"""

import math
from typing import NamedTuple

from ..lexicon import hits, other_lists, target_of
from ..lexicon.entries import Hit
from ..voices import voice_of, voice_ranges
from .chance import FEWEST_SENTENCES, limits, redrawn, wilson

OWN, SAID = "AHE", "QI"  # E, a host's editor, stands only in the host's own row


class PlacedHit(NamedTuple):
    """A hit in an article; `start` and `end` count `article.words`. `target`: who the word is about, or None
    where no table says."""

    start: int
    end: int
    term: str
    category: str
    voice: str
    target: str | None
    candidate: bool


class Rate(NamedTuple):
    """Hits in so many words. `rate` is per `per` words, between `low` and `high` in 95 of 100 redrawn texts;
    `least` and `most` are the same for the hits themselves. NaN where there are too few sentences to draw
    from. `step`: how far one hit more or less moves the rate."""

    hits: int
    words: int
    rate: float
    low: float
    high: float
    least: float
    most: float
    step: float


UNCOUNTED = Rate(0, 0, *[math.nan] * 6)  # of a text in a language that the list is not for


def placed_hits(article, entries=None):
    """Every hit in an article, in order, as a list of `PlacedHit`; boilerplate (voice B) is dropped.

    entries: a list of entries; ours where nothing is given. Stretches in scare quotes are
    candidates of the category "scare".

    >>> from whosewords.shelf.catalogue import articles
    >>> [(p.term, p.voice) for p in placed_hits(articles["warmup_courier"])][:2]
    [('in scare quotes', 'S'), ('everyone knows', 'A')]
    """
    voices, targets = voice_of(article), targets_of(article)
    found = hits(article.words, entries) + scare_quotes(article)
    listed = [
        PlacedHit(
            h.start, h.end, h.term, h.category, voices[h.start], targets.get((h.start, h.term)), h.candidate
        )
        for h in found
        if voices[h.start] != "B"
    ]
    return sorted(listed, key=lambda place: place.start)


def scare_quotes(article):
    """What stands in scare quotes, as hits: candidates that a reader judges."""
    return [
        Hit(r.start, r.end, "in scare quotes", "scare", math.nan)
        for r in voice_ranges(article)
        if r.voice == "S"
    ]


def targets_of(article):
    """(word of the article, term) → who the word is about, from the hand-made table of its page."""
    if article.edition is None:
        return {}
    page = [word for paragraph in article.page for word in paragraph.words]
    own = {paragraph.number for paragraph in article.paragraphs}
    at = {}
    for i, word in enumerate(page):
        if word.paragraph in own:
            at[i] = len(at)
    found = hits(page)
    named = target_of(article.edition, found)
    return {
        (at[hit.start], hit.term): target
        for hit, target in zip(found, named, strict=True)
        if target and hit.start in at
    }


def words_of(article, letter):
    """The words of an article that stand on another list ("v" VADER, "t" TextBlob), as (word, voice)."""
    voices = voice_of(article)
    return [(i, voices[i]) for i, word in enumerate(article.words) if letter in other_lists(word)]


def rate(article, starts, voices, per=1000, seed=1):
    """The `Rate` of hits that begin at these words, among the words of an article that these voices speak.

    starts: numbers of words; those outside the voices are left aside. The interval redraws the article's
    sentences; it says how far chance moves the rate, not whether the list is right. Where nothing was found,
    redrawing finds nothing either: there it is Wilson's range of a share of 0, each word taken for itself.

    >>> from whosewords.shelf.catalogue import articles
    >>> r = rate(articles["warmup_courier"], [0, 5], "AHE", seed=1)
    >>> r.hits, round(r.step, 1) == round(1000 / r.words, 1)
    (2, True)
    """
    spoken, marked, rows = voice_of(article), set(starts), {}
    for i, word in enumerate(article.words):
        if spoken[i] in voices:
            row = rows.setdefault(word.sentence, [0, 0])
            row[0] += i in marked
            row[1] += 1
    number, size = (sum(column) for column in zip(*rows.values(), strict=True)) if rows else (0, 0)
    nothing = math.nan
    if not size:
        return Rate(0, 0, *[nothing] * 6)
    value, step = number * per / size, per / size
    if len(rows) < FEWEST_SENTENCES:
        return Rate(number, size, value, *[nothing] * 4, step)
    if not number:
        _, highest = wilson(0, size)
        return Rate(0, size, value, 0.0, per * highest, 0.0, float(round(size * highest)), step)
    return Rate(number, size, value, *_ranges(list(rows.values()), per, seed, value, number), step)


def _ranges(rows, per, seed, value, number):
    import numpy as np

    counts, sizes = redrawn(np.array(rows), seed).T
    (low, high), (least, most) = limits(counts * per / sizes), limits(counts)
    return (
        float(min(low, value)), float(max(high, value)), float(min(least, number)), float(max(most, number)),
    )  # fmt: skip
