"""The glossary on pages: a page of its own, and the new words of a lesson explained where they stand.

A new word is a link to what it means, at the foot of the same page. While the address names it, that shows
itself at the lower edge of the window: no script, and alike for a key, a finger and a screen reader.
"""

import re

from ..calls.glossary import entries
from ..display.glossary import source, spoken
from ..display.html import Markup, element, link, paragraph, strong, together

NAME = "glossary.html"
TITLE = "Glossary"
HOW = "Words and names of the lessons, each in a sentence or two. The loud part of a name stands in capitals."
LEFT_ALONE = re.compile(r"</?(?:a|code|h\d|summary)\b")  # a word inside of these gets no link


def page(pages):
    """What stands on the page of the glossary. pages: (name, title, text in Markdown) of each lesson."""
    listed = [_group(one, element("dd", spoken(one), one.means, source(one), _first(one, pages)), one.id)
              for one in entries()]  # fmt: skip
    return together(element("h1", TITLE), paragraph(HOW), element("dl", listed, look="words"))


def _first(entry, pages):
    """A link to the lesson where a word first stands."""
    found = next(((name, title) for name, title, text in pages if entry.pattern.search(text)), None)
    return together(" First in ", link(found[1], found[0]), ".") if found else None


def linked(html, found):
    """A piece of prose in which the first place of each of these entries is a link to what it means."""
    for entry in found:
        html = _linked(str(html), entry)
    return html


def _linked(html, entry):
    pieces, inside = re.split(r"(<[^>]*>)", html), 0
    for place, piece in enumerate(pieces):
        if LEFT_ALONE.match(piece):
            inside += -1 if piece.startswith("</") else 1
        elif not inside and not piece.startswith("<") and (word := entry.pattern.search(piece)):
            pieces[place] = "".join([piece[: word.start()], _link(entry, word[0]), piece[word.end() :]])
            break
    return Markup("".join(pieces))


def _link(entry, text):
    there = {"id": f"from-{entry.id}", "aria_describedby": f"means-{entry.id}"}
    return link(Markup(text), f"#word-{entry.id}", look="word", **there)


def explained(html):
    """The words of a page that are links, with what they mean: nothing where there are none."""
    found = [entry for entry in entries() if f'id="from-{entry.id}"' in html]
    if not found:
        return together()
    listed = [_group(entry, element("dd", *_explained(entry)), f"word-{entry.id}") for entry in found]
    return element("section", element("h2", "Words of this lesson"), element("dl", listed), look="words")


def _explained(entry):
    yield element("span", spoken(entry), entry.means, id=f"means-{entry.id}")
    yield together(" ", link("Back to the text", f"#from-{entry.id}"), " · ")
    yield link(TITLE, f"{NAME}#{entry.id}", label=f"{TITLE}: {entry.name}")


def _group(entry, told, anchor):
    return element("div", element("dt", strong(entry.name)), told, id=anchor)
