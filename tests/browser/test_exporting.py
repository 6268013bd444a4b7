"""A lesson exported by the menu of JupyterLab itself: pictures with their words, questions with the answers
that were given after the lines had run."""

import re

import pytest

from .lab import PATIENCE, lesson_address, open_lesson, page_of, run_until, shot

pytestmark = pytest.mark.browser


def test_an_export_by_the_menu_shows_what_was_on_the_screen(lab, browser, tmp_path):
    with page_of(browser) as page:
        open_lesson(page, lesson_address(lab, "00_four_headlines.ipynb"))
        run_until(page, 'check("0.1")')
        question = page.locator(".jp-CodeCell", has_text='check("0.1")').locator(".ww-task").first
        question.locator("button").first.click()
        question.get_by_role("button", name="Check").click()
        question.get_by_role("status").wait_for()
        given = question.locator("button.ww-chosen").inner_text()

        page.get_by_role("menuitem", name="File", exact=True).click()
        page.get_by_text("Save and Export Notebook As").hover()
        with page.expect_download(timeout=PATIENCE * 1000) as download:
            page.get_by_role("menuitem", name=re.compile("HTML")).click()
        html = tmp_path / "lesson.html"
        download.value.save_as(html)
        assert not page.errors
    with page_of(browser) as page:
        page.goto(html.as_uri())
        text = page.locator("main").inner_text()
        assert f"{given} (chosen)" in text and page.locator(".ww-reply").count()
        assert not [url for url in page.asked if url.startswith("http")]
        page.pdf(path=tmp_path / "lesson.pdf")
        assert (tmp_path / "lesson.pdf").stat().st_size > 20_000
        shot(page, "exported")
