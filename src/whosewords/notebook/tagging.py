"""Controls for tagging: one phrase at a time, a code to tap, then how sure. Every tap is saved at once."""

import ipywidgets

from ..classroom import tagging as state
from ..display.html import paragraph, style, together
from ..display.replies import head, part, question, steady
from ..measures.tagging import CODES, SURE
from .card import card
from .choice import Pick
from .live import Live, shown_by
from .twice import Last


class Tagging(Live, state.Tagging):
    """The phrases of a round with their controls."""

    def controls(self):
        return controls(self)


tag = shown_by(Tagging, state.tag)


def controls(tagging):
    """One phrase at a time. Skip goes on at once; any other code waits for how sure one is."""
    at, last = {"place": 0, "moving": False}, Last()
    shown, result = ipywidgets.HTML(), ipywidgets.HTML()
    code, sure = Pick(CODES.items(), row=True), Pick(SURE.items(), row=True, about=state.SAY["sure"])
    back, on = ipywidgets.Button(description="Back"), ipywidgets.Button(description="Next")
    ways = ipywidgets.Box([back, on])
    ways.add_class("ww-row")
    ways.layout.margin = ".6rem 0 0"

    def look(place):
        at["place"] = place % len(tagging.items)
        item = tagging.items[at["place"]]
        number = f"Phrase {at['place'] + 1} of {len(tagging.items)}"
        shown.value = steady(question("", number), state.drawn(item))
        at["moving"] = True
        code.value, sure.value = tagging.codes.get(item.id), tagging.sure.get(item.id)
        at["moving"] = False
        result.value = tagging.result().html() if tagging.codes else ""

    def go_on():
        left = [n for n, item in enumerate(tagging.items) if not is_answered(tagging, item)]
        look(next((n for n in left if n > at["place"]), left[0] if left else at["place"]))

    def tapped(change):
        if at["moving"] or change.new is None:
            return
        item = tagging.items[at["place"]]
        again = last.again(
            change.new
        )  # a second press of the button that went on: nobody has read this phrase
        if not again:
            tagging.keep(**{"codes" if change.owner is code else "sure": {item.id: change.new}})
        go_on() if not again and is_answered(tagging, item) else look(at["place"])
        last.note(change.new)

    code.observe(tapped, "value")
    sure.observe(tapped, "value")
    back.on_click(lambda _: look(at["place"] - 1))
    on.on_click(lambda _: look(at["place"] + 1))
    open_now = [n for n, item in enumerate(tagging.items) if not is_answered(tagging, item)]
    look(open_now[0] if open_now else 0)
    first = together(style(), head(f"Round {tagging.number}: alone and in silence"), paragraph(state.RULE))
    asked = ipywidgets.HTML(part(state.SAY["sure"]))
    return card([ipywidgets.HTML(first), shown, code, asked, sure, ways, result])


def is_answered(tagging, item):
    """Whether a phrase needs no more taps: it was skipped, or has a code and says how sure."""
    code = tagging.codes.get(item.id)
    return code == "skip" or (code is not None and item.id in tagging.sure)
