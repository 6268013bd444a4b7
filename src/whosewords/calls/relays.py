"""Relays: one claim that passes through several hands, to walk step by step and see what became of it."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .. import files
from ..display import claims as looks
from ..problems import arrived, did_you_mean

CHANGED = "What changed?"


class Step(NamedTuple):
    """One hand: who it is, when, what the claim is there, in our words, and what changed on the way."""

    who: str
    date: str
    has: str
    changed: str


@dataclass(frozen=True)
class Relay:
    """A claim's way through several hands. `note` says what is not known about it."""

    id: str
    title: str
    note: str
    steps: tuple

    def __repr__(self):
        lines = [f"{n}. {step.who}, {step.date}: {step.has}\n   {CHANGED} {step.changed}"
                 for n, step in enumerate(self.steps, 1)]  # fmt: skip
        return "\n".join([self.title, *lines, self.note])

    def _repr_html_(self):
        return looks.relay(self, CHANGED)


class Relays(tuple):
    """Several relays: a list of names, each of which opens its relay."""

    def __repr__(self):
        return "\n".join(f'relay("{one.id}")  {one.title}' for one in self)

    def _repr_html_(self):
        return looks.relays(self, CHANGED)


def relay(name=None):
    """Walk a claim step by step through the hands that it passed: relay("trillion"). Without a name it lists
    all relays.

    >>> [step.date for step in relay("trillion").steps]
    ['30 March 2021', '30 June 2021', '8 July 2021']
    """
    if name is None:
        return Relays(all_relays().values())
    wanted = arrived(name)
    if wanted not in all_relays():
        raise did_you_mean(name, list(all_relays()), "relay")
    return all_relays()[wanted]


@cache
def all_relays():
    """All relays by their names, from data/claims.toml."""
    return {row["id"]: _relay(row) for row in files.settings("claims.toml")["relay"]}


def _relay(row):
    steps = tuple(Step(*(step[field] for field in Step._fields)) for step in row["step"])
    return Relay(row["id"], row["title"], row["note"], steps)
