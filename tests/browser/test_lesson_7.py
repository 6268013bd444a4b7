"""Lesson 7 in the real JupyterLab with the keyboard alone: phrases are tagged, a line goes to its place."""

import json

import pytest

from whosewords.classroom.exercises import key

from . import lab

pytestmark = pytest.mark.browser
LESSON = "07_do_we_agree.ipynb"


@pytest.fixture(scope="module")
def lesson(browser, tmp_path_factory):
    folder = lab.copy_of_the_project(tmp_path_factory.mktemp("lesson 7"))
    home = tmp_path_factory.mktemp("home")
    with lab.served(folder, home) as address, lab.page_of(browser) as page:
        page.home = home
        lab.open_lesson(page, lab.lesson_address(address, LESSON))
        lab.run_all(page)
        yield page


def kept(page):
    (path,) = page.home.rglob("my_work*.json")
    return json.loads(path.read_text(encoding="utf-8"))["entries"]


def cell(page, line):
    return page.locator(".jp-CodeCell", has_text=line).first


def press(page, name, times=1):
    for _ in range(times):
        page.keyboard.press(name)


def heard(page):
    """What has the focus, as it is heard."""
    return page.evaluate("() => [document.activeElement.innerText, document.activeElement.title].join(' ')")


def test_ten_phrases_are_tagged_by_keyboard(lesson):
    here = cell(lesson, "tag()")
    codes = ("Loaded", "Plain", "Skip")
    here.get_by_role("button", name="Loaded", exact=True).focus()
    for number in range(1, 11):
        here.get_by_text(f"Phrase {number} of 20").wait_for()
        code = "Skip" if number == 3 else codes[number % 2]
        press(lesson, "Tab", codes.index(code))
        press(lesson, "Space")
        if code != "Skip":
            here.locator(".ww-chosen", has_text=code).wait_for()
            lab.tab_to(lesson, "Sure")
            press(lesson, "Enter")
        here.get_by_text(f"Phrase {number + 1} of 20").wait_for()
        lab.tab_to(lesson, "Loaded", "Shift+Tab") if code != "Skip" else press(lesson, "Shift+Tab", 2)
        if number == 6:
            lab.shot(lesson, "lesson-7-tags")
    here.get_by_text("10 of 20 phrases done").wait_for()
    codes = kept(lesson)["7.tags1"]["codes"]
    assert len(codes) == 10 and codes["r1-03"] == "skip" and codes["r1-02"] == "loaded"


def test_a_line_is_moved_by_one_key_and_its_place_is_told(lesson):
    here = cell(lesson, 'check("7.6")')
    line = here.locator(".ww-line", has_text="Write down what counts")
    line.get_by_role("button", name="Up").focus()
    assert "Now 3 of 5" in heard(lesson)
    for place in (2, 1):
        lesson.keyboard.press("Enter")
        here.get_by_role("status").filter(has_text=f"Now {place} of 5: Write down").wait_for()
        lesson.wait_for_function(f"document.activeElement.title.startsWith('Now {place} of 5: Write')")
    lesson.keyboard.press("Space")
    here.get_by_text("It stands first already.").wait_for()
    lab.tab_to(lesson, "Check")
    lesson.keyboard.press("Space")
    here.get_by_text("3 of 5 lines stand in the right order").wait_for()
    lab.shot(lesson, "lesson-7-strip")
    assert kept(lesson)["7.6"]["tries"][-1][0] == key("7.6").answer[0] and lesson.errors == []
