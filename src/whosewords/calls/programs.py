"""One text, one formula, six programs: what each says, with its version and the day it was asked.

Our own answer is counted now. The others stand in `data/readability/programs.csv`, made by
`tools/make_programs.py` from the full texts, since a program that knows no blocks cannot read them.
"""

import math
from datetime import date

from .. import files
from ..display.charts import intervals
from ..display.finding import Finding, table_html
from ..display.tables import joined
from ..readability import NAMES
from ..shelf.catalogue import choose_one
from ..version import __version__

OURS = "Whose Words?"


def programs(texts, *, column=None):
    """What six programs answer when they are asked for the Flesch-Kincaid grade of one text:
    programs("trt").

    A text of your own gets our answer alone: no other program is asked while you work.
    """
    import pandas as pd

    one = choose_one(texts, column, "programs()")
    others = [] if one.yours else [as_stored(row, one.id) for row in stored()]
    rows = [{"program": OURS, **ours(one)}, *others]
    table = pd.DataFrame(rows, columns=["program", "version", "grade", "how it counts"])
    grades = [f"{grade:.0f}" for grade in sorted(table["grade"].dropna())]
    said = joined(grades) if grades else "nothing, since it is too short"
    words = f"{one.name}: the programs say {said}. All use a formula of the same name."
    if one.yours:
        words = f"{one.name}: {OURS} says {said}. No other program was asked about a text of your own."
    named = table["program"] + " " + table["version"]
    told = pd.DataFrame({"grade": table["grade"], "program": named + ": " + table["how it counts"]})
    drawn = table.assign(text=named, low=math.nan, high=math.nan).dropna(subset=["grade"])
    return Finding(
        title=f"{one.name}: one text, one formula, {len(grades)} programs",
        table=table,
        words=words,
        held_constant="the text, letter for letter, and the formula’s name. Not held constant: where a "
        "sentence ends, what a syllable is, and in one program a number inside the formula.",
        do_not_conclude="that the one in the middle is right, or that you may take the one that you like. "
        "Name the program and its version, or give all.",
        chart=intervals(drawn, words, NAMES["flesch_kincaid"]),
        view=table_html(told),  # two columns: a telephone has no room for four
        more=(
            f"Ours is counted now. The others were asked on {when()}, on the full text without its "
            "boilerplate. How a program counts, we read in its code.",
        )
        if others
        else (),
    )


def ours(article):
    """Our own row: version, grade by the careful rule, and how it counts."""
    from ..readability import measure

    score = measure(article).flesch_kincaid
    return {
        "version": __version__,
        "grade": score.grade,
        "how it counts": "careful rule; a heading is a sentence",
    }


def as_stored(row, name):
    """The row of a stored program for one text, its grade as a whole number; NaN where it was not asked."""
    value = float(row.get(name) or math.nan)
    return {"program": row["program"], "version": row["version"], "how it counts": row["note"],
            "grade": math.nan if math.isnan(value) else float(round(value))}  # fmt: skip


def stored():
    """The answers of the other programs: program, version, measured, note, and a column for each text."""
    return files.table_rows("readability", "programs.csv")


def when():
    """The day, or the days, on which the programs were asked."""
    days = [date.fromisoformat(row["measured"]) for row in stored()]
    return joined([f"{day.day} {day:%B %Y}" for day in dict.fromkeys(days)])
