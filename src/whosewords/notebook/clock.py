"""One strike by three clocks: choose an hour, choose a place, read what the calendar says."""

from ..display.html import lined, paragraph, status, strong, style, together
from ..measures.events import CLOCKS, EVENING, when
from .choice import Pick
from .tasks import card


def sentence(hour, place):
    """What the calendar says at that hour in that place.

    >>> sentence(20, "Baghdad (UTC+3)")
    '20:00 on Sunday in Washington is 03:00 on Monday, 28 June 2021, in Baghdad (UTC+3).'
    """
    weekday, date, time = when(hour, CLOCKS[place])
    return f"{hour}:00 on Sunday in Washington is {time} on {weekday}, {date}, in {place}."


def clock():
    """A control that moves the strike of June 2021 from clock to clock.

    The reports say only "Sunday evening" in Washington, so every hour of that evening can be tried.
    """
    import ipywidgets as widgets

    first, last = EVENING
    hour = Pick([(str(h), f"{h}:00") for h in range(first, last + 1)], "20", row=True)
    place = Pick([(name, name) for name in CLOCKS], next(iter(CLOCKS)), row=True)
    answer = widgets.HTML()

    def tell(_=None):
        told = sentence(int(hour.value), place.value)
        answer.value = status(told, style="font-size:1.15em;margin:.6em 0")

    hour.observe(tell, "value")
    place.observe(tell, "value")
    tell()
    told = "\nThe reports say “Sunday evening” and give no hour, so try them all."
    first = paragraph(strong("Sunday, 27 June 2021, by the clock in Washington"), lined(told))
    second = paragraph(strong("Now read it off the clock in"))
    return card([widgets.HTML(together(style(), first)), hour, widgets.HTML(second), place, answer])
