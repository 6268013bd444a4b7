"""What other programs call says what it takes and gives, and mypy reads it in the gate."""

import inspect

import pytest

from whosewords import files, measure, readability, syllables
from whosewords.classroom import answers, exercises
from whosewords.lexicon import find_hits, hits
from whosewords.shelf import importing, unlocking
from whosewords.voices import voices
from whosewords.words import read, sentences, words

STABLE = (
    words, sentences, read, voices, find_hits, hits, readability.measure, readability.count,
    readability.difference, measure, importing.plain_text, importing.file_text, unlocking.recognise,
    syllables.syllables, exercises.exercise, answers.understand, answers.judge,
)  # fmt: skip


@pytest.mark.parametrize("call", STABLE, ids=lambda call: f"{call.__module__}.{call.__name__}")
def test_a_stable_call_says_its_types(call):
    signature = inspect.signature(call)
    assert signature.return_annotation is not inspect.Signature.empty
    for name, parameter in signature.parameters.items():
        assert parameter.annotation is not inspect.Parameter.empty, name


def test_the_package_says_that_it_is_typed():
    assert (files.PACKAGE / "py.typed").is_file()
