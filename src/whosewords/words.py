"""The word and the sentence: what every measure works on.

A word is a run of letters and digits. It keeps its inner apostrophes (*Iran’s*), hyphens (*US-led*), the dots of a
dotted abbreviation (*U.S.*) and the marks inside a number (*2,500*, *3.5*). A dash parts words, with or without
blanks. Sentences end at line ends first (a heading is its own unit), then where nupunkt says so; the naive rule that
textstat and others use is offered beside it, over the same words.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

# A letter or digit with what may hang on it: combining accents, soft hyphens and zero-width joiners.
_LETTER = r"[^\W_][\u0300-\u036f\u00ad\u200b-\u200d\u2060]*"
_DOTTED = r"(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?"
_NUMBER = r"\d+(?:[.,:]\d+)+"
_PART = rf"(?:{_DOTTED}|{_NUMBER}|(?:{_LETTER})+)"
WORD = re.compile(rf"{_PART}(?:[-‐‑'’]{_PART})*")
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
INVISIBLE = re.compile(r"[\u0300-\u036f\u00ad\u200b-\u200d\u2060]")
NAIVE_STOP = re.compile(r"[.!?]")
SHORTEST_NAIVE = 3  # textstat leaves out "sentences" of two words or fewer


class Span(NamedTuple):
    """A stretch of a string: `text == s[start:end]`, offsets in characters."""

    text: str
    start: int
    end: int


class Word(NamedTuple):
    """One word of a text, or the numbers that a blackout edition keeps of it.

    `text` is None where the word is masked; everything else is known either way. `before` and `after` are the marks
    that touch it, `gap` is everything up to the next word of the paragraph. `paragraph` and `sentence` count from
    1 through the whole text. `flags` are letters: d difficult (not on Dale and Chall's list), c complex for Fog,
    n name, . holds a sentence mark inside, and whatever alternative lists add.
    """

    text: str | None
    letters: int
    syllables: int
    flags: str
    before: str
    gap: str
    paragraph: int
    sentence: int

    @property
    def masked(self):
        return self.text is None

    @property
    def difficult(self):
        return "d" in self.flags

    @property
    def after(self):
        """The marks that follow the word without a blank."""
        return self.gap.split(" ", 1)[0] if " " in self.gap else self.gap


def words(s):
    """The words of a string, as spans with `.text`, `.start` and `.end`.

    >>> [word.text for word in words("The U.N.’s US-led force—about 2,500—didn't leave.")]
    ['The', 'U.N.’s', 'US-led', 'force', 'about', '2,500', "didn't", 'leave']
    """
    return [Span(found.group(), found.start(), found.end()) for found in WORD.finditer(s)]


def lines(s):
    """The lines of a string that hold something, as spans without the blanks around them."""
    found = (_trimmed(s, line.start(), line.end()) for line in LINE.finditer(s))
    return [span for span in found if span.text]


def sentences(s, rule="careful"):
    """The sentences of a string, as spans.

    rule: "careful" splits at line ends, then with nupunkt, which knows abbreviations and initials. "naive" is
    textstat's: a sentence ends at every `.`, `!` and `?`, line ends do not matter, and pieces of two words or fewer
    are left out (so the spans may leave gaps).

    >>> [span.text for span in sentences("Heading\\nMr. T. Smith left the U.S. on Monday. He ran.")]
    ['Heading', 'Mr. T. Smith left the U.S. on Monday.', 'He ran.']
    >>> [span.text for span in sentences("Mr. Smith left the U.S. on Monday. He ran off.", rule="naive")]
    ['Smith left the U.', 'He ran off.']
    """
    if rule not in ("careful", "naive"):
        raise ValueError(f"There is no sentence rule “{rule}”. The rules are “careful” and “naive”.")
    if rule == "naive":
        return _naive_spans(s)
    from nupunkt import sent_spans

    found = []
    for line in lines(s):
        for start, end in sent_spans(line.text):
            span = _trimmed(s, line.start + start, line.start + end)
            if span.text:
                found.append(span)
    return found


def read(s):
    """The words of a string with everything that a measure asks of them: a list of `Word`.

    A paragraph is a line that holds something.

    >>> first, *_ = read("“Friendly” troops left.")
    >>> first.text, first.letters, first.syllables, first.before, first.after
    ('Friendly', 8, 2, '“', '”')
    """
    from .pronunciation import is_complex, is_familiar, syllables

    paragraphs = lines(s)
    starts = [span.start for span in sentences(s)]
    spans = [[Span(w.text, w.start + p.start, w.end + p.start) for w in words(p.text)] for p in paragraphs]
    owner = [[bisect_right(starts, word.start) for word in row] for row in spans]
    named = _names(spans, owner)
    result = []
    for number, (paragraph, row, places) in enumerate(zip(paragraphs, spans, owner, strict=True), 1):
        for i, (word, place) in enumerate(zip(row, places, strict=True)):
            following = row[i + 1].start if i + 1 < len(row) else paragraph.end
            before = s[paragraph.start : word.start] if i == 0 else opening(s[row[i - 1].end : word.start])
            plain = INVISIBLE.sub("", word.text)
            name = word.start in named
            flags = "" if name or is_familiar(plain) else "d"
            flags += "c" if not name and is_complex(plain) else ""
            flags += ("n" if name else "") + ("." if NAIVE_STOP.search(word.text) else "")
            letters = sum(map(str.isalnum, plain))
            gap = " ".join(s[word.end : following].split()) if i + 1 == len(row) else squeeze(s[word.end : following])
            result.append(Word(word.text, letters, syllables(plain), flags, before, gap, number, place))
    return result


def naive_sentences(listed):
    """For each `Word`, the number of its sentence under the naive rule, from 1; locked and unlocked alike.

    A word ends its sentence when a `.`, `!` or `?` stands in it or after it. Pieces of two words or fewer, which
    textstat drops, are joined to what follows, so that no word is lost.
    """
    places, place, size, waiting = [], 1, 0, False
    for word in listed:
        if waiting and size >= SHORTEST_NAIVE:
            place, size = place + 1, 0
        places.append(place)
        size += 1
        waiting = "." in word.flags or bool(NAIVE_STOP.search(word.gap))
    if 0 < size < SHORTEST_NAIVE and place > 1:
        places = [min(p, place - 1) for p in places]
    return places


def opening(gap):
    """The part of a gap that touches the next word: `. “` gives `“`."""
    return gap.rsplit(None, 1)[-1] if gap.strip() and not gap[-1].isspace() and any(map(str.isspace, gap)) else ""


def squeeze(gap):
    """A gap with each run of blanks as one blank."""
    return re.sub(r"\s+", " ", gap)


def _trimmed(s, start, end):
    text = s[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    return Span(text, start, start + len(text))


def _naive_spans(s):
    found = []
    for piece in re.finditer(r"\b[^.!?]+[.!?]*", s):
        span = _trimmed(s, piece.start(), piece.end())
        if len(span.text.split()) >= SHORTEST_NAIVE:
            found.append(span)
    return found or ([_trimmed(s, 0, len(s))] if s.strip() else [])


def _names(rows, owners):
    """Start offsets of the words that are names: capitals inside a sentence, or the same word elsewhere.

    A capital at the start of a sentence proves nothing, and neither does one in a title set in capitals.
    """
    sentences_of = {}
    for row, places in zip(rows, owners, strict=True):
        for word, place in zip(row, places, strict=True):
            sentences_of.setdefault(place, []).append(word)
    inside, first = [], []
    for row in sentences_of.values():
        capitals = sum(word.text[0].isupper() for word in row)
        titled = len(row) > 3 and capitals > len(row) * 0.6
        for i, word in enumerate(row):
            if word.text[0].isupper() and word.text != "I":
                (first if i == 0 or titled else inside).append(word)
    known = {word.text for word in inside}
    return {word.start for word in inside} | {word.start for word in first if word.text in known}
