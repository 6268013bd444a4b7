"""The paper pack: every sheet is there, holds what it should, asks nothing of the network, keeps blocks."""

import re
import tomllib

import pytest

from whosewords import __main__, files, paper
from whosewords.desk import work
from whosewords.exercises import key, lessons
from whosewords.framing import BOXES

TOLD = tomllib.loads(files.data("paper.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sheets():
    return paper.sheets()


def test_there_are_sheets_and_keys_for_both_lessons(sheets):
    assert list(sheets) == [
        "lesson_3_sheets.html", "lesson_3_keys.html", "lesson_4_sheets.html", "lesson_4_keys.html",
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "inside"), [("lesson_3", paper.lesson_3), ("lesson_4", paper.lesson_4)])
def test_every_sheet_has_a_title_and_says_what_to_do(sheets, name, inside):
    assert [*inside(), "title", "wide"] == [*list(TOLD[name])[1:-1], "title", "wide"]
    assert sheets[f"{name}_sheets.html"].count('class="sheet') == len(inside())
    assert set(TOLD[name]["wide"]) <= set(inside())


def test_no_answer_stands_on_a_student_sheet_unfolded(sheets):
    for number in (3, 4):
        html = sheets[f"lesson_{number}_sheets.html"]
        shown = re.sub(r"<details.*?</details>", "", html, flags=re.S)
        for one in lessons()[number].exercises:
            known = key(one.id)
            for text in (known.explained, known.good):
                assert not text or text[:40] not in shown, one.id


def test_the_keys_hold_every_answer(sheets):
    for number in (3, 4):
        html = sheets[f"lesson_{number}_keys.html"]
        for one in (*lessons()[number].guesses, *lessons()[number].exercises):
            assert f"<dt>{one.id} " in html
            assert (key(one.id).explained or key(one.id).good)[:30].split("“")[0].split("'")[0] in html


def test_grids_can_be_filled_by_hand(sheets):
    html = sheets["lesson_4_sheets.html"]
    # Empty: neo and one's own message, four boxes each; half-filled: the two that the lesson leaves open.
    assert html.count("In my own words") == 2 * len(BOXES) + 2
    assert "Two readings: New Eastern Outlook" in sheets["lesson_4_keys.html"]


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
    assert "4 files are in the folder" in capsys.readouterr().out
    assert len(list((tmp_path / "pack").glob("*.html"))) == 4


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path, monkeypatch, capsys):
    (tmp_path / "file").write_text("x")
    monkeypatch.setattr(paper, "sheets", lambda: {"a.html": "x"})
    assert __main__.main(["paper", str(tmp_path / "file")]) == 1
    assert "could not be saved" in capsys.readouterr().err
