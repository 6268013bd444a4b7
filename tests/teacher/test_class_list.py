"""The names that a teacher gave out, beside those that came."""

import pytest

from whosewords.problems import Problem
from whosewords.teacher.class_list import compared, listed, names_in
from whosewords.teacher.collecting import Student


def student(name, label=None):
    return Student(name, label or name, {}, ())


@pytest.fixture
def saved(tmp_path):
    def save(raw):
        (tmp_path / "names.txt").write_bytes(raw)
        return tmp_path / "names.txt"

    return save


def test_what_stands_after_a_name_is_not_read():
    text = '"Blue-7";"Somebody"\r\nred-2, Somebody\r\n\r\n  green-5\tSomebody\nblue-7\n'
    assert names_in(text) == ("blue-7", "red-2", "green-5")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_as_programs_save_it(saved, encoding):
    assert listed(saved("türkis-2\nblue-7".encode(encoding))) == ("türkis-2", "blue-7")


@pytest.mark.parametrize("raw", [b"", b" \n\n", b"PK\x03\x04 a workbook", b"%PDF-1.7", b"x-1\n" * 300_000])
def test_what_is_no_list(saved, raw):
    with pytest.raises(Problem, match="one a line"):
        listed(saved(raw))


def test_a_list_beside_a_class():
    came = [student("blue-7"), student("red7"), student("red-8"), student("", "without a name: x.json")]
    told = compared(("blue-7", "red-7", "green-5"), came)
    assert told.nothing == ("red-7", "green-5")
    # red7 and red-7: 2 * 4 of 9 letters alike, 0.89; red-8 and red-7: 2 * 4 of 10, 0.8, under 0.85.
    assert told.strange == (("red7", "red-7"), ("red-8", ""), ("without a name: x.json", ""))


def test_two_files_of_one_name_came_both():
    assert compared(("blue-7",), [student("blue-7"), student("blue-7", "blue-7 (second file)")]) == ((), ())


def test_without_a_list_there_is_nothing_to_say():
    assert compared((), [student("blue-7")]) == ((), ())
