"""A class as a table for a spreadsheet: a row for each student, three columns for each task."""

import csv
import io

from ..classroom.exercises import exercises
from .collecting import Student
from .item_analysis import from_to, result

FIRST = "student,answers,first,last,"  # how the table begins, so that it is known again
MARKS = '"student","task","points"'  # and how one begins that the page makes of its marks
LOGIN = "student,home,"  # and how a table begins that says whose home it was
MARK = "\ufeff"  # by which a spreadsheet knows that its letters are UTF-8
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def table(students, absent=()):
    """The table as CSV text. absent: names of people who handed in nothing."""
    students = [*students, *(Student(name, name, {}, ()) for name in absent)]
    asked, text = list(exercises().values()), io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow([*FIRST.rstrip(",").split(","), *(f"{one.id} {what}" for one in asked for what in WHAT)])
    rows.writerows(map(_row, students, [asked] * len(students)))
    return MARK + text.getvalue()


def logins(students):
    """Which student works in which home, as CSV text; "" where there are no homes."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow([*LOGIN.rstrip(",").split(","), "answers"])
    rows.writerows([defused(one.label), defused(one.home), len(one.entries)] for one in students)
    return MARK + text.getvalue() if any(one.home for one in students) else ""


WHAT = ("result", "tries", "time")


def _row(student, asked):
    done = [result(student, one) for one in asked]
    told = [
        cell for one in done for cell in (one.result, one.tries or "", clock(one.at) if one.tries else "")
    ]
    return [defused(student.label), len(student.entries), *map(clock, from_to(student)), *told]


def clock(at):
    """A time as a spreadsheet reads it, such as 2025-11-03 10:15; "" for none."""
    return f"{at:%Y-%m-%d %H:%M}" if at else ""


def defused(text):
    """A text that no spreadsheet takes for a formula.

    >>> defused("=1+1"), defused("blue-7")
    ("'=1+1", 'blue-7')
    """
    return f"'{text}" if text.lstrip().startswith(FORMULA) or text.startswith(FORMULA) else text
