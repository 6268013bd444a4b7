"""The paper pack: every sheet is there, holds what it should, asks nothing of the network, keeps blocks."""

import re
from html import unescape

import pytest

from whosewords import __main__
from whosewords.classroom.exercises import key, lessons
from whosewords.classroom.my_work import work
from whosewords.measures.frames import BOXES
from whosewords.problems import Problem
from whosewords.publish import paper
from whosewords.publish.sheets import lesson_text, meant, on_sheet

TOLD = {one["number"]: one for one in paper.stated()}


@pytest.fixture(scope="module")
def sheets():
    return paper.sheets()


def test_there_are_sheets_and_keys_for_both_lessons(sheets):
    assert list(sheets) == [
        "lesson_3_sheets.html", "lesson_3_keys.html", "lesson_4_sheets.html", "lesson_4_keys.html",
    ]  # fmt: skip


@pytest.mark.parametrize("number", TOLD)
def test_every_sheet_has_a_title_and_says_for_whom_it_is_and_what_to_do(sheets, number):
    html = sheets[f"lesson_{number}_sheets.html"]
    for at, sheet in enumerate(TOLD[number]["sheet"], 1):
        assert f"Lesson {number} on paper · Sheet {at} · {sheet['for']}" in html
        assert sheet["title"] and sheet["todo"] and sheet["parts"]
        assert re.search("each (student|group)|two students", sheet["for"])


def test_a_part_of_no_known_kind_is_told_in_a_sentence():
    with pytest.raises(Problem, match=r"“strip”.* mean “strips”"):
        on_sheet("strip", pattern="a", texts=["b"], first=1)


def test_no_answer_stands_on_a_student_sheet_and_nothing_unfolds(sheets):
    for number in (3, 4):
        html = sheets[f"lesson_{number}_sheets.html"]
        assert "<details" not in html
        for one in lessons()[number].exercises:
            known = key(one.id)
            for text in (known.explained, known.good):
                assert not text or text[:40] not in html, one.id


def test_no_guess_stands_on_one_sheet_with_what_answers_it(sheets):
    for number, answer in ((3, "twelve times"), (4, "left the remedy box blank")):
        each = sheets[f"lesson_{number}_sheets.html"].split('<section class="sheet">')
        assert f"{number}.p1" in each[1] and not any(f"{number}.p1" in html for html in each[2:])
        assert answer not in each[1] and any(answer in html for html in each[2:])


def test_the_teacher_finds_what_to_copy_and_what_the_screen_would_have_told(sheets):
    for number, said in ((3, "the Gate"), (4, "0 to 4")):
        html = sheets[f"lesson_{number}_keys.html"]
        assert "What to copy" in html and said in html
        assert all(sheet["title"] in html for sheet in TOLD[number]["sheet"])
    assert "four kinds today" in sheets["lesson_3_sheets.html"]  # the authorities, told before they are asked


def test_a_text_that_a_lesson_no_longer_has_is_missed():
    with pytest.raises(Problem, match="no text that"):
        lesson_text(3, "Once upon a time")


def test_the_strips_have_a_key():
    found = meant("militant*", ["neo"], 5)
    who = [one for _, _, one in found]
    assert [number for number, _, _ in found] == list(range(5, 17))
    assert [who.count(one) for one in ("Iran-linked groups (by the text)", "Daesh", "unclear")] == [9, 1, 2]


def test_the_keys_hold_every_answer(sheets):
    for number in (3, 4):
        html = unescape(sheets[f"lesson_{number}_keys.html"])
        for one in (*lessons()[number].guesses, *lessons()[number].exercises):
            known = key(one.id).explained or key(one.id).good
            assert known and known in html and f"<dt>{one.id} {one.question}</dt>" in html


def test_grids_can_be_filled_by_hand(sheets):
    html = sheets["lesson_4_sheets.html"]
    # Empty: neo, all four boxes; half-filled: the two that the lesson leaves open.
    assert html.count("my own words") == len(BOXES) + 2
    assert "Two readings: New" in sheets["lesson_4_keys.html"]


def test_every_hit_is_a_strip(sheets):
    assert sheets["lesson_3_sheets.html"].count("<mark>") == 4 + 12


def test_sheets_ask_for_nothing_and_run_nothing(sheets):
    for html in sheets.values():
        assert not re.search(r"<script|src=\"http|url\(http|@import", html)
        assert "default-src 'none'" in html


def test_nothing_that_a_reader_answered_gets_onto_a_sheet(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSEWORDS_HOME", str(tmp_path))
    work().change("3.8", lambda entry: {**entry, "kind": "text", "value": "zebra headline"})
    assert not any("zebra" in html for html in paper.sheets().values())


def test_one_command_writes_the_pack(tmp_path, capsys):
    assert __main__.main(["paper", str(tmp_path / "pack")]) == 0
    assert "4 files" in capsys.readouterr().out
    assert len(list((tmp_path / "pack").glob("*.html"))) == 4


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path, monkeypatch, capsys):
    (tmp_path / "file").write_text("x")
    monkeypatch.setattr(paper, "sheets", lambda: {"a.html": "x"})
    assert __main__.main(["paper", str(tmp_path / "file")]) == 1
    assert "not be saved" in capsys.readouterr().err
