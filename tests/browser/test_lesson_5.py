"""Lesson 5 from top to bottom with the keyboard alone: every line and answer, eight verdicts, the ticket."""

import pytest

from whosewords.classroom.exercises import exercise, key

from . import lab

pytestmark = pytest.mark.browser
LESSON = "05_counting.ipynb"
GUESSES = {"5.p1": "neo", "5.p4": "no"}
PROTOCOL = "I count labels for people in neo and trt, author's voice only, without job titles. xx dd aa bb"
CELLS = """() => [...document.querySelectorAll('.jp-Notebook .jp-Cell')].map(cell =>
  [cell.classList.contains('jp-CodeCell'), cell.querySelector('.cm-content')?.innerText ?? ''])"""
ACTIVE = """() => [...document.querySelectorAll('.jp-Notebook .jp-Cell')]
  .findIndex(cell => cell.classList.contains('jp-mod-active'))"""
LABELS = """() => [...document.querySelectorAll('.ww-picture text')].map(text =>
  [text.textContent, getComputedStyle(text).fill])"""


@pytest.fixture(scope="module")
def lesson(browser, tmp_path_factory):
    with lab.opened(browser, tmp_path_factory, LESSON) as page:
        yield page


def cell(page, number):
    return page.locator(".jp-Notebook .jp-Cell").nth(number)


def press(page, name, times=1):
    for _ in range(times):
        page.keyboard.press(name)


def ran(page, number):
    """Wait until a line has run and everything that it shows is there."""
    page.wait_for_function(
        "n => /\\[\\d+\\]/.test(document.querySelectorAll('.jp-Notebook .jp-Cell')[n]"
        ".querySelector('.jp-InputPrompt').textContent)",
        arg=number,
        timeout=lab.PATIENCE * 1000,
    )
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first.wait_for()


def on(page, name):
    """Tab on to a control of that name and press it."""
    lab.tab_to(page, name)
    press(page, "Space")


def guess(page, here, id):
    one = exercise(id)
    on(page, dict(one.options)[GUESSES[id]])
    here.get_by_text("Your guess is kept").wait_for()


def answer(page, here, id):
    """Answer an exercise rightly, as its kind asks for it."""
    one, told = exercise(id), here.get_by_role("status")
    {"choice": _choice, "several": _several, "sort": _sort, "number": _number, "words": _words}[one.kind](
        page, one, key(id).answer, told
    )
    told.filter(has_text="A good answer" if one.kind == "words" else "✓ Right").wait_for()


def _choice(page, one, wanted, told):
    on(page, dict(one.options)[wanted])
    on(page, "Check")


def _several(page, one, wanted, told):
    for id, text in one.options:
        if id in wanted:
            on(page, text)
    on(page, "Check")


def _sort(page, one, wanted, told):
    lab.tab_to(page, "Check")
    press(page, "Space")
    told.filter(has_text="Choose first").wait_for()
    press(page, "Shift+Tab", len(one.items) * len(one.options) + 1)
    for item in one.items:
        names = [option.id for option in one.options]
        at = names.index(wanted[item.id])
        press(page, "Tab", at + 1)
        press(page, "Space")
        press(page, "Tab", len(names) - at - 1)
    on(page, "Check")


def _number(page, one, wanted, told):
    lab.tab_to(page, "Your number")
    page.keyboard.type(str(wanted))
    press(page, "Enter")
    told.filter(has_text="✓ Right").wait_for()
    press(page, "Tab")  # ↓ stays inside a field


def _words(page, one, wanted, told):
    lab.tab_to(page, "Your answer")
    press(page, "Control+End")
    page.keyboard.type(PROTOCOL)
    on(page, "Save")


def verdicts(page, here):
    lab.tab_to(page, "Right")
    for number, moves in enumerate(([], ["Tab"], ["Tab"], ["Shift+Tab", "Shift+Tab"]) * 2, 1):
        here.get_by_text(f"Hit {number} of 8", exact=True).wait_for()
        for move in moves:
            press(page, move)
        press(page, "Space")
        here.get_by_text(f"{number} of 8 read. Saved.").or_(here.get_by_text("Of 8 hits")).wait_for()
    here.get_by_text("All are read. Saved.").wait_for()


def leave(page, here):
    on(page, "4")
    on(page, "curious")
    lab.tab_to(page, "Or a word of your own")
    page.keyboard.type("dizzy")
    press(page, "Enter")
    here.get_by_role("button", name="curious", exact=True).wait_for()  # no longer “curious (chosen)”
    here.get_by_text("See you in the next lesson").wait_for()


def take_the_star_away(page):
    press(page, "Enter")
    press(page, "Home")
    press(page, "ArrowRight", len('find("'))
    press(page, "Delete")
    press(page, "Control+Enter")


def test_a_line_before_the_first_one_says_what_to_do(lesson):
    guess = [source for _, source in lesson.evaluate(CELLS)].index('predict("5.p1")')
    press(lesson, "ArrowDown", guess)
    press(lesson, "Control+Enter")
    cell(lesson, guess).get_by_text("First run the grey line near the top").wait_for()
    press(lesson, "ArrowUp", guess)
    assert lesson.evaluate(ACTIVE) == 0


def test_from_top_to_bottom(lesson):
    before = lesson.evaluate(CELLS)
    for number, (is_code, source) in enumerate(before[:-1]):  # Shift+Enter on the last cell adds another one
        assert lesson.evaluate(ACTIVE) == number, f"{source} is not where the keys have led"
        press(lesson, "Shift+Enter")
        if not is_code or not source.strip():  # an empty line runs without a number
            continue
        ran(lesson, number)
        call, _, id = source.replace('")', "").partition('("')
        if call not in ("predict", "check", "hand_check()", "exit_ticket(5)") and id != "*occup*":
            continue
        press(lesson, "ArrowUp")
        here = cell(lesson, number)
        if id == "*occup*":
            take_the_star_away(lesson)
            here.get_by_text("Where “occup*” stands").wait_for()
        elif call == "hand_check()":
            verdicts(lesson, here)
        elif call == "exit_ticket(5)":
            leave(lesson, here)
            press(lesson, "Shift+Tab")  # ↓ stays inside a field
        else:
            {"predict": guess, "check": answer}[call](lesson, here, id)
        press(lesson, "ArrowDown")
    lab.shot(lesson, "lesson-5-end")
    changed = [
        (one, other) for one, other in zip(before, lesson.evaluate(CELLS), strict=True) if one != other
    ]
    assert changed == [([True, 'find("*occup*")'], [True, 'find("occup*")'])]


def test_everything_landed_in_the_work_file(lesson):
    entries = lab.stored(lesson)
    for id, value in GUESSES.items():
        assert entries[id]["value"] == value
    for id in ("5.1", "5.3", "5.5", "5.6", "5.12", "5.13"):
        assert entries[id]["result"] == "right" and len(entries[id]["tries"]) == 1, id
    for id in ("5.8", "5.9", "5.10", "5.11"):
        assert PROTOCOL in entries[id]["value"] and entries[id]["finished"], id
    found = list(entries["5.9"]["hits"].values())
    assert [found.count(verdict) for verdict in ("right", "wrong", "unsure")] == [4, 2, 2]
    assert (entries["5.exit"]["confidence"], entries["5.exit"]["word"]) == (4, "dizzy")


def test_charts_are_whole_and_follow_the_theme(lesson):
    light = lesson.evaluate(LABELS)
    assert light and not [text for text, _ in light if "…" in text]
    lesson.evaluate("() => { document.body.dataset.jpThemeLight = 'false' }")
    dark = lesson.evaluate(LABELS)
    assert "rgb(29, 27, 23)" in {colour for _, colour in light}
    assert "rgb(239, 234, 223)" in {colour for _, colour in dark}
    assert not {colour for _, colour in light} & {colour for _, colour in dark}
    lesson.evaluate("() => { document.body.dataset.jpThemeLight = 'true' }")


def test_no_error_and_no_request_to_elsewhere(lesson):
    assert lesson.errors == []
    assert [url for url in lesson.asked if not url.startswith(("http://127.0.0.1", "data:", "blob:"))] == []
