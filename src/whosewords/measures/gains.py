"""What a class gained between two tests: the mean of the gains, with the range that chance leaves open."""

from typing import NamedTuple

from .chance import limits, redrawn

FEWEST = 10  # people with both tests; of fewer nothing is said, as for sentences of a text
SEED = 7


class Gain(NamedTuple):
    """A mean gain with the ends of its range: 95 of 100 classes that are drawn anew from the same people,
    with replacement (bootstrap), lie inside. All three are NaN where there are too few."""

    number: int
    mean: float
    low: float
    high: float

    @property
    def enough(self):
        """Whether there are enough people to say anything."""
        return self.number >= FEWEST


def gain(pairs):
    """The mean gain of people, of pairs (before, after); positive where they had more afterwards.

    >>> gain([(5, 8)] * 10)
    Gain(number=10, mean=3.0, low=3.0, high=3.0)
    >>> gain([(5, 8)] * 9).enough, gain([(5, 8)] * 9).mean
    (False, nan)
    """
    import numpy as np

    differences = [after - before for before, after in pairs]
    number = len(differences)
    if number < FEWEST:
        return Gain(number, *[float("nan")] * 3)
    means = redrawn(np.array(differences, dtype=float)[:, None], SEED)[:, 0] / number
    return Gain(number, sum(differences) / number, *map(float, limits(means)))


def in_words(found, what):
    """A gain as a sentence. what: what was gained, such as “points of 12”.

    >>> in_words(gain([(5, 8)] * 10), "points of 12")
    '10 people, from before to after: +3.0 points of 12 on average, and chance leaves it from +3.0 to +3.0.'
    >>> in_words(gain([(5, 8)]), "points of 12")
    'Too few to say: 1 with both tests. From 10 on there is a figure.'
    """
    if not found.enough:
        return f"Too few to say: {found.number} with both tests. From {FEWEST} on there is a figure."
    mean, low, high = (f"{value:+.1f}".replace("-", "−") for value in found[1:])
    told = f"{mean} {what} on average, and chance leaves it from {low} to {high}."
    return f"{found.number} people, from before to after: {told}"
