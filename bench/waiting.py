"""What a student waits for, each in a fresh program as in a new kernel; and what a kernel holds after it."""

import os
import statistics
import subprocess
import sys
import tempfile

from texts import ROOT

TIMES = 3
START, END = "import time\nstart = time.perf_counter()\n", "\nprint(time.perf_counter() - start)"
LESSON = "from whosewords import *\n"
WAITED = (  # what is done before, what is waited for, at most
    ("the first analysis after the import cell", LESSON, "readability()._repr_html_()", 2),
    ("stability()", LESSON + "rank()\n", "stability()._repr_html_()", 1),
    ("the reading view of the longest article", LESSON + 'show("trt").html()\n', 'show("neo").html()', 0.1),
    ("the import cell", "", LESSON, None),
    ("for comparison: import pandas", "", "import pandas", None),
)


def seconds(code):
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, PYTHONPATH=str(ROOT / "src"), WHOSEWORDS_HOME=home)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as start.py starts it
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, check=True)
    return float(done.stdout)


def rows(path=None):
    """(what, value, unit, limit, note) for the table."""
    for about, before, waited, limit in WAITED:
        code = before + START + waited + END
        seconds(code)
        yield about, statistics.median(seconds(code) for _ in range(TIMES)), "s", limit, ""
