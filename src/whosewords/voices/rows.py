"""Sentences as rows of tokens, in which a whole quotation is one token.

No parser is used, so that it runs anywhere and can be read. What stands in brackets is left out of a row,
unless it holds a quotation.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache, partial
from itertools import pairwise, repeat
from typing import NamedTuple

from ..words import WORD, parted
from .english import english
from .shapes import titled

MARK = re.compile(
    r"(?P<line>[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+)|(?P<stop>[.!?…]+)"
    r"|(?P<mark>[,:;()\[\]])|(?P<dash>[–—]|--|(?<=\s)-(?=\s))"
)
CLOSERS = "”’\"'»“`❞″"  # marks that may follow the last sign inside a quotation
NAMES = {"stop": ".", "dash": "-"}


class Token(NamedTuple):
    """kind: w word, q quotation (`text` is its number), . end mark, - dash, or the mark itself.

    `low` is the text in small letters with straight apostrophes; abbreviations in capitals stay as they are.
    Of a quotation it is “title” where words go before one that is set like a title, else empty. `capital`: a
    word with a large first letter; `adverb`: one that ends like an adverb.
    """

    kind: str
    start: int
    end: int
    text: str
    low: str
    capital: bool = False
    adverb: bool = False


_token = partial(tuple.__new__, Token)  # made by C alone: a text has thousands


def rows(s, paragraphs, quotes=(), told_after=lambda line, i: False):
    """The sentences of `s`, each a list of tokens.

    paragraphs, quotes: their (start, end). A quotation becomes one token.

    told_after(row, i): whether the speaker of quotation token `i` follows it, so that “Why?” Smith asked is
    one sentence.
    """
    found, row, bracket, place = [], [], None, 0
    ends = [end for _, end in paragraphs]
    unquoted = _reader(s)
    for number, (start, end) in enumerate([*quotes, (len(s), len(s))]):
        for marks, words in unquoted(place, start):
            for mark in marks:
                kind, sign = mark.lastgroup, mark.group()
                if kind == "line":
                    if row and bisect_right(ends, mark.start()) > bisect_right(ends, row[-1].start):
                        found += _sentences(row, s, told_after)
                        row, bracket = [], None
                elif sign in "([":
                    bracket = len(row)
                elif sign in ")]":
                    if bracket is not None and not any(token.kind == "q" for token in row[bracket:]):
                        del row[bracket:]
                    bracket = None
                elif not (sign == "." and row and _abbreviated(row[-1])):
                    row.append(Token(NAMES.get(kind, sign), *mark.span(), sign, sign))
            row += words
        if start < len(s):
            work = row and row[-1].kind == "w" and titled(s[start:end])
            row.append(Token("q", start, end, str(number), "title" if work else ""))
        place = end
    return found + _sentences(row, s, told_after)


def _reader(s):
    """What reads a piece between two quotations: the marks before each row of words, and its tokens."""
    text = parted(s)
    columns = text.starts, text.ends, text.texts, *map(text.told, text.tables(_shape))
    tokens = [*map(_token, zip(repeat("w"), *columns))]
    parting = [place for place, gap in enumerate(text.gaps) if gap != " "]

    def unquoted(low, high):
        first, last = bisect_left(text.starts, low), bisect_left(text.starts, high)
        if (first and text.ends[first - 1] > low) or (last and text.ends[last - 1] > high):
            yield from _anew(s, low, high)
            return
        for place in parting[bisect_right(parting, first) : bisect_left(parting, last)]:
            yield MARK.finditer(s, low, text.starts[first]), tokens[first:place]
            low, first = text.ends[place - 1], place
        if first < last:
            yield MARK.finditer(s, low, text.starts[first]), tokens[first:last]
            low = text.ends[last - 1]
        yield MARK.finditer(s, low, high), ()

    return unquoted


def _anew(s, low, high):
    """A piece whose edge parts a word, read as if the string ended with it."""
    for found in WORD.finditer(s, low, high):
        token = _token(("w", *found.span(), found[0], *_shape(found[0])))
        yield MARK.finditer(s, low, found.start()), [token]
        low = found.end()
    yield MARK.finditer(s, low, high), ()


@lru_cache(maxsize=20_000)
def _shape(text):
    """How a word looks: in small letters, whether it has a capital, whether it ends like an adverb."""
    low = (text if len(text) > 1 and text.isupper() else text.lower()).replace("’", "'")  # WHO is not who
    capital = text[0].isupper() or text.startswith(("al-", "el-", "ash-"))
    return low, capital, low.endswith("ly") and low not in english("not_adverbs")


def last_sign(s, token):
    """The last sign inside a quotation: `,` in “We won,” and “We won[,]”."""
    return s[token.start : token.end].rstrip(CLOSERS + "]")[-1:]


def bare(text):
    """A word without the mark of possession: Roe for “Roe’s”.

    >>> bare("Roe’s"), bare("walkers’"), bare("Ann")
    ('Roe', 'walkers', 'Ann')
    """
    if text.endswith(("’s", "'s")):
        return text[:-2]
    return text[:-1] if text.endswith(("’", "'")) else text


def _abbreviated(token):
    if token.kind != "w":
        return False
    single = len(token.text) == 1 and token.capital and token.text != "I"
    return single or token.low in english("abbreviations")


def _sentences(line, s, told_after):
    """Cut the tokens of a line at the ends of sentences."""
    cuts = [0]
    for i, token in enumerate(line[:-1]):
        if token.kind not in ".q":
            continue
        following = line[i + 1]
        if following.kind not in "wq" or (following.kind == "w" and following.text[0].islower()):
            continue
        last = last_sign(s, token)
        if token.kind == "." or last == "." or (last in ("!", "?", "…") and not told_after(line, i)):
            cuts.append(i + 1)
    return [line[a:b] for a, b in pairwise([*cuts, len(line)]) if a < b]
