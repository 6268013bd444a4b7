"""Whatever lies in a folder or in a zip is read or told of: nothing is unpacked, followed, waited for or
fatal."""

import io
import os
import struct
import zipfile

import made_up_class as made_up
import pytest

from whosewords.problems import Problem
from whosewords.teacher import incoming as door
from whosewords.teacher.incoming import RESULTS, incoming

WORK = made_up.raw_of("blue-7", {"1.3": {"kind": "answer", "tries": ["trt and rs"], "at": "2025"}})


def seen(folder):
    """{file: its bytes, or why it was not read}."""
    return {one.file: one.done if one.raw is None else one.raw for one in incoming(folder)}


def test_folders_and_zips(tmp_path):
    inner = made_up.zipped({"a/my_work.json": WORK})
    made_up.write(
        tmp_path, {"b/c/my_work.json": WORK, "Class.ZIP": made_up.zipped({"in.zip": inner, "d.json": WORK})}
    )
    assert seen(tmp_path) == dict.fromkeys(
        ["Class.ZIP › d.json", "Class.ZIP › in.zip › a/my_work.json", "b/c/my_work.json"], WORK
    )
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["Class.ZIP", "b", "c", "my_work.json"]


def test_a_zip_in_a_zip_in_a_zip(tmp_path):
    raw = WORK
    for name in ("d.json", "c.zip", "b.zip"):
        raw = made_up.zipped({name: raw})
    (tmp_path / "a.zip").write_bytes(raw)
    assert "zip in a zip in a zip" in seen(tmp_path)["a.zip › b.zip › c.zip"]


def test_results_are_never_read(tmp_path):
    made_up.write(tmp_path, {f"{RESULTS}/my_work.json": WORK, "my_work.json": WORK})
    assert list(seen(tmp_path)) == ["my_work.json"]


@pytest.mark.parametrize(
    "name", ["../my_work.json", "/my_work.json", "a/../../my_work.json", "C:/my_work.json"]
)
def test_a_name_that_points_out(tmp_path, name):
    (tmp_path / "a.zip").write_bytes(made_up.zipped({name: WORK}))
    ((file, told),) = seen(tmp_path).items()
    assert name.replace("\\", "/") in file and "points out" in told


def test_a_password(tmp_path):
    raw = made_up.zipped({"my_work.json": WORK})
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):  # the bit that says so, in both heads of the file
        start = raw.index(mark) + place
        raw = raw[:start] + b"\1\0" + raw[start + 2 :]
    (tmp_path / "a.zip").write_bytes(raw)
    assert "password" in seen(tmp_path)["a.zip › my_work.json"]


def test_a_bomb_is_read_as_far_as_a_work_file_goes(tmp_path, monkeypatch):
    monkeypatch.setattr(door, "LARGEST", 50_000)
    (tmp_path / "a.zip").write_bytes(
        made_up.zipped({"my_work.json": b"{" * 10_000_000, "x.bin": b"0" * 10_000_000})
    )
    assert {file: len(raw) for file, raw in seen(tmp_path).items()} == {
        "a.zip › my_work.json": 50_001,
        "a.zip › x.bin": door.HEAD,
    }


def test_a_zip_in_a_zip_that_says_it_is_huge(tmp_path, monkeypatch):
    monkeypatch.setattr(door, "LARGEST_ZIP", 1000)
    (tmp_path / "a.zip").write_bytes(made_up.zipped({"b.zip": b"0" * 2000}))
    assert "more than" in seen(tmp_path)["a.zip › b.zip"]


def test_no_more_is_read_than_there_is_room_for(tmp_path, monkeypatch):
    made_up.write(tmp_path, {f"{n}.json": WORK for n in range(5)})
    monkeypatch.setattr(door, "MOST_FILES", 3)
    assert list(seen(tmp_path))[3:] == ["(the rest)"]
    monkeypatch.setattr(door, "MOST_FILES", 9)
    monkeypatch.setattr(door, "MOST_BYTES", 2 * len(WORK))
    assert list(seen(tmp_path))[2:] == ["(the rest)"]


def test_work_is_looked_at_before_everything_else(tmp_path, monkeypatch):
    """Somebody may give the folder of all downloads, or the zip of one."""
    monkeypatch.setattr(door, "MOST_FILES", 3)
    others = {f"{n}.txt": b"x" for n in range(5)}
    made_up.write(tmp_path, others | {"z/my_work.json": WORK})
    (tmp_path / "y.zip").write_bytes(made_up.zipped(others | {"z/my_work.json": WORK}))
    assert list(seen(tmp_path)) == ["z/my_work.json", "y.zip › z/my_work.json", "(the rest)"]


def test_a_film_does_not_eat_the_room_of_work(tmp_path, monkeypatch):
    monkeypatch.setattr(door, "MOST_BYTES", 20_000)
    made_up.write(tmp_path, {"a film.mp4": b"film" * 100_000, "my_work.json": WORK})
    assert seen(tmp_path)["my_work.json"] == WORK


NO_ZIPS = [b"", b"PK\3\4", b"no zip at all", made_up.zipped({"a": b"1" * 99})[:-30]]


@pytest.mark.parametrize("raw", NO_ZIPS, ids=range(len(NO_ZIPS)))  # a zip holds the time, and no name may
def test_what_is_no_whole_zip(tmp_path, raw):
    (tmp_path / "a.zip").write_bytes(raw)
    assert "no whole zip" in seen(tmp_path)["a.zip"]


def test_an_empty_zip(tmp_path):
    (tmp_path / "a.zip").write_bytes(made_up.zipped({}))
    assert "nothing in it" in seen(tmp_path)["a.zip"]


def test_a_zip_that_is_damaged_in_one_file(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.json", WORK)
        archive.writestr("b.json", WORK)
    (tmp_path / "a.zip").write_bytes(packed.getvalue().replace(b"trt", b"TRT", 1))
    found = seen(tmp_path)
    assert "damaged" in found["a.zip › a.json"] and found["a.zip › b.json"] == WORK


def test_a_way_to_pack_that_is_not_known(tmp_path):
    raw = made_up.zipped({"a.json": WORK})
    for mark, place in ((b"PK\3\4", 8), (b"PK\1\2", 10)):
        start = raw.index(mark) + place
        raw = raw[:start] + struct.pack("<H", 99) + raw[start + 2 :]
    (tmp_path / "a.zip").write_bytes(raw)
    assert "damaged" in seen(tmp_path)["a.zip › a.json"]


@pytest.mark.parametrize("seed", range(4))
def test_no_scratch_in_a_zip_is_fatal(tmp_path, seed):
    raw = made_up.zipped({f"Türkis {n}/my_work.json": WORK for n in range(3)})
    for number, piece in enumerate([*made_up.scratches(raw, seed), *made_up.cuts(raw, seed)]):
        (tmp_path / f"{number}.zip").write_bytes(piece)
    assert len(seen(tmp_path)) >= 40


def test_names_in_zips_of_programs_that_do_not_say_how_they_write(tmp_path):
    raw = made_up.zipped({"Tuerkis/my_work.json": WORK}).replace(b"Tuerkis", "Türkis".encode())
    (tmp_path / "a.zip").write_bytes(raw)
    assert list(seen(tmp_path)) == ["a.zip › Türkis/my_work.json"]


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of Unix")
def test_links_and_pipes_are_told_of_and_not_followed(tmp_path):
    folder, outside = tmp_path / "class", tmp_path / "outside"
    made_up.write(outside, {"my_work.json": WORK})
    folder.mkdir()
    (folder / "file.json").symlink_to(outside / "my_work.json")
    (folder / "folder").symlink_to(outside)
    (folder / "nowhere.json").symlink_to(outside / "none")
    (folder / "round").symlink_to(folder)
    os.mkfifo(folder / "pipe.json")
    found = seen(folder)
    assert set(found) == {"file.json", "folder", "nowhere.json", "round", "pipe.json"}
    assert "no file" in found.pop("pipe.json")
    assert all("link" in told for told in found.values())


@pytest.mark.skipif(os.name == "nt", reason="folders of Unix")
def test_folders_in_folders_until_no_path_reaches_them(tmp_path, monkeypatch):
    made_up.write(tmp_path, {"my_work.json": WORK})
    monkeypatch.chdir(tmp_path)
    for _ in range(100):
        os.mkdir("f" * 60)
        os.chdir("f" * 60)
    found = seen(tmp_path)
    os.chdir(tmp_path)
    assert found.pop("my_work.json") == WORK
    assert [told for told in found.values() if "too long" in told]


def test_a_folder_that_is_gone(tmp_path):
    with pytest.raises(Problem, match="could not be opened"):
        seen(tmp_path / "none")
