"""A draft of the table of names: words with capitals that stand in mid-sentence again and again."""

from ..lexicon.legible import POSSESSIVE
from ..measures.proofs import LONGEST_PROOF
from ..measures.word_kinds import is_number

MOST = 10  # names; a table that is longer is corrected by nobody
OFTEN = 3  # times that a name stands in all texts together, or in two texts


def drafted_names(articles):
    """Rows for the table of names: a row for each text that a name stands in, under the name itself. Who is
    meant by different names, and on whose word each rests, a reader has to say."""
    found = {}
    for article in articles:
        for name in _runs(article):
            found.setdefault(name, []).append(article.id)
    known = [name for name, texts in found.items() if len(texts) >= OFTEN or len(set(texts)) > 1]
    known.sort(key=lambda name: (-len(set(found[name])), -len(found[name])))
    return [
        {"who": name, "words": name, "text": text}
        for name in known[:MOST]
        for text in dict.fromkeys(found[name])
    ]


def is_part_of_a_date(word):
    """Whether a word with a capital is no name, but a day, a month or a number.

    >>> is_part_of_a_date("Wednesday"), is_part_of_a_date("Thirty-four"), is_part_of_a_date("Wick")
    (True, True, False)
    """
    return any(is_number(part) for part in (word, *word.split("-")))


def _runs(article):
    """Rows of words with a capital in mid-sentence, as they stand."""
    row, last = [], None
    for word in (*article.body, None):
        opens = word is None or last is None or word.sentence != last.sentence
        text = "" if word is None or word.masked else word.text
        if row and (opens or not text[:1].isupper() or last.gap != " "):
            if len(row) <= LONGEST_PROOF and not all(is_part_of_a_date(each) for each in row):
                yield POSSESSIVE.sub("", " ".join(row))
            row = []
        if not opens and text[:1].isupper() and text != "I":
            row.append(text)
        last = word
