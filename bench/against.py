"""Our calls beside other programs, on the same articles, in one process.

Times are of the processor. The two sides take turns with each text, and a ratio is the median of several
rounds. Each side has met the words before, and no text twice: a line of its own is put under each. What
empties the memory of words comes last, since all that followed would have to fill it again.
"""

import statistics
import time
from functools import cache

from texts import articles

from whosewords import syllables, words
from whosewords.lexicon import find_hits
from whosewords.readability import TEXTSTAT, measure
from whosewords.voices import voices

ROUNDS, TEXTS = 5, 30
FIVE = words.words, words.sentences, voices, find_hits, measure


def textstat(text):
    for name in TEXTSTAT.values():
        getattr(syllables.textstat(), name)(text)


@cache
def _vader():
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


def vader(text):
    _vader().polarity_scores(text)


def metrics(text):
    """py-readability-metrics with nupunkt's sentences: NLTK would fetch its own from a network."""
    import nupunkt
    from readability import Readability
    from readability.text import analyzer

    analyzer.sent_tokenize = nupunkt.sent_tokenize
    found = Readability(text)
    for name in ("flesch", "flesch_kincaid", "gunning_fog", "ari", "coleman_liau", "dale_chall"):
        getattr(found, name)()


def seconds(call, text):
    start = time.process_time()
    call(text)
    return time.process_time() - start


def emptied(text):
    """Our five calls, with the memory of single words emptied first."""
    words._measured.cache_clear()
    syllables.syllables.cache_clear()
    return sum(seconds(call, text) for call in FIVE)


def measured(path=None):
    """{what: seconds of each round}, and the number of words of each round."""
    texts = articles(path)[: ROUNDS * TEXTS]
    for text in texts:
        textstat(text), [call(text) for call in FIVE]
    others = [other for other in (textstat, vader, metrics) if _runs(other, texts[0])]
    taken, counts = {}, []
    for number in range(ROUNDS):
        mine = texts[number * TEXTS : (number + 1) * TEXTS]
        counts.append(sum(len(text.split()) for text in mine))
        for text in mine:
            for call in (*FIVE, *others):
                _add(taken, call.__name__, number, seconds(call, f"{text}\nRound {number}."))
            _add(taken, "measure alone", number, seconds(measure, f"{text}\nAlone {number}."))
    for number in range(ROUNDS):
        for text in texts[number * TEXTS : (number + 1) * TEXTS]:
            _add(taken, "emptied", number, emptied(f"{text}\nEmptied {number}."))
            _add(taken, "beside emptied", number, seconds(textstat, f"{text}\nEmptied {number}."))
    taken["five"] = [sum(row) for row in zip(*(taken[call.__name__] for call in FIVE), strict=True)]
    return taken, counts


def _add(taken, name, number, value):
    taken.setdefault(name, [0] * ROUNDS)[number] += value


def _runs(other, text):
    try:
        other(text)
    except ImportError:
        return False
    return True


ROWS = (
    ("words, sentences, voices, find_hits, measure", "five", 1.1),
    ("the same, memory of words emptied first", "emptied", 1.2),
    ("measure alone", "measure alone", 0.5),
    *((f"  {call.__name__}, after those above it", call.__name__, None) for call in FIVE),
    ("VADER", "vader", None),
    ("py-readability-metrics, six formulas", "metrics", None),
    ("textstat, seven formulas", "textstat", None),
)


def rows(path=None):
    """(what, value, unit, limit, note) for the table."""
    taken, counts = measured(path)
    for about, name, limit in ROWS:
        if name not in taken:
            yield about, None, "", limit, "not installed"
            continue
        beside = taken["beside emptied" if name == "emptied" else "textstat"]
        ratio = statistics.median(a / b for a, b in zip(taken[name], beside, strict=True))
        cost = statistics.median(1e6 * a / n for a, n in zip(taken[name], counts, strict=True))
        yield about, ratio, "× textstat", limit, f"{cost:.1f} µs a word"
