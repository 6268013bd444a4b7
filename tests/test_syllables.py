"""Syllables and familiar words: textstat's numbers, without the network."""

import subprocess
import sys

import nltk
import pytest

from whosewords import files
from whosewords import syllables as syllables_module
from whosewords.shelf import catalogue
from whosewords.syllables import _hyphens, is_complex, is_familiar, syllables, textstat
from whosewords.words import visible, words

# Counted aloud; where textstat is known to be wrong, what it says.
SYLLABLES = {
    "cat": 1, "house": 1, "houses": 2, "Iran": 2, "Iraq’s": 2, "didn't": 2, "didn’t": 2, "children": 2,
    "attack": 2, "escalation": 4, "retaliatory": 5, "authoritarianism": 8,
    "self-defense": 3, "self‑defense": 3, "long-lasting": 3, "mid-July": 3,
    "Soleimani": 1,  # not in the dictionary; four are spoken
    "2,500": 1, "U.S.": 1, "": 1,
    # accents: as the dictionary has the word without them; a last é is spoken
    "résumé": 3, "exposé": 3, "rosé": 2, "naïve": 2, "façade": 2, "soufflé": 2, "communiqué": 4,
    "protégés": 3,
    "fiancée": 3, "Zoë": 2, "Bogotá": 3, "crème": 1, "Müller": 2, "vis-à-vis": 3,
}  # fmt: skip
FAMILIAR = [
    "the", "Houses", "happier", "tries", "stopped", "running", "cities", "dogs’", "mother’s", "1990s",
    "2,500", "3rd", "well-known", "well‑known",
]  # fmt: skip
UNFAMILIAR = ["retaliatory", "Iran", "escalation", "self-explanatory", "proxies", "naïve"]
COMPLEX = ["retaliatory", "authoritarianism", "self-explanatory", "self‑explanatory", "escalation"]
# Three syllables by an ending or only in all parts together, and a number.
NOT_COMPLEX = [
    "attacking",
    "created",
    "interested",
    "long-lasting",
    "long‐lasting",
    "up-to-date",
    "100,000",
    "cat",
]


@pytest.mark.parametrize("word", SYLLABLES)
def test_syllables(word):
    assert syllables(word) == SYLLABLES[word]


@pytest.mark.parametrize("word", [*FAMILIAR, *UNFAMILIAR])
def test_familiar(word):
    assert is_familiar(word) == (word in FAMILIAR)


@pytest.mark.parametrize("word", [*COMPLEX, *NOT_COMPLEX])
def test_complex(word):
    assert is_complex(word) == (word in COMPLEX)


def test_the_short_cut_gives_textstats_own_numbers():
    texts = [p.text for name in catalogue.OWN for p in catalogue.articles[name].paragraphs]
    found = {visible(word.text) for text in texts for word in words(text)}
    parts = {part for word in found for part in syllables_module._parts(word)}
    assert len(parts) > 300
    assert {part: syllables_module._spoken(part) for part in parts} == {
        part: textstat().syllable_count(part) for part in parts
    }


def test_words_without_end_are_no_words():
    assert syllables("a" * 5_000_000) == 5_000_000 // 3


def test_the_setters_of_textstat_do_not_move_our_numbers(monkeypatch):
    import textstat as shared

    text = "The retaliatory escalation was unprecedented. Nobody could remember anything comparable. " * 3
    before = textstat().flesch_reading_ease(text), syllables("unprecedented")
    shared.set_lang("de_DE")
    try:
        assert (textstat().flesch_reading_ease(text + " "), syllables("unprecedented")) == before
    finally:
        shared.set_lang("en_US")


def test_nothing_is_fetched(monkeypatch):
    def fetch(*_, **__):
        raise AssertionError("NLTK was asked to fetch something")

    monkeypatch.setattr(nltk, "download", fetch)
    assert textstat().flesch_kincaid_grade("Nothing is fetched for this unusual sentence.") > 0


def test_textstat_can_be_asked_in_a_fresh_program_without_the_network():
    code = (
        "from whosewords.readability import textstat_opinion as ask\n"
        "print(ask('The cat sat on the mat and looked at the unbelievable bird. ' * 5)['flesch_kincaid'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=files.PACKAGE.parent
    )
    # 12 words a sentence, 16 syllables: 0.39 * 12 + 11.8 * 16 / 12 - 15.59 = 4.82
    assert done.stdout.strip() == "5.0", done.stderr


def test_the_version_is_known():
    assert syllables_module.textstat_version().startswith("0.7.")


def test_words_that_the_dictionary_has_not_are_hyphenated_as_textstat_does():
    for word in ("zorblax", "soleimani", "unputdownable", "überfähre", "kataib", "straße"):
        assert len(_hyphens().positions(word)) + 1 == textstat().syllable_count(word)
