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
from whosewords.classroom.exercises import exercises
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
    "reveal": "1.p1", "check": "1.3", "exit_ticket": 1, "import_work": "nowhere.json", "programs": "trt",
    "add_stops": "trt", "drop_dots": "trt", "drop_headings": "trt", "windows": "trt", "copies": "trt",
    "forget_text": "ferry",
}  # fmt: skip


TEXTS = {"texts": "wire_2019"}  # … and one short text stands for the five
SHOWN = ("an object", "a DataFrame", "a broken letter", "an outlet")  # these are tried in a shell, too


def word(name):
    return whosewords._word(name)


def options_of(name):
    return list(inspect.signature(word(name)).parameters.values())


CALLS = [name for name in VOCABULARY if inspect.isroutine(word(name))]
OPTIONS = [(name, option) for name in CALLS for option in options_of(name)]


def arguments(name, option, odd):
    """What stands between the brackets: something odd as one option, what is needed as the others."""
    if option.kind is option.VAR_POSITIONAL:
        return (odd,), {}
    needed = {other.name: GOOD[name] for other in options_of(name) if other.default is other.empty}
    texts = {other.name: TEXTS[other.name] for other in options_of(name) if other.name in TEXTS}
    bound = inspect.signature(word(name)).bind(**texts | needed | {option.name: odd})
    return bound.args, bound.kwargs


def slip(name, given, named):
    """What goes wrong with a call, in words; nothing where it is as it should be."""
    try:
        result = word(name)(*given, **named)
        repr(result), getattr(result, "_repr_html_", str)()
    except Problem as problem:
        said = str(problem)
        return "" if said and said.isprintable() and len(said) < LONGEST else f"no sentence: {said[:200]!r}"
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:200]}"
    return ""


@pytest.mark.parametrize(("name", "option"), OPTIONS, ids=[f"{n}-{o.name}" for n, o in OPTIONS])
def test_odd_arguments_give_a_result_or_a_sentence(name, option, home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    word("predict")("1.p1", "neo")  # nothing is revealed without a guess
    odd = {**ODD, **{kind: make() for kind, make in MADE.items()}}
    wrong = {kind: told for kind, each in odd.items() if (told := slip(name, *arguments(name, option, each)))}
    assert not wrong
    assert {path.name for path in tmp_path.iterdir()} == {home.name}  # nothing is written anywhere else


@pytest.mark.parametrize("name", CALLS)
def test_what_does_not_fit_between_the_brackets_is_told_in_a_sentence(name, home):
    def told(*given, **named):
        with pytest.raises(Problem) as caught:
            word(name)(*given, **named)
        return str(caught.value)

    assert "nonsense" in told(nonsense=1)
    if all(option.kind is not option.VAR_POSITIONAL for option in options_of(name)):
        said = told(*"abcdefgh")
        assert "too much" in said and all(option.name in said for option in options_of(name))
    if name in GOOD:
        assert f"{name}(" in told().partition("such as ")[2], "Its description has no example."


@pytest.mark.parametrize(("call", "asked", "named"), [
    ("check", "1.99", "1.3"), ("predict", "1.99", "1.p1"), ("reveal", "1.p9", "1.p1"),
    ("check", "6,1", "6.1"),
    ("check", "x", '"0.1"'), ("predict", "____", "1.p1"),
])  # fmt: skip
def test_an_unknown_number_is_answered_with_those_of_its_lesson(call, asked, named, home):
    with pytest.raises(Problem) as caught:
        word(call)(asked)
    told = re.findall(r"\b\d\.p?\d+", str(caught.value).replace(f"“{asked}”", ""))
    assert named in str(caught.value) and all(("p" in one) == (call != "check") for one in told)
    assert len({one[0] for one in told}) == 1 or not asked[0].isdigit()


# One exercise and one guess of each kind.
KINDS = {(one.kind, one.guess): one.id for one in exercises().values()}


@pytest.mark.parametrize(("kind", "guess"), list(KINDS))
def test_odd_answers_are_taken_or_told_in_a_sentence(kind, guess, home):
    call, id = "predict" if guess else "check", KINDS[kind, guess]
    odd = {**ODD, **{kind: make() for kind, make in MADE.items()}}
    assert not {kind: told for kind, each in odd.items() if (told := slip(call, (id, each), {}))}


@pytest.mark.parametrize("call", ["load", "export"])
def test_a_work_file_of_an_odd_name_is_told_in_a_sentence(call, home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for kind, odd in ODD.items():
        try:
            assert repr(getattr(word("my_work")(), call)(odd)), kind
        except Problem as problem:
            assert str(problem).isprintable(), kind


def test_in_a_shell_a_slip_is_one_line(shell, home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, option in OPTIONS:
        for kind in SHOWN:
            shell.user_ns["given"], shell.user_ns["named"] = arguments(name, option, ODD[kind])
            shell.run_cell(f"_ = {name}(*given, **named)")
            assert all(line.isprintable() for line in shell.shown) and len(shell.shown) < 2, (name, kind)
            shell.shown.clear()


def test_a_call_that_breaks_would_be_found(monkeypatch):
    monkeypatch.setitem(VOCABULARY, "find", "calls.find.nothing")
    monkeypatch.setattr("whosewords.calls.find.nothing", lambda pattern: pattern + 1, raising=False)
    assert "TypeError" in slip("find", ("terror",), {})
