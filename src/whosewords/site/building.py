"""The site: every step from the packages to a folder that a web server can hand out."""

import gzip
import hashlib
import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from .. import files
from ..problems import Problem
from . import front, lite, together, wheels
from .locked import locked
from .release import ROOM, checked, pinned, sha256

MARK = "whosewords-site.json"  # by this a folder is known as a site, and may be written anew


@dataclass(frozen=True)
class Built:
    """A site: its folder, how many files and bytes it has, its bytes when they are sent packed, and whether
    Python's sources were compiled."""

    folder: Path
    count: int
    size: int
    packed: int
    compiled: bool


def build(folder, release, packages):
    """Write the site into a folder. release: the folder of pyodide's release. packages: the folder with the
    packages of requirements-site.lock.txt. Returns what was built."""
    folder = Path(folder).expanduser() if folder else files.place() / "site"
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise Problem(f"The folder {folder} holds something else: name an empty one, or a new one.")
    found, packages = checked(release), locked(packages)
    with TemporaryDirectory(prefix="whosewords-site-") as made:
        work, out = Path(made), Path(made, "site")
        lite.written(out, work, packages)
        first = python(work / "python", found, packages)
        compiled = compile_all(work / "python", found)
        together.first(work / "python", first)
        place = put(work / "python", out, found)
        together.worker(out, place)
        lite.configure(out, place)
        front.write(out, place)
        files.write(out / MARK, json.dumps({"pyodide": pinned()["pyodide"]["version"]}) + "\n")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(out, folder)
    return measured(folder, compiled)


def python(folder, found, packages):
    """Lay out Python for a browser in a folder: pyodide and all packages. Returns the names of those that it
    begins with."""
    folder.mkdir()
    wanted = pinned()["packages"]
    for name in pinned()["pyodide"]["files"]:
        shutil.copy(found[name], folder)
    for name in wanted["release"]:
        wheels.slimmer(folder, found[name], name)
    for name in wanted["browser"]:
        wheels.slimmer(folder, packages[name], name)
    for name in (*wanted["first"], *wanted["later"]):
        wheels.installed(folder, name)
    for name in wanted["standins"]:
        wheels.standin(folder, name)
    wheels.ours(folder)
    kernel = wheels.of_the_kernel(packages["jupyterlite-pyodide-kernel"], folder)
    first = ["release", "browser", "first", "standins"]
    return sorted([*(name for group in first for name in wanted[group]), *kernel, "whosewords"])


def compile_all(folder, found):
    """Compile Python's sources to bytecode, where Node is there. Returns whether it was."""
    node = shutil.which("node")
    if not node:
        return False
    release = found["pyodide.mjs"].parent
    kept = tuple(f"{name}-" for name in pinned()["packages"]["with_source"])
    archives = [path for path in sorted(folder.glob("*.whl")) if not path.name.startswith(kept)]
    archives.append(folder / "python_stdlib.zip")
    done = subprocess.run(
        [node, ROOM / "compile.mjs", release, *archives], capture_output=True, text=True, cwd=folder
    )
    if done.returncode:
        raise Problem(f"Node could not compile the packages:\n{done.stderr[-2000:]}")
    return True


def put(folder, out, found):
    """Put Python into the site, in a folder named by what is in it: what a browser kept of an older site is
    never mixed with it. Returns the folder."""
    name = pinned()["pyodide"]["lock"]
    info = json.loads(found[name].read_text(encoding="utf-8"))["info"]
    (folder / name).write_text(wheels.lock(folder, info), encoding="utf-8")
    together.scripts(folder, name, lite.ENVIRONMENT)
    both = sha256(folder / name) + sha256(folder / together.PYTHON)  # the latter has that of the archive
    place = out / "static" / f"python-{hashlib.sha256(both.encode()).hexdigest()[:12]}"
    shutil.copytree(folder, place)
    return place


def measured(folder, compiled):
    """How large a site is."""
    each = [path for path in folder.rglob("*") if path.is_file()]
    packed = sum(len(gzip.compress(path.read_bytes(), 6)) for path in each)
    return Built(folder, len(each), sum(path.stat().st_size for path in each), packed, compiled)
