"""What keeps its text in a blackout edition: hits, rule words, names, verbs of saying, negators."""

import re
from functools import cache

from ..files import table_rows
from ..words import visible
from .entries import key, keys
from .scan import scan_words
from .table import listed

NAMES = (
    "place",
    "government",
    "people",
    "state",
    "army",
    "armed group",
    "alliance",
    "organisation",
    "person",
)
COMMON = "common noun"  # for people in arms, as in "soldiers": it stays legible, and it is no name
# What is masked first where an edition would show too much: these are said most often.
GIVE_WAY = ("speech", "place", "government", "people", "state")
POSSESSIVE = re.compile("['’]s$")


@cache
def legible_forms():
    """What stays legible beside the hits: tuple of words → "negator", "speech", "word", `COMMON` or the kind
    of a name.

    Names stand as they are written (*US*, but not *us*); all others in lower case. A form of one word is a
    tuple of one. `legible` applies them.
    """
    found = {}
    for name, kind in (
        ("kept_words", "word"),
        ("negators", "negator"),
        ("speech_verbs", "speech"),
        ("names", None),
    ):
        for row in table_rows("lexicon", f"{name}.csv"):
            common = COMMON if row["note"].startswith("generic") else None
            for form in listed(row["forms"]):
                found[keys(form) if kind else tuple(form.split())] = kind or common or row["kind"]
    return found


@cache
def _reach():
    """First word of a form → how many words the longest of those forms has."""
    found = {}
    for form in legible_forms():
        found[form[0]] = max(found.get(form[0], 0), len(form))
    return found


def legible(words, entries=None, share=0.25, in_a_row=6):
    """For each `Word` the kind that keeps it legible in a blackout edition, or None where it is masked.

    "loaded" where it is part of a hit, "word" where a rule needs it or an exercise does, else a kind of
    `legible_forms`. A hyphenated word is a name where one of its parts is one (*US-led*). Where more than
    `share` of the words or more than `in_a_row` neighbours would be legible, verbs of saying and names of
    states, places and peoples give way, the later mentions first.

    >>> from whosewords.words import read
    >>> legible(read("The US told us of Iran’s greedy, pro-Kuwait raiders."), share=1)
    [None, 'state', 'speech', None, None, 'state', 'loaded', 'state', 'loaded']
    """
    kinds = _kinds(words)
    found, ruled = scan_words(words, entries)
    for start, end in ruled:
        kinds[start:end] = ["word"] * (end - start)
    for hit in found:
        kinds[hit.start : hit.end] = ["loaded"] * (hit.end - hit.start)
    _give_way(words, kinds, share)
    return _in_rows(kinds, in_a_row)


def _give_way(words, kinds, share):
    before, order = {}, []
    for i, kind in enumerate(kinds):
        if kind in GIVE_WAY:
            before[words[i].text] = before.get(words[i].text, 0) + 1
            order.append((GIVE_WAY.index(kind), before[words[i].text], i))
    order.sort()
    spare = sum(kind is not None for kind in kinds) - share * len(words)
    while order and spare > 0:
        kinds[order.pop()[2]] = None
        spare -= 1


def _in_rows(kinds, longest):
    row = []
    for i, kind in enumerate(kinds):
        row = [*row, i] if kind else []
        if len(row) > longest:
            cut = next((j for j in reversed(row) if kinds[j] not in ("loaded", "word")), row[-1])
            kinds[cut] = None
            row = [j for j in row if j > cut]
    return kinds


def _kinds(words):
    forms, reach, kinds, i = legible_forms(), _reach(), [None] * len(words), 0
    bare = [POSSESSIVE.sub("", visible(word.text or "")).replace("’", "'") for word in words]
    lower = [key(word.text or "") for word in words]
    while i < len(words):
        longest = max(reach.get(bare[i], 0), reach.get(lower[i], 0))
        for size in range(min(longest, len(words) - i), 0, -1):
            kind = forms.get(tuple(bare[i : i + size])) or forms.get(tuple(lower[i : i + size]))
            if kind:
                break
        else:
            size, kind = 1, _part(bare[i], forms) if "-" in bare[i] else None
        kinds[i : i + size] = [kind] * size
        i += size
    return kinds


def _part(word, forms):
    return next((forms[part,] for part in word.split("-") if forms.get((part,)) in (*NAMES, COMMON)), None)
