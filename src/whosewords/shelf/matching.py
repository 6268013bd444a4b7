"""Laying a mask over a text: which words of a blackout edition stand there, and what differs.

The mask knows shapes (letters and syllables) and seals, and nothing of the words themselves; so a word is
found by its neighbours' shapes first, and told from others of its shape by the seal of its sentence.
"""

import re
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from ..words import ADDRESS, ADDRESS_SIZE, visible, words
from .blackout import normal, plain_marks, seal

GRAM = 7  # words in a row that are looked for; so many shapes are hardly found twice by chance
WIDEST_GAP = 40  # words between two finds that are still paired one by one
SAID = 6  # words of a stretch that are named
HALF = 0.5  # of a mask's words must fit before it is worth telling where the others are


class Place(NamedTuple):
    """Where a text does not fit, in words: in `paragraph` and `sentence`, `expected` stood and `found`
    stands."""

    paragraph: int
    sentence: int
    expected: str
    found: str


class Given(NamedTuple):
    """A text that is to be laid under masks: its words, what stands before and after each, and their
    shapes."""

    words: list
    gaps: list  # one more than there are words: the first stands before the first word
    shapes: list


class Fit(NamedTuple):
    """A mask laid over a text. `share` of the mask's words fit (0 to 1); `texts` holds them, None where
    not."""

    share: float
    identical: bool
    places: tuple
    texts: tuple


def given(text):
    """A text made ready for `lay_over`.

    >>> given("A half-\\nhearted no.").shapes
    [(1, 1), (11, 3), (2, 1)]
    """
    # A word split at a line end is put together with a soft hyphen, which no comparison sees.
    text = re.sub(r"([^\W\d_])[-‐]\s*[\r\n]\s*([^\W\d_])", "\\1\u00ad\\2", text)
    found = words(text)
    ends, starts = [0, *(span.end for span in found)], [*(span.start for span in found), len(text)]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    return Given([span.text for span in found], gaps, [_shape_of(span.text) for span in found])


def lay_over(listed, whole, by_sentence, text):
    """Lay a mask over a text: which of its words stand there, and which do not, as a `Fit`.

    listed: the mask. whole, by_sentence: its seals. text: a string, or what `given` made of it. Furniture
    around the text, kinds of quotation marks, line breaks and words split at line ends do not matter. Words
    of the same shape are told apart by the seal of their sentence; where it does not hold, the sentence is
    named and stays masked.
    """
    text = given(text) if isinstance(text, str) else text
    partner = _align([(word.letters, word.syllables) for word in listed], text.shapes)
    texts = [
        _as_in(word, text.words[at])
        if at is not None and _fits(word, text.words[at], text.shapes[at])
        else None
        for word, at in zip(listed, partner, strict=True)
    ]
    fits = [found is not None for found in texts]
    share = sum(fits) / len(listed) if listed else 0.0
    if share < HALF:
        return Fit(share, False, (), tuple(texts))
    places = sorted(
        [
            *_missing(listed, partner, fits, text),
            *_between(listed, partner, fits, text),
            *_broken_seals(listed, by_sentence, texts),
        ]
    )
    identical = not places and seal(texts, [word.gap for word in listed]) == whole
    return Fit(share, identical, tuple(places), tuple(texts))


def _shape_of(text):
    from ..syllables import syllables

    if ADDRESS.fullmatch(text):
        return ADDRESS_SIZE
    plain = visible(text)
    return sum(map(str.isalnum, plain)), syllables(plain)


def _in_words(word):
    """A word of the mask as it is named: itself, or its shape."""
    return f"“{word.text}”" if word.text else f"a word of {word.letters} letter{'s' * (word.letters != 1)}"


def _fits(word, text, shape):
    if word.text is not None:
        return normal(word.text) == normal(text)
    # A word that was split at a line end may have lost a hyphen, and syllables are counted between hyphens.
    return shape[0] == word.letters and (shape[1] == word.syllables or "\u00ad" in text)


def _as_in(word, text):
    """The found word, spelt as the edition spells: its own legible text, or one kind of apostrophe and
    hyphen."""
    if word.text is not None:
        return word.text
    if "-" in word.flags and not re.search("[-‐‑]", text):
        text = text.replace("\u00ad", "-")
    return visible(text).replace("'", "’")


def aligned(ours, theirs, size=GRAM):
    """For each of our items the place of its partner among theirs, or None; partners stand in the same order.

    size: an item has a partner only as one of so many in a row that are equal in both.

    >>> aligned("a cat sat on".split(), "the cat sat".split(), 2)
    [None, 1, 2, None]
    """
    partner: list[int | None] = [None] * len(ours)
    size = max(1, min(size, len(ours)))
    grams = [tuple(ours[i : i + size]) for i in range(len(ours) - size + 1)]
    known = set(grams)
    there = [
        (j, gram) for j in range(len(theirs) - size + 1) if (gram := tuple(theirs[j : j + size])) in known
    ]
    # autojunk stays on: a row that fills a hundredth of a text tells no place, and looking for it takes long.
    for a, b, length in SequenceMatcher(None, grams, [gram for _, gram in there]).get_matching_blocks():
        for step in range(length):
            first = there[b + step][0]
            partner[a + step : a + step + size] = range(first, first + size)
    # Neighbours that are alike may both have found the same item: it belongs to the first of them.
    highest = -1
    for i, at in enumerate(partner):
        if at is not None and at <= highest:
            partner[i] = None
        else:
            highest = highest if at is None else at
    return partner


def _align(ours, theirs):
    """For each of our shapes the index of its partner among theirs, or None."""
    partner = aligned(ours, theirs)
    _fill(partner, ours, theirs)
    return partner


def _fill(partner, ours, theirs):
    """Between two anchors, pair what is left: one by one where as many words are missing as found, else by
    shape."""
    for missing, row in groupby(range(len(ours)), key=lambda i: partner[i] is None):
        row = list(row)
        first, last = row[0], row[-1]
        if not missing or len(row) > WIDEST_GAP:
            continue
        low = partner[first - 1] + 1 if first else None
        high = partner[last + 1] if last + 1 < len(ours) else None
        if low is None and high is None:
            continue
        low = max(0, high - len(row)) if low is None else low
        high = min(len(theirs), low + len(row)) if high is None else high
        if high - low == len(row):
            pairs = zip(row, range(low, high), strict=True)
        else:
            inner = SequenceMatcher(None, ours[first : last + 1], theirs[low:high][:500], autojunk=False)
            blocks = inner.get_matching_blocks()
            pairs = [(first + a + step, low + b + step) for a, b, size in blocks for step in range(size)]
        for i, j in pairs:
            partner[i] = j


def _missing(listed, partner, fits, text):
    """Each stretch of words that do not stand in the text, and what stands there instead."""
    for fit, row in groupby(range(len(listed)), key=fits.__getitem__):
        row = list(row)
        if fit:
            continue
        first = partner[row[0] - 1] + 1 if row[0] else None
        end = partner[row[-1] + 1] if row[-1] + 1 < len(listed) else first + len(row)
        instead = text.words[max(0, end - len(row)) if first is None else first : end]
        word, more = listed[row[0]], len(row) - SAID
        expected = ", ".join(_in_words(listed[i]) for i in row[:SAID]) + f" and {more} more" * (more > 0)
        yield Place(word.paragraph, word.sentence, expected, _quoted(instead))


def _quoted(found):
    """Words as they are named; of many only the first."""
    return f"“{' '.join(found[:SAID])}{' …' * (len(found) > SAID)}”" if found else "nothing"


def _broken_seals(listed, by_sentence, texts):
    """Sentences whose words all have the right shape but are not the right words; they are masked again."""
    for number, row in groupby(range(len(listed)), key=lambda i: listed[i].sentence):
        row = list(row)
        got = [texts[i] for i in row]
        if None not in got and seal(got)[:8] != by_sentence[number]:
            yield Place(listed[row[0]].paragraph, number, "other words of the same length", _quoted(got))
            for i in row:
                texts[i] = listed[i].text


def _between(listed, partner, fits, text):
    """What differs around words that fit: other marks, and words that do not belong there."""
    for i, word in enumerate(listed):
        if not fits[i]:
            continue
        at = partner[i]
        opens = i == 0 or listed[i - 1].paragraph != word.paragraph
        closes = i + 1 == len(listed) or listed[i + 1].paragraph != word.paragraph
        following = partner[i + 1] if i + 1 < len(listed) and fits[i + 1] else None
        marks = []
        if opens:
            marks.append((_piece(word.before, -1), _piece(text.gaps[at], -1)))
        if closes:
            marks.append((_piece(word.gap, 0), _piece(text.gaps[at + 1], 0)))
        elif following == at + 1:
            marks.append((word.gap, text.gaps[at + 1]))
        for ours, theirs in marks:
            if plain_marks(ours) != plain_marks(theirs):
                yield Place(word.paragraph, word.sentence, _name(ours), _name(theirs))
        if following is not None and following > at + 1:
            yield Place(
                word.paragraph, word.sentence, "nothing more", _quoted(text.words[at + 1 : following])
            )


def _piece(gap, which):
    """The first (0) or last (-1) part of a gap that has no blank in it: at an end of a paragraph only that
    counts."""
    return re.split(r"\s", gap)[which]


def _name(gap):
    marks = plain_marks(gap)
    return f"the mark {marks}" if marks else "no mark"
