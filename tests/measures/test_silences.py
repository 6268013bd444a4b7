"""The silence grid is whole, and agrees with the ledger and the table of events."""

import re

import pytest

from whosewords import files
from whosewords.measures.ledger import own_strike
from whosewords.measures.silences import REASONS, STATES, silences
from whosewords.shelf.catalogue import SHELF, articles

WHATS = list(dict.fromkeys(what for what, _ in silences()))
SPEAKS_OF = (r"Taji|Kirkuk|drone attacks|raids|attacks", r"PMF|paramilitaries|Popular|forces|military",
             r"condemn|refus|violati|defies")  # fmt: skip


def test_every_text_has_a_box_in_every_row():
    assert all((what, text) in silences() for what in WHATS for text in SHELF)
    assert {box.state for box in silences().values()} == set(STATES)
    assert {box.why for box in silences().values()} == {"", "not yet", "cut"}


def test_what_is_told_has_a_place_and_what_is_not_has_none():
    for box in silences().values():
        assert bool(box.paragraphs) == (box.state in ("told", "partly")), box
        assert set(box.paragraphs) <= {p.number for p in articles[box.text].page}
        assert (box.why == "not yet") == (box.state == "not yet")


@pytest.mark.parametrize("text", SHELF)
def test_the_rows_on_the_dead_are_those_of_the_ledger(text):
    toll, counted, name = WHATS[:3]
    for what, question in ((toll, "number"), (counted, "counted"), (name, "named")):
        told = {"told": "told"}.get(own_strike(text, question), "silent")
        assert silences()[what, text].state == told


@pytest.mark.parametrize("text", SHELF)
def test_the_row_on_soleimani_is_that_of_the_events(text):
    """Who mentions the killing, and where, stands in the table of events, too."""
    (row,) = (
        row for row in files.table_rows("event_mentions.csv")
        if (row["event_id"], row["article"]) == ("killing_2020_01", text)
    )  # fmt: skip
    box = silences()[WHATS[-1], text]
    assert (box.state == "told") == (row["role"] != "absent")
    assert ";".join(map(str, box.paragraphs)) == row["paragraphs"]


@pytest.mark.parametrize(("what", "pattern"), list(zip(WHATS[3:6], SPEAKS_OF, strict=True)))
def test_our_sentence_beside_a_paragraph_speaks_of_it(what, pattern):
    for text in SHELF:
        for number in silences()[what, text].paragraphs:
            (paragraph,) = (p for p in articles[text].page if p.number == number)
            assert re.search(pattern, paragraph.precis), (what, text, number)


def test_the_guilty_reason_comes_last():
    assert len(REASONS) >= 4
    assert "chose" in REASONS[-1]
    assert not any("chose" in reason for reason in REASONS[:-1])
