"""What kind of word each word is to a reader: loaded, a name, a speech verb, a number, or none of these.

The blackout editions keep the text of exactly these kinds, and the reading view lets its reader switch them.
"""

from .. import lexicon

KINDS = ("loaded", "name", "speech", "number")  # what the switch offers
NUMBER_WORDS = frozenset({
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion",
    "billions", "trillion", "trillions", "half", "first", "second", "third", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
    "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip


def kinds(listed, share=1.0, in_a_row=None):
    """For each `Word` its kind, "word" where it is legible for another reason (a negator, say), or "" for
    none.

    share, in_a_row: caps on how much is legible, for making an edition; without them nothing is left out.

    >>> from whosewords.words import read
    >>> kinds(read("The US never unleashed 7 proxies, he said."))
    ['', 'name', 'word', 'loaded', 'number', 'loaded', '', 'speech']
    >>> kinds(read("Not in a million years."))[1:]
    ['loaded', 'loaded', 'loaded', 'loaded']
    """
    numbers = [word.text is not None and is_number(word.text) for word in listed]
    spare = share - sum(numbers) / len(listed) if listed else share
    found = lexicon.legible(listed, share=spare, in_a_row=in_a_row or len(listed))
    return [
        "number"
        if number and kind != "loaded"  # a phrase is marked as a whole
        else "name"
        if kind in lexicon.NAMES
        else "word"
        if kind in ("negator", lexicon.COMMON)
        else kind or ""
        for kind, number in zip(found, numbers, strict=True)
    ]


def is_number(text):
    """Whether a word is a number or part of a date: it holds a digit, or it is a number word, a weekday or a
    month.

    >>> is_number("2,500"), is_number("dozens"), is_number("Monday"), is_number("may")
    (True, True, True, False)
    """
    return any(sign.isdigit() for sign in text) or text.lower() in NUMBER_WORDS
