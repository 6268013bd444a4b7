"""Controls for tagging: one phrase at a time, a code to tap, then how sure. Every tap is saved at once."""

import ipywidgets

from ..classroom import tagging as state
from ..display.html import paragraph, style, together
from ..display.replies import head, part, question, steady
from ..measures.tagging import CODES, SURE
from .card import card, reply_of
from .choice import Pick
from .live import Live, shown_by
from .one_by_one import OneByOne
from .twice import Last


class Tagging(Live, state.Tagging):
    """The phrases of a round with their controls."""

    def controls(self):
        return controls(self)


tag = shown_by(Tagging, state.tag)


def controls(tagging):
    """The controls of a `Tagging`."""
    return Phrases(tagging).box


class Phrases(OneByOne):
    """One phrase at a time. Skip goes on at once; any other code waits for how sure one is."""

    def __init__(self, tagging):
        super().__init__()
        self.tagging, self.last = tagging, Last()
        self.shown, self.result = ipywidgets.HTML(), ipywidgets.HTML()
        self.code = Pick(CODES.items(), row=True)
        self.sure = Pick(SURE.items(), row=True, about=state.SAY["sure"])
        for pick in (self.code, self.sure):
            pick.observe(self._tapped, "value")
        self.begin()
        start = head(f"Round {tagging.number}: alone and in silence"), paragraph(state.RULE)
        asked = ipywidgets.HTML(part(state.SAY["sure"]))
        self.box = card([
            ipywidgets.HTML(together(style(), start)), self.shown, self.code, asked, self.sure, self.ways,
            self.result,
        ])  # fmt: skip

    @property
    def many(self):
        return len(self.tagging.items)

    def is_done(self, at):
        return is_answered(self.tagging, self.tagging.items[at])

    def show(self):
        item = self.tagging.items[self.at]
        number = f"Phrase {self.at + 1} of {self.many}"
        self.shown.value = steady(question("", number), state.drawn(item))
        self.code.value, self.sure.value = self.tagging.codes.get(item.id), self.tagging.sure.get(item.id)
        self.result.value = self.tagging.result().html() if self.tagging.codes else ""

    def _tapped(self, change):
        if self.moving or change.new is None:
            return
        id = self.tagging.items[self.at].id
        # A second press of the button that went on: nobody has read this phrase.
        again = self.last.again(change.new)
        if not again:
            part_of = "codes" if change.owner is self.code else "sure"
            if kept := reply_of(lambda: self.tagging.keep(**{part_of: {id: change.new}})):
                self.result.value = kept.html()  # why it could not be kept
                return
        self.go_on() if not again and self.is_done(self.at) else self.turn(self.at)
        self.last.note(change.new)


def is_answered(tagging, item):
    """Whether a phrase needs no more taps: it was skipped, or has a code and says how sure."""
    code = tagging.codes.get(item.id)
    return code == "skip" or (code is not None and item.id in tagging.sure)
