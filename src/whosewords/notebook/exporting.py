"""What an export or a print of a lesson shows: the results that were on the screen, and each question with
the answer that it has by now.

`starting/settings.py` names `AsShown`, so that JupyterLab's own menus give this. For a notebook that was
saved with its outputs, elsewhere:

    jupyter nbconvert --to whosewords.notebook.exporting.Page lesson.ipynb
"""

from copy import deepcopy
from importlib import import_module
from pathlib import Path

from nbconvert.exporters import HTMLExporter
from nbconvert.preprocessors import Preprocessor
from nbformat import from_dict

from ..classroom.desk import line_of
from ..problems import Problem
from ..session import Session, somebody
from ..vocabulary import VOCABULARY
from .live import CALL
from .shown import outputs_of

VIEW = "application/vnd.jupyter.widget-view+json"
# What is asked anew when it is exported: calls that only read what was answered.
ASKED = (
    "check",
    "predict",
    "exit_ticket",
    "my_frames",
    "hand_check",
    "tag",
    "my_list",
    "rewrite",
    "before_after",
)
ALONE = {
    "require_js_url": "",
    "mathjax_url": "",
}  # a page asks no other computer for a script


def with_outputs(notebook, shown):
    """Put the outputs back that a notebook had when it was saved. shown: see `outputs_of`. Changed in
    place."""
    for cell in notebook["cells"]:
        known = shown.get(cell.get("id"))
        if known and cell["cell_type"] == "code" and not cell["outputs"] and known.line == line_of(cell):
            cell["outputs"] = [from_dict(deepcopy(output)) for output in known.outputs]
            cell["execution_count"] = known.number
    return notebook


def standing_still(notebook, person=None):
    """Show what is asked with its answers, and no controls, which need a kernel. Changed in place.

    person: whose answers; those of whoever sits here where nothing is given.
    """
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if VIEW in data and "text/html" in data:
                del data[VIEW]
                call = output.get("metadata", {}).get(CALL)
                data["text/html"] = _drawn_anew(call, person) or data["text/html"]
    return notebook


class AsShown(Preprocessor):
    """Lets nbconvert see a lesson as it was on the screen."""

    def preprocess(self, nb, resources):
        about, copy = resources.get("metadata", {}), nb["metadata"].get("whosewords")
        shown = outputs_of(str(Path(about.get("path") or ".", f"{about.get('name')}.ipynb")))
        if shown:
            # JupyterLab asks for HTML that was cleaned, which would cost every picture and table its look. It
            # showed these outputs itself a moment ago, and whatever it did not trust it did not show.
            resources["should_sanitize_html"] = False
        with_outputs(nb, shown)
        return standing_still(nb, copy.get("person") if isinstance(copy, dict) else None), resources


class Page(HTMLExporter):
    """A lesson as a page that asks no network for anything."""

    export_from_notebook = ""  # no entry of its own in the menu

    @property
    def default_config(self):
        """What the server's configuration says of every export, said for this one."""
        config = super().default_config
        config.merge({"Exporter": {"preprocessors": [AsShown]}, "HTMLExporter": ALONE})
        return config


def _drawn_anew(call, person):
    """What is asked with the answer that it has now, as HTML; "" where that cannot be told here."""
    if not (isinstance(call, list | tuple) and len(call) == 3 and call[0] in ASKED):
        return ""
    name, arguments, options = call
    module, _, attribute = VOCABULARY[name].rpartition(".")
    # Fetched here, so that a server that exports nothing starts as fast as before.
    asked = getattr(import_module(f"..{module}", __package__), attribute)
    twin = import_module(".twins", __package__).twin
    try:
        with somebody(Session(name=person)):
            return str(twin(asked(*arguments, **options)))
    except (Problem, TypeError):
        return ""
