"""A text as rows: numbers worked by hand, and the same numbers as the stable calls have."""

from pathlib import Path

import pytest

from whosewords.calls.counts import count
from whosewords.corpus.rows import COLUMNS, LISTED, TYPES, VOICES, rows
from whosewords.problems import Problem
from whosewords.readability import COUNTS, FORMULAS, table
from whosewords.shelf.catalogue import OWN, WARM_UP, articles, your_text
from whosewords.shelf.importing import LARGEST

PIER = "The pier is shut. “It is a quagmire,” Ms Roe said."
GERMAN = "Der Hafen ist heute wegen der Arbeiten an der alten Brücke geschlossen, sagte die Stadt. " * 4


def told(source, name="a"):
    """The rows of a text by voice, as dictionaries of what is defined."""
    found = [dict(zip(COLUMNS, row, strict=True)) for row in rows(1, name, source)]
    return {row["voice"]: {name: value for name, value in row.items() if value is not None} for row in found}


def error(source):
    (row,) = rows(1, "a", source)
    assert row[:3] == [1, "a", None] and set(row[3:-1]) == {None}
    return row[-1]


def test_rows_worked_by_hand():
    # The pier is shut (13 letters, 4 words) · It is a quagmire (13, 4) · Ms Roe said (9, 3).
    found = told(PIER)
    assert list(found) == ["all", "author", "quoted"]
    counted = {
        voice: tuple(row[name] for name in ("letters", "words", "sentences")) for voice, row in found.items()
    }
    assert counted == {"all": (35, 11, 2), "author": (22, 7, 2), "quoted": (13, 4, 1)}
    # One loaded word, a metaphor, in the quotation.
    assert [row["hits"] for row in found.values()] == [row["metaphor"] for row in found.values()] == [1, 0, 1]
    assert {row["share_of_quotation"] for row in found.values()} == {0.3636}  # 4 of 11 words
    assert all(row["note"].startswith("Too short") and "smog" not in row for row in found.values())


def test_a_grade_worked_by_hand():
    row = told("The cat sat on the mat. " * 10)["all"]
    # 60 words of one syllable in 10 sentences: 206.835 - 1.015 * 6 - 84.6 = 116.1;
    # 0.39 * 6 + 11.8 - 15.59 = -1.45
    assert (row["flesch_reading_ease"], row["flesch_kincaid"]) == (116, -1)
    # All sentences are alike, so chance moves nothing.
    assert row["flesch_reading_ease_low"] == row["flesch_reading_ease_high"] == 116
    assert row["share_of_quotation"] == 0 and "10" in row["note"]  # SMOG was made for 30 sentences


@pytest.mark.parametrize("name", [*OWN, *WARM_UP])
def test_the_same_numbers_as_the_stable_calls(name):
    text = "\n".join(paragraph.text for paragraph in articles[name].paragraphs)
    own = your_text(text)
    found = told(text)
    for row in table(own).to_dict("records"):
        ends = (found["all"].get(row["formula"] + end) for end in ("", "_low", "_high"))
        expected = (row["grade"], row["low"], row["high"])
        assert [*ends] == [value if value == value else None for value in expected]
        assert {count: found["all"][count] for count in COUNTS} == {count: row[count] for count in COUNTS}
    for voice in VOICES:
        counts = [int(count(category, own, voice=voice).table["hits"].iloc[0]) for category in LISTED]
        assert [found[voice][category] for category in LISTED] == counts
        assert found[voice]["hits"] == sum(counts)


def test_every_value_is_of_its_column_s_kind():
    for row in (*rows(1, "a", PIER), *rows(2, "b", "The cat sat on the mat. " * 10), *rows(3, "c", GERMAN)):
        assert all(
            value is None or type(value) is TYPES[name] for name, value in zip(COLUMNS, row, strict=True)
        )


def test_another_language_is_counted_and_nothing_more():
    found = told(GERMAN)
    assert found["all"]["words"] == 60 and "English" in found["all"]["note"]
    assert not {"hits", "share_of_quotation", *FORMULAS} & set(found["all"])
    assert set(found["quoted"]) == {"number", "text", "voice", "note"}


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("", "no word"),
        (" \n\ufeff", "no word"),
        ("?! – 。", "no word"),
        ("word " * (LARGEST // 5 + 1), "million characters"),
        ("one\0two", "not text"),
        (b"bytes", "no text"),
        (None, "no text"),
        (float("nan"), "no text"),
        (Problem("Line 3 is damaged."), "Line 3 is damaged."),
        (Path("no such file.txt"), "no such file.txt"),
    ],
)
def test_a_text_that_fails_is_a_row_with_its_error(source, why):
    assert why in error(source)


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"%PDF-1.4 cut off", b"PK\3\4 cut off", b"\xff\xfe\x00"])
def test_a_file_that_fails_is_a_row_with_its_error(tmp_path, content):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert error(path)


def test_a_mistake_of_ours_is_a_row_too(monkeypatch):
    monkeypatch.setattr("whosewords.corpus.rows.placed_hits", lambda article: 1 / 0)
    assert "ZeroDivisionError" in error(PIER)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_in_any_encoding(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(PIER.encode(encoding))
    assert told(path)["quoted"]["words"] == 4


def test_bytes_of_a_table_that_are_no_utf8_are_letters_all_the_same():
    kept = PIER.encode("cp1252").decode("utf-8", "surrogateescape")
    assert told(kept) == told(PIER)
    assert told(PIER, "caf\udce9")["all"]["text"] == "café" and told(PIER, "\ud800")["all"]["text"] == "?"


def test_nothing_is_remembered_of_a_text():
    from whosewords.corpus.rows import REMEMBERING

    rows(1, "a", PIER)
    assert [each.cache_info().currsize for each in REMEMBERING] == [0] * len(REMEMBERING)
