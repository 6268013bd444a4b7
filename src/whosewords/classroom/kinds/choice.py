"""One option of several."""

from ...problems import Problem
from ..asking import NOT_YET, ONE, RIGHT, Field, Judgement, Kind, chosen, is_nothing

NOTHING = "Choose one of the answers first."


def fields(exercise, value):
    return [Field(ONE, exercise.options, value=value)]


def understand(exercise, given):
    """The id of an option."""
    if isinstance(given, (list, tuple, set)) and len(given) == 1:
        (given,) = given
    if is_nothing(given):
        raise Problem(NOTHING)
    return chosen(exercise, given)


def judge(exercise, key, given):
    return Judgement(RIGHT if given == key.answer or given in key.accept else NOT_YET)


def lines(exercise, value):
    return [dict(exercise.options).get(value, str(value))]


def example(exercise):
    return f'"{exercise.options[0].id}"'


def says(exercise):
    return {"nothing": NOTHING}


KIND = Kind(fields, understand, lines, example, judge, says=says)
