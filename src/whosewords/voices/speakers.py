"""Whether a stretch between quotation marks is a quotation (Q), scare quotes (S) or neither; and who speaks.

The test that students learn decides: can you name who said it? If yes, Q. Without a speaker a long stretch
is still a quotation; a short one in small letters is scare quotes; titles, names and words that are talked
about are neither.
"""

import re
from typing import NamedTuple

from ..words import words
from .attribution import Said, after, before, trailing
from .english import cues, english
from .sources import according, noun, script
from .subjects import is_name, opening

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


def quoted(s, table, quotations, heading):
    """Judge every quotation of `s`; `table` are its rows, heading(offset) tells whether it is in a heading.

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
                carried = last if k == 0 and place >= r - 2 else None
                said = said or here or carried or _near(s, row, k, lead, known)
                place = r
                if said:
                    known.add(s[said.start : said.end])
                    last = here = said
            said = said if voice == "Q" else None
            found.append(Quoted(quote.start, quote.end, voice, said, r, quote.continued))
    for n in range(len(found) - 1, 0, -1):  # what was left open has the speaker whom its end names
        if found[n].continued and (found[n - 1].voice, found[n - 1].said) == ("Q", None):
            found[n - 1] = found[n - 1]._replace(said=found[n].said)
    return found


def _told(s, row, k, whole, lead):
    """Who says quotation token `k`, told in its sentence, or in the one that leads up to it."""
    closing, source = whole
    said = after(row, k, s) or closing or before(row, k) or source or noun(row, k) or script(row, k)
    if said is None and lead and lead[-1].kind in ":,":
        return before(lead, len(lead)) or script([*lead, row[k]], len(lead))
    return said


def _near(s, row, k, lead, known):
    """Where no speech verb tells: a source in brackets, a speaker in the sentence before, or whoever acts."""
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


def named(s, spoken):
    """Put the name for he, she and it, where the same or the sentence before was spoken by one who fits.

    spoken: `Quoted`, reported speech among them, in the order of the text. Reported speech lends its speaker
    only inside its paragraph: a wrong name is worse than a pronoun.
    """
    result, last, place = [], None, -9
    for item in spoken:
        said = item.said
        if said:
            name = s[said.start : said.end].lower()
            near = last and place >= item.row - 1
            reaches = near and ((last.voice == "Q" and name != "it") or "\n" not in s[last.end : item.start])
            if reaches and _fits(name, s[last.said.start : last.said.end]):
                said = said._replace(start=last.said.start, end=last.said.end)
            if s[said.start : said.end].lower() not in english("pronouns"):
                last = item._replace(said=said)
            place = item.row
        result.append(item._replace(said=said))
    return result


def _fits(pronoun, name):
    """Whether “he”, “she” or “it” may stand for this name."""
    parts = name.split()
    body = parts[-1].isupper() or any(part.lower() in english("bodies") for part in parts)
    if pronoun == "it":
        return body
    wrong = english("honorific") - {"mr"} if pronoun == "he" else {"mr"}
    person = _personal(name) and not body and parts[0].lower().strip(".") not in wrong
    return person and pronoun in ("he", "she")


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
    """Whether a short stretch is a piece of a sentence; scare quotes mostly hold nouns: “regime change”."""
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
