"""Answers that are word for word a sample or another's are told, and short ones are not."""

from whosewords.classroom.exercises import exercise
from whosewords.teacher.alike import OTHERS, SAMPLE, notes
from whosewords.teacher.class_answers import answers
from whosewords.teacher.collecting import Student


def test_a_sample_answer(school):
    """The sample has five words: so it is too short to tell; with six it is told."""
    assert notes(exercise("7.5"), ["Spoon missing from the kitchen"]) == [""]


def test_samples_of_the_lessons():
    from whosewords.classroom.exercises import key

    known = key("1.7")
    assert notes(exercise("1.7"), [known.good.upper(), known.middling + " ", known.good + " And mine."]) == [
        SAMPLE, SAMPLE, "",
    ]  # fmt: skip


def test_others_are_counted_and_not_named(school):
    one = "The spoon is gone, and nobody knows more"
    told = notes(
        exercise("7.5"), [one, one.lower() + ".", one + "!", "The spoon is gone and that is all", "Gone"]
    )
    assert told == [OTHERS.format(count=2, s="s")] * 3 + ["", ""]


def test_the_page_tells_it(school):
    text = {"kind": "text", "value": "The spoon is gone, and nobody knows more"}
    students = [Student(name, name, {"7.5": {**text, "at": name}}, ()) for name in ("a", "b")]
    assert str(answers(students)).count(OTHERS.format(count=1, s="")) == 2
    assert "Word for word" not in str(answers(students[:1]))


def test_no_text(school):
    assert notes(exercise("7.5"), []) == [] and notes(exercise("7.5"), ["", "!"]) == ["", ""]
