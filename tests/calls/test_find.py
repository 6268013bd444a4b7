"""find(): what it shows, what it says about blocks, and that the lessons look only for what can be read."""

import re

import pytest
from library import ROOT, needs_articles, text_of

from whosewords import words
from whosewords.calls.find import find
from whosewords.measures.concordance import concordance
from whosewords.problems import Problem
from whosewords.shelf import catalogue, editions
from whosewords.shelf.article import relock, with_words

SOURCES = sorted((ROOT / "lessons" / "source").glob("*.py"))
PATTERNS = sorted({p for s in SOURCES for p in re.findall(r'find\("([^"]+)"', s.read_text(encoding="utf-8"))})


def test_every_hit_has_its_place_and_its_voice():
    found = find("*terror*")
    # TRT World ¶5 (heading) and ¶16, New Eastern Outlook ¶11 twice: a job title and a legal note.
    assert list(found.table["place"]) == ["¶5", "¶16", "¶11", "¶11"]
    assert list(found.table["voice"].str[0]) == ["H", "I", "A", "B"]
    assert "4 hits" in found.words and "blocks" in found.more[0]


@pytest.mark.parametrize("pattern", ["", "*", "…", 7, None])
def test_nothing_to_look_for_is_told(pattern):
    with pytest.raises(Problem, match="needs a word"):
        find(pattern)


def test_nothing_found_is_told():
    assert "not found" in find("zeppelin").words


def test_what_is_found_is_escaped():
    assert "<script>" not in find("<script>alert")._repr_html_()


@needs_articles
@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("name", catalogue.SHELF)
def test_the_lessons_look_only_for_what_can_be_read_in_blocks(pattern, name):
    locked = relock(catalogue.articles[name])
    full = with_words(locked, words.read(text_of(editions.edition_of(name))))
    assert len(concordance(locked, pattern)) == len(concordance(full, pattern))
