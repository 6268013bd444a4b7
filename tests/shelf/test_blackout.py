"""The mask itself: what it keeps, its caps, its table and its seals. Texts here are made up."""

import random

import pytest

from whosewords import files
from whosewords.shelf import blackout, catalogue
from whosewords.shelf.blackout import (
    from_csv,
    legible_share,
    longest_run,
    mask,
    normal,
    plain_marks,
    seals,
    to_csv,
)
from whosewords.words import read

TEXT = (
    "“Nobody knows,” the old sailor said—and he laughed… Then (as always) he left!\n"
    "— A second paragraph: the ship’s long-lasting repair cost $2,500, or ‘nothing’.\n"
    "A heading without an end\n"
)


def test_a_mask_keeps_everything_but_the_text():
    full = read(TEXT)
    masked = mask(full, [word.text == "sailor" for word in full])
    assert [word.text for word in masked if not word.masked] == ["sailor"]
    for before, after in zip(full, masked, strict=True):
        assert after._replace(text=before.text, flags=before.flags) == before
    assert [w.flags[-1:] for w in masked if w.letters == 11] == ["-"]  # long-lasting remembers its hyphen


@pytest.mark.parametrize("seed", range(20))
def test_never_more_than_six_in_a_row_and_no_more_is_lost_than_needed(seed):
    draw = random.Random(seed)
    full = read("word " * 200)
    rank = [draw.choice([0, 1, 1, 2, 3]) for _ in full]
    masked = mask(full, rank)
    assert longest_run(masked) <= blackout.LONGEST_RUN
    for i, (word, wanted) in enumerate(zip(masked, rank, strict=True)):
        if wanted and word.masked:  # it stood in a row that was too long
            low, high = max(0, i - 6), i + 7
            assert any(all(rank[j : j + 7]) for j in range(low, min(high, len(rank) - 6)) if j <= i < j + 7)
        assert word.masked or wanted


def test_what_is_needed_least_goes_first():
    full = read("a b c d e f g")
    assert [w.text for w in mask(full, [5, 5, 5, 5, 1, 5, 5])] == ["a", "b", "c", "d", None, "f", "g"]
    # All are needed alike: the middle one goes, so that two short rows are left.
    assert [w.text for w in mask(full, [1] * 7)] == ["a", "b", "c", None, "e", "f", "g"]
    assert longest_run(mask(read("word " * 500), [1] * 500)) == 6


def test_share_and_run_of_nothing():
    assert legible_share([]) == longest_run([]) == 0
    assert legible_share(mask(read("a b c d"), [1, 0, 0, 0])) == 0.25


@pytest.mark.parametrize("keep", [lambda _: True, lambda _: False, lambda word: word.letters > 4])
def test_the_table_gives_back_the_same_words(keep):
    listed = mask(read(TEXT), [keep(word) for word in read(TEXT)])
    assert from_csv(to_csv(listed)) == listed


def test_the_table_of_a_text_full_of_marks():
    for text in (
        "a",
        "“a”",
        "a,b",
        'say "a" , "b"',
        "a\n\n“b\n—c—d",
        "a — b",
        "(1) a",
        "a “b”, ‘c’",
        "a\t\tb",
    ):
        assert from_csv(to_csv(read(text))) == read(text)
    assert from_csv(to_csv([])) == []


def test_the_table_is_one_word_a_row():
    table = to_csv(read("Two “words”.")).splitlines()
    assert table == [
        "paragraph,sentence,text,letters,syllables,flags,before,gap",
        "1,1,Two,3,1,,,“" if False else "1,1,Two,3,1,,, “",
        "1,1,words,5,1,,,”.",
    ]


def test_what_does_not_matter_when_words_are_compared():
    assert normal("Iran's") == normal("Iran’s") == normal("Iran‘s")
    assert normal("long-lasting") == normal("long‑lasting") == normal("long\u00adlasting") == "longlasting"
    assert normal("cafe\u0301") == normal("café")
    assert normal("never") != normal("Never")
    assert plain_marks(" “") == plain_marks('"') == plain_marks("„\n")
    assert plain_marks("…") == plain_marks("...")
    assert plain_marks(" — ") == plain_marks("--") == plain_marks("–")
    assert plain_marks(",") != plain_marks(".")


def test_seals_tell_words_of_the_same_shape_apart():
    whole, by_sentence = seals(read("He was never there. She was."))
    other, others = seals(read("He was maybe there. She was."))
    assert whole != other
    assert by_sentence[1] != others[1]
    assert by_sentence[2] == others[2]
    assert seals(read("He was never there! She was."))[0] != whole  # another mark
    assert seals(read("He was never there.   She was."))[0] == whole  # other blanks


def test_a_seal_holds_no_text():
    whole, by_sentence = seals(read(TEXT))
    assert len(whole) == 64
    assert all(len(value) == 8 and int(value, 16) >= 0 for value in by_sentence.values())


@pytest.mark.parametrize("name", catalogue.EDITIONS)
def test_the_shipped_tables_are_as_they_would_be_written(name):
    path = files.data("articles", f"{name}.words.csv")
    assert to_csv(from_csv(path.read_text(encoding="utf-8"))) == path.read_text(encoding="utf-8")
