"""How words look: set like a title."""

from ..words import WORD
from .english import english

LONGEST = 150  # characters of a title


def titled(text):
    """Whether a text is set like a title: capitals but for the small words.

    >>> titled("The Good Soldiers"), titled("We won at last")
    (True, False)
    """
    first = next((sign for sign in text if sign.isalnum()), "")
    if not first.isupper() or len(text) > LONGEST:
        return False
    small = english("prepositions", "stop", "determiners")
    found = WORD.findall(text)
    large = sum(word[0].isupper() or word[0].isdigit() for word in found)
    shaped = all(not word[0].islower() or word.lower() in small for word in found)
    return large > 1 and shaped
