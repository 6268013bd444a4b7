"""Which articles there are, by what they are for."""

from collections.abc import Sequence
from functools import cache

from ..files import settings


@cache
def _listed():
    return settings("shelf.toml")


class Listed(Sequence):
    """Ids of articles, as `data/shelf.toml` lists them under a name; read when they are first looked at."""

    def __init__(self, name):
        self.name = name

    def __getitem__(self, place):
        return tuple(_listed()[self.name])[place]

    def __len__(self):
        return len(_listed()[self.name])


SHELF = Listed("compared")
OWN = Listed("ours")
WARM_UP = Listed("warm_up")
SPECIMENS = Listed("specimens")
EDITIONS = Listed("editions")
