"""The kinds of exercise: a file of this folder for each, by its name, which holds its record as `KIND`.

A new kind is a new file here, and nothing else: `asking.Kind` says what a record holds.
"""

import pkgutil
from functools import cache
from importlib import import_module


@cache
def kinds():
    """All kinds by name."""
    names = sorted(file.name for file in pkgutil.iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").KIND for name in names}


def kind_of(exercise):
    """The record of an exercise's kind."""
    return kinds()[exercise.kind]
