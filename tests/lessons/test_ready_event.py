"""What the teacher's key of the ready event says is what the pages, the rule and the counts give."""

import re
from pathlib import Path

import pytest
from library import ROOT

from whosewords import add_text, articles, copies
from whosewords.measures.frames import BOXES
from whosewords.measures.names import places_of_words
from whosewords.measures.proofs import LONGEST_PROOF
from whosewords.own_event import counting, voices
from whosewords.own_event.opening import new_event
from whosewords.problems import Problem
from whosewords.session import Session, somebody
from whosewords.voices.ranges import draft_ranges

KEY = (ROOT / "lessons" / "teacher" / "ready_event.md").read_text(encoding="utf-8")
NAMES = ("agency", "heron", "kettle", "digest")
HAND = {  # {text: {how a block begins: its role, "" to drop it}}, as the key says under step 1
    "heron": {"There you have it": "note", "Taken from": "furniture"},
    "kettle": {"Opinion": "", "It was thrift": "", "A Dry Carpet": "headline",
               "The Thursday columnist lives": "furniture", "Columns give": "furniture"},
    "digest": {"Translator’s note": "note", "Original": "furniture"},
}  # fmt: skip


@pytest.fixture(scope="module")
def event(tmp_path_factory):
    """The four pages, brought in as a student brings them, their blocks set right."""
    with somebody(Session(folder=tmp_path_factory.mktemp("home"))):
        for name in NAMES:
            adding = add_text(Path(f"data/ready_event/{name}.html"), name=name)
            for begins, role in HAND.get(name, {}).items():
                numbers = [
                    n for n, p in enumerate(adding.text.parts, 1) if p.taken and p.text.startswith(begins)
                ]
                (number,) = numbers
                adding.role(number, role) if role else adding.drop(number)
        yield new_event("sluice").take(*NAMES)


def part(title):
    return KEY.partition(f"\n## {title}")[2].partition("\n## ")[0]


def rows(title):
    """The rows of the first table of a part of the key, as lists of cells."""
    lines = [line for line in part(title).splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_pages_say_who_made_them(event):
    for name in NAMES:
        page = (ROOT / "data" / "ready_event" / f"{name}.html").read_text(encoding="utf-8")
        assert '<body>\n<div class="banner invented" role="note">An invented page' in page
        shown = " ".join(paragraph.text for paragraph in articles[name].paragraphs)
        assert "invented" not in shown.casefold()  # it is read and not counted


def test_lengths_and_stretches(event):
    sizes = re.findall(r"\d+", part("Step 3").partition("| nearly |")[2].partition("words")[0])
    counted = [sum(len(p.words) for p in articles[n].paragraphs if p.voice != "B") for n in NAMES]
    assert [int(size) for size in sizes] == counted
    told = re.search(r"proposes (\d+), (\d+), (\d+) and (\d+) stretches", KEY)
    assert [int(one) for one in told.groups()] == [len(voices.to_check(event, name)) for name in NAMES]


def test_the_rule_is_wrong_where_the_key_says_so(event):
    listed = rows("Step 4")
    assert len(listed) == 10
    for text, phrase, rule, by_hand, _ in listed:
        paragraph, first, _ = voices.find(text, phrase)
        start = next(i for i, w in enumerate(articles[text].words) if w.paragraph == paragraph) + first - 1
        (drafted,) = [one for one in draft_ranges(articles[text]) if one.start <= start < one.end]
        assert drafted.voice == rule, phrase
        voice, _, speaker = by_hand.partition(", ")
        assert (drafted.voice, drafted.speaker) != (voice, speaker), phrase


def test_copies_finds_the_repost_and_the_cut_sentence(event):
    found = copies("agency", "heron")
    kept, of = re.search(r"(\d+) of the (\d+) words of the\s+agency stand in the Heron", KEY).groups()
    assert f"{kept} of the {of} words of agency" in found.words
    cut = found.table[found.table["what happened"].str.contains("first")]
    assert cut["begins"].str.startswith("It also counted six rowing boats").any()
    for other in ("kettle", "digest"):
        share = int(re.search(r"\((\d+) %\)", copies("agency", other).words + "(0 %)")[1])
        assert share <= 2


def test_the_count_and_its_places(event):
    event.say("count", question="x", category="all", voice="author", counts="x", leaves_out="x")
    found = counting.hits_to_check(event)
    told = re.search(
        r"\*\*(\d+) hits\*\*. The agency (\d+), the Heron (\d+), the Kettle (\d+), the Digest (\d+)", KEY
    )
    each = [sum(case.line.article == name for case in found) for name in NAMES]
    assert [int(one) for one in told.groups()] == [len(found), *each]
    assert {case.line.voice for case in found if case.line.article == "heron"} <= set("EH")
    assert f"the {voices.shares('heron')['A']} words" in " ".join(KEY.split())


def test_the_number_that_changed(event):
    said = {name: " ".join(p.text for p in articles[name].page) for name in NAMES}
    assert "43" in said["digest"] and "Vierunddreißig" in said["digest"]
    assert not any("43" in said[name] for name in NAMES if name != "digest")
    for number, where in (("34", ("agency",)), ("40", ("agency", "heron"))):
        assert all(re.search(rf"\b{number}\b", said[name]) for name in where)


def test_proofs_and_names_stand_where_the_key_says(event):
    columns = {name: number for number, name in enumerate(NAMES, 1)}
    frames = rows("Step 6")
    assert [row[0] for row in frames] == list(BOXES)
    for row in frames:
        for name, number in columns.items():
            proofs = [] if "is quoted" in row[number] else re.findall("“(.+?)”", row[number])
            assert all(len(proof.split()) <= LONGEST_PROOF for proof in proofs)
            assert all(places_of_words(articles[name], proof) for proof in proofs), row[number]
            assert proofs or "blank" in row[number], row[number]
    for _, names, where, _ in rows("Step 5"):
        texts = NAMES if where == "all" else re.findall(r"\w+", where.partition(", the notes")[0])
        for name in (text for text in texts if text in NAMES):
            for said in names.replace("an “", "“").strip("“”").split("; "):
                assert places_of_words(articles[name], said.strip("“”")), (name, said)


def test_nothing_is_compared_without_the_licence(event):
    with pytest.raises(Problem, match="licence"):
        counting.ranges(event)
