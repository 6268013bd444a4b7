"""Unlocking: in which shapes an article may arrive, and what is said about a text that is not quite it."""

import errno
import json
import random
import re

import pytest
from library import ARTICLES, needs_articles, path_of, text_of
from markupsafe import escape
from shapes import SHAPES

from whosewords import files
from whosewords.display import cards
from whosewords.problems import Problem
from whosewords.shelf import catalogue, editions, full_texts
from whosewords.shelf.catalogue import EDITIONS, articles
from whosewords.shelf.unlocking import lock, recognise, unlock, where_to_read
from whosewords.words import read


def own(name="wire_2019"):
    return "\n".join(p.text for p in articles[name].paragraphs)


@needs_articles
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_article_is_recognised_in_every_shape(edition, shape):
    (name, best), *_ = recognise(SHAPES[shape](text_of(edition)))
    assert name == edition
    assert best.identical, best.places[:5]


ENCODINGS = {"cp1252": "replace", "utf-16": "strict", "utf-8-sig": "strict", "utf-8": "strict"}


@needs_articles
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_article_unlocks_from_a_file(edition, encoding, home, tmp_path):
    path = tmp_path / "saved.txt"
    path.write_bytes(text_of(edition).encode(encoding, ENCODINGS[encoding]))
    report = unlock(path)
    assert report.found[0].article == edition
    assert report.found[0].identical
    assert str(report).startswith(f"saved.txt: identical with “{edition}”")
    assert not articles[edition].locked


@needs_articles
def test_a_folder_unlocks_all(home):
    report = unlock(str(ARTICLES))
    assert {found.article for found in report.found if found.identical} == set(EDITIONS)
    assert not any(articles[name].locked for name in (*catalogue.SHELF, *catalogue.SPECIMENS))
    kept = sorted(path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file())
    assert kept == sorted(f"articles/{name}.json" for name in EDITIONS)


@needs_articles
@pytest.mark.parametrize("seed", range(3))
def test_the_order_does_not_matter(seed, home):
    order = random.Random(seed).sample(EDITIONS, len(EDITIONS))
    for edition in order:
        unlock(text_of(edition))
    for edition in EDITIONS:
        assert json.loads((home / "articles" / f"{edition}.json").read_text(encoding="utf-8"))["words"] == [
            word.text for word in read(text_of(edition))
        ]


@needs_articles
def test_the_whole_and_its_cut_copy_are_told_apart(home):
    whole = unlock(text_of("trt"))
    assert [(found.article, found.identical) for found in whole.found] == [("trt", True), ("trt_cut", False)]
    assert 0 < len(whole.found[1].places) <= 5
    lock()
    cut = unlock(text_of("trt_cut"))
    assert [(found.article, found.unlocked) for found in cut.found] == [("trt_cut", True), ("trt", False)]
    assert "a part of “trt”: 52% of it. A part does not unlock the whole." in str(cut)
    assert articles["trt"].locked


@needs_articles
def test_the_pages_excerpt_unlocks_with_its_page(home):
    assert articles["rs"].locked
    unlock(text_of("anti_empire"))
    assert not articles["rs"].locked
    assert not articles["anti_empire"].locked
    lock("rs")
    assert articles["anti_empire"].locked


@needs_articles
def test_never_changed_to_maybe_is_found_and_named(home):
    edition = next(name for name in EDITIONS if " never " in text_of(name))
    report = unlock(text_of(edition).replace(" never ", " maybe ", 1))
    found = report.found[0]
    assert (found.article, found.identical, found.unlocked) == (edition, False, True)
    assert "identical" not in str(report)
    assert f"fits the mask of “{edition}” but for 1 place." in str(report)
    assert "expected “never”, found “maybe”" in str(report)


def twin(edition):
    """A masked word of an edition, and another word of the same letters and syllables."""
    pool = {}
    for name in catalogue.OWN:
        for word in articles[name].words:
            if word.text.islower() and word.text.isalpha():
                pool.setdefault((word.letters, word.syllables), word.text)
    text = text_of(edition)
    for masked, full in zip(editions.edition_words(edition), read(text), strict=True):
        other = pool.get((full.letters, full.syllables))
        if (
            masked.masked
            and full.text.islower()
            and other not in (None, full.text)
            and text.count(f" {full.text} ") == 1
        ):
            return full, other
    raise AssertionError(f"No word of {edition} has a twin.")


@needs_articles
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_masked_word_changed_to_one_of_the_same_shape_is_found(edition, home):
    word, other = twin(edition)
    report = unlock(text_of(edition).replace(f" {word.text} ", f" {other} "))
    found = next(found for found in report.found if found.article == edition)
    assert not found.identical
    assert found.unlocked
    assert [(p.paragraph, p.sentence) for p in found.places] == [(word.paragraph, word.sentence)]
    assert "other words of the same length" in str(found)
    # The whole sentence stays in blocks, since nobody can say which word of it is the wrong one.
    sentence = [w for w in catalogue.load(edition).words if w.sentence == word.sentence]
    assert [w.text for w in sentence] == [
        w.text for w in editions.edition_words(edition) if w.sentence == word.sentence
    ]


@needs_articles
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_part_does_not_unlock(edition, home):
    part = text_of(edition)[: len(text_of(edition)) // 2]
    found = next(found for found in unlock(part).found if found.article == edition)
    assert not found.unlocked
    assert 0.3 < found.share < 0.7
    assert "A part does not unlock the whole." in str(found)
    assert articles[edition].locked


@needs_articles
def test_unrelated_texts_fit_two_percent_at_most():
    pairs = [("trt", "trt_cut"), ("trt_cut", "trt")]
    for edition in EDITIONS:
        for other, found in recognise(text_of(edition)):
            assert edition == other or (edition, other) in pairs or found.share <= 0.02, (edition, other)


@pytest.mark.parametrize("name", [*catalogue.OWN, *catalogue.WARM_UP])
def test_our_own_texts_fit_two_percent_at_most(name, home):
    assert all(found.share <= 0.02 for _, found in recognise(own(name)))
    report = unlock(own(name))
    assert "The pasted text: none of our articles." in str(report)
    assert not home.exists()


@needs_articles
def test_a_worse_copy_does_not_replace_a_better_one(home):
    unlock(text_of("neo"))
    before = (home / "articles" / "neo.json").read_bytes()
    word, other = twin("neo")
    report = unlock(text_of("neo").replace(f" {word.text} ", f" {other} "))
    assert "What you unlocked before is more complete and stays." in str(report)
    assert (home / "articles" / "neo.json").read_bytes() == before
    assert not articles["neo"].locked


@needs_articles
def test_a_better_copy_replaces_a_worse_one(home):
    word, other = twin("neo")
    unlock(text_of("neo").replace(f" {word.text} ", f" {other} "))
    assert articles["neo"].locked
    unlock(text_of("neo"))
    assert not articles["neo"].locked


@needs_articles
def test_locking_deletes_what_was_kept(home):
    unlock(ARTICLES)
    assert str(lock("neo")) == "In blocks again: neo. Your answers are untouched."
    assert articles["neo"].locked
    assert not articles["trt"].locked
    assert str(lock()).startswith("In blocks again: ")
    assert all(articles[name].locked for name in catalogue.SHELF)
    assert list((home / "articles").iterdir()) == []
    assert str(lock()) == "Nothing was unlocked, so nothing was locked."


@needs_articles
def test_an_unlocked_article_survives_a_restart(home):
    unlock(text_of("journal_mtl"))
    catalogue.articles.forget()
    assert not catalogue.load("journal_mtl").locked


def full_disk(*_):
    raise OSError(errno.ENOSPC, "No space left on device")


def no_entry(*_, **__):
    raise PermissionError(errno.EACCES, "Permission denied")


@needs_articles
@pytest.mark.parametrize(
    ("function", "fails", "said"),
    [("os.fsync", full_disk, "No space left on device"), ("tempfile.mkstemp", no_entry, "Permission denied")],
    ids=["full disk", "read-only folder"],
)
def test_what_cannot_be_saved_is_said_and_not_lost(function, fails, said, home, monkeypatch):
    unlock(text_of("trt_cut"))
    kept = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    with monkeypatch.context() as patch:
        patch.setattr(function, fails)
        report = unlock(text_of("neo"))
        assert "identical with “neo”" in str(report)
        assert said in str(report)
        assert "“neo.json” could not be saved" in str(report)
        assert "The article is unlocked until this program ends." in str(report)
        assert not articles["neo"].locked
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == kept
    assert "could not be saved" not in str(unlock(text_of("neo")))


def test_locking_in_a_read_only_folder_is_said(home, monkeypatch):
    path = full_texts.stored_at("neo")
    path.parent.mkdir(parents=True)
    path.write_text("{}", encoding="utf-8")
    monkeypatch.setattr("pathlib.Path.unlink", no_entry)
    with pytest.raises(Problem, match=r"“neo.json” could not be deleted \(Permission denied\)"):
        lock("neo")


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"words": 5}', '{"words": [1, 2]}', "\0", '{"words": null}']
)
def test_a_damaged_store_counts_as_none(content, home):
    path = full_texts.stored_at("neo")
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    assert articles["neo"].locked
    listed = [7] * len(editions.edition_words("neo"))
    path.write_text(json.dumps({"words": listed}), encoding="utf-8")
    articles.forget()
    assert articles["neo"].locked


BAD = {
    "": "got “”",
    "   ": "got “”",
    "no such file.txt": "There is no file or folder “no such file.txt” here.",
    "~nobody at all/x": "There is no file or folder",
    "a\0b": "needs the name of a file",
}


@pytest.mark.parametrize("source", BAD)
def test_sources_that_are_none(source, home):
    with pytest.raises(Problem, match=re.escape(BAD[source])):
        unlock(source)


@pytest.mark.parametrize("source", [None, 5, b"bytes", ["a"], {}])
def test_sources_of_the_wrong_kind(source, home):
    with pytest.raises(Problem, match=r"unlock\(\) needs a file name, a folder name or a text, but got"):
        unlock(source)


def test_no_source_at_all():
    with pytest.raises(Problem, match=r"unlock\(\) needs the article"):
        unlock()


BAD_FILES = {
    "empty.txt": (b"", "The file “empty.txt” is empty."),
    "blank.txt": (b" \n\n", "The file “blank.txt” is empty."),
    "photo.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "is not a text file"),
    "paper.pdf": (b"%PDF-1.7\nbla", "could not be read as a PDF"),
    "letter.docx": (b"PK\x03\x04bla", "is not a text file"),
    "big.txt": (b"word " * 1_100_000, "has 5.5 million bytes; an article has far less than 5."),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_files_that_hold_no_article(name, home, tmp_path):
    content, said = BAD_FILES[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Problem, match=re.escape(said)):
        unlock(tmp_path / name)
    # In a folder the others are still read.
    (tmp_path / "ours.txt").write_text(own(), encoding="utf-8")
    report = str(unlock(tmp_path))
    assert said in report or name.endswith((".pdf", ".docx"))
    assert "ours.txt: none of our articles" in report


@pytest.mark.parametrize(
    "text",
    [
        "a" * 4_900_000,
        "cat " * 400_000,
        "<p>" + "a <b>b</b> " * 100_000,
        "\n" * 4_900_000 + "x",
        "Привет, мир! " * 3000,
    ],
    ids=["one word", "many words", "a page", "line ends", "Russian"],
)
def test_large_and_foreign_texts_are_none_of_ours(text, home):
    assert "none of our articles" in str(unlock(text))
    assert not home.exists()


def test_a_long_line_is_a_text_and_no_file_name(home):
    assert "The pasted text: none of our articles" in str(unlock("Word after word. " * 30))


def test_an_empty_folder(home, tmp_path):
    assert str(unlock(tmp_path)).startswith("No text file was found there.")


def test_a_page_with_scripts_is_only_read(home):
    report = unlock("<html><body><script>alert('x')</script><p>Nothing <b>here</b>.</p></body></html>")
    assert "<script>" not in cards.report(report)
    assert "none of our articles" in str(report)


def test_what_arrives_is_escaped(home, tmp_path):
    path = tmp_path / "<img src=x onerror=alert(1)>.txt"
    path.write_text(own(), encoding="utf-8")
    shown = cards.report(unlock(path))
    assert "<img" not in shown
    assert "&lt;img" in shown


def test_a_misspelt_name_gets_a_hint():
    with pytest.raises(Problem, match=r"There is no article called “noe”\. Did you mean “neo”\?"):
        lock("noe")
    with pytest.raises(Problem, match=r"Did you mean “trt”\?"):
        where_to_read("trtt")


@pytest.mark.parametrize("name", [*catalogue.SHELF, *catalogue.SPECIMENS])
def test_where_to_read(name, home):
    article, shown = articles[name], where_to_read(name)
    for part in (article.headline, article.outlet, article.author, article.date_posted):
        assert part in repr(shown)
        assert escape(part) in cards.way(shown)
    assert "python3 start.py unlock FILE" in repr(shown)
    assert ("<a href" in cards.way(shown)) == bool(article.address and article.address_is_link)
    if article.address:
        assert article.address in repr(shown)


def test_only_three_publishers_are_linked():
    linked = {name for name in (*catalogue.SHELF, *catalogue.SPECIMENS) if articles[name].address_is_link}
    assert linked <= {"trt", "trt_cut", "rs", "journal_mtl"}


def test_where_to_read_our_own_texts():
    assert "is here in full" in repr(where_to_read("wire_2019"))


@needs_articles
def test_where_to_read_what_is_unlocked(home):
    unlock(path_of("neo"))
    assert 'lock("neo") puts it back in blocks.' in repr(where_to_read("neo"))


@needs_articles
def test_names_of_files_are_found_from_the_folder_of_the_project(home, monkeypatch, tmp_path):
    monkeypatch.setattr(files, "place", lambda: ARTICLES)
    monkeypatch.chdir(tmp_path)
    assert unlock(path_of("neo").name).found[0].identical
