"""Whose statements a text reports, and of what kind they are: a tally over its voices Q and I.

For the articles and our reports a table made by hand, `data/source_kinds.csv`, says of which kind each
speaker is. For any other text a word in the name tells it, or it is said that it cannot be told.
"""

import re
from collections import Counter
from functools import cache
from itertools import groupby
from typing import NamedTuple

from .. import files
from ..voices import voice_ranges
from .concordance import Line, sentence_of

REPORTED = "QI"
UNCLEAR = "unclear"
HOW = {"person": "persons with a name", "body": "offices and bodies", "nameless": "people without a name"}


class Statement(NamedTuple):
    """What one speaker says in one sentence. `kind`: see `kinds`; `how` a key of HOW, "" where nobody noted
    it. `line` is its place."""

    speaker: str
    kind: str
    how: str
    line: Line


def statements(article):
    """The statements of others that an article reports, in order: one for each speaker and sentence.

    Direct and reported speech of one speaker within a sentence are one statement. A speaker whom the rule for
    voices could not find is called “nobody named”.

    >>> from whosewords.shelf.catalogue import articles
    >>> [(one.speaker, one.kind) for one in statements(articles["trt"])][-1]
    ('Iran', 'iran')
    """
    sentences, found = sentence_of(article.words), []
    ranges = [one for one in voice_ranges(article) if one.voice in REPORTED]
    for (first, last, speaker), run in groupby(ranges, key=lambda r: (*sentences[r.start], r.speaker)):
        pieces = list(run)
        start, end = pieces[0].start, min(pieces[-1].end, last)
        voice = next((one.voice for one in pieces if one.voice == "Q"), "I")
        place = Line(article.id, article.words[start].paragraph, voice, start, end, first, last)
        found.append(Statement(speaker or "nobody named", *kind_of(article.id, speaker), place))
    return found


def kind_of(text, speaker):
    """(kind, how it is named) of a speaker: from the table, else from a word in the name.

    >>> kind_of("neo", "experts"), kind_of("a text", "the baker’s mother"), kind_of("a text", "Ann Ode")
    (('experts', 'nameless'), ('people', ''), ('unclear', ''))
    """
    if (text, speaker) in _by_hand():
        return _by_hand()[text, speaker]
    words = set(re.findall(r"[a-z]+", (speaker or "").casefold()))
    told = (
        kind for kind, listed in files.settings("source_kinds.toml")["words"].items() if words & set(listed)
    )
    return next(told, UNCLEAR), ""


def kinds(texts):
    """What the kinds are called that the statements of these texts are sorted by: {kind: name}."""
    table = files.settings("source_kinds.toml")
    read = {text for text, _ in _by_hand()}
    return {
        kind: name
        for by_hand, part in ((True, "kinds"), (False, "anywhere"))
        if any((text in read) == by_hand for text in texts)
        for kind, name in table[part].items()
    }


def tally(found):
    """How many statements are of each kind: a `Counter`."""
    return Counter(one.kind for one in found)


@cache
def _by_hand():
    rows = files.table_rows("source_kinds.csv")
    return {(row["text"], row["speaker"]): (row["kind"], row["how"]) for row in rows}
