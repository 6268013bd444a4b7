"""Whom “he” and “she” stand for, where the text leaves one person only.

A pronoun that speaks gives way to a person named in the same paragraph, else in the one before. Where two
fit, it stays: a wrong name is worse than a pronoun. A person is who spoke, or a name with a title or a given
name, or its last part once the text has told the whole.
"""

import re
from bisect import bisect_left
from itertools import dropwhile
from typing import NamedTuple

from ..classes import given_names, word_class
from .english import english
from .rows import bare
from .said import said_by
from .subjects import is_name, opening

GROUPS = ("ors", "ers", "ists", "ians", "ials", "ants", "ents", "ics", "ives", "men", "ities", "police")
SPEAKS, BEGINS, MAYBE, MENTIONED = 4, 3, 2, 1
SEEN = ""  # the key under which words are kept that are capitalised inside sentences
CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
RUN = re.compile(rf"{CAPITAL}\.?(?: {CAPITAL}\.?)+")
INSIDE = re.compile(r"[A-ZÀ-ÖØ-Þ](?<=[a-z,] .)\w*")
ROWS, TOKENS, TURNS = (
    40,
    300,
    5,
)  # how far is looked back in one paragraph, in one sentence, among its speakers
FURTHER = 3  # paragraphs that the same pronoun goes on in, without a name


class Person(NamedTuple):
    """A mention of a person: offsets, the last part of the name, and “he”, “she” or None where unknown."""

    start: int
    end: int
    key: str
    gender: str | None
    rank: int = 0


def named(s, table, spoken):
    """Put names for he, she and it. spoken: `Quoted` and reported speech, in the order of the text."""
    result, told, last, known = [], {}, None, None
    for item in spoken:
        said = item.said
        if said:
            pronoun = s[said.start : said.end].lower()
            if pronoun in ("he", "she"):
                known = known if known is not None else _known(s)
                person = _meant(s, table, item, pronoun, told, known, last)
                said = said._replace(start=person.start, end=person.end) if person else said
            elif (
                pronoun == "it"
                and last
                and last.row >= item.row - 1
                and _body(s[last.said.start : last.said.end])
            ):
                said = said._replace(start=last.said.start, end=last.said.end)
            if s[said.start : said.end].lower() not in english("pronouns"):
                last = item._replace(said=said)
                told.setdefault(item.row, []).append(said)
        result.append(item._replace(said=said))
    return result


def _meant(s, table, item, pronoun, told, known, last):
    """The one person whom the pronoun that says `item` may stand for, or None."""
    # Who asked does not answer, and after a question a new paragraph is taken for the answer.
    asked = last and last.said.verb == "ask"
    answer = asked and (
        item.said.verb in ("reply", "answer", "respond") or _paragraph(s, table, item.row) > last.row
    )
    if answer and (hearer := _hearer(table[last.row], last.said, known)):
        return hearer if hearer.gender in (None, pronoun) else None
    asker, r = _person(s, last.said, known) if answer else None, item.row
    for step in range(1 + FURTHER):
        first = _paragraph(s, table, r)
        fitting, again = _fitting(s, table, range(first, r + 1), item, pronoun, told, known)
        fitting = [person for person in fitting if not asker or person.key != asker.key]
        if fitting:
            one = _only(fitting, own_row=r == item.row, again=again)
            return one if one and not _contested(s, table, item, pronoun, told, known, one, r) else None
        if not first or r - first >= ROWS or (step and not again):
            return None
        r = first - 1
    return None


def _paragraph(s, table, r):
    """The first row of the paragraph that row `r` stands in, so far as is looked back."""
    first = r
    while first and r - first < ROWS and "\n" not in s[table[first - 1][-1].end : table[first][0].start]:
        first -= 1
    return first


def _fitting(s, table, rows, item, pronoun, told, known):
    """The persons of some rows that fit a pronoun, in order, and whether the same pronoun stands there."""
    fitting, again, limit = [], False, item.said.start
    for n in rows:
        row = _ahead(table[n], limit) if n == item.row else table[n][:TOKENS]
        found = _told_of(s, row, told.get(n, [])[-TURNS:], known, pronoun)
        fitting += [person for person in found if person.end <= limit]
        again = again or any(token.low == pronoun for token in row)
    return fitting, again


def _contested(s, table, item, pronoun, told, known, one, r):
    """Whether another who spoke last may go on; not where `one` stands in the same sentence."""
    if one.rank == SPEAKS or one.start >= table[item.row][0].start:
        return False
    near = next((told[n] for n in range(r, max(-1, r - 4), -1) if n in told), None)
    rival = near and _person(s, near[-1], known)
    return bool(rival and rival.gender in (None, pronoun) and rival.key != one.key)


def _ahead(row, limit):
    """What stands before a pronoun in its own sentence, but for what it says: `The Pope, he argues, is …`."""
    end = bisect_left(row, limit, key=lambda token: token.start)
    ahead = row[max(0, end - TOKENS) : end]
    if ahead and ahead[-1].kind == "," and not ahead[0].low.endswith(("ing", "ed")):
        return ahead if ahead[0].low in english("opens_clause", "prepositions") else []
    return ahead


def _only(fitting, own_row, again):
    """The one who acts among the persons that fit, or None; the others must not be rivals.

    again: the paragraph has the same pronoun already, for whom it has no name.
    """
    best = max(person.rank for person in fitting)
    acting = {person.key: person for person in fitting if person.rank == best}
    one = list(acting.values())[-1]
    later = fitting[fitting.index(one) + 1 :] if best == SPEAKS else fitting
    rivals = {person.key for person in later if best < SPEAKS or person.rank > MENTIONED} - set(acting)
    sure = best > MENTIONED or own_row or (one.gender and not again)
    return one if best and best != MAYBE and sure and len(acting) == 1 and not rivals else None


def _told_of(s, row, spoken, known, pronoun):
    """The persons of a row who fit: who spoke in it, else whom it begins with, else whom it names."""
    speakers = [person for said in spoken if (person := _person(s, said, known))]
    speakers = [person._replace(rank=SPEAKS) for person in speakers if person.gender in (None, pronoun)]
    if speakers:
        return speakers
    found = [*_names(row, known)]
    lead = 2 if len(row) > 2 and row[1].kind == "," and row[0].low in english("skipped") else 0
    if subject := _subject(row, lead):
        person = _person(s, said_by(row, subject, ""), known)
        if person:
            sure = person.key in known or person.key in known[SEEN]
            found = [each for each in found if each.key != person.key]
            found.append(person._replace(rank=BEGINS if sure else MAYBE))
    return [person for person in found if person.gender in (None, pronoun)]


def _subject(row, lead):
    """Whom a row begins with: a name, or “the mayor”; without `of Rome`."""
    first, end = (opening(row, lead) if row else None) or (0, 0)
    end = next((i for i in range(first, end) if row[i].low in english("prepositions")), end)
    if first < end and (is_name(row, first, end) or row[end - 1].low in english("persons")):
        return first, end
    return None


def _hearer(row, said, known):
    """Who was asked: the name after the verb of the question."""
    for i, token in enumerate(row[:-1][:TOKENS]):
        if token.low in ("asked", "asks") and row[i + 1].capital and row[i + 1].start >= said.start:
            end = i + 2
            while end < len(row) and row[end].capital:
                end += 1
            return _mention(row, i + 1, end, known)
    return None


def _person(s, said, known):
    """The speaker as a person; None for bodies, papers and groups."""
    name = s[said.start : said.end]
    parts = [bare(part).lower() for part in name.split()]
    whole = parts[0] in ("the", "a", "an")
    if said.verb == "according to" and parts[-1] not in known:
        return None
    if (
        parts[0] in english("pronouns")
        or "and" in parts
        or _body(name)
        or (whole and parts[-1].endswith("s"))
    ):
        return None
    if len(parts) == 1 and parts[0] in english("places"):
        return None
    if not (whole or name.split()[-1][0].isupper()) or (len(parts) == 1 and parts[0].endswith(GROUPS)):
        return None
    return Person(said.start, said.end, parts[-1], _gender(parts) or known.get(parts[-1]))


def _body(name):
    parts = name.split()
    telling = parts if parts[0].islower() or parts[0] in ("The", "A", "An") else parts[-1:]
    return parts[-1].isupper() or any(bare(part).lower() in english("bodies", "papers") for part in telling)


def _known(s):
    """The last parts of the names that the text tells whole: {“roe”: “she”}."""
    known = {SEEN: {word.lower() for word in INSIDE.findall(s)}}
    small = english("prepositions", "stop", "days", "determiners", "pronouns", "skipped")
    for found in RUN.finditer(s):
        parts = [bare(part.strip(".,")).lower() for part in found.group().split()]
        parts = list(dropwhile(small.__contains__, parts))
        if _whole(parts) and known.get(parts[-1]) is None:
            known[parts[-1]] = _gender(parts)
    return known


def _names(row, known):
    """The persons named in a row."""
    for start, end in _runs(row):
        parts = [bare(token.text).lower() for token in row[start:end]]
        if _whole(parts) or parts[-1] in known:
            aside = (start and row[start - 1].low in english("prepositions")) or row[end - 1].low[-2:] in (
                "'s",
                "s'",
            )
            yield _mention(row, start, end, known)._replace(rank=0 if aside else MENTIONED)


def _mention(row, start, end, known):
    parts = [bare(token.text).lower() for token in row[start:end]]
    last = row[end - 1]
    gender = _gender(parts) or known.get(parts[-1])
    return Person(row[start].start, last.start + len(bare(last.text)), parts[-1], gender)


def _runs(row):
    """Where names may stand: (first, last + 1) of capitalised words in a row."""
    i, small = 0, english("prepositions", "stop", "days", "determiners", "pronouns", "skipped")
    while i < len(row):
        start = i
        while i < len(row) and row[i].capital and row[i].low not in small:
            i += 1
            if row[i - 1].low.endswith(("'s", "s'")):
                break
        if i > start:
            yield start, i
        i += i == start


def _whole(parts):
    """Whether these words are a person's name: with a title, or with a given name."""
    if len(parts) < 2 or parts[-1] in english("bodies", "places"):
        return False
    return any(part in word_class("titles") or _pronoun(part) is not None for part in parts[:-1])


def _gender(parts):
    if not english("women_titles").isdisjoint(parts):
        return "she"
    if not english("men_titles").isdisjoint(parts):
        return "he"
    given = [pronoun for part in parts[-3:-1] if (pronoun := _pronoun(part)) is not None]
    return given[0] or None if given else None


def _pronoun(name):
    """The pronoun for who has a given name, empty where it may be either; None where it is no given name."""
    listed = "he" if name in english("men") else "she" if name in english("women") else None
    return listed or given_names().get(name)
