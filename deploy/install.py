"""Installs the lessons once for all students of a JupyterHub (docs/hub.md), or brings them up to date.

    sudo /usr/bin/python3 deploy/install.py /opt/whosewords [--jupyterhub VERSION]

The folder gets an environment of its own, is readable for everybody and written by nobody but its owner. It
holds nothing that students do not need: no keys that can be read, no notes for teachers, no tests. VERSION is
that of a hub which is there already. Needs nothing but a Python that all students may run.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = "requirements-hub.lock.txt"
PARTS = (
    "start.py", "starting", "src/whosewords", "data", "lessons", "deploy/student.py", "settings.toml",
    "LICENSE", "LICENSE-lessons", "requirements.lock.txt", "requirements-uv.lock.txt", LOCK,
)  # fmt: skip
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*", "*.pyc")
FOR_TEACHERS = {"teacher", "source"}  # folders of `lessons`, with the keys and the notes


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("folder", type=Path, help="where to, such as /opt/whosewords")
    parser.add_argument("--jupyterhub", metavar="VERSION", help="of the hub, where it is another than ours")
    chosen = parser.parse_args(arguments)
    if sys.version_info < (3, 11):  # noqa: UP036
        sys.exit("The lessons need Python 3.11 or newer: start this with such a one, for example python3.12.")
    folder = chosen.folder.expanduser().absolute()
    lay_out(folder)
    sys.path.insert(0, str(folder))  # from here on it is the copy that works
    from starting.troubles import Stop

    try:
        set_up(folder, chosen.jupyterhub)
    except Stop as stop:
        sys.exit(str(stop))
    open_to_all(folder)
    if closed := closed_to_students(folder / ".venv/bin/python"):
        sys.exit(
            f"Students cannot run the Python of {folder}, since {closed} is closed to them. Delete "
            f"{folder / '.venv'} and start this with a Python for everybody, such as /usr/bin/python3."
        )
    print(f"The lessons are in {folder}. docs/hub.md tells how a hub starts them.")


def lay_out(folder):
    """Copy what students need. What lies in the folder of an earlier copy gives way."""
    if folder.exists() and any(folder.iterdir()) and not (folder / "deploy/student.py").is_file():
        sys.exit(f"{folder} holds something else. Name a folder that is empty or not there yet.")
    for part in PARTS:
        source, target = ROOT / part, folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target, ignore=left_out)
        else:
            shutil.copy(source, target)


def left_out(folder, names):
    teachers = FOR_TEACHERS if Path(folder) == ROOT / "lessons" else set()
    return {*LEFT_OUT(folder, names), *teachers.intersection(names)}


def set_up(folder, version):
    """The environment of the copy, with what a student's server needs. Compiled once, since students cannot
    write here and would compile it at each start."""
    from starting import environment, hub, installing
    from starting.places import PYTHON

    environment.prepare()
    hub.write_settings()
    installing.install(folder / LOCK)
    if version:
        wanted = ["install", "--only-binary", ":all:", f"jupyterhub=={version}"]
        installing.pip(f"Getting JupyterHub {version}", *wanted)
    compiled = [
        str(PYTHON),
        "-m",
        "compileall",
        "-q",
        "-j",
        "0",
        str(folder / "src"),
        str(environment.packages()),
    ]
    subprocess.run(compiled, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def open_to_all(folder):
    """Everybody may read, and only the owner may write."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            runs = 0o111 if path.is_dir() or mode & 0o100 else 0
            path.chmod(0o644 | runs)


def closed_to_students(path):
    """The first folder on the way to a program that others may not enter, or None."""
    program = path.resolve()
    return next((one for one in reversed(program.parents) if not one.stat().st_mode & 0o001), None)


if __name__ == "__main__":
    main(sys.argv[1:])
