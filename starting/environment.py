"""The environment of the lessons: what stands there now, making it, and mending it."""

import contextlib
import csv
import hashlib
import importlib.util
import json
import os
import re
import shutil
import sysconfig
from pathlib import Path

from . import installing
from .places import ENVIRONMENT, LOCK, LOG, PYTHON, ROOT
from .troubles import LACKS_VENV, SPACE_NEEDED, Stop, say

DEV_LOCK = ROOT / "requirements-dev.lock.txt"
# Written last: an environment without it is half-made.
MARKER = ENVIRONMENT / "whosewords.json"
FIRST_LOADED = "jupyterlab.labapp, ipykernel.ipkernel, ipywidgets, pandas, textstat, nupunkt, whosewords"
SAID = {
    "foreign": "The folder .venv here was not made by start.py: move it away or delete it, then try again.",
    "missing": "Setting up Whose Words? This happens once and takes about a minute.",
    "half-made": "An earlier set-up was not finished, so it is done again from the start.",
    "outdated": "The list of packages has changed, so the environment is brought up to date.",
    "without tests": "Adding what the tests need.",
    "damaged": "Files of the packages are gone or changed, so they are put back.",
}


def prepare(dev=False):
    """Sees to it that the environment is there and complete."""
    misnamed()
    if state(dev) != "ready":
        with alone():
            if (found := state(dev)) != "ready":  # another window may have done it meanwhile
                set_up(found, dev)


def misnamed():
    """Stops where the name of this folder is one that Python or Jupyter cannot live in."""
    name = str(ROOT)
    for odd, there in (
        (f"a {os.pathsep}", os.pathsep in name),  # no environment is made there
        ("a $ or % with a word", os.path.expandvars(name) != name),  # Jupyter would put its value there
        ("a letter that no text can hold", name.encode("utf-8", "replace").decode("utf-8") != name),
    ):
        if there:
            raise Stop(
                f"There is {odd} in the name of this folder, or of one around it, and the lessons cannot "
                "start there: rename it, then type the same command again."
            )


# --- What stands there


def state(dev=False):
    """missing, foreign, half-made, outdated, without tests, damaged or ready: what stands there now."""
    if not ENVIRONMENT.exists():  # or it is a link to a place that is gone
        return "missing"
    if not (found := recorded()):
        ours = "whosewords" in config(otherwise="whosewords")  # ours, too, where it was cut off before that
        return "half-made" if ours else "foreign"
    if not PYTHON.exists() or not maker_is_there():
        return "half-made"
    if found.get("lessons") != fingerprint(LOCK):
        return "outdated"
    if dev and found.get("dev") != fingerprint(DEV_LOCK):
        return "without tests"
    return "damaged" if damaged() else "ready"


def recorded():
    """What the environment says of itself: the fingerprints of the lists it was made from."""
    with contextlib.suppress(OSError, ValueError, TypeError):
        return dict(json.loads(MARKER.read_text(encoding="utf-8")))
    return {}


def config(otherwise=""):
    """What Python wrote down when it made the environment."""
    path = ENVIRONMENT / "pyvenv.cfg"
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else otherwise


def maker_is_there():
    """Whether the Python is still where it was that the environment was made with."""
    home = re.search(r"^home = (.+)$", config(), re.MULTILINE)
    return not home or os.path.isdir(home.group(1).strip())


def fingerprint(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def packages():
    """Where the packages of the environment are."""
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(ENVIRONMENT)}))


def way():
    """The file that leads the environment to src."""
    return packages() / "whosewords.pth"


def damaged():
    """What is no longer as the set-up left it: names of packages' folders of records."""
    gone = [name for name in recorded().get("packages", ()) if not whole(name)]
    return gone if way().exists() else [*gone, way().name]


def whole(record):
    """Whether each file of a package is there in its full size. (For all packages it takes 0.1 s.)"""
    here = packages()
    path = here / record / "RECORD"
    with contextlib.suppress(OSError, ValueError), open(path, encoding="utf-8", newline="") as listed:
        sizes = [(name, int(size)) for name, _, size in csv.reader(listed) if size]
        return all(os.stat(os.path.join(here, name)).st_size == size for name, size in sizes)
    return False


# --- Making and mending it


def set_up(found, dev):
    """Makes, completes or mends the environment. found: its state."""
    if found == "foreign":
        raise Stop(SAID[found])
    say(SAID[found])
    dev = dev or (found == "damaged" and "dev" in recorded())
    if found in ("missing", "half-made"):
        make()
    for name in damaged():  # an installer puts back what is not recorded
        shutil.rmtree(packages() / name, ignore_errors=True)
    # No build, and an edit counts at once. The path is relative, so that the folder may be moved and may have
    # any letters in its name.
    way().write_text(os.path.relpath(ROOT / "src", packages()) + "\n", encoding="ascii")
    installing.install(DEV_LOCK if dev else LOCK)
    # Python compiles once what every lesson loads: else whoever runs the first cell waits for it.
    installing.run("Getting them ready", [str(PYTHON), "-c", f"import {FIRST_LOADED}"])
    names = sorted(record.name for record in packages().glob("*.dist-info"))
    made = {"lessons": fingerprint(LOCK), "packages": [name for name in names if whole(name)]}
    if dev:
        made["dev"] = fingerprint(DEV_LOCK)
    MARKER.write_text(json.dumps(made) + "\n", encoding="utf-8")


def make():
    """An empty environment in the place of whatever stood there."""
    free = shutil.disk_usage(ROOT).free // 10**6
    if free < SPACE_NEEDED:
        raise Stop(f"The set-up needs {SPACE_NEEDED} MB, and this disk has {free} MB left: free some.")
    if importlib.util.find_spec("venv") is None:
        raise Stop(LACKS_VENV)
    import venv

    if ENVIRONMENT.is_dir() and not ENVIRONMENT.is_symlink():
        shutil.rmtree(ENVIRONMENT)
    elif os.path.lexists(ENVIRONMENT):  # a file, or a link, even to nowhere
        ENVIRONMENT.unlink()
    venv.EnvBuilder(symlinks=os.name != "nt", prompt="whosewords").create(ENVIRONMENT)


@contextlib.contextmanager
def alone():
    """Opens the log of the set-up, empty, and holds it so that two windows never set up at once."""
    with open(LOG, "a+b") as log:
        try:
            if os.name == "nt":
                import msvcrt

                log.seek(2**30)  # nobody else can write what is locked, so it is a byte past the end
                msvcrt.locking(log.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(log, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            raise Stop("Another window is setting this up right now: wait for it, then try again.") from None
        except OSError:
            pass  # some network disks cannot lock; then it must go without
        log.truncate(0)
        yield
