"""The test before and after of a class: what it gained on average, with the range that chance leaves open.

Two people's tests are compared with nobody's: there is no norm for this test, and none between schools.
"""

import tomllib
from functools import cache, partial
from typing import NamedTuple

from ..classroom.before_after import FORMS, form, score, unreadable
from ..classroom.sitting import ENTRY
from ..display.html import bullets, paragraph, strong, together, unfold, wide_table
from ..measures.gains import gain, in_words
from ..problems import arrived
from .book import FOLDER
from .class_other import entry_of
from .item_analysis import apart, local

NOBODY = "Nobody has taken the test before and after."
NO_KEY = "The right answers stand in lessons/teacher/before_after.toml, and that file is not here."
LIMITS = (
    "A class that gains by ticking more of everything has not gained: look at hits and false alarms "
    "together. There is no norm for this test: do not compare classes or schools, and mark nobody by it."
)
UNREAD = "Not read, and counted as not answered"
BROKEN = "{who}, form {form}: the whole test. It was changed by hand, or by another program."
BROKEN_TASKS = "{who}, form {form}: {tasks}."
OUTSIDE = "Outside the score. Hoped for: the second and the third up, the first not up."
TOLD_APART = {
    "hits": "Loaded phrases found",
    "alarms": "Other phrases ticked (fewer is better)",
}
ATTITUDES = {
    "lies": "“Most news about wars is lies.”",
    "work": "“With some work I can find out much of what happened.”",
    "reasons": "“I can give reasons for relying on one report more than on another.”",
}


class Twice(NamedTuple):
    """A student's two tests, the earlier one first."""

    before: object
    after: object


@cache
def key():
    """The right answers, {id: answer}; None where the teacher's notes are not here."""
    path = FOLDER / "before_after.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def taken(students):
    """(those with both forms as `Twice`, how many have only one). Which came first is told by the time of its
    last change; a test without a time that can be read is not counted."""
    scores = {}
    for name in FORMS:
        for student in apart(students, ENTRY + name):
            entry = entry_of(student, ENTRY + name)
            at, answers = local(entry.get("at")), entry.get("answers")
            if at and isinstance(answers, dict) and answers:
                found = score(form(name), answers, key())
                scores.setdefault(student.label, []).append((at, name, found))
    both = [sorted(found)[:2] for found in scores.values() if len(found) > 1]
    return [Twice(*(one[-1] for one in pair)) for pair in both], len(scores) - len(both)


def unread(students):
    """What of the tests cannot be read, as sentences: a work file was changed by hand, or is damaged."""
    for student in students:
        for name in FORMS:
            if ENTRY + name not in student.entries:
                continue
            entry, of = entry_of(student, ENTRY + name), {"who": student.label, "form": name}
            answers = entry.get("answers")
            if not isinstance(answers, dict) or not local(entry.get("at")):
                yield BROKEN.format(**of)
            elif odd := unreadable(form(name), answers):
                yield BROKEN_TASKS.format(**of, tasks="; ".join(f"task {arrived(id)}" for id in odd))


def gains(students):
    """What a class gained, as a part of its page."""
    if key() is None:
        return paragraph(NO_KEY)
    both, single = taken(students)
    odd = list(unread(students))
    named = unfold(f"{UNREAD}: {len(odd)}", bullets(odd)) if odd else None
    if not both and not single:
        return together(paragraph(NOBODY), named)
    one = f" {single} took only one of the two, and are not counted." if single else ""
    counted = paragraph(f"{len(both)} took both forms.{one}")
    return together(counted, named, _points(both), _told_apart(both), _attitudes(both), paragraph(LIMITS))


def _points(both):
    most = form(FORMS[0]).points
    told = in_words(
        gain((one.before.points, one.after.points) for one in both), f"points of {sum(most.values())}"
    )
    return paragraph(strong("All ten tasks: "), told)


def _told_apart(both):
    rows = [
        f"{name}: " + in_words(gain(_pairs(both, partial(_share, field))), "of 100")
        for field, name in TOLD_APART.items()
    ]
    return together(paragraph(strong("Task 4, hits and false alarms")), bullets(rows))


def _share(field, score):
    return 100 * getattr(score, field)


def _attitudes(both):
    nothing = float("nan")
    rows = []
    for id, told in ATTITUDES.items():
        pairs = _pairs(both, lambda score, id=id: score.attitudes.get(id, nothing))
        rows.append([told, in_words(gain(pairs), "steps of 5")])
    shown = wide_table(("Opinion", "Change"), rows, "opinions before and after")
    return unfold("Three opinions", paragraph(OUTSIDE), shown)


def _pairs(both, value):
    """(before, after) of those who have a value in both tests."""
    pairs = [(value(one.before), value(one.after)) for one in both]
    return [(first, second) for first, second in pairs if first == first and second == second]
