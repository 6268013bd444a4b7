"""Understand what a student answered, and judge it: right, close or not yet. Values in, values out."""

from math import inf
from typing import Any

from .asking import Judgement
from .exercises import Exercise, Key
from .kinds import kind_of

HUGE = 10**300  # larger whole numbers are no float, and Python does not write them all


def understand(exercise: Exercise, given: object) -> Any:
    """A student's answer as a plain value; raises a `Problem` that says what arrived and what would do.

    choice gives an option's id, several a list of ids in the order of the options, sort a dictionary of item
    to option, number a float or int, words a text.
    """
    huge = isinstance(given, int) and abs(given) > HUGE
    return kind_of(exercise).understand(exercise, inf if huge else given)


def judge(exercise: Exercise, key: Key, given: object) -> Judgement:
    """Judge an understood answer to an exercise against its key, as a `Judgement`."""
    return kind_of(exercise).judge(exercise, key, given)
