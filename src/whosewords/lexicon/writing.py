"""A list of entries as a table, the way `fork` reads it."""

import csv
import io

from .entries import Entry

NUMBERS = ("marked", "seen", "read", "right")


def as_csv(entries):
    """Entries as the text of a CSV file that a spreadsheet opens and `fork` reads back unchanged.

    >>> from .table import load
    >>> print(as_csv(load()[:1]).splitlines()[1].split(",")[:4])
    ['abandon', 'abandon|abandons|abandoned|abandoning', 'verb', 'verdict']
    """
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(Entry._fields)
    table.writerows([_cell(name, value) for name, value in entry._asdict().items()] for entry in entries)
    return out.getvalue()


def _cell(name, value):
    if name == "forms":
        return "|".join(value)
    if name in ("needs", "unless"):
        return "|".join(" ".join([*before, "_", *after]) for before, after in value)
    if name == "pooled":
        return "yes" if value else ""
    if name == "on":
        return "on" if value else "off"
    return "" if value == 0 and name in NUMBERS else value
