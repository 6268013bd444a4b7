"""The page of a class: one file that needs no network, for the teacher alone. Every part can be read without
a script; with one, open answers are marked, the marks kept and printed as feedback."""

import re
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path

from ..display.finding import look
from ..display.html import (
    block,
    bullets,
    code,
    heading,
    isolated,
    link,
    paragraph,
    section,
    squeezed,
    strong,
    style_of,
    table,
    together,
    unfold,
    wide,
)  # fmt: skip
from ..display.html import style as replies_style
from ..publish.pages import whole
from . import class_answers, class_feedback, class_other, class_questions, class_results
from .class_feedback import mended
from .cynicism import ALARM, alarm

SMOOTH = re.compile(r"Read as “.*”, \d+ answers?\.")  # a row that tells of no trouble
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # letters that turn the direction of a whole sentence
STAYS = (
    "This page holds answers of students. It stays on this computer: it asks nothing of the network and sends "
    "nothing. To delete it with all that was made of this class: "
)
NO_GRADE = (
    "Counts of a few people on one day, the lowest share first. They say where to talk once more, and they are "
    "no grade of anybody. Where fewer than ten answered there is no share in per cent."
)
GUESSES = "Guesses were made before anybody had seen a result. None of them is a mistake."
KEPT = (
    "Tick what an answer has: each line is a point, unless you type other points. Ticks, points and comments are "
    "kept in this browser at once. Marking needs a browser that runs this page’s script; without it the answers "
    "can be read."
)
FILES = (
    "Take marks to another computer, or keep them, as a file. start.py class --forget deletes files, and no "
    "marks in a browser: the last button here does."
)
FEEDBACK = (
    "One page for each student: results in words, points with their lines, comments, what to look at again. "
    "The browser’s own window for printing comes up; it can make a PDF, too."
)
WHAT_FOR = (
    "The count looks for “they all lie”, “there is no truth” and their cousins. A phrase can be a quotation or "
    "be denied: read its place before you say anything."
)
FEW = "That is no more than a fifth. Talk with them, and let them say what did hold."
STOP = (
    "That is more than a fifth. Stop here, and take what held up: the end of the last lesson, “What survived”, "
    "and a plain report of the module beside one of the five texts. What can be looked up in it, and does it hold?"
)


def page(klass, folder=None):
    """A class as a page of HTML.

    folder: where its work files lie. Its name is the name of the class; marks are kept for it in the browser.
    """
    name, key = _named(folder)
    parts = _parts(klass)
    main = together(
        _style(),
        heading(1, "Class: ", isolated(name)),
        paragraph(_count(klass)),
        paragraph(STAYS, code(f'python3 start.py class --forget "{name}"'), look="note"),
        bullets((link(title, f"#{id}") for id, title, _ in parts), look="parts"),
        [section(title, inside, id=id) for id, title, inside in parts],
        block(id="pages"),
    )
    data = class_feedback.data(klass.students, name, key)
    return whole(f"{name} – Whose Words?", main, script=_part("class_page.js"), data=data)


def _named(folder):
    """The name of a class, and what its marks are kept under: two folders of one name are two classes."""
    if folder is None:
        return "class", "class"
    path = Path(folder).expanduser().resolve()
    return mended(path.name) or "class", sha256(str(path).encode("utf-8", "replace")).hexdigest()[:12]


def _parts(klass):
    """(id, title, what stands there) of every part."""
    students = klass.students
    return [
        ("files", "The files", _files(klass.found)),
        ("students", "Students by tasks", together(class_results.how_to_read(), block(id="sorting"),
                                                   class_results.tables(students))),
        ("stuck", "Where the class got stuck", together(paragraph(NO_GRADE), class_questions.stuck(students))),
        ("guesses", "Guesses and results", together(paragraph(GUESSES), class_questions.pictures(students))),
        ("open", "Open answers beside their rubric", together(paragraph(KEPT), block(id="marking"),
                                                              class_answers.answers(students))),
        ("marks", "Marks as files", together(paragraph(FILES), block(id="files-of-marks"))),
        ("feedback", "Feedback to print", together(paragraph(FEEDBACK), block(id="feedback-tools"))),
        ("alarm", "Cynicism alarm", _alarm(alarm(students))),
        ("tickets", "Exit tickets", class_other.tickets(students)),
        ("grids", "Frame grids", class_other.grids(students)),
        ("hits", "The hand check", class_other.hits(students)),
        ("rest", "Everything else", class_other.rest(students)),
    ]  # fmt: skip


def _count(klass):
    people, rows = len(klass.students), len(klass.found)
    return f"{people} student{'s' * (people != 1)}, {rows} file{'s' * (rows != 1)}."


def _files(found):
    """What was done with each file: first those with which something is to be done."""
    smooth = [row for row in found if SMOOTH.fullmatch(row.done)]
    rough = [row for row in found if row not in smooth]
    return together(_listed("To look at", rough, open=bool(rough)), _listed("Read without trouble", smooth))


def _listed(title, rows, **attributes):
    if not rows:
        return None
    cells = [[isolated(row.file), TURNS.sub("", row.done)] for row in rows]
    shown = wide(table(["File", "What was done"], cells, look="found"), f"Table: {title}")
    return unfold(f"{title}: {len(rows)}", shown, **attributes)


def _alarm(found):
    """Phrases that say that all lie or that there is no truth, with their places."""
    if not found.count:
        return unfold(f"Nothing found in the answers of {found.of} students", paragraph(WHAT_FOR))
    told = f"{found.count} of {found.of} students who wrote in words of their own have such a phrase."
    rows = [[isolated(one.label), one.id, isolated(one.phrase), isolated(one.text)] for one in found.places]
    shown = wide(table(["Student", "Task", "Phrase", "Around it"], rows, look="places"), "Table: places")
    return together(
        paragraph(strong(told), " ", STOP if found.share > ALARM else FEW),
        paragraph(WHAT_FOR),
        unfold(f"The places: {len(rows)}", shown),
    )


@cache
def _style():
    """What a Finding, a reply and this page look like."""
    return together(look(), replies_style(), style_of(squeezed(_part("class_page.css"))))


def _part(name):
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
