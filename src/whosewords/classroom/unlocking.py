"""Unlocking articles by a button: which are in blocks, and what somebody has of them."""

from pathlib import Path
from tempfile import TemporaryDirectory

from ..problems import Problem
from ..shelf import unlocking
from ..shelf.catalogue import articles
from ..shelf.listed import EDITIONS
from .replies import Line, Reply

HOW = (
    "You have an article yourself? Paste its text, or choose files with it: texts or saved pages. It stays "
    "on this computer, and nothing is fetched from the web."
)
NOTHING = "Paste a text or choose a file first."


def unlock(*sources):
    """Unlock articles that you have: unlock() shows where to put them, unlock("neo.txt") takes a file."""
    return unlocking.unlock(*sources) if sources else Unlocking()


class Unlocking:
    """Which articles are in blocks. Printed, it says how to unlock one by typing."""

    def lines(self):
        """Each article with its state, in words."""
        listed = (articles[name] for name in EDITIONS)
        return [f"{one.name}: {'in blocks' if one.locked else 'unlocked'}." for one in listed]

    def take(self, pasted="", uploads=()):
        """Unlock what is given, and tell what each thing was. uploads: (name, bytes) of chosen files."""
        told = []
        if pasted.strip():
            told += str(unlocking.unlock(pasted if "\n" in pasted else f"{pasted}\n")).splitlines()
        if uploads:
            with TemporaryDirectory(prefix="whosewords-") as folder:
                for number, (name, content) in enumerate(uploads):
                    place = Path(folder, str(number))
                    place.mkdir()
                    (place / (Path(name).name or "file.txt")).write_bytes(content)
                    told += str(unlocking.unlock(place)).splitlines()
        if not told:
            raise Problem(NOTHING)
        first, *others = told
        return Reply("saved", (Line("lead", first), *(Line("", line.strip()) for line in others)))

    def __repr__(self):
        return "\n".join([*self.lines(), HOW, 'Typed: unlock("name of the file")'])
