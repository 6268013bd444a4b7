"""The packages of a site: as wheels, each without what a lesson never opens, and pyodide's list of them."""

import hashlib
import json
import re
import zipfile
from base64 import urlsafe_b64decode
from importlib.metadata import PackageNotFoundError, distribution

from ..files import PACKAGE, data
from ..problems import Problem
from ..version import __version__
from .release import ROOM, pinned, sha256

DATED = (2026, 1, 1, 0, 0, 0)  # in every archive, so that the same files give the same site
KERNEL_OWN = ("ipykernel", "pyodide_kernel")
NOT_OF_A_PACKAGE = re.compile(r"^\.\.|__pycache__|\.dist-info/(?!licenses/|LICEN[CS]E|COPYING)")
NOT_IN_A_PAGE = re.compile(r"(^|/)(__pycache__|labextension|teacher|site|corpus)/")  # of our own package


def canonical(name):
    """A package's name as pyodide spells it.

    >>> canonical("Python_docx")
    'python-docx'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def archive(path, files):
    """Write {name: bytes} as an archive. Returns the path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for name, content in sorted(files.items()):
            out.writestr(zipfile.ZipInfo(name, DATED), content, zipfile.ZIP_DEFLATED)
    return path


def made(folder, name, version, files):
    """A wheel of {path: bytes} in a folder. Returns its path."""
    plain = canonical(name).replace("-", "_")
    info = f"{plain}-{version}.dist-info"
    about = {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    return archive(folder / f"{plain}-{version}-py3-none-any.whl", {**_trimmed(name, files), **about})


def installed(folder, name):
    """A package of this environment as a wheel: the very files that its maker published."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        raise Problem(f"The package {name} is not installed: begin with python3 start.py.") from None
    files = {}
    for each in found.files or ():
        if NOT_OF_A_PACKAGE.search(str(each)):
            continue
        content = each.locate().read_bytes()
        if each.hash and hashlib.new(each.hash.mode, content).digest() != _digest(each.hash.value):
            raise Problem(f"The package {name} was changed after it was installed ({each}): delete .venv.")
        files[str(each)] = content
    return made(folder, name, found.version, files)


def _digest(text):
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def slimmer(folder, source, name):
    """A ready wheel without what a lesson never opens, under its own name."""
    with zipfile.ZipFile(source) as old:
        files = {each: old.read(each) for each in old.namelist() if not each.endswith(("/", "RECORD"))}
    return archive(folder / source.name, _trimmed(name, files))


def ours(folder):
    """Our own package with its data, as a wheel."""
    code = {f"whosewords/{path.relative_to(PACKAGE).as_posix()}": path for path in PACKAGE.rglob("*")}
    tables = {f"whosewords/data/{path.relative_to(data()).as_posix()}": path for path in data().rglob("*")}
    files = {
        name: path.read_bytes()
        for name, path in {**code, **tables}.items()
        if path.is_file() and not NOT_IN_A_PAGE.search(name)
    }
    return made(folder, "whosewords", __version__, files)


def standin(folder, name):
    """A stand-in for a package, as a wheel."""
    top = ROOM / "standins"
    found = [top / f"{name}.py"] if (top / f"{name}.py").is_file() else sorted((top / name).glob("*.py"))
    files = {path.relative_to(top).as_posix(): path.read_bytes() for path in found}
    return made(folder, name, "0.0.1", files)


def _trimmed(name, files):
    pattern = pinned()["trimmed"].get(canonical(name))
    return {one: content for one, content in files.items() if not (pattern and re.search(pattern, one))}


def lock(folder, info):
    """Pyodide's list of the wheels in a folder: what can be imported from each, and its fingerprint."""
    rows = [_row(path) for path in sorted(folder.glob("*.whl"))]
    return json.dumps({"info": info, "packages": {row["name"]: row for row in rows}}, indent=1)


def _row(path):
    name, version = path.name.split("-")[:2]
    return {
        "name": canonical(name), "version": version, "file_name": path.name, "install_dir": "site",
        "sha256": sha256(path), "package_type": "package", "imports": sorted(_tops(path)), "depends": [],
        "unvendored_tests": False,
    }  # fmt: skip


def _tops(path):
    """What can be imported from a wheel."""
    with zipfile.ZipFile(path) as wheel:
        names = [name.split("/") for name in wheel.namelist()]
    return {
        parts[0].partition(".")[0]
        for parts in names
        if not parts[0].endswith((".dist-info", ".data"))
        and re.search(r"\.pyc?$", parts[-1])
        and len(parts) <= 2
    }


def of_the_kernel(source, folder):
    """The packages that JupyterLite's kernel brings for Python itself, into a folder. Returns their names."""
    with zipfile.ZipFile(source) as wheel:
        for name in KERNEL_OWN:
            inner = next(each for each in wheel.namelist() if re.search(rf"/pypi/{name}-[^/]+\.whl$", each))
            (folder / inner.rpartition("/")[2]).write_bytes(wheel.read(inner))
    return [canonical(name) for name in KERNEL_OWN]
