"""Pyodide's own release: Python for a browser, and packages that were made ready for it. Nothing is believed
of a file but its sha256, wherever it came from."""

import hashlib
import json
import tomllib
from functools import cache
from pathlib import Path

from ..files import PACKAGE
from ..problems import Problem

ROOM = PACKAGE / "site"


@cache
def pinned():
    """What the site is built of: `pinned.toml`.

    >>> pinned()["pyodide"]["python"]
    '3.12'
    """
    return tomllib.loads((ROOM / "pinned.toml").read_text(encoding="utf-8"))


def sha256(path):
    """The fingerprint of a file."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checked(folder):
    """{name: path} of what a site needs of a release in a folder, packages by their name. Raises `Problem`
    where a file is missing or is not the one of the release."""
    folder, wanted = _folder(folder), dict(pinned()["pyodide"]["files"])
    found = {name: _checked(folder / name, sha) for name, sha in wanted.items()}
    known = packages(found)
    for name in pinned()["packages"]["release"]:
        file, sha = known[name]["file_name"], known[name]["sha256"]
        found[name] = _checked(folder / file, sha)
    return found


def packages(found):
    """The packages of a release by name, as its lock file tells them."""
    return json.loads(found[pinned()["pyodide"]["lock"]].read_text(encoding="utf-8"))["packages"]


def _folder(given):
    folder = Path(given).expanduser().absolute()
    inside = folder / "pyodide"  # as the archive of the release unpacks
    lock = pinned()["pyodide"]["lock"]
    return inside if not (folder / lock).is_file() and (inside / lock).is_file() else folder


def _checked(path, sha):
    version = pinned()["pyodide"]["version"]
    if not path.is_file():
        raise Problem(
            f"“{path.name}” is not in the folder {path.parent}. Put the release of pyodide {version} there, "
            "unpacked: docs/site.md says where to get it."
        )
    if sha256(path) != sha:
        raise Problem(
            f"“{path.name}” in {path.parent} is not that of pyodide {version}: it was changed, is cut off or "
            "is of another version. Nothing was built. Get the release again: docs/site.md says where."
        )
    return path
