"""A student's server on a JupyterHub: the settings of the lessons, and a home of the student's own."""

import contextlib
import os
import stat
import sys
import tempfile
from pathlib import Path

from . import settings
from .places import JUPYTER, PYTHON

SERVER = "jupyterhub-singleuser"  # what a hub asks for
KERNELS = {
    # A kernel that nobody has used for an hour ends, also behind a tab that was left open: each lesson has
    # one, and a student who goes through all of them would hold ten. Answers are on the disk by then; the
    # lines of the lesson are run again.
    "MappingKernelManager": {"cull_idle_timeout": 3600, "cull_interval": 300, "cull_connected": True},
    # Ports are chosen some time before they are taken, so of many servers that start at once on a computer
    # two may choose the same, and a kernel stays dumb. Nobody else comes to sockets in a folder of one's own.
    "KernelManager": {"transport": "ipc"},
}
# As `settings.LAB`, with the hub asking who comes.
WITH_A_HUB = settings.LAB.replace("jupyterlab.labapp", "jupyterhub.singleuser")


def write_settings():
    """Lay out the Jupyter folder that all servers read, and no student writes."""
    settings.write_settings(server=settings.SERVER | KERNELS)
    # Without this sign Jupyter looks for a folder of long ago, and writes the sign, which no student can.
    settings.lay_down(JUPYTER / "config/migrated", "")


def private_folder():
    """A folder in the system's temporary one that nobody else may look into: names of sockets must be short,
    and a home on a network disk holds none. It is the same at each start: nobody is there to delete it."""
    folder = Path(tempfile.gettempdir(), f"whosewords-{os.getuid()}")
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    if stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077:
        return folder
    return Path(tempfile.mkdtemp(prefix="whosewords-"))  # somebody was there before


def variables(home):
    """What a student's server has in its environment. home: the student's own folder."""
    environment = {"WHOSEWORDS_HOME": str(home / "whosewords")} | settings.write_settings(
        home / ".whosewords"
    )
    path = os.pathsep.join([str(PYTHON.parent), environment.get("PATH", os.defpath)])
    return environment | {
        "PATH": path,
        "JUPYTER_CONFIG_DIR": str(JUPYTER / "config"),
        "JUPYTER_RUNTIME_DIR": str(private_folder()),
    }


def command(asked):
    """What is run, as a list: a student's server, or another program where one is named.

    >>> command(["jupyter", "lab"])
    ['jupyter', 'lab']
    >>> command(["jupyterhub-singleuser", "--debug"]) == command(["--debug"])
    True
    """
    if asked and asked[0] != SERVER and not asked[0].startswith("-"):
        return asked
    return [str(PYTHON), "-c", WITH_A_HUB, *(one for one in asked if one != SERVER)]


def become(asked):
    """Turn this program into what is asked for, in the student's home."""
    home = Path.home()
    environment = variables(home)
    os.chdir(home)
    program = command(asked)
    sys.stdout.flush()
    os.execvpe(program[0], program, environment)
