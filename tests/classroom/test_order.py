"""Lines to put in order: what is an answer, which lines may stay, and the buttons that move them."""

import math
from dataclasses import replace
from itertools import permutations

import pytest

from whosewords.classroom.answers import judge, understand
from whosewords.classroom.asking import CLOSE, NOT_YET, RIGHT, Option
from whosewords.classroom.exercises import Exercise, Key, exercises, key
from whosewords.classroom.kinds import order
from whosewords.classroom.replies import answer_text, example, feedback
from whosewords.notebook import twice
from whosewords.notebook.fields import drawn
from whosewords.notebook.tasks import Task
from whosewords.notebook.twins import twin
from whosewords.problems import Problem
from whosewords.publish.fields import lines_to_number, on_page

ipywidgets = pytest.importorskip("ipywidgets")
TEA = Exercise(
    "7.1", 7, "order", "How is tea made?",
    (
        Option("pour", "Pour it."), Option("boil", "Boil the <water>."), Option("drink", "Drink."),
        Option("fill", "Fill the kettle."),
    ),
)  # fmt: skip
KEY = Key(["fill", "boil", "pour", "drink"], explained="Cold water makes no tea.")
STRIPS = [one for one in exercises().values() if one.kind == "order"]


@pytest.mark.parametrize(
    ("given", "stay"),
    [("abcd", "abcd"), ("bcda", "bcd"), ("dabc", "abc"), ("badc", "bd"), ("dcba", "d"), ("acbd", "acd")],
)
def test_the_lines_that_stay_by_hand(given, stay):
    assert "".join(order.in_order("abcd", given)) == stay


def test_the_lines_that_stay_are_as_many_as_can():
    def most(given):
        return max(len(run) for run in runs(given))

    def runs(given):
        if not given:
            return [""]
        return runs(given[1:]) + [given[0] + run for run in runs(given[1:]) if not run or given[0] < run[0]]

    for given in map("".join, permutations("abcde")):
        assert len(order.in_order("abcde", given)) == most(given)


def test_right_close_and_not_yet():
    assert judge(TEA, KEY, ["fill", "boil", "pour", "drink"]).result == RIGHT
    one_off = judge(TEA, KEY, ["boil", "pour", "drink", "fill"])
    assert (one_off.result, one_off.marks["fill"], one_off.marks["boil"]) == (
        CLOSE,
        order.TO_MOVE,
        order.IN_ORDER,
    )
    assert "3 of 4" in one_off.detail
    assert judge(TEA, KEY, ["drink", "pour", "boil", "fill"]).result == NOT_YET


def test_of_several_right_orders_the_nearest_counts():
    milk = replace(KEY, accept=[["fill", "pour", "boil", "drink"]])
    assert judge(TEA, milk, ["fill", "pour", "boil", "drink"]).result == RIGHT
    assert judge(TEA, KEY, ["fill", "pour", "boil", "drink"]).result == CLOSE
    found = judge(TEA, milk, ["pour", "boil", "drink", "fill"])
    assert [id for id, mark in found.marks.items() if mark == order.TO_MOVE] == ["fill"]


def test_an_answer_is_typed_by_short_names_or_by_texts():
    assert understand(TEA, "fill, Boil the <water>, pour; drink") == KEY.answer
    assert example(TEA) == 'check("7.1", "boil, drink, fill, pour")'
    assert answer_text(TEA, KEY.answer) == "1. Fill the kettle; 2. Boil the <water>; 3. Pour it; 4. Drink"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["pour", "boil", "drink", "fill"], "Nothing is moved yet"), ([], "Nothing is chosen"),
        ("fill, boil, fill, pour, drink", "Fill the kettle.” stands there more than once"),
        ("fill, boil", "Pour it; Drink"), ({"fill": 1}, "Nothing is chosen"), ("fill, sing", "sing"),
    ],
)  # fmt: skip
def test_what_is_no_order_is_no_try(given, told):
    with pytest.raises(Problem, match=told):
        understand(TEA, given)


def test_a_reply_says_which_lines_may_stay_and_then_the_order():
    first = repr(feedback(TEA, KEY, [["boil", "pour", "drink", "fill"]]))
    assert (
        "✓ in order:\n  - Boil the <water>.\n" in first
        and "Cold water" not in first
        and "1. Fill" not in first
    )
    assert "  - 1. Fill the kettle\n  - 2. Boil" in repr(
        feedback(TEA, KEY, [["drink", "boil", "pour", "fill"]] * 2)
    )


def test_a_class_is_told_what_stands_too_early_or_too_late():
    assert order.wrong(TEA, KEY, ["boil", "pour", "drink", "fill"]) == ["too late: Fill the kettle."]
    assert order.wrong(TEA, KEY, ["drink", "fill", "boil", "pour"]) == ["too early: Drink."]


@pytest.mark.parametrize("one", STRIPS, ids=[one.id for one in STRIPS])
def test_a_strip_begins_in_disorder_and_its_example_tells_nothing(one):
    shown = [option.id for option in one.options]
    for right in [key(one.id).answer, *key(one.id).accept]:
        assert sorted(right) == sorted(shown) and right != shown and right != [*shown[1:], shown[0]]
        assert right[0] != shown[0] or right[-1] != shown[-1]
    assert one.code or all(option.id not in ("first", "last") for option in one.options)


def strip_of(widget):
    (found,) = (child for child in widget.children if "ww-strip" in child._dom_classes)
    return found


def stands(strip):
    return [row.children[0].value for row in strip.children[:-1]]


def test_buttons_move_a_line_and_the_focus_goes_with_it(home, monkeypatch):
    focused = []
    monkeypatch.setattr(ipywidgets.Button, "focus", lambda button: focused.append(button))
    (field,) = order.fields(TEA, None)
    shown = drawn(TEA, field)
    strip = shown.widgets[0]
    strip.children[3].children[1].click()  # the last line up
    assert shown.read() == ["pour", "boil", "fill", "drink"]
    assert focused == [strip.children[2].children[1]] and "3 of 4: Fill" in strip.children[-1].value
    focused[0].click()
    focused[1].click()
    assert shown.read() == ["fill", "pour", "boil", "drink"]
    strip.children[0].children[1].click()
    assert "first already" in strip.children[-1].value and shown.read()[0] == "fill" and len(focused) == 3
    strip.children[1].children[2].click()
    assert shown.read() == KEY.answer and "Now 3 of 4: Pour it." in strip.children[2].children[1].tooltip


@pytest.mark.parametrize("soon, then", [(math.inf, ["fill", "pour", "boil", "drink"]), (0, None)])
def test_a_press_before_the_rows_have_changed_moves_the_same_line_on(home, monkeypatch, soon, then):
    monkeypatch.setattr(twice, "SEEN", soon)
    (field,) = order.fields(TEA, None)
    shown = drawn(TEA, field)
    before = shown.read()
    up = shown.widgets[0].children[3].children[1]
    up.click()
    up.click()  # the row holds another line by now: without haste, that one was meant
    assert shown.read() == (before if then is None else ["pour", "fill", "boil", "drink"])
    shown.widgets[0].children[2].children[1].click()  # where the focus was after the first press
    assert then is None or shown.read() == then
    shown.widgets[0].children[3].children[2].click()
    assert then is None or shown.read() == then  # the other way is no second press: the last line stays


def test_marks_stand_at_their_lines_until_one_moves(home):
    (field,) = order.fields(TEA, ["boil", "pour", "drink", "fill"])
    shown = drawn(TEA, field)
    shown.mark({"fill": order.TO_MOVE, "boil": order.IN_ORDER})
    strip = shown.widgets[0]
    assert "✓ in order" in stands(strip)[0] and "○ has to move" in stands(strip)[3]
    strip.children[3].children[1].click()
    assert not any("✓" in line or "○" in line for line in stands(strip))
    shown.write(None)
    assert shown.read() == ["pour", "boil", "drink", "fill"]


def test_in_a_lesson_it_is_kept_and_shown_as_it_was_left(home):
    shown = Task(exercises()["7.6"])
    strip_of(shown.widget).put(["define", "code", "train", "compute", "revise"])
    next(child for child in shown.widget.children if child.__class__ is ipywidgets.Button).click()
    again = strip_of(Task(exercises()["7.6"]).widget)
    assert again.value[:2] == ("define", "code") and "✓ in order" in stands(again)[0]
    told = str(twin(Task(exercises()["7.6"])))
    assert told.index("Write down") < told.index("Everybody codes") < told.index("Try the rules")


def test_on_a_page_and_on_paper_lines_are_text():
    code = replace(TEA, code=True)
    for one in (TEA, code):
        page, paper = on_page(one), lines_to_number(one)
        assert page.count("data-line=") == paper.count("<li>") == 4
        assert "&lt;water&gt;" in page and "&lt;water&gt;" in paper and "<water>" not in page + paper
    assert "<code>" in on_page(code) and "<code>" not in on_page(TEA)
