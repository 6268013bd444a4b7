"""What a word costs in a short and in a very long text, and how much memory a call takes beside the text.

Each call has a program of its own; the cost is the median of several, the memory the most that was used.
Texts of one piece are what a regular expression would go through again and again.
"""

import resource
import statistics
import subprocess
import sys
import time

from texts import articles, of_size

SHORT, LONG, TIMES = 10_000, 1_000_000, 5
MOST = {"read": 204, "find_hits": 280}  # MB, half of what they took in version 0.1, measured in the same way


SOME, FOUR_TIMES = 30_000, 120_000  # characters of texts of one piece
ODD = [
    "x", "a-", "é", "🤯", "quagmire-", "“", '"', "'a' s' ", "he said that ", "who said ", "a, ", "“a\n",
    "> a\n", "While x said that a; ", "“a,” he said. ", "a “b” he said, ", "‘s’ ", "a, he said, b. ", "’a ",
    "Roe’s claim that a, ", "according to a “b” ", "Roe said “a”, ", "Ann Roe asked him. “a,” she replied. ",
]  # fmt: skip


def calls():
    from whosewords.lexicon import find_hits
    from whosewords.readability import measure
    from whosewords.voices import voices
    from whosewords.words import read, sentences, words

    both = {"words and sentences": lambda s: (words(s), sentences(s)), "read": read, "voices": voices}
    return both | {"find_hits": find_hits, "measure": measure}


def once(name, size, seed, path):
    """Prints the microseconds a word, and the MB that the call took."""
    call, texts = calls()[name], articles(path or None)
    for text in texts[:60]:
        call(text)
    text = of_size(texts, int(size), int(seed))
    count = len(text.split())
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    call(text)
    taken = time.process_time() - start
    print(1e6 * taken / count, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)


def _asked(name, size, path):
    found = []
    for seed in range(TIMES):
        command = [sys.executable, __file__, name, str(size), str(seed), path or ""]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found.append(tuple(map(float, done.stdout.split())))
    costs, memory = zip(*found, strict=True)
    return statistics.median(costs), max(memory)


def _seconds(call, text):
    start = time.process_time()
    call(text)
    return time.process_time() - start


def _odd(call, piece):
    """What a character costs in a text of one piece, four times as long; what is too short to be measured is
    taken for 20 ms."""
    some, more = (_seconds(call, piece * (size // len(piece))) for size in (SOME, FOUR_TIMES))
    return max(more, 0.02) / max(some, 0.02) * SOME / FOUR_TIMES


def rows(path=None):
    """(what, value, unit, limit, note) for the table."""
    for name in ("voices", "find_hits"):
        worst = max((_odd(calls()[name], piece), piece) for piece in ODD)
        yield f"{name}: odd texts, four times as long", worst[0], "×", 1.5, f"a character; worst {worst[1]!r}"
    for name in calls():
        (short, _), (long, memory) = _asked(name, SHORT, path), _asked(name, LONG, path)
        note = f"{short:.1f} and {long:.1f} µs a word"
        yield f"{name}: a word of {LONG:,} to one of {SHORT:,}", long / short, "×", 1.5, note
        yield f"{name}: memory for {LONG:,} words", memory, "MB", MOST.get(name), ""


if __name__ == "__main__":
    once(*sys.argv[1:])
