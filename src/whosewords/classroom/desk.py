"""The lessons as a reader's own copies: laid out, compared with what ships, put back, kept aside.

Nobody writes into the lessons that ship. Each reader works on copies in a folder of their own, and a copy
carries with each grey box the line that the box came with: what was changed is known from the copy alone.
Whatever is put back, replaced by an update or cleared away is first kept in the folder `earlier` beside it.
"""

import hashlib
import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from .. import files
from ..session import home
from .pseudonym import NAME, taken

MARK = "whosewords"  # what a copy knows of itself stands under this name in its metadata
EARLIER = "earlier"


class Changed(NamedTuple):
    """A grey box whose line is not the one that it came with. number: counted from the top of the page."""

    cell: str
    number: int
    now: str
    was: str


# --- A copy, as a dictionary --------------------------------------------------------------------------------


def copied(shipped, person=""):
    """A copy of a lesson for a person. shipped: the notebook's text. Text cells are for reading only.

    >>> lesson = '{"metadata": {}, "cells": [{"cell_type": "code", "metadata": {}, "source": "rank()"}]}'
    >>> copied(lesson, "blue-7")["cells"][0]["metadata"]
    {'whosewords': {'line': 'rank()'}}
    """
    copy = json.loads(shipped)
    copy["metadata"][MARK] = {"made_from": fingerprint(shipped), "person": person}
    for cell in copy["cells"]:
        if cell["cell_type"] == "code":
            cell["metadata"][MARK] = {"line": line_of(cell)}
        else:
            cell["metadata"]["editable"] = False
    return copy


def changes(copy):
    """The grey boxes of a copy whose line was changed, from the top.

    >>> box = {"cell_type": "code", "id": "a", "source": "1/0"}
    >>> changes({"cells": [{**box, "metadata": {MARK: {"line": "rank()"}}}]})
    [Changed(cell='a', number=1, now='1/0', was='rank()')]
    """
    boxes = [cell for cell in copy["cells"] if cell["cell_type"] == "code"]
    return [
        Changed(cell.get("id", ""), number, line_of(cell), was)
        for number, cell in enumerate(boxes, 1)
        if isinstance(was := _known(cell).get("line"), str) and was != line_of(cell)
    ]


def untouched(copy):
    """Whether nothing of a copy is its reader's: no line was changed, and no box was added that says
    something (JupyterLab adds an empty one after the last)."""
    return not changes(copy) and all(
        "line" in _known(c) or not line_of(c).strip() for c in copy["cells"] if c["cell_type"] == "code"
    )


def with_line_back(copy, cell_id):
    """The copy with the line that a grey box came with; the same where there is no such box."""
    back = {change.cell: change.was for change in changes(copy)}
    cells = [
        {**cell, "source": back[cell_id]} if cell.get("id") == cell_id and cell_id in back else cell
        for cell in copy["cells"]
    ]
    return {**copy, "cells": cells}


def belongs_to(copy):
    """Whose copy it is, "" for somebody without a name; None for a notebook that is no copy."""
    known = _known(copy)
    person = known.get("person") if "made_from" in known else None
    return person if person == "" or (isinstance(person, str) and NAME.fullmatch(person)) else None


def fingerprint(shipped):
    """By what a version of a lesson is told from another."""
    return hashlib.sha256(shipped.encode("utf-8")).hexdigest()[:16]


def _known(part):
    known = part.get("metadata", {}).get(MARK)
    return known if isinstance(known, dict) else {}


def line_of(cell):
    """What stands in a cell."""
    return "".join(cell["source"])


# --- The copies on the disk ---------------------------------------------------------------------------------


def shipped():
    """The lessons that ship: {file name: path}. None of them where only the package is installed."""
    return {path.name: path for path in sorted(files.CHECKOUT.joinpath("lessons").glob("*.ipynb"))}


def folder(person):
    """Where a person's copies lie, beside their work file and named like it."""
    return home() / (f"lessons_{person}" if person else "lessons")


def lay_out(person=None):
    """See to it that a person has a copy of every lesson, made from the version that ships now.

    person: whoever sits here, where none is named. A copy of another version gives way to a fresh one and is
    kept where its reader changed something. Returns the folder.
    """
    person = taken() if person is None else person
    here = folder(person)
    files.make(here)
    for name, source in shipped().items():
        text, path = source.read_text(encoding="utf-8"), here / name
        copy = read(path)
        if copy and _known(copy).get("made_from") == fingerprint(text):
            continue
        if path.exists() and (copy is None or not untouched(copy)):
            keep_aside(path)
        _write(path, copied(text, person))
    return here


def move(person):
    """Let this program work in a person's folder, if it works in that of somebody else now: what it writes
    belongs beside the copies of whoever sits here."""
    here = Path.cwd()
    if here.parent == home().absolute() and here.name.startswith(folder("").name):
        os.chdir(lay_out(person))


def read(path):
    """The notebook at a path; None where there is none that can be read."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        copy = json.loads(Path(path).read_text(encoding="utf-8"))
        changes(copy)  # reads what it needs of each cell
        return copy
    return None


def put_back(path, cell=None):
    """Put a copy back to how it came, or one box of it (`cell`, an id). What was there is kept aside.

    Returns where it is kept, or None where nothing had been changed.
    """
    path = Path(path)
    source = shipped()[path.name].read_text(encoding="utf-8")
    copy = read(path)
    person = belongs_to(copy) if copy else None
    fresh = copied(source, taken() if person is None else person)
    kept = keep_aside(path) if path.exists() and (copy is None or not untouched(copy)) else None
    _write(path, with_line_back(copy, cell) if copy and cell else fresh)
    return kept


def put_all_back(person):
    """Put all copies of a person back to how they came. Returns where those that were changed are kept."""
    here = lay_out(person)
    return [kept for name in shipped() if (kept := put_back(here / name))]


def keep_aside(path, text=None):
    """Keep a copy as it stands, or `text` in its place, in the folder of earlier copies. Returns the path."""
    path = Path(path)
    text = path.read_text(encoding="utf-8", errors="replace") if text is None else text
    now = f"{datetime.now():%Y-%m-%d %H.%M.%S}"
    for number in range(1, 1000):
        again = f" ({number})" if number > 1 else ""
        kept = path.parent / EARLIER / f"{path.stem} {now}{again}{path.suffix}"
        if not kept.exists():
            break
    files.write(kept, text)
    return kept


def clear_away(person):
    """Delete a person's copies, the earlier ones too. Returns what else lies in their folder, by name: files
    of their own making stay."""
    here = folder(person)
    ours = [here / name for name in shipped()]
    hidden = here / ".ipynb_checkpoints"
    kept = [path for place in (here / EARLIER, hidden) if place.is_dir() for path in files.in_folder(place)]
    for path in [*ours, *kept]:
        files.delete(path)
    for place in (here / EARLIER, hidden, here):
        with suppress(OSError):
            place.rmdir()
    return [path.name for path in files.in_folder(here)] if here.is_dir() else []


def _write(path, copy):
    files.write(path, json.dumps(copy, ensure_ascii=False, indent=1) + "\n")
