"""Days on one true axis of time: as far apart on the picture as in the calendar."""

from datetime import date
from typing import NamedTuple

from . import drawing
from .drawing import (
    BLUE,
    INK,
    LETTER,
    NARROW,
    PLUM,
    RUST,
    SMALL,
    SOFT,
    Scale,
    axis,
    legend,
    mark,
    paragraph,
    picture,
    text,
)

EVENT = ("triangle", INK, False, 5)
LOOKS = {  # what happened to a text on a day: shape, colour, hollow, size; a small one can be seen in a large
    "event": ("circle", BLUE, True, 8),
    "written": ("square", PLUM, False, 4.5),
    "posted": ("diamond", RUST, False, 5),
}
MEANT = {"event": "the day it tells of", "written": "written", "posted": "posted"}
MOST = 6  # ticks
STEPS = (1, 2, 7, 14)  # days, where the whole axis has less than a season
SEASON = 100  # days
MARGIN = 0.04  # of the axis, before the first day and after the last


class Row(NamedTuple):
    """One line of the picture: its name, what is said of it in words, and its days as pairs (kind, (first,
    last)). kind: a key of `LOOKS`; none for a row that is an event itself."""

    name: str
    told: str
    days: tuple


def time_axis(happened, texts, words):
    """A picture of what happened and of the dates of texts. happened, texts: of `Row`; `words` tell it."""
    every = [day for row in (*happened, *texts) for _, ends in row.days for day in ends]
    low, high = min(every).toordinal(), max(every).toordinal()
    edge = max((high - low) * MARGIN, 1)
    values = Scale(low - edge, high + edge, 1)
    pieces, y, threads = [], 0, []
    for row in happened:
        y += 21
        x = [values.at(day.toordinal()) for day in row.days[0][1]]
        side = {"anchor": "start", "dx": 10} if x[0] < 50 else {"anchor": "end", "dx": -10}
        pieces += [
            *_span(values, row.days[0][1], EVENT, y),
            text(x[-1] if x[0] < 50 else x[0], y + 4.5, row.name, **side),
        ]
        threads.append((x[0], y))
    y += 6 * bool(happened)
    for row in texts:
        told, y = _named(row, y)
        pieces += [*told, drawing.line(0, y, 100, y)]
        days = [values.at(day.toordinal()) for _, ends in row.days for day in ends]
        pieces += [drawing.line(min(days), y, max(days), y, INK, 1.5)] if days else []
        for kind, ends in row.days:
            pieces += _span(values, ends, LOOKS[kind], y)
        y += 8
    down = [drawing.line(x, top + 8, x, y, SOFT, 1, stroke_dasharray="1 4") for x, top in threads]
    marks, y = axis(
        [(values.at(day.toordinal()), told) for day, told in ticks(min(every), max(every))], 0, y + 4
    )
    entries = [("an event", lambda x, y: mark(EVENT[0], x, y, 5, INK))] if happened else []
    entries += [(MEANT[kind], lambda x, y, look=look: mark(look[0], x, y, look[3] * 0.8, *look[1:3]))
                for kind, look in LOOKS.items()]  # fmt: skip
    key, y = legend(y + 20, entries)
    return picture(words, y, marks, down, pieces, key)


def _named(row, y):
    """The name of a row and what is said of it, and where its marks stand."""
    name, y = paragraph(0, y + 18, row.name, NARROW // LETTER, font_weight=600)
    told, y = paragraph(0, y - 1, row.told, 46, fill=SOFT, font_size=SMALL) if row.told else ([], y)
    return name + told, y - 3


def _span(values, ends, look, y):
    """A day, or the days from the first to the last, as a mark or as two with a line between."""
    shape, colour, hollow, r = look
    first, last = (values.at(day.toordinal()) for day in ends)
    if last - first > 2:
        yield drawing.line(first, y, last, y, colour, 4)
        yield mark(shape, first, y, r, colour, hollow)
    yield mark(shape, last, y, r, colour, hollow)


def ticks(first, last):
    """The days that have a tick, each with its label: beginnings of months, or single days where the axis is
    short.

    >>> [told for _, told in ticks(date(2019, 12, 29), date(2020, 3, 16))]
    ['29 Dec', '12 Jan', '26 Jan', '9 Feb', '23 Feb', '8 Mar\\n2020']
    >>> [told for _, told in ticks(date(2019, 10, 1), date(2021, 7, 16))]
    ['Oct\\n2019', 'Apr\\n2020', 'Oct\\n2020', 'Apr\\n2021']
    """
    if (last - first).days < SEASON:
        step = next((each for each in STEPS if (last - first).days / each < MOST), SEASON)
        days = [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1, step)]
        return [(day, f"{day.day} {day:%b}" + (f"\n{day.year}" if day == days[-1] else "")) for day in days]
    months = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    inside = [day for day in months if first <= day <= last]
    step = next(each for each in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if len(inside) / each <= MOST - 1)
    kept = [day for day in inside if (day.year * 12 + day.month - 1) % step == 9 % step or step > 12]
    return [(day, f"{day:%b}\n{day.year}") for day in (kept if step <= 12 else inside[::step])]
