"""The page of a class: one file that needs no network, for the teacher alone. Every part can be read without
a script; with one, open answers are marked, the marks kept and printed as feedback."""

import re
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
    strong,
    style,
    together,
    unfold,
    wide_table,
)  # fmt: skip
from ..publish.pages import whole
from . import (
    class_answers,
    class_briefs,
    class_feedback,
    class_gains,
    class_list,
    class_other,
    class_questions,
    class_results,
    class_tags,
    class_tickets,
)
from .class_feedback import mended
from .cynicism import ALARM, alarm

TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # letters that turn the direction of a whole sentence
STAYS = (
    "This page holds answers of students. It stays on this computer: it asks nothing of the network and "
    "sends nothing. To delete it with all that was made of this class: "
)
NO_GRADE = (
    "Counts of a few people on one day, the lowest share first. They say where to talk once more, and they "
    "are no grade of anybody. Tasks that fewer than ten answered come after the others, without per cent."
)
GUESSES = "Guesses were made before anybody had seen a result. None of them is a mistake."
KEPT = (
    "Tick what an answer has: each line is a point, unless you type other points. Ticks, points and comments "
    "are kept in this browser at once. Without this page’s script the answers can be read, and not marked."
)
FILES = (
    "Take marks to another computer, or keep them, as a file. In this browser they belong to this folder: "
    "where it is moved or gets another name, load them from the file. The last button here deletes them from "
    "the browser; start.py class --forget does not."
)
FEEDBACK = (
    "One page for each student: results in words, points with their lines, comments, what to look at again. "
    "The browser’s own window for printing comes up; it can make a PDF, too."
)
WHAT_FOR = (
    "The count looks for “they all lie”, “there is no truth” and their cousins. A phrase can be a quotation "
    "or be denied: read its place before you say anything."
)
FEW = "That is no more than a fifth. Talk with them, and let them say what did hold."
STOP = (
    "That is more than a fifth. Stop here, and take what held up: the end of the last lesson, “What "
    "survived”, and a plain report of the module beside one of the five texts. What can be looked up in it, "
    "and does it hold?"
)


def page(klass, folder=None):
    """A class as a page of HTML.

    folder: where its work files lie. Its name is the name of the class; marks are kept for it in the browser.
    """
    name, key, where = _named(folder)
    parts = _parts(klass)
    main = together(
        look(),
        style(),
        heading(1, "Class: ", isolated(name)),
        paragraph(_count(klass)),
        paragraph(STAYS, code(f'python3 start.py class --forget "{where}"'), look="note"),
        bullets((link(title, f"#{id}") for id, title, _ in parts), look="parts"),
        [section(title, inside, id=id) for id, title, inside in parts],
        block(id="pages"),
    )
    data = class_feedback.data(klass.students, name, key)
    script, css = _part("class_page.js"), _part("class_page.css")
    return whole(f"{name} – Whose Words?", main, script=script, data=data, css=css)


def _named(folder):
    """(the name of a class, what its marks are kept under, its folder): two folders of one name are two
    classes."""
    if folder is None:
        return "class", "class", "FOLDER"
    where = mended(str(Path(folder).expanduser().resolve()))
    return Path(where).name or "class", sha256(where.encode()).hexdigest()[:12], where


def _parts(klass):
    """(id, title, what stands there) of every part."""
    students, results = klass.students, class_results
    sorted_by, of_lesson, marking, files, printing = map(
        _place, ("sorting", "stuck-tools", "marking", "files-of-marks", "feedback-tools")
    )
    parts = [
        ("files", "The files", _files(klass)),
        ("students", "Students by tasks", results.how_to_read(), sorted_by, results.tables(students)),
        (
            "stuck",
            "Where the class got stuck",
            paragraph(NO_GRADE),
            of_lesson,
            class_questions.stuck(students),
        ),
        ("guesses", "Guesses and results", paragraph(GUESSES), class_questions.pictures(students)),
        (
            "open",
            "Open answers beside their rubric",
            paragraph(KEPT),
            marking,
            class_answers.answers(students),
        ),
        ("marks", "Marks as files", paragraph(FILES), files),
        ("feedback", "Feedback to print", paragraph(FEEDBACK), printing),
        ("alarm", "Cynicism alarm", _alarm(alarm(students))),
        ("gains", "The test before and after", class_gains.gains(students)),
        ("tickets", "Exit tickets", class_tickets.tickets(students)),
        ("grids", "Frame grids", class_other.grids(students)),
        ("hits", "The hand check", class_other.hits(students)),
        ("briefs", "Framing briefs and reviews", class_briefs.briefs(klass)),
        ("tags", "Do they agree?", class_tags.agreement(students)),
        ("rest", "Everything else", class_other.rest(students)),
    ]
    return [(id, title, together(inside)) for id, title, *inside in parts]


def _place(name):
    """Where the script puts its buttons."""
    return block(id=name)


def _count(klass):
    people, rows = len(klass.students), len(klass.found)
    return f"{people} student{'s' * (people != 1)}, {rows} file{'s' * (rows != 1)}."


def _files(klass):
    """What was done with each file: first those about which a teacher has to ask or to do something."""
    return together(
        [
            (paragraph(strong(told)), bullets(map(isolated, names), look="parts"))
            for told, names in _on_list(klass)
        ],
        _listed("These need you", [row for row in klass.found if row.needs_teacher], open=True),
        _listed("Sorted out, nothing to do", [row for row in klass.found if row.harmless]),
        _listed("Read without trouble", [row for row in klass.found if row.is_plain]),
    )


def _on_list(klass):
    return class_list.in_lines(klass.names, klass.students)


def _listed(title, rows, **attributes):
    if not rows:
        return None
    cells = [[isolated(row.shown), TURNS.sub("", row.done)] for row in rows]
    shown = wide_table(["File", "What was done"], cells, title, "texts")
    return unfold(f"{title}: {len(rows)}", shown, **attributes)


def _alarm(found):
    """Phrases that say that all lie or that there is no truth, with their places."""
    aside = found.denied and _places("Not counted: denied, asked or reported, it seems", found.denied)
    if not found.count:
        nothing = f"Nothing found in the answers of {found.of} students"
        return together(unfold(nothing, paragraph(WHAT_FOR)), aside or None)
    told = f"{found.count} of {found.of} students who wrote in words of their own have such a phrase."
    todo = paragraph(strong(told), " ", STOP if found.share > ALARM else FEW)
    return together(todo, paragraph(WHAT_FOR), _places("The places", found.places), aside or None)


def _places(title, places):
    rows = [[isolated(one.label), one.id, isolated(one.phrase), isolated(one.text)] for one in places]
    return unfold(
        f"{title}: {len(rows)}", wide_table(["Student", "Task", "Phrase", "Around it"], rows, title, "texts")
    )


def _part(name):
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
