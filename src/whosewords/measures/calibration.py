"""Calibration: whether somebody is as often right as they are sure.

Whoever says “80 % sure” ten times should be right about eight times. The figure is for its owner alone: it
compares nobody.
"""

from typing import NamedTuple

from .chance import wilson

FEWEST = 5  # claims; of fewer nothing is said
FEW, FITS, SURER, LESS_SURE = "few", "fits", "surer", "less sure"
WORDS = {  # pages say the same
    FEW: "{number} claims are too few to say anything about it. With {fewest} or more there is a figure.",
    FITS: "that lies inside. The two fit.",
    SURER: "that lies above. You were surer than right.",
    LESS_SURE: "that lies below. You were right more often than you thought.",
}
COUNTED = (
    "You were right about {right} of {number} claims: {share} of 100. With so few claims, chance alone "
    "leaves it anywhere from {low} to {high}. On average you had said {said} %: {fit}"
)


class Level(NamedTuple):
    """The claims of which somebody was equally sure: what was said (50 to 100), how many, how many right, and
    the 95 % range of that share in per cent (Wilson 1927)."""

    said: int
    number: int
    right: int
    low: float
    high: float


class Calibration(NamedTuple):
    """How sure somebody was and how often right. `said` is the mean of what was said, in per cent; `low` and
    `high` are the range of the share of right ones, in per cent; `fit` is "few", "fits", "surer" or
    "less sure". Numbers of nothing are NaN."""

    number: int
    right: int
    said: float
    low: float
    high: float
    fit: str
    levels: tuple


def calibration(opinions):
    """What somebody's opinions amount to. opinions: pairs (per cent, whether it was right).

    >>> found = calibration([(90, True)] * 3 + [(90, False)] + [(60, True)] * 2 + [(60, False)] * 2)
    >>> found.number, found.right, found.said, found.fit
    (8, 5, 75.0, 'fits')
    >>> [(level.said, level.number, level.right) for level in found.levels]
    [(60, 4, 2), (90, 4, 3)]
    """
    listed = list(opinions)
    number, right = len(listed), sum(bool(true) for _, true in listed)
    said = sum(level for level, _ in listed) / number if number else float("nan")
    low, high = _range(right, number)
    levels = tuple(_level(said, listed) for said in sorted({said for said, _ in listed}))
    return Calibration(number, right, said, low, high, _fit(number, said, low, high), levels)


def in_words(found):
    """A calibration as sentences.

    >>> in_words(calibration([(100, True)] * 4)).partition(". ")[0]
    '4 claims are too few to say anything about it'
    >>> in_words(calibration([(100, False)] * 5)).partition(". ")[0]
    'You were right about 0 of 5 claims: 0 of 100'
    >>> in_words(calibration([(100, False)] * 5)).partition("average ")[2]
    'you had said 100 %: that lies above. You were surer than right.'
    """
    if found.fit == FEW:
        return WORDS[FEW].format(number=found.number, fewest=FEWEST)
    share, low, high, said = map(
        _whole, (100 * found.right / found.number, found.low, found.high, found.said)
    )
    return COUNTED.format(right=found.right, number=found.number, share=share, low=low, high=high,
                          said=said, fit=WORDS[found.fit])  # fmt: skip


def _fit(number, said, low, high):
    if number < FEWEST:
        return FEW
    return SURER if said > high else LESS_SURE if said < low else FITS


def _level(said, listed):
    here = [true for level, true in listed if level == said]
    return Level(said, len(here), sum(here), *_range(sum(here), len(here)))


def _range(right, number):
    return tuple(100 * end for end in wilson(right, number))


def _whole(value):
    """To the nearest whole number, a half up, as a page rounds it."""
    return int(value + 0.5)
