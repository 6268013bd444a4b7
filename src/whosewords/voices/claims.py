"""Whose claim it is: `Smith’s claim that …`, `a warning by Smith of “…”`.

A claim belongs to its owner, whoever denies or repeats it.
"""

from .english import english
from .rows import bare
from .said import said_by
from .subjects import BACK, noun_phrase, subject_right

DEPICTING = frozenset(["description", "descriptions", "portrayal", "depiction"])


def opens(row, j, k):
    """Whether the noun of speaking at token `j` opens what holds quotation token `k`: claim that."""
    following = row[j + 1].low if j + 1 < len(row) else ""
    if following in ("by", "from"):
        return any(token.low == "that" for token in row[j + 2 : k])
    if following == "that" and row[k - 1].low in english("be"):
        links = sum(token.low in english("be") for token in row[j + 1 : k])
        if links > 1:
            return False  # Smith’s belief that it was late was “…”
    if row[j].low in DEPICTING and row[k - 1].low == "as":
        return True
    return following in ("that", "of", "about") or (j + 1 == k and row[j - 1].low.endswith(("'s", "s'")))


def owner(row, j):
    """Whose claim the noun at token `j` is: `Smith’s recent claim`, `a claim by Smith`."""
    if j + 2 < len(row) and row[j + 1].low in ("by", "from"):
        return said_by(row, subject_right(row, j + 2), row[j].low)
    for i in range(j - 1, max(-1, j - 4), -1):
        if row[i].low.endswith(("'s", "s'")) and row[i].low not in english("be"):
            found = said_by(row, _possessor(row, i), row[j].low)
            return found and found._replace(end=row[i].start + len(bare(row[i].text)))
    return None


def _possessor(row, i):
    """The noun phrase whose last word, at token `i`, has the mark of possession."""
    first, end = noun_phrase(row, i, max(0, i - BACK)) or (i, i + 1)
    start = i
    while row[i].capital and start > first and row[start - 1].capital:
        start -= 1
    if row[i].capital and start > first and row[start - 1].low not in english("determiners"):
        return start, end
    for n in range(i, first, -1):
        if row[n - 1].low in english("prepositions") and row[n - 1].low != "of":
            return n, end
    return first, end
