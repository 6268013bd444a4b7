"""How long the sentence lab takes from a key to the changed page, in the real JupyterLab, at 300 words.

usage: python bench/bench_lab_browser.py [--one] [SOURCE ...]   (needs a Chromium on the path)

SOURCE is a folder that holds `whosewords`, as `src` does; without one it is ours. Of two or more the rounds
alternate, so that what else the machine does slows them alike, and the last columns say how many times faster
each is than the first. --one makes the text one paragraph. What the stages mean: tests/browser/typing.py. How
long the kernel's own part takes: bench/bench_lab.py.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "tests")]

from bench_lab import TYPED, own_text  # noqa: E402
from browser import lab, typing  # noqa: E402

WORDS, KEYS, ROUNDS = 300, 60, 2
SPEEDS = {"a key every 250 ms": 250, "a key every 60 ms": 60}
FLAGS = ("--no-sandbox", "--disable-gpu")


def opened(stack, browser, source, folder, text):
    """A page with the lab of a source and a text in it."""
    folder.mkdir()
    copy = lab.copy_of_the_project(folder)
    (copy / "src").unlink()
    (copy / "src").symlink_to(source.resolve(), target_is_directory=True)
    home = folder / "home"
    home.mkdir()
    typing.lab_notebook(home)
    address = stack.enter_context(lab.served(copy, home))
    page = stack.enter_context(lab.page_of(browser))
    page.add_init_script(typing.SOCKET)
    lab.open_lesson(page, lab.lesson_address(address, typing.NAME))
    lab.run_all(page)
    typing.start(page, text)
    return page


def measured(pages, text):
    """{speed: for each page the keys of all rounds}."""
    found = {speed: [[] for _ in pages] for speed in SPEEDS}
    for number in range(ROUNDS):
        print(f"round {number + 1} of {ROUNDS}", file=sys.stderr)
        for speed, delay in SPEEDS.items():
            for keys, page in zip(found[speed], pages, strict=True):
                page.bring_to_front()
                page.locator(".ww-lab textarea").fill(text)
                page.wait_for_timeout(1000)
                keys += typing.typed(page, (TYPED * KEYS)[:KEYS], delay)
    return found


def row(name, pages):
    """A line of the table: for each page median and 95th percentile, then the ratios of the first to them."""
    cells = []
    for keys in pages:
        values = sorted(key[name] for key in keys)
        cells.append((statistics.median(values), values[int(0.95 * len(values))]))
    shown = "  ".join(f"{middle:8.1f} / {most:7.1f}" for middle, most in cells)
    (middle, most), *others = cells
    ratios = "  ".join(f"{middle / a:6.2f} / {most / b:.2f}" for a, b in others if a and b)
    return f"{name:>26}  {shown}  {ratios}"


def main():
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted.add_argument("sources", nargs="*", type=Path, default=[ROOT / "src"])
    wanted.add_argument("--one", action="store_true", help="make the text one paragraph")
    given = wanted.parse_args()
    text = own_text(WORDS).replace("\n", " ") if given.one else own_text(WORDS)
    with sync_playwright() as playwright, ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        pages = [
            opened(stack, browser, source, Path(folder, str(number)), text)
            for number, source in enumerate(given.sources)
        ]
        for speed, keys in measured(pages, text).items():
            print(
                f"\n{speed}, {KEYS * ROUNDS} keys: median / 95th percentile in ms, then ratios to the first"
            )
            for name in (*typing.STAGES, "messages", "bytes"):
                print(row(name, keys))


if __name__ == "__main__":
    main()
