"""What does not hold for a text that its reader brought, as the sentences that stand below a result."""

from ..readability import is_english
from ..shelf import open_event
from .tables import joined

MOST = 5  # texts that are named one by one
RULE, TARGETS, LANGUAGE, LINES, FURNITURE = "rule", "targets", "language", "lines", "furniture"
SAID = {
    RULE: "Who speaks where was told by rule and not checked by hand: docs/voices.md says how often that is "
    "right.",
    TARGETS: "Whom a loaded word is about was noted for the articles only.",
    LINES: "Which line is a heading was told by rule: it is short, and no mark ends it.",
}


def about_yours(chosen, *what):
    """Sentences about the texts of one's own among these articles; none where there is no such text.

    what: what a call made use of, out of RULE, TARGETS, LANGUAGE, LINES and FURNITURE.
    """
    mine = [article for article in chosen if article.yours]
    given = [article for article in mine if RULE in what and article.sealed]
    checked = [
        article
        for article in mine
        if RULE in what and article not in given and open_event.rows("voices", article.id)
    ]
    unchecked = [article for article in mine if article not in (*checked, *given)]
    but_voices = [each for each in what if each != RULE]
    for several, kinds in ((unchecked, what), (checked, but_voices), (given, but_voices)):
        said = [SAID[each] for each in kinds if each in SAID]
        if several and said:
            yield f"{named(several)}: {' '.join(said)}"
    if given:
        yield f"{named(given)}: voices as whoever handed this out noted them, and as you corrected them."
    if checked:
        yield f"{named(checked)}: voices as you corrected them by hand, and as the rule says elsewhere."
    foreign = [article for article in mine if not is_english(article)]
    if foreign and {RULE, LANGUAGE} & set(what):
        yield (
            f"{named(foreign)}: this does not look English, and the list, the rules and the formulas are for "
            "English, so such numbers are not given."
        )
    cut = [article for article in mine if any(p.voice == "B" for p in article.paragraphs)]
    if cut and FURNITURE in what:
        lines = [f"¶{p.number} of {article.name}" for article in cut[:MOST] for p in article.paragraphs
                 if p.voice == "B"]  # fmt: skip
        more = f" The same in {len(cut) - MOST} more texts." if len(cut) > MOST else ""
        yield f"Left out, since a website adds such lines to every text: {joined(lines)}.{more}"


def about_own_list(chosen):
    """Sentences about a count of these articles with a list of their reader's own."""
    yield "You count with a list of your own: nobody has measured how often it is right."
    if any(article.locked for article in chosen):
        yield "A word that only your list has can be found only where it is not a block."


def named(articles):
    """The names of texts as they are read; the first few of many."""
    names = [article.name for article in articles]
    rest = len(names) - MOST
    return joined(names if rest <= 0 else [*names[:MOST], f"{rest} more"])
