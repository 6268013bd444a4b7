"""Where the module's files lie. The only place that knows the disk, so that another home can be given to it."""

import os
import tempfile
from importlib import resources
from pathlib import Path

from .problems import Problem

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parents[1]


class CannotSave(Problem):
    """A file could not be written; the message says which, why, and what to do. Nothing was lost."""


def data(*parts):
    """The path of a file that ships with the module: `data/` in a checkout, inside the package in a wheel.

    >>> data("articles").is_dir()
    True
    """
    inside = resources.files("whosewords") / "data"
    root = Path(str(inside)) if inside.is_dir() else CHECKOUT / "data"
    return root.joinpath(*parts)


def home():
    """The folder that holds what belongs to this reader alone: full texts and answers.

    `WHOSEWORDS_HOME` decides where it is set; else `my_work` in the checkout (git ignores it); else
    `whosewords` in the user's home folder. The folder is not created here.
    """
    chosen = os.environ.get("WHOSEWORDS_HOME")
    if chosen:
        return Path(chosen).expanduser()
    return CHECKOUT / "my_work" if (CHECKOUT / "start.py").is_file() else Path.home() / "whosewords"


def write(path, text):
    """Write `text` to `path` so that at any moment either the old or the new file is there, whole.

    Raises `CannotSave` with a sentence for the reader (read-only folder, full disk).
    """
    path = Path(path)
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
        raise CannotSave(
            f"“{path.name}” could not be saved in the folder {path.parent} ({error.strerror or error}). "
            "What was there before is untouched. Free some space, or choose a folder you may write to "
            "by setting WHOSEWORDS_HOME."
        ) from error
