"""Controls for the test before and after: all tasks on one card, one button, no reply but “saved”."""

import ipywidgets

from ..classroom import sitting as state
from ..classroom.asking import gathered
from ..classroom.kinds import kind_of
from ..display.html import style, together
from ..display.replies import question
from .card import card, go, reply_of
from .fields import drawn
from .live import Live, shown_by


class Sitting(Live, state.Sitting):
    """A form of the test with its controls."""

    def controls(self):
        return sitting(self)


before_after = shown_by(Sitting, state.before_after)


def sitting(test):
    """All tasks, each with what was answered before; what is empty is left out when it is saved."""
    before, told, rows = test.answers, ipywidgets.HTML(), []
    for task in test.form.tasks:
        fields = kind_of(task).fields(task, before.get(state.short(task)))
        rows.append((task, fields, [drawn(task, field) for field in fields]))

    def answered():
        given = {state.short(task): gathered(fields, [part.read() for part in parts])
                 for task, fields, parts in rows}  # fmt: skip
        return {id: value for id, value in given.items() if value not in (None, "", [], {})}

    shown = [
        widget
        for task, _, parts in rows
        for widget in [
            ipywidgets.HTML(question(state.short(task), task.question)),
            *(widget for part in parts for widget in part.widgets),
        ]
    ]

    def save():
        told.value = reply_of(lambda: test.take(answered())).html()

    return card([ipywidgets.HTML(together(style(), test.html())), *shown, go(state.SAVE, save), told])
