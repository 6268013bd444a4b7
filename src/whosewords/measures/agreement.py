"""How far readers agree who coded the same phrases: percent, and Krippendorff's alpha with its range.

Alpha is agreement less what chance would give: 1 where all agree, 0 where they agree no more than if their
codes were dealt out by chance, below 0 where they agree less than that. It says nothing about who is right.
Source: K. Krippendorff, Content Analysis, 3rd edition, Sage 2013, chapter 12; computed by the package
`krippendorff`. What nobody coded, or one reader alone, is in no figure.
"""

from collections import Counter
from math import comb, nan
from typing import NamedTuple

from .chance import limits, places_drawn

FEWEST_PHRASES, FEWEST_CODERS = 10, 2  # below this nothing is said
USABLE, TENTATIVE = 0.8, 0.667  # Krippendorff's own marks on the scale
SEED = 7
FEW = "too few to say"
ONE_CODE = "everybody gave every phrase the same code, so there is nothing that alpha could weigh"


class Agreement(NamedTuple):
    """`percent`: of all pairs of codes for the same phrase, the share that is equal, 0 to 1. `alpha`: 1 is
    full agreement, 0 is chance; `low` and `high` are its range (95 of 100 draws of as many phrases). NaN
    where it cannot be told, and then `note` says why. `phrases` are those with two codes or more."""

    percent: float
    alpha: float
    low: float
    high: float
    coders: int
    phrases: int
    note: str = ""


class Split(NamedTuple):
    """A phrase, how often each code was given to it, and the share of pairs of codes that differ, 0 to 1."""

    phrase: str
    codes: Counter
    share: float


def agreement_of(codes):
    """How far coders agree, as an `Agreement`. codes: {coder: {phrase: code}}; a missing phrase was skipped.

    >>> codes = {"A": dict(enumerate("1110010110" "10")), "B": dict(enumerate("1100010111" "10"))}
    >>> found = agreement_of(codes)
    >>> round(found.percent, 2), found.coders, found.phrases
    (0.83, 2, 12)
    >>> agreement_of({"A": {1: "plain"}}).note
    'too few to say'
    """
    coded = by_phrase(codes)
    coders = sum(any(phrase in coded for phrase in given) for given in codes.values())
    if len(coded) < FEWEST_PHRASES or coders < FEWEST_CODERS:
        return Agreement(nan, nan, nan, nan, coders, len(coded), FEW)
    alike, of = (sum(part) for part in zip(*map(_pairs, coded.values()), strict=True))
    table = _table(coded)
    if table.shape[1] < 2:
        return Agreement(alike / of, nan, nan, nan, coders, len(coded), ONE_CODE)
    return Agreement(alike / of, _alpha(table), *_range(table), coders, len(coded))


def by_phrase(codes):
    """{phrase: how often each code was given to it}, for phrases with two codes or more."""
    found = {}
    for given in codes.values():
        for phrase, code in given.items():
            found.setdefault(phrase, Counter())[code] += 1
    return {phrase: counted for phrase, counted in found.items() if counted.total() >= FEWEST_CODERS}


def splits(codes):
    """Phrases on which the coders differ, as `Split`s, those that part them most first.

    >>> [(s.phrase, s.share) for s in splits({"A": {1: "x", 2: "x"}, "B": {1: "x", 2: "y"}})]
    [(2, 1.0)]
    """
    found = []
    for phrase, counted in by_phrase(codes).items():
        alike, of = _pairs(counted)
        found.append(Split(phrase, counted, 1 - alike / of))
    return sorted((one for one in found if one.share), key=lambda one: -one.share)


def clearest(codes):
    """Phrases to which all coders gave the same code."""
    return [phrase for phrase, counted in by_phrase(codes).items() if len(counted) == 1]


def scale(alpha):
    """Where an alpha stands on Krippendorff's scale: "usable", "tentative" or "revise".

    >>> scale(0.8), scale(0.7), scale(0.57)
    ('usable', 'tentative', 'revise')
    """
    return "usable" if alpha >= USABLE else "tentative" if alpha >= TENTATIVE else "revise"


def _pairs(counted):
    """(equal pairs, all pairs) of the codes of one phrase."""
    return sum(comb(times, 2) for times in counted.values()), comb(counted.total(), 2)


def _table(coded):
    """A row for each phrase, a column for each code, how often it was given."""
    import numpy as np

    known = sorted(set().union(*coded.values()))
    return np.array([[counted[code] for code in known] for counted in coded.values()])


def _alpha(table):
    import krippendorff

    return float(krippendorff.alpha(value_counts=table, level_of_measurement="nominal"))


def _range(table):
    """The range of alpha, from phrases drawn anew. A draw in which only one code is left has no alpha, and is
    left out."""
    drawn = (table[places] for places in places_drawn(len(table), SEED))
    return tuple(map(float, limits([_alpha(one) for one in drawn if (one.sum(axis=0) > 0).sum() > 1])))
