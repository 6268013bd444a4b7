"""Gets what the tests of very many texts need beside the lessons' own packages: Dask and pyarrow.

    python tools/get_many.py    into the folder .many-packages, which only those tests look into

They are kept apart since pandas loads pyarrow wherever it is there: other tests run as lessons do, without.
Needs a network, and the environment that `start.py test` makes.
"""

import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from starting import installing  # noqa: E402

FOLDER = ROOT / ".many-packages"
RUN, MANY = "requirements.lock.txt", "requirements-many.lock.txt"


def entries(lock):
    """What a lock holds, each with its hashes."""
    text = (ROOT / lock).read_text(encoding="utf-8").split("\n", 1)[1]
    return re.split(r"\n(?=\S)", text.strip())


def wanted():
    """The entries that the lessons have not.

    >>> sorted({entry.split("==")[0] for entry in wanted()} & {"dask", "pandas", "pyarrow"})
    ['dask', 'pyarrow']
    """
    there = {entry.split("==")[0] for entry in entries(RUN)}
    return [entry for entry in entries(MANY) if entry.split("==")[0] not in there]


def main():
    options = [
        "install",
        "--no-deps",
        "--no-compile",
        "--upgrade",
        "--only-binary",
        ":all:",
        "--require-hashes",
    ]
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder, MANY)
        listed.write_text("\n".join(wanted()), encoding="utf-8")
        installing.pip("Getting Dask and pyarrow", *options, "--target", str(FOLDER), "-r", str(listed))


if __name__ == "__main__":
    main()
