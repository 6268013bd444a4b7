"""The calls of Lesson 8: what they show, what they fold, what they refuse."""

import pytest
from library import ARTICLES, needs_articles

from whosewords import articles, ledger, silence_grid, sources
from whosewords.problems import Problem
from whosewords.shelf.unlocking import unlock


def test_ledger_counts_rows_by_hand():
    assert len(ledger("neo").table) == 4
    assert list(ledger("journal_mtl").table["how many"]) == ["not told", "2"]


@pytest.mark.parametrize("call", [ledger, silence_grid])
def test_a_text_that_nobody_read_is_refused_in_a_sentence(call):
    with pytest.raises(Problem, match="Nobody has read"):
        call("warmup_harbour")
    with pytest.raises(Problem, match="Nobody has read"):
        call("Two words of mine.")
    with pytest.raises(Problem, match="Did you mean"):
        call("noe")


def test_same_strike_is_said_to_be_held_constant():
    assert "the strike" in ledger(["neo", "journal_mtl", "wire_2021"]).held_constant.partition("Not held")[0]
    assert "the strike" not in ledger().held_constant.partition("Not held")[0]


def test_sources_of_a_text_without_any_and_of_hostile_ones():
    assert sources("anti_empire").short == "Anti-Empire: 0 statements of 0 speakers."
    shown = sources("“<script>alert(1)</script> is bad,” said <b>the mayor</b>.")
    assert "<script>alert" not in shown.html()
    assert sources({"a": "Nobody spoke here.", "b": "“Yes,” said a nurse. It rained."}).table["text"].tolist()


@needs_articles
def test_a_paragraph_with_a_content_note_stays_folded_unlocked_too(school):
    unlock(ARTICLES)
    articles.forget()
    shown = str(sources("journal_mtl").html())
    (noted,) = (p for p in articles["journal_mtl"].paragraphs if p.content_note)
    last = [word.text for word in noted.words][-6:]
    assert " ".join(last) not in shown and "content note" in shown
