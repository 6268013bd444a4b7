"""How sure a student was of a claim stays with the student: no page or table for a teacher has it."""

from whosewords.classroom.exercises import exercise
from whosewords.classroom.kinds import sure
from whosewords.teacher import class_page, class_table
from whosewords.teacher.collecting import Class, Student
from whosewords.teacher.item_analysis import guesses

AT = "2026-11-29T09:15:00+00:00"


def student(name, option, level, minute):
    rows = {item.id: option for item in exercise("9.p2").items}
    value = rows | {f"{id}{sure.MARK}": level for id in rows}
    entry = {"kind": "guess", "value": value, "at": AT.replace(":15:", f":{minute}:")}
    return Student(name, name, {"9.p2": entry}, ())


STUDENTS = [
    student("blue-1", "yes", "70", 11), student("blue-2", "yes", "90", 12), student("blue-3", "no", "60", 13),
]  # fmt: skip


def test_a_class_is_told_of_the_options_alone():
    (counted,) = (row[1] for row in guesses(STUDENTS) if row[0].id == "9.p2")
    assert sorted(counted.values()) == [1] * 8 + [2] * 8
    assert not any("%" in line for line in counted)


def test_neither_page_nor_table_has_a_level():
    page = class_page.page(Class(STUDENTS, ()))
    asked = page[page.index("9.p2 ") :]
    assert "3 answered." in asked and "it does not: neo ¶13" in page
    for level in ("60 %", "70 %", "90 %", '"60"', '"70"', '"90"'):
        assert level not in asked[:8000], level
    assert "70" not in class_table.table(STUDENTS)
