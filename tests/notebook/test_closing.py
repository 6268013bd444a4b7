"""A cell that is run again gives up its controls and its answer; other cells keep theirs."""

import ipywidgets
import pytest
from own_shell import shell as shell

from whosewords.notebook.live import Live


class Shown(Live):
    """A box with two controls in it."""

    def controls(self):
        return ipywidgets.VBox([ipywidgets.HTML("a"), ipywidgets.HTML("b")])

    def __repr__(self):
        return "shown"


@pytest.fixture
def run(shell, monkeypatch):
    """Runs a cell that shows controls, as a page does; gives back what it showed."""
    monkeypatch.setattr("whosewords.notebook.twins.twin", lambda live: "shown")
    shell.user_ns["Shown"] = Shown

    def run(code, cell_id=None):
        return shell.run_cell(code, store_history=True, cell_id=cell_id).result

    return run


def open_controls(live):
    return [made for made in vars(live).get("made", ()) if made.comm is not None]


def test_a_cell_run_again_closes_what_it_showed_and_no_other_does(run):
    first, other = run("Shown.of(Shown())", "one"), run("Shown.of(Shown())", "two")
    for live in (first, other):
        assert len([live.widget, *live.widget.children]) == 3
    again = run("Shown.of(Shown())", "one")
    assert not open_controls(first)
    assert open_controls(other) and open_controls(again)


def test_without_a_page_the_same_words_are_the_same_cell(run):
    first, other = run("Shown.of(Shown())"), run("Shown.of(Shown())  # another")
    run("Shown.of(Shown())")
    assert not open_controls(first)
    assert open_controls(other)


def test_what_was_closed_can_be_shown_again(run):
    first = run("Shown.of(Shown())", "one")
    before = first.widget
    run("Shown.of(Shown())", "one")
    assert first.widget is not before
    assert open_controls(first)


def test_an_answer_is_kept_until_its_cell_is_run_again(run, shell):
    run("'an answer'", "one")
    number = next(number for number, kept in shell.user_ns["_oh"].items() if kept == "an answer")
    run("'another'", "two")
    assert shell.user_ns[f"_{number}"] == "an answer"
    run("'an answer'", "one")
    assert number not in shell.user_ns["_oh"]
    assert f"_{number}" not in shell.user_ns and f"_{number}" not in shell.user_ns_hidden
