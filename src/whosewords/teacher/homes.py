"""A folder of homes, as a server for many students has it: of each home only what the module keeps there is
read, and nothing is written.

Read are work files, events with the reviews in them, and reviews that were written for others. Left alone are
the copies of the lessons and what was exported into them (it stands in the work file), a student's own texts,
events that others gave them, unlocked articles, and every other folder of a home. No link is followed: each
folder is opened inside the one before, so that none can be put in its place meanwhile.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from pathlib import Path, PurePosixPath

from ..own_event.review_file import is_review
from ..problems import Problem, arrived
from ..shelf.event_folder import ENDING, REVIEWS
from .incoming import LINK, MOST_SEEN, NO_FILE, SHOWN, Arrived, Budget, Full, read

PLACE = "whosewords"  # where a home has it: `files.home`, docs/hub.md
MOST_HOMES = 2_000
MOST_FILES, MOST_BYTES = 300, 30_000_000  # that are read of one home
CAN = os.open in os.supports_dir_fd and os.scandir in os.supports_fd  # not on Windows
NO_LINK = getattr(os, "O_NOFOLLOW", 0)
FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
FILE = os.O_RDONLY | NO_LINK | getattr(os, "O_NONBLOCK", 0)  # a pipe is not waited for
UNSEEN = getattr(os, "O_NOATIME", 0)  # a file does not even tell that it was read
TABLES = [f"{name}{ENDING}" for name in SHOWN]
EMPTY = "(homes in which nothing of Whose Words? lies: {count})"
NOT_BEGUN = "Nobody has answered anything there yet, or the answers lie elsewhere (--place): {names}."
GONE = "(homes on your list that are not there: {count})"
CLOSED = "Could not be read ({why}). Start the command as somebody who may read all homes."
MUCH = f"Not looked at: more than {MOST_FILES} files, or than {MOST_BYTES // 1_000_000} MB, in one home."
MANY = f"Not looked at: more than {MOST_HOMES:,} homes. Name those of one class with --only."


def are_homes(folder):
    """Whether a folder holds homes: at least one of its folders has the module's own, with work in it.

    >>> are_homes(".")
    False
    """
    if not CAN:
        return False
    with suppress(OSError), _opened(folder, FOLDER) as top:
        return any(_has_work(top, home) for home in _names(top, _is_home))
    return False


def of_homes(folder, place=PLACE, only=()) -> Iterator[Arrived]:
    """What lies in a folder of homes, file by file, as `Arrived` with the home's name.

    place: where in each home the module's folder is. only: the homes that are looked at; all where none is
    named.
    """
    parts, wanted = _parts(place), {name.casefold() for name in only}
    try:
        with _opened(folder, FOLDER) as top:
            names = _names(top, lambda one: _is_home(one) and (not wanted or one.name.casefold() in wanted))
            found = {home: list(_of_home(top, home, parts)) for home in names[:MOST_HOMES]}
    except OSError as error:
        why = error.strerror or error
        raise Problem(f"The folder “{Path(folder).name}” could not be opened ({why}).") from None
    for files in found.values():
        yield from files
    empty, gone = [home for home in found if not found[home]], wanted - {one.casefold() for one in names}
    if len(names) > MOST_HOMES:
        yield Arrived("(the rest)", None, MANY)
    if empty:
        yield Arrived(EMPTY.format(count=len(empty)), None, NOT_BEGUN.format(names=", ".join(empty)))
    if gone:
        yield Arrived(GONE.format(count=len(gone)), None, f"{', '.join(sorted(gone))}.")


def at_home(folder) -> Iterator[Arrived]:
    """The work files that lie in one student's own folder, and nothing below it.

    >>> list(at_home("tests"))
    []
    """
    left = Budget(MOST_FILES, MOST_BYTES)
    for path in sorted(path for path in Path(folder).iterdir() if _is_work(path)):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as opened:
                yield read(opened, path.name, left)


def _parts(place):
    """The folders on the way from a home to the module's own."""
    parts = PurePosixPath(str(place)).parts
    if not parts or {"/", ".."} & set(parts):
        raise Problem(f"--place names a folder inside each home, like {PLACE}, but got “{arrived(place)}”.")
    if not CAN:
        raise Problem("A folder of homes is read on Linux or on a Mac: start the command there.")
    return parts


# ---- one step further, and no other way


@contextmanager
def _opened(name, how, within=None):
    """A file or a folder, opened inside a folder, as its number. Raises `OSError` where that cannot be."""
    try:
        step = os.open(name, how | UNSEEN, dir_fd=within)
    except PermissionError:  # only an owner and an administrator may read unseen
        step = os.open(name, how, dir_fd=within)
    try:
        yield step
    finally:
        os.close(step)


def _names(step, wanted):
    """The names in a folder that are wanted, those of work first. wanted: takes an entry of the folder."""
    with os.scandir(step) as found:
        entries = [one for one in islice(found, MOST_SEEN) if wanted(one)]
    return [one.name for one in sorted(entries, key=lambda one: (not _is_work(one), one.name))]


def _is_home(one):
    return not one.name.startswith(".") and (one.is_dir(follow_symlinks=False) or one.is_symlink())


def _is_work(one):
    return one.name.lower().startswith("my_work")


def _has_work(top, home):
    with ExitStack() as way, suppress(OSError):
        step = way.enter_context(_opened(home, FOLDER | NO_LINK, top))
        step = way.enter_context(_opened(PLACE, FOLDER | NO_LINK, step))
        return bool(_names(step, lambda one: _is_work(one) or one.name == "name.txt"))
    return False


def _why(step, name, error):
    """Why something was not opened: it is a link, or no such thing, or closed."""
    with suppress(OSError):
        if stat.S_ISLNK(os.stat(name, dir_fd=step, follow_symlinks=False).st_mode):
            return LINK
    closed = isinstance(error, PermissionError)
    return (CLOSED if closed else "Could not be read ({why}).").format(why=error.strerror or error)


# ---- one home


def _of_home(top, home, parts):
    left, file, step = Budget(MOST_FILES, MOST_BYTES), "", top
    with ExitStack() as way:
        try:
            for name in (home, *parts):
                file = f"{file}/{name}".lstrip("/")
                step = way.enter_context(_opened(name, FOLDER | NO_LINK, step))
            yield from (one._replace(home=home) for one in _of_place(step, file, left))
        except Full:
            yield Arrived(home, None, MUCH, home)
        except FileNotFoundError:
            return
        except OSError as error:
            yield Arrived(file, None, _why(step, name, error), home)


def _of_place(step, file, left):
    """What is read of the module's folder."""
    for name in _names(step, lambda one: _is_work(one) or _kind(one.name)):
        here, kind = f"{file}/{name}", _kind(name)
        if kind:
            yield from _each(step, name, here, left, _event if kind == "events" else _review)
        else:
            yield from _file(step, name, here, left)


def _kind(name):
    """What a folder of the module holds that is looked into, "" for one that is not."""
    kind = name.partition("_")[0]
    return kind if kind in ("events", "lessons") and name != "events_of_others" else ""


def _each(step, name, file, left, how):
    """What is read of each thing in a folder."""
    try:
        with _opened(name, FOLDER | NO_LINK, step) as folder:
            for one in _names(folder, lambda one: not one.name.startswith(".")):
                yield from how(folder, one, f"{file}/{one}", left)
    except OSError as error:
        yield Arrived(file, None, _why(step, name, error))


def _event(step, name, file, left):
    """The tables of an event that are shown, and the reviews that its author was given."""

    def part(folder, one, file, left):
        if one == REVIEWS:
            yield from _each(folder, one, file, left, _review)
        elif one in TABLES:
            yield from _file(folder, one, file, left)

    yield from _each(step, name, file, left, part)


def _review(step, name, file, left):
    """A file, where it is a review: tables of other kinds lie there, too."""
    if name.endswith(ENDING):
        yield from (one for one in _file(step, name, file, left) if one.raw is None or is_review(one.raw))


def _file(step, name, file, left):
    """One file, as it is read of a folder of files that were handed in."""
    left.spend(files=1)
    try:
        with _opened(name, FILE, step) as number, os.fdopen(number, "rb", closefd=False) as opened:
            is_file = stat.S_ISREG(os.fstat(number).st_mode)
            yield read(opened, file, left) if is_file else Arrived(file, None, NO_FILE)
    except OSError as error:
        yield Arrived(file, None, _why(step, name, error))
