"""One event by several clocks: choose an hour, choose a place, read what the calendar says."""

from html import escape

from ..display.html import style
from ..measures.events import clocks, evening, when
from .choice import Pick
from .tasks import card


def sentence(hour, place):
    """What the calendar says at that hour in that place.

    >>> sentence(20, "Baghdad (UTC+3)")
    '20:00 on Sunday in Washington is 03:00 on Monday, 28 June 2021, in Baghdad (UTC+3).'
    """
    weekday, date, time = when(hour, clocks()[place])
    there = f"{hour}:00 on {evening().day[0]} in {evening().place}"
    return f"{there} is {time} on {weekday}, {date}, in {place}."


def clock():
    """A control that moves an event from clock to clock.

    The reports give no hour, only an evening, so every hour of that evening can be tried.
    """
    import ipywidgets as widgets

    known = evening()
    hour = Pick([(str(h), f"{h}:00") for h in range(known.first, known.last + 1)], str(known.start), row=True)
    place = Pick([(name, name) for name in clocks()], next(iter(clocks())), row=True)
    answer = widgets.HTML()

    def tell(_=None):
        told = escape(sentence(int(hour.value), place.value))
        answer.value = f'<p role="status" style="font-size:1.15em;margin:.6em 0">{told}</p>'

    hour.observe(tell, "value")
    place.observe(tell, "value")
    tell()
    heads = (
        f"{style()}<p><strong>{escape(', '.join(known.day))}, by the clock in {escape(known.place)}</strong>"
        f"<br>The reports say “{escape(known.said)}” and give no hour, so try them all.</p>",
        "<p><strong>Now read it off the clock in</strong></p>",
    )
    return card([widgets.HTML(heads[0]), hour, widgets.HTML(heads[1]), place, answer])
