"""Lesson 1 as a reader meets it: start.py, a browser, every cell run, nothing asked of another server."""

import pytest

from . import lab

pytestmark = pytest.mark.browser
LESSON = "01_line_them_up.ipynb"
STICKS_OUT = """() => [...document.querySelectorAll('.jp-OutputArea-output, .jp-MarkdownOutput')]
  .filter(shown => shown.clientWidth && shown.scrollWidth > shown.clientWidth + 2)
  .map(shown => shown.innerText.slice(0, 80))"""


@pytest.fixture(scope="module")
def lesson(browser, tmp_path_factory):
    """The lesson with both guesses made and every cell run, for the tests of this module to look at."""
    folder = lab.copy_of_the_project(tmp_path_factory.mktemp("lesson 1"))
    home = tmp_path_factory.mktemp("home")
    with lab.served(folder, home) as address, lab.page_of(browser) as page:
        page.copy = home / "lessons" / LESSON
        page.laid_out = page.copy.read_text(encoding="utf-8")
        lab.open_lesson(page, lab.lesson_address(address, LESSON))
        lab.shot(page, "lesson-1-opened")
        page.opened = {
            "dialogs": page.locator(".jp-Dialog").count(),
            "toasts": page.locator(".Toastify__toast").count(),
            "run button": page.get_by_role("button", name="Run this cell and advance").first.is_visible(),
            "title": page.get_by_role("heading", name="Lesson 1: Line them up first").is_visible(),
        }
        lab.run_all(page)
        page.before_guessing = page.get_by_text("First make your guess").count()
        page.get_by_role("button", name="nobody, both can be right").click()
        page.get_by_label("Your number").first.fill("2")
        page.get_by_role("button", name="Save my guess").click()
        page.get_by_text("Your guess is kept: 2").wait_for()
        lab.run_all(page)
        page.locator("svg.ww-picture").first.wait_for(timeout=lab.PATIENCE * 1000)
        yield page


def test_it_opens_without_a_question_and_with_the_run_button_in_sight(lesson):
    assert lesson.opened == {"dialogs": 0, "toasts": 0, "run button": True, "title": True}


def test_a_result_without_its_guess_explains_itself(lesson):
    assert lesson.before_guessing == 2


def test_no_cell_fails_or_complains(lesson):
    for number, cell in enumerate(lesson.locator(".jp-CodeCell").all(), 1):
        cell.scroll_into_view_if_needed()
        lab.shot(lesson, f"lesson-1-cell-{number:02d}")
    complaints = lesson.locator(
        "[data-mime-type='application/vnd.jupyter.stderr'], .jp-RenderedText pre .ansi-red-fg"
    )
    assert complaints.count() == 0
    assert lesson.errors == []


def test_charts_have_words_for_those_who_cannot_see_them(lesson):
    charts = lesson.locator("svg.ww-picture")
    described = [charts.nth(i).get_attribute("aria-label") or "" for i in range(charts.count())]
    told = ("2003 invasion: TRT World", "Journal de Montréal, 464 words: 1", "written 30 June 2021")
    assert len(described) == len(told)
    assert [word for word, words in zip(told, described, strict=True) if word not in words] == []


def test_pictures_can_be_read_in_high_contrast(lesson):
    assert lab.unseen_in_high_contrast(lesson) == []


def test_listeners_hear_what_a_line_is_and_go_from_question_to_question(lesson):
    lines = lesson.get_by_role("textbox", name="Line to change or run")
    assert lines.count() == lesson.locator(".jp-CodeCell .cm-content").count() > 5
    asked = lesson.locator(".ww-question")
    named = [asked.nth(number).inner_text() for number in range(asked.count())]
    heads = lesson.get_by_role("heading", level=3).all_inner_texts()
    assert len(named) > 5 and not set(named) - set(heads)


@pytest.mark.parametrize("width", [640, 360])  # 640: a screen of 1,280 at 200 %
def test_nothing_sticks_out_where_all_is_large_or_the_screen_small(lesson, width):
    lesson.set_viewport_size({"width": width, "height": 400})
    lesson.wait_for_timeout(500)  # JupyterLab lays itself out when nothing more has changed for a moment
    assert lesson.evaluate(STICKS_OUT) == []
    lesson.set_viewport_size({"width": 1280, "height": 900})


def test_the_clock_crosses_midnight_by_the_keyboard(lesson):
    lesson.get_by_role("button", name="Baghdad (UTC+3)").focus()
    lesson.keyboard.press("Space")
    lesson.get_by_text("20:00 on Sunday in Washington is 03:00 on Monday, 28 June 2021").wait_for()


def test_the_focus_is_seen_in_a_field_and_goes_on_to_the_next_box(lesson):
    """Without the extension Tab jumps from the last answer of a box to the links at the end of the page."""
    press = lesson.keyboard.press
    field = lesson.get_by_label("Your answer").first
    following = field.evaluate("field => field.closest('.jp-Cell').nextElementSibling.innerText")
    field.focus()
    press("Shift+Tab")
    press("Tab")
    assert field.evaluate("field => getComputedStyle(field).outlineStyle") == "solid"
    press("Tab")
    assert lesson.evaluate("() => document.activeElement.innerText") == "Save"
    press("Tab")
    assert lesson.locator(".jp-Cell.jp-mod-active").inner_text() == following
    press("Shift+Tab")
    assert lesson.evaluate("() => document.activeElement.innerText") == "Save"


def test_nothing_is_asked_of_another_server(lesson):
    assert [url for url in lesson.asked if not url.startswith(("http://127.0.0.1", "data:", "blob:"))] == []


def test_saving_leaves_the_copy_as_it_was_laid_out(lesson):
    lesson.keyboard.press("Control+s")
    lesson.wait_for_timeout(3000)
    assert lesson.copy.read_text(encoding="utf-8") == lesson.laid_out
