"""A folder of homes, as a hub has it: what the module keeps there is read, and nothing else; two homes are
two students; nothing is written, followed or waited for; and a login is told only where it is needed."""

import csv
import os
import socket
import stat

import made_up_class as made_up
import pytest
from test_briefs import reviewed, tables

from whosewords.__main__ import main
from whosewords.problems import Problem
from whosewords.shelf.event_tables import TABLES
from whosewords.teacher import homes
from whosewords.teacher.collecting import collected
from whosewords.teacher.homes import are_homes, at_home, of_homes
from whosewords.teacher.incoming import RESULTS

pytestmark = pytest.mark.skipif(not homes.CAN, reason="Homes lie on servers, and those are no Windows.")
CANARY = "zinnober-canary"  # stands in what nobody may read
PRIVATE = made_up.raw_of("blue-1", {"1.7": {"kind": "text", "value": CANARY, "at": "2026-01-01"}})


def login(number):
    return f"login{number:02}"


def ours(home, name="my_work.json"):
    return f"{home}/whosewords/{name}"


def class_of_homes(folder):
    """28 homes: 20 whole, and each of the others in its own way."""
    people = made_up.names(28)
    work = {name: made_up.work_of(name, done=2) for name in people}
    made = {}
    for n, name in enumerate(people[:20]):
        made[ours(login(n), f"my_work_{name}.json")] = made_up.raw_of(name, work[name])
    made[ours(login(20))] = made_up.raw_of("", work[people[20]])
    made[ours(login(21), f"my_work_{people[3]}.json")] = made_up.raw_of(people[3], work[people[21]])
    made[ours(login(22), f"my_work_{people[4]}.json")] = made[ours(login(4), f"my_work_{people[4]}.json")]
    cut = made_up.raw_of(people[23], work[people[23]])
    made[ours(login(23), f"my_work_{people[23]}.json")] = cut[: len(cut) * 2 // 3]
    made[ours(login(24), f"my_work_{people[24]}.json")] = b""
    made[ours(login(25), "name.txt")] = b"pink-9\n"
    made[f"{login(26)}/Documents/my_work.json"] = PRIVATE
    made |= {
        ours(login(0), f"my_work_{people[0]}.json.bak"): made_up.raw_of(people[0], {}),
        ours(login(0), f"events_{people[0]}/pier/texts/gull.json"): PRIVATE,
        ours(login(0), f"events_{people[0]}/pier/earlier/brief.csv"): PRIVATE,
        ours(login(0), f"events_{people[0]}/pier/voices.csv"): PRIVATE,
        ours(login(0), "events_of_others/dam/event.csv"): tables("The dam")["event.csv"],
        ours(login(0), "lessons/01_line_them_up.ipynb"): PRIVATE,
        ours(login(0), f"lessons_{people[0]}/my_work_old.json"): PRIVATE,
        ours(login(0), f"lessons_{people[0]}/review_of_dam.csv"): reviewed(title="The dam"),
        ours(login(0), f"lessons_{people[0]}/codes.csv"): CANARY.encode(),
        ours(login(0), "texts/diary.json"): PRIVATE,
        ours(login(0), "articles/trt.json"): PRIVATE,
        ours(login(0), "earlier_classes/2025/my_work_blue-1.json"): PRIVATE,
        f"{login(1)}/my_work_diary.json": PRIVATE,
        f"{login(1)}/deep/down/whosewords/my_work.json": PRIVATE,
        "notes.txt": b"of the administrator",
    }
    made |= {
        ours(login(0), f"events_{people[0]}/pier/{name}"): raw for name, raw in tables(by=people[0]).items()
    }
    made_up.write(folder, made)
    (folder / login(27)).symlink_to(folder / login(26), target_is_directory=True)
    return people


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The homes, read only, with a folder outside of them."""
    top = tmp_path_factory.mktemp("server")
    people = class_of_homes(top / "home")
    made_up.write(top / "outside", {"whosewords/my_work.json": PRIVATE, "my_work.json": PRIVATE})
    (top / "home" / login(25) / "whosewords/my_work_out.json").symlink_to(top / "outside/my_work.json")
    for path in sorted((top / "home").rglob("*"), reverse=True):
        if not path.is_symlink():
            os.utime(path, (1_700_000_000, 1_700_000_001))
            path.chmod(0o555 if path.is_dir() else 0o444)
    yield top / "home", people
    for path in (top / "home").rglob("*"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)


@pytest.fixture(scope="module")
def klass(server):
    return collected(server[0])


def told(klass, file):
    (row,) = [row for row in klass.found if row.file == file]
    return row


def state(folder):
    """What every file and folder is like; whoever reads must not even leave a time."""
    kept = {}
    for path in [folder, *folder.rglob("*")]:
        info = path.lstat()
        kept[path] = info.st_mode, info.st_mtime_ns, info.st_ctime_ns, info.st_size
        if homes.UNSEEN and not stat.S_ISLNK(info.st_mode):
            kept[path] += (info.st_atime_ns,)
    return kept


def test_who_is_in_the_class(server, klass):
    people = server[1]
    labels = {one.home: one.label for one in klass.students}
    # 28 homes, less an empty file, a link for a file, one without the module's folder, and a home that is one
    assert len(klass.students) == 28 - 4 and set(labels) == {login(n) for n in range(24)}
    assert [labels[login(n)] for n in range(20)] == people[:20]
    assert labels[login(20)] == f"home {login(20)}"
    assert labels[login(21)] == f"{people[3]} (home {login(21)})"  # another one of that name
    assert (
        labels[login(22)] == f"{people[4]} (home {login(22)})"
    )  # a copy, byte for byte: two homes, two people
    assert labels[login(23)] == people[23]


def test_what_is_told_of_each_file(server, klass):
    people = server[1]
    assert told(klass, ours(login(5), f"my_work_{people[5]}.json")).is_plain
    assert "two homes are two" in told(klass, ours(login(21), f"my_work_{people[3]}.json")).done
    copied = told(klass, ours(login(22), f"my_work_{people[4]}.json")).done
    assert "very time" in copied and people[4] in copied
    assert "rescued" in told(klass, ours(login(23), f"my_work_{people[23]}.json")).done
    assert told(klass, ours(login(24), f"my_work_{people[24]}.json")).done.startswith("Empty")
    for place in (login(27), ours(login(25), "my_work_out.json")):
        assert "a link" in told(klass, place).done
    (row,) = [row for row in klass.found if "nothing of Whose Words?" in row.file]
    assert row.needs_teacher and login(26) in row.done and login(25) not in row.done


def test_events_and_reviews_are_taken_and_what_is_private_is_not(server, klass):
    (brief,) = klass.briefs
    assert (brief.title, brief.made_by) == ("The pier", server[1][0])
    (review,) = klass.reviews
    assert review.title == "The dam"
    read = [one for one in of_homes(server[0]) if one.raw is not None]
    assert not any(CANARY.encode() in one.raw for one in read)
    assert {one.file.split("/")[1] for one in read} == {"whosewords"}
    assert CANARY not in repr(klass)


def test_nothing_is_written_and_no_time_is_changed(server, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("WHOSEWORDS_HOME", str(tmp_path / "teacher"))
    for path in [server[0], *server[0].rglob("*")]:  # long ago, so that the next look would be noted
        os.utime(path, (1_700_000_000, 1_700_000_001), follow_symlinks=False)
    before = state(server[0])
    assert main(["class", str(server[0])]) == 0
    assert state(server[0]) == before
    where = tmp_path / "teacher" / RESULTS
    assert str(where) in capsys.readouterr().out
    assert {path.name for path in where.iterdir()} == {"class.html", "class.csv", "briefs.csv", "logins.csv"}
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in where.iterdir())
    assert main(["class", str(server[0]), "--forget", "--yes"]) == 0
    assert not where.exists() and state(server[0]) == before


def test_a_page_tells_a_login_only_where_it_is_needed(server, tmp_path):
    assert main(["class", str(server[0]), "--out", str(tmp_path / "9b")]) == 0
    where = tmp_path / "9b" / RESULTS
    page, table = ((where / name).read_text("utf-8") for name in ("class.html", "class.csv"))
    needed = {login(n) for n in (3, 4, 20, 21, 22, 23, 24, 25, 26, 27)}
    assert {login(n) for n in range(28) if login(n) in page} == needed
    assert {login(n) for n in range(28) if login(n) in table} == {login(n) for n in (20, 21, 22)}
    assert CANARY not in page + table and "Class: " in page and ">9b<" in page
    with (where / "logins.csv").open(encoding="utf-8-sig", newline="") as opened:
        rows = {row["home"]: row["student"] for row in csv.DictReader(opened)}
    assert rows[login(7)] == server[1][7] and len(rows) == 24
    assert main(["class", str(server[0]), "--forget", "--yes", "--out", str(tmp_path / "9b")]) == 0
    assert not where.exists()


def test_the_homes_of_one_class(server, tmp_path, capsys):
    names = tmp_path / "9b.txt"
    names.write_text(f"{login(2).upper()}\n{login(3)}, Somebody\nlogin99\n", encoding="utf-8")
    assert main(["class", str(server[0]), "--only", str(names), "--out", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "2 students" in said and "login99" in said and login(4) not in said


def test_a_list_of_names_takes_a_home_for_who_has_no_name(server, tmp_path, capsys):
    names = tmp_path / "names.txt"
    names.write_text(f"{login(20)}\n{server[1][0]}\n", encoding="utf-8")
    assert main(["class", str(server[0]), "--names", str(names), "--out", str(tmp_path)]) == 0
    assert "nothing came: 0 of 2." in capsys.readouterr().out


# ---- one home at a time


@pytest.fixture
def put(tmp_path):
    def put(made, **given):
        made_up.write(tmp_path, made)
        return collected(tmp_path, **given)

    return put


ANSWER = {"kind": "answer", "tries": ["trt and rs"], "at": "2026-01-01T08:00:00.5"}
ONE, OTHER = (
    made_up.raw_of("blue-7", {"1.3": ANSWER}),
    made_up.raw_of("", {"1.4": {**ANSWER, "tries": ["soleimani"]}}),
)

ONE_MORE = made_up.raw_of("", {"1.9": {**ANSWER, "tries": ["18"]}})


def test_files_of_one_name_in_one_home_are_one_persons(put):
    later = {"1.4": {**ANSWER, "at": "2026-02-01"}}
    made = {
        ours("ada", "my_work_blue-7.json"): ONE,
        ours("ada", "my_work_2.json"): made_up.raw_of("blue-7", later),
    }
    (student,) = put(made).students
    assert set(student.entries) == {"1.3", "1.4"} and student.label == "blue-7"


def test_files_without_a_name_in_one_home_are_one_persons_too(put):
    klass = put(
        {
            ours("ada"): OTHER,
            ours("ada", "my_work (1).json"): OTHER,
            ours("ada", "my_work.json.bak"): ONE_MORE,
        }
    )
    (student,) = klass.students
    assert student.label == "home ada" and set(student.entries) == {"1.4", "1.9"}
    again = told(klass, ours("ada", "my_work (1).json"))
    assert "Byte for byte" in again.done and again.harmless and "ada" not in again.done + again.shown


def test_two_names_in_one_home_are_kept_apart_and_told_of(put):
    klass = put({ours("ada", "my_work_blue-7.json"): ONE, ours("ada"): OTHER})
    assert [one.label for one in klass.students] == ["blue-7", "home ada"]
    assert all("several names" in row.done and row.needs_teacher for row in klass.found)


def test_one_person_with_two_homes_is_named(put):
    made = {ours(home, "my_work_blue-7.json"): ONE for home in ("ada", "ben")}
    assert len(put(made).students) == 2
    assert len(put({}, same=["blue-7"]).students) == 1


def test_a_home_that_may_not_be_opened_stops_nobody(put, monkeypatch):
    really = os.open

    def closed(path, *rest, **more):
        if path in ("ben", "events"):
            raise PermissionError(13, "Permission denied")
        return really(path, *rest, **more)

    monkeypatch.setattr(os, "open", closed)
    klass = put(
        {ours(home): ONE for home in ("ada", "ben", "cleo")} | {ours("ada", "events/x/event.csv"): b"x"}
    )
    assert [one.home for one in klass.students] == ["ada", "cleo"]
    for file in ("ben", ours("ada", "events")):
        assert "may read all homes" in told(klass, file).done


@pytest.mark.parametrize(
    "what", ["ada", "ada/whosewords", "ada/whosewords/events", "ada/whosewords/events/pier"]
)
def test_no_link_is_followed(put, tmp_path, what):
    made_up.write(
        tmp_path / "out", {"whosewords/my_work_x.json": ONE, "my_work_x.json": ONE, "event.csv": ONE}
    )
    (tmp_path / "home" / what).parent.mkdir(parents=True)
    (tmp_path / "home" / what).symlink_to(tmp_path / "out", target_is_directory=True)
    made_up.write(tmp_path / "home", {ours("ben"): OTHER})
    klass = collected(tmp_path / "home")
    assert [one.home for one in klass.students] == ["ben"]
    assert "a link" in told(klass, what).done


def test_pipes_and_sockets_are_not_waited_for(put, tmp_path):
    made_up.write(tmp_path, {ours("ada"): ONE})
    os.mkfifo(tmp_path / ours("ada", "my_work_pipe.json"))
    with socket.socket(socket.AF_UNIX) as asked:
        here = os.getcwd()
        os.chdir(tmp_path / "ada/whosewords")  # a path of a socket is short
        try:
            asked.bind("my_work_socket.json")
        finally:
            os.chdir(here)
        klass = put({})
    for name in ("pipe", "socket"):
        assert told(klass, ours("ada", f"my_work_{name}.json")).needs_teacher
    assert len(klass.students) == 1


def test_a_huge_home_does_not_cost_the_others(put, monkeypatch):
    monkeypatch.setattr(homes, "MOST_FILES", 5)
    made = {ours("ada", f"lessons/t{n}.csv"): b"a,b" for n in range(50)} | {ours("ben"): OTHER}
    klass = put(made | {ours("ada", "my_work_blue-7.json"): ONE, "ada/big/my_work.json": PRIVATE})
    assert [one.label for one in klass.students] == ["blue-7", "home ben"]  # work is read first
    assert "more than" in told(klass, "ada").done


def test_another_place_in_the_homes(put, tmp_path, monkeypatch, capsys):
    made = {"ada/.local/words/my_work.json": ONE, "ben/my_work.json": PRIVATE}
    (student,) = put(made, place=".local/words").students
    assert student.home == "ada"
    monkeypatch.setenv("WHOSEWORDS_HOME", str(tmp_path / "teacher"))
    assert main(["class", str(tmp_path), "--place", ".local/words"]) == 0
    assert (tmp_path / "teacher" / RESULTS / "class.html").is_file() and not (tmp_path / RESULTS).exists()
    for wrong in ("../ben", "/etc", ""):
        with pytest.raises(Problem):
            list(of_homes(tmp_path, wrong))
    assert main(["class", str(tmp_path), "--place", ".local/words", "--forget", "--yes"]) == 0
    assert not (tmp_path / "teacher" / RESULTS).exists()


def test_what_was_handed_in_is_no_folder_of_homes(tmp_path):
    made_up.write(
        tmp_path, {"ada/my_work.json": ONE, "whosewords/my_work.json": ONE, "ben/whosewords/x.txt": b""}
    )
    assert not are_homes(tmp_path) and not are_homes(tmp_path / "none")
    assert len(collected(tmp_path).found) == 3


def test_more_homes_than_are_read(put, monkeypatch):
    monkeypatch.setattr(homes, "MOST_HOMES", 2)
    klass = put({ours(home): OTHER for home in ("ada", "ben", "cleo")})
    assert [one.home for one in klass.students] == ["ada", "ben"] and "--only" in told(
        klass, "(the rest)"
    ).done


def test_of_an_event_only_what_is_shown_is_read():
    assert set(homes.TABLES) < {f"{name}.csv" for name in TABLES}


def test_one_students_own_folder(tmp_path):
    made_up.write(tmp_path, {"my_work.json": ONE, "sub/my_work.json": PRIVATE, "notes.json": PRIVATE})
    (tmp_path / "my_work_2.json").symlink_to(tmp_path / "notes.json")
    assert [(one.file, one.raw) for one in at_home(tmp_path)] == [("my_work.json", ONE)]
