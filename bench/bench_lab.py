"""How long the sentence lab takes for one key: analysis and HTML in the kernel, for 300 words and others.

usage: python bench/bench_lab.py

Each step adds a letter to the text, as a writer does, so that no step finds its answer in a cache; the first
version stands beside it in the table. Times are of one core, after ten steps to warm up. How long it takes in
the browser, from the key to the changed page, is measured by bench/bench_lab_browser.py.
"""

import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from whosewords.classroom.lab import analyse, drawing  # noqa: E402
from whosewords.shelf.catalogue import articles  # noqa: E402
from whosewords.words import words  # noqa: E402

SIZES = (50, 300, 1000, 3000)
STEPS, WARM = 200, 10
TYPED = "The envoy called the regime’s “shameful” move a brutal betrayal, and the clerk said that it was. "
PARTS = ("analysis", "marked text", "table", "all")


def own_text(size):
    """`size` words of our own wire texts."""
    names = ("wire_2019", "wire_2020", "wire_2021")
    one = "\n".join(p.text for name in names for p in articles[name].paragraphs)
    text = "\n".join([one] * (1 + size // len(words(one))))
    return text[: words(text)[size - 1].end] + " "


def step(text, first):
    """Seconds for the analysis, the marked text and the table of a text."""
    marks = [time.perf_counter()]
    seen = analyse(text)
    marks.append(time.perf_counter())
    drawing.marked(seen)
    marks.append(time.perf_counter())
    drawing.figures(seen, first), drawing.loaded_words(seen)
    marks.append(time.perf_counter())
    return [b - a for a, b in pairwise(marks)] + [marks[-1] - marks[0]]


def measured(size):
    """For each part (median, 95th percentile, longest) in milliseconds, of `STEPS` keys."""
    text, taken = own_text(size), []
    first = analyse(text)
    for n in range(STEPS + WARM):
        text += TYPED[n % len(TYPED)]
        taken.append(step(text, first))
    columns = (sorted(1000 * one for one in column) for column in zip(*taken[WARM:], strict=True))
    return [(statistics.median(one), one[int(0.95 * len(one))], one[-1]) for one in columns]


def main():
    print(f"{'words':>6}  " + "  ".join(f"{part:>24}" for part in PARTS) + "   (median / 95th / longest, ms)")
    for size in SIZES:
        cells = (f"{a:6.1f} / {b:5.1f} / {c:6.1f}" for a, b, c in measured(size))
        print(f"{size:>6}  " + "  ".join(f"{cell:>24}" for cell in cells))


if __name__ == "__main__":
    main()
