"""Copies of the lessons: laid out, changed, put back, given to somebody else, brought up to date, deleted."""

import json

import pytest

from whosewords import files
from whosewords.classroom import desk
from whosewords.classroom.my_work import my_work, work
from whosewords.classroom.pseudonym import name, taken
from whosewords.classroom.reset import reset
from whosewords.notebook.saving import strip, stripped
from whosewords.problems import Problem

FIRST, SECOND = "01_spoons.ipynb", "02_forks.ipynb"


def notebook(*cells):
    """A notebook's text: what begins with # is a text, anything else a line."""
    made = [
        {"cell_type": "markdown", "id": f"c{n}", "metadata": {"deletable": False}, "source": [cell]}
        if cell.startswith("#")
        else {"cell_type": "code", "id": f"c{n}", "metadata": {"deletable": False}, "source": [cell],
              "outputs": [], "execution_count": None}
        for n, cell in enumerate(cells, 1)
    ]  # fmt: skip
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture
def lessons(home, tmp_path, monkeypatch):
    """Two lessons that ship, in a checkout of their own. The notebook that runs is the first one."""
    folder = tmp_path / "checkout" / "lessons"
    folder.mkdir(parents=True)
    (folder / FIRST).write_text(notebook("# Spoons", 'show("trt")', "rank()"), encoding="utf-8")
    (folder / SECOND).write_text(notebook("# Forks", "rank()"), encoding="utf-8")
    monkeypatch.setenv("WHOSEWORDS_DATA", str(files.data()))
    monkeypatch.setattr(files, "CHECKOUT", folder.parent)
    monkeypatch.setenv("JPY_SESSION_NAME", f"/somewhere/{FIRST}")
    return folder


def edited(path, number, line):
    """Type another line into a cell of a copy, as JupyterLab saves it."""
    copy = json.loads(path.read_text(encoding="utf-8"))
    copy["cells"][number]["source"] = line
    path.write_text(json.dumps(copy), encoding="utf-8")


def lines(path):
    return ["".join(cell["source"]) for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]


def earlier(folder):
    return sorted((folder / "earlier").glob("*")) if (folder / "earlier").exists() else []


def test_everybody_has_copies_and_what_ships_is_not_written(lessons, home):
    before = {path.name: path.read_bytes() for path in lessons.iterdir()}
    assert desk.lay_out() == home / "lessons" and desk.lay_out("blue-7") == home / "lessons_blue-7"
    assert lines(home / "lessons" / FIRST) == lines(home / "lessons_blue-7" / FIRST)
    assert desk.belongs_to(desk.read(home / "lessons_blue-7" / FIRST)) == "blue-7"
    edited(home / "lessons" / FIRST, 1, "1/0")
    reset("everything")
    assert {path.name: path.read_bytes() for path in lessons.iterdir()} == before


def test_a_text_cannot_be_opened_and_a_box_can(lessons, home):
    text, box, _ = desk.read(desk.lay_out() / FIRST)["cells"]
    assert text["metadata"]["editable"] is False and "editable" not in box["metadata"]
    assert text["metadata"]["deletable"] is box["metadata"]["deletable"] is False


def test_changed_lines_are_found_by_the_copy_alone(lessons, home):
    path = desk.lay_out() / FIRST
    assert desk.changes(desk.read(path)) == [] and desk.untouched(desk.read(path))
    edited(path, 1, "1/0")
    assert desk.changes(desk.read(path)) == [desk.Changed("c2", 1, "1/0", 'show("trt")')]
    assert not desk.untouched(desk.read(path))


def test_a_box_that_was_added_is_no_change_of_a_line_but_the_readers_own(lessons):
    path = desk.lay_out() / FIRST
    copy = desk.read(path)
    copy["cells"].append({"cell_type": "code", "id": "x", "metadata": {}, "source": "mine = 1"})
    assert desk.changes(copy) == [] and not desk.untouched(copy)


def test_reset_alone_changes_nothing_and_names_the_lines(lessons):
    path = desk.lay_out() / FIRST
    assert "No line of this lesson was changed" in repr(reset())
    edited(path, 1, "1/0")
    assert 'Box 1 says “1/0” and came with “show("trt")”: reset(1)' in repr(reset())
    assert lines(path)[1] == "1/0"


@pytest.mark.parametrize("what", [2, "2"])
def test_one_line_is_put_back_and_the_others_stay(lessons, what):
    path = desk.lay_out() / FIRST
    edited(path, 1, "1/0")
    edited(path, 2, "2/0")
    told = repr(reset(what))
    assert lines(path) == ["# Spoons", "1/0", "rank()"]
    (kept,) = earlier(path.parent)
    assert kept.name in told and lines(kept) == ["# Spoons", "1/0", "2/0"]


def test_a_lesson_is_put_back_and_the_others_stay(lessons):
    folder = desk.lay_out()
    edited(folder / FIRST, 1, "1/0")
    edited(folder / SECOND, 1, "2/0")
    reset("lesson")
    assert (lines(folder / FIRST)[1], lines(folder / SECOND)[1]) == ('show("trt")', "2/0")
    reset("everything")
    assert lines(folder / SECOND)[1] == "rank()"
    assert [kept.name[:2] for kept in earlier(folder)] == ["01", "02"]


def test_nothing_is_kept_of_what_nobody_changed(lessons):
    reset("everything")
    assert earlier(desk.lay_out()) == []


def test_twice_within_a_second_nothing_is_written_over(lessons):
    path = desk.lay_out() / FIRST
    for line in ("1/0", "2/0", "3/0"):
        edited(path, 1, line)
        reset(1)
    assert sorted(lines(kept)[1] for kept in earlier(path.parent)) == ["1/0", "2/0", "3/0"]


@pytest.mark.parametrize("what", ["line", 1, 0, -3, "", 1.5, [], True, "lessons", object()])
def test_what_cannot_be_put_back(lessons, what):
    with pytest.raises(Problem, match=r"reset\(\) takes"):
        reset(what)


def test_a_notebook_that_is_none_of_ours(lessons, monkeypatch):
    monkeypatch.setenv("JPY_SESSION_NAME", "/somewhere/Untitled.ipynb")
    with pytest.raises(Problem, match=r'none of our lessons.*reset\("everything"\)'):
        reset("lesson")
    assert "All lessons" in repr(reset("everything"))


def test_where_no_lessons_ship(home, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "CHECKOUT", tmp_path)
    with pytest.raises(Problem, match="Put back …"):
        reset()


@pytest.mark.parametrize("broken", ["", "{", "[]", "null", '{"cells": 7}', '{"cells": [1]}', "\udcff"])
def test_a_copy_that_is_cut_off_is_laid_out_anew_and_kept(lessons, broken):
    path = desk.lay_out() / FIRST
    path.write_text(broken, encoding="utf-8", errors="surrogateescape")
    desk.lay_out()
    assert lines(path)[1] == 'show("trt")'
    assert len(earlier(path.parent)) == 1


def test_a_copy_that_is_gone_comes_back(lessons):
    path = desk.lay_out() / FIRST
    path.unlink()
    reset("lesson")
    assert lines(path)[1] == 'show("trt")'


def test_an_update_brings_new_copies_and_keeps_what_was_changed(lessons):
    folder = desk.lay_out()
    edited(folder / FIRST, 1, "1/0")
    for each in (FIRST, SECOND):
        (lessons / each).write_text(notebook("# New", "events()"), encoding="utf-8")
    desk.lay_out()
    assert lines(folder / FIRST) == lines(folder / SECOND) == ["# New", "events()"]
    (kept,) = earlier(folder)
    assert lines(kept)[1] == "1/0"
    edited(folder / FIRST, 1, "2/0")
    desk.lay_out()
    assert lines(folder / FIRST)[1] == "2/0", "The same version again: what was typed stays."


def test_a_new_person_starts_with_fresh_copies_and_the_first_finds_theirs(lessons, home):
    edited(desk.lay_out() / FIRST, 1, "1/0")
    my_work("blue-7")
    assert lines(desk.lay_out() / FIRST)[1] == 'show("trt")'
    reset("everything")
    assert lines(home / "lessons" / FIRST)[1] == "1/0", "The copies of others are left alone."


def test_what_a_lesson_writes_lies_beside_the_copies_of_whoever_sits_there(lessons, home, monkeypatch):
    monkeypatch.chdir(desk.lay_out())
    my_work("blue-7")
    assert files.place() == home / "lessons_blue-7"
    my_work().export(".")
    assert (home / "lessons_blue-7" / "my_work_blue-7.json").exists()
    monkeypatch.chdir(home.parent)
    my_work("red-3")
    assert files.place() == files.CHECKOUT


# --- Whose answers


def test_a_lesson_that_is_open_takes_the_name_as_long_as_nothing_was_done(home):
    (home / "name.txt").parent.mkdir()
    (home / "name.txt").write_text("red-3\n")
    assert work().path.name == "my_work_red-3.json"


def test_a_lesson_opened_by_somebody_else_asks_and_writes_nothing(lessons, home):
    my_work("red-3")
    work().change("1.1", lambda entry: {"value": "mine"})
    (home / "name.txt").write_text("blue-7\n")  # somebody sits down, in another lesson
    for asked in (work, my_work, reset):
        with pytest.raises(Problem, match=r"opened by “red-3”, and now “blue-7”.*Who are you"):
            asked()
    my_work("blue-7")
    assert work().entries() == {} and taken() == name() == "blue-7"
    my_work("red-3")
    assert work().get("1.1")["value"] == "mine"


def test_whoever_says_the_old_name_again_goes_on(home):
    my_work("red-3")
    (home / "name.txt").write_text("\n")
    with pytest.raises(Problem, match="somebody without a name"):
        my_work()
    my_work("red-3")
    assert taken() == "red-3" and work().name == "red-3"


def test_a_name_that_cannot_be_kept_is_not_asked_for_again(home, monkeypatch):
    def full(path, text):
        raise files.CannotSave("The disk is full.")

    monkeypatch.setattr(files, "write", full)
    assert "could not be kept" in repr(my_work("blue-7"))
    assert work().name == "blue-7"


def test_controls_of_the_person_before_are_put_away(home):
    from whosewords.session import session

    gone = []
    session().leaving.append(lambda: gone.append(name()))
    my_work("blue-7")
    my_work("blue-7")
    assert gone == ["blue-7"], "once, since the second time nobody left"


# --- Saving, as JupyterLab does


def model(copy):
    return {"type": "notebook", "content": copy}


def test_a_lesson_that_was_only_run_is_the_same_file(lessons):
    path = desk.lay_out() / FIRST
    before = desk.read(path)
    run = json.loads(json.dumps(before))
    run["cells"][1].update(outputs=[{"output_type": "stream"}], execution_count=7)
    run["cells"][1]["metadata"]["trusted"] = True
    run["metadata"]["widgets"] = {}
    strip(model(run))
    assert {**run, "metadata": run["metadata"]["whosewords"]} == {
        **before,
        "metadata": before["metadata"]["whosewords"],
    }


def test_a_page_of_one_person_is_not_saved_as_that_of_another(lessons, home):
    mine = desk.read(desk.lay_out("red-3") / FIRST)
    my_work("blue-7")
    with pytest.raises(Exception, match="worked here before") as refused:
        strip(model(mine))
    assert refused.value.status_code == 409
    my_work("red-3")
    strip(model(mine))


def test_a_notebook_of_ones_own_can_be_saved():
    own = {"cells": [], "metadata": {"title": "mine"}}
    strip(model(own))
    assert desk.belongs_to(own) is None and stripped(own)["metadata"]["language_info"]
    strip({"type": "file", "content": "text"})


# --- Deleting


def test_deleting_asks_first(lessons):
    work().change("1.1", lambda entry: {"value": "mine"})
    told = repr(my_work().delete())
    assert "1 answer" in told and 'delete("yes")' in told
    assert work().get("1.1")
    assert repr(my_work().delete("no")) == told


def test_what_is_deleted_is_gone_with_the_state_before_and_the_copies(lessons, home):
    my_work("red-3")
    work().change("1.1", lambda entry: {"value": "theirs"})
    my_work("blue-7")
    for value in ("first secret", "second secret"):
        work().change("1.1", lambda entry, value=value: {"value": value})
    work().path.write_text('{"entries": {"1.1": {"value": "third secret", "at": "2026"}', encoding="utf-8")
    work().entries()  # damaged, so it is kept aside
    folder = desk.lay_out()
    edited(folder / FIRST, 1, "secret")
    reset("lesson")
    edited(folder / FIRST, 1, "secret")
    (folder / ".ipynb_checkpoints").mkdir()
    (folder / ".ipynb_checkpoints" / "01_spoons-checkpoint.ipynb").write_text("secret")
    (folder / "page.html").write_text("what they made")
    told = repr(my_work().delete("yes"))
    assert "my_work_blue-7.json" in told and "page.html" in told
    left = {path.name: path.read_text(encoding="utf-8") for path in home.rglob("*") if path.is_file()}
    assert not [name for name, text in left.items() if "secret" in text]
    assert "theirs" in left["my_work_red-3.json"]
    assert [name for name in left if "blue-7" in name] == []
    assert lines(folder / FIRST)[1] == 'show("trt")' and work().entries() == {}


def test_deleting_nothing_is_no_fault(lessons):
    assert "there was no file" in repr(my_work().delete("yes"))


def test_controls_that_were_shown_to_somebody_else_take_no_answer(home, shell):
    import ipywidgets

    ours = ipywidgets.Button()
    from whosewords.notebook.mistakes import put_controls_away

    put_controls_away()
    assert ours.comm is None


def test_a_home_that_is_a_file_is_told(tmp_path, monkeypatch):
    (tmp_path / "stick").write_text("")
    monkeypatch.setenv("WHOSEWORDS_HOME", str(tmp_path / "stick"))
    with pytest.raises(files.CannotSave, match="could not be made"):
        desk.lay_out("blue-7")
