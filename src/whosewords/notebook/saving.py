"""How a lesson is saved: without its outputs, so that a later version of it never meets a changed file.

What a student answers is kept in the work file, not in the notebook. JupyterLab calls `strip` before it saves
(see `start.py`); a lesson that was only run is then the same file, byte for byte, as the one that ships.
"""

from .shown import keep

KEPT = "deletable"  # what is kept of a cell's metadata: JupyterLab deletes no cell that says false
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def stripped(notebook):
    """Take outputs, counts and leftovers of the editor out of a notebook (a dictionary; changed in place)."""
    notebook["metadata"] = METADATA
    for cell in notebook["cells"]:
        cell["metadata"] = {KEPT: cell["metadata"][KEPT]} if KEPT in cell["metadata"] else {}
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return notebook


def strip(model, path="", **_):
    """Jupyter's hook before saving: `model` is what is to be saved, of any kind."""
    if model["type"] == "notebook":
        keep(path, model["content"])
        stripped(model["content"])
