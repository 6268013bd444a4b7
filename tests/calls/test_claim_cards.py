"""The claim cards and the relays: what each of them has to hold, and that no verdict is seen too early."""

import re
from collections import defaultdict

import pytest

from whosewords import claim, relay
from whosewords.calls.claims import cards, sources, verdicts
from whosewords.calls.relays import all_relays
from whosewords.problems import Problem
from whosewords.shelf.catalogue import SHELF, articles

EVERY = cards()


def test_there_are_enough_and_every_text_has_one_that_holds_and_one_that_does_not():
    found = defaultdict(set)
    for card in EVERY.values():
        found[card.text].add(card.verdict)
    assert len(EVERY) >= 16
    for name in SHELF:
        assert "holds" in found[name] and found[name] - {"holds"}, name


def test_all_four_verdicts_are_used_and_no_other():
    assert {card.verdict for card in EVERY.values()} == set(verdicts()) and len(verdicts()) == 4


@pytest.mark.parametrize("card", EVERY.values(), ids=list(EVERY))
def test_a_card_has_a_place_two_sources_their_interest_and_a_date(card):
    assert card.paragraph in {paragraph.number for paragraph in articles[card.text].page}
    assert len({(one.who, one.title) for one in card.evidence}) == len(card.evidence) >= 2
    for one in card.evidence:
        assert one.says and one.interest and re.search(r"\d{4}|undated", one.date)
    assert card.claim.endswith(".") and card.why.endswith(".")


@pytest.mark.parametrize("card", EVERY.values(), ids=list(EVERY))
def test_no_card_rests_on_encyclopedias(card):
    known = {row["title"]: row["kind"] for row in sources().values()}
    assert {known[one.title] for one in card.evidence} != {"encyclopedia"}


@pytest.mark.parametrize("card", EVERY.values(), ids=list(EVERY))
def test_the_verdict_is_folded_away_and_not_printed(card):
    html = card._repr_html_()
    before, _, folded = html.partition("<details")
    assert "two sources" not in before and len(folded) > 0
    assert card.why not in repr(card)
    assert folded.count("</details>") == 1


def test_a_distrusted_text_is_right_and_a_calm_sentence_of_ours_is_wrong_on_the_first_two():
    first, second = list(EVERY.values())[:2]
    assert first.verdict == "holds" and articles[first.text].kind != "own text"
    assert second.verdict == "fails" and articles[second.text].kind == "own text" and second.edition


def test_cards_are_found_by_name_by_text_and_all():
    assert claim("army").text == "trt"
    assert {card.text for card in claim("neo")} == {"neo"}
    assert len(claim()) == len(EVERY) and 'claim("army")' in repr(claim())
    with pytest.raises(Problem, match="Did you mean “army”"):
        claim("armyy")


def test_a_relay_has_steps_with_dates_and_what_changed_is_folded():
    assert len(all_relays()) == 5
    for one in all_relays().values():
        assert len(one.steps) >= 2 and one.steps[0].changed.startswith("Here it starts")
        html = one._repr_html_()
        assert html.count("<details") == len(one.steps)
        assert all(re.search(r"\d{4}", step.date) for step in one.steps)
    with pytest.raises(Problem, match="relay"):
        relay("trilion")


def test_what_comes_from_the_table_is_text():
    assert "<script" not in claim()._repr_html_() and "&lt;" not in claim("museum")._repr_html_()
