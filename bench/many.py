"""Very many texts: what two processes bring, what a text costs, and whether memory stays flat.

The texts are paragraphs of our own in ever new orders, so that it can be run anywhere: 100,000 where it is
asked for alone (python bench --only many), fewer in the table of all, and --texts says another number. With
less than a few thousand, memory still grows by the words that are new.
"""

import csv
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from texts import ROOT

FEW, ALL, PAIRED, ROUNDS, WORDS = 3000, 100_000, 6000, 5, 100
LONGEST = 15  # MB that the memory may grow by between a tenth of the way and the end


def written(path, number):
    """A table of texts of about WORDS words."""
    from whosewords.shelf.catalogue import OWN, WARM_UP, articles

    known = [(p.text, len(p.words)) for name in (*OWN, *WARM_UP) for p in articles[name].paragraphs]
    draw = random.Random(number)
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "text"])
        for each in range(number):
            lines, size = [], 0
            while size < WORDS:
                line, words = draw.choice(known)
                lines.append(line)
                size += words
            table.writerow([f"text {each}", "\n".join(lines)])
    return path


def run(path, processes, watch=None):
    """(seconds that it took, seconds of processors) of one run by itself."""
    out = path.with_name("out.csv")
    command = [sys.executable, "-m", "whosewords", "measure", str(path), "--out", str(out)]
    environment = dict(os.environ, PYTHONPATH=str(ROOT / "src"))
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    program = subprocess.Popen(
        [*command, "--processes", str(processes)], env=environment, stderr=subprocess.DEVNULL
    )
    if watch:
        threading.Thread(target=watch, args=[program], daemon=True).start()
    if program.wait():
        sys.exit("The run failed.")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, used


class Memory:
    """MB that a program and its processes hold, looked at now and then."""

    def __init__(self):
        self.program, self.workers = [], []

    def __call__(self, program):
        while program.poll() is None:
            try:
                held = [_held(program.pid), *map(_held, _children(program.pid))]
            except (OSError, StopIteration):
                continue
            if len(held) > 1:
                self.program.append(held[0])
                self.workers.append(max(held[1:]))
            time.sleep(1)


def _children(process):
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


def _held(process):
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("Pss:")).split()[1]) / 1024


def _grown(held):
    """How much more there is at the end than after a tenth of the way."""
    part = max(1, len(held) // 10)
    return statistics.median(held[-part:]) - statistics.median(held[part : 2 * part])


def measured(number):
    with tempfile.TemporaryDirectory() as folder:
        paired = min(PAIRED, number)
        path = written(Path(folder, "pairs.csv"), paired)
        pairs = [(run(path, 1), run(path, 2)) for _ in range(ROUNDS)]
        memory, path = Memory(), written(Path(folder, "all.csv"), number)
        taken, used = run(path, os.cpu_count() or 1, memory)
    faster = statistics.median(one[0] / two[0] for one, two in pairs)
    more = statistics.median(two[1] / one[1] for one, two in pairs)
    size = f"{WORDS} words or some more"
    yield (
        "two processes beside one, how many times as fast",
        faster,
        "×",
        -1.7,
        f"{ROUNDS} pairs, {paired:,} texts",
    )
    yield "  processor time of two beside one", more, "×", None, "what else the machine does is not in it"
    yield f"{number:,} texts, all processors", taken, "s", None, size
    yield "  processor time a text", 1000 * used / number, "ms", None, size
    yield (
        "  the program's memory, at most",
        max(memory.program),
        "MB",
        None,
        f"grown by {_grown(memory.program):.1f}",
    )
    yield (
        "  a process's memory, at most",
        max(memory.workers),
        "MB",
        None,
        f"grown by {_grown(memory.workers):.1f}",
    )
    grown = max(_grown(memory.program), _grown(memory.workers))
    yield "  grown from a tenth of the way to the end", max(0, grown), "MB", LONGEST, ""


def rows(path=None):
    """(what, value, unit, limit, note) for the table."""
    return measured(FEW)


def alone(path=None):
    """The same for 100,000 texts."""
    return measured(ALL)
