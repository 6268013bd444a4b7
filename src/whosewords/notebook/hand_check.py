"""Controls for the check by hand: one hit at a time, three verdicts to tap. Every tap is saved at once."""

import ipywidgets

from ..classroom import hand_check as state
from ..display.html import paragraph, style, together
from ..display.replies import head, question, steady
from ..measures.precision import VERDICTS
from .card import card, reply_of
from .choice import Pick
from .live import Live, shown_by
from .one_by_one import OneByOne


class HandCheck(Live, state.HandCheck):
    """The check by hand with its controls."""

    def controls(self):
        return checking(self)


hand_check = shown_by(HandCheck, state.hand_check)


def checking(check):
    """The controls of a `HandCheck`."""
    return Hits(check).box


class Hits(OneByOne):
    """One hit at a time: the three verdicts stay where they are, so that the focus need not move."""

    def __init__(self, check):
        super().__init__()
        self.check, self.shown, self.result = check, ipywidgets.HTML(), ipywidgets.HTML()
        self.pick = Pick(VERDICTS.items(), row=True)
        self.pick.observe(self._judged, "value")
        self.begin()
        first = together(style(), head("Your own check"), paragraph(" ".join([state.RULE, *check.limits])))
        self.box = card([ipywidgets.HTML(first), self.shown, self.pick, self.ways, self.result])

    @property
    def many(self):
        return len(self.check.cases)

    def is_done(self, at):
        return self.check.cases[at].id in self.check.verdicts

    def show(self):
        case, verdicts = self.check.cases[self.at], self.check.verdicts
        number = f"Hit {self.at + 1} of {self.many}"
        self.shown.value = steady(question("", number), state.drawn(case, self.check.shelf))
        self.pick.value = verdicts.get(case.id)
        self.result.value = state.result(self.check, verdicts).html() if verdicts else ""

    def _judged(self, change):
        if self.moving or change.new is None:
            return
        kept = reply_of(lambda: self.check.keep({self.check.cases[self.at].id: change.new}))
        if kept:  # why it could not be kept
            self.result.value = kept.html()
        else:
            self.go_on()
