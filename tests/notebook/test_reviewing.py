"""A review as controls: marks and words are saved as they come, and the file is written when all is there."""

import ipywidgets
import pytest
from own_event.bridge import CANARY, finished
from own_home import parts

from whosewords import review
from whosewords.own_event.grids import GRIDS, LAST, PEER, TEACHER
from whosewords.session import Session, somebody


def told(shown):
    return " ".join(part.value for part in parts(shown, ipywidgets.HTML))


def press(shown, name):
    next(one for one in parts(shown, ipywidgets.Button) if one.description == name).click()


def fields(shown):
    return parts(shown, ipywidgets.Textarea)


@pytest.fixture
def handed(home, tmp_path, monkeypatch):
    finished().export(tmp_path)
    with somebody(Session(folder=tmp_path / "reviewer")):
        monkeypatch.setattr("whosewords.files.place", lambda: tmp_path)
        yield tmp_path / "bridge.zip"


def test_the_brief_stands_above_the_seven_criteria(handed):
    shown = review(handed)
    said = told(shown)
    for part in (
        "The vote on the footbridge",
        "What survived",
        "1 of 7. Comparable?",
        "7 of 7. Usable by all",
    ):
        assert part in said
    assert len(fields(shown)) == 7 + 1
    assert "7 without a mark" in said and "who reviews; Comparable?: the mark" in said
    assert fields(shown)[-1].description == LAST[PEER]


def test_a_review_is_filled_in_left_gone_on_with_and_written(handed, tmp_path):
    shown = review(handed)
    for one in GRIDS[PEER]:
        press(shown, f"3 {one.levels['3']}")
    for box in fields(shown):
        box.value = "I looked."
    press(shown, "Write the file for the author")
    assert "Still missing: who reviews" in told(shown) and not list(tmp_path.glob("review_*"))
    again = review(handed)  # left and opened again
    assert [box.value for box in fields(again)] == ["I looked."] * 8
    next(one for one in parts(again, ipywidgets.Text) if "Who reviews" in one.description).value = "red-3"
    assert "red-3, a classmate: 21 of 21 points" in told(again)
    press(again, "Write the file for the author")
    assert "Written: review_of_The_vote_on_the_footbridge_by_red_3.csv" in told(again)
    written = [one for one in parts(again, ipywidgets.HTML) if "Written: " in one.value]
    assert written and all(one.layout.display != "none" for one in written)  # a field before it fell silent
    assert len(list(tmp_path.glob("review_*"))) == 1


def test_what_cannot_be_kept_is_told(handed):
    shown = review(handed)
    fields(shown)[0].value = "x" * 601
    assert "600 characters at most" in told(shown)


def test_a_teacher_has_eight_rows_with_a_mark_of_nothing(handed):
    shown = review(handed, teacher=True)
    assert "8 of 8. Clarity and access" in told(shown)
    for _ in GRIDS[TEACHER]:
        press(shown, "0 nothing is there")
    assert sum(one.description.startswith("0 ") for one in parts(shown, ipywidgets.Button)) == 8


def test_whatever_is_typed_stays_text(handed):
    shown = review(handed)
    for box in (*fields(shown), *parts(shown, ipywidgets.Text)):
        box.value = CANARY[:50]
    press(shown, "Write the file for the author")
    bundle = shown._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    for drawn in (told(shown), data["text/html"]):
        assert "<img src=x" not in drawn and "&lt;img src=x" in drawn
