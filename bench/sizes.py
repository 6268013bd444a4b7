"""What a word costs in a short and in a very long text, and how much memory a call takes beside the text.

Each call has a program of its own; the cost is the median of several, the memory the most that was used.
"""

import resource
import statistics
import subprocess
import sys
import time

from texts import articles, of_size

SHORT, LONG, TIMES = 10_000, 1_000_000, 5
MOST = {"read": 204, "find_hits": 280}  # MB, half of what they took in version 0.1, measured in the same way


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


def rows(path=None):
    """(what, value, unit, limit, note) for the table."""
    for name in calls():
        (short, _), (long, memory) = _asked(name, SHORT, path), _asked(name, LONG, path)
        note = f"{short:.1f} and {long:.1f} µs a word"
        yield f"{name}: a word of {LONG:,} to one of {SHORT:,}", long / short, "×", 1.5, note
        yield f"{name}: memory for {LONG:,} words", memory, "MB", MOST.get(name), ""


if __name__ == "__main__":
    once(*sys.argv[1:])
