"""The word and the sentence: what every measure works on.

A word is a run of letters and digits. It keeps its inner apostrophes (*Iran’s*), hyphens (*US-led*), the dots
of a dotted abbreviation (*U.S.*) and the marks inside a number (*2,500*, *3.5m*). A dash parts words, with or
without blanks. A web address is one word.

Sentences end at line ends first (a heading is its own unit), then where nupunkt says so; the naive rule that
textstat and others use is offered beside it, over the same words.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple
from unicodedata import normalize

# What hangs on a letter or cannot be seen: accents (of Arabic and Hebrew too), soft hyphens, joiners.
_HANGING = r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u00ad\u200b-\u200d\u2060"
_LETTERS = rf"[^\W_]+(?:[{_HANGING}]+[^\W_]*)*"
_DOTTED = r"(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?"
_NUMBER = r"\d+(?:[.,:]\d+)+[^\W_]*"
_PART = rf"(?:{_DOTTED}|{_NUMBER}|{_LETTERS})"
_ADDRESS = r"(?:https?://|www\.)[^\s<>\"“”]*[^\W_]"
WORD = re.compile(rf"{_ADDRESS}|{_PART}(?:[-‐‑'’]{_PART})*")
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
INVISIBLE = re.compile(rf"[{_HANGING}]")
FIRST_PERSON = re.compile(r"I(?:['’]|$)")
TITLE = re.compile(
    r"\b(?:Adm|Brig|Capt|Cmdr|Col|Cpl|Dr|Gen|Gov|Lt|Maj|Messrs|Mr|Mrs|Ms|Prof|Rep|Rev|Sen|Sgt|St)\.\s*$"
)
NAIVE_STOP = re.compile(r"[.!?]")
SHORTEST_NAIVE = 3  # textstat leaves out "sentences" of two words or fewer


class Span(NamedTuple):
    """A stretch of a string: `text == s[start:end]`, offsets in characters."""

    text: str
    start: int
    end: int


class Word(NamedTuple):
    """One word of a text, or the numbers that a blackout edition keeps of it.

    `text` is None where the word is masked; everything else is known either way. `before` and `after` are the
    marks that touch it, `gap` is everything up to the next word of the paragraph. `paragraph` and `sentence`
    count from 1 through the whole text. `flags` are letters: d difficult (not on Dale and Chall's list), c
    complex for Fog, n name, . holds a sentence mark inside, and whatever alternative lists add.
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
        return self.gap.partition(" ")[0]


def words(s: str) -> list[Span]:
    """The words of a string, as spans with `.text`, `.start` and `.end`.

    >>> [word.text for word in words("The U.N.’s US-led force—about 2,500—didn't leave.")]
    ['The', 'U.N.’s', 'US-led', 'force', 'about', '2,500', "didn't", 'leave']
    """
    return [Span(found.group(), found.start(), found.end()) for found in WORD.finditer(s)]


def lines(s):
    """The lines of a string that hold something, as spans without the blanks around them."""
    found = (_trimmed(s, line.start(), line.end()) for line in LINE.finditer(s))
    return [span for span in found if span.text]


def visible(text):
    """A word as it is seen: composed letters, nothing that hangs on one of them or cannot be seen.

    >>> visible("self\\u00addefense"), visible("cafe\\u0301"), visible("o\ufb03ce")
    ('selfdefense', 'café', 'office')
    """
    return text if text.isascii() else INVISIBLE.sub("", normalize("NFKC", text))


def sentences(s: str, rule: str = "careful") -> list[Span]:
    """The sentences of a string that hold a word, as spans.

    rule: "careful" splits at line ends, then with nupunkt, which knows abbreviations and initials. "naive" is
    textstat's: a sentence ends at every `.`, `!` and `?`, line ends do not matter, and pieces of two words or
    fewer are left out (so the spans may leave gaps).

    >>> [span.text for span in sentences("Heading\\nMr. T. Smith left the U.S. on Monday. He ran.")]
    ['Heading', 'Mr. T. Smith left the U.S. on Monday.', 'He ran.']
    >>> [span.text for span in sentences("Mr. Smith left the U.S. on Monday. He ran off.", rule="naive")]
    ['Smith left the U.', 'He ran off.']
    """
    if rule not in ("careful", "naive"):
        raise ValueError(f"There is no sentence rule “{rule}”. The rules are “careful” and “naive”.")
    if rule == "naive":
        return _naive_spans(s)
    found = (
        _trimmed(s, line.start + start, line.start + end)
        for line in lines(s)
        for start, end in _in_line(line.text)
    )
    return [span for span in found if WORD.search(span.text)]


def read(s: str) -> list[Word]:
    """The words of a string with everything that a measure asks of them: a list of `Word`.

    A paragraph is a line that holds something.

    >>> first, *_ = read("“Friendly” troops left.")
    >>> first.text, first.letters, first.syllables, first.before, first.after
    ('Friendly', 8, 2, '“', '”')
    """
    spans, paragraphs = [found.span() for found in WORD.finditer(s)], lines(s)
    texts, starts = [s[start:end] for start, end in spans], [start for start, _ in spans]
    paragraph_of, sentence_of = _owners(starts, paragraphs), _owners(starts, sentences(s))
    names = _names(texts, sentence_of)
    result, last, gap = [], 0, ""
    for text, (start, end), following, number, place, name in zip(
        texts, spans, [*starts, len(s)][1:], paragraph_of, sentence_of, names, strict=True
    ):
        if number != last:
            paragraph, last = paragraphs[number - 1], number
            before = s[paragraph.start : start]
        else:
            before = opening(gap)
        gap = squeeze(s[end : following if following < paragraph.end else paragraph.end])
        letters, syllables, common, named = _measured(text)
        result.append(Word(text, letters, syllables, named if name else common, before, gap, number, place))
    return result


@lru_cache(maxsize=50_000)
def _measured(text):
    """What is the same wherever a word stands: letters, syllables, flags, and flags where it is a name."""
    from .syllables import is_complex, is_familiar, syllables

    plain = visible(text)
    stop = "." if NAIVE_STOP.search(text) else ""
    common = ("" if is_familiar(plain) else "d") + ("c" if is_complex(plain) else "") + stop
    return sum(map(str.isalnum, plain)), syllables(plain), common, "n" + stop


def naive_sentences(listed):
    """For each `Word`, the number of its sentence under the naive rule, from 1; locked and unlocked alike.

    A word ends its sentence when a `.`, `!` or `?` stands in it or after it. Pieces of two words or fewer,
    which textstat drops, are joined to what follows (at the end: to what went before), so that no word is
    lost and the number of sentences is the same.
    """
    places, place, size, ended = [], 1, 0, False
    for word in listed:
        if ended:
            place, size = place + (size >= SHORTEST_NAIVE), 0
        places.append(place)
        size += 1
        ended = "." in word.flags or bool(NAIVE_STOP.search(word.gap))
    return [min(p, place - 1) for p in places] if size < SHORTEST_NAIVE and place > 1 else places


def opening(gap):
    """The part of a squeezed gap that touches the next word: `. “` gives `“`."""
    return "" if gap == " " or " " not in gap else gap.rpartition(" ")[2]


def squeeze(gap):
    """A gap with each run of blanks as one blank."""
    return gap if gap == " " else re.sub(r"\s+", " ", gap)


def _trimmed(s, start, end):
    text = s[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    return Span(text, start, start + len(text))


def _in_line(line):
    """nupunkt's sentences of a line; none ends after a title (*Lt. Roe*) or at a mark inside (*Who? ran*)."""
    from nupunkt import sent_spans

    start = 0
    for _, end in sent_spans(line):
        goes_on = line[end : end + 1].islower() and line[start:end].rstrip().endswith(("!", "?"))
        if end == len(line) or not (goes_on or TITLE.search(line, start, end)):
            yield start, end
            start = end


def _naive_spans(s):
    found = [_trimmed(s, piece.start(), piece.end()) for piece in re.finditer(r"\b[^.!?]+[.!?]*", s)]
    long = [span for span in found if _naive_length(span.text) >= SHORTEST_NAIVE]
    return long or ([_trimmed(s, 0, len(s))] if WORD.search(s) else [])


def _naive_length(text):
    """Words as textstat counts them here: whatever stands between blanks and holds a letter or digit."""
    return sum(re.search(r"\w", piece) is not None for piece in text.split())


def _owners(starts, spans):
    """For each start of a word the number of the span that it lies in, from 1."""
    firsts = [span.start for span in spans]
    return [bisect_right(firsts, start) for start in starts]


def _names(texts, sentence_of):
    """For each word whether it is a name: capitals inside a sentence, or the same word elsewhere.

    A capital at the start of a sentence proves nothing, and neither does one in a title set in capitals.
    """
    capital = [text[0].isupper() and not FIRST_PERSON.match(text) for text in texts]
    known = set()
    for _, row in groupby(range(len(texts)), sentence_of.__getitem__):
        first, *rest = row
        titled = len(rest) > 2 and sum(capital[first : first + len(rest) + 1]) > 0.6 * (len(rest) + 1)
        known.update(texts[i] for i in rest if capital[i] and not titled)
    return [large and text in known for text, large in zip(texts, capital, strict=True)]
