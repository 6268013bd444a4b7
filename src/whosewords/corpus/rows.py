"""A text as rows of the table: one for each voice, with what `measure`, `count` and `voices` say of it.

Nothing that a text holds ends the work on others: a text that cannot be measured is a row with its error.
"""

import re
from collections import Counter
from pathlib import Path

from ..lexicon import CANDIDATES, CATEGORIES
from ..measures.rates import OWN, SAID, placed_hits
from ..problems import Problem
from ..readability import COUNTS, FORMULAS, is_english, measure
from ..shelf import catalogue
from ..shelf.arriving import described, refuse_too_long
from ..shelf.importing import decoded, file_text
from ..voices import ranges, voice_of
from ..words import WORD, parted

# The voices of a row, as `voice=` of count() names them: all of a text but boilerplate, what its author says,
# what is quoted or reported.
VOICES = {"all": OWN + SAID, "author": OWN, "quoted": SAID}
LISTED = tuple(name for name in CATEGORIES if name not in CANDIDATES)  # candidates are read, and never summed
RANGES = tuple(f"{name}{end}" for name in FORMULAS for end in ("", "_low", "_high"))
WHOLE = ("number", *COUNTS, "hits", *LISTED)
SHARES = (*RANGES, "share_of_quotation")
COLUMNS = (
    "number",
    "text",
    "voice",
    *COUNTS,
    *RANGES,
    "hits",
    *LISTED,
    "share_of_quotation",
    "note",
    "error",
)
TYPES = {name: int if name in WHOLE else float if name in SHARES else str for name in COLUMNS}
REMEMBERING = *parted.remembered, catalogue.your_page, ranges.ruled
NOT_LETTERS = re.compile("[\x00\ud800-\udfff]")
NO_WORD = "There is no word in this text."


def rows(number, name, source):
    """The rows of one text as lists of values, None where a value is undefined.

    number: its place in the input, from 1. name: what it is called. source: a text, the `Path` of a file, or
    the `Problem` that reading it met.

    >>> whole, author, quoted = rows(7, "pier", "The pier is shut. “It is a quagmire,” Ms Roe said.")
    >>> told = dict(zip(COLUMNS, whole, strict=True))
    >>> told["number"], told["text"], told["voice"], told["words"], told["hits"], told["share_of_quotation"]
    (7, 'pier', 'all', 11, 1, 0.3636)
    >>> rows(8, "empty", " ")[0][-1]
    'There is no word in this text.'
    """
    try:
        found = _measured(text_of(source))
    except Problem as problem:
        found = [{"error": _printable(str(problem))}]
    except Exception as error:  # one text of a million must not end the work on the others
        found = [{"error": _printable(f"This text could not be measured ({type(error).__name__}: {error}).")}]
    finally:
        _forget()
    known = {"number": number, "text": _printable(name)}
    return [[*map((known | row).get, COLUMNS)] for row in found]


def text_of(source):
    """The text that a source holds (see `rows`). Raises `Problem`."""
    if isinstance(source, Problem):
        raise source
    if not isinstance(source, str | Path):
        raise Problem(f"Here is no text, but {described(source)}.")
    text = file_text(source) if isinstance(source, Path) else _letters(source)
    refuse_too_long(text)
    if not WORD.search(text):
        raise Problem(NO_WORD)
    return text


def _letters(text):
    """A text of a table, in which bytes that are no UTF-8 were kept as they came (see `texts`)."""
    if not NOT_LETTERS.search(text):
        return text
    found = decoded(text.encode("utf-8", "surrogateescape"))
    if found is None:
        raise Problem("This is not text: it holds signs that no text has.")
    return found


def _printable(name):
    """What a text is called, in letters that every file can hold."""
    try:
        return _letters(name)
    except (Problem, UnicodeEncodeError):
        return name.replace("\0", "").encode("utf-8", "replace").decode()


def _measured(text):
    """A row for each voice, as a dictionary without what is undefined."""
    article = catalogue.your_text(text)
    if not is_english(article):  # who speaks and what is loaded is told of English only
        whole = _counts(article)
        return [
            {"voice": "all", **whole},
            *({"voice": v, "note": whole["note"]} for v in VOICES if v != "all"),
        ]
    voices, hits = voice_of(article), [hit for hit in placed_hits(article) if not hit.candidate]
    parts = {
        voice: article
        if voice == "all"
        else [w for w, v in zip(article.words, voices, strict=True) if v in own]
        for voice, own in VOICES.items()
    }
    found = [{"voice": voice, **_counts(part), **_hits(hits, VOICES[voice])} for voice, part in parts.items()]
    share = (
        {"share_of_quotation": round(len(parts["quoted"]) / found[0]["words"], 4)}
        if found[0]["words"]
        else {}
    )
    return [row | share for row in found]


def _counts(part):
    """Counts, scores and ranges of an article or of words of it."""
    result = measure(part)
    ends = (end for score in result.scores.values() for end in (score.grade, score.low, score.high))
    scores = {name: end for name, end in zip(RANGES, ends, strict=True) if end == end}
    notes = dict.fromkeys(score.note for score in result.scores.values() if score.note)
    return {**result.counts, **scores, "note": " ".join(notes)}


def _hits(hits, own):
    found = Counter(hit.category for hit in hits if hit.voice in own)
    return {"hits": found.total(), **{name: found[name] for name in LISTED}}


def _forget():
    """Give up what is remembered of a text: nobody asks for it again, and memory stays flat."""
    for remembered in REMEMBERING:
        remembered.cache_clear()
