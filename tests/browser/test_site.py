"""The lessons in the browser alone, from static files: they show what they show on a computer, and lose nothing."""

import json
import re
import subprocess
import sys

import pytest

from . import sites
from .lab import axe

pytestmark = pytest.mark.browser
LESSONS = sorted(path.name for path in (sites.ROOT / "lessons").glob("*.ipynb"))
IN_EVERY_RUN = ("01_line_them_up.ipynb", "05_counting.ipynb")
COUNTING = "05_counting.ipynb"
GUESS = 'predict("5.p1")'
# What differs with each run, or with the place: addresses in memory, names of widgets, the folder of the work.
ANEW = re.compile(r"0x[0-9a-f]+|data-[0-9a-f]{32}|model_id.{0,60}|in the folder [^<>]*?\. It is sent")


def pytest_generate_tests(metafunc):
    if "lesson" in metafunc.fixturenames:
        every = metafunc.config.getoption("--all-lessons")
        metafunc.parametrize("lesson", LESSONS if every else IN_EVERY_RUN)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    import os
    if os.environ.get("QS"): return os.environ["QS"]
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
    command = [sys.executable, sites.ROOT / "tests" / "on_the_desktop.py", tmp_path_factory.mktemp("home"), *names]
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
