"""Controls for how a reader wants things shown: three rows of buttons, each kept at once."""

import ipywidgets

from ..classroom import settings as state
from ..display.html import style, together
from ..display.replies import part, question
from .card import card, reply_of
from .choice import Pick
from .live import Live, shown_by


class Settings(Live, state.Settings):
    """What a reader has set, with its controls."""

    def controls(self):
        return setting(self)


my_settings = shown_by(Settings, state.my_settings)


def setting(mine):
    """The controls: a row for each choice."""
    told, shown = ipywidgets.HTML(), []
    for name, choice in state.CHOICES.items():
        row = Pick(choice.options, mine.now[name], row=True, about=choice.asked)
        row.observe(lambda change, name=name: change.new is not None and send(name, change.new), "value")
        shown += [ipywidgets.HTML(part(choice.asked)), row]

    def send(name, value):
        told.value = ""  # the same sentence twice is a change, too
        told.value = reply_of(lambda: mine.take(**{name: value})).html()

    return card([ipywidgets.HTML(together(style(), question("", "How do you want it?"))), *shown, told])
