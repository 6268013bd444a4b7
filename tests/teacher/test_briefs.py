"""Framing briefs and reviews among the files of a class: found in folders, in zips and alone; each broken one
named with its reason; and nothing of them more than text."""

import csv
import io
import zipfile

import made_up_class as made_up
import pytest
from own_event.bridge import CANARY, finished

from whosewords.own_event.grids import GRIDS, PEER, TEACHER
from whosewords.own_event.review_file import REST, Review, text_of
from whosewords.problems import Problem
from whosewords.shelf.event_tables import TABLES, as_text
from whosewords.teacher import briefs
from whosewords.teacher.class_briefs import NOTHING
from whosewords.teacher.class_page import page
from whosewords.teacher.collecting import collected
from whosewords.teacher.incoming import LARGEST_PART, RESULTS, incoming
from whosewords.teacher.results import forget, write


def reviewed(by="red-3", kind=PEER, mark="2", began="2026-01-01", at="2026-01-01", text="so", **of):
    grid = GRIDS[kind]
    words = {**{one.id: text for one in grid}, REST: text}
    given = Review(kind, by, began=began, at=at, marks={one.id: mark for one in grid}, words=words, **of)
    return text_of(given).encode()


def tables(title="The pier", by="blue-7", id="a1", **said):
    """The files of a small event, {name: bytes}."""
    event = {"title": title, "made_by": by, "id": id, "place": "Lower Wick", "date": "2025-09-10"}
    rows = {
        "event": [{"what": what, "is": value} for what, value in event.items()],
        "brief": [{"what": what, "is": value} for what, value in {"survived": "It is shut.", **said}.items()],
        "texts": [{"text": "gull"}, {"text": "notice"}],
        "claims": [{"number": "1", "claim": "It is shut", "verdict": "supported", "source_1": "the notice"}],
    }
    return {f"{name}.csv": as_text(name, listed).encode() for name, listed in rows.items()}


def inside(folder, files):
    return {f"{folder}/{name}": raw for name, raw in files.items()}


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "9b"
    made_up.write(
        folder, {"my_work_blue-7.json": made_up.raw_of("blue-7", made_up.work_of("blue-7", done=2))}
    )
    return folder


def done(klass):
    return {row.file: row for row in klass.found}


def test_a_real_event_is_read_out_of_its_zip_and_out_of_its_folder(home, folder):
    event = finished()
    event.export(folder / "bridge.zip")
    here = event.folder.path
    lying = {p.relative_to(here).as_posix(): p.read_bytes() for p in here.rglob("*") if p.is_file()}
    made_up.write(folder, inside("copied", lying))
    klass = collected(folder)
    (one,) = klass.briefs
    assert one.title == "The vote on the footbridge" and one.about == "Odderquay (invented), 2025-09-10"
    assert one.texts == ("notice", "courier", "gull") and one.missing == [] and len(one.claims) == 2
    rows = done(klass)
    assert rows["bridge.zip › bridge"].is_plain and "3 texts, 0 reviews" in rows["bridge.zip › bridge"].done
    assert rows["copied"].harmless and "counted once" in rows["copied"].done
    assert set(rows) == {"bridge.zip › bridge", "copied", "my_work_blue-7.json", "(files of the computer: 1)"}
    assert len(klass.students) == 1


def test_reviews_come_to_their_brief_from_its_folder_and_alone(folder):
    of = {"of": "a1", "title": "The pier", "made_by": "blue-7"}
    made_up.write(folder, {
        "pier.zip": zipped(inside("pier", {**tables(), "reviews/red_3.csv": reviewed(**of)})),
        "review_red.csv": reviewed(mark="3", at="2026-02-02", **of),  # a later state of the same
        "review_of_teacher.csv": reviewed("t", TEACHER, mark="2", of="a1"),
        "old.csv": reviewed("gold-1", title="The pier", made_by="blue-7"),  # of an event without an id
        "stray.csv": reviewed("gold-2", of="zz", title="The pier", made_by="blue-7"),
    })  # fmt: skip
    klass = collected(folder)
    (one,) = klass.briefs
    points = {(review.by, review.kind): review.points for review in one.reviews}
    assert points == {("red-3", PEER): 21, ("t", TEACHER): 16, ("gold-1", PEER): 14}  # 7·3, 8·2, 7·2
    assert [review.by for review in klass.reviews] == ["gold-2"]
    html = page(klass, folder)
    for part in ("14 of 21, 21 of 21", "16 of 24", "Reviews of briefs that are not here: 1", "It is shut."):
        assert part in html, part


def test_a_review_that_its_author_made_better_is_told(folder):
    made_up.write(folder, {
        **inside("pier", {**tables(), "reviews/r.csv": reviewed(mark="3", of="a1")}),
        "review.csv.txt": reviewed(mark="1", of="a1", text="w" * 590),  # as a mail program renames it
    })  # fmt: skip
    ((one,),) = [brief.reviews for brief in collected(folder).briefs]
    assert "very same time" in one.notes[-1] and {one.points, 7, 21} == {7, 21}


def test_what_a_brief_lacks_is_told():
    (one,) = briefs.handed_in([("pier/event.csv", b"what,is\ntitle,Pier\n", "")]).briefs
    assert one.missing == [
        "“What survived” is empty", "“I do not conclude” is empty", "two texts", "a claim with a verdict"
    ]  # fmt: skip
    long = {"pier/event.csv": b"what,is\n", "pier/brief.csv": b"what,is\nsurvived," + b"word " * 61 + b"\n"}
    (one,) = briefs.handed_in([(file, raw, "") for file, raw in long.items()]).briefs
    assert "“What survived” has 61 words of 60" in one.missing


BROKEN = {
    "a/event.csv": b"\0\xff\xfe", "b/brief.csv": b"a,b\n1,2\n", "c/brief.csv": b"x" * (LARGEST_PART + 1),
    "d/claims.csv": b'"' * 200_000, "e/reviews/r.csv": b"nonsense", "f/reviews/r.csv": b"x" * 120_000,
    "g/texts.csv": b"text\n" + b"".join(b"t%d\n" % n for n in range(4_000)),
}  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_file_is_named_with_its_reason_and_the_rest_is_read(folder, broken):
    root = broken[0]
    made_up.write(folder, {**inside(root, tables()), broken: BROKEN[broken]})
    klass = collected(folder)
    assert [one.file for one in klass.briefs] == [root] and len(klass.students) == 1
    row = done(klass)[broken]
    assert row.needs_teacher and any(word in row.done for word in ("cannot be read", "kB", "no review"))
    assert row.done.split(".")[0] in page(klass, folder).replace("&#39;", "'")


def test_a_folder_of_which_nothing_can_be_read_is_no_brief(folder):
    made_up.write(folder, {"a/event.csv": b"\0", "a/brief.csv": b"\0"})
    klass = collected(folder)
    assert klass.briefs == () and {"a/event.csv", "a/brief.csv"} <= set(done(klass))


def test_what_is_no_part_of_an_event_is_treated_as_ever(folder):
    made_up.write(folder, {
        **inside("pier", tables()), "pier/holiday.jpg": b"JFIF", "pier/earlier/2026__brief.csv": b"x",
        "pier/brief.html": b"<p>", "pier/texts/gull.toml": b"x", "names.csv": b"blue-7\n",
        "pier/my_work_red-3.json": made_up.raw_of("red-3", made_up.work_of("red-3", done=1)),
    })  # fmt: skip
    klass = collected(folder)
    rows = done(klass)
    assert "A picture" in rows["pier/holiday.jpg"].done and "names.csv" in rows
    assert not any("earlier" in file or "html" in file or "toml" in file for file in rows)
    assert {student.name for student in klass.students} == {"blue-7", "red-3"}


def test_briefs_are_a_table_for_a_spreadsheet_that_is_forgotten_with_the_rest(folder):
    of = {"reviews/r.csv": reviewed(of="a1"), "reviews/t.csv": reviewed("t", TEACHER, "3", of="a1")}
    made_up.write(folder, {**inside("pier", {**tables(), **of}), **inside("dam", tables("=1+1", id="b2"))})
    write(folder)
    made = folder / RESULTS / "briefs.csv"
    rows = list(csv.reader(io.StringIO(made.read_text(encoding="utf-8-sig"))))
    assert rows[1] == ["'=1+1", "blue-7", "dam", "2", "“I do not conclude” is empty", "", ""]
    assert rows[2][2:] == ["pier", "2", "“I do not conclude” is empty", "14 of 21", "24 of 24"]
    forget(folder)
    assert not (folder / RESULTS).exists()


def test_a_class_of_briefs_without_any_work_has_a_page(tmp_path, capsys):
    made_up.write(tmp_path / "9b", {"pier.zip": zipped(tables())})
    told = write(tmp_path / "9b")
    assert "Framing briefs: 1. Reviews: 0." in told and told[0].startswith("0 students")
    assert write(tmp_path / "9b") == told  # what was made is no input


def test_a_folder_with_nothing_is_told_as_before(tmp_path):
    made_up.write(tmp_path / "9b", {"names.csv": b"blue-7\n"})
    with pytest.raises(Problem, match="no work file"):
        collected(tmp_path / "9b")


def test_without_briefs_the_page_says_so(folder):
    assert NOTHING in page(collected(folder), folder)


def test_two_states_of_one_event_stand_side_by_side(folder):
    made_up.write(folder, {"one.zip": zipped(tables()), "two.zip": zipped(tables(my_frame="A scandal."))})
    assert [one.file for one in collected(folder).briefs] == ["one.zip", "two.zip"]


def test_a_bomb_and_a_way_out_are_told(folder):
    bomb = {**inside("pier", tables()), "pier/brief.csv": b"x" * 50_000_000, "/evil.csv": b"x"}
    made_up.write(folder, {"bomb.zip": zipped(bomb)})
    raws = [one.raw for one in incoming(folder) if one.raw]
    assert max(map(len, raws)) <= max(LARGEST_PART + 1, 100_000)
    rows = done(collected(folder))
    assert "kB" in rows["bomb.zip › pier/brief.csv"].done
    assert "out of the zip" in rows["bomb.zip › /evil.csv"].done


def test_more_briefs_than_a_page_takes_are_told(folder, monkeypatch):
    monkeypatch.setattr(briefs, "MOST", 2)
    for n in range(4):
        made_up.write(folder, inside(f"p{n}", tables(id=str(n))))
    klass = collected(folder)
    assert len(klass.briefs) == 2 and sum("has room for" in row.done for row in klass.found) == 2


def test_whatever_stands_in_them_stays_text(home, folder):
    of = {"title": CANARY[:60], "made_by": CANARY[:60]}
    files = {
        **tables(CANARY, CANARY, "", survived=CANARY, my_frame=CANARY),
        "texts.csv": as_text("texts", [{"text": CANARY}, {"text": "x"}]).encode(),
        "claims.csv": as_text("claims", [dict.fromkeys(TABLES["claims"], CANARY)]).encode(),
        "reviews/r.csv": reviewed(CANARY[:50], text=CANARY, **of) + f"\n{CANARY},9,x\n".encode(),
        "reviews/<img src=x onerror=alert(1)>.csv": b"no",
    }  # fmt: skip
    made_up.write(folder, {"<img src=x onerror=alert(1)>.zip": zipped(inside("<script>alert(3)", files)),
                           "alone.csv": reviewed("x", of="y", title=CANARY[:60], text=CANARY)})  # fmt: skip
    klass = collected(folder)
    assert len(klass.briefs) == 1 and len(klass.reviews) == 1 and len(klass.briefs[0].reviews) == 1
    html = page(klass, folder)
    assert "<img src=x" not in html and "<script>alert" not in html and html.count("&lt;img src=x") > 20
