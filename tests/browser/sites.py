"""The site for tests: built as a reader builds it, handed out by its own server, looked at in a browser."""

import contextlib
import http.server
import importlib.util
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60_000  # milliseconds; the machine may be busy with others
KERNEL = "!!window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel"
COMMAND = "name => { window.jupyterapp.commands.execute(name) }"
IS_THERE = "name => !!window.jupyterapp?.commands?.isEnabled(name)"
ALL_RAN = """() => window.jupyterapp.shell.currentWidget.content.widgets
  .filter(cell => cell.model.type === 'code' && cell.model.sharedModel.getSource().trim())
  .every(cell => cell.model.executionCount)"""
SHOWN = """() => [...window.jupyterapp.shell.currentWidget.content.model.cells]
  .filter(cell => cell.type === 'code')
  .map(cell => [cell.sharedModel.getSource(), cell.outputs.toJSON()])"""
CHOOSE = """start => {
  const notebook = window.jupyterapp.shell.currentWidget.content;
  const at = notebook.widgets.findIndex(cell =>
    cell.model.type === 'code' && cell.model.sharedModel.getSource().startsWith(start));
  notebook.activeCellIndex = at;
  notebook.widgets[at].node.scrollIntoView();
}"""

INSERT = """line => {
  const { sharedModel } = window.jupyterapp.shell.currentWidget.content.model;
  sharedModel.insertCell(2, { cell_type: 'code', source: line });
}"""


def release():
    """The folder of pyodide's release; skips where it is not, but fails in CI, where .ci/run gets it."""
    folder = Path(os.environ.get("WHOSEWORDS_PYODIDE", ROOT / "pyodide"))
    if (folder / "pyodide-lock.json").is_file() and (ROOT / ".site-packages" / "complete").is_file():
        return folder
    missing = "What the site is built of is not here: python3 tools/get_pyodide.py, start.py site --fetch."
    return pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)


def built(folder):
    """Build the site into a folder, by the command that a reader types."""
    command = [sys.executable, "start.py", "site", str(folder), "--pyodide", str(release())]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def updated(folder, lesson):
    """Change a built site as a newer one differs: another text of a lesson, and Python in another folder."""
    path = folder / "files" / lesson
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["metadata"]["whosewords"]["made_from"] = "of another day"
    notebook["cells"][0]["source"] = ["# This lesson, told anew"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    (old,) = (folder / "static").glob("python-*")
    new = old.rename(old.with_name("python-0123456789ab"))
    for name in ("jupyter-lite.json", "whosewords-files.json"):
        text = (folder / name).read_text(encoding="utf-8")
        assert old.name in text
        (folder / name).write_text(text.replace(old.name, new.name), encoding="utf-8")


class Host:
    """A site on a server that can be stopped and started again at the same address."""

    def __init__(self, folder):
        spec = importlib.util.spec_from_file_location("serve", Path(folder, "serve.py"))
        self.serve = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.serve)
        self.folder, self.port = folder, 0
        self.start()

    def start(self):
        self.server = self.serve.server(self.port, self.folder)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def lesson(self, name, host="127.0.0.1"):
        """The address of a lesson."""
        return f"http://{host}:{self.port}/notebooks/index.html?path={name}"


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """A proxy for all hosts but this one: it notes what is asked of them, and answers nothing."""

    asked: list

    def note(self):
        self.asked.append(self.path)
        self.send_error(502)

    do_GET = do_POST = do_HEAD = do_OPTIONS = do_CONNECT = note

    def log_message(self, *told):
        """Say nothing."""


@contextlib.contextmanager
def watched(browser, **more):
    """A context of the browser whose pages, workers and store tell whom they ask: `context.elsewhere`."""
    asked = []
    proxy = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Noting", (Elsewhere,), {"asked": asked}))
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    settings = {"viewport": {"width": 1366, "height": 768}, **more}
    server = f"http://127.0.0.1:{proxy.server_port}"
    context = browser.new_context(proxy={"server": server, "bypass": "127.0.0.1"}, **settings)
    context.elsewhere, context.errors = asked, []
    context.on("weberror", lambda error: context.errors.append(str(error.error)))
    try:
        yield context
    finally:
        context.close()
        proxy.shutdown()
        proxy.server_close()


def arrived(page):
    """Wait until the lesson is on the page, and what is run there is not lost."""
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(timeout=PATIENCE)
    page.wait_for_function(IS_THERE, arg="notebook:run-all-cells", timeout=PATIENCE)


def ready(page):
    """Wait until Python is there."""
    arrived(page)
    page.wait_for_function(KERNEL, timeout=PATIENCE)
    page.locator(".ww-site-moving").wait_for(state="detached", timeout=PATIENCE)


def opened(context, address):
    """A lesson in a tab of its own, with its Python."""
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(address)
    ready(page)
    return page


def run_all(page):
    page.evaluate(COMMAND, "notebook:run-all-cells")
    page.wait_for_function(ALL_RAN, timeout=3 * PATIENCE)  # a whole lesson


def run(page, *lines):
    """Run the first line and those that begin so. Returns the box of the last one, with its result."""
    for line in ("from whosewords", *lines):
        page.evaluate(CHOOSE, line)
        page.evaluate(COMMAND, "notebook:run-cell")
    box = page.locator(".jp-CodeCell", has_text=lines[-1]).first
    box.locator(".jp-OutputArea-output").first.wait_for(timeout=PATIENCE)
    return box


def run_new(page, line):
    """Run a line that the lesson has not, in a box after its first two. Returns the box, with its result."""
    page.evaluate(INSERT, line)
    return run(page, line)


def given(page):
    """The work file that the foot of a lesson downloads: its entries."""
    with page.expect_download(timeout=PATIENCE) as download:
        page.locator(".ww-work-foot").get_by_role("button", name="Download my work").click()
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
