"""The folder of an event of one's own: its tables, its texts, and every earlier state of what was changed.

Each change reads the one table it is about, changes it and writes it anew, whole or not at all, so that two
notebooks and a program that dies in mid-save cost nothing. Before something is deleted or written over, the
file as it was goes into `earlier/`. A folder that was opened to be read is never written.
"""

import os
import secrets
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from .. import files
from ..problems import Problem, arrived
from ..session import session
from . import own_texts
from .event_tables import (
    FORMAT,
    LARGEST,
    MOST_ROWS,
    TABLES,
    VERSION,
    as_text,
    blank,
    cell,
    decoded,
    grown,
    key_of,
)
from .event_tables import parsed as rows_in

ENDING = ".csv"
TEXTS, EARLIER, REVIEWS = "texts", "earlier", "reviews"
READ_ME = "read_me.txt"
MOST_EARLIER = 30_000_000  # bytes of earlier states; beyond it the oldest go
ABOUT = (
    "This folder is one event of “Whose Words?”: up to six texts about it, and what its author made of\n"
    'them. To open it: write new_event("the path of this folder") in a lesson. Every .csv file opens in a\n'
    "spreadsheet; save it there as CSV again. texts/ holds the texts as they were saved: they belong to\n"
    "whoever wrote them and are for you alone. earlier/ holds what was changed or deleted, with the time.\n"
)
READ_ONLY = (
    "This event was opened to be read, and nothing in it is changed. To work on a copy of your own, write "
    'new_event({path!r}, copy="my_copy").'
)


class Folder:
    """An event on the disk. `notes`: sentences about what was found damaged while it was read.

    may_write: False for somebody else's.
    """

    def __init__(self, path, may_write=True):
        self.path, self.may_write, self.notes = Path(path), may_write, []
        self._kept: dict = {}

    @property
    def name(self):
        return self.path.name

    def file(self, table):
        """The path of a table."""
        return self.path / f"{table}{ENDING}"

    # ---- reading

    def rows(self, table):
        """The rows of a table, as dictionaries of text; none where there is no file."""
        path = self.file(table)
        stamp = files.stamp(path)
        if table not in self._kept or self._kept[table][0] != stamp:
            self._kept[table] = stamp, self._read(table)
        return [dict(row) for row in self._kept[table][1]]

    def get(self, table, *key):
        """The row that is known by `key`, an empty one where there is none.

        Of a table of named things: `get("brief", "title")["is"]`.
        """
        wanted = tuple(map(str, key))
        return next((row for row in self.rows(table) if key_of(table, row) == wanted), blank(table))

    def said(self, table, what):
        """What is said under a name in a table of named things, "" for nothing."""
        return self.get(table, what)["is"]

    def _read(self, table):
        path = self.file(table)
        try:
            text = decoded(bytes_of(path, LARGEST))
        except FileNotFoundError:
            return []
        except OSError as error:
            self._note(f"“{path.name}” could not be read ({error.strerror or error}).")
            return []
        except ValueError as error:
            return self._damaged(path, str(error))
        try:
            return rows_in(table, text)
        except ValueError as error:
            return self._damaged(path, str(error))

    def _damaged(self, path, why):
        """What is said of a table that cannot be read; in an event of one's own it is kept aside, and the
        last state that can be read takes its place."""
        if not self.may_write:
            self._note(f"“{path.name}” cannot be read ({arrived(why)}), so what stood in it is missing here.")
            return []
        with suppress(OSError, files.CannotSave):
            self.keep_aside(path, "damaged")
        for earlier in reversed(self.earlier(path.stem)):
            with suppress(OSError, ValueError):
                rows = rows_in(path.stem, bytes_of(earlier, LARGEST).decode("utf-8"))
                self._note(
                    f"“{path.name}” was damaged ({arrived(why)}). The state before it is shown, and the "
                    f"damaged file is kept in the folder {EARLIER}."
                )
                return rows
        self._note(f"“{path.name}” was damaged ({arrived(why)}). It is kept in the folder {EARLIER}.")
        return []

    def _note(self, sentence):
        if sentence not in self.notes:
            self.notes.append(sentence)

    # ---- writing

    def put(self, table, *rows):
        """Write rows in place of those that are known by the same; what a row does not say stays."""
        new = {}
        for row in rows:
            unknown = [column for column in row if column not in TABLES[table]]
            if unknown:
                raise Problem(f"The table “{table}” has no column “{arrived(unknown[0])}”.")
            row = {column: cell(value, column) for column, value in row.items()}
            new[key_of(table, row)] = row

        def changed(known):
            rows = {key_of(table, row): row for row in known}
            for key, row in new.items():
                rows[key] = rows.get(key, blank(table)) | row
            return list(rows.values())

        self.change(table, changed)

    def say(self, table, **said):
        """Write named things, such as say("brief", title="The pier")."""
        self.put(table, *({"what": what, "is": value} for what, value in said.items()))

    def drop(self, table, *key):
        """Delete the row that is known by `key`."""
        wanted = tuple(map(str, key))
        self.change(table, lambda known: [row for row in known if key_of(table, row) != wanted])

    def change(self, table, how):
        """Write a table anew: how takes its rows as they are on the disk and gives new ones."""
        self.may_be_written()
        path = self.file(table)
        self.make()
        with files.held(self.path / "event") as mine:
            if mine is False:
                raise files.CannotSave(
                    f"“{path.name}” is being written by another notebook. Try again in a moment."
                )
            before = self.rows(table)
            after = how([dict(row) for row in before])
            if len(after) > MOST_ROWS:
                raise Problem(f"The table “{table}” holds {MOST_ROWS:,} rows at most.")
            if after == before and path.exists():
                return
            text = as_text(table, after)
            if len(text.encode("utf-8")) > LARGEST:
                raise Problem(f"The table “{table}” would be larger than {LARGEST // 1_000_000} MB.")
            if not grown(before, after, table):
                self.keep_aside(path)
            files.write(path, text)
            self._kept.pop(table, None)
            for row in after if table == "texts" else ():  # a text is read anew with its new dates
                session().articles.pop(row["text"], None)
            _sweep(path)

    def may_be_written(self):
        """Raises `Problem` where this is somebody else's event."""
        if not self.may_write:
            raise Problem(READ_ONLY.format(path=str(self.path)))

    def make(self):
        """Make the folder with its note, for nobody else to read, unless it is there."""
        if (self.path / READ_ME).exists():
            return
        private(self.path.parent)
        private(self.path)
        files.write(self.path / READ_ME, ABOUT)

    def begin(self, made_by=""):
        """Say in the folder what it is."""
        if not self.said("event", "format"):
            self.say("event", format=FORMAT, version=VERSION, made_by=made_by, id=secrets.token_hex(6))

    # ---- texts

    def texts(self):
        """The texts in the folder, {short name: `OwnText`}, in the order in which they were taken in; one
        that cannot be read is told and left out."""
        found = {}
        for row in self.rows("texts"):
            name = row["text"]
            if not own_texts.NAME.fullmatch(name):
                self._note(f"“{arrived(name)}” can be no short name of a text and was left out.")
                continue
            try:
                found[name] = own_texts.opened(self.text_file(name), name)
            except Problem as problem:
                self._note(str(problem))
        return found

    def text_file(self, name):
        """The file of a text."""
        return self.path / TEXTS / f"{name}{own_texts.ENDING}"

    def keep_text(self, text):
        """Keep a copy of a text (`OwnText`) in the folder, where it is another one than lies there."""
        self.may_be_written()
        path, content = self.text_file(text.name), own_texts.as_toml(text)
        with suppress(OSError):
            if path.read_text(encoding="utf-8") == content:
                return
        self.make()
        private(path.parent)
        if path.exists():
            self.keep_aside(path)
        files.write(path, content)

    # ---- earlier states

    def earlier(self, stem=""):
        """The files that were changed or deleted, oldest first; of one table where it is named."""
        try:
            found = sorted(path for path in (self.path / EARLIER).iterdir() if not path.name.startswith("."))
        except OSError:
            return []
        return [path for path in found if not stem or path.name.endswith(f"__{stem}{ENDING}")]

    def keep_aside(self, path, why=""):
        """Keep a file of the folder as it is now among the earlier states, where it is there."""
        if not path.is_file():
            return
        private(self.path / EARLIER)
        at = f"{datetime.now(UTC):%Y-%m-%d_%H-%M-%S-%f}{'_' * bool(why)}{why}"
        files.set_aside(path, self.path / EARLIER / f"{at}__{path.name}")
        self._thin_out()

    def _thin_out(self):
        """Delete the oldest states beyond the size that is kept; the latest stays whatever its size is."""
        kept = 0
        for number, path in enumerate(reversed(self.earlier())):
            with suppress(OSError):
                kept += path.stat().st_size
                if number and kept > MOST_EARLIER:
                    path.unlink()


def private(folder):
    """Make a folder that nobody else may look into, unless it is there. Raises `CannotSave`."""
    if not folder.is_dir():
        files.make(folder)
        with suppress(OSError):  # a drive that knows no such rights
            folder.chmod(0o700)


def is_event(path):
    """Whether a folder holds an event.

    >>> is_event("no such folder")
    False
    """
    return (Path(path) / f"event{ENDING}").is_file()


def copied(source, target):
    """A copy of an event as one's own, without its earlier states and reviews. source, target: `Folder`s."""
    target.make()
    for table in TABLES:
        rows = source.rows(table)
        if rows:
            target.change(table, lambda _, rows=rows: rows)
    for text in source.texts().values():
        target.keep_text(text)
    target.notes += source.notes
    return target


def delete_made(path):
    """Take away a folder that was being made when something failed."""
    shutil.rmtree(path, ignore_errors=True)


def bytes_of(path, most):
    """What a file holds; raises `ValueError` where it is too large, `OSError` where it cannot be read."""
    if path.exists() and not path.is_file():  # a pipe would be waited for without end
        raise OSError("it is no file")
    with path.open("rb") as file:
        raw = file.read(most + 1)
    if len(raw) > most:
        raise ValueError(f"it is larger than {most // 1_000:,} kB")
    return raw


def _sweep(path):
    """Remove what a program left behind that was ended while it wrote. Only for who holds the file."""
    with suppress(OSError):
        for left in path.parent.glob(f".{path.name}.*.tmp"):
            os.unlink(left)
