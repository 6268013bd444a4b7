"""Reported speech: which words of a sentence give what somebody said, without quotation marks.

What is reported begins after the speech verb and reaches to the end of the clause; the verb itself stays
with the author, who chose it. Also `according to X, …`, `…, X said.` and `X’s claim that …`.
"""

from functools import cache
from itertools import takewhile

from .attribution import alone, aside, idle, says, trailing
from .claims import owner
from .denial import own, speaks, unsaid
from .english import cues, english, forms
from .said import said_by
from .sources import according
from .speech import verb_at, verbs
from .subjects import opening, subject_of, subject_right

BREAKS = ("but", "although", "though", "while", "whereas", "yet", "according", "adding")
AHEAD = 8  # tokens
BACK = 60


def reported(row):
    """The stretches of reported speech in a row: a list of (start, end, Said), offsets in characters."""
    low = [token.low for token in row]
    if _needed().isdisjoint(low):
        return []
    if "according" in low and (found := _according(row)):
        return found
    return (says(low) and (_before_speaker(row) or _around_speaker(row))) or _after_verbs(row)


@cache
def _needed():
    """Words without which nothing is reported in a row: of a form of several words its longest."""
    verbs = {max(form, key=len) for listed in forms().values() for form, _, _ in listed}
    return cues("speech") | verbs | {"according"}


@cache
def _told():
    """Words that what is reported may follow."""
    return cues("speech") | frozenset(forms())


def _according(row):
    for said, (first, end) in according(row)[:1]:
        found = []
        if said.verb != "according to":
            break
        opens = first and row[first - 1].kind == ","
        if first > 2 and (not opens or row[first - 2].low not in ("which", "that", "who", "and", "but")):
            found.append((row[0].start, row[first - (2 if opens else 1)].end, said))
        while end < len(row) and row[end].kind == "w" and (not first or opens):
            end += 1
        begin = end + 1
        if (
            end < len(row)
            and row[end].kind == ","
            and begin < len(row)
            and (stop := _clause_end(row, begin)) > begin
        ):
            found.append((row[begin].start, row[stop - 1].end, said))
        return found
    return []


def _before_speaker(row):
    said, comma = trailing(row)
    if not said or row[comma - 1].kind == "q" or _author(row, said):
        return []
    return [(row[_dateline(row)].start, row[comma - 1].end, said)]


def _author(row, said):
    """Whether the speaker found is I or we."""
    return any(token.start == said.start and token.low in ("i", "we") for token in row)


def _around_speaker(row):
    """`The bridge, Smith said on Monday, was shut`: reported on both sides of the aside."""
    first = _dateline(row)
    first += row[first].low in ("and", "but", "yet")
    for comma in range(first + 1, len(row) - 3):
        if row[comma].kind not in ",-" or row[comma - 1].kind == "q":
            continue
        found = aside(row, comma)
        close = _closing(row, comma, *found) if found else None
        if close is None or next(verbs(row, first, comma), None) is not None:
            continue
        said, result = found[0], [(row[first].start, row[comma - 1].end, found[0])]
        if row[close + 1].low not in BREAKS and (stop := _clause_end(row, close + 1)) > close + 1:
            result.append((row[close + 1].start, row[stop - 1].end, said))
        return result
    return []


def _closing(row, comma, said, verb):
    """The comma or dash that closes the aside `, Smith said,`; None where it is none, or nothing was said."""
    close = next((n for n in range(verb.end, len(row)) if row[n].kind in ",-;:."), len(row) - 1)
    fits = row[close].kind == row[comma].kind and close + 1 < len(row) and _between(row, verb, said, close)
    return close if fits and not unsaid(row, verb, None) and not _author(row, said) else None


def _between(row, verb, said, close):
    """Whether only time, place or hearer stand between `Smith said` and the comma that closes it."""
    start = verb.end
    while start < close and row[start].start < said.end:
        start += 1  # said Smith
    rest = row[start:close]
    return idle(rest, verb) or (
        len(rest) == 1 and rest[0].low in ("us", "me", "reporters", "journalists", "later")
    )


def _dateline(row):
    """The token after `BAGHDAD, 28 June 2021 —`, else the first."""
    dash = next((j for j in range(min(len(row) - 1, AHEAD)) if row[j].kind == "-"), None)
    return dash + 1 if dash and len(row[0].text) > 1 and row[0].text.isupper() else 0


def _after_verbs(row):
    found, covered, telling = [], 0, _told()
    for i, token in enumerate(row):
        report = _report(row, i) if token.low in telling and i >= covered and token.kind == "w" else None
        if report is None:
            continue
        begin, said = report
        end = _clause_end(row, begin, _ends_at_comma(row, i))
        if said.verb in cues("speech"):
            end = _judged(row, begin, end)
        if end > begin:
            found.append((row[begin].start, row[end - 1].end, said))
            covered = end
    return found


def _report(row, i):
    """Whether something is reported after token `i`: (the token at which it begins, who says it), or None."""
    if row[i].low in cues("speech") and i + 2 < len(row) and row[i + 1].low in ("that", "by", "from"):
        return _claim(row, i)
    verb = verb_at(row, i)
    if verb is None:
        return None
    if verb.passive or alone(row, verb):
        return _reported_by(row, verb)
    begin = _content(row, verb)
    subject = begin is not None and (subject_of(row, i) or opening(row))
    if not subject or own(row, subject) or not speaks(row, subject, verb) or unsaid(row, verb, subject, True):
        return None
    return begin, said_by(row, subject, verb.term)


def _claim(row, i):
    """`Smith’s claim that …`, `a claim by Smith that …`."""
    said = owner(row, i)
    if said is None:
        return None
    begin = i + 1
    while begin < len(row) and row[begin].start < said.end:
        begin += 1
    return (begin, said) if begin + 1 < len(row) and row[begin].low == "that" else None


def _judged(row, begin, end):
    """Where a claim ends about which more is told: `the claim that it was safe | was denied by Smith`."""
    for n in verbs(row, begin + 1, end):
        verb = verb_at(row, n)
        if verb.passive and verb.term in english("denying"):
            first = n - 1
            while first > begin and (row[first].adverb or row[first].low in english("be", "skipped")):
                first -= 1
            finite = english("be", "modal", "irregular")
            if any(t.low in finite or t.low.endswith("ed") for t in row[begin + 1 : first + 1]):
                return first + 1
    return end


def _reported_by(row, verb):
    """`It was reported by Smith that …`, `When asked by Smith if …`."""
    if verb.end + 2 >= len(row) or row[verb.end].low != "by":
        return None
    subject = subject_right(row, verb.end + 1)
    tells = subject and subject[1] + 1 < len(row) and row[subject[1]].low in ("that", "whether", "if")
    return (subject[1], said_by(row, subject, verb.term)) if tells else None


def _content(row, verb):
    """The token at which what `verb` reports begins, or None."""
    i = verb.end
    if verb.use == "act":
        return None
    if i < len(row) and row[0].low == "as" and row[i].kind == ",":  # As Smith reports, …
        return i + 1 if i + 1 < len(row) else None
    if i >= len(row) or row[i].kind != "w" or (verb.start and row[verb.start - 1].kind == "q"):
        return None
    for j in range(i, min(len(row), i + (9 if verb.term in english("say", "speak_to") else 1))):
        if row[j].kind != "w" and row[j].low != "title":
            break
        if row[j].low in ("that", "whether") or (verb.term == "ask" and row[j].low in ("if", "why")):
            return j if j + 1 < len(row) and row[j + 1].kind != "." else None
    low = row[i].low
    if low == "to" and verb.term in english("infinitive"):
        return i
    if verb.term.replace(" ", "_") in english("urge"):
        for j in range(i + 1, min(len(row), i + AHEAD)):
            if row[j].kind != "w" or row[j].low in english("stop"):
                break
            if row[j].low == "to":
                return j - (row[j - 1].low == "not")
    if verb.use == "weak" or verb.term not in english("say"):
        return None
    pronoun = low in ("he", "she", "it", "they", "there", "we", "i")
    if pronoun and i + 1 < len(row) and row[i + 1].kind == ",":
        return None  # to hear Smith tell it, …
    return i if pronoun or (verb.term in english("clausal") and _clause(row, i)) else None


def _clause(row, i):
    """Whether a clause begins at token `i`: `said the plan failed`, not `said the minister`."""
    acts = english("be", "irregular") | {"will", "would", "can", "could", "may", "have", "had", "did", "do"}
    starts = (row[i].low in english("clause") or row[i].capital) and row[i].low not in english("days")
    return starts and any(t.low in acts or t.low.endswith(("ed", "n't")) for t in _without_aside(row, i + 1))


def _without_aside(row, i):
    """The tokens up to the next mark, or beyond an aside: `a man, 34, was hurt`."""
    part = row[i : i + 12]
    marks = [n for n, token in enumerate(part) if token.kind not in "wq"][:2]
    if len(marks) == 2 and all(part[n].kind == "," for n in marks):
        first, second = marks
        return [*part[:first], *takewhile(lambda token: token.kind in "wq", part[second + 1 :])]
    return part[: marks[0]] if marks else part


def _ends_at_comma(row, i):
    """Whether what is reported after token `i` stands in an aside: `Smith, when asked if it fell, said`."""
    if i > 1 and row[i - 1].low in ("who", "which") and row[i - 2].kind == ",":
        return True
    verb = verb_at(row, i)
    if verb:
        return not verb.passive and alone(row, verb)
    return row[0].low in english("prepositions") and not any(t.kind == "," for t in row[max(0, i - BACK) : i])


def _clause_end(row, i, leads=False):
    """The token after the last one of the clause that begins at token `i`; leads: it ends at a comma."""
    leads = leads or (
        (row[0].low in english("opens_clause") or row[0].low in ("asked", "told"))
        and not any(t.kind == "," for t in row[: min(i, BACK)])
    )
    for j in range(i + 1, len(row)):
        following = row[j + 1].low if j + 1 < len(row) else ""
        if row[j].kind in ";." or (row[j].kind == "-" and j > i + 1):
            return j
        if row[j].kind == "," and (following in BREAKS or leads):
            return j
        if row[j].low == "and":  # another speech verb follows: “and stressed”, “, and the army warned”
            ahead = next((n for n in verbs(row, j + 1, j + AHEAD)), None)
            if ahead and (ahead == j + 1 or row[j - 1].kind in ",q"):
                return j - 1 if row[j - 1].kind == "," else j
        if row[j].low == "despite" and following == "the":
            return j - 1 if row[j - 1].kind == "," else j
    return len(row)
