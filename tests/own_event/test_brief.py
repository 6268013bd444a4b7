"""The framing brief: what it refuses, what it holds, and that page and document hold the same."""

import io
import re
import sys
import zipfile
from html import unescape
from xml.etree import ElementTree

import docx
import pytest

from whosewords import my_brief
from whosewords.own_event.brief import Picture, Table, Text, brief, to_export, too_long_quotes
from whosewords.own_event.lengths import number_of_words
from whosewords.own_event.rules import REASONS
from whosewords.own_event.written import LIMITS, empty_parts, room
from whosewords.problems import Problem
from whosewords.publish.brief_docx import document
from whosewords.publish.brief_page import page
from whosewords.publish.strips import strip

from .bridge import CANARY, TEXTS, begun, finished


def said(html):
    """What a page says, as one line of text."""
    body = html.partition("</style>")[2]
    return " ".join(unescape(re.sub("<[^>]+>", " ", body)).split())


def in_document(content):
    """What a Word document says: paragraphs and cells, as one line of text."""
    made = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in made.tables for row in table.rows for cell in row.cells)
    return " ".join(" ".join([*(p.text for p in made.paragraphs), *cells]).split())


def test_an_event_without_words_is_refused_and_told_where_to_fill_it_in(home):
    begun()
    with pytest.raises(Problem) as told:
        my_brief().export()
    for part in (
        "“What survived” is empty. Step 11",
        "“I do not conclude” is empty. Step 11",
        "Step 3 has it",
    ):
        assert part in str(told.value)
    assert not list(home.rglob("brief*.html"))


@pytest.mark.parametrize("left", ["survived", "not_conclude"])
def test_each_of_the_two_is_asked_for(home, left):
    event = finished()
    event.say("brief", **{left: ""})
    with pytest.raises(Problem, match="is empty"):
        to_export(event)


def test_what_is_not_done_is_said_and_does_not_hinder(home):
    event = finished()
    event.drop("claims", number="1").drop("claims", number="2").say("count", question="")
    made = to_export(event)
    assert any("Step 7" in told for told in made.missing) and any("Step 9" in told for told in made.missing)
    blocks = {block.id: block for block in made.blocks}
    assert blocks["claim"].parts == (Text(("Not done.",)),)
    assert blocks["count"].parts[0].lines[0] == "Not done."


def test_limits_are_counted_in_words(home):
    event = finished()
    assert number_of_words("a b’s c-d") == 3
    # “Held constant: event. Not held constant: dates, kind, length, writer, language.”: 3 + 3 + 5 = 11 words.
    assert room(event, "licence") == (11, 60)
    for what, most in list(LIMITS.items())[:2]:
        before = event.said("brief", what)
        fill = most - (11 if what == "licence" else 0)
        event.say("brief", **{what: " ".join(["word"] * fill)})
        to_export(event)
        event.say("brief", **{what: " ".join(["word"] * (fill + 1))})
        with pytest.raises(Problem, match=f"has {most + 1} words, and {most} is the most"):
            to_export(event)
        event.say("brief", **{what: before})


def test_more_than_six_words_in_a_row_of_somebody_elses_text_are_refused(home):
    event = finished()
    seven = "seven bullies took away the one path"  # of the note of the gull, ¶3
    event.say("brief", survived=f"It says {seven.rpartition(' ')[0]}.")
    to_export(event)
    event.say("brief", survived=f"It says {seven.title()} now.")
    assert [(where, name) for where, _, name in too_long_quotes(event)] == [("“What survived”", "gull")]
    with pytest.raises(Problem, match="more than 6 words in a row of gull"):
        to_export(event)
    event.put("texts", text="gull", mine=True)  # written by the student
    to_export(event)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("claims", {"number": "1", "why": "seven bullies took away the one path"}),
        ("frames", {"text": "courier", "box": "cause", "own_words": "seven bullies took away the one path",
                    "blank": ""}),
        ("silences", {"number": "1", "what": "seven bullies took away the one path"}),
    ],
)  # fmt: skip
def test_they_are_found_wherever_they_were_typed(home, table, row):
    event = finished()
    event.put(table, **row)
    with pytest.raises(Problem, match="words in a row of gull"):
        to_export(event)


def test_the_grid_shows_proofs_and_blanks(home):
    table = next(block for block in brief(finished()).blocks if block.id == "frames").parts[0]
    assert table.columns == ("Box", *TEXTS)
    assert table.rows[0][3] == "The council took a path away. “seven bullies took away”, ¶3"
    assert table.rows[1][1] == "blank: the text offers none"


def test_silences_stand_in_the_order_of_their_reasons(home):
    event = finished()
    event.put("silences", number="2", what="the toll", reason=REASONS[-1])
    event.put("silences", number="3", what="the hour", reason=REASONS[0])
    block = next(block for block in brief(event).blocks if block.id == "silence")
    assert [row[0] for row in block.parts[1].rows] == ["the hour", "the reason", "the toll"]


def test_a_silence_of_step_ten_is_enough(home):
    event = finished().say("brief", silence="")
    assert not any("“Silence”" in told for told in (*brief(event).missing, *empty_parts(event)))
    event.put("silences", number="1", reason="")
    assert "“Silence”" in empty_parts(event)
    assert any(told.startswith("“Silence” is empty") for told in brief(event).missing)


@pytest.mark.parametrize(("paragraph", "proof"), [("5", "seven bullies took away"), ("3", "nine bullies")])
def test_a_proof_that_stands_nowhere_is_told(home, paragraph, proof):
    event = finished()
    assert not any("the proof of" in told for told in brief(event).notes)
    event.put("frames", text="gull", box="problem", proof=proof, paragraph=paragraph)
    assert [told for told in brief(event).notes if "the proof of problem of gull does not stand" in told]


def test_a_loaded_title_and_only_bad_reasons_are_told(home):
    event = finished().say("brief", title="The brutal vote").put("silences", number="1", reason=REASONS[-1])
    event.put("claims", number="1", verdict="disputed")
    notes = " ".join(brief(event).notes)
    assert "“brutal”" in notes and "innocent" in notes and "No claim is supported" in notes


def test_page_and_document_say_the_same(home):
    made = to_export(finished())
    web, word = said(page(made)), in_document(document(made))
    for block in made.blocks:
        for part in block.parts:
            if isinstance(part, Table):
                texts = [part.label, *part.columns, *(cell for row in part.rows for cell in row)]
            else:
                texts = part.lines if isinstance(part, Text) else [" ".join(part.chart.words.split())]
            for text in filter(None, (" ".join(text.split()) for text in texts)):
                assert text in word, text
                assert isinstance(part, Picture) or text in web, text


def test_the_page_is_whole_in_itself_and_has_what_a_listener_needs(home):
    html = page(to_export(finished()))
    assert "://" not in re.sub(r'xmlns="[^"]+"', "", html) and "<script" not in html
    assert "default-src 'none'" in html and '<html lang="en">' in html
    assert html.count("<h1") == 1 and html.count("<table") == html.count("<caption") == 6
    assert 'role="img" aria-label="Loaded words' in html
    assert html.count('<th scope="row"') > 10 and "Do not conclude" in html


def test_the_document_has_headings_header_rows_and_words_for_each_picture(home):
    content = document(to_export(finished()))
    made = docx.Document(io.BytesIO(content))
    assert made.core_properties.title.startswith("The vote") and made.core_properties.language == "en"
    assert [p.text for p in made.paragraphs if p.style.name == "Heading 1"] == ["The vote on the footbridge"]
    assert sum(p.style.name == "Heading 2" for p in made.paragraphs) == 10
    xml = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode("utf-8")
    assert xml.count("w:tblHeader") == len(made.tables) == 6
    described = [one.get("descr") for one in ElementTree.fromstring(xml).iter() if one.tag.endswith("}docPr")]
    assert len(described) == 3 and described[2].startswith(
        "gull, author’s voice (A + H): 48.8 per 1,000 words"
    )


def test_a_strip_shows_where_a_value_stands():
    import zlib

    raw = strip(50.0, 0.0, 100.0, 100.0)
    at = raw.index(b"IDAT") + 4
    rows = zlib.decompressobj().decompress(raw[at:])
    row = rows[(360 + 1) * 18 + 1 : (360 + 1) * 19]  # the middle line of 36, without its filter byte
    assert row[180] == 20 and row[15] == 130 and row[2] == 255  # dot, range, paper
    assert strip(float("nan"), float("nan"), float("nan"), 0)[:4] == b"\x89PNG"


def test_whatever_is_typed_stays_text(home):
    event = finished()
    event.say("event", title=CANARY, place=CANARY).say("brief", title="", survived=CANARY, my_frame=CANARY)
    event.put("texts", text="gull", behind=CANARY, happened=CANARY)
    event.put("silences", number="1", what=CANARY).put("claims", number="1", claim=CANARY, source_1=CANARY)
    event.put("names", who=CANARY, words="council", text="courier", rests_on=CANARY)
    made = brief(event)  # it is above some limits, so that it is cut, and refused when it shall be written
    for html in (page(made), my_brief()._repr_html_()):
        assert "<img src=x" not in html and "<script>alert" not in html
        assert "&lt;img src=x" in html
    assert CANARY in in_document(document(made))


@pytest.mark.parametrize("odd", ["\x00\x0b", "\ud800", "\x1b[2J", "\ufffe", "a\u202eb"])
def test_odd_signs_break_neither_form(home, odd):
    event = finished().say("brief", survived=f"so {odd} on")
    made = to_export(event)
    page(made).encode("utf-8")
    assert "so" in in_document(document(made))


def test_it_is_written_beside_the_event_and_writes_nothing_over(home, tmp_path):
    event = finished()
    told = repr(my_brief().export())
    assert "brief.html" in told and (event.folder.path / "brief.docx").is_file()
    my_brief().export()
    assert (event.folder.path / "brief_2.html").is_file()
    my_brief().export(tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"brief.html", "brief.docx"}
    for wrong in (tmp_path / "out" / "brief.html", 3, ""):
        with pytest.raises(Problem):
            my_brief().export(wrong)


def test_where_no_word_document_can_be_made_the_page_is_written_all_the_same(home, monkeypatch):
    event = finished()
    monkeypatch.setitem(sys.modules, "docx", None)  # as on a site that has no such package
    told = repr(my_brief().export())
    assert "python-docx" in told and "brief.docx" not in told
    assert (event.folder.path / "brief.html").is_file() and not (event.folder.path / "brief.docx").exists()


def test_without_an_event_it_says_how_to_open_one(home):
    with pytest.raises(Problem, match="new_event"):
        my_brief()


def test_a_brief_of_an_empty_event_says_what_is_missing(home):
    from whosewords.own_event.opening import new_event

    new_event("bridge")
    told = repr(my_brief())
    assert "It is not written before" in told and "Step 1, texts and layers" in told
