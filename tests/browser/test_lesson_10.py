"""Lesson 10: the copy of the half-done event opens where it wants something, and keeps what is chosen."""

import pytest

from . import lab

pytestmark = pytest.mark.browser
LESSON = "10_your_own_event.ipynb"
HELD = {
    "The event": True, "The dates": False, "The kind": False, "The length": False, "Who wrote": False,
    "The language": True,
}  # fmt: skip


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


def test_the_copy_opens_at_its_licence_and_keeps_it(lesson, home):
    cell = lesson.locator(".jp-CodeCell", has_text='new_event("data/bridge_event"')
    cell.scroll_into_view_if_needed()

    cell.get_by_text("Step 3 of 11").wait_for()  # it opens at the first step that wants something
    for asked, held in HELD.items():
        cell.locator(f'button[title^="{asked}"]').nth(0 if held else 1).click()
    cell.get_by_text("This step is done.").wait_for()
    licence = (home / "events" / "bridge" / "licence.csv").read_text(encoding="utf-8")
    assert licence.count(",yes,") == 2 and licence.count(",no,") == 4 and not lesson.errors
