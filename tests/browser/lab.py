"""The real thing for tests: `start.py` on a copy of the lessons, and a Chromium that looks at it."""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHOTS = ROOT / "tests" / "browser" / "shots"  # looked at by people, kept outside git
PATIENCE = 90  # seconds; the machine may be busy with others
RUN_ALL = "Run All Cells"
IDLE = ".jp-Notebook-ExecutionIndicator[data-status=idle]"
CONTROLS = "button, summary, input, textarea, select, a, [tabindex]"
NAME = (
    "e => { const label = e.labels && e.labels[0];"
    " return (e.getAttribute('aria-label') || e.innerText || (label ? label.innerText : '') || '').trim() }"
)
FURTHEST = 60  # presses of a key before what is looked for counts as out of reach


def copy_of_the_project(folder):
    """What a reader has on disk, as a copy, since running a lesson may write; the environment is shared."""
    folder = Path(folder) / "Whose Words é"  # blanks and letters that are not ASCII are common in real paths
    folder.mkdir()
    for name in (
        "start.py",
        "requirements.lock.txt",
        "requirements-dev.lock.txt",
        "requirements-uv.lock.txt",
    ):
        shutil.copy(ROOT / name, folder / name)
    for name in ("starting", "lessons"):
        left_out = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        shutil.copytree(ROOT / name, folder / name, ignore=left_out)
    for name in (".venv", "src"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    return folder


def free_port():
    """A port that nobody has: the first free one from 8888 on may be taken by another run of the tests."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def served(folder, home, *options):
    """Run `start.py --no-browser` in the folder and give the address that it prints."""
    environment = dict(os.environ, WHOSEWORDS_HOME=str(home), PYTHONUNBUFFERED="1")
    command = [sys.executable, "start.py", "--no-browser", *(options or ("--port", str(free_port())))]
    server = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        printed, until = "", time.time() + PATIENCE
        while time.time() < until:
            line = server.stdout.readline()
            printed += line
            if address := re.search(r"http://127\.0\.0\.1:\S+", line):
                yield address.group()
                break
            if not line:
                raise AssertionError(f"start.py ended without an address:\n{printed}")
        else:
            raise AssertionError(f"start.py gave no address in {PATIENCE} seconds:\n{printed}")
    finally:
        server.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(20)
        server.kill()


@contextlib.contextmanager
def page_of(browser, width=1280, height=900, **more):
    """A page that notes what it asks of the network and what goes wrong in it."""
    page = browser.new_page(viewport={"width": width, "height": height}, **more)
    page.asked, page.errors = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    page.close()


def lesson_address(address, name):
    """The address of another lesson on the same server."""
    return re.sub(r"doc/tree/[^?]*", f"doc/tree/{name}", address)


def open_lesson(page, address):
    """Open a lesson and wait until its kernel can be asked."""
    page.goto(address)
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=PATIENCE * 1000)
    kernel = page.locator(".jp-Toolbar-kernelName", has_text="Python 3").first
    kernel.wait_for(timeout=PATIENCE * 1000, state="attached")  # it is out of sight
    page.locator(IDLE).first.wait_for(timeout=PATIENCE * 1000)


@contextlib.contextmanager
def opened(browser, folders, name, ran=False):
    """A page with a lesson that is opened, with a server and a home of its own: `page.home`, `page.address`.

    folders: pytest's `tmp_path_factory`; ran: whether every cell is run.
    """
    folder, home = copy_of_the_project(folders.mktemp("lessons")), folders.mktemp("home")
    with served(folder, home) as address, page_of(browser) as page:
        page.home, page.address = home, address
        open_lesson(page, lesson_address(address, name))
        if ran:
            run_all(page)
        yield page


def output(page, line):
    """What the cell that holds `line` shows."""
    return page.locator(".jp-CodeCell", has_text=line).locator(".jp-OutputArea-output")


def stored(page):
    """What is saved, by the id of its task."""
    return json.loads((page.home / "my_work.json").read_text(encoding="utf-8"))["entries"]


def all_of_jupyter(page, yes=True):
    """Bring the menus and all else that no lesson needs into sight, or put it away again."""
    page.get_by_role("button", name="All of Jupyter" if yes else "Only what lessons need").click()


def run_all(page):
    """Run every cell by the menu, as a reader would, and wait until each that is not empty has its number."""
    all_of_jupyter(page)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name=RUN_ALL, exact=True).click()
    all_of_jupyter(page, yes=False)
    page.wait_for_function(
        "() => { const typed = cell => cell.querySelector('.cm-content')?.textContent.trim() !== '';"
        " const cells = [...document.querySelectorAll('.jp-CodeCell')].filter(typed);"
        " const ran = cell => /\\[\\d+\\]/.test(cell.querySelector('.jp-InputPrompt').textContent);"
        " return cells.length && cells.every(ran); }",
        timeout=PATIENCE * 1000,
    )


def run_until(page, line):
    """Press Shift+Enter, cell by cell, until the cell that holds `line` has run; then go back to it."""
    page.wait_for_function("() => document.activeElement && document.activeElement.closest('.jp-Notebook')")
    for _ in range(FURTHEST):
        active = page.locator(".jp-Cell.jp-mod-active")
        here = line in active.inner_text()
        page.keyboard.press("Shift+Enter")
        if here:
            output(page, line).first.wait_for(timeout=PATIENCE * 1000)
            # A result may come in several pieces: when the kernel is idle, all of them are there.
            page.locator(IDLE).first.wait_for(timeout=PATIENCE * 1000)
            page.keyboard.press("ArrowUp")
            return
    raise AssertionError(f"no cell with {line}")


def tab_to(page, name, key="Tab"):
    """Press Tab (or Shift+Tab) until the control of that name has the focus; first wait until it is there."""
    page.wait_for_function(
        f"name => [...document.querySelectorAll('{CONTROLS}')].some(e => ({NAME})(e).startsWith(name))",
        arg=name,
        timeout=PATIENCE * 1000,
    )
    for _ in range(FURTHEST):
        page.keyboard.press(key)
        if page.evaluate(f"() => ({NAME})(document.activeElement)").startswith(name):
            return
    raise AssertionError(f"Tab did not reach “{name}”")


def axe(page, where):
    """What axe has to say about our own elements: (rule, their HTML). where: a selector."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, context={"include": [[where]]}).response["violations"]
    return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]


def unseen_in_high_contrast(page):
    """Texts of our pictures that have not the system's colour where the system paints all grounds."""
    page.emulate_media(forced_colors="active")
    found = page.evaluate(
        "() => [...document.querySelectorAll('svg.ww-picture text')]"
        " .filter(text => getComputedStyle(text).fill !== getComputedStyle(document.body).color)"
        " .map(text => text.textContent)"
    )
    page.emulate_media(forced_colors="none")
    return found


def shot(page, name):
    """A picture for people to look at."""
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")
