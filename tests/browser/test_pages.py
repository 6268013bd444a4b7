"""The pages in a browser: axe, a phone, paper, and no request."""

import re

import pytest

from whosewords.publish import pages

from . import lab

pytestmark = pytest.mark.browser
A4 = 673  # pixels between the margins of pages.css
STICKS_OUT = """() => [...document.querySelectorAll('main *')]
  .filter(e => !e.closest('.ww-sr, .wide, [role=region]') && e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.outerHTML.slice(0, 80))"""

# Every question is answered somehow, so that replies, marks and results are there to be looked at.
ANSWERED = """() => {
  for (const box of document.querySelectorAll('[data-task], [data-ticket]')) {
    for (const one of box.querySelectorAll('.picks li:first-child input, li:last-child input')) one.click();
    for (const one of box.querySelectorAll('select')) one.selectedIndex = 1;
    for (const one of box.querySelectorAll('input[type=text], textarea')) one.value = '1 2 3 4 5 6';
    for (const one of box.querySelectorAll('.do button')) { one.click(); one.click(); }
  }
  for (const one of document.querySelectorAll('[data-blank] input')) one.value = 'x';
  for (const one of document.querySelectorAll('[data-blank] > .do button')) one.click();
  for (const one of document.querySelectorAll('details')) one.open = true;
}"""


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return pages.write(tmp_path_factory.mktemp("pages é"))


@pytest.fixture
def tab(browser):
    """Opens a page, and notes what it asks for and complains about."""
    contexts = []

    def opened(path, width=1200, dark=False):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
        )
        contexts.append(context)
        page = context.new_page()
        page.asked, page.complaints = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.goto(path.as_uri())
        if path.stem != "glossary":
            page.locator("html.live").wait_for()
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("width", "dark"), [(1200, False), (360, True)])
def test_axe_finds_nothing_pictures_can_be_read_and_nothing_is_asked_for(written, tab, width, dark):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    for path in written:
        page = tab(path, width, dark)
        page.evaluate(ANSWERED)
        found = axe.Axe().run(page).response["violations"]
        assert not [(path.name, rule["id"], rule["nodes"][0]["html"]) for rule in found]
        assert page.asked == [path.as_uri()] and page.complaints == []
        assert lab.unseen_in_high_contrast(page) == [], path.name


@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_sticks_out(written, tab, width):
    for path in written:
        page = tab(path, width)
        page.evaluate(ANSWERED)
        lab.shot(page, f"pages-{path.stem}-{width}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path.name
        assert page.evaluate(STICKS_OUT) == [], path.name


def test_paper_is_as_wide_as_the_text(written, tab):
    """What is wider makes Chromium print the whole lesson smaller."""
    for path in written:
        page = tab(path, A4)
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") <= A4, path.name


def test_by_keyboard_from_the_contents_to_an_answer(written, tab):
    page = tab(written[0])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText").startswith("Skip to")
    page.get_by_role("link", name="Four headlines, ten minutes").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1).wait_for()
    asked = page.locator('[data-task="0.p1"]')
    asked.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    assert "Your guess is kept" in asked.get_by_role("status").inner_text()
    page.keyboard.press("Tab")
    look = page.locator('[data-look="0.p1"]')
    look.locator("summary").first.focus()
    page.keyboard.press("Enter")
    look.get_by_text("Your guess:").wait_for()  # a fold tells that it opened after it has opened
    sort = page.locator("[data-task]:has(select)").first
    for one in sort.get_by_role("combobox").all():
        one.focus()
        page.keyboard.press("ArrowDown")
    lab.tab_to(page, "Check")
    page.keyboard.press("Enter")
    assert "In their place" in sort.get_by_role("status").inner_text()


def test_by_keyboard_through_the_hand_check_and_the_lab(written, tab):
    page = tab(next(path for path in written if path.stem.startswith("05_")))
    hits = page.locator(".hit")
    assert hits.count() == 8
    page.get_by_role("group", name="Hit 1 of 8").get_by_role("radio", name="Right").focus()
    page.keyboard.press("Space")
    for _ in range(7):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    assert page.locator(".hit input:checked").count() == 8
    assert "All are read." in page.locator(".hits > [role=status]").inner_text()
    assert not page.get_by_role("textbox", name="Cannot tell").is_visible()
    page.keyboard.press("Tab")  # past the table to look a result up, which the script spares its readers
    assert page.evaluate("document.activeElement.closest('[data-task]').dataset.task") == "5.9"
    lab_task = page.get_by_role("group", name="Say it plainer")
    lab_task.get_by_role("textbox", name="My version").focus()
    page.keyboard.type("Mine.")
    key = lab_task.locator("details.key")
    assert not key.locator("p").first.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert key.get_by_text("✓ The rule is").is_visible()


def test_paper_shows_what_was_answered_and_no_controls(written, tab):
    page = tab(next(path for path in written if path.stem.startswith("00_")))
    page.locator('[data-task="0.p1"]').get_by_role("radio").first.check()
    page.emulate_media(media="print")
    assert page.get_by_text("Your guess is kept").is_visible()
    for out_of_place in ("nav", "button", "#my-work", ".still", "details.key:not(.filled)"):
        assert not page.locator(out_of_place).first.is_visible(), out_of_place


def test_every_page_prints_on_a4(written, tab):
    for path in written:
        printed = tab(path).pdf(prefer_css_page_size=True)
        assert printed.startswith(b"%PDF") and re.search(rb"/MediaBox \[0 0 59[45]", printed)
