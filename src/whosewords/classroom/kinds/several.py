"""Any number of options, judged by what they tell apart: whoever ticks everything has found nothing."""

from ...problems import Problem
from ..asking import (
    CLOSE,
    CLOSE_ENOUGH,
    MANY,
    NOT_YET,
    NOTHING_YET,
    RIGHT,
    Field,
    Judgement,
    Kind,
    chosen,
    listed,
)

EVERYTHING = "If you tick everything, you have not told anything apart."
NEARLY = "Some of these do not belong: so many ticks tell hardly anything apart."
FOUND = "You found {caught} of {wanted}."
FOUND_ONE_MORE = "You found {caught} of {wanted}, and {extra} of your ticks does not belong."
FOUND_MORE = "You found {caught} of {wanted}, and {extra} of your ticks do not belong."
NONE_OF_THESE = "none of these"
BELONGS, DOES_NOT, EITHER_WAY = "✓ belongs", "○ does not belong", "– counts neither way"


def fields(exercise, value):
    return [Field(MANY, exercise.options, value=value)]


def understand(exercise, given):
    """A list of ids in the order of the options."""
    ticked = {chosen(exercise, one) for one in listed(given)}
    if not ticked:
        raise Problem(NOTHING_YET)
    return [option.id for option in exercise.options if option.id in ticked]


def judge(exercise, key, given):
    """Marks the ticks, never what was not ticked. `key.accept` lists what counts neither way."""
    either_way = set(key.accept)
    ticked, wanted = set(given) - either_way, set(key.answer)
    marks = {one: _mark(one, wanted, either_way) for one in given}
    if ticked == wanted:
        return Judgement(RIGHT, "", marks)
    options = {option.id for option in exercise.options} - either_way
    if ticked == options:
        return Judgement(NOT_YET, EVERYTHING if len(given) == len(exercise.options) else NEARLY)
    extra = len(ticked - wanted)
    found = FOUND_ONE_MORE if extra == 1 else FOUND_MORE if extra else FOUND
    detail = found.format(caught=len(ticked & wanted), wanted=len(wanted), extra=extra)
    close = discernment(ticked, wanted, options) >= CLOSE_ENOUGH
    return Judgement(CLOSE if close else NOT_YET, detail, marks)


def discernment(given, wanted, options):
    """Catch rate less false-alarm rate, −1 to 1: 1 finds all and only those wanted, 0 is what ticking all
    gives.

    >>> discernment({"a", "b"}, {"a", "b"}, {"a", "b", "c", "d"})
    1.0
    >>> discernment({"a", "b", "c", "d"}, {"a", "b"}, {"a", "b", "c", "d"})
    0.0
    """
    given, wanted, others = set(given), set(wanted), set(options) - set(wanted)
    caught = len(given & wanted) / len(wanted) if wanted else 1.0
    alarms = len(given & others) / len(others) if others else 0.0
    return caught - alarms


def lines(exercise, value):
    texts = dict(exercise.options)
    return [texts.get(one, str(one)) for one in value] or [NONE_OF_THESE]


def wrong(exercise, key, value):
    """Each tick that does not belong, and each option that lacks one."""
    marks, options = judge(exercise, key, value).marks, dict(exercise.options)
    if not marks:
        return ["ticked: everything"]
    left = [f"not ticked: {options[id]}" for id in key.answer if id not in value]
    return [f"ticked: {options[id]}" for id, mark in marks.items() if mark == DOES_NOT] + left


def example(exercise):
    return f'"{", ".join(option.id for option in exercise.options[:2])}"'


def _mark(one, wanted, either_way):
    return EITHER_WAY if one in either_way else BELONGS if one in wanted else DOES_NOT


def says(exercise):
    return {
        "everything": EVERYTHING, "nearly": NEARLY, "found": FOUND, "found_one_more": FOUND_ONE_MORE,
        "found_more": FOUND_MORE, "belongs": BELONGS, "does_not": DOES_NOT, "either_way": EITHER_WAY,
        "none_of_these": NONE_OF_THESE,
    }  # fmt: skip


KIND = Kind(
    fields, understand, lines, example, judge, above="Tick every one that fits.", wrong=wrong, says=says
)
