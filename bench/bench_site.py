"""How long the site takes to a first guess and to the end of a lesson, and how much is sent.

usage: python bench/bench_site.py [--one-core] [--all] SITE    (a folder that start.py site made; a Chromium)

Lesson 5 is opened by a browser that was never there, all its lines are run at once, as soon as they are on
the page. "guess" is when the first question can be answered. Then the same again, by the same browser, with
the server stopped. --all: first opens Lessons 0 to 6 one after the other, to say what was sent for them.
--one-core: browser and server share one processor. "sent" is what goes over the wire from a server that
packs, as web servers do; "unpacked" what goes from one that does not. Look at `uptime` first: what else the
computer does counts.
"""

import argparse
import gzip
import os
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests")]

from browser import sites  # noqa: E402

LESSON = "05_counting.ipynb"
GUESS = """() => window.jupyterapp.shell.currentWidget.content.widgets.some(cell => cell.model.type === 'code'
  && cell.model.sharedModel.getSource().startsWith('predict(')
  && cell.node.querySelector('.jp-OutputArea-output button'))"""
FLAGS = ("--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")


class Sent:
    """What the server sent: (bytes, bytes if packed) of each answer."""

    def __init__(self, host):
        self.rows, self.packed = [], {}
        host.serve.Files.copyfile = lambda handler, source, out: self.copy(source, out)

    def copy(self, source, out):
        content = source.read()
        name = getattr(source, "name", content[:50])
        if name not in self.packed:
            self.packed[name] = min(len(content), len(gzip.compress(content, 6)))
        self.rows.append((len(content), self.packed[name]))
        out.write(content)

    def told(self):
        whole, packed = (sum(row[n] for row in self.rows) / 1e6 for n in (0, 1))
        return f"sent {packed:.1f} MB, unpacked {whole:.1f} MB"


def visit(context, address):
    """Seconds from the address to the page, the first guess and the last line."""
    page, begun, told = context.new_page(), time.perf_counter(), {}
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(address, wait_until="commit")
    sites.arrived(page)
    told["page"] = time.perf_counter() - begun
    page.evaluate(sites.COMMAND, "notebook:run-all-cells")
    page.wait_for_function(GUESS, timeout=sites.PATIENCE * 3)
    told["guess"] = time.perf_counter() - begun
    page.wait_for_function(sites.ALL_RAN, timeout=sites.PATIENCE * 3)
    told["all lines"] = time.perf_counter() - begun
    page.wait_for_function(
        "document.documentElement.dataset.whosewordsStored === 'yes'", timeout=sites.PATIENCE
    )
    return page, ", ".join(f"{name} {seconds:.1f} s" for name, seconds in told.items())


def memory(profile):
    """Megabytes of the processes of the browser with that profile (proportional set size)."""
    total = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if profile.encode() in (process / "cmdline").read_bytes():
                lines = (process / "smaps_rollup").read_text().splitlines()
                total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        except OSError:
            pass
    return total / 1024


def main():
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site")
    parser.add_argument("--one-core", action="store_true")
    parser.add_argument("--all", action="store_true", help="what is sent for Lessons 0 to 6")
    given = parser.parse_args()
    if given.one_core:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    host = sites.Host(given.site)
    sent = Sent(host)
    print(f"{len(os.sched_getaffinity(0))} processors, load {os.getloadavg()[0]:.1f} before")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as profile:
        browser = os.environ.get("WHOSEWORDS_CHROMIUM", "/usr/bin/chromium")
        context = playwright.chromium.launch_persistent_context(profile, executable_path=browser, args=FLAGS)
        page, told = visit(context, host.lesson(LESSON))
        print(f"first visit:  {told}; {sent.told()}; the browser has {memory(profile):.0f} MB")
        if given.all:
            for path in sorted((ROOT / "lessons").glob("0*.ipynb")):
                page.close()
                page, told = visit(context, host.lesson(path.name))
                print(f"  {path.stem}: {told}; {sent.told()} by now")
        host.stop()
        page.close()
        page, told = visit(context, host.lesson(LESSON))
        print(f"second visit, the server stopped:  {told}")
        context.close()
    print(f"load {os.getloadavg()[0]:.1f} after")


if __name__ == "__main__":
    main()
