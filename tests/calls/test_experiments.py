"""Experiments on a grade: worked by hand, equal locked and unlocked, and wrong input gets a sentence."""

import os
import re
from dataclasses import replace

import pytest
from library import ARTICLES, needs_articles

from whosewords import files
from whosewords.calls import pairs, programs
from whosewords.calls.experiments import add_stops, changed, drop_dots, drop_headings, windows
from whosewords.display.finding import Finding
from whosewords.measures.edits import pieces, with_stops, without_dots
from whosewords.problems import Blank, Problem
from whosewords.readability import RULES, compared, difference, measure, told_apart
from whosewords.shelf import catalogue
from whosewords.shelf.unlocking import unlock
from whosewords.words import naive_sentences, read

pytestmark = pytest.mark.usefixtures("home")
CALLS = {
    "stops": lambda: add_stops("trt"),
    "nothing to add": lambda: add_stops("warmup_courier"),
    "dots": lambda: drop_dots("rs"),
    "no dots": lambda: drop_dots("neo"),
    "headings": lambda: drop_headings("trt"),
    "no headings": lambda: drop_headings("rs"),
    "windows": lambda: windows("neo"),
    "two windows": lambda: windows("anti_empire", 100),
    "programs": lambda: programs.programs("trt"),
    "pairs": pairs.pairs,
    "pairs, naive": lambda: pairs.pairs(rule="naive"),
    "pairs without a score": lambda: pairs.pairs(["trt", "rs"], "smog"),
}


@pytest.mark.parametrize("call", CALLS)
def test_every_finding_is_complete(call):
    found = CALLS[call]()
    assert found.title and not found.table.empty and found.chart.words == found.words
    for told in (found.words, found.held_constant, found.do_not_conclude):
        assert told.strip().endswith(".")
    assert "nan" not in repr(found).lower()


# The marks, by hand


def test_stops_are_added_where_a_line_has_none():
    # Two lines without a stop: the heading (2 words) and “He said so” (3). “Who?” has a mark.
    listed = read("A heading\nWho ran off?\nHe said so\nThen he left.”")
    added, places = with_stops(listed)
    assert [listed[i].text for i in places] == ["heading", "so"]
    assert [word.gap for word in added if word.gap.strip()] == [".", "?", ".", ".”"]
    assert with_stops(added) == (added, ())
    assert with_stops([]) == ([], ())


def test_dots_go_and_the_end_of_a_sentence_stays():
    before = read("In the old U.S. army nobody ran. They all left the U.S.")
    after, places = without_dots(before)
    # Naive, before: In the old U.S. | army nobody ran. | They all left the U.S. = 3; after: 2.
    assert (max(naive_sentences(before)), max(naive_sentences(after))) == (3, 2)
    assert [after[i].text for i in places] == ["US", "US"] and after[-1].gap == "."
    assert [word._replace(text=None, flags="", gap="") for word in before] == [
        word._replace(text=None, flags="", gap="") for word in after
    ]
    assert without_dots(read("It is 3.5 or 2,500 or www.example.org today."))[1] == ()


def test_pieces_by_hand():
    listed = read(" ".join("word" for _ in range(10)))
    assert [first for first, _ in pieces(listed, 4, 3)] == [0, 3, 6]
    assert pieces(listed, 11, 5) == []


def test_a_grade_by_hand_before_and_after():
    # 30 words of one syllable and two lines without stops: naive 1 sentence, 0.39 x 30 + 11.8 - 15.59 = 7.9;
    # with stops 2 sentences of 15: 0.39 x 15 + 11.8 - 15.59 = 2.1. Careful: two lines are two sentences.
    listed = read("\n".join(["The cat and the dog " * 3] * 2))

    class Text:
        name, body, yours = "Invented", tuple(listed), False

    found = changed(Text, with_stops(listed)[0], "how", "Done.", held="all.", limit="much.")
    assert list(found.table["sentences"]) == [2, 2, 1, 2]
    assert list(found.table["grade"].fillna(-1)) == [2, 2, 8, 2]
    # Careful: 2 before and after. Naive: from 8 to 2.
    assert re.findall(r"careful|naive|\d+", found.words) == ["careful", "2", "naive", "8", "2"]


def test_too_short_says_so_and_draws_nothing():
    class Text:
        name, body, yours = "Invented", tuple(read("Too few words here.")), False

    found = changed(Text, list(Text.body), "how", "Done.", held="all.", limit="much.")
    assert "no grade" in found.words and found.chart is None
    (note,) = found.more
    assert note.startswith("Too short: 4 words") and "30" in note
    assert list(found.table["range"]) == ["too short"] * 4


# Pairs


def test_a_difference_is_of_two_texts_and_turns_round():
    one, other = catalogue.articles["neo"], catalogue.articles["wire_2021"]
    there, back = difference(one, other), difference(other, one)
    assert there.value == pytest.approx(-back.value) and there.low > 0 > back.high
    assert there.value == pytest.approx(
        measure(one).flesch_kincaid.value - measure(other).flesch_kincaid.value
    )
    assert difference(one, one).grade == 0 and difference(one, one).low < 0 < difference(one, one).high
    assert "SMOG was made" in difference(one, other, "smog").note


@pytest.mark.parametrize("rule", RULES)
def test_which_pairs_differ_does_not_hang_on_the_draw(rule):
    wanted = [catalogue.articles[name] for name in catalogue.SHELF]
    first = [answer for *_, answer in compared(wanted, "flesch_kincaid", rule)]
    for seed in (20, 300, 4000):
        again = [
            told_apart(difference(one, other, "flesch_kincaid", rule, seed))
            for one, other, *_ in compared(wanted, "flesch_kincaid", rule)
        ]
        assert again == first


# Locked and unlocked


def everything():
    return {name: repr(call()) for name, call in CALLS.items()}


@needs_articles
def test_every_digit_is_the_same_in_blocks_and_in_full():
    locked = everything()
    for name in catalogue.EDITIONS:
        locked |= {(name, call): repr(call(name)) for call in (add_stops, drop_dots, drop_headings, windows)}
    unlock(ARTICLES)
    catalogue.articles.forget()
    assert not catalogue.articles["trt"].locked
    unlocked = everything()
    for name in catalogue.EDITIONS:
        unlocked |= {
            (name, call): repr(call(name)) for call in (add_stops, drop_dots, drop_headings, windows)
        }
    assert locked == unlocked


# The other programs


def test_stored_answers_are_there_for_every_text_with_version_and_day():
    rows = programs.stored()
    assert len(rows) == 5
    for row in rows:
        assert row["version"] and row["note"] and row["measured"].startswith("20")
        assert set(catalogue.articles) <= set(row)
        assert all(row[name] for name in catalogue.articles) or "not be asked" in row["note"]


def test_the_newest_textstat_still_says_what_is_stored():
    from whosewords.calls.grades import full_text
    from whosewords.syllables import textstat, textstat_version

    (row,) = (r for r in programs.stored() if r["program"] == "textstat" and r["version"] != "0.7.4")
    if row["version"] != textstat_version():
        pytest.skip("another textstat than the stored one")
    for name in (*catalogue.OWN, *catalogue.WARM_UP):
        asked = textstat().flesch_kincaid_grade(full_text(catalogue.articles[name]))
        assert round(asked, 1) == pytest.approx(float(row[name]), abs=0.051)


def test_a_program_that_could_not_be_asked_has_no_grade(monkeypatch):
    rows = [dict(row, trt="") if n == 0 else row for n, row in enumerate(programs.stored())]
    monkeypatch.setattr(programs, "stored", lambda: rows)
    found = programs.programs("trt")
    assert found.table["grade"].isna().sum() == 1 and "nan" not in found.words
    assert "–" in found._repr_html_()


# Wrong input


@pytest.mark.parametrize("call", [add_stops, drop_dots, drop_headings, windows, programs.programs])
def test_a_wrong_text_gets_a_sentence(call):
    with pytest.raises(Problem, match="mean “neo”"):
        call("noe")
    with pytest.raises(Problem, match="an empty text"):
        call("")
    for given in (None, ["trt", "neo"], catalogue.articles):
        with pytest.raises(Problem, match="one text"):
            call(given)
    with pytest.raises(Problem, match="short name"):
        call(5)
    with pytest.raises(Blank, match="Fill the blank"):
        call("____")
    assert isinstance(call(catalogue.articles["trt"]), Finding)


@pytest.mark.parametrize(
    "size", [0, -5, 29, 1555, 1e9, "x", "", None, True, [100], float("nan"), float("inf"), "<b>"]
)
def test_a_wrong_size_says_what_fits(size):
    with pytest.raises(Problem, match=r"30 to 1554 words.* arrived"):
        windows("neo", size)


def test_a_size_may_be_typed_as_text_and_be_the_whole_text():
    assert repr(windows("neo", "200")) == repr(windows("neo", 200.0)) == repr(windows("neo", 200))
    assert len(windows("neo", 1554).table) == 1 and len(windows("warmup_courier", 30).table) > 2


def test_a_text_that_is_too_short_for_any_piece():
    short = catalogue.articles["trt"].paragraphs[:1]
    tiny = replace(catalogue.articles["trt"], page=short)
    with pytest.raises(Problem, match="has only 15 words"):
        windows(tiny)


@pytest.mark.parametrize("given", ["neo", ["neo", "neo"], catalogue.articles["neo"]])
def test_a_pair_needs_two_texts(given):
    with pytest.raises(Problem, match="needs two texts"):
        pairs.pairs(given)


def test_an_unknown_formula_or_rule_is_answered_with_the_nearest():
    with pytest.raises(Problem, match="mean “smog”"):
        pairs.pairs(formula="smgo")
    with pytest.raises(Problem, match="mean “naive”"):
        pairs.pairs(rule="naïve")


def test_the_table_of_programs_is_data_of_the_module():
    assert os.path.isfile(files.data("readability", "programs.csv"))
