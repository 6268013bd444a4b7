"""Names: what the texts call one group, one killing, one act, and on whose word each name rests.

A hand-coded table, `data/naming.csv`: which words name whom was read by hand; the voice, the count and the
place are worked out from the full texts. No verdict is here, and no name is called the right one.
"""

from functools import cache
from typing import NamedTuple

from ..files import table_rows
from ..problems import Problem, arrived, did_you_mean

COLUMNS = ("actor", "label", "authority", "words", "article", "paragraph", "voice", "target", "count", "at")
ACTORS = {  # short name → who or what is named
    "pmf": "the Popular Mobilization Forces and their members",
    "kataib_hezbollah": "the group Kataib Hezbollah",
    "soleimani": "the killing of Soleimani and al-Muhandis, 3 January 2020",
    "strike": "the air strikes",
    "us_forces": "the US forces",
    "isis": "the group that calls itself Islamic State",
}
AUTHORITIES = {  # short name → on whose word the name rests
    "law": "Iraqi law",
    "listing": "a list of terrorist groups",
    "itself": "the named themselves",
    "opponents": "opponents of the named",
    "writer": "whoever writes or speaks",
}

ALSO = {
    "kh": "kataib_hezbollah", "daesh": "isis", "islamic_state": "isis", "isil": "isis", "strikes": "strike",
    "air_strike": "strike", "air_strikes": "strike", "airstrike": "strike", "airstrikes": "strike",
    "hashd": "pmf", "popular_mobilization_forces": "pmf", "us_troops": "us_forces", "suleimani": "soleimani",
}  # fmt: skip
TOO_WIDE = frozenset({"us", "usa", "u.s.", "america", "americans", "washington", "united_states"})


class Name(NamedTuple):
    """One name in one paragraph. `words` as they stand there, `label` the kind of name, `authority` a key of
    AUTHORITIES, `voice` the letter of who says it, `target` who is meant there, `at` the numbers of the words
    of the paragraph, from 1, at which the name begins; there are `count` of them."""

    actor: str
    label: str
    authority: str
    words: str
    article: str
    paragraph: int
    voice: str
    target: str
    count: int  # type: ignore[assignment]  # a row of the table, where it is called so
    at: tuple


class Source(NamedTuple):
    """What stands behind a name: a sentence or two, its source, the date of that source. `authority` is a key
    of AUTHORITIES, or "" for what has to be known besides."""

    authority: str
    text: str
    source: str
    date: str


@cache
def names(actor=None):
    """The names of an actor, of all actors where none is given, in the order of the table: a tuple of `Name`.

    >>> [(name.words, name.voice) for name in names("soleimani")][:2]
    [('took out', 'A'), ('lost their commander', 'A')]
    """
    listed = (
        Name(**row | {"paragraph": int(row["paragraph"]), "count": int(row["count"]),
                      "at": tuple(map(int, row["at"].split(";")))})
        for row in table_rows("naming.csv")
    )  # fmt: skip
    return tuple(name for name in listed if actor in (None, name.actor))


def actor_named(actor):
    """The actor that a student means, in any case and with blanks or hyphens; raises `Problem`.

    >>> actor_named("US forces"), actor_named("KH")
    ('us_forces', 'kataib_hezbollah')
    """
    if not isinstance(actor, str) or not actor.strip():
        raise Problem(
            f'naming() needs a short name in quotation marks, such as "pmf", but got “{arrived(actor)}”.'
        )
    low = "_".join(actor.lower().replace("-", " ").split())
    low = ALSO.get(low, low)
    if low in TOO_WIDE:
        raise Problem(
            f"“{actor}” may be a country, a government or an army. Only the names of the army were read: "
            'write naming("us_forces").'
        )
    if low not in ACTORS:
        raise did_you_mean(actor, ACTORS, "actor")
    return low


@cache
def sources(actor):
    """What stands behind the names of an actor, in the order of the table, as a tuple of `Source`."""
    return tuple(
        Source(row["authority"], row["text"], row["source"], row["date"])
        for row in table_rows("authorities.csv")
        if row["actor"] == actor
    )
