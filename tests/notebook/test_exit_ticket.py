"""The exit ticket with its controls, as far as no browser is needed."""

import ipywidgets
import pytest

from whosewords.classroom.exit_ticket import LEAVE
from whosewords.notebook.exit_ticket import Ticket, ticketing


@pytest.fixture
def parts(tmp_path, monkeypatch):
    """The field for a word of one's own and the reply of a ticket."""
    monkeypatch.setenv("WHOSEWORDS_HOME", str(tmp_path))
    card = ticketing(Ticket(0))
    own = next(part for part in card.children if isinstance(part, ipywidgets.Text))
    sure = card.children[1]
    sure.value = "4"
    return own, card.children[-1]


def test_a_second_word_is_replied_to_like_the_first(parts):
    """A screen reader reads what changes: the same reply twice has to go away in between."""
    own, told = parts
    own.value = "dizzy"
    replies = []
    told.observe(lambda change: replies.append(change.new), "value")
    own.value = "sleepy"
    assert [LEAVE in reply for reply in replies] == [False, True]
