"""What Python begins with, in one archive: a browser fetches it once, unpacks it by its own means and hands
it to Python as it is. Thirty packages were fetched, compared, unpacked and written one after the other.
"""

import gzip
import json
import zipfile
from base64 import b64encode
from hashlib import sha256

from .release import ROOM
from .wheels import canonical

ARCHIVE, PYTHON, WORKER = "packages.bin", "python.mjs", "worker.mjs"
# JupyterLite's kernel looks for these by name before it starts, and would fetch what is not listed.
ASKED_FOR = ["comm", "ipykernel", "ipython", "jedi", "micropip", "piplite", "pyodide-kernel"]
KERNEL_WORKER = "extensions/@jupyterlite/pyodide-kernel-extension/static/comlink.worker.*.js"


def first(folder, names):
    """Put the wheels of those names in a folder together into one archive, and take them away. Returns its
    path.

    Inside gzip: the length of the list, in ten digits; the list of [path, bytes]; the contents, one after the
    other.
    It is not called .gz, since some servers say of such a file that it is the packed form of another one.
    """
    wheels = [path for path in sorted(folder.glob("*.whl")) if canonical(path.name.split("-")[0]) in names]
    files = {}
    for path in wheels:
        with zipfile.ZipFile(path) as wheel:
            files |= {each: wheel.read(each) for each in wheel.namelist() if not each.endswith("/")}
        path.unlink()
    rows = sorted(files.items())
    listed = json.dumps([[name, len(content)] for name, content in rows]).encode()
    whole = b"".join([b"%010d" % len(listed), listed, *(content for _, content in rows)])
    archive = folder / ARCHIVE
    archive.write_bytes(gzip.compress(whole, 6, mtime=0))
    return archive


def scripts(folder, lock, env):
    """Write the scripts that start Python, beside it."""
    fingerprint = b64encode(sha256((folder / ARCHIVE).read_bytes()).digest()).decode()
    given = {"archive": ARCHIVE, "integrity": f"sha256-{fingerprint}", "lock": lock, "env": env}
    text = (ROOM / PYTHON).read_text(encoding="utf-8")
    (folder / PYTHON).write_text(f"const GIVEN = {json.dumps(given)};\n{text}", encoding="utf-8")


def worker(out, place):
    """Write the worker that is a kernel, and Python on its way before somebody asks for it."""
    kernel = next(out.glob(KERNEL_WORKER)).relative_to(out).as_posix()
    text = f'import "./{PYTHON}";\nimport "../../{kernel}";\n'
    (place / WORKER).write_text(text, encoding="utf-8")
