"""A mask and a text, with texts of our own: what fits, and what is named where it does not."""

import re

import pytest
from shapes import SHAPES, shy, split, straight

from whosewords.shelf import blackout
from whosewords.shelf.catalogue import articles
from whosewords.shelf.importing import plain_text
from whosewords.shelf.matching import given, lay_over
from whosewords.words import read


def own(name="wire_2019"):
    return "\n".join(p.text for p in articles[name].paragraphs)


def fit(text, changed):
    """Lay the mask of a text, every third word legible, over a changed text."""
    full = read(text)
    masked = blackout.mask(full, [i % 3 == 0 for i in range(len(full))])
    return lay_over(masked, *blackout.seals(full), changed)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ["wire_2019", "wire_2021", "warmup_repost"])
def test_shapes_do_not_matter(name, shape):
    text = own(name)
    found = fit(text, plain_text(SHAPES[shape](text)))
    assert found.identical, found.places[:5]
    assert found.share == 1
    assert [blackout.normal(t) for t in found.texts] == [blackout.normal(w.text) for w in read(text)]


def test_the_found_words_are_spelt_as_in_the_edition():
    text = "The long-lasting self-defense of Iran’s co-operative ships was, as always, unprecedented.\n" * 2
    for changed in (straight(text), split(text), shy(text), text.replace("-", "-\n")):
        found = fit(text, changed)
        assert found.identical, found.places
        assert list(found.texts) == [word.text for word in read(text)]


def words_changed(text, number, *instead):
    """The text with its word of that number replaced by others."""
    span = [m.span() for m in re.finditer(r"[^\W_]+(?:[-'’.,]?[^\W_]+)*", text)][number]
    return text[: span[0]] + " ".join(instead) + text[span[1] :]


# What is done to the text, and what must be said: how many places, what was expected, what was found.
@pytest.mark.parametrize("number", [100, 101, 102])
@pytest.mark.parametrize(
    ("instead", "found"),
    [(["zzz"], "“zzz”"), (["not", "really", "so"], "not really"), ([], "nothing")],
    ids=["another word", "three words", "no word"],
)
def test_a_changed_word_is_named(number, instead, found):
    text = own()
    result = fit(text, words_changed(text, number, *instead))
    assert not result.identical
    assert result.share > 0.98
    assert 1 <= len(result.places) <= 4
    assert any(found in place.found for place in result.places), result.places


@pytest.mark.parametrize("number", range(60, 90, 3))
def test_a_word_that_does_not_belong_there_is_named(number):
    text = own()
    span = [m.span() for m in re.finditer(r"\S+", text)][number]
    result = fit(text, f"{text[: span[0]]}allegedly {text[span[0] :]}")
    assert not result.identical
    assert [place.found for place in result.places] == ["“allegedly”"]
    assert result.places[0].expected == "nothing more"


def test_a_paragraph_that_does_not_belong_there_is_named():
    text = own()
    head, rest = text.split("\n", 1)
    result = fit(text, f"{head}\nHe denied it, and nobody believed him at all.\n{rest}")
    assert not result.identical
    assert [(p.paragraph, p.found) for p in result.places] == [(1, "“He denied it and nobody believed …”")]


@pytest.mark.parametrize(("old", "new"), [(",", ";"), (".\n", "!\n"), (" “", " "), ("”", ""), ("\n", "\n“")])
def test_a_changed_mark_is_named(old, new):
    text = own()
    assert old in text
    result = fit(text, text.replace(old, new, 1))
    assert not result.identical
    assert result.share == 1
    assert len(result.places) == 1
    assert "mark" in result.places[0].found
    assert fit(text, text).identical


def test_a_swapped_sentence_is_not_called_identical():
    text = (
        "The old man saw the red dog there. The big cat saw the sad boy here. Nobody was in that house.\n" * 3
    )
    changed = text.replace("red dog", "sad boy", 1)
    result = fit(text, changed)
    assert not result.identical
    assert result.places


def test_nothing_fits_nothing():
    for text in ("", "word", "— …", own("wire_2020")):
        result = fit(own(), text)
        assert not result.identical
        assert result.share <= 0.05
    assert lay_over([], *blackout.seals([]), "A text.").share == 0


def test_a_prepared_text_may_be_laid_under_many_masks():
    assert fit(own(), given(own())) == fit(own(), own())
