"""What is missing in a browser, or broken: no control may look as if it had kept what it did not."""

import errno
import sys
from types import SimpleNamespace

import numpy as np
import pytest
from own_home import parts

from whosewords import check, exit_ticket, files, hand_check, my_frames, my_list, predict
from whosewords.classroom.my_work import NOT_SAVED, my_work, work
from whosewords.measures import chance

ipywidgets = pytest.importorskip("ipywidgets")


def told(shown):
    return " ".join(part.value for part in parts(shown, ipywidgets.HTML))


def guess(shown):
    parts(shown, ipywidgets.Button)[0].click()


def press(shown, name):
    next(one for one in parts(shown, ipywidgets.Button) if one.description == name).click()


def written(shown):
    for field in parts(shown, ipywidgets.Textarea):
        field.value = "twelve words of an answer, so that it is long enough to be kept"
    press(shown, "Save")


CONTROLS = {
    "a guess": (lambda: predict("5.p1"), guess),
    "an open answer": (lambda: check("5.8"), written),
    "the exit ticket": (lambda: exit_ticket(5), guess),
    "the check by hand": (hand_check, guess),
    "a frame grid": (lambda: my_frames("trt"), lambda shown: press(shown, "Save and compare")),
}


@pytest.mark.parametrize(("shown", "act"), CONTROLS.values(), ids=CONTROLS)
def test_a_fault_of_ours_is_told_and_nothing_claims_to_be_kept(shown, act, home, monkeypatch, capsys):
    shown = shown()

    def broken(*_):
        raise AttributeError("module 'fcntl' has no attribute 'flock'")

    monkeypatch.setattr(files, "held", broken)
    act(shown)
    assert NOT_SAVED in told(shown) and "flock" in told(shown)
    assert "kept" not in told(shown).casefold()
    assert "AttributeError" in capsys.readouterr().err


def test_a_list_of_ones_own_that_cannot_be_kept_says_so(home, monkeypatch, capsys):
    shown = my_list()

    def broken(*_):
        raise RuntimeError("no store")

    monkeypatch.setattr(files, "delete", broken)
    press(shown, "Our list again")
    assert NOT_SAVED in told(shown)


@pytest.mark.parametrize(("shown", "act"), list(CONTROLS.values())[:4], ids=list(CONTROLS)[:4])
def test_a_home_that_cannot_be_written_is_told(shown, act, home, monkeypatch):
    home.parent.mkdir(exist_ok=True)
    home.write_text("a file in the way", encoding="utf-8")
    shown = shown()
    act(shown)
    assert "could not be saved" in told(shown)
    assert work().trouble


# As in a browser


def test_without_locks_everything_is_saved_all_the_same(home, monkeypatch):
    fcntl = pytest.importorskip("fcntl")
    monkeypatch.delattr(fcntl, "flock")
    monkeypatch.setitem(sys.modules, "msvcrt", None)
    with files.held(home / "my_work.json") as mine:
        assert mine is None
    guess(predict("5.p1"))
    assert work().entries()["5.p1"]["kind"] == "guess" and not work().trouble


def mounted(monkeypatch, point):
    """As in a browser whose store is mounted at `point`, "/" for none."""
    place = SimpleNamespace(node=SimpleNamespace(mount=SimpleNamespace(mountpoint=point)))
    store = SimpleNamespace(FS=SimpleNamespace(lookupPath=lambda path: place))
    monkeypatch.setattr(files, "IN_BROWSER", True)
    monkeypatch.setitem(sys.modules, "pyodide_js", store)


def test_a_browser_with_a_store_keeps(home, monkeypatch):
    mounted(monkeypatch, "/drive")
    shown = predict("5.p1")
    guess(shown)
    assert files.lasts(home / "my_work.json") and not work().trouble
    assert NOT_SAVED not in told(shown)


def test_a_browser_without_a_store_says_that_it_keeps_nothing(home, monkeypatch):
    mounted(monkeypatch, "/")
    shown = predict("5.p1")
    guess(shown)
    assert NOT_SAVED in told(shown) and "keeps nothing" in told(shown)
    assert "keeps nothing" in repr(my_work())
    assert work().entries()["5.p1"]["kind"] == "guess"  # until the page is closed


def test_a_browser_whose_store_ends_with_the_page_says_so(home, monkeypatch):
    mounted(monkeypatch, "/drive")
    files.write(home / files.NOTHING_KEPT, "told by the page")
    guess(shown := predict("5.p1"))
    assert NOT_SAVED in told(shown) and "keeps nothing" in told(shown)


def test_a_store_that_loses_what_it_is_given_is_found_out(home, monkeypatch):
    mounted(monkeypatch, "/drive")
    guess(predict("5.p1"))
    monkeypatch.setattr("os.replace", lambda *_: None)
    shown = check("5.8")
    written(shown)
    assert NOT_SAVED in told(shown)
    monkeypatch.undo()


def test_a_full_store_is_told(home, monkeypatch):
    mounted(monkeypatch, "/drive")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    shown = exit_ticket(5)
    guess(shown)
    assert NOT_SAVED in told(shown) and "no room left" in told(shown)
    monkeypatch.undo()


def test_a_range_is_the_same_where_an_index_has_32_bits(monkeypatch):
    table = np.array([[1, 10], [2, 20], [4, 40]])
    here = chance.redrawn(table, seed=1)
    whole = np.bincount

    def of_32_bits(places, **options):
        if places.dtype != np.int32:
            raise TypeError("Cannot cast array data from int64 to int32 according to the rule 'safe'")
        return whole(places, **options)

    monkeypatch.setattr(np, "bincount", of_32_bits)
    monkeypatch.setattr(np, "intp", np.int32)
    assert (chance.redrawn(table, seed=1) == here).all()
