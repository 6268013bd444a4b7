"""Lesson 10: the event that is half done is finished by its buttons, and its brief is written."""

import re

import pytest

from . import lab

pytestmark = pytest.mark.browser
LESSON = "10_your_own_event.ipynb"
HELD = {
    "The event": True, "The dates": False, "The kind": False, "The length": False, "Who wrote": False,
    "The language": True,
}  # fmt: skip
BRIEF = {
    "What survived": "All three texts count seven who voted for the closure.",
    "I do not conclude": "That a paper is worse than another. That what was cut was hidden.",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def lesson(browser, home, tmp_path_factory):
    folder = lab.copy_of_the_project(tmp_path_factory.mktemp("lesson 10"))
    with lab.served(folder, home) as address, lab.page_of(browser) as page:
        lab.open_lesson(page, lab.lesson_address(address, LESSON))
        lab.run_all(page)
        yield page


def test_no_line_fails_and_a_blank_is_a_note(lesson):
    assert lesson.locator(".ww-reply", has_text="Fill the blank").count() == 1
    assert lesson.locator("[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert lesson.errors == []


def test_the_half_done_event_is_finished_and_its_brief_is_written(lesson, home):
    cell = lesson.locator(".jp-CodeCell", has_text='new_event("data/bridge_event"')
    cell.scroll_into_view_if_needed()

    def press(name):
        cell.get_by_role("button", name=name, exact=isinstance(name, str)).first.click()

    cell.get_by_text("Step 3 of 11").wait_for()  # it opens at the first step that wants something
    for asked, held in HELD.items():
        cell.locator(f'button[title^="{asked}"]').nth(0 if held else 1).click()
    cell.get_by_text("This step is done.").wait_for()
    press("4 Voices")
    press("gull")
    for done, letter in enumerate("SQIQ", 1):
        press(re.compile(f"^{letter} "))
        cell.get_by_text(f"Looked at: {done} of 4").wait_for()
    press("11 The brief")
    for label, words in BRIEF.items():
        cell.get_by_label(re.compile(f"^{label}")).fill(words)
        cell.get_by_label(re.compile(f"^{label}")).press("Tab")
    press("Write the brief")
    cell.get_by_text("Written: brief.html").wait_for()
    brief = (home / "events" / "bridge" / "brief.html").read_text(encoding="utf-8")
    assert all(words.partition(".")[0] in brief for words in BRIEF.values())
    lab.shot(lesson, "lesson-10-brief")
    found = [one for one in lab.axe(lesson, ".ww-task") if one[0] != "color-contrast"]
    assert not found and not lesson.errors
