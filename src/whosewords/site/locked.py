"""What the site needs beyond the packages of the desktop: a list of its own, each file by its sha256."""

import re
from pathlib import Path

from .. import files
from ..problems import Problem
from .release import sha256

LIST = "requirements-site.lock.txt"
ROW = re.compile(r"^([\w.-]+)==(\S+) \\\n\s+--hash=sha256:(\w{64})$", re.MULTILINE)


def rows():
    """{name: (version, sha256)} of the list.

    >>> rows()["pandas"][0]
    '3.1.1'
    """
    text = (files.CHECKOUT / LIST).read_text(encoding="utf-8")
    return {name: (version, sha) for name, version, sha in ROW.findall(text)}


def locked(folder):
    """{name: path} of the packages of the list in a folder. Raises `Problem` where one of them is not there,
    or is not the one of the list."""
    found = {sha256(path): path for path in Path(folder).glob("*.whl")}
    for name, (version, sha) in rows().items():
        if sha not in found:
            raise Problem(
                f"{name} {version} is not in the folder {folder}, or it is not the file that we tested. "
                "Delete that folder, then type python3 start.py site again."
            )
    return {name: found[sha] for name, (_, sha) in rows().items()}
