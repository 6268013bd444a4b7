"""New words on pages: a link at their first place, what they mean on the same page, and a page of all."""

import re

import pytest

from whosewords.calls.glossary import Entry, entries
from whosewords.publish import glossary

DECK = Entry("deck", "A line.")


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>A deck, a deck.</p>", "<p>A <a…>deck</a>, a deck.</p>"),
        ("<p>Decks <b>and</b></p>", "<p><a…>Decks</a> <b>and</b></p>"),
        ("<h2>A deck</h2><p>The deck</p>", "<h2>A deck</h2><p>The <a…>deck</a></p>"),
        ("<p><code>deck</code> <a href='#'><em>deck</em></a></p>", None),
        ('<p title="a deck">none</p>', None),
    ],
)
def test_the_first_place_of_a_word_is_a_link(html, linked):
    found = re.sub(r"<a id=\"from.*?>|<a href=\"#word.*?>", "<a…>", str(glossary.linked(html, [DECK])))
    assert found == (linked or html)


def test_a_word_that_is_a_link_is_explained_on_its_page_and_described_for_listeners(everybodys_pages):
    seen = 0
    for name, html in everybodys_pages.items():
        words = re.findall(r'<a [^>]*href="#word-([^"]+)"[^>]*>', html)
        assert len(words) == len(set(words)), name
        seen += len(words)
        for word in words:
            for id in (f"word-{word}", f"means-{word}", f"from-{word}"):
                assert html.count(f'id="{id}"') == 1, (name, id)
            assert f'aria-describedby="means-{word}"' in html
            assert f'href="#from-{word}"' in html and f'href="glossary.html#{word}"' in html
    assert seen > 20


def test_the_page_of_the_glossary_holds_every_word_and_is_linked_from_each_page(everybodys_pages):
    page = everybodys_pages[glossary.NAME]
    for entry in entries():
        assert page.count(f'id="{entry.id}"') == 1
    for name, html in everybodys_pages.items():
        assert (f'href="{glossary.NAME}"' in html) == (name != glossary.NAME)


def test_a_word_names_the_first_lesson_that_has_it():
    lessons = [("a.html", "A", "nothing"), ("b.html", "B", "a militia"), ("c.html", "C", "militia")]
    entry = re.search(r'<div id="militia">.*?</div>', str(glossary.page(lessons)))[0]
    assert "b.html" in entry and "a.html" not in entry and "c.html" not in entry
