"""The lessons in the browser alone: they show what they show on a computer, and lose nothing."""

import io
import json
import re
import subprocess
import sys
import time
import zipfile

import pytest
from conftest import FLAGS

from whosewords import import_work, my_work
from whosewords.classroom import tasks
from whosewords.classroom.exercises import exercises
from whosewords.classroom.my_work import work
from whosewords.publish import pages

from . import sites

pytestmark = pytest.mark.browser
LESSONS = sorted(path.name for path in (sites.ROOT / "lessons").glob("*.ipynb"))
IN_EVERY_RUN = ("01_line_them_up.ipynb", "05_counting.ipynb")
COUNTING = "05_counting.ipynb"
GUESS = 'predict("5.p1")'
STORED = "document.documentElement.dataset.whosewordsStored === 'yes'"
STORE = "window.jupyterapp.serviceManager.contents"
# What differs with each run, or with the place: addresses in memory, names of widgets, a folder.
ANEW = re.compile(r"0x[0-9a-f]+|data-[0-9a-f]{32}|model_id.{0,60}|in the folder [^<>]*?\. It is sent")


def pytest_generate_tests(metafunc):
    if "lesson" in metafunc.fixturenames:
        every = metafunc.config.getoption("--all-lessons")
        metafunc.parametrize("lesson", LESSONS if every else IN_EVERY_RUN)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "whose words é"
    sites.built(folder)
    return folder


@pytest.fixture(scope="module")
def host(site):
    host = sites.Host(site)
    yield host
    host.stop()


@pytest.fixture(scope="module")
def desktop(request, tmp_path_factory):
    """What lessons show on this computer, worked out while the browser is busy."""
    names = LESSONS if request.config.getoption("--all-lessons") else IN_EVERY_RUN
    command = [
        sys.executable,
        sites.ROOT / "tests" / "on_the_desktop.py",
        tmp_path_factory.mktemp("home"),
        *names,
    ]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    found = {}

    def shown(name):
        if not found:
            found.update(json.loads(running.communicate()[0]))
        return found[name]

    yield shown
    running.kill()


@pytest.fixture(scope="module")
def visitor(desktop, browser, host):
    """A browser that comes to the site for the first time, and whose store stays for this file."""
    with sites.watched(browser) as context:
        yield context
        assert not context.elsewhere


@pytest.fixture
def tab(visitor, host):
    """Opens lessons for that visitor; what they asked of others, and what went wrong in them, is told."""
    pages = []

    def opened(name=COUNTING):
        pages.append(sites.opened(visitor, host.lesson(name)))
        return pages[-1]

    yield opened
    for page in pages:
        page.close()
    assert not visitor.elsewhere and not visitor.errors


def plain(outputs):
    """What is shown, without what differs each time."""
    told = []
    for one in outputs:
        data = one.get("data") or {one["output_type"]: one.get("text") or one.get("evalue", "")}
        for kind, content in sorted(data.items()):
            if "widget-view" in kind:
                told.append((kind, "a control"))
            elif "Box(" not in (text := content if isinstance(content, str) else "".join(content)):
                told.append((kind, ANEW.sub("#", text)))
    return told


# ---- Lessons


def test_every_output_is_that_of_the_desktop(lesson, visitor, host, desktop):
    page = visitor.new_page()
    page.goto(host.lesson(lesson))
    sites.arrived(page)  # Python is on its way, and what is run now must not be dropped
    sites.run_all(page)
    page.wait_for_timeout(500)
    here, there = desktop(lesson), page.evaluate(sites.SHOWN)
    assert [line for line, _ in there] == [line for line, _ in here]
    for (line, mine), (_, theirs) in zip(there, here, strict=True):
        assert plain(mine) == plain(theirs), line
    assert not visitor.elsewhere and not visitor.errors
    page.close()


def test_whoever_asks_another_host_is_seen(browser, host):
    with sites.watched(browser) as context:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{host.port}/serve.py")
        page.evaluate("() => fetch('http://registry.invented.test/x').catch(() => 0)")
        assert context.elsewhere == ["http://registry.invented.test/x"]


# ---- Nothing typed is lost


def guessed(page, choose=None):
    """The first guess of Lesson 5, after its line has run: choose one, or say which is chosen."""
    box = sites.run(page, GUESS)
    if choose is not None:
        box.locator("button").nth(choose).click()
        box.locator(f"button.ww-chosen:nth-child({choose + 1})").wait_for(timeout=sites.PATIENCE)
    box.locator("button.ww-chosen").wait_for(timeout=sites.PATIENCE)
    return box.locator("button.ww-chosen").inner_text()


def changed(page, line, new):
    """Type another line into a box; one that is far from what is seen is drawn when it is chosen."""
    page.evaluate(sites.CHOOSE, line)
    page.locator(".jp-CodeCell", has_text=line).first.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type(new)


def brought(page, path):
    """Load a work file by the foot of the lesson; who is asked whether it is theirs says yes."""
    foot = page.locator(".ww-work-foot")
    foot.locator("input[type=file]").set_input_files(path)
    sure = foot.get_by_role("button", name="They are mine")
    told = foot.locator("[role=status]", has_text=re.compile("read from .*, .* of them new"))
    sure.or_(told).first.wait_for()
    if sure.count():
        sure.click()
    told.wait_for()


def in_store(page, path):
    """What the browser's own store has at a path; None where there is nothing."""
    return page.evaluate(
        f"path => {STORE}.get(path, {{content: true}}).then(found => found.content, () => null)",
        path,
    )


def stored(page):
    """The lines of the lesson as it is stored, and of the copies that were kept aside."""
    kept = [f"earlier/{file['name']}" for file in in_store(page, "earlier") or []]
    found = [in_store(page, path) or {"cells": ()} for path in (COUNTING, *kept)]  # one may be on its way
    return ["".join(cell["source"]) for copy in found for cell in copy["cells"]]


def test_a_guess_outlives_a_reload_and_a_closed_tab_and_goes_to_the_desktop_and_back(tab, home, tmp_path):
    page = tab()
    first = guessed(page, choose=0)
    page.reload()  # at once
    sites.ready(page)
    assert guessed(page) == first
    second = guessed(page, choose=1)
    assert second != first
    page.close()
    page = tab()
    assert guessed(page) == second
    # out, to the desktop …
    text = json.dumps(sites.given(page))
    (tmp_path / "from_the_site.json").write_text(text, encoding="utf-8")
    import_work(tmp_path / "from_the_site.json", sure="yes")
    assert "5.p1" in work().entries()
    # … and back, with an answer of the desktop's; it says that these may be those of somebody else
    tasks.answer(exercises()["1.p1"], next(iter(exercises()["1.p1"].options)).id, True)
    my_work().export(tmp_path / "from_the_desktop.json")
    brought(page, tmp_path / "from_the_desktop.json")
    assert {"1.p1", "5.p1"} <= set(sites.given(page)["entries"])


@pytest.fixture(scope="module")
def reading(tmp_path_factory):
    """The page of Lesson 5 without a kernel."""
    (path,) = [path for path in pages.write(tmp_path_factory.mktemp("pages")) if path.stem.startswith("05")]
    return path


def test_the_work_file_goes_to_the_pages_and_back(tab, reading, visitor):
    page = tab()
    guess = guessed(page, choose=0)
    mine = {
        "name": "mine.json",
        "mimeType": "application/json",
        "buffer": json.dumps(sites.given(page)).encode(),
    }
    paper = visitor.new_page()
    paper.goto(reading.as_uri())
    paper.locator("html.live").wait_for()
    paper.get_by_label("Load a work file").set_input_files(mine)
    chosen = paper.locator('[data-task="5.p1"] label', has=paper.locator("input:checked"))
    chosen.wait_for()
    assert chosen.inner_text().strip() == guess
    other = paper.locator('[data-task="5.p1"] input').nth(1)
    other.check()
    with paper.expect_download() as download:
        paper.locator("#my-work").get_by_role("button", name="Save my work").click()
    paper.close()
    brought(page, download.value.path())
    box = page.locator(".jp-CodeCell", has_text=GUESS).first
    page.evaluate(sites.CHOOSE, GUESS)
    page.evaluate(sites.COMMAND, "notebook:run-cell")
    box.locator("button.ww-chosen:nth-child(2)").wait_for()


def test_what_is_typed_into_an_answer_is_kept_without_a_button(tab):
    page = tab()
    box = sites.run(page, 'check("5.8")')
    box.locator("textarea").fill("A rule that somebody else can repeat, in words of mine.")
    page.wait_for_timeout(2500)  # an answer is saved when nobody has typed for a moment
    page.reload()
    sites.ready(page)
    box = sites.run(page, 'check("5.8")')
    assert box.locator("textarea").input_value().startswith("A rule that somebody else")


def test_two_tabs_of_a_lesson_do_not_write_over_each_other(tab):
    one, other = tab(), tab()
    one.bring_to_front()
    guessed(one, choose=0)
    other.bring_to_front()
    box = sites.run(other, 'check("5.8")')
    box.locator("textarea").fill("Another answer, typed in the other tab of this lesson.")
    other.wait_for_timeout(2500)
    one.bring_to_front()
    chosen = guessed(one, choose=1)
    kept = sites.given(one)["entries"]
    assert kept["5.8"]["value"].startswith("Another answer") and kept["5.p1"]["value"]
    # Lines: what one tab changed is on the page or kept aside, whatever the other saves afterwards.
    changed(one, 'find("python"', 'find("harbour")')
    one.evaluate(sites.COMMAND, "docmanager:save")
    one.wait_for_timeout(500)
    other.bring_to_front()
    changed(other, 'find("*occup*")', 'find("pier")')
    other.evaluate(sites.COMMAND, "docmanager:save")
    until = time.monotonic() + sites.PATIENCE / 1000
    while not (changes := {'find("harbour")', 'find("pier")'}) <= set(stored(other)):
        assert time.monotonic() < until, changes - set(stored(other))
        other.wait_for_timeout(300)
    other.reload()
    sites.ready(other)
    assert guessed(other) == chosen


def test_a_second_visit_needs_no_server(tab, host, visitor):
    page = tab()
    page.wait_for_function(STORED, timeout=sites.PATIENCE)
    host.stop()
    try:
        page.close()
        page = tab("01_line_them_up.ipynb")  # another lesson than the one that was open
        box = sites.run(page, "predict(")
        box.locator("button").first.click()
        box.get_by_text("is kept").wait_for()
    finally:
        host.start()


def test_an_update_of_the_site_loses_nothing(tab, site, visitor):
    page = tab()
    page.wait_for_function(STORED, timeout=sites.PATIENCE)
    first = guessed(page, choose=2)
    changed(page, 'find("militant*"', 'find("lighthouse")')
    sites.updated(site, COUNTING)
    # Who has it open goes on, with the old Python too, while another tab has the new one already.
    box = sites.run(page, 'check("5.8")')
    box.locator("textarea").fill("What was typed while the site was put up anew.")
    page.wait_for_timeout(2500)
    new = tab()
    new.locator("h1", has_text="This lesson, told anew").wait_for()
    new.wait_for_function(STORED, timeout=sites.PATIENCE)
    page.bring_to_front()
    box = sites.run_new(page, "import bs4; print(bs4.__name__)")
    assert box.locator(".jp-OutputArea-output").first.inner_text().strip() == "bs4"
    # The next visit shows the new lesson, with all answers; lines of one's own are in `earlier`.
    page.reload()
    sites.ready(page)
    page.locator("h1", has_text="This lesson, told anew").wait_for()
    assert guessed(page) == first
    box = sites.run(page, 'check("5.8")')
    assert box.locator("textarea").input_value().startswith("What was typed while")
    assert 'find("lighthouse")' in stored(page)


def test_where_nothing_is_kept_a_sentence_says_so_before_the_first_answer(browser, chromium, host):
    rules = "--host-resolver-rules=MAP teacher.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    elsewhere = browser.browser_type.launch(
        executable_path=chromium, args=[*FLAGS[:-1], rules, "--no-proxy-server"]
    )
    page = elsewhere.new_page()
    page.goto(host.lesson(COUNTING, "teacher.test"))  # as from another computer, without https
    sites.ready(page)
    assert "keeps nothing" in page.locator(".ww-site-line[role=alert]").inner_text()
    box = sites.run(page, GUESS)
    box.locator("button").first.click()
    box.get_by_text("Not saved yet").wait_for()
    assert "is kept" not in box.inner_text()
    assert "5.p1" in sites.given(page)["entries"]
    elsewhere.close()


def test_a_store_that_is_refused_is_told_too(browser, host):
    with sites.watched(browser) as context:
        refuse = "() => { throw new DOMException('refused') }"
        context.add_init_script(f"IDBFactory.prototype.open = {refuse}; Storage.prototype.setItem = {refuse}")
        page = context.new_page()
        page.goto(host.lesson(COUNTING))
        sites.arrived(page)
        page.locator(".ww-site-line[role=alert]", has_text="keeps nothing").wait_for(timeout=sites.PATIENCE)
        sites.ready(page)
        box = sites.run(page, GUESS)
        box.locator("button").first.click()
        box.get_by_text("Not saved yet").wait_for()


def test_a_full_disk_is_told_before_the_first_answer_and_is_waited_for(browser, host):
    with sites.watched(browser) as context:
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        disk = context.new_cdp_session(page)
        origin = f"http://127.0.0.1:{host.port}"
        disk.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1000})
        page.goto(host.lesson(COUNTING))
        sites.ready(page)
        told = page.locator(".ww-site-line[role=alert]", has_text="no room")
        told.wait_for(timeout=sites.PATIENCE)
        box = sites.run(page, GUESS)
        box.locator("button").first.click()
        box.get_by_text("Not saved yet").wait_for()
        assert "is kept" not in box.inner_text() and "could not be saved" in box.inner_text()
        assert "5.p1" in sites.given(page)["entries"]  # Python still answers
        changed(page, 'find("python"', 'find("harbour")')
        page.evaluate(sites.COMMAND, "docmanager:save")
        page.wait_for_timeout(500)
        assert told.is_visible() and not page.locator(".jp-Dialog").count()
        disk.send("Storage.overrideQuotaForOrigin", {"origin": origin})
        box.locator("button").nth(1).click()
        box.get_by_text("is kept").wait_for()
        told.wait_for(state="detached")


# ---- Texts of one's own, and controls

TEXT = "The pier stayed shut on Monday after a brutal storm tore at its planks.\n\nNobody was hurt."
PAGE = """<!doctype html><html><head><title>Pier</title></head><body><nav><a href="/">Home</a></nav><article>
<h1>Pier stays shut</h1><p>The pier stayed shut on Monday after a brutal storm.</p></article></body></html>"""
WORD = io.BytesIO()
with zipfile.ZipFile(WORD, "w") as parts:
    parts.writestr("word/document.xml", "<x/>")
ARRIVE = {  # what is seen of it
    "letter.docx": (WORD.getvalue(), "cannot read in a browser"),
    "pier.txt": (TEXT.encode(), "Taken: 2 of 2 blocks"),
    "pier.md": (f"# Pier\n\n{TEXT}".encode(), "Taken: 3 of 3 blocks"),
    "pier.html": (PAGE.encode(), "does not work in a browser"),
}


def test_a_text_of_ones_own_and_arrow_keys(tab):
    page = tab()
    box = sites.run_new(page, "add_text()")
    for name, (content, told) in ARRIVE.items():
        box.get_by_text("Which text?").wait_for()
        with page.expect_file_chooser() as chooser:
            box.get_by_role("button", name="Or choose a file").click()
        chooser.value.set_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
        box.get_by_text(told).wait_for(timeout=sites.PATIENCE)
        page.evaluate(sites.COMMAND, "notebook:run-cell")
    box.get_by_text("Which text?").wait_for()
    box.locator("textarea").fill(TEXT)
    box.get_by_role("button", name="Read it").click()
    box.get_by_label("Short name").fill("pier")
    box.get_by_role("button", name="Put it on the shelf").click()
    box.locator(".ww-reply", has_text='is on the shelf as "pier"').wait_for()
    found = sites.run_new(page, 'find("storm*", "pier")').locator(".jp-OutputArea-output").first
    assert "1 hit" in found.inner_text()
    handle = sites.run_new(page, "import ipywidgets; ipywidgets.IntSlider(5)").locator("[role=slider]")
    handle.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    assert handle.get_attribute("aria-valuenow") == "7.0"
    assert handle.evaluate("node => node === document.activeElement")
