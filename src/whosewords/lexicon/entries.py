"""What an entry and a hit are, and how a word is looked up."""

from functools import lru_cache
from typing import NamedTuple

from ..words import WORD, visible

CATEGORIES = {
    "label": "Labels for people and groups",
    "violence": "Words for violence",
    "emotive": "Emotive evaluation",
    "metaphor": "Metaphor and image",
    "euphemism": "Euphemism and sanitising terms",
    "agency": "Hidden or shifted agency",
    "booster": "Certainty boosters and absolutes",
    "hedge": "Hedges and speech verbs",
    "presupposition": "Presupposition cues",
    "verdict": "Legal and moral verdicts",
    "virtue": "Virtue, identity, us and them",
    "scare": "Scare quotes and irony",
}
LONGEST = (
    64  # letters; longer words are not remembered, so that a file without blanks does not fill the memory
)
CANDIDATES = ("agency", "scare")  # only a reader can count these: listed, never summed


class Entry(NamedTuple):
    """One line of the table.

    `marked` of `seen` readings: how often experts marked it in the tuning set (BABE; each place was read by
    five). `weight` (0 to 1, higher is more loaded) is the share of readings in which it was marked, drawn
    towards the share of its group where there are few. `right` of `read`: places that we read one by one and
    found loaded; where `pooled`, nobody read them and the precision is that of a sample of all such entries
    (`accuracy()["pooled reading"]`). `needs` and `unless` are neighbours, as pairs (words before, after).
    """

    term: str
    forms: tuple
    pos: str
    category: str
    grade: int
    origin: str
    source: str
    marked: int
    seen: int
    weight: float
    read: int
    right: int
    pooled: bool
    on: bool
    needs: tuple
    unless: tuple
    note: str

    @property
    def precision(self):
        """Of the places we read, the share that were loaded; NaN where nobody read them (see `accuracy`)."""
        return self.right / self.read if self.read else float("nan")


class Hit(NamedTuple):
    """A stretch of a text where an entry stands; `end` is not included.

    `hits` counts `start` and `end` in words, `find_hits` in characters. `voice` is one letter of the voices,
    or None where nobody asked.
    """

    start: int
    end: int
    term: str
    category: str
    weight: float
    voice: str | None = None

    @property
    def candidate(self):
        """Whether only a reader can say that this counts."""
        return self.category in CANDIDATES


def key(text):
    """A word as the table looks it up: lower case, straight apostrophe, plain hyphen, no possessive ending.

    >>> key("Iran’s"), key("TERRORISTS"), key("so\u00ad-called")
    ('iran', 'terrorists', 'so-called')
    """
    if text.isascii() and text.isalpha():
        return text.lower()  # most words, sooner than they would be looked up
    return _key(text) if len(text) <= LONGEST else _key.__wrapped__(text)


@lru_cache(maxsize=50_000)
def _key(text):
    plain = visible(text).lower().replace("’", "'").replace("‑", "-").replace("‐", "-")
    return plain[:-2] if plain.endswith("'s") else plain


def keys(phrase):
    """The words of a phrase as the table looks them up.

    >>> keys("War Crimes")
    ('war', 'crimes')
    """
    return tuple(map(key, WORD.findall(phrase)))
