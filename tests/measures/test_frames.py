"""Frames: the table keeps to its texts, a proof is found in blocks too, a grid of one's own is never lost."""

import json
import re

import pytest
from library import needs_articles, path_of

from whosewords import files, frames, my_frames, my_work
from whosewords.classroom import frame_boxes, frames_compared, own_frames
from whosewords.classroom.frames import READ_BY
from whosewords.classroom.my_work import work
from whosewords.display import frame_grid
from whosewords.measures.frames import BOXES, Box, differences, differs, furthest_two, readings
from whosewords.measures.proofs import LONGEST_PROOF, State, place_of, state_of
from whosewords.problems import Blank, Problem
from whosewords.publish.static import still
from whosewords.shelf.article import relock
from whosewords.shelf.catalogue import SHELF, articles
from whosewords.voices import voice_of
from whosewords.words import read

EVERY = [box for text in readings().values() for one in text.values() for box in one.values()]
DONE = {
    "problem": ("Iraq is pulled apart", "edge of the abyss", 6),
    "cause": ("the West wants oil", "Western raiders", "¶14"),
    "judgement": ("the West is greedy", "greedy hands", 14),
    "remedy": "blank",
}
named = pytest.mark.parametrize(
    "box", [b for b in EVERY if b.proof], ids=lambda b: f"{b.text}-{b.reading}-{b.box}"
)
pytestmark = pytest.mark.usefixtures("home")


# ---- the table


def test_each_article_has_three_readings_of_four_boxes_and_our_report_has_one():
    assert set(readings()) == {*SHELF, "wire_2021"}
    for text, kept in readings().items():
        assert list(kept) == ([1] if text == "wire_2021" else [1, 2, 3])
        assert all(list(one) == list(BOXES) for one in kept.values())


def test_a_box_is_blank_or_has_words_proof_and_place():
    for box in EVERY:
        if box.blank:
            assert (box.proof, box.paragraph) == ("", None)
        else:
            assert 5 < len(box.own_words.split()) < 42 and box.proof and box.paragraph


def test_no_remedy_is_stated_in_three_texts_and_nothing_else_is_blank():
    blank = {(box.text, box.box) for box in EVERY if box.blank}
    assert blank == {(text, "remedy") for text in ("anti_empire", "rs", "journal_mtl")}
    assert sum(box.blank for box in EVERY) == 9


@named
def test_a_proof_has_six_words_at_most(box):
    assert 1 <= len(read(box.proof)) <= LONGEST_PROOF


@needs_articles
@named
def test_a_proof_stands_in_its_paragraph_of_the_text(box):
    article = articles[box.text]
    if article.kind == "own text":
        lines = [paragraph.text for paragraph in article.page]
    else:
        edition = "anti_empire" if box.text == "rs" else box.text
        lines = [line for line in path_of(edition).read_text(encoding="utf-8").splitlines() if line.strip()]
    plain = [
        " ".join(w.text for w in read(text)).replace("’", "'")
        for text in (lines[box.paragraph - 1], box.proof)
    ]
    assert re.search(rf"\b{re.escape(plain[1])}\b", plain[0], re.I)
    assert box.paragraph in {p.number for p in article.paragraphs}


@needs_articles
@named
def test_in_blocks_a_proof_is_found_where_it_stands_in_the_full_text(box):
    from whosewords.shelf.unlocking import unlock

    locked = relock(articles[box.text]) if box.text != "wire_2021" else articles[box.text]
    place = place_of(locked, box)
    if box.text != "wire_2021":
        unlock(path_of("anti_empire" if box.text == "rs" else box.text))
    assert not articles[box.text].locked
    found = place_of(articles[box.text], box)
    assert found.sure and (found.start, found.end) == (place.start, place.end)


def test_in_our_report_only_those_who_are_quoted_or_reported_fill_a_box():
    voices = voice_of(articles["wire_2021"])
    for box in readings()["wire_2021"][1].values():
        assert voices[place_of(articles["wire_2021"], box).start] in "QI"


def test_what_the_readings_differ_in():
    kept = readings()
    assert differences(kept["neo"][1], kept["neo"][2]) == ["cause", "judgement"]
    assert differences(kept["neo"][1], kept["neo"][3]) == []
    assert differences(kept["rs"][1], kept["rs"][2]) == ["problem"]
    assert [furthest_two(text) for text in ("neo", "rs", "trt")] == [(1, 2), (1, 2), (1, 2)]
    filled, blank = Box("x", 1, "cause", "It rains.", "wet", 2), Box("x", 2, "cause", "blank")
    assert differs(filled, blank) and not differs(blank, blank)


# ---- a proof that somebody gives


@pytest.mark.parametrize(
    ("text", "proof", "paragraph", "state"),
    [
        ("wire_2021", "expel US forces", 11, ("stands", (11,))),
        ("wire_2021", "“EXPEL US forces,”", 11, ("stands", (11,))),
        ("wire_2021", "expel US forces", 3, ("elsewhere", (11,))),
        ("wire_2021", "expel US forces", None, ("elsewhere", (11,))),
        ("wire_2021", "stay for ever", 11, ("absent", ())),
        ("wire_2021", " … ", 11, ("empty", ())),
        ("wire_2021", "one two three four five six seven", 11, ("long", ())),
        ("neo", "greedy hands", 14, ("stands", (14,))),
        ("neo", "greedy hands", 12, ("elsewhere", (14,))),
        ("neo", "edge of the abyss", 6, ("blocks", ())),
        ("neo", "Mesopotamia incomprehensibly", 6, ("absent", ())),
    ],
)
def test_the_state_of_a_proof(text, proof, paragraph, state):
    assert state_of(articles[text], proof, paragraph) == State(*state)


# ---- frames()


def test_a_worked_grid_shows_words_proof_place_and_voice():
    shown = frames("trt")
    assert len(shown.table) == 12 and shown.chart is None
    html = shown._repr_html_()
    for part in (
        "<q>failed state</q>",
        "¶19 · voice A, author",
        "Show the place",
        "<mark>",
        "Readings 2 and 3",
    ):
        assert part in html
    assert "not a study" in html and "Entman" in repr(shown) and "“failed state” (¶19" in repr(shown)
    assert "▇" in html and shown.do_not_conclude in html


def test_a_half_filled_and_an_empty_grid_open_when_ones_own_is_done():
    assert set(frames("journal_mtl").table["box"]) == {"problem", "cause"}
    assert "remedy are yours" in frames("journal_mtl").words
    assert frames("neo").table.empty and "boxes are yours" in repr(frames("neo"))
    my_frames("neo", **DONE)
    assert len(frames("neo").table) == 12 and "in: cause, judgement" in frames("neo").words


def test_readings_that_differ_stand_side_by_side():
    my_frames("neo", **DONE)
    html = frames("neo")._repr_html_()
    assert "Readings 1 and 3" in html and "Reading 2" in html and "Reading 3: same paragraph" in html


def test_the_pair_and_the_report_share_the_strike_and_say_what_differs():
    shown = frames(["journal_mtl", "neo", "wire_2021"])
    assert (
        shown.held_constant.startswith("the strike (June 2021)") and "report of ours" in shown.held_constant
    )
    assert "One of the makers read our own report." in shown.more
    assert (
        "translation" in frames().held_constant and "Not held constant: the strike" in frames().held_constant
    )
    assert set(frames().table["text"]) == {articles[text].name for text in SHELF}


def test_the_picture_has_a_mark_for_every_box():
    drawn = frames().chart.svg()
    marks = drawn.count("<circle") + drawn.count("<path")
    assert marks == 20 + 3  # five texts and four boxes, and the legend


@pytest.mark.parametrize(
    ("given", "says"),
    [("neow", "Did you mean “neo”"), ("wire_2019", "Nobody has read “wire_2019”"), (7, "short name")],
)
def test_what_frames_cannot_do_is_said(given, says):
    with pytest.raises(Problem, match=says):
        frames(given)


def test_a_blank_that_is_not_filled_is_no_mistake():
    for call in (frames, my_frames):
        with pytest.raises(Blank, match="Fill the blank"):
            call("____")


# ---- a grid of one's own


def test_a_grid_is_saved_and_two_readings_appear_when_it_is_done():
    begun = my_frames("neo", remedy="blank")
    assert ": problem, cause, judgement" in repr(begun) and "Reading 1" not in repr(begun)
    done = repr(my_frames("neo", **DONE))
    assert "in blocks: problem." in done
    assert re.search(r"differ .*cause \(¶6 .*¶14\); judgement \(¶14 .*¶9\)", done)
    assert re.search(r"Problem: filled, as [^¶]*¶6\.", done)
    # You and reading 2 point to ¶14, reading 1 to ¶6.
    assert re.search(r"Cause: filled, as [^¶]*¶14\. [^¶]* 2\. [^¶]* 1 [^¶]*¶6\.", done)
    assert "Remedy: blank, unlike" in done and "Reading 1:" in done
    stored = json.loads(next(files.home().glob("my_work*.json")).read_text(encoding="utf-8"))
    assert stored["entries"]["4.frames.neo"]["boxes"]["cause"]["paragraph"] == 14
    assert "grid: neo" in repr(my_work()) and "Western raiders" in my_work()._repr_html_()
    assert "Reading 1:" in repr(my_frames("neo"))


def test_a_half_filled_grid_begins_with_what_is_given():
    grid = my_frames("journal_mtl")
    assert grid.open == ["judgement", "remedy"] and "Given: so one of the makers" in repr(grid)
    told = repr(
        my_frames("journal_mtl", judgement=("the strong win", "might makes right", 5), remedy="blank")
    )
    assert "Remedy: blank, as" in told and "same paragraphs" in told
    assert "Problem: given" in told


@pytest.mark.parametrize(
    ("box", "says"),
    [
        (("greed", "", 14), "The proof is missing"),
        (("greed", "one two three four five six seven", 14), "too long: 6 words at most"),
        (("greed", "greedy hands", 12), "do not stand in ¶12. They stand in ¶14"),
        (("greed", "greedy hands"), "In which paragraph"),
        (("greed", "greedy hands", 99), "There is no ¶99 in New Eastern Outlook"),
        (("greed", "Mesopotamia incomprehensibly", 14), "no block there has room for them"),
        (("greed", "nice silly hands", 14), "do not stand in ¶14"),
        (("", "greedy hands", 14), "in your own words, or mark the box as blank"),
        (("abyss", "edge of the abyss", 6), "In blocks this proof cannot be checked"),
        (("greed", "greedy hands", 14), "The proof stands in ¶14. Saved."),
        (("word " * 70, "greedy hands", 14), "these are 70 words"),
        ("BLANK", "Blank. Saved."),
    ],
)
def test_what_is_said_about_a_box(box, says):
    assert says in repr(my_frames("neo", judgement=box))
    assert own_frames.OwnGrid(articles["neo"]).boxes["judgement"] == frame_boxes.understood("judgement", box)


@pytest.mark.parametrize("given", ["greedy hands", ("only one",), ("a", "b", 3, 4), 7])
def test_a_box_that_is_typed_in_another_way_says_how(given):
    with pytest.raises(Problem, match=r"cause= .*three things"):
        my_frames("neo", cause=given)


def test_ten_thousand_characters_are_refused_and_nothing_else_is_lost():
    my_frames("neo", cause=DONE["cause"])
    with pytest.raises(Problem, match=r"too long .*5,000"):
        my_frames("neo", cause=("x" * 10_000, "greedy hands", 14))
    assert own_frames.OwnGrid(articles["neo"]).boxes["cause"]["own_words"] == "the West wants oil"


def test_what_is_typed_is_escaped():
    nasty = "<script>alert(1)</script>"
    shown = my_frames("neo", **{**DONE, "problem": (nasty, "edge of the abyss", 6)})
    page = my_frames("neo").widget
    held = shown._repr_html_() + my_work()._repr_html_() + page.children[-1].value
    assert nasty not in held and "&lt;script&gt;" in held
    assert nasty not in frame_grid.empty_grid(nasty)


def test_a_work_file_from_elsewhere_does_no_harm():
    work().change(
        "4.frames.neo", lambda entry: {"kind": "grid", "boxes": {"cause": 3, "remedy": {"blank": "x"}}}
    )
    assert len(own_frames.OwnGrid(articles["neo"]).open) == 4
    work().change("4.frames.neo", lambda entry: {"kind": "grid", "boxes": [1]})
    assert len(own_frames.OwnGrid(articles["neo"]).open) == 4 and "4.frames.neo" in repr(my_work())


def test_a_text_of_ones_own_needs_no_paragraph_and_has_no_other_reading():
    done = dict.fromkeys(("cause", "judgement", "remedy"), "blank")
    told = repr(my_frames(problem=("too much homework", "three tests"), **done))
    assert "only grid" in told and "All four boxes" in told
    assert "4.frames.own" in repr(my_work())


def test_our_report_is_compared_with_one_reading():
    done = dict.fromkeys(BOXES, "blank")
    told = repr(my_frames("wire_2021", **done))
    assert "Problem: blank, unlike" in told and "Reading 2" not in told


def test_the_controls_save_and_compare():
    grid = my_frames("neo")
    kinds = [type(child).__name__ for child in grid.widget.children]
    assert kinds.count("Checkbox") == 4 and kinds.count("Textarea") == 4 and kinds.count("Button") == 1
    fields = {child.description: child for child in grid.widget.children if hasattr(child, "description")}
    fields["Remedy, in your own words"].value = "troops go home"
    fields["blank: the text offers no problem"].value = True
    assert own_frames.OwnGrid(articles["neo"]).boxes["problem"]["blank"]
    assert own_frames.OwnGrid(articles["neo"]).boxes["remedy"]["own_words"] == "troops go home"
    fields["Cause, in your own words"].value = "x" * 10_000
    fields["Save and compare"].click()
    assert "too long" in grid.widget.children[-1].value


# ---- paper


def test_an_empty_grid_has_lines_to_write_on():
    html = frame_grid.empty_grid("invented")
    assert html.count('ww-job"') == 4 and html.count("☐ blank") == 4 and "In paragraph ¶" in html


def test_a_page_shows_an_empty_grid_and_folds_two_readings():
    shown = still(my_frames("neo"))
    assert shown.count("my own words") == 4 and '<details class="key">' in shown and "Reading 2" in shown
    half = still(my_frames("journal_mtl"))
    assert half.count("my own words") == 2
    assert "details class" not in still(my_frames()) and "One reading of ours" in still(
        my_frames("wire_2021")
    )


def test_the_readings_beside_a_grid_are_never_called_a_key():
    my_frames("neo", **DONE)
    assert (
        "no single reading is the key"
        in frames_compared.Compared(own_frames.OwnGrid(articles["neo"]), ()).html()
    )
    assert "no single reading is the key" in READ_BY[0]


def test_each_text_of_ones_own_has_a_grid_under_the_name_that_it_is_given(home):
    my_frames("guardian", cause=("rain", "wet hair", 1))
    assert "wet hair" in repr(my_frames("guardian")) and "wet hair" not in repr(my_frames("tabloid"))
    assert "wet hair" not in repr(my_frames())
    assert "two readings" not in repr(my_frames("guardian", remedy="blank"))
    assert 'my_frames("guardian", ' in repr(my_frames("guardian"))
    for slip in ("neow", "montreal", "x.txt", "____"):
        with pytest.raises(Problem):
            my_frames(slip)
