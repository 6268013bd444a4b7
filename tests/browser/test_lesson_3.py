"""Lesson 3 with the keyboard alone: read the hits, sort names, guess, open a name to its places, write."""

import pytest

from . import lab

pytestmark = pytest.mark.browser
LESSON = "03_four_nouns.ipynb"


@pytest.fixture(scope="module")
def lesson(browser, tmp_path_factory):
    with lab.opened(browser, tmp_path_factory, LESSON) as page:
        page.keyboard.press("Escape")
        yield page


def test_names_are_sorted_by_keyboard(lesson):
    lab.run_until(lesson, 'check("3.4")')
    for name in ("Iraqi law", "Iraqi law", "a list of terrorist", "the named", "whoever", "whoever"):
        lab.tab_to(lesson, name)
        lesson.keyboard.press("Space")
        lab.tab_to(lesson, "whoever") if name != "whoever" else None
    lab.tab_to(lesson, "Check")
    lesson.keyboard.press("Enter")
    lab.output(lesson, 'check("3.4")').get_by_text("✓ Right.").wait_for()
    assert lab.stored(lesson)["3.4"]["result"] == "right"
    lab.shot(lesson, "lesson-3-sorted")


def test_a_guess_comes_before_the_picture(lesson):
    lab.run_until(lesson, 'predict("3.p3")')
    lab.tab_to(lesson, "three of them")
    lesson.keyboard.press("Space")
    lab.output(lesson, 'predict("3.p3")').get_by_text("Your guess is kept").first.wait_for()
    assert lab.stored(lesson)["3.p3"]["value"] == "three"


def test_a_stray_key_beside_a_button_deletes_no_cell(lesson):
    cells = lesson.locator(".jp-Cell").count()
    for key in ("d", "d", "x"):  # JupyterLab's keys to delete and to cut a cell
        lesson.keyboard.press(key)
    lesson.wait_for_timeout(500)
    assert lesson.locator(".jp-Cell").count() == cells


def test_a_name_unfolds_to_its_places(lesson):
    lab.run_until(lesson, 'naming("pmf")')
    lab.tab_to(lesson, "proxies: 3.")
    lesson.keyboard.press("Enter")
    places = lab.output(lesson, 'naming("pmf")').locator("details[open] mark")
    assert places.count() == 3 and places.first.inner_text() == "proxies"
    lab.shot(lesson, "lesson-3-unfolded")


def test_axe_finds_nothing_in_what_the_lesson_shows(lesson):
    assert lab.axe(lesson, ".jp-OutputArea-output") == []


def test_nothing_went_wrong_and_nothing_went_out(lesson):
    assert lesson.errors == []
    assert lesson.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert [url for url in lesson.asked if not url.startswith(("http://127.0.0.1", "data:", "blob:"))] == []
