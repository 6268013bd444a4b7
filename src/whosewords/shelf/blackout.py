"""The blackout edition: an article as a table of words of which only a few keep their text.

Here is which words stay legible, the table, and the seals that tell the article from another of the same
shape. Nothing here knows an article by name.
"""

import csv
import hashlib
import io
import re
from itertools import groupby

from ..words import Word, opening, visible

LONGEST_RUN = 6  # legible words in a row
LARGEST_SHARE = 0.25  # legible words of all words
BLOCK = "▇"
COLUMNS = ("paragraph", "sentence", "text", "letters", "syllables", "flags", "before", "gap")
KINDS_OF_MARKS = {'"': "“”„‟«»", "'": "‘’‚‛", "-": "–—‒−‐‑"}
MARKS = {ord(mark): plain for plain, marks in KINDS_OF_MARKS.items() for mark in marks}


def mask(listed, legible):
    """The same words, masked but for those for which `legible` holds a true value; the six-word cap is kept.

    A row of more than six legible words loses its least needed word, the middlest of them first, again and
    again: `legible` gives each word a rank, 0 for masked and higher for more needed.
    """
    rank = list(legible)
    while row := next((row for row in _rows(rank) if len(row) > LONGEST_RUN), None):
        rank[min(row[1:-1], key=lambda i: (rank[i], abs(i - row[len(row) // 2])))] = 0
    return [
        w if keep else w._replace(text=None, flags=_with_hyphen(w))
        for w, keep in zip(listed, rank, strict=True)
    ]


def legible_share(listed):
    """The share of words that keep their text, 0 to 1."""
    return sum(not word.masked for word in listed) / len(listed) if listed else 0.0


def longest_run(listed):
    """The longest row of legible words, in words."""
    return max((len(row) for row in _rows([not word.masked for word in listed])), default=0)


def to_csv(listed):
    """The table of words as text, one word a row; an empty `gap` stands for one blank."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    last = 0
    for word in listed:
        before = word.before if word.paragraph != last else ""
        gap = "" if word.gap == " " else word.gap or "∅"
        shape = word.letters, word.syllables, word.flags
        table.writerow([word.paragraph, word.sentence, word.text or "", *shape, before, gap])
        last = word.paragraph
    return out.getvalue()


def from_csv(text):
    """The words of a table written by `to_csv`."""
    listed, gap = [], ""
    for row in csv.DictReader(io.StringIO(text)):
        paragraph = int(row["paragraph"])
        new = not listed or listed[-1].paragraph != paragraph
        before = row["before"] if new else opening(gap)
        gap = {"": " ", "∅": ""}.get(row["gap"], row["gap"])
        shape = int(row["letters"]), int(row["syllables"]), row["flags"]
        listed.append(Word(row["text"] or None, *shape, before, gap, paragraph, int(row["sentence"])))
    return listed


def normal(text):
    """A word as it is compared: one kind of apostrophe, no hyphens, nothing invisible.

    >>> normal("self‑de\u00adfense"), normal("Iran’s")
    ('selfdefense', "Iran's")
    """
    return visible(text).translate(MARKS).replace("-", "")


def plain_marks(gap):
    """The marks of a gap as they are compared: straight quotes, one kind of dash, no blanks."""
    return re.sub(r"\s+", "", gap.replace("…", "...")).translate(MARKS).replace("--", "-")


def seal(texts, gaps=()):
    """A hash over words and, where given, the marks after them, as hexadecimal text."""
    marks = list(gaps) or [""] * len(texts)
    joined = "\x1f".join(f"{normal(t)}\x1e{plain_marks(g)}" for t, g in zip(texts, marks, strict=True))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


def seals(listed):
    """Hashes of a full text: (whole text with its marks, {sentence: first 8 signs of its words' hash})."""
    whole = seal([w.text for w in listed], [w.gap for w in listed])
    rows = groupby(listed, key=lambda word: word.sentence)
    return whole, {number: seal([word.text for word in row])[:8] for number, row in rows}


def _rows(rank):
    rows = groupby(range(len(rank)), key=lambda i: bool(rank[i]))
    return [list(row) for legible, row in rows if legible]


def _with_hyphen(word):
    """Masked words remember that they hold a hyphen, so that a split at a line end can be told from it."""
    return word.flags + ("-" if word.text and re.search("[-‐‑]", word.text) else "")
