"""What all controls share: their card, the button that hands in, the reply to what was handed in."""

import traceback

import ipywidgets

from ..classroom.my_work import NOT_SAVED
from ..classroom.replies import Line, Reply
from ..problems import Problem

BROKEN = "Something in this program does not work here. Please tell whoever gave it to you."


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
    """What is replied to an answer, or, where it cannot be taken, why. A fault of ours is told too: a control
    that fell silent would look as if it had kept the answer."""
    try:
        return submit()
    except Exception as fault:
        return Reply("not yet", (Line("lead", why(fault)),))


def why(fault):
    """Why something was not done, in words; of a fault of ours the log of the notebook has more."""
    if isinstance(fault, Problem):
        return str(fault)
    traceback.print_exception(fault)
    return f"{NOT_SAVED} {BROKEN} ({type(fault).__name__}: {fault})"
