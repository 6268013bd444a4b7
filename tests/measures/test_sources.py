"""The tally of sources, against counts by hand."""

import pytest

from whosewords import files
from whosewords.measures.sources import HOW, kind_of, kinds, statements, tally
from whosewords.shelf.catalogue import OWN, SHELF, WARM_UP, articles, your_text


def test_every_speaker_of_the_shelf_is_in_the_table_and_no_other():
    there = {(text, one.speaker) for text in (*SHELF, *OWN, "trt_cut") for one in statements(articles[text])}
    listed = {(r["text"], r["speaker"]) for r in files.table_rows("source_kinds.csv") if r["speaker"]}
    assert there == listed


def test_kinds_of_the_table_are_known():
    rows = files.table_rows("source_kinds.csv")
    assert {row["kind"] for row in rows} <= set(files.settings("source_kinds.toml")["kinds"])
    assert {row["how"] for row in rows} <= set(HOW)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # ¶9 the coalition; ¶16 the command, the US (blacklisted); ¶21 Iran
        ("trt", {"us": 2, "iraq": 1, "iran": 1}),
        # Two quotations of spokespeople in one sentence of ¶11 are one statement.
        ("rs", {"people": 1, "iraq": 1, "us": 1}),
        ("anti_empire", {}),
        # Iraq: ¶7 council, office, minister, prime minister; ¶10 parliament and two members; ¶12 police; ¶13.
        # The US: ¶8 three; ¶10 Washington, Biden, officials; ¶11 three.
        ("neo", {"iraq": 9, "us": 9, "media": 2, "groups": 1, "experts": 1, "nobody": 1}),
    ],
)
def test_a_tally_by_hand(text, counts):
    assert tally(statements(articles[text])) == counts


@pytest.mark.parametrize("text", SHELF)
def test_a_tally_is_the_same_locked_and_in_the_sentences_it_names(text):
    article = articles[text]
    for one in statements(article):
        assert one.line.first <= one.line.start < one.line.end <= one.line.last
        assert {article.words[n].paragraph for n in range(one.line.first, one.line.last)} == {
            one.line.paragraph
        }


def test_a_text_of_ones_own_by_a_word_in_the_name():
    own = your_text("“It broke,” said the mayor. A nurse said that the road was closed. “No,” said Ann Ode.")
    assert [(one.speaker, one.kind) for one in statements(own)] == [
        ("the mayor", "office"), ("A nurse", "people"), ("Ann Ode", "unclear"),
    ]  # fmt: skip
    assert list(kinds([own.id])) == ["office", "media", "experts", "people", "unclear"]


def test_a_quotation_of_nobody_is_told_so():
    own = your_text("“The bridge is closed for a year.” Nobody was there.")
    assert all(one.speaker == "nobody named" and one.kind == "unclear" for one in statements(own))


@pytest.mark.parametrize("speaker", [None, "", "\ud800", "x" * 10_000, "THE MAYOR"])
def test_any_name_gets_a_kind(speaker):
    assert kind_of("a text", speaker)[0] in ("office", "unclear")


def test_invented_texts_are_sorted_by_the_words_of_names():
    assert set(kinds(WARM_UP)) == {"office", "media", "experts", "people", "unclear"}
