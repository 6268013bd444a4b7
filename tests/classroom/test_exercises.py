"""Exercises are read, understood in many spellings, and judged so that suspicion alone scores nothing."""

import pytest
import school as example

from whosewords.classroom import replies
from whosewords.classroom.answers import judge, understand
from whosewords.classroom.asking import CLOSE, NOT_YET, RIGHT
from whosewords.classroom.exercises import Key, exercise, key, lessons, pack, read_lesson, unpack
from whosewords.classroom.kinds.several import discernment
from whosewords.classroom.my_work import answers
from whosewords.problems import Problem

KEYS, LESSON = example.KEYS, example.LESSON
pytestmark = pytest.mark.usefixtures("school")


def judged(id, given):
    return judge(exercise(id), key(id), understand(exercise(id), given))


def test_a_lesson_is_read():
    lesson = lessons()[7]
    assert lesson.title == "The missing spoon" and lesson.minutes == 12
    assert [one.id for one in lesson.guesses] == ["7.p1", "7.p2"] and all(one.guess for one in lesson.guesses)
    assert exercise("7.2").options[0] == ("thieving", "thieving")
    assert exercise("7.1").options[1].text == "The cook"
    assert exercise("7.4").tier == "stretch" and exercise("7.5").minutes == 5


def test_an_id_that_was_retired_is_never_used_again():
    assert read_lesson('retired = ["7.9"]\n' + LESSON).retired == ("7.9",)
    used = [one.id for lesson in lessons().values() for one in (*lesson.guesses, *lesson.exercises)]
    retired = [id for lesson in lessons().values() for id in lesson.retired]
    assert len({*used, *retired}) == len(used) + len(retired)
    assert all(id.startswith(f"{lesson.number}.") for lesson in lessons().values() for id in lesson.retired)


def test_an_answer_to_a_question_that_is_gone_is_kept_and_stands_beside_no_other():
    entries = {
        "7.99": {"kind": "text", "value": "Nobody took it."},
        "7.98": {"kind": "answer", "tries": ["cat"]},
    }
    shown = {id: (asked, answer) for id, asked, answer in answers(entries)}
    assert shown["7.99"] == ("A question of another edition.", "Nobody took it.")
    assert "kept" in shown["7.98"][1] and "cat" not in shown["7.98"][1]


def test_an_unknown_id_is_answered_with_the_nearest():
    with pytest.raises(Problem, match=r"7\.1"):
        exercise("7,1")


@pytest.mark.parametrize("change", ['kind = "choice"', 'id = "7.p1"'])
def test_a_mistake_of_a_lesson_writer_is_named(change):
    wrong = LESSON.replace(change, change.replace("choice", "chioce").replace("7.p1", "8.p1"), 1)
    with pytest.raises(ValueError, match="lesson 7"):
        read_lesson(wrong)


def test_keys_come_back_from_what_hides_them():
    assert unpack(pack(KEYS)) == KEYS
    assert "cook" not in pack(KEYS)
    assert key("7.1").answer == "cook" and key("7.p1") == Key()


@pytest.mark.parametrize("given", ["cook", "Cook", " the COOK. ", "“cook”", ["cook"]])
def test_choice_is_understood(given):
    assert understand(exercise("7.1"), given) == "cook"


def test_choice_that_is_none_says_what_there_is():
    with pytest.raises(Problem, match=r"7\.1.*“cok”.* mean “cook”"):
        understand(exercise("7.1"), "cok")


@pytest.mark.parametrize(
    "given", ["sly, thieving", "thieving; sly", ["sly", "thieving"], {"sly", "thieving"}, ("sly", "thieving")]
)
def test_several_are_understood_in_the_order_of_the_options(given):
    assert understand(exercise("7.2"), given) == ["thieving", "sly"]


@pytest.mark.parametrize("given", ["Q, A, A", ["Q", "A", "A"], {"sly": "Q", "spoon": "A", "gone": "a"}])
def test_sort_is_understood(given):
    assert understand(exercise("7.3"), given) == {"sly": "Q", "spoon": "A", "gone": "A"}


@pytest.mark.parametrize(
    ("given", "says"),
    [("Q, A", "3 rows, but 2"), ({"fly": "A"}, "Did you mean “sly”"), ("Q, A, X", "X")],
)
def test_sort_says_what_does_not_fit(given, says):
    with pytest.raises(Problem, match=says):
        understand(exercise("7.3"), given)


@pytest.mark.parametrize(
    ("id", "given", "says"),
    [("7.3", {}, "Choose first"), ("7.2", [], "Choose first"), ("7.4", " ", "Type one first")],
)
def test_nothing_is_no_answer(id, given, says):
    with pytest.raises(Problem, match=says):
        understand(exercise(id), given)


@pytest.mark.parametrize(
    ("given", "number"),
    [
        (10, 10),
        ("10", 10),
        ("10 words", 10),
        ("about 10", 10),
        ("1,200", 1200),
        ("1 200", 1200),
        ("9.5", 9.5),
        ("−3", -3),
    ],
)
def test_number_is_understood(given, number):
    assert understand(exercise("7.4"), given) == number


@pytest.mark.parametrize("given", ["ten", "", "10 or 12", "10 12", True, float("nan"), float("inf"), None])
def test_what_is_no_number_is_said(given):
    with pytest.raises(Problem, match="one number"):
        understand(exercise("7.4"), given)


@pytest.mark.parametrize("given", ["", "  \n "])
def test_nothing_written_is_not_saved(given):
    with pytest.raises(Problem, match="nothing to save"):
        understand(exercise("7.5"), given)


def test_an_endless_text_is_refused_and_half_characters_are_mended():
    with pytest.raises(Problem, match="at most"):
        understand(exercise("7.5"), "x" * 20_001)
    assert understand(exercise("7.5"), "a\ud800b") == "a?b"


def test_choice_is_judged():
    assert judged("7.1", "cook").result == RIGHT
    assert judged("7.1", "nobody").result == RIGHT  # accepted too
    assert judged("7.1", "cat").result == NOT_YET


@pytest.mark.parametrize(
    ("given", "result", "detail"),
    [
        (["thieving", "sly"], RIGHT, ""),
        (["thieving", "sly", "spoon"], RIGHT, ""),  # "spoon" counts neither way
        (["thieving"], CLOSE, "1 of 2."),  # caught 1/2, no false alarm: 0.5
        (["thieving", "sly", "cat"], CLOSE, "2 of 2, and 1 of your ticks does not belong"),  # 1 - 1/2
        (["thieving", "cat"], NOT_YET, "1 of 2, and 1 of your ticks does not"),  # 1/2 - 1/2
        (["cat", "kitchen"], NOT_YET, "0 of 2, and 2 of your ticks do not"),
        (["thieving", "cat", "sly", "kitchen", "spoon"], NOT_YET, "not told anything apart"),
    ],
)
def test_several_score_what_was_told_apart(given, result, detail):
    judgement = judged("7.2", given)
    assert judgement.result == result and detail in judgement.detail


def test_discernment_by_hand():
    # Caught 2 of 3, one false alarm among 4 others: 2/3 - 1/4 = 5/12.
    assert discernment("abx", "abc", "abcwxyz") == pytest.approx(5 / 12)
    assert discernment("", "abc", "abcd") == 0


@pytest.mark.parametrize(
    ("given", "result", "detail"),
    [
        ({"sly": "Q", "spoon": "A", "gone": "A"}, RIGHT, ""),
        ({"sly": "Q", "spoon": "A", "gone": "Q"}, CLOSE, "In their place: 2 of 3."),
        ({"sly": "A", "spoon": "A", "gone": "A"}, NOT_YET, "2 of 3"),  # all in one box
        ({"sly": "A", "spoon": "Q", "gone": "A"}, NOT_YET, "1 of 3"),
    ],
)
def test_sort_is_judged(given, result, detail):
    judgement = judged("7.3", given)
    assert judgement.result == result and detail in judgement.detail


@pytest.mark.parametrize(
    ("given", "result", "detail"),
    [
        (10, RIGHT, ""),
        (11, RIGHT, ""),
        (9, RIGHT, ""),
        (12, CLOSE, "less"),
        (6, CLOSE, "more"),
        (5, NOT_YET, ""),
        (15, NOT_YET, ""),
    ],
)
def test_number_is_judged_within_its_tolerance(given, result, detail):
    judgement = judged("7.4", given)
    assert judgement.result == result and detail in judgement.detail


def test_feedback_gives_a_hint_first_and_the_answer_after_two_tries():
    one, known = exercise("7.1"), key("7.1")
    first, second = replies.feedback(one, known, ["cat"]), replies.feedback(one, known, ["cat", "cat"])
    assert "○ Not yet" in repr(first) and "Hint: Read kitchen_news ¶2." in repr(first)
    assert "cook says so" not in repr(first)
    assert "answer: The cook" in repr(second) and "cook says so" in repr(second)
    assert "Not yet" not in repr(second)
    right = replies.feedback(one, known, ["cat", "cook"])
    assert "✓ Right" in repr(right) and "cook says so" in repr(right)
    assert 'role="status"' in right.html()


def test_a_question_as_text_says_how_to_answer_without_giving_the_answer_away():
    text = replies.question_text(exercise("7.3"))
    assert "“sly”" in text and "A the author's" in text
    assert 'check("7.3", "A, Q, A")' in text
    assert 'predict("7.p2", 12)' in replies.question_text(exercise("7.p2"))
    assert "names the spoon" in replies.question_text(exercise("7.5"))


def test_html_is_escaped():
    bad = read_lesson(LESSON.replace("Who was in the kitchen?", "<script>alert(1)</script>")).exercises[0]
    assert "<script>" not in replies.question_html(bad)
    reply = replies.saved("<b>", replies.Line("hint", "<i>", "<u>"))
    assert "<b>" not in reply.html() and "<i>" not in reply.html() and "<u>" not in reply.html()


def test_every_sign_has_a_word():
    assert all(sign and word for sign, word in replies.SIGNS.values())
