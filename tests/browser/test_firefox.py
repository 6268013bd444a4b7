"""The site and the pages in a second browser: start.py test tests/browser/test_firefox.py --firefox."""

import shutil

import pytest

from whosewords.publish import pages

from . import sites
from .firefox import Firefox

pytestmark = pytest.mark.browser
LESSON = "01_line_them_up.ipynb"
GUESS = 'predict("1.p1")'
IS_THERE = f"() => ({sites.KERNEL}) && !document.querySelector('.ww-site-moving, #ww-loading')"
ERRORS = f"""() => ({sites.SHOWN})().filter(([, shown]) => shown.some(one => one.output_type === 'error' ||
  one.output_type === 'stream')).map(([line]) => line)"""
BUTTONS = """start => [...document.querySelectorAll('.jp-CodeCell')]
  .find(cell => cell.innerText.includes(start))?.querySelectorAll('.jp-OutputArea-output button')"""
CHOSEN = f"""start => [...({BUTTONS})(start) ?? []]
  .find(button => button.classList.contains('ww-chosen'))?.innerText"""


@pytest.fixture
def firefox(request, tmp_path):
    if not request.config.getoption("--firefox"):
        pytest.skip("Only with --firefox.")
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    assert program, "There is no Firefox here: apt-get install firefox-esr."
    profile = tmp_path / "profile"
    profile.mkdir()
    browser = Firefox(program, profile)
    yield browser
    browser.close()


def test_lesson_1_runs_and_a_guess_outlives_a_reload(firefox, tmp_path):
    folder = tmp_path / "site"
    sites.built(folder)
    host = sites.Host(folder)
    firefox.goto(host.lesson(LESSON))
    firefox.wait_for(IS_THERE)
    firefox.evaluate(sites.COMMAND, "notebook:run-all-cells")
    firefox.wait_for(sites.ALL_RAN)
    assert firefox.evaluate(ERRORS) == []
    firefox.wait_for(f"start => ({BUTTONS})(start)?.length", GUESS)
    firefox.evaluate(f"start => ({BUTTONS})(start)[0].click()", GUESS)
    chosen = firefox.wait_for(CHOSEN, GUESS)
    firefox.goto(host.lesson(LESSON))
    firefox.wait_for(IS_THERE)
    firefox.evaluate(sites.COMMAND, "notebook:run-all-cells")
    assert firefox.wait_for(CHOSEN, GUESS) == chosen
    host.stop()


def test_a_page_keeps_an_answer(firefox, tmp_path):
    pages.write(tmp_path / "pages")
    page = next((tmp_path / "pages").glob("01*.html")).as_uri()
    firefox.goto(page)
    firefox.wait_for("() => document.documentElement.classList.contains('live')")
    first = "document.querySelector('[data-task=\"1.p1\"] input[type=radio]')"
    firefox.evaluate(f"() => {first}.click()")
    firefox.wait_for("() => document.querySelector('[data-task=\"1.p1\"] .told')?.innerText.includes('kept')")
    firefox.goto(page)
    assert firefox.wait_for(f"() => {first}?.checked")
