"""Hits as marks along their texts: where they stand, how long the text is, and who speaks."""

import pytest
from drawn import pieces, words

from whosewords import count, find, loaded_language
from whosewords.display.places import LOOKS, Track, places
from whosewords.shelf import catalogue
from whosewords.voices import VOICES


def drawn(*tracks):
    return places(tracks, VOICES, "Some marks.")


def marks(chart):
    """The marks of own voices: circles, without the one of the legend."""
    return pieces(chart, "circle")[:-1]


def test_a_mark_stands_where_its_word_does():
    """The longest text has 200 words and fills the picture: word 50 (the 51st) has its middle at 50.5 / 2 =
    25.25 hundredths, in a text of 100 words as well."""
    chart = drawn(Track("long", 200, ((50, "A"),)), Track("short", 100, ((50, "A"),)))
    assert [mark.x for mark in marks(chart)] == [25.25, 25.25]


def test_a_line_is_as_long_as_its_text():
    chart = drawn(Track("long", 200, ()), Track("short", 50, ((0, "A"),)))
    lines = [p for p in pieces(chart, "line") if p.given["y1"] == p.given["y2"]]
    assert [p.given["x2"] for p in lines] == ["100%", "25%"]


def test_own_words_stand_over_the_line_and_those_of_others_under_it():
    chart = drawn(Track("a", 100, ((10, "A"), (60, "Q"))))
    line = next(p.y for p in pieces(chart, "line") if p.given["y1"] == p.given["y2"])
    own = marks(chart)[0]
    said = next(p for p in pieces(chart, "svg") if p.x == 60.5)
    assert own.y == line - 7 and said.y == line + 7


def test_voices_differ_in_shape_and_not_in_colour_alone():
    assert len({(shape, hollow) for shape, _, hollow in LOOKS.values()}) == len(LOOKS) == len(VOICES)


def test_marks_that_would_touch_are_piled_up():
    """Of 1,000 words on 480 pixels, three in a row lie half a pixel apart: three levels."""
    chart = drawn(Track("a", 1000, ((1, "A"), (2, "A"), (3, "A"), (500, "A"))))
    levels = [mark.y for mark in marks(chart)]
    assert levels[0] - levels[1] == levels[1] - levels[2] == 7.5 and levels[3] == levels[0]


def test_only_voices_that_speak_are_explained():
    told = words(drawn(Track("a", 10, ((1, "A"),))))
    assert "A author" in told and "Q direct quotation" not in told and "1 hit" in told


@pytest.mark.parametrize("call", [find, count, loaded_language])
def test_hits_are_marked_in_locked_texts_too(call, home):
    asked = {find: "*terror*", count: "verdict", loaded_language: None}[call]
    found = call(asked, ["trt", "neo"]) if asked else call(["trt", "neo"])
    assert all(article.locked for article in catalogue.choose(["trt", "neo"]))
    told = [p.text for p in pieces(found.marks, "text") if p.text.endswith((" hit", " hits"))]
    hits = len(found.table) if call is find else found.table["hits"].sum()
    assert sum(int(text.split()[0]) for text in told) == hits > 0
    assert "¶" in found.marks.words and "New Eastern Outlook" in found.marks.words


def test_without_a_hit_there_is_no_picture(home):
    assert find("zebra").marks is None and find("zebra")._repr_html_()
