"""What a class answered, task by task: how many were right at first, and which wrong answers were common.

These are counts of a few people on one day. They say where to talk once more; they are no grade of anybody.
"""

from collections import Counter
from datetime import datetime
from math import nan
from typing import Any, NamedTuple

from ..classroom.answers import judge
from ..classroom.asking import RIGHT
from ..classroom.exercises import exercises, key, lessons
from ..classroom.kinds import kind_of
from ..classroom.my_work import stored
from ..classroom.replies import answer_text

FEW = 10  # answers; a share of fewer is not written in per cent
GUESSED, WRITTEN = "guessed", "written"


class Result(NamedTuple):
    """What a student did with a task. result: "right", "close", "not yet", "guessed", "written", or "" where
    nothing can be read. tries: how many. at: the time of the last change in local time, or None. first: the
    result of the first try."""

    result: str
    tries: int
    at: Any
    first: str = ""


class Item(NamedTuple):
    """What a class did with a judged exercise. answered: students with a try that can be read. share: right
    at the first try, of these; NaN where there are none. wrong: ((answer, students), ...) of first tries,
    most common first."""

    exercise: Any
    answered: int
    first_right: int
    share: float
    wrong: tuple


def result(student, exercise):
    """What a student did with an exercise or a guess, judged anew by the key."""
    entry = student.entries.get(exercise.id)
    if not isinstance(entry, dict):
        return Result("", 0, None)
    at, tried = local(entry.get("at")), tries(student, exercise)
    if not is_judged(exercise):
        kind = GUESSED if exercise.guess else WRITTEN
        return Result(kind, len(tried), at) if tried else Result("", 0, at)
    results = [judge(exercise, key(exercise.id), value).result for value in tried]
    if not results:
        return Result("", 0, at)
    return Result(RIGHT if RIGHT in results else results[-1], len(results), at, results[0])


def is_judged(exercise):
    """Whether an exercise has a right answer that a machine knows."""
    return not exercise.guess and not kind_of(exercise).is_open and key(exercise.id).answer is not None


def tries(student, exercise):
    """The answers of a student that can be understood, the first one first; for a guess or a text just
    one."""
    entry = student.entries.get(exercise.id, {})
    given = entry.get("tries")
    given = given if isinstance(given, list) and given else [entry.get("value")]
    understood = (stored(exercise, {"value": value}) for value in given)
    return [value for value in understood if value is not None]


def items(students):
    """Every judged exercise as an `Item`: first those where fewest were right at once, last those that nobody
    answered."""
    found = [_item(one, students) for one in exercises().values() if is_judged(one)]
    return tuple(sorted(found, key=lambda item: (not item.answered, item.share)))


def _item(exercise, students):
    first = [given[0] for student in students if (given := tries(student, exercise))]
    known = key(exercise.id)
    wrong = [value for value in first if judge(exercise, known, value).result != RIGHT]
    right = len(first) - len(wrong)
    parts = Counter(part for value in wrong for part in wrong_parts(exercise, known, value))
    return Item(exercise, len(first), right, right / len(first) if first else nan, tuple(parts.most_common()))


def wrong_parts(exercise, known, value):
    """What is wrong in an answer, as it is read: the answer, or those of its parts that are."""
    marks = judge(exercise, known, value).marks
    if isinstance(value, dict):
        names, options = dict(exercise.items), dict(exercise.options)
        return [f"{names[id]}: {options[value[id]]}" for id, mark in marks.items() if mark.startswith("○")]
    if isinstance(value, list):
        options = dict(exercise.options)
        more = [f"ticked: {options[id]}" for id, mark in marks.items() if mark.startswith("○")]
        return more + [f"not ticked: {options[id]}" for id in known.answer if id not in value]
    return [answer_text(exercise, value)]


def guesses(students):
    """(guess, {answer: students}, the known answer or None) for every guess; options that nobody took
    count 0."""
    return [(one, _guessed(one, students), _known(one)) for one in exercises().values() if one.guess]


def _guessed(exercise, students):
    given = [value[0] for student in students if (value := tries(student, exercise))]
    if exercise.options and not exercise.items:
        given = [answer_text(exercise, value) for value in given]
        return {**dict.fromkeys((option.text for option in exercise.options), 0), **Counter(given)}
    counted = Counter(given)
    return {answer_text(exercise, value): counted[value] for value in sorted(counted)}


def _known(exercise):
    answer = key(exercise.id).answer
    return None if answer is None else answer_text(exercise, answer)


def others(students):
    """(id, what it is, students) of all entries that stand for no task that is asked now: carried, not
    counted."""
    retired = {id for lesson in lessons().values() for id in lesson.retired}
    counted = Counter(id for student in students for id in student.entries if id not in exercises())
    return [(id, "retired" if id in retired else "unknown", counted[id]) for id in sorted(counted)]


def local(at):
    """A time of a work file in local time; None where it is none.

    >>> local("2026-11-03T09:15:00+00:00") is None, local("soon"), local(5)
    (False, None, None)
    """
    try:
        return datetime.fromisoformat(at).astimezone()
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def from_to(student):
    """(the first, the last) time of change in a student's work, (None, None) where there is none."""
    times = [at for entry in student.entries.values() if (at := local(entry.get("at")))]
    return (min(times), max(times)) if times else (None, None)
