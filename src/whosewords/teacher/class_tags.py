"""The phrases of Lesson 7 as a class tagged them: how far it agrees, without names; a table to give back."""

import csv
import io

from ..classroom.agreeing import finding_of
from ..classroom.code_files import KEY, Codes, of_entries, sure_of_entries, without_skips
from ..display.html import paragraph, together
from ..measures.tagging import ROUNDS
from .class_table import defused
from .item_analysis import apart

HEAD = "coder,phrase_id,code,sure"
NOBODY = "Nobody has tagged a phrase yet."
TOLD = (
    "Names are not shown, and no code is called right. The file codes.csv beside this page holds all codes "
    'under the names that students chose: give it to them, and each runs agreement("codes.csv").'
)


def agreement(students):
    """How far the class agrees on the phrases of each round."""
    tagged = {who: codes for who, kept in _apart(students) if (codes := without_skips(of_entries(kept)))}
    if not tagged:
        return paragraph(NOBODY)
    return together(paragraph(TOLD), finding_of(Codes(tagged)).html())


def table(students):
    """All codes as CSV text, a row for each; "" where nobody tagged anything."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(HEAD.split(","))
    listed = [row for who, kept in _apart(students) for row in _rows(who, kept)]
    rows.writerows(listed)
    return text.getvalue() if listed else ""


def _apart(students):
    """(label, the rounds in a student's work) without rounds that stand in another file, too."""
    ids = [KEY.format(number=number) for number in ROUNDS]
    first = {id: {one.label for one in apart(students, id)} for id in ids}
    return [(one.label, {id: one.entries[id] for id in ids if one.label in first[id]}) for one in students]


def _rows(label, kept):
    sure = sure_of_entries(kept)
    for phrase, code in of_entries(kept).items():
        yield defused(label), phrase, code, sure.get(phrase, "")
