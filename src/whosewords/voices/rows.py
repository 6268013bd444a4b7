"""Sentences as rows of tokens, in which a whole quotation is one token.

No parser is used, so that it runs anywhere and can be read. What stands in brackets is left out of a row,
unless it holds a quotation.
"""

import re
from typing import NamedTuple

from ..words import WORD
from .english import english

TOKEN = re.compile(
    rf"(?P<w>{WORD.pattern})|(?P<line>[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+)|(?P<stop>[.!?…]+)"
    r"|(?P<mark>[,:;()\[\]])|(?P<dash>[–—]|--|(?<=\s)-(?=\s))"
)
CLOSERS = "”’\"'»“`"  # marks that may follow the last sign inside a quotation
NAMES = {"w": "w", "stop": ".", "dash": "-"}


class Token(NamedTuple):
    """kind: w word, q quotation (`text` is its number), . end mark, - dash, or the mark itself.

    `low` is the text in small letters with straight apostrophes; abbreviations in capitals stay as they are.
    """

    kind: str
    start: int
    end: int
    text: str
    low: str

    @property
    def capital(self):
        return self.kind == "w" and (self.text[0].isupper() or self.text.startswith(("al-", "el-", "ash-")))

    @property
    def adverb(self):
        return self.low.endswith("ly") and self.low not in english("not_adverbs")


def rows(s, quotes=(), told_after=lambda line, i: False):
    """The sentences of `s`, each a list of tokens; `quotes` are (start, end) and each becomes one token.

    told_after(row, i): whether the speaker of quotation token `i` follows it, so that “Why?” Smith asked is
    one sentence.
    """
    lines, row, bracket, place = [], [], None, 0
    for number, (start, end) in enumerate([*quotes, (len(s), len(s))]):
        for found in TOKEN.finditer(s, place, start):
            kind, text = found.lastgroup, found.group()
            if kind == "line":
                lines.append(row)
                row, bracket = [], None
            elif text in ("(", "["):
                bracket = len(row)
            elif text in (")", "]"):
                if bracket is not None and not any(token.kind == "q" for token in row[bracket:]):
                    del row[bracket:]
                bracket = None
            elif not (text == "." and row and _abbreviated(row[-1])):
                low = text if len(text) > 1 and text.isupper() else text.lower()  # WHO is not who
                row.append(
                    Token(NAMES.get(kind, text), found.start(), found.end(), text, low.replace("’", "'"))
                )
        if start < len(s):
            row.append(Token("q", start, end, str(number), ""))
        place = end
    lines.append(row)
    return [piece for line in lines for piece in _sentences(line, s, told_after) if piece]


def last_sign(s, token):
    """The last sign inside a quotation: `,` in “We won,”."""
    return s[token.start : token.end].rstrip(CLOSERS)[-1:]


def _abbreviated(token):
    single = len(token.text) == 1 and token.capital and token.text != "I"
    return token.kind == "w" and (single or token.low in english("abbreviations"))


def _sentences(line, s, told_after):
    """Cut the tokens of a line at the ends of sentences."""
    pieces, piece = [], []
    for i, token in enumerate(line):
        piece.append(token)
        following = line[i + 1] if i + 1 < len(line) else None
        if following is None or token.kind not in ".q" or following.kind not in "wq":
            continue
        if following.kind == "w" and following.text[0].islower():
            continue
        last = last_sign(s, token)
        if token.kind == "." or last == "." or (last in ("!", "?", "…") and not told_after(line, i)):
            pieces.append(piece)
            piece = []
    return [*pieces, piece]
