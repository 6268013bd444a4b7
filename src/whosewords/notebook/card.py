"""What all controls share: their card, the button that hands in, the reply to what was handed in."""

import ipywidgets

from ..classroom.replies import Line, Reply
from ..problems import Problem


def card(parts):
    """Widgets as one card, in the look of everything asked."""
    box = ipywidgets.VBox(parts)
    box.add_class("ww-task")
    return box


def go(name, act):
    """The button that hands an answer in."""
    button = ipywidgets.Button(description=name)
    button.add_class("ww-go")
    button.on_click(lambda _: act())
    return button


def reply_of(submit):
    """What is replied to an answer, or, where it cannot be taken, why."""
    try:
        return submit()
    except Problem as problem:
        return Reply("not yet", (Line("lead", str(problem)),))
