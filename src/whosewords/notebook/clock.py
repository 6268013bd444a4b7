"""One event by several clocks: choose an hour, choose a place, read what the calendar says."""

import ipywidgets as widgets

from ..display.html import lined, paragraph, status, strong, style, together
from ..measures.events import clocks, evening, when
from ..publish.static import Clocks
from .card import card
from .choice import Pick
from .live import Live


def hours():
    """The hours of the evening that the reports mean."""
    return range(evening().first, evening().last + 1)


def sentence(hour, place):
    """What the calendar says at that hour in that place.

    >>> sentence(20, "Baghdad (UTC+3)")
    '20:00 on Sunday in Washington is 03:00 on Monday, 28 June 2021, in Baghdad (UTC+3).'
    """
    weekday, date, time = when(hour, clocks()[place])
    there = f"{hour}:00 on {evening().day[0]} in {evening().place}"
    return f"{there} is {time} on {weekday}, {date}, in {place}."


class Clock(Live, Clocks):
    """Every hour of an evening by every clock, with its controls."""

    def controls(self):
        return turning()

    def __repr__(self):
        return "\n".join(sentence(hour, place) for place in clocks() for hour in hours())


def clock():
    """A control that moves an event from clock to clock.

    The reports give no hour, only an evening, so every hour of that evening can be tried.
    """
    return Clock()


def turning():
    """The controls of a `Clock`, as one widget."""
    known = evening()
    hour = Pick([(str(h), f"{h}:00") for h in hours()], str(known.start), row=True)
    place = Pick([(name, name) for name in clocks()], next(iter(clocks())), row=True)
    answer = widgets.HTML()

    def tell(_=None):
        told = sentence(int(hour.value), place.value)
        answer.value = status(told, style="font-size:1.15em;margin:.6em 0")

    hour.observe(tell, "value")
    place.observe(tell, "value")
    tell()
    told = f"\nThe reports say “{known.said}” and give no hour, so try them all."
    first = paragraph(strong(f"{', '.join(known.day)}, by the clock in {known.place}"), lined(told))
    second = paragraph(strong("Now read it off the clock in"))
    return card([widgets.HTML(together(style(), first)), hour, widgets.HTML(second), place, answer])
