"""An event as one zip, and every zip that is none: nothing leaves its folder, nothing fills the disk."""

import io
import stat
import struct
import zipfile

import pytest

from whosewords.own_event.opening import new_event
from whosewords.problems import Problem
from whosewords.session import home as home_of
from whosewords.shelf import event_zip
from whosewords.shelf.event_folder import Folder

from .bridge import finished


def made(files, name="x.zip", folder=None, **more):
    """A zip of these files, {name: bytes}, on the disk."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, content in files.items():
            archive.writestr(file, content)
    path = folder / name
    path.write_bytes(out.getvalue())
    return path


EVENT = {"pier/event.csv": "what,is\ntitle,Pier\nformat,Whose Words? an event\n"}


def test_an_event_goes_out_and_comes_back_as_it_was(home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    mine = finished()
    said = {table: mine.rows(table) for table in ("brief", "frames", "hits", "voices", "names")}
    assert "bridge.zip" in repr(mine.export("."))
    theirs = new_event("bridge.zip")
    assert theirs.names == mine.names and not theirs.may_write
    assert {table: theirs.rows(table) for table in said} == said
    assert new_event("bridge.zip").folder.path == theirs.folder.path  # the same zip is unpacked once
    own = new_event("bridge.zip", copy="mine")
    assert own.may_write and own.rows("brief") == said["brief"]
    with pytest.raises(Problem, match="already a file"):
        new_event("bridge").export(".")
    own.say("brief", survived="a vote of mine")
    again = new_event("bridge.zip", copy="mine")  # the line is run again: what was noted since is there
    assert again.folder.path == own.folder.path and again.said("brief", "survived") == "a vote of mine"
    with pytest.raises(Problem, match="already"):  # a copy of something else
        new_event("mine", copy="bridge")


@pytest.mark.parametrize(
    "name",
    ["../evil.csv", "pier/../../evil.csv", "/etc/evil.csv", "C:\\evil.csv", "pier/texts/../../x.toml",
     "pier/texts/con.toml", "pier/texts/a/b.toml", "pier/evil.py", "pier/event.csv/x.csv", "pier\\brief.csv"],
)  # fmt: skip
def test_only_files_that_an_event_has_are_read_and_none_is_written_outside(home, tmp_path, name):
    path = made({**EVENT, name: "boo"}, folder=tmp_path)
    event = new_event(path)
    written = {p.relative_to(home_of()).as_posix() for p in home_of().rglob("*") if p.is_file()}
    assert {p for p in written if "evil" in p or p.endswith(("x.toml", "b.toml", "x.csv"))} == set()
    assert not (tmp_path / "evil.csv").exists() and any("left out" in note for note in event.notes)


def test_a_link_in_a_zip_is_not_followed(home, tmp_path):
    path = tmp_path / "link.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("pier/event.csv", EVENT["pier/event.csv"])
        link = zipfile.ZipInfo("pier/brief.csv")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert new_event(path).rows("brief") == []


def test_a_bomb_is_not_unpacked(home, tmp_path):
    path = made({**EVENT, "pier/brief.csv": b"what,is\n" + b"a" * 30_000_000}, folder=tmp_path)
    assert path.stat().st_size < 40_000  # 30 MB of one letter
    event = new_event(path)
    assert event.rows("brief") == [] and any("too large" in note for note in event.notes)
    size = sum(p.stat().st_size for p in home_of().rglob("*") if p.is_file())
    assert size < 1_000_000


def test_a_zip_that_lies_about_its_sizes_is_read_no_further_than_is_allowed(home, tmp_path):
    path = made({**EVENT, "pier/brief.csv": b"x" * 3_000_000}, folder=tmp_path)
    raw = path.read_bytes().replace(struct.pack("<I", 3_000_000), struct.pack("<I", 10))
    path.write_bytes(raw)
    assert new_event(path).rows("brief") == []


def test_all_texts_together_are_bounded(home, tmp_path, monkeypatch):
    monkeypatch.setattr(event_zip, "MOST_BYTES", 1_000)
    files = {f"pier/texts/t{n}.toml": "x" * 400 for n in range(5)}
    found, told = event_zip.contents(made({**EVENT, **files}, folder=tmp_path))
    assert sum(map(len, found.values())) <= 1_000 and told


def test_more_than_six_texts_are_left_out(home, tmp_path):
    files = {f"pier/texts/t{n}.toml": 'kind = "x"' for n in range(9)}
    _, told = event_zip.unpacked(
        event_zip.contents(made({**EVENT, **files}, folder=tmp_path))[0], tmp_path / "e"
    )
    assert len(list((tmp_path / "e" / "texts").iterdir())) == 6 and len(told) == 3


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "no whole zip"), (b"PK\x03\x04 broken", "no whole zip"), (b"x" * 100, "no whole zip")],
)
def test_what_is_no_zip_is_told(home, tmp_path, content, told):
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    with pytest.raises(Problem, match=told):
        new_event(path)
    with pytest.raises(Problem, match="no zip"):
        new_event(tmp_path / "not_there.zip")
    with pytest.raises(Problem, match="no event"):
        new_event(made({"a.txt": "x"}, "y.zip", tmp_path))


def test_a_zip_with_a_password_or_a_broken_part_gives_the_rest(home, tmp_path):
    path = made({**EVENT, "pier/brief.csv": "what,is\ntitle,Pier\n" * 50}, folder=tmp_path)
    raw = bytearray(path.read_bytes())
    at = raw.index(b"pier/brief.csv") + len("pier/brief.csv")
    raw[at : at + 8] = b"\0" * 8
    path.write_bytes(raw)
    event = new_event(path)
    assert event.said("event", "title") == "Pier" and event.notes


def test_what_an_operating_system_adds_is_passed_over(home, tmp_path):
    files = {**EVENT, "__MACOSX/pier/._event.csv": "x", "pier/.DS_Store": "x", "pier/Thumbs.db": "x"}
    assert new_event(made(files, folder=tmp_path)).notes == ()


def test_a_folder_of_a_classmate_is_read_and_left_as_it_is(home, tmp_path):
    mine = finished()
    theirs = tmp_path / "from_a_stick" / "bridge"
    theirs.parent.mkdir()
    mine.folder.path.rename(theirs)
    opened = new_event(theirs.parent)  # the folder around it will do
    assert not opened.may_write and opened.folder.path == theirs
    with pytest.raises(Problem, match="opened to be read"):
        opened.say("brief", title="x")
    assert Folder(theirs).said("brief", "title") == "The vote on the footbridge"


def test_a_folder_that_is_no_event_is_told(home, tmp_path):
    (tmp_path / "empty").mkdir()
    for given, told in ((tmp_path / "empty", "no event"), ("./not_there", "no folder")):
        with pytest.raises(Problem, match=told):
            new_event(given)
