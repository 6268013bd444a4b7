"""Another event for a class: saved pages become an event of the teacher's own, with drafts of all that a
lesson needs; what students get of it is made anew each time (docs/another-event.md)."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from .. import files
from ..own_event.opening import event_name, events_home, opened
from ..problems import Problem
from ..session import nobody
from ..shelf import open_event
from ..shelf.event_folder import Folder, is_event
from ..shelf.event_tables import MOST_TEXTS
from ..shelf.event_zip import zipped
from ..voices.by_hand import begins
from . import event_keys
from .event_handed_out import laid_out, refuse_long_quotes
from .event_lesson import Lesson, drafted
from .event_names import drafted_names
from .event_pages import read_pages
from .event_told import told

LESSON, HAND_OUT, NEXT = "lesson", "hand_out", "read_me_first.txt"


def write(name, pages=(), in_full=()):
    """Make or go on with the event `name`: sentences that say what was made, and what is for its teacher.

    pages: files and folders. in_full: pairs of (short name of a text, why it may be handed out in full). What
    its teacher corrected stays, however often it is called. Raises `Problem`, and then adds no page.
    """
    short = event_name(name)
    event_name(f"my_{short}")
    folder = Folder(events_home() / short)
    there = is_event(folder.path)
    if not there and not pages:
        raise Problem(
            f"There is no event called “{short}” yet. Give its pages, two to {MOST_TEXTS} files or a folder: "
            f"python3 start.py event {short} page_1.html page_2.html"
        )
    new = read_pages(pages, [row["text"] for row in folder.rows("texts")] if there else [])
    folder.begin()
    event = opened(folder)
    open_event.kept_in_step()
    for adding in new:
        event.take(adding.put().text.name)
    for text, why in in_full:
        event.put("texts", text=text, in_full=why)
    _draft(event)
    drafted(folder.path / LESSON)
    return _handed_out(event)


def _draft(event):
    """Note what pages say of themselves and what rules propose, wherever nothing is noted yet."""
    if not event.said("event", "title"):
        event.tell(title=event.name.replace("_", " ").capitalize())
    for name in event.names:
        posted = event.row("texts", text=name)["posted"]
        event.put("texts", text=name, posted=_in_words(posted))
        if not event.rows("matrix", text=name):
            event.put("matrix", event=event.title, text=name, role="main")
    if not event.rows("names"):
        event.put_all("names", drafted_names(event.articles))
    _draft_precis(event)


def _in_words(day):
    """A day as a table of dates is read: “4 June 2025” for “2025-06-04”; anything else as it is."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{found.day} {found:%B %Y}"


def _draft_precis(event):
    """A row for each paragraph that will be in blocks; a précis follows its paragraph where numbers moved."""
    known = {(row["text"], row["begins"]): row["precis"] for row in event.rows("precis")}
    rows = []
    for article in event.articles:
        free = event.row("texts", text=article.id)["in_full"]
        for one in article.paragraphs:
            start = begins(one.words)
            told = known.pop((article.id, start), "")
            if one.words and one.voice != "B" and (told or not free):
                rows.append(
                    {"text": event.opened.there(article.id), "paragraph": str(one.number), "begins": start,
                     "precis": told}
                )  # fmt: skip
    event.folder.change("precis", lambda _: rows)


def _handed_out(event):
    """Make the zip and the notebook for students, and say what is done and what is for the teacher."""
    path = event.folder.path / LESSON
    full = event_keys.filled(event)
    with TemporaryDirectory() as place:
        target = Folder(Path(place) / event.name)
        whole = laid_out(event, target)
        with nobody():
            lesson = Lesson(event.name, path, opened(Folder(target.path, may_write=False)), full)
            open_event.close()
        target.put("questions", *lesson.rows)
        notebook = lesson.notebook()
        refuse_long_quotes(event, lesson.said())
        files.write(path / HAND_OUT / f"{event.name}.ipynb", notebook)
        with files.whole(path / HAND_OUT / f"{event.name}.zip") as file:
            file.write(zipped(target))
    lines = told(event, path / HAND_OUT, lesson, whole)
    files.write(path / NEXT, "\n".join(lines) + "\n")
    return lines
