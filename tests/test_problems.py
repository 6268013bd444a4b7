"""Mistakes are told in one sentence."""

import pytest

from whosewords.problems import Blank, Problem, did_you_mean, is_blank
from whosewords.shelf.catalogue import articles


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("neow", "neo"),
        ("NEO", "neo"),
        ("Wire-2019", "wire_2019"),
        ("xyz", None),
        ("", None),
        (5, None),
        (None, None),
    ],
)
def test_did_you_mean(given, hint):
    said = str(did_you_mean(given, ["trt", "neo", "wire_2019"], "article"))
    assert f"article called “{given}”." in said
    assert (f"Did you mean “{hint}”?" in said) == (hint is not None)
    assert said.endswith(": neo, trt, wire_2019.")


def test_a_long_text_is_cut():
    assert len(str(did_you_mean("x" * 5_000_000, ["trt"]))) < 150


def test_a_problem_is_shown_as_its_sentence_alone():
    assert Problem("One sentence.")._render_traceback_() == ["One sentence."]
    assert issubclass(Problem, Exception)


def test_a_blank_is_no_mistake_and_lists_what_fills_it():
    for given in ("____", ["trt", "____"], " __ "):
        with pytest.raises(Blank, match=r"Fill the blank.*neo"):
            articles.choose(given)
    assert not is_blank("trt_cut") and not is_blank("") and not is_blank(None)
