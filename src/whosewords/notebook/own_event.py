"""An event of one's own as controls: one step at a time, to be left and gone on with at any point. What is
typed is saved when nobody has typed for a moment; what is chosen is saved at once.
"""

import ipywidgets

from ..display.html import bullets, paragraph, status, style, together
from ..display.replies import head, question
from ..own_event import event as state
from ..own_event import opening
from ..own_event.steps import STEPS
from ..shelf import open_event
from .card import card
from .event_checks import count_panel, frames_panel, readability_panel, voices_panel
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
        self.where, self.wants = ipywidgets.HTML(), ipywidgets.HTML()
        self.wants.layout.margin = ".9rem 0 0"
        self.panel = ipywidgets.VBox([])
        self.buttons = {}
        for number, step in enumerate(STEPS, 1):
            button = ipywidgets.Button(description=f"{number} {step.name}", tooltip=step.asks)
            button.on_click(lambda _, step=step: self.go_to(step))
            self.buttons[step.id] = button
        row = ipywidgets.Box(list(self.buttons.values()))
        row.add_class("ww-row")
        row.layout.flex_flow = "row wrap"
        self.box = card([self.where, row, self.wants, self.panel])
        self.changed()
        if event.may_write:
            first = next((step for step in STEPS if not step.done(event)), STEPS[0])
            self.go_to(first)

    def go_to(self, step):
        """Open a step; its controls are made anew from what is saved."""
        settle()
        self.open = step
        for id, button in self.buttons.items():
            (button.add_class if id == step.id else button.remove_class)("ww-chosen")
        open_event.kept_in_step()
        _given_up(self.panel)
        self.panel.children = PANELS[step.id](self.event, self.changed)
        self.changed()

    def changed(self):
        """Say anew which steps are done and what the open one still wants."""
        done = [str(n) for n, step in enumerate(STEPS, 1) if step.done(self.event)]
        told = f"Steps done: {', '.join(done) or 'none yet'}. Saved in {self.event.folder.path}."
        if not self.event.may_write:
            told = f"Opened to be read: {self.event.folder.path}. Nothing in it is changed."
        self.where.value = together(
            style(), head(HEAD), question("", self.event.title), paragraph(told, look="ww-small"),
            bullets(self.event.notes),
        )  # fmt: skip
        if self.open:
            number = STEPS.index(self.open) + 1
            wanted = self.open.wants(self.event)
            wants = f"Still wants: {'; '.join(wanted)}." if wanted else "This step is done."
            self.wants.value = together(
                question(f"Step {number} of {len(STEPS)}: {self.open.name}", self.open.asks), status(wants)
            )


def _given_up(box):
    """Close what stands in a box, and all in it: a step that was left keeps no controls."""
    for old in box.children:
        if hasattr(old, "children"):
            _given_up(old)
        old.close()
