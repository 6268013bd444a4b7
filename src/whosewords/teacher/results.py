"""What is made of a folder of work files: a page and a table in a folder of their own, for nobody else to
read; and how to delete them again. Nothing that students handed in is changed or deleted."""

import json
from pathlib import Path

from .. import files
from ..classroom.work_format import FORMAT
from ..problems import Problem, arrived
from .class_briefs import HEAD as BRIEFED
from .class_briefs import table as briefs_table
from .class_list import compared, in_lines, listed
from .class_page import page
from .class_table import FIRST, LOGIN, MARKS, logins, table
from .class_tags import HEAD as CODED
from .class_tags import table as codes_table
from .collecting import collected, given_folder
from .homes import are_homes
from .incoming import RESULTS

PAGE, TABLE, CODES, BRIEFS, LOGINS = "class.html", "class.csv", "codes.csv", "briefs.csv", "logins.csv"
LEFT = tuple(
    f".{name}." for name in (PAGE, TABLE, CODES, BRIEFS, LOGINS)
)  # how a file is called while it is written
MODULE = FORMAT.partition("?")[0]  # how the module’s own files say where they come from
HEAD = 200_000  # bytes of a file that tell whether it is ours
CLOSED = (
    "The results cannot be written to the folder {where} ({why}). Is one of them open in another program? "
    "Then close it. Else copy the work files to a folder of your own, and give that one."
)
STAY = (
    "What students handed in stays where it is, in {folder}: delete it yourself when it is no longer needed."
)
STILL = (
    "If “Delete all marks” was not pressed on the page, its marks and comments are still in that browser. To "
    "delete them, make the page again with the same command without --forget, press it, and forget again. "
    "Marks that were saved as a file elsewhere stay, too."
)
BROWSER = (
    "Marks and comments that the page kept in a browser stay there until “Delete all marks” is pressed on "
    "the page, so press it first; marks that were saved as a file elsewhere stay, too."
)


def write(folder, same=(), names=None, out=None, home=None, only=None):
    """Make the page and the table of a class, and say what was done, as lines.

    same: see `collected`. names: a file with the names that were given out, one a line. out: another folder
    for the results. home: where in a home the answers lie. only: a file with the homes that are looked at.
    """
    klass = collected(folder, same, home, listed(only) if only else ())
    klass, where = _with_names(klass, folder, names), place(folder, out, bool(home or only))
    of = files.named(out) if out else given_folder(folder)
    absent = compared(klass.names, klass.students).nothing
    made = {PAGE: page(klass, of), TABLE: table(klass.students, absent), LOGINS: logins(klass.students)}
    made |= {CODES: codes_table(klass.students), BRIEFS: briefs_table(klass.briefs)}
    made = {name: text for name, text in made.items() if text}
    try:
        where.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, text in made.items():
            if (where / name).is_symlink():  # in a shared folder it may lead to any file
                files.delete(where / name)
            files.write(where / name, text)
    except (OSError, files.CannotSave) as problem:
        raise Problem(CLOSED.format(where=where, why=_why(problem.__cause__ or problem))) from None
    return [*_told(klass), f"The page: {where / PAGE}", f"The table: {where / TABLE}", *_others(made, where)]


def _others(made, where):
    """Where the codes of Lesson 7 are, the table of briefs, and whose home it was, if there are any."""
    told = {CODES: "The codes of Lesson 7, to give to the class", BRIEFS: "The table of framing briefs",
            LOGINS: "Whose home it was, which the page does not tell"}  # fmt: skip
    return [f"{what}: {where / name}" for name, what in told.items() if name in made]


def _with_names(klass, folder, names):
    """A class with the names of a list, which is no file that anybody handed in."""
    if names is None:
        return klass
    path, here = files.named(names).resolve(), given_folder(folder).resolve()
    own = path.relative_to(here).as_posix() if path.is_relative_to(here) else None
    found = tuple(row for row in klass.found if row.file != own)
    return klass._replace(found=found, names=listed(names))


def place(folder, out=None, homes=False):
    """The folder of the results, also where it is given itself; raises `Problem` where something else has its
    name. Nothing is written among homes, but into the folder that holds what is this reader's alone."""
    where = files.named(out).resolve() if out else given_folder(folder).resolve()
    if not out and (homes or are_homes(where)):
        where = files.home().absolute()
    where = where if where.name == RESULTS else where / RESULTS
    if where.is_symlink() or (where.exists() and not where.is_dir()):
        raise Problem(f"“{RESULTS}” in the folder {where.parent} is no folder: give it another name.")
    return where


def _told(klass):
    people, rows = len(klass.students), len(klass.found)
    yield f"{people} student{'s' * (people != 1)} in {rows} file{'s' * (rows != 1)}."
    if klass.briefs or klass.reviews:
        reviews = len(klass.reviews) + sum(len(one.reviews) for one in klass.briefs)
        yield f"Framing briefs: {len(klass.briefs)}. Reviews: {reviews}."
    for told, names in in_lines(klass.names, klass.students):
        yield " ".join([told, ", ".join(map(arrived, names))]).rstrip()
    for title, rows in (
        ("These need you:", [row for row in klass.found if row.needs_teacher]),
        ("Sorted out, nothing to do:", [row for row in klass.found if row.harmless]),
    ):
        yield from [title] * bool(rows)
        yield from (f"  {arrived(row.file)}: {row.done}" for row in rows)


def ours(folder, out=None):
    """(the files that were made of a folder, what else lies among them)."""
    where = place(folder, out)
    try:
        found = sorted(where.iterdir()) if where.is_dir() else []
        made = [path for path in found if _is_made(path)]
    except OSError as error:
        raise Problem(f"The folder {where} cannot be read ({_why(error)}), so nothing was deleted.") from None
    return made, [path for path in found if path not in made]


def _why(error):
    return getattr(error, "strerror", None) or error


def _is_made(path):
    """Whether the module made a file: its name and its beginning say so."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        text = file.read(HEAD).decode("utf-8-sig", errors="replace")
    if path.suffix == ".json":
        return _format(path).startswith(MODULE) and _format(path) != FORMAT
    if path.name.startswith("."):
        return path.name.startswith(LEFT) and path.suffix == ".tmp"
    return (path.name == PAGE and MODULE in text) or (
        path.suffix == ".csv" and text.startswith((FIRST, MARKS, CODED, BRIEFED, LOGIN))
    )


def _format(path):
    """What a JSON file says of itself; "" where it is none."""
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
        return str(document.get("format", "")) if isinstance(document, dict) else ""
    except (OSError, ValueError, RecursionError):
        return ""


def would_forget(folder, out=None):
    """What `forget` would do, as lines."""
    made, others = ours(folder, out)
    where = place(folder, out)
    if not made:
        return [f"There is nothing to delete: no results of a class are in {where}."]
    told = [f"This deletes, in {where}: {_listed(made)}. They cannot be had back."]
    return [*told, *_left(others), STAY.format(folder=_handed_in(folder)), BROWSER]


def forget(folder, out=None):
    """Delete what was made of a folder of work files, and say what is gone and what stays, as lines."""
    made, others = ours(folder, out)
    where, there = place(folder, out), _handed_in(folder)
    gone = [path for path in made if files.delete(path)]
    if not gone:
        return would_forget(folder, out)
    if not others:
        where.rmdir()
    return [f"Deleted: {_listed(gone)}.", *_left(others), STAY.format(folder=there), STILL]


def _handed_in(folder):
    """Where the work lies of which results were made."""
    where = given_folder(folder).resolve()
    return where.parent if where.name == RESULTS else where


def _left(others):
    return [f"Left, since this module did not make it: {_listed(others)}."] if others else []


def _listed(paths: list[Path]):
    return ", ".join(path.name for path in paths)
