"""What every kind of exercise is made of: the fields that it is asked with, how its answers are read and
judged, and the record that holds all of this, one for each file of `kinds/`.

Nothing is drawn here: `notebook` and `publish` draw each field by its form, whatever kind asks with it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from ..problems import Problem, did_you_mean

RIGHT, CLOSE, NOT_YET = "right", "close", "not yet"
CLOSE_ENOUGH = 0.5  # of full discernment, or of the items in their place
WAITING = "Still without an answer: {names}. This did not count as a try."
NOTHING_YET = "Nothing is chosen yet. Choose first: this did not count as a try."
FORMS = ONE, MANY, ORDER, NUMBER, LINE, AREA = (  # of a field
    "one of", "many of", "an order", "a number", "a line", "an area",
)  # fmt: skip
MOVING = {  # what is said where lines are put in order by buttons; pages say the same
    "up": "Up", "down": "Down", "now": "Now {place} of {of}: {line}", "first": "It stands first already.",
    "last": "It stands last already.",
}  # fmt: skip


class Option(NamedTuple):
    """Something that can be chosen: a short name to type, and what is read."""

    id: str
    text: str


class Judgement(NamedTuple):
    """`result` is "right", "close" or "not yet"; `detail` says what is still missing, without giving it
    away; `marks` has a sign and a word for each item or option that is marked, by its id."""

    result: str
    detail: str = ""
    marks: Mapping = {}


@dataclass(frozen=True)
class Field:
    """A part of an answer, and how it is asked for.

    form: ONE or MANY of the `options`, an ORDER of all of them, a NUMBER, a LINE of text or an AREA to write
    in. item: the id of what is asked about, where an exercise has a field for each item, with its text as
    `label`; "" where the whole exercise is one field. value: the answer that was given before, or None. row:
    options side by side. code: whether the options are lines of code.
    """

    form: str
    options: tuple = ()
    item: str = ""
    label: str = ""
    value: Any = None
    unit: str = ""
    row: bool = False
    code: bool = False


@dataclass(frozen=True)
class Kind:
    """How one kind of exercise is asked, read, judged and shown.

    fields(exercise, value): the `Field`s, with an answer that was given before, or None.
    understand(exercise, given): what was typed, or came out of the fields (see `gathered`), as a plain value
        that can be stored: a text, a number, a list or a dictionary; a `Problem` where it is no answer yet.
    lines(exercise, value): an understood answer as it is read.
    example(exercise): an answer as it is typed, which gives nothing away.
    judge(exercise, key, value): a `Judgement`; None where the answer is an open text.
    above: what is said above the fields.
    shared(exercise, value): the lines that a page about a class counts, each for itself, where it does not
        count an answer as a whole.
    wrong(exercise, key, value): what is wrong in an answer, part by part, where a page about a class does not
        count a wrong answer as a whole.
    says(exercise): by name, the sentences that `understand` and `judge` use, and the patterns they read with:
        a page, which has no Python, reads and judges with them (`publish/keep.js`).
    """

    fields: Callable
    understand: Callable
    lines: Callable
    example: Callable
    judge: Callable | None = None
    above: str = ""
    shared: Callable | None = None
    wrong: Callable | None = None
    says: Callable = lambda exercise: {}

    @property
    def is_open(self):
        """Whether an answer is a text that no machine judges."""
        return self.judge is None


def gathered(fields, values):
    """What stands in all fields of an exercise: the value of its one field, or {item: value} of the filled.

    >>> gathered([Field(LINE)], ["a"])
    'a'
    >>> gathered([Field(LINE, item="x"), Field(LINE, item="y")], ["a", ""])
    {'x': 'a'}
    """
    if not fields[0].item:
        return values[0]
    filled = zip(fields, values, strict=True)
    return {field.item: value for field, value in filled if value not in (None, "", [])}


def chosen(exercise, given):
    """The id of the option that is meant by its id or its text."""
    return _meant(exercise.options, given, f"answer to {exercise.id}")


def of_items(exercise, given):
    """{item: what is given for it} in the order of the items, of a dictionary or of a list with commas.
    Raises a `Problem` that names the items that wait for an answer."""
    items = exercise.items
    if isinstance(given, Mapping):
        of = f"item in {exercise.id}"
        filled = {name: value for name, value in given.items() if not is_nothing(value)}
        found = {_meant(items, name, of): value for name, value in filled.items()}
    else:
        parts = listed(given)
        if parts and len(parts) != len(items):
            raise Problem(
                f"{exercise.id} has {len(items)} rows, but {len(parts)} answer{'s' * (len(parts) != 1)} "
                "arrived. Give them in the order of the list, with commas between them. This did not count "
                "as a try."
            )
        found = {item.id: part for item, part in zip(items, parts, strict=False)}
    if not found:
        raise Problem(NOTHING_YET)
    waiting = [item.text.rstrip(".") for item in items if item.id not in found]
    if waiting:
        raise Problem(WAITING.format(names="; ".join(waiting)))
    return {item.id: found[item.id] for item in items}


def listed(given):
    """The parts of what is given: of a text with commas, or of a list.

    >>> listed("a, b; c"), listed({"a"}), listed(3)
    (['a', 'b', 'c'], ['a'], [3])
    """
    if isinstance(given, str):
        return [part for part in re.split(r"\s*[,;]\s*", given.strip()) if part]
    return list(given) if isinstance(given, Iterable) else [given]


def _meant(options, given, what):
    wanted = _plain(given)
    for option in options:
        if wanted in (_plain(option.id), _plain(option.text)):
            return option.id
    raise did_you_mean(given, [option.id for option in options], what)


def is_nothing(given):
    """Whether nothing was chosen or typed."""
    return given is None or not str(given).strip()


def _plain(given):
    return _without_marks(str(given))


@lru_cache(4096)  # a class of 200 asks for a few hundred texts a million times
def _without_marks(text):
    return " ".join(re.sub(r"[“”\"'‘’.]", "", text).casefold().split())
