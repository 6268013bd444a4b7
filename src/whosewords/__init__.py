"""Whose Words? — tools for reading how texts frame the same kind of event.

    from whosewords import *

gives a student's vocabulary. Nothing heavy is imported before it is used.
"""

import sys
from importlib import import_module
from inspect import isroutine, signature
from types import ModuleType

from . import readability  # noqa: F401
from .version import __version__  # noqa: F401
from .vocabulary import MODULES, VOCABULARY, without_brackets, word

__all__ = [*VOCABULARY]


def _word(name):
    """What a word of the vocabulary stands for, fetched when it is first used."""
    module, _, attribute = VOCABULARY[name].rpartition(".")
    found = getattr(import_module(f".{module}", __name__), attribute)
    return word(name, found) if isroutine(found) else found


class _Callable(ModuleType):
    """A module that is a student's word: called, asked for help or for its signature, it is the call."""

    @property
    def __wrapped__(self):
        return _word(self.__name__.rpartition(".")[2])

    @property
    def __signature__(self):
        return signature(self.__wrapped__)

    @property
    def __doc__(self):
        return self.__wrapped__.__doc__

    def __call__(self, *arguments, **options):
        return self.__wrapped__(*arguments, **options)

    def __repr__(self):
        name = self.__name__.rpartition(".")[2]
        return without_brackets(name, _word(name))


for _name in MODULES:
    globals()[_name].__class__ = _Callable


def __getattr__(name):
    if name not in VOCABULARY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _word(name)


if "IPython" in sys.modules:
    # In a notebook a slip of the keyboard gets one plain sentence instead of a traceback.
    from IPython import get_ipython

    from .notebook import mistakes

    mistakes.install(get_ipython())


def __dir__():
    return sorted({*globals(), *__all__})
