"""Whether a stretch between quotation marks is a quotation (Q), scare quotes (S) or neither, and who speaks in it.

The test that students learn decides: can you name who said it? If yes, Q. Without a speaker a long stretch is still a
quotation; a short one in small letters is scare quotes; titles, names and words that are talked about are neither.
"""

import re
from typing import NamedTuple

from ..words import words
from .attribution import Said, according, after, before, noun, script, trailing
from .english import cues, english
from .subjects import is_name, opening

SHORT = 5  # words; without a speaker, no more than this is read as scare quotes
CITED = re.compile(
    r"\s?[(\[](?=[^\d()]{3})((?:\d )?[A-Z][\w.’' -]{1,40}?),?\s\d"
)  # (Matthew 5:17), (Roe, 2019)
TINY = 2  # words; a speech verb further off is too little to make so short a stretch a quotation


class Quoted(NamedTuple):
    """A quotation with its voice, Q or S, and who says it (None for S and where nobody is named)."""

    start: int
    end: int
    voice: str
    said: Said | None


def quoted(s, table, quotations, heading):
    """Judge every quotation of `s`; `table` are its rows, heading(offset) tells whether a place is in a heading.

    A quotation without a speaker of its own goes on from the one before it in the same or the next sentences.
    """
    found, last, place, known = [], None, -9, set()
    for r, row in enumerate(table):
        here, whole = None, _whole(row)
        for k, token in enumerate(row):
            if token.kind != "q":
                continue
            quote = quotations[int(token.text)]
            lead = table[r - 1] if k == 0 and r else None
            said = _told(s, row, k, whole, lead) or (last if quote.continued else None)
            voice = _voice(row, k, s[slice(*quote.inside)], said, here, heading(quote.start))
            if voice is None:
                continue
            if voice == "Q":
                said = (
                    said
                    or here
                    or (last if k == 0 and place >= r - 2 else None)
                    or _near(s, row, k, lead, known)
                )
                said = _person(s, said, here or (last if place >= r - 1 else None))
                place = r
                if said:
                    known.add(s[said.start : said.end])
                    last = here = said
                    if quote.continued and found and found[-1].said is None:
                        found[-1] = found[-1]._replace(said=said)
            found.append(Quoted(quote.start, quote.end, voice, said if voice == "Q" else None))
    return found


def _told(s, row, k, whole, lead):
    """Who says quotation token `k`, told in its sentence, or at the end of the one before (`lead`) that opens it."""
    closing, source = whole
    said = after(row, k, s) or closing or before(row, k) or source or noun(row, k) or script(row, k)
    if said is None and lead and lead[-1].kind in ":,":
        return before(lead, len(lead)) or script([*lead, row[k]], len(lead))
    return said


def _near(s, row, k, lead, known):
    """Without a speech verb in the sentence: a source in brackets, a speaker in the sentence before, or whoever acts."""
    if cited := CITED.match(s, row[k].end):
        return Said(*cited.span(1), "()")
    if lead and (told := before(lead, len(lead))) and not told.loose:
        return told
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
    if not any(token.kind == "q" for token in row):
        return None, None
    sources = according(row)
    return trailing(row)[0], sources[0][0] if sources else None


def _person(s, said, last):
    """He and she stand for who spoke in the sentence before, if that may be one person; else they stay as they are."""
    name = s[said.start : said.end].lower() if said else ""
    other = s[last.start : last.end] if last else ""
    if name not in ("he", "she") or not other or not _personal(other):
        return said
    wrong = english("honorific") - {"mr"} if name == "he" else {"mr"}
    return (
        said
        if other.split()[0].lower().strip(".") in wrong
        else said._replace(start=last.start, end=last.end)
    )


def _personal(speaker):
    """Whether a speaker may be one person: “Ms Roe”, “the minister”; not “officials”, “a report”, “he”."""
    final = speaker.split()[-1]
    if speaker.lower() in english("pronouns"):
        return False
    return final[0].isupper() or (speaker.lower().startswith("the ") and not final.endswith("s"))


def _voice(row, k, text, said, here, heading):
    """Q, S, or None for what stays with the voice around it."""
    count = len(words(text))
    low = [t.low for t in row[max(0, k - 3) : k]]
    one, two = "".join(low[-1:]), " ".join(low[-2:])
    titled = count > 1 and not heading and _titled(text)
    if not count:
        return None
    if one in cues("distance") and count <= SHORT:
        return "S"
    if titled and (
        set(low) & cues("title") or said is None or said.loose or one in ("told", "telling", "tells")
    ):
        return None
    if {one, two} & cues("naming") and count <= SHORT and (said is None or said.verb not in ("call", "dub")):
        return None
    link = {"of", "like", "is", "was", "as", ":"}  # the word “x”, the concept of “x”, code words like “x”
    term = {one, two} & cues("term") or (one in link and low[-2:-1] and low[-2] in cues("term"))
    if term and count <= SHORT and (said is None or said.loose):
        return None
    predicate = one in english("be") | {"to", "as"}  # “is “x””, “intended to “x”” are not in passing
    if said and (predicate or said.loose < 2 or count > TINY):
        return "Q"
    return "Q" if count > SHORT or here or len(row) == 1 or _clausal(text, count) else "S"


def _clausal(text, count):
    """Whether a short stretch is a piece of somebody's sentence: scare quotes hold names and nouns, “regime change”."""
    small = english("prepositions", "stop", "determiners", "pronouns", "skipped") | {
        "them",
        "him",
        "me",
        "us",
    }
    return count > TINY and any(
        word.text.lower() in small - {"and", "or", "of", "with"} for word in words(text)
    )


def _titled(text):
    """Whether a text is set like a title: capitals but for the small words."""
    small = english("prepositions", "stop", "determiners")
    found = [word.text for word in words(text)]
    large = sum(word[0].isupper() or word[0].isdigit() for word in found)
    return (
        found[0][0].isupper() and large > 1 and all(not w[0].islower() or w.lower() in small for w in found)
    )
