"""Tables, and what stands in them in words: names in a row, ranges, which of them do not touch."""

from itertools import combinations

from ..readability import ALIKE, DIFFER, NOTHING


def pd_frame(rows):
    """A DataFrame from an iterable of dictionaries."""
    import pandas as pd

    return pd.DataFrame(list(rows))


def joined(names):
    """Names as they are read.

    >>> joined(["¶5", "¶6", "¶10"])
    '¶5, ¶6 and ¶10'
    """
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def apart(ranges):
    """Which ranges do not touch, as a sentence; nothing for one. ranges: `.text`, `.low` and `.high`."""
    if len(ranges) < 2:
        return ""
    pairs = [f"{a.text} and {b.text}" for a, b in combinations(ranges, 2) if a.high < b.low or b.high < a.low]
    return f"Ranges that do not touch: {'; '.join(pairs)}." if pairs else "All these ranges overlap."


def span(score):
    """A score as a student reads it: `16 to 18`; a dash, or "too short", where it is undefined.

    >>> from whosewords.readability import Score
    >>> span(Score(17.0, 15.0, 19.0, "", 16.6))
    '15 to 19'
    """
    if score.grade != score.grade:
        return "too short" if score.note.startswith(("SMOG", "Too short")) else "–"
    return (
        f"{score.low:.0f} to {score.high:.0f}" if score.low == score.low else f"{score.grade:.0f}, no range"
    )


def verdicts(told, rule):
    """Pairs as a sentence or two: which differ, and how many cannot be told apart; nothing without pairs."""
    differ = [f"{one.name} and {other.name}" for one, other, _, answer in told if answer == DIFFER]
    alike = sum(answer == ALIKE for *_, answer in told)
    if not differ and not alike:
        return ""
    count = len(differ) + alike
    if not differ:
        none = f"None of the {count} pairs can be told apart."
        return ("These two cannot be told apart." if count == 1 else none) + _incomparable(told)
    rest = f" The other {alike} of {count} pairs cannot be told apart." if alike else ""
    return f"By the {rule} rule these differ: {'; '.join(differ)}.{rest}{_incomparable(told)}"


def _incomparable(told):
    number = sum(answer == NOTHING for *_, answer in told)
    return f" {number} more {'has' if number == 1 else 'have'} no ranges to compare." if number else ""
