"""An article as paragraphs of words."""

from dataclasses import dataclass, replace
from functools import cached_property

from ..words import Word
from . import own_texts
from .editions import edition_of, edition_words

YOURS = "your text"  # the kind of a text that its reader brought, and its name where it has no other


@dataclass(frozen=True)
class Paragraph:
    """One line of an article. `words` is a tuple of `Word`; `text` is None where any of them is masked."""

    number: int
    role: str
    layer: str
    voice: str
    words: tuple
    precis: str = ""
    sources: tuple = ()
    content_note: str = ""

    @property
    def text(self):
        if any(word.masked for word in self.words):
            return None
        lead = self.words[0].before if self.words else ""
        return lead + "".join(word.text + word.gap for word in self.words)


@dataclass(frozen=True)
class Article:
    """An article: who made it, when, and its paragraphs. `locked` says that words of it are masked.

    `paragraphs` are the article's own; `page` are all paragraphs of the page it stands on, which is more
    where a host wraps somebody else's text. `sealed`: what the full text of a text of one's own is kept
    under, where it was handed out in blocks.
    """

    id: str
    name: str
    outlet: str
    headline: str
    author: str
    language: str
    genre: str
    strike: str
    date_event: str
    date_written: str
    date_posted: str
    address: str
    address_is_link: bool
    rights: str
    note: str
    kind: str
    page: tuple
    page_layer: str = ""
    sealed: str = ""

    @cached_property
    def paragraphs(self):
        return tuple(p for p in self.page if not self.page_layer or p.layer == self.page_layer)

    @cached_property
    def words(self):
        return tuple(word for paragraph in self.paragraphs for word in paragraph.words)

    @property
    def locked(self):
        return any(word.masked for word in self.words)

    @property
    def body(self):
        """The words without boilerplate: what is compared when texts are compared."""
        return tuple(word for p in self.paragraphs if p.voice != "B" for word in p.words)

    @property
    def yours(self):
        """Whether its reader brought it: nothing about it was noted by hand."""
        return self.kind in (YOURS, own_texts.KIND)

    @cached_property
    def edition(self):
        """What the hand-made tables know it by; None for a text that they cannot know."""
        return None if self.yours else edition_of(self.id)


def with_words(article, listed):
    """The same article with other words in its page: a list of `Word` for all paragraphs of its edition."""
    rows = by_paragraph(listed)
    return replace(article, page=tuple(replace(p, words=tuple(rows.get(p.number, ()))) for p in article.page))


def relock(article):
    """The same article with every word masked that its edition masks: what a reader without the text sees."""
    return with_words(article, edition_words(edition_of(article.id)))


def by_paragraph(listed: list[Word]):
    """Words by the number of the paragraph that they stand in."""
    rows: dict[int, list[Word]] = {}
    for word in listed:
        rows.setdefault(word.paragraph, []).append(word)
    return rows
