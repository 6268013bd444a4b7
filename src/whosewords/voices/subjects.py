"""The subject of a speech verb: whoever says it.

Walks along the tokens of one row (see `rows`), from the verb to the noun phrase that is its subject. Every
walk is bounded, so that time grows in step with the text. What comes back is (first, last + 1) of the
subject's tokens.
"""

from .english import english
from .speech import verb_at

BACK = 60  # tokens before the verb
LONG = 12  # words in a speaker


def subject_of(row, i, low=0):
    """The speaker whose verb stands at token `i`, as (first, last + 1) of its tokens, or None."""
    low = max(low, i - BACK)
    j = i - 1
    while j >= low and row[j].kind == "w" and _skipped(row[j]):
        j -= 1
    if j >= low and j < i - 1 and row[j + 1].low == "having" and verb_at(row, j):
        return subject_of(row, j, low)  # denied having said
    joined = j >= low and row[j].low in ("and", "or", "but", "to")
    if row[i].low.endswith("ing") and verb_at(row, i):
        other = verb_at(row, j) if j >= low else None
        if other and other.start < i and not other.passive:  # denied calling
            return subject_of(row, j, low)
        joined = joined or j < low or row[j].kind in ",-" or row[j].low in english("prepositions", "stop")
    if joined:  # “X attacked it and said”, “…, X said, adding”
        return _earlier(row, j, low)
    if j >= low and row[j].kind in ",-":
        return apposition(row, j, low)
    if j > low and row[j].low in ("who", "which"):
        j -= 1
        found = apposition(row, j, low, clause=False) if row[j].kind == "," else noun_phrase(row, j, low)
        return _headed(row, found, low)
    found = noun_phrase(row, j, low)
    if (
        found
        and found[0] > low + 1
        and row[found[0] - 1].low == "in"
        and row[found[0] - 2].low in ("and", "but")
    ):
        return _earlier(row, found[0] - 2, low)  # X proposed it, and in response asked
    found = _headed(row, found, low)
    aside = found and found[0] > low and row[found[0] - 1].kind == ","
    if aside and row[found[0]].low.endswith(("ed", "ing")):  # Smith, elected by the members
        return apposition(row, found[0] - 1, low)
    return found


def _headed(row, found, low):
    """The name that an aside without a second comma belongs to: `Ann Roe, head of the board said`."""
    if not found or found[0] - 2 <= low or row[found[0] - 1].kind != "," or row[found[0]].capital:
        return found
    start = end = found[0] - 1
    while start > low and row[start - 1].kind == "w":
        start -= 1
    named = end - start > 1 and is_name(row, start, end) and row[found[0]].low not in english("pronouns")
    return (start, end) if named else found


def _skipped(token):
    return token.low in english("skipped", "time") or token.adverb or _day(token)


def _day(token):
    return token.capital and token.low in english("days")


def _earlier(row, i, low):
    """The subject of the speech verb before token `i`; without one, whoever does what the sentence tells."""
    for j in range(i - 1, low - 1, -1):
        verb = verb_at(row, j)
        if verb and not verb.participle and not verb.passive:
            return subject_of(row, j, low)
    return opening(row, low, i)


def apposition(row, comma, low, clause=True):
    """The subject before `, the head of X,` and the like; `comma` closes the aside.

    clause: the part found may be a clause that begins with the subject, not only a noun phrase.
    """
    if row[comma].kind == "-":  # Smith – a former guard – said
        for j in range(comma - 1, low, -1):
            if row[j].kind == "-":
                return noun_phrase(row, j - 1, low)
    parts = _parts(row, comma, low)
    for n, (start, end) in enumerate(parts):
        left = parts[n + 1] if n + 1 < len(parts) else None
        if (
            left
            and end - start == 1
            and row[left[0]].low in english("prepositions")
            and row[left[1] - 1].capital
        ):
            continue  # of an institute in Boulder, Colorado
        if is_name(row, start, end):
            return left if left and is_name(row, *left) and left[1] - left[0] > 1 else (start, end)
        if left and (_aside(row, start, left) or (not row[start].capital and is_name(row, *left))):
            continue
        if n and row[start].low in english("prepositions"):
            named = noun_phrase(row, end - 1, start)
            if named and named[1] - named[0] > 1 and is_name(row, *named) and parts[n - 1] == parts[0]:
                return named  # At noon Ann Roe, a guard, said
            start, end = parts[n - 1]
        acts = any(t.low in english("irregular") or t.low.endswith("ed") for t in row[start + 1 : end])
        return (opening(row, start, end) if acts and clause else None) or noun_phrase(row, end - 1, start)
    return None


def _parts(row, end, low):
    """What stands between the commas and dashes before token `end`, from right to left."""
    parts = []
    while end > low and len(parts) < 8:
        start = end
        while start > low and row[start - 1].kind == "w":
            start -= 1
        parts += [(start, end)] if start < end else []
        if start == low or row[start - 1].kind not in ",-":
            break
        end = start - 1
    return parts


def is_name(row, start, end):
    """Whether these tokens are a name alone: Archbishop José Carballo."""
    small = english("prepositions", "stop", "days")
    return end - start < 7 and all(t.capital and t.low not in small for t in row[start:end])


def _aside(row, start, left):
    """Whether the part that begins at token `start` only tells more about the part to its left."""
    first = row[start].low
    if first in english("prepositions", "stop", "asides"):
        return True
    if first.endswith(("ing", "ed")) or first in english("irregular") or first.isdigit():
        return True
    return first in ("the", "his", "her", "its") and row[left[1] - 1].capital and not _day(row[left[1] - 1])


def noun_phrase(row, last, low):
    """Walk left from the last word of a noun phrase to its first."""
    j = last
    while j >= low and row[j].kind == "w" and last - j < LONG:
        word = row[j].low
        ahead = row[j - 1] if j > low and row[j - 1].kind == "w" else None
        if word in english("pronouns") and word != "who":
            return (j, j + 1) if j == last else _trim(row, j + 1, last + 1)
        if word in ("who", "which", "who's") and low < j < last and not _subject(row[j + 1]):
            return noun_phrase(row, j - 1 if row[j - 1].kind == "w" else j - 2, low)
        if word.endswith("ed") and ahead and j < last and row[j + 1].low == "by" and not _skipped(ahead):
            return noun_phrase(row, j - 1, low)  # the man accused by Smith of theft
        pair = word == "and" and ahead and ahead.capital and j < last and row[j + 1].capital
        if not pair and (word in english("stop") or _day(row[j]) or (j < last and verb_at(row, j))):
            break
        if j < last and word in english("irregular") and not row[j].capital:
            break
        if word.endswith("ed") and ahead and ahead.capital and j < last and row[j + 1].capital:
            break  # Smith contradicted Roe, who said
        j -= 1
        if word in english("determiners") and not (ahead and ahead.low in english("prepositions")):
            break
    return _trim(row, j + 1, last + 1)


def _subject(token):
    return token.capital or token.low in english("determiners", "pronouns")


def _trim(row, first, end):
    """Drop what cannot begin or end a speaker; of “in a statement Smith” keep what follows the phrase."""
    while first < end and (
        row[end - 1].low in english("prepositions", "determiners") or row[end - 1].low.isdigit()
    ):
        end -= 1
    if first < end and row[first].low in english("prepositions"):
        for j in range(end - 1, first, -1):
            name = row[j].capital and not row[j - 1].capital and row[j - 1].low not in english("prepositions")
            starts = row[j].low in english("determiners") and j < end - 1
            if (name and row[j - 1].low not in english("determiners")) or starts:
                return j, end
    idle = english("prepositions", "time", "stop", "linking")
    while first < end and (row[first].low in idle or row[first].adverb or _day(row[first])):
        first += 1
    return (first, end) if first < end else None


def opening(row, low=0, high=None):
    """The first noun phrase of a clause: whoever does what it tells."""
    high = min(len(row) if high is None else high, low + BACK)
    i = max([low, *(j + 1 for j in range(low, high - 1) if row[j].kind in ":;")])
    if i < high and row[i].low in english("prepositions", "stop"):
        i = next((j + 1 for j in range(i, high) if row[j].kind == ","), i)
    while i < len(row) and row[i].kind == "w" and row[i].adverb:
        i += 1
    j = i
    while j < len(row) and row[j].kind == "w" and j - i < LONG:
        word = row[j].low
        if j == i and word in english("pronouns"):
            return j, j + 1
        ends = word != "of" and word in english("stop", "skipped", "irregular", "prepositions")
        if ends or row[j].adverb or word.endswith("ed") or (j > i and verb_at(row, j)):
            break
        j += 1
    return _trim(row, i, j)


def subject_right(row, i):
    """The speaker after an inverted verb: `said Smith, a lawyer`."""
    while i < len(row) and row[i].kind == "w" and row[i].adverb:
        i += 1
    j = i
    while j < len(row) and row[j].kind == "w" and j - i < LONG:
        word = row[j].low
        if j == i and word in english("pronouns"):
            return j, j + 1
        pair = word == "and" and j > i and j + 1 < len(row) and row[j + 1].capital and row[j - 1].capital
        ends = word not in ("of", "for") and word in english("stop", "time", "prepositions")
        if not pair and (ends or _day(row[j])):
            break
        j += 1
    while j > i and row[j - 1].low in english("prepositions"):
        j -= 1
    return (i, j) if j > i else None
