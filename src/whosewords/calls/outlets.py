"""Who is behind a text: dated, attributed facts beside the other side's answer. Leads, not verdicts."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .. import files
from ..display import cards as looks
from ..problems import Problem, did_you_mean

SIDES = {  # what stands on a card, in this order
    "known": "What is known",
    "said": "What others say",
    "answer": "The other side",
}
MISSING = "What we do not know"
SAME = {"trt_cut": "trt"}  # other copies of the same article


class Fact(NamedTuple):
    """One sentence or two, with the source that says so and the date of that source."""

    text: str
    source: str
    date: str

    def cited(self):
        return f"{self.text} ({self.source}, {self.date})"


@dataclass(frozen=True)
class Card:
    """One outlet: `known`, `said` and `answer` are tuples of `Fact`.

    `text` says which text the card is about, `missing` what was looked for and not found, `rule` what a card
    can do and what it cannot.
    """

    id: str
    name: str
    text: str
    known: tuple
    said: tuple
    answer: tuple
    missing: tuple
    rule: str

    @property
    def facts(self):
        """All facts on the card, in order."""
        return tuple(fact for side in SIDES for fact in getattr(self, side))

    def __repr__(self):
        lines = [f"Who is behind it? {self.name}", f"For: {self.text}"]
        for side, title in SIDES.items():
            lines += ["", title, *(f"- {fact.cited()}" for fact in getattr(self, side))]
        lines += ["", MISSING, *(f"- {line}" for line in self.missing)] if self.missing else []
        return "\n".join([*lines, "", self.rule])

    def _repr_html_(self):
        sides = [(title, getattr(self, side)) for side, title in SIDES.items()]
        return looks.outlet(self, sides, MISSING)


class Cards(tuple):
    """Several cards: a list of names, each of which opens its card."""

    def __repr__(self):
        return "\n\n".join(map(repr, self))

    def _repr_html_(self):
        return looks.outlets((card, card._repr_html_()) for card in self)


def who_is_behind(article=None):
    """The card of an article's outlet: who makes it, who says what against it, what the other side answers.

    article: a short name such as "neo", or an article; all five cards where nothing is given. A card is a
    lead: it tells where to look harder, not whether a sentence is true. Sources and dates: data/cards.toml.

    >>> who_is_behind("neo").facts[-1].date
    '10 March 2022'
    >>> len(who_is_behind())
    5
    """
    if article is None:
        return Cards(cards().values())
    wanted = getattr(article, "id", article)
    if not isinstance(wanted, str):
        raise Problem(
            f'who_is_behind() needs a short name in quotation marks, such as "neo", but got {wanted!r}.'
        )
    wanted = SAME.get(wanted, wanted)
    if wanted.startswith(("wire_", "warmup_")):
        raise Problem(f"“{wanted}” was written for this module, so no outlet stands behind it but us.")
    if wanted not in cards():
        raise did_you_mean(wanted, cards(), "card")
    return cards()[wanted]


@cache
def cards():
    """All cards by id, from data/cards.toml."""
    table = tomllib.loads(files.data("cards.toml").read_text(encoding="utf-8"))
    return {row["id"]: _card(row, table["rule"]) for row in table["card"]}


def _card(row, rule):
    sides = {side: tuple(Fact(**fact) for fact in row[side]) for side in SIDES}
    return Card(row["id"], row["name"], row["text"], **sides, missing=tuple(row["missing"]), rule=rule)
