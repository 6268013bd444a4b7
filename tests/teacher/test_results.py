"""`class FOLDER` writes a page and a table beside the work files and nothing else; `--forget` deletes
these and nothing else."""

import os
import stat

import made_up_class as made_up
import pytest

from whosewords.__main__ import main
from whosewords.problems import Problem
from whosewords.teacher.incoming import RESULTS
from whosewords.teacher.results import PAGE, forget, ours, write


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "9b class"
    work = {name: made_up.work_of(name, done=2) for name in made_up.names(3)}
    made_up.write(folder, {f"my_work_{name}.json": made_up.raw_of(name, done) for name, done in work.items()})
    return folder


def lying(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_page_and_a_table_for_nobody_else(folder, capsys):
    before = lying(folder)
    assert main(["class", str(folder)]) == 0
    after = lying(folder)
    assert set(after) - set(before) == {f"{RESULTS}/class.html", f"{RESULTS}/class.csv"}
    assert all(after[name] == raw for name, raw in before.items())
    assert b"amber-1" in after[f"{RESULTS}/class.html"] and b"amber-1" in after[f"{RESULTS}/class.csv"]
    assert "3 students in 3 files." in capsys.readouterr().out
    if os.name != "nt":
        modes = {
            path.name: stat.S_IMODE(path.stat().st_mode)
            for path in [folder / RESULTS, *(folder / RESULTS).iterdir()]
        }
        assert modes == {RESULTS: 0o700, "class.html": 0o600, "class.csv": 0o600}


def test_one_person_with_two_devices(folder, capsys):
    made_up.write(folder, {"phone.json": made_up.raw_of("amber-1", made_up.work_of("somebody else", done=1))})
    assert main(["class", str(folder)]) == 0
    assert "4 students" in capsys.readouterr().out
    assert main(["class", str(folder), "--same", "amber-1"]) == 0
    assert "3 students" in capsys.readouterr().out


def test_a_list_of_names_says_who_is_missing_and_is_no_work(folder, capsys):
    names = folder / "names.txt"
    names.write_text("amber-1\nblue-3\nred-9\n", encoding="utf-8")
    assert main(["class", str(folder), "--names", str(names)]) == 0
    told = capsys.readouterr().out
    assert "nothing came: 1 of 3. red-9" in told and "not on your list: 1. black-2" in told
    assert "names.txt" not in told
    rows = (folder / RESULTS / "class.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[-1].startswith("red-9,0,") and len(rows) == 1 + 3 + 1


def test_a_list_that_cannot_be_read_is_told_and_nothing_is_written(folder, tmp_path, capsys):
    assert main(["class", str(folder), "--names", str(tmp_path / "none.txt")]) == 1
    assert "could not be read" in capsys.readouterr().err and not (folder / RESULTS).exists()


def test_what_was_made_is_no_input(folder):
    first, again = write(folder), write(folder)
    assert first == again


def test_what_needs_a_look_is_told(folder, capsys):
    made_up.write(folder, {"my_work_red-9.json": b"", "\x1b[2J.json": b"{}"})
    assert main(["class", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "my_work_red-9.json: Empty" in told and "\x1b" not in told


def test_forget_takes_away_what_was_made_and_leaves_the_work(folder, capsys):
    before = lying(folder)
    write(folder)
    assert main(["class", "--forget", "--yes", str(folder)]) == 0
    assert lying(folder) == before and not (folder / RESULTS).exists()
    told = capsys.readouterr().out
    assert "class.csv, class.html" in told and str(folder) in told and "browser" in told


def test_forget_leaves_what_it_did_not_make(folder, capsys):
    write(folder)
    mine = {
        "notes.txt": b"mine", "class_old.html": b"mine", "my.json": b'{"a": 1}', "broken.json": b"{",
        "my_work.json": made_up.raw_of("", {}), "list.csv": b"a,b",
    }  # fmt: skip
    made = {
        "marks_9b.json": b'{"format": "Whose Words? marks"}', "marks_9b.csv": b'"student","task","points"',
        ".class.html.x1.tmp": b"half",
    }  # fmt: skip
    made_up.write(folder / RESULTS, mine | made)
    assert {path.name for path in ours(folder)[0]} == {"class.html", "class.csv", *made}
    assert main(["class", "--forget", "--yes", str(folder)]) == 0
    assert lying(folder / RESULTS) == mine
    assert all(name in capsys.readouterr().out for name in ["notes.txt"])


def test_a_page_of_that_name_by_somebody_else_is_left(folder):
    made_up.write(folder / RESULTS, {"class.html": b"<p>mine</p>", "class.csv": b"name,mark"})
    forget(folder)
    assert set(lying(folder / RESULTS)) == {"class.html", "class.csv"}


@pytest.mark.parametrize(
    ("typed", "stays"), [("yes", False), (" Yes ", False), ("no", True), ("", True), (None, True)]
)
def test_forget_asks(folder, monkeypatch, capsys, typed, stays):
    def answer():
        if typed is None:
            raise EOFError
        return typed

    write(folder)
    monkeypatch.setattr("builtins.input", answer)
    assert main(["class", "--forget", str(folder)]) == 0
    assert (folder / RESULTS / "class.html").exists() is stays
    assert ("Nothing was deleted" in capsys.readouterr().out) is stays


def test_ctrl_c_where_it_asks_deletes_nothing(folder, monkeypatch):
    def pressed():
        raise KeyboardInterrupt

    write(folder)
    before = lying(folder)
    monkeypatch.setattr("builtins.input", pressed)
    assert main(["class", "--forget", str(folder)]) == 1
    assert lying(folder) == before


def test_forget_where_nothing_was_made(folder, tmp_path, capsys):
    before = lying(folder)
    assert main(["class", "--forget", str(folder)]) == 0
    assert "nothing to delete" in capsys.readouterr().out
    assert lying(folder) == before
    assert main(["class", "--forget", str(tmp_path / "none")]) == 1


@pytest.mark.skipif(os.name == "nt", reason="links of Unix")
def test_a_link_in_the_place_of_the_results_is_not_followed(folder, tmp_path):
    outside = tmp_path / "outside"
    made_up.write(outside, {"class.html": b"Whose Words?"})
    (folder / RESULTS).symlink_to(outside)
    for call in (write, forget, ours):
        with pytest.raises(Problem, match=RESULTS):
            call(folder)
    assert lying(outside) == {"class.html": b"Whose Words?"}


@pytest.mark.skipif(os.name == "nt", reason="links of Unix")
def test_a_link_in_the_place_of_the_page_is_not_followed(folder, tmp_path):
    other = tmp_path / "other.html"
    other.write_text("mine", encoding="utf-8")
    (folder / RESULTS).mkdir()
    (folder / RESULTS / PAGE).symlink_to(other)
    write(folder)
    assert other.read_text(encoding="utf-8") == "mine"
    assert not (folder / RESULTS / PAGE).is_symlink()


def test_forget_takes_the_folder_of_the_results_itself(folder):
    write(folder)
    forget(folder / RESULTS)
    assert not (folder / RESULTS).exists()


def test_a_place_that_cannot_be_written(folder, capsys):
    (folder / RESULTS / "class.html").mkdir(parents=True)
    assert main(["class", str(folder)]) == 1
    assert "copy the work files" in capsys.readouterr().err


def test_results_that_cannot_be_read_are_not_deleted(folder, monkeypatch, capsys):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    write(folder)
    monkeypatch.setattr("whosewords.teacher.results._is_made", refuse)
    assert main(["class", "--forget", "--yes", str(folder)]) == 1
    assert "Permission denied" in capsys.readouterr().err
    assert (folder / RESULTS / "class.html").exists()


@pytest.mark.parametrize("given", [["class", "nowhere"], ["class", ""], ["class", __file__]])
def test_no_class(given, capsys):
    assert main(given) == 1
    told = capsys.readouterr()
    assert told.out == "" and "Traceback" not in told.err and told.err.count("\n") == 1
