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


def place_of(article, row):
    """Where the words of a row stand: (first, last + 1) as `article.words` counts them; None where they are
    gone."""
    try:
        paragraph, first, last = (int(row[column]) for column in ("paragraph", "first", "last"))
    except ValueError:
        return None
    long, words = last - first + 1, article.words
    if first < 1 or long < 1:
        return None
    starts = {}
    for i, word in enumerate(words):
        starts.setdefault(word.paragraph, i)
    told = row["begins"]

    def fits(start):
        return start + long <= len(words) and (
            words[start].paragraph == words[start + long - 1].paragraph
            and _same(begins(words[start : start + long]), told)
        )

    if paragraph in starts and fits(starts[paragraph] + first - 1):
        return starts[paragraph] + first - 1, starts[paragraph] + first - 1 + long
    elsewhere = [start for start in range(len(words)) if fits(start)] if told else []
    return (elsewhere[0], elsewhere[0] + long) if len(elsewhere) == 1 else None


def _same(here, told):
    """Whether a stretch begins as its row says; a word that is a block in either may be any word.

    >>> _same("We ▇ the pier", "we shut ▇ pier"), _same("We ▇", "They shut")
    (True, False)
    """
    pairs = here.casefold().split(), told.casefold().split()
    return len(pairs[0]) == len(pairs[1]) and all(
        one == other or BLOCK in (one, other) for one, other in zip(*pairs, strict=True)
    )


def corrected(article, labels):
    """The labels (voice, speaker, which stretch) of an article's words, with those of its rows over them."""
    rows = open_event.rows("voices", article.id) if open_event.is_own(article.id) else []
    for number, row in enumerate(rows, 1):
        place = place_of(article, row) if row["voice"] in tuple("AHEQISB") else None
        if place:
            which = -number if row["voice"] in "QIS" else 0
            start, end = place
            labels[start:end] = [(row["voice"], row["speaker"] or None, which)] * (end - start)
    return labels
