"""What lies in a folder or in its zips, file by file: read, or said why not. Nothing is unpacked to the disk,
and no link is followed."""

import io
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ..classroom.work_file import LARGEST
from ..own_event.review_file import is_review
from ..problems import Problem
from ..shelf.event_folder import EARLIER, ENDING

RESULTS = "whose_words_class"  # the folder in which results are written; never read
MOST_SEEN = 100_000  # files, of which those that are called as work is are looked at first
MOST_FILES = 5_000  # that are looked at
MOST_BYTES = 400_000_000  # that are read in all, however much a zip says it holds
LARGEST_ZIP = 100_000_000  # bytes of a zip in a zip
SHOWN = ("event", "brief", "texts", "claims")  # tables of an event that a page shows something of
LARGEST_PART = 300_000  # bytes of one of these
DEEPEST = 2  # a zip, and a zip in it
HEAD = 4_000  # bytes that tell whether the rest can be a work file
IN = " › "  # between a zip and what stands in it
COULD_BE = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{|\xff\xfe|\xfe\xff")  # JSON of a table, or 16 bits a letter
OF_THE_COMPUTER = re.compile(
    r"(?:.*/)?(?:__MACOSX/.*|\.[^/]*|\.[^/]*/.*|~\$[^/]*|thumbs\.db|desktop\.ini|icon\r)", re.I
)
LINK = "Not read: a link to another place."
NO_FILE = "Not read: it is no file, or may not be opened."
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError, RuntimeError)
FULL = (
    f"Not looked at: more than {MOST_FILES:,} files, or than {MOST_BYTES // 1_000_000} MB in all. Give the "
    "folder of one class."
)


class Arrived(NamedTuple):
    """A file as it came. file: its path in the folder, with the zip that it stands in. raw: its bytes, one
    more than `LARGEST` at most, and only the first of what can be no work file; None where it was not read,
    and then `done` says why. home: whose home it lies in, "" where files were handed in."""

    file: str
    raw: bytes | None
    done: str = ""
    home: str = ""


class Full(Exception):
    """More was found than is read."""


class Budget:
    """How much may still be read."""

    def __init__(self, files, size):
        self.files, self.bytes = files, size

    def spend(self, files=0, size=0):
        self.files, self.bytes = self.files - files, self.bytes - size
        if self.files < 0 or self.bytes < 0:
            raise Full


def incoming(folder) -> Iterator[Arrived]:
    """Every file of a folder, its folders and its zips, as `Arrived`: first what is called as work is."""
    folder, left = Path(folder), Budget(MOST_FILES, MOST_BYTES)
    try:
        for path in sorted(islice(_walked(folder), MOST_SEEN), key=lambda path: (_turn(path.name), path)):
            yield from _of_disk(path, path.relative_to(folder).as_posix(), left)
    except Full:
        yield Arrived("(the rest)", None, FULL)


def is_of_the_computer(file):
    """Whether a computer made a file for itself, so that nobody handed it in.

    >>> is_of_the_computer("a.zip › __MACOSX/._my_work.json"), is_of_the_computer("a/my_work.json")
    (True, False)
    """
    return bool(OF_THE_COMPUTER.fullmatch(file.rpartition(IN)[2]))


def could_be_work(file, head):
    """Whether a file can be a work file, by its name or its first bytes.

    >>> could_be_work("my_work_blue-7.json", b""), could_be_work("x", b" {"), could_be_work("x.jpg", b"JFIF")
    (True, True, False)
    """
    return "my_work" in file.rpartition("/")[2].lower() or bool(COULD_BE.match(head))


def could_be_part(file, head):
    """Whether a file can be a table of an event that is shown, or a review, and has to be read whole.

    >>> could_be_part("a.zip › pier/brief.csv", b""), could_be_part("pier/voices.csv", b"text")
    (True, False)
    """
    stem, dot, ending = last_of(file).rpartition(".")
    return is_review(head) or (bool(dot) and f".{ending}" == ENDING and stem in SHOWN)


def last_of(file):
    """The last part of a path, in a zip too."""
    return re.split(rf"/|\\|{IN}", file)[-1]


def _turn(name):
    """When a file is looked at: first what is called as work is, then zips, then everything else."""
    return 0 if could_be_work(name, b"") else 1 if name.lower().endswith(".zip") else 2


def _walked(folder):
    """All that lies in a folder and its folders and is no folder itself; a folder that may not be opened
    stands for itself."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as found:
                parts = [(Path(one), one.is_dir(follow_symlinks=False)) for one in found]
        except OSError as error:
            if here == folder:
                raise Problem(
                    f"The folder “{folder.name}” could not be opened ({error.strerror or error})."
                ) from None
            yield here
            continue
        passed = {RESULTS, EARLIER} if any(path.name == f"event{ENDING}" for path, _ in parts) else {RESULTS}
        waiting += [path for path, is_folder in parts if is_folder and path.name not in passed]
        yield from (path for path, is_folder in parts if not is_folder)


def _of_disk(path, file, left):
    left.spend(files=1)
    try:
        state = path.lstat()
        if stat.S_ISLNK(state.st_mode):
            yield Arrived(file, None, LINK)
        elif not stat.S_ISREG(state.st_mode):
            yield Arrived(file, None, NO_FILE)
        elif path.suffix.lower() == ".zip":
            yield from _of_zip(path, file, left, DEEPEST)
        else:
            with path.open("rb") as opened:
                yield read(opened, file, left)
    except OSError as error:
        yield Arrived(file, None, f"Could not be read ({error.strerror or error}).")


def read(opened, file, left):
    """An opened file as `Arrived`: whole where it can be work, else its first bytes. left: a `Budget`."""
    raw = opened.read(HEAD)
    if could_be_work(file, raw):
        raw += opened.read(LARGEST + 1 - len(raw))
    elif could_be_part(file, raw):
        raw += opened.read(LARGEST_PART + 1 - len(raw))
    left.spend(size=len(raw))
    return Arrived(file, raw)


def _of_zip(source, file, left, deepest):
    """Every file of a zip. source: a path or an opened file. deepest: zips that may still be opened."""
    if not deepest:
        yield Arrived(file, None, "Not opened: a zip in a zip in a zip. Unpack it yourself.")
        return
    try:
        with zipfile.ZipFile(source) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            if not members:
                yield Arrived(file, None, "A zip with nothing in it.")
            for member in sorted(members, key=lambda one: (_turn(_name(one)), _name(one))):
                left.spend(files=1)
                yield from _member(archive, member, f"{file}{IN}{_name(member)}", left, deepest)
    except BROKEN:
        yield Arrived(file, None, "Not opened: it is no whole zip. Ask for it again, or unpack it yourself.")


def _member(archive, member, file, left, deepest):
    name = _name(member)
    if name.startswith(("/", "\\")) or ".." in re.split(r"[\\/]", name) or re.match(r"[A-Za-z]:", name):
        yield Arrived(file, None, "Not read: its name points out of the zip.")
    elif member.flag_bits & 0x1:
        yield Arrived(file, None, "Not read: the zip has a password. Unpack it yourself, then try again.")
    else:
        try:
            yield from _opened(archive, member, file, left, deepest)
        except BROKEN:
            yield Arrived(file, None, "Could not be read: the zip is damaged here.")


def _opened(archive, member, file, left, deepest):
    is_zip = file.lower().endswith(".zip")
    if is_zip and member.file_size > LARGEST_ZIP:
        yield Arrived(file, None, f"Not opened: more than {LARGEST_ZIP // 1_000_000} MB.")
        return
    with archive.open(member) as opened:
        if not is_zip:
            yield read(opened, file, left)
            return
        raw = opened.read(LARGEST_ZIP) if deepest > 1 else b""
    left.spend(size=len(raw))
    yield from _of_zip(io.BytesIO(raw), file, left, deepest - 1)


def _name(member):
    """A name in a zip. Where a program did not say how it wrote it, it is mostly UTF-8 all the same."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename
