"""The fields of an exercise as widgets: each is drawn by its form, whatever kind of exercise asks with it."""

from collections.abc import Callable
from typing import NamedTuple

import ipywidgets

from ..classroom.asking import AREA, LINE, MANY, NUMBER, ONE
from ..display.replies import part
from .choice import Pick


class Drawn(NamedTuple):
    """A field as widgets: what is shown, a call that gives what stands in it, and one that writes marks
    (texts by the id of an item or option) beside it. `watched` changes its `value` with the answer."""

    form: str
    widgets: list
    read: Callable
    mark: Callable
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
    return Drawn(field.form, [label, pick] if field.item else [pick], lambda: pick.value, mark, pick)


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
    shown = [label, *boxes.values()] if field.item else list(boxes.values())
    return Drawn(field.form, shown, lambda: [id for id, box in boxes.items() if box.value], mark)


def _written(exercise, field):
    before = "" if field.value is None else field.value
    if field.form == AREA:
        name = field.label or f"Your answer to {exercise.id}"
        box = ipywidgets.Textarea(before, description=name, rows=6)
    else:
        name = field.label or ("Your number" if field.form == NUMBER else f"Your answer to {exercise.id}")
        name += f" ({field.unit})" * bool(field.unit)
        before = f"{before:g}" if isinstance(before, (int, float)) else before
        # Sent when the field is left: a fast “Check” cannot overtake the last digit.
        box = ipywidgets.Text(before, description=name, continuous_update=False)

    def mark(marks):
        box.description = _named(name, marks.get(field.item, ""))

    box.observe(lambda _: mark({}), "value")
    return Drawn(field.form, [box], lambda: box.value, mark, box)


def _named(text, mark):
    return f"{text} ({mark})" if mark else text


FORMS = {ONE: _one, MANY: _many, NUMBER: _written, LINE: _written, AREA: _written}
