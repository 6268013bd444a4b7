"""A Finding to keep: its table as CSV, its picture as SVG, its words and limits as text."""

import re
from pathlib import Path

from .. import files
from ..problems import Problem
from ..session import home

FOLDER = "findings"  # in the reader's own folder, where no other is named
LONGEST = 60  # letters of a file name
FORMULA = re.compile(r"[=+@\t\r]|-(?!\d)")  # a cell that begins so would be run by a spreadsheet
MARK = "\ufeff"  # without it, spreadsheets take curly quotation marks for something else


class Saved(tuple):
    """The files that were written, as paths. Shown, it says where they are."""

    def __repr__(self):
        return f"Saved in the folder {self[0].parent}: {', '.join(path.name for path in self)}."


def save(finding, folder=None):
    """Write a Finding into a folder: table, pictures (where it has any), words. Gives the paths as `Saved`.

    folder: its name; the folder `findings` among the reader's own files where none is named. Files that are
    there already are not written over: the new ones get a number. Raises `Problem` for what is no folder's
    name, `CannotSave` where it cannot be written.
    """
    if folder is not None and not (isinstance(folder, str | Path) and str(folder).strip()):
        raise Problem(
            f'save() needs the name of a folder, such as "my findings", but got {str(folder)[:60]!r}.'
        )
    place = home() / FOLDER if folder is None else files.meant(folder)
    made = {".csv": MARK + as_csv(finding.table), ".txt": f"{finding!r}\n"}
    for number, (title, chart) in enumerate(finding.pictures):
        made["_places" * number + ".svg"] = f"{chart.file(title)}\n"
    stem = _free(place, _slug(finding.title), made)
    for suffix, text in made.items():
        files.write(place / f"{stem}{suffix}", text)
    return Saved((place / f"{stem}{suffix}").resolve() for suffix in made)


def as_csv(table):
    """A DataFrame as CSV. A text that a spreadsheet would take for a formula gets an apostrophe before it.

    >>> import pandas as pd
    >>> print(as_csv(pd.DataFrame({"text": ["=1+1", "-5", "a, b"], "n": [1.0, -2.0, 3.0]})), end="")
    text,n
    '=1+1,1.0
    -5,-2.0
    "a, b",3.0
    """
    safe = table.map(lambda cell: f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell)
    return safe.to_csv(index=False, lineterminator="\n")


def _slug(title):
    """A title as the name of a file, on any system.

    >>> _slug("Where “occup*” stands: ¶6?")
    'where_occup_stands_6'
    """
    return re.sub(r"[\W_]+", "_", title.lower()).strip("_")[:LONGEST].strip("_") or "finding"


def _free(place, stem, suffixes):
    """The first name under which none of the files is there yet."""
    names = (stem if number == 1 else f"{stem}_{number}" for number in range(1, 10_000))
    free = (name for name in names if not any((place / f"{name}{suffix}").exists() for suffix in suffixes))
    try:
        return next(free)
    except (OSError, StopIteration) as error:
        raise Problem(f"The folder “{place}” could not be used ({error}). Choose another one.") from error
