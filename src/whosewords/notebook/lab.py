"""The controls of the sentence lab: they hand on what is typed and pressed, and show what comes back."""

import asyncio
import gc
import time

import ipywidgets
from traitlets import Unicode

from ..classroom import lab
from ..classroom.lab import drawing
from ..classroom.lab.state import FREE, paragraphs
from ..classroom.lab.tasks import TASKS, stated
from ..display.html import status, together
from ..display.replies import part, question
from ..shelf.catalogue import articles
from .card import card, go, reply_of, why
from .choice import Pick
from .live import Live, shown_by
from .pauses import after_a_pause

QUICK = 0.1  # seconds; an answer that takes longer is not given for every key
LONGEST_WAIT = 1.0  # seconds


class Field(ipywidgets.Textarea):
    """A text area that does not send back to the browser what the browser has just sent."""

    value = Unicode("").tag(sync=True, echo_update=False)


class Following:
    """Calls `act` for each change of a field: at once while that is quick, else at most once in a while.

    The browser sends the next change only when the last one is dealt with, so nothing piles up. A change that
    waits is never put off by the next one: whoever types without a rest sees changes all the same.
    """

    def __init__(self, field, act):
        self.act, self.took, self.waiting = act, 0.0, None
        field.observe(self._changed, "value")

    def _changed(self, _):
        if self.waiting:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            loop = None
        if loop is None or self.took < QUICK:
            self.now()
        else:
            self.waiting = loop.call_later(min(LONGEST_WAIT, 2 * self.took), self.now)

    def now(self):
        """Do it now, and measure how long it takes."""
        if self.waiting:
            self.waiting.cancel()
        self.waiting, start = None, time.perf_counter()
        self.act()
        self.took = time.perf_counter() - start


class Lab(Live, lab.Lab):
    """The sentence lab with its controls."""

    def controls(self):
        return rewriting(self)


rewrite = shown_by(Lab, lab.rewrite)


def rewriting(lab):
    """The sentence lab as one widget. lab: a `lab.Lab`, which knows what everything means."""
    field = Field(lab.draft.text, description="Your text: type or paste", rows=12)
    figures, places, task = ipywidgets.HTML(), ipywidgets.HTML(), ipywidgets.HTML(drawing.task(lab.task))
    marked = [ipywidgets.HTML() for _ in range(4)]  # an element that stays is neither sent nor drawn anew
    said, reply, stale = ipywidgets.HTML(), ipywidgets.HTML(), ipywidgets.HTML()

    def show():
        lab.typed(field.value)
        for shows, html in zip(marked, lab.marked(), strict=True):
            shows.value = html
        figures.value, places.value, stale.value = lab.figures(), lab.loaded_words(), lab.stale()

    def tell(act):
        try:
            told = act()
        except Exception as fault:
            told = why(fault)
        said.value = status(told, look="ww-status")

    def pressed(act):
        lab.typed(field.value)
        tell(act)
        field.value = lab.draft.text
        live.now()

    def checked():
        lab.typed(field.value)
        reply.value, stale.value = reply_of(lab.check).html(), ""

    def paused():
        tell(lab.pause)
        figures.value = lab.figures()  # another text has become the first version

    live = Following(field, show)
    after_a_pause(field, paused)
    tasks = Pick([(FREE, "No task"), *((one.id, one.name) for one in TASKS.values())], lab.task, row=True)

    def chosen(change):
        tell(lambda: lab.choose(change.new))
        task.value, reply.value, stale.value = drawing.task(change.new), "", ""

    tasks.observe(chosen, "value")
    undo = _button("Undo", lambda: pressed(lab.undo))
    back = _button("Back to my first version", lambda: pressed(lab.back))
    keep = _button("Keep this as my first version", lambda: pressed(lab.keep))
    compare = _button("", lambda: (pressed(lab.compare), name_compare()))

    def name_compare():
        compare.description = "Hide my first version" if lab.comparing else "Compare with my first version"

    name_compare()
    name = ipywidgets.HTML(drawing.unseen("Your text, marked:"))
    shown = ipywidgets.Box([name, *marked], tabbable=True)
    for look in drawing.MARKED.split():
        shown.add_class(look)
    pair = ipywidgets.Box([field, shown])
    pair.add_class("ww-pair")
    buttons = _row(go("Check my text", checked), undo, compare, back, keep)
    show()
    first = "Change a word and watch what changes with it. Choose a task, or just try."
    head = ipywidgets.HTML(together(drawing.style(), question("The sentence lab", first)))
    box = card([
        head, tasks, task, *_starts(lambda *place: pressed(lambda: lab.begin(*place))), pair,
        ipywidgets.HTML(drawing.legend()), said, buttons, reply, stale, figures, places,
        ipywidgets.HTML(drawing.about()),
    ])  # fmt: skip
    box.add_class("ww-lab")
    # What is loaded by now stays. Python would look through all of it again and again for what can be thrown
    # away, and somebody who types would wait for that now and then, longer than for the answer itself.
    gc.unfreeze()  # what an earlier lab left behind
    gc.collect()
    gc.freeze()
    return box


def _starts(begin):
    """A button that opens the choice of a text of ours and of one of its paragraphs."""
    known = stated()["starts"]
    texts = Pick([(id, articles[id].name) for id in known], known[0], row=True)
    numbers = _row()
    panel = ipywidgets.VBox([
        ipywidgets.HTML(part("A text of ours")), texts, ipywidgets.HTML(part("Its paragraph")), numbers,
    ])  # fmt: skip
    panel.add_class("ww-starts")
    panel.layout.display = "none"

    def fill(_=None):
        numbers.children = [
            _button(f"¶{number}", lambda number=number: begin(texts.value, number))
            for number in paragraphs(texts.value)
        ]

    def turn():
        closed = panel.layout.display == "none"
        panel.layout.display = None if closed else "none"
        opener.description = "Close the choice of texts" if closed else "Start from a text of ours"
        if closed and not numbers.children:
            fill()

    opener = _button("Start from a text of ours", turn)
    texts.observe(fill, "value")
    return [_row(opener), panel]


def _row(*buttons):
    row = ipywidgets.Box(buttons)
    row.add_class("ww-row")
    row.add_class("ww-buttons")
    return row


def _button(name, act):
    button = ipywidgets.Button(description=name)
    button.on_click(lambda _: act())
    return button
