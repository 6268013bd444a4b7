"""Tagging, typed and by tapping; the agreement of a class; a reader's own rates; whose words they were."""

import json
import math
import re

import pytest
from own_home import opened_later, parts

from whosewords import agreement, my_rates, my_work, tag, unmask
from whosewords.classroom.agreeing import LIST, YOU, by_list
from whosewords.classroom.code_files import KEY
from whosewords.classroom.my_work import work
from whosewords.classroom.own_rates import my_rates as rates
from whosewords.measures.tagging import by_id, items
from whosewords.notebook import twice
from whosewords.notebook.twins import twin
from whosewords.problems import Problem
from whosewords.shelf.catalogue import articles

ipywidgets = pytest.importorskip("ipywidgets")
ALL = {n: " ".join("l" if item.key == "loaded" else "p" for item in items(n)) for n in (1, 2)}


def shown(value):
    return value._repr_html_() if hasattr(value, "_repr_html_") else repr(value)


def outlets():
    return {articles[item.text].name for item in items()} | {articles[item.text].outlet for item in items()}


# Tagging


def test_letters_are_codes_and_are_saved(home):
    told = repr(tag("l p s l?"))
    assert "4 of 20" in told
    entry = json.loads((home / "my_work.json").read_text(encoding="utf-8"))["entries"]["7.tags1"]
    assert entry["codes"] == {"r1-01": "loaded", "r1-02": "plain", "r1-03": "skip", "r1-04": "loaded"}
    assert entry["sure"] == {"r1-01": "sure", "r1-02": "sure", "r1-04": "unsure"}
    assert entry["kind"] == "begun"


def test_a_round_that_is_done_says_so_and_names_no_right_answer(home):
    told = repr(tag(1, ALL[1]))
    assert "All 20" in told and "Round 1: 10 loaded, 10 plain" in told
    assert not re.search(r"right|wrong|key|score", told)
    opened_later()
    assert work().get("7.tags1")["kind"] == "codes" and tag().done


@pytest.mark.parametrize("codes", ["l q", "", "l " * 21, 5, ["l"]])
def test_what_is_no_code_is_a_problem(home, codes):
    with pytest.raises(Problem, match="letters"):
        tag(1, codes)
    assert not work().entries()


@pytest.mark.parametrize("number", [0, 3, "x1", 1.5, True, []])
def test_there_are_two_rounds(home, number):
    with pytest.raises(Problem):
        tag(number)


@pytest.mark.parametrize("number", [1, 2])
def test_no_outlet_is_named_before_the_end(home, number):
    for told in (repr(tag(number)), twin(tag(number)), repr(tag(number, ALL[number])), shown(agreement())):
        assert not [name for name in outlets() if name in told]


def test_by_tapping_the_keyboard_alone_suffices(home):
    made = tag()
    code, sure = (one for one in parts(made, ipywidgets.Box) if "ww-one" in one._dom_classes)
    code.buttons["loaded"].click()
    assert made.codes == {"r1-01": "loaded"} and not made.sure
    sure.buttons["unsure"].click()
    assert made.sure == {"r1-01": "unsure"} and code.value is None  # the next phrase
    code.buttons["skip"].click()
    assert made.codes == {"r1-01": "loaded", "r1-02": "skip"}
    back = next(one for one in parts(made, ipywidgets.Button) if one.description == "Back")
    back.click()
    back.click()
    assert code.value == "loaded" and sure.value == "unsure"
    code.buttons["plain"].click()
    assert made.codes["r1-01"] == "plain"


@pytest.mark.parametrize("soon, codes", [(math.inf, 1), (0, 2)])
def test_a_second_press_is_no_code_for_a_phrase_that_nobody_has_read(home, monkeypatch, soon, codes):
    monkeypatch.setattr(twice, "SEEN", soon)
    made = tag()
    code, sure = (one for one in parts(made, ipywidgets.Box) if "ww-one" in one._dom_classes)
    code.buttons["skip"].click()
    code.buttons["skip"].click()
    assert len(made.codes) == codes and code.value is None
    code.buttons["loaded"].click()
    sure.buttons["sure"].click()
    sure.buttons["sure"].click()
    assert len(made.codes) == codes + 1 and len(made.sure) == (1 if soon else 2)
    assert bool(sure.value) is not bool(soon)


def test_what_stands_still_shows_codes(home):
    tag("l? s")
    assert twin(tag()).count("Your code:") == 2 and "not sure" in twin(tag())
    assert "Round 1: 1 loaded" in repr(my_work())


def test_a_work_file_may_hold_anything(home):
    work().change(KEY.format(number=1), lambda entry: {"codes": [1], "sure": "x", "kind": 5})
    assert tag().codes == {} and "20" in repr(tag("l"))
    assert tag().codes == {"r1-01": "loaded"}


# Agreement


def test_before_ten_phrases_are_tagged_nothing_is_told(home):
    assert "First" in repr(agreement())
    tag(" ".join(["l"] * 9))
    assert "First" in repr(agreement())


def test_alone_one_codes_beside_three_invented_people(home):
    tag(1, ALL[1])
    found = agreement()
    assert list(found.table["coders"]) == [4] and list(found.table["phrases"]) == [20]
    assert "nvented" in repr(found) and "Round 2" not in repr(found)
    tag(2, ALL[2])
    assert list(agreement().table["coders"]) == [4, 4] and "overlap" in agreement().words


def test_the_list_is_one_more_coder(home):
    tag(1, ALL[1])
    assert list(agreement(add="list").table["coders"]) == [5]
    assert by_list()["r1-04"] == "loaded" and by_list()["r1-10"] == "plain"
    with pytest.raises(Problem):
        agreement(add="lists")
    assert YOU != LIST


def test_high_agreement_with_an_alpha_near_nought_is_explained(home):
    found = agreement("rare")
    assert list(found.table["agreement, of 100"]) == ["95"] and list(found.table["alpha"]) == ["−0.01"]
    assert "never looked" in found.words and "never looked" not in agreement("three").words
    assert list(agreement("three").table["alpha"]) == ["0.57"]


def table_of(tmp_path, coders, phrases):
    rows = [f"{who},{one},{code}" for who, code in coders for one in phrases]
    path = tmp_path / "class.csv"
    path.write_text("\n".join(["coder,phrase_id,code", *rows, "Zed,r1-01,maybe"]), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("coders", "phrases"),
    [([("A", 1), ("B", 1)], range(1, 10)), ([("A", 1)], range(1, 21))],
)
def test_too_few_to_say(home, tmp_path, coders, phrases):
    found = agreement(table_of(tmp_path, coders, [f"r1-{n:02}" for n in phrases]))
    assert "too few to say" in repr(found) and found.chart is None
    assert "class.csv, line" in shown(found)


def test_one_code_for_everything_has_no_alpha(home, tmp_path):
    found = agreement(table_of(tmp_path, [("A", 1), ("B", 1)], [f"r1-{n:02}" for n in range(1, 21)]))
    assert list(found.table["agreement, of 100"]) == ["100"] and list(found.table["alpha"]) == ["–"]


def test_a_class_sees_no_names_and_every_file_fault(home, tmp_path):
    path = table_of(tmp_path, [("Ada", 1), ("<b>Ben</b>", 0)], [item.id for item in items()])
    found = agreement(path)
    assert "Ada" not in shown(found) and "Ben" not in shown(found)
    assert "“maybe” is no code" in shown(found)
    assert list(found.table["Codes of"]) == ["Round 1", "Round 2"]


def test_names_from_a_file_are_text(home, tmp_path):
    (tmp_path / "a.csv").write_text("coder,unit,code\nA,<script>x,1\nB,<script>x,0\n", encoding="utf-8")
    assert "<script>x" not in shown(agreement(str(tmp_path / "a.csv")))


# One's own rates, and whose words they were


def test_own_rates_only_after_a_whole_round(home):
    assert "First" in repr(my_rates()) and "First" in repr(unmask())
    tag(1, ALL[1])
    assert list(rates().table["score, of 100"]) == ["+100"]
    tag(2, " ".join(["l"] * 12))
    assert list(rates().table["score, of 100"]) == ["+100", "0"]
    assert list(rates().table["caught"]) == ["10 of 10", "6 of 6"]


def test_a_round_without_plain_codes_has_no_score(home):
    tag(1, " ".join("l" if item.key == "loaded" else "s" for item in items(1)))
    assert list(rates().table["score, of 100"]) == ["–"]


def test_outlets_are_shown_for_tagged_rounds_only(home):
    tag(1, ALL[1])
    found = unmask()
    assert list(found.table["Phrase"]) == [item.phrase for item in items(1)]
    assert "covered" in " ".join(found.more)
    tag(2, ALL[2])
    assert len(unmask().table) == len(by_id())
