"""The word lists of others, to see what another list would count: VADER and TextBlob.

They hold single words without categories, and were made for other jobs (tweets, film reviews). A blackout
edition carries them as flags of its words, so that they count the same where the words are in blocks.
"""

from functools import cache

from ..files import table_rows
from .entries import key

OTHERS = {"v": "VADER", "t": "TextBlob"}


@cache
def _letters():
    return {row["word"]: row["lists"] for row in table_rows("lexicon", "other_lists.csv")}


def other_lists(word):
    """The letters of the lists that a `Word` stands on: v VADER (a valence of 2 or more either way), t
    TextBlob (a subjectivity of .5 or more).

    >>> from whosewords.words import read
    >>> [other_lists(word) for word in read("an awful ferry")]
    ['', 'vt', '']
    """
    if word.text is None:
        return "".join(letter for letter in OTHERS if letter in word.flags)
    return _letters().get(key(word.text), "")


def flagged(words):
    """The same words with those letters among their flags."""
    return [word._replace(flags=word.flags + other_lists(word)) for word in words]
