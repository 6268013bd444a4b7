"""Readability: visible counts, seven formulas over them, and how far chance alone would move each result.

Every formula sees only the length of words and of sentences (and one of them a word list). None sees order,
logic, what the reader knows, or whether a text is true. Results are whole numbers with an interval, never a
decimal.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from .measures.chance import FEWEST_SENTENCES, limits, redrawn
from .problems import Problem, arrived, one_of
from .words import Word, naive_sentences, read, steady, weighed

if TYPE_CHECKING:
    import pandas as pd

COUNTS = ("letters", "syllables", "words", "sentences", "polysyllables", "complex_words", "difficult_words")
FEWEST_WORDS = 30  # under this one word moves a grade by more than the grade means
SMOG_SENTENCES = 30  # McLaughlin 1969 made SMOG for 30 sentences
RULES = ("careful", "naive")  # where a sentence ends
DIFFER, ALIKE, NOTHING = "these two differ", "cannot be told apart", "nothing to compare"
UNASKED = "No interval was asked for."
COMMON = frozenset({
    "the", "of", "and", "to", "a", "in", "is", "it", "that", "for", "was", "on", "with", "as", "be", "are",
    "this", "by", "at", "from", "have", "has", "had", "not", "but", "they", "his", "he", "her", "she", "we",
    "you", "i", "or", "an", "which", "were", "their", "said",
})  # fmt: skip
FEWEST_COMMON = 0.15  # of English running text about 0.4 are such words; other languages stay under 0.1


def flesch_reading_ease(c):
    """Flesch 1948: 0 to 100, higher is easier. 206.835 - 1.015 words/sentences - 84.6 syllables/words."""
    return 206.835 - 1.015 * c["words"] / c["sentences"] - 84.6 * c["syllables"] / c["words"]


def flesch_kincaid(c):
    """Kincaid and others 1975: US school grade, higher is harder."""
    return 0.39 * c["words"] / c["sentences"] + 11.8 * c["syllables"] / c["words"] - 15.59


def gunning_fog(c):
    """Gunning 1952: US school grade, higher is harder; complex words have three syllables or more."""
    return 0.4 * (c["words"] / c["sentences"] + 100 * c["complex_words"] / c["words"])


def smog(c):
    """McLaughlin 1969: US school grade, higher is harder; made for 30 sentences."""
    return 1.0430 * (c["polysyllables"] * 30 / c["sentences"]) ** 0.5 + 3.1291


def ari(c):
    """Automated Readability Index, Smith and Senter 1967: US school grade, higher is harder; counts
    letters."""
    return 4.71 * c["letters"] / c["words"] + 0.5 * c["words"] / c["sentences"] - 21.43


def coleman_liau(c):
    """Coleman and Liau 1975: US school grade, higher is harder; letters and sentences for each 100 words."""
    return 0.0588 * 100 * c["letters"] / c["words"] - 0.296 * 100 * c["sentences"] / c["words"] - 15.8


def dale_chall(c):
    """Dale and Chall 1948: a score (under 5 is easy, 10 is hard), higher is harder; uses a list of easy
    words."""
    share = 100 * c["difficult_words"] / c["words"]
    return 0.1579 * share + 0.0496 * c["words"] / c["sentences"] + 3.6365 * (share > 5)


FORMULAS = {
    "flesch_reading_ease": flesch_reading_ease,
    "flesch_kincaid": flesch_kincaid,
    "gunning_fog": gunning_fog,
    "smog": smog,
    "ari": ari,
    "coleman_liau": coleman_liau,
    "dale_chall": dale_chall,
}
NAMES = {
    "flesch_reading_ease": "Flesch Reading Ease (score)",
    "flesch_kincaid": "Flesch-Kincaid (grade)",
    "gunning_fog": "Gunning Fog (grade)",
    "smog": "SMOG (grade)",
    "ari": "ARI (grade)",
    "coleman_liau": "Coleman-Liau (grade)",
    "dale_chall": "Dale-Chall (score)",
}


class Score(NamedTuple):
    """One formula's answer in whole numbers; `low` to `high` holds 95 of 100 redrawn texts. NaN where
    undefined, and then `note` says why. `value` is the same before rounding, for arithmetic."""

    grade: float
    low: float
    high: float
    note: str
    value: float


@dataclass(frozen=True)
class Readability:
    """Counts and the seven scores of one text. `r["smog"]` and `r.smog` are the same `Score`."""

    counts: dict
    scores: dict
    rule: str

    def __getitem__(self, name):
        return self.scores[name] if name in self.scores else self.counts[name]

    def __getattr__(self, name):
        if name.startswith("_") or name not in (*FORMULAS, *COUNTS):
            raise AttributeError(name)
        return self[name]

    def __iter__(self):
        return iter(self.scores)


def count(listed: Sequence[Word], rule: str = "careful") -> dict[str, int]:
    """The visible counts of a list of `Word`: how many letters, syllables, words, sentences, words of three
    syllables or more (polysyllables), complex words (for Fog) and difficult words (not on Dale and Chall's
    list).

    >>> from whosewords.words import read
    >>> count(read("The cat sat. The retaliatory cat sat."))["syllables"]
    11
    """
    totals = _per_sentence(*_columns(listed, rule)[0]).sum(axis=0)
    return {name: int(total) for name, total in zip(COUNTS, totals, strict=True)}


@steady()
def measure(text: Any, rule: str = "careful", seed: int = 1, interval: bool = True) -> Readability:
    """Counts and seven scores, each with its 95 % interval, of a string, an article or a list of `Word`.

    rule: "careful" or "naive", the rule for where sentences end (see `words.sentences`).
    The interval redraws the text's sentences (bootstrap); it says how far chance moves the score, not how
    well the formula works. interval=False leaves it out, where a text is measured at every key. Grades point
    up: higher is harder, except Flesch Reading Ease.

    >>> r = measure("The cat sat on the mat. " * 10)
    >>> r.counts["words"], r.flesch_reading_ease.grade, r.smog.note
    (60, 116.0, 'SMOG was made for 30 sentences; here are 10.')
    """
    one_of(rule, RULES, "sentence rule")
    columns, language = _columns(text, rule)
    per_sentence = _per_sentence(*columns)
    totals = {name: int(total) for name, total in zip(COUNTS, per_sentence.sum(axis=0), strict=True)}
    refusal = _refusal(totals, columns[0], language)
    if refusal:
        nothing = Score(math.nan, math.nan, math.nan, refusal, math.nan)
        return Readability(totals, dict.fromkeys(FORMULAS, nothing), rule)
    ranges = _ranges(per_sentence, seed) if interval else {}
    return Readability(totals, {name: _score(name, totals, ranges.get(name)) for name in FORMULAS}, rule)


def difference(
    one: Any, other: Any, formula: str = "flesch_kincaid", rule: str = "careful", seed: int = 1
) -> Score:
    """How far the first text's score lies above the second's: whole numbers, with a 95 % interval.

    Both texts are redrawn from their own sentences, again and again, and subtracted. An interval that holds
    nought says that the two cannot be told apart by this formula. NaN, with a note, where one has no score.

    >>> short, long = "The cat sat on the mat. " * 10, "Retaliatory operations of coalitions. " * 10
    >>> difference(short, long).high < -20, difference(short, short)[:3]
    (True, (0.0, 0.0, 0.0))
    """
    scores = [measure(text, rule, seed)[formula] for text in (one, other)]
    missing = [score.note or "No interval." for score in scores if score.low != score.low]
    if missing:
        return Score(math.nan, math.nan, math.nan, missing[0], math.nan)
    drawn = [
        FORMULAS[formula](_redrawn(_per_sentence(*_columns(text, rule)[0]), seed + place))
        for place, text in enumerate((one, other))
    ]
    size = min(map(len, drawn))
    low, high = limits(drawn[0][:size] - drawn[1][:size])
    value = scores[0].value - scores[1].value
    return Score(float(round(value)), float(round(low)), float(round(high)), "", value)


def compared(chosen, formula, rule):
    """Every pair of texts with the difference of their scores: (one, other, `Score`, answer).

    The answer is that of `told_apart`.
    """
    scores = ((one, other, difference(one, other, formula, rule)) for one, other in combinations(chosen, 2))
    return [(one, other, score, told_apart(score)) for one, other, score in scores]


def told_apart(score):
    """What a difference says: DIFFER where its range does not hold nought, ALIKE where it does, NOTHING where
    it has none."""
    if score.low != score.low:
        return NOTHING
    return DIFFER if score.low > 0 or score.high < 0 else ALIKE


def known_formula_and_rule(formula, rule):
    """Raises `Problem`, which says what there is, where a formula or a sentence rule is not known."""
    one_of(formula, FORMULAS, "formula")
    one_of(rule, RULES, "sentence rule")


def table(texts: Any = None, *, rule: str = "careful", column: str | None = None) -> "pd.DataFrame":
    """A tidy table for many texts, measure("trt"): a row for each text and formula, with the visible counts.

    texts: a short name, an article, a text of your own, a `Path`, or several of these as list, dictionary
    (names → texts), Series, or DataFrame with its `column`; the articles that are compared where nothing is
    given. rule: "careful" or "naive", where a sentence ends. Columns: text (the name that it was given, else
    its short name), formula, grade, low, high, note, and the seven counts. Lines that are boilerplate are not
    counted.
    """
    import pandas as pd

    from .shelf.catalogue import labelled

    rows = []
    for name, article in labelled(texts, column):
        result = measure(article, rule)
        for formula, score in result.scores.items():
            rows.append({"text": name, "formula": formula, "grade": score.grade, "low": score.low,
                         "high": score.high, "note": score.note, **result.counts})  # fmt: skip
    return pd.DataFrame(rows, columns=["text", "formula", "grade", "low", "high", "note", *COUNTS])


# Formulas that textstat has under a name of its own.
TEXTSTAT = {
    "flesch_reading_ease": "flesch_reading_ease",
    "flesch_kincaid": "flesch_kincaid_grade",
    "gunning_fog": "gunning_fog",
    "smog": "smog_index",
    "ari": "automated_readability_index",
    "coleman_liau": "coleman_liau_index",
    "dale_chall": "dale_chall_readability_score",
}


def textstat_opinion(text):
    """textstat's own answers for a full text: {formula: whole number}, as a labelled second opinion.

    Curly apostrophes and unspaced dashes are made plain first, since it would glue words together there.
    """
    from .syllables import textstat

    plain = text.replace("’", "'").replace("—", " — ")
    return {name: float(round(getattr(textstat(), call)(plain))) for name, call in TEXTSTAT.items()}


def stored_opinions():
    """textstat's answers for the articles, computed when the editions were made: {article: {formula:
    number}}, with the version under "version". For texts in blocks, which textstat cannot read."""
    from . import files

    return {
        row["article"]: {"version": row["version"]} | {name: float(row[name]) for name in TEXTSTAT}
        for row in files.table_rows("articles", "textstat.csv")
    }


def _columns(text, rule):
    """What is to be measured as columns (see `words.weighed`), and its language where that is known."""
    if isinstance(text, str) and rule == "careful":
        *columns, flags, cuts = weighed(text)
        return (*columns, [*flags], cuts), None
    listed, language = _listed(text)
    columns = [*zip(*listed, strict=True)] or [()] * len(Word._fields)
    places = naive_sentences(listed) if rule == "naive" else columns[-1]
    firsts = [i for i, (one, other) in enumerate(pairwise([None, *places])) if one != other]
    return (*columns[:4], [*firsts, len(listed)]), language


def _listed(text):
    if isinstance(text, str):
        return read(text), None
    if hasattr(text, "body"):
        return text.body, None if text.language == "unknown" else text.language
    listed = list(text) if isinstance(text, Iterable) else [text]
    if not all(isinstance(word, Word) for word in listed):
        raise Problem(
            'Readability needs a text in quotation marks, or an article such as articles["trt"], '
            f"but got “{arrived(text)}”."
        )
    return listed, None


def _per_sentence(texts, letters, syllables, flags, cuts):
    """An array with a row for each sentence and a column for each of COUNTS."""
    import numpy as np

    if not texts:
        return np.zeros((0, len(COUNTS)))
    starts, size = cuts[:-1], len(texts)
    kinds = {each: number for number, each in enumerate({*flags})}
    places = np.fromiter(map(kinds.__getitem__, flags), int, size)
    table = np.zeros((len(COUNTS), size))
    table[0], table[1] = (np.fromiter(column, float, size) for column in (letters, syllables))
    table[2] = table[3, starts] = 1
    table[4] = table[1] > 2
    for row, letter in (5, "c"), (6, "d"):
        table[row] = np.array([letter in each for each in kinds])[places]
    return np.add.reduceat(table, starts, axis=1).T


def _refusal(totals, texts, language):
    """Why no score is given, as a sentence, or nothing."""
    if not (_english(texts) if language is None else language == "en"):
        return "The formulas were made for English; this text does not look English."
    if totals["words"] < FEWEST_WORDS:
        return f"Too short: {totals['words']} words, and a score needs at least {FEWEST_WORDS}."
    return ""


def is_english(article):
    """Whether what is counted here holds for an article: by the language that it has, else by its words."""
    return looks_english(article.words) if article.language == "unknown" else article.language == "en"


def looks_english(listed):
    """Whether enough of the words are the commonest English ones; too few words to tell count as English, and
    so do words in blocks."""
    return _english([word.text for word in listed])


def _english(texts):
    if None in texts:
        return True
    if sum(map(str.isascii, texts)) < len(texts) / 2:
        return False
    common = {text for text in {*texts} if text.lower() in COMMON}
    return len(texts) < FEWEST_WORDS or sum(map(common.__contains__, texts)) / len(texts) >= FEWEST_COMMON


def _ranges(per_sentence, seed):
    """For each formula (low, high), which 95 of 100 texts made of as many sentences, drawn with replacement,
    fall into. Empty where there are too few sentences to draw from."""
    if len(per_sentence) < FEWEST_SENTENCES:
        return {}
    drawn = _redrawn(per_sentence, seed)
    return {name: limits(formula(drawn)) for name, formula in FORMULAS.items()}


def _no_range(number):
    found = "1 sentence is" if number == 1 else f"{number} sentences are"
    return f"No range: {found} too few to draw from. It takes {FEWEST_SENTENCES}."


def _redrawn(per_sentence, seed):
    """The counts of texts made of as many sentences, drawn with replacement: {count: one number a draw}."""
    return dict(zip(COUNTS, redrawn(per_sentence, seed).T, strict=True))


def _score(name, totals, limits):
    value = float(FORMULAS[name](totals))
    if name == "smog" and totals["sentences"] < SMOG_SENTENCES:
        note = f"SMOG was made for {SMOG_SENTENCES} sentences; here are {totals['sentences']}."
        return Score(math.nan, math.nan, math.nan, note, value)
    if limits is None:
        few = totals["sentences"] < FEWEST_SENTENCES
        note = _no_range(totals["sentences"]) if few else UNASKED
        return Score(float(round(value)), math.nan, math.nan, note, value)
    low, high = min(limits[0], value), max(limits[1], value)
    return Score(float(round(value)), float(round(low)), float(round(high)), "", value)
