"""What some texts tell and others do not: `data/silences.csv`, read by hand, and what a student noted of the
texts of an event of their own.

"not yet" means that it had not happened, or had not been said, when the text was written. `why` is "" where
what we have does not tell: that is the usual case.
"""

import re
from functools import cache
from typing import NamedTuple

from .. import files
from ..shelf import open_event

STATES = ("told", "partly", "silent", "not yet")
REASONS = (  # innocent ones first
    "It had not happened yet.",
    "Nobody knew it yet.",
    "There was no room.",
    "Somebody else cut it out later.",
    "It is not what the text is about.",
    "It is a habit of the house, or a rule of law.",
    "It protects somebody.",
    "Somebody chose to leave it out.",
)


class Silence(NamedTuple):
    """What a text does with one thing: its `state`, in which paragraphs, and why, if it can be shown."""

    what: str
    text: str
    state: str
    paragraphs: tuple
    why: str


@cache
def silences():
    """All boxes of the grid: {(what, text): `Silence`}, in order.

    >>> {box.state for (what, text), box in silences().items() if what.startswith("who counted")}
    {'silent'}
    """
    found = {}
    for row in files.table_rows("silences.csv"):
        places = tuple(int(number) for number in row["paragraphs"].split(";") if number)
        found[row["what"], row["text"]] = Silence(row["what"], row["text"], row["state"], places, row["why"])
    return found


def own_silences():
    """The boxes that a student noted in the event that is open: {(what, text): `Silence`}.

    A thing is told or not by the texts whose short names stand there, or by "all".
    """
    event = open_event.opened()
    found = {}
    for row in event.rows("silences") if event else ():
        for column, state in (("told_in", "told"), ("silent_in", "silent")):
            for text in _named(row[column], event.called):
                if row["what"]:
                    why = row["reason"] if state == "silent" else ""
                    found[row["what"], text] = Silence(row["what"], text, state, (), why)
    return found


def _named(said, called):
    """The short names on this shelf of the texts that are named. called: {name in the folder: name here}."""
    words = set(re.findall(r"\w+", said.casefold()))
    known = called | {here: here for here in called.values()}
    named = [here for there, here in known.items() if there in words]
    return list(dict.fromkeys(named)) or (list(called.values()) if words & {"all", "both"} else [])
