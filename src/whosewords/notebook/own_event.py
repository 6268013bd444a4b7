"""An event of one's own as controls: one step at a time, to be left and gone on with at any point. What is
typed is saved when nobody has typed for a moment; what is chosen is saved at once.
"""

import ipywidgets

from ..display.html import block, bullets, paragraph, style, together
from ..display.replies import head, question
from ..own_event import event as state
from ..own_event import opening
from ..own_event.limits import too_long_in
from ..own_event.steps import STEPS
from ..own_event.to_read import to_read
from ..shelf import open_event
from .card import card
from .event_checks import count_panel, frames_panel, readability_panel, voices_panel
from .event_fields import button, row
from .event_panels import (
    brief_panel,
    claims_panel,
    licence_panel,
    matrix_panel,
    names_panel,
    silences_panel,
    texts_panel,
)
from .live import Live, shown_by
from .pauses import settle

HEAD = "An event of your own"
NO_TEXTS = ("texts", "readability", "brief")  # steps in which nobody looks for words
PANELS = {
    "texts": texts_panel, "matrix": matrix_panel, "licence": licence_panel, "voices": voices_panel,
    "names": names_panel, "frames": frames_panel, "count": count_panel, "readability": readability_panel,
    "claims": claims_panel, "silences": silences_panel, "brief": brief_panel,
}  # fmt: skip


class Event(Live, state.Event):
    """An event with its controls."""

    def controls(self):
        return working(self)


new_event = shown_by(Event, opening.new_event)


def working(event):
    """The controls of an `Event`: the steps as buttons, and the step that is open."""
    return Steps(event).box


class Steps:
    """The steps of an event; `changed` is what every control calls after it saved something."""

    def __init__(self, event):
        self.event, self.open = event, None
        self.where, self.wants, self.texts = ipywidgets.HTML(), ipywidgets.HTML(), ipywidgets.HTML()
        self.wants.layout.margin = ".9rem 0 0"
        self.panel, self.ways = ipywidgets.VBox([]), ipywidgets.VBox([])
        self.buttons = {}
        for number, step in enumerate(STEPS, 1):
            made = ipywidgets.Button(description=f"{number} {step.name}", tooltip=step.asks)
            made.on_click(lambda _, step=step: self.go_to(step))
            self.buttons[step.id] = made
        steps = row(*self.buttons.values())
        self.box = card([self.where, steps, self.wants, self.texts, self.panel, self.ways])
        self.changed()
        if event.may_write:
            first = next((step for step in STEPS if not step.done(event)), STEPS[0])
            self.go_to(first)

    def go_to(self, step):
        """Open a step; its controls are made anew from what is saved."""
        settle()
        self.open = step
        for id, one in self.buttons.items():
            (one.add_class if id == step.id else one.remove_class)("ww-chosen")
        open_event.kept_in_step()
        _given_up(self.panel)
        self.panel.children = PANELS[step.id](self.event, self.changed)
        self.texts.value = "" if step.id in NO_TEXTS else to_read(self.event)
        _given_up(self.ways)
        self.ways.children = [row(self._on_to(after)) for after in STEPS[STEPS.index(step) + 1 :][:1]]
        self.changed()

    def _on_to(self, step):
        """The way to the next step: at the end of a long step its button at the top is out of sight."""

        def on():
            self.go_to(step)
            self.buttons[step.id].focus()

        return button(f"Next: {self.buttons[step.id].description}", on)

    def changed(self):
        """Say anew which steps are done and what the open one still wants."""
        done = [str(n) for n, step in enumerate(STEPS, 1) if step.done(self.event)]
        for number, one in enumerate(self.buttons.values(), 1):
            (one.add_class if str(number) in done else one.remove_class)("ww-done")
        told = f"Steps done: {', '.join(done) or 'none yet'}. Saved in {self.event.folder.path}."
        if not self.event.may_write:
            told = f"Opened to be read: {self.event.folder.path}. Nothing in it is changed."
        self.where.value = together(
            style(), head(HEAD), question("", self.event.title), paragraph(told, look="ww-small"),
            bullets(self.event.notes),
        )  # fmt: skip
        if self.open:
            number = STEPS.index(self.open) + 1
            wanted = [*self.open.wants(self.event), *too_long_in(self.event, number)]
            told = [paragraph("Still to do:"), bullets(wanted)] if wanted else paragraph("This step is done.")
            self.wants.value = together(
                question(f"Step {number} of {len(STEPS)}: {self.open.name}", self.open.asks),
                block(told, role="status"),
            )


def _given_up(box):
    """Close what stands in a box, and all in it: a step that was left keeps no controls."""
    for old in box.children:
        if hasattr(old, "children"):
            _given_up(old)
        old.close()
