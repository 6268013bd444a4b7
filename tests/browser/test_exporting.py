"""A lesson exported by the menu of JupyterLab itself: results, and questions with the answers that were given
after the lines had run."""

import re

import pytest

from .lab import (
    PATIENCE,
    all_of_jupyter,
    copy_of_the_project,
    lesson_address,
    open_lesson,
    page_of,
    run_until,
    served,
    shot,
)

pytestmark = pytest.mark.browser
FEWEST = 20_000  # bytes of a PDF that has more on it than a heading


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = copy_of_the_project(tmp_path_factory.mktemp("lessons"))
    with served(folder, tmp_path_factory.mktemp("home")) as address:
        yield address


def answered(page):
    """Choose something in the first question of the page, after its line has run. Gives what was chosen."""
    question = page.locator(".jp-CodeCell .ww-task").first
    question.locator("button").first.click()
    question.locator(".ww-reply p").first.wait_for()
    return question.locator("button.ww-chosen").inner_text()


def test_an_export_by_the_menu_shows_what_was_on_the_screen(address, browser, tmp_path):
    with page_of(browser) as page:
        open_lesson(page, lesson_address(address, "00_four_headlines.ipynb"))
        run_until(page, 'predict("0.p1")')
        given = answered(page)
        all_of_jupyter(page)
        page.get_by_role("menuitem", name="File", exact=True).click()
        page.get_by_text("Save and Export Notebook As").hover()
        page.evaluate("() => { window.open = url => { window.exported = url } }")  # else in another window
        page.get_by_role("menuitem", name="HTML", exact=True).click()
        page.get_by_role("dialog").get_by_role("button", name="Ok").click()
        page.wait_for_function("() => window.exported", timeout=PATIENCE * 1000)
        html, here = tmp_path / "lesson.html", {"Referer": page.url}
        html.write_bytes(page.request.get(page.evaluate("() => window.exported"), headers=here).body())
    with page_of(browser) as page:
        page.goto(html.as_uri())
        assert f"{given} (chosen)" in page.locator(".ww-twin").first.inner_text()
        assert page.locator(".ww-twin .ww-reply").count() and not page.locator("button").count()
        assert not [url for url in page.asked if not url.startswith("file:")]
        assert re.search(r"kept|guess", page.locator("main").inner_text())
        page.pdf(path=tmp_path / "lesson.pdf")
        assert (tmp_path / "lesson.pdf").stat().st_size > FEWEST
        shot(page, "exported")
