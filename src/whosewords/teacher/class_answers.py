"""Open answers for the class page, task by task beside their rubric and the two sample answers. Without the
script they are read; with it they are marked."""

import zlib

from ..classroom.exercises import Exercise, exercises, key
from ..classroom.kinds import kind_of
from ..classroom.replies import samples
from ..display.html import (
    block,
    bullets,
    heading,
    isolated,
    lined,
    paragraph,
    span,
    strong,
    together,
    unfold,
)  # fmt: skip
from ..display.replies import line_html
from . import alike
from .item_analysis import tries

LONG = 1500  # characters of an answer that are shown before it is unfolded


def open_tasks():
    """All exercises that are answered in words, in the order of the lessons."""
    return [one for one in exercises().values() if kind_of(one).is_open and not one.guess]


def answers(students):
    """Every open task that somebody answered, folded."""
    found = [(one, [(n, *tries(student, one)) for n, student in enumerate(students)]) for one in open_tasks()]
    found = [(one, [row for row in rows if len(row) > 1]) for one, rows in found]
    shown = [_open(one, rows, students) for one, rows in found if rows]
    return together(shown) if shown else paragraph("Nobody has written an open answer yet.")


def print_of(text):
    """A short mark of an answer, by which one sees that it has changed.

    >>> print_of("a") == print_of("a"), print_of("a") == print_of("b")
    (True, False)
    """
    return f"{zlib.crc32(text.encode('utf-8', 'replace')):08x}"


def _open(one: Exercise, rows, students):
    count = f"{len(rows)} answer{'s' * (len(rows) != 1)}"
    summary = together(strong(one.id), f" {one.question} ", span(count, look="left"))
    told = alike.notes(one, [text for _, text in rows])
    shown = zip(rows, told, strict=True)
    cards = block([_answer(students[n].label, n, text, note) for (n, text), note in shown], look="answers")
    given = {"look": "open-task", "data_task": one.id, "id": f"task-{one.id}"}
    return unfold(summary, _beside(one), cards, **given)


def _beside(one: Exercise):
    """The rubric, and the sample answers with their reasons, folded."""
    known = [line_html(line) for line in samples(key(one.id)) if line.text]
    rubric = together(paragraph("What a good answer has:"), bullets(one.rubric)) if one.rubric else None
    return block(rubric, unfold("Two sample answers, and why", known) if known else None, look="rubric")


def _answer(label, number, text, note):
    """One student's answer, as it was written; a very long one is folded after its beginning."""
    more = len(text) - LONG
    rest = unfold(f"The rest ({more:,} letters)", _words(text[LONG:])) if more > 0 else None
    told = paragraph(note, look="alike") if note else None
    given = {"look": "answer", "data_student": number, "data_print": print_of(text)}
    return block(heading(3, isolated(label)), block(_words(text[:LONG]), rest, told, look="words"), **given)


def _words(text):
    return block(lined(text), look="text", dir="auto")
