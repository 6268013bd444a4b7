"""The hand check and the sentence lab on a page: hits, results, and rewrites that meet their rule."""

import re

import pytest

from whosewords.classroom.asking import RIGHT
from whosewords.classroom.lab import TASKS, analyse, check, drawing
from whosewords.classroom.lab.state import started
from whosewords.display.html import paragraph
from whosewords.measures.precision import wilson
from whosewords.publish.static import still
from whosewords.publish.static_tasks import FEWEST, hits, lookup, rewrites, sentence_lab


@pytest.mark.parametrize("task", TASKS)
def test_our_rewrites_meet_the_rule_of_their_task(task):
    first, sample = started(*TASKS[task].start).text, rewrites()[task]
    assert check(task, analyse(first), analyse(sample["text"])).result == RIGHT
    assert sample["because"] and set(sample) == {"start", "text", "because"}


def test_there_is_a_rewrite_for_each_task_and_no_other():
    assert list(rewrites()) == list(TASKS)


def test_the_lab_shows_both_versions_with_their_marks_and_what_no_rule_can_check():
    html = sentence_lab()
    assert html.count(drawing.MARKED) == 2 * len(TASKS) and html.count("✓ The rule is") == len(TASKS)
    assert html.count("<textarea") == html.count("First version</th>") == len(TASKS)
    for task in TASKS.values():
        assert task.name in html and task.rule in html and task.rubric[-1] in html


def test_every_hit_can_be_judged(home):
    from whosewords.classroom.hand_check import RULE, HandCheck

    html = still(HandCheck())
    assert RULE in html and "needs the notebook" not in html
    names = re.findall(r'type="radio" name="([\w-]+)"', html)
    assert len(names) == 24 and len(set(names)) == 8
    assert [int(n) for n in re.findall(r"Hit (\d+) of 8<", html)] == list(range(1, 9))
    assert html.count("<mark>") == 8 and html.count("In short (ours):") == 8


def test_every_result_can_be_looked_up():
    html = lookup(20)
    cells = re.findall(r"<b>(\d+)</b> <small>(\d+) to (\d+)</small>", html)
    assert len(cells) == sum(n + 1 for n in range(FEWEST, 21))  # 0 to n right of n judged
    # 15 right of 20: 15 / 20 is 75 of 100; the interval 0.531 to 0.888 stands in the docstring of wilson.
    row = re.search(r">15 right</th><td>(.*?)</td>", html)[1]
    assert re.findall(r"\d+", row) == ["75", "53", "89"]
    assert [round(100 * x) for x in wilson(15, 20)] == [53, 89]
    # 6 right and 2 wrong: 6 / 8 = 0.75.
    assert re.search(r"6 right [^.]*2 [^.]*8 judged\. [^.]*75 [^.]* 41 to 93", html)


def test_the_hits_that_are_drawn_have_figures_in_the_table(home):
    from whosewords.classroom.hand_check import HandCheck

    assert re.search(r">6 right</th><td><b>75</b> <small>41 to 93</small>", still(HandCheck()))


def test_what_stands_around_a_hit_is_escaped():
    html = hits([("<b>", paragraph("a sentence"), "<script>")], "<i>")
    assert "<script>" not in html and "<i>" not in html and "<p>a sentence</p>" in html
