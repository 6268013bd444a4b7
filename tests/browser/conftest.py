"""One server and one browser for all browser tests: starting them is what takes the time."""

import pytest

from . import lab


@pytest.fixture(scope="session")
def browser(chromium):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=lab.FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def lessons(tmp_path_factory):
    """The address of the first lesson, served by start.py; the answers go to a folder of the test's own."""
    folder = lab.copy_of_the_project(tmp_path_factory.mktemp("project"))
    with lab.served(folder, tmp_path_factory.mktemp("home")) as address:
        yield address


@pytest.fixture
def page(browser):
    """A page that notes what it asks of the network and what it prints as an error."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.asked, page.errors = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    page.close()
