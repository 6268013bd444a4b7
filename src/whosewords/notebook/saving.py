"""How a lesson is saved: without its outputs, and only by whom it belongs to.

What a student answers is kept in the work file, not in the notebook. JupyterLab calls `strip` before it saves
(see `starting/settings.py`); a lesson that was only run is then the same file as before.
"""

from ..classroom.desk import MARK, belongs_to
from ..classroom.pseudonym import taken
from .shown import keep

# What is kept of a cell’s metadata: JupyterLab deletes no cell and opens no text that says false there,
# nbgrader knows by it the cells that it grades, and a copy knows its lines.
KEPT = ("deletable", "editable", "nbgrader", MARK)
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def stripped(notebook):
    """Take outputs, counts and leftovers of the editor out of a notebook (a dictionary; changed in place)."""
    notebook["metadata"] = METADATA | _kept(notebook["metadata"], [MARK])
    for cell in notebook["cells"]:
        cell["metadata"] = _kept(cell["metadata"], KEPT)
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    return notebook


def strip(model, path="", **_):
    """Jupyter's hook before saving: `model` is what is to be saved, of any kind."""
    if model["type"] != "notebook":
        return
    owner = belongs_to(model["content"])
    if owner is not None and owner != taken():
        from tornado.web import HTTPError

        raise HTTPError(409, "This page is of somebody who worked here before. Reload it to get your own.")
    keep(path, model["content"])
    stripped(model["content"])


def _kept(metadata, names):
    return {name: metadata[name] for name in names if name in metadata}
