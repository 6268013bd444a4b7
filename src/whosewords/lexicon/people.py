"""Names of persons and places that look like loaded words: *Judge Slaughter*, *Fred Savage*, *Cape Wrath*.

A name is no choice of the writer. It is taken for one where what stands beside it says so, and the line is
not set in capitals like a title; what is masked in a blackout edition says nothing.
"""

from ..classes import given_names, word_class

OPEN, CLOSE = frozenset("“\"‘'«"), frozenset("”\"’'»")
LONGEST_TITLE, FAR, NEAR = 8, 4, 6  # words


class Text:
    """A text word by word: `word(i)` as it is written, nothing where it is masked; `gap(i)` what follows."""

    def __init__(self, word, gap, size):
        self._word, self.gap, self.size = word, gap, size

    def word(self, i):
        return (self._word(i) or "") if 0 <= i < self.size else ""

    def capital(self, i):
        return self.word(i)[:1].isupper()

    def touches(self, i, stop=False):
        """Whether word i and the next stand side by side; stop: with the stop of a short form between."""
        return 0 <= i < self.size - 1 and (self.gap(i) == " " or (stop and self.gap(i) == ". "))


def named(text, i):
    """What word i, written large, is the name of: "name" for a person or place, "work", or nothing."""
    if not text.capital(i) or text.word(i).isupper():
        return None
    return "name" if _is_named(text, i) else "work" if _in_a_work(text, i) else None


def _is_named(text, i):
    if text.touches(i) and text.capital(i + 1):
        beside = (
            text.word(i + 1).lower() in word_class("after_a_place") or text.word(i).lower() in given_names()
        )
        return beside and not (text.touches(i + 1) and text.capital(i + 2)) and _plain(text, i)
    before = text.word(i - 1)
    if not (before[:1].isupper() and text.touches(i - 1, stop=True)):
        return False
    low = before.lower()
    initial = len(before) == 1 and before != "I" and text.gap(i - 1) == ". "
    name = low in given_names() or low in word_class("before_a_place")
    known = initial or low in word_class("titles") or (name and text.gap(i - 1) == " ")
    return known and _plain(text, i)


def _plain(text, i):
    """Whether the words around are written small, as in a sentence and not as in a title."""
    around = (text.word(j) for j in range(max(0, i - NEAR), i + NEAR + 1))
    return any(word[:1].islower() and word not in word_class("small") for word in around)


def _in_a_work(text, i):
    """Whether the word stands in a title between marks, with a word such as *novel* before it."""
    before, behind = range(i, max(0, i - LONGEST_TITLE), -1), range(i, min(text.size, i + LONGEST_TITLE))
    first = next((j for j in before if text.gap(j - 1)[-1:] in OPEN), None)
    last = next((j for j in behind if text.gap(j).lstrip(",.!?")[:1] in CLOSE), None)
    if not first or last is None or first == last:
        return False
    titled = all(text.capital(j) or text.word(j) in word_class("small") for j in range(first, last + 1))
    return titled and any(
        text.word(j).lower() in word_class("works") for j in range(max(0, first - FAR), first)
    )
