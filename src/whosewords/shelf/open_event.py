"""The event of one's own that is open: its texts on the shelf, and what its author noted of them by hand.

Rooms above ask here for the rows of its tables, under the names that its texts have on this shelf, so that
every call knows of a student's own voices, names, grids and dates. Where no event is open there are none.
"""

from dataclasses import dataclass, replace

from ..problems import Problem
from ..session import session
from . import own_texts
from .event_folder import Folder
from .event_tables import MOST_TEXTS

ELSEWHERE = (
    "“{name}” on your shelf is another text than in this event, so the event’s is called “{here}” here."
)


@dataclass(frozen=True)
class Open:
    """An open event. called: {name of a text in its folder: its short name on this shelf}."""

    folder: Folder
    called: dict

    @property
    def names(self):
        """The short names of its texts, in order."""
        return list(self.called.values())

    def there(self, name):
        """What a text of this shelf is called in the folder."""
        return next((there for there, here in self.called.items() if here == name), name)

    def rows(self, table):
        """The rows of a table, with the names that the texts have here. Rows of texts that are not in the
        event any more stay in the file and are left aside."""
        rows = self.folder.rows(table)
        if not rows or "text" not in rows[0]:
            return rows
        named = [row | {"text": self.called[row["text"]]} for row in rows if row["text"] in self.called]
        return named + [row for row in rows if not row["text"]]


def opened():
    """The event that is open, None where there is none."""
    return session().event


def rows(table, text=None):
    """The rows of a table of the open event; of one text where it is named. None are there without one."""
    event = opened()
    found = event.rows(table) if event else []
    return found if text is None else [row for row in found if row["text"] == text]


def is_own(name):
    """Whether a short name is a text of the open event.

    >>> is_own("trt")
    False
    """
    event = opened()
    return bool(event) and name in event.called.values()


def open_folder(folder):
    """Open an event: its texts come to the shelf. What was open before is closed. Gives it as `Open`."""
    close()
    called = {}
    for name, text in list(folder.texts().items())[:MOST_TEXTS]:
        called[name] = _shelved(folder, text)
    session().event = Open(folder, called)
    for name in called.values():
        session().articles.pop(name, None)
    return session().event


def close():
    """Close the open event; texts that came along with somebody else's leave the shelf."""
    for name in session().event.names if session().event else ():
        session().articles.pop(name, None)  # its dates are noted in the event
    session().event = None
    session().guests.clear()


def _shelved(folder, text):
    """Put a text of an event on the shelf, and give its short name there."""
    mine = _on_shelf(text.name)
    known = folder.may_write or text.sealed  # whoever has the full text reads it, and not the blocks
    if mine and (mine == text or (known and mine.same_source(text))):
        return text.name
    here = own_texts.free(text.name)
    if here != text.name:
        folder.notes.append(ELSEWHERE.format(name=text.name, here=here))
    if folder.may_write and here == text.name:
        own_texts.keep(text)
    else:
        session().guests[here] = replace(text, name=here)
    return here


def _on_shelf(name):
    try:
        return own_texts.get(name) if name in own_texts.names() else None
    except Problem:
        return None


def taken_in(name):
    """Take a text of the shelf into the open event. Raises `Problem`."""
    event = writable()
    if name in event.called.values():
        return
    if len(event.called) >= MOST_TEXTS:
        raise Problem(f"An event has {MOST_TEXTS} texts at most. Take one out first.")
    text = own_texts.get(name)
    event.folder.keep_text(text)
    event.folder.put("texts", {"text": name, "posted": text.facts.get("date", "")})
    event.called[name] = name


def taken_out(name):
    """Take a text out of the open event. It stays on the shelf, and its file and what was noted of it stay in
    the folder, so that it can be taken in again."""
    event = writable()
    there = event.there(name)
    event.folder.drop("texts", there)
    event.called.pop(there, None)


def kept_in_step():
    """Copy what was changed in the texts on the shelf (add_text) into the folder of the open event."""
    event = opened()
    if not event or not event.folder.may_write:
        return
    for there, here in event.called.items():
        text = _on_shelf(here)
        if text and there == here and here not in session().guests and not _in_blocks(event.folder, there):
            event.folder.keep_text(text)


def _in_blocks(folder, name):
    """Whether a text came in blocks: then the full one stays out of the folder, which is handed on."""
    try:
        return own_texts.opened(folder.text_file(name), name).sealed is not None
    except Problem:
        return False


def writable():
    """The open event, which must be there and one's own. Raises `Problem`."""
    event = opened()
    if event is None:
        raise Problem('No event is open. Write new_event("my_event") first.')
    event.folder.may_be_written()
    return event
