"""The standards table: strict, sourced, and about tasks that there are."""

import pytest

from whosewords import files
from whosewords.classroom.exercises import exercises, lessons
from whosewords.problems import Problem
from whosewords.teacher import standards


@pytest.mark.parametrize("row", standards.rows(), ids=lambda row: f"{row.lesson} {row.part.code}")
def test_a_row_names_the_tasks_that_train_it(row):
    assert row.tasks and row.trains and row.lesson in lessons()
    for task in row.tasks:
        assert task == "the grid" or exercises()[task].lesson == row.lesson
        assert task == "the grid" or not exercises()[task].guess


def test_each_lesson_has_a_table_and_each_part_is_used():
    assert {row.lesson for row in standards.rows()} == set(lessons())
    assert {row.part.code for row in standards.rows()} == set(standards.parts())
    pairs = [(row.lesson, row.part.code) for row in standards.rows()]
    assert len(pairs) == len(set(pairs))


def test_only_stretch_tasks_are_said_to_be_stretch():
    for row in standards.rows():
        tiers = {exercises()[task].tier for task in row.tasks if task != "the grid"}
        assert (tiers == {"stretch"}) == ("stretch task" in row.trains), row


def test_each_framework_has_an_edition_and_sources_that_are_listed():
    known = {row["id"] for row in files.table_rows("sources.csv")}
    for one in standards.frameworks().values():
        assert one.edition and one.sources and set(one.sources) <= known


def test_what_is_left_out_is_said():
    told = " ".join(standards.left_out())
    for code in ("RI.11-12.6", "RI.9-10.8"):
        assert code in told and code not in standards.parts()
    assert standards.editions().count("<li>") == len(standards.left_out())


def test_the_table_of_a_lesson_holds_its_rows():
    html = standards.of_lesson(2)
    rows = [row for row in standards.rows() if row.lesson == 2]
    assert html.count('scope="row"') == len(rows) and html.count('scope="col"') == 4
    assert all(row.part.name in html for row in rows)


def test_a_part_of_no_known_framework_is_told(monkeypatch):
    broken = {"framework": [], "part": [{"framework": "ccs", "code": "x", "asks": "y"}], "row": []}
    monkeypatch.setattr(standards, "_told", lambda: broken)
    for made in (standards.frameworks, standards.parts):
        made.cache_clear()
    with pytest.raises(Problem, match="ccs"):
        standards.parts()
    standards.frameworks.cache_clear()
