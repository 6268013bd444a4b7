"""Cards tell who is behind a text: dated, attributed, beside the other side's answer, never as a verdict."""

import re

import pytest

from whosewords import files
from whosewords.calls.outlets import SIDES, cards, who_is_behind
from whosewords.problems import Problem
from whosewords.shelf.catalogue import SHELF, articles

# What is not known well enough to be printed, or was found to be wrong.
NOT_KNOWN = (
    "four outlets",
    "seven proxy",
    "seven sites",
    "closed in",
    "disclosure duty",
    "not a finding",
    "National Review",
    "disreputable",
    "Sputnik",
    "Checkpoint Asia",
    "April 2021",
    "electricity",
    "Infowars",
    "byline",
)
VERDICT = re.compile(
    r"\b(therefore|so it is|false|lies?|liar|fake|cannot be trusted|propaganda|troll)\b", re.IGNORECASE
)


@pytest.fixture(params=SHELF)
def card(request):
    return who_is_behind(request.param)


@pytest.fixture
def ours():
    return who_is_behind("whosewords")


def test_there_is_one_for_each_voice_on_the_shelf_and_one_for_us():
    assert tuple(cards()) == (*SHELF, "whosewords")
    assert [one.id for one in who_is_behind()] == [*SHELF, "whosewords"]


def test_every_fact_has_a_source_and_its_date(card):
    for fact in card.facts:
        assert fact.source.strip() and fact.date.strip(), fact.text
        assert re.search(r"\b(19|20)\d\d\b|undated", fact.date), fact.date
        assert fact.text.endswith((".", ".”", "”.")), fact.text


def test_every_card_has_what_is_known_what_is_said_and_the_other_side(card):
    assert all(getattr(card, side) for side in SIDES)


def test_nothing_uncertain_is_printed_and_nothing_is_a_verdict(card):
    for text in (repr(card), card._repr_html_()):
        assert not [word for word in NOT_KNOWN if word.casefold() in text.casefold()]
    assert not VERDICT.search(" ".join(fact.text for fact in card.facts))


def test_the_rule_stands_on_each_card_however_it_is_shown(card):
    assert "where to look harder" in card.rule and "whether a sentence" in card.rule
    assert card.rule in repr(card)
    assert card._repr_html_().count(card.rule) == 1


def test_an_accusation_names_its_accuser(card):
    for fact in card.said:
        assert re.search(r"\b(says?|said|calls?|found|listed|put|left|took|doubted|describes)\b", fact.text)


def test_sanctions_are_dated_after_the_column():
    told = repr(who_is_behind("neo"))
    assert "after this column" in told and "3 March 2022" in told


def test_where_nobody_has_looked_it_says_so():
    assert any("No independent profile" in line for line in who_is_behind("anti_empire").missing)


def test_the_html_is_a_named_section_and_takes_its_colours_from_the_page(card):
    html = card._repr_html_()
    assert re.match(rf'<section aria-label="[^"]+ {re.escape(card.name)}"', html)
    assert html.count("<h3") == 1 and "<script" not in html
    assert not re.search(r"(?<!-)color:|background|#[0-9a-f]{3,6}\b|<img|<table|href=", html)
    assert "max-width:44em" in html and not re.search(r"[;\"]width:", html)


def test_whatever_stands_in_the_data_is_escaped(card):
    from dataclasses import replace

    evil = "<script>alert('x')</script>"
    html = replace(card, name=evil, known=(card.known[0]._replace(text=evil, source=evil),))._repr_html_()
    assert "<script" not in html and html.count("&lt;script&gt;") == 4


def test_an_article_does_as_well_as_its_name():
    assert who_is_behind(articles["neo"]) is who_is_behind("neo")
    assert who_is_behind("trt_cut") is who_is_behind("trt")


@pytest.mark.parametrize("wanted", ["new", "NEO!", "", 12, [], "whose words", "A text of my own."])
def test_a_wrong_name_gets_a_sentence(wanted):
    with pytest.raises(Problem):
        who_is_behind(wanted)


def test_several_texts_get_several_cards():
    assert who_is_behind(["neo", "trt"]) == (who_is_behind("neo"), who_is_behind("trt"))
    assert who_is_behind(["neo", "neo"]) is who_is_behind("neo")


def test_behind_our_own_texts_stands_our_card(ours):
    assert who_is_behind("wire_2019") is who_is_behind("warmup_courier") is ours
    assert who_is_behind(["wire_2019", "neo"]) == (ours, who_is_behind("neo"))
    assert [one.id for one in who_is_behind() if one.own] == ["whosewords"]


def test_our_card_is_as_strict_as_the_others(ours):
    test_every_fact_has_a_source_and_its_date(ours)
    test_nothing_uncertain_is_printed_and_nothing_is_a_verdict(ours)
    test_the_rule_stands_on_each_card_however_it_is_shown(ours)
    test_the_html_is_a_named_section_and_takes_its_colours_from_the_page(ours)
    missing = " ".join(ours.missing)
    assert "pays" in missing and "unknown" in missing and "no review" in missing
    assert ours.known and ours.answer and not ours.said


def test_an_empty_side_has_no_heading(ours):
    for told in (repr(ours), ours._repr_html_()):
        assert SIDES["known"] in told and SIDES["said"] not in told


def test_the_figures_on_our_card_are_those_that_were_measured(ours):
    told = (files.CHECKOUT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    of_ten = [
        round(10 * float(n)) for n in re.search(r"\*\*this list\*\* \| (\S+) .*?\| (\S+)", told).groups()
    ]
    assert re.findall(r"about (\d+)\b(?! entries)", ours.known[-1].text) == list(map(str, of_ten))


def test_our_card_says_whom_to_tell_of_a_fault(ours):
    assert ours.contact in repr(ours) and ours._repr_html_().count(ours.contact) == 1
    assert not who_is_behind("neo").contact


def test_all_are_a_list_to_open_one_by_one():
    html = who_is_behind()._repr_html_()
    assert html.count("<details") == html.count("</summary>") == html.count("<section") == 6
    assert "<details open" not in html
