"""Lines that stand in disorder, to be put in order. One order is right, or several are."""

from collections.abc import Mapping

from ...problems import Problem
from ..asking import (
    CLOSE,
    NOT_YET,
    NOTHING_YET,
    ORDER,
    RIGHT,
    WAITING,
    Field,
    Judgement,
    Kind,
    chosen,
    listed,
)

NOT_MOVED = "Nothing is moved yet. Put a line somewhere else first: this did not count as a try."
TWICE = "“{line}” stands there more than once. Each line has one place. This did not count as a try."
COUNTED = "{right} of {wanted} lines stand in the right order among themselves."
IN_ORDER, TO_MOVE = "✓ in order", "○ has to move"


def fields(exercise, value):
    """One field: all lines."""
    return [Field(ORDER, exercise.options, value=value, code=exercise.code)]


def understand(exercise, given):
    """A list of all ids. The order in which the lines were shown is no answer yet."""
    order = [chosen(exercise, one) for one in ([] if isinstance(given, Mapping) else listed(given))]
    if not order:
        raise Problem(NOTHING_YET)
    for option in exercise.options:
        if order.count(option.id) > 1:
            raise Problem(TWICE.format(line=option.text))
    waiting = [option.text.rstrip(".") for option in exercise.options if option.id not in order]
    if waiting:
        raise Problem(WAITING.format(names="; ".join(waiting)))
    if order == [option.id for option in exercise.options]:
        raise Problem(NOT_MOVED)
    return order


def judge(exercise, key, given):
    """`key.accept` lists further right orders. Of them all the one counts that is nearest to what is given:
    the lines that stand in order by it may stay, and the others have to move."""
    stay = _nearest(key, given)[1]
    if len(stay) == len(given):
        return Judgement(RIGHT, "", dict.fromkeys(given, IN_ORDER))
    marks = {line: IN_ORDER if line in stay else TO_MOVE for line in given}
    counted = COUNTED.format(right=len(stay), wanted=len(given))
    return Judgement(CLOSE if len(stay) == len(given) - 1 else NOT_YET, counted, marks)


def _nearest(key, given):
    """(a right order, the lines that stand as in it): of the order that leaves most lines where they are."""
    orders = [key.answer, *key.accept]
    return max(((order, in_order(order, given)) for order in orders), key=lambda found: len(found[1]))


def in_order(order, given):
    """The most lines of what is given that stand, one after the other, as in an order; the first such lines
    where there are several.

    >>> in_order("abcde", "bcaed")
    ['b', 'c', 'e']
    >>> in_order("abc", "cba")
    ['c']
    """
    runs = []  # for each line, the longest run in order that ends with it
    for line in given:
        before = [run for run in runs if order.index(run[-1]) < order.index(line)]
        runs.append([*max(before, key=len, default=[]), line])
    return max(runs, key=len)


def lines(exercise, value):
    texts = dict(exercise.options)
    return [f"{n}. {texts.get(one, str(one)).removesuffix('.')}" for n, one in enumerate(value, 1)]


def wrong(exercise, key, value):
    """Each line that has to move, and whether it stands too early or too late."""
    order, stay = _nearest(key, value)
    texts = dict(exercise.options)
    ways = {-1: "too early", 0: "out of order", 1: "too late"}
    off = {line: value.index(line) - order.index(line) for line in value if line not in stay}
    return [f"{ways[(by > 0) - (by < 0)]}: {texts[line]}" for line, by in off.items()]


def example(exercise):
    ids = [option.id for option in exercise.options]
    return f'"{", ".join([*ids[1:], ids[0]])}"'


def says(exercise):
    return {
        "not_moved": NOT_MOVED, "twice": TWICE, "counted": COUNTED, "in_order": IN_ORDER, "to_move": TO_MOVE,
    }  # fmt: skip


KIND = Kind(
    fields, understand, lines, example, judge, above="Put the lines in order.", wrong=wrong, says=says
)  # fmt: skip
