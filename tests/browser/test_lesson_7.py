"""Lesson 7 in the real JupyterLab with the keyboard alone: phrases are tagged, a line goes to its place."""

import pytest

from whosewords.classroom.exercises import key

from . import lab

pytestmark = pytest.mark.browser
LESSON = "07_do_we_agree.ipynb"


@pytest.fixture(scope="module")
def lesson(browser, tmp_path_factory):
    with lab.opened(browser, tmp_path_factory, LESSON, ran=True) as page:
        yield page


def cell(page, line):
    return page.locator(".jp-CodeCell", has_text=line).first


def press(page, name, times=1):
    for _ in range(times):
        page.keyboard.press(name)


def heard(page):
    """What has the focus, as it is heard."""
    return page.evaluate("() => [document.activeElement.innerText, document.activeElement.title].join(' ')")


def test_all_phrases_are_tagged_by_keyboard(lesson):
    here = cell(lesson, "tag()")
    codes = ("Loaded", "Plain", "Skip")
    here.get_by_role("button", name="Loaded", exact=True).focus()
    for number in range(1, 21):
        here.get_by_text(f"Phrase {number} of 20").wait_for()
        code = "Skip" if number == 3 else codes[number % 2]
        press(lesson, "Tab", codes.index(code))
        press(lesson, "Space", 2 if code == "Skip" else 1)  # the second one comes too soon to be meant
        if code != "Skip":
            here.locator(".ww-chosen", has_text=code).wait_for()
            lab.tab_to(lesson, "Sure")
            press(lesson, "Enter", 2 if number == 6 else 1)
        here.get_by_text(f"Phrase {min(number + 1, 20)} of 20").wait_for()
        lab.tab_to(lesson, "Loaded", "Shift+Tab") if code != "Skip" else press(lesson, "Shift+Tab", 2)
        if number == 6:
            lab.shot(lesson, "lesson-7-tags")
    here.get_by_text("All 20 are done").wait_for()
    kept_now = lab.stored(lesson)["7.tags1"]
    assert len(kept_now["codes"]) == 20 and len(kept_now["sure"]) == 19
    assert kept_now["codes"]["r1-03"] == "skip" and kept_now["codes"]["r1-02"] == "loaded"


def test_a_line_is_moved_by_one_key_however_quick_and_its_place_is_told(lesson):
    here = cell(lesson, 'check("7.6")')
    line = here.locator(".ww-line", has_text="Write down what counts")
    line.get_by_role("button", name="Up").focus()
    assert "Now 3 of 5" in heard(lesson)
    press(lesson, "Enter", 2)  # the second one before the rows have changed
    here.get_by_role("status").filter(has_text="Now 1 of 5: Write down").wait_for()
    lesson.wait_for_function("document.activeElement.title.startsWith('Now 1 of 5: Write')")
    lesson.keyboard.press("Space")
    here.get_by_text("It stands first already.").wait_for()
    lab.tab_to(lesson, "Check")
    lesson.keyboard.press("Space")
    here.get_by_text("3 of 5 lines stand in the right order").wait_for()
    lab.shot(lesson, "lesson-7-strip")
    assert lab.stored(lesson)["7.6"]["tries"][-1][0] == key("7.6").answer[0] and lesson.errors == []
