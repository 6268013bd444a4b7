"""The table of a class: a row for each student, three columns for each task, and nothing that a spreadsheet
would run."""

import csv
import io

import pytest

from whosewords.teacher.class_table import defused, table
from whosewords.teacher.collecting import Student
from whosewords.teacher.item_analysis import local

AT = "2025-11-03T09:15:00.000001+00:00"


def rows(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_row_for_each_student(school):
    entries = {
        "7.1": {"kind": "answer", "tries": ["cat", "cook"], "at": AT},
        "7.p1": {"kind": "guess", "value": "cat", "at": "no time"},
        "7.5": {"kind": "text", "value": "=cmd()", "at": AT},
    }
    first, second = rows(table([Student("blue-7", "blue-7", entries, ()), Student("", "without", {}, ())]))
    clock = f"{local(AT):%Y-%m-%d %H:%M}"
    assert first["student"] == "blue-7" and first["answers"] == "3" and first["last"] == clock
    assert (first["7.1 result"], first["7.1 tries"], first["7.1 time"]) == ("right", "2", clock)
    assert (first["7.p1 result"], first["7.p1 tries"], first["7.p1 time"]) == ("guessed", "1", "")
    assert first["7.5 result"] == "written" and "cmd" not in "".join(first.values())
    assert (
        second.pop("student") == "without" and second.pop("answers") == "0" and set(second.values()) == {""}
    )


def test_a_spreadsheet_knows_the_letters(school):
    text = table([Student("türkis-7", "türkis-7", {}, ())])
    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert rows(text)[0]["student"] == "türkis-7"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r", " ="])
def test_no_cell_begins_as_a_formula(school, start):
    label = f'{start}HYPERLINK("x";"y")'
    (row,) = rows(table([Student(label, label, {}, ())]))
    assert row["student"] == "'" + label


def test_what_is_no_formula_is_left():
    assert [defused(text) for text in ("", "blue-7", "a=b", "'x")] == ["", "blue-7", "a=b", "'x"]
