"""How fast hits are found, beside a compiled alternation of the same forms and beside VADER, in one run.

usage: python bench/bench_lexicon.py [FILE]

Without a file, the module's own full texts are used: 1,000 words of them, and the same a hundred times. Times
are the best of five, on one core, after a first call. vaderSentiment is optional.
"""

import re
import sys
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from whosewords.lexicon import find_hits, hits, load  # noqa: E402
from whosewords.words import read, words  # noqa: E402


def own_text():
    """The full texts that this module holds itself, as one string."""
    found = [
        tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(ROOT.glob("data/articles/*.toml"))
    ]
    return "\n".join(row["text"] for text in found for row in text.get("paragraph", []) if row.get("text"))


def best(work, times=5):
    """The shortest of several runs, in seconds."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def alternation():
    """One compiled pattern of all forms that are on, longest first."""
    forms = sorted(
        {form.lower() for entry in load() if entry.on for form in entry.forms}, key=len, reverse=True
    )
    return re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b", re.IGNORECASE)


def first_load():
    """Seconds that the first reading of the table takes in this process."""
    start = time.perf_counter()
    load()
    return time.perf_counter() - start


def main(*paths):
    print(f"load the list: {1000 * first_load():.0f} ms")
    text = Path(paths[0]).read_text(encoding="utf-8") if paths else own_text()
    spans = words(text)
    article = text[: spans[min(1000, len(spans)) - 1].end]
    many = "\n".join([article] * 100)
    count = len(words(many))
    listed = read(article)
    print(f"hits of {len(listed)} words already read: {1000 * best(lambda: hits(listed)):.2f} ms")
    print(f"find_hits of the same as a string: {1000 * best(lambda: find_hits(article, voice=False)):.2f} ms")
    print(f"find_hits with voices: {1000 * best(lambda: find_hits(article)):.2f} ms")
    print(f"find_hits: {count / best(lambda: find_hits(many, voice=False)):,.0f} words a second")
    pattern = alternation()
    print(
        f"compiled alternation: {len(listed) / best(lambda: pattern.findall(article), 2):,.0f} words a second"
    )
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    except ImportError:
        return
    vader = SentimentIntensityAnalyzer()
    print(f"VADER: {len(listed) / best(lambda: vader.polarity_scores(article), 2):,.0f} words a second")


if __name__ == "__main__":
    main(*sys.argv[1:])
