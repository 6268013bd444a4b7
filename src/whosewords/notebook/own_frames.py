"""Controls for a frame grid: own words, proof, paragraph, or blank. See `classroom.own_frames`."""

import ipywidgets

from ..classroom import own_frames
from ..classroom.frame_boxes import understood
from ..classroom.replies import Line, Reply
from ..display.html import paragraph, style, together
from ..display.replies import part, question
from ..measures.frames import BOXES
from .card import card, go, reply_of
from .live import Live, shown_by
from .pauses import after_a_pause


class OwnGrid(Live, own_frames.OwnGrid):
    """A student's own frame grid with its controls."""

    def controls(self):
        return filling(self)


my_frames = shown_by(OwnGrid, own_frames.my_frames)


def filling(grid, changed=lambda: None):
    """The controls of an `OwnGrid`: what is typed is saved when nobody has typed for a moment, and `changed`
    is called."""
    head = together(style(), question("Your own frame grid", grid.name), paragraph(own_frames.RULE))
    rows = {box: Row(grid, box, changed) for box in BOXES}
    told = ipywidgets.HTML(grid.keep({}).html() if grid.done else "")

    def compare():
        told.value = reply_of(lambda: grid.keep({box: row.value for box, row in rows.items()})).html()
        changed()

    parts = [part for row in rows.values() for part in row.parts]
    return card([ipywidgets.HTML(head), *parts, go(own_frames.FIELDS["go"], compare), told])


class Row:
    """The controls of one box; `parts` are the widgets, `value` is what they hold."""

    def __init__(self, grid, box, changed):
        self.grid, self.box, self.changed = grid, box, changed
        filled, name = grid.boxes[box], box.capitalize()
        head = part(f"{name}: {BOXES[box]}")
        labels = {field: label.format(box=name) for field, label in own_frames.FIELDS.items()}
        self.own_words = ipywidgets.Textarea(filled["own_words"], description=labels["own_words"], rows=3)
        self.proof = ipywidgets.Text(filled["proof"], description=labels["proof"])
        self.paragraph = ipywidgets.Text(str(filled["paragraph"] or ""), description=labels["paragraph"])
        blank = own_frames.FIELDS["blank"].format(box=box)
        self.blank = ipywidgets.Checkbox(filled["blank"], description=blank, indent=False)
        self.told = ipywidgets.HTML(self.reply().html() if filled == grid.given.get(box) else "")
        self.own_words.add_class("ww-low")
        self.proof.add_class("ww-wide")
        fields = [self.own_words, self.proof, *([self.paragraph] if grid.article else [])]
        for field in fields:
            field.add_class("ww-field")
            after_a_pause(field, self.save)
        self.blank.observe(lambda _: self.save(), "value")
        self.parts = [ipywidgets.HTML(head), *fields, self.blank, self.told]

    @property
    def value(self):
        if self.blank.value:
            return understood(self.box, "blank") | {
                "own_words": self.own_words.value,
                "proof": self.proof.value,
            }
        return understood(self.box, (self.own_words.value, self.proof.value, self.paragraph.value))

    def save(self):
        """Keep the box as it stands, and say what it wants."""
        self.told.value = reply_of(self.saved).html()
        self.changed()

    def saved(self):
        """Keep the box as it stands; gives a `Reply`."""
        self.grid.save({self.box: self.value})
        return self.reply()

    def reply(self):
        """What is said about the box as it is kept."""
        return Reply("saved", (Line("", self.grid.says(self.grid.boxes[self.box])),))
