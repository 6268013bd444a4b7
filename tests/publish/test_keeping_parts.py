"""What the parts of a page are given: every sentence worked out, and nothing beyond what stands in blocks."""

import json
import re

import pytest

from whosewords.classroom.before_after import FORMS
from whosewords.classroom.hand_check import HandCheck
from whosewords.classroom.lab import Lab
from whosewords.classroom.my_work import MyWork, work
from whosewords.classroom.own_frames import OwnGrid
from whosewords.classroom.progress import progress
from whosewords.classroom.sitting import Sitting
from whosewords.classroom.tagging import Tagging
from whosewords.display.html import together
from whosewords.measures.calibration import calibration
from whosewords.measures.precision import in_words, precision
from whosewords.publish import keeping_parts
from whosewords.publish.static import Agreed, Calibrated, Rates, still
from whosewords.shelf.catalogue import SHELF, articles
from whosewords.words import WORD

pytestmark = pytest.mark.usefixtures("home")


def given(name, html=""):
    """What a part is given, as the page gets it."""
    return json.loads(json.dumps(keeping_parts.PARTS[name](html), sort_keys=True))


def test_every_count_of_verdicts_has_its_sentences():
    sums = given("hits")["sums"]
    # Three kinds of verdict on 0 to 8 of eight hits: (8 + 3) over 3 ways.
    assert len(sums) == 11 * 10 * 9 // 6
    assert sums["5 2 1"] == in_words(precision(["right"] * 5 + ["wrong"] * 2 + ["unsure"]))


def test_a_case_is_known_by_the_id_that_the_work_file_has():
    assert [id for id, _ in given("hits")["cases"]] == [case.id for case in HandCheck().cases]


@pytest.mark.parametrize("name", SHELF)
def test_a_grid_has_the_words_that_the_blackout_edition_shows_and_no_other(name):
    rows = keeping_parts.frame_grid(OwnGrid(articles[name]))["words"]
    flat = [word for row in rows.values() for word in row]
    assert len(flat) == len(articles[name].words)
    for shown, word in zip(flat, articles[name].words, strict=True):
        assert shown == word.letters if word.masked else isinstance(shown, str)


def test_a_page_gets_the_grids_that_stand_on_it():
    html = still(OwnGrid(articles["neo"])) + still(OwnGrid())
    grids = given("grid", html)["grids"]
    assert set(grids) == {"neo", "own"}
    assert grids["own"]["words"] is None and not grids["own"]["read"]
    assert grids["neo"]["beside"]["remedy"]["blank"].startswith("Remedy: blank, unlike")


def test_the_pattern_for_words_holds_nothing_that_a_browser_does_not_know():
    pattern = keeping_parts.for_browser(WORD.pattern)
    assert not re.search(r"\\[wWdD]|\+\+|\\\"", pattern) and "\\p{L}" in pattern


def test_what_lists_answers_knows_no_key():
    asked = given("answers")["questions"]
    fields = {"kind", "question", "options", "items", "unit", "least", "most", "says"}
    assert all(set(one) == fields for one in asked.values())


def test_every_part_that_stands_on_a_page_is_given_something():
    shown = (
        HandCheck(),
        OwnGrid(),
        MyWork(work()),
        progress(),
        Lab(),
        Tagging(),
        Agreed(),
        Rates(),
        Calibrated(),
        Sitting("A"),
    )
    drawn = together(map(still, shown))
    assert set(re.findall(r'data-part="(\w+)"', drawn)) == set(keeping_parts.PARTS)


def test_tags_are_kept_where_the_notebook_keeps_them():
    rounds = given("tags")["rounds"]
    for number in ("1", "2"):
        assert rounds[number]["task"] == Tagging(int(number)).task
        assert [id for id, _ in rounds[number]["items"]] == [item.id for item in Tagging(int(number)).items]


def test_a_page_has_no_key_of_a_phrase_but_to_measure_by():
    assert "keys" not in given("tags") and "keys" not in given("agree")
    assert set(given("rates")["keys"].values()) == {"loaded", "plain"}


def test_a_page_has_the_ranges_that_a_calibration_has():
    given = keeping_parts.calibration()
    assert sum(holds for _, holds in given["claims"]) == 4 and len(given["claims"]) == 8
    assert [len(rows) for rows in given["ranges"].values()] == list(range(2, 10))
    for number, rows in given["ranges"].items():
        for right, (low, high) in enumerate(rows):
            found = calibration([(80, True)] * right + [(80, False)] * (int(number) - right))
            assert (low, high) == (found.low, found.high)


@pytest.mark.parametrize("name", FORMS)
def test_a_page_of_the_test_knows_nothing_of_what_is_right(name):
    told = given("test", still(Sitting(name)))
    assert told["key"] == f"test.{name}" and [id for id, _ in told["names"]][-1] == "attitude reasons"
    assert {field for task in told["tasks"].values() for field in task} == {
        "kind", "question", "options", "items", "unit", "least", "most", "says",
    }  # fmt: skip
    # Options stand in the order of the form, so that no place gives an answer away.
    assert told["tasks"]["1"]["options"][0][0] == ("earlier" if name == "A" else "bigger")
