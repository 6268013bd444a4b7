"""The keys of Lesson 6, computed from grades, sentences and windows by both rules."""

from functools import cache

from whosewords.calls.experiments import add_stops, drop_dots, windows
from whosewords.calls.programs import programs
from whosewords.readability import ALIKE, SMOG_SENTENCES, compared, measure
from whosewords.shelf.catalogue import SHELF, articles


@cache
def grades(call, name):
    """{rule: (grade before, grade after)} of an experiment."""
    table = call(name).table
    return {rule: tuple(rows["grade"]) for rule, rows in table.groupby("rule")}


def moved(call, name, rule):
    before, after = grades(call, name)[f"{rule} rule"]
    return "stays" if before == after else "down" if after < before else "up"


def without_dots():
    """What the naive grade does without the dots, and that it is the ends of sentences that do it."""
    table = drop_dots("rs").table.set_index(["rule", "when"])["sentences"]
    assert table["naive rule", "before"] > table["naive rule", "after"]
    assert moved(drop_dots, "rs", "careful") == "stays"
    return moved(drop_dots, "rs", "naive")


def gap(name):
    """Highest minus lowest window of 100 words, by the careful rule."""
    found = windows(name).table["careful rule"]
    return int(found.max() - found.min())


def highest_part():
    """The part of the Anti-Empire page with the highest grade by the careful rule."""
    parts = {"headline": ("headline", "deck"), "note": ("note",), "excerpt": ("body",)}
    found = {
        part: measure([w for p in articles["anti_empire"].page if p.role in roles for w in p.words])
        for part, roles in parts.items()
    }
    ranked = sorted(found, key=lambda part: found[part].flesch_kincaid.grade)
    assert found[ranked[-1]].flesch_kincaid.grade > found[ranked[-2]].flesch_kincaid.grade
    return ranked[-1]


# What a misuse of 6.8 breaks on, measured; None for a fair use.
BREAKS = {
    "draft": None,
    "honest": lambda: moved(add_stops, "trt", "naive") == "down",  # lower without a change of content
    "ban": lambda: gap("neo") >= 8,  # one article lies on both sides of such a line
    "leaflet": None,
    "mixed": lambda: programs("trt").table["grade"].nunique() > 1,
    "league": lambda: any(
        answer == ALIKE
        for *_, answer in compared([articles[name] for name in SHELF], "flesch_kincaid", "careful")
    ),
    "breath": None,
    "same rule": None,
}


def uses():
    return {use: "misuse" if breaks and breaks() else "fine" for use, breaks in BREAKS.items()}


RECOMPUTED = {
    "6.p3": lambda: str(gap("neo")),
    "6.12": without_dots,
    "6.3": lambda: [name for name in SHELF if measure(articles[name])["sentences"] >= SMOG_SENTENCES],
    "6.4": lambda: gap("trt"),
    "6.5": highest_part,
    "6.7": lambda: "unknown" if all(articles[name].language == "en" for name in articles) else "author",
    "6.8": uses,
}
