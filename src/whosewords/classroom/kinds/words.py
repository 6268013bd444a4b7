"""An open answer in words of one's own, with a rubric; no machine judges it."""

from ...problems import Problem
from ..asking import AREA, Field, Kind

LONGEST = 20_000  # characters


def fields(exercise, value):
    return [Field(AREA, value=value)]


def understand(exercise, given):
    """A text, without blanks around it and with half characters mended."""
    text = str(given).strip().encode("utf-8", "replace").decode("utf-8")
    if not text:
        raise Problem("There is nothing to save yet. Write a sentence first.")
    if len(text) > LONGEST:
        raise Problem(f"That is {len(text):,} characters long. An answer may have {LONGEST:,} at most.")
    return text


def lines(exercise, value):
    return [str(value)]


def example(exercise):
    return '"My answer."'


KIND = Kind(fields, understand, lines, example)
