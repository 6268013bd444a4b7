"""Controls for unlocking articles: a field to paste into, a button to choose files by, one that unlocks."""

import ipywidgets

from ..classroom import unlocking as state
from ..display.html import bullets, paragraph, style, together
from ..display.replies import question
from .card import card, go, reply_of
from .live import Live, shown_by


class Unlocking(Live, state.Unlocking):
    """Which articles are in blocks, with controls."""

    def controls(self):
        return unlocking(self)


unlock = shown_by(Unlocking, state.unlock)


def unlocking(mine):
    """The controls: what is in blocks, what somebody has, the button."""
    start, told = ipywidgets.HTML(), ipywidgets.HTML()
    pasted = ipywidgets.Textarea("", description="Paste the text here", rows=4)
    chosen = ipywidgets.FileUpload(description="Or choose files", accept="", multiple=True)

    def show():
        start.value = together(
            style(), question("", "Unlock an article"), bullets(mine.lines()), paragraph(state.HOW)
        )

    def unlocked():
        files = [(each["name"], bytes(each["content"])) for each in chosen.value]
        told.value = reply_of(lambda: mine.take(pasted.value, files)).html()
        pasted.value, chosen.value = "", ()
        show()

    show()
    return card([start, pasted, chosen, go("Unlock", unlocked), told])
