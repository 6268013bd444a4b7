"""Reported speech: which words of a sentence give what somebody said, without quotation marks.

What is reported begins after the speech verb and reaches to the end of the clause; the verb itself stays
with the author, who chose it. Also `according to X, …`, `…, X said.` and `X’s claim that …`.
"""

from itertools import takewhile

from .attribution import said_by, trailing
from .english import cues, english
from .sources import according, owner
from .speech import verb_at
from .subjects import opening, subject_of

BREAKS = ("but", "although", "though", "while", "whereas", "yet", "according", "adding")
AHEAD = 8  # tokens
BACK = 60


def reported(row):
    """The stretches of reported speech in a row: a list of (start, end, Said), offsets in characters."""
    return _according(row) or _before_speaker(row) or _after_verbs(row)


def _according(row):
    for said, (first, end) in according(row)[:1]:
        found = []
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
    first = _dateline(row)
    return (
        [(row[first].start, row[comma - 1].end, said)]
        if said and comma and row[comma - 1].kind != "q"
        else []
    )


def _dateline(row):
    """The token after `BAGHDAD, 28 June 2021 —`, else the first."""
    dash = next((j for j in range(min(len(row) - 1, AHEAD)) if row[j].kind == "-"), None)
    return dash + 1 if dash and len(row[0].text) > 1 and row[0].text.isupper() else 0


def _after_verbs(row):
    found, covered = [], 0
    for i in range(len(row)):
        report = _report(row, i) if i >= covered and row[i].kind == "w" else None
        if report is None:
            continue
        begin, said = report
        end = _clause_end(row, begin)
        if end > begin:
            found.append((row[begin].start, row[end - 1].end, said))
            covered = end
    return found


def _report(row, i):
    """Whether something is reported after token `i`: (the token at which it begins, who says it), or None."""
    if row[i].low in cues("speech") and i + 2 < len(row) and row[i + 1].low == "that":
        said = owner(row, i)
        return said and (i + 1, said)
    verb = verb_at(row, i)
    begin = _content(row, verb) if verb and not verb.passive and not _supposed(row, i) else None
    subject = begin is not None and (subject_of(row, i) or opening(row))
    return (begin, said_by(row, subject, verb.term)) if subject else None


def _supposed(row, i):
    """Whether nothing was said: could have asked, may claim."""
    return any(
        t.low in ("could", "would", "might", "may", "should", "can", "cannot") for t in row[max(0, i - 3) : i]
    )


def _content(row, verb):
    """The token at which what `verb` reports begins, or None."""
    i = verb.end
    if i < len(row) and row[0].low == "as" and row[i].kind == ",":  # As Smith reports, …
        return i + 1 if i + 1 < len(row) else None
    if i >= len(row) or row[i].kind != "w" or (verb.start and row[verb.start - 1].kind == "q"):
        return None
    for j in range(i, min(len(row), i + (9 if verb.term in english("say", "speak_to") else 1))):
        if row[j].kind != "w":
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
    return i if pronoun or (verb.term in english("clausal") and _clause(row, i)) else None


def _clause(row, i):
    """Whether a clause begins at token `i`: `said the plan failed`, not `said the minister`."""
    acts = english("be", "irregular") | {"will", "would", "can", "could", "may", "have", "had", "did", "do"}
    starts = (row[i].low in english("clause") or row[i].capital) and row[i].low not in english("days")
    same = takewhile(lambda token: token.kind in "wq", row[i + 1 : i + 12])
    return starts and any(t.low in acts or t.low.endswith(("ed", "n't")) for t in same)


def _clause_end(row, i):
    """The token after the last one of the clause that begins at token `i`."""
    leads = row[0].low in english("opens_clause") and not any(t.kind == "," for t in row[: min(i, BACK)])
    for j in range(i + 1, len(row)):
        following = row[j + 1].low if j + 1 < len(row) else ""
        if row[j].kind in ";." or (row[j].kind == "-" and j > i + 1):
            return j
        if row[j].kind == "," and (following in BREAKS or leads):
            return j
        if row[j].low == "and":  # another speech verb follows: “and stressed”, “, and the army warned”
            ahead = next((n for n in range(j + 1, min(len(row), j + AHEAD)) if verb_at(row, n)), None)
            if ahead and (ahead == j + 1 or row[j - 1].kind in ",q"):
                return j - 1 if row[j - 1].kind == "," else j
        if row[j].low == "despite" and following == "the":
            return j - 1 if row[j - 1].kind == "," else j
    return len(row)
