"""How long each lesson takes from top to bottom, and the memory of its kernel then and after more runs."""

import json
import os
import re
import tempfile
import time
from pathlib import Path

from texts import ROOT

SECONDS, MEMORY = 5, 165


def held(process):
    """MB of memory that a process holds, its share of what it shares (PSS)."""
    told = Path(f"/proc/{process}/smaps_rollup").read_text()
    return int(re.search(r"Pss:\s+(\d+)", told)[1]) / 1024


def run(notebook):
    """Seconds of the first run, and MB after the first, second and third."""
    from jupyter_client.manager import start_new_kernel

    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, PYTHONPATH=str(ROOT / "src"), WHOSEWORDS_HOME=home)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as start.py starts it
        manager, client = start_new_kernel(env=environment, cwd=home)
        memory = []
        for _ in range(3):
            start = time.perf_counter()
            for cell in code:
                client.execute_interactive(cell, timeout=120, output_hook=lambda message: None)
            memory.append((time.perf_counter() - start, held(manager.provisioner.pid)))
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return memory[0][0], [each for _, each in memory]


def _again(memory):
    return "run again: {:.0f}, then {:.0f} MB".format(*memory[1:])


def rows(path=None):
    """(what, value, unit, limit, note) for the table."""
    for notebook in sorted((ROOT / "lessons").glob("*.ipynb")):
        taken, memory = run(notebook)
        yield f"{notebook.stem}: top to bottom", taken, "s", SECONDS, ""
        yield (
            f"{notebook.stem}: its kernel",
            memory[0],
            "MB",
            MEMORY,
            _again(memory),
        )
