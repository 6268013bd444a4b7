"""Classes of English words that the rules for sentences, lines and names look at."""

import tomllib
from functools import cache

from . import files


@cache
def word_class(name):
    """The words of a class of `data/lexicon/classes.toml`, as a set.

    >>> "of" in word_class("small"), "of" in word_class("titles")
    (True, False)
    """
    return frozenset(_table()[name].split())


@cache
def _table():
    with files.data("lexicon", "classes.toml").open("rb") as file:
        return tomllib.load(file)
