"""Whose Words? — tools for reading how texts frame the same kind of event.

    from whosewords import *

gives a student's vocabulary. Nothing heavy is imported before it is used.
"""

import sys
from importlib import import_module
from types import ModuleType

from . import naming, readability

__version__ = "0.1.0"

# Each word a student may write, and where it lives.
VOCABULARY = {
    "articles": "shelf.articles",
    "show": "reader.show",
    "where_to_read": "unlocking.where_to_read",
    "unlock": "unlocking.unlock",
    "lock": "unlocking.lock",
    "predict": "classroom.predict",
    "reveal": "classroom.reveal",
    "check": "classroom.check",
    "exit_ticket": "classroom.exit_ticket",
    "my_work": "desk.my_work",
    "import_work": "desk.import_work",
    "progress": "steps.progress",
    "style_rules": "namegrid.style_rules",
    "headline_swap": "namegrid.headline_swap",
    "find": "kwic.find",
    "count": "counting.count",
    "loaded_language": "counting.loaded_language",
    "use_list": "mylist.use_list",
    "my_list": "widgets.lexicon_fork.my_list",
    "rank": "ranking.rank",
    "stability": "ranking.stability",
    "hand_check": "widgets.handchecking.hand_check",
    "who_is_behind": "cards.who_is_behind",
    "events": "comparing.events",
    "dates": "comparing.dates",
    "clock": "widgets.clock.clock",
    "frames": "gridding.frames",
    "my_frames": "owngrid.my_frames",
    "rewrite": "lab.rewrite",
    "second_opinion": "comparing.second_opinion",
    "pairs": "pairing.pairs",
    "programs": "otherprograms.programs",
    "add_stops": "experiments.add_stops",
    "drop_dots": "experiments.drop_dots",
    "drop_headings": "experiments.drop_headings",
    "windows": "experiments.windows",
    "measure": "readability.table",
}
# Words that are modules too, and where the call lives: `readability("trt")` compares,
# `readability.measure(s)` measures.
MODULES = {"readability": "comparing", "naming": "namegrid"}
__all__ = [*VOCABULARY, *MODULES]


class _Callable(ModuleType):
    """A module that is a student's word."""

    def __call__(self, *arguments, **options):
        name = self.__name__.rpartition(".")[2]
        return getattr(import_module(f".{MODULES[name]}", __name__), name)(*arguments, **options)


naming.__class__ = readability.__class__ = _Callable


def __getattr__(name):
    """Fetch a word of the vocabulary when it is first used."""
    if name not in VOCABULARY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, attribute = VOCABULARY[name].rpartition(".")
    return getattr(import_module(f".{module}", __name__), attribute)


if "IPython" in sys.modules:
    # In a notebook a slip of the keyboard gets one plain sentence instead of a traceback.
    from IPython import get_ipython

    from . import slips

    slips.install(get_ipython())


def __dir__():
    return sorted({*globals(), *__all__})
