"""What a class gained between both forms of the test: by hand, apart, and nothing where there are too few."""

import pytest

from whosewords.teacher import class_gains
from whosewords.teacher.collecting import Student

RIGHT = {**{id: answer for id, answer in class_gains.key().items() if id != "10"},
         "10": {"hot": "yes", "hot sure": "90", "calm": "no", "calm sure": "60"}}  # fmt: skip
LITTLE = {"1": "clock", "4": ["reckless", "murder"], "attitude lies": "4", "attitude work": "2"}
ALL = {"4": ["struck", "shield", "reckless", "fired", "everyone", "four", "never", "murder"]}


def student(name, before, after, first="A"):
    forms = (first, "B" if first == "A" else "A")
    entries = {
        f"test.{form}": {"kind": "test", "answers": answers, "at": f"2026-11-{day}T{time_of(name)}+00:00"}
        for form, day, answers in zip(forms, ("02", "20"), (before, after), strict=True)
    }  # fmt: skip
    return Student(name, name, entries, ())


def time_of(name):
    """A time of their own: answers with the very same time are one person's."""
    return f"09:15:01.{sum(map(ord, name)):06}"


def a_class(before, after, number=12):
    return [student(f"blue-{n}", before, after, "AB"[n % 2]) for n in range(number)]


def test_points_hits_and_opinions_are_told_apart():
    after = RIGHT | {"attitude lies": "3", "attitude work": "4", "attitude reasons": "5"}
    html = class_gains.gains(a_class(LITTLE, after))
    # before: 1 + 2 × (1/3 − 1/5) = 1.27 points; after 12: a gain of 10.7
    assert "12 took both forms." in html and "+10.7 points of 12" in html
    assert "Loaded phrases found: 12 people, from before to after: +66.7 of 100" in html
    assert "(fewer is better): 12 people, from before to after: −20.0 of 100" in html
    assert "−1.0 steps of 5" in html and "+2.0 steps of 5" in html
    assert "Too few to say: 0 with both tests" in html  # reasons: nobody said it before


def test_ticking_everything_gains_no_point_and_is_seen():
    html = class_gains.gains(a_class({"4": ["reckless"]}, ALL))
    assert (
        "−0.7 points of 12" in html
        and "(fewer is better): 12 people, from before to after: +100.0 of 100" in html
    )


def test_the_earlier_test_is_the_one_before_whatever_its_form():
    both, single = class_gains.taken([student("blue-1", {}, RIGHT), student("blue-2", LITTLE, RIGHT, "B")])
    assert single == 1 and [(round(one.before.points, 2), one.after.points) for one in both] == [(1.27, 12)]


@pytest.mark.parametrize("number", [1, 9])
def test_few_are_too_few_to_say(number):
    html = class_gains.gains(a_class(LITTLE, RIGHT, number))
    assert "Too few to say" in html and "+" not in html.replace("&#43;", "+")


def test_nobody_and_nonsense():
    assert class_gains.NOBODY in class_gains.gains([])
    odd = [
        {"test.A": 5, "test.B": []},
        {"test.A": {"answers": "x", "at": "soon"}},
        {"test.A": {"answers": {"1": 5}}},
    ]
    assert class_gains.NOBODY in class_gains.gains(
        [Student(f"odd-{n}", f"odd-{n}", one, ()) for n, one in enumerate(odd)]
    )


def test_without_the_teachers_notes_it_says_so(monkeypatch):
    monkeypatch.setattr(class_gains, "key", lambda: None)
    assert class_gains.NO_KEY in class_gains.gains(a_class(LITTLE, RIGHT))


def test_a_test_changed_by_hand_is_named_and_the_rest_counts():
    good = a_class(LITTLE, RIGHT, 12)
    odd = student("red-1", RIGHT | {"4": "x", "7": [[]], "zz": 1}, RIGHT)
    lost = Student(
        "red-2", "red-2", {"test.A": {"answers": [1], "at": "2026-11-02T09:15:01+00:00"}, "test.B": 3}, ()
    )
    wild = Student("red-3", "red-3", {"test.A": {"answers": {"10": {"hot": {}}, "1": "<b>"}, "at": 5}}, ())
    html = class_gains.gains([*good, odd, lost, wild])
    assert "13 took both forms." in html and "counted as not answered: 4" in html
    assert "red-1, form A: task 4; task 7; task zz." in html and html.count("the whole test") == 3
    assert "counted as not answered" not in class_gains.gains(good)
    assert "red-3, form A: the whole test" in class_gains.gains([wild])
