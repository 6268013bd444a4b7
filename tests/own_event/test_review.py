"""A review of a brief: written, given back, taken in, beside the brief; and every file that is none."""

import shutil
from dataclasses import replace

import pytest

from whosewords import my_brief, my_work, new_event, review
from whosewords.own_event import opening
from whosewords.own_event.brief import brief
from whosewords.own_event.grids import GRIDS, ONE, PEER, TEACHER, most
from whosewords.own_event.review_file import (
    LONGEST,
    REST,
    Review,
    is_review,
    marked,
    review_in,
    text_of,
    written,
)
from whosewords.own_event.reviewing import Reviewing
from whosewords.own_event.reviews import MOST_REVIEWS
from whosewords.problems import Problem
from whosewords.session import Session, somebody
from whosewords.shelf import event_zip

from .bridge import CANARY, finished

HEAD = "what,is,words\nformat,Whose Words? a review,1\n"


def whole(kind=PEER, by="red-3", text="so", **more):
    """A review with the best mark and a text everywhere."""
    grid = GRIDS[kind]
    words = {**{one.id: text for one in grid}, REST: text}
    return Review(kind, by, marks={one.id: "3" for one in grid}, words=words, began="2026", at="2026", **more)


def filled(reviewing):
    """Fill a review in as a classmate would: six marks of 3 and a 1."""
    reviewing.by("red-3")
    for number, one in enumerate(reviewing.review.grid):
        reviewing.mark(one.id, "3" if number else "1").write(one.id, f"About {one.name}")
    return reviewing.write(REST, "There was a vote.")


@pytest.fixture
def handed(home, tmp_path, monkeypatch):
    """The zip of a finished event, and a reviewer's own empty home."""
    monkeypatch.chdir(tmp_path)
    finished().export(tmp_path)
    return tmp_path / "bridge.zip"


def test_the_grids_are_those_of_the_course():
    assert [one.name for one in GRIDS[PEER]] == [
        "Comparable?", "Who speaks?", "Frame proof", "Count", "Claim", "Fair to the text least liked",
        "Usable by all",
    ]  # fmt: skip
    assert [set(one.levels) for one in GRIDS[PEER]] == [{"3", "2", "1"}] * 7 and most(PEER) == 21
    assert [set(one.levels) for one in GRIDS[TEACHER]] == [{"3", "2", "1", "0"}] * 8 and most(TEACHER) == 24


def test_points_are_added_and_what_is_missing_is_named():
    given = marked(marked(Review(by="red-3"), "count", "2"), "claim", "1")
    assert given.points == 3  # 2 + 1
    assert given.in_short == "red-3, a classmate: 3 of 21 points, 5 without a mark"
    assert len(given.missing()) == 5 + 7 + 1  # marks, words, the last line
    assert whole().missing() == [] and whole().points == 21
    teachers = Review(TEACHER, "t", marks={one.id: "0" for one in GRIDS[TEACHER]})
    assert teachers.missing() == [] and teachers.points == 0  # notes may be left out


@pytest.mark.parametrize(
    ("criterion", "mark"), [("count", "4"), ("count", 2), ("colour", "2"), ("count", "")]
)
def test_a_mark_that_no_grid_has_is_refused(criterion, mark):
    with pytest.raises(Problem):
        marked(Review(), criterion, mark)
    with pytest.raises(Problem):
        marked(Review(), "silence", "3")  # of the teacher's grid


def test_a_text_that_is_too_long_is_refused():
    assert len(written(Review(), "count", "x" * LONGEST).words["count"]) == LONGEST
    with pytest.raises(Problem, match="characters at most"):
        written(Review(), "count", "x" * (LONGEST + 1))


@pytest.mark.parametrize("text", ["so", CANARY, "=1+1", "two\nlines", "é, ü; “x”", "'=x", "@x"])
@pytest.mark.parametrize("kind", [PEER, TEACHER])
def test_a_review_comes_back_as_it_was(kind, text):
    given = whole(kind, text=text, title="Pier", of="a1", made_by="blue-7")
    assert review_in(text_of(given).encode()) == given


def test_a_spreadsheet_may_save_it():
    raw = HEAD.replace(",", ";") + "kind;peer;\nby;red-3;\ncount;2;Die Brücke\n"
    given = review_in(raw.replace("\n", "\r\n").encode("cp1252"))
    assert (given.by, given.marks, given.words["count"]) == ("red-3", {"count": "2"}, "Die Brücke")
    assert review_in(text_of(whole()).encode("utf-16")) == whole()


def test_what_is_wrong_in_a_file_is_named_and_the_rest_is_read():
    raw = HEAD + "kind,peer,\nby,red-3,\ncount,9,x\nclaim,3,y\nevil,3,z\nvoices,3," + "w" * 700 + "\n"
    given = review_in(raw.encode())
    assert given.marks == {"claim": "3", "voices": "3"} and len(given.words["voices"]) == LONGEST
    told = " ".join(given.notes)
    for part in (
        "“9” is no mark for “Count”",
        "“evil” is no part",
        "“Who speaks?” was cut",
        "“Count” has no mark",
    ):
        assert part in told
    assert len(given.notes) == 3 + 5  # and five criteria without a mark


def test_thousands_of_strange_rows_are_told_in_few_lines():
    raw = HEAD + "kind,peer,\n" + "".join(f"x{n},1,\n" for n in range(2_500))
    assert len(review_in(raw.encode()).notes) < 12


@pytest.mark.parametrize(
    "raw",
    [b"", b"\0" * 50, b"nonsense", b"what,is,words\n", b"a,b\n1,2\n", HEAD.encode(), b"\xff\xfe\x00",
     HEAD.encode() + b"kind,<img src=x onerror=alert(1)>,\n", b'"' * 90_000, b"x" * 100_001,
     HEAD.encode() + b"kind,peer,\n" + b"".join(b"x%d,,\n" % n for n in range(4_000))],
)  # fmt: skip
def test_what_is_no_review_is_told(raw):
    with pytest.raises(Problem):
        review_in(raw)
    assert not is_review(raw) or raw.startswith(HEAD.encode())


@pytest.mark.parametrize("size", range(0, 900, 37))
def test_a_file_that_was_cut_off_gives_what_is_whole_or_a_sentence(size):
    raw = text_of(whole(title="Pier")).encode()[:size]
    try:
        given = review_in(raw)
    except Problem:
        return
    assert given.kind == PEER and set(given.marks.values()) <= {"3"}


# ---- the whole way


def test_a_classmate_reviews_a_zip_and_the_author_sees_it_beside_the_brief(handed, tmp_path):
    with somebody(Session(folder=tmp_path / "reviewer")):
        mine = review("bridge.zip")
        assert isinstance(mine, Reviewing) and not mine.event.may_write
        with pytest.raises(Problem, match="Still missing: who reviews"):
            mine.export()
        filled(mine)
        assert review("bridge.zip").review == mine.review  # left and gone on with
        assert "review_of_The_vote_on_the_footbridge_by_red_3.csv" in repr(mine.export(tmp_path))
    file = next(tmp_path.glob("review_of_*.csv"))
    event = new_event("bridge")
    told = repr(review(file.name))
    assert "red-3, a classmate: 19 of 21 points" in told  # 6 times 3, and 1
    assert "seems to be another" not in told
    assert [path.name for path in (event.folder.path / "reviews").iterdir()] == ["red_3.csv"]
    shown = str(my_brief().html())
    assert "19 of 21" in shown and "About Count" in shown and "There was a vote." in shown
    assert "About Count" in repr(review())


def test_a_later_state_takes_the_place_of_the_earlier_which_is_kept(handed, tmp_path):
    with somebody(Session(folder=tmp_path / "reviewer")):
        mine = filled(review("bridge.zip"))
        mine.export(tmp_path / "one")
        mine.mark("comparable", "2").export(tmp_path / "two")
    event = new_event("bridge")
    for folder in ("one", "two"):
        review(next((tmp_path / folder).iterdir()))
    assert [one.points for one in review().reviews] == [20]
    assert any("red_3.csv" in path.name for path in event.folder.earlier())
    other = tmp_path / "other.csv"
    other.write_text(text_of(whole(by="red-3", title="The pier")), encoding="utf-8")
    assert "another event" in repr(review(other))
    assert sorted(one.points for one in review().reviews) == [20, 21]  # a namesake's is kept beside it


def test_an_older_state_does_not_take_the_place_of_a_later_one(handed, tmp_path):
    new_event("bridge")
    for at, mark in (("2026-02-02", "2"), ("2026-01-01", "1")):
        given = marked(whole(), "count", mark)
        (tmp_path / "r.csv").write_text(text_of(replace(given, at=at)), encoding="utf-8")
        told = repr(review(tmp_path / "r.csv"))
    assert "A later state of this review is here already" in told
    assert [one.marks["count"] for one in review().reviews] == ["2"]


def test_the_same_file_twice_changes_nothing(handed, tmp_path):
    event = new_event("bridge")
    (tmp_path / "r.csv").write_text(text_of(whole()), encoding="utf-8")
    before = len(event.folder.earlier())
    for _ in range(2):
        review(tmp_path / "r.csv")
    assert len(review().reviews) == 1 and len(event.folder.earlier()) == before


def test_a_file_that_was_put_into_the_folder_by_hand_is_seen_and_travels(handed, tmp_path):
    with somebody(Session(folder=tmp_path / "reviewer")):
        filled(review("bridge.zip")).export(tmp_path / "out")
    event = new_event("bridge")
    name = next((tmp_path / "out").iterdir()).name
    (event.folder.path / "reviews").mkdir()
    shutil.copy(tmp_path / "out" / name, event.folder.path / "reviews" / name)
    assert len(review().reviews) == 1
    event.export(tmp_path / "again.zip")
    assert f"reviews/{name}" in event_zip.contents(tmp_path / "again.zip")[0]


def test_a_name_that_no_file_can_have_gets_another(handed, tmp_path):
    event = new_event("bridge")
    for number, by in enumerate(["con", "../../x", "<b>", "é" * 60, ""]):
        (tmp_path / "r.csv").write_text(text_of(whole(by=by)), encoding="utf-8")
        review(tmp_path / "r.csv")
        assert len(list((event.folder.path / "reviews").iterdir())) == number + 1
    names = sorted(path.name for path in (event.folder.path / "reviews").iterdir())
    assert names == ["b.csv", "somebody.csv", "somebody_2.csv", "x.csv", f"{'é' * 30}.csv"]


def test_a_planted_link_is_neither_read_nor_written_through(handed, tmp_path):
    folder, elsewhere = new_event("bridge").folder.path, tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "r.csv").write_text(text_of(whole()), encoding="utf-8")
    (folder / "reviews").symlink_to(elsewhere)
    assert review().reviews == []
    with pytest.raises(Problem, match="is a link"):
        review(elsewhere / "r.csv")
    assert len(list(elsewhere.iterdir())) == 1


def test_what_two_people_write_at_one_computer_stays_apart(handed, tmp_path):
    with somebody(Session(folder=tmp_path / "school")):
        my_work("blue-7")
        mine = review("bridge.zip").mark("count", "1")
        my_work("red-3")
        assert review("bridge.zip").review.marks == {}
        mine.mark("claim", "2")  # controls of the one before are still on the screen
        assert review("bridge.zip").review.marks == {}
        my_work("blue-7")
        assert review("bridge.zip").review.marks == {"count": "1", "claim": "2"}


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("count", {"what": "category", "is": "evil"}),
        ("count", {"what": "voice", "is": "evil"}),
        ("names", {"who": "x", "words": "council", "text": "courier", "paragraph": "9" * 4_900}),
        ("licence", {"what": "evil", "held": "evil"}),
        ("silences", {"number": "evil", "what": "x", "reason": "evil"}),
        ("claims", {"number": "evil", "claim": "x", "confidence": "evil"}),
        ("frames", {"text": "gull", "box": "evil", "paragraph": "evil"}),
        ("voices", {"text": "gull", "paragraph": "9" * 4_900, "first": "-1", "last": "x", "voice": "evil"}),
        ("matrix", {"event": "x", "text": "gull", "role": "evil", "paragraphs": "evil"}),
    ],
)
def test_what_was_changed_by_hand_hinders_no_brief(home, table, row):
    event = finished()
    event.folder.put(table, row)  # past all checks
    assert len(brief(event).blocks) == 10


def test_verdicts_that_nobody_can_give_are_not_counted(home):
    event = finished()
    for one in event.folder.rows("hits"):
        event.folder.put("hits", one | {"verdict": "evil"})
    assert "not done" in " ".join(next(b for b in brief(event).blocks if b.id == "count").parts[0].lines)


def test_a_teacher_has_a_grid_of_24_points_and_both_are_kept_apart(handed, tmp_path):
    with somebody(Session(folder=tmp_path / "teacher")):
        mine = review("bridge.zip", teacher=True).by("the teacher")
        for one in mine.review.grid:
            mine.mark(one.id, 2)
        mine.export(tmp_path / "out")
        assert review("bridge.zip").review.marks == {}
    new_event("bridge")
    assert "the teacher, a teacher: 16 of 24 points" in repr(review(next((tmp_path / "out").iterdir())))


def test_reviews_travel_in_the_zip_and_not_into_a_copy(handed, tmp_path):
    event = new_event("bridge")
    (tmp_path / "r.csv").write_text(text_of(whole()), encoding="utf-8")
    review(tmp_path / "r.csv")
    event.export(tmp_path / "again.zip")
    assert "reviews/red_3.csv" in event_zip.contents(tmp_path / "again.zip")[0]
    copy = new_event(tmp_path / "again.zip", copy="mine")
    assert not (copy.folder.path / "reviews").exists()
    assert copy.said("event", "id") != event.folder.get("event", "id")["is"]


def test_damaged_files_among_the_reviews_are_named_and_nothing_is_fatal(handed, tmp_path):
    folder = new_event("bridge").folder.path / "reviews"
    folder.mkdir()
    (folder / "good.csv").write_text(text_of(whole(text=CANARY, by=CANARY[:40])), encoding="utf-8")
    (folder / "huge.csv").write_bytes(b"x" * 3_000_000)
    (folder / "bad.csv").write_bytes(b"\0\xff")
    (folder / "a<img src=x onerror=alert(1)>.csv").write_text("no")
    (folder / "deep.csv").mkdir()
    (folder / "link.csv").symlink_to("/etc/passwd")
    given = review()
    assert len(given.reviews) == 1 and len(given.notes) == 4
    assert any("huge.csv" in note and "larger than" in note for note in given.notes)
    for shown in (given._repr_html_(), my_brief()._repr_html_()):
        assert "<img src=x" not in shown and "<script>alert" not in shown and "&lt;img src=x" in shown
        assert "root:" not in shown


def test_sixty_reviews_are_shown_and_more_are_told(handed):
    folder = new_event("bridge").folder.path / "reviews"
    folder.mkdir()
    for number in range(MOST_REVIEWS + 3):
        (folder / f"r{number}.csv").write_text(text_of(whole(by=f"r-{number}")), encoding="utf-8")
    given = review()
    assert len(given.reviews) == MOST_REVIEWS and str(MOST_REVIEWS + 3) in given.notes[0]


def test_reviews_in_a_zip_are_bounded(home, tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pier/event.csv", "what,is\ntitle,Pier\n")
        archive.writestr("pier/reviews/bomb.csv", b"x" * 5_000_000)
        for number in range(MOST_REVIEWS + 5):
            archive.writestr(f"pier/reviews/r{number}.csv", HEAD)
    found, told = event_zip.contents(tmp_path / "x.zip")
    assert sum(place.startswith("reviews/") for place in found) == MOST_REVIEWS
    assert len(told) == 1 + 5 and "reviews/bomb.csv" not in found


@pytest.mark.parametrize(
    "wrong", ["none.zip", "none.csv", 3, "", "x\0y", None, "empty", "words.csv", "broken.zip"]
)
def test_every_door_answers_with_a_sentence(home, tmp_path, monkeypatch, wrong):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "words.csv").write_text("term\nx\n")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    with pytest.raises(Problem):
        review(wrong)
    opening.new_event("pier")
    if wrong is not None:
        with pytest.raises(Problem):
            review(wrong)
    with pytest.raises(Problem):
        review("empty", teacher="yes")


def test_somebody_elses_event_takes_no_review_in(handed, tmp_path):
    (tmp_path / "r.csv").write_text(text_of(whole()), encoding="utf-8")
    new_event("bridge.zip")
    with pytest.raises(Problem, match="not taken in"):
        review("r.csv")


def test_a_hostile_event_can_be_opened_to_review_it(home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "dam"
    folder.mkdir()
    (folder / "event.csv").write_text(
        f'what,is\ntitle,"{CANARY.replace(chr(34), chr(34) * 2)}"\nmade_by,../..\n'
    )
    (folder / "brief.csv").write_bytes(b"\0\0")
    (folder / "claims.csv").write_text("number,claim\n1,<img src=x onerror=alert(1)>\n")
    mine = review("dam")
    assert "<img src=x" in repr(mine) and "<img src=x" not in str(mine._repr_mimebundle_()[0]["text/html"])
    assert len(ONE[PEER]) == 7 and mine.by("red-3").mark("count", 1)
    assert not list(folder.rglob("*red*"))
