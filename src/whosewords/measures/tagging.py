"""The phrases of Lesson 7: where each stands, and what readers of the module's makers called it.

A phrase has a key where three of them, each alone, gave it the same code; without three readings it is tagged
and talked about, and scores nobody. Whoever reads in blocks sees the phrase and nothing else of its sentence,
whatever else of it is legible elsewhere: then no phrase looks unlike the others.
"""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ..files import table_rows
from ..shelf.article import with_words
from ..shelf.catalogue import articles
from ..words import read
from .concordance import Line, sentence_of

CODES = {"loaded": "Loaded", "plain": "Plain", "skip": "Skip"}
SURE = {"sure": "Sure", "unsure": "Not sure"}
ROUNDS = (1, 2)
READINGS = ("reading_1", "reading_2", "reading_3")
LONGEST = 6  # words of a phrase


@dataclass(frozen=True)
class Item:
    """A phrase to tag. text: the id of an article; `at`: the number of its first word in the paragraph, from
    1. context: a line of ours that says what the sentence is about. key: "loaded", "plain", or None where
    the makers' three readings differ or are not there."""

    id: str
    round: int
    text: str
    paragraph: int
    at: int
    phrase: str
    context: str
    key: str | None


class Rates(NamedTuple):
    """`caught` of `loaded` phrases called loaded, `alarms` of `plain` ones called loaded, among those that
    were coded and have a key; `score` is the catch rate less the false-alarm rate, −1 to 1, higher is better;
    0 is what calling everything loaded gives. NaN where phrases of one kind are missing."""

    caught: int
    loaded: int
    alarms: int
    plain: int
    score: float


@cache
def items(number=None):
    """The phrases of a round, or of both, in the order in which they are shown: a tuple of `Item`.

    >>> [len(items(number)) for number in ROUNDS]
    [20, 12]
    """
    found = (_item(row) for row in table_rows("tagging", "items.csv"))
    return tuple(item for item in found if number in (None, item.round))


@cache
def by_id():
    """{id: item} of all phrases."""
    return {item.id: item for item in items()}


def rates(codes):
    """How well codes tell loaded from plain, measured on the phrases with a key. codes: {id: code}.

    >>> everything = rates({item.id: "loaded" for item in items(1)})
    >>> everything.caught == everything.loaded, everything.score
    (True, 0.0)
    """
    scored = [(by_id()[id].key, code) for id, code in codes.items() if id in by_id() and code != "skip"]
    called = {kind: [code for key, code in scored if key == kind] for kind in ("loaded", "plain")}
    loaded, plain = (len(called[kind]) for kind in called)
    caught, alarms = (called[kind].count("loaded") for kind in called)
    score = caught / loaded - alarms / plain if loaded and plain else float("nan")
    return Rates(caught, loaded, alarms, plain, score)


def place(item):
    """Where a phrase stands, as a `Line`. Its voice is not told here: it would lead the reader."""
    words = articles[item.text].words
    first = next(n for n, word in enumerate(words) if word.paragraph == item.paragraph)
    start = first + item.at - 1
    return Line(
        item.text, item.paragraph, "", start, start + len(read(item.phrase)), *sentence_of(words)[start]
    )


def shown(item):
    """The phrase's article as it is shown: in full where all articles are unlocked, else blocks in the
    sentence but for the phrase."""
    article = articles[item.text]
    words, line = article.words, place(item)
    if not is_locked():
        return article
    blocks = [word._replace(text=None) for word in words[line.first : line.last]]
    phrase = zip(words[line.start : line.end], read(item.phrase), strict=True)
    legible = [word._replace(text=one.text) for word, one in phrase]
    blocks[line.start - line.first : line.end - line.first] = legible
    return with_words(article, [*words[: line.first], *blocks, *words[line.last :]])


def is_locked():
    """Whether any text with a phrase is in blocks: then all of them are shown so."""
    return any(articles[item.text].locked for item in items())


def _item(row):
    readings = {row[name] for name in READINGS}
    key = readings.pop() if len(readings) == 1 else None
    return Item(
        row["id"], int(row["round"]), row["text"], int(row["paragraph"]), int(row["at"]), row["phrase"],
        row["context"], key or None,
    )  # fmt: skip
