"""One file of bytes as somebody's work: what is whole in it, whose name it has, and what is to be said."""

import codecs
import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from ..classroom.exercises import exercises, lessons
from ..classroom.pseudonym import NAME
from ..classroom.work_file import LARGEST
from ..classroom.work_format import FORMAT, Damaged, is_newer, parse, rescued
from ..problems import arrived
from .incoming import IN, could_be_work

# my_work.json, my_work_blue-7 (1).json, my_work_blue-7.json.bak, my_work_7_damaged_20261103_101500_1.json,
# and after what a learning platform puts before: Red 1_123_assignsubmission_file_my_work_red-1.json
NAMED = re.compile(
    r"(?:.*[ _–-])?my_work(?:_(?P<name>.+?))??(?P<aside>_damaged_\d{8}_\d{6}(?:_\d+)?|_version_\d+)?"
    r"(?:\s*\(\d+\)|\s*[-_–]\s*(?:copy|kopie|copie|copia)\b[^.]*)*(?:\.json)+(?P<bak>\.bak)?(?:\.txt)?",
    re.I,
)
LONGEST_NAME = 255  # letters, as on a disk; in a zip a name may have 65,000, and would take hours
NAME_LINE = re.compile(r'^ "name": ("(?:[^"\\]|\\.)*")', re.M)  # as the module writes it, in no entry
OTHER_IDS = re.compile(r"lab|test\.[AB]|\d+\.(?:exit|(?:frames|line)\..+|\d+\.others)")
KNOWN = {
    ".ipynb": "A notebook, and no work file: answers are not kept in it.",
    ".html": "A page, and no work file: what is typed on a page does not stand in its file.",
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".heic", ".webp"), "A picture, and no work file."),
    **dict.fromkeys(
        (".7z", ".rar", ".gz", ".tgz", ".tar"), "Not opened: unpack it yourself, then try again."
    ),
}
MARKED = re.compile(rb'\s*\{\s*"format":\s*"Whose Words\?')  # and no work file
ASK = "Ask for the file whose name begins with my_work and ends in .json."
EMPTY = "Empty: there is nothing in it."
LOST = "Cut off or damaged, and no answer in it is whole."
OTHER = "A file of another program, and no work file."
MARKS = "Not read as work: it is a file that a page for teachers made. Load it on that page."


@dataclass(frozen=True)
class Work:
    """What one file holds. name: the pseudonym in it, "" for none. said: sentences about what was found.
    whole: whether nothing of the file is lost. aside: whether the module itself put it beside another file,
    as a state before. digest: the same for the same bytes. home: whose home it lies in, "" for none."""

    file: str
    name: str
    entries: dict
    said: tuple = ()
    whole: bool = True
    aside: bool = False
    digest: str = ""
    home: str = ""

    @property
    def latest(self):
        """When it was changed last, as text."""
        return max(
            (at for entry in self.entries.values() if isinstance(at := entry.get("at"), str)), default=""
        )


class Foreign(ValueError):
    """No work file; the message says what it seems to be, and what to do."""


def work_in(file, raw):
    """The work in a file's bytes, as `Work`; raises `Foreign` where it holds none.

    >>> work_in("my_work_blue-7.json", b'{"name": "blue-7", "entries": {"1.3": {"at": "2026"}}}').name
    'blue-7'
    """
    if not raw.strip(b"\0 \r\n\t"):
        raise Foreign(f"{EMPTY} {ASK}")
    if not could_be_work(file, raw):
        raise Foreign(f"{KNOWN.get(_suffix(file), 'No work file.')} {ASK}")
    document, whole = _document(as_text(raw))
    entries = {id: entry for id, entry in document["entries"].items() if isinstance(entry, dict)}
    if not _is_ours(file, document, entries, whole):
        raise Foreign(_about(file, raw, whole))
    name, by_file = _name(file, document, whole)
    said = _said(document, entries, whole, len(raw) > LARGEST)
    said += [f"The name “{name}” is taken from the file’s name."] * by_file
    named = NAMED.fullmatch(_last(file))
    aside = bool(named and (named["aside"] or named["bak"]))
    return Work(file, name, entries, tuple(said), whole, aside, hashlib.sha256(raw).hexdigest())


def name_of(file):
    """The pseudonym in the name of a work file, "" where there is none.

    >>> name_of("class.zip › Red_1_assignsubmission_file_/my_work_Blue-7 (1).json"), name_of("my_work.json")
    ('blue-7', '')
    """
    named = NAMED.fullmatch(_last(file))
    return plain(named["name"] or "") if named else ""


def _last(file):
    return re.split(rf"/|\\|{IN}", file)[-1][-LONGEST_NAME:]


def _suffix(file):
    return {".htm": ".html"}.get(end := PurePosixPath(_last(file)).suffix.lower(), end)


def as_text(raw):
    """Bytes as text, in whichever of the usual ways a program wrote it.

    >>> as_text(b"\\xef\\xbb\\xbfblue-7"), as_text("blue-7".encode("utf-16"))
    ('blue-7', 'blue-7')
    """
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return raw.decode("utf-16" if wide else "utf-8-sig", errors="replace")


def _document(text):
    """(a document of values that every program can read, whether it was whole)."""
    try:
        return _readable(parse(text)), True
    except (Damaged, RecursionError):
        entries = rescued(text)
    inside = NAME_LINE.search(text)
    try:
        return _readable({"name": json.loads(inside[1]) if inside else "", "entries": entries}), False
    except (ValueError, RecursionError):
        return {"entries": {}}, False


def _readable(document):
    """A document without half characters, and without numbers that are none: no page could read them. What is
    one is written alike, with its fields in one order."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    return json.loads(text, parse_constant=lambda _: None)


def _is_ours(file, document, entries, whole):
    """Whether this is a work file: it says so, or is called so and holds answers, or holds some of ours."""
    if document.get("format") == FORMAT:
        return whole
    if NAMED.fullmatch(_last(file)):
        return bool(entries)
    return any(is_known(id) for id in entries)


def is_known(entry_id):
    """Whether an id of an entry is one of this module: of a task, asked now or before, or of what else is
    kept.

    >>> is_known("1.3"), is_known("4.frames.own"), is_known("x")
    (True, True, False)
    """
    return entry_id in exercises() or bool(OTHER_IDS.fullmatch(entry_id)) or entry_id in retired()


def retired():
    """The ids of tasks that are not asked any more."""
    return {id for lesson in lessons().values() for id in lesson.retired}


def _about(file, raw, whole):
    """What a file is that holds no work, in words."""
    if MARKED.match(raw):
        return MARKS
    if NAMED.fullmatch(_last(file)) and not whole:
        return f"{LOST} {ASK}"
    return f"{KNOWN.get(_suffix(file), OTHER)} {ASK}"


def _name(file, document, whole):
    """(a name, whether it is only in the file's name): that counts where what stood inside is lost."""
    inside = document.get("name")
    if isinstance(inside, str) and (known := plain(inside)):
        return known, False
    outside = name_of(file)
    return (outside, True) if not whole and NAME.fullmatch(outside) else ("", False)


def plain(name):
    """A name as `my_work` takes it: one way to write each letter, no capitals, on one line."""
    return arrived(unicodedata.normalize("NFC", name)).strip().casefold()


def _said(document, entries, whole, large):
    lost = len(document["entries"]) - len(entries)
    told = []
    if large:
        told.append(f"Larger than {LARGEST // 1_000_000} MB: only its beginning was read.")
    if not whole:
        told.append(
            "Cut off or damaged: what stands whole in it was rescued, and more may be missing. Ask for the "
            "file again."
        )
    if is_newer(document):
        told.append("A newer version of Whose Words? wrote it: what this one knows of it was read.")
    if lost:
        told.append(f"Left out, since they are no answers: {lost} of its entries.")
    return told
