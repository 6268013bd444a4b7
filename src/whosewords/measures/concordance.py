"""A concordance: every place where a pattern stands, each with its sentence, its voice and its paragraph.

Read the hits before you count them: this is the tool for it.
"""

import re
from itertools import groupby
from typing import NamedTuple

from ..problems import Blank, Problem, arrived, is_blank
from ..shelf.blackout import normal
from ..voices import voice_of


class Line(NamedTuple):
    """One hit. `start` and `end` count the article's words (`end` not included), `first` and `last` those of
    its sentence. `voice` is the letter of who speaks."""

    article: str
    paragraph: int
    voice: str
    start: int
    end: int
    first: int
    last: int


def compiled(pattern):
    """A student's pattern as a list of regular expressions, one a word.

    `*` stands for any letters; words are matched whole. Capitals do not matter, but in an abbreviation of
    capitals (*US*) they do. Raises `Problem` where nothing is left to look for.

    >>> [bool(p.fullmatch("preoccupied")) for p in compiled("*occup*")]
    [True]
    """
    if is_blank(pattern):
        raise Blank("Fill the blank: write a word, such as occup*, in place of ____ and run the line again.")
    if not isinstance(pattern, str) or not re.sub(r"[\W_]+", "", pattern):
        raise Problem(
            f'find() needs a word in quotation marks, such as "occup*", but got “{arrived(pattern)}”. '
            "A * stands for any letters."
        )
    parts = [part for part in pattern.split() if re.sub(r"[\W_]+", "", part)]
    return [
        re.compile(
            ".*".join(re.escape(normal(piece)) for piece in re.sub(r"\*+", "*", part).split("*")),
            0 if part.isupper() and len(part) > 1 else re.IGNORECASE,
        )
        for part in parts
    ]


def concordance(article, pattern):
    """All hits of a pattern in an article, in order, as a list of `Line`. Masked words never match.

    pattern: whole words, `*` for any letters, several words with blanks. A possessive ending does not matter.
    """
    parts = compiled(pattern)
    words, voices, sentence = article.words, voice_of(article), sentence_of(article.words)
    return [
        Line(article.id, words[i].paragraph, voices[i], i, i + len(parts), *sentence[i])
        for i in range(len(words) - len(parts) + 1)
        if all(_matches(part, words[i + j]) for j, part in enumerate(parts))
    ]


def sentence_of(words):
    """For each of these words where its sentence begins and ends, as a list of (first, last + 1)."""
    found = []
    for _, row in groupby(words, key=lambda word: word.sentence):
        size = len(list(row))
        found += [(len(found), len(found) + size)] * size
    return found


def _matches(part, word):
    if word.text is None:
        return False
    text = normal(word.text)
    return bool(part.fullmatch(text) or (text.endswith("'s") and part.fullmatch(text[:-2])))
