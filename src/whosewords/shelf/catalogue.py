"""The shelf: every article of the module, as paragraphs of words; and the door by which texts come to a call.

`articles["neo"]` is an `Article`. Some articles are blackout editions until their reader unlocks them; the
module's own texts are there in full. Measures take an article's `.words`, which are the same numbers either
way. `choose` makes articles of whatever a call was given, a reader's own text as well.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from .. import files
from ..problems import Blank, Problem, did_you_mean, is_blank
from ..session import session
from ..words import lines, read
from . import open_event, own_texts
from .arriving import (
    described,
    free_name,
    one_by_one,
    plain_title,
    read_file,
    refuse_file_name,
    refuse_names,
    refuse_too_long,
    ways,
)
from .article import YOURS, Article, Paragraph, by_paragraph
from .editions import about_article, edition_of, edition_words, with_texts
from .full_texts import stored, stored_at
from .lines import line_voices
from .listed import EDITIONS as EDITIONS
from .listed import OWN, SHELF, SPECIMENS, WARM_UP

UNKNOWN = "unknown"
ROLES = {"A": "body", "H": "heading", "E": "note", "B": "furniture"}  # of a line, by its voice


class Shelf(Mapping):
    """All articles by id. Shown in a notebook it is a row of cards: see `display.cards`."""

    def __iter__(self):
        return iter((*_ours(), *own_texts.names()))

    def __len__(self):
        return sum(1 for _ in self)

    def __getitem__(self, name):
        if name not in set(self):
            raise did_you_mean(name, self, "article", spoken())
        kept = session().articles
        path, stamp, _ = kept.get(name) or (_kept_at(name), None, None)
        if name not in kept or files.stamp(path) != stamp:
            kept[name] = (path, files.stamp(path), load(name))
        return kept[name][-1]

    def __contains__(self, name):
        return isinstance(name, str) and name in tuple(self)

    def forget(self, *names):
        """Read these articles anew when they are next asked for; all of them where none is named."""
        kept = session().articles
        for name in names or tuple(kept):
            kept.pop(name, None)

    def choose(self, texts=None, column=None):
        """See `choose`."""
        return choose(texts, column)

    def shown(self):
        """What is shown of it: the articles that are compared, then what its reader put there."""
        own = [self[text.name] for text in own_texts.all_of_them()]
        own += [self[name] for name in session().guests]
        return [*map(self.__getitem__, SHELF), *own]

    def __repr__(self):
        return "\n".join(f"{a.id:12} {a.name}, {len(a.words)} words, {a.genre}" for a in self.shown())


def spoken():
    """How people call the articles, as {name, outlet or headline: id}. A copy gives way to its original."""
    about = {id: about_article(id) for id in reversed(_ours())}
    return {row[field]: id for field in ("headline", "outlet", "name") for id, row in about.items()}


def _ours():
    """Ids of all articles of the module."""
    return (*SHELF, *OWN, *WARM_UP, *SPECIMENS)


def load(name):
    """Read one article from the module's data, with its full text where this reader has unlocked it, or a
    text that this reader put on the shelf."""
    if name in own_texts.names():
        return shelved(own_texts.get(name))
    about = about_article(name)
    edition = about.pop("page", name)
    listed = about_article(edition)["paragraph"] if edition != name else about["paragraph"]
    about.pop("paragraph", None)
    if all("text" in entry for entry in listed):
        rows = by_paragraph(read("\n".join(entry["text"] for entry in listed)))
    else:
        rows = by_paragraph(with_texts(edition_words(edition), stored(edition)))
    page = tuple(
        Paragraph(number, entry["role"], entry["layer"], entry["voice"], tuple(rows.get(number, ())),
                  entry.get("precis", ""), tuple(entry.get("sources", ())), entry.get("content_note", ""))
        for number, entry in enumerate(listed, 1)
    )  # fmt: skip
    return Article(page=page, **about)


def shelved(own):
    """A text of one's own (`own_texts.OwnText`) as an `Article`."""
    sealed = own.sealed
    listed = (
        with_texts(list(sealed.words), stored(sealed.id))
        if sealed
        else read("\n\n".join(part.text for part in own.paragraphs))
    )
    rows = by_paragraph(listed)
    page = tuple(
        Paragraph(number, part.role, part.layer, part.voice, tuple(rows.get(number, ())), part.precis)
        for number, part in enumerate(own.paragraphs, 1)
    )
    return Article(page=page, sealed=sealed.id if sealed else "", **own.about | _dates(own.name))


def _dates(name):
    """The dates of a text as its reader noted them in the event that is open."""
    row = next(iter(open_event.rows("texts", name)), {})
    noted = {"date_event": "happened", "date_written": "written", "date_posted": "posted"}
    return {field: row[column] for field, column in noted.items() if row.get(column)}


def _kept_at(name):
    """The file of this reader that an article is read from, whether it is there or not."""
    if name in _ours():
        return stored_at(edition_of(name))
    own = own_texts.get(name)
    return stored_at(own.sealed.id) if own.sealed else own_texts.path_of(name)


articles = Shelf()


def choose(texts=None, column=None):
    """The door for texts: a list of articles from whatever a call was given. Raises `Problem`.

    texts: nothing (the articles that are compared), a short name, an `Article`, a text of one's own (a string
    of several words), a `Path`, or several of these as list, dictionary (names → texts), pandas Series, or
    DataFrame with `column`. A text of one's own is called as it is in the dictionary, by its file, or "your
    text".

    >>> [article.name for article in choose(["wire_2019", "The bridge is closed.", "It will open."])]
    ['Wire report 2019', 'your text', 'your text 2']
    """
    return [article for _, article in labelled(texts, column)]


def labelled(texts=None, column=None):
    """The same with labels, for a table: pairs (the name that a text was given, else its short name; the
    article)."""
    if texts is None and column is None:
        return [(name, articles[name]) for name in SHELF]
    known = set(articles)
    entered = []
    arrived = one_by_one(texts, column, whole=(Article, Shelf))
    for number, (name, one) in enumerate(arrived, 1):
        try:
            each = choose() if isinstance(one, Shelf) else [_entering(one, name or YOURS, known)]
        except Blank:
            raise
        except Problem as problem:
            where = f"“{name}”: " if name else f"Text {number}: " if len(arrived) > 1 else ""
            raise Problem(f"{where}{problem}") from None
        entered += [(name, article) for article in each]
    names = {article.name: 1 for name, article in entered if name is None and article.kind != YOURS}
    return [_called(name, article, known, names) for name, article in entered]


def choose_one(texts=None, column=None, call="This call"):
    """The one article that a call was given; raises a `Problem` for none and for several.

    call: what the call is named in that sentence.
    """
    if texts is None and column is None:
        raise Problem(f"{call} takes one text at a time, and none arrived. {ways()}")
    chosen = choose(texts, column)
    if len(chosen) > 1:
        raise Problem(
            f"{call} takes one text at a time, and {len(chosen)} arrived: {_several(chosen)}. Call it once "
            "for each."
        )
    return chosen[0]


def your_text(text, name=YOURS):
    """A text that its reader brought, as an `Article`: a paragraph a line, everything about it unknown.

    Which line is a heading, an editor's note or boilerplate is told by rule, see `lines`.

    >>> own = your_text("A Bridge Too Soft\\nThe bridge is closed. Follow the yellow signs.")
    >>> own.headline, [paragraph.voice for paragraph in own.paragraphs], own.outlet
    ('A Bridge Too Soft', ['H', 'A'], 'unknown')
    """
    page = your_page(text)
    headline = page[0].text if page[0].role == "headline" else name
    return Article(
        id=name, name=name, headline=headline, outlet=UNKNOWN, author=UNKNOWN, language=UNKNOWN,
        genre="a text of your own", strike="", date_event=UNKNOWN, date_written=UNKNOWN, date_posted=UNKNOWN,
        address="", address_is_link=False, rights="Unknown", kind=YOURS, page=page,
        note="You brought this text. What each line is was told by rule, and nobody checked it by hand.",
    )  # fmt: skip


def _entering(one, name, known):
    """The article that one thing stands for; a text of one's own is called `name`, or as its file."""
    if isinstance(one, Article):
        return one
    if isinstance(one, Path):
        return your_text(read_file(one), one.name if name == YOURS else name)
    if not isinstance(one, str) or not one.strip():
        raise Problem(f"This needs a text, but {described(one)} arrived. {ways()}")
    short = one.strip()
    if short in known:
        return articles[short]
    refuse_too_long(one)
    if not is_blank(short):
        refuse_file_name(short)
    if len(short.split(None, 1)) == 1:
        told = did_you_mean(short, known, "article", spoken())
        raise told if is_blank(short) else Problem(f"{told} A text of your own has two words or more.")
    refuse_names(short, known, _titles())
    return your_text(one, name)


@cache
def _titles():
    """What texts, outlets and headlines of the module are called → short name."""
    return {plain_title(title): name for title, name in (*spoken().items(), *((id, id) for id in _ours()))}


def _called(name, article, known, names):
    """(label, the article under a name that no other has). known: short names of the shelf; names: those
    that are taken, and the last number that each was given."""
    if name is None and article.kind != YOURS:
        return article.id, article
    own = free_name(name or article.name, names)
    if article.kind != YOURS:
        return own, replace(article, name=own)
    short = f"your {own}" if own in known else own
    if (own, short) == (article.name, article.id):
        return own, article
    headline = own if article.headline == article.name else article.headline
    return own, replace(article, name=own, id=short, headline=headline)


def _several(chosen):
    """The names of several texts, the first few of many."""
    told = ", ".join(article.name for article in chosen[:5])
    return f"{told} and {len(chosen) - 5} more" if len(chosen) > 5 else told


@lru_cache(maxsize=64)
def your_page(text):
    rows = by_paragraph(read(text))
    if not rows:
        raise Problem(f"There is no word in this text: {described(text)} arrived. {ways()}")
    kept = {number: line.text for number, line in enumerate(lines(text), 1) if number in rows}
    voices = dict(zip(kept, line_voices(list(kept.values())), strict=True))
    first = min(kept)
    return tuple(
        Paragraph(number, "headline" if number == first and voice == "H" else ROLES[voice], "author", voice,
                  tuple(rows[number]))
        for number, voice in voices.items()
    )  # fmt: skip
