"""Controls for the exit ticket: each tap is kept at once."""

import ipywidgets

from ..classroom import exit_ticket as state
from ..display.html import style
from ..display.replies import question
from .card import card, reply_of
from .choice import Pick
from .live import Live, shown_by


class Ticket(Live, state.Ticket):
    """The exit ticket with its controls."""

    def controls(self):
        return ticketing(self)


exit_ticket = shown_by(Ticket, state.exit_ticket)


def ticketing(ticket):
    """The controls of a `Ticket`: two rows of buttons and a field for a word of one's own; each tap is kept
    at once."""
    before = ticket.before
    sure = Pick(state.SURENESS, before["confidence"], row=True)
    word = Pick([(one, one) for one in state.WORDS], before["word"], row=True)
    own = before["word"] if before["word"] not in state.WORDS else ""
    own = ipywidgets.Text(own, description=state.OWN_WORD, continuous_update=False)
    told = ipywidgets.HTML()

    def send(_=None):
        told.value = ""  # the same sentence a second time is a change, too, and so it is read aloud
        told.value = reply_of(lambda: ticket.take(sure.value, own.value.strip() or word.value)).html()

    # The word that was touched last is the one that is kept, and only that one is shown as chosen.
    def tapped(change):
        if change.new is not None:
            own.value = ""
            send()

    def typed(change):
        if change.new.strip():
            word.value = None
            send()

    for control, act in ((sure, send), (word, tapped), (own, typed)):
        control.observe(act, "value")
    first, second = ticket.questions
    head = style() + question("Exit ticket · two taps", first)
    return card([ipywidgets.HTML(head), sure, ipywidgets.HTML(question("", second)), word, own, told])
