"""The exercises: read from data, with their keys beside them in a form that is not read at a glance.

`data/exercises/lesson_<n>.toml` holds what is asked. Keys, explanations and sample answers stand in clear in
`lessons/teacher/keys.toml`; `tools/make_keys.py` packs them into `data/exercises/keys.txt`.
"""

import base64
import json
import re
import textwrap
import tomllib
import zlib
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Any

from .. import files
from ..problems import Problem, arrived, did_you_mean, is_blank
from ..shelf import open_event
from ..shelf.own_texts import NAME
from .asking import Option
from .kinds import kinds

TIERS = ("core", "stretch", "research")
BROKEN = (ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error)
OF_EVENT = re.compile(rf"({NAME.pattern})\.p?\d{{1,3}}")  # an id that no lesson of the module has


@dataclass(frozen=True)
class Exercise:
    """One question to a student.

    kind: the name of a file in `kinds/`, such as "choice" (one option), "several" (any number of options),
    "sort" (an option for each of `items`), "order" (the options, as they stand, are lines to put in order;
    `code`: lines of code), "number" (from `least` to `most`, right within ± `tolerance`,
    close within ± `near`) or "words" (an open answer with a `rubric`; the machine does not score it).
    `guess` marks a prediction, which cannot be wrong. `hint` points to a place in a text.
    """

    id: str
    lesson: int | str
    kind: str
    question: str
    options: tuple = ()
    items: tuple = ()
    unit: str = ""
    least: float = -inf
    most: float = inf
    tolerance: float = 0
    near: float = 0
    hint: str = ""
    rubric: tuple = ()
    most_words: int = 0
    tier: str = "core"
    minutes: float = 2
    code: bool = False
    guess: bool = False


@dataclass(frozen=True)
class Lesson:
    """A lesson's name, its driving question, its notebook, its minutes and what it asks.

    retired: ids of questions that changed so much that an old answer does not answer them; never used again.
    """

    number: int
    title: str
    question: str
    notebook: str
    minutes: int
    guesses: tuple
    exercises: tuple
    retired: tuple = ()


@dataclass(frozen=True)
class Key:
    """What is known about an exercise's answer. `accept` lists further right answers (for "several": options
    that count neither way); `good` and `middling` are sample answers to an open question, each with its
    reason."""

    answer: Any = None
    accept: Any = ()
    explained: str = ""
    good: str = ""
    good_because: str = ""
    middling: str = ""
    middling_because: str = ""
    how: str = ""


@cache
def lessons():
    """All lessons by number."""
    found = (
        read_lesson(path.read_text(encoding="utf-8"))
        for path in files.data("exercises").glob("lesson_*.toml")
    )
    return {lesson.number: lesson for lesson in sorted(found, key=lambda lesson: lesson.number)}


@cache
def exercises():
    """All exercises and guesses by id."""
    return {one.id: one for lesson in lessons().values() for one in (*lesson.guesses, *lesson.exercises)}


def exercise(number: str, guess: bool = False) -> Exercise:
    """One exercise or guess. Raises a `Problem` where there is none, which names those of the same lesson:
    guesses where a guess was asked for, else exercises."""
    found = exercises().get(number) or of_event().get(number)
    if found:
        return found
    what = "guess" if guess else "exercise"
    known = [one.id for one in (*exercises().values(), *of_event().values()) if one.guess == guess]
    lesson = number[: len(number) - len(number.lstrip("0123456789"))] or number.partition(".")[0]
    near = [one for one in known if one.startswith(f"{lesson}.")]
    if near or is_blank(number):
        raise did_you_mean(number, near or known, what)
    first = " or ".join(f'"{one}"' for one in known[:2])
    raise Problem(
        f"There is no {what} called “{arrived(number)}”. Write its number as it stands in your lesson, such "
        f"as {first}."
    )


@cache
def keys():
    """The keys by id, as `Key`; empty where none were packed."""
    packed = files.data("exercises", "keys.txt")
    rows = unpack(packed.read_text(encoding="ascii")) if packed.is_file() else {}
    return {id: Key(**row) for id, row in rows.items()}


def key(number):
    """One exercise's key; an empty one where it has none."""
    if number not in exercises() and (rows := open_event.rows("questions")):
        packed = next((row["key"] for row in rows if row["id"] == number), "")
        with suppress(*BROKEN):
            return Key(**unpack(packed)) if packed else Key()
    return keys().get(number, Key())


def of_event():
    """The questions that came with the event that is open, by id. What is broken is left out."""
    found = {}
    for row in open_event.rows("questions"):
        with suppress(*BROKEN):
            found[row["id"]] = question_of_event(row["id"], json.loads(row["asks"]))
    return found


def question_of_event(number, asked):
    """A question of an event from what is written of it. Raises `ValueError`, `KeyError` or `TypeError`."""
    lesson = OF_EVENT.fullmatch(number)
    if not lesson or not asked.get("question"):
        raise ValueError(f"{number!r} is no number of a question, or asks nothing")
    return _exercise({**asked, "id": number}, lesson[1], guess=number.partition(".")[2].startswith("p"))


def read_lesson(text):
    """A lesson from the text of its TOML file."""
    table = tomllib.loads(text)
    number = table["lesson"]
    guesses = tuple(_exercise(row, number, guess=True) for row in table.get("guess", ()))
    asked = tuple(_exercise(row, number) for row in table.get("exercise", ()))
    named = (table[field] for field in ("title", "question", "notebook", "minutes"))
    return Lesson(number, *named, guesses, asked, tuple(table.get("retired", ())))


def pack(rows):
    """Keys as text that tells nothing to the eye: JSON, compressed, in letters. It hides; it does not
    protect.

    >>> unpack(pack({"1.1": {"answer": "sunday"}}))
    {'1.1': {'answer': 'sunday'}}
    """
    plain = json.dumps(rows, ensure_ascii=False, sort_keys=True).encode("utf-8")
    return "\n".join(textwrap.wrap(base64.b64encode(zlib.compress(plain, 9)).decode("ascii"), 100)) + "\n"


def unpack(text):
    """The keys from what `pack` made."""
    return json.loads(zlib.decompress(base64.b64decode(text)))


def _exercise(row, lesson, guess=False):
    row = dict(row)
    options = (
        Option(entry, entry) if isinstance(entry, str) else Option(*entry) for entry in row.pop("options", ())
    )
    items = (
        Option(entry, entry) if isinstance(entry, str) else Option(*entry) for entry in row.pop("items", ())
    )
    row.setdefault("minutes", 1 if guess else 2)
    one = Exercise(
        **{**row, "rubric": tuple(row.get("rubric", ()))},
        lesson=lesson, options=tuple(options), items=tuple(items), guess=guess,
    )  # fmt: skip
    if one.kind not in kinds() or one.tier not in TIERS or not one.id.startswith(f"{lesson}."):
        raise ValueError(
            f"Exercise {one.id!r} of lesson {lesson}: kind {one.kind!r} or tier {one.tier!r} is not known."
        )
    return one
