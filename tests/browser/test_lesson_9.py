"""Lesson 9 with the keyboard alone: say how sure, see it, give verdicts, fill the blank, order lines."""

import pytest

from whosewords.classroom.asking import MOVING

from . import lab

pytestmark = pytest.mark.browser
LESSON = "09_true_and_false.ipynb"


@pytest.fixture(scope="module")
def lesson(browser, tmp_path_factory):
    with lab.opened(browser, tmp_path_factory, LESSON) as page:
        page.keyboard.press("Escape")
        yield page


def test_eight_claims_and_how_sure_are_a_picture(lesson):
    lab.run_until(lesson, 'predict("9.p2")')
    for claim in range(8):
        for name in ("it does not" if claim % 2 else "it holds", "80 %"):
            lab.tab_to(lesson, name)
            lesson.keyboard.press("Space")
    lab.tab_to(lesson, "Save my guess")
    lesson.keyboard.press("Enter")
    lab.output(lesson, 'predict("9.p2")').get_by_text("Your guess is kept").first.wait_for()
    assert lab.stored(lesson)["9.p2"]["value"]["election sure"] == "80"
    lesson.keyboard.press("Escape")
    lab.run_until(lesson, 'reveal("9.p2", calibration)')
    shown = lab.output(lesson, 'reveal("9.p2", calibration)')
    assert "of 8 right" in shown.locator("svg.ww-picture").first.text_content()
    lab.shot(lesson, "lesson-9-calibration")


def test_verdicts_a_blank_and_a_strip(lesson):
    lab.run_until(lesson, 'check("9.1")')
    for name in ("holds", "does not hold", "cannot tell", "holds in part", "holds in part"):
        lab.tab_to(lesson, name)
        lesson.keyboard.press("Space")
        lab.tab_to(lesson, "cannot tell") if name != "cannot tell" else None
    lab.tab_to(lesson, "Check")
    lesson.keyboard.press("Enter")
    lab.output(lesson, 'check("9.1")').get_by_text("✓ Right.").wait_for()
    lesson.keyboard.press("Escape")
    lab.run_until(lesson, 'relay("____")')
    for key in ("Enter", "Control+Home", *["ArrowRight"] * 7, *["Shift+ArrowRight"] * 4):
        lesson.keyboard.press(key)
    lesson.keyboard.type("quotation")
    lesson.keyboard.press("Shift+Enter")
    lab.output(lesson, 'relay("quotation")').get_by_role(
        "heading", name="The quotation that moved"
    ).wait_for()
    lab.run_until(lesson, 'check("9.10")')
    lab.tab_to(lesson, MOVING["up"])
    # The fifth line to the top, the third to the second place, the last to the third.
    for tabs, presses in ((8, 4), (4, 1), (6, 2)):
        for key in (*["Tab"] * tabs, *["Enter"] * presses):
            lesson.keyboard.press(key)
            lesson.wait_for_timeout(250)
    lab.tab_to(lesson, "Check")
    lesson.keyboard.press("Enter")
    lab.output(lesson, 'check("9.10")').get_by_text("✓ Right.").wait_for()
    lab.shot(lesson, "lesson-9-strip")


def test_axe_finds_nothing_in_what_the_lesson_shows(lesson):
    assert lab.axe(lesson, ".jp-OutputArea-output") == []


def test_nothing_went_wrong_and_nothing_went_out(lesson):
    assert lesson.errors == []
