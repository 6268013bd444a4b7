"""A student's calls for readability: ranges for each text, and a second opinion.

Nothing is measured here; see `readability`.
"""

from ..display.charts import intervals
from ..display.finding import Finding, table_html
from ..display.html import unfold, wide
from ..display.tables import pd_frame, span, verdicts
from ..display.yours import FURNITURE, LANGUAGE, about_yours
from ..problems import Problem
from ..shelf.catalogue import choose


def readability(texts=None, formula="flesch_kincaid", *, rule="careful", column=None):
    """What readability formulas make of texts: a range for each text, from visible counts.

    texts: short names, texts of your own or several of them; the articles that are compared where nothing is
    given. formula: the one the chart shows; the table has all seven. rule: "careful" or "naive", where a
    sentence ends. column: where texts is a table, its column with the texts.
    """
    from ..readability import NAMES, compared, known_formula_and_rule, measure
    from ..syllables import textstat_version

    known_formula_and_rule(formula, rule)
    results = [(article, measure(article, rule)) for article in choose(texts, column)]
    shown = pd_frame(
        {"text": a.name, "grade": r[formula].grade, "low": r[formula].low, "high": r[formula].high}
        for a, r in results
    )
    table = pd_frame(
        {"text": a.name, "words": r["words"], "sentences": r["sentences"]}
        | {NAMES[name]: span(score) for name, score in r.scores.items()}
        for a, r in results
    )
    told = compared([a for a, _ in results], formula, rule)
    words = " ".join(filter(None, (_ranges_in_words(shown, NAMES[formula]), verdicts(told, rule))))
    return Finding(
        title=f"{NAMES[formula]}, with the range that chance alone allows",
        table=table,
        words=words,
        held_constant="the language (English), the counting of words and the sentence rule "
        f"(“{rule}”). Not held constant: the event, the author, the kind of text, the length, the "
        "translation.",
        do_not_conclude="that you need so many years of school; that a harder text is better, more honest or "
        "less honest; that two texts differ because one number is higher.",
        # A telephone has no room for ten columns.
        view=table_html(table[["text", "sentences", NAMES[formula]]])
        + unfold("All seven formulas", wide(table_html(table), "Table: all seven formulas")),
        chart=intervals(shown.dropna(subset=["grade"]), words, NAMES[formula]),
        more=(
            *_notes(results),
            f"Syllables counted with textstat {textstat_version()}. Its own answers: second_opinion().",
            *about_yours([a for a, _ in results], LANGUAGE, FURNITURE),
        ),
    )


def second_opinion(texts=None, *, column=None):
    """The same formulas as textstat itself answers them, beside ours: same names, other rules for a sentence.

    textstat is asked live about texts that are there in full; for texts in blocks its stored answers are
    shown, with the version that gave them. texts, column: see readability().
    """
    from ..readability import NAMES, TEXTSTAT, measure, stored_opinions, textstat_opinion
    from ..syllables import textstat_version

    rows, furthest, versions, stored = [], 0, set(), stored_opinions()
    chosen = choose(texts, column)
    for article in chosen:
        ours, text = measure(article), full_text(article)
        if text is None and article.id not in stored:
            raise Problem(
                f"“{article.id}” is in blocks, and textstat reads full texts alone: unlock() it first. "
                f'readability("{article.id}") gives our own answer.'
            )
        theirs = stored[article.id] if text is None else textstat_opinion(text)
        versions.add(stored[article.id]["version"] if text is None else textstat_version())
        gaps = [
            abs(ours[name].grade - theirs[name]) for name in TEXTSTAT if ours[name].grade == ours[name].grade
        ]
        furthest = max([furthest, *gaps])
        rows.append(
            {"text": article.name}
            | {NAMES[name]: f"{_whole(ours[name].grade)} / {theirs[name]:.0f}" for name in TEXTSTAT}
        )
    return Finding(
        title="A second opinion: ours / textstat’s, on the same texts",
        table=pd_frame(rows),
        words=f"In each box the first number is ours and the second is textstat’s. The two differ by up to "
        f"{furthest:.0f}, because they do not agree where a sentence ends and what a hard word is.",
        held_constant="text and formula.",
        do_not_conclude="that one of the two programs is broken. Each follows its own rules, and says so.",
        more=(
            f"textstat {', '.join(sorted(versions))}. For texts in blocks its answers were stored when the "
            "edition was made; for full texts it is asked now.",
            *about_yours(chosen, LANGUAGE, FURNITURE),
        ),
    )


def full_text(article):
    """The text without boilerplate as one string, or None where any word of it is masked."""
    parts = [p.text for p in article.paragraphs if p.voice != "B" and p.words]
    return None if None in parts else "\n\n".join(parts)


def _whole(number):
    return f"{number:.0f}" if number == number else "–"


def _notes(results):
    """Why a text has no score, a line for each reason; the texts that are too short for SMOG in one line."""
    from ..readability import SMOG_SENTENCES

    short = [f"{a.name} ({r['sentences']})" for a, r in results if r.smog.note.startswith("SMOG")]
    if short:
        yield f"Too short for SMOG, which was made for {SMOG_SENTENCES} sentences: {', '.join(short)}."
    others = (
        f"{a.name}: {score.note}"
        for a, r in results
        for score in r.scores.values()
        if score.note and not score.note.startswith("SMOG")
    )
    yield from dict.fromkeys(others)


def _ranges_in_words(shown, name):
    known = shown.dropna(subset=["grade"])
    if known.empty:
        return "None of these texts is long enough, or English, for a score."
    return f"{name}: {', '.join(f'{r.text} {span(r)}' for r in known.itertuples())}."
