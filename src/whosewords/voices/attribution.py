"""Who says it: the speaker of a quotation.

Speech verbs are looked for after a quotation, at the end of its sentence and before it; then `according to`, nouns
of saying, and `Smith: “…”`. Every look is bounded, so that time grows in step with the text.
"""

from typing import NamedTuple

from .english import cues, english
from .rows import last_sign
from .speech import verb_at
from .subjects import BACK, apposition, is_name, noun_phrase, opening, subject_of, subject_right

FAR = 24  # tokens between a quotation and the verb that follows it


class Said(NamedTuple):
    """Who says something: offsets of the speaker, and the speech verb (its dictionary form) or other cue.

    `loose`: how near the verb stands to the quotation: 0 beside the quotation, 1 for the sentence as a whole, 2 further off.
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
            plain = verb.end == len(row) or row[verb.end].kind == "."
            fits = subject and subject[0] <= first + 1 and (inside or plain)
            return said_by(row, subject, verb.term) if fits else None
    return None


def _finite(row, i):
    """The verb at token `i` if it can follow a quotation: active, not a participle, not a weak one."""
    verb = verb_at(row, i)
    return verb if verb and verb.use != "weak" and not verb.passive and not verb.participle else None


def trailing(row):
    """Who says the whole sentence, told at its end (`…, Smith said on Monday.`), and the comma's place in the row."""
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
    """Whether what follows a closing `Smith said` only tells when, where or to whom, up to the end of the row."""
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
    """The subject of a verb before a quotation: active, passive (`by Smith`) or inverted (`Said Smith: “…”`)."""
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


def according(row):
    """Every `according to X` of a sentence: (who says it, (first, last + 1) of the tokens)."""
    found = []
    for i in range(len(row) - 2):
        if row[i].low == "according" and row[i + 1].low == "to" and (subject := subject_right(row, i + 2)):
            found.append((said_by(row, subject, "according to", 1), (i, subject[1])))
    return found


def script(row, k):
    """`Smith: “…”`, and short lead-ins without a speech verb: `Smith exploded: “…”`."""
    if not k or row[k - 1].kind != ":":
        return None
    first = k - 1
    while first and row[first - 1].kind == "w" and k - first < 10:
        first -= 1
    if first == k - 1 or (first and row[first - 1].kind not in ":,"):
        return None
    if first and row[first - 1].kind == "," and not row[first].capital:  # Smith, a lawyer, agrees: “…”
        return said_by(row, apposition(row, first - 1, max(0, first - BACK)), ":")
    subject = (first, k - 1) if is_name(row, first, k - 1) else opening(row, first, k - 1)
    if subject is None or not row[subject[0]].capital:
        return None
    told = row[subject[1]].low
    acts = told.endswith("ed") or told in english("irregular") or subject[1] == k - 1
    acts = acts or (told in ("to", "on", "in") and is_name(row, *subject) and subject[1] - subject[0] > 1)
    return said_by(row, subject, ":") if acts else None


def noun(row, k):
    """`Smith’s claim that “…”`, `a statement by Smith: “…”`: the speaker told by a noun of speaking."""
    for j in range(k - 1, max(0, k - 10), -1):
        if row[j].kind != "w" and row[j].kind not in ":,":
            return None
        if row[j].low not in cues("speech") or (j + 1 < k and row[j + 1].low.endswith("ing")):
            continue
        if j + 2 < k and row[j + 1].low in ("by", "from"):
            return said_by(row, subject_right(row, j + 2), row[j].low)
        if owned := owner(row, j):
            return owned
        if row[j - 1].capital and j - 1:
            return said_by(row, noun_phrase(row, j - 1, max(0, j - BACK)), row[j].low)
    return None


def owner(row, j):
    """Whose claim, statement and so on the noun at token `j` is: `Smith’s recent claim`."""
    for i in range(j - 1, max(-1, j - 4), -1):
        if row[i].low.endswith(("'s", "s'")):
            found = said_by(row, noun_phrase(row, i, max(0, i - BACK)), row[j].low)
            return found and found._replace(end=row[i].start + len(row[i].text.rstrip("s").rstrip("'’")))
    return None
