"""A student's work as one JSON file that survives crashes, two open notebooks and other versions of this
module.

The file is the memory: each change reads it, changes one entry and writes it anew, so that it does not matter
which notebook wrote last or in which order cells were run. Only what could not be written waits in the
program.
"""

import atexit
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from weakref import WeakSet

from .. import files
from ..problems import Problem
from .work_format import VERSION, Damaged, as_text, empty, is_newer, later_than, merged, parse, rescued

LARGEST = 5_000_000  # bytes; a year of lessons stays far below
ROOM = 0.9  # of it is filled where more was found, so that new answers have a place
LAST_PATIENCE = 20  # seconds that a program waits at its end for others who write
FORGOTTEN = (
    "This browser keeps nothing here: your answers are gone when this page is closed or loaded again. "
    "Download your work before you leave."
)
_unsaved: WeakSet = WeakSet()  # work files that hold what is not on the disk yet


class WorkFile:
    """The work of one student at `path`.

    `entries()` reads, `change()` writes. `notes` are sentences for the student about what was found when
    reading; `trouble` is the reason why something is not on the disk yet, or "". `closed` is the reason why
    nothing may be written, or "": what is answered all the same waits here and is refused with that sentence.
    """

    def __init__(self, path, name="", closed=""):
        self.path = Path(path)
        self.name = name
        self.closed = closed
        self.waiting = {}
        self.notes = []
        self.trouble = ""

    @property
    def beside(self):
        """Where work goes when the file itself belongs to a newer version of this module."""
        return self.path.with_name(f"{self.path.stem}_version_{VERSION}{self.path.suffix}")

    @property
    def backup(self):
        """Where the state before the last change is kept."""
        return _backup(self.path)

    @property
    def lost(self):
        """Whether the file is gone and the state before it is not."""
        return not self.path.exists() and self.backup.is_file()

    def entries(self):
        """Everything known, by id: a dictionary of dictionaries."""
        if not self.path.exists() and not self.beside.exists():
            return dict(self.waiting)
        try:
            try:
                _, _, known = self._load(read)
            except Damaged:  # whoever mends writes, and so holds the file
                with files.held(self.path):
                    _, _, known = self._load(self._mended)
        except Problem as problem:
            self._note(str(problem))
            known = {}
        return merged(known, self.waiting)

    def get(self, entry_id):
        """One entry, or an empty dictionary. What is not a dictionary is not ours to read."""
        entry = self.entries().get(entry_id)
        return dict(entry) if isinstance(entry, dict) else {}

    def change(self, entry_id, how):
        """Change one entry, save, and return it. how: takes the old entry (empty where there is none), gives
        the new.

        Where the file cannot be written the entry waits here, `trouble` says why, and the next change tries
        again.
        """
        kept = {}

        def changed(known):
            old = known.get(entry_id) if isinstance(known.get(entry_id), dict) else {}
            kept.update({**how(dict(old)), "at": later_than(old.get("at", ""))})
            return {entry_id: kept}

        if self.closed:
            self.waiting.update(changed(self.entries()))
            raise Problem(f"{self.closed} Your answer waits until then.")
        self._write(changed)
        return dict(kept)

    def add(self, entries):
        """Add entries from elsewhere; each wins only over an older one. Saved like a change.

        Raises `Problem`, and adds nothing, where the file would grow larger than it can be read again.
        """
        if self.closed:
            raise Problem(self.closed)
        together = {"entries": merged(self.entries(), entries)}
        if _size(as_text(together)) > LARGEST:
            raise Problem(
                f"With these {len(entries)} answers your work file would have more than "
                f"{LARGEST // 1_000_000} MB, more than can be read again. Nothing was added. Take another "
                'name for them, such as my_work("blue-8"), and load them there.'
            )
        self._write(lambda known: entries)

    def delete(self):
        """Delete the work and everything that was kept beside it: the state before, damaged files. Returns
        the names of the files that are gone."""
        with files.held(self.path) as mine:
            if mine is False:
                raise Problem(
                    "Another lesson is saving right now, so nothing was deleted: run the line again."
                )
            named = f"{self.path.stem}_damaged_*{self.path.suffix}"
            aside = [*self.path.parent.glob(named), self.beside, _backup(self.beside)]
            ours = (self.path, _backup(self.path), *aside)
            for link in filter(Path.is_symlink, ours):
                files.delete(link.resolve())
            gone = [each.name for each in ours if files.delete(each)]
            self.waiting, self.notes[:], self.trouble = {}, [], ""
            _unsaved.discard(self)
            _sweep(self.path)
        files.delete(files.lock_of(self.path))
        return gone

    def save(self, patience=files.PATIENCE):
        """Try again to save what waits here. patience: seconds to wait for another notebook that writes."""
        if self.waiting and not self.closed:
            self._write(lambda known: {}, patience)

    def _write(self, new, patience=files.PATIENCE):
        with files.held(self.path, patience) as alone:
            known = {}
            try:
                target, document, known = self._load(self._mended)
            except Problem as problem:
                self.trouble = _kept_here(problem)
                target = None
            self.waiting = merged(self.waiting, new(merged(known, self.waiting)))
            _unsaved.add(self)
            if target is None:
                return
            document["entries"] = merged(document["entries"], self.waiting)
            try:
                if alone is False:
                    raise files.CannotSave(f"“{target.name}” is being written by another notebook.")
                text = as_text(document)
                if _size(text) > LARGEST:
                    raise files.CannotSave(f"“{target.name}” would be too large to be read again.")
                _back_up(target)
                files.write(target, text)
            except Problem as problem:
                self.trouble = _kept_here(problem)
                return
            self.waiting, self.trouble = {}, "" if files.lasts(target) else FORGOTTEN
            _unsaved.discard(self)
            if alone:
                _sweep(target)

    def _load(self, whole):
        """(the file that this version may write, its document, all entries known)."""
        document = self._there(self.path, whole)
        if is_newer(document):
            self._note(
                f"“{self.path.name}” was written by a newer version of Whose Words?. It is left as it is. "
                f"New answers go to “{self.beside.name}” beside it."
            )
            ours = self._there(self.beside, whole)
            return self.beside, ours, merged(document["entries"], ours["entries"])
        if self.beside.exists():
            document["entries"] = merged(document["entries"], self._there(self.beside, whole)["entries"])
        return self.path, document, document["entries"]

    def _there(self, path, whole):
        """The document at `path`, as `whole` reads it; empty where there is no file."""
        try:
            return whole(path) if path.exists() else empty(self.name)
        except OSError as problem:
            raise Problem(f"“{path.name}” could not be read ({problem.strerror or problem}).") from problem

    def _mended(self, path):
        """The document at `path`, mended and written anew where it is damaged."""
        try:
            return read(path)
        except Damaged as damage:
            text = damage.text
        document = empty(self.name)
        document["entries"] = rescued(text)
        with suppress(Damaged, OSError):  # without a good earlier state, the file itself gives all there is
            document["entries"] = merged(read(_backup(path))["entries"], document["entries"])
        document["entries"] = _that_fit(document["entries"])
        count = len(document["entries"])
        aside = path.with_name(f"{path.stem}_damaged_{datetime.now(UTC):%Y%m%d_%H%M%S_%f}{path.suffix}")
        kept = "It was left as it is."
        with suppress(OSError, Problem):
            if (
                _size(as_text(document)) <= LARGEST
            ):  # else it would count as damaged again, and be copied again
                files.set_aside(path, aside)
                files.write(path, as_text(document))
                kept = f"The damaged file is kept as “{aside.name}”."
        self._note(
            f"Your work file was damaged: it was cut off, or another program changed it. {kept} "
            f"{count} answer{'s' * (count != 1)} could be rescued."
        )
        return document

    def _note(self, sentence):
        if sentence not in self.notes:
            self.notes.append(sentence)


def read(path):
    """The document in a file; raises `Damaged` where it is no whole work file, `OSError` where it cannot
    be read."""
    path = Path(path)
    if path.exists() and not path.is_file():  # a pipe would be waited for without end
        raise OSError("it is no file")
    with path.open("rb") as file:
        raw = file.read(LARGEST + 1)
    text = raw.decode("utf-8", errors="replace")
    if len(raw) > LARGEST:
        raise Damaged(text)
    return parse(text)


def _that_fit(entries):
    """Of entries that would fill more than can be read again, the later ones."""
    rows = sorted(entries.items(), key=lambda row: str(row[1].get("at")), reverse=True)
    while _size(as_text({**empty(), "entries": dict(rows)})) > LARGEST * ROOM:
        rows = rows[: len(rows) * 9 // 10]
    return dict(rows)


def _size(text):
    return len(text.encode("utf-8"))


@atexit.register
def _save_the_rest():
    """What another notebook kept from being saved is saved before the program ends."""
    for work in list(_unsaved):
        work.save(LAST_PATIENCE)


def _kept_here(problem):
    return (
        f"{problem} Your answers are kept in this notebook until you close it, and every new answer tries "
        "to save them again."
    )


def _backup(path):
    return path.with_name(path.name + ".bak")


def _back_up(path):
    """Keep the state before this one, where it is a whole one."""
    with suppress(OSError, Damaged):  # what cannot be read is no state to keep; writing it anew will tell
        files.write(_backup(path), as_text(read(path)))


def _sweep(path):
    """Remove what a program left behind that was ended while it wrote. Only for who holds the file."""
    with suppress(OSError):
        for left in path.parent.glob(f".{path.name}*.tmp"):
            left.unlink()
