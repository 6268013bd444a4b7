"""A text without markup: every line or paragraph of it is a block, and all are taken."""

import re

from ...words import lines
from . import languages
from .encodings import mended
from .reading import BODY, HEADLINE, ITEM, Block, Reading

ITEM_MARK = re.compile(r"\s*(?:[-*•·–]|\d{1,2}[.)])\s")
LONGEST_HEADLINE = 25  # words


def read(text, _name):
    """A text as a `Reading`. Where blank lines part it, what stands between them is one block."""
    text = mended(text)
    parted = re.search(r"\S[^\S\n]*\n\s*\n\s*\S", text)
    parts = re.split(r"\n\s*\n", text) if parted else [line.text for line in lines(text)]
    found = [part.strip("\n").rstrip() for part in parts if part.strip()]
    blocks = [Block(line, ITEM if ITEM_MARK.match(line) else BODY) for line in found]
    if len(blocks) > 1 and _is_headline(found[0]):
        blocks[0] = Block(found[0], HEADLINE)
    title = blocks[0].text if blocks and blocks[0].role == HEADLINE else ""
    return languages.with_language(Reading(tuple(blocks), title, between="\n\n" if parted else "\n"))


def whole(text, _name):
    """The text itself."""
    return mended(text)


def _is_headline(line):
    return (
        "\n" not in line and len(line.split()) <= LONGEST_HEADLINE and not line.endswith((".", ":", ";", ","))
    )
