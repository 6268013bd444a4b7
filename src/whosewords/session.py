"""What a running program remembers of whoever sits before it, as one object that can be put away whole.

Nothing of this is written by itself: it is what could not be saved, what was read from this reader's folder,
and what need not be told twice. Where something is written for everybody, `nobody()` puts an empty session in
its place, so that neither a full text nor an answer nor a name of this reader can get into it.
"""

from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from . import files


@dataclass
class Session:
    """Who sits here, and what is kept for them until the program ends.

    folder: where their files lie, None where `files.home` decides. name: their pseudonym, "" for none, None
    where nobody has looked yet. seen: the name that was taken at this computer when it was last looked at.
    leaving: what is called when somebody else sits down. work_files: path → work file. texts: edition → full
    text that could not be saved. entries: a list of loaded words that could not be saved. articles: id →
    (file of this reader that it was read from, that file's stamp, article). own_texts: short name → text of
    one's own that could not be saved. guests: short name → text of somebody else's event that was opened.
    event: the folder of the event that is open (`shelf.event_folder.Folder`), None for none.
    """

    folder: Path | None = None
    name: str | None = None
    seen: str = ""
    leaving: list = field(default_factory=list)
    work_files: dict = field(default_factory=dict)
    texts: dict = field(default_factory=dict)
    entries: tuple | None = None
    articles: dict = field(default_factory=dict)
    own_texts: dict = field(default_factory=dict)
    guests: dict = field(default_factory=dict)
    event: Any = None

    @property
    def home(self):
        """The folder that holds what belongs to this reader alone. It is not created here."""
        return self.folder or files.home()


_sessions = [Session()]


def session():
    """The session of whoever sits here now."""
    return _sessions[-1]


def home():
    """The folder that holds what belongs to this reader alone: full texts, answers, a list of their own."""
    return session().home


@contextmanager
def somebody(new):
    """Another session for as long as the block lasts; the one before it comes back untouched."""
    _sessions.append(new)
    try:
        yield new
    finally:
        _sessions.pop()


@contextmanager
def nobody():
    """A reader who has unlocked no article, answered nothing and made no list, while the block lasts.

    >>> with nobody() as reader:
    ...     reader.name = "blue-7"
    ...     session().name
    'blue-7'
    >>> session().name == "blue-7"
    False
    """
    with TemporaryDirectory(prefix="whosewords-") as empty, somebody(Session(folder=Path(empty))) as reader:
        yield reader
