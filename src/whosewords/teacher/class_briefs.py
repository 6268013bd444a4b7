"""Framing briefs and their reviews, for the class page: a table of all, then one after the other."""

import csv
import io
from itertools import count

from ..display.html import bullets, code, isolated, lined, paragraph, strong, together, unfold, wide_table
from ..own_event.grids import GRIDS, TEACHER, most
from ..own_event.written import CALLED, LIMITS
from ..publish.reviews import review_html
from .class_table import MARK, defused

HEAD = "brief,by,file,texts,what is missing,points by classmates,points as a teacher"
LONGEST = 2_000  # characters of a part of a brief, which has 60 words at most
NOTHING = "No brief and no review was handed in."
HOW = (
    "Read off the files as they were handed in. Classmates mark seven lines, of 21 points; a teacher marks "
    "eight, of 24. To mark one yourself, open a lesson, write the line below with its folder or zip, and put "
    "the file that it writes among the files of the class. Who wrote a review stands in its file, and "
    "anybody can change that: points as a teacher that you did not give are not yours."
)
LINE = 'review("dam.zip", teacher=True)'


def table(listed):
    """Briefs as CSV text for a spreadsheet, a row for each; "" for none."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(HEAD.split(","))
    for one in listed:
        given = [one.title, one.made_by, one.file, len(one.texts), "; ".join(one.missing)]
        rows.writerow([defused(str(cell)) for cell in (*given, *(_points(one, kind) for kind in GRIDS))])
    return MARK + text.getvalue() if listed else ""


def briefs(klass):
    """The briefs of a class, and reviews of briefs that are not there."""
    if not (klass.briefs or klass.reviews):
        return paragraph(NOTHING)
    rows = [_row(one) for one in klass.briefs]
    columns = ["Brief", "By", "Texts", "What is missing", "Points by classmates", "Points as a teacher"]
    listed = wide_table(columns, rows, "framing briefs", "texts") if rows else None
    alone = [review_html(one, f"{n} of no brief here") for n, one in enumerate(klass.reviews, 1)]
    rest = unfold(f"Reviews of briefs that are not here: {len(alone)}", map(_titled, klass.reviews, alone))
    return together(
        paragraph(HOW),
        paragraph(code(LINE)),
        listed,
        map(_one, klass.briefs, count(1)),
        rest if alone else None,
    )


def _row(one):
    """A brief in the table of all."""
    return [
        isolated(one.title), isolated(one.made_by or f"not said ({one.file})"), str(len(one.texts)),
        "; ".join(one.missing) or "nothing that the files show",
        *(_points(one, kind) or "–" for kind in GRIDS),
    ]  # fmt: skip


def _points(one, kind):
    """The points of its reviews of one kind, in words."""
    given = [review for review in one.reviews if review.kind == kind]
    return ", ".join(
        f"{review.points} of {most(kind)}" + " (not whole)" * (len(review.marks) < len(review.grid))
        for review in given
    )


def _one(one, number):
    """A brief in full, folded: its words, its claims, what was written of it."""
    by = isolated(f", by {one.made_by}") if one.made_by else None
    teachers = any(review.kind == TEACHER for review in one.reviews)
    reviews = f" {len(one.reviews)} review{'s' * (len(one.reviews) != 1)}"
    summary = together(
        strong(isolated(one.title)), by, f".{reviews}", ", with points as a teacher" * teachers
    )
    about = paragraph(isolated(one.about)) if one.about else None
    texts = paragraph("Texts: ", isolated(", ".join(one.texts))) if one.texts else None
    words = [
        [CALLED[what], lined(one.said[what][:LONGEST])]
        for what in LIMITS
        if what in one.said and what != "title"
    ]
    claims = [[lined(row["claim"][:LONGEST]), isolated(row["verdict"] or "no verdict"),
               isolated("; ".join(filter(None, (row["source_1"], row["source_2"])))[:LONGEST])]
              for row in one.claims]  # fmt: skip
    tables = [
        wide_table(columns, rows, f"{name} of brief {number}", "texts")
        for name, columns, rows in (
            ("the words", ["Part", "Words"], words), ("the claims", ["Claim", "Verdict", "Sources"], claims),
        ) if rows
    ]  # fmt: skip
    missing = (paragraph("Missing:"), bullets(one.missing)) if one.missing else None
    return unfold(
        summary, paragraph("In: ", isolated(one.file)), about, texts, missing, tables,
        (review_html(each, f"{n} of brief {number}") for n, each in enumerate(one.reviews, 1)),
    )  # fmt: skip


def _titled(review, drawn):
    return together(paragraph("Of: ", isolated(review.title or "a brief without a title")), drawn)
