"""Lesson 8 with the keyboard alone: a guess and its ledger, ticks, lines put in order, the exit ticket."""

import pytest

from whosewords.classroom.asking import MOVING

from . import lab

pytestmark = pytest.mark.browser
LESSON = "08_silences.ipynb"
MOVES = (  # a line, the button, the places that it passes
    ("Write down what is missing", "Up", (3, 2, 1)),
    ("It could be known", "Up", (4,)),
    ("Nobody cut it out", "Down", (3, 4)),
)


@pytest.fixture(scope="module")
def lesson(browser, tmp_path_factory):
    with lab.opened(browser, tmp_path_factory, LESSON) as page:
        yield page


def kept(lesson, id):
    return lab.stored(lesson).get(id, {})


def box(lesson, line):
    return lesson.locator(".jp-CodeCell", has_text=line)


def test_a_guess_and_what_the_ledger_says(lesson):
    lesson.keyboard.press("Escape")
    lab.run_until(lesson, 'predict("8.p1")')
    lab.tab_to(lesson, "none")
    lesson.keyboard.press("Space")
    lesson.get_by_text("Your guess is kept").wait_for()
    lab.run_until(lesson, 'check("8.2")')
    box(lesson, 'reveal("8.p1"').get_by_text("The ledger of the dead").first.wait_for()
    lab.shot(lesson, "lesson-8-ledger")
    for name in ("Responsible Statecraft", "Journal de Mont", "Check"):
        lab.tab_to(lesson, name)
        lesson.keyboard.press("Space")
    box(lesson, 'check("8.2")').get_by_role("status").filter(has_text="Right.").wait_for()


def test_lines_are_put_in_order_by_keys_and_the_ticket_is_left(lesson):
    lesson.keyboard.press("Escape")
    lab.run_until(lesson, 'check("8.12")')
    for line, way, places in MOVES:
        focus(lesson, line, way)
        for place in places:
            lesson.keyboard.press("Space")
            now = MOVING["now"].format(place=place, of=5, line=line)
            # The focus goes along, so that the same key moves the line on.
            lesson.wait_for_function(
                "now => (document.activeElement.title || '').startsWith(now)", arg=now, timeout=60_000
            )
    lab.tab_to(lesson, "Check")
    lesson.keyboard.press("Space")
    box(lesson, 'check("8.12")').get_by_role("status").filter(has_text="Right.").wait_for()
    lab.shot(lesson, "lesson-8-order")
    assert kept(lesson, "8.12")["tries"] == [["name", "dates", "longer", "innocent", "test"]]
    assert lab.axe(lesson, ".ww-task") == []
    lesson.keyboard.press("Escape")
    lab.run_until(lesson, "exit_ticket(8)")
    for name in ("4", "curious"):
        lab.tab_to(lesson, name)
        lesson.keyboard.press("Space")
    box(lesson, "exit_ticket(8)").get_by_text("See you in the next lesson").wait_for()
    assert lesson.errors == []


def focus(lesson, line, way):
    """Tab until the button that moves a line has the focus, onwards and then back."""
    box(lesson, 'check("8.12")').locator(".ww-line button").first.wait_for()
    heard = "() => [document.activeElement.innerText || '', document.activeElement.title || '']"
    for key, most in (("Tab", 11), ("Shift+Tab", 30)):
        for _ in range(most):
            lesson.keyboard.press(key)
            text, title = lesson.evaluate(heard)
            if text.strip() == way and line in title:
                return
    raise AssertionError(f"no key reached {way} of “{line}”")
