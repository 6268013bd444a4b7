"""The shelf: every article of the module, as paragraphs of words.

`articles["neo"]` is an `Article`. Five articles are blackout editions until their reader unlocks them; the
module's own texts are there in full. Measures take an article's `.words`, which are the same numbers either
way.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from html import escape

from .. import files
from ..problems import Problem, did_you_mean
from ..session import home, session
from ..words import Word, read
from . import blackout


@cache
def _listed():
    return files.settings("shelf.toml")


class Listed(Sequence):
    """Ids of articles, as `data/shelf.toml` lists them under a name; read when they are first looked at."""

    def __init__(self, name):
        self.name = name

    def __getitem__(self, place):
        return tuple(_listed()[self.name])[place]

    def __len__(self):
        return len(_listed()[self.name])


SHELF = Listed("compared")
OWN = Listed("ours")
WARM_UP = Listed("warm_up")
SPECIMENS = Listed("specimens")
EDITIONS = Listed("editions")


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
    where a host wraps somebody else's text.
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

    def _repr_html_(self):
        return card(self)


class Shelf(Mapping):
    """All articles by id. Shown in a notebook it is a row of cards."""

    def __iter__(self):
        return iter((*SHELF, *OWN, *WARM_UP, *SPECIMENS))

    def __len__(self):
        return sum(1 for _ in self)

    def __getitem__(self, name):
        if name not in set(self):
            raise did_you_mean(name, self, "article")
        kept = session().articles
        if name not in kept:
            kept[name] = load(name)
        return kept[name]

    def __contains__(self, name):
        return isinstance(name, str) and name in tuple(self)

    def forget(self, *names):
        """Read these articles anew when they are next asked for; all of them where none is named."""
        kept = session().articles
        for name in names or tuple(kept):
            kept.pop(name, None)

    def choose(self, wanted=None):
        """A list of articles from what a student may write: nothing, an id, an article, or several of
        these."""
        if wanted is None:
            return [self[name] for name in SHELF]
        if isinstance(wanted, Article):
            return [wanted]
        if isinstance(wanted, str):
            return [self[wanted]]
        if isinstance(wanted, Shelf):
            return [self[name] for name in SHELF]
        chosen = [one for each in wanted for one in self.choose(each)] if isinstance(wanted, Iterable) else []
        if not chosen:
            raise Problem(
                'This needs an article\'s short name in quotation marks, such as "trt", '
                f"but got {str(wanted)[:60]}."
            )
        return chosen

    def _repr_html_(self):
        cards = "".join(card(self[name]) for name in SHELF)
        return f'<div style="display:flex;flex-wrap:wrap;gap:.75rem">{cards}</div>'

    def __repr__(self):
        return "\n".join(
            f"{a.id:12} {a.name}, {len(a.words)} words, {a.genre}" for a in map(self.__getitem__, SHELF)
        )


def load(name):
    """Read one article from the module's data, with its full text where this reader has unlocked it."""
    about = _about(name)
    edition = about.pop("page", name)
    listed = _about(edition)["paragraph"] if edition != name else about["paragraph"]
    about.pop("paragraph", None)
    if all("text" in entry for entry in listed):
        rows = _by_paragraph(read("\n".join(entry["text"] for entry in listed)))
    else:
        rows = _by_paragraph(with_texts(edition_words(edition), stored(edition)))
    page = tuple(
        Paragraph(number, entry["role"], entry["layer"], entry["voice"], tuple(rows.get(number, ())),
                  entry.get("precis", ""), tuple(entry.get("sources", ())), entry.get("content_note", ""))
        for number, entry in enumerate(listed, 1)
    )  # fmt: skip
    return Article(page=page, **about)


def edition_words(edition):
    """The words of a blackout edition as it ships, masked."""
    return blackout.from_csv(files.data("articles", f"{edition}.words.csv").read_text(encoding="utf-8"))


def edition_seals(edition):
    """The seals of a blackout edition: (hash of the whole, {sentence: hash})."""
    kept = json.loads(files.data("articles", f"{edition}.seals.json").read_text(encoding="utf-8"))
    return kept["whole"], {int(number): value for number, value in kept["sentences"].items()}


def stored_at(edition):
    """Where the full text of an edition is kept, once its reader has unlocked it."""
    return home() / "articles" / f"{edition}.json"


def stored(edition):
    """The texts of an unlocked edition's words, None where still masked; or None where nothing is kept."""
    if edition in session().texts:
        return session().texts[edition]
    try:
        return json.loads(stored_at(edition).read_text(encoding="utf-8"))["words"]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(edition, texts):
    """Keep an edition's texts; raises `CannotSave`, and then still has them until the program ends."""
    session().texts[edition] = list(texts)
    note = "Full text for its reader alone. Publisher's rights: do not pass on."
    files.write(
        stored_at(edition), json.dumps({"note": note, "words": list(texts)}, ensure_ascii=False, indent=0)
    )
    session().texts.pop(edition)


def give_up(edition):
    """Forget the full text of an edition. True if there was one."""
    kept = session().texts.pop(edition, None) is not None
    return files.delete(stored_at(edition)) or kept


def with_texts(listed, texts):
    """An edition's words with the texts that fit them; texts made for another edition are left aside."""
    if not isinstance(texts, list) or len(texts) != len(listed):
        return listed
    return [
        word._replace(text=text)
        if word.masked and isinstance(text, str) and sum(map(str.isalnum, text)) == word.letters
        else word
        for word, text in zip(listed, texts, strict=True)
    ]


def edition_of(name):
    """The edition that an article stands in: its own, or that of the page it was excerpted on."""
    return _about(name).get("page", name)


def with_words(article, listed):
    """The same article with other words in its page: a list of `Word` for all paragraphs of its edition."""
    rows = _by_paragraph(listed)
    return replace(article, page=tuple(replace(p, words=tuple(rows.get(p.number, ()))) for p in article.page))


def relock(article):
    """The same article with every word masked that its edition masks: what a reader without the text sees."""
    return with_words(article, edition_words(edition_of(article.id)))


def card(article):
    """An article as a card: who, when, what kind, how long."""
    state = "in blocks until unlocked" if article.locked else "full text"
    lines = (article.genre, f"Posted: {article.date_posted}", f"{len(article.body):,} words · {state}")
    rows = "".join(f"<div>{escape(line)}</div>" for line in lines)
    box = "border:1px solid;border-radius:.5rem;padding:.75rem 1rem;flex:1 1 15rem;max-width:22rem"
    name = f"<strong>{escape(article.name)}</strong> <code>{escape(article.id)}</code>"
    return f'<div style="{box}">{name}{rows}</div>'


def _about(name):
    return files.settings("articles", f"{name}.toml")


def _by_paragraph(listed: list[Word]):
    rows = {}
    for word in listed:
        rows.setdefault(word.paragraph, []).append(word)
    return rows


articles = Shelf()


def only(article):
    """The one article that is asked for; raises a `Problem` for several."""
    chosen = articles.choose(article)
    if len(chosen) != 1:
        raise Problem('An experiment takes one text at a time: write its short name, such as "trt".')
    return chosen[0]
