"""What the sentence lab sees in a text: one value, `Analysis`. Text in, value out; nothing is drawn here."""

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from ... import lexicon, readability
from ...readability import RULES, Readability, looks_english
from ...voices import VOICES, voices
from ...words import Word, read, words

LONGEST = 20_000  # characters that are read; about 3,300 words, ten pages
GRADES = ("flesch_kincaid", "gunning_fog", "smog", "ari", "coleman_liau")  # formulas that answer in grades
NOT_ENGLISH = (
    "This text does not look English. Words and letters are counted. Sentences, syllables, difficult words, "
    "grades, voices and loaded words are not shown: our rules and lists are made for English."
)
EMPTY = "Nothing is typed yet. Type or paste a sentence, or start from one of our texts."


class Loaded(NamedTuple):
    """A loaded word and its place: as it is written, its category in words, whose voice, which sentence.

    `counts` is False where only a reader can say whether it is loaded: listed, never summed.
    """

    text: str
    category: str
    voice: str
    paragraph: int
    sentence: int
    counts: bool


class Figure(NamedTuple):
    """A line of the table of counts: a number, a range (low, high), or None where it is withheld."""

    name: str
    value: float | tuple | None


@dataclass(frozen=True)
class Analysis:
    """Everything that the lab shows of one text.

    `text` is what was read, `left_out` how many characters after it were not. `scores` holds a `Readability`
    (no intervals) for each sentence rule, `spoken` (voice, speaker, number of the stretch) for each word,
    `hits` the entries of the list by word. Of a text that is not English only words and letters are known.
    """

    text: str
    left_out: int
    words: tuple[Word, ...]
    english: bool
    scores: dict[str, Readability]
    spoken: tuple
    hits: tuple

    @cached_property
    def loaded(self):
        """The loaded words in order, each with its place."""
        return tuple(
            Loaded(
                self._written(hit), lexicon.CATEGORIES[hit.category], self.spoken[hit.start][0],
                self.words[hit.start].paragraph, self.words[hit.start].sentence, not hit.candidate,
            )
            for hit in self.hits
        )  # fmt: skip

    @property
    def loaded_count(self):
        """How many loaded words stand in the text, in any voice; higher means more of our list."""
        return sum(one.counts for one in self.loaded)

    @cached_property
    def voices(self):
        """How many words stand in each voice, as {letter: words}, the writer's own first."""
        found = Counter(voice for voice, *_ in self.spoken) if self.english else {}
        return {voice: found[voice] for voice in VOICES if voice in found}

    def grades(self, rule="careful"):
        """(lowest, highest) whole grade of the formulas that can answer, or None where none can."""
        known = [self.scores[rule][name].grade for name in GRADES]
        known = [int(grade) for grade in known if not math.isnan(grade)]
        return (min(known), max(known)) if known else None

    def grade(self, rule="careful"):
        """Flesch-Kincaid before rounding, to tell how far a grade moved; NaN where there is none."""
        score = self.scores[rule].flesch_kincaid
        return score.value if not math.isnan(score.grade) else math.nan

    @cached_property
    def figures(self):
        """The counts as lines of a table; a line is withheld (None) where it does not apply."""
        counts, naive = self.scores["careful"].counts, self.scores["naive"].counts
        letters = round(counts["letters"] / counts["words"], 1) if self.words else None
        found = [
            Figure("Words", counts["words"]),
            Figure("Letters in a word (average)", letters),
        ]
        if not self.english:
            return tuple(found)
        length = round(counts["words"] / counts["sentences"], 1) if self.words else None
        found += [
            Figure("Sentences, careful rule", counts["sentences"]),
            Figure("Sentences, naive rule", naive["sentences"]),
            Figure("Words in a sentence (average), careful rule", length),
            Figure("Words of three syllables or more", counts["polysyllables"]),
            Figure("Difficult words", counts["difficult_words"]),
            Figure("Loaded words", self.loaded_count),
            Figure("Grade, careful rule", self.grades("careful")),
            Figure("Grade, naive rule", self.grades("naive")),
        ]
        found += [Figure(f"Voice {letter}, {VOICES[letter]}: words", n) for letter, n in self.voices.items()]
        return tuple(found)

    @property
    def notes(self):
        """What was withheld or left out and why, one sentence each."""
        found = []
        if self.left_out:
            found.append(
                f"This text has {len(self.text) + self.left_out:,} characters. The lab reads the first "
                f"{len(self.text):,} and leaves out the rest. Nothing is deleted."
            )
        if not self.words:
            found.append(EMPTY if not self.text.strip() else "There is no word in this text, only marks.")
        elif not self.english:
            found.append(NOT_ENGLISH)
        elif note := self.scores["careful"].flesch_kincaid.note:
            found.append(note if self.grades() is None else "")
        return tuple(filter(None, found))

    def _written(self, hit):
        row = self.words[hit.start : hit.end]
        return "".join(word.text + word.gap for word in row[:-1]) + row[-1].text


@lru_cache(maxsize=16)
def analyse(text):
    """Counts, grades by both sentence rules, voices and loaded words of a text, as an `Analysis`.

    At most `LONGEST` characters are read. Under 30 words there is no grade (see `readability`).

    >>> seen = analyse("The mayor is a traitor. “We paid,” the clerk said.")
    >>> [one.text for one in seen.loaded], seen.voices, seen.grades()
    (['traitor'], {'A': 8, 'Q': 2}, None)
    """
    read_part = _within(text.encode("utf-8", "replace").decode("utf-8"))  # half characters of a broken paste
    listed = read(read_part)
    english = looks_english(listed)
    return Analysis(
        read_part,
        len(text) - len(read_part),
        tuple(listed),
        english,
        {rule: readability.measure(listed, rule, interval=False) for rule in RULES},
        tuple(_spoken(read_part)) if english else (("A", None, 0),) * len(listed),
        tuple(lexicon.hits(listed)) if english else (),
    )


def _within(text):
    """The beginning of a text that the lab reads, up to a blank where there is one."""
    if len(text) <= LONGEST:
        return text
    cut = max(text.rfind(" ", 0, LONGEST), text.rfind("\n", 0, LONGEST))
    return text[: cut if cut > LONGEST // 2 else LONGEST]


def _spoken(s):
    """(voice, speaker, number of the stretch) for each word."""
    found, at = voices(s), 0
    for word in words(s):
        while found[at].end <= word.start:
            at += 1
        stretch = found[at]
        yield stretch.voice, stretch.speaker, at if stretch.voice in "QIS" else 0
