"""Lesson 10 in the real JupyterLab: the half-done event is finished by its buttons; then four pages are saved
from a local server, and an event of one's own goes from nothing to a brief on two sheets of paper."""

import csv
import functools
import http.server
import io
import re
import threading
from typing import NamedTuple

import pytest
from pypdf import PdfReader

from . import lab

pytestmark = pytest.mark.browser
LESSON = "10_your_own_event.ipynb"
BRIDGE = 'new_event("data/bridge_event"'
HELD = {
    "The event": True, "The dates": False, "The kind": False, "The length": False, "Who wrote": False,
    "The language": True,
}  # fmt: skip
BRIEF = {
    "What survived": "All three texts count seven who voted for the closure.",
    "I do not conclude": "That a paper is worse than another. That what was cut was hidden.",
}
# An event of one's own, from nothing: four pages, and what a student makes of them.
NAMES = ("agency", "heron", "kettle", "digest")
HERON = {"There you have it": "host’s note", "Taken from": "part of the website"}
PROOFS = {"agency": "on the mud", "heron": "drained our harbour", "kettle": "hunting for a villain",
          "digest": "The pupils pay first"}  # fmt: skip
NAMED = (("the office", "the Lake Office", "agency"), ("the office", "these bunglers", "heron"))
CLAIMS = {
    "1": ("The Lake Office gave the number 43.", "contradicted"),
    "2": ("Nobody had rung the east quay.", "supported"),
}
OWN = {
    "Title": "The night of the open sluice",
    "Silence": "The keeper wanted another chain. Only the Kettle could know it.",
    "What survived": "In one night the gate stayed open, and boats lay on the mud.",
    "My own frame": "I wanted somebody to be guilty.",
    "I do not conclude": "Whose fault it was. That the Digest lied about the number.",
}


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


@pytest.fixture(scope="module")
def saved(browser, tmp_path_factory):
    """The four pages as a reader saves them from a browser: three as they came, one as a single file."""
    folder = tmp_path_factory.mktemp("downloads")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    handler = functools.partial(Quiet, directory=lab.ROOT / "data" / "ready_event")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with lab.page_of(browser) as page:
            for name in NAMES:
                got = page.goto(f"http://127.0.0.1:{server.server_port}/{name}.html")
                (folder / f"{name}.html").write_bytes(got.body())
            whole = page.context.new_cdp_session(page).send("Page.captureSnapshot")["data"]
            (folder / f"{name}.html").unlink()
            (folder / f"{name}.mhtml").write_text(whole, encoding="utf-8", newline="")
        server.shutdown()
    return folder


def press(cell, name):
    cell.get_by_role("button", name=name, exact=isinstance(name, str)).first.click()


def fill(cell, label, words):
    cell.get_by_label(re.compile(f"^{re.escape(label)}")).first.fill(words)


def choose(cell, about, option):
    cell.locator(f'button[title^="{about}"]', has_text=option).first.click()


def go_to(cell, number):
    press(cell, re.compile(f"^{number} "))
    cell.get_by_text(f"Step {number} of 11").wait_for()


def is_done(cell):
    cell.get_by_text("This step is done.").wait_for()


def kept(home, event, table):
    with (home / "events" / event / f"{table}.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def focused(page):
    return page.evaluate(f"() => ({lab.NAME})(document.activeElement)")


def run(page, cell, line):
    """Write a line into a box and run it."""
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(line)
    page.keyboard.press("Control+Enter")


def again(page, cell):
    """Run a line once more."""
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+Enter")


def looked_at(page, cell, number):
    """A step as it is seen: wide and light, narrow and dark. Nothing sticks out, and axe finds nothing."""
    box = cell.locator(".ww-task").first
    for light, width, name in (("false", 360, "dark"), ("true", 1280, "light")):
        page.evaluate("light => document.body.dataset.jpThemeLight = light", light)
        page.set_viewport_size({"width": width, "height": 1800})
        box.evaluate("box => box.scrollIntoView()")
        lab.shot(page, f"event-{number:02}-{name}")
        assert box.evaluate("box => box.scrollWidth <= box.clientWidth + 1"), (number, name)
        assert not lab.axe(page, ".ww-task"), (number, name)


class Stretch(NamedTuple):
    """What step 4 says of the marked words: what the rule says of them, how many are done and left."""

    rule: str
    done: int
    left: int


def stretch(cell, name):
    told = cell.get_by_text(re.compile(rf"^Stretch \d+ of \d+ in {name}, .*Looked at")).inner_text()
    done, of = map(int, re.search(r"Looked at: (\d+) of (\d+)", told).groups())
    rule = cell.get_by_text(re.compile("^The rule says: ")).inner_text().removeprefix("The rule says: ")
    return Stretch(rule[0], done, of - done)


def test_no_line_fails_and_a_blank_is_a_note(lesson):
    assert lesson.locator(".ww-reply", has_text="Fill the blank").count() == 1
    assert lesson.locator("[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert lesson.errors == []


def test_the_half_done_event_is_finished_and_its_brief_is_written(lesson, home):
    cell = lesson.locator(".jp-CodeCell", has_text=BRIDGE)
    cell.scroll_into_view_if_needed()
    cell.get_by_text("Step 3 of 11").wait_for()  # it opens at the first step that wants something
    for asked, held in HELD.items():
        cell.locator(f'button[title^="{asked}"]').nth(0 if held else 1).click()
    is_done(cell)
    press(cell, "4 Voices")
    press(cell, "gull")
    for done, letter in enumerate("SQIQ"):
        cell.get_by_text(re.compile(rf"in gull.*Looked at: {done} of 4")).wait_for()
        press(cell, re.compile(f"^{letter} "))
    is_done(cell)
    go_to(cell, 11)
    for label, words in BRIEF.items():
        fill(cell, label, words)
    press(cell, "Write the brief")  # right after typing
    cell.get_by_text("Written: brief.html").wait_for()
    brief = (home / "events" / "bridge" / "brief.html").read_text(encoding="utf-8")
    assert all(words.partition(".")[0] in brief for words in BRIEF.values())


@pytest.fixture(scope="module")
def own(lesson):
    """The box of an event of one's own, with its first step."""
    cell = lesson.locator(".jp-CodeCell", has_text='new_event("').nth(2)
    run(lesson, cell, 'new_event("sluice")')
    cell.get_by_text("Step 1 of 11").wait_for()
    return cell


def test_four_saved_pages_become_the_texts_of_an_event(lesson, own, saved, home):
    fill(own, "The event, in a few words", "The night of the open sluice")
    fill(own, "Its date", "2025-06-04")
    fill(own, "Where it was", "Wickerholm")
    # One page by a line.
    run(
        lesson,
        lesson.locator(".jp-CodeCell").last,
        f'add_text(Path({str(saved / "agency.html")!r}), name="agency")',
    )
    lesson.locator(".jp-CodeCell").last.get_by_text('show("agency")').wait_for()
    press(own, "Look again at my shelf")
    own.get_by_label("agency: a text of this event").focus()
    lesson.keyboard.press("Space")
    own.get_by_label("agency: I wrote it myself").wait_for()
    assert focused(lesson) == "agency: a text of this event"
    for name in NAMES[1:]:  # the others by the form of the step
        (file,) = saved.glob(f"{name}.*")
        press(own, "Add a text")
        own.get_by_text("Which text?").wait_for()
        with lesson.expect_file_chooser() as chooser:
            press(own, re.compile("Or choose a file"))
        chooser.value.set_files(file)
        own.get_by_text("What was taken of it?").wait_for()
        lesson.wait_for_function(f"() => ({lab.NAME})(document.activeElement) === 'All blocks'")
        for begins, role in HERON.items() if name == "heron" else ():
            row = own.locator(".ww-block-row", has_text=begins)
            if not row.count():
                press(own, "Next")
            press(row, re.compile("^What is block"))
            press(row, role)
        fill(own, "Short name", name)
        fill(own, "Kind of text", "report")
        press(own, "Put it on the shelf")
        own.get_by_label(f"{name}: I wrote it myself").wait_for()
    is_done(own)
    looked_at(lesson, own, 1)
    assert [row["text"] for row in kept(home, "sluice", "texts")] == list(NAMES)


def test_dates_and_licence_are_kept_when_a_step_is_left_and_the_page_is_loaded_again(lesson, own, home):
    go_to(own, 2)
    looked_at(lesson, own, 2)
    for name in NAMES:
        for label in (
            "When the event was, by this text (or “unknown”)",
            "When it was written (or “unknown”)",
        ):
            fill(own, f"{label}: {name}", "2025-06-04")
        choose(own, f"{name} …", "is about it")
    is_done(own)
    fill(own, "When it was written (or “unknown”): digest", "unknown")
    press(own, "Next: 3 Licence to compare")  # right after typing
    own.get_by_text("Step 3 of 11").wait_for()
    lesson.wait_for_function(f"() => ({lab.NAME})(document.activeElement) === '3 Licence to compare'")
    assert {row["text"]: row["written"] for row in kept(home, "sluice", "texts")}["digest"] == "unknown"
    lab.tab_to(lesson, "held constant")
    for asked in HELD:  # by the keyboard alone: the next line begins three buttons and a note further on
        lesson.keyboard.press("Space")
        own.locator(f'button.ww-chosen[title^="{asked}"]').wait_for()
        assert focused(lesson) == "held constant"
        if asked != "The language":
            for _ in range(4):
                lesson.keyboard.press("Tab")
    is_done(own)
    looked_at(lesson, own, 3)
    fill(own, "A note on this: event", "one night")
    lesson.reload()
    own.locator(".cm-content").wait_for(timeout=lab.PATIENCE * 1000)
    again(lesson, own)
    own.get_by_text("Step 4 of 11").wait_for()
    assert kept(home, "sluice", "licence")[0]["note"] == "one night"


def test_voices_and_names_by_the_keyboard(lesson, own, home):
    looked_at(lesson, own, 4)
    go_to(own, 4)
    lab.tab_to(lesson, "agency")
    lesson.keyboard.press("Space")
    for name in NAMES:
        choose(own, "Which text?", name)
        while (seen := stretch(own, name)).left:
            letter = own.get_by_role("button", name=re.compile(f"^{seen.rule} ")).first
            letter.focus()
            lesson.keyboard.press("Space")
            own.get_by_text(f"Looked at: {seen.done + 1} of").wait_for()
            assert focused(lesson) == letter.inner_text()  # the buttons stay, and the focus with them
        fill(own, f"{name}: who is behind this text", "unknown")
    is_done(own)
    assert {row["text"] for row in kept(home, "sluice", "voices")} == set(NAMES)

    press(own, "Next: 5 Names")
    own.get_by_text("Step 5 of 11").wait_for()
    for who, words, text in NAMED:
        lab.tab_to(lesson, "Who is it?")
        lesson.keyboard.press("Control+a")
        for typed in (who, words, "", "its writer"):
            lesson.keyboard.type(typed)
            lesson.keyboard.press("Tab")
        lab.tab_to(lesson, text)
        lesson.keyboard.press("Space")
        lab.tab_to(lesson, "Note this name")
        lesson.keyboard.press("Enter")
        own.get_by_text(f"{who}: “{words}”").wait_for()
        lab.tab_to(lesson, "5 Names", "Shift+Tab")
    is_done(own)
    looked_at(lesson, own, 5)


def test_frames_and_a_new_kernel(lesson, own):
    go_to(own, 6)
    for name in NAMES:
        choose(own, "Which text?", name)
        own.locator(".ww-task .ww-question", has_text=re.compile(f"^{name}$")).wait_for()
        fill(own, "Problem, in your own words", "what went wrong")
        fill(own, "Problem, proof", PROOFS[name])
        for box in ("cause", "judgement", "remedy"):
            own.get_by_label(f"blank: the text offers no {box}").check()
    is_done(own)
    looked_at(lesson, own, 6)
    # A new kernel: what was typed is there again.
    lesson.get_by_role("button", name="Restart the kernel", exact=False).first.click()
    lesson.get_by_role("button", name="Confirm Kernel Restart").or_(
        lesson.get_by_role("button", name="Restart", exact=True)
    ).first.click()
    lesson.locator(lab.IDLE).first.wait_for(timeout=lab.PATIENCE * 1000)
    again(lesson, lesson.locator(".jp-CodeCell").first)
    again(lesson, own)
    own.get_by_text("Step 7 of 11").wait_for()


def test_count_claims_and_silences(lesson, own, home):
    fill(own, "What do you want to find out", "Does one text judge more?")
    choose(own, "What is counted", "all loaded words")
    choose(own, "In whose voice", "the author’s voice")
    fill(own, "What counts as a hit", "a word that judges")
    fill(own, "What does not count", "a word that tells a fact")
    press(own, "Count")
    own.locator(".ww-finding").wait_for()
    fill(own, "Who is the first reader", "blue-7")
    press(own, "Check as the first reader")
    shown = own.get_by_text(re.compile("^Hit 1 of "))
    many = int(re.search(r"of (\d+)", shown.inner_text())[1])
    own.get_by_role("button", name="Right", exact=True).focus()
    for number in range(2, many + 1):
        lesson.keyboard.press("Space")
        own.get_by_text(f"Hit {number} of {many}, first reader").wait_for()
    lesson.keyboard.press("Space")
    is_done(own)
    assert focused(lesson) == "Right"
    looked_at(lesson, own, 7)

    go_to(own, 8)
    press(own, "Measure")
    own.locator(".ww-finding").wait_for()
    looked_at(lesson, own, 8)

    go_to(own, 9)
    for number, (claim, verdict) in CLAIMS.items():
        fill(own, f"Claim {number}, in your words", claim)
        for label in ("first source, with its date", "second source, with its date", "why this verdict"):
            fill(own, f"Claim {number}: {label}", "the agency, 4 June 2025")
        choose(own, f"By these sources claim {number} is", verdict)
        choose(own, f"Claim {number}: how sure", "4")
    is_done(own)
    looked_at(lesson, own, 9)

    go_to(own, 10)
    fill(own, "Silence 1: what is left out", "The keeper wanted another chain.")
    choose(own, "Silence 1", "Nobody knew it yet.")
    is_done(own)
    looked_at(lesson, own, 10)
    # A second copy of the controls below: neither loses what the other wrote.
    last = lesson.locator(".jp-CodeCell").last
    run(lesson, last, 'new_event("sluice")')
    last.get_by_text("Step 11 of 11").wait_for()
    go_to(last, 10)
    fill(last, "Silence 1: told in", "kettle")
    fill(own, "Silence 1: not told in", "agency")
    go_to(last, 11)
    go_to(own, 11)
    (row,) = kept(home, "sluice", "silences")
    assert (row["told_in"], row["silent_in"]) == ("kettle", "agency")
    assert row["what"].startswith("The keeper") and row["reason"] == "Nobody knew it yet."


def test_the_brief_is_written_and_printed_on_two_sheets(lesson, own, home, browser):
    press(own, "Write the brief")
    own.get_by_text("The brief is not written yet.").wait_for()
    for label, words in OWN.items():
        fill(own, label, words)
    press(own, "Write the brief")
    own.get_by_text("Written: brief.html").wait_for()
    is_done(own)
    looked_at(lesson, own, 11)
    assert own.get_by_text("Steps done: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11.").count()
    written = home / "events" / "sluice" / "brief.html"
    with lab.page_of(browser) as page:
        page.goto(written.as_uri())
        assert all(page.get_by_text(words).count() for words in OWN.values())
        sheets = page.pdf(prefer_css_page_size=True)
        pages = PdfReader(io.BytesIO(sheets)).pages
        assert len(pages) == 2 and [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]
        lab.shot(page, "sluice-brief")
        assert not page.errors
    assert not lesson.errors
