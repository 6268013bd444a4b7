"""An option for each of several items, and how sure one is of each: from 50 % (a coin would do) to 100 %."""

from dataclasses import replace

from ..asking import ONE, Field, Kind, Option, chosen, of_items
from . import sort

LEVELS = tuple(
    Option(str(level), f"{level} %{told}")
    for level, told in ((50, ": a coin would do"), (60, ""), (70, ""), (80, ""), (90, ""), (100, ": certain"))
)
PERCENT = tuple(int(level.id) for level in LEVELS)
MARK = " sure"  # behind the id of an item: how sure one is of it
HOW = "How sure are you of {number}?"


def rows(exercise):
    """What is asked of each item, two rows each: pairs (row, its options)."""
    for number, item in enumerate(exercise.items, 1):
        yield Option(item.id, f"{number}. {item.text}"), exercise.options
        yield Option(item.id + MARK, HOW.format(number=number)), LEVELS


def fields(exercise, value):
    """Two fields for each item."""
    before = value or {}
    return [
        Field(ONE, options, row.id, row.text, before.get(row.id), row=True) for row, options in rows(exercise)
    ]


def understand(exercise, given):
    """A dictionary of item to option, and of item with `MARK` to a level."""
    listed = list(rows(exercise))
    found = of_items(replace(exercise, items=tuple(row for row, _ in listed)), given)
    return {row.id: chosen(replace(exercise, options=options), found[row.id]) for row, options in listed}


def opinions(exercise, value):
    """{item: (option, per cent)} of an understood answer.

    >>> from types import SimpleNamespace as Asked
    >>> opinions(Asked(items=[Option("a", "A mill burned.")]), {"a": "yes", "a sure": "80"})
    {'a': ('yes', 80)}
    """
    return {item.id: (value[item.id], int(value[item.id + MARK])) for item in exercise.items}


def judge(exercise, key, given):
    """By the options alone: how sure one may be is nobody's key."""
    return sort.judge(exercise, key, _options(exercise, given))


def wrong(exercise, key, value):
    return sort.wrong(exercise, key, _options(exercise, value))


def _options(exercise, value):
    return {item.id: value[item.id] for item in exercise.items}


def lines(exercise, value):
    """Short: by the number of each item."""
    texts, levels = dict(exercise.options), dict(LEVELS)
    return [
        f"{number}: {texts.get(value[item.id], value[item.id])}, {levels.get(value[item.id + MARK], '?')}"
        for number, item in enumerate(exercise.items, 1)
        if item.id in value and item.id + MARK in value
    ]


def shared(exercise, value):
    """What a teacher's page counts: the options. How sure somebody was stays with them."""
    texts = dict(exercise.options)
    return [f"{texts[value[item.id]]}: {item.text}" for item in exercise.items]


def example(exercise):
    names = [option.id for option in exercise.options]
    given = [f"{names[n % len(names)]}, 60" for n in range(len(exercise.items))]
    return '"' + ", ".join(given) + '"'


def says(exercise):
    return {**sort.says(exercise), "levels": LEVELS, "mark": MARK, "rows": [row for row, _ in rows(exercise)]}


KIND = Kind(fields, understand, lines, example, judge, shared=shared, wrong=wrong, says=says)
