"""One file of bytes as somebody's work: what is whole in it, whose name it has, and what is to be said."""

import codecs
import hashlib
import re
import unicodedata
from dataclasses import dataclass, field

from ..classroom.exercises import exercises
from ..classroom.pseudonym import NAME
from ..classroom.work_file import LARGEST
from ..classroom.work_format import FORMAT, Damaged, is_newer, parse, rescued
from ..problems import arrived

# my_work.json, my_work_blue-7 (1).json, my_work_blue-7.json.bak,
# my_work_blue-7_damaged_20261103_101500_1.json
NAMED = re.compile(
    r"my[_ ]work(?:_(?P<name>.+?))?(?P<aside>_damaged_\d{8}_\d{6}(?:_\d+)?)?(?:_version_\d+)?"
    r"(?:\s*\(\d+\)|\s*[-_–]\s*(?:copy|kopie|copie|copia)\b.*)*\.json(?P<bak>\.bak)?(?:\.txt)?",
    re.I,
)
KINDS = {
    ".ipynb": "A notebook, and no work file: answers are not kept in it.",
    ".html": "A page, and no work file: answers are not kept in it.",
    ".htm": "A page, and no work file: answers are not kept in it.",
}
ASK = "Ask for the file whose name begins with my_work and ends in .json."


@dataclass(frozen=True)
class Work:
    """What one file holds. name: the pseudonym in it, "" for none. said: what is told about it."""

    file: str
    name: str
    entries: dict
    said: tuple = ()
    older: bool = False  # a state before, or a damaged one, that the module itself put beside a file
    digest: str = field(default="", repr=False)


class Foreign(ValueError):
    """No work file; the message says what it seems to be, and what to do."""


def work_in(file, raw):
    """The work in a file's bytes, as `Work`; raises `Foreign` where it holds none.

    >>> work_in("my_work_blue-7.json", b'{"name": "blue-7", "entries": {"1.3": {"at": "2026"}}}').name
    'blue-7'
    """
    if not raw.strip(b"\0 \r\n\t"):
        raise Foreign("Empty, so there is nothing to read. " + ASK)
    named = NAMED.fullmatch(last(file))
    if not named and not _text(raw[:4000]).lstrip().startswith("{"):
        raise Foreign(f"{KINDS.get(suffix(file), 'No work file.')} {ASK}")
    document, whole = _document(_text(raw))
    entries = {id: entry for id, entry in document["entries"].items() if isinstance(entry, dict)}
    if not _is_ours(document, entries, whole, named):
        raise Foreign(f"{KINDS.get(suffix(file), 'A file of another program, and no work file.')} {ASK}")
    name, by_file = _name(document, file, whole)
    said = (
        _said(document, entries, whole, len(raw) > LARGEST)
        + [f"Its name is taken from the file’s: {name}."] * by_file
    )
    return Work(
        file, name, entries, tuple(said),
        bool(named and (named["aside"] or named["bak"])), hashlib.sha256(raw).hexdigest(),
    )  # fmt: skip


def last(file):
    """The name of a file without the folders and zips that it lies in.

    >>> last("class.zip › Anna_123_assignsubmission_file_/my_work.json")
    'my_work.json'
    """
    return re.split(r"/|\\| › ", file)[-1]


def name_of(file):
    """The pseudonym in the name of a work file, "" where there is none.

    >>> name_of("class.zip › my_work_blue-7 (1).json"), name_of("my_work.json")
    ('blue-7', '')
    """
    named = NAMED.fullmatch(last(file))
    return _plain(named["name"] or "") if named else ""


def suffix(file):
    """How a file's name ends: ".json"."""
    found = re.search(r"\.[^.\s/]{1,8}$", file)
    return found[0].lower() if found else ""


def _text(raw):
    utf16 = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return raw.decode("utf-16" if utf16 else "utf-8-sig", errors="replace")


def _document(text):
    """(a document, whether it was whole)."""
    try:
        return parse(text), True
    except Damaged:
        return {"entries": rescued(text)}, False


def _is_ours(document, entries, whole, named):
    """Whether this is a work file: it says so, or it is called so and holds answers, or it holds ours."""
    if whole and document.get("format") == FORMAT:
        return True
    ours = [id for id in entries if id in exercises() or re.fullmatch(r"\d\.(exit|frames\..+)|lab", id)]
    return bool(ours or (named and entries))


def _name(document, file, whole):
    """(the name, whether it is the file's own): one in the file counts before that of the file."""
    inside = document.get("name")
    if isinstance(inside, str) and (plain := _plain(inside)):
        return plain, False
    outside = name_of(file)
    return (outside, True) if not whole and NAME.fullmatch(outside) else ("", False)


def _plain(name):
    """A name as `my_work` takes it: one way to write each letter, no capitals, on one line."""
    return arrived(unicodedata.normalize("NFC", name)).strip().casefold()


def _said(document, entries, whole, large):
    lost = len(document["entries"]) - len(entries)
    told = []
    if large:
        told.append(f"Larger than {LARGEST // 1_000_000} MB; only its beginning was looked at.")
    if not whole:
        told.append(f"Damaged or cut off: {_count(entries)} that stand whole in it were rescued.")
    if whole and is_newer(document):
        told.append("Written by a newer version of Whose Words?: what this version knows of it was read.")
    if lost:
        told.append(f"{lost} of its entries {'is' if lost == 1 else 'are'} no answer and was left out.")
    return told


def _count(entries):
    return f"{len(entries)} answer{'s' * (len(entries) != 1)}"
