"""Pack the teacher's keys for the lessons: `lessons/teacher/keys.toml` becomes `data/exercises/keys.txt`.

usage: python tools/make_keys.py [--check]

`--check` writes nothing and exits 1 where the packed keys differ from the teacher's.
"""

import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from whosewords.classroom.exercises import pack, unpack  # noqa: E402

CLEAR = ROOT / "lessons" / "teacher" / "keys.toml"
PACKED = ROOT / "data" / "exercises" / "keys.txt"


def clear():
    """The teacher's keys by id."""
    return tomllib.loads(CLEAR.read_text(encoding="utf-8"))


def packed():
    """The keys as the module reads them; None where there are none yet."""
    return unpack(PACKED.read_text(encoding="ascii")) if PACKED.is_file() else None


def main(*options):
    if packed() == clear():
        print("The packed keys are up to date.")
    elif "--check" in options:
        raise SystemExit("The packed keys differ from the teacher's. Run python tools/make_keys.py.")
    else:
        PACKED.write_text(pack(clear()), encoding="ascii", newline="\n")
        print(f"{len(clear())} keys packed.")


if __name__ == "__main__":
    main(*sys.argv[1:])
