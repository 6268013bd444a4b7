"""The rule race: every way to count that we thought of, and the order of the texts that each of them gives.

An order is nothing without its rule. There is no sum of rules and no score.
"""

from collections import Counter
from fractions import Fraction
from typing import NamedTuple

from ..lexicon import CANDIDATES, CATEGORIES, load
from ..voices import voice_of
from .rates import placed_hits, words_of

MEASURES = ("raw count", "per 1,000 words")
VOICES = {
    "every voice": "AHEQI",
    "outside quotation marks": "AHEI",
    "author’s voice": "AHE",
}  # S is listed and never summed, B is dropped
# The part made by hand holds no entry that was chosen from votes or from a published list (votes still
# decided which are on); the strictest part are those entries of it that its makers called nearly always
# loaded.
LISTS = {
    "our list": lambda entry: True,
    "the part of our list made by hand": lambda entry: entry.origin == "hand",
    "the strictest part of our list": lambda entry: entry.origin == "hand" and entry.grade == 3,
}
OTHERS = {"VADER": "v", "TextBlob": "t"}  # single words without categories
MINE = "your list"  # of a reader who brings one
ALL = "all categories"
COUNTED = tuple(name for name in CATEGORIES if name not in CANDIDATES)


class Rule(NamedTuple):
    """One way to count: what is measured, whose words, with which list, which category."""

    measure: str = MEASURES[1]
    voices: str = "every voice"
    words: str = "our list"
    category: str = ALL

    def __str__(self):
        return " · ".join(self)


def rules():
    """Every combination of measure, voices, list and category; the lists of others know no categories."""
    return [
        Rule(measure, voices, name, category)
        for name in (*LISTS, *OTHERS)
        for category in ((ALL, *COUNTED) if name in LISTS else (ALL,))
        for voices in VOICES
        for measure in MEASURES
    ]


def sums(article, own=None):
    """What the rules need of an article: ({(list, category, voice): hits}, {voice: words}). own: the
    entries of a reader's own list, counted beside ours."""
    found = Counter()
    lists = {
        name: None if name == "our list" else tuple(filter(kept, load())) for name, kept in LISTS.items()
    }
    for name, entries in (lists if own is None else {**lists, MINE: own}).items():
        for place in placed_hits(article, entries):
            if not place.candidate:
                found.update([(name, ALL, place.voice), (name, place.category, place.voice)])
    for name, letter in OTHERS.items():
        found.update((name, ALL, voice) for _, voice in words_of(article, letter))
    return found, Counter(voice_of(article))


def value(rule, summed):
    """The number that a rule gives a text, exactly; None where the text has no words in these voices."""
    hits, words = summed
    voices = VOICES[rule.voices]
    number = sum(hits[rule.words, rule.category, voice] for voice in voices)
    if rule.measure == "raw count":
        return Fraction(number)
    size = sum(words[voice] for voice in voices)
    return Fraction(1000 * number, size) if size else None


def placed(values):
    """PlacedHit of each name, 1 for the highest value; equal values share the better place.

    >>> placed({"a": 5, "b": 9, "c": 5, "d": 1})
    {'b': 1, 'a': 2, 'c': 2, 'd': 4}
    """
    ordered = sorted(values, key=values.get, reverse=True)
    return {name: 1 + sum(values[other] > values[name] for other in values) for name in ordered}


def race(summed, asked=None):
    """Rule → {text: (place, value)}, best first. summed: text → what `sums` gave.

    A rule under which no text has a hit, or a text has no words, orders nothing and is left out.
    """
    orders = {}
    for rule in asked or rules():
        values = {name: value(rule, each) for name, each in summed.items()}
        if None not in values.values() and any(values.values()):
            orders[rule] = {name: (place, values[name]) for name, place in placed(values).items()}
    return orders


def shares(orders):
    """{text: {place: share of the orders in which the text stands there}}, shares from 0 to 1."""
    names = list(next(iter(orders.values())))
    seen = {name: Counter(order[name][0] for order in orders.values()) for name in names}
    return {
        name: {place: Fraction(seen[name][place], len(orders)) for place in range(1, len(names) + 1)}
        for name in names
    }
