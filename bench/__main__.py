"""All that is told about speed and memory, in one table: python bench [--only PART] [--texts N] [FILE]

FILE holds articles, {"text": …} a line; without one, the annotated set where it lies beside the project, else
our own paragraphs. PART is against (other programs), sizes, waiting, lessons or many. What is over its limit
has a ✗, and then 1 is handed back. A limit below 0 is one that has to be reached.
"""

import argparse
import sys
from importlib import import_module

PARTS = ("against", "waiting", "lessons", "sizes", "many")


def line(about, value, unit, limit, note):
    """Print a row; whether it is within its limit."""
    sign = "≥" if limit is not None and limit < 0 else "≤"
    limit = limit and abs(limit)
    kept = value is None or limit is None or (value <= limit if sign == "≤" else value >= limit)
    shown = "" if value is None else f"{value:.2f}" if value < 10 else f"{value:.0f}"
    wanted = "" if limit is None else f"{sign} {limit:g} {'✓' if kept else '✗'}"
    print(f"{about:56}{shown:>7} {unit:11}{wanted:9} {note}", flush=True)
    return kept


def main():
    wanted = argparse.ArgumentParser(prog="python bench", description=__doc__.splitlines()[0])
    wanted.add_argument("file", nargs="?")
    wanted.add_argument("--only", choices=PARTS, help="one part alone")
    wanted.add_argument("--texts", type=int, help="of how many texts the part many measures")
    given = wanted.parse_args()
    parts = [*map(import_module, [given.only] if given.only else PARTS)]
    if given.texts:
        import many

        many.FEW = many.ALL = given.texts
    found = [getattr(part, "alone", part.rows) if given.only else part.rows for part in parts]
    kept = [line(*row) for rows in found for row in rows(given.file)]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
