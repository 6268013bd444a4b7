"""Sitting the test: answers are kept, nothing is told to be right, and what is no answer changes nothing."""

import pytest

from whosewords.classroom.before_after import FORMS, form
from whosewords.classroom.my_work import answers, work
from whosewords.classroom.sitting import SAVE, before_after, short
from whosewords.notebook.sitting import before_after as before_after_with_controls
from whosewords.problems import Problem

pytestmark = pytest.mark.usefixtures("home")


def test_answers_are_kept_in_one_entry_and_added_to():
    told = repr(before_after("A", {"1": "clock"}))
    assert "1 of 13 answered" in told and "Still open: 2, 3" in told and "ight" not in told
    assert "an opinion" in told and "attitude" not in told
    before_after(
        "a", {"4": "reckless, never", "10": {"hot": "yes", "hot sure": 90, "calm": "no", "calm sure": 60}}
    )
    kept = work().get("test.A")["answers"]
    assert kept["1"] == "clock" and kept["4"] == ["reckless", "never"] and kept["10"]["hot sure"] == "90"
    assert ("test.A", "The test before and after", "3 of 13 answered.") in answers(work().entries())


def test_a_question_of_opinion_has_no_short_name_over_it():
    drawn = "".join(
        str(getattr(part, "value", "")) for part in before_after_with_controls("A").controls().children
    )
    assert "An opinion" in drawn and "Task 1" in drawn and "attitude" not in drawn


def test_the_form_that_is_not_begun_comes_next():
    assert before_after().form.name == "A"
    everything = {short(task): kept_of(task) for task in form("A").tasks}
    before_after("A", everything)
    assert before_after().form.name == "B"
    before_after("B", everything)
    assert before_after().form.name == FORMS[-1]


def kept_of(task):
    """Any answer to a task."""
    if task.items:
        return {f"{item.id}{end}": one for item in task.items for end, one in (("", "yes"), (" sure", "50"))}
    return task.options[0].id


@pytest.mark.parametrize(
    "wild",
    [{"1": "nonsense"}, {"77": "clock"}, "clock", {"10": {"hot": "yes"}}, {"4": ""}, {"1": "clock", "2": 7}],
)
def test_what_is_no_answer_is_told_and_changes_nothing(wild):
    before_after("A", {"5": "remedy"})
    with pytest.raises(Problem):
        before_after("A", wild)
    assert work().get("test.A")["answers"] == {"5": "remedy"}


def test_a_file_changed_by_hand_is_read_as_far_as_it_goes():
    work().change(
        "test.A", lambda entry: {"kind": "test", "answers": {"1": 7, "5": "remedy", "x": {}, "4": "?"}}
    )
    assert before_after("A").answers == {"5": "remedy"}
    work().change("test.A", lambda entry: {"kind": "test", "answers": ["1"]})
    assert before_after("A").answers == {}


def test_it_is_read_without_controls():
    told = repr(before_after("B"))
    assert (
        "Tolmer" in told
        and "1. Two correct reports" in told
        and "before_after(" in told
        and "B.1" not in told
    )


def test_a_task_that_is_half_done_does_not_keep_the_others_from_being_saved():
    widgets, waiting = [], [before_after_with_controls("A").controls()]
    while waiting:
        widgets.append(waiting.pop(0))
        waiting = [*getattr(widgets[-1], "children", ()), *waiting]
    picks = [one for one in widgets if hasattr(one, "buttons")]
    picks[0].value = "clock"
    picks[-7].value = "yes"  # the first of the four rows of task 10, before the three opinions
    next(one for one in widgets if getattr(one, "description", "") == SAVE).click()
    assert work().get("test.A")["answers"] == {"1": "clock"}
    assert "1 of 13 answered" in widgets[-1].value and "10" in widgets[-1].value
