"""A student's own texts in the real JupyterLab: three saved pages on the shelf, two typed and one by the
form, then every call on them, beside two articles; nothing in a page runs."""

import json

import pytest

from . import lab

pytestmark = pytest.mark.browser
RUNS = "window.canary=1"
FORM = '.ww-task:has-text("A text of your own")'
# Invented pages. What a browser would run stands where a title, a text, an address and a picture may stand.
PAGE = """<!doctype html><html lang="en"><head><title>{title} &lt;img src=x onerror={runs}&gt;</title>
<meta property="og:site_name" content="The Quay Post &lt;script&gt;{runs}&lt;/script&gt;">
<meta property="article:published_time" content="2021-06-28T08:00:00Z"><meta name="author" content="Ada Roe">
<script>{runs}</script></head><body onload="{runs}">
<nav><ul><li><a href="javascript:{runs}">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>{title}</h1><p>{first}</p><p>{second}</p>
<p>As a sign at the gate has it, &lt;img src=x onerror={runs}&gt; is no way to greet people, and the
guards laughed about it for most of the afternoon.</p>
<svg onload="{runs}"><script>{runs}</script></svg><math><mtext><img src=x onerror="{runs}"></mtext></math>
<p>{third}</p></article>
<aside><p>The pier was built in the year 1903 by a firm of two brothers from the hills.</p></aside>
<footer><p>All rights are reserved by the Quay Post and its owners.</p></footer></body></html>"""
PAGES = {
    "pier": (
        "Pier stays shut after the storm",
        "The pier in Quay Harbour stayed shut on Monday after a brutal storm tore at its planks.",
        "“We regret the shameful delay,” said Ann Poe, the harbour master. She promised to begin "
        "within the week.",
        "Nobody was hurt, the town hall said. Most of the shops opened again on Tuesday morning.",
    ),
    "ferry": (
        "Ferry crews walk out",
        "Ferry crews walked out on Monday in protest at what they called reckless savings.",
        "“They are playing with lives,” said Tom Lee, who speaks for the crews. The owners denied that "
        "anybody was in danger.",
        "Two ferries of nine were running in the evening, and many people had to wait for hours in the rain.",
    ),
    "tides": (
        "High tides return",
        "High tides returned to the islands on Sunday and flooded the two lowest streets of the old town.",
        "“It was a nightmare,” said Eva Moss, who owns a bakery there. The mayor spoke of a terrible week "
        "for the whole island.",
        "The water fell in the night. The town wants to build a wall, and will vote in the autumn.",
    ),
}  # fmt: skip
TYPED = [
    'add_text(Path("pages/pier.html"), name="pier")',
    'add_text(Path("pages/ferry.html"), name="ferry", outlet="The Quay Post", genre="report")',
    "add_text()",
]
FIVE = '["pier", "ferry", "tides", "trt", "neo"]'
CALLS = [
    "articles", 'show("tides")', f'find("storm*", {FIVE})', f'count("emotive", {FIVE})',
    f"loaded_language({FIVE})", 'copies("pier", "ferry")',
    f"readability({FIVE})", f"rank({FIVE})", 'hand_check(["pier", "ferry", "tides"])',
]  # fmt: skip


def notebook(home, name, lines):
    cells = [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "# My own texts\n\n## Add and count"}
    ]
    code = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    lines = ["from whosewords import *", *lines]
    cells += [{**code, "id": f"c{number}", "source": line} for number, line in enumerate(lines)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    whole = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    (home / "lessons" / name).write_text(json.dumps(whole), encoding="utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder, home = lab.copy_of_the_project(tmp_path_factory.mktemp("own")), tmp_path_factory.mktemp("home")
    (home / "lessons" / "pages").mkdir(parents=True)
    for name, (title, first, second, third) in PAGES.items():
        made = PAGE.format(title=title, first=first, second=second, third=third, runs=RUNS)
        (home / "lessons" / "pages" / f"{name}.html").write_text(made, encoding="utf-8")
    notebook(home, "own_add.ipynb", TYPED)
    notebook(home, "own_use.ipynb", CALLS)
    with lab.served(folder, home) as address:
        yield address, home


def output_of(page, line):
    cell = page.locator(".jp-CodeCell", has_text=line).last
    cell.scroll_into_view_if_needed()
    return cell.locator(".jp-OutputArea").text_content()  # a picture may break a name; its words do not


def test_three_pages_come_to_the_shelf_and_every_call_takes_them(server, browser):
    address, home = server
    with lab.page_of(browser) as page:
        lab.open_lesson(page, lab.lesson_address(address, "own_add.ipynb"))
        lab.run_all(page)
        for name in ("pier", "ferry"):
            page.locator(".ww-task", has_text=f'show("{name}")').wait_for()
        form = page.locator(".jp-CodeCell").last.locator(".ww-task")
        form.get_by_text("Which text?").wait_for()
        form.scroll_into_view_if_needed()
        lab.shot(page, "own-text-form")
        with page.expect_file_chooser() as chooser:
            form.get_by_role("button", name="Or choose a file").focus()
            page.keyboard.press("Enter")
        chooser.value.set_files(home / "lessons" / "pages" / "tides.html")
        form.get_by_text("What was taken of it?").wait_for()
        lab.shot(page, "own-text-review")
        form.get_by_role("button", name="Only what was dropped").click()
        aside = form.locator(".ww-block-row", has_text="two brothers from the hills")
        aside.get_by_role("button", name="Bring block").click()
        aside.get_by_role("button", name="Drop block").wait_for()
        aside.get_by_role("button", name="What is block").click()
        aside.get_by_role("button", name="set-off quotation").wait_for()
        lab.shot(page, "own-text-role")
        form.get_by_label("Short name").fill("tides")
        form.get_by_label("Kind of text").fill("report")
        form.get_by_role("button", name="Put it on the shelf").click()
        form.locator(".ww-reply", has_text='is on the shelf as "tides"').wait_for()
        form.get_by_role("button", name="Save").scroll_into_view_if_needed()
        lab.shot(page, "own-text-shelved")
        assert not [one for one in lab.axe(page, ".ww-task") if one[0] != "color-contrast"]
        assert page.evaluate("() => window.canary") is None and not page.errors
        page.set_viewport_size({"width": 360, "height": 740})
        form.scroll_into_view_if_needed()
        lab.shot(page, "own-text-narrow")

    with lab.page_of(browser, color_scheme="dark") as page:
        lab.open_lesson(page, lab.lesson_address(address, "own_use.ipynb"))
        lab.run_all(page)
        page.locator(".ww-task", has_text="Hit 1 of").wait_for()
        shown = page.locator(".ww-page", has_text="two brothers from the hills")
        shown.scroll_into_view_if_needed()
        lab.shot(page, "own-text-shown")
        assert "onerror" in shown.inner_text()  # what looks like a tag is text, as the page showed it
        for line, part in (("count(", "tides"), ("loaded_language(", "pier"), ("readability(", "ferry"),
                           ("rank(", "TRT World")):  # fmt: skip
            told = output_of(page, line)
            assert part in told and "New Eastern Outlook" in told, line
        assert "2 hits" in output_of(page, "find(") or "1 hit" in output_of(page, "find(")
        assert page.evaluate("() => window.canary") is None and not page.errors


def test_the_form_by_the_keyboard_alone(server, browser):
    address, home = server
    notebook(home, "own_keys.ipynb", ["add_text()"])
    with lab.page_of(browser, color_scheme="dark") as page:
        lab.open_lesson(page, lab.lesson_address(address, "own_keys.ipynb"))
        lab.run_all(page)
        form = page.locator(".jp-CodeCell").last.locator(".ww-task")
        form.get_by_text("Which text?").wait_for()
        form.locator("textarea").focus()
        page.keyboard.insert_text(
            "Bakery opens\n\nThe bakery opened on Monday. xx dd aa bb.\n\nFollow us on:"
        )
        lab.tab_to(page, "Read it")
        page.keyboard.press("Enter")
        form.get_by_text("What was taken of it?").wait_for()
        lab.tab_to(page, "Bring block 3 back")
        page.keyboard.press("Space")
        page.wait_for_function("() => document.activeElement.innerText.startsWith('Drop block 3')")
        lab.tab_to(page, "Undo the last change")
        page.keyboard.press("Enter")
        form.get_by_role("button", name="Bring block 3 back").wait_for()
        page.evaluate("() => document.body.dataset.jpThemeLight = 'false'")
        lab.shot(page, "own-text-dark")
        lab.tab_to(page, "Put it on the shelf")
        page.keyboard.press("Enter")
        form.locator(".ww-reply", has_text='is on the shelf as "bakery_opens"').wait_for()
