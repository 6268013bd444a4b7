"""The blackout editions: rebuilt from the articles, within their caps, and equal locked and unlocked."""

import json

import make_editions
import pytest
from library import ARTICLES, needs_articles, text_of

from whosewords import files, lexicon
from whosewords.measures import word_kinds
from whosewords.readability import FORMULAS, count, measure
from whosewords.shelf import blackout, catalogue, editions
from whosewords.shelf.catalogue import EDITIONS, SHELF, SPECIMENS, articles
from whosewords.shelf.unlocking import unlock
from whosewords.words import naive_sentences

NAMES = (*SHELF, *SPECIMENS)


@pytest.fixture(scope="module")
def rebuilt():
    return {name: content for name, content, _ in make_editions.editions(ARTICLES)}


@needs_articles
@pytest.mark.parametrize(
    "name", [f"{name}.{kind}" for name in EDITIONS for kind in ("words.csv", "seals.json")] + ["textstat.csv"]
)
def test_the_editions_are_what_the_articles_and_lists_give(name, rebuilt):
    shipped = files.data("articles", name).read_text(encoding="utf-8")
    differ = [
        number
        for number, pair in enumerate(zip(shipped.splitlines(), rebuilt[name].splitlines(), strict=False), 1)
        if len(set(pair)) > 1
    ]
    assert shipped == rebuilt[name], f"{name} differs in lines {differ[:10]}. Run tools/make_editions.py."


@needs_articles
def test_every_shipped_edition_is_rebuilt(rebuilt):
    folder = files.data("articles")
    shipped = {path.name for path in folder.iterdir() if path.suffix in (".csv", ".json")}
    assert shipped == set(rebuilt)


@pytest.mark.parametrize("name", EDITIONS)
def test_the_caps_hold(name):
    listed = editions.edition_words(name)
    assert blackout.legible_share(listed) <= 0.25
    assert blackout.longest_run(listed) <= 6


@pytest.mark.parametrize("name", ["anti_empire", "rs"])
def test_the_caps_hold_for_both_voices_of_one_page(name, home):
    assert blackout.longest_run(articles[name].words) <= 6


@pytest.mark.parametrize("name", EDITIONS)
def test_seals_are_hashes_and_nothing_else(name):
    path = files.data("articles", f"{name}.seals.json")
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert set(kept) == {"whole", "sentences"}
    assert len(kept["whole"]) == 64
    numbers = sorted({word.sentence for word in editions.edition_words(name)})
    assert sorted(map(int, kept["sentences"])) == numbers
    assert all(len(value) == 8 for value in kept["sentences"].values())
    int(kept["whole"] + "".join(kept["sentences"].values()), 16)


@pytest.mark.parametrize("name", EDITIONS)
def test_an_edition_has_the_paragraphs_that_its_file_tells_of(name, home):
    assert {word.paragraph for word in editions.edition_words(name)} == {
        p.number for p in articles[name].page
    }


@pytest.fixture
def both(home):
    """Every article locked, and the same unlocked as a reader does it."""
    locked = {name: catalogue.load(name) for name in NAMES}
    unlock(ARTICLES)
    opened = {name: catalogue.load(name) for name in NAMES}
    assert all(article.locked for article in locked.values())
    assert not any(article.locked for article in opened.values())
    return [(locked[name], opened[name]) for name in NAMES]


@needs_articles
def test_counts_are_equal_locked_and_unlocked(both):
    for locked, opened in both:
        for rule in ("careful", "naive"):
            assert count(locked.words, rule) == count(opened.words, rule)
            for a, b in zip(locked.paragraphs, opened.paragraphs, strict=True):
                assert count(a.words, rule) == count(b.words, rule)


@needs_articles
def test_formulas_and_intervals_are_equal_locked_and_unlocked(both):
    for locked, opened in both:
        for rule in ("careful", "naive"):
            # Compared as text: NaN is not equal to itself.
            assert repr(measure(locked, rule)) == repr(measure(opened, rule)), locked.id
            assert repr(measure(locked.words, rule)) == repr(measure(opened.words, rule)), locked.id
            assert not any(
                measure(locked, rule)[name].low > measure(locked, rule)[name].high
                for name in ("ari", "flesch_kincaid")
            )
    assert len(FORMULAS) == 7


@needs_articles
def test_sentences_and_marks_are_equal_locked_and_unlocked(both):
    for locked, opened in both:
        assert naive_sentences(locked.words) == naive_sentences(opened.words)
        for a, b in zip(locked.words, opened.words, strict=True):
            assert a._replace(text=None) == b._replace(text=None)
            assert a.text in (None, b.text)


@needs_articles
def test_hits_of_the_lexicon_are_equal_locked_and_unlocked(both):
    for locked, opened in both:
        assert lexicon.hits(locked.words) == lexicon.hits(opened.words), locked.id
        assert lexicon.hits(locked.words), locked.id


@needs_articles
def test_what_is_legible_is_of_the_same_kind_locked_and_unlocked(both):
    for locked, opened in both:
        for a, here, there in zip(
            locked.words, word_kinds.kinds(locked.words), word_kinds.kinds(opened.words), strict=True
        ):
            assert a.masked or here == there, (locked.id, a)


@needs_articles
def test_a_text_read_anew_gives_the_numbers_of_its_edition():
    for name in EDITIONS:
        assert repr(measure(text_of(name)).counts) == repr(count(editions.edition_words(name)))
