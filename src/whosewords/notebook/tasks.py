"""Controls for a question: they show it, take an answer and hand it on. What it means is decided
elsewhere."""

import asyncio
from collections.abc import Callable
from typing import NamedTuple

import ipywidgets

from ..classroom import tasks
from ..classroom.replies import Line, Reply, question_html
from ..display.html import style
from ..display.replies import part, question
from ..problems import Problem
from .choice import Pick
from .live import Live, shown_by

AFTER_ENTER = 0.25  # seconds until what stood in the field has arrived
PAUSE = 1.5  # seconds without typing after which an open answer is saved


class Control(NamedTuple):
    """What takes an answer: widgets to show, how to read the answer, and a widget whose `value` is the
    answer."""

    widgets: list
    read: Callable
    watched: object = None


class Task(Live, tasks.Task):
    """A question with its controls."""

    def controls(self):
        return answering(self)


class Ticket(Live, tasks.Ticket):
    """The exit ticket with its controls."""

    def controls(self):
        return ticketing(self)


predict, check = shown_by(Task, tasks.predict), shown_by(Task, tasks.check)
exit_ticket = shown_by(Ticket, tasks.exit_ticket)


def answering(task):
    """The controls of a `Task`, as one widget."""
    exercise, reply = task.exercise, task.reply
    control = CONTROLS[exercise.kind](exercise, task.value)
    told = ipywidgets.HTML(reply.html() if reply else "")

    def send(final=True):
        told.value = _reply(lambda: task.take(control.read(), final)).html()

    parts = [ipywidgets.HTML(style() + question_html(exercise)), *control.widgets]
    if exercise.guess and control.watched is not None:
        control.watched.observe(lambda change: send(), "value")
    else:
        name = "Save my guess" if exercise.guess else "Save" if exercise.kind == "words" else "Check"
        parts.append(go(name, send))
    if exercise.kind == "number":
        on_enter(control.widgets[0], send)
    if exercise.kind == "words":
        after_a_pause(control.watched, lambda: send(final=False))
    return card([*parts, told])


def ticketing(ticket):
    """The controls of a `Ticket`: two rows of buttons and a field for a word of one's own; each tap is kept
    at once."""
    before = ticket.before
    sure = Pick(tasks.SURENESS, before["confidence"], row=True)
    word = Pick([(one, one) for one in tasks.WORDS], before["word"], row=True)
    own = before["word"] if before["word"] not in tasks.WORDS else ""
    own = ipywidgets.Text(own, description="Or a word of your own, then Enter", continuous_update=False)
    told = ipywidgets.HTML()

    def send(_=None):
        told.value = _reply(lambda: ticket.take(sure.value, own.value.strip() or word.value)).html()

    # The word that was touched last is the one that is kept, and only that one is shown as chosen.
    def tapped(change):
        if change.new is not None:
            own.value = ""
            send()

    def typed(change):
        if change.new.strip():
            word.value = None
            send()

    for control, act in ((sure, send), (word, tapped), (own, typed)):
        control.observe(act, "value")
    first, second = ticket.questions
    head = style() + question("Exit ticket · two taps", first)
    return card([ipywidgets.HTML(head), sure, ipywidgets.HTML(question("", second)), word, own, told])


def card(parts):
    """Widgets as one card, in the look of everything asked."""
    box = ipywidgets.VBox(parts)
    box.add_class("ww-task")
    return box


def go(name, act):
    """The button that hands an answer in."""
    button = ipywidgets.Button(description=name)
    button.add_class("ww-go")
    button.on_click(lambda _: act())
    return button


def on_enter(field, act):
    """Call `act` when Enter is pressed in a field: whoever types a number need not go on to the button."""
    # The browser tells of the key first and of what was typed right after it.
    field.on_msg(lambda _, content, buffers: later(AFTER_ENTER, act) if "event" in content else None)


def after_a_pause(field, act):
    """Call `act` when nobody has typed in a field for a moment; at once where there is no clock."""
    waiting = []

    def typed(_):
        while waiting:
            waiting.pop().cancel()
        waiting.extend(later(PAUSE, act))

    field.observe(typed, "value")


def later(seconds, act):
    """Call `act` after some seconds, and give what can cancel that, in a list; at once where there is no
    clock."""
    try:
        return [asyncio.get_running_loop().call_later(seconds, act)]
    except RuntimeError:
        act()
        return []


def _reply(submit):
    try:
        return submit()
    except Problem as problem:
        return Reply("not yet", (Line("lead", str(problem)),))


def _choice(exercise, value):
    pick = Pick(exercise.options, value)

    def read():
        if pick.value is None:
            raise Problem("Choose one of the answers first.")
        return pick.value

    return Control([pick], read, pick)


def _several(exercise, value):
    boxes = {
        id: ipywidgets.Checkbox(id in (value or ()), description=text, indent=False)
        for id, text in exercise.options
    }
    return Control(list(boxes.values()), lambda: [id for id, box in boxes.items() if box.value])


def _sort(exercise, value):
    picks, shown = {}, []
    for id, text in exercise.items:
        picks[id] = Pick(exercise.options, (value or {}).get(id), row=True, about=text)
        shown += [ipywidgets.HTML(part(text)), picks[id]]
    return Control(shown, lambda: {id: pick.value for id, pick in picks.items() if pick.value})


def _number(exercise, value):
    field = ipywidgets.Text(
        "" if value is None else f"{value:g}",
        description=f"Your number{f' ({exercise.unit})' * bool(exercise.unit)}",
        continuous_update=False,  # sent when the field is left: a fast “Check” cannot overtake the last digit
    )
    return Control([field], lambda: field.value)


def _words(exercise, value):
    field = ipywidgets.Textarea(value or "", description=f"Your answer to {exercise.id}", rows=6)
    return Control([field], lambda: field.value, field)


CONTROLS = {"choice": _choice, "several": _several, "sort": _sort, "number": _number, "words": _words}
