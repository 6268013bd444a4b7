"""The review of somebody's brief as controls: the brief, then its grid, one criterion after the other. Each
mark and each word is saved at once."""

import ipywidgets

from ..display.finding import look
from ..display.html import block, bullets, heading, isolated, paragraph, status, style, together, unfold
from ..display.replies import head, part, question
from ..own_event import reviewing as state
from ..own_event.brief import brief
from ..own_event.grids import LAST
from ..own_event.review_file import REST, in_words
from ..publish.brief_page import piece
from ..publish.reviews import Reviews
from ..publish.reviews import review as plain_review
from .card import card, go, why
from .event_fields import Told, choice, field, line
from .live import Live, shown_by

HEAD = "A review of a framing brief"
HOW = (
    "Read the brief. Then give a mark for each line of the grid, and write what it asks for. You review the "
    "brief, and neither its author nor the event."
)


class Reviewing(Live, state.Reviewing):
    """A review with its controls."""

    def controls(self):
        return Form(self).box


review = shown_by(Reviewing, plain_review)


class Form:
    """The controls of a `Reviewing`; what is missing is said at its end."""

    def __init__(self, reviewing):
        self.reviewing, self.told, self.left = reviewing, Told(), ipywidgets.HTML()
        given, event = reviewing.review, reviewing.event
        notes = bullets(map(isolated, event.notes))
        top = together(style(), look(), head(HEAD), question("", event.title), paragraph(HOW), notes)
        self.by = field("Who reviews? (a made-up name)", given.by, self._name)
        self.fields: dict = {}
        rows = [self._criterion(number, one) for number, one in enumerate(given.grid, 1)]
        rows.append([self._field(REST, LAST[given.kind])])
        parts = [line(top), line(brief_of(event)), self.by, *(part for row in rows for part in row)]
        self.box = card([*parts, self.left, go("Write the file for the author", self._give), self.told])
        self._tell()

    def _criterion(self, number, one):
        levels = [(mark, f"{mark} {level}") for mark, level in one.levels.items()]
        given = self.reviewing.review
        asked = f"{number} of {len(given.grid)}. {one.name}"
        marks = choice(asked, levels, given.marks.get(one.id), lambda mark: self._mark(one.id, mark))
        return [*marks, self._field(one.id, f"{one.name.rstrip('?')}: {one.asks[0].lower()}{one.asks[1:]}")]

    def _field(self, criterion, label):
        before = self.reviewing.review.words.get(criterion, "")
        self.fields[criterion] = box = field(label, before, lambda text: self._write(criterion, text), True)
        return box

    def _mark(self, criterion, mark):
        self._after(lambda: self.reviewing.mark(criterion, mark))

    def _write(self, criterion, text):
        self._after(lambda: self.reviewing.write(criterion, text))

    def _name(self, name):
        self._after(lambda: self.reviewing.by(name))

    def _after(self, act):
        self.told.after(act)
        self._tell()

    def _give(self):
        """Write the file, with what was typed a moment ago."""

        def act():
            self.reviewing.by(self.by.value)
            for criterion, box in self.fields.items():
                self.reviewing.write(criterion, box.value)
            done.append(status(isolated(repr(self.reviewing.export()))))

        done: list = []
        self._after(act)
        if done:
            self.told.say(done[0])

    def _tell(self):
        review = self.reviewing.review
        wants = review.missing()
        told = f"Still missing: {in_words(wants)}." if wants else "Nothing is missing."
        self.left.value = together(part(isolated(review.in_short)), status(told))


def brief_of(event):
    """The brief of an event, folded open, as far as it can be shown."""
    try:
        made = brief(event)
    except Exception as fault:  # whatever a folder that was changed by hand holds, it can be reviewed
        return paragraph(isolated(f"The brief cannot be shown. {why(fault)}"))
    about = paragraph(isolated(f"{made.about}{'. By ' + made.made_by if made.made_by else ''}"))
    blocks = [together(heading(3, block.title), map(piece, block.parts)) for block in made.blocks]
    refused = bullets(map(isolated, made.missing))
    missing = unfold(f"What is missing in it: {len(made.missing)}", refused) if made.missing else None
    given = Reviews(event).html(3) if event.may_write else None
    return block(unfold("The brief", about, blocks, missing, given, open=True), look="ww-mybrief")
