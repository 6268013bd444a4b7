"""What a student waits for, each in a fresh program as in a new kernel; the start, and what serves it."""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from texts import ROOT

from lessons import held

TIMES = 3
START = "import time\nstart, used = time.perf_counter(), time.process_time()\n"
END = "\nprint(time.perf_counter() - start, time.process_time() - used)"
LESSON = "from whosewords import *\n"
WAITED = (  # what is done before, what is waited for, at most
    ("the first analysis after the import cell", LESSON, "readability()._repr_html_()", 2),
    ("stability()", LESSON + "rank()\n", "stability()._repr_html_()", 1),
    ("the reading view of the longest article", LESSON + 'show("trt").html()\n', 'show("neo").html()', 0.1),
    ("the import cell", "", LESSON, None),
    ("for comparison: import pandas", "", "import pandas", None),
)


def seconds(code):
    """Seconds on the clock, and of the processor."""
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, PYTHONPATH=str(ROOT / "src"), WHOSEWORDS_HOME=home)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as start.py starts it
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, check=True)
    return [*map(float, done.stdout.split())]


def started():
    """Seconds until a start whose environment is ready says where the lessons are; MB its server holds."""
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, WHOSEWORDS_HOME=home, PYTHONUNBUFFERED="1")
        start, command = time.perf_counter(), [sys.executable, "start.py", "--no-browser"]
        program = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            while "http://" not in (line := program.stdout.readline()):
                if not line:
                    raise RuntimeError("start.py gave no address.")
            taken = time.perf_counter() - start
            (server,) = Path(f"/proc/{program.pid}/task/{program.pid}/children").read_text().split()
            return taken, held(server)
        finally:
            program.send_signal(signal.SIGINT)
            program.wait()


def rows(path=None):
    """(what, value, unit, limit, note) for the table."""
    for about, before, waited, limit in WAITED:
        code = before + START + waited + END
        seconds(code)
        taken, used = map(statistics.median, zip(*(seconds(code) for _ in range(TIMES)), strict=True))
        yield about, taken, "s", limit, f"{used:.2f} s of processor time"
    if (ROOT / ".venv/whosewords.json").is_file():
        started()
        taken, memory = map(statistics.median, zip(*(started() for _ in range(TIMES)), strict=True))
        yield "the second start, until the address is said", taken, "s", 3, ""
        yield "its server", memory, "MB", 90, ""
