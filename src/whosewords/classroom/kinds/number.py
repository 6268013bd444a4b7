"""One number, right within a tolerance, of a range that makes sense for the question."""

import re
from math import inf, isnan
from numbers import Real

from ...problems import Problem, arrived
from ..asking import CLOSE, NOT_YET, NUMBER, RIGHT, Field, Judgement, Kind

BESIDE = r"[^\d¼-¾⅐-⅞]*"  # 2½ is not 2
WRITTEN = re.compile(rf"{BESIDE}?([-−]?\d+(?:[ ,]\d{{3}})*(?:\.\d+)?(?:e[+-]?\d+)?){BESIDE}", re.I)
IN_LETTERS = re.compile(
    r"\b(?:zero|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twenty|forty|"
    r"hundred|thousand|million|dozen|half)",
    re.I,
)
LESS, MORE = "A little less.", "A little more."
LIKELY = 12  # as an example
ASKED = "{id} asks for one number{range}"
NOTHING = "{asked}, such as {example}. Type one first."
LETTERS = "{asked}. Write digits, such as {example}, and not “{came}”."
NO_NUMBER = "{asked}, such as {example}, but “{came}” arrived."
OUTSIDE = "{asked}, but “{came}” arrived."


def fields(exercise, value):
    return [Field(NUMBER, value=value, unit=exercise.unit)]


def understand(exercise, given):
    """A whole number as int, any other as float."""
    if isinstance(given, (list, tuple, set)) and len(given) == 1:
        (given,) = given
    came = arrived(given)

    def missing(sentence):
        return Problem(_told(exercise, sentence).replace("{came}", came))

    if not came:
        raise missing(NOTHING)
    number = _read(given)
    if number is None or isnan(number):
        if isinstance(given, str) and IN_LETTERS.search(came) and not re.search(r"\d", came):
            raise missing(LETTERS)
        raise missing(NO_NUMBER)
    if not exercise.least <= number <= exercise.most or abs(number) == inf:
        raise missing(OUTSIDE)
    return int(number) if float(number).is_integer() else number


def judge(exercise, key, given):
    """Right within ± `tolerance`, close within ± `near`."""
    off = abs(given - key.answer)
    if off <= exercise.tolerance or given in key.accept:
        return Judgement(RIGHT)
    detail = LESS if given > key.answer else MORE
    return Judgement(CLOSE, detail) if off <= exercise.near else Judgement(NOT_YET)


def lines(exercise, value):
    return [f"{value:,} {exercise.unit}".strip()]


def example(exercise):
    return f"{min(max(LIKELY, exercise.least), exercise.most):g}"


def _told(exercise, sentence):
    """A sentence about what is asked for, with a place left for what came."""
    asked = ASKED.format(id=exercise.id, range=_range(exercise))
    return sentence.format(asked=asked, example=example(exercise), came="{came}")


def _read(given):
    """A number, of a number or a text; None where there is none, or more than one."""
    if isinstance(given, Real) and not isinstance(given, bool):
        return float(given)
    found = WRITTEN.fullmatch(given.strip()) if isinstance(given, str) else None
    return float(re.sub("[ ,]", "", found[1]).replace("−", "-")) if found else None


def _range(exercise):
    least, most = exercise.least, exercise.most
    if -inf < least and most < inf:
        return f" from {least:,} to {most:,}"
    return f" of {least:,} or more" if -inf < least else f" of {most:,} or less" if most < inf else ""


def says(exercise):
    about = {"nothing": NOTHING, "letters": LETTERS, "no_number": NO_NUMBER, "outside": OUTSIDE}
    sentences = {name: _told(exercise, sentence) for name, sentence in about.items()}
    patterns = {"written": WRITTEN.pattern, "in_letters": IN_LETTERS.pattern}
    return {**sentences, **patterns, "less": LESS, "more": MORE}


KIND = Kind(fields, understand, lines, example, judge, says=says)
