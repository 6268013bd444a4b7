"""The word lists that the rule for voices reads: all of them are for English.

`data/lexicon/speech_verbs.csv` is the list that students see. `data/voices` adds verbs that only introduce
quotations (`verbs.csv`), words that stand beside titles, terms and scare quotes (`cues.csv`) and word
classes (`english.toml`).
"""

import tomllib
from functools import cache

from ..files import data, table_rows


@cache
def english(*names):
    """One or several classes of words, as one set.

    >>> "of" in english("prepositions", "days")
    True
    """
    with data("voices", "english.toml").open("rb") as file:
        table = tomllib.load(file)
    return frozenset(word for name in names for word in table[name].split())


@cache
def cues(kind):
    """Words that help to judge a quotation. kind: title, naming, term, distance or speech.

    >>> "book" in cues("title"), "so-called" in cues("distance")
    (True, True)
    """
    return frozenset(row["cue"] for row in table_rows("voices", "cues.csv") if row["kind"] == kind)


@cache
def speech_verbs():
    """The list of speech verbs: a dict from each form to (term, kind).

    Source: data/lexicon/speech_verbs.csv. kind is neutral, distancing, endorsing, arguing, blaming,
    demanding, promising, praising or hedged. Whether a form is a verb where it stands is asked in `verb_at`:
    “United States” and “Islamic State” hold none.

    >>> speech_verbs()["denied"]
    ('deny', 'arguing')
    """
    listed = table_rows("lexicon", "speech_verbs.csv")
    return {form: (row["term"], row["kind"]) for row in listed for form in row["forms"].split("|")}


@cache
def forms():
    """First word of each form of a speech verb -> [(words, term, use)], longest first.

    use: "" or "quote" may introduce a quotation, "near" only where it touches it, "weak" only with “that” or
    with a comma or colon before the quotation, "act" before a quotation only, not before what is reported.
    """
    own = table_rows("voices", "verbs.csv")
    use = {row["term"]: row["use"] for row in own}
    known = {form: term for form, (term, _) in speech_verbs().items()}
    known |= {form: row["term"] for row in own for form in row["forms"].split("|") if form}
    found = {}
    for form, term in known.items():
        if use.get(term) != "none":
            found.setdefault(form.split()[0], []).append((form.split(), term, use.get(term, "")))
    return {first: sorted(listed, key=lambda row: -len(row[0])) for first, listed in found.items()}
