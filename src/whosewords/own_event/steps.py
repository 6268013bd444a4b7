"""The steps from saved pages to a brief, and what each of them still wants."""

from collections.abc import Callable
from typing import NamedTuple

from ..measures.frames import BOXES
from ..shelf.catalogue import articles
from . import counting, voices
from .rules import CLAIMS, LICENCE
from .written import empty_parts

ENOUGH = 2  # texts, to compare


class Step(NamedTuple):
    """A step: its short name, what it is called, what it asks, and what it still wants of an event."""

    id: str
    name: str
    asks: str
    wants: Callable

    def done(self, event):
        return not self.wants(event)


def _texts(event):
    said = [what for what in ("title", "date", "place") if not event.said("event", what)]
    wanted = [f"the event’s {', '.join(said)}"] if said else []
    number = len(event.names)
    return wanted + ([f"{ENOUGH - number} more text{'s' * (ENOUGH - number > 1)}"] if number < ENOUGH else [])


FIRST = ("the texts first (step 1)",)
DATES = {"happened": "when the event was", "written": "when it was written", "posted": "when it was posted"}
CLAIM = {
    "claim": "the claim", "verdict": "the verdict", "source_1": "the first source", "source_2":
    "the second source", "confidence": "how sure you are",
}  # fmt: skip


def _matrix(event):
    wanted = [] if event.names else [*FIRST]
    for name in event.names:
        row = event.row("texts", text=name)
        left = [told for what, told in DATES.items() if not row[what]]
        if not any(row["role"] for row in event.rows("matrix", text=name)):
            left.append("which event it is about")
        wanted += [f"{name}: {', '.join(left)}"] if left else []
    return wanted


def _licence(event):
    left = [what for what in LICENCE if what not in event.decided()]
    return [f"say what is held constant: {', '.join(left)}"] if left else []


def _voices(event):
    wanted = [] if event.names else [*FIRST]
    for name in event.names:
        done, of = voices.checked(event, name)
        left = [f"{of - done} of {of} stretches to look at"] if done < of else []
        left += [] if event.row("texts", text=name)["behind"] else ["who is behind it"]
        wanted += [f"{name}: {', '.join(left)}"] if left else []
    return wanted


def _names(event):
    there = [row for row in event.rows("names") if row["who"] and row["words"]]
    return [] if len(there) >= 2 else ["two names, and on whose word each rests"]


def _frames(event):
    wanted = [] if event.names else [*FIRST]
    for name in event.names:
        filled = {row["box"] for row in event.rows("frames", text=name)
                  if row["blank"] or (row["own_words"] and row["proof"])}  # fmt: skip
        left = [box for box in BOXES if box not in filled]
        wanted += [f"{name}: {', '.join(left)}"] if left else []
    return wanted


def _count(event):
    wanted = counting.missing(event)
    hits, done = counting.hits_to_check(event), len(counting.verdicts(event))
    return wanted + ([f"{len(hits) - done} of {len(hits)} hits to judge"] if done < len(hits) else [])


def _readability(event):
    return [] if event.may_compare else ["the licence first (step 3)"]


def _claims(event):
    wanted = []
    for number in CLAIMS:
        row = event.row("claims", number=number)
        left = [told for what, told in CLAIM.items() if not row[what]]
        wanted += [f"claim {number}: {', '.join(left)}"] if left else []
    if not wanted and not any(row["verdict"] == "supported" for row in event.rows("claims")):
        wanted.append("one claim that is supported: look for something that holds up")
    return wanted


def _silences(event):
    there = [row for row in event.rows("silences") if row["what"] and row["reason"]]
    return [] if there else ["one thing that a text leaves out, with the most innocent reason that fits"]


STEPS = (
    Step("texts", "Texts and layers", "Which event, and which texts? Who wrote which lines?", _texts),
    Step("matrix", "Dates and events", "Which text is about what, and when was it written?", _matrix),
    Step("licence", "Licence to compare", "What is held constant, and what is not?", _licence),
    Step("voices", "Voices", "Who speaks where? Correct the rule’s draft.", _voices),
    Step("names", "Names", "What is somebody called, and on whose word?", _names),
    Step("frames", "Frames", "Which problem, cause, judgement and remedy?", _frames),
    Step("count", "One count", "What do you count, and how often is the list right?", _count),
    Step("readability", "Readability", "How far do the ranges overlap?", _readability),
    Step("claims", "Two claims", "What can be checked, and what did you find?", _claims),
    Step("silences", "Silences", "What is left out, and what innocent reason is there?", _silences),
    Step("brief", "The brief", "What survived, and what do you not conclude?", empty_parts),
)


def step(name):
    """A step by its short name."""
    return next(each for each in STEPS if each.id == name)


def as_text(event):
    """An event as it is printed: its steps, and what each of them still wants."""
    told = [f"{event.title}: {len(event.names)} text{'s' * (len(event.names) != 1)}"
            + (f" ({', '.join(articles[n].id for n in event.names)})" if event.names else "")]  # fmt: skip
    told += [f"Opened to be read: {event.folder.path}"] if not event.may_write else []
    for number, each in enumerate(STEPS, 1):
        wanted = each.wants(event)
        told.append(f"{number:2}. {each.name}: {'to do: ' + '; '.join(wanted[:4]) if wanted else 'done'}")
    return "\n".join([*told, *event.notes])
