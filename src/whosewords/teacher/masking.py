"""Which words of a text stay legible when it is handed out in blocks."""

from itertools import groupby

from .. import lexicon
from ..measures import word_kinds
from ..problems import Problem
from ..shelf import blackout

# What is kept when six legible words in a row force a choice: what the lessons are about comes last to go.
RANK = {"": 0, "number": 1, "name": 2, "speech": 3, "word": 4, "loaded": 5}
LOADED, SENTENCE = RANK["loaded"], 3  # words; two loaded words alone are a hit, and no sentence


def masked(listed, needed=frozenset()):
    """The same words as a blackout edition: loaded words, names, numbers, verbs of saying and those whose
    numbers are `needed` keep their text, as far as the caps allow.

    Raises `Problem` where loaded words alone are more than a quarter.
    """
    listed = lexicon.flagged(listed)
    kinds = word_kinds.kinds(listed, blackout.LARGEST_SHARE, blackout.LONGEST_RUN)
    made = blackout.mask(listed, _ranks(kinds, needed))
    # What is left of a name that was cut has lost its reason to be legible: “United” without “States”.
    ranks = _ranks(word_kinds.kinds(made), needed)
    made = blackout.mask(made, _no_whole_sentence(made, _under_the_cap(ranks)))
    if blackout.legible_share(made) > blackout.LARGEST_SHARE:
        raise Problem(
            "more than a quarter of it are loaded words, which have to stay legible. It cannot be handed out "
            "in blocks: take another text."
        )
    return made


def whole_sentences(made):
    """How many sentences of an edition can be read whole: of loaded words alone, which are never masked."""
    rows = (list(row) for _, row in groupby(made, key=lambda word: word.sentence))
    return sum(len(row) >= SENTENCE and not any(word.masked for word in row) for row in rows)


def _ranks(kinds, needed):
    return [max(RANK[kind], RANK["word"] * (i in needed)) for i, kind in enumerate(kinds)]


def _under_the_cap(ranks):
    """The ranks with the least needed words out, the later ones first, until a quarter is legible."""
    spare = int(sum(rank > 0 for rank in ranks) - blackout.LARGEST_SHARE * len(ranks) + 1 - 1e-9)
    order = sorted((rank, -i) for i, rank in enumerate(ranks) if 0 < rank < LOADED)
    for _, i in order[: max(0, spare)]:
        ranks[-i] = 0
    return ranks


def _no_whole_sentence(made, ranks):
    """The ranks with a word out of each sentence that could be read whole."""
    for _, row in groupby(range(len(made)), key=lambda i: made[i].sentence):
        row = list(row)
        least = min(row, key=lambda i: ranks[i])
        if len(row) >= SENTENCE and all(ranks[i] for i in row) and ranks[least] < LOADED:
            ranks[least] = 0
    return ranks
