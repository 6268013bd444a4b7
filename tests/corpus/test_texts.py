"""Texts from folders, patterns and tables: each in its place, and what is wrong with an input is said."""

import csv
import json

import pytest

from whosewords.corpus import texts as module
from whosewords.corpus.texts import Texts
from whosewords.problems import Problem


def of(*given, **options):
    return [tuple(text) for text in Texts(given, **options)]


def errors(found):
    return [str(source) if isinstance(source, Problem) else None for _, _, source in found]


@pytest.fixture
def table(tmp_path):
    def made(content, name="a.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return made


def test_a_folder_is_read_by_name_without_what_is_hidden_or_no_text(tmp_path):
    for name in ("b.txt", "a.md", ".c.txt", "d.png", "e.csv"):
        (tmp_path / name).write_text("One.")
    assert of(tmp_path) == [(1, "a.md", tmp_path / "a.md"), (2, "b.txt", tmp_path / "b.txt")]


def test_a_pattern_goes_into_folders_and_alike_names_are_told_apart(tmp_path):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("One.")
    found = of(f"{tmp_path}/**/*.txt")
    assert [name for _, name, _ in found] == [f"{tmp_path}/x/a.txt", f"{tmp_path}/y/a.txt"]
    assert [name for _, name, _ in of(f"{tmp_path}/x/*")] == ["a.txt"]
    assert len(of(tmp_path / "x", tmp_path / "y" / "a.txt")) == 2


def test_a_name_with_signs_of_a_pattern_is_a_file_where_it_is_one(table):
    assert of(table("One.", "a[1].txt"))[0][1] == "a[1].txt"


def test_the_table_that_is_written_is_not_read(tmp_path):
    for name in ("a.csv", "out.csv"):
        (tmp_path / name).write_text("text\nOne.\n")
    assert len(of(f"{tmp_path}/*.csv", but=[tmp_path / "out.csv"])) == 1


@pytest.mark.parametrize("separator", ",;\t")
def test_a_csv_with_names(table, separator):
    path = table(
        separator.join(["ID", "Text"]) + "\n" + separator.join(["007", '"One,;\ttwo.\nThree ""x""."'])
    )
    assert of(path) == [(1, "007", 'One,;\ttwo.\nThree "x".')]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_with_a_mark_at_its_front(table, encoding):
    assert of(table("text\nOne é.\n".encode(encoding))) == [(1, "1", "One é.")]
    assert of(table('{"text": "One é."}\n'.encode(encoding), "a.jsonl")) == [(1, "1", "One é.")]


def test_names_that_stand_twice_are_kept_and_told_apart_by_number(table):
    assert of(table("id,text\na,One.\na,Two.\n,Three.\n")) == [
        (1, "a", "One."),
        (2, "a", "Two."),
        (3, "3", "Three."),
    ]


def test_columns_may_be_named_and_a_single_one_need_not_be(table):
    path = table("who,body,text\nRoe,One.,no\n")
    assert of(path, column="body", named="who") == [(1, "Roe", "One.")]
    assert of(table("body\nOne.\n", "b.csv")) == [(1, "1", "One.")]


@pytest.mark.parametrize(
    ("content", "options", "why"),
    [
        ("who,body\nRoe,One.\n", {}, r"--text COLUMN.*who, body"),
        ("who,body\nRoe,One.\n", {"column": "bdy"}, r"--text.*“body”.*who"),
        ("who,text\nRoe,One.\n", {"named": "id"}, r"--id.*who"),
        ("text,text\na,b\n", {}, "2 columns"),
        ("", {}, "empty"),
        ('"text', {}, "first line"),
    ],
)
def test_a_table_without_its_columns_is_refused(table, content, options, why):
    with pytest.raises(Problem, match=why):
        of(table(content), **options)


def test_damaged_rows_of_a_csv_keep_their_places(table):
    found = of(table('id,text\na,One.\nb\nc,Two,three.\nd,"Four" five\ne,Six.\nf,"Seven\n'))
    told = errors(found)
    assert [name for _, name, _ in found] == ["a", "b", "c", "4", "e", "6"]
    assert told[0] is told[4] is None and "1 fields" in told[1] and "3 fields" in told[2]
    assert "damaged" in told[3] and "damaged" in told[5]


def test_a_huge_field_is_read_and_one_without_end_is_not(table, monkeypatch):
    assert len(of(table("text\n" + "word " * 100_000))[0][2]) == 500_000  # Python's own limit is 131,072
    monkeypatch.setattr(module, "LARGEST_FILE", 1000)
    found = of(table('id,text\na,One.\nb,"' + "word\n" * 300 + "c,Two.\n"))
    assert [*map(bool, errors(found))] == [False, True]
    assert csv.field_size_limit() == 131_072


def test_damaged_lines_of_a_jsonl_keep_their_places(table, monkeypatch):
    monkeypatch.setattr(module, "LARGEST_FILE", 1000)
    lines = ["{", '{"id": 7, "text": "One."}', '["x"]', "", '{"id": null, "body": 1}', '{"text": 5}',
             "[" * 900,
             json.dumps({"text": "x" * 2500}), '{"id": 7, "text": "Two."}']  # fmt: skip
    found = of(table("\n".join(lines), "a.jsonl"))
    told = errors(found)
    assert [(found[i][1], found[i][2]) for i in (1, 7)] == [("7", "One."), ("7", "Two.")]
    assert [bool(each) for each in told] == [True, False, True, True, True, True, True, False]
    assert "id, body" in told[3] and "number 5" in told[4] and "longer" in told[6]


def test_a_jsonl_without_its_column_is_refused(table):
    with pytest.raises(Problem, match="who, body"):
        of(table('{"who": "Roe", "body": "One."}\n', "a.jsonl"))


@pytest.mark.parametrize("given", ["no such folder", "no/such/*.txt", ""])
def test_what_is_not_there(given):
    with pytest.raises(Problem, match=r"There is no folder|holds no text file"):
        of(given)


def test_columns_without_a_table(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    with pytest.raises(Problem, match="--text"):
        of(tmp_path, column="text")


def test_a_stamp_tells_of_every_change(table):
    path = table("text\nOne.\n")
    first = Texts([path]).stamp()
    assert first == Texts([path]).stamp() != Texts([path], column="text").stamp()
    table("text\nOne!!\n")
    assert Texts([path]).stamp() != first


def test_how_many(table):
    path = table("id,text\na,One.\nb\n\nc,Two.\n")
    assert len(Texts([path])) == len(of(path)) == 3
