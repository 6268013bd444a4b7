"""Results task by task, by hand, on the lesson of the missing spoon."""

from math import isnan

import pytest

from whosewords.classroom.exercises import exercise
from whosewords.teacher.collecting import Student
from whosewords.teacher.item_analysis import (
    from_to,
    guesses,
    items,
    local,
    others,
    result,
)


def student(label, at=0, **entries):
    """A student. Their entries are named so: _7_1 for 7.1; at is a fraction of a second of their own."""
    made = {name.strip("_").replace("_", "."): entry for name, entry in entries.items()}
    times = (f"2025-11-03T09:{minute:02}:00.{at:06}+00:00" for minute in range(60))
    return Student(label, label, {id: {"at": next(times), **entry} for id, entry in made.items()}, ())


def tries(*values):
    return {"kind": "answer", "tries": list(values), "result": "right"}


def item(students, id):
    (found,) = [one for one in items(students) if one.exercise.id == id]
    return found


def test_a_choice(school):
    students = [
        student("a", 1, _7_1=tries("cook")),
        student("b", 2, _7_1=tries("cat", "cook")),
        student("c", 3, _7_1=tries("nobody")),  # accepted, too
        student("d", 4, _7_1=tries("cat")),
        student("e", 5),
    ]
    found = item(students, "7.1")
    assert found[1:] == (4, 2, 2 / 4, (("The cat", 2),))
    assert [result(one, exercise("7.1"))[:2] for one in students] == [
        ("right", 1), ("right", 2), ("right", 1), ("not yet", 1), ("", 0),
    ]  # fmt: skip
    assert [result(one, exercise("7.1")).first for one in students] == [
        "right",
        "not yet",
        "right",
        "not yet",
        "",
    ]


def test_what_the_file_says_of_a_result_is_not_believed(school):
    assert result(student("a", _7_1=tries("cat")), exercise("7.1")).result == "not yet"


def test_parts_of_an_answer_are_counted_apart(school):
    students = [
        # wanted: thieving and sly; spoon counts neither way
        student("a", 1, _7_2=tries(["thieving", "sly", "spoon"])),
        student("b", 2, _7_2=tries(["thieving", "cat"])),
        student("c", 3, _7_2=tries(["cat"])),
        # wanted: sly Q, spoon A, gone A
        student("d", 4, _7_3=tries({"sly": "A", "spoon": "A", "gone": "A"})),
        student("e", 5, _7_3=tries({"sly": "A", "spoon": "Q", "gone": "A"})),
    ]
    assert item(students, "7.2")[1:] == (
        3, 1, 1 / 3, (("ticked: cat", 2), ("not ticked: sly", 2), ("not ticked: thieving", 1)),
    )  # fmt: skip
    # d gave all three rows one answer
    assert item(students, "7.3").wrong == (
        ("the same for everything: A the author's", 1),
        ("“sly”: A the author's", 1),
        ("“spoon”: Q the cook's", 1),
    )
    everything = student("f", 6, _7_2=tries(["thieving", "cat", "sly", "kitchen", "spoon"]))
    assert item([everything], "7.2").wrong == (("ticked: everything", 1),)


def test_a_number(school):
    """Right within ± 1 of 10, close within ± 4."""
    students = [student(str(n), n, _7_4=tries(value)) for n, value in enumerate([9, 11, 14, 14, 40])]
    assert item(students, "7.4")[1:] == (5, 2, 2 / 5, (("14 words", 2), ("40 words", 1)))
    assert [result(one, exercise("7.4")).result for one in students] == [
        "right",
        "right",
        "close",
        "close",
        "not yet",
    ]


def test_the_hardest_come_first_and_what_nobody_answered_last(school):
    students = [
        student("a", 1, _7_1=tries("cook"), _7_4=tries(99)),
        student("b", 2, _7_1=tries("cat"), _7_4=tries(99)),
    ]
    found = items(students)
    assert [one.exercise.id for one in found] == ["7.4", "7.1", "7.2", "7.3"]
    assert [one.answered for one in found] == [2, 2, 0, 0]
    assert isnan(found[-1].share)


def test_a_task_that_few_answered_does_not_come_first(school):
    """Of ten, nine were right at 7.1: 90 %. At 7.4 one tried and was wrong: 0 of 1 says less."""
    students = [student(str(n), n, _7_1=tries("cook" if n else "cat")) for n in range(10)]
    few = student("few", 99, _7_4=tries(99))
    assert [one.exercise.id for one in items([*students, few])] == ["7.1", "7.4", "7.2", "7.3"]


def test_a_class_without_anybody(school):
    assert all(isnan(one.share) and one.answered == 0 for one in items([]))
    assert [counted for _, counted, _ in guesses([])] == [{"The cat": 0, "The cook": 0}, {}]
    assert others([]) == []


def test_an_answer_in_two_files_is_one_answer(school):
    one, copy = student("a", 1, _7_1=tries("cat")), student("b", 1, _7_1=tries("cat"))
    assert item([one, copy], "7.1").answered == 1
    assert item([one, student("b", 2, _7_1=tries("cat"))], "7.1").answered == 2


@pytest.mark.parametrize(
    "entry",
    [
        {"tries": "cook"}, {"tries": [["cook", "cat"], None, {}, "nonsense"]}, {"tries": {}},
        {"value": 10**400}, {"tries": [float("nan")]}, {"tries": [{"cook": {}}]}, {"tries": [True]},
        {"kind": 5, "at": {}}, {},
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_no_answer(school, entry):
    one = student("a", _7_1=entry, _7_2=entry, _7_3=entry, _7_4=entry, _7_p1=entry)
    assert [i.answered for i in items([one])] == [0] * 4
    assert sum(sum(counted.values()) for _, counted, _ in guesses([one])) == 0


def test_tries_that_cannot_be_read_are_left_out(school):
    one = student("a", _7_1=tries(None, "nonsense", "cat", "cook"))
    assert result(one, exercise("7.1"))[:2] == ("right", 2)
    assert result(one, exercise("7.1")).first == "not yet"


def test_guesses(school):
    guess = [("cat", 7), ("cat", 12), ("cook", 7)]
    students = [
        student(str(n), n, _7_p1={"kind": "guess", "value": who}, _7_p2={"kind": "guess", "value": many})
        for n, (who, many) in enumerate(guess)
    ]
    (first, who, answer), (_, many, known) = guesses(students)
    assert (first.id, who, answer) == ("7.p1", {"The cat": 2, "The cook": 1}, None)
    assert list(many.items()) == [("7 spoons", 2), ("12 spoons", 1)]
    assert known == "12 spoons"
    assert result(students[0], first)[:2] == ("guessed", 1)


def test_texts_are_written_and_not_judged(school):
    one = student("a", _7_5={"kind": "text", "value": "Spoon missing"})
    assert result(one, exercise("7.5"))[:2] == ("written", 1)
    assert "7.5" not in {i.exercise.id for i in items([one])}
    assert result(student("a", _7_5={"kind": "text", "value": " "}), exercise("7.5")).result == ""


def test_what_is_not_asked_now_is_carried_and_named():
    """Against the real lessons: 1.1 was asked before, 99.9 never; grids and tickets are known."""
    kept = {"value": "x"}
    one = Student("a", "a", {id: kept for id in ("1.1", "99.9", "4.frames.own", "1.exit", "lab", "1.3")}, ())
    assert others([one, one]) == [("1.1", "retired", 2), ("99.9", "unknown", 2)]


def test_times(school):
    one = student("a", _7_1=tries("cook"), _7_p1={"value": "cat"}, _7_2={"at": "3000-01-01T00:00:00+00:00"})
    first, last = from_to(one)
    assert (first, last) == (local("2025-11-03T09:00:00+00:00"), local("2025-11-03T09:01:00+00:00"))
    assert first.utcoffset() is not None
    assert from_to(student("b")) == (None, None)


@pytest.mark.parametrize(
    "at", [None, 5, "", "soon", "2025", "9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00", [], {}]
)
def test_no_time(at):
    assert local(at) is None
