"""The test before and after: two forms on an invented text, and what a filled-in form amounts to.

What is right is not here: it stands with the teacher's notes, so that no student's computer has it.
"""

import re
from functools import cache
from typing import NamedTuple

from .. import files
from ..problems import Problem
from .answers import understand
from .asking import Option
from .exercises import Exercise
from .kinds import kind_of, sure
from .kinds.several import discernment

FORMS = ("A", "B")
ATTITUDE = "attitude "  # how the ids of opinions begin, which are outside the score
TELLING_APART = "4"  # the task in which loaded phrases stand among plain ones


class Form(NamedTuple):
    """One form of the test: its name, the text to read, its tasks as `Exercise`s, and {id: points} of those
    that are scored."""

    name: str
    text: str
    tasks: tuple
    points: dict


class Score(NamedTuple):
    """What a filled-in form amounts to. points: of the scored tasks that were answered, 0 to `most`. hits and
    alarms: of the phrases of task 4, as shares of those that are loaded and of those that are not; NaN where
    it was not answered. attitudes: {id: 1 to 5}, outside the score. opinions: pairs (per cent, whether it was
    right) of task 10, outside the score."""

    points: float
    most: float
    hits: float
    alarms: float
    attitudes: dict
    opinions: tuple


@cache
def form(name):
    """A form of the test by its name, "A" or "B"."""
    if name not in FORMS:
        raise Problem(f"There are two forms of the test, “A” and “B”, but “{name}” arrived.")
    stated = files.settings("before_after.toml")
    swap = stated["swap"] if name == "B" else {}
    tasks = tuple(_task(row, name, swap) for row in stated["item"])
    points = {row["id"]: row.get("points", 1) for row in stated["item"] if not row["id"].startswith(ATTITUDE)}
    return Form(name, swapped(stated["text"], swap), tasks, points)


def swapped(text, swap):
    """A text with other names in it.

    >>> swapped("Velna's port", {"Velna": "Tolmer", "port": "pier"})
    "Tolmer's pier"
    """
    names = "|".join(map(re.escape, sorted(swap, key=len, reverse=True)))
    return re.sub(rf"\b(?:{names})\b", lambda found: swap[found[0]], text) if swap else text


def _task(row, name, swap):
    """A task of a form: with its names, and in form B with its options in the opposite order. A scale keeps
    its order: 1 stands on the left in both."""
    options = [Option(id, swapped(text, swap)) for id, text in row["options"]]
    scale = row["id"].startswith(ATTITUDE)
    items = tuple(Option(id, swapped(text, swap)) for id, text in row.get("items", ()))
    ordered = options[::-1] if name == "B" and not scale else options
    return Exercise(f"{name}.{row['id']}", 0, row["kind"], swapped(row["question"], swap),
                    options=tuple(ordered), items=items, minutes=1.5)  # fmt: skip


def score(taken, answers, key):
    """What a filled-in form amounts to. taken: a `Form`. answers: {id of a task: answer}, as they were kept;
    what cannot be understood counts as not answered. key: {id: right answer}.

    Task 4 counts hits less false alarms: whoever ticks every phrase gets nothing. Task 10 counts the verdicts
    and not how sure somebody was.
    """
    given = {task.id.partition(".")[2]: _understood(task, answers) for task in taken.tasks}
    tasks = {task.id.partition(".")[2]: task for task in taken.tasks}
    points = sum(_points(tasks[id], given[id], key[id], most) for id, most in taken.points.items())
    hits, alarms = _told_apart(tasks[TELLING_APART], given[TELLING_APART], key[TELLING_APART])
    attitudes = {id.removeprefix(ATTITUDE): int(value) for id, value in given.items()
                 if id.startswith(ATTITUDE) and value}  # fmt: skip
    return Score(points, sum(taken.points.values()), hits, alarms, attitudes, _opinions(tasks, given, key))


def unreadable(taken, answers):
    """Which answers to a form cannot be understood, by their ids: of a task that it has not, or no answer."""
    tasks = {task.id.partition(".")[2]: task for task in taken.tasks}
    odd = [
        id for id, task in tasks.items() if answers.get(id) is not None and _understood(task, answers) is None
    ]
    return [*odd, *(id for id in answers if id not in tasks)]


def _understood(task, answers):
    value = answers.get(task.id.partition(".")[2])
    try:
        return None if value is None else understand(task, value)
    except (Problem, TypeError, ValueError):
        return None


def _points(task, value, right, most):
    if value is None:
        return 0
    if isinstance(right, list):
        options = [option.id for option in task.options]
        return max(0.0, most * discernment(value, right, options))
    if isinstance(right, dict):
        return most * sum(value[item] == verdict for item, verdict in right.items()) / len(right)
    return most * (value == right)


def _told_apart(task, value, right):
    """(hits, false alarms) as shares."""
    if value is None:
        return float("nan"), float("nan")
    others = [option.id for option in task.options if option.id not in right]
    shares = (sum(id in value for id in ids) / len(ids) for ids in (right, others))
    return tuple(shares)


def _opinions(tasks, given, key):
    rated = [id for id, task in tasks.items() if kind_of(task) is sure.KIND and given[id]]
    return tuple(
        (level, option == key[id][item])
        for id in rated
        for item, (option, level) in sure.opinions(tasks[id], given[id]).items()
    )
