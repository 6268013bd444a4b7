"""The front door of a site, what stands on a page while it loads, and what to keep for a visit without a
server."""

import json

from .. import files
from .release import ROOM

DOOR, LOADING, FILES = "door.html", "loading.html", "whosewords-files.json"


def write(out, place):
    """Write them into the site. place: the folder of its Python."""
    files.write(out / "index.html", _piece(DOOR))
    page = out / "notebooks" / "index.html"
    before, body, after = page.read_text(encoding="utf-8").partition("<body")
    start, end, rest = after.partition(">")
    page.write_text(f"{before}{body}{start}{end}\n{_piece(LOADING)}{rest}", encoding="utf-8")
    wanted = [*place.iterdir(), *(out / "files").glob("*.ipynb"), out / "index.html"]
    named = sorted(path.relative_to(out).as_posix() for path in wanted)
    files.write(out / FILES, json.dumps(named, indent=1) + "\n")


def _piece(name):
    return (ROOM / name).read_text(encoding="utf-8")
