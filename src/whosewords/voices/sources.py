"""Speakers told without a speech verb: `according to`, `Smith’s claim that`, `Smith: “…”`."""

from .claims import owner
from .english import cues, english
from .said import said_by
from .speech import verb_at
from .subjects import BACK, apposition, is_name, noun_phrase, opening, subject_right

MOST = 20  # sources in one sentence; time must grow in step with the text
SOURCES = (("according", "to"), ("to", "quote"), ("in", "the", "words", "of"))


def according(row):
    """Every `according to X` of a sentence: (who says it, (first, last + 1) of the tokens)."""
    low, found = [token.low for token in row], []
    words = set(low)
    for source in SOURCES:
        for i in range(len(row) - len(source)) if words.issuperset(source) else ():
            if tuple(low[i : i + len(source)]) != source or (
                i and source[0] == "to" and row[i - 1].kind not in ",-"
            ):
                continue
            subject = subject_right(row, i + len(source))
            if subject and low[subject[0]] not in ("me", "us"):
                found.append((said_by(row, subject, " ".join(source), 1), (i, subject[1])))
    return found[:MOST]


def script(row, k):
    """`Smith: “…”`, and short lead-ins without a speech verb: `Smith exploded: “…”`."""
    first = _label(row, k)
    if first is None:
        return None
    if first > 1 and row[first - 1].kind == "," and is_name(row, 0, first - 1) and row[k - 2].kind == "w":
        subject = (0, first - 1)  # Anna Smith, mayor: “…”
    elif first and row[first - 1].kind == "," and not row[first].capital:  # Smith, a lawyer, agrees: “…”
        subject = apposition(row, first - 1, max(0, first - BACK))
    else:
        subject = _acting(row, first, k)
    if subject is None or row[subject[1] - 1].low in cues("term"):  # The operative words are: “…”
        return None
    return said_by(row, subject, ":")


def _label(row, k):
    """The first token of the words before a colon and quotation token `k`; None where they are no lead-in."""
    if not k or row[k - 1].kind != ":":
        return None
    if any((verb := verb_at(row, n)) and verb.passive for n in range(max(0, k - 4), k)):
        return None  # They are described as: “…”
    first = k - 1
    while first and row[first - 1].kind == "w" and k - first < 10:
        first -= 1
    return None if first == k - 1 or (first and row[first - 1].kind not in ":,") else first


def _acting(row, first, k):
    """Whoever does what the words from `first` to the colon before `k` tell."""
    first += row[first].low in ("and", "but")
    first += row[first].low == "from" and first + 1 < k - 1
    subject = (first, k - 1) if is_name(row, first, k - 1) else opening(row, first, k - 1)
    if subject is None or not row[subject[0]].capital:
        return None
    told = row[subject[1]].low
    acts = told.endswith("ed") or told in english("irregular") or subject[1] == k - 1
    named = told in ("to", "on", "in") and is_name(row, *subject) and subject[1] - subject[0] > 1
    return subject if acts or named else None


def noun(row, k):
    """`Smith’s claim that “…”`, `a statement by Smith: “…”`: the speaker told by a noun of speaking."""
    for j in range(k - 1, max(0, k - 10), -1):
        if row[j].kind != "w" and row[j].kind not in ":,":
            return None
        if row[j].low not in cues("speech") or (j + 1 < k and row[j + 1].low.endswith("ing")):
            continue
        if owned := owner(row, j):
            return owned
        if row[j - 1].capital and j - 1:
            return said_by(row, noun_phrase(row, j - 1, max(0, j - BACK)), row[j].low)
    return None
