"""Syllables and familiar words: the door to textstat, kept offline for certain.

textstat asks NLTK for the CMU Pronouncing Dictionary, and NLTK downloads it where it is missing, or where it
lies in a folder that others may write to. So textstat is handed the dictionary's syllable counts from
`data/cmudict/` instead; the numbers are those it gives with the dictionary installed, and nothing is ever
fetched. Only words with accents are counted otherwise: the dictionary has them without (*café*, *naïve*).
"""

import gzip
import re
from functools import cache, lru_cache
from unicodedata import combining, normalize

from . import files

LONGEST = 100  # letters; what is longer is no word, and hyphenating it would take minutes
PLAIN = str.maketrans("’‑‐", "'--", "\u00ad")
SPOKEN_END = re.compile("ée?s?$")
VOWELS = re.compile("(?<!q)[aeiou]+|(?<![aeiou])y(?![aeiou])")
NO_HARDER = ("ing", "es", "ed")
# Endings that Dale and Chall count as regular forms of a familiar word (1948 and 1995).
ENDINGS = {  # by their last letter
    "s": (("ies", "y"), ("es", ""), ("s", "")),
    "d": (("ied", "y"), ("ed", ""), ("d", "")),
    "r": (("ier", "y"), ("er", ""), ("r", "")),
    "t": (("iest", "y"), ("est", ""), ("st", "")),
    "g": (("ing", ""), ("ing", "e")),
}


class _Sounds:
    """A table of syllables, read by textstat as if it were NLTK's dictionary: a list of ways to say the word,
    each a list of sounds, of which those that end in a digit are vowels."""

    def __init__(self, table):
        self.table = table

    def __getitem__(self, word):
        return [["0"] * self.table[word]]


@cache
def _dictionary():
    """The dictionary's syllable counts: {word: syllables}."""
    table = gzip.decompress(files.data("cmudict", "syllables.txt.gz").read_bytes()).decode()
    return {word: int(count) for word, count in map(str.split, table.splitlines())}


@cache
def textstat():
    """A textstat of our own: its setters on the shared object would move everybody's numbers."""
    from textstat.backend.counts import _count_syllables
    from textstat.textstat import textstatistics

    sounds = _Sounds(_dictionary())
    _count_syllables.get_cmudict = lambda language: sounds if language.startswith("en") else None
    return textstatistics()


def textstat_version():
    """The version of textstat whose numbers are shown, as text."""
    from importlib.metadata import version

    return version("textstat")


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """Syllables of one word as textstat counts them: its dictionary first, hyphenation rules else.

    Parts of a hyphenated word are counted one by one. Names are often missing from the dictionary, so their
    count may be too low (*Soleimani* gets 1 where four are spoken). What is longer than 100 letters is no
    word; every third letter of it counts.

    >>> syllables("retaliatory"), syllables("self-defense"), syllables("Iran’s"), syllables("résumé")
    (5, 3, 2, 3)
    """
    known = _dictionary().get(word.lower()) if word.isalpha() else None
    return known or sum(map(_spoken, _parts(word))) or 1


def _spoken(part):
    """Syllables of a word without hyphens. What textstat would look up is looked up here, which takes less
    time."""
    if len(part) > LONGEST:
        return len(part) // 3
    if not part.removesuffix("'s").isalnum():
        return _accented(part) or textstat().syllable_count(part)
    return _dictionary().get(part) or _accented(part) or len(_hyphens().positions(part)) + 1


@cache
def _hyphens():
    """Where textstat would hyphenate a word that its dictionary has not."""
    from textstat.backend.utils._get_pyphen import get_pyphen

    return get_pyphen("en_US")


def _accented(part):
    """Syllables of a word with accents, counted without them; a last *é* is spoken. 0 without accents."""
    if part.isascii():
        return 0
    bare = "".join(sign for sign in normalize("NFD", part) if not combining(sign))
    known = _dictionary().get(bare, 0)
    stem = SPOKEN_END.sub("", part)
    if stem != part:
        return max(known, len(VOWELS.findall(bare[: len(stem)])) + 1)
    return known or max(map(textstat().syllable_count, (bare, part)))


def in_dictionary(word):
    """Whether the dictionary has a word, in any case.

    >>> in_dictionary("Government"), in_dictionary("usled")
    (True, False)
    """
    return word.lower() in _dictionary()


def _parts(word):
    """A word in lower case with plain marks, parted at its hyphens.

    >>> _parts("Iran’s"), _parts("Long‑lasting")
    (["iran's"], ['long', 'lasting'])
    """
    if word.isascii() and word.isalpha():
        return [word.lower()]
    return [part for part in word.translate(PLAIN).lower().split("-") if part]


@cache
def familiar_words():
    """Dale and Chall's list of about 3,000 words that most American fourth-graders knew, as textstat ships
    it."""
    textstat()
    from textstat.backend.utils._get_lang_easy_words import get_lang_easy_words

    return frozenset(word.lower() for word in get_lang_easy_words("en"))


def is_familiar(word):
    """Whether a word, or the word it is a regular form of, stands on Dale and Chall's list.

    Numbers are familiar; so is a hyphenated word whose parts all are.

    >>> is_familiar("houses"), is_familiar("retaliatory"), is_familiar("2,500"), is_familiar("well-known")
    (True, False, True, True)
    """
    known, low = familiar_words(), word.lower()
    if low in known:
        return True
    if word.isalpha():
        return _stem_in(low, known)
    return any(map(str.isdigit, word)) or all([_is_form(part, known) for part in _parts(word)])


def _is_form(part, known):
    bare = part[:-2] if part.endswith("'s") else part.rstrip("'")
    return part in known or bare in known or _stem_in(bare, known)


def _stem_in(bare, known):
    """Whether a regular ending makes the word of one that is known."""
    for ending, instead in ENDINGS.get(bare[-1:], ()):
        if bare.endswith(ending):
            stem = bare[: -len(ending)] + instead
            if len(stem) > 1 and (stem in known or _undoubled(stem) in known):
                return True
    return False


def _undoubled(stem):
    """*sit* for *sitt*, as in *sitting*."""
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem


def is_complex(word):
    """Whether Fog counts the word as hard: three syllables or more, not by an ending or by a hyphen.

    >>> is_complex("authoritarianism"), is_complex("attacking"), is_complex("long-lasting")
    (True, False, False)
    """
    if syllables(word) < 3 or any(map(str.isdigit, "" if word.isalpha() else word)):
        return False
    return any(map(_is_hard, _parts(word)))


def _is_hard(part):
    """Whether a word has three syllables without -es, -ed or -ing, which do not make it harder (Gunning
    1952)."""
    if syllables(part) < 3 or not part.endswith(NO_HARDER):
        return syllables(part) > 2 and len(part) > 1
    stem = part[: -3 if part[-1] == "g" else -2]
    return len(stem) > 1 and syllables(stem) > 2
