"""The sentence lab in the real JupyterLab: fast enough to type in, by the keyboard alone, light and dark."""

import pytest

from . import lab, typing

pytestmark = pytest.mark.browser
KEYS = 60  # of each measurement
BUDGET = 50  # milliseconds from a key to the changed page, 95th percentile, at 300 words
SLACK = 4  # how much slower a busy machine may be before the test fails
PILED = 4  # fast typing may take so many times as long as slow typing: more means that keys pile up


@pytest.fixture(scope="module")
def page(browser, tmp_path_factory):
    folder = lab.copy_of_the_project(tmp_path_factory.mktemp("lab"))
    home = tmp_path_factory.mktemp("home")
    typing.lab_notebook(home)
    with lab.served(folder, home) as address, lab.page_of(browser) as page:
        page.home = home
        page.add_init_script(typing.SOCKET)
        lab.open_lesson(page, lab.lesson_address(address, typing.NAME))
        lab.run_all(page)
        page.locator(".ww-lab textarea").wait_for()
        yield page


def saved(page):
    return lab.stored(page)["lab"]


def field(page):
    return page.locator(".ww-lab textarea")


def press_tab_to(page, name):
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.innerText || ''").strip().startswith(name):
            return
    raise AssertionError(f"Tab did not reach “{name}”")


def test_by_the_keyboard_alone_nothing_is_taken_by_jupyterlab(page):
    cells = page.locator(".jp-Cell").count()
    field(page).focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("The mayor, a traitor, dd xx aa bb left. “We paid,” the clerk said.")
    page.locator(".ww-marked", has_text="xx aa bb left").wait_for()
    assert page.locator(".ww-marked .loaded").inner_text() == "traitor"
    assert page.locator(".jp-Cell").count() == cells
    press_tab_to(page, "Compare with my first version")
    page.keyboard.press("Space")
    page.locator(".ww-lab th", has_text="First version").wait_for()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("() => document.activeElement.innerText") == "Undo"
    page.keyboard.press("Enter")
    page.wait_for_function(
        "() => document.querySelector('.ww-lab textarea').value.startsWith('The Pentagon')"
    )
    assert page.locator(".jp-Cell").count() == cells
    lab.shot(page, "lab-keyboard")


def test_the_change_is_told_once_after_a_pause(page):
    status = page.locator(".ww-lab [role=status].ww-status")
    page.evaluate("""() => { window.told = 0; new MutationObserver(() => told++).observe(
      document.querySelector('.ww-lab .ww-status').closest('.widget-html-content'), {childList: true}); }""")
    field(page).fill("")
    page.keyboard.type("A shameful traitor left the town at night.", delay=30)
    page.locator(".ww-status", has_text="8 words, 2 loaded").wait_for()
    assert page.evaluate("() => told") <= 2
    assert "Saved." in status.inner_text()
    assert saved(page)["value"] == "A shameful traitor left the town at night."


def test_a_task_from_start_to_check(page):
    page.get_by_role("button", name="Say it harder").click()
    page.get_by_role("button", name="Start from a text of ours").click()
    page.get_by_role("button", name="Wire report 2020").click()
    page.get_by_role("button", name="¶12").click()
    page.wait_for_function(
        "() => document.querySelector('.ww-lab textarea').value.startsWith('Added in Sept')"
    )
    text = field(page).input_value()
    field(page).fill(text.replace("The coalition", "The shameful, brutal coalition"))
    page.locator(".ww-marked .loaded").nth(1).wait_for()
    page.get_by_role("button", name="Check my text").click()
    page.get_by_text("✓ The rule is met").wait_for()
    assert saved(page)["done"]["harder"]["result"] == "right"
    lab.shot(page, "lab-task")


def test_scripts_arabic_and_a_novel_do_no_harm(page):
    field(page).fill("<script>window.harmed = 1</script><img src=x onerror='window.harmed = 1'> She left.")
    page.locator(".ww-marked", has_text="window.harmed").wait_for()
    assert page.evaluate("() => window.harmed") is None
    field(page).fill("أغلق المجلس الجسر لمدة ستة أشهر. وقال رئيس البلدية إن الإصلاح سيبدأ في أكتوبر.")
    page.get_by_text("does not look English").first.wait_for()
    lab.shot(page, "lab-arabic")
    novel = "The mayor said that the bridge is closed. " * 12_000
    field(page).fill(novel)
    page.get_by_text("The lab reads the first").wait_for()
    page.get_by_text("longer than 20,000 characters").first.wait_for()
    assert len(field(page).input_value()) == len(novel)
    field(page).fill("")
    page.get_by_text("Nothing is typed yet").first.wait_for()


def long_text():
    from whosewords.shelf.catalogue import articles

    text = "\n".join(p.text for name in ("wire_2021", "wire_2020") for p in articles[name].paragraphs)
    return " ".join(text.split(" ")[:300])


def test_from_a_key_to_the_changed_page(page):
    """Changed is the page when the table of figures is, too. Times that mean something on a busy machine are
    ratios; bench/bench_lab_browser.py prints the others."""
    typing.start(page, long_text())
    field(page).press("Control+End")
    page.keyboard.type(" Now")  # from here on the last paragraph is the one that changes
    page.locator(".ww-marked p[dir]", has_text="Now").wait_for()
    page.evaluate("() => { window.kept = document.querySelector('.ww-marked p[dir]'); }")
    measured, middle = {}, {}
    for name, delay in (("slowly", 250), ("quickly", 60)):
        keys = typing.typed(page, (" The envoy called it a shameful, brutal move." * 3)[:KEYS], delay)
        taken = sorted(key["from key to changed page"] for key in keys)
        measured[name], middle[name] = keys, taken[len(taken) // 2]
        most = taken[int(0.95 * len(taken))]
        print(f"\n{name}: median {middle[name]:.0f} ms, 95th {most:.0f} ms, {len(taken)} keys")
    assert middle["slowly"] < BUDGET * SLACK
    assert middle["quickly"] < PILED * middle["slowly"]
    assert page.evaluate("() => kept.isConnected"), "a paragraph in which nobody typed was drawn anew"
    assert any(key["messages"] > 1 for key in measured["slowly"]), "the table of figures never changed"


def test_the_marked_text_stays_where_it_was_scrolled_to(page):
    field(page).fill(long_text())
    page.locator(".ww-strip", has_text="loaded").wait_for()
    box = page.locator(".ww-lab .ww-marked")
    box.evaluate("box => { box.scrollTop = 300; }")
    page.keyboard.press("Control+End")
    page.keyboard.type(" A traitor")
    box.locator(".loaded", has_text="traitor").wait_for()
    assert box.evaluate("box => box.scrollTop") == 300
    box.focus()
    assert box.evaluate("box => box === document.activeElement"), "it must be scrolled by keys too"


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (360, False), (1280, True), (360, True)])
def test_axe_finds_nothing_and_nothing_is_cut_off(page, width, dark):
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(f"() => {{ document.body.dataset.jpThemeLight = '{str(not dark).lower()}'; }}")
    field(page).fill(
        "The traitor left. “We paid,” the clerk said. He said that the “fair” regime was brutal."
    )
    page.locator(".ww-marked", has_text="He said").locator(".loaded", has_text="brutal").wait_for()
    page.wait_for_timeout(500)
    assert lab.axe(page, ".ww-lab") == []
    cut = page.evaluate("""() => [...document.querySelectorAll('.ww-lab, .ww-lab *')].filter(e =>
      e.clientWidth && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'visible'
      && !e.closest('.ww-sr')).map(e => e.className)""")
    assert cut == []
    lab.shot(page, f"lab-{width}-{'dark' if dark else 'light'}")


def test_no_error_and_no_request_to_elsewhere(page):
    assert page.errors == []
    assert [url for url in page.asked if not url.startswith(("http://127.0.0.1", "data:", "blob:"))] == []
