"""The work file survives whatever a classroom does to it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from whosewords import files
from whosewords.classroom import work_file
from whosewords.classroom.work_file import WorkFile
from whosewords.classroom.work_format import (
    VERSION,
    Damaged,
    as_text,
    is_newer,
    later_than,
    merged,
    parse,
    rescued,
)
from whosewords.files import held
from whosewords.problems import Problem

SOURCE = Path(work_file.__file__).parents[1]


def put(work, id, value):
    return work.change(id, lambda entry: {**entry, "value": value})


def value(work, id):
    return work.get(id).get("value")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "my_work.json"


def test_a_change_is_on_the_disk_and_read_by_another(path):
    put(WorkFile(path), "1.1", "sunday")
    assert value(WorkFile(path), "1.1") == "sunday"
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["version"] == VERSION and document["entries"]["1.1"]["at"].endswith("+00:00")


def test_reading_alone_writes_nothing(tmp_path):
    assert WorkFile(tmp_path / "new" / "my_work.json").entries() == {}
    assert not list(tmp_path.iterdir())


def test_two_notebooks_by_turns_have_the_same(path):
    one, other = WorkFile(path), WorkFile(path)
    put(one, "1.1", "a")
    put(other, "1.2", "b")
    put(one, "1.3", "c")
    put(other, "1.1", "d")
    assert one.entries() == other.entries()
    assert [value(one, id) for id in ("1.1", "1.2", "1.3")] == ["d", "b", "c"]


def test_four_programs_that_write_without_pause_lose_nothing(path):
    code = (
        "import sys; from whosewords.classroom.work_file import WorkFile; work = WorkFile(sys.argv[1])\n"
        "for n in range(40): work.change(f'{sys.argv[2]}.{n}', lambda old: {'value': n})\n"
        "for n in range(20): work.change('sum', lambda old: {'value': old.get('value', 0) + 1})\n"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", code, str(path), str(who)], env=_environment())
        for who in (1, 2, 3, 4)
    ]
    assert [program.wait(120) for program in started] == [0, 0, 0, 0]
    entries = WorkFile(path).entries()
    assert len(entries) == 4 * 40 + 1
    assert entries["sum"]["value"] == 4 * 20  # each read what the others had written


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows begins programs in another way.")
def test_killed_again_and_again_the_file_is_whole_and_keeps_what_was_told_to_be_saved(path, times):
    """Two programs write, and both are killed in the midst of it."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), str(times(20, 200))],
        env=_environment(),
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    put(WorkFile(path), "7.1", "end")
    assert not list(path.parent.glob("*.tmp")) and not list(path.parent.glob(".*.tmp"))


KILLED = """
import os, random, signal, sys, time
from pathlib import Path
from whosewords.classroom.work_file import WorkFile
from whosewords.classroom.work_format import parse

path, chance, last = Path(sys.argv[1]), random.Random(8), {"7": 0, "8": 0}

def write(who, n, told):
    work = WorkFile(path)
    while True:
        n += 1
        work.change(f"{who}.{n % 50}", lambda old: {"value": n, "text": "x" * 500})
        if not work.trouble:
            os.write(told, b"%d\\n" % n)
        time.sleep(0.001)  # the other one comes to write, too

for _ in range(int(sys.argv[2])):
    writers = {}
    for who, n in last.items():
        told, tell = os.pipe()
        child = os.fork()
        if not child:
            write(who, n, tell)
        os.close(tell)
        writers[who] = child, os.fdopen(told)
    first = {who: told.readline() for who, (_, told) in writers.items()}  # both are writing now
    time.sleep(chance.uniform(0, 0.03))
    for child, _ in writers.values():
        os.kill(child, signal.SIGKILL)
    for child, _ in writers.values():
        os.waitpid(child, 0)
    parse(path.read_text(encoding="utf-8"))
    work = WorkFile(path)
    entries = work.entries()
    assert not work.notes, work.notes
    for who, (_, told) in writers.items():
        said = [int(line) for line in (first[who] + told.read()).split()]
        saved = max(entry["value"] for id, entry in entries.items() if id.startswith(who))
        assert saved >= max([last[who], *said]), (who, saved, said)
        last[who] = saved
"""


@pytest.mark.parametrize("what", ["full", "read-only"])
def test_a_real_disk(tmp_path, what):
    """A disk of 256 kB that fills up, or may not be written any more: what was saved stays; what is answered
    is not called saved, and is saved as soon as it can be."""
    disk = tmp_path / "disk"
    disk.mkdir()
    before = [
        "unshare",
        "--mount",
        "sh",
        "-c",
        f'mount -t tmpfs -o size=256k none "{disk}" && exec "$@"',
        "sh",
    ]
    if not shutil.which("unshare") or subprocess.run([*before, "true"], capture_output=True).returncode:
        pytest.skip("This system does not let a test mount a disk.")
    command = [*before, sys.executable, "-c", ON_A_DISK, what]
    done = subprocess.run(
        command, env={**_environment(), "WHOSEWORDS_HOME": str(disk)}, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


ON_A_DISK = """
import os, subprocess, sys
from pathlib import Path
from whosewords import exit_ticket, my_work
from whosewords.classroom.work_format import parse

disk = Path(os.environ["WHOSEWORDS_HOME"])
saved = lambda: parse((disk / "my_work.json").read_text())["entries"]
assert repr(exit_ticket(1, 3, "clear")).startswith("Saved")
assert "1.exit" in saved()
if sys.argv[1] == "full":
    with open(disk / "fill", "wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 1000)
        except OSError:
            pass
else:
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
told = repr(exit_ticket(2, 3, "clear " + "because " * 200))
assert not told.startswith("Saved") and "could not be saved" in told, told
assert set(saved()) == {"1.exit"} and "2.exit" in my_work().work.entries()
if sys.argv[1] == "full":
    (disk / "fill").unlink()
else:
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
assert repr(exit_ticket(3, 3, "clear")).startswith("Saved")
assert set(saved()) == {"1.exit", "2.exit", "3.exit"}
"""


def test_a_lock_left_by_a_dead_program_does_not_hang(path, monkeypatch):
    code = (
        "import os, sys; from pathlib import Path; from whosewords.files import held\n"
        "with held(Path(sys.argv[1])) as mine:\n"
        "    assert mine; print('held', flush=True); os.kill(os.getpid(), 9)\n"
    )
    program = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, env=_environment()
    )
    assert program.stdout == "held\n" and program.returncode
    monkeypatch.setattr("whosewords.files.time.sleep", lambda seconds: pytest.fail("It waits for the dead."))
    put(WorkFile(path), "1.1", "a")


def test_a_file_cut_anywhere_is_set_aside_and_rescued(path, times):
    work = WorkFile(path)
    for n in range(6):
        put(work, f"1.{n}", f"answer {n} “quoted” \\ {{")
    whole = path.read_bytes()
    for cut in range(0, len(whole) - 1, times(41, 1)):
        path.write_bytes(whole[:cut])
        again = WorkFile(path)
        # The backup has all but the last change; the cut file may have more.
        assert set(again.entries()) >= {f"1.{n}" for n in range(5)}
        assert any("damaged" in note and "rescued" in note for note in again.notes)
        parse(path.read_text(encoding="utf-8"))
        (aside,) = path.parent.glob("my_work_damaged_*.json")
        assert aside.read_bytes() == whole[:cut]
        aside.unlink()
        path.with_name("my_work.json.bak").write_bytes(_without_last(whole))


def test_a_file_cut_at_any_length_gives_back_each_answer_that_is_whole():
    entries = {f"1.{n}": {"at": "2025", "value": f"“{n}” \\ {{"} for n in range(6)}
    whole = as_text({"entries": entries})
    for cut in range(len(whole)):
        found = rescued(whole[:cut])
        stand = {id for id, entry in entries.items() if _ends(whole, id, entry) <= cut}
        assert set(found) == stand and all(found[id] == entries[id] for id in found)


def _ends(whole, id, entry):
    """Where an answer ends in a file."""
    return whole.index("}", whole.index(json.dumps(entry["value"], ensure_ascii=False)) + 6) + 1


def _without_last(whole):
    document = json.loads(whole)
    del document["entries"]["1.5"]
    return as_text(document).encode()


def test_without_a_backup_the_cut_file_itself_is_rescued(path):
    work = WorkFile(path)
    for n in range(4):
        put(work, f"1.{n}", n)
    text = path.read_text(encoding="utf-8")
    path.with_name("my_work.json.bak").unlink()
    path.write_text(text[: text.index('"1.3"')], encoding="utf-8")
    assert set(WorkFile(path).entries()) == {"1.0", "1.1", "1.2"}


@pytest.mark.parametrize(
    "content", ["", "[]", "null", '{"entries": []}', "\0\0\0", "not json", '{"a":' * 3000]
)
def test_what_is_no_work_file_is_set_aside_and_work_goes_on(path, content):
    path.write_text(content, encoding="utf-8")
    work = WorkFile(path)
    put(work, "1.1", "a")
    assert value(WorkFile(path), "1.1") == "a"
    assert len(list(path.parent.glob("my_work_damaged_*.json"))) == 1
    assert "0 answers" in work.notes[0]


def test_a_file_of_a_newer_version_is_never_written(path):
    newer = as_text(
        {"version": VERSION + 1, "entries": {"1.1": {"at": "2031", "value": "new", "mood": "blue"}}}
    )
    path.write_text(newer, encoding="utf-8")
    work = WorkFile(path)
    assert value(work, "1.1") == "new"
    put(work, "1.2", "b")
    put(work, "1.1", "changed here")
    assert path.read_text(encoding="utf-8") == newer
    assert any("newer version" in note and "my_work_version_1.json" in note for note in work.notes)
    beside = json.loads(path.with_name("my_work_version_1.json").read_text(encoding="utf-8"))
    assert beside["entries"]["1.2"]["value"] == "b" and beside["entries"]["1.1"]["mood"] == "blue"
    assert {id: entry["value"] for id, entry in WorkFile(path).entries().items()} == {
        "1.1": "changed here",
        "1.2": "b",
    }


def test_work_beside_is_taken_in_when_the_file_can_be_written(path):
    path.with_name("my_work_version_1.json").write_text(
        as_text({"entries": {"1.2": {"at": "2025", "value": "b"}}})
    )
    put(WorkFile(path), "1.1", "a")
    assert set(json.loads(path.read_text(encoding="utf-8"))["entries"]) == {"1.1", "1.2"}


def test_what_this_version_does_not_know_is_carried_along(path):
    document = {
        "format": "Whose Words? my work", "version": VERSION, "name": "", "language": "mi",
        "entries": {"1.1": {"at": "2025", "value": "a", "mood": "blue"},
                    "99.old": {"at": "2020", "kind": "?"},
                    "odd": ["not", "ours"]},
    }  # fmt: skip
    path.write_text(as_text(document), encoding="utf-8")
    work = WorkFile(path)
    put(work, "1.1", "b")
    now = json.loads(path.read_text(encoding="utf-8"))
    assert now["language"] == "mi"
    assert now["entries"]["1.1"]["mood"] == "blue" and now["entries"]["1.1"]["value"] == "b"
    assert now["entries"]["99.old"] == document["entries"]["99.old"] and now["entries"]["odd"] == [
        "not",
        "ours",
    ]
    assert work.get("odd") == {}


def test_a_disk_that_cannot_be_written_loses_nothing(path, monkeypatch):
    work = WorkFile(path)
    put(work, "1.1", "a")
    before = path.read_text(encoding="utf-8")

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        put(work, "1.2", "b")
        assert "No space left" in work.trouble and "in this notebook" in work.trouble
        assert path.read_text(encoding="utf-8") == before
        assert value(work, "1.2") == "b"
        put(work, "1.3", "c")
    put(work, "1.4", "d")
    assert work.trouble == "" and set(WorkFile(path).entries()) == {"1.1", "1.2", "1.3", "1.4"}


def test_a_folder_that_cannot_be_made_loses_nothing(tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    work = WorkFile(tmp_path / "home" / "my_work.json")
    put(work, "1.1", "a")
    assert work.trouble and value(work, "1.1") == "a"


def test_a_file_that_cannot_be_read_is_not_written_over(path, monkeypatch):
    put(WorkFile(path), "1.1", "a")
    before = path.read_bytes()
    work = WorkFile(path)

    def refused(_):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(work_file, "read", refused)
        put(work, "1.2", "b")
        assert "Permission denied" in work.trouble and value(work, "1.2") == "b"
    assert path.read_bytes() == before
    put(work, "1.3", "c")
    assert set(WorkFile(path).entries()) == {"1.1", "1.2", "1.3"}


def test_damage_on_a_full_disk_keeps_the_backup(path, monkeypatch):
    work = WorkFile(path)
    put(work, "1.1", "a")
    put(work, "1.2", "b")
    good = path.with_name("my_work.json.bak").read_bytes()
    path.write_bytes(path.read_bytes()[:40])

    def full(*_):
        raise files.CannotSave("full")

    with monkeypatch.context() as patch:
        patch.setattr(files, "write", full)
        again = WorkFile(path)
        put(again, "1.3", "c")
        assert set(again.entries()) == {"1.1", "1.3"} and again.trouble
    assert path.with_name("my_work.json.bak").read_bytes() == good
    put(again, "1.4", "d")
    assert set(WorkFile(path).entries()) == {"1.1", "1.3", "1.4"}


def test_a_file_that_another_program_holds_is_read_at_once_and_written_later(path, monkeypatch):
    put(WorkFile(path), "1.1", "a")
    work = WorkFile(path)
    with held(path) as mine:
        assert mine
        with monkeypatch.context() as patch:
            patch.setattr(files, "_wait_for", lambda handle, patience: False)
            assert value(work, "1.1") == "a"
            put(work, "1.2", "b")
        # Nobody may think that it is on the disk, and it is not lost.
        assert "another notebook" in work.trouble
        assert value(work, "1.2") == "b" and value(WorkFile(path), "1.2") is None
    put(work, "1.3", "c")
    assert not work.trouble
    assert [value(WorkFile(path), id) for id in ("1.1", "1.2", "1.3")] == ["a", "b", "c"]


def test_reading_waits_for_nobody(path, monkeypatch):
    put(WorkFile(path), "1.1", "a")
    monkeypatch.setattr(files, "held", lambda path, patience=0: pytest.fail("A reader needs no lock."))
    assert value(WorkFile(path), "1.1") == "a"


def test_what_could_not_be_saved_while_another_wrote_is_saved_at_the_end(path):
    code = (
        "import sys; from whosewords import files; from whosewords.classroom.work_file import WorkFile\n"
        "wait, files._wait_for = files._wait_for, lambda handle, patience: False\n"
        "work = WorkFile(sys.argv[1]); work.change('1.1', lambda old: {'value': 'late'})\n"
        "assert work.trouble; files._wait_for = wait\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], env=_environment()).returncode == 0
    assert value(WorkFile(path), "1.1") == "late"


def test_a_file_never_grows_larger_than_it_can_be_read(path, monkeypatch):
    monkeypatch.setattr(work_file, "LARGEST", 2000)
    work = WorkFile(path)
    put(work, "1.1", "a")
    with pytest.raises(Problem, match="Nothing was added"):
        work.add({f"7.{n}": {"at": "2025", "value": "x" * 100} for n in range(30)})
    assert set(work.entries()) == {"1.1"} == set(WorkFile(path).entries())
    put(work, "1.2", "y" * 3000)
    assert "too large" in work.trouble and value(work, "1.2") == "y" * 3000
    put(work, "1.2", "short")
    assert not work.trouble and value(WorkFile(path), "1.2") == "short"
    assert not list(path.parent.glob("*damaged*"))


def test_a_file_that_is_too_large_is_copied_once_at_most(path, monkeypatch):
    monkeypatch.setattr(work_file, "LARGEST", 2000)
    path.write_text(as_text({"entries": {f"1.{n}": {"at": "2025", "value": n} for n in range(200)}}))
    for _ in range(3):
        put(work := WorkFile(path), "1.new", "b")
        assert not work.trouble and len(work.entries()) > 9
    assert len(list(path.parent.glob("*damaged*"))) == 1  # it has all 200
    assert path.stat().st_size <= 2000


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes.")
def test_everything_of_a_student_is_for_nobody_else(path):
    put(WorkFile(path), "1.1", "a")
    path.write_text(path.read_text(encoding="utf-8")[:-9], encoding="utf-8")
    put(WorkFile(path), "1.2", "b")
    kept = [file for file in path.parent.iterdir() if not file.name.endswith(".lock")]
    assert len(kept) == 3  # the file, the state before, the damaged one
    assert {file.stat().st_mode & 0o777 for file in kept} == {0o600}


@pytest.mark.skipif(os.name == "nt", reason="Windows has other links.")
def test_what_a_link_stands_for_is_written(path, tmp_path):
    target = tmp_path / "elsewhere" / "kept.json"
    target.parent.mkdir()
    path.symlink_to(target)
    for id in ("1.1", "1.2"):
        put(WorkFile(path), id, "a")
    assert path.is_symlink()
    assert set(parse(target.read_text(encoding="utf-8"))["entries"]) == {"1.1", "1.2"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="There are no pipes.")
def test_a_pipe_is_not_waited_for(path):
    os.mkfifo(path)
    work = WorkFile(path)
    put(work, "1.1", "a")
    assert "no file" in work.trouble and value(work, "1.1") == "a"


def test_a_home_that_is_a_file_gets_a_sentence(tmp_path):
    (tmp_path / "home").write_text("no folder")
    work = WorkFile(tmp_path / "home" / "my_work.json")
    put(work, "1.1", "a")
    assert "could not be saved" in work.trouble and value(work, "1.1") == "a"


def test_time_goes_on_without_growing_where_the_clock_is_behind():
    at = "2999-01-01T00:00:00.000000+00:00"
    for _ in range(100):
        at, before = later_than(at), at
        assert at > before
    assert at == "2999-01-01T00:00:00.000100+00:00"
    assert later_than("9999-12-31T23:59:59.999999") > "9999-12-31T23:59:59.999999"


def test_merging_does_not_depend_on_order():
    one = {"1.1": {"at": "2025-01-02", "value": 1}, "1.2": {"at": "2025-01-01"}}
    other = {
        "1.1": {"at": "2025-01-03", "value": 2},
        "1.3": {"at": ""},
        "1.2": {"at": "2025-01-01", "value": 9},
    }
    assert merged(one, other) == merged(other, one)
    assert merged(one, other)["1.1"]["value"] == 2


def test_a_clock_set_back_does_not_undo_a_change(path):
    path.write_text(as_text({"entries": {"1.1": {"at": "2999-01-01T00:00:00.000000+00:00", "value": "a"}}}))
    work = WorkFile(path)
    assert put(work, "1.1", "b")["at"] > "2999-01-01T00:00:00.000000+00:00"
    assert value(WorkFile(path), "1.1") == "b"
    assert later_than("no time at all") > "2025"


def test_half_characters_and_versions():
    assert "\\ud800" not in as_text({"entries": {}, "x": "\ud800"})
    assert not is_newer({}) and is_newer({"version": VERSION + 1}) and is_newer({"version": "2.0"})
    assert rescued('{"entries": {"1.1": {"at": 5}, "1.2": {"at": "x"}, "1.3": {"at"') == {"1.2": {"at": "x"}}
    # Each escaped mark as the beginning of a name would take hours.
    assert rescued('{"1.2": {"at": "x"}, "' + '\\"' * 1_000_000) == {"1.2": {"at": "x"}}
    with pytest.raises(Damaged):
        parse("{}")


def _environment():
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(SOURCE), os.environ.get("PYTHONPATH", "")])}
