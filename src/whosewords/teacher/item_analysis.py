"""What a class answered, task by task: how many were right at first, and which wrong answers were common.

These are counts of a few people on one day. They say where to talk once more; they are no grade of anybody.
An answer that stands in the files of two students with its very time is one answer, and is counted once.
"""

from collections import Counter
from datetime import UTC, datetime, timedelta
from math import nan
from typing import Any, NamedTuple

from ..classroom.answers import judge
from ..classroom.asking import RIGHT
from ..classroom.exercises import exercises, key
from ..classroom.kinds import kind_of
from ..classroom.my_work import stored
from ..classroom.replies import answer_text
from ..classroom.work_format import seal
from .reading import is_known, retired

FEW = 10  # answers; a share of fewer is not written in per cent
GUESSED, WRITTEN = "guessed", "written"
OLDEST = datetime(2020, 1, 1, tzinfo=UTC)  # a time before, or after tomorrow, is that of a clock set wrong


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
    at, tried = local(_entry(student, exercise).get("at")), tries(student, exercise)
    if not tried:
        return Result("", 0, at)
    if not is_judged(exercise):
        return Result(GUESSED if exercise.guess else WRITTEN, 1, at)
    results = [judge(exercise, key(exercise.id), value).result for value in tried]
    return Result(RIGHT if RIGHT in results else results[-1], len(results), at, results[0])


def is_judged(exercise):
    """Whether an exercise has a right answer that the machine knows."""
    return not exercise.guess and not kind_of(exercise).is_open and key(exercise.id).answer is not None


def tries(student, exercise):
    """The answers of a student that can be understood, the first one first; for a guess or a text just
    one."""
    entry = _entry(student, exercise)
    given = entry.get("tries") if is_judged(exercise) else None
    given = given if isinstance(given, list) and given else [entry.get("value")]
    understood = (stored(exercise, {"value": value}) for value in given)
    return [value for value in understood if value is not None]


def _entry(student, exercise):
    entry = student.entries.get(exercise.id)
    return entry if isinstance(entry, dict) else {}


def apart(students, entry_id):
    """The students with an entry of this id, without those whose entry stands in another file, too."""
    seen = set()
    for student in students:
        entry = student.entries.get(entry_id)
        sealed = seal(entry) if isinstance(entry, dict) else None
        if isinstance(entry, dict) and (sealed is None or sealed not in seen):
            seen.add(sealed)
            yield student


def items(students):
    """Every judged exercise as an `Item`: first those where the lowest share was right at once. Those that
    only a few answered come after the others, and those that nobody answered come last."""
    found = [_item(one, students) for one in exercises().values() if is_judged(one)]
    return tuple(sorted(found, key=_place))


def _place(item):
    return not item.answered, item.answered < FEW, item.share if item.answered else 0


def _item(exercise, students):
    first = [given[0] for student in apart(students, exercise.id) if (given := tries(student, exercise))]
    known = key(exercise.id)
    wrong = [value for value in first if judge(exercise, known, value).result != RIGHT]
    right = len(first) - len(wrong)
    parts = Counter(part for value in wrong for part in wrong_parts(exercise, known, value))
    return Item(exercise, len(first), right, right / len(first) if first else nan, tuple(parts.most_common()))


def wrong_parts(exercise, known, value):
    """What is wrong in an answer, as it is read: those of its parts that are, or the whole."""
    wrong = kind_of(exercise).wrong
    return wrong(exercise, known, value) if wrong else [answer_text(exercise, value)]


def guesses(students):
    """(guess, {answer: students}, the known answer or None) for every guess; options that nobody took
    count 0. Of a kind that has `shared` lines these are counted, and nothing else of an answer is told."""
    return [(one, _guessed(one, students), _known(one)) for one in exercises().values() if one.guess]


def _guessed(exercise, students):
    given = [value[0] for student in apart(students, exercise.id) if (value := tries(student, exercise))]
    if all(isinstance(value, int | float) for value in given) and not exercise.options:
        given.sort()
    shared = kind_of(exercise).shared
    if shared:
        return dict(sorted(Counter(line for value in given for line in shared(exercise, value)).items()))
    counted = Counter(answer_text(exercise, value) for value in given)
    return {**dict.fromkeys((option.text for option in exercise.options), 0), **counted}


def _known(exercise):
    answer = key(exercise.id).answer
    return None if answer is None else answer_text(exercise, answer)


def others(students):
    """(id, "retired" or "unknown", students) of the entries that no task asks for now: carried, not
    counted."""
    counted = Counter(id for student in students for id in student.entries)
    asked = [id for id in counted if id in retired() or not is_known(id)]
    return [(id, "retired" if id in retired() else "unknown", counted[id]) for id in sorted(asked)]


def local(at):
    """A time of a work file in local time; None where it is none, or that of a clock set wrong.

    >>> local("2025-11-03T09:15:00+00:00") is None, local("1970-01-01T00:00+00:00"), local("soon"), local(5)
    (False, None, None, None)
    """
    try:
        time = datetime.fromisoformat(at).astimezone()
        return time if OLDEST < time < datetime.now(UTC) + timedelta(days=1) else None
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def from_to(student):
    """(the first, the last) time of change in a student's work, (None, None) where there is none."""
    entries = (entry for entry in student.entries.values() if isinstance(entry, dict))
    times = [at for entry in entries if (at := local(entry.get("at")))]
    return (min(times), max(times)) if times else (None, None)
