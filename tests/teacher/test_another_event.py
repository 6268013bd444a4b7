"""`start.py event`: four saved pages become a lesson in blocks, and what a teacher corrected stays."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile

import ipywidgets
import nbformat
import pytest
from bs4 import BeautifulSoup
from lessons.test_ready_event import HAND, rows
from library import ROOT
from nbclient import NotebookClient
from own_home import parts

from whosewords import (
    __main__,
    add_stops,
    add_text,
    articles,
    check,
    files,
    loaded_language,
    lock,
    measure,
    pairs,
    readability,
    second_opinion,
    sources,
    stability,
    unlock,
    where_to_read,
    windows,
)
from whosewords.classroom.exercises import of_event, unpack
from whosewords.own_event import voices
from whosewords.own_event.opening import new_event
from whosewords.problems import Problem
from whosewords.session import Session, somebody
from whosewords.shelf import blackout, own_texts
from whosewords.shelf.event_tables import parsed
from whosewords.shelf.sealed import from_fields, sealed
from whosewords.teacher.another_event import write
from whosewords.teacher.event_names import drafted_names
from whosewords.teacher.masking import masked, whole_sentences
from whosewords.voices import voice_of
from whosewords.voices.by_hand import begins
from whosewords.words import read

PAGES = ROOT / "data" / "ready_event"
NAMES = ("agency", "digest", "heron", "kettle")  # in the order of a folder
HELD = {"event": "yes", "dates": "no", "kind": "no", "length": "unknown", "writer": "no", "language": "no"}
WRITTEN = {"agency": "4 June 2025", "heron": "unknown", "kettle": "11 June 2025", "digest": "unknown"}
MINE = "A sentence of mine about what stands here."


def corrected(event):
    """All that the ready event's key wants to be set right by hand."""
    for name, blocks in HAND.items():
        adding = add_text(name)
        for start, role in blocks.items():
            listed = enumerate(adding.text.parts, 1)
            number = next(n for n, part in listed if part.taken and part.text.startswith(start))
            adding.role(number, role) if role else adding.drop(number)
    add_text("digest", author="unknown")
    event.tell(title="The open sluice", date="2025-06-03", place="Wickerholm (invented)")
    for name in NAMES:
        event.put("texts", text=name, happened="3 June 2025", written=WRITTEN[name], behind="unknown")
    event.put_all("licence", [{"what": what, "held": held} for what, held in HELD.items()])
    for name in NAMES:
        words = articles[name].paragraphs
        event.put_all("voices", [  # the rule's, one by one, where it is right
            one.key | {"voice": one.voice, "speaker": one.speaker,
                       "begins": begins(words[one.paragraph - 1].words[one.first - 1 : one.last])}
            for one in voices.to_check(event, name)
        ])  # fmt: skip
    for text, phrase, _, by_hand, _ in rows("Step 4"):
        voice, _, speaker = by_hand.partition(", ")
        voices.note(event, text, *voices.find(text, phrase), voice, speaker)
    event.note_name("the night", "the worst outrage", "heron", rests_on="the Heron")


def precised(event):
    event.put_all("precis", [row | {"precis": MINE} for row in event.rows("precis")])


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The event, drafted, corrected and made again: (folder of the event, what was said first, last)."""
    with somebody(Session(folder=tmp_path_factory.mktemp("teacher"))) as teacher:
        first = write("sluice", [str(PAGES)])
        event = new_event("sluice")
        corrected(event)
        write("sluice")
        precised(event)
        lesson = event.folder.path / "lesson"
        text = (lesson / "lesson.txt").read_text("utf-8")
        text = re.sub(r"\*For the teacher to write.*?\*", "A sluice stayed open one night.", text)
        (lesson / "lesson.txt").write_text(text, "utf-8")
        (lesson / "key.toml").write_text('["6"]\ngood = "A good one."\n\n["8"]\ngood = "Another."\n', "utf-8")
        last = write("sluice")
        yield teacher.folder / "events" / "sluice", first, last


@pytest.fixture(scope="module")
def drafts(tmp_path_factory):
    """The home of a teacher who brought two pages in."""
    with somebody(Session(folder=tmp_path_factory.mktemp("drafts"))) as teacher:
        write("sluice", [str(PAGES / "agency.html"), str(PAGES / "heron.html")])
        yield teacher.folder


@pytest.fixture
def draft(drafts, tmp_path):
    """The folder of their event, for a test to change."""
    shutil.copytree(drafts, tmp_path / "copy")
    with somebody(Session(folder=tmp_path / "copy")):
        yield tmp_path / "copy" / "events" / "sluice"


@pytest.fixture
def student(made, tmp_path, monkeypatch):
    """A student who opens what was handed out."""
    for path in (made[0] / "lesson" / "hand_out").iterdir():
        shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    with somebody(Session(folder=tmp_path / "home")):
        yield new_event("sluice.zip", copy="my_sluice")


def table(folder, name):
    return parsed(name, (folder / f"{name}.csv").read_text("utf-8"))


def zipped(made):
    with zipfile.ZipFile(made[0] / "lesson" / "hand_out" / "sluice.zip") as archive:
        return {name.partition("/")[2]: archive.read(name).decode("utf-8") for name in archive.namelist()}


# ---- drafts


def test_what_the_pages_say_of_themselves_is_noted(made):
    days = {row["text"]: row["posted"] for row in table(made[0], "texts")}
    # The head of each page: 4, 10, 6 and 12 June.
    assert days == dict(zip(NAMES, (f"{day} June 2025" for day in (4, 10, 6, 12)), strict=True))
    assert all(row["role"] == "main" for row in table(made[0], "matrix"))


def test_it_says_what_is_left_and_then_says_less(made):
    _, first, last = made
    first, last = "\n".join(first), "\n".join(last)
    for wish in ("step 2", "step 3", "step 4", "39 paragraphs", "question 2", "question 6, 8", "lesson.txt"):
        assert wish in first
        assert wish not in last, wish
    assert (made[0] / "lesson" / "read_me_first.txt").read_text("utf-8") == last + "\n"


def test_names_are_capitals_in_mid_sentence():
    text = "Ann Roe left. The mayor met Ann Roe on Monday. Then Ann Roe spoke. Bad Luck! He saw Ann Roe."
    with somebody(Session()):
        found = drafted_names([own(text)])
    # “Ann Roe” stands in mid-sentence three times; “Roe” once, “Monday” is a day.
    assert [(row["who"], row["text"]) for row in found] == [("Ann Roe", "your text")]


def own(text):
    from whosewords.shelf.catalogue import your_text

    return your_text(text)


# ---- what may be handed out


def test_no_sentence_of_a_text_is_handed_out(made):
    handed = " ".join(path.read_text("utf-8") for path in (made[0] / "lesson" / "hand_out").glob("*.ipynb"))
    inside = zipped(made)
    handed += " ".join(inside.values())
    handed += json.dumps([unpack(row["key"]) for row in parsed("questions", inside["questions.csv"])])
    told = plain(handed)
    for name in NAMES:
        soup = BeautifulSoup((PAGES / f"{name}.html").read_text("utf-8"), "lxml")
        for paragraph in soup.find_all(["p", "blockquote", "li"]):
            words = plain(paragraph.get_text(" ")).split()
            for start in range(len(words) - 6):
                assert f" {' '.join(words[start : start + 7])} " not in told, (name, words[start : start + 7])


def plain(text):
    return " ".join(["", *re.findall(r"[^\W_]+", text.casefold()), ""])


def test_the_caps_of_an_edition_are_kept(made):
    for name in NAMES:
        words = from_fields(tomllib.loads(zipped(made)[f"texts/{name}.toml"])).words
        assert 0 < blackout.legible_share(words) <= 0.25
        assert blackout.longest_run(words) <= 6
        assert whole_sentences(words) == 0


def test_nothing_of_the_task_is_handed_out(made):
    inside = set(zipped(made))
    assert {"event.csv", "texts.csv", "voices.csv", "questions.csv", "names.csv", "matrix.csv"} <= inside
    assert not inside & {"licence.csv", "frames.csv", "hits.csv", "claims.csv", "precis.csv", "brief.csv"}


def test_a_text_with_its_right_is_handed_out_in_full(draft):
    write("sluice", in_full=[("agency", "our own text")])
    with zipfile.ZipFile(draft / "lesson" / "hand_out" / "sluice.zip") as archive:
        agency, heron = (archive.read(f"sluice/texts/{name}.toml").decode() for name in ("agency", "heron"))
    assert "Nobody was hurt." in agency and "sealed_words" not in agency and "▇" not in agency
    assert "sealed_words" in heron
    assert not any(row["text"] == "agency" for row in table(draft, "precis"))


def test_a_precis_that_copies_is_refused(draft):
    event = new_event("sluice")
    stolen = "boats lay on the mud at the east quay"  # nine words, of the agency and of who reposted it
    event.put("precis", text="agency", paragraph="2", precis=stolen)
    before = (draft / "lesson" / "hand_out" / "sluice.zip").read_bytes()
    with pytest.raises(Problem, match="précis of agency ¶2"):
        write("sluice", in_full=[("agency", "our own text")])  # it is the Heron's, too
    assert (draft / "lesson" / "hand_out" / "sluice.zip").read_bytes() == before
    write("sluice", in_full=[("heron", "our own text")])


def test_a_sentence_that_could_be_read_whole_loses_a_word():
    # Names and a number alone: each would be legible. The caps are not reached in a text of 60 words.
    listed = read("Iraq told Syria. " + "The cat sat on the mat and it was a very long day. " * 5)
    made = masked(listed)
    assert sum(word.masked for word in made[:3]) == 1 and whole_sentences(made) == 0


def test_too_many_loaded_words_cannot_be_in_blocks():
    with pytest.raises(Problem, match="more than a quarter"):
        masked(read("The brutal thugs. " * 9))


# ---- keys


def key(made, number):
    listed = parsed("questions", zipped(made)["questions.csv"])
    return next(unpack(row["key"]) for row in listed if row["id"] == f"sluice.{number}")


def test_keys_that_counts_give(made):
    assert key(made, 1)["answer"] == "agency"  # 4 June, before 6, 10 and 12
    assert key(made, 2)["answer"] == ["dates", "kind", "writer", "language"]  # as HELD says
    assert key(made, 2)["accept"] == ["length"]  # nobody can tell
    assert key(made, 5)["answer"] == "agency and heron"  # ready_event.md: 202 of 333 words
    assert "66%" not in key(made, 5)["explained"] or "61%" not in key(made, 5)["explained"]
    assert key(made, 7)["answer"] == "no"  # ready_event.md, step 8: all ranges overlap
    assert key(made, 6)["good"] == "A good one."


def test_the_word_that_is_asked_for_is_counted_right(made):
    asked = next(json.loads(row["asks"]) for row in parsed("questions", zipped(made)["questions.csv"])
                 if row["id"] == "sluice.3")  # fmt: skip
    word, called = re.findall("“(.+?)”", asked["question"])[0], asked["question"].split(" stand in ")[1][:-1]
    name = {"Tin Telegraph Agency": "agency", "The Wakeful Heron": "heron", "Two Shores Digest": "digest",
            "The Wickerholm Kettle": "kettle"}[called]  # fmt: skip
    told = tomllib.loads((made[0] / "texts" / f"{name}.toml").read_text("utf-8"))
    text = " ".join(part["text"] for part in told["paragraph"] if part["taken"])
    assert key(made, 3)["answer"] == len(re.findall(rf"\b{word}\b", text, re.I)) > 1


def test_the_share_of_other_voices_is_that_of_the_table(made):
    """Worked from the files alone: words of Q and I in voices.csv, of all words that are no furniture."""
    shares = {}
    for name in NAMES:
        told = tomllib.loads(zipped(made)[f"texts/{name}.toml"])
        plain_parts = {n for n, part in enumerate(told["paragraph"], 1) if part["voice"] != "B"}
        listed = [word for word in from_fields(told).words if word.paragraph in plain_parts]
        noted = [row for row in parsed("voices", zipped(made)["voices.csv"]) if row["text"] == name]
        said = sum(int(row["last"]) - int(row["first"]) + 1 for row in noted if row["voice"] in "QI")
        shares[name] = said / len(listed)
    high = sorted(shares, key=shares.get)
    assert key(made, 4)["answer"] == high[-1] and shares[high[-1]] - shares[high[-2]] >= 0.03


# ---- made again


def test_what_the_teacher_corrected_stays(made):
    precis = table(made[0], "precis")
    assert precis and all(row["precis"] == MINE for row in precis)
    assert {row["voice"] for row in table(made[0], "voices")} >= {"I", "Q", "E"}
    assert any(row["words"] == "the worst outrage" for row in table(made[0], "names"))
    assert "A sluice stayed open one night." in (made[0] / "lesson" / "lesson.txt").read_text("utf-8")
    notebook = (made[0] / "lesson" / "hand_out" / "sluice.ipynb").read_text("utf-8")
    assert "A sluice stayed open one night." in notebook and "For the teacher" not in notebook


def test_a_precis_goes_with_its_paragraph(draft):
    new_event("sluice").put("precis", text="heron", paragraph="4", precis=MINE)
    start = next(row["begins"] for row in table(draft, "precis") if row["precis"])
    adding = add_text("heron")
    adding.drop(next(n for n, part in enumerate(adding.text.parts, 1) if part.text.startswith("Editor")))
    write("sluice")
    found = [row for row in table(draft, "precis") if row["precis"]]
    assert [(row["paragraph"], row["begins"]) for row in found] == [("3", start)]


def test_more_pages_are_added_and_the_same_are_not(draft):
    assert "4 texts (agency, heron, digest, kettle)" in write("sluice", [str(PAGES)])[0]


# ---- what students have


def test_a_student_has_it_in_blocks_and_unlocks_it(student):
    assert all(articles[name].locked for name in NAMES)
    before = {name: voice_of(articles[name]) for name in NAMES}
    assert articles["agency"].paragraphs[1].precis == MINE
    found = unlock(str(PAGES))
    assert {one.article for one in found.found if one.unlocked} == set(NAMES)
    assert not articles["agency"].locked and "Nobody was hurt." in articles["agency"].paragraphs[1].text
    assert {name: voice_of(articles[name]) for name in NAMES} == before
    assert "agency" in repr(lock("agency")) and articles["agency"].locked and not articles["digest"].locked
    lock()
    assert all(articles[name].locked for name in NAMES)


def test_the_voices_are_the_teachers_in_blocks(student):
    texts = voice_of(articles["digest"])
    words = [word.text for word in articles["digest"].words]
    assert texts[words.index("Nuisance")] == "E"  # the rule says Q; corrected by hand


def test_a_student_corrects_a_voice_in_blocks_and_it_holds_unlocked(student):
    voices.note(student, "agency", 2, 1, 4, "S")
    unlock(str(PAGES / "agency.html"))
    at = next(i for i, word in enumerate(articles["agency"].words) if word.paragraph == 2)
    assert voice_of(articles["agency"])[at : at + 5] == ["S"] * 4 + [voice_of(articles["agency"])[at + 4]]


def test_questions_come_with_the_event(student):
    assert "posted first" in repr(check("sluice.1"))
    assert "Right" in repr(check("sluice.1", "agency"))
    with pytest.raises(Problem, match=r"sluice\.9"):
        check("sluice.9")


def test_calls_answer_in_blocks_or_say_why_not(student):
    for call in (loaded_language, stability, pairs, readability, measure, sources):
        assert call(["agency", "kettle"]) is not None
    for call in (add_stops, windows):
        assert call("agency") is not None
    with pytest.raises(Problem, match="in blocks"):
        second_opinion("agency")
    assert "Tin Telegraph Agency" in repr(where_to_read("agency"))
    unlock(str(PAGES / "agency.html"))
    assert "unlocked" in repr(where_to_read("agency")) and second_opinion("agency") is not None


def test_what_is_exported_stays_in_blocks(student):
    unlock(str(PAGES))
    student.export("mine.zip")
    with zipfile.ZipFile("mine.zip") as archive:
        assert "Nobody was hurt" not in archive.read("my_sluice/texts/agency.toml").decode()


def test_blocks_are_not_changed_by_hand(student):
    with pytest.raises(Problem, match="handed out in blocks"):
        add_text("agency").drop(2)


def test_a_page_that_is_here_in_blocks_is_recognised(student):
    assert add_text(PAGES / "agency.html").edition == "agency"


def test_the_teacher_can_open_what_is_handed_out(made, tmp_path):
    shutil.copytree(made[0].parents[1], tmp_path / "home")
    with somebody(Session(folder=tmp_path / "home")):
        event = new_event(str(made[0] / "lesson" / "hand_out" / "sluice.zip"), copy="my_sluice")
        assert event.names == list(NAMES) and not articles["agency"].locked
        event.export(tmp_path / "again.zip")
    with zipfile.ZipFile(tmp_path / "again.zip") as archive:  # the full text stays at home
        assert "sealed_words" in archive.read("my_sluice/texts/agency.toml").decode()


def test_the_lesson_runs_from_top_to_bottom_in_blocks_and_unlocked(made, tmp_path):
    for path in (made[0] / "lesson" / "hand_out").iterdir():
        shutil.copy(path, tmp_path)
    notebook = nbformat.read(tmp_path / "sluice.ipynb", as_version=4)
    nbformat.validate(notebook)
    lines = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    listed = [*lines, f"unlock({str(PAGES)!r})", *lines]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(line) for line in listed])
    paths = os.pathsep.join(filter(None, [str(files.PACKAGE.parent), os.environ.get("PYTHONPATH")]))
    client = NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    )
    client.execute(env=os.environ | {"WHOSEWORDS_HOME": str(tmp_path / "home"), "PYTHONPATH": paths})
    outputs = [cell.outputs for cell in notebook.cells]
    for line, shown in zip(listed, outputs, strict=True):
        assert not [out for out in shown if out.output_type in ("error", "stream")], (line, shown)
        assert shown or line.startswith(("from ", "event = ")), line
    first, then = (json.dumps(part) for part in (outputs[: len(lines)], outputs[len(lines) + 1 :]))
    assert "It also counted six rowing" not in first and "It also counted six rowing" in then
    for number in "12345678":
        assert f'check("sluice.{number}")' in lines and f"sluice.{number}" in first


# ---- what arrives broken


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ([], "no event called"),
        (["agency.html"], "needs 2 texts"),
        (["agency.html", "none.html"], "no file or folder"),
        (["agency.html", "noise.bin"], "noise.bin"),
        (["agency.html", "empty.html"], "empty.html"),
        (["agency.html", "brücke.txt"], "does not look English"),
        (["agency.html", "agency_again.html"], "needs 2 texts"),
        (["nothing"], "no page and no text"),
        (["seven"], "6 texts at most, and 7"),
        (["agency.html", "trt"], "here already"),
    ],
)
def test_pages_that_cannot_be_a_lesson(home, tmp_path, monkeypatch, pages, told):
    monkeypatch.chdir(tmp_path)
    shutil.copy(PAGES / "agency.html", tmp_path)
    shutil.copy(PAGES / "agency.html", tmp_path / "agency_again.html")
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 50)
    (tmp_path / "empty.html").write_text("<html><body></body></html>")
    german = "Die Brücke ist seit gestern gesperrt, und niemand weiß, wann sie wieder geöffnet wird. "
    (tmp_path / "brücke.txt").write_text(german * 8, "utf-8")
    (tmp_path / "nothing").mkdir()
    (tmp_path / "seven").mkdir()
    for number, word in enumerate(["bridge", "river", "market", "school", "tower", "garden", "harbour"]):
        (tmp_path / "seven" / f"{number}.txt").write_text(
            f"The {word} was closed on Monday by the council. " * 9
        )
    if "trt" in pages:
        (tmp_path / "trt").write_text(known(), "utf-8")
    with pytest.raises(Problem, match=told):
        write("pier", pages)
    assert not own_texts.names() and not (home / "events").exists()


def known():
    """A text that is an edition of the module, as its reader has it; the test is skipped without it."""
    from library import text_of

    return text_of("trt")


@pytest.mark.parametrize("name", ["", "my event!", "con", "<b>", "x" * 29, "../x", "9b", None])
def test_names_that_can_be_none(home, name):
    with pytest.raises(Problem):
        write(name, [str(PAGES)])
    assert not (home / "events").exists()


def test_odd_names_of_files(home, tmp_path):
    names = ("2025 – 06 “Ferry” <b>.html", "rank.html", "neo.html", "....html")
    for name, page in zip(names, sorted(PAGES.glob("*.html")), strict=True):
        shutil.copy(page, tmp_path / name)
    write("pier", [str(tmp_path / name) for name in names])
    found = [row["text"] for row in table(home / "events" / "pier", "texts")]
    assert len(set(found)) == 4 and all(own_texts.NAME.fullmatch(name) for name in found)
    assert found[0] == "ferry_b" and "rank" not in found and "neo" not in found


def test_a_folder_of_that_name_that_is_no_event_is_kept(home):
    (home / "events" / "sluice").mkdir(parents=True)
    (home / "events" / "sluice" / "mine.txt").write_text("mine")
    write("sluice", [str(PAGES)])
    assert (home / "events" / "sluice" / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("key.toml", "[[[", "key.toml"),
        ("key.toml", '["1"]\nanswer = "nobody"', "key.toml, question 1"),
        ("exercises.toml", "question = 3 =", "exercises.toml"),
        ("exercises.toml", '[[question]]\nid = "1"\nkind = "riddle"\nquestion = "x"', "question 1 cannot"),
        ("exercises.toml", '[[question]]\nid = "1"\nkind = "choice"\nby = "magic"\nquestion = "x"', "magic"),
        ("exercises.toml", '[[question]]\nid = "a b"\nkind = "words"\nquestion = "x"', "question a b cannot"),
        ("lesson.txt", "no cell at all", "has no cell"),
        ("lesson.txt", "%% text\nboats lay on the mud at the east quay\n", "six words|6 words"),
    ],
)
def test_files_that_the_teacher_broke(draft, file, text, told):
    (draft / "lesson" / file).write_text(text, "utf-8")
    with pytest.raises(Problem, match=told):
        write("sluice")


def test_a_full_disk_is_told_and_nothing_is_lost(draft, monkeypatch):
    place = draft / "lesson" / "hand_out"
    before = {path.name: path.read_bytes() for path in place.iterdir()}

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "replace", full)
    with pytest.raises(files.CannotSave, match="No space"):
        write("sluice", in_full=[("agency", "our own text")])
    assert {path.name: path.read_bytes() for path in place.iterdir()} == before


def test_a_right_for_a_text_that_is_not_there(draft):
    with pytest.raises(Problem, match="agenda"):
        write("sluice", in_full=[("agenda", "ours")])


@pytest.mark.parametrize(
    ("what", "value"),
    [
        ("sealed_whole", "x"), ("sealed_sentences", "1:zz"), ("sealed_sentences", ""),
        ("sealed_words", "a,b\n1,2\n"),
        ("sealed_words", ""),
        ("sealed_words", ",".join(blackout.COLUMNS) + "\n1,1,,900000000,1,,,\n"),
    ],
)  # fmt: skip
def test_damaged_blocks_are_no_text(what, value):
    fields = sealed(read("The pier is shut.")).as_fields()
    assert from_fields(fields) and from_fields({}) is None
    with pytest.raises(ValueError, match="damaged"):
        from_fields(fields | {what: value})


def test_broken_questions_of_somebody_else_are_left_out(home):
    event = new_event("pier")
    good = json.dumps({"kind": "words", "question": "<img src=x onerror=alert(1)>"})
    asked = {
        "pier.1": good, "5.9": good, "lab": good, "pier.x": good, "pier.2": "{", "pier.3": "[]",
        "pier.4": '{"kind": "words"}',
        "pier.5": '{"kind": "choice", "question": "x", "options": [[1, 2, 3]]}',
    }  # fmt: skip
    event.folder.put("questions", *({"id": number, "asks": asks} for number, asks in asked.items()))
    assert list(of_event()) == ["pier.1"]
    assert "right" in repr(check("5.9")) and "onerror" not in repr(check("5.9"))
    shown = " ".join(one.value for one in parts(check("pier.1"), ipywidgets.HTML))
    assert "&lt;img src=x" in shown and "<img" not in shown  # it is text, and nothing runs


# ---- the command


def test_the_command(home, capsys):
    given = [
        "event",
        "sluice",
        *(str(PAGES / f"{name}.html") for name in NAMES),
        "--in-full",
        "agency=our own text",
    ]
    assert __main__.main(given) == 0
    told = capsys.readouterr().out
    assert "in full agency" in told and "python3 start.py event sluice" in told
    assert __main__.main(["event", "other"]) == 1 and "no event" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        __main__.main(["event", "sluice", "--in-full", "agency"])


def test_start_wants_a_name():
    done = subprocess.run([sys.executable, ROOT / "start.py", "event"], capture_output=True, text=True)
    assert done.returncode == 1 and "short name" in done.stderr


def test_the_page_tells_what_the_command_has():
    told = (ROOT / "docs" / "another-event.md").read_text("utf-8")
    for name in (
        "lesson.txt",
        "exercises.toml",
        "key.toml",
        "precis.csv",
        "texts.csv",
        "hand_out",
        "in_full",
    ):
        assert f"{name}" in told
    assert len(told.split()) <= 1_060
