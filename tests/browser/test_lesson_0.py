"""Lesson 0 with the keyboard alone: guess, a wrong answer, a right one, a restart, and all is still there."""

import pytest

from . import lab

pytestmark = pytest.mark.browser
LESSON = "00_four_headlines.ipynb"


@pytest.fixture(scope="module")
def lesson(browser, tmp_path_factory):
    with lab.opened(browser, tmp_path_factory, LESSON) as page:
        yield page


def test_a_guess_by_keyboard(lesson):
    lesson.keyboard.press("Escape")
    lab.run_until(lesson, 'predict("0.p1")')
    first = lesson.locator(".ww-pick button").first.inner_text()
    lab.tab_to(lesson, first)
    lesson.keyboard.press("Space")
    lesson.get_by_text("Your guess is kept").wait_for()
    lab.shot(lesson, "lesson-0-guess")


def test_a_wrong_answer_gets_a_hint_and_a_right_one_its_reason(lesson):
    lesson.locator(".jp-CodeCell", has_text='predict("0.p1")').locator(".jp-InputPrompt").click()
    lesson.keyboard.press("Escape")
    lab.run_until(lesson, 'check("0.1")')
    told = lesson.locator(".jp-CodeCell", has_text='check("0.1")').get_by_role("status")
    tries = (
        (("The Harbour Lamp", "The Thimble Courier"), "Not yet."),
        (("The Thimble Courier", "The Unbuttoned Gull"), "Right."),
    )
    for names, verdict in tries:
        lab.tab_to(lesson, "the town hall", "Shift+Tab" if verdict == "Right." else "Tab")
        for name in names:  # a second press takes a tick away
            lab.tab_to(lesson, name)
            lesson.keyboard.press("Space")
        lab.tab_to(lesson, "Check")
        lesson.keyboard.press("Space")
        told.filter(has_text=verdict).wait_for()
        lesson.locator(lab.IDLE).first.wait_for()  # the marks at the answers come after the verdict
        lab.shot(lesson, f"lesson-0-{verdict[:-1].lower().replace(' ', '-')}")


def test_answers_outlive_the_kernel(lesson):
    assert "0.1" in lab.stored(lesson)
    lesson.get_by_role("button", name="Restart the kernel", exact=False).first.click()
    lesson.get_by_role("button", name="Confirm Kernel Restart").or_(
        lesson.get_by_role("button", name="Restart", exact=True)
    ).first.click()
    lesson.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first.wait_for(timeout=90_000)
    lab.run_all(lesson)
    lesson.get_by_text("Your guess was").first.wait_for()
    gull = lesson.locator(".jp-CodeCell", has_text='check("0.1")').get_by_label("The Unbuttoned Gull")
    gull.wait_for()
    assert gull.is_checked()


def test_the_start_page_tells_where_to_go_on(lesson):
    lab.open_lesson(lesson, lab.lesson_address(lesson.address, "start.ipynb"))
    lab.run_all(lesson)
    lab.shot(lesson, "start")
    assert lesson.get_by_text("go on", exact=False).count() >= 1
    assert lesson.get_by_role("link", name="Line them up").count() >= 1
    assert lesson.errors == []
