"""The class page in a browser: marked, reloaded, taken to another computer, printed; canaries do nothing."""

import io
import json
from pathlib import Path

import pytest

from whosewords.teacher.class_page import page as class_page
from whosewords.teacher.collecting import Class, Found, Student

from . import lab

pytestmark = pytest.mark.browser
CANARIES = (
    "<img src=x onerror=alert(1)>", '</script><script>alert(2)</script>"><svg onload=alert(3)>', "W" * 20_000,
    "$x$ \\(y\\) \u202egnp.exe\u2067 קצת", "=1+1",
)  # fmt: skip
AT = "2026-11-03T09:15:00.000Z"
STICKS_OUT = """() => [...document.querySelectorAll('main *')]
  .filter(e => !e.closest('.wide, [role=region]') && e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.outerHTML.slice(0, 80))"""
SILENT = "window.print = () => { window.printed = (window.printed || 0) + 1 }"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


def work(text, n):
    """A student's answers, with a text of theirs wherever text can stand."""
    return {
        "1.10": {"kind": "text", "value": text, "at": AT},
        "1.7": {"kind": "text", "value": f"My {n}.", "at": AT},
        "1.3": {"kind": "answer", "tries": ["trt and neo", "trt and rs"], "at": AT},
        "1.p1": {"kind": "guess", "value": "both", "at": AT}, "lab": {"kind": "rewriting", "value": text},
        "1.exit": {"kind": "exit ticket", "confidence": 2, "word": text, "at": AT},
        "4.frames.neo": {"kind": "grid", "boxes": {"cause": {"own_words": text, "proof": text}}},
        text: {"value": text},
    }  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The page of a class of seven: the names of five are canaries, too."""
    folder = tmp_path_factory.mktemp("class é") / "9 a"
    folder.mkdir()
    texts = [*CANARIES, *(f"It says “illegal”, number {n} (invented)." for n in range(2))]
    names = [*(text[:200] for text in CANARIES), *(f"blue-{n}" for n in range(2))]
    people = [
        Student(name, name, work(text, n), ())
        for n, (name, text) in enumerate(zip(names, texts, strict=True))
    ]
    found = [Found(f"{name}.json", f"Read as “{name}”: 8 answers. Look.") for name in names]
    file = folder / "class.html"
    file.write_text(
        class_page(Class(tuple(people), tuple(found)), folder), encoding="utf-8", errors="replace"
    )
    return file


@pytest.fixture
def computer(browser, made):
    """Opens the page on a computer of its own, or in another tab of one that was given; notes what it asks
    for, and what it complains about."""
    contexts = []

    def opened(width=1280, dark=False, before="", on=None, **given):
        context = on or browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", **given
        )
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(f"{SILENT}; {before}")
        page.asked, page.complaints = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (page.complaints.append(dialog.message), dialog.dismiss()))
        page.goto(made.as_uri())
        if given.get("java_script_enabled", True):
            page.wait_for_selector("html[data-ready=yes]")
        return page

    yield opened
    for context in contexts:
        context.close()


def task(page, number="1.7"):
    """An open task, unfolded."""
    found = page.locator(f"#task-{number.replace('.', chr(92) + '.')}")
    found.evaluate("one => { one.open = true }")
    found.locator(".marks").first.wait_for(state="attached")
    return found


def answer(page, name="blue-0", number="1.7"):
    return (
        task(page, number).locator(".answer").filter(has=page.get_by_role("heading", name=name, exact=True))
    )


def mark(page, name="blue-0", ticks=1, comment="Which two? (invented)"):
    one = answer(page, name)
    for n in range(ticks):
        one.get_by_role("checkbox").nth(n).check()
    one.get_by_label("Comment").fill(comment)
    return one


def left(page):
    page.wait_for_timeout(50)  # counted once for many changes, before the next frame
    return page.locator("#all-left").inner_text()


def exported(page):
    with page.expect_download() as coming:
        page.get_by_role("button", name="Export marks").click()
    return coming.value


def load(page, marks, name="marks_9_a.json"):
    raw = marks if isinstance(marks, bytes) else json.dumps(marks).encode()
    page.get_by_label("Load marks").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": raw}
    )


def said(page, words):
    page.get_by_role("status").filter(has_text=words).wait_for()


def test_marks_survive_a_reload_and_are_seen_in_another_tab(computer):
    page = computer()
    assert "14 of 14" in left(page)
    other = computer(on=page.context)
    one = mark(page, ticks=2)
    assert one.get_by_label("Points").input_value() == "2" and "13 of 14" in left(page)
    one.get_by_label("Points").fill("1.5")
    task(other)
    other.wait_for_function("document.querySelector('#all-left').textContent.includes('13 of 14')")
    mark(other, "blue-1", ticks=1)
    page.reload()
    page.wait_for_selector("html[data-ready=yes]")
    assert "12 of 14" in left(page)
    again = answer(page)
    assert again.get_by_label("Points").input_value() == "1.5"
    assert again.get_by_label("Comment").input_value() == "Which two? (invented)"
    assert again.locator("input:checked").count() == 2 and "✓ marked" in again.inner_text()
    assert page.complaints == [] == other.complaints


def test_marks_go_to_another_computer_and_come_back(computer):
    here, there = computer(), computer()
    mark(here)
    file = exported(here)
    assert file.suggested_filename == "marks_9_a.json"
    raw = Path(file.path()).read_bytes()
    load(there, raw)
    said(there, "1 mark read, 1 of them new or newer")
    assert answer(there).get_by_label("Points").input_value() == "1" and "13 of 14" in left(there)
    mark(there, ticks=3, comment="newer (invented)")
    load(there, raw)  # what is here is newer: it asks first
    there.get_by_role("button", name="Keep the newer ones").click()
    assert answer(there).get_by_label("Comment").input_value() == "newer (invented)"
    load(there, raw)
    there.get_by_role("button", name="Take what the file says").click()
    assert answer(there).get_by_label("Comment").input_value() == "Which two? (invented)"
    load(there, json.loads(raw) | {"class": "9 b <img src=x>"})
    there.get_by_role("button", name="Load nothing").click()
    said(there, "Nothing was loaded")


def test_a_file_that_holds_no_marks_says_so_and_strange_marks_do_nothing(computer):
    page = computer()
    for raw in (b"", b"\xff\x00", b'{"format": "Whose Words? my work", "entries": {}}', b"[1]"):
        load(page, raw, "odd.json")
        said(page, "is no file of marks")
        page.locator("#said").evaluate("one => { one.textContent = '' }")
    rows = [
        None, 5, {"student": "__proto__", "task": "constructor", "ticks": "x", "points": -1, "at": 9},
        {"student": "blue-0", "task": "1.7", "ticks": [0, 0, 1e9, "1"], "points": "9", "comment": CANARIES[1],
         "at": AT},
    ]  # fmt: skip
    load(page, {"format": "Whose Words? marks", "class": "9 a", "marks": rows})
    said(page, "2 marks read")
    assert answer(page).get_by_label("Points").input_value() == "1"
    page.get_by_role("button", name="Print feedback for all").click()
    assert page.complaints == [] and CANARIES[1] in page.locator("#pages").inner_text()


def test_a_mark_from_a_clock_that_runs_ahead_does_not_win_for_ever(computer):
    page = computer()
    other = computer(on=page.context)
    ahead = {"student": "blue-0", "task": "1.7", "ticks": [0, 1, 2], "at": "9999-01-01T00:00:00.000Z"}
    load(page, {"format": "Whose Words? marks", "class": "9 a", "marks": [ahead]})
    said(page, "1 mark read")
    answer(page).get_by_label("Points").fill("2.5")
    task(other)
    other.wait_for_function("[...document.querySelectorAll('.points')].some(one => one.value === '2.5')")


def test_an_answer_that_changed_after_its_mark_is_not_called_marked(computer):
    page = computer()
    old = {
        "student": "blue-0",
        "task": "1.7",
        "ticks": [0],
        "points": None,
        "comment": "",
        "answer": "0",
        "at": AT,
    }
    load(page, {"format": "Whose Words? marks", "class": "9 a", "marks": [old]})
    said(page, "1 mark read")
    assert "the answer has changed" in answer(page).inner_text() and "14 of 14" in left(page)


def test_where_nothing_can_be_kept_it_is_said(computer):
    page = computer(before=FULL)
    assert page.get_by_text("This browser keeps nothing here").is_visible()
    mark(page)
    assert "13 of 14" in left(page)  # marked all the same, to be exported
    marks = json.loads(Path(exported(page).path()).read_text(encoding="utf-8"))["marks"]
    assert [one["student"] for one in marks] == ["blue-0"]


NEARLY_FULL = """
    const put = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, text) {
      if (text.length > 500) throw new DOMException("", "QuotaExceededError");
      put.call(this, name, text);
    };
"""


def test_one_mark_that_is_not_kept_is_not_forgotten_over_the_next_that_is(computer):
    page = computer(before=NEARLY_FULL)
    told = page.get_by_text("This browser keeps nothing here")
    assert not told.is_visible()
    mark(page, comment="long " * 200)
    mark(page, name="blue-1", comment="short")
    assert told.is_visible()
    mark(page, comment="short now")
    assert not told.is_visible()


@pytest.mark.parametrize("formula", ['=HYPERLINK("x")', ' \n=HYPERLINK("x")'])
def test_the_table_of_marks_holds_no_formula(computer, formula):
    page = computer()
    mark(page, comment=formula)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Marks as a table").click()
    text = Path(coming.value.path()).read_text(encoding="utf-8")
    assert '"blue-0","1.7","1","4",' in text and '"\'=1+1"' in text
    assert "\"'" + formula.replace('"', '""') + '"' in text


def test_feedback_prints_one_page_for_each_student(computer):
    pypdf = pytest.importorskip("pypdf")
    page = computer()
    mark(page)
    page.get_by_role("button", name="Print feedback for all").click()
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = [one.extract_text() for one in printed]
    assert len(printed) == 7 and all("Feedback for" in text for text in texts)
    mine = next(text for text in texts if "blue-0" in text)
    assert "1 of 4" in mine and "Which two? (invented)" in mine and "Look at it again" in mine
    page.get_by_label("Or for one").select_option("blue-1")
    page.get_by_role("button", name="Print this one").click()
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(printed) == 1 and "blue-1" in printed[0].extract_text()
    assert page.evaluate("printed") == 2
    page.get_by_role("button", name="Close the feedback pages").click()
    assert page.locator(".feedback-page").count() == 0


def test_by_keyboard_from_answer_to_answer_and_without_names(computer):
    page = computer()
    page.get_by_label("hide names").check()
    shown = task(page).locator("h3").all_inner_texts()
    assert shown == [f"Answer {n}" for n in range(1, 8)]
    page.get_by_role("button", name="Next not yet marked").focus()
    page.keyboard.press("Enter")
    first = page.evaluate("document.activeElement.closest('.answer').innerText")
    page.keyboard.press("Space")
    page.keyboard.press("Control+Enter")
    assert page.evaluate("document.activeElement.closest('.answer').innerText") != first
    page.keyboard.press("Control+Shift+Enter")
    assert page.evaluate("document.activeElement.checked") and "13 of 14" in left(page)
    page.get_by_label("hide names").uncheck()
    assert "blue-0" in task(page).locator("h3").all_inner_texts()


def test_students_are_sorted_by_name_as_one_counts_and_by_open_tasks(computer):
    page = computer()
    names = page.locator(".by-student").first.locator("tbody th").all_inner_texts()
    assert [name for name in names if name.startswith("blue")] == [f"blue-{n}" for n in range(2)]
    page.get_by_label("Sort students by").select_option("open")
    open_ = [
        int(cell) for cell in page.locator(".by-student").first.locator("td:nth-child(2)").all_inner_texts()
    ]
    assert open_ == sorted(open_, reverse=True)


def test_where_the_class_got_stuck_in_one_lesson(computer):
    page = computer()
    shown = page.locator(".stuck tbody tr:visible")
    whole = shown.count()
    page.select_option("#stuck-lesson", "4")
    assert shown.count() == 0 < whole
    page.evaluate("location.hash = 'task-1.3'")
    page.wait_for_function("document.getElementById('stuck-lesson').value === ''")
    assert shown.count() == whole
    page.select_option("#stuck-lesson", "1")
    assert shown.count() == whole  # all seven tried 1.3 and nothing else that is judged


REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException() } })"


@pytest.mark.parametrize("before", ["", REFUSED])
def test_all_marks_can_be_deleted_from_the_browser(computer, before):
    page = computer(before=before)
    mark(page)
    page.get_by_role("button", name="Delete all marks").click()
    page.get_by_role("button", name="Delete them").click()
    assert "14 of 14" in left(page)
    said(page, "deleted from this browser")
    assert before or page.evaluate("Object.keys(localStorage).length") == 0


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (360, True)])
def test_axe_finds_nothing_canaries_do_nothing_and_nothing_sticks_out(computer, made, width, dark):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = computer(width, dark)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    mark(page)
    page.get_by_role("button", name="Print feedback for all").click()
    lab.shot(page, f"class-page-{width}")
    assert (
        page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        and page.evaluate(STICKS_OUT) == []
    )
    found = axe.Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
    assert page.asked == [made.as_uri()] and page.complaints == []
    assert page.locator("img, script:not(#data)").count() == 1  # the one of the page


def test_without_a_script_it_can_be_read(computer):
    page = computer(java_script_enabled=False)
    assert page.get_by_role("heading", level=2).count() == 15 and page.locator("button").count() == 0
    page.locator("summary").filter(has_text="1.7").click()
    assert page.get_by_text("My 5.").is_visible()
