"""The disk: where things lie, and that nothing is lost when it cannot be written."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from whosewords import files
from whosewords.problems import Problem


def test_data_lie_beside_the_code():
    assert files.data("articles", "trt.toml").is_file()
    assert files.place() == files.CHECKOUT == Path(__file__).resolve().parents[1]


def test_home(monkeypatch, tmp_path):
    monkeypatch.setenv("WHOSEWORDS_HOME", str(tmp_path / "a folder"))
    assert files.home() == tmp_path / "a folder"
    monkeypatch.setenv("WHOSEWORDS_HOME", "~/x")
    assert files.home() == Path.home() / "x"
    monkeypatch.delenv("WHOSEWORDS_HOME")
    assert files.home() == files.CHECKOUT / "my_work"
    monkeypatch.setattr(files, "IN_CHECKOUT", False)
    assert files.home() == Path.home() / "whosewords"
    monkeypatch.chdir(tmp_path)
    assert files.place() == tmp_path


def test_asking_for_the_home_does_not_make_it(monkeypatch, tmp_path):
    monkeypatch.setenv("WHOSEWORDS_HOME", str(tmp_path / "x"))
    files.home()
    assert list(tmp_path.iterdir()) == []


def test_write_and_overwrite(tmp_path):
    path = tmp_path / "new folder" / "Ölçü ‘1’.json"
    files.write(path, "one\ntwo – ‘three’")
    assert path.read_bytes() == "one\ntwo – ‘three’".encode()
    files.write(str(path), "")
    assert path.read_bytes() == b""
    files.write(path, "half a sign: \ud800")
    assert path.read_text(encoding="utf-8") == "half a sign: ?"
    assert list(path.parent.iterdir()) == [path]


def full_disk(*_):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("step", ["os.fsync", "os.replace", "tempfile.mkstemp", "pathlib.Path.mkdir"])
def test_the_old_file_stays_when_the_new_one_fails(step, tmp_path, monkeypatch):
    path = tmp_path / "work.json"
    files.write(path, "old")
    with monkeypatch.context() as patch:
        patch.setattr(step, lambda *_, **__: full_disk())
        with pytest.raises(files.CannotSave) as caught:
            files.write(path, "new")
    said = str(caught.value)
    for part in (
        "“work.json” could not be saved",
        str(tmp_path),
        "No space left on device",
        "WHOSEWORDS_HOME",
    ):
        assert part in said
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupted_write_leaves_nothing_behind(tmp_path, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write(tmp_path / "work.json", "new")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_of_a_folder(tmp_path):
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    with pytest.raises(files.CannotSave):
        files.write(tmp_path / "home" / "articles" / "neo.json", "text")


@pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="An administrator may write anywhere."
)
def test_a_real_read_only_folder(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(files.CannotSave):
            files.write(tmp_path / "work.json", "new")
    finally:
        tmp_path.chmod(0o700)


def test_a_killed_program_leaves_the_old_file_whole(tmp_path):
    path = tmp_path / "work.json"
    files.write(path, "old")
    code = (
        "import os, sys\n"
        "from whosewords import files\n"
        "os.fsync = lambda _: os._exit(9)\n"  # as if the power went in the middle
        "files.write(sys.argv[1], 'new')"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=files.PACKAGE.parent)
    assert done.returncode == 9
    assert path.read_text(encoding="utf-8") == "old"


def test_delete(tmp_path):
    path = tmp_path / "work.json"
    files.write(path, "x")
    assert files.delete(path)
    assert not files.delete(path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(Problem, match=r"“folder” .*deleted"):
        files.delete(tmp_path / "folder")


def test_what_a_name_means(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    monkeypatch.setattr(files, "place", lambda: tmp_path)
    assert files.meant("a.txt") == tmp_path / "a.txt"
    assert files.meant("~/b.txt") == Path.home() / "b.txt"
    assert files.meant("~nobody at all/b.txt").name == "b.txt"
    assert files.meant(tmp_path / "c.txt") == tmp_path / "c.txt"
    monkeypatch.setattr(files, "IN_CHECKOUT", False)  # as in a wheel, where the data lie inside the package
    monkeypatch.chdir(tmp_path)
    assert files.meant("data/ready_event/agency.html") == files.data("ready_event", "agency.html")
    assert files.meant("data/none.txt") == tmp_path / "data" / "none.txt"


def test_in_folder(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    assert [path.name for path in files.in_folder(tmp_path)] == ["a.txt", "b.txt"]
    with pytest.raises(Problem, match=r"“none” .*opened"):
        files.in_folder(tmp_path / "none")
