"""A work file that version 0.1.0 wrote, of somebody made up, is carried over whole."""

import json
import shutil
from pathlib import Path

import pytest
from own_home import opened_later

from whosewords import check, import_work, my_settings, my_work, progress
from whosewords.classroom.work_format import VERSION
from whosewords.teacher.collecting import collected

OLD = Path(__file__).parent / "work_files" / "version_0_1_0.json"
WAS = json.loads(OLD.read_text(encoding="utf-8"))


@pytest.fixture
def kept(home):
    """The work file of whoever sits here, where the old one lies."""
    home.mkdir()
    (home / "name.txt").write_text("blue-7\n")
    return Path(shutil.copy(OLD, home / "my_work_blue-7.json"))


def now_in(path):
    return json.loads(path.read_text(encoding="utf-8"))


def test_each_old_answer_is_listed_and_stays_as_it_was(kept):
    assert "15 answers" in repr(my_work()) and not my_work().notes
    listed = repr(my_work())
    assert all(f"\n{id} " in listed for id in WAS["entries"])
    check("1.3", "trt and rs")
    my_settings(size="large")
    after = now_in(kept)
    assert after["version"] == VERSION == WAS["version"]
    changed = {id for id, entry in WAS["entries"].items() if after["entries"][id] != entry}
    assert changed == {"1.3"}
    assert after["entries"]["1.3"]["tries"] == ["journal_mtl and neo", "trt and rs"]


def test_progress_counts_what_still_is_asked_and_goes_on_from_there(kept):
    way = progress()
    assert [step.state for step in way.steps[:4]] == ["begun", "begun", "begun", "not begun"]
    assert way.steps[0].finished == 3  # its guess, its first task, its exit ticket; 0.5 and 0.6 are new
    assert way.next.number == 2 and way.next_step.stopped == "2.p3"
    assert "Go on where you stopped: The nesting-doll article, 2.p3." in repr(way)
    assert f'href="{way.next.notebook}#cell-id=' in way._repr_html_()


def test_it_can_be_loaded_into_work_that_was_begun_since(home, tmp_path):
    my_work("blue-7")
    check("1.3", "trt and rs")
    opened_later()
    told = repr(import_work(OLD, "yes"))
    assert "15 answers read" in told and "14 of them new or newer" in told
    assert now_in(home / "my_work_blue-7.json")["entries"]["1.3"]["tries"] == ["trt and rs"]


def test_a_class_takes_it(tmp_path):
    shutil.copy(OLD, tmp_path)
    (student,) = collected(tmp_path).students
    assert student.name == "blue-7" and set(student.entries) == set(WAS["entries"])
