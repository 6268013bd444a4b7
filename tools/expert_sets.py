"""The expert-annotated sets, read where they lie: which rows may be read, which are only scored.

Two sets that nobody here wrote. Their sentences never enter the project; counts per word do.
- BABE (Spinde et al., Findings of EMNLP 2021): sentences from US news, words that at least 2 of 5 experts
  marked.
- PTC (Da San Martino et al., SemEval-2020 task 11): news articles, spans of Loaded_Language and of
  Name_Calling,Labeling.
Every row with md5 of its `news_link` (PTC: of its `id`) divisible by 5 was set aside before anything was
read.
"""

import ast
import csv
import hashlib
import json
import re
from pathlib import Path
from typing import NamedTuple

TOKEN = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
# The md5 of a link whose row was printed before the split was made: it is left out of both parts.
SEEN_TOO_EARLY = "7e0f4abb904787a842448a681eb1816c"


class Text(NamedTuple):
    """One text: `tokens` are (token, start, end), `gold` one truth value a token, `biased` for BABE only.

    `readings` holds for each expert the tokens that this expert marked; empty for PTC.
    """

    group: str
    text: str
    tokens: list
    gold: list
    biased: bool
    readings: tuple
    loaded_spans: tuple


def tokens(s):
    """The protocol's tokens: lower case, straight apostrophe."""
    return [
        (found.group().lower().replace("’", "'"), found.start(), found.end()) for found in TOKEN.finditer(s)
    ]


def set_aside(group):
    """Whether texts of this link or id are only scored."""
    return int(_md5(group), 16) % 5 == 0


def _md5(s):
    return hashlib.md5(s.encode()).hexdigest()


def part(texts, aside):
    """The texts that may be read (aside=False) or only scored (aside=True)."""
    return [text for text in texts if set_aside(text.group) == aside and _md5(text.group) != SEEN_TOO_EARLY]


def babe(path, votes=None):
    """The sentences of a BABE file; votes: the file with the single experts' readings."""
    with Path(path).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    readings = {}
    if votes and Path(votes).exists():
        with Path(votes).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                readings.setdefault(int(row["row"]), []).append(_tokens_of([row["biased_words"]]))
    return [_sentence(row, tuple(readings.get(i, ()))) for i, row in enumerate(rows)]


def _sentence(row, readings):
    found = tokens(row["text"])
    marked = _tokens_of(ast.literal_eval(row["biased_words"] or "[]"))
    gold = [token in marked for token, *_ in found]
    return Text(row["news_link"], row["text"], found, gold, row["label_bias"] == "Biased", readings, ())


def _tokens_of(phrases):
    return {token for phrase in phrases for token, *_ in tokens(phrase)}


def ptc(path):
    """The articles of a PTC file."""
    return [_article(json.loads(line)) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def _article(row):
    found = tokens(row["text"])
    covered = bytearray(len(row["text"]) + 1)
    for start, end, _ in row["spans"]:
        covered[start:end] = b"\x01" * (end - start)
    gold = [any(covered[start:end]) for _, start, end in found]
    loaded = tuple((start, end) for start, end, kind in row["spans"] if kind == "Loaded_Language")
    return Text(str(row["id"]), row["text"], found, gold, False, (), loaded)
