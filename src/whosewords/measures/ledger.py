"""The ledger of the dead: how many, who they were, who counted, whether anybody is named, where to look.

`data/ledger.csv` was read by hand, place by place, and is told in our own words. Nothing is measured here.
One paragraph with a content note is left out, and no row is about it.
"""

from functools import cache
from typing import NamedTuple

from .. import files

QUESTIONS = {
    "number": "How many died?",
    "whom": "Who were they?",
    "counted": "Who counted?",
    "named": "Is anybody named?",
    "source": "Where to look it up?",
}
TOLD, PARTLY, NOT_TOLD = "told", "partly", "not told"


class Entry(NamedTuple):
    """A place where a text tells of dead. `own`: in the strike that it is about. What a text does not tell is
    an empty string; `whom` says whether it tells who all of them were. `paragraph` is None where the text is
    about a strike and tells of no dead in it."""

    text: str
    paragraph: int | None
    event: str
    own: bool
    number: str
    of_whom: str
    whom: str
    counted_by: str
    named: bool
    source: bool

    def tells(self, question):
        """Whether this place answers one of the QUESTIONS: "told", "partly" or "not told"."""
        if question == "whom":
            return {"told": TOLD, "partly": PARTLY}.get(self.whom, NOT_TOLD)
        found = {
            "counted": self.counted_by,
            "number": self.number,
            "named": self.named,
            "source": self.source,
        }
        return TOLD if found[question] else NOT_TOLD


@cache
def entries():
    """All rows of the ledger: {text: tuple of `Entry`}, those of its own strike first.

    >>> [entry.number for entry in entries()["neo"] if entry.own]
    ['at least 7']
    """
    found = {}
    for row in files.table_rows("ledger.csv"):
        entry = Entry(
            row["text"], int(row["paragraph"] or 0) or None, row["event"], row["own"] == "yes", row["number"],
            row["of_whom"], row["whom"], row["counted_by"], row["named"] == "yes",
            row["source"] == "yes",
        )  # fmt: skip
        found.setdefault(entry.text, []).append(entry)
    return {text: tuple(sorted(listed, key=lambda entry: not entry.own)) for text, listed in found.items()}


def own_strike(text, question):
    """What a text tells of the dead of the strike that it is about: the most that any of its rows tells.

    >>> own_strike("neo", "number"), own_strike("neo", "counted"), own_strike("trt", "whom")
    ('told', 'not told', 'partly')
    """
    told = {entry.tells(question) for entry in entries().get(text, ()) if entry.own}
    return next((state for state in (TOLD, PARTLY) if state in told), NOT_TOLD)
