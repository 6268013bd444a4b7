"""Unlocking: whoever has an article lays it under its mask, and every lesson then shows sentences."""

from dataclasses import dataclass
from pathlib import Path

from .. import files
from ..problems import Problem, arrived
from . import own_texts
from .catalogue import articles, choose_one
from .editions import edition_seals, edition_words
from .full_texts import give_up, keep, stored
from .importing import TEXT_FILES, whole_text
from .listed import EDITIONS
from .matching import Fit, given, lay_over

ENOUGH = 0.9  # of a mask's words must fit for the text to be taken as that article
PART = 0.3  # from here on a text is named as a part of an article
SHOWN = 8  # places that are listed one by one
LONGEST_NAME = 255  # characters; no file has a longer name, so what is longer is a text


@dataclass(frozen=True)
class Found:
    """What one text turned out to be: `share` (0 to 1) of the mask of `article` fits it."""

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
        return "none of our articles. If it is a text of your own, add_text() puts it on the shelf."

    def _places(self):
        if not self.unlocked:
            return
        for place in self.places[:SHOWN]:
            yield f"  ¶{place.paragraph}: expected {place.expected}, found {place.found}."
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


def recognise(text: str) -> list[tuple[str, Fit]]:
    """What a text is: a list of (edition, `Fit`), best fit first. Nothing is kept.

    text: plain text or the source of a page, with whatever furniture stands around the article.
    """
    ready = given(whole_text(text))
    fits = []
    for name in EDITIONS:
        whole, by_sentence = edition_seals(name)
        fits.append((name, lay_over(edition_words(name), whole, by_sentence, ready)))
    for name, mask in _handed_out().items():
        fits.append((name, lay_over(mask.words, mask.whole, dict(mask.sentences), ready)))
    return sorted(fits, key=lambda pair: (pair[1].identical, pair[1].share), reverse=True)


def _handed_out():
    """The editions that somebody handed out to this reader: {short name on the shelf: `Sealed`}."""
    found = {}
    for name in own_texts.names():
        try:
            mask = own_texts.get(name).sealed
        except Problem:
            continue
        if mask and mask.id not in {known.id for known in found.values()}:
            found[name] = mask
    return found


def _kept_as(name):
    """What the full text of an edition is kept under."""
    mask = None if name in EDITIONS else _handed_out().get(name)
    return mask.id if mask else name


def unlock(*sources):
    """Unlock articles from files, folders, saved pages or pasted text, in any number and order.

    Says for each text what it is: identical, a fit but for some places (which stay in blocks), a part, or
    none of ours. The full text is kept on this computer only. Raises `Problem` where a source cannot be read.
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
    """Put articles back in blocks: their full text is deleted from this computer. All where none is named."""
    if names:
        chosen = [(a.edition or a.id, a.sealed or a.edition) for a in articles.choose(names)]
    else:
        chosen = [(name, _kept_as(name)) for name in (*EDITIONS, *_handed_out())]
    gone = [name for name, kept in dict.fromkeys(chosen) if kept and give_up(kept)]
    articles.forget()
    if not gone:
        return Report((), ("Nothing was unlocked, so nothing was locked.",))
    return Report((), (f"In blocks again: {', '.join(gone)}. Your answers are untouched.",))


def where_to_read(texts):
    """Where an article stands (title, outlet, date, address) and how to unlock it: where_to_read("neo"). One
    at a time."""
    return Where(choose_one(texts, call="where_to_read()"))


class Where:
    """The way to an article. Addresses are links for three publishers only; the others are plain text."""

    def __init__(self, article):
        self.article = article

    def lines(self):
        """What there is to say, line by line; what begins with four blanks is a line to type."""
        a = self.article
        if a.yours and not a.sealed:
            yield f"“{a.name}” came from you. Where it stands, only you know: note the place and the date."
            if a.kind == own_texts.KIND:
                yield f"Outlet: {a.outlet}. Author: {a.author}. Date: {a.date_posted}. To note more, write"
                yield f'    add_text("{a.id}", outlet="…", date="…")'
            return
        yield f"{a.headline} – {a.outlet}"
        yield f"Author: {a.author}. Posted: {a.date_posted}."
        if a.kind != "blackout edition" and not a.sealed:
            ours = "was written for the module and " if a.kind == "own text" else ""
            yield f"This text {ours}is here in full."
            return
        yield f"Address: {a.address or 'not known. Look for the title and the outlet.'}"
        if not a.locked:
            yield f'You have unlocked it. lock("{a.id}") puts it back in blocks.'
            return
        yield "If you have it: save the page or its text as a file, then write"
        yield '    unlock("name of the file")'
        yield "here, or, in a terminal,"
        yield "    python3 start.py unlock FILE"
        yield "It stays on this computer."

    def __repr__(self):
        return "\n".join(self.lines())


def _texts(source, notes):
    """Yield (name, text) for a file, a folder, or a text itself."""
    if not isinstance(source, (str, Path)) or not str(source).strip():
        raise Problem(f"unlock() needs a file name, a folder name or a text, but got “{arrived(source)}”.")
    if isinstance(source, str) and ("\n" in source or "<" in source or _too_long_for_a_name(source)):
        yield "The pasted text", source
        return
    path = files.meant(source)
    if not path.exists():
        raise Problem(
            f"There is no file or folder “{source}” here. Check the spelling, or put the file into the "
            f"folder “{files.place().name}” and try again. Paste a text whole, between three quotation marks."
        )
    if not path.is_dir():
        yield path.name, whole_text(path)
        return
    for each in files.in_folder(path):
        if each.suffix.lower() in TEXT_FILES:
            try:
                yield each.name, whole_text(each)
            except Problem as problem:
                notes.append(str(problem))


def _too_long_for_a_name(source):
    return max(map(len, source.replace("\\", "/").split("/"))) > LONGEST_NAME


def _unlock_one(source, text, notes):
    """Keep every edition that the text fits, and say what it is; of the others, name what it is a part of."""
    fits = recognise(text)
    found = [
        Found(source, name, fit.share, fit.identical, fit.places, True, _keep_better(name, fit, notes))
        for name, fit in fits
        if fit.share >= ENOUGH
    ]
    parts = [(name, fit) for name, fit in fits if PART <= fit.share < ENOUGH]
    shown = parts if found else parts or fits[:1]
    return found + [Found(source, name, fit.share, False, fit.places, False) for name, fit in shown]


def _keep_better(name, fit, notes):
    """Keep what fits, unless more of the article is there already."""
    there = stored(_kept_as(name))
    if there is not None and sum(t is not None for t in there) > sum(t is not None for t in fit.texts):
        return " What you unlocked before is more complete and stays."
    try:
        keep(_kept_as(name), fit.texts)
    except files.CannotSave as problem:
        notes.append(f"{problem} The article is unlocked until this program ends.")
    articles.forget()
    return ""
