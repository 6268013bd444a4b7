"""Controls for a question: they show it, take an answer and hand it on. What it means is decided
elsewhere."""

import asyncio

import ipywidgets

from ..classroom import tasks
from ..classroom.asking import AREA, LINE, NUMBER, ONE, gathered
from ..classroom.kinds import kind_of
from ..classroom.replies import Line, Reply, question_html
from ..display.html import style
from ..display.replies import question
from ..problems import Problem
from .choice import Pick
from .fields import drawn
from .live import Live, shown_by

AFTER_ENTER = 0.25  # seconds until what stood in the field has arrived
PAUSE = 1.5  # seconds without typing after which an open answer is saved


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
    exercise, kind, reply = task.exercise, kind_of(task.exercise), task.reply
    fields = kind.fields(exercise, task.value)
    parts = [drawn(exercise, field) for field in fields]
    told = ipywidgets.HTML()

    def tell(reply):
        told.value = reply.html()
        for part in parts:
            part.mark(reply.marks)

    def send(final=True):
        tell(_reply(lambda: task.take(gathered(fields, [part.read() for part in parts]), final)))

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
        shown.append(go("Save my guess" if exercise.guess else "Save" if kind.is_open else "Check", send))
    return card([ipywidgets.HTML(style() + question_html(exercise)), *shown, told])


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
