"""A folder of work files becomes a class: what is one person's together, everything else apart, all of it
told."""

import json
import os

import made_up_class as made_up
import pytest
from made_up_class import cuts, scratches

from whosewords.problems import Problem
from whosewords.teacher import collecting, incoming
from whosewords.teacher.collecting import Class, Found, collected

AT = "2025-11-03T09:15:00.{:06}+00:00"


def entry(number, *tries):
    return {"kind": "answer", "tries": list(tries), "at": AT.format(number)}


ONE = {"1.3": entry(1, "trt and neo"), "1.4": entry(2, "soleimani")}
LATER = {"1.3": entry(9, "trt and neo", "journal_mtl and neo"), "1.4": ONE["1.4"], "1.9": entry(5, "18")}
OTHER = {"1.3": entry(3, "trt and rs"), "1.4": entry(4, "soleimani")}


@pytest.fixture
def put(tmp_path):
    """Put work files into a folder, {path: (name, entries) or bytes}, and collect them."""

    def put(**paths):
        return put_all(paths)

    def put_all(made):
        made_up.write(
            tmp_path, {p: x if isinstance(x, bytes) else made_up.raw_of(*x) for p, x in made.items()}
        )
        return collected(tmp_path)

    put.all = put_all
    return put


def labels(klass):
    return [student.label for student in klass.students]


def done(klass, file):
    (told,) = [row.done for row in klass.found if row.file == file]
    return told


def test_a_whole_class(tmp_path):
    made_up.write(tmp_path, made_up.class_files())
    klass = collected(tmp_path)
    # 28 people, less one whose file holds nothing whole; mixed-1, a second brown-4, and one without a name
    assert len(klass.students) == 28 - 1 + 3
    assert len(set(labels(klass))) == 30
    # Nothing to look at in 28 files, less the five that are broken, and those of the first brown-4, of blue-3
    # who is copied, and of green-5 and grey-6 who are mixed
    assert sum(row.is_plain for row in klass.found) == 28 - 5 - 1 - 1 - 2
    # Six files are none: the stump, an empty one, a photo, a document, a notebook, what a computer makes; and
    # one is there twice
    assert sum(len(student.files) for student in klass.students) + 6 + 1 == len(klass.found)


def test_every_file_is_told_of_once(tmp_path):
    made_up.write(tmp_path, made_up.class_files())
    files = [row.file for row in collected(tmp_path).found]
    assert len(files) == len(set(files))
    loose = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert loose - {"desktop.ini", "class 9b assignment.zip"} <= set(files)


# ---- copies of one person


def test_an_older_copy_goes_into_the_later_one(put):
    klass = put.all({"my_work_blue-7.json": ("blue-7", ONE), "new/my_work_blue-7.json": ("blue-7", LATER)})
    (student,) = klass.students
    assert (student.label, student.entries) == ("blue-7", LATER)
    assert student.files == ("new/my_work_blue-7.json", "my_work_blue-7.json")
    assert "blue-7" in done(klass, "my_work_blue-7.json")


def test_two_copies_that_were_both_worked_on_are_put_together(put):
    here, there = (
        {**ONE, "1.9": entry(7, "18")},
        {**ONE, "1.p1": {"kind": "guess", "value": "neo", "at": AT.format(8)}},
    )
    (student,) = put.all({"a.json": ("blue-7", here), "b.json": ("blue-7", there)}).students
    assert student.entries == {**here, **there}


def test_the_same_bytes_count_once(put):
    klass = put.all({"my_work_blue-7.json": ("blue-7", ONE), "my_work_blue-7 (1).json": ("blue-7", ONE)})
    assert labels(klass) == ["blue-7"]
    assert klass.students[0].files == ("my_work_blue-7.json",)
    assert "Byte for byte" in done(klass, "my_work_blue-7 (1).json")
    assert not any(row.needs_teacher for row in klass.found)


def test_the_same_bytes_from_two_people_are_asked_about(put):
    folder = "{}_assignsubmission_file_/my_work_blue-7.json"
    klass = put.all({folder.format("Red 1_12"): ("blue-7", ONE), folder.format("Red 2_13"): ("blue-7", ONE)})
    assert labels(klass) == ["blue-7"]
    assert "Two people" in done(klass, folder.format("Red 2_13"))
    assert [row.needs_teacher for row in klass.found] == [False, True]


def test_the_state_before_needs_no_answer_in_common(put):
    before = {"1.3": entry(1, "trt and neo")}
    after = {"1.3": entry(9, "trt and neo", "trt and rs")}
    made = {"my_work_blue-7.json": ("blue-7", after), "my_work_blue-7.json.bak": ("blue-7", before)}
    assert [one.entries for one in put.all(made).students] == [after]


def test_a_state_before_alone_is_read(put):
    assert labels(put.all({"my_work_blue-7.json.bak": ("blue-7", ONE)})) == ["blue-7"]


def test_a_damaged_copy_that_the_module_put_aside(put):
    whole = made_up.raw_of("blue-7", ONE)
    made = {"my_work_blue-7.json": whole, "my_work_blue-7_damaged_20251103_091500_000001.json": whole[:-40]}
    assert labels(put.all(made)) == ["blue-7"]


@pytest.mark.parametrize(
    "folder",
    [
        "Red 1_12_assignsubmission_file_/{}.json",
        "Red 1_12_assignsubmission_file_{}.json",
        "Red 1/Version {}/w.json",
    ],
)
def test_files_of_one_name_in_one_hand_in_are_one_persons(put, folder):
    phone, laptop = {"1.3": entry(1, "trt and neo")}, {"1.4": entry(2, "soleimani")}
    (student,) = put.all({folder.format(1): ("blue-7", phone), folder.format(2): ("blue-7", laptop)}).students
    assert student.entries == {**phone, **laptop}


# ---- what is never put together


def test_two_of_one_name_are_two(put):
    klass = put.all({"a.json": ("blue-7", ONE), "b.json": ("blue-7", OTHER)})
    assert [(one.label, one.entries) for one in klass.students] == [
        ("blue-7", ONE),
        ("blue-7 (second file)", OTHER),
    ]
    assert all("two students" in done(klass, file) for file in ("a.json", "b.json"))


def test_of_two_of_one_name_the_one_who_began_first_stays_first(put):
    """What a teacher typed is kept under the label: it must not move to another person with a new file."""
    longer = {**ONE, "1.9": entry(99, "18")}
    klass = put.all({"z.json": ("blue-7", ONE), "b.json": ("blue-7", OTHER), "a.json": ("blue-7", longer)})
    assert [(one.label, one.entries) for one in klass.students] == [
        ("blue-7", longer),
        ("blue-7 (second file)", OTHER),
    ]


def test_a_teacher_who_knows_that_two_are_one_says_so(put, tmp_path):
    phone, laptop = (
        {"1.3": entry(1, "trt and neo")},
        {"1.3": entry(5, "trt and rs"), "1.4": entry(2, "soleimani")},
    )
    made = {
        "a.json": ("Blue-7", phone),
        "b.json": ("blue-7", laptop),
        "c.json": ("", ONE),
        "d.json": ("", OTHER),
    }
    assert len(put.all(made).students) == 4
    klass = collected(tmp_path, ["BLUE-7"])
    assert [one.name for one in klass.students] == ["blue-7", "", ""]
    assert klass.students[0].entries == laptop  # the later of two answers
    with pytest.raises(Problem, match="red-1"):
        collected(tmp_path, ["red-1"])


def test_one_name_and_nothing_in_common_are_two(put):
    klass = put.all({"a.json": ("blue-7", {"1.3": ONE["1.3"]}), "b.json": ("blue-7", {"1.4": ONE["1.4"]})})
    assert len(klass.students) == 2


def test_the_same_answer_at_another_time_is_nothing_in_common(put):
    again = {"1.4": entry(77, "soleimani")}
    assert len(put.all({"a.json": ("blue-7", ONE), "b.json": ("blue-7", again)}).students) == 2


def test_without_a_name_nobody_is_anybody(put):
    klass = put.all({"my_work.json": ("", ONE), "Red 1_12_assignsubmission_file_/my_work.json": ("", LATER)})
    assert labels(klass) == [
        "without a name: Red 1_12_assignsubmission_file_/my_work.json",
        "without a name: my_work.json",
    ]


def test_without_a_name_and_a_copy_of_somebodys(put):
    klass = put.all({"my_work_blue-7.json": ("blue-7", ONE), "my_work.json": ("", ONE)})
    assert labels(klass) == ["blue-7", "without a name: my_work.json"]
    assert "“blue-7”" in klass.students[1].notes[0] and "2 of its 2" in klass.students[1].notes[0]
    assert klass.students[1].notes[0] in done(klass, "my_work.json")


def test_a_mixture_of_two_is_told(put):
    both = {"1.3": ONE["1.3"], "1.4": OTHER["1.4"]}
    klass = put.all({"a.json": ("red-1", ONE), "b.json": ("red-2", OTHER), "c.json": ("red-3", both)})
    (note,) = klass.students[2].notes
    assert "“red-1” and “red-2”" in note and "mixed" in note
    assert klass.students[2].entries == both


def test_one_answer_in_the_files_of_many_is_one_sentence(put):
    """As when a class began from one person's file."""
    first = {"1.4": entry(1, "soleimani")}
    mine = [{**first, "1.3": entry(10 + n, "trt and rs")} for n in range(8)]
    klass = put.all({f"{n}.json": (f"red-{n}", entries) for n, entries in enumerate(mine)})
    (note,) = klass.students[0].notes
    assert "1 of its 2" in note and "“red-1”, “red-2”, “red-3”, “red-4” and 3 more" in note


def test_people_who_answer_alike_have_nothing_in_common(put):
    alike = {id: {**one, "at": AT.format(500 + n)} for n, (id, one) in enumerate(ONE.items())}
    klass = put.all({"a.json": ("red-1", ONE), "b.json": ("red-2", alike)})
    assert [one.notes for one in klass.students] == [(), ()]


def test_a_name_in_the_file_counts_and_another_outside_is_told(put):
    klass = put.all({"my_work_blue-8.json": ("blue-7", ONE)})
    assert labels(klass) == ["blue-7"]
    assert "blue-8" in done(klass, "my_work_blue-8.json")


def test_a_name_outside_alone_is_not_taken(put):
    klass = put.all({"my_work_blue-8.json": ("", ONE)})
    assert [student.name for student in klass.students] == [""]
    assert "blue-8" in done(klass, "my_work_blue-8.json")


def test_labels_are_told_apart_whatever_people_call_themselves(put):
    third = {"1.4": entry(11, "protests")}
    made = {"a.json": ("x", ONE), "b.json": ("x", OTHER), "c.json": ("x (second file)", third)}
    assert len(set(labels(put.all(made)))) == 3


def test_one_way_to_write_a_name(put):
    klass = put.all({"a.json": ("Türkis-7", ONE), "b.json": ("tu\u0308rkis-7 ", LATER)})
    assert labels(klass) == ["türkis-7"]


# ---- broken and strange files


def test_a_cut_off_file(put):
    raw = made_up.raw_of("blue-7", LATER)
    klass = put.all({"my_work_blue-7.json": raw[: raw.index(b'"1.9"')]})
    assert [(one.name, set(one.entries)) for one in klass.students] == [("blue-7", {"1.3", "1.4"})]
    assert "Cut off" in done(klass, "my_work_blue-7.json")


def test_a_cut_off_file_without_a_name_outside(put):
    raw = made_up.raw_of("blue-7", LATER)
    klass = put.all({"my_work.json": raw[: raw.index(b'"1.9"')]})
    assert labels(klass) == ["without a name: my_work.json"]


def test_a_file_that_is_broken_in_the_middle_keeps_its_name(put):
    raw = made_up.raw_of("blue-7", LATER).replace(b'"1.4": {', b'"1.4": {{')
    klass = put.all({"my_work.json": raw})
    assert labels(klass) == ["blue-7"]
    assert "1.3" in klass.students[0].entries and "1.9" in klass.students[0].entries


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("my_work_a.json", b"", "Empty"),
        ("my_work_a.json", b"\0" * 3000, "Empty"),
        ("my_work_a.json", b'{"entr', "no answer in it is whole"),
        ("my_work_a.json", b"\xff\xd8\xff\xe0 a picture", "no answer in it is whole"),
        ("x.ipynb", b'{"cells": []}', "notebook"),
        ("x.html", b"<p>{</p>", "page"),
        ("x.jpg", b"\xff\xd8\xff", "picture"),
        ("x.rar", b"Rar!", "unpack it"),
        ("x.json", b'{"entries": {"a": {"at": "b"}}}', "another program"),
        ("x.json", b"[1]", "No work file"),
        ("x.json", b'{"a": ' * 5000, "another program"),
        ("marks_9b.json", b'{"format": "Whose Words? marks", "marks": []}', "Load it on that page"),
    ],
)
def test_what_is_no_work_file_is_told(put, name, raw, told):
    klass = put.all({name: raw, "z.json": ("blue-7", ONE)})
    assert labels(klass) == ["blue-7"]
    assert told in done(klass, name)


def test_a_newer_version(put):
    document = {**made_up.document("blue-7", ONE), "version": 9, "seals": [{}]}
    klass = put.all({"a.json": json.dumps(document).encode()})
    assert klass.students[0].entries == ONE
    assert "newer version" in done(klass, "a.json")


def test_entries_that_are_no_tables(put):
    klass = put.all({"a.json": ("blue-7", {**ONE, "1.9": 5, "2.6": [], "3.1": None})})
    assert klass.students[0].entries == ONE
    assert "3 of its entries" in done(klass, "a.json")


def test_what_no_page_could_read_is_mended(put):
    text = json.dumps(
        made_up.document("blue-7", {"1.7": {"kind": "text", "value": "\ud83d", "at": "x", "n": 1}})
    )
    klass = put.all({"a.json": text.replace("1}", 'NaN, "m": Infinity}').encode()})
    assert klass.students[0].entries["1.7"] == {"kind": "text", "value": "?", "at": "x", "n": None, "m": None}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_as_other_programs_save_it(put, encoding):
    text = made_up.raw_of("blue-7", ONE).decode()
    assert put.all({"a.json": text.encode(encoding)}).students[0].entries == ONE


def test_too_large(put, monkeypatch):
    text = made_up.raw_of("blue-7", LATER).decode().replace("{", "{" + " " * 200_000, 1)
    monkeypatch.setattr("whosewords.teacher.incoming.LARGEST", 200_300)
    monkeypatch.setattr("whosewords.teacher.reading.LARGEST", 200_300)
    told = done(
        put.all({"my_work_blue-7.json": text.encode(), "z.json": ("x", OTHER)}), "my_work_blue-7.json"
    )
    assert "Larger than" in told


@pytest.mark.parametrize("name", [5, None, [], {"a": 1}, "\n\0", "x" * 5000, "\u202egnp", "<b>", "=1+1"])
def test_strange_names(put, name):
    klass = put.all({"a.json": json.dumps({**made_up.document("", ONE), "name": name}).encode()})
    (label,) = labels(klass)
    assert label.isprintable() and len(label) < 90


def test_files_that_a_computer_makes_are_one_row(put):
    noise = {"Thumbs.db": b"x", "~$my_work.json": b"{}", ".DS_Store": b"x", "__MACOSX/._my_work.json": b"{}"}
    klass = put.all({**noise, "a.json": ("blue-7", ONE)})
    assert [row.file for row in klass.found] == ["(files of the computer: 4)", "a.json"]


# ---- nothing there


@pytest.mark.parametrize("given", ["nowhere", 5, None, "a" * 300])
def test_no_folder(given):
    with pytest.raises(Problem):
        collected(given)


def test_a_file_in_place_of_a_folder(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"")
    with pytest.raises(Problem, match="no folder"):
        collected(tmp_path / "a.zip")


def test_no_work_file(put):
    with pytest.raises(Problem, match="no work file"):
        put.all({"a.jpg": b"\xff"})
    with pytest.raises(Problem, match="no work file"):
        put.all({})


def test_no_work_file_among_very_many(put, monkeypatch):
    monkeypatch.setattr(incoming, "MOST_FILES", 2)
    with pytest.raises(Problem, match="Give the folder of one class"):
        put.all({f"{n}.jpg": b"\xff" for n in range(5)})


def test_a_name_in_a_zip_may_be_longer_than_any_on_a_disk(put):
    """A pattern that tries each way to read such a name would take hours."""
    made = {"my_work" + " (1)" * 9_000 + "x": made_up.raw_of("blue-7", ONE)}
    assert labels(put.all({"a.zip": made_up.zipped(made)})) == ["blue-7"]


def test_more_than_a_page_takes(put, monkeypatch):
    monkeypatch.setattr(collecting, "MOST", 2)
    with pytest.raises(Problem, match="3 students"):
        put.all({f"{n}.json": (f"red-{n}", {"1.3": entry(n, "trt and rs")}) for n in range(3)})


def test_a_folder_that_may_not_be_opened(put, tmp_path, monkeypatch):
    """As root may open everything, the system is not asked."""
    look = os.scandir
    closed = tmp_path / "closed"

    def refused(path):
        if path == closed:
            raise PermissionError(13, "Permission denied")
        return look(path)

    closed.mkdir()
    monkeypatch.setattr(os, "scandir", refused)
    klass = put.all({"a.json": ("blue-7", ONE)})
    assert labels(klass) == ["blue-7"]
    assert "may not be opened" in done(klass, "closed")


# ---- whatever arrives


@pytest.mark.parametrize("seed", range(6))
def test_no_cut_is_fatal(put, seed):
    raw = made_up.raw_of("blue-7", made_up.work_of("blue-7", seed, done=2))
    klass = put.all(
        {f"my_work_blue-{n}.json": piece for n, piece in enumerate(cuts(raw, seed))} | {"z.json": raw}
    )
    assert isinstance(klass, Class) and all(isinstance(row, Found) for row in klass.found)
    whole = json.loads(raw)["entries"]
    for student in klass.students:  # what is rescued is what stood there, and nothing else
        assert all(whole[id] == entry for id, entry in student.entries.items())


@pytest.mark.parametrize("seed", range(6))
def test_no_scratch_is_fatal(put, seed):
    raw = made_up.raw_of("blue-7", made_up.work_of("blue-7", seed, done=2))
    made = {f"my_work_blue-{n}.json": piece for n, piece in enumerate(scratches(raw, seed))}
    klass = put.all(made | {"z.json": raw})
    assert {row.file for row in klass.found} == {*made, "z.json"}
