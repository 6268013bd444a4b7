"""The module from a shell."""

import csv
import io
import os
import re
import subprocess
import sys

import pytest
from library import ARTICLES, needs_articles, text_of

from whosewords import __version__, files
from whosewords.__main__ import main
from whosewords.readability import FORMULAS
from whosewords.shelf.catalogue import EDITIONS, articles

TEXT = "The cat sat on the mat and looked at the unbelievable bird. " * 5


def rows(printed):
    return list(csv.DictReader(io.StringIO(printed)))


def test_measure_a_folder(tmp_path, capsys):
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.html").write_text(f"<html><script>x</script><p>{TEXT}</p></html>", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\0")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    assert main(["measure", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    found = rows(out)
    assert [row["text"] for row in found] == ["a.html"] * len(FORMULAS) + ["b.txt"] * len(FORMULAS)
    assert {(row["words"], row["sentences"]) for row in found} == {("60", "5")}
    assert [row["grade"] for row in found][: len(FORMULAS)] == [row["grade"] for row in found][
        len(FORMULAS) :
    ]
    assert err == ""


def test_measure_leaves_out_what_cannot_be_read_and_says_so(tmp_path, capsys):
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2")
    (tmp_path / "empty.md").write_bytes(b"")
    assert main(["measure", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert {row["text"] for row in rows(out)} == {"good.txt"}
    assert "“bad.txt” is not" in err
    assert "“empty.md” is empty" in err


def test_measure_nothing(tmp_path, capsys):
    assert main(["measure", str(tmp_path)]) == 1
    assert "no text file" in capsys.readouterr().err
    assert main(["measure", str(tmp_path / "none")]) == 1
    assert "no folder" in capsys.readouterr().err


@needs_articles
def test_unlock_a_folder(home, capsys):
    assert main(["unlock", str(ARTICLES)]) == 0
    out, err = capsys.readouterr()
    assert out.count("identical with “") == len(EDITIONS)
    assert err == ""
    articles.forget()
    assert not articles["neo"].locked


@needs_articles
def test_unlock_several_files(home, capsys, tmp_path):
    for edition in ("neo", "trt"):
        (tmp_path / f"{edition}.txt").write_text(text_of(edition), encoding="utf-8")
    assert main(["unlock", str(tmp_path / "neo.txt"), str(tmp_path / "trt.txt")]) == 0
    out = capsys.readouterr().out
    assert re.findall(r"(\w+)\.txt: identical .*“(\w+)”", out) == [("neo", "neo"), ("trt", "trt")]


def test_unlock_what_is_not_there(home, capsys):
    assert main(["unlock", "no such file.txt"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "“no such file.txt”" in err
    assert "Traceback" not in err


def test_help_and_version(capsys):
    for options in (["--help"], ["unlock", "--help"], ["measure", "--help"], ["--version"]):
        with pytest.raises(SystemExit) as ended:
            main(options)
        assert ended.value.code == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("options", [[], ["nonsense"], ["unlock"], ["measure"]])
def test_what_is_no_command(options, capsys):
    with pytest.raises(SystemExit) as ended:
        main(options)
    assert ended.value.code == 2
    assert "usage: whosewords" in capsys.readouterr().err


def test_from_a_real_shell_that_knows_few_letters(tmp_path):
    folder = tmp_path / "Ölçü ‘1’"
    folder.mkdir()
    (folder / "мир.txt").write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "whosewords", "measure", str(folder)]
    environment = dict(os.environ, PYTHONIOENCODING="ascii")
    done = subprocess.run(command, capture_output=True, cwd=files.PACKAGE.parent, env=environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(b"???.txt") == len(FORMULAS)
