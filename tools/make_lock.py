"""Makes the lock files: exact versions with hashes, for every system and Python at once.

    python tools/make_lock.py            keep what is locked, add and drop what pyproject.toml asks for
    python tools/make_lock.py --upgrade  take the newest versions
    python tools/make_lock.py --check    only see that each system finds a ready package for every line

Needs uv and a network. The files name no registry: whoever installs from them uses their own.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEADER = "# Made by tools/make_lock.py from pyproject.toml; do not edit.\n"
RUN = "requirements.lock.txt"
LOCKS = {
    RUN: ["pyproject.toml"],
    # The same versions as students have, and the tools of those who work on the module on top.
    "requirements-dev.lock.txt": ["pyproject.toml", "--group", "dev", "--constraints", RUN],
    "requirements-uv.lock.txt": ["--group", "installer"],
    # The lessons' packages with those of the extra; tools/get_many.py fetches what the lessons have not.
    "requirements-many.lock.txt": ["pyproject.toml", "--extra", "many", "--constraints", RUN],
    # The same for a student's server on a hub; deploy/install.py installs it.
    "requirements-hub.lock.txt": ["pyproject.toml", "--extra", "hub", "--constraints", RUN],
}
FLAGS = "--universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url"
# From 26 on there is no ready package for Intel Macs, and students have no compiler.
HELD_BACK = "argon2-cffi-bindings<26 ; sys_platform == 'darwin' and platform_machine == 'x86_64'\n"
SYSTEMS = (
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "aarch64-apple-darwin",
    "x86_64-apple-darwin",
    "x86_64-pc-windows-msvc",
)
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def uv(*arguments):
    """Runs uv in the project's folder; the one on the PATH, else the one of this Python."""
    command = [shutil.which("uv")] if shutil.which("uv") else [sys.executable, "-m", "uv"]
    return subprocess.run([*command, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def make(name, upgrade=False):
    """Writes one lock file anew, from what it holds now and what pyproject.toml asks for."""
    more = ["--upgrade"] if upgrade else []
    with tempfile.TemporaryDirectory() as folder:
        held_back = Path(folder, "held_back.txt")
        held_back.write_text(HELD_BACK, encoding="utf-8")
        more += ["--constraints", str(held_back), "--output-file", name]
        done = uv("pip", "compile", *LOCKS[name], *FLAGS.split(), *more)
    if done.returncode:
        sys.exit(f"{name} could not be made:\n{done.stderr}")
    text = (ROOT / name).read_text(encoding="utf-8")
    if "://" in text:
        sys.exit(f"{name} would record an address; it was made, but do not commit it.")
    (ROOT / name).write_text(HEADER + text, encoding="utf-8", newline="\n")


def missing(name):
    """The systems and Pythons for which a line of the lock has no ready package, with uv's reason."""
    with tempfile.TemporaryDirectory() as folder:
        for system in SYSTEMS:
            for python in PYTHONS:
                target = ["--python-platform", system, "--python-version", python, "--target", folder]
                ready = ["--dry-run", "--only-binary", ":all:", "--require-hashes", "--requirements", name]
                done = uv("pip", "install", *ready, *target)
                if done.returncode:
                    yield f"{name} on {system} with Python {python}:\n{done.stderr}"


def main(arguments):
    if "--check" not in arguments:
        for name in LOCKS:
            make(name, upgrade="--upgrade" in arguments)
    problems = [problem for name in LOCKS for problem in missing(name)]
    if problems:
        sys.exit("\n".join(problems))
    print(f"{', '.join(LOCKS)}: {len(SYSTEMS)} systems, Python {PYTHONS[0]} to {PYTHONS[-1]}.")


if __name__ == "__main__":
    main(sys.argv[1:])
