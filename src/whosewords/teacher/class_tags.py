"""The phrases of Lesson 7 as a class tagged them: how far it agrees, without names; a table to give back."""

import csv
import io

from ..classroom.agreeing import finding_of
from ..classroom.code_files import Codes, of_entries, sure_of_entries, without_skips
from ..display.html import paragraph, together
from .class_table import defused

HEAD = "coder,phrase_id,code,sure"
NOBODY = "Nobody has tagged a phrase yet."
TOLD = (
    "Names are not shown, and no code is called right. The file codes.csv beside this page holds all codes "
    'under the names that students chose: give it to them, and each runs agreement("codes.csv").'
)


def agreement(students):
    """How far the class agrees on the phrases of each round."""
    coders = {one.label: codes for one in students if (codes := without_skips(of_entries(one.entries)))}
    if not coders:
        return paragraph(NOBODY)
    return together(paragraph(TOLD), finding_of(Codes(coders)).html())


def table(students):
    """All codes as CSV text, a row for each; "" where nobody tagged anything."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(HEAD.split(","))
    listed = [row for one in students for row in _rows(one)]
    rows.writerows(listed)
    return text.getvalue() if listed else ""


def _rows(student):
    sure = sure_of_entries(student.entries)
    for phrase, code in of_entries(student.entries).items():
        yield defused(student.label), phrase, code, sure.get(phrase, "")
