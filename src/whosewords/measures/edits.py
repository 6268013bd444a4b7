"""The same words with other marks, or fewer of them: what happens to a score when nobody changes a word.

Words in, words out. Only flags, gaps and the choice of words are looked at, never the text of a word, so that
texts in blocks can be changed in the same way.
"""

import re
from itertools import zip_longest

STOP = re.compile(r"[.!?]")
LONGEST_DOTTED = 4  # letters of an abbreviation with dots: U.S., U.N.’s; what is longer is an address


def with_stops(listed):
    """(the words with a full stop at the end of every paragraph that has none, the places of the new stops).

    >>> from whosewords.words import read
    >>> added, places = with_stops(read("A heading\\nHe ran.\\nShe ran"))
    >>> [word.gap for word in added], places
    ([' ', '.', ' ', '.', ' ', '.'], (1, 5))
    """
    changed, places = list(listed), []
    for i, (word, following) in enumerate(zip_longest(listed, listed[1:])):
        ends = following is None or following.paragraph != word.paragraph
        if ends and not STOP.search(word.gap):
            changed[i] = word._replace(gap=word.gap.rstrip() + ".")
            places.append(i)
    return changed, tuple(places)


def without_dots(listed):
    """(the words with `U.S.` written `US`, the places of these words). A dot that also ends a sentence stays.

    >>> from whosewords.words import read, naive_sentences
    >>> before = read("In the old U.S. army nobody ran.")
    >>> after, places = without_dots(before)
    >>> max(naive_sentences(before)), max(naive_sentences(after)), places
    (2, 1, (3,))
    """
    changed, places = list(listed), []
    for i, (word, following) in enumerate(zip_longest(listed, listed[1:])):
        if not dotted(word):
            continue
        ends = following is None or following.sentence != word.sentence
        gap = "." + word.gap if ends and not STOP.search(word.gap) else word.gap
        text = word.text and word.text.replace(".", "")
        changed[i] = word._replace(text=text, flags=word.flags.replace(".", ""), gap=gap)
        places.append(i)
    return changed, tuple(places)


def dotted(word):
    """Whether a word is an abbreviation with dots inside, such as *U.S.*; a number such as *3.5* is none, and
    is never masked."""
    is_number = word.text is not None and word.text[:1].isdigit()
    return "." in word.flags and word.letters <= LONGEST_DOTTED and not is_number


def pieces(listed, size, step):
    """All pieces of so many words, one beginning every `step` words: (place of its first word, its words).

    What is left at the end and is shorter than a piece is not looked at.

    >>> from whosewords.words import read
    >>> [(first, len(piece)) for first, piece in pieces(read("one two three four five six"), 4, 2)]
    [(0, 4), (2, 4)]
    """
    return [(first, listed[first : first + size]) for first in range(0, len(listed) - size + 1, step)]
