"""The numbers and names of a text, and which of them another version lost or added.

A rule can see that a number or a name is gone. It cannot see whether a sentence still says the same.
"""

from functools import cache
from typing import NamedTuple

from ...files import table_rows
from ...lexicon.table import listed
from ...measures.word_kinds import is_number
from ...words import visible

# As digits, so that “three” and “3” are one number. “One” is left out: it is a pronoun as often.
DIGITS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
NO_NUMBERS = frozenset({"one", "half", "first", "second", "third"})
SHORTEST = 4  # letters; from here on “Iraq” and “Iraqi” are one name


class Facts(NamedTuple):
    """The numbers and the names of a text, each once, as {what is compared: how it is written}."""

    numbers: dict
    names: dict
    words: frozenset


def facts(words):
    """The numbers and names of a list of `Word`.

    A name is one of our list of names in any of its forms, or a word with a capital inside a sentence.

    >>> from whosewords.words import read
    >>> found = facts(read("In Kirkuk three men met Ms Roe of the U.S. on 9 May."))
    >>> list(found.numbers), list(found.names)
    (['3', '9'], ['Kirkuk', 'Ms', 'Roe', 'US', 'May'])
    """
    numbers, names, i = {}, {}, 0
    forms, longest = _forms()
    bare = [_bare(word.text) for word in words]
    while i < len(words):
        size = _size(bare, i, forms, longest)
        if size:
            names.setdefault(forms[tuple(bare[i : i + size])], " ".join(bare[i : i + size]))
        elif is_number(bare[i]):
            if bare[i].lower() not in NO_NUMBERS:
                numbers.setdefault(_digits(bare[i]), bare[i])
        elif "n" in words[i].flags:
            names.setdefault(bare[i], bare[i])
        i += size or 1
    return Facts(numbers, names, frozenset(word.lower() for word in bare))


def lost(before, after):
    """The numbers and names of `before` that are not in `after`, as they are written.

    >>> from whosewords.words import read
    >>> old, new = facts(read("It hit three Iraqi towns near Erbil.")), facts(read("It hit 3 towns in Iraq."))
    >>> lost(old, new), lost(new, old)
    (('Erbil',), ())
    """
    numbers = [written for number, written in before.numbers.items() if number not in after.numbers]
    names = [written for name, written in before.names.items() if not _stands(name, after)]
    return (*numbers, *names)


def _size(bare, i, forms, longest):
    """How many words from `i` on are the longest form of a name there; 0 where none is."""
    sizes = range(min(longest, len(bare) - i), 0, -1)
    return next((size for size in sizes if tuple(bare[i : i + size]) in forms), 0)


def _stands(name, facts):
    if name in facts.names:
        return True
    parts = name.lower().split()
    return all(any(_alike(part, word) for word in facts.words) for part in parts)


def _alike(part, word):
    return part == word or (
        min(len(part), len(word)) >= SHORTEST and (part.startswith(word) or word.startswith(part))
    )


def _bare(text):
    plain = visible(text).replace("’", "'")
    return plain[:-2] if plain.endswith(("'s", "'S")) else plain


def _digits(text):
    low = text.lower().replace(",", "")
    return DIGITS.get(low, low if any(map(str.isdigit, low)) else text)


@cache
def _forms():
    """Words of a form of a name → the name, and how long the longest form is."""
    found = {
        tuple(form.split()): row["term"]
        for row in table_rows("lexicon", "names.csv")
        for form in listed(row["forms"])
    }
    return found, max(map(len, found))
