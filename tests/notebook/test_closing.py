"""A cell that is run again gives up its controls and its answer; other cells keep theirs."""

import functools
import gc
import json

import ipywidgets
import pytest
from own_shell import shell as shell

from whosewords.files import CHECKOUT
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


def test_of_a_run_before_nothing_is_left_where_the_shell_keeps_lines_and_drawings(run, shell):
    history = shell.history_manager
    run("'an answer'", "one")
    number = len(history.input_hist_raw) - 1
    history.outputs[number].append("drawn")
    history.exceptions[number] = {"fault": "told"}
    run("'another'", "two")
    assert history.input_hist_raw[number] == shell.user_ns[f"_i{number}"] == "'an answer'"
    run("'an answer'", "one")
    assert number not in history.outputs and number not in history.exceptions
    assert history.input_hist_raw[number] == history.input_hist_parsed[number] == ""
    assert f"_i{number}" not in shell.user_ns
    assert history.input_hist_raw[number + 1 :] == ["'another'", "'an answer'"]


def kept(shell):
    """How much of each kind a kernel keeps: what a lesson may not add to when it is run again."""
    gc.unfreeze()
    gc.collect()
    history = shell.history_manager
    caches = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
    drawn = [len(text) for row in history.outputs.values() for one in row for text in one.bundle.values()]
    return {
        "widgets": len(ipywidgets.widgets.widget._instances),
        "names": len(shell.user_ns),
        "answers": len(shell.user_ns["_oh"]),
        "letters drawn": sum(drawn),
        "letters typed": sum(map(len, history.input_hist_raw)),
        "remembered": sum(one.cache_info().currsize for one in caches if "whosewords" in one.__module__),
    }


def test_a_lesson_run_again_keeps_no_more_than_before(shell, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("WHOSEWORDS_HOME", str(tmp_path))
    cells = json.loads((CHECKOUT / "lessons" / "05_counting.ipynb").read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    seen = []
    for _ in range(3):
        for number, line in enumerate(code):
            shell.run_cell(line, store_history=True, cell_id=str(number))
        seen.append(kept(shell))
    assert seen[0]["widgets"] > 100 and seen[0]["answers"] > 10 and seen[0]["remembered"] > 100
    assert seen[1] == seen[2]
