"""What each page showed when it was saved.

A lesson is saved without its outputs (see `saving`), and JupyterLab exports and prints what was saved: so the
server remembers the outputs of the pages that it saves. They stay in its memory and end with it: they may
hold texts that a reader unlocked. Two hooks of Jupyter's tell of each save, one before it and one after (see
`starting/settings.py`).
"""

import os
from copy import deepcopy
from typing import NamedTuple

from ..classroom.desk import line_of

MOST = 40  # pages whose outputs are kept
_being_saved: dict = {}
_saved: dict = {}


class Shown(NamedTuple):
    """The outputs of a cell, its number, and the line that made them."""

    line: str
    outputs: list
    number: int | None


def keep(path, notebook):
    """Remember the outputs of a notebook (a dictionary) that is about to be saved without them."""
    _being_saved[path] = {
        cell["id"]: Shown(line_of(cell), deepcopy(cell["outputs"]), cell.get("execution_count"))
        for cell in notebook["cells"]
        if cell["cell_type"] == "code" and cell.get("id") and cell.get("outputs")
    }


def written(model, os_path, **_):
    """Jupyter's hook after saving: what was just shown belongs to the file as it now stands."""
    cells = _being_saved.pop(model["path"], None)
    if cells is None:
        return
    _saved.pop(os_path, None)
    _saved[os_path] = os.stat(os_path).st_mtime_ns, cells
    while len(_saved) > MOST:
        _saved.pop(next(iter(_saved)))


def outputs_of(os_path):
    """{id of a cell: `Shown`} of a notebook's file; nothing where somebody else wrote it since then, as where
    a lesson was put back."""
    at, cells = _saved.get(os_path, (None, {}))
    try:
        return cells if at == os.stat(os_path).st_mtime_ns else {}
    except OSError:
        return {}
