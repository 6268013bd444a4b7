"""Voices that a student noted by hand in an event of their own, laid over what the rule says.

A row names its words by paragraph and number, as the table of the articles does, and says how they begin. So
it finds its words again where a block before them was dropped since, and is left aside where they are gone.
"""

from ..shelf import open_event
from ..shelf.blackout import BLOCK

SHOWN = 6  # words by which a stretch is known again


def begins(words):
    """How a stretch of words begins, as it stands in the table.

    >>> from whosewords.words import read
    >>> begins(read("“We won,” Ms Roe said, and left early."))
    'We won Ms Roe said and'
    """
    return " ".join(word.text or BLOCK for word in words[:SHOWN])


def places_of(article, rows):
    """Where the words of each row stand: (first, last + 1) as `article.words` counts them; None where they
    are gone."""
    paragraphs, same = {}, {}
    for i, word in enumerate(article.words):
        paragraphs.setdefault(word.paragraph, i)
        same.setdefault((word.text or BLOCK).casefold(), []).append(i)
    return [_place(article.words, row, paragraphs, same) for row in rows]


def _place(words, row, paragraphs, same):
    """paragraphs: {number: its first word}; same: {word: where it stands}, so that few places are tried."""
    try:
        paragraph, first, last = (int(row[column]) for column in ("paragraph", "first", "last"))
    except ValueError:
        return None
    long, told = last - first + 1, row["begins"].casefold()
    if first < 1 or long < 1:
        return None

    def fits(start):
        return start + long <= len(words) and (
            words[start].paragraph == words[start + long - 1].paragraph
            and _same(begins(words[start : start + min(long, SHOWN)]), told)
        )

    if paragraph in paragraphs and fits(start := paragraphs[paragraph] + first - 1):
        return start, start + long
    elsewhere, start_of_it = [], told.partition(" ")[0]
    likely = range(len(words)) if start_of_it == BLOCK else same.get(start_of_it, []) + same.get(BLOCK, [])
    for start in likely if told else ():
        elsewhere += [start] if fits(start) else []
        if len(elsewhere) > 1:
            return None
    return (elsewhere[0], elsewhere[0] + long) if elsewhere else None


def _same(here, told):
    """Whether a stretch begins as its row says, in small letters; a block in either may be any word.

    >>> _same("We ▇ the pier", "we shut ▇ pier"), _same("We ▇", "They shut")
    (True, False)
    """
    pairs = here.casefold().split(), told.split()
    return len(pairs[0]) == len(pairs[1]) and all(
        one == other or BLOCK in (one, other) for one, other in zip(*pairs, strict=True)
    )


def corrected(article, labels):
    """The labels (voice, speaker, which stretch) of an article's words, with those of its rows over them."""
    rows = open_event.rows("voices", article.id) if open_event.is_own(article.id) else []
    rows = [row for row in rows if row["voice"] in tuple("AHEQISB")]
    for number, (row, place) in enumerate(zip(rows, places_of(article, rows), strict=True), 1):
        if place:
            which = -number if row["voice"] in "QIS" else 0
            start, end = place
            labels[start:end] = [(row["voice"], row["speaker"] or None, which)] * (end - start)
    return labels
