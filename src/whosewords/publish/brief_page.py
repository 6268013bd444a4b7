"""A framing brief as one page that needs nothing else: for a screen, for listeners, for two sheets of A4."""

from functools import cache

from ..display.html import Markup, element, lined, paragraph, squeezed, table, together, wide
from ..own_event.brief import Picture, Table, Text
from ..own_event.lengths import letters_of
from .templates import filled, part

FULL = {
    "full": 4_500,
    "very": 6_500,
    "most": 10_500,
    "brim": 14_000,
}  # letters from which a brief is set smaller on paper


def page(brief):
    """A `Brief` as HTML: everything that was typed is text."""
    blocks = [(block.id, block.title, together(map(piece, block.parts))) for block in brief.blocks]
    return str(
        filled(
            "brief.html",
            title=brief.title,
            about=brief.about,
            made_by=brief.made_by,
            style=_look(),
            blocks=blocks,
            size=size(brief),
        )
    )


def size(brief):
    """How full a brief is, for its letters on paper: "" to "full very most brim". It stays on two sheets."""
    texts = (text for block in brief.blocks for one in block.parts for text in _texts(one))
    letters = sum(map(letters_of, texts))
    return " ".join(name for name, most in FULL.items() if letters > most)


def _texts(one):
    if isinstance(one, Table):
        return [one.label, *one.columns, *(cell for row in one.rows for cell in row)]
    return one.lines if isinstance(one, Text) else []


def piece(one):
    """A part of a block as a piece of HTML."""
    return DRAWN[type(one)](one)


def _text(text):
    return together(paragraph(lined(line)) for line in text.lines if line.strip())


def _table(one):
    drawn = table(one.columns, one.rows, look="brief", caption=one.label)
    return wide(drawn, f"Table: {one.label}")


def _picture(one):
    return element("figure", Markup(one.chart.svg(one.title)))


DRAWN = {Text: _text, Table: _table, Picture: _picture}


@cache
def _look():
    return Markup(squeezed(part("brief.css")))
