"""Words as HTML: text, mark or block.

Neighbours that look alike share one element. A row of blocks is hidden from screen readers and summed up for
them in words; the style sheet can turn any other word into a block and back.
"""

import re
from functools import cache
from html import escape

from markupsafe import Markup

from ...measures.word_kinds import KINDS, kinds
from ...shelf import blackout, editions

WIDEST = 30  # letters; the style sheet knows blocks up to this width
PARTS = re.compile(r"[^\s,]")  # a mark that ends a row: blocks never run over a quotation mark or a full stop


def looks_of(article):
    """For each word of an article (kind, state).

    The state is "masked", "kept" (it can be read in the blackout edition too) or "open" (it can be read here,
    but is a block in the blackout edition; a text of our own is treated as if it had one).
    """
    listed = article.words
    found = kinds(listed)
    if article.locked:
        return [(kind, "masked" if word.masked else "kept") for word, kind in zip(listed, found, strict=True)]
    if article.kind == "blackout edition":
        masks = edition_masks(article.id)
        hidden = [masked for paragraph in article.paragraphs for masked in masks[paragraph.number]]
    else:
        hidden = [word.masked for word in blackout.mask(listed, [bool(kind) for kind in found])]
    return [(kind, "open" if masked else "kept") for kind, masked in zip(found, hidden, strict=True)]


@cache
def edition_masks(name):
    """Which words an article's blackout edition masks: {paragraph number: [True or False for each word]}."""
    masks = {}
    for word in editions.edition_words(editions.edition_of(name)):
        masks.setdefault(word.paragraph, []).append(word.masked)
    return masks


def text_of(words, looks):
    """The words of a paragraph with all marks around them, as one piece of HTML."""
    if not words:
        return Markup("")
    return Markup(escape(words[0].before) + "".join(pieces(words, looks)) + escape(words[-1].gap))


def pieces(words, looks, draw=None):
    """Words as strings of HTML, without the marks before the first and after the last.

    Strings that are escaped here, since a key stroke waits for them; whoever joins them makes them a piece.
    draw: turns one word into HTML, otherwise than `drawn`.
    """
    draw = draw or drawn
    gap = ""
    for (kind, state), row in alike(words, looks):
        yield gap
        gap = escape(row[-1].gap)
        inside = "".join([draw(word) + escape(word.gap) for word in row[:-1]]) + draw(row[-1])
        if state == "masked":
            yield f'<span class="ww-m" aria-hidden="true">{inside}</span>'
            yield f'<span class="ww-sr"> ({summed(row)}) </span>'
            continue
        hidden = " ww-p" if state == "open" else ""
        if kind in KINDS:
            yield f'<span class="ww-k {kind}{hidden}">{inside}</span>'
            if kind == "loaded":
                yield '<span class="ww-sr ww-said"> (loaded)</span>'
        else:
            yield f'<span class="ww-p">{inside}</span>' if hidden else f'<span class="ww-w">{inside}</span>'
        if hidden:
            yield f'<span class="ww-sr ww-sum"> ({summed(row)}) </span>'


def alike(words, looks):
    """Neighbouring words that look alike, with no mark between them (but commas in a row of no kind).

    Yields (look, [words]).
    """
    row, last = [], None
    for word, look in zip(words, looks, strict=True):
        if row and (look != last or (row[-1].gap != " " and (look[0] or PARTS.search(row[-1].gap)))):
            yield last, row
            row = []
        row.append(word)
        last = look
    if row:
        yield last, row


def drawn(word):
    """One word as HTML: its text, or one block a letter.

    >>> from whosewords.words import read
    >>> drawn(read("bread")[0])
    '<i class="easy n5">bread</i>'
    """
    text = blackout.BLOCK * word.letters if word.text is None else escape(word.text)
    width = min(max(word.letters, 1), WIDEST)
    return f'<i class="{"hard" if word.difficult else "easy"} n{width}">{text}</i>'


def summed(row):
    """What a listener hears for a row of blocks.

    >>> from whosewords.words import read
    >>> summed(read("a sovereign state")), summed(read("the"))
    ('3 words, 1 of them difficult', '1 word')
    """
    difficult = sum(word.difficult for word in row)
    if len(row) == 1:
        return "1 difficult word" if difficult else "1 word"
    return f"{len(row)} words, {difficult} of them difficult" if difficult else f"{len(row)} words"
