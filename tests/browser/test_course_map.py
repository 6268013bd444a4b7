"""The start page in the real JupyterLab: where one stopped, how one wants it, what is unlocked."""

import shutil

import pytest
from library import ROOT

from . import lab

pytestmark = pytest.mark.browser
OLD = ROOT / "tests" / "classroom" / "work_files" / "version_0_1_0.json"
SIZE = "e => parseFloat(getComputedStyle(e).fontSize)"


@pytest.fixture(scope="module")
def start(browser, tmp_path_factory):
    """The start page of somebody whose work file an older version wrote, with every line run."""
    folder = lab.copy_of_the_project(tmp_path_factory.mktemp("map"))
    home = tmp_path_factory.mktemp("home")
    shutil.copy(OLD, home / "my_work.json")
    with lab.served(folder, home) as address, lab.page_of(browser) as page:
        page.home = home
        lab.open_lesson(page, lab.lesson_address(address, "start.ipynb"))
        lab.run_all(page)
        yield page


def test_what_is_set_by_keyboard_holds_at_once_and_in_the_work_file(start):
    prose = start.locator(".jp-MarkdownOutput p").first
    card = start.locator(".ww-task", has_text="How do you want it?")
    question = card.locator(".ww-question")
    before = prose.evaluate(SIZE), question.evaluate(SIZE)
    start.keyboard.press("Escape")
    start.locator(".jp-CodeCell", has_text="my_settings()").locator(".jp-InputPrompt").click()
    for name in ("larger", "as little as can be"):
        lab.tab_to(start, name)
        start.keyboard.press("Space")
        card.get_by_text("Saved. It holds in every lesson.").wait_for()
    start.locator("html[data-ww-size=large][data-ww-motion=less]").wait_for(state="attached")
    assert prose.evaluate(SIZE) > before[0] and question.evaluate(SIZE) > before[1]
    kept = lab.stored(start)["settings"]
    assert (kept["size"], kept["motion"]) == ("large", "less")
    card.scroll_into_view_if_needed()
    lab.shot(start, "map-settings")


def test_the_button_that_unlocks_says_what_a_text_is(start):
    card = start.locator(".ww-task", has_text="Unlock an article")
    card.locator("textarea").fill("Five words of our own.")
    card.get_by_role("button", name="Unlock", exact=True).click()
    card.get_by_text("none of our articles").wait_for()
    assert lab.axe(start, ".ww-task") == []
    lab.shot(start, "map-unlock")


def test_the_way_on_opens_the_lesson_at_the_task_where_one_stopped(start):
    start.get_by_text("Go on where you stopped").first.scroll_into_view_if_needed()
    lab.shot(start, "map")
    start.locator("p", has_text="Go on where you stopped").get_by_role("link").click()
    box = start.locator(".jp-CodeCell", has_text='predict("2.p3")')
    box.wait_for(timeout=lab.PATIENCE * 1000)
    start.wait_for_function(
        "() => [...document.querySelectorAll('.jp-CodeCell')].some(e => e.textContent.includes('2.p3')"
        " && e.getBoundingClientRect().top > 0 && e.getBoundingClientRect().bottom < innerHeight)"
    )
    start.locator(".jp-CodeCell.jp-mod-active", has_text='predict("2.p3")').wait_for()
    lab.shot(start, "map-stopped")
    assert start.errors == []
