"""What is kept of a Finding: table, picture and words, and nothing that a spreadsheet would run."""

import csv
import io
from xml.etree import ElementTree

import pandas as pd
import pytest

from whosewords import count, events, find, readability
from whosewords.display.finding import Finding
from whosewords.files import CannotSave
from whosewords.problems import Problem


def finding(**changed):
    given = dict(title="A title", table=pd.DataFrame({"text": ["“a”"], "n": [1]}), words="What it says.",
                 held_constant="this", do_not_conclude="that")  # fmt: skip
    return Finding(**given | changed)


def test_a_finding_is_kept_as_table_picture_and_words(home, tmp_path):
    saved = readability().save(tmp_path / "mine")
    assert sorted(path.suffix for path in saved) == [".csv", ".svg", ".txt"] and "mine" in repr(saved)
    table = pd.read_csv(next(path for path in saved if path.suffix == ".csv"))
    assert list(table["text"]) == list(readability().table["text"])
    picture = ElementTree.parse(next(path for path in saved if path.suffix == ".svg")).getroot()
    assert picture.tag.endswith("svg") and "TRT World" in "".join(picture.itertext())
    assert "Flesch-Kincaid" in picture.get("aria-label")
    words = next(path for path in saved if path.suffix == ".txt").read_text(encoding="utf-8")
    assert "Do not conclude" in words and readability().words in words


@pytest.mark.parametrize("call", [events, lambda: count("verdict", per=1000), lambda: find("*occup*")])
def test_every_call_can_be_kept(home, tmp_path, call):
    saved = call().save(tmp_path)
    assert all(path.stat().st_size for path in saved)


def test_without_a_name_it_lies_among_the_readers_own_files(home):
    assert {path.parent for path in finding().save()} == {(home / "findings").resolve()}


def test_both_pictures_are_kept(home, tmp_path):
    names = sorted(path.name for path in count("verdict", per=1000).save(tmp_path) if path.suffix == ".svg")
    assert len(names) == 2 and names[1].endswith("_places.svg")
    assert [path.suffix for path in find("*terror*").save(tmp_path)].count(".svg") == 1


def test_nothing_is_written_over(tmp_path):
    first, second = finding().save(tmp_path), finding(words="Other.").save(tmp_path)
    assert not set(first) & set(second) and "What it says." in first[1].read_text(encoding="utf-8")


def test_curly_marks_and_commas_survive_a_spreadsheet(tmp_path):
    raw = finding(table=pd.DataFrame({"a, b": ["“x”, y"]})).save(tmp_path)[0].read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(raw.decode("utf-8-sig")))) == [["a, b"], ["“x”, y"]]


@pytest.mark.parametrize("cell", ["=cmd()", "+1+1", "@x", "-x", "\t=1"])
def test_no_cell_is_a_formula(tmp_path, cell):
    text = finding(table=pd.DataFrame({"text": [cell]})).save(tmp_path)[0].read_text(encoding="utf-8-sig")
    assert list(csv.reader(io.StringIO(text)))[1] == [f"'{cell}"]


@pytest.mark.parametrize("title", ["../../etc/x", "a/b\\c:d", "", "…", "x" * 300, "CON"])
def test_a_title_is_never_a_way_out_of_the_folder(tmp_path, title):
    for path in finding(title=title).save(tmp_path / "in"):
        assert path.parent == (tmp_path / "in").resolve() and len(path.name) < 80


@pytest.mark.parametrize("folder", [3, "", " ", ["a"], b"x"])
def test_what_is_no_folder_is_said(folder):
    with pytest.raises(Problem, match="a folder"):
        finding().save(folder)


def test_where_nothing_can_be_written_it_says_so(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotSave, match="not be saved"):
        finding().save(tmp_path / "file" / "in it")
