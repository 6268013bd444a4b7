"""What the lessons train, by frameworks that schools ask for: `data/standards.toml` as tables.

A row stands only where a task trains it, and names that task. What a framework asks is told in our words.
"""

from functools import cache
from typing import NamedTuple

from .. import files
from ..display.html import bullets, paragraph, table, together, wide
from ..problems import did_you_mean

COLUMNS = ("Framework and code", "What it asks, in our words", "What trains it here", "Tasks")


class Framework(NamedTuple):
    """A framework: its full name, the edition that we mean, and where we read it (ids of sources)."""

    id: str
    name: str
    short: str
    edition: str
    sources: tuple


class Part(NamedTuple):
    """A part of a framework: its code there, and what it asks, in our words."""

    framework: Framework
    code: str
    asks: str

    @property
    def name(self):
        return f"{self.framework.short} {self.code}"


class Row(NamedTuple):
    """What one lesson trains of a part, and by which tasks."""

    lesson: int
    part: Part
    trains: str
    tasks: tuple


@cache
def frameworks():
    """All frameworks by id."""
    return {one["id"]: Framework(**one | {"sources": tuple(one["sources"])}) for one in _told()["framework"]}


@cache
def parts():
    """All parts by their codes; raises `Problem` for a framework that is not there."""
    known = frameworks()
    return {
        one["code"]: Part(_known(one["framework"], known, "framework"), one["code"], one["asks"])
        for one in _told()["part"]
    }


@cache
def rows():
    """All rows in their order; raises `Problem` for a part that is not there."""
    known = parts()
    return tuple(
        Row(one["lesson"], _known(one["part"], known, "part"), one["trains"], tuple(one["tasks"]))
        for one in _told()["row"]
    )


def _known(name, known, kind):
    if name not in known:
        raise did_you_mean(name, known, kind)
    return known[name]


def left_out():
    """What somebody may look for and does not find, with the reason, as sentences."""
    return tuple(_told()["left_out"])


def _told():
    return files.settings("standards.toml")


def of_lesson(number):
    """What a lesson trains, as a table."""
    listed = (
        (row.part.name, row.part.asks, row.trains, ", ".join(row.tasks))
        for row in rows()
        if row.lesson == number
    )
    return wide(table(COLUMNS, listed, look="standards"), f"Standards of Lesson {number}")


def editions():
    """The frameworks with their editions and where we read them, and what is left out."""
    known = {row["id"]: row for row in files.table_rows("sources.csv")}
    listed = (
        (one.short, one.name, one.edition, "; ".join(map(_source, map(known.get, one.sources))))
        for one in frameworks().values()
    )
    names = ("Short", "Framework", "Edition", "Where we read it")
    return together(
        wide(table(names, listed, look="standards"), "Frameworks and editions"),
        paragraph("Not in the tables, and why:"),
        bullets(left_out()),
    )


def _source(row):
    return f"{row['who']}: {row['title']} ({row['date']})"
