"""A student's calls that count loaded words: each number unfolds to the places it was counted from.

Nothing is measured here; see `tally` for that.
"""

import math
from numbers import Real

from ..display.charts import intervals
from ..display.finding import Finding
from ..display.hits import along_texts, unfolded
from ..display.tables import apart, pd_frame
from ..display.yours import FURNITURE, RULE, TARGETS, about_own_list, about_yours
from ..lexicon import CANDIDATES, CATEGORIES, accuracy_line
from ..lexicon.own import entries_of
from ..measures.chance import FEWEST_SENTENCES
from ..measures.rates import OWN, SAID, UNCOUNTED, placed_hits, rate
from ..problems import Problem, arrived, did_you_mean
from ..readability import is_english
from ..shelf.catalogue import choose
from ..voices import voice_of

COLUMNS = (("author’s voice (A + H)", OWN), ("quoted and reported (Q + I)", SAID))
NAMED = {"author": COLUMNS[:1], "quoted": COLUMNS[1:], "all": (("all voices (A + H + Q + I)", OWN + SAID),)}
DRAWN = 50  # words; what a voice says in fewer is told, and not drawn
SHORT = 500  # words; under this one hit more or less moves the rate by more than 2 in 1,000
ONE_WORD = "one word more or less moves this rate by"


def count(category, texts=None, *, voice=None, per=None, words=None, column=None):
    """How often words of one category stand in texts, split by who says them: count("verdict", per=1000).

    category: label, violence, emotive, metaphor, euphemism, booster, hedge, presupposition, verdict, virtue;
    agency and scare are listed only. texts: short names, texts of your own or several of them (see
    `catalogue.choose`); the articles that are compared where nothing is given. voice: "author", "quoted",
    "all" or letters such as "A+H"; both columns where nothing is given. per: None for raw counts, else so
    many words. words: a list of your own (see use_list). column: where texts is a table, its column with the
    texts.
    """
    name = category_named(category)
    chosen, found = _found(choose(texts, column), words, name)
    if name in CANDIDATES:
        return _listed_only(name, found)
    return _counted(f"{CATEGORIES[name]} ({name})", chosen, found, voice, per, words)


def loaded_language(texts=None, *, voice=None, per=1000, words=None, column=None):
    """Loaded words of all ten categories that a list can count, split by who says them.

    texts, voice, per, words, column: see count().
    """
    chosen, found = _found(choose(texts, column), words, None)
    return _counted("Loaded words, all categories", chosen, found, voice, per, words)


def category_named(category):
    """The category that a student means, in any case, by its short or its long name; raises `Problem`.

    >>> category_named("VERDICT"), category_named("Words for violence")
    ('verdict', 'violence')
    """
    low = arrived(category).lower()
    long = {text.lower(): name for name, text in CATEGORIES.items()}
    if low in CATEGORIES or low in long:
        return long.get(low, low)
    raise did_you_mean(low, CATEGORIES, "category")


def columns_of(voice):
    """The columns that a student asks for: pairs (name, letters of the voices).

    >>> columns_of("A+H"), columns_of("author")[0][1]
    ((('voice A + H', 'AH'),), 'AHE')
    """
    if voice is None:
        return COLUMNS
    low = arrived(voice).lower()
    if low in NAMED:
        return NAMED[low]
    letters = low.upper().replace("+", " ").replace(",", " ").split()
    if letters and set(letters) & {"S", "B"}:
        raise Problem(
            "Scare quotes (S) are listed under every count and never summed; boilerplate (B) is left out."
        )
    if letters and set(letters) <= set(OWN + SAID):
        return ((f"voice {' + '.join(letters)}", "".join(letters)),)
    raise did_you_mean(voice, [*NAMED, *OWN, *SAID, "A+H", "Q+I"], "voice")


def short(number):
    """A number as a student reads it: whole from 10 on, else one decimal; a dash where it is undefined.

    >>> short(63.6), short(2.46), short(3.0), short(float("nan"))
    ('64', '2.5', '3', '–')
    """
    if number != number:
        return "–"
    return f"{number:,.0f}" if abs(number) >= 9.95 else f"{number:.1f}".removesuffix(".0")


def _found(chosen, own, category):
    """(the articles, [(article, its places)]), of one category or of all."""
    entries = entries_of(own)
    return chosen, [
        (article, [p for p in placed_hits(article, entries) if category in (None, p.category)])
        if is_english(article)
        else (article, [])
        for article in chosen
    ]


def _counted(what, chosen, found, voice, per, own):
    asked = columns_of(voice)
    unit = _unit(per)
    rows = [
        (article, name, rate(article, [p.start for p in listed if not p.candidate], letters, unit))
        if is_english(article)
        else (article, name, UNCOUNTED)
        for article, listed in found
        for name, letters in asked
    ]
    shown = [_drawn(article, name, r, per) for article, name, r in rows]
    drawn = [each for each, (*_, r) in zip(shown, rows, strict=True) if r.words >= DRAWN]
    title = f"{what}: {'how many' if per is None else f'per {unit:,} words'}"
    words = _in_words(what, shown, per, unit, asked)
    return Finding(
        title=title,
        table=pd_frame(_row(article, name, r, unit) for article, name, r in rows),
        words=words,
        held_constant="the list, the counting rule and the language (English). A rate is per "
        f"{unit:,} words of the same voice. Not held constant: the event, the kind of text, the length, the "
        "author, the translation.",
        do_not_conclude="that a text with more hits is more biased or less true; that an outlet is like one "
        "of its texts; that two texts differ when their ranges overlap; that a word outside the list is "
        "neutral.",
        chart=intervals(pd_frame(drawn), words, title, zero=True) if drawn else None,
        marks=along_texts(found, letters=dict(asked)),
        more=tuple(_more(chosen, rows, own, per)),
        view=_table(chosen, rows, asked, unit) + unfolded(found, "".join(letters for _, letters in asked)),
    )


def _listed_only(name, found):
    """Candidates: only a reader can say which of them count, so nothing is summed."""
    table = pd_frame(
        {"text": a.name, "place": f"¶{a.words[p.start].paragraph}", "voice": p.voice, "candidate": p.term}
        for a, listed in found
        for p in listed
    )
    return Finding(
        title=f"{CATEGORIES[name]} ({name}): candidates to read",
        table=table,
        words="No list can count this: only a reader can. Below are candidates, listed and not summed. Read "
        "each in its sentence, and decide." + ("" if len(table) else " In these texts the list finds none."),
        held_constant="the list that looks for candidates.",
        do_not_conclude="anything from how long this list is. It misses what no list can see, and holds what "
        "no reader would count.",
        more=(accuracy_line(), *about_yours([article for article, _ in found], RULE)),
        marks=along_texts(found, candidates=True),
        view=unfolded(found, OWN + SAID),
    )


def _unit(per):
    if per is None:
        return 1000
    if isinstance(per, bool) or not isinstance(per, Real) or not 1 <= per <= 1_000_000 or per != int(per):
        raise Problem(f"per= needs a whole number of words, such as per=1000, but got “{arrived(per)}”.")
    return int(per)


def _row(article, name, r, unit):
    places = {"rate": r.rate, "low": r.low, "high": r.high, ONE_WORD: r.step}
    return {"text": article.name, "voice": name, "words": r.words, "hits": r.hits, "per": unit} | {
        column: round(value, 1) for column, value in places.items()
    }


def _drawn(article, name, r, per):
    """A row of the chart: what is told is the rate, or the count where no rate was asked for."""
    told = (r.rate, r.low, r.high) if per else (r.hits if r.words else math.nan, r.least, r.most)
    value, low, high = map(float, told)
    span = f"{short(low)} to {short(high)}" if low == low else short(value)
    return {"text": article.name, "series": name, "grade": value, "low": low, "high": high, "told": span}


def _in_words(what, shown, per, unit, asked):
    """The numbers voice by voice. shown: the rows of the chart, text by text and voice by voice."""
    measure = f"per {unit:,} words" if per else "number of hits"
    told = [f"{what}, {measure}."]
    for i, (name, _) in enumerate(asked):
        rows = [row for row in shown[i :: len(asked)] if row["grade"] == row["grade"]]
        lines = ", ".join(f"{row['text']} {short(row['grade'])}{_span(row)}" for row in rows)
        told.append(f"{name[0].upper()}{name[1:]}: {lines or 'no text has words in it'}.")
        ranges = [row for row in rows if row["low"] == row["low"]]
        told.append(apart(list(pd_frame(ranges).itertuples())) if per else "")
    return " ".join(filter(None, told))


def _span(row):
    return f" ({short(row['low'])} to {short(row['high'])})" if row["low"] == row["low"] else ""


def _more(chosen, rows, own, per):
    tight = per and [
        f"{short(r.step)} for {article.name}, {name.split(' (')[0]} ({r.words} words)"
        for article, name, r in rows
        if 0 < r.words < SHORT
    ]
    if tight:
        yield f"Short stretches: {ONE_WORD} {'; '.join(tight)}. Under {DRAWN} words nothing is drawn."
    few = [
        f"{article.name}, {name.split(' (')[0]}" for article, name, r in rows if r.words and r.low != r.low
    ]
    if few:
        yield f"No range, since there are fewer than {FEWEST_SENTENCES} sentences: {'; '.join(few)}."
    hosts = [article.name for article in chosen if "E" in voice_of(article)]
    if hosts:
        yield f"{', '.join(hosts)}: the note of the host’s editor (E) counts in the host’s own row."
    if own is None:
        yield f"{accuracy_line()} Read the hits before you believe the count."
        yield "How this was measured: docs/accuracy.md."
    else:
        yield from about_own_list(chosen)
    yield from about_yours(chosen, RULE, TARGETS, FURNITURE)


def _table(chosen, rows, asked, unit):
    """A row a text, a column a voice: what is read first."""
    from ..display.finding import table_html

    cells = {(article.id, name): _cell(r, unit) for article, name, r in rows}
    return table_html(
        pd_frame({"text": a.name} | {name: cells[a.id, name] for name, _ in asked} for a in chosen)
    )


def _cell(r, unit):
    if r is UNCOUNTED:
        return "not counted: not English"
    if not r.words:
        return "no words in this voice"
    span = f" ({short(r.low)} to {short(r.high)})" if r.low == r.low else ""
    return f"{r.hits} in {r.words:,} words: {short(r.rate)} per {unit:,}{span}"
