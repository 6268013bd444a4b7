"""What was read of a source: its blocks in order, taken or dropped, and what the source says of itself."""

import re
from dataclasses import dataclass, replace
from itertools import zip_longest

from ...problems import Problem

HEADLINE, STANDFIRST, BYLINE, DATE_LINE = "headline", "standfirst", "byline", "date line"
HEADING, BODY, QUOTE, CAPTION = "heading", "body", "quote block", "caption"
ITEM, CELL, CODE, FURNITURE = "list item", "table cell", "code", "furniture"
ROLES = (HEADLINE, STANDFIRST, BYLINE, DATE_LINE, HEADING, BODY, QUOTE, CAPTION, ITEM, CELL, CODE, FURNITURE)
OUTSIDE = "outside the article"
OPENING = ("“", "‘", '"', "'", "«", "„")
LONGEST_QUOTE = 2000  # characters: where more, and half of all, is set off, it is the text and no quotation


@dataclass(frozen=True)
class Block:
    """A stretch of a source that stands by itself.

    role: what it seems to be, one of `ROLES`. taken: whether it belongs to the text. why: why it was dropped.
    """

    text: str
    role: str = BODY
    taken: bool = True
    why: str = ""


@dataclass(frozen=True)
class Reading:
    """A source, read: every block of it, and what was found about it; "" where nothing was.

    title, author, outlet: as the source says them. date: YYYY-MM-DD. language: its code, "en" for English.
    notes: sentences for the student, about what could not be read or should be looked at.
    """

    blocks: tuple
    title: str = ""
    date: str = ""
    author: str = ""
    outlet: str = ""
    language: str = ""
    notes: tuple = ()
    between: str = "\n"  # what stands between two blocks

    @property
    def text(self):
        """The text that was taken. Block quotations stand in quotation marks, as their reader sees them."""
        taken = [block for block in self.blocks if block.taken]
        return self.between.join(in_marks(taken))

    def with_block(self, number, taken):
        """The reading with one block (counted from 0) taken or dropped by hand.

        >>> Reading((Block("Menu", FURNITURE, False, "menu"), Block("Text."))).with_block(0, True).text
        'Menu\\nText.'
        """
        blocks = list(self.blocks)
        role = BODY if taken and blocks[number].role == FURNITURE else blocks[number].role
        blocks[number] = Block(blocks[number].text, role, taken, "" if taken else "dropped by hand")
        return replace(self, blocks=tuple(blocks))


def in_marks(blocks):
    """The texts of blocks; those of a quotation opened each and closed at the end, as printers do it."""
    quoted = sum(len(block.text) for block in blocks if block.role == QUOTE)
    if quoted > max(LONGEST_QUOTE, sum(len(block.text) for block in blocks) / 2):
        return [block.text for block in blocks]
    return [
        _marked(block.text, last=following is None or following.role != QUOTE)
        if block.role == QUOTE
        else block.text
        for block, following in zip_longest(blocks, blocks[1:])
    ]


def _marked(text, last):
    """A paragraph of a block quotation in marks, what it quotes itself in single ones. Where it brings
    marks of its own, those stay."""
    if text.startswith(OPENING) or text.count("”") > text.count("“"):
        return text
    text = re.sub('["“]([^"“”]*)["”]', r"‘\1’", text)
    return f"“{text}{'”' * last}"


def refused(name, why):
    """The `Problem` of a source that cannot be read: refused("the file “x.pdf”", "is locked.")."""
    return Problem(f"{name[0].upper()}{name[1:]} {why}")
