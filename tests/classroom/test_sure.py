"""A guess with how sure one is of it: what is an answer, how it is kept, and what others get to see of it."""

import pytest

from whosewords.classroom.answers import judge, understand
from whosewords.classroom.asking import CLOSE, NOT_YET, RIGHT
from whosewords.classroom.exercises import Exercise, Key, Option
from whosewords.classroom.kinds import kind_of, sure
from whosewords.classroom.replies import answer_text, question_text
from whosewords.problems import Problem

YES_NO = (Option("yes", "it holds"), Option("no", "it does not"))
ITEMS = (Option("mill", "The mill burned."), Option("cat", "The cat did it."))
ONE = Exercise("7.p9", 7, "sure", "Does it hold?", options=YES_NO, items=ITEMS, guess=True)
GIVEN = {"mill": "yes", "mill sure": "90", "cat": "no", "cat sure": "60"}


@pytest.mark.parametrize(
    "given",
    [
        GIVEN,
        "yes, 90, no, 60",
        ["it holds", 90, "it does not", 60],
        {"1. The mill burned.": "yes", "mill sure": 90, "cat": "no", "cat sure": "60 %"},
    ],
)
def test_every_way_to_give_it_is_kept_alike(given):
    assert understand(ONE, given) == GIVEN


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({**GIVEN, "cat sure": ""}, "How sure are you of 2"),
        ({**GIVEN, "mill": None}, "1. The mill burned"),
        ({**GIVEN, "cat sure": "55"}, "55"),
        ({**GIVEN, "cat sure": "40"}, "40"),
        ({**GIVEN, "cat": "perhaps"}, "perhaps"),
        ("yes, no", "4 rows"),
        ({}, "Nothing is chosen"),
    ],
)
def test_half_an_answer_is_none_and_says_what_is_missing(given, said):
    with pytest.raises(Problem) as slip:
        understand(ONE, given)
    assert said in str(slip.value)


def test_it_is_asked_with_two_fields_for_each_item_and_filled_again():
    fields = kind_of(ONE).fields(ONE, GIVEN)
    assert [field.item for field in fields] == ["mill", "mill sure", "cat", "cat sure"]
    assert [field.value for field in fields] == ["yes", "90", "no", "60"]
    assert len({field.label for field in fields}) == 4, "A listener tells them apart."


def test_opinions_are_pairs_and_only_options_are_judged():
    assert sure.opinions(ONE, GIVEN) == {"mill": ("yes", 90), "cat": ("no", 60)}
    key = Key(answer={"mill": "yes", "cat": "no"})
    assert judge(ONE, key, GIVEN).result == RIGHT
    assert judge(ONE, key, {**GIVEN, "mill": "no"}).result == NOT_YET  # the same for everything
    three = Exercise("7.p9", 7, "sure", "?", options=YES_NO, items=(*ITEMS, Option("dog", "A dog barked.")))
    more = {**GIVEN, "dog": "yes", "dog sure": "50"}
    assert judge(three, Key(answer={"mill": "yes", "cat": "no", "dog": "no"}), more).result == CLOSE


def test_what_a_class_sees_has_no_level_in_it():
    assert sure.shared(ONE, GIVEN) == ["it holds: The mill burned.", "it does not: The cat did it."]
    assert "90 %" in answer_text(ONE, GIVEN)


def test_the_typed_form_is_an_answer():
    typed = question_text(ONE).rpartition('"7.p9", "')[2].removesuffix('")')
    assert understand(ONE, typed)
