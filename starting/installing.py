"""uv and pip: how packages come into the environment, and what is said meanwhile."""

import contextlib
import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
import sys
import time

from .places import LOG, PACKAGES, PYTHON, ROOT, variables
from .troubles import LACKS_VENV, Stop, say, trouble

UV = PYTHON.with_name("uv.exe" if os.name == "nt" else "uv")
UV_LOCK = ROOT / "requirements-uv.lock.txt"
CHECKED = ["--only-binary", ":all:", "--require-hashes"]


def install(lock):
    """Puts the packages of a lock file into the environment, with uv where it can be had, else with pip."""
    wanted = [*CHECKED, "-r", str(lock)]
    if PACKAGES.is_dir():
        # pip comes with Python. Isolated: no setting of this computer may lead it elsewhere.
        wanted = ["--isolated", "--no-index", "--find-links", str(PACKAGES), *wanted]
    elif os.environ.get("WHOSEWORDS_INSTALLER") != "pip" and (uv := uv_command()):
        failed = run("Getting the packages", [uv, "pip", "install", "--python", str(PYTHON), *wanted])
        if failed is None:
            return
        # pip may know a mirror or a certificate that uv does not, so it has a try at anything else.
        if failed[0] == "space":
            stop_if(failed)
    # The list is complete, so there is nothing to work out; Python compiles what it uses when it uses it.
    beside = " from the folder packages" if PACKAGES.is_dir() else ""
    pip(f"Getting the packages{beside} (with pip)", "install", "--no-deps", "--no-compile", *wanted)


def uv_command():
    """The uv of this machine, else one fetched into the environment, else None."""
    if uv := shutil.which("uv") or (UV.exists() and str(UV)):
        return uv
    command = [*pip_command(), "install", "--no-deps", "--no-compile", *CHECKED, "-r", str(UV_LOCK)]
    failed = run("Getting the installer", command)
    if failed and failed[0] in ("space", "network"):
        stop_if(failed)
    return str(UV) if UV.exists() else None


def pip(words, *options):
    stop_if(run(words, [*pip_command(), *options]))


def pip_command():
    """A pip for the environment: that of this Python (it saves making another), else one of its own."""
    with contextlib.suppress(Exception):
        if tuple(int(part) for part in importlib.metadata.version("pip").split(".")[:2]) >= (22, 3):
            return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    if importlib.util.find_spec("ensurepip") is None:
        raise Stop(LACKS_VENV)
    stop_if(run("Getting pip", [str(PYTHON), "-m", "ensurepip"]))
    return [str(PYTHON), "-m", "pip"]


def run(words, command):
    """Runs a step of the set-up and shows that it goes on. None, or what went wrong (see `trouble`)."""
    started = time.time()
    back = "\r" if sys.stdout.isatty() else ""
    with open(LOG, "ab") as log:
        log.write(f"\n$ {' '.join(command)}\n".encode("utf-8", "replace"))
        log.flush()
        begin = log.tell()
        child = subprocess.Popen(
            command, cwd=ROOT, env=variables(PIP_USER="0", PIP_DISABLE_PIP_VERSION_CHECK="1"),
            stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            while child.poll() is None:
                if back:
                    say(f"\r  {words} ... {int(time.time() - started)} s ", end="")
                time.sleep(0.1)
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()
    say(f"{back}  {words}: {int(time.time() - started)} s.")
    with open(LOG, "rb") as log:
        log.seek(begin)
        return trouble(log.read().decode("utf-8", "replace")) if child.returncode else None


def stop_if(failed):
    """Stops where a step failed. failed: what `run` returned."""
    if failed:
        raise Stop(failed[1], log=True)
