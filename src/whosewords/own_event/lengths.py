"""How long a text is, and how it is made to fit: every limit of a brief is counted here."""

import unicodedata

from ..words import words as words_in

LETTERS = 9  # that count as a word at least, so that a limit is one for every script
MOST_LINES = 4


def number_of_words(text):
    """How many words a text has, as every limit counts them.

    >>> number_of_words("It’s a well-known pier, isn’t it?")
    6
    """
    return len(words_in(text))


def letters_of(text):
    """How many letters wide a text is: broad ones take two places.

    >>> letters_of("pier"), letters_of("船")
    (4, 2)
    """
    return len(text) + sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)


def size_of(text):
    """How much room a text takes, in words: very long ones, and those of a script without gaps, count by
    their letters.

    >>> size_of("It is a short text."), size_of("x" * 90), size_of("船" * 18)
    (5, 10, 4)
    """
    return max(number_of_words(text), -(-letters_of(text) // LETTERS))


def in_lines(text, most=MOST_LINES):
    """A text in as many lines at most; what is beyond runs on in the last.

    >>> in_lines("a\\n\\nb\\nc", 2)
    'a\\nb c'
    """
    listed = [line.strip() for line in text.splitlines() if line.strip()]
    return "\n".join([*listed[: most - 1], " ".join(listed[most - 1 :])]).strip()


def short(text, most):
    """A text on one line, cut after `most` words or their letters.

    >>> short("one two three", 2), short("x" * 30, 2)
    ('one two …', 'xxxxxxxxxxxxxxxxxx …')
    """
    listed = text.split()
    cut = " ".join(listed[:most])
    while size_of(cut) > most:
        cut = cut[: most * LETTERS] if len(cut) > most * LETTERS else cut[:-1]
    return cut if cut == " ".join(listed) else f"{cut.rstrip()} …"
