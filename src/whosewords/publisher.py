"""Who gives out this copy, where it can be had and where faults are reported, as `data/publisher.toml` says;
and that it does not say so, where it does not."""

import tomllib
from typing import NamedTuple

from . import files
from .problems import Problem

FILE = "publisher.toml"
ASK = "this copy does not say; ask whoever gave it to you."
HEADS = {
    "name": "Who gives out this copy",
    "get": "Where to get it",
    "report": "Where to report a fault",
}


class Publisher(NamedTuple):
    """What is told of whoever gives out a copy; "" where nothing is."""

    name: str = ""
    get: str = ""
    report: str = ""

    def line(self, which):
        """One of them as a sentence.

        >>> Publisher(get="the school library").line("get")
        'Where to get it: the school library.'
        """
        told = getattr(self, which)
        return f"{HEADS[which]}: {told.rstrip('.')}." if told else f"{HEADS[which]}: {ASK}"

    def lines(self):
        """All of them as sentences; one where nothing is told.

        >>> len(Publisher().lines()), len(Publisher(name="the school library").lines())
        (1, 3)
        """
        if any(self):
            return [self.line(which) for which in HEADS]
        first, *others = HEADS.values()
        return [f"{', '.join([first, *map(str.lower, others)])}: {ASK}"]


def publisher():
    """Who gives out this copy, from `data/publisher.toml`. Raises `Problem` where that cannot be read."""
    try:
        told = files.settings(FILE)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Problem(
            f"The file data/{FILE} could not be read ({error}): see how it came, and mend it."
        ) from None
    wrong = [name for name, value in told.items() if name not in HEADS or not isinstance(value, str)]
    if wrong:
        raise Problem(
            f"In data/{FILE} only {', '.join(HEADS)} may stand, each with a text in quotation marks: look at "
            f"{', '.join(wrong)}."
        )
    return Publisher(**{name: " ".join(value.split()) for name, value in told.items()})
