"""What is kept of a long run: whole lines only, of this run only, for one program at a time."""

import pytest

from whosewords import files
from whosewords.corpus.unfinished import beside, unfinished
from whosewords.problems import Problem

ABOUT = {"version": "1", "input": "x"}
ROWS = [[[1, "a", None]], [[2, "b", 0.5], [2, "ж", "“"]], [[3, "c", None]]]


@pytest.fixture
def path(tmp_path):
    return beside(tmp_path / "table.csv")


def kept(path, rows=(), about=ABOUT):
    """Adds rows; (how many texts were done before, all rows after)."""
    with unfinished(path, about) as found:
        before = found.done
        for each in rows:
            found.add(each)
        return before, list(found.rows())


def test_what_is_done_is_there_after_a_stop(path):
    assert kept(path, ROWS[:2]) == (0, [*ROWS[0], *ROWS[1]])
    assert kept(path, ROWS[2:]) == (2, [*ROWS[0], *ROWS[1], *ROWS[2]])


def test_cut_off_anywhere_it_goes_on_with_what_is_whole(path):
    kept(path, ROWS)
    whole = path.read_bytes()
    ends = [i + 1 for i, byte in enumerate(whole) if byte == 10]
    for length in range(len(whole) + 1):
        path.write_bytes(whole[:length])
        done = max(0, sum(end <= length for end in ends) - 1)
        before, rows = kept(path, ROWS[done:])
        assert (
            before == done and rows == [row for rows in ROWS for row in rows] and path.read_bytes() == whole
        )


def test_what_a_disk_made_of_its_end_is_dropped(path):
    kept(path, ROWS)
    path.write_bytes(path.read_bytes()[:-4] + b"\0\0\0\n")
    assert kept(path)[0] == 2


def test_another_input_does_not_go_on_with_it(path):
    kept(path, ROWS)
    before = path.read_bytes()
    with pytest.raises(Problem, match="another input"):
        kept(path, about={**ABOUT, "input": "y"})
    assert path.read_bytes() == before


def test_two_programs_do_not_write_one_table(path):
    with unfinished(path, ABOUT), pytest.raises(Problem, match="Another program"):
        kept(path)


def test_the_lock_goes_with_it(path):
    with unfinished(path, ABOUT):
        path.unlink()
    assert not files.lock_of(path).exists()


def test_a_folder_in_its_place(path):
    path.mkdir()
    with pytest.raises(files.CannotSave, match=r"table\.csv\.unfinished"):
        kept(path)


def test_a_full_disk(path, monkeypatch):
    with unfinished(path, ABOUT) as found:
        full = open("/dev/full", "wb", buffering=0)  # noqa: SIM115
        monkeypatch.setattr(found, "_file", full)
        with pytest.raises(files.CannotSave, match="make room"):
            found.add(ROWS[0])
    assert kept(path)[0] == 0
