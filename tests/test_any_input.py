"""What holds for any text and any file at all, tried on many of them.

    python start.py test tests/test_any_input.py --hypothesis-profile long

tries 120,000, 10,000 of each kind; a usual run a few, always the same.
"""

import io
import json
import math
import zipfile
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from whosewords.classroom.work_file import WorkFile
from whosewords.classroom.work_format import Damaged, as_text, merged, parse, rescued
from whosewords.lexicon.scan import find_hits, hits
from whosewords.problems import Problem
from whosewords.readability import measure
from whosewords.shelf import blackout
from whosewords.shelf.importing import decoded, file_text, plain_text, read_source
from whosewords.shelf.matching import lay_over
from whosewords.teacher.collecting import collected
from whosewords.teacher.reading import Foreign, work_in
from whosewords.voices.rule import voices
from whosewords.words import read, sentences, words

# Pieces in which our subject lies: marks, abbreviations, who says what, loaded words, signs nobody sees.
PIECES = (
    "The pier", "Ms Roe", "Voss", "U.S.", "Ph.D.s", "Mr.", "said", "told reporters", "according to", "that",
    "regime", "terror-loving", "reign of terror", "not", "e.g.", "2,500", "$5", "1.", "(a)", "www.",
    "www.a.b/c", "a@b.org", "“", "”", "‘", "’", '"', "'", "(", ")", "[1]", "«", "»", ".", "!", "?", "!?",
    "...", "…", ",", ";", ":", "—", "-", "&", "}", " ", "  ", "\n", "\n\n", "\r\n", "\u2028", "\t",
    "\u00ad", "\u200b", "\u0301", "\u202e", "é", "ß", "İ", "中", "😀", "\ud800", "\0", "<p>", "</p>", "&amp;",
    "By Ms Roe", "Read more:", "i", "I",
)  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=40).map("".join)
lines_of_text = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
any_text = st.one_of(texts, lines_of_text)
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
ids = st.sampled_from(["1.3", "1.p1", "1.exit", "4.frames.own", "6.2", "lab", "x", "entries", ""])
entries = st.dictionaries(
    ids, st.one_of(values, st.fixed_dictionaries({"at": st.text(max_size=3)})), max_size=5
)
documents = st.fixed_dictionaries(
    {}, optional={"entries": st.one_of(entries, values), "name": values, "version": values, "format": values}
)


@st.composite
def harmed(draw, whole):
    """Bytes as a file may arrive: whole, cut, with some of them changed, or anything."""
    raw = draw(whole)
    raw = raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass")
    how = draw(st.sampled_from(["whole", "cut", "changed", "doubled"]))
    at = draw(st.integers(0, max(len(raw), 1)))
    more = draw(st.binary(max_size=4))
    return {
        "whole": raw,
        "cut": raw[:at],
        "changed": raw[:at] + more + raw[at + len(more) :],
        "doubled": raw * 2,
    }[how]


work_files = harmed(st.one_of(documents.map(json.dumps), documents.map(lambda d: as_text(parse_or(d)))))
pages = texts.map(lambda text: f"<html><body><h1>{text}</h1><p>{text}</p></body></html>")
mails = texts.map(
    lambda text: (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
        + text
    )
)


def parse_or(document):
    return document if isinstance(document.get("entries"), dict) else {"entries": {}}


def inside(s, spans):
    """Spans in order, none over another, each what stands there."""
    assert all(one.text == s[one.start : one.end] and one.start < one.end for one in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(any_text)
def test_words_and_sentences(s):
    found, careful = words(s), sentences(s)
    inside(s, found)
    inside(s, careful)
    for word in found:  # each lies in one sentence, whole
        assert sum(one.start <= word.start and word.end <= one.end for one in careful) == 1, word
    assert all(any(one.start <= word.start < one.end for word in found) for one in careful)
    inside(s, sentences(s, rule="naive"))
    listed = read(s)
    assert [word.text for word in listed] == [span.text for span in found]
    numbers = [word.sentence for word in listed]
    assert numbers == sorted(numbers) and set(numbers) == set(range(1, len(careful) + 1))


@given(any_text)
def test_voices(s):
    found = voices(s)
    assert [one.start for one in found] == [0, *(one.end for one in found)][: len(found)]
    assert (found[-1].end if found else 0) == len(s) and all(one.start < one.end for one in found)
    assert {one.voice for one in found} <= set("AQSIBH")
    assert all(one.speaker is None or one.speaker in s for one in found)


@given(any_text)
def test_hits(s):
    found = find_hits(s)
    assert all(0 <= one.start < one.end <= len(s) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert [(one.start, one.term) for one in found] == [(o.start, o.term) for o in find_hits(s, voice=False)]
    spans = words(s)
    assert [(spans[one.start].start, one.term) for one in hits(read(s))] == [(o.start, o.term) for o in found]


@given(any_text, st.sampled_from(["careful", "naive"]))
def test_measures(s, rule):
    found = measure(s, rule=rule)
    assert found.counts["words"] == len(words(s))
    assert all(type(number) is int and number >= 0 for number in found.counts.values())
    for score in map(found.__getitem__, found):
        assert score.note or not math.isnan(score.grade)
        assert math.isnan(score.low) or score.low <= score.high
    again = measure(read(s), rule=rule, interval=False)
    assert again.counts == found.counts


@given(any_text, st.data())
def test_blackout_and_unlock(s, data):
    full = read(s)
    ranks = data.draw(st.lists(st.integers(0, 3), min_size=len(full), max_size=len(full)))
    masked = blackout.mask(full, ranks)
    assert blackout.longest_run(masked) <= blackout.LONGEST_RUN
    assert all(word.masked or word == whole for word, whole in zip(masked, full, strict=True))
    assert measure(masked, interval=False).counts == measure(full, interval=False).counts
    kept = blackout.from_csv(blackout.to_csv(masked))
    assert [word.text for word in kept] == [word.text for word in masked]
    if full:
        fit = lay_over(masked, *blackout.seals(full), s)
        assert fit.identical and fit.share == 1
        assert [blackout.normal(text) for text in fit.texts] == [blackout.normal(word.text) for word in full]


@given(st.one_of(any_text, pages, mails))
def test_what_is_pasted(s):
    try:
        assert isinstance(plain_text(s), str)
        reading = read_source(s)
    except Problem as problem:
        assert str(problem).isprintable()
    else:
        assert reading.text.strip() and reading.text == reading.with_block(0, reading.blocks[0].taken).text


@given(
    harmed(st.one_of(any_text, pages, mails, st.binary(max_size=60))),
    st.sampled_from(["html", "mhtml", "md", "docx", "pdf", "txt"]),
)
def test_any_file(tmp_path_factory, raw, kind):
    path = tmp_path_factory.getbasetemp() / f"any.{kind}"
    path.write_bytes(raw)
    text = decoded(raw)
    assert text is None or isinstance(text, str)
    try:
        assert isinstance(file_text(path), str)
    except Problem as problem:
        assert str(problem).isprintable() and path.name in str(problem)


@given(work_files, st.text(max_size=30))
def test_any_work_file(tmp_path_factory, raw, answer):
    home = tmp_path_factory.getbasetemp() / "any_work"
    home.mkdir(exist_ok=True)
    for old in home.iterdir():
        old.unlink()
    path = home / "my_work.json"
    path.write_bytes(raw)
    try:
        before = parse(raw.decode("utf-8", "replace"))["entries"]
    except Damaged as damage:
        before = rescued(damage.text)
    work = WorkFile(path)
    assert set(before) <= set(work.entries())
    work.change("1.9", lambda old: {"value": answer})
    assert not work.trouble
    again = WorkFile(path)
    assert again.get("1.9")["value"] == answer.encode("utf-8", "replace").decode()
    assert set(before) <= set(again.entries()) and not any("damaged" in note for note in again.notes)


@given(entries, entries, entries)
def test_entries_come_together_in_any_order(one, other, third):
    assert as_text(merged(one, other)) == as_text(merged(other, one))
    assert as_text(merged(merged(one, other), third)) == as_text(merged(one, merged(other, third)))
    assert as_text(merged(one, one)) == as_text(one)


@given(entries)
def test_a_work_file_gives_back_what_was_written(known):
    text = as_text({"entries": known})
    assert as_text(parse(text)) == text
    whole = {
        id for id, entry in known.items() if isinstance(entry, dict) and isinstance(entry.get("at"), str)
    }
    assert whole <= set(rescued(text[:-3] + "x"))


@given(work_files, st.sampled_from(["my_work.json", "my_work_blue-7.json", "x.json", "x.txt", "x.ipynb"]))
def test_any_file_of_a_class(raw, name):
    try:
        work = work_in(name, raw)
    except Foreign as foreign:
        assert str(foreign).isprintable()
        return
    assert all(isinstance(entry, dict) for entry in work.entries.values())
    json.dumps(work.entries, allow_nan=False).encode("utf-8")  # a page can read it
    assert all(said.isprintable() for said in work.said)
    at = {id for id, entry in work.entries.items() if isinstance(entry.get("at"), str)}
    assert {id for id in at if json.dumps(id)[1:-1] not in raw.decode("utf-8", "replace")} <= set()


@given(st.lists(work_files, min_size=1, max_size=4), st.data())
def test_any_folder_of_a_class(tmp_path_factory, raws, data):
    folder = tmp_path_factory.getbasetemp() / "any_class"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number, raw in enumerate(raws):
            archive.writestr(f"my_work_blue-{number}.json", raw)
    (folder / "a.zip").write_bytes(data.draw(harmed(st.just(packed.getvalue()))))
    (folder / "my_work_red-1.json").write_bytes(raws[0])
    try:
        klass = collected(folder)
    except Problem as problem:
        assert str(problem)
        return
    labels = [student.label for student in klass.students]
    assert len(set(labels)) == len(labels)
    assert {file.file.partition(" › ")[0] for file in klass.found} <= {"a.zip", "my_work_red-1.json"}
