"""The tagged phrases of a class: agreement without names, a table that the lesson reads again."""

import json

from whosewords import agreement
from whosewords.__main__ import main
from whosewords.classroom.work_format import FORMAT
from whosewords.measures.tagging import items
from whosewords.teacher.class_page import page
from whosewords.teacher.class_tags import HEAD, NOBODY, table
from whosewords.teacher.class_tags import agreement as of_class
from whosewords.teacher.collecting import Class, Student
from whosewords.teacher.incoming import RESULTS
from whosewords.teacher.results import forget


def student(name, turn=0):
    """Somebody who calls each second phrase of Round 1 loaded, and skips one."""
    codes = {item.id: "loaded" if (n + turn) % 2 else "plain" for n, item in enumerate(items(1))}
    entry = {"at": f"2026-11-29T10:00:00+00:00 {name}", "kind": "codes", "codes": codes | {"r1-05": "skip"},
             "sure": {"r1-01": "unsure"}}  # fmt: skip
    return Student(name, name, {"7.tags1": entry}, (f"{name}.json",))


def test_agreement_is_told_without_names():
    html = str(of_class([student("amber-1"), student("blue-3")]))
    assert "amber" not in html and "2 coders, 19 phrases" in html
    assert str(of_class([Student("a", "a", {"7.tags1": 5}, ())])) == f"<p>{NOBODY}</p>"


def test_the_page_has_the_part_and_calls_no_entry_unknown():
    html = page(Class((student("amber-1"),), ()))
    assert "Do they agree?" in html and "no task of this version" not in html


def test_the_table_holds_each_code():
    rows = table([student("amber-1"), student("=cmd")]).splitlines()
    assert rows[0] == HEAD and len(rows) == 41
    assert rows[1] == "amber-1,r1-01,plain,unsure" and rows[5] == "amber-1,r1-05,skip,"
    assert rows[21].startswith("'=cmd,") and table([]) == ""


def test_a_copied_round_is_counted_once():
    one = student("amber-1")
    copy = Student("red-2", "red-2", one.entries, ("copy.json",))
    assert table([one, copy]) == table([one])
    assert "2 coders" in str(of_class([one, copy, student("blue-3", 1)]))


def test_the_lesson_reads_what_the_command_writes(home, tmp_path, capsys):
    folder = tmp_path / "class"
    folder.mkdir()
    for n in range(3):
        one = student(f"blue-{n}", n // 2)
        document = {"format": FORMAT, "version": 1, "name": one.name, "entries": one.entries}
        (folder / f"{n}.json").write_text(json.dumps(document), encoding="utf-8")
    assert main(["class", str(folder)]) == 0
    assert "codes.csv" in capsys.readouterr().out
    found = agreement(str(folder / RESULTS / "codes.csv"))
    assert list(found.table["coders"]) == [3] and list(found.table["phrases"]) == [19]
    assert found.table.equals(agreement(str(folder)).table)
    forget(folder)
    assert not (folder / RESULTS / "codes.csv").exists()
