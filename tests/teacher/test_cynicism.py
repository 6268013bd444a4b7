"""How often the alarm is right, on sentences made by hand; and whom it counts.

All sentences are by one hand. The set “kept” was written before the phrases were tried on any of it: of its
25 sentences that say so the phrases found 23 at first, and none of its 25 that do not say so was taken for
one. Since then one mistake was mended (a denial that was none), so that 24 of 25 are found. Real students
write otherwise: the places are there to be read.
"""

import csv
from math import isnan
from pathlib import Path

import pytest

from whosewords.teacher.collecting import Student
from whosewords.teacher.cynicism import ALARM, alarm, phrases

with (Path(__file__).parent / "cynicism_sentences.csv").open(encoding="utf-8", newline="") as file:
    SENTENCES = list(csv.DictReader(file))


def says(text):
    return any(not phrase.denied for phrase in phrases(text))


def measured(name):
    """(said and found, said and missed, not said and found all the same, neither)."""
    rows = [(row["says"] != "no", says(row["text"])) for row in SENTENCES if row["set"] == name]
    return tuple(rows.count(pair) for pair in ((True, True), (True, False), (False, True), (False, False)))


def test_how_often_it_is_right():
    assert measured("made") == (34, 0, 0, 26)
    assert measured("kept") == (24, 1, 0, 25)


@pytest.mark.parametrize(
    "row", [row for row in SENTENCES if row["set"] == "made"], ids=lambda row: row["text"][:40]
)
def test_capitals_and_marks_change_nothing(row):
    for text in (row["text"].upper(), row["text"].replace("'", "’"), row["text"].replace(" ", "\n", 1)):
        if "\n" not in text or row["says"] != "no":
            assert says(text) == (row["says"] != "no"), text


def test_what_is_denied_counts_up_to_a_but():
    assert not says("I do not think that they all lie.")
    assert says("I do not think that it is simple, but they all lie.")
    assert says("It is not true. They all lie.")


def wrote(label, at=0, **answers):
    entries = {
        name.strip("_").replace("_", "."): {
            "kind": "text",
            "value": value,
            "at": f"2025-11-03T09:00:00.{at:06}",
        }
        for name, value in answers.items()
    }
    return Student(label, label, entries, ())


def test_students_are_counted_and_not_phrases(school):
    students = [
        wrote("a", 1, _7_5="They all lie. Yes, they all lie, and there is no truth."),
        wrote("b", 2, _7_5="The spoon is missing."),
        wrote("c", 3, _7_5="I would not say that everybody lies."),
        wrote("d", 4, _7_1="They all lie."),  # no open answer
        wrote("e", 5),
    ]
    found = alarm(students)
    assert (found.count, found.of, found.share) == (1, 3, 1 / 3)
    assert found.share > ALARM
    assert [place[:3] for place in found.places] == [
        ("a", "7.5", "They all lie"), ("a", "7.5", "they all lie"), ("a", "7.5", "there is no truth"),
    ]  # fmt: skip
    assert [place.label for place in found.denied] == ["c"]


def test_an_answer_in_two_files_is_one(school):
    assert alarm([wrote("a", 1, _7_5="They all lie."), wrote("b", 1, _7_5="They all lie.")]).of == 1


def test_an_answer_to_a_question_of_another_edition_counts(school):
    assert alarm([wrote("a", _6_99="They all lie.")]).count == 1


def test_what_the_module_wrote_itself_does_not_count(school):
    one = wrote("a", _7_5="They all lie.")
    one.entries["7.5"]["summed"] = "They all lie."
    assert alarm([one]).of == 0


def test_nobody_wrote(school):
    found = alarm([wrote("a")])
    assert (found.count, found.of) == (0, 0) and isnan(found.share)


def test_the_words_around(school):
    (place,) = alarm([wrote("a", _7_5="a" * 90 + " they all lie " + "b" * 90)]).places
    assert place.text == "…" + "a" * 59 + " they all lie " + "b" * 59 + "…"
    (place,) = alarm([wrote("a", _7_5="So\nthey all lie.")]).places
    assert place.text == "So they all lie."


def test_no_text_is_fatal(school):
    for text in (
        "everybody " * 2000,
        "n't " * 5000 + "they all lie",
        "they all lie. " * 1400,
        "\0\ud800",
        "(" * 99,
    ):
        assert alarm([wrote("a", _7_5=text)]).of == 1


def test_values_that_are_no_texts(school):
    one = wrote("a", _7_5="x")
    for value in (None, 5, ["they all lie"], {"a": 1}, True):
        one.entries["7.5"]["value"] = value
        assert alarm([one]).of == 0
