"""One strike by three clocks: a slider for the hour, buttons for the place, a sentence for the answer."""

from html import escape

from ..timeline import CLOCKS, EVENING, when


def sentence(hour, place):
    """What the calendar says at that hour in that place.

    >>> sentence(20, "Baghdad (UTC+3)")
    '20:00 on Sunday in Washington is 03:00 on Monday, 28 June 2021 in Baghdad (UTC+3).'
    """
    weekday, date, time = when(hour, CLOCKS[place])
    return f"{hour}:00 on Sunday in Washington is {time} on {weekday}, {date} in {place}."


def clock():
    """A control that moves the strike of June 2021 from clock to clock. Arrow keys move the slider."""
    import ipywidgets as widgets

    hour = widgets.IntSlider(
        value=20, min=EVENING[0], max=EVENING[1], description="Hour in Washington", style={"description_width": "initial"},
        layout={"width": "min(28rem, 100%)"},
    )  # fmt: skip
    place = widgets.ToggleButtons(options=list(CLOCKS), description="Clock", style={"description_width": "initial"})
    answer = widgets.HTML()

    def tell(_=None):
        answer.value = f'<p role="status" style="font-size:1.15em">{escape(sentence(hour.value, place.value))}</p>'

    hour.observe(tell, "value")
    place.observe(tell, "value")
    tell()
    note = "The reports say “Sunday evening” in Washington and give no hour, so try them all."
    return widgets.VBox([hour, place, answer, widgets.HTML(f"<p>{note}</p>")])
