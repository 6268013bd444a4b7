"""Every word of the vocabulary against what may stand between its brackets by mistake: a result, or one
sentence that says what to do; never an error of Python's.

The words and their options are read from the vocabulary, so that a new one is tried as well.
"""

import datetime
import inspect
import re
from pathlib import Path

import pandas as pd
import pytest

import whosewords
from whosewords.problems import Problem
from whosewords.vocabulary import VOCABULARY

LONGEST = 1500  # characters of a sentence; the longest lists what there is
ODD = {
    "None": None,
    "True": True,
    "nought": 0,
    "a negative number": -1,
    "five": 5,
    "a fraction": 2.5,
    "infinity": float("inf"),
    "no number": float("nan"),
    "a huge number": 10**400,
    "a complex number": 1j,
    "an empty string": "",
    "a blank": " ",
    "a lesson's blank": "____",
    "wrong case": "NEO",
    "an outlet": "New Eastern Outlook",
    "another outlet": "TRT World",
    "a misspelt name": "neow",
    "a call's name": "show",
    "HTML": "<b>neo</b>",
    "a long string": "word " * 20_000,
    "a long name": "a" * 300,
    "a broken letter": "\ud800",
    "a nought byte": "a\0b",
    "lines": "one\ntwo",
    "a missing file": "nowhere/no_such_file.csv",
    "a missing home": "~nobody_x",
    "a missing path": Path("nowhere/no_such_file.csv"),
    "bytes": b"neo",
    "an empty list": [],
    "a list": ["neo", "neow"],
    "numbers in a list": [1],
    "a nested list": [["neo"], [["trt", [None]]]],
    "an empty dictionary": {},
    "a dictionary": {"a": "neo", 1: None},
    "a set": {"neo", "trt"},
    "a DataFrame": pd.DataFrame({"text": ["neo", None]}),
    "a Series": pd.Series(["neo", 1]),
    "a function": len,
    "a call of ours": whosewords.show,
    "a class": dict,
    "a module": re,
    "a date": datetime.date(2021, 6, 27),
    "an object": object(),
}
# Made anew for each call, since a call may use them up.
MADE = {
    "a generator": lambda: (name for name in ["neo", "neow"]),
}
# What the parameters that must be given are when another one is tried.
GOOD = {
    "count": "verdict", "find": "terror", "show": "trt", "where_to_read": "trt", "predict": "1.p1",
    "reveal": "1.p1", "check": "1.1", "exit_ticket": 1, "import_work": "nowhere.json", "programs": "trt",
    "add_stops": "trt", "drop_dots": "trt", "drop_headings": "trt", "windows": "trt", "measure": "trt",
}  # fmt: skip


def word(name):
    return whosewords._word(name)


CALLS = [name for name in VOCABULARY if inspect.isroutine(word(name))]
OPTIONS = [(name, option) for name in CALLS for option in inspect.signature(word(name)).parameters.values()]


def with_odd(name, option, odd):
    """Call a word with something odd as one of its options."""
    if option.kind is option.VAR_POSITIONAL:
        return word(name)(odd)
    options = inspect.signature(word(name)).parameters.values()
    needed = {other.name: GOOD[name] for other in options if other.default is other.empty}
    return word(name)(**needed | {option.name: odd})


def drawn(result):
    """A result as it is shown, in both ways."""
    return repr(result), getattr(result, "_repr_html_", str)()


def slip(name, option, odd):
    """What goes wrong, in words; nothing where it is as it should be."""
    try:
        drawn(with_odd(name, option, odd))
    except Problem as problem:
        said = str(problem)
        if not said.strip() or not said.isprintable() or len(said) > LONGEST:
            return f"no sentence: {said[:200]!r}"
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:200]}"
    return ""


@pytest.mark.parametrize(("name", "option"), OPTIONS, ids=[f"{n}-{o.name}" for n, o in OPTIONS])
def test_odd_arguments_give_a_result_or_a_sentence(name, option, home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    odd = {**ODD, **{kind: make() for kind, make in MADE.items()}}
    wrong = {kind: said for kind, value in odd.items() if (said := slip(name, option, value))}
    assert not wrong
    assert {path.name for path in tmp_path.iterdir()} <= {home.name}
