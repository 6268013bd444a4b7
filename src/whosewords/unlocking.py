"""Unlocking: whoever has an article lays it under its mask, and every lesson then shows sentences."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from . import files
from .shelf import EDITIONS, articles, edition_of, edition_seals, edition_words, give_up, keep, stored
from .blackout import lay_over
from .importing import TEXT_FILES, file_text, plain_text
from .problems import Problem, did_you_mean

ENOUGH = 0.9  # of a mask's words must fit for the text to be taken as that article
PART = 0.3  # from here on a text is named as a part of an article
SHOWN = 8  # places that are listed one by one
LONGEST_PATH = 1000  # characters; anything longer is a text, not the name of a file


@dataclass(frozen=True)
class Found:
    """What one text turned out to be. `article` is the best fit, `share` how much of its mask fits (0 to 1)."""

    source: str
    article: str
    share: float
    identical: bool
    places: tuple
    unlocked: bool
    note: str = ""

    def __str__(self):
        return "\n".join((f"{self.source}: {self.verdict}{self.note}", *self._places()))

    @property
    def verdict(self):
        if self.identical:
            return f"identical with “{self.article}”, word for word and mark for mark."
        if self.unlocked:
            many = len(self.places)
            return f"fits the mask of “{self.article}” but for {many} place{'s' * (many != 1)}."
        if self.share >= PART:
            return f"a part of “{self.article}”: {self.share:.0%} of it. A part does not unlock the whole."
        return f"none of our articles; the best fit is “{self.article}” with {self.share:.0%} of its words."

    def _places(self):
        if not self.unlocked:
            return
        for place in self.places[:SHOWN]:
            yield f"  ¶{place.paragraph}: expected {place.expected}, found “{place.found}”."
        if len(self.places) > SHOWN:
            yield f"  … and {len(self.places) - SHOWN} more places."


@dataclass(frozen=True)
class Report:
    """What unlocking found, as sentences; `found` has an entry for each text and article."""

    found: tuple
    notes: tuple = ()

    def __str__(self):
        return "\n".join((*map(str, self.found), *self.notes))

    __repr__ = __str__

    def _repr_html_(self):
        return f'<div style="white-space:pre-wrap">{escape(str(self))}</div>'


def recognise(text, source="This text"):
    """What a text is: a list of (edition, `Fit`), best fit first. Nothing is kept.

    text: plain text or the source of a page, with whatever furniture stands around the article.
    """
    plain = plain_text(text)
    fits = [(name, lay_over(edition_words(name), *edition_seals(name), plain)) for name in EDITIONS]
    return sorted(fits, key=lambda pair: (pair[1].identical, pair[1].share), reverse=True)


def unlock(*sources):
    """Unlock articles from files, folders, saved pages or pasted text, in any number and order.

    Says for each text what it is: identical, a fit but for some places (which stay in blocks), a part, or none of
    ours. The full text is kept on this computer only. Raises `Problem` where a source cannot be read.
    """
    if not sources:
        raise Problem(
            "unlock() needs the article: a file or folder name in quotation marks, or its text. "
            'For instance: unlock("neo.txt"). where_to_read("neo") tells where the article stands.'
        )
    found, notes = [], []
    for source in sources:
        for name, text in _texts(source, notes):
            found += _unlock_one(name, text, notes)
    if not found and not notes:
        notes.append("No text file was found there. Put the articles there as files ending in .txt or .html.")
    return Report(tuple(found), tuple(dict.fromkeys(notes)))


def lock(*names):
    """Put articles back in blocks: their full text is deleted from this computer. All of them where none is named."""
    for name in names:
        if name not in articles:
            raise did_you_mean(name, articles, "article")
    editions = dict.fromkeys(edition_of(name) for name in names or EDITIONS)
    gone = [name for name in editions if name in EDITIONS and give_up(name)]
    articles.forget()
    if not gone:
        return Report((), ("Nothing was unlocked, so nothing was locked.",))
    return Report((), (f"In blocks again: {', '.join(gone)}. Your answers are untouched.",))


def where_to_read(article):
    """Where an article stands (title, outlet, date, address) and how to unlock it, as text."""
    return Where(articles.choose(article)[0])


class Where:
    """The way to an article. Addresses are links for three publishers only; the others are plain text."""

    def __init__(self, article):
        self.article = article

    def _lines(self):
        a = self.article
        yield f"{a.headline} – {a.outlet}"
        yield f"Author: {a.author}. Posted: {a.date_posted}."
        if a.kind == "own text":
            yield "This text was written for the module and is here in full."
            return
        yield f"Address: {a.address}" if a.address else "Address: not known. Look for the title and the outlet."
        if not a.locked:
            yield f"You have unlocked it. lock(\"{a.id}\") puts it back in blocks."
            return
        yield "If you have it: save the page or its text as a file, then write"
        yield f'    unlock("name of the file")        here, or   python3 start.py unlock FILE   in a terminal.'
        yield "It stays on this computer."

    def __repr__(self):
        return "\n".join(self._lines())

    def _repr_html_(self):
        lines = []
        for line in self._lines():
            safe = escape(line)
            if self.article.address and line.startswith("Address: ") and self.article.address_is_link:
                address = escape(self.article.address)
                safe = f'Address: <a href="{address}" rel="noreferrer noopener" target="_blank">{address}</a>'
            lines.append(f"<code>{safe.strip()}</code>" if line.startswith("    ") else safe)
        return "<br>".join(lines)


def _texts(source, notes):
    """Yield (name, text) for a file, a folder, or a text itself."""
    if isinstance(source, str) and ("\n" in source or len(source) > LONGEST_PATH or "<" in source):
        if not source.strip():
            raise Problem("The text is empty. Paste the whole article between the quotation marks.")
        yield "The pasted text", plain_text(source)
        return
    if not isinstance(source, (str, Path)) or not str(source).strip():
        raise Problem(f"unlock() needs a file name, a folder name or a text, but got {source!r}.")
    path = Path(source).expanduser()
    path = path if path.exists() or path.is_absolute() else files.CHECKOUT / path
    if path.is_dir():
        for each in sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith(".")):
            if each.suffix.lower() in TEXT_FILES:
                try:
                    yield each.name, file_text(each)
                except Problem as problem:
                    notes.append(str(problem))
        return
    if not path.exists():
        raise Problem(
            f"There is no file or folder “{source}” here. Check the spelling, or drag the file into the folder "
            f"{files.CHECKOUT.name if files.CHECKOUT.exists() else Path.cwd().name} and try again."
        )
    yield path.name, file_text(path)


def _unlock_one(source, text, notes):
    """Keep every edition that the text fits, and say what it is."""
    fits = recognise(text, source)
    good = [(name, fit) for name, fit in fits if fit.share >= ENOUGH]
    if not good:
        name, fit = fits[0]
        return [Found(source, name, fit.share, False, fit.places, False)]
    found = []
    for name, fit in good:
        note = _keep_better(name, fit, notes)
        found.append(Found(source, name, fit.share, fit.identical, fit.places, True, note))
    whole = good[0][0]
    found += [
        Found(source, name, fit.share, False, fit.places, False)
        for name, fit in fits
        if PART <= fit.share < ENOUGH and name != whole
    ]
    return found


def _keep_better(name, fit, notes):
    """Keep what fits, unless more of the article is there already."""
    there = stored(name)
    if there is not None and sum(t is not None for t in there) > sum(t is not None for t in fit.texts):
        return " What you unlocked before is more complete and stays."
    try:
        keep(name, fit.texts)
    except files.CannotSave as problem:
        notes.append(f"{problem} The article is unlocked until this program ends.")
    articles.forget()
    return ""
