"""A student's experiments on a grade: the same words with other marks, before and after, by both rules.

Nothing is measured here; see `marks` and `readability` for that.
"""

from ..display.charts import along, intervals
from ..display.finding import Finding, table_html
from ..display.tables import joined, span
from ..display.yours import FURNITURE, LANGUAGE, LINES, about_yours
from ..measures.edits import pieces, with_stops, without_dots
from ..problems import Problem, arrived
from ..readability import NAMES, RULES
from ..shelf.catalogue import choose_one

NAME = NAMES["flesch_kincaid"]
SERIES = {"careful rule": "circle", "naive rule": "diamond"}
EXTREMES = 3  # pieces that are shown at either end


def add_stops(texts, *, column=None):
    """Give every paragraph and heading that ends without a full stop one, and see what the grade does:
    add_stops("trt")."""
    one = choose_one(texts, column, "add_stops()")
    after, places = with_stops(list(one.body))
    done = (
        f"{len(places)} full stop{'s were' if len(places) > 1 else ' was'} added, at the end of "
        f"{numbers(one.body[i].paragraph for i in places)}."
        if places
        else f"Every line of {one.name} ends with a stop already, so nothing was added."
    )
    return changed(
        one, after, "with a full stop at the end of every line", done,
        held="every word, every letter, every syllable, and the formula. Only full stops are new.",
        limit="that the text became easier to read: nobody changed a word. And not that one rule is right "
        "and the other wrong: somebody decided where a sentence ends, and a heading can be argued about.",
    )  # fmt: skip


def drop_dots(texts, *, column=None):
    """Write abbreviations such as `U.S.` without their dots, and see what the grade does: drop_dots("rs")."""
    one = choose_one(texts, column, "drop_dots()")
    after, places = without_dots(list(one.body))
    done = (
        f"{len(places)} abbreviation{'s' * (len(places) > 1)} lost the dots, as when U.S. becomes US, in "
        f"{numbers(one.body[i].paragraph for i in places)}."
        if places
        else f"{one.name} has no abbreviation with dots inside, so nothing was changed."
    )
    return changed(
        one, after, "with U.S. written as US", done,
        held="every word, every letter, every syllable, and the formula. Only dots inside words are gone.",
        limit="that US is harder to read than U.S., or that a spelling makes a text more serious.",
    )  # fmt: skip


def drop_headings(texts, *, column=None):
    """Leave out headline and headings, and see what the grade does: drop_headings("trt")."""
    one = choose_one(texts, column, "drop_headings()")
    left_out = [p for p in one.paragraphs if p.voice == "H" and p.words]
    after = [word for p in one.paragraphs if p.voice not in "HB" for word in p.words]
    done = (
        f"{sum(len(p.words) for p in left_out)} of {len(one.body):,} words were left out: headline and "
        f"headings, {numbers(p.number for p in left_out)}."
        if left_out
        else f"{one.name} has no headline or heading here, so nothing was left out."
    )
    return changed(
        one, after, "without headline and headings", done,
        held="the words of the article below its headings, and the formula.",
        limit="that headings make a text easier or harder. They have few words and often no full stop, and "
        "each rule does something else with that.",
    )  # fmt: skip


def windows(texts, size=100, *, column=None):
    """Cut pieces of so many words out of one text, one beginning in the middle of the last, and grade each:
    windows("neo"), windows("neo", 200)."""
    import pandas as pd

    from ..readability import count, flesch_kincaid, measure

    one = choose_one(texts, column, "windows()")
    body = list(one.body)
    size = fitting_size(size, len(body), one.name)
    rows = [
        {"words": f"{first + 1} to {first + size}", "place": place(piece), "begins": first + 1}
        | {f"{rule} rule": float(round(flesch_kincaid(count(piece, rule)))) for rule in RULES}
        for first, piece in pieces(body, size, max(size // 2, 1))
    ]
    table = pd.DataFrame(rows)
    whole = {rule: measure(body, rule).flesch_kincaid.grade for rule in RULES}
    words = f"{len(rows)} pieces of {size} words. " + " ".join(
        spread(table, rule, whole[rule]) for rule in RULES
    )
    points = table.melt(["begins"], list(SERIES), "rule", "grade")
    ordered = table.sort_values(["careful rule", "begins"])
    few = len(table) > 2 * EXTREMES
    shown = pd.concat([ordered.head(EXTREMES), ordered.tail(EXTREMES)]) if few else ordered
    return Finding(
        title=f"{one.name}, in pieces of {size} words",
        table=table.drop(columns="begins"),
        words=words,
        held_constant="the writer, the text, the formula and the length of a piece. A sentence that is cut "
        "at the edge counts as one, as it does when you paste a piece into a website: so most pieces score a "
        "little lower than the whole text.",
        do_not_conclude="that the piece with the highest grade is the hardest to understand, or the most "
        "important; that a hundred words tell you the grade of an article.",
        chart=along(points, words, "begins", "grade", "rule", SERIES, ("the piece begins at word", NAME)),
        view=table_html(shown.drop(columns="begins")),
        more=(
            *((f"The table shows the {EXTREMES} lowest and {EXTREMES} highest by the careful rule.",) * few),
            "A cut may leave a scrap of one or two words. The careful rule takes it for a sentence, the "
            "naive rule does not: there the two part.",
            *about_yours([one], LANGUAGE, FURNITURE),
        ),
    )  # fmt: skip


def fitting_size(size, longest, name):
    """The length of a piece as a whole number that fits the text; raises a `Problem` that says what fits."""
    from ..readability import FEWEST_WORDS

    if longest < FEWEST_WORDS:
        raise Problem(f"{name} has only {longest} words, and a score needs at least {FEWEST_WORDS}.")
    try:
        whole = int(size)
    except (TypeError, ValueError, OverflowError):
        whole = 0
    if isinstance(size, bool) or not FEWEST_WORDS <= whole <= longest:
        raise Problem(
            f"A piece of {name} can have {FEWEST_WORDS} to {longest} words, but “{arrived(size)}” arrived. "
            f'Write a number, as in windows("trt", 200).'
        )
    return whole


def changed(article, after, how, done, held, limit):
    """A score before and after a change, by both sentence rules, as a `Finding`."""
    import pandas as pd

    from ..readability import measure

    rows, told, notes = [], [done], {}
    for rule in RULES:
        pair = []
        for when, listed in (("before", list(article.body)), ("after", after)):
            result = measure(listed, rule)
            score = result.flesch_kincaid
            pair.append(score)
            notes[score.note] = None
            rows.append(
                {"rule": f"{rule} rule", "when": when, "sentences": result["sentences"],
                 "grade": score.grade, "range": span(score), "low": score.low, "high": score.high}
            )  # fmt: skip
        told.append(moved(rule, *pair))
    table = pd.DataFrame(rows)
    words = " ".join(told)
    drawn = table.assign(text=table["rule"].str.removesuffix(" rule") + ", " + table["when"])
    return Finding(
        title=f"{article.name}: {NAME}, {how}",
        table=table.drop(columns=["low", "high"]),
        words=words,
        held_constant=held,
        do_not_conclude=limit,
        chart=intervals(drawn.dropna(subset=["grade"]), words, NAME)
        if table["grade"].notna().any()
        else None,
        more=(*filter(None, notes), *about_yours([article], LANGUAGE, LINES, FURNITURE)),
    )


def moved(rule, before, after):
    """What a change did to the grade by one rule, as a sentence.

    >>> from whosewords.readability import Score
    >>> moved("naive", Score(19.0, 16.0, 22.0, "", 19.1), Score(17.0, 15.0, 19.0, "", 16.8))
    'By the naive rule the grade goes from 19 to 17.'
    """
    if before.grade != before.grade or after.grade != after.grade:
        return f"By the {rule} rule there is no grade to compare."
    if before.grade == after.grade:
        return f"By the {rule} rule the grade stays at {before.grade:.0f}."
    return f"By the {rule} rule the grade goes from {before.grade:.0f} to {after.grade:.0f}."


def spread(table, rule, whole):
    """The lowest and the highest piece by one rule, as a sentence."""
    grades = table[f"{rule} rule"]
    low, high = table.loc[grades.idxmin()], table.loc[grades.idxmax()]
    return (
        f"By the {rule} rule the lowest has grade {grades.min():.0f} ({low['place']}), the highest "
        f"{grades.max():.0f} ({high['place']}), and the whole text {whole:.0f}."
    )


def place(listed):
    """The paragraphs that a piece reaches over, as they are read."""
    first, last = listed[0].paragraph, listed[-1].paragraph
    return f"¶{first}" if first == last else f"¶{first} to ¶{last}"


def numbers(found):
    """Numbers of paragraphs as they are read, each once."""
    return joined([f"¶{number}" for number in dict.fromkeys(found)])
