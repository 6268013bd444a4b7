"""The blackout edition: an article as a table of words of which only a few keep their text.

Here is what is pure about it: which words stay legible, the table, and laying the mask over another text. Nothing
here knows an article by name.
"""

import csv
import hashlib
import io
import re
import unicodedata
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from .words import INVISIBLE, Word, opening, words

LONGEST_RUN = 6  # legible words in a row
LARGEST_SHARE = 0.25  # legible words of all words
BLOCK = "▇"
COLUMNS = ("paragraph", "sentence", "text", "letters", "syllables", "flags", "before", "gap")
GRAM = 7  # words in a row that are looked for; so many shapes are hardly found twice by chance
WIDEST_GAP = 40  # words between two finds that are still paired one by one
MARKS = str.maketrans("“”„‟‘’‚‛«»–—‒−‐‑", "\"\"\"\"''''\"\"------")


class Place(NamedTuple):
    """Where a text does not fit: in `paragraph` and `sentence`, `expected` stood and `found` stands.

    `expected` is a word, or its shape in words where it is masked; `word` is its index, or -1 for a mark.
    """

    paragraph: int
    sentence: int
    expected: str
    found: str
    word: int


class Fit(NamedTuple):
    """A mask laid over a text. `share` of the mask's words fit (0 to 1); `texts` holds them, None where not."""

    share: float
    identical: bool
    places: tuple
    texts: tuple


def mask(listed, legible):
    """The same words, masked but for those for which `legible` holds a true value; the six-word cap is kept.

    A row of more than six legible words loses its least needed word, again and again: `legible` gives each word a
    rank, 0 for masked and higher for more needed.
    """
    rank = list(legible)
    for row in _rows(rank):
        while len(row) > LONGEST_RUN:
            cut = min(row[1:-1], key=lambda i: (rank[i], abs(i - row[len(row) // 2])))
            rank[cut] = 0
            row = max(row[: row.index(cut)], row[row.index(cut) + 1 :], key=len)
    # A row that was cut twice may have left a second long part.
    if any(len(row) > LONGEST_RUN for row in _rows(rank)):
        return mask(listed, rank)
    return [w if keep else w._replace(text=None, flags=_with_hyphen(w)) for w, keep in zip(listed, rank, strict=True)]


def legible_share(listed):
    """The share of words that keep their text, 0 to 1."""
    return sum(not word.masked for word in listed) / len(listed) if listed else 0.0


def longest_run(listed):
    """The longest row of legible words, in words."""
    return max((len(row) for row in _rows([not word.masked for word in listed])), default=0)


def to_csv(listed):
    """The table of words as text, one word a row; an empty `gap` stands for one blank."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    last = 0
    for word in listed:
        before = word.before if word.paragraph != last else ""
        gap = "" if word.gap == " " else word.gap or "∅"
        table.writerow([word.paragraph, word.sentence, word.text or "", word.letters, word.syllables, word.flags,
                        before, gap])  # fmt: skip
        last = word.paragraph
    return out.getvalue()


def from_csv(text):
    """The words of a table written by `to_csv`."""
    listed, gap = [], ""
    for row in csv.DictReader(io.StringIO(text)):
        paragraph = int(row["paragraph"])
        new = not listed or listed[-1].paragraph != paragraph
        before = row["before"] if new else opening(gap)
        gap = {"": " ", "∅": ""}.get(row["gap"], row["gap"])
        listed.append(Word(row["text"] or None, int(row["letters"]), int(row["syllables"]), row["flags"], before,
                           gap, paragraph, int(row["sentence"])))  # fmt: skip
    return listed


def normal(text):
    """A word as it is compared: one kind of apostrophe, no hyphens, nothing invisible.

    >>> normal("self‑de\u00adfense"), normal("Iran’s")
    ('selfdefense', "Iran's")
    """
    return INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(MARKS).replace("-", "")


def plain_marks(gap):
    """The marks of a gap as they are compared: straight quotes, one kind of dash, no blanks."""
    return re.sub(r"\s+", "", gap.replace("…", "...")).translate(MARKS).replace("--", "-")


def seal(texts, gaps=()):
    """A hash over words and, where given, the marks after them, as hexadecimal text."""
    marks = list(gaps) or [""] * len(texts)
    joined = "\x1f".join(f"{normal(t)}\x1e{plain_marks(g)}" for t, g in zip(texts, marks, strict=True))
    return hashlib.sha256(joined.encode()).hexdigest()


def seals(listed):
    """Hashes of a full text: (whole text with its marks, {sentence: first 8 signs of the hash of its words})."""
    whole = seal([w.text for w in listed], [w.gap for w in listed])
    rows = groupby(listed, key=lambda word: word.sentence)
    return whole, {number: seal([word.text for word in row])[:8] for number, row in rows}


def lay_over(listed, whole, by_sentence, text):
    """Lay a mask over a text: which of its words stand there, and which do not, as a `Fit`.

    listed: the mask. whole, by_sentence: its seals. Furniture around the text, kinds of quotation marks, line breaks
    and words split at line ends do not matter. Words of the same shape are told apart by the seal of their sentence;
    where it does not hold, the sentence is named and stays masked.
    """
    # A word split at a line end is put together with a soft hyphen, which no comparison sees.
    text = re.sub(r"([^\W\d_])[-‐]\s*[\r\n]\s*([^\W\d_])", "\\1\u00ad\\2", text)
    found = words(text)
    gaps = [text[a.end : b.start] for a, b in zip(found, found[1:], strict=False)] + [text[found[-1].end :]] if found else []
    partner = _align([_shape(w) for w in listed], [_shape_of(span.text) for span in found])
    texts, places = [], []
    for i, word in enumerate(listed):
        at = partner[i]
        if at is not None and _fits(word, found[at].text):
            texts.append(_as_in(word, found[at].text))
            continue
        texts.append(None)
        at = at if at is not None else _between(partner, i)
        places.append(Place(word.paragraph, word.sentence, word.text or _shape_in_words(word),
                            found[at].text if at is not None else "nothing", i))  # fmt: skip
    share = sum(text is not None for text in texts) / len(listed) if listed else 0.0
    if share < 0.5:
        return Fit(share, False, tuple(places), tuple(texts))
    places += _broken_seals(listed, by_sentence, texts)
    places += _marks(listed, partner, texts, gaps)
    identical = None not in texts and not places and seal(texts, [w.gap for w in listed]) == whole
    return Fit(share, identical, tuple(sorted(places)), tuple(texts))


def _rows(rank):
    rows = groupby(range(len(rank)), key=lambda i: bool(rank[i]))
    return [list(row) for legible, row in rows if legible]


def _with_hyphen(word):
    """Masked words remember that they hold a hyphen, so that a split at a line end can be told from it."""
    return word.flags + ("-" if word.text and re.search("[-‐‑]", word.text) else "")


def _shape(word):
    return word.letters, word.syllables


def _shape_of(text):
    from .pronunciation import syllables

    plain = INVISIBLE.sub("", text)
    return sum(map(str.isalnum, plain)), syllables(plain)


def _shape_in_words(word):
    return f"a word of {word.letters} letter{'s' * (word.letters != 1)}"


def _fits(word, text):
    if word.text is not None:
        return normal(word.text) == normal(text)
    letters, syllables = _shape_of(text)
    return letters == word.letters and (syllables == word.syllables or "\u00ad" in text)


def _as_in(word, text):
    """The found word, spelt as the edition spells: its own legible text, or one kind of apostrophe and hyphen."""
    if word.text is not None:
        return word.text
    return INVISIBLE.sub("", text.replace("\u00ad", "-" if "-" in word.flags else "")).replace("'", "’")


def _align(ours, theirs):
    """For each of our shapes the index of its partner among theirs, or None."""
    partner = [None] * len(ours)
    grams = [tuple(ours[i : i + GRAM]) for i in range(len(ours) - GRAM + 1)] or [tuple(ours)]
    others = [tuple(theirs[i : i + GRAM]) for i in range(len(theirs) - GRAM + 1)] or [tuple(theirs)]
    for a, b, size in SequenceMatcher(None, grams, others, autojunk=False).get_matching_blocks():
        for step in range(size + GRAM - 1 if size else 0):
            if a + step < len(ours) and b + step < len(theirs):
                partner[a + step] = b + step
    _fill(partner, ours, theirs)
    return partner


def _fill(partner, ours, theirs):
    """Between two anchors, pair what is left: one by one where as many words are missing as found, else by shape."""
    for missing, row in groupby(range(len(ours)), key=lambda i: partner[i] is None):
        row = list(row)
        first, last = row[0], row[-1]
        if not missing or len(row) > WIDEST_GAP:
            continue
        low = partner[first - 1] + 1 if first else None
        high = partner[last + 1] if last + 1 < len(ours) else None
        if low is None and high is None:
            continue
        low = max(0, high - len(row)) if low is None else low
        high = min(len(theirs), low + len(row)) if high is None else high
        if high - low == len(row):
            pairs = zip(row, range(low, high), strict=True)
        else:
            inner = SequenceMatcher(None, ours[first : last + 1], theirs[low : max(low, high)][:500], autojunk=False)
            blocks = inner.get_matching_blocks()
            pairs = [(first + a + step, low + b + step) for a, b, size in blocks for step in range(size)]
        for i, j in pairs:
            partner[i] = j


def _between(partner, i):
    """Where the missing word's place would be, if a single word stands there instead."""
    before = partner[i - 1] if i else None
    after = partner[i + 1] if i + 1 < len(partner) else None
    return before + 1 if before is not None and after == before + 2 else None


def _broken_seals(listed, by_sentence, texts):
    """Sentences whose words all have the right shape but are not the right words; they are masked again."""
    places = []
    for number, row in groupby(range(len(listed)), key=lambda i: listed[i].sentence):
        row = list(row)
        got = [texts[i] for i in row]
        if None in got or seal(got)[:8] == by_sentence[number]:
            continue
        places.append(Place(listed[row[0]].paragraph, number, "other words of the same length", " ".join(got), row[0]))
        for i in row:
            texts[i] = listed[i].text
    return places


def _marks(listed, partner, texts, gaps):
    """Marks that differ between two words that both fit, or after the last word of a paragraph."""
    places = []
    for i, word in enumerate(listed):
        at = partner[i]
        if texts[i] is None or at is None:
            continue
        last = i + 1 == len(listed) or listed[i + 1].paragraph != word.paragraph
        if last:
            got, expected = re.split(r"\s", gaps[at], maxsplit=1)[0], re.split(r"\s", word.gap, maxsplit=1)[0]
        elif partner[i + 1] == at + 1:
            got, expected = gaps[at], word.gap
        else:
            continue
        if plain_marks(got) != plain_marks(expected):
            places.append(Place(word.paragraph, word.sentence, _name(expected), _name(got), -1))
    return places


def _name(gap):
    marks = plain_marks(gap)
    return f"the mark {marks}" if marks else "no mark"
