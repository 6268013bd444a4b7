"""A class as a table for a spreadsheet: a row for each student, three columns for each task."""

import csv
import io

from ..classroom.exercises import exercises
from .item_analysis import from_to, result


def table(students):
    """The table as CSV text, which begins with the mark by which a spreadsheet knows its letters."""
    asked = list(exercises().values())
    text = io.StringIO()
    rows = csv.writer(text)
    heads = [f"{one.id} {what}" for one in asked for what in ("result", "tries", "time")]
    rows.writerow(["student", "first", "last", *heads])
    for student in students:
        done = [result(student, one) for one in asked]
        told = [cell for one in done for cell in (one.result, one.tries or "", clock(one.at))]
        rows.writerow([defused(student.label), *map(clock, from_to(student)), *told])
    return "\ufeff" + text.getvalue()


def clock(at):
    """A time as a spreadsheet reads it: 2026-11-03 10:15; "" for none."""
    return f"{at:%Y-%m-%d %H:%M}" if at else ""


def defused(text):
    """A text that a spreadsheet does not take for a formula.

    >>> defused("=1+1"), defused("blue-7")
    ("'=1+1", 'blue-7')
    """
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text
