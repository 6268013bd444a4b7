"""The fields of an exercise as widgets: each is drawn by its form, whatever kind of exercise asks with it."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import ipywidgets

from ..classroom.asking import AREA, LINE, MANY, NUMBER, ONE, ORDER
from ..display.replies import part
from .choice import Pick
from .strip import Strip


class Drawn(NamedTuple):
    """A field as widgets: what is shown, a call that gives what stands in it, one that writes marks (texts by
    the id of an item or option) beside it, and one that puts an answer into it. `watched` changes its `value`
    with the answer."""

    form: str
    widgets: list
    read: Callable
    mark: Callable
    write: Callable
    watched: object = None


def drawn(exercise, field):
    """A `Field` of an exercise as `Drawn`."""
    return FORMS[field.form](exercise, field)


def _one(exercise, field):
    pick = Pick(field.options, field.value, field.row, about=field.label or None)
    label = ipywidgets.HTML(part(field.label))

    def mark(marks):
        if field.item:
            told = marks.get(field.item, "")
            label.value = part(field.label, told)
            pick.tell(_named(field.label, told))

    pick.observe(lambda _: mark({}), "value")  # a mark is about the answer that was checked
    shown = [label, pick] if field.item else [pick]
    return Drawn(field.form, shown, lambda: pick.value, mark, partial(setattr, pick, "value"), pick)


def _many(exercise, field):
    boxes = {
        id: ipywidgets.Checkbox(id in (field.value or ()), description=text, indent=False)
        for id, text in field.options
    }
    label = ipywidgets.HTML(part(field.label))

    def mark(marks):
        label.value = part(field.label, marks.get(field.item, ""))
        for id, text in field.options:
            boxes[id].description = _named(text, marks.get(id, "") if not field.item else "")

    for id, text in field.options:
        boxes[id].observe(lambda _, box=boxes[id], text=text: setattr(box, "description", text), "value")

    def write(value):
        for id, box in boxes.items():
            box.value = id in (value or ())

    shown = [label, *boxes.values()] if field.item else list(boxes.values())
    return Drawn(field.form, shown, lambda: [id for id, box in boxes.items() if box.value], mark, write)


def _order(exercise, field):
    strip = Strip(field.options, field.value, field.code)
    return Drawn(field.form, [strip], lambda: [*strip.value], strip.mark, strip.put, strip)


def _written(exercise, field):
    before = _typed(field.value)
    if field.form == AREA:
        name = field.label or f"Your answer to {exercise.id}"
        box = ipywidgets.Textarea(before, description=name, rows=6)
    else:
        name = field.label or ("Your number" if field.form == NUMBER else f"Your answer to {exercise.id}")
        name += f" ({field.unit})" * bool(field.unit)
        # Sent when the field is left: a fast “Check” cannot overtake the last digit.
        box = ipywidgets.Text(before, description=name, continuous_update=False)

    def mark(marks):
        box.description = _named(name, marks.get(field.item, ""))

    def write(value):
        box.value = _typed(value)

    box.observe(lambda _: mark({}), "value")
    return Drawn(field.form, [box], lambda: box.value, mark, write, box)


def _typed(value):
    """An answer as it stands in a field to type in."""
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _named(text, mark):
    return f"{text} ({mark})" if mark else text


FORMS = {ONE: _one, MANY: _many, ORDER: _order, NUMBER: _written, LINE: _written, AREA: _written}
