"""Who says it: the speaker of a quotation.

A speech verb is looked for after a quotation, at the end of its sentence and before it. Every look is
bounded, so that time grows in step with the text. Speakers told in other ways: see `sources`; words that
nobody said: see `denial`.
"""

from functools import cache

from .claims import opens, owner
from .denial import own, unsaid
from .english import cues, english, forms
from .rows import last_sign
from .said import NOBODY, UNSAID, said_by
from .speech import verb_at, verbs
from .subjects import BACK, is_name, opening, subject_of, subject_right

FAR = 24  # tokens between a quotation and the verb that follows it
ASIDE = 8  # tokens of “as Smith puts it”


def after(row, k, s):
    """Who says quotation token `k`, told right after it: “…,” said Smith; “…,” Smith said; “…” –Smith."""
    i, last = k + 1, last_sign(s, row[k])
    inside = last in (",", "?", "!", "…", "—", "-", "–")
    if i + 1 < len(row) and row[i].kind == "-" and (signed := signature(row, i, inside or last == ".")):
        return signed
    if i < len(row) and row[i].kind in ",-":
        inside, i = True, i + 1
    first = i
    while i < len(row) and row[i].kind == "w" and row[i].adverb:
        i += 1
    if i >= len(row) or row[i].kind != "w":
        return None
    if verb := _finite(row, i, inside):
        if not inside and last == "y" and i == k + 1:  # they “strongly” condemned it
            return said_by(row, subject_of(row, k), verb.term)
        return None if row[k].low == "title" else _inverted(row, verb, inside)
    if row[i].low == "as":
        return _as_told(row, i + 1)
    if row[i].low in ("was", "is", "came"):
        return _told_of(row, i)
    return None if row[i].low in english("stop") else _uninverted(row, first, i, inside)


def _inverted(row, verb, inside):
    """`“…,” said Smith`. inside: a comma or a stop ends the quotation."""
    if not inside and verb.term.replace(" ", "_") not in english("invert"):
        return None
    subject = subject_right(row, verb.end)
    known = subject and (row[subject[0]].capital or row[subject[0]].low in english("determiners", "pronouns"))
    return _told(row, verb, subject) if inside or known else None


def _uninverted(row, first, i, inside):
    """`“…,” Smith said`: the subject begins at token `first`, or at `i` after adverbs."""
    for j in range(i, min(len(row), i + FAR)):
        if row[j].kind not in "w,-":
            return None
        if verb := _finite(row, j, inside) or _quoted_as(row, j):
            if row[first].low.endswith("ing") and row[j - 1].kind == ",":
                return _inverted(row, verb, inside)  # “…” – causing alarm, says Smith
            subject = subject_of(row, j, first)
            ends = verb.end == len(row) or row[verb.end].kind == "."
            plain = ends and verb.term in english("say")  # “…” the authors write.
            begins = subject and (subject[0] <= first + 1 or _in_one(row, first, subject[0]))
            return _told(row, verb, subject) if begins and (inside or plain) else None
    return None


def _told_of(row, i):
    """`“…” is how Smith put it`, `“…” was the answer`: token `i` is the verb."""
    if i + 2 < len(row) and row[i + 1].low in ("how", "what"):
        return _as_told(row, i + 2)
    return NOBODY if any(token.low in cues("speech") for token in row[i + 1 : i + 4]) else None


def signature(row, dash, alone):
    """Who signs a quotation after a dash: `“…” – Anna Smith, mayor`; alone: nothing else goes on."""
    end = dash + 1
    while end < len(row) and row[end].kind == "w":
        end += 1
    role = end < len(row) <= end + ASIDE and all(token.kind in "w,." for token in row[end:])
    closes = end == len(row) or (
        row[end].kind == "," and (alone or (role and not any(verbs(row, end, len(row)))))
    )
    return (
        said_by(row, (dash + 1, end), "–")
        if closes and end > dash + 1 and is_name(row, dash + 1, end)
        else None
    )


def _as_told(row, i):
    """`“…”, as Smith puts it`: token `i` follows “as”."""
    for j in range(i + 1, min(len(row), i + ASIDE)):
        if row[j].kind != "w":
            return None
        if verb := _finite(row, j):
            subject = subject_of(row, j, i)
            return _told(row, verb, subject) if subject and subject[0] == i else None
    return None


def _cited(row, verb):
    """The speaker in `Reuters quoted Smith as saying`."""
    if verb.term not in ("quote", "cite") or verb.passive:
        return None
    for j in range(verb.end + 1, min(len(row) - 1, verb.end + ASIDE + 4)):
        if row[j].low == "as" and row[j + 1].low in ("saying", "telling"):
            return subject_right(row, verb.end)
    return None


def _quoted_as(row, i):
    """The verb at token `i` in `Smith was quoted as saying`, `Smith is reported to have said`."""
    verb = verb_at(row, i)
    return verb if verb and verb.passive and _as_saying(row, verb) else None


def _as_saying(row, verb):
    return [token.low for token in row[verb.end : verb.end + 2]] in (
        ["as", "saying"],
        ["as", "telling"],
        ["to", "have"],
    )


def _in_one(row, first, start):
    """Whether what stands between is the role of the name that follows: `a guard of the bridge, Ann Roe`."""
    part = row[first:start]
    return (
        part[-1].kind == ","
        and (part[0].low in english("determiners") or part[0].low.endswith("'s"))
        and all(token.kind == "w" for token in part[:-1])
        and not any(token.low in ("and", "but", "when", "while", "who", "that") for token in part)
    )


def _told(row, verb, subject, loose=0):
    """`Said` by a subject, or UNSAID where the row takes it back."""
    subject = _cited(row, verb) or subject
    if subject and unsaid(row, verb, subject):
        return UNSAID
    return said_by(row, subject, verb.term, loose)


def _finite(row, i, weak=False):
    """The verb at token `i` if it can follow a quotation: active, not a participle, not a weak one."""
    verb = verb_at(row, i)
    fits = (
        verb
        and verb.use != "act"
        and (weak or verb.use != "weak")
        and not verb.passive
        and not verb.participle
    )
    return verb if fits else None


def trailing(row):
    """Who says the whole sentence, told at its end (`…, Smith said on Monday.`), and where its comma is."""
    for comma in range(len(row) - 1, max(0, len(row) - 2 * FAR), -1):
        if row[comma].kind == "," and (found := aside(row, comma)):
            said, verb = found
            if _closes(row, verb, comma) and not unsaid(row, verb, None):
                return said, comma
    return None, None


def says(low):
    """Whether a verb of plain saying may stand among these words of a row."""
    return not _saying().isdisjoint(low)


@cache
def _saying():
    verbs = english("say")
    return frozenset(first for first, listed in forms().items() for _, term, _ in listed if term in verbs)


def aside(row, comma):
    """`, Smith said` or `, said Smith` after a comma: (who says it, the verb), or None."""
    known = _saying()
    for j, token in enumerate(row[comma + 1 : comma + FAR], comma + 1):
        if token.kind != "w":
            return None
        verb = _finite(row, j) if token.low in known else None
        if verb and verb.term in english("say"):
            if j == comma + 1 and verb.term in english("speak_to"):
                return None
            subject = subject_of(row, j, comma + 1) if j > comma + 1 else subject_right(row, verb.end)
            fits = subject and comma + 1 in (subject[0], j)
            return (said_by(row, subject, verb.term, 1), verb) if fits else None
    return None


def _closes(row, verb, comma):
    """Whether what follows a closing `Smith said` to the row's end only tells when, where or to whom."""
    rest = row[verb.end : comma + FAR]
    return verb.end + len(rest) >= len(row) and idle(rest, verb)


def idle(rest, verb):
    """Whether these tokens after a speech verb only tell when, where or to whom."""
    if any(t.kind not in "w." or t.low in ("that", "it", "he", "she") for t in rest):
        return False
    small = english("prepositions", "days", "time") | {"when", "as", "after"}
    return not rest or rest[0].kind == "." or rest[0].low in small or verb.term in english("speak_to")


def before(row, k):
    """Who says quotation token `k`, told before it: Smith said “…”; was described by Smith as “…”."""
    if other := _other(row, k):
        return other
    first = None  # the verb next to the quotation
    claim = False  # whether a claim stands between: denied the claim that it was “…”
    known, nouns = forms(), cues("speech")
    for j in range(k - 1, max(-1, k - BACK), -1):
        if row[j].kind == ";":
            break
        if row[j].low in nouns and first is None and opens(row, j, k):
            if owned := owner(row, j):
                return owned
            claim = True
        verb = verb_at(row, j) if row[j].low in known else None
        if verb is None or not _governs(row, verb, k):
            continue
        if claim and verb.term in english("denying"):
            return NOBODY
        first = first or verb
        if subject := _subject(row, verb, k):
            if subject is NOBODY:
                return NOBODY
            if row[k - 1].low != "but" and (
                unsaid(row, verb, subject, verb.passive) or (verb != first and unsaid(row, first, None))
            ):
                return None if verb.passive else UNSAID
            if own(row, subject) and first.term not in english("say", "speak_to"):
                return None  # my own marks: I call it “…”
            outer = None if verb.term in english("say") else _outer(row, j)
            return said_by(row, outer or subject, first.term, _looseness(row, first, k))
    return UNSAID if first and unsaid(row, first, None) and not first.passive else None


def _other(row, k):
    """A second speaker under the verb of the first: `Smith called it “…”, Roe “…”`, `another as “…”`."""
    last = next((n for n in range(k - 1, max(0, k - ASIDE), -1) if row[n].kind == "q"), 0)
    told = next(verbs(row, max(0, last - FAR), last), None)
    if told is None or verb_at(row, told).passive:
        return None
    first, end = last + 1, k
    while first < end and (row[first].kind == "," or row[first].low in ("and", "while", "but")):
        first += 1
    while first < end and (row[end - 1].kind in ",:" or row[end - 1].low in ("as", "of", "with")):
        end -= 1
    if first == end:
        return None
    other = row[first].low in ("another", "others") and end - first < 3
    named = first > last + 1 and is_name(row, first, end) and not row[first].low.endswith("'s")
    return said_by(row, (first, end), verb_at(row, told).term) if other or named else None


def _subject(row, verb, k):
    """The subject of a verb before a quotation: active, passive (`by Smith`), inverted (`Said Smith:`)."""
    j = verb.start
    if verb.passive or alone(row, verb):
        if by := _by(row, verb, k):
            return by
        if _as_saying(row, verb):
            return subject_of(row, j)
        return NOBODY if verb.term in english("speak_to") else None
    title = j and row[j - 1].low == "title"
    if j and row[j - 1].kind == "q" and (title or verb.term.replace(" ", "_") not in english("invert")):
        return subject_of(row, j - 1)
    if j and row[j - 1].kind == "," and not verb.participle and (turned := _turned(row, verb, k)):
        return turned
    if verb.participle and row[j - 1].low == "as":
        citing = next(
            (cited for n in verbs(row, max(0, j - ASIDE - 4), j) if (cited := _cited(row, verb_at(row, n)))),
            None,
        )
        if citing:
            return citing
    if (verb.participle or row[j - 1].low == "who") and (by := _author_of(row, j)):
        return by
    if j == 0 or row[j - 1].kind in "q:":
        return opening(row) if verb.participle and j else subject_right(row, verb.end)
    return subject_of(row, j)


def _turned(row, verb, k):
    """The speaker in `Francis, writes Smith, “has …”`."""
    right = subject_right(row, verb.end) if verb.term in english("say") else None
    fits = right and right[1] < k and row[right[1]].kind == ","
    return right if fits and (row[right[0]].capital or row[right[0]].low in english("determiners")) else None


def _author_of(row, i):
    """The speaker in `a tweet by Smith, a guard, saying`: who wrote what is said."""
    for j in range(i - 1, max(0, i - FAR), -1):
        if row[j].low == "by" and row[j - 1].low in cues("speech"):
            return subject_right(row, j + 1)
    return None


def alone(row, verb):
    """Whether the verb is a participle without a subject: `The bridge, called “a ruin”`, `Asked if`."""
    if verb.participle or verb.term not in english("passive_alone") or verb.end >= len(row):
        return False
    if row[verb.start].low in (verb.term, verb.term + "s"):
        return False
    lead = row[verb.start - 1] if verb.start else None
    if verb.term in ("describe", "characterise") and row[verb.end].low == "as":
        relative = {"which", "that", "who", "whom", "what", "himself", "herself", "had", "has", "have"}
        near = {token.low for token in row[max(0, verb.start - 6) : verb.start]}
        active = lead and (lead.capital or lead.low in english("pronouns") or near & relative)
        return not active  # a woman described as “…”
    bare = (
        lead is None
        or lead.kind in ",-"
        or lead.low in ("when", "if", "once", "though", "while", "was", "being", "stands", "stood")
    )
    return bare and (
        row[verb.end].kind == "q" or row[verb.end].low in ("as", "by", "of", "if", "whether", "about")
    )


def _by(row, verb, k):
    """Who says it by a passive verb: `called “…” by Smith`, `accused by Smith of “…”`."""
    if any(token.kind == "q" for token in row[verb.end : k]) and [t.low for t in row[k + 1 : k + 2]] == [
        "by"
    ]:
        return subject_right(row, k + 2)  # “…” by Smith and “…” by Roe
    for n in range(verb.end, min(k, verb.end + FAR)):
        if row[n].low == "by":
            return subject_right(row, n + 1)
    after = [token.low for token in row[k + 1 : k + 6]]
    if after[:1] == ["in"] and "by" in after and not (cues("speech") | english("bodies")).isdisjoint(after):
        return subject_right(row, k + 2 + after.index("by"))  # in a report by Smith
    return subject_right(row, k + 2) if after[:1] == ["by"] else None


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
    if verb.passive and row[k - 1].low in ("of", "as"):
        return 0
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
