"""How a text of one's own looks while it is put on the shelf: its blocks, and what was made of them."""

from .html import bullets, element, paragraph, together, unfold
from .replies import small

SHOWN = 280  # characters of a block that are shown at once
MOST = 60  # dropped blocks that are listed


def block(number, part):
    """A block of what was read: what it is, whether it is taken, and how it begins."""
    text = part.text
    rest = unfold("the whole block", paragraph(text)) if len(text) > SHOWN else None
    beginning = text if rest is None else f"{text[:SHOWN].rstrip()}…"
    look = "ww-block" if part.taken else "ww-block ww-dropped"
    return element("div", small(told(number, part)), paragraph(beginning), rest, look=look)


def told(number, part):
    """What a block is, in a line.

    >>> from ..shelf.own_texts import Part
    >>> told(3, Part("Menu", "furniture", "furniture", False, "button or menu"))
    'Block 3 · dropped: button or menu · part of the website'
    >>> told(1, Part("Pier shut", "headline"))
    'Block 1 · taken · headline, written by the author'
    """
    state = "taken" if part.taken else f"dropped: {part.why or 'by hand'}"
    wrote = "" if part.layer == "furniture" else f", written by {WROTE[part.layer]}"
    return f"Block {number} · {state} · {ROLES.get(part.role, part.role)}{wrote}"


ROLES = {
    "note": "host’s note", "standfirst": "standfirst (under the headline)",
    "quote block": "set-off quotation",
    "furniture": "part of the website",
}  # fmt: skip
WROTE = {
    "author": "the author", "host": "the host that shows somebody else’s text",
    "outlet": "the outlet", "excerpt": "somebody else, as an excerpt",
}  # fmt: skip


def summary(lines, dropped=()):
    """What was made of a text, line by line, with the blocks that were dropped behind a line to open."""
    rows = [small(f"{told(number, part)}: {_short(part.text)}") for number, part in dropped[:MOST]]
    rows += [small(f"… and {len(dropped) - MOST} more.")] if len(dropped) > MOST else []
    inside = unfold(f"What was dropped ({len(dropped)})", bullets(rows)) if rows else None
    return together(map(paragraph, lines), inside)


def _short(text):
    return text if len(text) <= 80 else f"{text[:80].rstrip()}…"
