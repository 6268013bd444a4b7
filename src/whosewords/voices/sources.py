"""Speakers told without a speech verb: `according to`, `Smith’s claim that`, `Smith: “…”`."""

from .attribution import said_by
from .english import cues, english
from .subjects import BACK, apposition, is_name, noun_phrase, opening, subject_right


def according(row):
    """Every `according to X` of a sentence: (who says it, (first, last + 1) of the tokens)."""
    found = []
    for i in range(len(row) - 2):
        if row[i].low == "according" and row[i + 1].low == "to" and (subject := subject_right(row, i + 2)):
            found.append((said_by(row, subject, "according to", 1), (i, subject[1])))
    return found


def script(row, k):
    """`Smith: “…”`, and short lead-ins without a speech verb: `Smith exploded: “…”`."""
    if not k or row[k - 1].kind != ":":
        return None
    first = k - 1
    while first and row[first - 1].kind == "w" and k - first < 10:
        first -= 1
    if first == k - 1 or (first and row[first - 1].kind not in ":,"):
        return None
    if first and row[first - 1].kind == "," and not row[first].capital:  # Smith, a lawyer, agrees: “…”
        return said_by(row, apposition(row, first - 1, max(0, first - BACK)), ":")
    subject = (first, k - 1) if is_name(row, first, k - 1) else opening(row, first, k - 1)
    if subject is None or not row[subject[0]].capital:
        return None
    told = row[subject[1]].low
    acts = told.endswith("ed") or told in english("irregular") or subject[1] == k - 1
    acts = acts or (told in ("to", "on", "in") and is_name(row, *subject) and subject[1] - subject[0] > 1)
    return said_by(row, subject, ":") if acts else None


def noun(row, k):
    """`Smith’s claim that “…”`, `a statement by Smith: “…”`: the speaker told by a noun of speaking."""
    for j in range(k - 1, max(0, k - 10), -1):
        if row[j].kind != "w" and row[j].kind not in ":,":
            return None
        if row[j].low not in cues("speech") or (j + 1 < k and row[j + 1].low.endswith("ing")):
            continue
        if j + 2 < k and row[j + 1].low in ("by", "from"):
            return said_by(row, subject_right(row, j + 2), row[j].low)
        if owned := owner(row, j):
            return owned
        if row[j - 1].capital and j - 1:
            return said_by(row, noun_phrase(row, j - 1, max(0, j - BACK)), row[j].low)
    return None


def owner(row, j):
    """Whose claim, statement and so on the noun at token `j` is: `Smith’s recent claim`."""
    for i in range(j - 1, max(-1, j - 4), -1):
        if row[i].low.endswith(("'s", "s'")):
            found = said_by(row, noun_phrase(row, i, max(0, i - BACK)), row[j].low)
            return found and found._replace(end=row[i].start + len(row[i].text.rstrip("s").rstrip("'’")))
    return None
