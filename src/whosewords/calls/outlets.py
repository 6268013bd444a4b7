"""Who is behind a text: dated, attributed facts beside the other side's answer. Leads, not verdicts."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .. import files
from ..display import cards as looks
from ..problems import Problem
from ..publisher import publisher
from ..shelf import open_event
from ..shelf.catalogue import choose
from ..shelf.open_event import is_own

SIDES = {  # what stands on a card, in this order
    "known": "What is known",
    "said": "What others say",
    "answer": "The other side",
}
MISSING = "What we do not know"
NOTED = "You noted this yourself. A card is a lead: it tells where to look harder, and proves nothing."
NOBODY = "What others say against it, and what it answers: you noted nothing of this."


class Fact(NamedTuple):
    """One sentence or two, with the source that says so and the date of that source."""

    text: str
    source: str
    date: str

    @property
    def place(self):
        """Its source and date, as they stand behind it."""
        return ", ".join(filter(None, (self.source, self.date)))

    def cited(self):
        return f"{self.text} ({self.place})"


@dataclass(frozen=True)
class Card:
    """One outlet: `known`, `said` and `answer` are tuples of `Fact`.

    `text` says which text the card is about, `missing` what was looked for and not found, `rule` what a card
    can do and what it cannot, `same` the ids of other copies of the text, `own` whether we are behind it,
    `contact` whom to tell of a fault in it.
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
    own: bool = False
    contact: str = ""

    @property
    def facts(self):
        """All facts on the card, in order."""
        return tuple(fact for side in SIDES for fact in getattr(self, side))

    def __repr__(self):
        lines = [f"Who is behind it? {self.name}", f"For: {self.text}"]
        told = {title: [fact.cited() for fact in getattr(self, side)] for side, title in SIDES.items()}
        for title, listed in (told | {MISSING: self.missing}).items():
            lines += ["", title, *(f"- {line}" for line in listed)] if listed else []
        return "\n".join([*lines, *(["", self.contact] if self.contact else []), "", self.rule])

    def _repr_html_(self):
        sides = [(title, getattr(self, side)) for side, title in SIDES.items()]
        return looks.outlet(self, sides, MISSING)


class Cards(tuple):
    """Several cards: a list of names, each of which opens its card."""

    def __repr__(self):
        return "\n\n".join(map(repr, self))

    def _repr_html_(self):
        return looks.outlets((card, card._repr_html_()) for card in self)


def who_is_behind(texts=None, *, column=None):
    """The card of an article's outlet: who makes it, who says what against it, what the other side answers.

    texts: a short name such as "neo", an article, or several of them; all cards where nothing is given.
    The last card is ours, `who_is_behind("whosewords")`, and stands behind what we wrote for the lessons. A
    card is a lead: it tells where to look harder, not whether a sentence is true. Sources and dates:
    data/cards.toml. Of a text of an event of your own it shows what you noted in its step 4.

    >>> who_is_behind("neo").facts[-1].date
    '27 May 2021'
    >>> len(who_is_behind()), who_is_behind("wire_2019").name
    (6, 'Whose Words?')
    """
    if texts is None and column is None:
        return Cards(cards().values())
    if isinstance(texts, str) and texts in cards():
        return cards()[texts]
    found = list(dict.fromkeys(map(_card_of, choose(texts, column))))
    return found[0] if len(found) == 1 else Cards(found)


def _card_of(article):
    """The card of one article's outlet; raises `Problem` where there is none."""
    if is_own(article.id):
        return _noted(article)
    ours = article.kind == "own text"
    about = (one for one in cards().values() if article.id in (one.id, *one.same) or (ours and one.own))
    found = next(about, None)
    if found is None:
        raise Problem(
            f"Nobody has looked up yet who is behind “{article.id}”. There are cards for: "
            f"{', '.join(cards())}."
        )
    return found


def _noted(article):
    """The card that a student wrote for a text of their own event."""
    for row in open_event.rows("texts", article.id):
        if row["behind"]:
            fact = Fact(row["behind"], row["behind_source"] or "no source noted", "")
            text = f"{article.id}: {article.outlet}"
            return Card(article.id, article.outlet, text, (fact,), (), (), (NOBODY,), NOTED)
    raise Problem(f"You did not note yet who is behind “{article.id}”. Step 4 of your event has its field.")


@cache
def cards():
    """All cards by id, from data/cards.toml."""
    table = files.settings("cards.toml")
    return {row["id"]: _card(row, table["rule"]) for row in table["card"]}


def _card(row, rule):
    sides = {side: tuple(Fact(**fact) for fact in row[side]) for side in SIDES}
    same, own = tuple(row.get("same", ())), row.get("own", False)
    contact = publisher().line("report") if own else ""
    about = {"missing": tuple(row["missing"]), "rule": rule, "same": same, "own": own, "contact": contact}
    return Card(row["id"], row["name"], row["text"], **sides, **about)
