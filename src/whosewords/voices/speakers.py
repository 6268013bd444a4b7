"""Whether a stretch between quotation marks is a quotation (Q), scare quotes (S) or neither; and who speaks.

The test that students learn decides: can you name who said it? If yes, Q. Without a speaker a long stretch
is still a quotation; a short one in small letters is scare quotes; titles, names and words that are talked
about are neither.
"""

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from ..words import WORD
from .attribution import after, before, says, signature, trailing
from .english import cues, english
from .rows import last_sign
from .said import NOBODY, UNSAID, Said, said_by
from .sources import according, noun, script
from .speech import verb_at
from .subjects import is_name, opening
from .titles import is_nickname, is_talked_about, is_title

SHORT = 5  # words; without a speaker, no more than this is read as scare quotes
CITED = re.compile(r"\s?[(\[]((?:\d )?[A-Z][\w.’' -]{1,40}?),?\s\d")  # (Matthew 5:17), (Roe, 2019)
TINY = 2  # words; a speech verb further off is too little to make so short a stretch a quotation


class Quoted(NamedTuple):
    """A stretch with its voice (Q, S or I), who says it (None where nobody is named), and its row."""

    start: int
    end: int
    voice: str
    said: Said | None
    row: int
    continued: bool = False


def quoted(s, table, quotations, heading, reports=()):
    """Judge every quotation of `s`; `table` are its rows, heading(offset) tells whether it is in a heading.

    A quotation without a speaker of its own goes on from the one before it in the same or the next sentences,
    reported speech (`reports`) included.
    """
    told = {report.row: report.said for report in reports}
    found, last, place, known, seen = [], None, -9, set(), 0
    for r, row in enumerate(table):
        ahead = seen < len(quotations) and quotations[seen].start < row[-1].end
        marked = [k for k, token in enumerate(row) if token.kind == "q"] if ahead else []
        seen += len(marked)
        whole = _whole(row) if marked else None
        here, quoting, none = None, len(row) == 1 and place >= r - 1, -9
        for k in marked:
            quote = quotations[int(row[k].text)]
            lead = table[r - 1] if k == 0 and r else None
            follow = table[r + 1] if k + 1 == len(row) and r + 1 < len(table) else None
            said = _told(s, row, k, whole, lead, follow) or (last if quote.continued else None)
            voice = _voice(
                row, k, s[slice(*quote.inside)], said, quoting, heading(quote.start), _beside(row, none, k)
            )
            quoting = quoting or voice == "Q"
            if voice is None:
                none = k
                continue
            if voice == "Q":
                carried = last if place >= r - (2 if k == 0 else 1) else None
                said = (
                    said or here or (carried if k == 0 else None) or _near(s, row, k, lead, known) or carried
                )
                said = None if said in (NOBODY, UNSAID) else said
                place = r
                if said:
                    known.add(s[said.start : said.end])
                    last = here = said
            said = said if voice == "Q" else None
            found.append(Quoted(quote.start, quote.end, voice, said, r, quote.continued))
        if r in told and place < r:
            last, place = told[r], r
    for n in range(len(found) - 1, 0, -1):  # what was left open has the speaker whom its end names
        if found[n].continued and (found[n - 1].voice, found[n - 1].said) == ("Q", None):
            found[n - 1] = found[n - 1]._replace(said=found[n].said)
    return found


def _beside(row, none, k):
    """Whether only a comma, “and” or “or” stands between tokens `none` and `k`."""
    between = row[none + 1 : k]
    return (
        none >= 0
        and 0 <= len(between) < 3
        and all(t.kind == "," or t.low in ("and", "or", "then") for t in between)
    )


def _told(s, row, k, whole, lead, follow):
    """Who says quotation token `k`, told in its sentence, in the one that leads up to it, or signed below."""
    closing, source = whole
    source, place = next((each for each in source or () if _reaches(row, each[1], k)), (None, (0, 0)))
    ahead = None if source and 0 <= k - place[1] < 3 else before(row, k)
    if ahead and ahead.verb and not ahead.loose and (ahead.verb in cues("speech") or _leads_up(s, row, k)):
        return ahead  # Smith asked me: “…?” I answered …
    if ahead and ahead.loose > 1 and source:
        ahead = None
    said = after(row, k, s) or closing or ahead or source or noun(row, k) or script(row, k)
    if said is None and lead and lead[-1].kind in ":,":
        said = before(lead, len(lead)) or script([*lead, row[k]], len(lead))
    if said is None and follow and follow[0].kind == "-":
        said = signature(follow, 0, True)
    if (
        said is None
        and k
        and row[k - 1].kind == ":"
        and (acting := opening(row, 0, k))
        and is_name(row, *acting)
    ):
        said = said_by(row, acting, ":", 2)  # Smith, a guard, made it clear to us: “…”
    if said is None and (cited := CITED.match(s, row[k].end)):
        return Said(*cited.span(1), "()")
    return said


def _near(s, row, k, lead, known):
    """Where no speech verb tells: a speaker in the sentence before, or whoever acts."""
    if lead and (told := before(lead, len(lead))) and not told.loose:
        return told
    if k == 0 and len(row) == 1 and lead and "\n" not in s[lead[-1].end : row[0].start]:
        acting = opening(lead)  # Smith turned to the crowd. “…”
        return said_by(lead, acting, "", 2) if acting and is_name(lead, *acting) else None
    subject = opening(row, 0, k) if k else None
    if subject is None:
        return None
    said = Said(row[subject[0]].start, row[subject[1] - 1].end, "")
    name = s[said.start : said.end]
    if name.lower() in english("pronouns"):
        return said if name.lower() in ("he", "she") else None
    acts = is_name(row, *subject) and not any(token.low in english("be") for token in row[subject[1] : k])
    return said if acts or name in known else None


def _whole(row):
    """Who says the whole sentence: at its end, or by `according to`."""
    closing = trailing(row)[0] if says([token.low for token in row]) else None
    return closing, according(row)


def _reaches(row, place, k):
    """Whether `according to X` at tokens `place` tells of quotation token `k`: in an aside only ahead."""
    first, end = place
    return not first or k > first or end >= len(row) or row[end].kind != ","


def _leads_up(s, row, k):
    """Whether a speech verb leads up to quotation token `k`, which ends its sentence: Smith wrote, “….”"""
    if row[k - 1].kind == ":":
        return True
    if row[0].low in english("opens_clause") and k + 1 < len(row) and row[k + 1].kind == ",":
        return True  # While Smith called it “…”, Roe said
    return row[k - 1].kind == "," and k > 1 and bool(verb_at(row, k - 2)) and last_sign(s, row[k]) in ".?!…"


def _voice(row, k, text, said, quoting, heading, sibling):
    """Q, S, or None for what stays with the voice around it.

    quoting: something is quoted in this row already, or just before it; sibling: the last quotation in it was
    none, and only a comma, “and” or “or” stands between.
    """
    count = len([*islice(WORD.finditer(text), SHORT + 1)])  # no more is asked
    low = [t.low for t in row[max(0, k - 3) : k]]
    one, two = "".join(low[-1:]), " ".join(low[-2:])
    if not count or said is UNSAID:
        return None
    if {one, two} & cues("distance") and count <= SHORT:
        return "S"
    if not heading and is_title(row, k, text, said, sibling, quoting):
        return None
    if {one, two} & cues("naming") and count <= SHORT and _names_only(row, k, said):
        return None
    if count <= SHORT and (sibling or is_nickname(row, k) or is_talked_about(row, k, text)):
        return None
    link = {"of", "like", "is", "was", "as", ":"}  # the word “x”, the concept of “x”, code words like “x”
    term = {one, two} & cues("term") or (one in link and low[-2:-1] and low[-2] in cues("term"))
    if term and count <= SHORT and (said is None or said.loose):
        return None
    predicate = one in english("be") or one in ("to", "as")  # “is “x””, “intended to “x”” are not in passing
    if said and (predicate or said.loose < 2 or count > TINY):
        return "Q"
    return "Q" if count > SHORT or quoting or len(row) == 1 or _clausal(text, count) else "S"


def _names_only(row, k, said):
    """Whether “called” and the like give a name here, and nobody’s judgement: a ship called “Ada”."""
    if said is None or said.verb not in ("call", "dub"):
        return True
    lead = row[k - 2] if k > 1 else None
    return row[k - 1].low == "called" and not (
        lead and (lead.capital or lead.low in english("pronouns", "skipped"))
    )


def _clausal(text, count):
    """Whether a short stretch is a piece of a sentence; scare quotes mostly hold nouns: “regime change”."""
    return count > TINY and not _small().isdisjoint(map(str.lower, WORD.findall(text)))


@cache
def _small():
    classes = english("prepositions", "stop", "determiners", "pronouns", "skipped")
    return (classes | {"them", "him", "me", "us"}) - {"and", "or", "of", "with"}
