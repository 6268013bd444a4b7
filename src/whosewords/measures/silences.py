"""What some texts tell and others do not: `data/silences.csv`, read by hand.

"not yet" means that it had not happened, or had not been said, when the text was written. `why` is "" where
what we have does not tell: that is the usual case.
"""

from functools import cache
from typing import NamedTuple

from .. import files

STATES = ("told", "partly", "silent", "not yet")
REASONS = (  # innocent ones first
    "It had not happened yet.",
    "Nobody knew it yet.",
    "There was no room: a short text leaves out nearly everything.",
    "Somebody else cut it out later.",
    "It is not what the text is about.",
    "It is a habit of the house, or a rule of law.",
    "It protects somebody, such as a family.",
    "Last: somebody chose to leave it out.",
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
