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
    """All tasks, each with what was answered before; what is empty or half done is left out when
    it is saved, and told to be open."""
    before, told, rows = test.answers, ipywidgets.HTML(), []
    for task in test.form.tasks:
        fields = kind_of(task).fields(task, before.get(state.short(task)))
        rows.append((task, fields, [drawn(task, field) for field in fields]))

    def answered():
        for task, fields, parts in rows:
            given = gathered(fields, [part.read() for part in parts])
            if state.understood(task, given) is not None:
                yield state.short(task), given

    shown = [
        widget
        for task, _, parts in rows
        for widget in [
            ipywidgets.HTML(question(state.task_name(task), task.question)),
            *(widget for part in parts for widget in part.widgets),
        ]
    ]

    def save():
        told.value = reply_of(lambda: test.take(dict(answered()))).html()

    return card([ipywidgets.HTML(together(style(), test.html())), *shown, go(state.SAVE, save), told])
