"""A folder for a stick or a share: the lessons, the packages for the systems named, how to set them up.

What students do not need is not in it: no keys that can be read, no notes for teachers, no tests, nothing of
whoever made the folder. `start.py bundle` calls `lay_out`, fetches what the lists ask for, calls `finish`.
"""

import hashlib
import shutil
from pathlib import Path

from .. import files
from ..problems import Problem
from . import pages, wheels
from .templates import part

LOCK = "requirements.lock.txt"
PARTS = ("start.py", "starting", "src/whosewords", "data", "lessons", "LICENSE", "LICENSE-lessons", LOCK)
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*", "*.pyc")
FOR_TEACHERS = ("teacher", "source")  # folders of `lessons`
PACKAGES, LISTS, PAGES = "packages", "lists", "pages"
WINDOWS = "python-windows"
# Of the Python for Windows this stays; the rest draws windows of its own, or is of others.
KEPT = ("*.exe", "*.dll", "LICENSE.txt", "DLLs/*", "Lib/**/*")
NOT_NEEDED = {
    "site-packages", "__pycache__", "idlelib", "tkinter", "turtledemo", "test", "pydoc_data", "_tkinter.pyd",
    "tcl86t.dll", "tk86t.dll",
}  # fmt: skip
# The files that stay, as one number (see `fingerprint`): they are those that docs/bundle.md tells of.
CHECKED = "8a35b9ac1d779ffe1c3fa47c0eef4845d3127daa209bcb9b671b014afb4e5174"
STARTERS = {"Start.cmd": "Start.cmd", "start.command": "start.sh", "start.sh": "start.sh"}
SHARED = ("shared = false", "shared = true")


def lay_out(folder, systems, pythons):
    """Everything but the packages and the Python for Windows; and a list of the packages for each system.

    Returns the lists, as paths.
    """
    folder = Path(folder).expanduser()
    if not files.IN_CHECKOUT:
        raise Problem("A bundle is made in the folder that holds start.py.")
    ours = (folder / LOCK).is_file() and (folder / PACKAGES).is_dir()
    if folder.exists() and not ours and (not folder.is_dir() or any(folder.iterdir())):
        raise Problem(f"“{folder}” holds something else. Name a folder that is empty or not there yet.")
    everything = wheels.wanted(files.CHECKOUT.joinpath(LOCK).read_text("utf-8"), systems, pythons)
    try:
        files.make(folder / PACKAGES)
        for name in PARTS:
            _copy(files.CHECKOUT / name, folder / name)
    except OSError as error:
        raise Problem(f"The bundle could not be written to {folder} ({error.strerror or error}).") from None
    settings = files.CHECKOUT.joinpath("settings.toml").read_text("utf-8")
    files.publish(folder, "", {"settings.toml": settings.replace(*SHARED)})
    for name, source in STARTERS.items():
        _write(folder / name, part(f"stick/{source}"), "\r\n" if name.endswith(".cmd") else "\n")
        (folder / name).chmod(0o755)
    pages.write(folder / PAGES)
    shutil.rmtree(folder / LISTS, ignore_errors=True)
    lists = {f"{one.name}.txt": one.text() for one in everything}
    return files.publish(folder / LISTS, "", lists)


def finish(folder, systems, pythons):
    """Check the packages and the Python for Windows, and write the README. Returns sentences."""
    folder = Path(folder).expanduser()
    lock = folder.joinpath(LOCK).read_text("utf-8")
    if lacking := list(wheels.missing(folder / PACKAGES, wheels.wanted(lock, systems, pythons))):
        raise Problem(
            f"{len(lacking)} packages are missing or are not those of {LOCK}, first {lacking[0]}. Type the "
            "same command again."
        )
    shutil.rmtree(folder / LISTS, ignore_errors=True)
    if (folder / WINDOWS).is_dir():
        trim(folder / WINDOWS)
    sizes = {name: _size(folder / name) for name in (PACKAGES, WINDOWS, PAGES)}
    whole = _size(folder)
    told = {"systems": " and ".join(systems), "pythons": ", ".join(pythons), "whole": whole, **sizes}
    readme = part("stick/README.txt")
    for name, value in told.items():
        readme = readme.replace(f"{{{name}}}", str(value))
    _write(folder / "README.txt", readme, "\r\n")
    return [
        f"The bundle is in {folder.resolve()}: {whole} MB, for {told['systems']} with Python "
        f"{told['pythons']}. {sizes[PACKAGES]} MB of it are packages.",
        "README.txt there says how to set it up. Copy the whole folder to a stick or a share.",
    ]


def trim(python):
    """Leave of a Python for Windows what lessons need. Raises `Problem` where that is not what was
    checked."""
    found = {path for pattern in KEPT for path in python.glob(pattern)}
    stays = {path for path in found if not NOT_NEEDED & set(path.relative_to(python).parts)}
    for path in sorted(python.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in stays:
            path.unlink()
    if fingerprint(python) != CHECKED:
        shutil.rmtree(python)
        raise Problem("The Python for Windows is not the one that was checked, so it was left out.")


def fingerprint(folder):
    """One number for all files of a folder, their names and what is in them."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [
        f"{path.relative_to(folder).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n"
        for path in found
    ]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _copy(source, target):
    if source.is_dir():
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target, ignore=_ignored)
    else:
        shutil.copy(source, target)


def _ignored(folder, names):
    teachers = FOR_TEACHERS if Path(folder) == files.CHECKOUT / "lessons" else ()
    return {*LEFT_OUT(folder, names), *(name for name in names if name in teachers)}


def _write(path, text, end):
    path.write_text(text, encoding="utf-8", newline=end)


def _size(place):
    """In megabytes, rounded up."""
    return -(-sum(path.stat().st_size for path in Path(place).rglob("*") if path.is_file()) // 10**6)
