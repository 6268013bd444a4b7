"""Which texts differ in a readability score, and which cannot be told apart: every pair, with its difference.

Nothing is measured here; see `readability.difference` for that.
"""

from ..display.charts import matrix
from ..display.finding import Finding, table_html
from ..display.tables import span, verdicts
from ..display.yours import FURNITURE, LANGUAGE, about_yours
from ..problems import Problem
from ..readability import ALIKE, DIFFER, NAMES, NOTHING, compared, known_formula_and_rule
from ..shelf.catalogue import choose

MARKS = {DIFFER: "circle", ALIKE: "diamond", NOTHING: "stroke"}


def pairs(texts=None, formula="flesch_kincaid", *, rule="careful", column=None):
    """Which two texts differ in a readability score, and which cannot be told apart: a row for each pair.

    texts: short names, texts of your own or several of them; the articles that are compared where nothing is
    given. formula, rule, column: see readability(). Two texts differ where the range of their difference, in
    whole grades, does not hold nought.
    """
    import pandas as pd

    known_formula_and_rule(formula, rule)
    chosen = list(dict.fromkeys(choose(texts, column)))
    if len(chosen) < 2:
        raise Problem('A pair needs two texts: pairs(["trt", "neo"]), or pairs() for all that are compared.')
    told = compared(chosen, formula, rule)
    words = verdicts(told, rule) or "None of these pairs has two scores to compare."
    table = pd.DataFrame(
        {"one text": one.name, "the other": other.name, "answer": answer,
         "the first lies higher by": span(score)}
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
        table=table,
        view=table_html(_narrow(table)),
        words=words,
        held_constant=f"the formula and the sentence rule (“{rule}”).",
        do_not_conclude="that texts which cannot be told apart are equally hard. It only means that chance "
        "alone could have made the difference.",
        chart=matrix(boxes, words, "text", "the other", "answer", MARKS),
        more=(
            *(f"Nothing to compare: {note}" for note in dict.fromkeys(s.note for _, _, s, _ in told) if note),
            "Both texts are made anew a thousand times from their own sentences, drawn by chance, and "
            "subtracted. Where the range of the differences goes from below 0 to above it, or touches 0, the "
            "two cannot be told apart.",
            *about_yours(chosen, LANGUAGE, FURNITURE),
        ),
    )


def _narrow(table):
    """The table with both texts in one column, so that it fits a telephone."""
    both = table["one text"] + " and " + table["the other"]
    return table.drop(columns=["one text", "the other"]).assign(pair=both).iloc[:, [2, 0, 1]]
