"""Between two classes: nobody's name, lessons as they came, and answers that are aside and not gone."""

import json
import shutil
from pathlib import Path

import pytest
from own_home import opened_later, parts

import whosewords
from whosewords import files
from whosewords.classroom import desk, fresh
from whosewords.classroom.my_work import import_work, my_work, work
from whosewords.classroom.progress import progress
from whosewords.classroom.pseudonym import WHO, taken
from whosewords.classroom.tasks import predict
from whosewords.problems import Problem


def aside(home):
    (folder,) = (home / fresh.ASIDE).iterdir()
    return folder


def test_what_a_class_left_is_aside_and_nobody_is_named(home):
    my_work("blue-7")
    predict("1.p1", "neo")
    predict("1.p1", "both")
    own = desk.lay_out("blue-7") / "my notes.txt"
    own.write_text("mine")
    my_work("red-3")
    predict("1.p1", "neither")
    desk.lay_out("")
    (home / "articles").mkdir()
    told = fresh.put_aside()
    opened_later()
    assert taken() == "" and work().entries() == {}
    assert sorted(path.name for path in home.iterdir() if not path.name.startswith(".")) == [
        "articles", fresh.ASIDE, "lessons",
    ]  # fmt: skip
    assert sorted(path.name for path in aside(home).iterdir()) == [
        "lessons", "lessons_blue-7", "my_work_blue-7.json", "my_work_blue-7.json.bak", "my_work_red-3.json",
        "name.txt",
    ]  # fmt: skip
    assert (aside(home) / "lessons_blue-7" / "my notes.txt").read_text() == "mine"
    assert "2 work files" in told and str(aside(home)) in told


def test_one_student_comes_back_as_the_sentence_says(home):
    my_work("blue-7")
    predict("1.p1", "both")
    fresh.put_aside()
    opened_later()
    my_work("blue-7")
    assert work().entries() == {}
    import_work(str(aside(home) / "my_work_blue-7.json"))
    assert work().get("1.p1")["value"] == "both"


def test_a_changed_copy_is_aside_and_the_lesson_is_as_it_came(home):
    copy = desk.lay_out("") / "start.ipynb"
    as_it_came = copy.read_bytes()
    page = desk.read(copy)
    next(cell for cell in page["cells"] if cell["cell_type"] == "code")["source"] = "1/0"
    copy.write_text(json.dumps(page))
    fresh.put_aside()
    assert copy.read_bytes() == as_it_came
    assert b"1/0" in (aside(home) / "lessons" / "start.ipynb").read_bytes()


def test_where_nobody_worked_nothing_is_put_aside(home):
    desk.lay_out("")
    (home / "name.txt").write_text("\n")
    assert "nothing to put aside" in fresh.put_aside()
    assert not (home / fresh.ASIDE).exists()


def test_two_classes_in_one_second_stay_apart(home, monkeypatch):
    class Stopped(fresh.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2026, 11, 29, 9, 30)

    monkeypatch.setattr(fresh, "datetime", Stopped)
    for _ in range(2):
        my_work("blue-7")
        predict("1.p1", "both")
        fresh.put_aside()
        opened_later()
    assert sorted(path.name for path in (home / fresh.ASIDE).iterdir()) == [
        "2026-11-29 09.30.00", "2026-11-29 09.30.00 (2)",
    ]  # fmt: skip


def test_a_file_that_is_in_use_is_told_with_what_to_do(home, monkeypatch):
    my_work("blue-7")

    def in_use(self, target):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", in_use)
    with pytest.raises(Problem, match=r"Close the lessons first"):
        fresh.put_aside()


# --- A computer that several people use


@pytest.fixture
def shared(home, tmp_path, monkeypatch):
    """A computer whose file of settings says that several people use it."""
    (tmp_path / "data").symlink_to(files.data())
    monkeypatch.setattr(files, "CHECKOUT", tmp_path)
    monkeypatch.setattr(files, "IN_CHECKOUT", True)
    settings = tmp_path / "settings.toml"
    settings.write_text((files.PACKAGE.parents[1] / "settings.toml").read_text().replace("= false", "= true"))
    return settings


def test_nobody_answers_without_a_name_and_the_answer_waits_for_it(home, shared):
    with pytest.raises(Problem, match=r'write my_work\("blue-7"\).*Your answer waits'):
        predict("1.p1", "both")
    assert not list(home.glob("my_work*.json"))
    assert "1 answer waited for your name" in repr(my_work("blue-7"))
    assert work().get("1.p1")["value"] == "both"
    opened_later()
    assert work().get("1.p1")["value"] == "both"


def test_what_waits_does_not_replace_an_answer_of_whoever_comes_back(home, shared):
    my_work("blue-7")
    predict("1.p1", "neo")
    my_work("")
    opened_later()
    with pytest.raises(Problem):
        predict("1.p1", "both")
    my_work("blue-7")
    assert work().get("1.p1")["value"] == "neo"


def test_an_answer_by_a_press_is_refused_with_the_same_sentence(home, shared):
    ipywidgets = pytest.importorskip("ipywidgets")
    shown = whosewords.predict("1.p1")
    parts(shown, ipywidgets.Button)[0].click()
    assert "first say who you are" in parts(shown, ipywidgets.HTML)[-1].value
    assert not list(home.glob("my_work*.json"))


def test_the_start_page_asks_who_sits_here_before_anything_else(home, shared):
    assert repr(progress()).splitlines()[0] == WHO
    assert "Several people" in progress()._repr_html_().split("<table")[0]
    my_work("blue-7")
    assert repr(progress()).startswith("Begin with Lesson 0")


def test_a_file_is_loaded_under_a_name_only(home, shared):
    my_work("blue-7")
    predict("1.p1", "neo")
    mine = shutil.copy(home / "my_work_blue-7.json", home / "mine.json")
    my_work("")
    with pytest.raises(Problem, match=r"say who you are"):
        import_work(str(mine), "yes")


def test_a_computer_of_ones_own_asks_nobody(home, shared):
    for text in ("shared = false", "", "# nothing"):
        shared.write_text(text)
        predict("1.p1", "both")
    shared.unlink()
    predict("1.p1", "neo")
    assert work().get("1.p1")["value"] == "neo"


@pytest.mark.parametrize("text", ["shared = ", "shared = 1", 'shared = "true"', "\0"])
def test_settings_that_nobody_can_read_are_told(home, shared, text):
    shared.write_text(text)
    with pytest.raises(Problem, match=r"shared = true where"):
        predict("1.p1", "both")
