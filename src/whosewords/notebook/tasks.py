"""Controls for a question: they show it, take an answer and hand it on. What it means is decided
elsewhere."""

import ipywidgets

from ..classroom import tasks
from ..classroom.asking import AREA, LINE, NUMBER, ONE, gathered
from ..classroom.kinds import kind_of
from ..classroom.replies import question_html
from ..display.html import style
from .card import card, go, reply_of
from .fields import drawn
from .live import Live, shown_by
from .pauses import after_a_pause, on_enter


class Task(Live, tasks.Task):
    """A question with its controls."""

    def controls(self):
        return answering(self)


predict, check = shown_by(Task, tasks.predict), shown_by(Task, tasks.check)


def answering(task):
    """The controls of a `Task`, as one widget."""
    exercise, kind, reply = task.exercise, kind_of(task.exercise), task.reply
    fields = kind.fields(exercise, task.value)
    parts = [drawn(exercise, field) for field in fields]
    told = ipywidgets.HTML()

    def tell(reply):
        told.value = reply.html()
        for part in parts:
            part.mark(reply.marks)

    def send(final=True):
        tell(reply_of(lambda: task.take(gathered(fields, [part.read() for part in parts]), final)))
        if exercise.guess and task.value is not None:  # seen already: the first guess stays, and is shown
            for part, field in zip(parts, kind.fields(exercise, task.value), strict=True):
                part.write(field.value)

    if reply:
        tell(reply)
    for part in parts:
        if part.form in (NUMBER, LINE):
            on_enter(part.watched, send)
        if part.form == AREA and kind.is_open:
            after_a_pause(part.watched, lambda: send(final=False))
    shown = [widget for part in parts for widget in part.widgets]
    if exercise.guess and [part.form for part in parts] == [ONE]:
        parts[0].watched.observe(lambda _: send(), "value")
    else:
        named = tasks.SAVE_GUESS if exercise.guess else tasks.SAVE if kind.is_open else tasks.CHECK
        shown.append(go(named, send))
    return card([ipywidgets.HTML(style() + question_html(exercise)), *shown, told])
