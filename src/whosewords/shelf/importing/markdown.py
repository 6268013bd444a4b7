"""Markdown: made a page by the library that knows it, and read as one. Code and the header are no text."""

import re
from dataclasses import replace

from . import languages, pages
from .encodings import mended
from .reading import CODE, HEADING, HEADLINE, Reading, refused

ENDINGS = (".md", ".markdown")
LARGEST = 1_000_000  # characters: what reads Markdown takes long over odd ones
BACK = "&#8617;"  # the arrow that leads from a note back to the text
HEADER = re.compile(r"\A\s*(---|\+\+\+)[^\S\n]*\n(.*?)\n(?:\1|\.\.\.)[^\S\n]*(?:\n|\Z)", re.S)
FIELD = re.compile(r"^([A-Za-z][\w-]*)\s*[:=]\s*(.+?)\s*$", re.M)


def read(text, name):
    """A Markdown text as a `Reading`. Its header, between two lines of `---`, gives title and author."""
    header, blocks = _parts(text, name)
    blocks = [replace(block, taken=False, why="code") if block.role == CODE else block for block in blocks]
    if blocks and blocks[0].role == HEADING:
        blocks[0] = replace(blocks[0], role=HEADLINE)
    title = header.get("title", "") or (blocks[0].text if blocks and blocks[0].role == HEADLINE else "")
    date, author, outlet = (header.get(field, "") for field in ("date", "author", "source"))
    found = Reading(tuple(blocks), title, date[:10], author, outlet)
    if not found.text:
        raise refused(name, "holds no text besides its header and code.")
    return languages.with_language(found, header.get("lang", ""))


def whole(text, name):
    """All blocks of the text, code too, without the header and without a mark that is not in it."""
    return "\n".join(block.text for block in _parts(text, name, marks=False)[1])


def _parts(text, name, marks=True):
    """The fields of the header, as a dictionary, and the blocks of what follows it."""
    import mistune

    if len(text) > LARGEST:
        raise refused(
            name, f"has {len(text):,} characters; an article has far less. Save only the article's text."
        )
    text = mended(text)
    header = HEADER.match(text)
    fields = {key.lower(): value.strip("\"'") for key, value in FIELD.findall(header[2])} if header else {}
    plugins = ["table", "strikethrough", "footnotes", "task_lists"]
    page = mistune.create_markdown(escape=False, plugins=plugins)(text[header.end() :] if header else text)
    return fields, pages.shown(page.replace(BACK, ""), marks)
