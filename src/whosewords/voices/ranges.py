"""The voices of an article on the shelf, word by word: a hand-checked table over those of its paragraphs.

The table names places only, so that it reads a blackout edition as well as the full text, with the same
answer. Our own texts, which have no table, are read by the rule.
"""

from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from .. import files
from ..problems import Problem
from ..words import words
from .by_hand import corrected
from .rule import stretches


class Range(NamedTuple):
    """A stretch of an article in one voice; `start` and `end` count `article.words`, like a slice."""

    start: int
    end: int
    voice: str
    speaker: str | None = None


class Row(NamedTuple):
    """A row of the hand-checked table: words `first` to `last` of a paragraph, counted from 1."""

    paragraph: int
    first: int
    last: int
    voice: str
    speaker: str | None


def voice_ranges(article):
    """The voices of an article: ranges of its words that follow one another and leave none out.

    Where the hand-checked table has rows for the article, they win and the rule is not asked; else its full
    text is read by the rule; every other word has the voice of its paragraph. Locked or unlocked makes no
    difference.

    >>> from whosewords.shelf.catalogue import articles
    >>> [(r.voice, r.speaker) for r in voice_ranges(articles["warmup_harbour"]) if r.voice == "Q"][0]
    ('Q', 'the surveyor')
    """
    result, place = [], 0
    for (voice, speaker, _), run in groupby(_labels(article)):
        length = sum(1 for _ in run)
        result.append(Range(place, place + length, voice, speaker))
        place += length
    return tuple(result)


def draft_ranges(article):
    """The voices of a full text as the rule alone gives them, whatever its reader corrected by hand."""
    result, place = [], 0
    for (voice, speaker, _), run in groupby(() if article.sealed else _by_rule(article.paragraphs) or ()):
        length = sum(1 for _ in run)
        result.append(Range(place, place + length, voice, speaker))
        place += length
    return tuple(result)


def voice_of(article):
    """The voice of every word of an article: a list of letters, in the order of `article.words`."""
    return [voice for voice, _, _ in _labels(article)]


def _labels(article):
    """For every word (voice, speaker, which stretch): the last keeps two neighbouring quotations apart."""
    try:
        paragraphs, rows = article.paragraphs, hand_table(article.edition)
    except AttributeError:
        raise Problem(f'This needs an article, such as articles["trt"], but got {article!r}.') from None
    if not rows and not article.sealed and (found := _by_rule(paragraphs)):
        return corrected(article, found)
    labels = []
    for paragraph in paragraphs:
        own = [(paragraph.voice, None, 0)] * len(paragraph.words)
        for number, row in enumerate(rows, 1):
            if row.paragraph == paragraph.number:
                own[row.first - 1 : row.last] = [(row.voice, row.speaker, number)] * (
                    row.last - row.first + 1
                )
        labels += own
    # In blocks no rule can read; so that nothing changes when they are unlocked, none reads then either.
    return corrected(article, labels) if article.sealed else labels


def _by_rule(paragraphs):
    """The labels that the rule gives to full paragraphs; None where a word is masked."""
    texts = tuple(paragraph.text for paragraph in paragraphs)
    if None in texts:
        return None
    labels = ruled(texts, tuple(paragraph.voice for paragraph in paragraphs))
    return list(labels) if len(labels) == sum(len(p.words) for p in paragraphs) else None


@lru_cache(maxsize=64)
def ruled(texts, letters):
    """The labels of every word of these paragraphs, each with the voice of its line."""
    s, base = "", []
    for text, letter in zip(texts, letters, strict=True):
        base.append((len(s), len(s) + len(text), letter))
        s += text + "\n"
    found = stretches(s, base)
    labels, at = [], 0
    for word in words(s):
        while found[at].end <= word.start:
            at += 1
        stretch = found[at]
        labels.append((stretch.voice, stretch.speaker, at if stretch.voice in "QIS" else 0))
    return tuple(labels)


@cache
def hand_table(edition):
    """The rows of the hand-checked table for one edition; empty where there is none."""
    return tuple(
        Row(int(row["paragraph"]), int(row["first"]), int(row["last"]), row["voice"], row["speaker"] or None)
        for row in files.table_rows("voices", "articles.csv")
        if row["article"] == edition
    )
