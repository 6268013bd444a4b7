"""Loaded language: a table of entries that shows its evidence, and the places where they stand in a text.

A hit says that a word of the table stands here. It does not say that the writer is wrong, or biased: the
table is a list that people made, its evidence stands beside each entry, and `accuracy()` says how often it is
right. How that was measured: docs/accuracy.md.
"""

from .accuracy import accuracy, accuracy_line
from .entries import CANDIDATES, CATEGORIES, Entry, Hit, key, keys
from .legible import COMMON, NAMES, legible, legible_forms
from .others import OTHERS, flagged, other_lists
from .scan import find_hits, hits
from .table import Fork, changed, fork, load
from .targets import target_of, targets
from .writing import as_csv

__all__ = [
    "CANDIDATES", "CATEGORIES", "COMMON", "NAMES", "OTHERS", "Entry", "Fork", "Hit", "accuracy",
    "accuracy_line", "as_csv", "changed", "find_hits", "flagged", "fork", "hits", "key", "keys", "legible",
    "legible_forms", "load", "other_lists", "target_of", "targets",
]  # fmt: skip
