"""A check by hand: some hits of the list, drawn by chance, and what a reader's verdicts on them amount to.

A count is as good as its hits. Whoever reads a sample of them can say how often the list is right, and how
far chance may have moved that figure.
"""

from hashlib import sha256
from typing import NamedTuple

from ..lexicon import CANDIDATES, hits
from ..shelf.catalogue import SHELF, articles
from ..voices import voice_of
from .chance import wilson
from .concordance import Line, sentence_of

VERDICTS = {"right": "Right", "wrong": "Wrong", "unsure": "Cannot tell"}
NUMBER = 8  # hits to read; about four minutes
SEED = "whose words"  # every reader gets the same hits, so that two readers can compare


class Case(NamedTuple):
    """One hit to read: its place, the entry of the list that it is a hit of, and that entry's category.

    `text` tells its text from any other: the short name, or a hash where the reader brought it.
    """

    line: Line
    term: str
    category: str
    text: str

    @property
    def id(self):
        """A name that is the same in blocks and in full."""
        return f"{self.text} {self.line.start} {self.term}"


class Precision(NamedTuple):
    """Right hits as a share of those that could be judged, 0 to 1, higher is better; `low` and `high` are its
    95 % interval (Wilson 1927). `unsure` hits are in neither. All three are NaN where nothing was judged."""

    share: float
    low: float
    high: float
    right: int
    wrong: int
    unsure: int


def cases(number=NUMBER, seed=SEED, chosen=None, category=None, voices=None):
    """Hits to read by hand, as a list of `Case`: drawn by chance, the same for all. chosen: a list of
    articles; those that are compared where nothing is given. category, voices: only hits of one category, or
    in voices of these letters.

    Left out: boilerplate, what only a reader can find (`lexicon.CANDIDATES`), and paragraphs that may be
    skipped. A hit is drawn by a hash of its own place: should the list change, most cases stay.

    >>> len(cases()), cases() == cases()
    (8, True)
    """
    chosen = chosen or [articles[name] for name in SHELF]
    order = {article.id: place for place, article in enumerate(chosen)}
    found = [
        case
        for article in chosen
        for case in _hits(article)
        if category in (None, case.category) and (voices is None or case.line.voice in voices)
    ]
    drawn = sorted(found, key=lambda case: sha256(f"{seed} {case.id}".encode()).digest())[:number]
    return sorted(drawn, key=lambda case: (order[case.line.article], case.line.start))


def precision(verdicts):
    """How often the list was right, from verdicts ("right", "wrong", "unsure"), as a `Precision`.

    >>> found = precision(["right"] * 15 + ["wrong"] * 3 + ["unsure"] * 2)
    >>> found.right, found.wrong, found.unsure, round(found.share, 2)
    (15, 3, 2, 0.83)
    """
    listed = list(verdicts)
    right, wrong, unsure = (listed.count(verdict) for verdict in VERDICTS)
    low, high = wilson(right, right + wrong)
    share = right / (right + wrong) if right + wrong else float("nan")
    return Precision(share, low, high, right, wrong, unsure)


def in_words(found, number=NUMBER):
    """A precision as sentences, for the work file and for whoever listens.

    >>> in_words(precision(["right"] * 15 + ["wrong"] * 5), 20).partition(". ")[0]
    'Of 20 hits, 15 are right, 5 are wrong, and for 0 I cannot tell'
    >>> in_words(precision(["right"] * 15 + ["wrong"] * 5), 20).partition(". ")[2]
    'Precision: 75 of 100. With 20 hits, chance alone leaves it anywhere from 53 to 89.'
    """
    read = found.right + found.wrong + found.unsure
    judged = found.right + found.wrong
    begun = f"Of {number} hits" if read == number else f"Of {number} hits I have read {read}:"
    told = (
        f"{begun}{',' * (read == number)} {found.right} {_are(found.right)} right, {found.wrong} "
        f"{_are(found.wrong)} wrong, and for {found.unsure} I cannot tell."
    )
    if not judged:
        return told
    low, high = (round(100 * end) for end in (found.low, found.high))
    return (
        f"{told} Precision: {round(100 * found.share)} of 100. With {judged} hit{'s' * (judged != 1)}, "
        f"chance alone leaves it anywhere from {low} to {high}."
    )


def _are(number):
    return "is" if number == 1 else "are"


def _hits(article):
    voices, words, sentences = voice_of(article), article.words, sentence_of(article.words)
    text = (article.sealed or _digest(article)) if article.yours else article.id
    skipped = {paragraph.number for paragraph in article.paragraphs if paragraph.content_note}
    for hit in hits(words):
        number = words[hit.start].paragraph
        if hit.category in CANDIDATES or voices[hit.start] == "B" or number in skipped:
            continue
        line = Line(article.id, number, voices[hit.start], hit.start, hit.end, *sentences[hit.start])
        yield Case(line, hit.term, hit.category, text)


def _digest(article):
    """A text under any name: the beginning of a hash of its words."""
    return sha256("\n".join(p.text for p in article.paragraphs).encode()).hexdigest()[:12]
