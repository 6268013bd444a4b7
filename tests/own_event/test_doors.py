"""Folders that are damaged, texts in other languages, two writers at once: the event says so and goes on."""

import random
import shutil
import subprocess
import sys
import textwrap
from contextlib import suppress

import pytest

from whosewords import add_text, events, my_brief, rank, silence_grid, sources, stability, who_is_behind
from whosewords.own_event import counting, voices
from whosewords.own_event.brief import Table, brief
from whosewords.own_event.facts import fact
from whosewords.own_event.opening import new_event
from whosewords.own_event.rules import LICENCE
from whosewords.own_event.steps import as_text
from whosewords.problems import Problem
from whosewords.publish.brief_docx import document
from whosewords.publish.brief_page import page
from whosewords.shelf.event_folder import Folder
from whosewords.teacher.briefs import handed_in

from .bridge import filled_in, finished

SAME = {
    "german": "Die Fähre kam am Montag nicht. „Wir wissen es nicht“, sagte die Sprecherin. Es war schlimm. ",
    "russian": "Паром не пришёл в понедельник. «Мы не знаем», — сказала она. Это был позор. ",
    "arabic": "لم تصل العبارة يوم الاثنين. «لا نعرف»، قالت المتحدثة. كان ذلك عارا كبيرا. ",
}


def damages(raw, chance):
    """The same bytes, damaged in each way that a stick, a sync or a wrong program damages them."""
    yield raw[: chance.randrange(len(raw))]
    flipped = bytearray(raw)
    for _ in range(9):
        flipped[chance.randrange(len(raw))] = chance.randrange(256)
    yield bytes(flipped)
    yield chance.randbytes(300)
    yield raw.decode("utf-8", "replace").encode("utf-16")


def looked_at(event):
    """All that shows an event; whatever a call cannot answer is a sentence."""
    made = brief(event)
    document(made)
    for call in (rank, sources, events, silence_grid, who_is_behind):
        with suppress(Problem):
            call(event.names)
    return page(made) + as_text(event) + my_brief()._repr_html_()


def test_a_damaged_file_costs_what_stood_in_it_and_no_more(home, tmp_path, times):
    source, chance = filled_in() / "events" / "bridge", random.Random(17)
    names = [path.relative_to(source) for path in sorted(source.rglob("*.csv"))]
    names += [path.relative_to(source) for path in sorted(source.rglob("*.toml"))]
    tried = [(name, bad) for name in names for bad in damages((source / name).read_bytes(), chance)]
    for number, (name, bad) in enumerate(chance.sample(tried, times(4, len(tried)))):
        there = tmp_path / f"of_somebody_{number}"
        shutil.copytree(source, there)
        (there / name).write_bytes(bad)
        given = [(str(path.relative_to(tmp_path)), path.read_bytes(), "") for path in there.rglob("*.*")
                 if path.is_file()]  # fmt: skip
        assert len(handed_in(given).briefs) <= 1
        try:
            theirs = new_event(there)
        except Problem as problem:
            assert name.name == "event.csv", problem
            continue
        assert "not conclude" in looked_at(theirs), name


@pytest.mark.parametrize("odd", ["folder", "link", "none"])
def test_what_is_no_file_is_told_and_the_rest_is_read(home, tmp_path, odd):
    there = tmp_path / "odd"
    shutil.copytree(filled_in() / "events" / "bridge", there)
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret of somebody else", encoding="utf-8")
    for table in ("names", "claims", "brief"):
        file = there / f"{table}.csv"
        file.unlink()
        if odd == "folder":
            file.mkdir()
        if odd == "link":
            file.symlink_to(secret)
    event = new_event(there)
    shown = looked_at(event)
    assert "secret of" not in shown and event.row("silences", number="1")["what"] == "the reason"
    assert (odd == "none") == (not event.notes)


@pytest.mark.parametrize("language", SAME)
def test_in_another_language_nothing_is_counted_and_everything_else_works(home, language):
    event = new_event("ferry")
    for number in (1, 2):
        add_text(f"{SAME[language] * 12}\n\n{number}", name=f"text{number}")
        event.take(f"text{number}")
    for what in LICENCE:
        event.put("licence", what=what, held="yes")
    event.say("count", question="x", category="all", voice="all", counts="y", leaves_out="z")
    table = counting.counted(event).table
    assert table["hits"].sum() == 0 and table["rate"].isna().all() and counting.hits_to_check(event) == []
    event.say("brief", survived="One ferry did not come.", not_conclude="That anybody lies.")
    shown = looked_at(event)
    assert "since the list is for English: text1 and text2" in shown
    blocks = {block.id: block for block in brief(event).blocks}
    assert all("the rule for voices is for English" in row[2] for row in blocks["voices"].parts[0].rows)
    assert "the rule for voices is for English" in fact(event, "writer")
    counts = next(part for part in blocks["count"].parts if isinstance(part, Table))
    assert {row[2:] for row in counts.rows} == {("–", "–", "–", "not counted")}
    for call in (rank, stability):
        with pytest.raises(Problem, match="English"):
            call(event.names)
    for one in voices.to_check(event, "text1"):  # looked at by hand, words may be counted by voice
        voices.note(event, "text1", one.paragraph, one.first, one.last, "Q", "somebody")
    table = next(block for block in brief(event).blocks if block.id == "voices").parts[0]
    assert "of others" in table.rows[0][2] and "not counted" in table.rows[1][2]


def test_what_is_too_long_is_still_shown_whole_on_the_shelf_and_counted(home):
    event = finished()
    sentence = "The so-called council bragged. “It is a lie,” said the mayor. "
    add_text(sentence * 800, name="long")  # 48,000 letters
    event.take("long")
    assert "long" in next(block for block in brief(event).blocks if block.id == "frames").parts[0].columns
    table = counting.counted(event).table.set_index("text")
    assert table.loc["long", "hits"] > 800


def test_two_programs_that_write_one_event_at_once_lose_nothing(home, tmp_path):
    folder = Folder(tmp_path / "events" / "pier")
    folder.begin()
    code = textwrap.dedent(f"""
        import sys, time
        from whosewords.files import CannotSave
        from whosewords.shelf.event_folder import Folder
        folder = Folder({str(folder.path)!r})
        for number in range(25):
            while True:
                try:
                    folder.put("names", {{"who": sys.argv[1], "words": str(number), "text": "a"}})
                    break
                except CannotSave:  # it says so, and nothing is lost: try again
                    time.sleep(0.01)
    """)
    running = [subprocess.Popen([sys.executable, "-c", code, who]) for who in ("one", "two")]
    assert [each.wait() for each in running] == [0, 0]
    assert len(Folder(folder.path).rows("names")) == 50
