"""What a page forgives, in the real JupyterLab: changed lines, stray keys, a reload, another person."""

import json

import pytest

from . import lab

pytestmark = pytest.mark.browser
LESSON = "01_line_them_up.ipynb"
LINE = 'show("trt"'


@pytest.fixture(scope="module")
def desk(browser, tmp_path_factory):
    """A lesson and the start page in one browser, and the reader's home."""
    folder, home = (
        lab.copy_of_the_project(tmp_path_factory.mktemp("forgiving")),
        tmp_path_factory.mktemp("home"),
    )
    with lab.served(folder, home) as address:
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        page = context.new_page()
        page.home, page.address = home, address
        lab.open_lesson(page, lab.lesson_address(address, LESSON))
        yield page
        context.close()


def bar(page, words):
    page.locator(".ww-forgive [role=status]", has_text=words).wait_for(timeout=lab.PATIENCE * 1000)


def box(page, line):
    return page.locator(".jp-CodeCell", has_text=line).first


def type_over(page, old, new):
    """Type another line into a box."""
    box(page, old).locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type(new)


def run(page, line):
    """Run a box by the keyboard, and wait until it has its number."""
    box(page, line).locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    prompt = box(page, line).locator(".jp-InputPrompt")
    page.wait_for_function(
        "e => /\\[\\d+\\]/.test(e.textContent)", arg=prompt.element_handle(), timeout=lab.PATIENCE * 1000
    )
    return box(page, line)


def on_disk(page, folder="lessons", name=LESSON):
    cells = json.loads((page.home / folder / name).read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def earlier(page):
    return list((page.home / "lessons" / "earlier").glob("*"))


def test_what_to_do_is_said_before_anything_has_run(desk):
    bar(desk, "No line has run yet")
    run(desk, "from whosewords import")
    desk.locator(".ww-forgive", has_not_text="No line has run yet").wait_for()


def test_a_computer_that_several_people_use_asks_for_a_name_first(desk):
    person, look = "**/whosewords/person*", "window.dispatchEvent(new Event('focus'))"
    desk.route(person, lambda route: route.fulfill(json={"person": "", "shared": True}))
    desk.evaluate(look)
    bar(desk, "Nobody has taken a name here yet")
    desk.unroute(person)
    desk.evaluate(look)
    desk.locator(".ww-forgive", has_not_text="Nobody has taken a name").wait_for()


def test_texts_do_not_open_and_keys_beside_a_line_change_nothing(desk):
    before = desk.locator(".jp-Cell").evaluate_all(
        "all => all.map(cell => cell.className.match(/jp-\\w+Cell/)[0])"
    )
    text = desk.locator(".jp-MarkdownCell").nth(1)
    text.dblclick()
    desk.keyboard.press("Enter")
    assert desk.locator(".jp-MarkdownCell .cm-content:visible").count() == 0
    for cell in (text, box(desk, LINE).locator(".jp-InputPrompt")):
        desk.keyboard.press("Escape")
        cell.click()
        for key in ("c", "v", "x", "m", "r", "y", "1", "d", "d", "Shift+m", "Control+Shift+ArrowDown"):
            desk.keyboard.press(key)
    after = desk.locator(".jp-Cell").evaluate_all(
        "all => all.map(cell => cell.className.match(/jp-\\w+Cell/)[0])"
    )
    assert after == before and desk.locator(".jp-Dialog").count() == 0
    desk.keyboard.press("Tab")
    assert "uplicate" not in desk.evaluate("() => document.activeElement.outerHTML")


def test_the_start_of_a_long_result_is_in_sight_with_its_line_and_the_text_above(desk):
    type_over(desk, LINE, 'show("trt")')
    cell = box(desk, LINE)
    desk.keyboard.press("Shift+Enter")
    cell.locator("h1, h2, h3").first.wait_for(timeout=lab.PATIENCE * 1000)
    desk.wait_for_timeout(2000)
    where = cell.bounding_box()
    assert where["height"] > 2000 and 100 < where["y"] < 400
    lab.shot(desk, "forgiving-result")


def test_a_broken_line_has_the_way_back_in_sight_after_a_reload(desk):
    type_over(desk, LINE, "1/0")
    desk.get_by_role("button", name="Put this line back").wait_for()
    desk.keyboard.press("Control+s")
    for _ in range(100):
        if "1/0" in on_disk(desk):
            break
        desk.wait_for_timeout(100)
    desk.reload()
    bar(desk, "1 line here was changed")
    assert "1/0" in on_disk(desk)
    back = desk.get_by_role("button", name="Put this line back")
    back.scroll_into_view_if_needed()
    lab.shot(desk, "forgiving-line")
    back.focus()
    desk.keyboard.press("Enter")
    bar(desk, "The line is as it came. What was there is kept in the folder “earlier”")
    box(desk, LINE).wait_for()
    assert "1/0" not in on_disk(desk) and len(earlier(desk)) == 1
    assert desk.locator(".ww-forgive-line").count() == 0


def test_reset_in_a_line_changes_the_open_page_and_keeps_what_was_not_saved(desk):
    run(desk, "from whosewords import")
    type_over(desk, LINE, "2/0")
    type_over(desk, "articles", 'reset("lesson")')
    desk.keyboard.press("Control+Enter")
    bar(desk, "This page was put back")
    box(desk, LINE).wait_for()
    assert any("2/0" in kept.read_text(encoding="utf-8") for kept in earlier(desk))
    assert box(desk, "from whosewords import").locator(".jp-InputPrompt").inner_text() != "[ ]:"
    assert desk.locator(".jp-Dialog").count() == 0


def test_the_whole_lesson_by_the_bar_with_the_keyboard_alone(desk):
    type_over(desk, LINE, "3/0")
    desk.get_by_role("button", name="Put back …").focus()
    desk.keyboard.press("Enter")
    assert desk.evaluate("() => document.activeElement.textContent") == "This lesson"
    assert lab.axe(desk, ".ww-forgive") == []
    desk.keyboard.press("Enter")
    bar(desk, "This lesson is as it came")
    box(desk, LINE).wait_for()


def test_a_name_from_the_start_page_holds_in_the_open_lesson(desk):
    cell = run(desk, 'predict("1.p1")')
    cell.locator(".jp-OutputArea button").first.click()
    cell.get_by_text("Your guess is kept").wait_for()
    start = desk.context.new_page()
    lab.open_lesson(start, desk.address)
    run(start, "from whosewords import")
    type_over(start, "my_work()", 'my_work("blue-7")')
    start.keyboard.press("Control+Enter")
    bar(start, "You work as “blue-7”")
    assert on_disk(desk, "lessons_blue-7", "start.ipynb") == on_disk(desk, "lessons", "start.ipynb")
    bar(desk, "You work as “blue-7”")
    bar(desk, "Is that not you?")
    bar(desk, "No line has run yet")
    lab.shot(desk, "forgiving-another-person")
    run(desk, "from whosewords import")
    cell = run(desk, 'predict("1.p1")')
    cell.locator(".jp-OutputArea button").nth(1).click()
    cell.get_by_text("Your guess is kept").wait_for()
    for name, chosen in (("my_work.json", 0), ("my_work_blue-7.json", 1)):
        kept = json.loads((desk.home / name).read_text(encoding="utf-8"))["entries"]["1.p1"]["value"]
        assert kept == ["montreal", "neo"][chosen]
    start.close()


def test_no_key_no_note_and_no_work_of_others_is_in_the_file_list(desk):
    listed = desk.evaluate(
        "() => fetch(new URL('/api/contents', location), {headers: {Authorization: 'token ' +"
        " JSON.parse(document.getElementById('jupyter-config-data').textContent).token}}).then(r => r.json())"
    )
    names = [each["name"] for each in listed["content"]]
    assert LESSON in names and not [name for name in names if not name.endswith(".ipynb")]
    assert desk.evaluate("() => fetch('/files/../my_work.json').then(r => r.status)") in (403, 404)


def test_a_tab_from_before_is_told_so(desk, browser):
    with lab.page_of(browser) as page:
        page.goto(desk.address.split("?")[0])
        page.get_by_role("heading", name="This tab is from before").wait_for()
        assert page.get_by_text("Password or token").count() == 0
