"""Shorter ways through the lessons: which there are, in which order, and what is no way."""

import pytest

from whosewords import files, progress
from whosewords.classroom.exercises import lessons
from whosewords.problems import Problem
from whosewords.publish.static import still

ROUTES = {row["size"]: row["lessons"] for row in files.settings("routes.toml")["route"]}


def numbers(shown):
    return [step.lesson.number for step in shown.steps]


def test_each_way_has_as_many_lessons_as_it_says():
    assert list(ROUTES) == [1, 3, 5, 10]
    assert all(len(set(way)) == len(way) == size for size, way in ROUTES.items())


@pytest.mark.parametrize("size", ROUTES)
def test_a_way_shows_its_lessons_and_begins_with_its_first(size):
    shown = progress(size)
    assert numbers(shown) == [number for number in ROUTES[size] if number in lessons()]
    assert shown.next.number == ROUTES[size][0]
    assert shown.about in shown._repr_html_() and shown.about in repr(shown)
    assert f'data-lessons="{" ".join(map(str, numbers(shown)))}"' in still(shown)


def test_without_a_number_all_are_shown_and_the_shorter_ways_named():
    assert numbers(progress()) == list(lessons())
    assert "progress(1), progress(3), progress(5)" in repr(progress())


@pytest.mark.parametrize("size", [0, 2, "four", -1, 3.5, [3], "", "____"])
def test_what_is_no_way_is_told_in_a_sentence(size):
    with pytest.raises(Problem, match="There are ways of 1, 3, 5, 10 lessons"):
        progress(size)
