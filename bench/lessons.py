"""How long each lesson takes from top to bottom, and the memory of its kernel then and after more runs.

The kernel is set as start.py sets it. Runs before the second fill what is remembered; from there on nothing
may be added. Memory goes up and down by half a megabyte by itself, so that a limit of 0 would tell nothing:
what is kept is counted in tests/notebook/test_closing.py.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from texts import ROOT

sys.path.insert(0, str(ROOT))
from starting.settings import KERNEL

SECONDS, MEMORY = 5, 165
RUNS, GROWN = 8, 0.5  # MB a run, from the second to the last


def held(process):
    """MB of memory that a process holds, its share of what it shares (PSS)."""
    told = Path(f"/proc/{process}/smaps_rollup").read_text()
    return int(re.search(r"Pss:\s+(\d+)", told)[1]) / 1024


def run(notebook):
    """Seconds of the first run, and MB after each."""
    from jupyter_client.manager import start_new_kernel

    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, PYTHONPATH=str(ROOT / "src"), WHOSEWORDS_HOME=home, IPYTHONDIR=home)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as start.py starts it
        settings = Path(home, "profile_default", "ipython_kernel_config.json")
        settings.parent.mkdir()
        settings.write_text(json.dumps(KERNEL), encoding="utf-8")
        manager, client = start_new_kernel(env=environment, cwd=home, stderr=subprocess.DEVNULL)
        memory = []
        for _ in range(RUNS):
            start = time.perf_counter()
            for cell in code:
                client.execute_interactive(cell, timeout=120, output_hook=lambda message: None)
            memory.append((time.perf_counter() - start, held(manager.provisioner.pid)))
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return memory[0][0], [each for _, each in memory]


def _again(memory):
    return "run again: " + ", ".join(f"{each:.1f}" for each in memory[1:])


def rows(path=None):
    """(what, value, unit, limit, note) for the table."""
    for notebook in sorted((ROOT / "lessons").glob("*.ipynb")):
        taken, memory = run(notebook)
        yield f"{notebook.stem}: top to bottom", taken, "s", SECONDS, ""
        yield f"{notebook.stem}: its kernel", memory[0], "MB", MEMORY, _again(memory)
        grown = max(0, memory[-1] - memory[1]) / (RUNS - 2)
        yield "  grown each time it is run again", grown, "MB", GROWN, "see tests/notebook/test_closing.py"
