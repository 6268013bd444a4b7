"""Where the module's files lie, written whole or not at all, and held while they are written. The only place
that knows the disk, so that another home can be given to it.

The lock is the operating system's: it is given back when a program dies, so it can never hang.
"""

import csv
import errno
import os
import random
import shutil
import sys
import tempfile
import time
import tomllib
from contextlib import contextmanager, suppress
from pathlib import Path

from .problems import Problem, arrived

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parents[1]
IN_CHECKOUT = (CHECKOUT / "start.py").is_file()
IN_BROWSER = sys.platform == "emscripten"  # in a page, and no other computer has a part in it
NOTHING_KEPT = "nothing_is_kept_here.txt"  # written by the page (`site.js`)
NO_ROOM = (
    "“{name}” could not be saved: this browser has no room left, or keeps nothing here. Make room on this "
    "device, or use “Download my work” at the foot of the page before you leave."
)
PATIENCE = 10  # seconds to wait for another notebook that is writing

# What a system says of a lock that somebody else has; anything else means that there are no locks.
TAKEN = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class CannotSave(Problem):
    """A file could not be written; the message says which, why, and what to do. Nothing was lost."""


def data(*parts):
    """The path of a file of the module's data: `data/` in a checkout, inside the package in a wheel.

    `WHOSEWORDS_DATA` names another folder where it is set when the program starts: other texts, same code.

    >>> data("articles").is_dir()
    True
    """
    chosen, inside = os.environ.get("WHOSEWORDS_DATA"), PACKAGE / "data"
    if chosen:
        return Path(chosen).expanduser().joinpath(*parts)
    return (inside if inside.is_dir() else CHECKOUT / "data").joinpath(*parts)


def settings(*parts):
    """A TOML file of the module's data, as a dictionary.

    >>> settings("articles", "rs.toml")["author"]
    'Helena Cobban'
    """
    with data(*parts).open("rb") as file:
        return tomllib.load(file)


def table_rows(*parts):
    """The rows of a table of the module's data, as dictionaries of text.

    >>> table_rows("events.csv")[0]["event_id"]
    'invasion_2003'
    """
    with data(*parts).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def place():
    """The folder that a reader sees and may put files into: where the program was started, if that is a
    folder of their own, as in a lesson, or if there is no checkout; else the checkout."""
    here = Path.cwd()
    return CHECKOUT if IN_CHECKOUT and not here.is_relative_to(home().absolute()) else here


def named(name):
    """A path as a reader writes it, `~` for the home folder. Raises `Problem` for what can be no name of a
    file: a number, nothing, a name that is longer than a disk can keep."""
    no_name = Problem(
        f'This needs the name of a file in quotation marks, such as "my_file.txt", but got “{arrived(name)}”.'
    )
    if not isinstance(name, str | Path) or not str(name).strip():
        raise no_name
    path = Path(name)
    try:
        path = path.expanduser() if path.parts[:1] == ("~",) else path
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return path
    except (ValueError, RuntimeError, OSError):  # a character that no name has, no home, too long
        raise no_name from None
    return path


def meant(name):
    """A path as a reader means it: from the home folder (`~`), from here, from the folder of the checkout
    or its lessons, or, where it begins with `data/`, from the module's data."""
    path = named(name)
    if path.exists() or path.is_absolute():
        return path
    beside, ours = (CHECKOUT / path, CHECKOUT / "lessons" / path), data(*path.parts[1:])
    if IN_CHECKOUT and (there := [each for each in beside if each.exists()]):
        return there[0]
    return ours if path.parts[:1] == ("data",) and ours.exists() else place() / path


def in_folder(folder):
    """The visible files of a folder, by name. Raises `Problem` where it may not be opened."""
    try:
        return sorted(
            path for path in Path(folder).iterdir() if path.is_file() and not path.name.startswith(".")
        )
    except OSError as error:
        raise Problem(
            f"The folder “{Path(folder).name}” could not be opened ({error.strerror or error})."
        ) from error


def graded():
    """Whether nbgrader runs this program, to grade what a student handed in (docs/nbgrader.md)."""
    return os.environ.get("NBGRADER_EXECUTION") == "autograde"


def on_a_hub():
    """Whether a JupyterHub started this: then the home lies on a server that others look after."""
    return "JUPYTERHUB_USER" in os.environ


def home():
    """The folder that holds what belongs to this reader alone: full texts and answers.

    `WHOSEWORDS_HOME` decides where it is set; else `my_work` in the checkout (git ignores it); else
    `whosewords` in the user's home folder. Where nbgrader grades it is the folder of what was handed in, so
    that no line of a student's reaches a teacher's own. The folder is not created here.
    """
    if graded():
        return Path.cwd()
    chosen = os.environ.get("WHOSEWORDS_HOME")
    if chosen:
        return Path(chosen).expanduser()
    return CHECKOUT / "my_work" if IN_CHECKOUT else Path.home() / "whosewords"


def stamp(path):
    """What changes whenever somebody writes the file, in this program or in another; None where none is."""
    try:
        state = Path(path).stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def write(path, text):
    """Write `text` to `path` so that at any moment either the old or the new file is there, whole.

    Raises `CannotSave` with a sentence for the reader (read-only folder, full disk).
    """
    content = text.encode("utf-8", "replace")
    with whole(path) as file:
        file.write(content)
    if IN_BROWSER and Path(path).read_bytes() != content:  # a full store may say nothing
        raise _not_saved(Path(path), "the browser did not keep it")


@contextmanager
def whole(path):
    """A file to write bytes into; it takes the place of what is at `path` when the block ends without a
    mistake. Until then, and after a mistake, the old one is there. Raises `CannotSave` as `write` does."""
    path = Path(path)
    temporary = None
    try:
        if path.is_symlink():  # what the link stands for is written, not the link
            path = path.resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        raise _not_saved(path, error.strerror or error) from error
    finally:
        if temporary and os.path.exists(temporary):
            with suppress(OSError):  # a full store in a browser may refuse even that
                os.unlink(temporary)


def _not_saved(path, why):
    if IN_BROWSER:
        return CannotSave(NO_ROOM.format(name=path.name))
    return CannotSave(
        f"“{path.name}” could not be saved in the folder {path.parent} ({why}). What was there before is "
        "untouched. Free some space, or choose a folder you may write to by setting WHOSEWORDS_HOME."
    )


def lasts(path):
    """Whether what is written at `path` outlives this program. On a computer it does. In a browser it does
    where the page's own store is mounted there; a page that was opened by plain http from another computer
    has none, and writes into thin air; and where a browser refuses its store, the page says so by a file.

    >>> lasts("my_work.json")
    True
    """
    if not IN_BROWSER:
        return True
    from pyodide_js import FS

    there = next(each for each in Path(path).absolute().parents if each.exists())
    if (there / NOTHING_KEPT).exists():
        return False
    return FS.lookupPath(str(there)).node.mount.mountpoint != "/"


def make(folder):
    """Make a folder, unless it is there. Raises `CannotSave` with a sentence for the reader."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotSave(
            f"The folder {folder} could not be made ({error.strerror or error}). Choose a folder you may "
            "write to by setting WHOSEWORDS_HOME."
        ) from error


def set_aside(path, aside):
    """Copy a file of a reader to another name, for nobody else to read, like all that is theirs."""
    with (
        open(path, "rb") as file,
        open(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as kept,
    ):
        shutil.copyfileobj(file, kept)


def publish(folder, name, made):
    """Write what is for others to read into a folder, or into the folder `name` where a reader looks for it.

    made: {file name: text}. Returns the paths. What else lies in the folder is left alone.
    """
    folder = Path(folder).expanduser() if folder else place() / name
    for file, text in made.items():
        write(folder / file, text)
        (folder / file).chmod(0o644)  # a reader's own files are for nobody else
    return [folder / file for file in made]


def delete(path):
    """Delete a file; True where there was one. Raises `Problem` where that is not allowed."""
    path = Path(path)
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise Problem(
            f"“{path.name}” could not be deleted ({error.strerror or error}). "
            f"Delete it yourself in the folder {path.parent}."
        ) from error
    return True


def lock_of(path):
    """The empty file by which a file is held."""
    return path.with_name(f".{path.name}.lock")


@contextmanager
def held(path, patience=PATIENCE):
    """Hold the file at `path` for a while: gives True where it is held, False where somebody else holds it
    for longer than `patience` seconds, and None where there are no locks (in a browser, on some network
    drives, in a folder that cannot be written)."""
    lock, mine = None, None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = open(lock_of(path), "a", encoding="utf-8")  # noqa: SIM115
        mine = _wait_for(lock, patience)
    except OSError:
        pass
    try:
        yield mine
    finally:
        if lock:
            with suppress(OSError):  # to close it is to write it, where a browser's store is full
                lock.close()


def _wait_for(handle, patience):
    take = _lock_of_this_system()
    until = time.monotonic() + patience
    while take:
        try:
            take(handle.fileno())
            return True
        except OSError as error:
            if error.errno not in TAKEN:
                return None
            if time.monotonic() > until:
                return False
            time.sleep(random.uniform(0.001, 0.01))  # not in step with others who wait
    return None


def _lock_of_this_system():
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock  # a browser's Python has `fcntl`, and no locks in it

        return lambda number: flock(number, LOCK_EX | LOCK_NB)
    except ImportError:
        pass
    try:
        import msvcrt

        return lambda number: msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
    except ImportError:
        return None
