"""Lesson 4 with the keyboard alone: a grid of one's own, two readings beside it, a line with a blank."""

import pytest

from . import lab

pytestmark = pytest.mark.browser
LESSON = "04_four_jobs.ipynb"
GRID = {
    "Problem": ("Two powers pull Iraq apart", "rival powers", "6"),
    "Cause": ("The West wants the oil", "Western raiders", "14"),
    "Judgement": ("The West is greedy", "greedy hands", "12"),
}


@pytest.fixture(scope="module")
def lesson(browser, tmp_path_factory):
    with lab.opened(browser, tmp_path_factory, LESSON) as page:
        page.keyboard.press("Escape")
        lab.run_until(page, 'my_frames("neo")')
        yield page


def test_a_grid_is_filled_and_compared_by_keyboard(lesson):
    for box, (own, proof, paragraph) in GRID.items():
        for field, text in (
            ("in your own words", own),
            ("proof", proof),
            ("number of the paragraph", paragraph),
        ):
            lab.tab_to(lesson, f"{box}, {field}")
            lesson.keyboard.type(text)
    lab.tab_to(lesson, "blank: the text offers no remedy")
    lesson.keyboard.press("Space")
    lab.tab_to(lesson, "Save and compare")
    lesson.keyboard.press("Space")
    mine = lab.output(lesson, 'my_frames("neo")')
    mine.get_by_text("Still open: judgement").wait_for()
    lab.shot(lesson, "lesson-4-open")
    lab.tab_to(lesson, "Judgement, number of the paragraph", "Shift+Tab")
    lesson.keyboard.press("Control+a")
    lesson.keyboard.type("14")
    lab.tab_to(lesson, "Save and compare")
    lesson.keyboard.press("Space")
    mine.get_by_text("All four boxes are done. Saved.").wait_for()
    mine.get_by_text("The two readings themselves differ in: cause").wait_for()
    assert mine.locator(".ww-frames .ww-whose", has_text="Reading 2").count() == 4
    lab.shot(lesson, "lesson-4-compared")


def test_the_grid_is_in_the_work_file_and_opens_the_readings(lesson):
    boxes = lab.stored(lesson)["4.frames.neo"]["boxes"]
    assert boxes["remedy"]["blank"] and boxes["judgement"]["paragraph"] == 14
    assert lesson.errors == []


def test_a_line_with_a_blank_is_told_as_a_note(lesson):
    lab.run_until(lesson, 'frames(["journal_mtl", "____"')
    assert "Fill the blank" in lab.output(lesson, 'frames(["journal_mtl", "____"').first.inner_text()
    assert lesson.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0


def test_axe_finds_nothing_in_what_the_lesson_shows(lesson):
    assert lab.axe(lesson, ".jp-OutputArea-output") == []
