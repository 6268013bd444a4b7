"""What lessons show on this computer, as JSON: `python on_the_desktop.py FOLDER LESSON ...`.

A program of its own, since a browser that is driven leaves an event loop running, in which no notebook can
run. FOLDER: where the answers go. Prints {lesson: [[line, outputs], ...]}.
"""

import json
import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[1]


def shown(home, name):
    """Each line of a lesson with its outputs, run from the top in a kernel of its own."""
    notebook = nbformat.read(ROOT / "lessons" / name, 4)
    where = {"metadata": {"path": str(ROOT / "lessons")}}
    client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources=where)
    environment = dict(os.environ, WHOSEWORDS_HOME=home, PYTHONPATH=str(ROOT / "src"))
    done = client.execute(env=environment).cells
    return [[cell.source, cell.outputs] for cell in done if cell.cell_type == "code"]


if __name__ == "__main__":
    print(json.dumps({name: shown(sys.argv[1], name) for name in sys.argv[2:]}))
