"""What may stand in the tables of an event: the values to choose from, and what they are called."""

import re

from ..lexicon import CANDIDATES, CATEGORIES
from ..measures.frames import BOXES
from ..measures.precision import VERDICTS as HIT_VERDICTS
from ..measures.silences import REASONS
from ..problems import Problem, arrived, one_of
from ..voices import VOICES

YES, NO, UNKNOWN = "yes", "no", "unknown"
HELD = {YES: "held constant", NO: "not held constant", UNKNOWN: "cannot tell"}
LICENCE = {  # what a comparison holds constant or not
    "event": "the event: are all texts about the same one?",
    "dates": "the dates: were they written at about the same time, knowing the same?",
    "kind": "the kind of text: report, opinion, repost?",
    "length": "the length",
    "writer": "who wrote the words: one layer each, nobody quoted at length?",
    "language": "the language: no translation among them?",
}
ROLES = {"main": "is about it", "mentioned": "mentions it", "absent": "does not name it"}
CLAIM_VERDICTS = ("supported", "contradicted", "disputed", "cannot tell")
CONFIDENCE = ("1", "2", "3", "4", "5")
ALL = "all"
COUNTED = {ALL: "all loaded words", **{k: v for k, v in CATEGORIES.items() if k not in CANDIDATES}}
WHOSE = {"author": "the author’s voice", "quoted": "quoted and reported voices", "all": "all voices"}
CODERS = {"first": "first reader", "second": "second reader"}
CLAIMS = ("1", "2")
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
CHOICES = {  # {table: {column: what may stand there; "" always may}}
    "texts": {"mine": (YES,)},
    "matrix": {"role": tuple(ROLES)},
    "licence": {"what": tuple(LICENCE), "held": tuple(HELD)},
    "voices": {"voice": tuple(VOICES)},
    "frames": {"box": tuple(BOXES), "blank": (YES,)},
    "hits": {"verdict": tuple(HIT_VERDICTS), "coder": tuple(CODERS)},
    "claims": {
        "number": CLAIMS, "verdict": CLAIM_VERDICTS, "incomplete": (YES,), "confidence": CONFIDENCE,
    },
    "silences": {"reason": REASONS},
}  # fmt: skip
THINGS = {  # {table of named things: {name: what may stand there, () for anything}}
    "event": {"title": (), "date": (), "place": ()},
    "count": {
        "question": (), "category": tuple(COUNTED), "voice": tuple(WHOSE), "counts": (), "leaves_out": (),
        "first": (), "second": (),
    },
    "brief": {name: () for name in ("title", "licence", "silence", "survived", "my_frame", "not_conclude")},
}  # fmt: skip


def checked(table, row):
    """A row whose values may stand in its table; raises `Problem` for the first that may not.

    >>> checked("licence", {"what": "event", "held": "yes"})["held"]
    'yes'
    >>> try: checked("claims", {"number": "1", "verdict": "true"})
    ... except Problem as problem: print(str(problem).partition(". ")[0])
    There is no verdict called “true”
    """
    for column, allowed in CHOICES.get(table, {}).items():
        value = row.get(column, "")
        if value not in ("", None, True, False):
            one_of(str(value), allowed, column)
    if table in THINGS:
        name = row.get("what", "")
        allowed = THINGS[table][one_of(name, THINGS[table], f"part of {table}")]
        if allowed and row.get("is"):
            one_of(row["is"], allowed, name)
    if table == "event" and row.get("what") == "date" and row.get("is"):
        _refuse_no_day(row["is"])
    if row.get("paragraph") and not str(row["paragraph"]).isdecimal():
        raise Problem(f"A paragraph is a number, such as 6, but got “{arrived(row['paragraph'])}”.")
    return row


def _refuse_no_day(given):
    if not DAY.match(str(given).strip()):
        raise Problem(
            f"The date of the event begins with its year, such as 2025-09-10, but got “{arrived(given)}”."
        )
