"""The front door of a site, what stands on a page while it loads, what is kept for a visit without a server,
and a little server for a stick."""

import json
import shutil
from importlib.resources import as_file
from importlib.resources import files as of_package

from .. import files
from . import together
from .release import ROOM

DOOR, LOADING, FILES = "door.html", "loading.html", "whosewords-files.json"
STORE, SERVER = "store.js", "serve.py"


def write(out, place):
    """Write them into the site. place: the folder of its Python."""
    files.write(out / "index.html", _piece(DOOR))
    page = out / "notebooks" / "index.html"
    before, body, after = page.read_text(encoding="utf-8").partition("<body")
    start, end, rest = after.partition(">")
    worker = f"../{(place / together.WORKER).relative_to(out).as_posix()}"
    loading = _piece(LOADING).replace("{worker}", worker)
    page.write_text(f"{before}{body}{start}{end}\n{loading}{rest}", encoding="utf-8")
    wanted = [*place.iterdir(), *(out / "files").glob("*.ipynb"), out / "index.html"]
    wanted += (out / "extensions").rglob("static/*.js")  # controls come with the first line that has one
    named = sorted(path.relative_to(out).as_posix() for path in wanted)
    worker = out / "service-worker.js"
    worker.write_text(_piece(STORE) + worker.read_text(encoding="utf-8"), encoding="utf-8")
    shutil.copy(ROOM / SERVER, out)
    with as_file(of_package("jupyter_server") / "static" / "favicons") as icons:
        shutil.copytree(icons, out / "static" / "favicons")
        shutil.copy(icons / "favicon.ico", out)
    files.write(out / FILES, json.dumps(named, indent=1) + "\n")


def _piece(name):
    return (ROOM / name).read_text(encoding="utf-8")
