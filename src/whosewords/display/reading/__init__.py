"""An article as accessible HTML: what can be read of it, its blocks, and our sentence beside each paragraph.

Nothing is measured here; words, kinds and voices are drawn as they come. There is no JavaScript: the switches
are checkboxes that the style sheet alone obeys, so a saved page works like the live one.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from ...measures.word_kinds import KINDS
from ...problems import Problem, arrived, one_of
from ...shelf.article import YOURS, Article
from ...shelf.catalogue import choose_one
from ..html import Markup, element, paragraph, style_of
from . import drawn_words, excerpt, layers, page, plain

__all__ = ["ReadingView", "show"]


def show(texts, *, legible=KINDS, layers=False, paragraphs=None, beside=True, notes=page.FOLDED):
    """The reading view of an article: its paragraphs by number, each with a sentence of ours beside it.

    texts: a short name such as "trt", an article, or a text of your own; one at a time. legible: the kinds of
    words that are switched on at first, out of "loaded", "name", "speech" and "number"; the reader can switch
    each of them. layers: the whole page that the article stands on, as boxes in boxes, with a switch for each
    layer and each voice. paragraphs: only these are shown, such as "2-4, 7". beside: False leaves our
    sentences out. notes: what is done with a paragraph that has a content note: "folded", "open" or "out".

    >>> print(repr(show("wire_2019")).splitlines()[0])
    Wire report 2019 · Whose Words? (teaching text)
    """
    article = choose_one(texts, call="show()")
    kinds = legible if isinstance(legible, list | tuple | set) else [legible]
    wanted = tuple(one_of(kind, KINDS, "kind of word") for kind in kinds)
    for name, given in (("layers", layers), ("beside", beside)):
        if not isinstance(given, bool):
            raise Problem(f"{name}= needs True or False, but got “{arrived(given)}”.")
    article = article if beside else excerpt.without_summaries(article)
    there = article.page if layers else article.paragraphs
    only = () if paragraphs is None else excerpt.numbers(paragraphs, [one.number for one in there])
    view = ReadingView(article, wanted, only=only, notes=one_of(notes, page.NOTES, "choice for notes="))
    return view.layers() if layers else view


@dataclass(frozen=True)
class ReadingView:
    """An article to be read: a page in a notebook, plain text where printed, a string from `.html()`."""

    article: Article
    legible: tuple = KINDS
    layered: bool = False
    only: tuple = ()  # the numbers of the paragraphs that are shown, where not all are
    notes: str = page.FOLDED  # what is done with paragraphs that have a content note

    def layers(self):
        """The page that the article stands on, as boxes in boxes: who wrote which part, and who speaks.

        Raises `Problem` for a text of one's own that is not on the shelf: it has no layers.
        """
        if self.article.kind == YOURS:
            raise Problem(
                f"“{self.article.name}” has no layers: nobody noted who wrote which part of it. add_text() "
                "puts it on the shelf, where you can. Without layers=True it is shown as it is."
            )
        return replace(self, layered=True)

    def html(self):
        """The view as a piece of HTML that brings its own style and needs nothing else."""
        return str(self._html)

    def _repr_html_(self):
        return self._html

    def __repr__(self):
        return plain.as_text(self.article, self.layered, self.only, self.notes)

    @cached_property
    def _html(self):
        article = layers.with_headlines(self.article)
        article = layers.whole_page(article) if self.layered else article
        looks = drawn_words.looks_of(article)
        drawn = layers if self.layered else page
        state = ("ww-locked" if article.locked else "ww-open") + (" ww-layered" if self.layered else "")
        beside = any(p.precis for p in article.paragraphs)
        body = drawn.body(article, looks, self.only, self.notes)
        panel = layers.panel(article, looks) if self.layered else page.panel(article, looks, self.legible)
        left_out = paragraph(page.left_out(article, self.only), look="ww-part") if self.only else None
        heads = page.COLUMN_HEADS if beside else None
        shown = element("div", heads, Markup("".join(body)), look="ww-body" + " ww-beside" * beside)
        inside = *page.head(article, self.only), *panel, left_out, shown
        label = f"Reading view: {article.name}"
        whole = element("article", inside, look="ww-page", label=label)
        return element("div", style_of(page.style_sheet(self.layered)), whole, look=f"ww-read {state}")
