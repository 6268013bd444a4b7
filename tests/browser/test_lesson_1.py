"""Lesson 1 as a reader meets it: start.py, a browser, every cell run, nothing asked of another server."""

import pytest

from . import lab

pytestmark = pytest.mark.browser
LESSON = "01_line_them_up.ipynb"


@pytest.fixture
def lesson(page, lessons):
    lab.open_lesson(page, lab.lesson_address(lessons, LESSON))
    return page


def test_it_opens_without_a_question_and_with_the_run_button_in_sight(lesson):
    lab.shot(lesson, "lesson-1-opened")
    assert lesson.locator(".jp-Dialog").count() == 0
    assert lesson.locator(".jp-toast, .Toastify__toast").count() == 0
    assert lesson.get_by_role("button", name="Run this cell and advance").first.is_visible()
    assert lesson.locator("#jp-main-dock-panel .lm-TabBar-tab").count() <= 1
    assert lesson.get_by_role("heading", name="Lesson 1: Line them up first").is_visible()


def test_every_cell_runs_and_shows_what_the_lesson_speaks_of(lesson):
    lab.run_all(lesson)
    assert lesson.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert lesson.locator(".jp-Notebook svg[aria-roledescription]").count() + lesson.locator(".vega-embed").count() > 0
    lesson.locator(".vega-embed").first.scroll_into_view_if_needed()
    assert lesson.locator(".vega-embed svg").count() >= 2
    for number, cell in enumerate(lesson.locator(".jp-CodeCell").all(), 1):
        cell.scroll_into_view_if_needed()
        lab.shot(lesson, f"lesson-1-cell-{number:02d}")
    assert not lesson.errors


def test_charts_have_words_for_those_who_cannot_see_them(lesson):
    lab.run_all(lesson)
    lesson.locator(".vega-embed svg").first.wait_for()
    for chart in lesson.locator(".vega-embed").all():
        chart.scroll_into_view_if_needed()
        described = chart.locator("[aria-label]").first.get_attribute("aria-label")
        assert "2003 invasion" in described or "Flesch-Kincaid" in described


def test_nothing_is_asked_of_another_server(lesson):
    lab.run_all(lesson)
    elsewhere = [url for url in lesson.asked if not url.startswith(("http://127.0.0.1", "data:", "blob:"))]
    assert elsewhere == []
