"""Understand what a student answered, and judge it: right, close or not yet. Values in, values out."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..problems import Problem, arrived, did_you_mean

RIGHT, CLOSE, NOT_YET = "right", "close", "not yet"
CLOSE_ENOUGH = 0.5  # of full discernment, or of the items in their place
LONGEST_ANSWER = 20_000  # characters
TOO_MANY = 1e15  # no answer counts so many; from here on a number cannot be told from the next one
NOTHING_YET = "Nothing is chosen yet. Choose first: this did not count as a try."


class Judgement(NamedTuple):
    """`result` is "right", "close" or "not yet"; `detail` says what is still missing, without giving it
    away."""

    result: str
    detail: str = ""


def understand(exercise, given):
    """A student's answer as a plain value; raises a `Problem` that says what arrived and what would do.

    choice gives an option's id, several a list of ids in the order of the options, sort a dictionary of item
    to option, number a float or int, words a text.
    """
    return _READERS[exercise.kind](exercise, given)


def judge(exercise, key, given):
    """Judge an understood answer to an exercise against its key, as a `Judgement`."""
    return _JUDGES[exercise.kind](exercise, key, given)


def discernment(given, wanted, options):
    """Catch rate less false-alarm rate, −1 to 1: 1 finds all and only those wanted, 0 is what ticking all
    gives.

    >>> discernment({"a", "b"}, {"a", "b"}, {"a", "b", "c", "d"})
    1.0
    >>> discernment({"a", "b", "c", "d"}, {"a", "b"}, {"a", "b", "c", "d"})
    0.0
    """
    given, wanted, others = set(given), set(wanted), set(options) - set(wanted)
    caught = len(given & wanted) / len(wanted) if wanted else 1.0
    alarms = len(given & others) / len(others) if others else 0.0
    return caught - alarms


def _option(exercise, given):
    wanted = _plain(given)
    for option in exercise.options:
        if wanted in (_plain(option.id), _plain(option.text)):
            return option.id
    raise did_you_mean(given, [option.id for option in exercise.options], f"answer to {exercise.id}")


def _choice(exercise, given):
    if isinstance(given, (list, tuple, set)) and len(given) == 1:
        (given,) = given
    return _option(exercise, given)


def _several(exercise, given):
    chosen = {_option(exercise, one) for one in _parts(given)}
    if not chosen:
        raise Problem(NOTHING_YET)
    return [option.id for option in exercise.options if option.id in chosen]


def _sort(exercise, given):
    names = [item.id for item in exercise.items]
    if isinstance(given, Mapping):
        unknown = [name for name in given if name not in names]
        if unknown:
            raise did_you_mean(unknown[0], names, f"item in {exercise.id}")
        if not given:
            raise Problem(NOTHING_YET)
        return {name: _option(exercise, given[name]) for name in names if name in given}
    parts = _parts(given)
    if len(parts) != len(names):
        raise Problem(
            f"{exercise.id} has {len(names)} things to sort, but {len(parts)} answers arrived. Give them in "
            "the order of the list, with commas between them."
        )
    return {name: _option(exercise, part) for name, part in zip(names, parts, strict=True)}


def _number(exercise, given):
    if isinstance(given, int | float) and not isinstance(given, bool) and abs(given) < TOO_MANY:
        return given
    if not str(given).strip():
        raise Problem(f"{exercise.id} asks for one number, such as 12. Type one first.")
    found = re.fullmatch(r"\D*?([-−]?\d+(?:[ ,]\d{3})*(?:\.\d+)?)\D*", str(given).strip())
    number = float(re.sub("[ ,]", "", found.group(1)).replace("−", "-")) if found else TOO_MANY
    if isinstance(given, bool) or not abs(number) < TOO_MANY:
        raise Problem(f"{exercise.id} asks for one number, such as 12, but “{arrived(given)}” arrived.")
    return int(number) if number.is_integer() else number


def _words(exercise, given):
    text = str(given).strip().encode("utf-8", "replace").decode("utf-8")
    if not text:
        raise Problem("There is nothing to save yet. Write a sentence first.")
    if len(text) > LONGEST_ANSWER:
        raise Problem(
            f"That is {len(text):,} characters long. An answer may have {LONGEST_ANSWER:,} at most."
        )
    return text


def _parts(given):
    if isinstance(given, str):
        return [part for part in re.split(r"\s*[,;]\s*", given.strip()) if part]
    return list(given) if isinstance(given, Iterable) else [given]


def _plain(text):
    return " ".join(re.sub(r"[“”\"'‘’.]", "", str(text)).casefold().split())


def _judge_choice(exercise, key, given):
    return Judgement(RIGHT if given == key.answer or given in key.accept else NOT_YET)


def _judge_several(exercise, key, given):
    either_way = set(key.accept)
    given, wanted = set(given) - either_way, set(key.answer)
    if given == wanted:
        return Judgement(RIGHT)
    options = {option.id for option in exercise.options} - either_way
    if given == options:
        return Judgement(NOT_YET, "If you tick everything, you have not told anything apart.")
    extra = len(given - wanted)
    detail = f"You found {len(given & wanted)} of {len(wanted)}"
    detail += f", and {extra} of your ticks {'does' if extra == 1 else 'do'} not belong." if extra else "."
    close = discernment(given, wanted, options) >= CLOSE_ENOUGH
    return Judgement(CLOSE if close else NOT_YET, detail)


def _judge_sort(exercise, key, given):
    accept = dict(key.accept)
    right = sum(given.get(item) in (wanted, accept.get(item, wanted)) for item, wanted in key.answer.items())
    if right == len(key.answer):
        return Judgement(RIGHT)
    missing = len(key.answer) - len(given)
    detail = f"{right} of {len(key.answer)} are in their place."
    detail += f" {missing} still {'waits' if missing == 1 else 'wait'} for an answer." if missing else ""
    # Everything in one box finds whatever belongs there, without telling anything apart.
    one_box = len(set(given.values())) < 2 and not missing
    return Judgement(CLOSE if right / len(key.answer) > CLOSE_ENOUGH and not one_box else NOT_YET, detail)


def _judge_number(exercise, key, given):
    off = abs(given - key.answer)
    if off <= exercise.tolerance or given in key.accept:
        return Judgement(RIGHT)
    detail = "A little less." if given > key.answer else "A little more."
    return Judgement(CLOSE, detail) if off <= exercise.near else Judgement(NOT_YET)


_READERS = {"choice": _choice, "several": _several, "sort": _sort, "number": _number, "words": _words}
_JUDGES = {"choice": _judge_choice, "several": _judge_several, "sort": _judge_sort, "number": _judge_number}
