"""Findings: a table that never comes without its words and its limits, whatever it is shown on."""

import math
import re

import pandas as pd
import pytest

from whosewords.calls import events, grades
from whosewords.display import drawing
from whosewords.display.finding import Finding, table_html
from whosewords.display.html import paragraph
from whosewords.display.tables import span
from whosewords.problems import Problem
from whosewords.readability import FORMULAS, NAMES, Score, measure
from whosewords.shelf import catalogue

BAD = "<script>alert('x')</script> & “y”"


def finding(**changed):
    given = dict(title="A title", table=pd.DataFrame({"text": ["a"], "n": [1]}), words="What it says.",
                 held_constant="this", do_not_conclude="that")  # fmt: skip
    return Finding(**given | changed)


def test_printed_it_says_everything():
    said = repr(finding(more=("A source.", "A version.")))
    for part in (
        "A title",
        "What it says.",
        "text",
        "Held constant: this",
        "Do not conclude: that",
        "A source.",
    ):
        assert part in said


def test_shown_it_says_everything():
    shown = finding(more=("A source.",))._repr_html_()
    for part in ("A title</h3>", "What it says.</p>", "<td", "<strong>Held constant:</strong> this</p>",
                 "<strong>Do not conclude:</strong> that</p>", "A source.</p>"):  # fmt: skip
        assert part in shown


def test_it_is_one_piece_of_html_with_words_pictures_table_and_limits_in_that_order():
    chart = drawing.picture("What it shows.", 10, drawing.text(0, 5, "drawn"))
    marks = drawing.picture("Where.", 10, drawing.text(0, 5, "places"))
    shown = finding(chart=chart, marks=marks)._repr_html_()
    parts = "A title</h3>", "What it says.</p>", ">drawn<", ">places<", "<table", "Held constant", "Do not"
    order = [shown.index(part) for part in parts]
    assert order == sorted(order) and not hasattr(Finding, "_ipython_display_")


def test_a_table_that_the_picture_shows_too_can_be_folded():
    shown = finding(fold="The same as a table")._repr_html_()
    assert shown.index("<summary>The same as a table</summary>") < shown.index("<table")
    assert "<details" not in finding()._repr_html_()


def test_a_wide_picture_scrolls_and_says_so():
    chart = drawing.picture("What it shows.", 10, drawing.text(0, 5, "drawn"), least=600)
    shown = finding(chart=chart)._repr_html_()
    assert 'role="region" aria-label="Picture: A title"><svg' in shown and "min-width:600px" in shown
    assert 'class="ww-broad"' in shown
    assert "scroll sideways" in shown  # the style sheet says it where there is more
    assert 'class="ww-broad"' not in finding(chart=drawing.picture("x", 10))._repr_html_()


def test_another_view_stands_in_for_the_table():
    shown = finding(view=paragraph("Lines"))._repr_html_()
    assert "<p>Lines</p>" in shown
    assert "<table" not in shown


def test_everything_that_arrives_is_escaped():
    table = pd.DataFrame({BAD: [BAD], "n": [BAD]})
    shown = finding(
        title=BAD, table=table, words=BAD, held_constant=BAD, do_not_conclude=BAD, more=(BAD,)
    )._repr_html_()
    assert "<script>" not in shown
    assert shown.count("&lt;script&gt;") == 9  # the title twice: as a heading and as the table's name


def test_the_table_is_one_that_a_screen_reader_can_read():
    shown = table_html(pd.DataFrame({"text": ["a", "b"], "n": [1, 2]}))
    assert shown.count('<th scope="col"') == shown.count('<th scope="row"') == 2
    assert 'tabindex="0" role="region" aria-label="Table: A title"' in finding()._repr_html_()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1.0, "1"),
        (1234567.0, "1,234,567"),
        (1.25, "1.2"),
        (math.nan, "–"),
        (None, "–"),
        (3, "3"),
        ("x", "x"),
        (True, "True"),
    ],
)
def test_numbers_in_the_table(value, said):
    shown = table_html(pd.DataFrame({"text": ["a"], "n": pd.Series([value], dtype=object)}))
    assert re.findall("<td[^>]*>(.*?)</td>", shown) == [said]


def test_columns_of_numbers_are_read_from_the_right():
    shown = table_html(pd.DataFrame({"text": ["a", "b"], "n": ["1,200", "–"], "what": ["1 of 2", "3"]}))
    right = re.findall("<t[hd][^>]*text-align:right[^>]*>(.*?)</t[hd]>", shown)
    assert right == ["n", "1,200", "–"]


def test_an_empty_table_is_shown():
    assert "<tbody></tbody>" in table_html(pd.DataFrame({"text": []}))


CALLS = {
    "events": events.events,
    "dates": events.dates,
    "readability": grades.readability,
    "readability, naive": lambda: grades.readability(rule="naive"),
    "readability, our own": lambda: grades.readability(["wire_2019", "trt"], formula="dale_chall"),
    "readability, no score": lambda: grades.readability(["warmup_courier", "warmup_repost"], formula="smog"),
    "readability, one text": lambda: grades.readability("wire_2019"),
    "the same text twice": lambda: grades.readability(["neo", "neo"]),
    "second opinion": grades.second_opinion,
    "second opinion, our own": lambda: grades.second_opinion(["wire_2019", "wire_2020"]),
}


@pytest.mark.parametrize("call", CALLS)
def test_every_finding_is_complete(call, home):
    found = CALLS[call]()
    assert found.title
    assert not found.table.empty
    for told in (found.words, found.held_constant, found.do_not_conclude):
        assert told.strip().endswith((".", "?"))
    assert found.chart is None or found.chart.words.startswith(found.words)
    assert repr(found) and found._repr_html_()
    assert "nan" not in repr(found).lower().replace("finance", "")


def test_readability_shows_ranges_and_no_decimals(home):
    found = grades.readability()
    assert list(found.table.columns) == ["text", "words", "sentences", *NAMES.values()]
    assert list(found.table["text"]) == [catalogue.articles[name].name for name in catalogue.SHELF]
    neo = found.table[found.table["text"] == catalogue.articles["neo"].name].iloc[0]
    score = measure(catalogue.articles["neo"]).flesch_kincaid
    assert neo["Flesch-Kincaid (grade)"] == f"{score.low:.0f} to {score.high:.0f}"
    assert neo["words"] == measure(catalogue.articles["neo"])["words"]
    assert not found.table.astype(str).map(lambda cell: "." in cell).iloc[:, 3:].any(axis=None)


def test_readability_says_which_texts_differ(home):
    apart = grades.readability(["wire_2019", "trt"]).words
    low, high = (measure(catalogue.articles[name]).flesch_kincaid for name in ("wire_2019", "trt"))
    assert low.high < high.low
    assert re.search(r"differ: .*2019 .*TRT World\.$", apart)
    assert "cannot be told" in grades.readability(["neo", "neo"]).words


def test_readability_is_a_word_and_a_module(home):
    from whosewords import readability

    assert repr(readability("neo")) == repr(grades.readability("neo"))
    assert readability.measure is measure


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        ({"formula": "flesch_kincade"}, "flesch_kincaid"),
        ({"formula": "SMOG"}, "smog"),
        ({"rule": "naiv"}, "naive"),
    ],
)
def test_a_misspelt_option_gets_a_hint(options, hint):
    with pytest.raises(Problem, match=rf"Did you mean “{hint}”\?"):
        grades.readability("wire_2019", **options)


@pytest.mark.parametrize("call", [events.events, events.dates, grades.readability, grades.second_opinion])
def test_no_article_at_all_is_said(call):
    with pytest.raises(Problem, match="short name"):
        call([])


def test_a_span_in_words():
    assert span(Score(17.0, 15.0, 19.0, "", 16.6)) == "15 to 19"
    assert span(Score(17.0, math.nan, math.nan, "too few", 16.6)) == "17, no range"
    assert span(Score(math.nan, math.nan, math.nan, "too short", math.nan)) == "–"


def test_locked_texts_get_textstats_stored_answer_with_its_version(home):
    found = grades.second_opinion("neo")
    assert "answers were stored" in " ".join(found.more)
    assert len(found.table.columns) == 1 + len(FORMULAS)
