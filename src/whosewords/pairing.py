"""Which texts differ in a readability score, and which cannot be told apart: every pair, with its difference.

Nothing is measured here; see `readability.difference` for that.
"""

from itertools import combinations

from .charts import matrix
from .findings import Finding
from .problems import Problem, did_you_mean
from .shelf import articles

DIFFER, ALIKE, NOTHING = "these two differ", "cannot be told apart", "nothing to compare"
MARKS = {DIFFER: "circle", ALIKE: "diamond", NOTHING: "stroke"}
RULES = ("careful", "naive")


def pairs(wanted=None, formula="flesch_kincaid", rule="careful"):
    """Which two texts differ in a readability score, and which cannot be told apart: a row for each pair.

    wanted: article ids; the five articles where nothing is given. formula, rule: see readability(). Two texts
    differ where the range of their difference, in whole grades, does not hold nought.
    """
    import pandas as pd

    from .readability import NAMES

    known_formula_and_rule(formula, rule)
    chosen = list(dict.fromkeys(articles.choose(wanted)))
    if len(chosen) < 2:
        raise Problem('A pair needs two texts: pairs(["trt", "neo"]), or pairs() for the five articles.')
    told = compared(chosen, formula, rule)
    words = verdicts(told, rule) or "None of these pairs has two scores to compare."
    table = pd.DataFrame(
        {"one text": one.name, "the other": other.name, "answer": answer,
         "the first lies higher by": span(score), "note": score.note}
        for one, other, score, answer in told
    )  # fmt: skip
    both = {
        (a.name, b.name): answer for one, other, _, answer in told for a, b in ((one, other), (other, one))
    }
    boxes = pd.DataFrame(
        {"text": a.name, "the other": b.name, "answer": both.get((a.name, b.name), NOTHING)}
        for a in chosen
        for b in chosen
    )
    return Finding(
        title=f"{NAMES[formula]}: which two texts differ?",
        table=table if any(table["note"]) else table.drop(columns="note"),
        words=words,
        held_constant=f"the formula and the sentence rule (“{rule}”).",
        do_not_conclude="that texts which cannot be told apart are equally hard. It only means that chance "
        "alone could have made the difference.",
        chart=matrix(boxes, words, "text", "the other", "answer", MARKS),
        more=(
            "Both texts are made anew a thousand times from their own sentences, drawn by chance, and "
            "subtracted. Where the range of the differences goes from below 0 to above it, or touches 0, the "
            "two cannot be told apart.",
        ),
    )


def known_formula_and_rule(formula, rule):
    """Says what there is where a formula or a sentence rule is not known."""
    from .readability import FORMULAS

    if formula not in FORMULAS:
        raise did_you_mean(formula, FORMULAS, "formula")
    if rule not in RULES:
        raise did_you_mean(rule, RULES, "sentence rule")


def compared(chosen, formula, rule):
    """Every pair of articles with the difference of their scores: (one, other, `Score`, answer)."""
    from .readability import difference

    found = []
    for one, other in combinations(chosen, 2):
        score = difference(one, other, formula, rule)
        answer = NOTHING if score.low != score.low else DIFFER if score.low > 0 or score.high < 0 else ALIKE
        found.append((one, other, score, answer))
    return found


def verdicts(told, rule):
    """Pairs as a sentence or two: which differ, and how many cannot be told apart; nothing without pairs."""
    differ = [f"{one.name} and {other.name}" for one, other, _, answer in told if answer == DIFFER]
    alike = sum(answer == ALIKE for *_, answer in told)
    if not differ and not alike:
        return ""
    count = len(differ) + alike
    if not differ:
        return (
            "These two cannot be told apart."
            if count == 1
            else f"None of the {count} pairs can be told apart."
        )
    rest = f" The other {alike} of {count} pairs cannot be told apart." if alike else ""
    return f"By the {rule} rule these differ: {'; '.join(differ)}.{rest}"


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
