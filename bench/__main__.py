"""All that is told about speed and memory, in one table: python bench [--only PART] [FILE]

FILE holds articles, {"text": …} a line; without one, the annotated set where it lies beside the project, else
our own paragraphs. PART is against (other programs), sizes, waiting or lessons. What is over its limit has
a ✗, and then 1 is handed back.
"""

import argparse
import sys
from importlib import import_module

PARTS = ("against", "waiting", "lessons", "sizes")


def line(about, value, unit, limit, note):
    """Print a row; whether it is within its limit."""
    kept = value is None or limit is None or value <= limit
    shown = "" if value is None else f"{value:.2f}" if value < 10 else f"{value:.0f}"
    wanted = "" if limit is None else f"≤ {limit:g} {'✓' if kept else '✗'}"
    print(f"{about:56}{shown:>7} {unit:11}{wanted:9} {note}", flush=True)
    return kept


def main():
    wanted = argparse.ArgumentParser(prog="python bench", description=__doc__.splitlines()[0])
    wanted.add_argument("file", nargs="?")
    wanted.add_argument("--only", choices=PARTS, help="one part alone")
    given = wanted.parse_args()
    parts = [given.only] if given.only else PARTS
    kept = [line(*row) for part in parts for row in import_module(part).rows(given.file)]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
