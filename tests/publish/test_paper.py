"""The paper pack: every task of a lesson is on a sheet, its key for the teacher, no answer before it."""

import re
from html import unescape

import give_aways
import pytest

from whosewords import __main__
from whosewords.classroom.exercises import exercise, key, lessons
from whosewords.measures.frames import BOXES
from whosewords.problems import Problem
from whosewords.publish import paper, to_print
from whosewords.publish.sheets import lesson_text, meant, on_sheet

TOLD = {one["number"]: one for one in paper.stated()}
MOST = 8  # pages that two students get of a lesson


@pytest.fixture
def sheets(everybodys_sheets):
    return everybodys_sheets


def students(sheets, number):
    """The sheets of a lesson for students, each as HTML."""
    return sheets[f"lesson_{number}_sheets.html"].split('<section class="sheet">')[1:]


def tasks(sheet):
    """The ids of what a sheet asks, as data/paper.toml states them."""
    kinds = ("guesses", "ask", "tick", "to_number", "levels", "side_by_side", "sort", "options")
    asked = [one for one in sheet["parts"] if one["kind"] in kinds]
    return [id for one in asked for id in one.get("ids", [one.get("number")])]


def test_every_lesson_has_sheets_and_keys(sheets):
    assert list(TOLD) == list(lessons())
    files = [f"lesson_{number}_{kind}.html" for number in TOLD for kind in ("sheets", "keys")]
    assert list(sheets) == ["index.html", *files, paper.TEST]


def test_both_forms_of_the_test_stand_on_paper_without_their_answers(sheets):
    html = unescape(sheets[paper.TEST])
    assert (
        html.count("Task 10") == 2
        and html.count("How sure?") == 2
        and html.count("Most news about wars") == 2
    )
    assert "Velna" in html and "Tolmer" in html and "<details" not in html


@pytest.mark.parametrize("number", TOLD)
def test_every_guess_and_core_task_stands_on_a_sheet(sheets, number):
    one, asked = lessons()[number], [id for sheet in TOLD[number]["sheet"] for id in tasks(sheet)]
    needed = [task.id for task in (*one.guesses, *one.exercises) if task.guess or task.tier == "core"]
    assert set(needed) <= set(asked) and len(asked) == len(set(asked))
    for sheet, html in zip(TOLD[number]["sheet"], students(sheets, number), strict=True):
        for id in tasks(sheet):
            # Of one exercise only the six sentences are there: they are read aloud.
            assert (
                exercise(id).question in unescape(html) or {"kind": "options", "number": id} in sheet["parts"]
            )


@pytest.mark.parametrize("number", TOLD)
def test_the_keys_hold_every_answer(sheets, number):
    html = unescape(sheets[f"lesson_{number}_keys.html"])
    for one in (*lessons()[number].guesses, *lessons()[number].exercises):
        known = key(one.id).explained or key(one.id).good
        assert known and known in html and f"<dt>{one.id} {one.question}</dt>" in html


@pytest.mark.parametrize("number", TOLD)
def test_no_answer_stands_on_a_sheet_before_its_question(sheets, number):
    """A sheet that was given out lies on the table: what it says is seen by whoever answers a later one."""
    seen = []
    for sheet, html in zip(TOLD[number]["sheet"], students(sheets, number), strict=True):
        ours = give_aways.of_ours(html)
        before = [*seen, *give_aways.sentences(sheet["todo"])]
        found = [one for id in tasks(sheet) for one in give_aways.judged(exercise(id), key(id), before)]
        assert not found
        asked = {option.text for id in tasks(sheet) for option in exercise(id).options}
        seen += [one for one in ours if one not in asked]


@pytest.mark.parametrize("number", TOLD)
def test_no_explanation_stands_on_a_sheet_and_nothing_unfolds(sheets, number):
    html = unescape("".join(students(sheets, number)))
    assert "<details" not in html and "<summary" not in html
    for one in (*lessons()[number].guesses, *lessons()[number].exercises):
        for text in (key(one.id).explained, key(one.id).good):
            assert not text or text[:40] not in html, one.id


@pytest.mark.parametrize("number", TOLD)
def test_two_students_get_eight_pages_at_most(number):
    assert to_print.of_a_pair(TOLD[number]["sheet"]) <= MOST


@pytest.mark.parametrize("number", TOLD)
def test_every_sheet_says_for_whom_it_is_and_what_to_do(sheets, number):
    for at, (sheet, html) in enumerate(zip(TOLD[number]["sheet"], students(sheets, number), strict=True), 1):
        assert f"Lesson {number} on paper · Sheet {at} · {to_print.whom(sheet)}" in html
        assert html.count('class="how"') == (2 if sheet["for"] == "half" else 1)
        assert ('class="mine"' in html) >= (sheet["for"] in ("half", "student"))  # whose it is


@pytest.mark.parametrize("number", TOLD)
def test_each_lesson_begins_with_guesses_has_a_written_answer_and_ends_with_the_exit_ticket(number):
    first, *_, last = TOLD[number]["sheet"]
    assert first["for"] in ("half", "student") and {"kind": "exit", "number": number} in last["parts"]
    # Lesson 7 writes before its second round, whose phrases are to be fresh.
    assert any(exercise(id).rubric for sheet in TOLD[number]["sheet"] for id in tasks(sheet))
    assert [id for sheet in TOLD[number]["sheet"] for id in tasks(sheet) if exercise(id).guess] == tasks(
        first
    )


def test_how_much_paper_a_class_needs_is_worked_out(sheets):
    # By hand, Lesson 0: half a page, two sheets for two students, one for each: 14 + 14 + 14 + 28.
    assert to_print.leaves(TOLD[0]["sheet"]) == 70 and to_print.of_a_pair(TOLD[0]["sheet"]) == 5
    front = sheets["index.html"]
    for one in TOLD.values():
        assert (
            to_print.amount(one) in front
            and to_print.amount(one) in sheets[f"lesson_{one['number']}_keys.html"]
        )
        assert f'href="lesson_{one["number"]}_sheets.html"' in front
    assert (
        f"28 students: {sum(to_print.leaves(one['sheet']) for one in TOLD.values())} sheets of paper" in front
    )


def test_what_nobody_knows_is_told_in_a_sentence():
    with pytest.raises(Problem, match=r"“strip”.* mean “strips”"):
        on_sheet("strip", pattern="a", texts=["b"], first=1)
    with pytest.raises(Problem, match=r"“pairs”.* mean “pair”"):
        to_print.copies({"for": "pairs"})
    with pytest.raises(Problem, match="no text that"):
        lesson_text(3, "Once upon a time")


def test_the_teacher_finds_what_to_print_and_what_the_screen_would_have_told(sheets):
    for number, said in ((3, "the Gate"), (4, "0 to 4"), (5, "the loudest")):
        html = sheets[f"lesson_{number}_keys.html"]
        assert "What to print" in html and said in html
        assert all(sheet["title"] in html for sheet in TOLD[number]["sheet"])
    assert "four kinds today" in sheets["lesson_3_sheets.html"]  # the authorities, told before they are asked


def test_the_strips_have_a_key():
    found = meant("militant*", ["neo"], 5)
    who = [one for _, _, one in found]
    assert [number for number, _, _ in found] == list(range(5, 17))
    assert [who.count(one) for one in ("Iran-linked groups (by the text)", "Daesh", "unclear")] == [9, 1, 2]


def test_every_hit_is_a_strip(sheets):
    assert sheets["lesson_3_sheets.html"].count("<mark>") == 4 + 12


def test_grids_can_be_filled_by_hand(sheets):
    # The lesson leaves two of the four boxes open.
    assert sheets["lesson_4_sheets.html"].count("my own words") == len(BOXES) - 2
    assert "Two readings: Journal" in sheets["lesson_4_keys.html"]


def test_a_count_by_hand_has_its_table_and_a_race_its_picture(sheets):
    html = sheets["lesson_5_sheets.html"]
    assert html.count('class="ask hit"') == 8 and "Look your result up" in html
    assert "The rule race" in html and "<svg" in html


def test_sheets_ask_for_nothing_and_run_nothing(sheets):
    for html in sheets.values():
        assert not re.search(r"<script|src=\"http|url\(http|@import", html)
        assert "default-src 'none'" in html


def test_one_command_writes_the_pack(tmp_path, capsys):
    assert __main__.main(["paper", str(tmp_path / "pack")]) == 0
    told, made = capsys.readouterr().out, list((tmp_path / "pack").glob("*.html"))
    assert len(made) == 2 + 2 * len(TOLD) and f"{len(made)} files" in told and "index.html" in told


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path, monkeypatch, capsys):
    (tmp_path / "file").write_text("x")
    monkeypatch.setattr(paper, "sheets", lambda: {"a.html": "x"})
    assert __main__.main(["paper", str(tmp_path / "file")]) == 1
    assert "not be saved" in capsys.readouterr().err
