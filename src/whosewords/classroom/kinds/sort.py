"""An option for each of several items."""

from ..asking import CLOSE, CLOSE_ENOUGH, NOT_YET, ONE, RIGHT, Field, Judgement, Kind, chosen, of_items

SAME = "If you give everything the same answer, you have not told anything apart."
COUNTED = "In their place: {right} of {wanted}."
IN_PLACE, NOT_IN_PLACE = "✓ right", "○ not right"


def fields(exercise, value):
    """A field for each item."""
    before = value or {}
    return [
        Field(ONE, exercise.options, item.id, item.text, before.get(item.id), row=True)
        for item in exercise.items
    ]


def understand(exercise, given):
    """A dictionary of item to option."""
    return {item: chosen(exercise, one) for item, one in of_items(exercise, given).items()}


def judge(exercise, key, given):
    """`key.accept` has a further right option for an item."""
    accept = dict(key.accept)
    right = {item for item, wanted in key.answer.items() if given[item] in (wanted, accept.get(item, wanted))}
    marks = {item: IN_PLACE if item in right else NOT_IN_PLACE for item in given}
    if len(right) == len(key.answer):
        return Judgement(RIGHT, "", marks)
    counted = COUNTED.format(right=len(right), wanted=len(key.answer))
    if len(set(given.values())) < 2:  # finds whatever belongs there, without telling anything apart
        return Judgement(NOT_YET, f"{counted} {SAME}")
    close = len(right) / len(key.answer) > CLOSE_ENOUGH
    return Judgement(CLOSE if close else NOT_YET, counted, marks)


def lines(exercise, value):
    texts = dict(exercise.options)
    return [
        f"{item.text.removesuffix('.')}: {texts.get(value[item.id], value[item.id])}"
        for item in exercise.items
        if item.id in value
    ]


def wrong(exercise, key, value):
    """Each item that is not in its place, with its option. Of one answer for everything no item is marked,
    and that is told."""
    marks, options = judge(exercise, key, value).marks, dict(exercise.options)
    if not marks:
        return [f"the same for everything: {options[value[exercise.items[0].id]]}"]
    return [
        f"{item.text.removesuffix('.')}: {options[value[item.id]]}"
        for item in exercise.items
        if marks[item.id] == NOT_IN_PLACE
    ]


def example(exercise):
    names = [option.id for option in exercise.options]
    return '"' + ", ".join(names[n % len(names)] for n in range(len(exercise.items))) + '"'


def says(exercise):
    return {"same": SAME, "counted": COUNTED, "in_place": IN_PLACE, "not_in_place": NOT_IN_PLACE}


KIND = Kind(fields, understand, lines, example, judge, wrong=wrong, says=says)
