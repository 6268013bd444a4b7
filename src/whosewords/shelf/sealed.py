"""A text that was handed out in blocks: the words of a blackout edition of its own, with its seals.

It travels inside the file of the text. Whoever has the page that it was made of lays the page under it, as
under an edition of the module.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from ..words import read
from . import blackout

HASH, SHORT = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{8}")
LARGEST_WORD = 200  # letters or syllables: a damaged file must not draw a block without end
MOST_WORDS = 50_000


@dataclass(frozen=True)
class Sealed:
    """table: its words as `blackout.to_csv` writes them. whole, sentences: its seals, the second as pairs of
    (number, hash)."""

    table: str
    whole: str
    sentences: tuple

    @cached_property
    def words(self):
        return blackout.from_csv(self.table)

    @property
    def id(self):
        """What its full text is kept under: the same for everybody who was given this edition."""
        return f"sealed_{self.whole[:24]}"

    @property
    def lines(self):
        """Its paragraphs as they are read, masked words as blocks: {number: text}."""
        found: dict = {}
        for word in self.words:
            lead = "" if word.paragraph in found else word.before
            text = word.text or blackout.BLOCK * word.letters
            found[word.paragraph] = found.get(word.paragraph, "") + lead + text + word.gap
        return found

    def is_of(self, texts):
        """Whether it was made of these paragraphs.

        >>> from whosewords.words import read
        >>> sealed(read("The pier is shut.")).is_of(["The pier is shut."])
        True
        """
        return blackout.seals(read("\n\n".join(texts)))[0] == self.whole

    def as_fields(self):
        """It as it stands in a file, as fields of text."""
        told = " ".join(f"{number}:{hash}" for number, hash in self.sentences)
        return {"sealed_whole": self.whole, "sealed_sentences": told, "sealed_words": self.table}


def sealed(listed, masked=None):
    """The edition of a text. listed: its words. masked: the same with those masked that are to be blocks."""
    whole, by_sentence = blackout.seals(listed)
    return Sealed(blackout.to_csv(masked or listed), whole, tuple(by_sentence.items()))


def from_fields(fields):
    """What `as_fields` gave; None where the fields of a file tell of no edition. Raises `ValueError` for what
    can be none."""
    if "sealed_words" not in fields:
        return None
    whole, told, table = (str(fields.get(f"sealed_{what}", "")) for what in ("whole", "sentences", "words"))
    pairs = [pair.partition(":") for pair in told.split()]
    known = all(number.isdecimal() and SHORT.fullmatch(hash) for number, _, hash in pairs)
    try:
        found = Sealed(table, whole, tuple((int(number), hash) for number, _, hash in pairs))
        sound = HASH.fullmatch(whole) and known and _sound(found)
    except (KeyError, TypeError, ValueError):
        sound = False
    if not sound:
        raise ValueError("its blocks are damaged")
    return found


def _sound(found):
    words, numbered = found.words, {number for number, _ in found.sentences}
    return 0 < len(words) <= MOST_WORDS and all(
        0 < word.letters <= LARGEST_WORD and 0 <= word.syllables <= LARGEST_WORD and word.sentence in numbered
        for word in words
    )
