"""Claim cards: one claim of a text in our words, two sources with their interest, and our verdict with its
reason, folded away until the reader has one of their own."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .. import files
from ..display import claims as looks
from ..problems import arrived, did_you_mean
from ..shelf.catalogue import articles

TABLE = "claims.toml"
OURS = "Our verdict, and why"


class Evidence(NamedTuple):
    """What a source says of a claim: who it is, what it says, its own interest, and its date."""

    who: str
    says: str
    interest: str
    date: str
    title: str


@dataclass(frozen=True)
class Card:
    """A claim of `text` at ¶`paragraph`, in our words, with its `evidence`; `verdict` is "holds", "part",
    "fails" or "open", and `why` gives its reason. `edition` names an edition that is not the present one."""

    id: str
    text: str
    paragraph: int
    claim: str
    verdict: str
    why: str
    evidence: tuple
    edition: str = ""

    @property
    def place(self):
        """Where the claim stands, as it is read."""
        place = f"{articles[self.text].name} ¶{self.paragraph}"
        return f"{place} ({self.edition})" if self.edition else place

    @property
    def told(self):
        """Our verdict in words."""
        return verdicts()[self.verdict]

    def __repr__(self):
        lines = [f"The claim: {self.claim}", f"It stands in: {self.place}. The words here are ours."]
        for one in self.evidence:
            lines += ["", f"{one.who}, {one.date}: {one.says}", f"  Its interest: {one.interest}"]
        return "\n".join([*lines, "", f'{OURS}: claim("{self.id}").told and claim("{self.id}").why', rule()])

    def _repr_html_(self):
        return looks.card(self, OURS, rule())


class Cards(tuple):
    """Several claim cards: a list of claims, each of which opens its card."""

    def __repr__(self):
        return "\n".join(f'claim("{card.id}")  {card.claim} ({card.place})' for card in self)

    def _repr_html_(self):
        return looks.cards(self, OURS, rule())


def claim(name=None):
    """A claim card: claim("museum") shows one claim, two sources, and our verdict folded away.

    Without a name it lists all of them; with the short name of a text, such as claim("neo"), those of that
    text.

    >>> claim("museum").place, claim("museum").told
    ('New Eastern Outlook ¶9', 'holds')
    >>> [card.id for card in claim("rs")]
    ['evidence', 'broad', 'sanctions']
    """
    if name is None:
        return Cards(cards().values())
    wanted = arrived(name)
    of_text = [card for card in cards().values() if card.text == wanted]
    if of_text:
        return Cards(of_text)
    if wanted not in cards():
        raise did_you_mean(name, list(cards()), "claim card")
    return cards()[wanted]


@cache
def cards():
    """All claim cards by their names, from data/claims.toml."""
    known = sources()
    return {row["id"]: _card(row, known) for row in files.settings(TABLE)["card"]}


@cache
def verdicts():
    """The four verdicts: {id: in words}."""
    return files.settings(TABLE)["verdicts"]


def rule():
    """What a card can do and what it cannot."""
    return files.settings(TABLE)["rule"]


@cache
def sources():
    """The rows of data/sources.csv by their ids."""
    return {row["id"]: row for row in files.table_rows("sources.csv")}


def _card(row, known):
    evidence = tuple(
        Evidence(known[one["id"]]["who"], one["says"], one["interest"], known[one["id"]]["date"],
                 known[one["id"]]["title"])
        for one in row["source"]
    )  # fmt: skip
    rest = {field: value for field, value in row.items() if field != "source"}
    return Card(**rest, evidence=evidence)
