"""An open answer in words of one's own, with a rubric; no machine judges it."""

from ...problems import Problem
from ..asking import AREA, Field, Kind

LONGEST = 20_000  # characters
NOTHING = "There is nothing to save yet. Write a sentence first."
LONG = "That is {count} characters long. An answer may have {most} at most."


def fields(exercise, value):
    return [Field(AREA, value=value)]


def understand(exercise, given):
    """A text, without blanks around it and with half characters mended."""
    text = str(given).strip().encode("utf-8", "replace").decode("utf-8")
    if not text:
        raise Problem(NOTHING)
    if len(text) > LONGEST:
        raise Problem(LONG.format(count=f"{len(text):,}", most=f"{LONGEST:,}"))
    return text


def lines(exercise, value):
    return [str(value)]


def example(exercise):
    return '"My answer."'


def says(exercise):
    return {"nothing": NOTHING, "long": LONG, "longest": LONGEST}


KIND = Kind(fields, understand, lines, example, says=says)
