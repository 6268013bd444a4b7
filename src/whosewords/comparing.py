"""A student's calls that compare: each dresses a measure or a table as a Finding, with its limits.

Nothing is measured here; see `readability` and `timeline` for that.
"""

from itertools import combinations

from .charts import intervals, matrix
from .findings import Finding
from .pairing import compared, known_formula_and_rule, span, verdicts
from .problems import Problem
from .shelf import articles
from .timeline import SHORT, mentions

MARKS = {"main": "circle", "mentioned": "diamond", "absent": "stroke"}


def events(wanted=None):
    """Which text is about which event: a row for each event, a column for each text.

    wanted: article ids; the five articles where nothing is given. "main" means that the text is about it,
    "mentioned" that it comes up in passing. The paragraphs behind each box stand in `.table`.
    """
    chosen = articles.choose(wanted)
    names = {article.id: article.name for article in chosen}
    boxes = [
        {"event": SHORT[box["event_id"]], "text": names[box["article"]], "role": box["role"],
         "paragraphs": " ".join(f"¶{number}" for number in box["paragraphs"].split(";") if number)}
        for box in mentions(SHORT, names)
    ]  # fmt: skip
    if not boxes:
        raise Problem(f"No events were noted for {', '.join(names.values())}: they tell of an invented one.")
    long = pd_frame(boxes)
    words = _in_words(long)
    wide = long.assign(box=(long["role"].replace({"absent": "–"}) + " " + long["paragraphs"]).str.strip())
    table = wide.pivot(index="event", columns="text", values="box")
    table = table.reindex(index=list(dict.fromkeys(long["event"])), columns=list(dict.fromkeys(long["text"])))
    return Finding(
        title="Which text is about which event",
        table=table.reset_index().rename_axis(columns=None),
        words=words,
        held_constant="nothing yet. This table is how you find out what may be compared.",
        do_not_conclude="that a text hides an event because it does not name it. It may be too early, or "
        "about something else.",
        chart=matrix(long, words, "event", "text", "role", MARKS),
        more=("Read by hand, paragraph by paragraph; sources of the events: data/events.csv.",),
    )


def dates(wanted=None):
    """The three dates of each text: when the event happened, when the text was written, when it was
    posted."""
    chosen = articles.choose(wanted)
    table = pd_frame(
        {"text": a.name, "event": a.date_event, "written": a.date_written, "posted": a.date_posted}
        for a in chosen
    )
    unknown = [a.name for a in chosen if a.date_written.startswith("unknown")]
    return Finding(
        title="Three dates for each text",
        table=table,
        words=(
            "A text has three dates: when the thing happened, when somebody wrote about it, when it was put "
            f"online. For {len(unknown)} of {len(chosen)} texts nobody says when they were written"
            + (f": {', '.join(unknown)}." if unknown else ".")
        ),
        held_constant="nothing. Look how far the dates lie apart.",
        do_not_conclude="that the later text knew more. It may have been written before it was posted, or "
        "copied.",
    )


def readability(wanted=None, formula="flesch_kincaid", rule="careful"):
    """What readability formulas make of texts: a range for each text, from visible counts.

    wanted: article ids or articles; the five articles where nothing is given. formula: the one the chart
    shows; the table has all seven. rule: "careful" or "naive", where a sentence ends.
    """
    from .pronunciation import textstat_version
    from .readability import NAMES, measure

    known_formula_and_rule(formula, rule)
    results = [(article, measure(article, rule)) for article in articles.choose(wanted)]
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
        chart=intervals(shown.dropna(), words, NAMES[formula]),
        more=(
            *_notes(results),
            f"Syllables counted with textstat {textstat_version()}. Its own answers: second_opinion().",
        ),
    )


def second_opinion(wanted=None):
    """The same formulas as textstat itself answers them, beside ours: same names, other rules for a sentence.

    textstat is asked live about texts that are there in full; for texts in blocks its stored answers are
    shown, with the version that gave them.
    """
    from .pronunciation import textstat_version
    from .readability import NAMES, TEXTSTAT, measure, stored_opinions, textstat_opinion

    rows, furthest, versions, stored = [], 0, set(), stored_opinions()
    for article in articles.choose(wanted):
        ours, text = measure(article), full_text(article)
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
        ),
    )


def full_text(article):
    """The text without boilerplate as one string, or None where any word of it is masked."""
    parts = [p.text for p in article.paragraphs if p.voice != "B" and p.words]
    return None if None in parts else "\n\n".join(parts)


def _whole(number):
    return f"{number:.0f}" if number == number else "–"


def pd_frame(rows):
    """A DataFrame from an iterable of dictionaries."""
    import pandas as pd

    return pd.DataFrame(list(rows))


def _notes(results):
    """Why a text has no score, a line for each reason; the texts that are too short for SMOG in one line."""
    from .readability import SMOG_SENTENCES

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
    known = shown.dropna()
    if known.empty:
        return "None of these texts is long enough, or English, for a score."
    return f"{name}: {', '.join(f'{r.text} {r.low:.0f} to {r.high:.0f}' for r in known.itertuples())}."


def apart(ranges):
    """Which ranges do not touch, as a sentence; nothing for one. ranges: `.text`, `.low` and `.high`."""
    if len(ranges) < 2:
        return ""
    pairs = [f"{a.text} and {b.text}" for a, b in combinations(ranges, 2) if a.high < b.low or b.high < a.low]
    return f"Ranges that do not touch: {'; '.join(pairs)}." if pairs else "All these ranges overlap."


def _in_words(long):
    """The matrix as sentences: who shares a main event, who shares a passing one."""
    lines = []
    for event, group in long.groupby("event", sort=False):
        main = list(group.loc[group["role"] == "main", "text"])
        passing = list(group.loc[group["role"] == "mentioned", "text"])
        told = [f"{joined(main)} {'is' if len(main) == 1 else 'are'} about it"] if main else []
        told += [f"{joined(passing)} mention{'s' if len(passing) == 1 else ''} it"] if passing else []
        lines.append(f"{event[0].upper()}{event[1:]}: {'; '.join(told) or 'in none of these texts'}.")
    return " ".join(lines)


def joined(names):
    """Names as they are read.

    >>> joined(["¶5", "¶6", "¶10"])
    '¶5, ¶6 and ¶10'
    """
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
