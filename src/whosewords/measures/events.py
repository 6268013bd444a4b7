"""Which text is about which event, and when one was by which clock: hand-checked, sourced tables."""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple

from ..files import settings, table_rows
from ..shelf import open_event

ROLES = ("main", "mentioned", "absent")

SAID = re.compile(r"(\d{1,2})(?:(?:–| to )(\d{1,2}))? ([A-Z][a-z]+ \d{4})")  # 12–13 March 2020


class Evening(NamedTuple):
    """When an event was, as far as the reports say: at `place`, on `date`, between the hours `first` and
    `last`. `said` is how they say it, `start` the hour that is looked at first, `hours_from_utc` the place's.
    """

    title: str
    place: str
    date: date
    hours_from_utc: int
    first: int
    last: int
    start: int
    said: str

    @property
    def day(self):
        """The weekday and the date, each as text."""
        return f"{self.date:%A}", f"{self.date.day} {self.date:%B %Y}"


def short_names():
    """The events that the texts speak of, in order of time: {id: short name}; then those of a student's own
    matrix, in the event that is open."""
    own = {row["event"]: row["event"] for row in open_event.rows("matrix")}
    return {row["event_id"]: row["short"] for row in table_rows("events.csv")} | own


class Happened(NamedTuple):
    """An event with its days, the first and the last."""

    id: str
    short: str
    first: date
    last: date


def happened(event_ids):
    """The events among these whose days are known, in order of time; of one that went on, the first day."""
    found = []
    for row in table_rows("events.csv"):
        days = [date.fromisoformat(day) for day in re.findall(r"\d{4}-\d{2}-\d{2}", row["date_local"])]
        if days and row["event_id"] in event_ids:
            found.append(Happened(row["event_id"], row["short"], min(days), max(days)))
    return sorted(found, key=lambda event: event.first)


def days(told):
    """The first and the last day that a date in words names; None where it is unknown or names none. What
    stands in brackets explains and is left aside.

    >>> days("27 June 2021 in Washington, 28 June 2021 in Iraq")
    (datetime.date(2021, 6, 27), datetime.date(2021, 6, 28))
    >>> days("12–13 March 2020"), days("unknown (probably 1–3 January 2020)"), days("30 February 2020")
    ((datetime.date(2020, 3, 12), datetime.date(2020, 3, 13)), None, None)
    """
    found = []
    for first, last, month_and_year in SAID.findall(re.sub(r"\(.*?\)", "", told)):
        for day in filter(None, (first, last)):
            try:
                found.append(datetime.strptime(f"{day} {month_and_year}", "%d %B %Y").date())
            except ValueError:
                continue
    return (min(found), max(found)) if found else None


def mentions(event_ids, article_ids):
    """Who speaks of what: a dictionary for each box, with keys event_id, article, role, paragraphs and note.

    role is "main" (the text is about it), "mentioned" (in passing) or "absent".
    """
    boxes = {(row["event_id"], row["article"]): row for row in table_rows("event_mentions.csv")}
    for row in open_event.rows("matrix"):
        box = {"event_id": row["event"], "article": row["text"], "note": ""}
        if row["role"] in ROLES:
            boxes[row["event"], row["text"]] = box | {"role": row["role"], "paragraphs": row["paragraphs"]}
    return [
        boxes[event, article] for event in event_ids for article in article_ids if (event, article) in boxes
    ]


def month(strike):
    """The month that a text is filed under, as it is read; what is no month stays as it is.

    >>> month("2019-12"), month("")
    ('December 2019', '')
    """
    try:
        return f"{datetime.strptime(strike, '%Y-%m'):%B %Y}"
    except ValueError:
        return strike


@cache
def evening():
    """The evening that `clock` moves from place to place, from data/clock.toml."""
    return Evening(**{key: value for key, value in settings("clock.toml").items() if key != "clocks"})


@cache
def clocks():
    """The clocks that it is read off: {name: hours from UTC}."""
    return settings("clock.toml")["clocks"]


def when(hour, offset):
    """That evening by another clock: (weekday, date, time) as text.

    hour: an hour of the day at the place of the event, 0 to 23. offset: hours from UTC.

    >>> when(20, 3)
    ('Monday', '28 June 2021', '03:00')
    >>> when(20, -4)
    ('Sunday', '27 June 2021', '20:00')
    """
    there = datetime.combine(evening().date, time(hour), UTC)
    moment = there + timedelta(hours=offset - evening().hours_from_utc)
    return f"{moment:%A}", f"{moment.day} {moment:%B %Y}", f"{moment:%H:%M}"
