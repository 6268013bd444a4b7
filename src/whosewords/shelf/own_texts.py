"""Texts that a reader puts on the shelf: one readable file each in the reader's own folder.

A file has the fields of the module's own articles (data/articles/*.toml), and for every block of what was
read whether it is taken: what was dropped stays in the file, is not counted, and can be brought back.
"""

import json
import re
import tomllib
import unicodedata
from dataclasses import dataclass, replace
from datetime import date as Date
from functools import cached_property

from .. import files
from ..problems import Problem, arrived
from ..session import home, session
from ..vocabulary import VOCABULARY
from ..words import lines
from .importing import LARGEST
from .importing.facts import Facts, improved
from .importing.languages import NAMES, SMALL_WORDS
from .importing.reading import (
    BODY,
    BYLINE,
    CAPTION,
    DATE_LINE,
    FURNITURE,
    HEADING,
    HEADLINE,
    STANDFIRST,
    Block,
    in_marks,
)
from .importing.reading import ROLES as READ_ROLES
from .importing.roles import DATE, judged
from .lines import line_voices
from .sealed import Sealed, from_fields

KIND = "a text on your shelf"
UNKNOWN = "unknown"
NOTE = "note"
ROLES = (*READ_ROLES[:-1], NOTE, FURNITURE)
LAYERS = ("author", "host", "outlet", "excerpt", "furniture")
VOICES = {
    HEADLINE: "H",
    STANDFIRST: "H",
    HEADING: "H",
    NOTE: "E",
    BYLINE: "B",
    DATE_LINE: "B",
    FURNITURE: "B",
}
WROTE = {NOTE: "host", FURNITURE: "furniture", BYLINE: "outlet", DATE_LINE: "outlet", CAPTION: "outlet"}
BY_LINE = {"H": HEADING, "E": NOTE, "B": FURNITURE}  # what a rule makes of a line that is set like any other
FACTS = ("headline", "outlet", "date", "author", "genre", "language")
NAME = re.compile(r"[^\W\d_]\w{0,29}")
RESERVED = ("con", "nul", "aux", "prn")  # no file on Windows can be called so
LONGEST_FACT = 300  # characters
MOST_TAKEN_ALONG = 3_000_000  # bytes of texts in an exported work file
HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐]\s*[\n\r]\s*(?=[^\W\d_])(?!(?:and|or|nor|to)\b)")
ENDING = ".toml"
IN_BLOCKS = (
    "“{name}” was handed out in blocks, and which of its lines are taken was decided by whoever made it. "
    "unlock() shows its words to whoever has the page."
)
RIGHTS = "It belongs to whoever wrote it. It is kept on this computer for you alone"
IN_BLOCKS_RIGHTS = "It belongs to whoever wrote it, and was handed out in blocks"
BY_HAND = "Who speaks where was noted by whoever handed this out."
PLEASE_NOTE = "You put this text on the shelf. Who speaks where is told by rule and was not checked by hand."


@dataclass(frozen=True)
class Part:
    """A block of what was read: its text on one line, what it is, who wrote it, and whether it is taken.

    precis: what it tells, in a sentence of whoever handed it out.
    """

    text: str
    role: str = BODY
    layer: str = "author"
    taken: bool = True
    why: str = ""
    precis: str = ""

    @property
    def voice(self):
        """The voice of the whole part; quotations inside it have theirs by rule."""
        if self.layer == "furniture":
            return "B"
        return "E" if self.layer == "host" and self.role not in VOICES else VOICES.get(self.role, "A")

    def as_role(self, role):
        """The same with another role, written by whoever writes such lines, and taken."""
        return replace(self, role=role, layer=WROTE.get(role, "author"), taken=True, why="")


@dataclass(frozen=True)
class OwnText:
    """A text of one's own: `facts` about it ("" where not known), its parts, and where it came from.

    proposed: those facts that the source says and nobody has confirmed. notes: what should be looked at.
    sealed: the edition, where it was handed out in blocks; its parts then hold blocks, too.
    """

    name: str
    facts: dict
    parts: tuple
    source: str = ""
    proposed: tuple = ()
    notes: tuple = ()
    sealed: Sealed | None = None

    @property
    def taken(self):
        return tuple(part for part in self.parts if part.taken)

    @cached_property
    def paragraphs(self):
        """The parts that are taken, set-off quotations in their marks."""
        if self.sealed:
            return self.taken
        marked = in_marks([Block(part.text, part.role) for part in self.taken])
        return tuple(replace(part, text=text) for part, text in zip(self.taken, marked, strict=True))

    @property
    def about(self):
        """What an article's file says before its paragraphs."""
        known = {what: self.facts.get(what) or UNKNOWN for what in FACTS}
        return {
            "id": self.name, "kind": KIND, "name": self.name, "outlet": known["outlet"],
            "headline": self.facts.get("headline") or self.name, "author": known["author"],
            "language": known["language"], "genre": known["genre"], "strike": "", "date_event": UNKNOWN,
            "date_written": UNKNOWN, "date_posted": known["date"], "address": "", "address_is_link": False,
            "rights": IN_BLOCKS_RIGHTS if self.sealed else RIGHTS,
            "note": BY_HAND if self.sealed else PLEASE_NOTE,
        }  # fmt: skip

    def same_source(self, other):
        """Whether the other was read from the same text, whatever was made of it since, or is in blocks and
        was made of this one."""
        if other.sealed and not self.sealed:
            return other.sealed.is_of([part.text for part in self.paragraphs])
        return [part.text for part in self.parts] == [part.text for part in other.parts]

    def with_part(self, number, part):
        """The same with another part in place of the one at `number`, counted from 1. Raises `Problem`."""
        if self.sealed:
            raise Problem(IN_BLOCKS.format(name=self.name))
        if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= len(self.parts):
            raise Problem(f"Blocks are numbered from 1 to {len(self.parts)}, but got “{arrived(number)}”.")
        parts = (*self.parts[: number - 1], part, *self.parts[number:])
        if not any(each.taken and each.voice != "B" for each in parts):
            raise Problem("Something of the text must stay: this is the last block that is taken.")
        return replace(self, parts=parts)


def from_reading(reading, name, source=""):
    """What was read of a source (`importing.Reading`) as a text of one's own.

    Lines that are set like any other get a role by rule, as in a text that a call is given.

    >>> from .importing import read_source
    >>> found = read_source("Pier Shut\\nIt rained.\\nFollow us on:")
    >>> [part.role for part in from_reading(found, "pier").parts]
    ['headline', 'body', 'furniture']
    """
    reading = _looked_over(reading)
    parts = [part for block in reading.blocks for part in _parts(block)]
    rows = [number for number, part in enumerate(parts) if part.taken]
    for number, voice in zip(rows, line_voices([parts[row].text for row in rows]), strict=True):
        if parts[number].role == BODY and voice in BY_LINE:
            made = parts[number].as_role(BY_LINE[voice])
            parts[number] = replace(made, taken=False, why="stands on every page") if voice == "B" else made
    if not any(part.taken and part.voice != "B" for part in parts):
        parts = [
            replace(part.as_role(BODY), taken=True) if part.taken or not rows else part for part in parts
        ]
    facts = {"headline": reading.title or _headline(parts), "outlet": reading.outlet, "date": reading.date,
             "author": reading.author, "genre": "", "language": reading.language}  # fmt: skip
    facts = {what: _cut(_plain(value)) for what, value in facts.items()}
    proposed = tuple(what for what in FACTS if facts[what])
    return OwnText(name, facts, tuple(parts), _plain(source)[:LONGEST_FACT], proposed, tuple(reading.notes))


def _looked_over(reading):
    """A text without markup with what no sentence of it is dropped, as in a page: bylines, dates, buttons."""
    if not all(block.taken for block in reading.blocks):
        return reading
    links = [0.0] * len(reading.blocks)
    blocks = judged(list(reading.blocks), links, reading.title, reading.author)
    if not any(block.taken for block in blocks):
        return reading
    about = improved(Facts(reading.title, reading.author, reading.date, reading.outlet), blocks)
    days = (DATE.search(block.text) for block in blocks if block.role == DATE_LINE)
    date = about.date or next((day[0] for day in days if day and re.search(r"\d{4}", day[0])), "")
    return replace(reading, blocks=tuple(blocks), title=about.title, author=about.author, date=date)


def _parts(block):
    text = HYPHEN.sub("\u00ad", block.text)
    layer = WROTE.get(block.role, "author")
    for line in lines(text):
        if plain := _plain(line.text):
            yield Part(plain, block.role, layer, block.taken, block.why)


def _headline(parts):
    return next((part.text for part in parts if part.taken and part.role in (HEADLINE, HEADING)), "")


def _plain(text):
    """A text on one line."""
    return " ".join(str(text).split())


def _cut(text):
    return text if len(text) <= LONGEST_FACT else text[: LONGEST_FACT - 1] + "…"


def fact(what, given):
    """A fact about a text as it is kept, "" for what is not known. Raises `Problem`.

    >>> fact("language", "German"), fact("outlet", "unknown"), fact("date", 2021)
    ('de', '', '2021')
    """
    if isinstance(given, Date):
        given = given.isoformat()
    if given is None or not isinstance(given, str | int) or isinstance(given, bool):
        raise Problem(f"{what}= needs a few words in quotation marks, but got “{arrived(given)}”.")
    plain = _plain("".join(sign if sign.isprintable() else " " for sign in str(given)[: 10 * LONGEST_FACT]))
    if len(plain) > LONGEST_FACT:
        raise Problem(f"{what}= takes at most {LONGEST_FACT} characters, but got “{arrived(given)}”.")
    if plain.casefold() in ("", UNKNOWN):
        return ""
    return {"date": _date, "language": _language}.get(what, str)(plain)


def _date(plain):
    if not re.search(r"\d{4}", plain):
        raise Problem(
            f'date= needs a date with its year, such as "2024-05-31", or "unknown", but got '
            f"“{arrived(plain)}”."
        )
    if re.fullmatch(r"\d{4}-\d\d-\d\d", plain):
        try:
            Date.fromisoformat(plain)
        except ValueError:
            raise Problem(f"There is no day “{plain}”. Write year-month-day, such as 2024-05-31.") from None
    return plain


def _language(plain):
    spoken = {name.casefold(): code for code, name in NAMES.items()}
    code = spoken.get(plain.casefold(), plain.casefold())
    if not re.fullmatch(r"[a-z]{2,3}", code):
        raise Problem(f'language= needs a language, such as "English" or "en", but got “{arrived(plain)}”.')
    return code


# ---- names


def ids():
    """The short names of the module's own articles."""
    return {path.stem for path in files.data("articles").iterdir() if path.name.endswith(ENDING)}


def names():
    """The short names of this reader's own texts."""
    try:
        stems = [path.stem for path in folder().iterdir() if path.suffix == ENDING]
    except OSError:
        stems = []
    found = {*stems, *session().own_texts, *session().guests} - ids()
    return sorted(name for name in found if NAME.fullmatch(name))


def is_taken(name):
    """Whether no text of one's own can have this name, and why not, as a sentence; else ""."""
    if name in ids():
        return f"“{name}” is the name of a text of the module."
    if name in VOCABULARY or name in RESERVED:
        return f"“{name}” is a word that means something else here."
    return f"You have a text called “{name}” already." if name in names() else ""


def as_name(given):
    """A short name as it is kept: small letters. Raises `Problem` for what can be none.

    >>> as_name("Ferry_2")
    'ferry_2'
    """
    name = unicodedata.normalize("NFC", given.strip()).casefold() if isinstance(given, str) else ""
    if not NAME.fullmatch(name):
        raise Problem(
            f"A short name has up to 30 letters, digits and _, and begins with a letter, such as "
            f'"ferry_2", but got “{arrived(given)}”.'
        )
    return name


def name_for(title):
    """A short name made of a title's first words that say something, with a number where it is taken."""
    found = re.findall(r"[^\W\d_]{2,}", unicodedata.normalize("NFC", title).casefold())
    telling = [word for word in found if word not in SMALL_WORDS["en"]] or found
    return free("_".join(telling[:2])[:24].strip("_") or "my_text")


def free(name):
    """The name, with a number after it where it is taken."""
    number, tried = 1, name
    while is_taken(tried) or not NAME.fullmatch(tried):
        number += 1
        tried = f"{name if NAME.fullmatch(name) else 'my_text'}_{number}"
    return tried


# ---- files


def folder():
    """Where this reader's own texts are kept."""
    return home() / "texts"


def path_of(name):
    """The file of a text of one's own."""
    return folder() / f"{name}{ENDING}"


def get(name):
    """A text of one's own by its short name. Raises `Problem` where its file cannot be read."""
    for kept in (session().own_texts, session().guests):
        if name in kept:
            return kept[name]
    return opened(path_of(name), name)


def opened(path, name=None):
    """The text in a file of ours, under its own name or another one. Raises `Problem`."""
    try:
        with path.open("rb") as file:
            raw = file.read(4 * LARGEST + 1)
        if len(raw) > 4 * LARGEST:
            raise ValueError("it is too large")
        return parsed(raw.decode("utf-8"), name)
    except OSError as error:
        raise Problem(f"“{path.name}” could not be read ({error.strerror or error}).") from None
    except (ValueError, RecursionError) as error:
        raise Problem(
            f"“{path.name}” in the folder {path.parent} cannot be read as a text of your own "
            f"({arrived(error)}). Undo what was changed in it, or move it elsewhere and add the text again."
        ) from None


def all_of_them():
    """All texts of one's own that can be read; not those that came along with somebody else's event."""
    for name in names():
        if name in session().guests:
            continue
        try:
            yield get(name)
        except Problem:
            continue


def keep(text):
    """Keep a text; raises `CannotSave`, and then still has it until the program ends."""
    if text.name in session().guests:
        raise Problem(
            f"“{text.name}” belongs to an event that was opened to be read, and is not changed here."
        )
    session().own_texts[text.name] = text
    files.write(path_of(text.name), as_toml(text))
    session().own_texts.pop(text.name)


def put_aside(name):
    """Take a text off the shelf: its file is kept in another folder. Gives its path there; raises `Problem`
    where it cannot be moved, and then it stays."""
    target = folder() / "forgotten" / f"{name}{ENDING}"
    number = 1
    while target.exists():
        number += 1
        target = target.with_name(f"{name}_{number}{ENDING}")
    try:
        content = as_toml(get(name))
    except Problem:  # a damaged file is moved as it is
        content = path_of(name).read_text(encoding="utf-8", errors="replace")
    files.write(target, content)
    files.delete(path_of(name))
    session().own_texts.pop(name, None)
    return target


def as_toml(text):
    """A text as it stands in its file.

    >>> parsed(as_toml(OwnText("pier", {"outlet": "The Quay"}, (Part("It is shut."),)))).facts["outlet"]
    'The Quay'
    """
    head = {**text.about, "source": text.source, "proposed": list(text.proposed), "notes": list(text.notes)}
    head |= text.sealed.as_fields() if text.sealed else {}
    rows = [f"{key} = {quoted(value)}" for key, value in head.items()]
    for part in text.parts:
        fields = {"role": part.role, "layer": part.layer, "voice": part.voice, "taken": part.taken,
                  "why": part.why, "text": part.text}  # fmt: skip
        fields |= {"precis": part.precis} if part.precis else {}
        rows += ["", "[[paragraph]]", *(f"{key} = {quoted(value)}" for key, value in fields.items())]
    return "\n".join(rows) + "\n"


def quoted(value):
    """A value as TOML: what JSON escapes, TOML reads alike; one sign more must not stand as it is."""
    whole = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return whole.encode("utf-8", "replace").decode("utf-8")  # a broken paste may hold half characters


def parsed(content, name=None):
    """The text that stands in a file's content; raises `ValueError` where it is none."""
    about = tomllib.loads(content)
    rows = about.get("paragraph")
    if about.get("kind") != KIND or not isinstance(rows, list):
        raise ValueError("it holds no text that was put on the shelf")
    facts = {what: _said(about.get("date_posted" if what == "date" else what)) for what in FACTS}
    parts = tuple(_part(row) for row in rows if isinstance(row, dict) and _plain(row.get("text", "")))
    name = name or str(about.get("id", ""))
    if not any(part.taken and part.voice != "B" for part in parts):
        raise ValueError("no paragraph of it is taken")
    if facts["headline"] == name:
        facts["headline"] = ""
    proposed = tuple(what for what in FACTS if what in _texts(about.get("proposed")))
    sealed = from_fields(about)
    if sealed and {word.paragraph for word in sealed.words} != set(range(1, sum(p.taken for p in parts) + 1)):
        raise ValueError("its blocks are damaged")
    return OwnText(
        name, facts, parts, _said(about.get("source")), proposed, _texts(about.get("notes")), sealed
    )


def _part(row):
    role, layer = row.get("role"), row.get("layer")
    return Part(
        _plain(row["text"]), role if role in ROLES else BODY, layer if layer in LAYERS else "author",
        row.get("taken") is not False, _said(row.get("why")), _said(row.get("precis")),
    )  # fmt: skip


def _said(value):
    plain = _cut(_plain(value)) if isinstance(value, str | int | Date) else ""
    return "" if plain == UNKNOWN else plain


def _texts(value):
    return (
        tuple(_cut(_plain(one)) for one in value if isinstance(one, str)) if isinstance(value, list) else ()
    )


# ---- taken along in a work file


def taken_along():
    """What goes into an exported work file: ({short name: content of its file}, names that are too large)."""
    found, left, size = {}, [], 0
    for text in all_of_them():
        content = as_toml(text)
        size += len(content.encode("utf-8"))
        if size > MOST_TAKEN_ALONG:
            left.append(text.name)
            size -= len(content.encode("utf-8"))
        else:
            found[text.name] = content
    return found, left


def brought(found):
    """Put texts from an exported work file on the shelf; none is written over. Gives sentences about them."""
    if not isinstance(found, dict):
        return
    here, added = {text.name: text for text in all_of_them()}, []
    for name, content in found.items():
        try:
            text = parsed(content, as_name(name))
        except (ValueError, TypeError, AttributeError, RecursionError, Problem):
            yield f"A text of your own, “{arrived(name)}”, could not be read and was left out."
            continue
        if any(as_toml(replace(text, name=each.name)) == as_toml(each) for each in here.values()):
            continue
        if (new := free(text.name)) != text.name:
            yield f'“{text.name}” is called "{new}" here, since another text has that name.'
        text = here[new] = replace(text, name=new)
        added.append(new)
        try:
            keep(text)
        except files.CannotSave as problem:
            yield f"{problem} The text “{new}” is on the shelf until this program ends."
    if added:
        yield f"Of your own texts, {', '.join(added)} {'is' if len(added) == 1 else 'are'} on the shelf now."
