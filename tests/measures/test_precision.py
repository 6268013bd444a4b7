"""A check by hand: the same hits for everybody, an interval that is right, and verdicts that are kept."""

import json
from math import isnan

import pytest
from own_home import opened_later, parts

from whosewords.classroom.my_work import work
from whosewords.lexicon import hits
from whosewords.measures.chance import wilson
from whosewords.measures.precision import cases, in_words, precision
from whosewords.problems import Problem
from whosewords.shelf.article import relock
from whosewords.shelf.catalogue import SHELF, articles

ipywidgets = pytest.importorskip("ipywidgets")
from whosewords import hand_check  # noqa: E402
from whosewords.classroom.hand_check import TASK  # noqa: E402


def entry(home):
    return json.loads((home / "my_work.json").read_text(encoding="utf-8"))["entries"][TASK]


def press(shown, name):
    next(one for one in parts(shown, ipywidgets.Button) if one.description.startswith(name)).click()


def told(shown):
    return " ".join(one.value for one in parts(shown, ipywidgets.HTML))


# Values of the Wilson interval by hand: right, number, low, high.
@pytest.mark.parametrize(
    "right, number, low, high",
    [(15, 20, 0.531, 0.888), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (1, 2, 0.095, 0.905)],
)
def test_interval_by_hand(right, number, low, high):
    assert wilson(right, number) == pytest.approx((low, high), abs=0.001)


def test_interval_of_nothing_is_not_a_number():
    assert all(map(isnan, wilson(0, 0))) and isnan(precision(["unsure"] * 3).share)
    assert "Precision" not in in_words(precision([]))


def test_who_cannot_tell_changes_no_share():
    some = precision(["right", "wrong"])
    assert precision(["right", "wrong", "unsure"])[:3] == some[:3]


def test_cases_are_hits_that_may_be_read():
    for case in cases(10_000):
        article = articles[case.line.article]
        found = [hit for hit in hits(article.words) if hit.start == case.line.start]
        assert found and found[0].term == case.term and case.line.article in SHELF
        assert case.line.first <= case.line.start < case.line.end <= case.line.last
        assert case.line.voice != "B" and case.category not in ("agency", "scare")
        assert not any(p.content_note for p in article.paragraphs if p.number == case.line.paragraph)


def test_cases_are_the_same_in_blocks(monkeypatch):
    here = cases()
    blocks = {name: relock(articles[name]) for name in SHELF}
    monkeypatch.setattr("whosewords.measures.precision.articles", blocks)
    assert cases() == here


def test_fewer_cases_are_among_the_more():
    assert set(cases(10)) < set(cases(20)) < set(cases(40)) and len(cases(40)) == 40


def test_typed_verdicts_are_kept_and_summed(home):
    assert "5 are right" in repr(hand_check("r " * 5 + "w c c"))
    assert len(entry(home)["hits"]) == 8 and entry(home)["kind"] == "text"
    opened_later()
    assert "Precision: 83 of 100" in hand_check().summary


def test_a_few_at_a_time(home):
    hand_check("r, w")
    assert entry(home)["kind"] != "text", "A check that is not finished is not done."
    hand_check("r r r")
    assert list(entry(home)["hits"].values()).count("right") == 3


@pytest.mark.parametrize("given", ["r " * 9, "r x", "q"])
def test_what_cannot_be_read_is_said_and_not_kept(home, given):
    with pytest.raises(Problem, match="r for right"):
        hand_check(given)
    assert not (home / "my_work.json").exists()


@pytest.mark.parametrize("given", ["", "maybe", 7, "<b>", [], ["trt", None]])
def test_what_is_neither_verdicts_nor_a_text_is_said(home, given):
    with pytest.raises(Problem):
        hand_check(given)
    assert not (home / "my_work.json").exists()


def test_by_buttons(home):
    shown = hand_check()
    assert "Hit 1 of 8" in told(shown)
    for _ in range(6):
        press(shown, "Right")
    press(shown, "Wrong")
    assert "Hit 8 of 8" in told(shown) and "7 of 8 read" in told(shown)
    press(shown, "Cannot tell")
    assert "6 are right, 1 is" in told(shown) and "All are read" in told(shown)
    assert entry(home)["value"] == shown.summary


def test_back_shows_the_verdict_and_changes_it(home):
    shown = hand_check()
    press(shown, "Right")
    press(shown, "Back")
    assert [
        one.description for one in parts(shown, ipywidgets.Button) if "ww-chosen" in one._dom_classes
    ] == ["Right"]
    press(shown, "Wrong")
    assert list(entry(home)["hits"].values()) == ["wrong"]
    press(shown, "Next")
    assert "Hit 3 of 8" in told(shown)


def test_it_goes_on_where_it_stopped(home):
    press(hand_check(), "Right")
    opened_later()
    assert "Hit 2 of 8" in told(hand_check()) and "1 of 8 read" in told(hand_check())


def test_a_figure_comes_only_when_it_can_lead_nobody(home):
    shown = hand_check()
    for _ in range(7):
        press(shown, "Right")
    assert "7 of 8 read" in told(shown) and "Precision" not in told(shown)
    press(shown, "Right")
    assert "Precision" in told(shown)


def test_what_a_student_wrote_is_not_written_over(home):
    hand_check("r r")
    work().change(TASK, lambda entry: {**entry, "value": "My own words."})
    hand_check("r r w")
    assert entry(home)["value"] == "My own words." and len(entry(home)["hits"]) == 3


@pytest.mark.parametrize("hits", [None, 3, [], {"x": 1}, {"x": "right"}])
def test_a_strange_entry_does_no_harm(home, hits):
    work().change(TASK, lambda entry: {"hits": hits})
    assert hand_check().verdicts == {}
    hand_check("r")
    assert list(entry(home)["hits"].values()) == ["right"]


def test_printed_it_is_a_list_with_the_way_to_answer(home):
    text = repr(hand_check())
    assert "8. " in text and 'hand_check("r w c")' in text and "In short (ours)" in text
