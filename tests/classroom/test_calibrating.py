"""A student's own calibration: from what they said, and from what our cards say, by hand."""

import pytest

from whosewords import calibration, predict
from whosewords.calls.claims import cards
from whosewords.classroom import calibrating
from whosewords.classroom.exercises import exercise
from whosewords.problems import Problem

pytestmark = pytest.mark.usefixtures("home")
HOLD = {"taji": True, "looters": False, "army": False, "asked": True,
        "drones": False, "evidence": True, "broad": False, "election": True}  # fmt: skip


def answer(options, level):
    rows = {id: option for id, option in zip(HOLD, options, strict=True)}
    return rows | {f"{id} sure": level for id in rows}


def test_the_claims_are_half_and_half_clear_ones_of_every_text():
    asked = calibrating.asked(exercise("9.p2"))
    assert {card.id: card.verdict == "holds" for card in asked} == HOLD
    assert {card.verdict for card in asked} == {"holds", "fails"}, (
        "Nothing disputed is called right or wrong."
    )
    assert {card.text for card in asked} == {"trt", "neo", "anti_empire", "journal_mtl", "rs"}


def test_the_question_asks_what_the_card_claims():
    for id in ("9.p2", "9.1", "9.7"):
        for item in exercise(id).items:
            place, _, claim = item.text.partition(": ")
            card = cards()[item.id]
            assert place == f"{card.text} ¶{card.paragraph}"
            assert claim == card.claim or (
                item.id == "six" and claim == card.claim.replace(" of March 2020", "")
            )


def test_without_an_answer_it_says_what_to_do():
    with pytest.raises(Problem, match=r'predict\("9.p2"\)'):
        calibration()


def test_all_believed_is_half_right():
    predict("9.p2", answer(["yes"] * 8, "90"))
    found = calibration()
    assert "4 of 8 claims: 50 of 100" in found.words and "surer than right" in found.words
    assert list(found.table["You said"]) == ["it holds, 90\u00a0%"] * 8
    assert "no page for your teacher" in found.more[0] and found.chart is not None


def test_all_doubted_is_half_right_as_well():
    predict("9.p2", answer(["no"] * 8, "60"))
    assert "4 of 8 claims" in calibration().words and "the two fit" in calibration().words.lower()


def test_all_right_and_hardly_sure():
    predict("9.p2", answer(["yes" if holds else "no" for holds in HOLD.values()], "60"))
    assert "8 of 8 claims: 100 of 100" in calibration().words  # 68 to 100
    assert "more often than you thought" in calibration().words


def test_the_picture_has_what_was_said_and_what_was_right_at_each_level():
    given = answer(["yes"] * 8, "90") | {"taji sure": "50", "looters sure": "50"}
    predict("9.p2", given)
    drawn = repr(calibration().chart.svg("Yours"))
    assert "1 of 2 right" in drawn and "3 of 6 right" in drawn
