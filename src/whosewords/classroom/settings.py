"""How a reader wants things shown: the size of text, motion, and paragraphs behind a content note.

It is kept in the work file, so that it goes along to other lessons, pages and computers. It is no answer:
nobody counts it, and a class page does not show it.
"""

from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from ..problems import Problem, arrived, did_you_mean
from .my_work import path_of, work
from .replies import saved
from .tasks import with_notes
from .work_file import read
from .work_format import SETTINGS, Damaged


class Choice(NamedTuple):
    """What can be set: how it is asked for, and (id, text) pairs, the one that holds by itself first."""

    asked: str
    options: tuple


CHOICES = {
    "size": Choice("Size of the text", (("usual", "as it is"), ("large", "larger"), ("largest", "largest"))),
    "motion": Choice("Motion", (("usual", "as this computer is set"), ("less", "as little as can be"))),
    "notes": Choice(
        "Paragraphs that tell of grave crimes",
        (("folded", "folded, behind a note"), ("open", "open"), ("out", "left out")),
    ),
}
KEPT = "Saved. It holds in every lesson. A text that is shown already changes when its line runs again."


def chosen(entry):
    """What an entry of a work file sets, and what holds by itself for the rest of it.

    >>> chosen({"size": "large", "motion": 7})
    {'size': 'large', 'motion': 'usual', 'notes': 'folded'}
    """
    entry = entry if isinstance(entry, dict) else {}
    ids = {name: [id for id, _ in choice.options] for name, choice in CHOICES.items()}
    return {name: entry[name] if entry.get(name) in known else known[0] for name, known in ids.items()}


def setting(name):
    """What is set for whoever sits here. Where that cannot be known, what holds by itself."""
    with suppress(Problem):
        return chosen(work().get(SETTINGS))[name]
    return chosen({})[name]


def kept_for(person):
    """What is set in the work file of a person, for a program that only looks at it."""
    path = path_of(person)
    with suppress(OSError, Damaged):
        there = path.stat()
        return dict(_kept(path, there.st_mtime_ns, there.st_size))
    return chosen({})


@lru_cache(maxsize=2)
def _kept(path, *_):
    return chosen(read(path)["entries"].get(SETTINGS))


def my_settings(size=None, motion=None, notes=None):
    """How you want things shown: larger text, less motion, and what is done with paragraphs that tell of
    grave crimes. Typed: my_settings(size="large"), my_settings(notes="out")."""
    given = {"size": size, "motion": motion, "notes": notes}
    given = {name: one for name, one in given.items() if one is not None}
    return Settings().take(**given) if given else Settings()


class Settings:
    """What a reader has set. Printed, it says how to set it by typing."""

    @property
    def now(self):
        """What is set now, by name."""
        return chosen(work().get(SETTINGS))

    def take(self, **given):
        """Set something and keep it; gives a `Reply`."""
        new = {name: _meant(name, one) for name, one in given.items()}
        work().change(SETTINGS, lambda entry: {**entry, "kind": SETTINGS, **new})
        return with_notes(saved(KEPT))

    def lines(self):
        """Everything that is set, in words."""
        now = self.now
        return [f"{asked}: {dict(options)[now[name]]}." for name, (asked, options) in CHOICES.items()]

    def __repr__(self):
        ways = (
            f"my_settings({name}={' or '.join(repr(id) for id, _ in choice.options)})"
            for name, choice in CHOICES.items()
        )
        return "\n".join([*self.lines(), "To change it, write one of these:", *ways])


def _meant(name, given):
    ids = [id for id, _ in CHOICES[name].options]
    asked = arrived(given).strip().casefold()
    if asked not in ids:
        raise did_you_mean(asked, ids, f"choice for {name}=")
    return asked
