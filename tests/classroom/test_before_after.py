"""The test before and after: two forms that ask the same, and scores by hand."""

import math
import tomllib

import pytest
from library import ROOT

from whosewords.classroom.before_after import FORMS, form, score
from whosewords.problems import Problem

KEY = tomllib.loads((ROOT / "lessons" / "teacher" / "before_after.toml").read_text(encoding="utf-8"))
RIGHT = {**{id: answer for id, answer in KEY.items() if id != "10"},
         "10": {"hot": "yes", "hot sure": "90", "calm": "no", "calm sure": "60"}}  # fmt: skip


def test_there_are_ten_tasks_of_twelve_points_and_three_opinions():
    for name in FORMS:
        one = form(name)
        assert list(one.points) == [str(n) for n in range(1, 11)] == list(KEY)
        assert sum(one.points.values()) == 12 and one.points["4"] == one.points["10"] == 2
        assert len(one.tasks) == 13


def test_form_b_has_other_names_and_the_opposite_order_and_the_same_ids():
    first, second = form("A"), form("B")
    assert "Velna" in first.text and "Velna" not in second.text and "Tolmer" in second.text
    for one, other in zip(first.tasks, second.tasks, strict=True):
        ids = [[option.id for option in task.options] for task in (one, other)]
        assert sorted(ids[0]) == sorted(ids[1])
        assert (ids[0] == ids[1]) == ("attitude" in one.id) and one.id[1:] == other.id[1:]
    told = " ".join(task.question + str(task.options) for task in second.tasks)
    assert "Harbour Times" not in told and "Maya" not in told and "clowns" not in told


@pytest.mark.parametrize("name", FORMS)
def test_everything_right_is_twelve_and_nothing_is_none(name):
    found = score(form(name), RIGHT, KEY)
    assert (found.points, found.most, found.hits, found.alarms) == (12, 12, 1, 0)
    nothing = score(form(name), {}, KEY)
    assert (
        nothing.points == 0
        and math.isnan(nothing.hits)
        and nothing.attitudes == {}
        and nothing.opinions == ()
    )


@pytest.mark.parametrize(
    ("ticked", "points", "hits", "alarms"),
    [
        (["reckless", "everyone", "never"], 2, 1, 0),
        (["reckless"], 2 / 3, 1 / 3, 0),
        (["reckless", "everyone", "never", "murder"], 2 * (1 - 1 / 5), 1, 1 / 5),
        (["struck", "shield", "reckless", "fired", "everyone", "four", "never", "murder"], 0, 1, 1),
        (["struck", "four"], 0, 0, 2 / 5),  # −0.8, but never below 0
    ],
)
def test_task_four_counts_hits_less_false_alarms(ticked, points, hits, alarms):
    found = score(form("A"), {"4": ticked}, KEY)
    assert (found.points, found.hits, found.alarms) == pytest.approx((points, hits, alarms))


def test_task_ten_counts_verdicts_and_tells_how_sure_apart():
    half = {"10": {"hot": "no", "hot sure": "100", "calm": "no", "calm sure": "50"}}
    found = score(form("A"), half, KEY)
    assert found.points == 1 and found.opinions == ((100, False), (50, True))


def test_opinions_are_outside_the_score():
    given = {"attitude lies": "5", "attitude work": "2", "attitude reasons": "4"}
    found = score(form("B"), given, KEY)
    assert found.points == 0 and found.attitudes == {"lies": 5, "work": 2, "reasons": 4}


@pytest.mark.parametrize(
    "wild",
    [
        {"4": "nonsense"}, {"1": 7}, {"1": ["clock", "drop"]}, {"10": {"hot": "yes"}}, {"4": None, "9": {}},
        {"attitude lies": "9"},
    ],
)  # fmt: skip
def test_what_was_changed_by_hand_counts_as_not_answered(wild):
    found = score(form("A"), wild, KEY)
    assert found.points == 0 and not found.opinions and not found.attitudes


def test_another_form_is_told():
    with pytest.raises(Problem, match="two forms"):
        form("C")
