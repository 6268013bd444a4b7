"""Speed of the core, as ratios in one run: python bench/bench_core.py

a  words, sentences, counts and seven formulas with intervals, against textstat's seven formulas. Both get
   texts that neither has seen (paragraphs of our own texts in new orders), so that no memory of whole texts
   helps; dictionaries are loaded on both sides. "every word new" also empties our memory of single words.
b  `import whosewords` against `import pandas`, in fresh programs.
c  `show("neo")` against the analysis of neo (measure, voices, hits of the lexicon), the article read anew.

Times are of the processor, not of the clock, and each ratio is the median of several rounds in which the two
sides take turns, so that what else the machine does matters little. Exits 1 where a ratio is over its limit.
"""

import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from whosewords import syllables, words  # noqa: E402
from whosewords.display.reading import show  # noqa: E402
from whosewords.lexicon import hits  # noqa: E402
from whosewords.readability import TEXTSTAT, measure  # noqa: E402
from whosewords.shelf import catalogue  # noqa: E402
from whosewords.voices import voice_of  # noqa: E402

ROUNDS = 9
TEXTS = 20  # texts a round
LENGTH = 850  # words; what an article has on average
MOST = {"a": 1.0, "a, every word new": None, "b": 1.5, "c": 5.0}


def paragraphs():
    """The paragraphs of our own texts, and our sentences about the articles."""
    own = [
        p.text for name in (*catalogue.OWN, *catalogue.WARM_UP) for p in catalogue.articles[name].paragraphs
    ]
    return own + [p.precis for name in catalogue.SHELF for p in catalogue.articles[name].paragraphs]


def fresh_text(draw, known):
    """A text of known paragraphs in an order that nobody has seen."""
    text, length = [], 0
    for paragraph in draw.sample(known, len(known)):
        text.append(paragraph)
        length += len(paragraph.split())
        if length >= LENGTH:
            break
    return "\n".join(text)


def forget_words():
    words._measured.cache_clear()
    syllables.syllables.cache_clear()


def seconds(call, *arguments):
    start = time.process_time()
    call(*arguments)
    return time.process_time() - start


def theirs(text):
    for name in TEXTSTAT.values():
        getattr(syllables.textstat(), name)(text)


def against_textstat(new_words=False):
    """(our seconds, their seconds, words) for each round."""
    draw, known = random.Random(1), paragraphs()
    theirs(known[0]), measure("\n".join(known))
    for _ in range(ROUNDS):
        ours = other = count = 0
        for _ in range(TEXTS):
            text = fresh_text(draw, known)
            count += len(text.split())
            if new_words:
                forget_words()
            ours += seconds(measure, text)
            other += seconds(theirs, text)
        yield ours, other, count


def fresh_program(code):
    """Seconds of the processor that a fresh Python needs for a piece of code, its own start included."""
    environment = dict(os.environ, PYTHONPATH=str(ROOT / "src"))
    command = [sys.executable, "-c", f"{code}\nimport time; print(time.process_time())"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


def imports():
    for code in ("whosewords", "pandas"):
        fresh_program(f"import {code}")  # so that all files are at hand
    for _ in range(ROUNDS):
        bare = fresh_program("")
        yield fresh_program("import whosewords") - bare, fresh_program("import pandas") - bare, None


def analysis():
    article = catalogue.articles["neo"]
    measure(article), voice_of(article), hits(article.words)


def view():
    show("neo").html()


def drawing():
    """Both with the article read anew each time, as when a reader runs a cell for the first time."""
    view(), analysis()
    for _ in range(ROUNDS):
        taken = []
        for call in (view, analysis):
            catalogue.articles.forget()
            taken.append(seconds(call))
        yield *taken, None


def row(name, about, rounds):
    """Print one line; whether the ratio is within its limit."""
    rounds = list(rounds)
    ratio = statistics.median(ours / other for ours, other, _ in rounds)
    ours, other = (statistics.median(each[side] for each in rounds) for side in (0, 1))
    limit, count = MOST[name], rounds[0][2]
    kept = limit is None or ratio <= limit
    verdict = "" if limit is None else f"≤ {limit:g} {'✓' if kept else '✗'}"
    speed = (
        f"  {count / ours / 1000:.0f} : {count / other / 1000:.0f} thousand words a second" if count else ""
    )
    print(f"{name:19}{about:45}{ratio:6.2f}  {verdict:9}{ours * 1000:7.1f} : {other * 1000:6.1f} ms{speed}")
    return kept


def main():
    print(f"{'':64}{'ratio':>6}  {'at most':9}{'time':>10}")
    state = "in blocks" if catalogue.articles["neo"].locked else "unlocked"
    kept = [
        row("a", f"{TEXTS} fresh texts of {LENGTH} words: ours : textstat", against_textstat()),
        row("a, every word new", "the same, our memory of words empty", against_textstat(new_words=True)),
        row("b", "import whosewords : import pandas", imports()),
        row("c", f'show("neo") : analysis of neo ({state})', drawing()),
    ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
