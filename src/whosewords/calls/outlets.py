"""Who is behind a text: dated, attributed facts beside the other side's answer. Leads, not verdicts."""

from dataclasses import dataclass
from functools import cache
from html import escape
from typing import NamedTuple

from .. import files
from ..problems import Problem, did_you_mean
from ..shelf.catalogue import articles

SIDES = {  # what stands on a card, in this order
    "known": "What is known",
    "said": "What others say",
    "answer": "The other side",
}
MISSING = "What we do not know"


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
    can do and what it cannot, `same` the ids of other copies of the text.
    """

    id: str
    name: str
    text: str
    known: tuple
    said: tuple
    answer: tuple
    missing: tuple
    rule: str
    same: tuple = ()

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
        sides = [(title, [_item(fact) for fact in getattr(self, side)]) for side, title in SIDES.items()]
        sides.append((MISSING, [f"<li>{escape(line)}</li>" for line in self.missing]))
        lists = "".join(
            f'<p style="margin:.7em 0 0"><strong>{title}</strong></p>'
            f'<ul style="margin:.2em 0 0;padding-left:1.2em">{"".join(items)}</ul>'
            for title, items in sides
            if items
        )
        # Colours are inherited, so that a card is as readable in a dark theme as in a light one.
        return (
            f'<section aria-label="Who is behind it? {escape(self.name)}" style="border:1px solid;'
            "border-radius:.5rem;padding:.6rem 1rem 1rem;margin:.4rem 0;max-width:44em;"
            'box-sizing:border-box;line-height:1.45;overflow-wrap:anywhere">'
            f'<h3 style="margin:.2em 0 0">{escape(self.name)}</h3>'
            f'<p style="margin:.1em 0">{escape(self.text)}</p>{lists}'
            f'<p style="margin:.9em 0 0;border-left:.25em solid;padding-left:.8em">{escape(self.rule)}</p>'
            "</section>"
        )


class Cards(tuple):
    """Several cards: a list of names, each of which opens its card."""

    def __repr__(self):
        return "\n\n".join(map(repr, self))

    def _repr_html_(self):
        return "".join(
            '<details style="margin:.3em 0"><summary style="cursor:pointer;padding:.3em 0">'
            f"<strong>{escape(card.name)}</strong>: {escape(card.text)}</summary>"
            f"{card._repr_html_()}</details>"
            for card in self
        )


def who_is_behind(article=None):
    """The card of an article's outlet: who makes it, who says what against it, what the other side answers.

    article: a short name such as "neo", or an article; all cards where nothing is given. A card is a
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
    found = next((card for card in cards().values() if wanted in (card.id, *card.same)), None)
    if found:
        return found
    if wanted not in articles:
        raise did_you_mean(wanted, cards(), "card")
    if articles[wanted].kind == "own text":
        raise Problem(f"“{wanted}” was written for this module, so no outlet stands behind it but us.")
    raise Problem(
        f"Nobody has looked up yet who is behind “{wanted}”. There are cards for: {', '.join(cards())}."
    )


@cache
def cards():
    """All cards by id, from data/cards.toml."""
    table = files.settings("cards.toml")
    return {row["id"]: _card(row, table["rule"]) for row in table["card"]}


def _card(row, rule):
    sides = {side: tuple(Fact(**fact) for fact in row[side]) for side in SIDES}
    same, missing = tuple(row.get("same", ())), tuple(row["missing"])
    return Card(row["id"], row["name"], row["text"], **sides, missing=missing, rule=rule, same=same)


def _item(fact):
    source = f'<span style="font-size:.9em">({escape(fact.source)}, {escape(fact.date)})</span>'
    return f'<li style="margin:.25em 0">{escape(fact.text)} {source}</li>'
