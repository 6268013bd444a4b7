"""The folder of an event: plain tables, saved whole, with everything that was ever typed."""

import os
import signal
import subprocess
import sys
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosewords.problems import Problem
from whosewords.shelf import event_tables as tables
from whosewords.shelf.event_folder import EARLIER, Folder

from .bridge import CANARY, begun


@pytest.fixture
def folder(tmp_path):
    made = Folder(tmp_path / "events" / "pier")
    made.begin("blue-7")
    return made


def test_what_is_written_can_be_read_by_a_person_and_by_a_spreadsheet(folder):
    folder.say("brief", title="The pier, shut", survived="It rained.\nTwice.")
    text = folder.file("brief").read_text(encoding="utf-8-sig")
    assert text == 'what,is\ntitle,"The pier, shut"\nsurvived,"It rained.\nTwice."\n'
    assert folder.said("brief", "survived") == "It rained.\nTwice."


def test_a_row_is_known_by_its_key_and_what_is_not_said_stays(folder):
    folder.put("claims", {"number": "1", "claim": "It rained", "verdict": "disputed"})
    folder.put("claims", {"number": "1", "verdict": "supported"})
    assert folder.get("claims", "1")["claim"] == "It rained"
    assert [row["verdict"] for row in folder.rows("claims")] == ["supported"]


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(A1)", "'=x", "''-y", "\t=1"])
def test_what_a_spreadsheet_would_run_is_text_there_and_comes_back_as_it_was(folder, sign):
    folder.say("brief", title=sign)
    assert not folder.file("brief").read_text(encoding="utf-8-sig").split(",")[1].startswith(tuple("=+-@\t"))
    assert folder.said("brief", "title") == sign.strip()


@given(st.dictionaries(st.sampled_from(["title", "survived", "x"]), st.text(max_size=40), max_size=3))
def test_any_cells_come_back(said):
    rows = [{"what": what, "is": tables.cell(text, "is")} for what, text in said.items()]
    back = tables.parsed("brief", tables.as_text("brief", rows))
    assert back == rows


def test_a_spreadsheet_may_save_it_with_semicolons_and_in_its_own_letters(folder):
    folder.file("brief").write_bytes("what;is\r\ntitle;Die Brücke\r\n;\r\n".encode("cp1252"))
    assert folder.said("brief", "title") == "Die Brücke"


def test_a_column_of_somebody_elses_is_carried_along(folder):
    folder.file("brief").write_text("what,is,mark\ntitle,Pier,good\n", encoding="utf-8")
    folder.say("brief", survived="rain")
    assert folder.get("brief", "title")["mark"] == "good"


def test_typing_on_keeps_no_earlier_state_and_deleting_keeps_it(folder):
    for text in ("The", "The pier", "The pier is shut"):
        folder.say("brief", survived=text)
    assert folder.earlier("brief") == []
    folder.say("brief", survived="Nothing")
    folder.drop("brief", "survived")
    kept = [path.read_text(encoding="utf-8-sig") for path in folder.earlier("brief")]
    assert ["The pier is shut" in text for text in kept] == [True, False] and "Nothing" in kept[1]


def test_nobody_else_may_look_into_it(folder):
    folder.say("brief", survived="one")
    folder.say("brief", survived="two")
    if os.name == "posix":
        for path in [folder.path, *folder.path.rglob("*")]:
            if not path.name.endswith(".lock"):
                assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.parametrize(
    "content", [b"", b"\0\0\0\0", b"\xff\xfe\x00", b"nonsense", b'"' * 300_000, b"a,b\n" * 10]
)
def test_a_damaged_table_is_told_kept_aside_and_the_state_before_it_is_shown(folder, content):
    folder.say("brief", survived="kept")
    folder.say("brief", survived="newer")  # so that an earlier state is there
    folder.file("brief").write_bytes(content)
    again = Folder(folder.path)
    assert again.said("brief", "survived") == "kept"
    assert "damaged" in again.notes[0]
    assert any(path.read_bytes() == content for path in (folder.path / EARLIER).iterdir())
    again.say("brief", title="goes on")
    assert Folder(folder.path).said("brief", "survived") == "kept"


def test_a_table_that_was_cut_off_gives_its_whole_rows(folder):
    folder.say("brief", title="Pier", survived="It rained for a long time")
    raw = folder.file("brief").read_bytes()
    folder.file("brief").write_bytes(raw[:-10])
    assert Folder(folder.path).said("brief", "title") == "Pier"


def test_what_is_too_much_is_refused_with_a_sentence(folder):
    with pytest.raises(Problem, match="too long to keep"):
        folder.say("brief", title="x" * 5_001)
    with pytest.raises(Problem, match="3,000 rows"):
        folder.put("names", *({"who": str(n), "words": "w", "text": "a"} for n in range(3_001)))
    with pytest.raises(Problem, match="no column"):
        folder.put("names", {"colour": "red"})
    folder.file("names").write_bytes(b"x" * 2_000_001)
    assert Folder(folder.path).rows("names") == []


def test_a_folder_that_was_opened_to_be_read_is_never_written(folder):
    before = {path: path.stat().st_mtime_ns for path in folder.path.rglob("*")}
    other = Folder(folder.path, may_write=False)
    for change in (lambda: other.say("brief", title="x"), lambda: other.drop("brief", "title")):
        with pytest.raises(Problem, match="copy="):
            change()
    folder.file("names").write_bytes(b"\0")
    assert other.rows("names") == [] and "cannot be read" in other.notes[0]
    after = {path: path.stat().st_mtime_ns for path in folder.path.rglob("*") if path.name != "names.csv"}
    assert after == before


def test_two_notebooks_that_change_different_rows_lose_nothing(folder):
    other = Folder(folder.path)
    for number in range(20):
        (folder if number % 2 else other).put("names", {"who": "x", "words": str(number), "text": "a"})
    assert len(Folder(folder.path).rows("names")) == 20


def test_a_program_that_is_killed_while_it_saves_leaves_whole_tables(folder, times):
    code = textwrap.dedent(f"""
        from whosewords.shelf.event_folder import Folder
        folder = Folder({str(folder.path)!r})
        number = 0
        while True:
            number += 1
            folder.say("brief", survived="word " * 300 + str(number))
            print(number, flush=True)
    """)
    for _ in range(times(4, 100)):
        running = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        last = [int(running.stdout.readline()) for _ in range(7)][-1]
        running.send_signal(signal.SIGKILL)
        rest = running.stdout.read().split()
        running.wait()
        again = Folder(folder.path)
        said = again.said("brief", "survived")
        assert said.startswith("word word") and int(said.split()[-1]) >= int(rest[-1] if rest else last)
        assert again.notes == []
    Folder(folder.path).say("brief", survived="end")
    assert not list(folder.path.glob(".brief*.tmp"))


def test_a_canary_stays_text_in_every_table(home):
    event = begun()
    for table, row in {
        "names": {"who": CANARY, "words": "council", "text": "courier"},
        "silences": {"number": "1", "what": CANARY},
        "licence": {"what": "event", "note": CANARY},
    }.items():
        event.put(table, **row)
        assert CANARY in event.rows(table)[0].values()
