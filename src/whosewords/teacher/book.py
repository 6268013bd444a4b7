"""The teacher's book: everything in `lessons/teacher/`, the keys and the standards, as one page to read and
to print; and the page for parents, alone."""

from functools import cache
from importlib import resources
from typing import NamedTuple

from .. import files
from ..classroom.exercises import lessons
from ..display.html import (
    block,
    heading,
    link,
    numbered,
    paragraph,
    paragraphs,
    section,
    span,
    together,
    ways,
)  # fmt: skip
from ..problems import Problem
from ..publish import notes
from ..publish.pages import told_apart, whole
from ..publish.paper import keys
from ..publisher import publisher
from ..session import nobody
from ..version import __version__
from . import printing, standards

FOLDER = files.CHECKOUT / "lessons" / "teacher"
BOOK, PARENTS = "teachers_book.html", "for_parents.html"
TITLE = "Whose Words? The teacher’s book"
FIRST = ("quick_start", "plans", "sensitive_topics")
LAST = ("ready_event", "class_work", "for_parents", "school_computers")
ON_ONE_SHEET = "@media print { body { font-size: 9.5pt; line-height: 1.4; } h2 { margin-top: 11pt; } }"
ABOUT = (
    "For teachers: keys and sample answers are inside. Students need none of it.",
    "Everything stands in lessons/teacher as single files, too. Lessons and texts: CC BY 4.0, Whose Words? "
    "contributors.",
)


class Chapter(NamedTuple):
    """A chapter: its name, which links lead to, its title, and what stands under the title, as a
    piece of HTML."""

    id: str
    title: str
    main: str


class Made(NamedTuple):
    """What was written: paths of pages, paths of PDFs, and the pages that could not be printed."""

    pages: list
    pdfs: list
    unprinted: list


def write(folder=None, program=None):
    """Write the book and the page for parents into a folder, `book` beside the lessons where none is named.

    Each is HTML and, by a browser of this computer, PDF. program: that browser, looked for if not given.
    """
    listed = chapters()
    paths = files.publish(folder, "book", pages(listed))
    program = program or printing.browser()
    made = {path: _printed(path, listed, program) if program else None for path in paths}
    return Made(paths, [pdf for pdf in made.values() if pdf], [path for path, pdf in made.items() if not pdf])


def _printed(path, listed, program):
    """A page as PDF. The book is printed twice: only what is printed knows on which pages chapters begin."""
    pdf = printing.printed(path, program)
    if pdf and path.name == BOOK:
        html = path.read_text(encoding="utf-8")
        files.publish(path.parent, "", {BOOK: book(listed, printing.starts(pdf))})
        pdf = printing.printed(path, program)
        files.publish(path.parent, "", {BOOK: html})
    return pdf


def pages(listed):
    """The book and the page for parents as {file name: HTML}."""
    return {BOOK: book(listed), PARENTS: alone(next(one for one in listed if one.id == "for_parents"))}


def chapters():
    """All chapters in their order."""
    with nobody():
        return list(_chapters())


def _chapters():
    lessons_ = [f"lesson_{number}" for number in lessons()]
    for name in (*FIRST, *lessons_, *LAST):
        text = _text(name)
        title, more = text.removeprefix("# ").split("\n", 1)
        yield Chapter(name, title, together(notes.chapter(name, more), *_behind(name)))
    yield Chapter("keys", "Every question with its answer", together(map(_keys, lessons())))
    yield Chapter("standards", "Standards: frameworks, editions, sources", _standards())


def _text(name):
    try:
        return (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    except OSError:
        raise Problem(
            f"The teacher's notes are not all here ({name}.md is missing in lessons/teacher): make the book "
            "in the whole project, not in a folder for students' computers."
        ) from None


def _behind(name):
    """What stands behind a file: for parents, who gives out this copy; for a lesson, what it trains, and the
    way to its keys."""
    if name == "for_parents":
        return (paragraphs(publisher().lines()),)
    if not name.startswith("lesson_"):
        return ()
    number = int(name.removeprefix("lesson_"))
    return (
        heading(3, "Standards", id=f"{name}-standards"),
        paragraph("What it trains, and by which task. ", link("Editions and sources", "#standards"), "."),
        standards.of_lesson(number),
        paragraph(link(f"Every question of Lesson {number} with its answer", f"#keys-{number}")),
    )


def _keys(number):
    title = f"Lesson {number}: {lessons()[number].title}"
    return together(heading(3, title, id=f"keys-{number}"), keys(number))


def _standards():
    told = "What a framework asks is told in our words; only what a task trains is named."
    return together(paragraph(told), standards.editions())


def book(listed, starts=None):
    """The chapters as one page. starts: on which page of paper each title stands, for the contents."""
    body = together(_cover(listed, starts or {}), map(_section, listed))
    return whole(TITLE, told_apart(body), css=_style(listed))


def alone(one):
    """A chapter as a page of its own."""
    return whole(f"{one.title} – Whose Words?", notes.alone(one.title, one.main), css=ON_ONE_SHEET)


def _cover(listed, starts):
    numbers = [starts.get(printing.joined(one.title)) for one in listed]
    lines = [
        together(link(one.title, f"#{one.id}"), number and span(f"page {number}", look="at"))
        for one, number in zip(listed, numbers, strict=True)
    ]
    return block(
        heading(1, TITLE),
        paragraphs((*ABOUT, f"Version {__version__}.", *publisher().lines())),
        ways("Contents", heading(2, "Contents"), numbered(lines)),
        look="cover",
    )


def _section(one):
    return section(one.title, one.main, id=one.id, look="chapter", label=one.title)


def _style(listed):
    """The style sheet of the book; on paper each chapter has its title at the head of its pages."""
    heads = (
        f"#{one.id} {{ page: {one.id}; }} @page {one.id} {{ @top-left {{ content: {_quoted(one.title)}; }} }}"
        for one in listed
    )
    return "\n".join([_css(), *heads])


def _quoted(text):
    """A text between quotation marks, as a style sheet reads it: all but letters by their numbers."""
    return f'"{"".join(sign if sign.isalnum() else _number(sign) for sign in text)}"'


def _number(sign):
    return f"\\{ord(sign):06x}"


@cache
def _css():
    return resources.files(__package__).joinpath("book.css").read_text(encoding="utf-8")
