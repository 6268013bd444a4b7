"""One box of a frame grid as a student fills it: own words, a proof, its paragraph, or “blank”."""

import re

from ..measures.frames import BLANK
from ..problems import Problem, arrived

EMPTY = {"own_words": "", "proof": "", "paragraph": None, "blank": False}


def understood(box, given):
    """What a student typed for a box, as a dictionary like `EMPTY`. Raises `Problem`.

    >>> understood("cause", ("It rains.", "two rivals", "¶6"))["paragraph"]
    6
    >>> understood("remedy", " Blank ")["blank"]
    True
    """
    if isinstance(given, str) and given.strip().casefold() == BLANK:
        return {**EMPTY, "blank": True}
    if not isinstance(given, tuple | list) or len(given) not in (2, 3):
        raise Problem(
            f"{box}= takes three things in round brackets, your words, the proof and the paragraph, such as "
            f'("what I read", "words of the text", 6), or the word "blank", but got “{arrived(given)}”.'
        )
    own, proof, *place = given
    return {**EMPTY, "own_words": str(own).strip(), "proof": str(proof).strip(),
            "paragraph": number_of(place[0] if place else None)}  # fmt: skip


def number_of(given):
    """The number of a paragraph as a student writes it, or None.

    >>> number_of("¶6"), number_of(12), number_of("in 7"), number_of("")
    (6, 12, 7, None)
    """
    found = re.search(r"\d{1,4}", str(given or ""))
    return int(found[0]) if found else None
