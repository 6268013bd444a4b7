"""Which open answers are, word for word, a sample answer or another student's. That may be a pair who wrote
together: it is told, and it is no verdict."""

import re
from collections import Counter

from ..classroom.exercises import key

FEWEST = 6  # words; shorter answers are often alike
SAMPLE = "Word for word a sample answer; these are shown once an answer is handed in."
OTHERS = "Word for word like {count} other answer{s} here."


def notes(exercise, texts):
    """A sentence for each text that is word for word a sample answer or another text; "" for the others.

    >>> from whosewords.classroom.exercises import exercise
    >>> twice = "Both are about one strike, and I read both."
    >>> notes(exercise("1.7"), [twice, "BOTH are about one strike and I read both", "Both."])[1:]
    ['Word for word like 1 other answer here.', '']
    """
    known, read = key(exercise.id), [_words(text) for text in texts]
    counted, samples = Counter(read), {_words(known.good), _words(known.middling)}
    return [_note(words, counted[words] - 1, samples) for words in read]


def _note(words, others, samples):
    if len(words) < FEWEST:
        return ""
    if words in samples:
        return SAMPLE
    return OTHERS.format(count=others, s="s" * (others != 1)) if others else ""


def _words(text):
    return tuple(re.findall(r"\w+", text.casefold()))
