"""Cards: an article, the shelf, what unlocking found, the way to an article, and who is behind a text.

The shelf lies below and knows nothing of its looks: `CARDS` says which of its things looks how, in a notebook
and on a page.
"""

from ..shelf.article import Article
from ..shelf.catalogue import Shelf
from ..shelf.unlocking import Report, Where
from .html import Markup, code, element, outside, paragraph, strong, together

BOX = "border:1px solid;border-radius:.5rem;padding:.75rem 1rem;flex:1 1 15rem;max-width:22rem"
# Colours are inherited, so that a card is as readable in a dark theme as in a light one.
OUTLET = (
    "border:1px solid;border-radius:.5rem;padding:.6rem 1rem 1rem;margin:.4rem 0;max-width:44em;"
    "box-sizing:border-box;line-height:1.45;overflow-wrap:anywhere"
)


def article(one):
    """An article: who, when, what kind, how long."""
    state = "in blocks until unlocked" if one.locked else "full text"
    lines = (one.genre, f"Posted: {one.date_posted}", f"{len(one.body):,} words · {state}")
    return element(
        "div", strong(one.name), " ", code(one.id), [element("div", line) for line in lines], style=BOX
    )


def shelf(all_of_them):
    """The articles that are compared, side by side, and after them what their reader put on the shelf."""
    cards = map(article, all_of_them.shown())
    return element("div", cards, style="display:flex;flex-wrap:wrap;gap:.75rem")


def report(found):
    """What unlocking found, line by line."""
    return element("div", str(found), style="white-space:pre-wrap")


def way(where):
    """Where an article stands, and how to unlock it."""
    address = where.article.address if where.article.address_is_link else ""
    lines = []
    for line in where.lines():
        if address and line == f"Address: {address}":
            line = together("Address: ", outside(address, target="_blank"))
        lines.append(code(line.strip()) if line.startswith("    ") else line)
    return Markup("<br>").join(lines)


def outlet(card, sides, missing):
    """Who is behind a text. sides: pairs (title, facts); missing: the title of what was not found."""
    lists = [(title, map(_fact, facts)) for title, facts in sides]
    lists.append((missing, [element("li", line) for line in card.missing]))
    return element(
        "section",
        element("h3", card.name, style="margin:.2em 0 0"),
        paragraph(card.text, style="margin:.1em 0"),
        (_side(title, list(items)) for title, items in lists),
        paragraph(card.contact, style="margin:.9em 0 0") if card.contact else None,
        paragraph(card.rule, style="margin:.9em 0 0;border-left:.25em solid;padding-left:.8em"),
        label=f"Who is behind it? {card.name}",
        style=OUTLET,
    )


def _side(title, items):
    if not items:
        return None
    head = paragraph(strong(title), style="margin:.7em 0 0")
    return together(head, element("ul", items, style="margin:.2em 0 0;padding-left:1.2em"))


def _fact(fact):
    source = element("span", f"({fact.place})", style="font-size:.9em")
    return element("li", fact.text, " ", source, style="margin:.25em 0")


def outlets(shown):
    """Names, each of which opens its card. shown: pairs (card, its piece)."""
    return together(element("details", _opener(card), piece, style="margin:.3em 0") for card, piece in shown)


def _opener(card):
    return element("summary", strong(card.name), f": {card.text}", style="cursor:pointer;padding:.3em 0")


CARDS = {Article: article, Shelf: shelf, Report: report, Where: way}
