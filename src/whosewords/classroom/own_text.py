"""A text of one's own on its way to the shelf: what was taken of it and what was dropped, what is known of
it, every change with its way back, and the way off the shelf."""

from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from .. import files
from ..display import own_text as looks
from ..display.replies import card
from ..problems import Blank, Problem, arrived, did_you_mean, is_blank, one_of
from ..shelf import own_texts
from ..shelf.arriving import refuse_file_name
from ..shelf.catalogue import articles, choose
from ..shelf.importing import LARGEST, read_source
from ..shelf.importing.languages import NAMES as LANGUAGES
from ..shelf.own_texts import FACTS, LAYERS, ROLES, WROTE
from ..shelf.unlocking import ENOUGH, PART, recognise, unlock
from .replies import Line, saved

WAYS = (
    'Write Path("…") around the name of a file, or paste the text itself between three quotation marks: '
    'add_text("""…"""). add_text() alone opens a form.'
)
SHOWN = 30  # blocks that a printed review lists
SHORT = 60  # characters of each
NAMES = {"genre": "Kind of text"}


def add_text(
    source=None, *, name=None, outlet=None, headline=None, date=None, author=None, genre=None, language=None,
    keep=False,
):  # fmt: skip
    """Put a text of your own on the shelf: add_text(Path("my_page.html")), or add_text() for a form.

    source: a Path to a file (.txt .md .html .htm .mhtml .docx .pdf), a pasted text, or the short name of a
    text of your own, to look at it again. name: the short name that every call takes from then on, of
    letters, digits and _. outlet, headline, date, author, genre, language: what you know about it; "unknown"
    is allowed. keep: True keeps an article of the module as a text of your own instead of unlocking it.
    Nothing is fetched from the web, and the text stays on this computer.
    """
    given = {"outlet": outlet, "headline": headline, "date": date, "author": author, "genre": genre,
             "language": language}  # fmt: skip
    facts = {what: own_texts.fact(what, value) for what, value in given.items() if value is not None}
    if not isinstance(keep, bool):
        raise Problem(f"keep= needs True or False, but got “{arrived(keep)}”.")
    wanted = None if name is None else own_texts.as_name(name)
    known = source.strip().casefold() if isinstance(source, str) else ""
    if known in own_texts.names():
        if wanted not in (None, known):
            raise Problem(f'A short name stays. forget_text("{known}") first, and add the text again.')
        return Adding.of_name(known).tell(**facts)
    if wanted and (why := own_texts.is_taken(wanted)) and (source is None or wanted not in own_texts.names()):
        raise Problem(f"{why} Choose another short name.")
    adding = Adding(wanted, facts)
    return adding if source is None else adding.read(_source(source), keep).put()


def forget_text(name):
    """Take a text of your own off the shelf: forget_text("ferry"). Its file is kept aside, and you are told
    where."""
    known = own_texts.names()
    short = name.strip().casefold() if isinstance(name, str) else name
    if isinstance(name, str) and short in articles and short not in known:
        raise Problem(f"“{short}” belongs to the module and stays on the shelf.")
    if not known and not is_blank(name):
        raise Problem(
            "You have put no text on the shelf, so there is none to forget. add_text() puts one there."
        )
    short = one_of(short, known, "text of your own")
    where = own_texts.put_aside(short)
    articles.forget(short)
    back = f"To have it back, write add_text(Path({str(where)!r}))."
    return saved(
        f"“{short}” is off the shelf. Its file is kept as “{where.name}” in {where.parent}.", Line("", back)
    )


class Adding:
    """A text that is being added, or that lies on the shelf already (`on_shelf`).

    text: `own_texts.OwnText`, None while nothing is read. edition: the article of the module that it was
    recognised as, "" for none. before: the texts that it was, for `undo`. told: what is said about it.
    reopened: whether it lies on the shelf and is looked through again.
    """

    def __init__(self, wanted=None, facts=()):
        self.wanted, self.facts = wanted, dict(facts)
        self.text, self.edition, self.before, self.told = None, "", [], ()
        self.on_shelf = self.reopened = False

    @classmethod
    def of_name(cls, name):
        """A text of one's own that lies on the shelf."""
        self = cls(name)
        self.text, self.on_shelf, self.reopened = own_texts.get(name), True, True
        return self

    @property
    def source(self):
        """All that was read, as text: what an article is looked for in."""
        return "\n".join(part.text for part in self.text.parts) + "\n"

    def read(self, source, keep=False):
        """Read a source: a `Path`, or a pasted text. Raises `Problem`. keep: whether an article of the module
        is taken as a text of one's own, too."""
        if isinstance(source, Path) and source.suffix == own_texts.ENDING:
            self._take_in(own_texts.opened(source))
        else:
            reading = read_source(source)
            came = source.name if isinstance(source, Path) else "a paste"
            self._take_in(own_texts.from_reading(reading, self.wanted or "my_text", came))
        if len(self.source.split()) < 2:
            raise Problem("A text of your own has two words or more, and there is only one in it.")
        self._recognise(keep)
        return self

    def read_upload(self, name, content):
        """Read a file that was handed over: its name and its bytes."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / (Path(name.replace("\\", "/")).name[-100:] or "file.txt")
            path.write_bytes(content)
            return self.read(path)

    def _take_in(self, text):
        same = next((each for each in own_texts.all_of_them() if each.same_source(text)), None)
        if same and self.wanted in (
            None,
            same.name,
        ):  # the line was run before: what was corrected since stays
            self.text, self.on_shelf, self.wanted = same, True, same.name
            self.told = (f"This text lies on the shelf already, as “{same.name}”.",)
        else:
            if self.wanted:
                if why := own_texts.is_taken(self.wanted):
                    raise Problem(f"{why} It is another text. Choose another short name.")
                name = self.wanted
            else:
                name = own_texts.name_for(text.facts.get("headline") or Path(text.source).stem)
            self.text, self.on_shelf, self.told = replace(text, name=name), False, ()
        self.before = []
        self._know(self.facts)

    def _recognise(self, keep):
        if self.on_shelf:
            return
        name, fit = recognise(self.source)[0]
        if fit.share >= ENOUGH and not keep:
            self.edition = name
        elif fit.share >= PART:
            self.told += (f"{fit.share:.0%} of the words of “{name}”, which is on the shelf, stand in it.",)

    def insist(self):
        """Take an article of the module as a text of one's own after all."""
        self.edition = ""
        return self

    def unlock(self):
        """Unlock the article that was recognised; gives what `unlock` says."""
        return unlock(self.source)

    def put(self):
        """Put the text on the shelf, and save it. A recognised article is not put there."""
        if self.text is None:
            raise Problem(f"There is no text yet. {WAYS}")
        if self.edition:
            return self
        self.on_shelf = True
        self._save()
        return self

    def call(self, name):
        """Give the text another short name, as long as it is not on the shelf."""
        wanted = own_texts.as_name(name)
        if self.on_shelf and wanted != self.text.name:
            raise Problem("The short name stays as it is once the text is on the shelf.")
        if not self.on_shelf:
            if why := own_texts.is_taken(wanted):
                raise Problem(f"{why} Choose another short name.")
            self.text = replace(self.text, name=wanted)
        return self

    def take(self, *numbers):
        """Bring dropped blocks back, by their numbers."""
        return self._change(numbers, lambda part: part.as_role("body" if part.voice == "B" else part.role))

    def drop(self, *numbers):
        """Drop blocks that were taken, by their numbers. They stay in the file and are not counted."""
        return self._change(numbers, lambda part: replace(part, taken=False, why="by hand"))

    def role(self, number, role):
        """Say what a block is, such as role(2, "note")."""
        one_of(role, ROLES, "role")
        return self._change((number,), lambda part: part.as_role(role))

    def layer(self, number, layer):
        """Say who wrote a block, such as layer(2, "host")."""
        one_of(layer, LAYERS, "layer")
        return self._change((number,), partial(replace, layer=layer))

    def tell(self, **facts):
        """Say what is known about the text, such as tell(outlet="The Quay"); "unknown" is allowed."""
        unknown = next((what for what in facts if what not in FACTS), None)
        if unknown:
            raise did_you_mean(unknown, FACTS, "fact")
        facts = {what: own_texts.fact(what, value) for what, value in facts.items()}
        if facts and self._know(facts):
            self._saved_if_there()
        return self

    def undo(self):
        """Take the last change back."""
        if self.before:
            self.text = self.before.pop()
            self._saved_if_there()
        return self

    def _know(self, facts):
        """Note facts; True where that changes something."""
        confirmed = tuple(what for what in self.text.proposed if what not in facts)
        new = replace(self.text, facts={**self.text.facts, **facts}, proposed=confirmed)
        return self._becomes(new)

    def _change(self, numbers, how):
        text = self._there()
        for number in numbers:
            part = text.parts[number - 1] if _counts(number, text.parts) else None
            text = text.with_part(number, how(part) if part else None)
        if self._becomes(text):
            self._saved_if_there()
        return self

    def _becomes(self, new):
        if new == self.text:
            return False
        self.before.append(self.text)
        self.text = new
        return True

    def _there(self):
        if self.text is None:
            raise Problem(f"There is no text yet. {WAYS}")
        return self.text

    def _saved_if_there(self):
        if self.on_shelf:
            self._save()

    def _save(self):
        self.told = tuple(line for line in self.told if not line.endswith(UNSAVED))
        try:
            own_texts.keep(self.text)
        except files.CannotSave as problem:
            self.told += (f"{problem} {UNSAVED}",)
        articles.forget(self.text.name)

    # ---- what is said

    @property
    def size(self):
        """How much is taken, as a sentence."""
        taken = [part for part in self.text.parts if part.taken]
        words = sum(len(part.text.split()) for part in taken if part.voice != "B")
        dropped = len(self.text.parts) - len(taken)
        blocks = f"{len(taken)} of {len(self.text.parts)} block{'s' * (len(self.text.parts) != 1)}"
        return f"Taken: {blocks}, about {words:,} words." + f" Dropped: {dropped}." * bool(dropped)

    @property
    def known(self):
        """What is known about the text, as a sentence: what its source says is marked as proposed."""
        told = [
            f"{NAMES.get(what, what.capitalize())}: {self.fact(what)}"
            + " (proposed)" * (what in self.text.proposed)
            for what in FACTS
        ]
        return " · ".join(told)

    def fact(self, what):
        """A fact about the text as it is read, "unknown" where it is not known."""
        known = self.text.facts.get(what) or own_texts.UNKNOWN
        return LANGUAGES.get(known, known) if what == "language" else known

    def lines(self):
        """What there is to say, line by line."""
        if self.text is None:
            yield f"Put a text of your own on the shelf. {WAYS}"
            return
        if self.edition:
            yield f"This is “{self.edition}”, which is here already, so it was not added as your own text."
            yield "Unlock it, and every lesson shows its sentences. Or keep it as your own text all the same."
            return
        name = self.text.name
        where = f'is on the shelf as "{name}"' if self.on_shelf else "is not on the shelf yet"
        yield f"“{self.text.facts.get('headline') or name}” {where}."
        yield self.size
        yield self.known
        if self.text.proposed:
            yield "What is marked as proposed, the text says of itself: correct it where it is wrong."
        yield from (*self.text.notes, *self.told)
        if self.on_shelf:
            yield f'Go on with show("{name}"), find("…", "{name}"), loaded_language("{name}").'

    def __repr__(self):
        lines = list(self.lines())
        if self.edition:
            lines += ['Typed: unlock(Path("…")) with the same file, or add_text(…, keep=True).']
        elif self.text:
            lines += [f"{n:3} {_listed(part)}" for n, part in enumerate(self.text.parts[:SHOWN], 1)]
            more = len(self.text.parts) - SHOWN
            lines += [f"    … and {more} more blocks."] if more > 0 else []
            if self.on_shelf:
                call = f'add_text("{self.text.name}")'
                lines += [
                    f"Bring a block back: {call}.take(2). Drop one: {call}.drop(3). Say what it is: "
                    f'{call}.role(3, "note"). Say who wrote it: {call}.layer(3, "host").',
                    f'Say what you know: {call[:-1]}, outlet="…", date="…"). Take it off the shelf: '
                    f'forget_text("{self.text.name}").',
                ]
        return "\n".join(lines)

    def summary(self):
        """The same as a piece of HTML."""
        parts = self.text.parts if self.text and not self.edition else ()
        dropped = [(number, part) for number, part in enumerate(parts, 1) if not part.taken]
        return looks.summary(self.lines(), dropped)

    def _repr_html_(self):
        return card(self.summary())


UNSAVED = "The text is on the shelf until this program ends."


def _listed(part):
    text = part.text if len(part.text) <= SHORT else f"{part.text[:SHORT].rstrip()}…"
    state = "taken  " if part.taken else "dropped"
    why = f" ({part.why})" if part.why else ""
    wrote = "" if part.layer in ("author", WROTE.get(part.role)) else f", {part.layer}"
    return f"{state} {part.role}{wrote}{why}: {text}"


def _counts(number, parts):
    return isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= len(parts)


def _source(given):
    """What is to be read, as `read_source` takes it. Raises `Problem`."""
    if isinstance(given, Path):
        path = files.meant(given)
        if path.is_dir():
            raise Problem(
                f'“{path.name}” is a folder. Name a file in it, such as Path("{path.name}/mine.html").'
            )
        return path
    if not isinstance(given, str) or not given.strip():
        raise Problem(f"add_text() needs a text, but got “{arrived(given)}”. {WAYS}")
    short = given.strip()
    if is_blank(short):
        raise Blank("Fill the blank: write a text of your own in place of ____ and run the line again.")
    if len(given) > LARGEST:
        raise Problem(f"This text has {len(given) / 1e6:.1f} million characters; an article has far less.")
    if "\n" not in short and len(short) < LONGEST_NAME:
        _refuse_names(short)
    return given


LONGEST_NAME = 255  # characters; what is longer is a text


def _refuse_names(short):
    """Raises `Problem` where a line is no text, but the name of one or of a file."""
    refuse_file_name(short)
    if short in articles:
        raise Problem(f'“{short}” is on the shelf already: show("{short}"). {WAYS}')
    if not short.startswith("<"):
        with suppress(Blank):
            choose([short])
