"""Who says something: what the other files find and hand on."""

from typing import NamedTuple


class Said(NamedTuple):
    """Who says something: offsets of the speaker, and the speech verb (its dictionary form) or other cue.

    `loose`: 0 where the verb stands beside the quotation, 1 where it closes the sentence, 2 further off.
    """

    start: int
    end: int
    verb: str
    loose: int = 0


NOBODY = Said(0, 0, "")  # somebody said it who is not named: Smith was told “…”
UNSAID = Said(0, -1, "")  # nobody said it: Smith did not say “…”


def said_by(row, subject, verb, loose=0):
    """`Said` for a subject given as (first, last + 1) of its tokens; None for None."""
    return Said(row[subject[0]].start, row[subject[1] - 1].end, verb, loose) if subject else None
