"""The word and the sentence: what every measure works on.

A word is a run of letters and digits. It keeps its inner apostrophes (*Iran’s*), hyphens (*US-led*), the dots
of a dotted abbreviation (*U.S.*, *Ph.D.*) and the marks inside a number (*2,500*, *3.5m*). A dash parts
words, with or without blanks. A web or mail address is one word, and so is a word that a hyphen splits at a
line end.

Sentences end at line ends first (a heading is its own unit; a line that was broken by the width of a page is
put together), then where `endings` says so; the naive rule that textstat and others use is offered beside it,
over the same words.
"""

import gc
import re
from array import array
from bisect import bisect_left
from contextlib import contextmanager
from functools import cached_property, lru_cache, partial, wraps
from itertools import accumulate, compress, groupby, pairwise
from typing import NamedTuple
from unicodedata import normalize

from .classes import word_class
from .endings import CLOSE, UNSEEN, ends
from .syllables import in_dictionary, is_complex, is_familiar, syllables

# What hangs on a letter: accents, of Arabic and Hebrew too. Between letters, so does what cannot be seen.
_ACCENTS = r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
_HANGING = _ACCENTS + UNSEEN
_LETTERS = rf"[^\W_]+(?:[{_HANGING}]+[^\W_]+)*[{_ACCENTS}]*"
_OF_ARTS = r"Sc|Phil|Ed|Eng|Litt?|Com|Mus|Tech|Arch|Div|Th"
_DEGREE = rf"(?=[A-Z][A-Za-z]{{0,4}}\.[A-Z])(?:(?:Ph|Psy|Pharm|LL|{_OF_ARTS})\.[DBM]|[BDM]\.(?:{_OF_ARTS}))"
_DOTTED = rf"(?:{_DEGREE}|(?:[^\W\d_]\.)+[^\W\d_])(?![^\W_])(?:\.(?:s(?![^\W_]))?)?"
_NUMBER = r"\d+(?:[.,:]\d+)+[^\W_]*"
_PART = rf"(?:{_DOTTED}|{_NUMBER}|{_LETTERS})"
# Signs that are typed for an apostrophe, and what is left of one in a wrong encoding.
ODD_APOSTROPHES = "´`‘‛′＇ʼ\x92"
_APOSTROPHE = rf"(?<=[^\W\d_])(?:[{ODD_APOSTROPHES}]|(?<=â)€™)(?=[^\W\d_])"
_SPLIT = (
    r"(?:(?<=[^\W\d_])|(?<=[A-Z]\.))[-‐\u00ad][ \t]*(?:\r\n|[\n\r])[ \t]*(?=[^\W\d_])(?!(?:and|or|nor|to)\b)"
)
_INNER = rf"(?:[{UNSEEN}]*[-‐‑'’][{UNSEEN}]*|{_APOSTROPHE}|{_SPLIT})"
_SITE = r"\.(?:com|org|net|gov|edu|int|info|(?:co|ac|org|gov)\.uk)(?![^\W_])(?:/[^\s<>\"“”]*[^\W_])?"
_MAIL = r"@[^\W_]+(?:[.-][^\W_]+){1,4}"
_ADDRESS = r"(?:https?://|www\.)[^\s<>\"“”]*[^\W_]"
_TAIL = rf"(?:[._+-][^\W_]+){{0,4}}(?:{_SITE}|{_MAIL})(?:['’]s)?"
# For speed alone: what each word begins with, and first of all most words whole.
_FIRST, _BARE = r"(?=[^\W_])", r"[A-Za-z0-9]++(?=[.,;:!?]?\s)"
WORD = re.compile(rf"{_FIRST}(?:{_BARE}|{_ADDRESS}|{_PART}(?:(?!\s)(?:{_INNER}{_PART})*(?:{_TAIL})?)?)")
_PARTED = re.compile(f"({WORD.pattern})")
ADDRESS = re.compile(rf"{_ADDRESS}|\S+(?:{_SITE}|{_MAIL})")
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
INVISIBLE = re.compile(rf"[{_HANGING}]")
AT_LINE_END = re.compile(r"([^\W\d_]+)[-‐]\s*[\r\n]\s*([^\W\d_]+)")
APOSTROPHES = re.compile(rf"[{ODD_APOSTROPHES}]|â€™")
FIRST_PERSON = re.compile(r"I(?:['’]|$)")
ADDRESS_SIZE = 5, 1  # letters and syllables: nobody reads an address aloud, so it counts as a short word
# Between lines that one width has broken: one line end, and no blank line, page end or paragraph sign.
_BLANK = r"[^\S\n\r\x85\u2028\u2029\f\v\x1c-\x1e]*"
ONE_END = re.compile(rf"{_BLANK}(?:\r\n|[\n\r\x85\u2028]){_BLANK}")
WIDTHS = 40, 100  # characters: how wide a page of typed lines is
LETTER, BEFORE_HYPHEN = re.compile(r"[^\W\d_]"), re.compile(r".?[^\W\d_]$|[A-Z]\.$")
ENDS = ".!?…:"
NAIVE_STOP = re.compile(r"[.!?]")
SEEN = re.compile(r"[^\W_]")  # what only a word holds
SHORT = 200_000  # characters; so many texts up to here are remembered, and one that is longer
REMEMBERED = 32
SHORTEST_NAIVE = 3  # textstat leaves out "sentences" of two words or fewer


class Span(NamedTuple):
    """A stretch of a string: `text == s[start:end]`, offsets in characters."""

    text: str
    start: int
    end: int


class Word(NamedTuple):
    """One word of a text, or the numbers that a blackout edition keeps of it.

    `text` is None where the word is masked; everything else is known either way. `before` and `after` are the
    marks that touch it, `gap` is everything up to the next word of the paragraph. `paragraph` and `sentence`
    count from 1 through the whole text. `flags` are letters: d difficult (not on Dale and Chall's list), c
    complex for Fog, n name, . holds a sentence mark inside, and whatever alternative lists add.
    """

    text: str | None
    letters: int
    syllables: int
    flags: str
    before: str
    gap: str
    paragraph: int
    sentence: int

    @property
    def masked(self):
        return self.text is None

    @property
    def difficult(self):
        return "d" in self.flags

    @property
    def after(self):
        """The marks that follow the word without a blank."""
        return self.gap.partition(" ")[0]


# A named tuple made by C alone: a text has thousands of them.
_span, _word = partial(tuple.__new__, Span), partial(tuple.__new__, Word)


@contextmanager
def steady():
    """No search for lost objects while thousands are made and none is lost: it takes a quarter more time.

    What was made then counts as old at one stroke, so that the next search does not go through it either.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.freeze(), gc.unfreeze()
            gc.enable()


class Parted:
    """A string parted into words and lines: each thing is made once, for whichever call asks first.

    `texts` are its words, which begin at `starts` and stop at `ends`; `gaps` is what stands before the first
    of them, and behind each.
    """

    def __init__(self, s):
        self.s, self.texts, self.gaps = s, [], [""]
        self.starts, self.ends, self._kinds, between = array("I"), array("I"), {}, {}
        for start, stop in pairwise(_stages(s)):
            pieces = _PARTED.split(s[start:stop])
            places = array("I", accumulate(map(len, pieces), initial=start))
            found, gaps = pieces[1::2], pieces[2::2]
            self.texts += map(self._kinds.setdefault, found, found)  # one string for all that are alike
            self.gaps[-1] += pieces[0]
            self.gaps += map(between.setdefault, gaps, gaps)
            self.starts += places[1:-1:2]
            self.ends += places[2::2]

    @cached_property
    def lines(self):
        found = [_trimmed(self.s, line.start(), line.end()) for line in LINE.finditer(self.s)]
        found = [span for span in found if span.text]
        return tuple(_put_together(self.s, found) if len(found) > 1 else found)

    @cached_property
    def bounds(self):
        """For each line where its sentences begin, and where the last of them ends."""
        return tuple(map(_bounds, self.lines))

    def each(self, call):
        """What a call says of each word; it is asked once of words that are alike."""
        return self.told({text: call(text) for text in self._kinds})

    def tables(self, call):
        """The same for a call that says several things: a dictionary for each of these."""
        columns = zip(*map(call, self._kinds), strict=True)
        return [dict(zip(self._kinds, column, strict=True)) for column in columns]

    def told(self, table):
        """What a dictionary says of each word, to be gone through once."""
        return map(table.__getitem__, self.texts)


def _stages(s):
    """Where a long string may be parted, so as not to be read at one stroke: no word goes over two line
    ends."""
    places = [0]
    while (stop := s.find("\n\n", places[-1] + SHORT)) > 0:
        places.append(stop)
    return [*places, len(s)]


def remembered(call):
    """The same call of a string, which knows its last answers: what one has read of a text, the next need not
    read again."""
    short, long = lru_cache(REMEMBERED)(call), lru_cache(1)(call)

    @wraps(call, updated=())
    def known(s):
        return (short if len(s) <= SHORT else long)(s)

    known.remembered = short, long
    return known


parted = remembered(Parted)


@steady()
def words(s: str) -> list[Span]:
    """The words of a string, as spans with `.text`, `.start` and `.end`.

    >>> [word.text for word in words("The U.N.’s US-led force—about 2,500—didn't leave.")]
    ['The', 'U.N.’s', 'US-led', 'force', 'about', '2,500', "didn't", 'leave']
    """
    text = parted(s)
    return [*map(_span, zip(text.texts, text.starts, text.ends, strict=True))]


def lines(s):
    """The lines of a string that hold something, as spans without the blanks around them.

    Lines that were broken by the width of a page, not by sense, are one.

    >>> [span.text for span in lines("A heading\\nShips came to the\\nharbour.")]
    ['A heading', 'Ships came to the\\nharbour.']
    """
    return [*parted(s).lines]


def visible(text):
    """A word as it is seen: composed letters, nothing that hangs on one of them or cannot be seen, one curly
    apostrophe for all that are typed for it, and put together where a line end splits it.

    >>> visible("self\\u00addefense"), visible("cafe\\u0301"), visible("o\ufb03ce"), visible("gov-\\nernment")
    ('selfdefense', 'café', 'office', 'government')
    """
    if text.isascii() and text.isalnum():
        return text
    if len(text.split()) > 1:
        text = AT_LINE_END.sub(_joined, text)
    text = APOSTROPHES.sub("’", text)
    return text if text.isascii() else re.sub(r"\s", "", INVISIBLE.sub("", normalize("NFKC", text)))


def _joined(found):
    """*gov-ernment* is one word where the dictionary knows it; *US-led* keeps its hyphen."""
    whole = found[1] + found[2]
    return whole if found[2].islower() and in_dictionary(whole) else f"{found[1]}-{found[2]}"


def _put_together(s, found):
    """Lines that the width of a page has broken, as one span each."""
    gaps = (s[one.end : other.start] for one, other in pairwise(found))
    touch = [gap == "\n" or (gap != "\n\n" and ONE_END.fullmatch(gap) is not None) for gap in gaps]
    if not any(touch):
        return found
    pairs = zip(touch, pairwise(found), strict=True)
    on = [near and _unfinished(one.text, other.text) for near, (one, other) in pairs]
    for first, last in _runs(touch):
        if _filled([span.text for span in found[first : last + 1]]):
            on[first:last] = [True] * (last - first)
    ends = {first: last for first, last in _runs(on)}
    starts = [i for i in range(len(found)) if i == 0 or not on[i - 1]]
    return [_over(s, found[i], found[ends.get(i, i)]) for i in starts]


def _runs(touch):
    """First and last line of each row of lines of which every one touches the next."""
    place = 0
    for near, row in groupby(touch):
        size = sum(1 for _ in row)
        if near:
            yield place, place + size
        place += size


def _over(s, first, last):
    return first if first is last else Span(s[first.start : last.end], first.start, last.end)


def _unfinished(line, following):
    """Whether the second line goes on with the first: its words say so, not its length alone."""
    if line[-1] in "-‐\u00ad":
        return BEFORE_HYPHEN.match(line[-3:-1]) is not None and LETTER.match(following) is not None
    last, first = line.rpartition(" ")[2], following.partition(" ")[0]
    unfinished = word_class("unfinished")
    if last in unfinished:
        anew = len(line) < WIDTHS[0] and first[0].isupper() and first.lower() in word_class("openers")
        return not anew and not line.endswith(("; and", "; or"))  # the last but one of a list
    end = line.rstrip(CLOSE)[-1:]
    if not following[0].islower() or following[1:2].isupper() or end in ENDS:
        return False
    if end in (",", ";"):
        return True
    if first in unfinished or first in word_class("continuing"):
        return first != "by"  # a byline
    return len(line) >= WIDTHS[0] and (following[-1] in ENDS or len(following) >= WIDTHS[0])


def _filled(texts):
    """Whether each line but the last took in what the width allowed, as in mail and old books."""
    width = max(map(len, texts))
    prose = len(texts) > 2 and any(text[0].islower() for text in texts[1:])
    return (
        prose
        and WIDTHS[0] <= width <= WIDTHS[1]
        and all(len(one) + 1 + len(other.partition(" ")[0]) > width for one, other in pairwise(texts))
    )


@steady()
def sentences(s: str, rule: str = "careful") -> list[Span]:
    """The sentences of a string that hold a word, as spans.

    rule: "careful" splits at line ends, then with nupunkt, which knows abbreviations and initials. "naive" is
    textstat's: a sentence ends at every `.`, `!` and `?`, line ends do not matter, and pieces of two words or
    fewer are left out (so the spans may leave gaps).

    >>> [span.text for span in sentences("Heading\\nMr. T. Smith left the U.S. on Monday. He ran.")]
    ['Heading', 'Mr. T. Smith left the U.S. on Monday.', 'He ran.']
    >>> [span.text for span in sentences("Mr. Smith left the U.S. on Monday. He ran off.", rule="naive")]
    ['Smith left the U.', 'He ran off.']
    """
    if rule not in ("careful", "naive"):
        raise ValueError(f"There is no sentence rule “{rule}”. The rules are “careful” and “naive”.")
    if rule == "naive":
        return _naive_spans(s)
    pieces = (piece for line in parted(s).bounds for piece in pairwise(line))
    return [_trimmed(s, *piece) for piece in pieces if SEEN.search(s, *piece)]


@steady()
def read(s: str) -> list[Word]:
    """The words of a string with everything that a measure asks of them: a list of `Word`.

    A paragraph is a line that holds something.

    >>> first, *_ = read("“Friendly” troops left.")
    >>> first.text, first.letters, first.syllables, first.before, first.after
    ('Friendly', 8, 2, '“', '”')
    """
    text = parted(s)
    lines = _firsts(text, (line.start for line in text.lines))
    *weights, cuts = weighed(s)
    columns = *weights, *_between(text, lines), _numbers(lines), _numbers(cuts)
    return [*map(_word, zip(*columns, strict=True))]


def weighed(s):
    """What formulas ask of the words of a string, as columns to be gone through once: texts, letters,
    syllables, flags. And the number of the first word of each sentence, with the number of all."""
    text = parted(s)
    cuts = sorted({*_firsts(text, (start for line in text.bounds for start in line[:-1]))})
    letters, syllables, flags, named, capital = text.tables(_measured) or [{}] * 5
    flags |= {name: named[name] for name in _names(text.texts, [*text.told(capital)], cuts)}
    return text.texts, *map(text.told, (letters, syllables, flags)), cuts


def _firsts(text, starts):
    """The number of the first word of each stretch, and the number of all."""
    return [*(bisect_left(text.starts, start) for start in starts), len(text.texts)]


def _numbers(firsts):
    """For each word the number of the stretch that it lies in, from 1."""
    return (number for number, (one, other) in enumerate(pairwise(firsts), 1) for _ in range(other - one))


def _between(text, firsts):
    """For each word the marks before it and the gap behind it; no gap goes beyond a line."""
    squeezed = {gap: squeeze(gap) for gap in {*text.gaps}}
    gaps = [*map(squeezed.__getitem__, text.gaps)]
    before = [*map({gap: opening(after) for gap, after in squeezed.items()}.__getitem__, text.gaps)]
    for line, (first, last) in zip(text.lines, pairwise(firsts), strict=True):
        if first < last:
            before[first] = text.s[line.start : text.starts[first]]
            gaps[last] = squeeze(text.s[text.ends[last - 1] : line.end])
    before.pop(), gaps.pop(0)
    return before, gaps


@lru_cache(maxsize=50_000)
def _measured(text):
    """What is the same wherever a word stands: letters, syllables, flags, flags where it is a name, and
    whether it has a capital."""
    capital = text[0].isupper() and not FIRST_PERSON.match(text)
    plain, letters, stop = text, len(text), ""
    if not (text.isascii() and text.isalnum()):
        stop = "." if NAIVE_STOP.search(text) else ""
        if ADDRESS.fullmatch(text):
            return *ADDRESS_SIZE, stop, "n" + stop, capital
        plain = visible(text)
        letters = sum(map(str.isalnum, plain))
    spoken = syllables(plain)
    common = ("" if is_familiar(plain) else "d") + ("c" if spoken > 2 and is_complex(plain) else "") + stop
    return letters, spoken, common, "n" + stop, capital


def naive_sentences(listed):
    """For each `Word`, the number of its sentence under the naive rule, from 1; locked and unlocked alike.

    A word ends its sentence when a `.`, `!` or `?` stands in it or after it. Pieces of two words or fewer,
    which textstat drops, are joined to what follows (at the end: to what went before), so that no word is
    lost and the number of sentences is the same.
    """
    places, place, size, ended = [], 1, 0, False
    for word in listed:
        if ended:
            place, size = place + (size >= SHORTEST_NAIVE), 0
        places.append(place)
        size += 1
        ended = "." in word.flags or bool(NAIVE_STOP.search(word.gap))
    return [min(p, place - 1) for p in places] if size < SHORTEST_NAIVE and place > 1 else places


def opening(gap):
    """The part of a squeezed gap that touches the next word: `. “` gives `“`."""
    return "" if gap == " " or " " not in gap else gap.rpartition(" ")[2]


def squeeze(gap):
    """A gap with each run of blanks as one blank."""
    return gap if gap == " " else re.sub(r"\s+", " ", gap)


def _trimmed(s, start, end):
    text = s[start:end]
    bare = text.strip()
    if len(bare) < len(text):
        start += len(text) - len(text.lstrip())
    return _span((bare, start, start + len(bare)))


def _bounds(line):
    """Where the sentences of a line begin and end, in the string that it is from; none inside a word
    (*Ph.D.s*)."""
    text = line.text
    found = ends(text)
    if any(not text[end - 1].isspace() for end in found[:-1]):
        inner = [word.span() for word in WORD.finditer(text)]
        starts = [start for start, _ in inner]
        found = [end for end in found if not _inside(inner, bisect_left(starts, end) - 1, end)]
    return [line.start, *(line.start + end for end in found)]


def _inside(spans, place, end):
    return place >= 0 and end < spans[place][1]


def _naive_spans(s):
    found = [_trimmed(s, piece.start(), piece.end()) for piece in re.finditer(r"\b[^.!?]+[.!?]*", s)]
    long = [span for span in found if _naive_length(span.text) >= SHORTEST_NAIVE]
    return long or ([_trimmed(s, 0, len(s))] if WORD.search(s) else [])


def _naive_length(text):
    """Words as textstat counts them here: whatever stands between blanks and holds a letter or digit."""
    return sum(re.search(r"\w", piece) is not None for piece in text.split())


def _names(texts, capital, cuts):
    """The words that are names: they have a capital inside a sentence, here or elsewhere.

    A capital at the start of a sentence proves nothing, and neither does one in a title set in capitals.
    """
    known = set()
    for first, last in pairwise(cuts):
        large = sum(capital[first:last])
        if large and not (last - first > 3 and large > 0.6 * (last - first)):
            known.update(compress(texts[first + 1 : last], capital[first + 1 : last]))
    return known
