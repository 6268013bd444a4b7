"""The ledger of the dead says what the texts say, and nothing of the paragraph with a content note."""

import re

import pytest
from library import ARTICLES, needs_articles

from whosewords.measures.ledger import QUESTIONS, entries, own_strike
from whosewords.shelf.catalogue import OWN, SHELF, articles
from whosewords.shelf.unlocking import unlock

ROWS = [entry for listed in entries().values() for entry in listed]
# How a number is written where it is not written in digits.
WRITTEN = {
    ("trt", 6): "Two .* British soldier", ("trt", 7): "al-Muhandis.* Soleimani", ("trt", 10): "six people",
    ("trt", 22): "hundreds", ("journal_mtl", 6): "Soleimani and al-Muhandis", ("neo", 7): "7 or more",
    ("neo", 8): "American deaths", ("neo", 10): "Soleimani and al-Muhandis", ("neo", 12): "over 30",
    ("wire_2019", 3): "a US civilian contractor", ("wire_2020", 3): "two Americans and one Briton",
    ("wire_2020", 5): "three soldiers, two policemen and one civilian", ("wire_2020", 6): "two PMF fighters",
    ("wire_2020", 12): "one civilian", ("wire_2021", 5): "four people.* five and then seven",
    ("wire_2021", 6): "one child",
}  # fmt: skip


def told(text, number):
    """What a paragraph says in our words: our own text, or our sentence beside it."""
    (paragraph,) = (p for p in articles[text].page if p.number == number)
    return paragraph.precis or paragraph.text


@pytest.mark.parametrize("entry", [e for e in ROWS if e.paragraph], ids=lambda e: f"{e.text} {e.paragraph}")
def test_each_number_stands_where_the_ledger_says(entry):
    if entry.number == "none":
        assert "damage only" in told(entry.text, entry.paragraph)
        return
    pattern = WRITTEN.get((entry.text, entry.paragraph), rf"\b{entry.number}\b")
    assert re.search(pattern, told(entry.text, entry.paragraph))


def test_every_text_has_a_row_for_its_own_strike():
    assert set(entries()) == {*SHELF, *OWN}
    assert all(any(entry.own for entry in listed) for listed in entries().values())


def test_a_text_without_a_number_tells_nothing_of_its_own_dead():
    """Two of five: the excerpt and the column, by hand."""
    without = [text for text in SHELF if own_strike(text, "number") == "not told"]
    assert without == ["rs", "journal_mtl"]
    assert {own_strike(text, question) for text in without for question in QUESTIONS} == {"not told"}


def test_who_is_named_is_a_person_of_public_life():
    assert {(e.event, e.of_whom) for e in ROWS if e.named} == {
        ("US drone strike, January 2020", "Soleimani and al-Muhandis, two commanders")
    }


def test_no_row_is_about_a_paragraph_with_a_content_note():
    noted = {(a, p.number) for a in SHELF for p in articles[a].page if p.content_note}
    assert noted and not noted & {(entry.text, entry.paragraph) for entry in ROWS}


@needs_articles
def test_no_counter_is_named_where_the_ledger_has_none(school):
    """In the full texts nobody says or counts in the sentences with the dead, but the police."""
    unlock(ARTICLES)
    articles.forget()
    said = re.compile(r"according to|(?<!that )\bsaid\b|\bsays\b|counted|reported", re.I)
    for text in SHELF:
        for entry in entries()[text]:
            if entry.paragraph and re.search(r"\d", entry.number) and not entry.named:
                words = [w for w in articles[text].words if w.paragraph == entry.paragraph]
                digits = re.sub(r"\D", "", entry.number)
                spots = [w.sentence for w in words if w.text in (digits, "six", "Two")]
                sentence = " ".join(w.text for w in words if w.sentence in spots)
                assert spots and bool(said.search(sentence)) == bool(entry.counted_by), (text, sentence)
