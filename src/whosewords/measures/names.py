"""Names: what the texts call one group, one killing, one act, and on whose word each name rests.

A hand-coded table, `data/naming.csv`: which words name whom was read by hand; the voice, the count and the
place are worked out from the full texts. No verdict is here, and no name is called the right one.
"""

from functools import cache
from typing import NamedTuple

from ..files import settings, table_rows
from ..problems import Problem, arrived, did_you_mean
from ..shelf import open_event
from ..shelf.catalogue import articles
from ..voices import voice_of
from ..words import read

UNCLEAR = "unclear"  # a target: the text does not tell who is meant
COLUMNS = ("actor", "label", "authority", "words", "article", "paragraph", "voice", "target", "count", "at")


class Name(NamedTuple):
    """One name in one paragraph. `words` as they stand there, `label` the kind of name, `authority` a key of
    `authorities()`, `voice` the letter of who says it, `target` who is meant there, `at` the numbers of the
    words of the paragraph, from 1, at which the name begins; there are `count` of them. Where the target is
    `UNCLEAR`, the name was looked for under this actor, and nobody can tell whether it is meant."""

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
    of `authorities()`, or "" for what has to be known besides."""

    authority: str
    text: str
    source: str
    date: str


@cache
def _sets():
    return settings("naming_sets.toml")


def actors():
    """Whose names were read: {short name: who or what is named}."""
    return {actor: one["told"] for actor, one in _sets()["actors"].items()}


def authorities():
    """On whose word a name can rest: {short name: who that is}."""
    return _sets()["authorities"]


def what_was_read():
    """How many names were read in how many texts, as a sentence."""
    return _sets()["read"]


def is_one_event(actor):
    """Whether an actor is one act at one time, so that with the names the event is held constant, too."""
    return _sets()["actors"][actor].get("one_event", False)


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
            f'naming() needs a short name in quotation marks, such as "{next(iter(actors()))}", but got '
            f"“{arrived(actor)}”."
        )
    low = "_".join(actor.lower().replace("-", " ").split())
    low = next((name for name, one in _sets()["actors"].items() if low in one["also"]), low)
    for wide in _sets()["too_wide"]:
        if low in wide["words"]:
            raise Problem(f'“{actor}” {wide["told"]}: write naming("{wide["ask"]}").')
    if low not in actors():
        raise did_you_mean(actor, actors(), "actor")
    return low


def told_apart(actor):
    """The names of an actor in two: those that mean it, and those of which the text does not tell.

    >>> [len(part) > 0 for part in told_apart("pmf")], [len(part) > 0 for part in told_apart("isis")]
    ([True, True], [True, False])
    """
    meant = [name for name in names(actor) if name.target != UNCLEAR]
    return meant, [name for name in names(actor) if name.target == UNCLEAR]


@cache
def sources(actor):
    """What stands behind the names of an actor, in the order of the table, as a tuple of `Source`."""
    return tuple(
        Source(row["authority"], row["text"], row["source"], row["date"])
        for row in table_rows("authorities.csv")
        if row["actor"] == actor
    )


# ---- a student's own table, in the event that is open


def own_actors():
    """Whom a student noted names for in the event that is open, in the order of the table."""
    return list(dict.fromkeys(row["who"] for row in open_event.rows("names") if row["who"]))


def own_names(who=None):
    """The names that a student noted for somebody, for everybody where nobody is named: a tuple of `Name`,
    one for each paragraph and voice in which the words stand. What a row says of a paragraph is kept to;
    without one the words are looked for in the whole text."""
    found = []
    for row in open_event.rows("names"):
        if row["text"] and who in (None, row["who"]):
            found += _places(row, articles[row["text"]])
    return tuple(found)


def _places(row, article):
    voices, firsts, spots = voice_of(article), {}, {}
    for i, word in enumerate(article.words):
        firsts.setdefault(word.paragraph, i)
    only = int(row["paragraph"][:9]) if row["paragraph"].isdecimal() else None
    for start in places_of_words(article, row["words"]):
        number = article.words[start].paragraph
        if only in (None, number):
            spots.setdefault((number, voices[start]), []).append(start - firsts[number] + 1)
    for (number, voice), at in sorted(spots.items()):
        yield Name(
            row["who"], row["kind"] or row["words"], row["rests_on"] or "not noted", row["words"], article.id,
            number, voice, row["who"], len(at), tuple(at),
        )  # fmt: skip


def places_of_words(article, words):
    """Where these words stand in a row in an article, as numbers of its words; capitals do not matter.

    >>> len(places_of_words(articles["warmup_courier"], "the bridge")) > 0
    True
    """
    wanted = [(word.text or "").casefold() for word in read(words)]
    there = [(word.text or "").casefold() for word in article.words]
    size = len(wanted)
    return [i for i in range(len(there) - size + 1) if size and there[i : i + size] == wanted]
