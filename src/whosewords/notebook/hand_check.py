"""Controls for the check by hand: one hit at a time, three verdicts to tap. Every tap is saved at once."""

import ipywidgets

from ..classroom import hand_check as state
from ..display.html import paragraph, style, together
from ..display.replies import head, question, steady
from ..measures.precision import VERDICTS
from .card import card, reply_of
from .choice import Pick
from .live import Live, shown_by


class HandCheck(Live, state.HandCheck):
    """The check by hand with its controls."""

    def controls(self):
        return checking(self)


hand_check = shown_by(HandCheck, state.hand_check)


def checking(check):
    """One hit at a time: the three verdicts stay where they are, so that the focus need not move."""
    at = {"place": 0, "moving": False}
    shown, result = ipywidgets.HTML(), ipywidgets.HTML()
    pick = Pick(VERDICTS.items(), row=True)
    back, on = ipywidgets.Button(description="Back"), ipywidgets.Button(description="Next")
    ways = ipywidgets.Box([back, on])
    ways.add_class("ww-row")
    ways.layout.margin = ".6rem 0 0"

    def look(place):
        at["place"] = place % len(check.cases)
        case, verdicts = check.cases[at["place"]], check.verdicts
        number = f"Hit {at['place'] + 1} of {len(check.cases)}"
        shown.value = steady(question("", number), state.drawn(case, check.shelf))
        at["moving"] = True
        pick.value = verdicts.get(case.id)
        at["moving"] = False
        result.value = state.result(check, verdicts).html() if verdicts else ""

    def judged(change):
        if at["moving"] or change.new is None:
            return
        kept = reply_of(lambda: check.keep({check.cases[at["place"]].id: change.new}))
        if kept:  # why it could not be kept
            result.value = kept.html()
            return
        left = [i for i, case in enumerate(check.cases) if case.id not in check.verdicts]
        look(next((i for i in left if i > at["place"]), left[0] if left else at["place"]))

    pick.observe(judged, "value")
    back.on_click(lambda _: look(at["place"] - 1))
    on.on_click(lambda _: look(at["place"] + 1))
    open_now = [i for i, case in enumerate(check.cases) if case.id not in check.verdicts]
    look(open_now[0] if open_now else 0)
    first = together(style(), head("Your own check"), paragraph(" ".join([state.RULE, *check.limits])))
    return card([ipywidgets.HTML(first), shown, pick, ways, result])
