"""How a reader wants things shown: kept with the work, taken along, no answer, and seen in what is drawn."""

import json

import pytest
from own_home import opened_later, parts

from whosewords import import_work, my_settings, my_work, show
from whosewords.classroom.settings import CHOICES, chosen, kept_for
from whosewords.classroom.work_format import SETTINGS
from whosewords.display import reading
from whosewords.notebook.choice import Pick
from whosewords.notebook.settings import Settings
from whosewords.problems import Problem

USUAL = {"size": "usual", "motion": "usual", "notes": "folded"}
NOTED = "journal_mtl"  # its last paragraph has a content note
pytestmark = pytest.mark.usefixtures("home")


def test_without_a_choice_the_first_of_each_row_holds():
    assert my_settings().now == USUAL == {name: one.options[0][0] for name, one in CHOICES.items()}
    assert kept_for("") == USUAL


def test_what_is_set_holds_later_and_for_the_server():
    assert "Saved" in repr(my_settings(size="large"))
    my_settings(notes=" OUT ")
    opened_later()
    assert my_settings().now == {**USUAL, "size": "large", "notes": "out"} == kept_for("")
    assert "left out" in repr(my_settings()) and "larger" in my_settings()._repr_mimebundle_()[0]["text/html"]
    my_work("blue-7")
    assert my_settings().now == USUAL == kept_for("blue-7")


def test_a_tap_is_kept_at_once():
    rows = parts(Settings.of(my_settings()), Pick)
    assert [row.value for row in rows] == list(USUAL.values())
    rows[1].buttons["less"].click()
    assert my_settings().now == {**USUAL, "motion": "less"}


def test_settings_are_no_answers_and_go_along_in_the_file(tmp_path):
    my_settings(size="largest")
    assert "0 answers" in repr(my_work()) and "\n" not in repr(my_work())
    assert "0 answers written" in repr(my_work().export(tmp_path))
    my_work("green-3")
    my_settings(motion="less")
    import_work(tmp_path / "my_work.json", "yes")
    assert my_settings().now["motion"] == "less"  # the later one


@pytest.mark.parametrize("kept", [None, 5, [], {}, {"size": "huge", "motion": 3, "notes": None}])
def test_what_no_version_wrote_sets_nothing(home, kept):
    home.mkdir()
    entries = {SETTINGS: kept} if kept is not None else {}
    (home / "my_work.json").write_text(json.dumps({"entries": entries}))
    assert chosen(kept) == USUAL == kept_for("") == my_settings().now
    (home / "my_work.json").write_text("{ half")
    assert kept_for("") == USUAL


def test_what_cannot_be_set_is_told():
    with pytest.raises(Problem, match="There is no choice for size= called “hueg”"):
        my_settings(size="hueg")
    with pytest.raises(Problem, match="no choice for notes="):
        my_settings(notes=True)


def test_a_paragraph_with_a_content_note_is_folded_open_or_left_out():
    note = "executions and sexual violence"
    folded = show(NOTED, paragraphs="12").html()
    assert 'class="ww-fold"><summary>' in folded and note in folded
    my_settings(notes="open")
    assert 'class="ww-fold" open><summary>' in show(NOTED, paragraphs="12").html()
    assert repr(show(NOTED, paragraphs="12")).count("In short (ours)") == 1
    my_settings(notes="out")
    for shown in (show(NOTED), show(NOTED, layers=True)):
        assert "ww-fold" not in shown.html().partition("<article")[2] and note in shown.html()
        assert "my_settings() changes it" in shown.html() and note in repr(shown)
    summary = reading.show(NOTED).article.paragraphs[11].precis
    first = summary.split("'")[0]
    assert first in folded and first not in show(NOTED, paragraphs="12").html()
    assert "In short (ours)" not in repr(show(NOTED, paragraphs="12"))
    with pytest.raises(Problem, match="choice for notes="):
        show(NOTED, notes="away")
