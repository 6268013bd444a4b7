"""Classes of English words that the rules for sentences, lines, names and voices look at."""

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
def given_names():
    """Given names that one of 10,000 people in the USA had in 1990, in small letters, each with the pronoun
    of who has it: “he”, “she”, or nothing where it may be both.

    >>> given_names()["fred"], given_names()["jackie"]
    ('he', '')
    """
    return {row["name"]: row["for"] for row in files.table_rows("lexicon", "given_names.csv")}


@cache
def _table():
    with files.data("lexicon", "classes.toml").open("rb") as file:
        return tomllib.load(file)
