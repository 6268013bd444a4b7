"""Lesson 6 with the keyboard alone: blanks are notes, a filled one answers, a guess opens a chart."""

import pytest

from . import lab

pytestmark = pytest.mark.browser
LESSON = "06_grade_17.ipynb"
MOST_CELLS = 80
BLANKS = {'drop_dots("____")': "rs", 'programs("____")': "trt"}


@pytest.fixture(scope="module")
def lesson(browser, tmp_path_factory):
    with lab.opened(browser, tmp_path_factory, LESSON, ran=True) as page:
        yield page


def go_to(page, line):
    """Walk from cell to cell until the one with that line is the active one."""
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    for key in ("ArrowDown", "ArrowUp"):
        for _ in range(MOST_CELLS):
            active = page.locator(".jp-Cell.jp-mod-active")
            editor = active.locator(".jp-CodeMirrorEditor, .jp-InputArea-editor").first
            if editor.count() and editor.inner_text().strip() == line:
                return active
            page.keyboard.press(key)
    raise AssertionError(f"no cell with {line}")


def fill(page, line, word):
    """Type a word in place of the blank, run the line, and give what it shows."""
    go_to(page, line)
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    for _ in range(4):
        page.keyboard.press("Backspace")
    page.keyboard.type(word)
    page.keyboard.press("Shift+Enter")
    shown = page.locator(".jp-CodeCell", has_text=line.replace("____", word)).first
    shown.locator("svg.ww-picture").first.wait_for(timeout=lab.PATIENCE * 1000)
    return shown


def test_blanks_are_notes_and_no_line_fails(lesson):
    assert lesson.locator(".ww-reply", has_text="Fill the blank").count() == 3
    assert lesson.locator("[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert lesson.errors == []


@pytest.mark.parametrize("line", BLANKS)
def test_a_blank_is_filled_by_keyboard(lesson, line):
    shown = fill(lesson, line, BLANKS[line])
    assert "Do not conclude" in shown.inner_text() and "Fill the blank" not in shown.inner_text()
    lab.shot(lesson, f"lesson-6-{line.partition('(')[0]}")


def test_a_guess_opens_the_chart_by_keyboard(lesson):
    go_to(lesson, 'predict("6.p3")')
    lesson.keyboard.press("Enter")
    lesson.keyboard.press("Shift+Enter")
    cell = lesson.locator(".jp-CodeCell", has_text='predict("6.p3")')
    cell.get_by_role("button", name="about 3 grades").focus()
    lesson.keyboard.press("Space")
    lesson.get_by_text("Your guess is kept: about 3 grades").wait_for()
    go_to(lesson, 'reveal("6.p3", windows("neo"))')
    lesson.keyboard.press("Shift+Enter")
    chart = lesson.locator(".jp-CodeCell", has_text='reveal("6.p3"').locator("svg.ww-picture")
    chart.wait_for(timeout=lab.PATIENCE * 1000)
    assert "30 pieces of 100 words" in (chart.get_attribute("aria-label") or "")
    lab.shot(lesson, "lesson-6-windows")
