"""Who says it: the speaker of a quotation.

A speech verb is looked for after a quotation, at the end of its sentence and before it. Every look is
bounded, so that time grows in step with the text. Speakers told in other ways: see `sources`.
"""

from typing import NamedTuple

from .english import english
from .rows import last_sign
from .speech import verb_at
from .subjects import BACK, is_name, opening, subject_of, subject_right

FAR = 24  # tokens between a quotation and the verb that follows it


class Said(NamedTuple):
    """Who says something: offsets of the speaker, and the speech verb (its dictionary form) or other cue.

    `loose`: 0 where the verb stands beside the quotation, 1 where it closes the sentence, 2 further off.
    """

    start: int
    end: int
    verb: str
    loose: int = 0


def said_by(row, subject, verb, loose=0):
    """`Said` for a subject given as (first, last + 1) of its tokens; None for None."""
    return Said(row[subject[0]].start, row[subject[1] - 1].end, verb, loose) if subject else None


def after(row, k, s):
    """Who says quotation token `k`, told right after it: “…,” said Smith; “…,” Smith said; “…” –Smith."""
    i, last = k + 1, last_sign(s, row[k])
    inside = last in (",", "?", "!", "…", "—", "-", "–")
    if i + 1 < len(row) and row[i].kind == "-" and is_name(row, i + 1, len(row)):
        return said_by(row, (i + 1, len(row)), "–")
    if i < len(row) and row[i].kind in ",-":
        inside, i = True, i + 1
    first = i
    while i < len(row) and row[i].kind == "w" and row[i].adverb:
        i += 1
    if i >= len(row) or row[i].kind != "w":
        return None
    if verb := _finite(row, i):
        if not inside and last == "y" and i == k + 1:  # they “strongly” condemned it
            return said_by(row, subject_of(row, k), verb.term)
        if not inside and verb.term not in english("invert"):
            return None
        return said_by(row, subject_right(row, verb.end), verb.term)
    if row[i].low in english("stop"):
        return None
    for j in range(i, min(len(row), i + FAR)):
        if row[j].kind not in "w,-":
            return None
        if verb := _finite(row, j):
            subject = subject_of(row, j, first)
            ends = verb.end == len(row) or row[verb.end].kind == "."
            plain = ends and verb.term in english("say")  # “…” the authors write.
            fits = subject and subject[0] <= first + 1 and (inside or plain)
            return said_by(row, subject, verb.term) if fits else None
    return None


def _finite(row, i):
    """The verb at token `i` if it can follow a quotation: active, not a participle, not a weak one."""
    verb = verb_at(row, i)
    return verb if verb and verb.use != "weak" and not verb.passive and not verb.participle else None


def trailing(row):
    """Who says the whole sentence, told at its end (`…, Smith said on Monday.`), and where its comma is."""
    for comma in range(len(row) - 1, max(0, len(row) - 2 * FAR), -1):
        if row[comma].kind != ",":
            continue
        for j in range(comma + 1, min(len(row), comma + FAR)):
            if row[j].kind != "w":
                break
            verb = _finite(row, j)
            if verb and verb.term in english("say"):
                subject = subject_of(row, j, comma + 1) if j > comma + 1 else subject_right(row, verb.end)
                if subject and comma + 1 in (subject[0], j) and _closes(row, verb, comma):
                    return said_by(row, subject, verb.term, 1), comma
                break
    return None, None


def _closes(row, verb, comma):
    """Whether what follows a closing `Smith said` to the row's end only tells when, where or to whom."""
    rest = row[verb.end : comma + FAR]
    if verb.end + len(rest) < len(row) or any(t.kind not in "w." for t in rest):
        return False
    if any(t.low in ("that", "it", "he", "she") for t in rest):
        return False
    idle = english("prepositions", "days", "time") | {"when", "as", "after"}
    return not rest or rest[0].kind == "." or rest[0].low in idle or verb.term in english("speak_to")


def before(row, k):
    """Who says quotation token `k`, told before it: Smith said “…”; was described by Smith as “…”."""
    first = None  # the verb next to the quotation
    for j in range(k - 1, max(-1, k - BACK), -1):
        if row[j].kind == ";":
            break
        verb = verb_at(row, j)
        if verb is None or not _governs(row, verb, k):
            continue
        first = first or verb
        if subject := _subject(row, verb, k):
            outer = None if verb.term in english("say") else _outer(row, j)
            return said_by(row, outer or subject, first.term, _looseness(row, first, k))
    return None


def _subject(row, verb, k):
    """The subject of a verb before a quotation: active, passive (`by Smith`), inverted (`Said Smith:`)."""
    j = verb.start
    if verb.passive:
        for n in range(verb.end, min(k, verb.end + FAR)):
            if row[n].low == "by":
                return subject_right(row, n + 1)
        saying = [token.low for token in row[verb.end : verb.end + 2]] == ["as", "saying"]
        return subject_of(row, j) if saying else None
    if j and row[j - 1].kind == "q" and verb.term not in english("invert"):
        return subject_of(row, j - 1)
    if j == 0 or row[j - 1].kind in "q:":
        return opening(row) if verb.participle and j else subject_right(row, verb.end)
    return subject_of(row, j)


def _outer(row, i):
    """Who says the clause that token `i` stands in: in `Smith said that Roe refused` it is Smith."""
    for j in range(i - 1, max(-1, i - FAR), -1):
        verb = verb_at(row, j)
        told = verb and verb.term in english("say") and not verb.passive
        if told and verb.end < i and row[verb.end].low == "that":
            return subject_of(row, j)
    return None


def _looseness(row, verb, k):
    between = row[verb.end : k]
    aside = any(token.kind == "," for token in between[:-1])
    return 2 if len(between) > 16 or (aside and len(between) > 5) else 0


def _governs(row, verb, k):
    """Whether a verb can introduce quotation token `k`; see `use` in `english.forms`."""
    between = row[verb.end : k]
    if verb.use == "near":
        close = len(between) < 3 and all(t.kind in ",:" or t.low in ("in", "part", "as") for t in between)
        return close or between[0].low == "that"
    if verb.use == "weak":
        return bool(between) and (between[0].low == "that" or between[-1].kind in ",:")
    return True
