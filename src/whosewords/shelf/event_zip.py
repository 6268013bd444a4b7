"""An event as one zip, and back. A zip is never unpacked as it says: only files that an event has are read,
under names of ours, and no more bytes of them than an event may have, whatever the zip says it holds."""

import io
import re
import zipfile
import zlib

from .. import files
from ..problems import Problem, arrived
from . import own_texts
from .event_folder import ENDING, READ_ME, REVIEWS, TEXTS, Folder, private
from .event_tables import LARGEST, MOST_TEXTS, TABLES, parsed

LARGEST_ZIP = 50_000_000  # bytes of the zip itself
LARGEST_TEXT = 16_000_000  # bytes of one text
LARGEST_REVIEW = 100_000  # bytes of one review
MOST_OF = {TEXTS: LARGEST_TEXT, REVIEWS: LARGEST_REVIEW}
MOST_BYTES = 60_000_000  # that are read of all files together
MOST_FILES = 2_000  # that are looked at
MOST_REVIEWS = 60
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError, RuntimeError)
OF_THE_COMPUTER = re.compile(r"(?:^|/)(?:__MACOSX|\.[^./][^/]*|thumbs\.db|desktop\.ini)(?:/|$)", re.I)
REVIEW = re.compile(r"[^\W_][\w-]{0,90}\.csv")


def zipped(folder):
    """An event as the bytes of a zip: tables, texts and reviews, without the earlier states."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{folder.name}/{READ_ME}", (folder.path / READ_ME).read_bytes()
                         if (folder.path / READ_ME).is_file() else b"")  # fmt: skip
        for path in _of_event(folder):
            archive.write(path, f"{folder.name}/{path.relative_to(folder.path).as_posix()}")
    return out.getvalue()


def _of_event(folder):
    listed = [folder.file(table) for table in TABLES]
    listed += [folder.text_file(name) for name in folder.texts()]
    reviews = folder.path / REVIEWS
    listed += sorted(reviews.glob(f"*{ENDING}"))[:MOST_REVIEWS] if reviews.is_dir() else []
    return [path for path in listed if path.is_file() and not path.is_symlink()]


def exported(folder, target):
    """Write an event as a zip to a path that is free. Raises `Problem`, `CannotSave`. Gives the path."""
    if target.exists():
        raise Problem(f"There is already a file “{target.name}” in {target.parent}. Choose another name.")
    content = zipped(folder)
    if len(content) > LARGEST_ZIP:
        raise Problem(
            f"As a zip this event has more than {LARGEST_ZIP // 1_000_000} MB. Drop blocks or texts from it."
        )
    with files.whole(target) as file:
        file.write(content)
    return target


def contents(source, name="the zip"):
    """What a zip holds of an event: ({path in an event: bytes}, sentences about what was left out).

    source: a path, or the bytes of a zip. Raises `Problem` where it holds no event.
    """
    raw = source if isinstance(source, bytes) else _whole(source)
    found, told, left = {}, [], MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
            if len(members) > MOST_FILES:
                raise Problem(f"“{name}” holds more than {MOST_FILES:,} files, so it can be no event.")
            root = _root([member.filename for member in members])
            for member in members:
                place = _place(member, root)
                if place is None:
                    told += _left_out(member)
                    continue
                kind = place.partition("/")[0]
                if kind == REVIEWS and sum(one.startswith(REVIEWS) for one in found) >= MOST_REVIEWS:
                    told.append(f"“{arrived(place)}” was left out: {MOST_REVIEWS} reviews are the most.")
                    continue
                content = _read(archive, member, min(MOST_OF.get(kind, LARGEST), left))
                if content is None:
                    told.append(f"“{arrived(place)}” is damaged, has a password, or is too large. Left out.")
                    continue
                left -= len(content)
                found[place] = content
    except BROKEN:
        raise Problem(f"“{name}” is no whole zip. Ask for it again, or give the folder itself.") from None
    if f"event{ENDING}" not in found:
        raise Problem(f"“{name}” holds no event of this module: there is no file event{ENDING} in it.")
    return found, told


def _whole(path):
    try:
        if not path.is_file():
            raise Problem(f"There is no zip “{path.name}” in {path.parent}.")
        with path.open("rb") as file:
            raw = file.read(LARGEST_ZIP + 1)
    except OSError as error:
        raise Problem(f"“{path.name}” could not be read ({error.strerror or error}).") from None
    if len(raw) > LARGEST_ZIP:
        raise Problem(f"“{path.name}” has more than {LARGEST_ZIP // 1_000_000} MB, more than an event has.")
    return raw


def _root(names):
    """The folder of the zip that holds the event: where the first `event.csv` stands that is least deep."""
    there = [name for name in names if name.rpartition("/")[2] == f"event{ENDING}"]
    return min(there, key=lambda name: name.count("/"), default="").rpartition("event")[0]


def _place(member, root):
    """Where a file of a zip stands in an event; None for what an event does not have."""
    name = member.filename
    if member.is_dir() or not name.startswith(root) or (member.external_attr >> 28) == 0xA:  # a link
        return None
    place = name[len(root) :]
    folder, _, file = place.rpartition("/")
    stem, _, kind = file.rpartition(".")
    known = (
        (not folder and f".{kind}" == ENDING and stem in TABLES)
        or (folder == TEXTS and f".{kind}" == own_texts.ENDING and own_texts.NAME.fullmatch(stem))
        or (folder == REVIEWS and REVIEW.fullmatch(file))
    )
    return place if known and stem not in own_texts.RESERVED else None


def _left_out(member):
    name = member.filename
    if member.is_dir() or OF_THE_COMPUTER.search(name) or name.endswith(READ_ME):
        return []
    return [f"“{arrived(name)}” is no part of an event and was left out."]


def _read(archive, member, most):
    """The bytes of a file in a zip; None for what is damaged or larger than it may be."""
    try:
        with archive.open(member) as opened:
            content = opened.read(most + 1)
    except BROKEN:
        return None
    return content if len(content) <= most else None


def unpacked(found, target):
    """Write what `contents` gave into an empty folder, and give it as a `Folder` together with sentences."""
    folder, told, texts = Folder(target), [], 0
    folder.make()
    for place, content in sorted(found.items()):
        if place.startswith(TEXTS):
            texts += 1
            if texts > MOST_TEXTS:
                told.append(f"“{place}” was left out: an event has {MOST_TEXTS} texts at most.")
                continue
        elif "/" not in place:
            try:
                parsed(place.removesuffix(ENDING), content.decode("utf-8", "replace"))
            except ValueError as error:
                told.append(f"“{place}” cannot be read ({arrived(error)}) and was left out.")
                continue
        private((folder.path / place).parent)
        files.write(folder.path / place, content.decode("utf-8", "replace"))
    return folder, told
