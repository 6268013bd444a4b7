"""The glossary: its entries are short, plain and used; a word is found as a student types it; a lesson's new
words are those that it has not explained itself."""

import re
from graphlib import TopologicalSorter

import pytest
from library import ROOT

from whosewords import glossary
from whosewords.calls.glossary import Entry, Glossary, entries, new_words
from whosewords.display.glossary import fold
from whosewords.problems import Problem
from whosewords.shelf.catalogue import articles
from whosewords.words import read

ENTRIES = {entry.id: entry for entry in entries()}
NAMES = {id: entry for id, entry in ENTRIES.items() if entry.say}
# Words that are not on Dale and Chall's list of 1948 and that whoever reads our lessons knows.
KNOWN = set(
    """
    agency aircraft article claim disputed doubt elected firm firms force forces headline invented judgement
    minister ministry nation oneself opinion political politics prime problem quoted rank regular religion
    remarks seldom site stresses strikes system text website whoever within""".split()  # noqa: SIM905
)

every_entry = pytest.mark.parametrize("id", ENTRIES)


def read_by_students():
    """All that lessons and their questions say, and what stands in the texts or beside them."""
    sources = (ROOT / "lessons" / "source").glob("*.py")
    asked = (ROOT / "data" / "exercises").glob("*.toml")
    told = [path.read_text(encoding="utf-8") for path in (*sources, *asked)]
    beside = [p.precis or p.text for article in articles.values() for p in article.page]
    return "\n".join(map(str, told + beside)).replace("\n# ", "\n")


READ = read_by_students()


def mentioned(entry):
    """Other entries whose word stands in what an entry says."""
    return {other for other in entries() if other is not entry and other.pattern.search(entry.means)}


@every_entry
def test_a_word_of_the_glossary_stands_in_some_lesson(id):
    assert ENTRIES[id].pattern.search(READ)


@every_entry
def test_an_explanation_is_one_or_two_short_sentences(id):
    means = ENTRIES[id].means
    assert len(means.split()) <= 26
    assert 1 <= len(re.findall(r"[.!?](?= |$)", means)) <= 3  # a third where a name must not be mixed up
    assert means[0].isupper() and means[-1] == "."


@every_entry
def test_no_harder_word_explains_a_word_but_one_of_the_glossary(id):
    left = ENTRIES[id].means
    for other in mentioned(ENTRIES[id]) | {ENTRIES[id]}:
        left = other.pattern.sub(" ", left)
    left = re.sub(r"\(.*?\)", " ", left)
    hard = {word.text for word in read(left) if word.difficult and not word.text[0].isupper()}
    assert hard <= KNOWN


def test_no_two_words_explain_each_other():
    list(TopologicalSorter({entry: mentioned(entry) for entry in entries()}).static_order())


def test_ids_and_written_forms_are_used_once():
    assert len(ENTRIES) == len(entries()) >= 40
    written = [form.casefold() for entry in entries() for form in (entry.name, *entry.forms)]
    assert len(written) == len(set(written))


def test_names_say_how_to_say_them_with_the_loud_part_in_capitals():
    assert len(NAMES) >= 15
    assert [entry.name for entry in NAMES.values() if not re.search(r"[A-Z]{2}", entry.say)] == []
    small = [entry.name for entry in entries() if entry.name[0].isupper() and not entry.say]
    assert small == []


@every_entry
def test_what_says_something_about_a_year_or_a_group_has_its_source(id):
    entry = ENTRIES[id]
    if re.search(r"\b(?:19|20)\d\d\b|armed group in", entry.means):
        assert entry.source
    assert not entry.source or re.search(r"\b(?:19|20)\d\d$", entry.source)


@pytest.mark.parametrize("typed", ["militia", "Militias", " militia "])
def test_a_word_is_found_as_it_is_typed(typed):
    assert [entry.name for entry in glossary(typed)] == ["militia"]


def test_a_name_is_found_without_its_capitals_and_by_its_short_form():
    assert glossary("kh") == glossary("Kataib Hezbollah") != glossary("pmf")


@pytest.mark.parametrize(
    ("typed", "said"), [("milita", "“militia”"), ("xyz", "glossary()"), ("", "quotation")]
)
def test_a_word_that_is_not_there_is_told(typed, said):
    with pytest.raises(Problem, match=re.escape(said)):
        glossary(typed)


@pytest.mark.parametrize("wrong", [3, ["militia"], articles["trt"], b"militia"])
def test_what_is_no_word_is_told(wrong):
    with pytest.raises(Problem, match="quotation marks"):
        glossary(wrong)


def test_all_words_are_shown_with_what_they_mean():
    html = glossary()._repr_html_()
    for entry in entries():
        assert entry.name in html and entry.name in repr(glossary())


def names_of(*texts):
    return [[entry.name for entry in found] for found in new_words(texts)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["A militia and a deck."], [["militia", "deck"]]),
        (["A deck.", "Militias and decks."], [["deck"], ["militia"]]),  # each once
        (["A **deck** is a line.", "The deck again."], [[], []]),  # the text explains it itself
        (["**KH** is near Kirkuk."], [["Kataib Hezbollah", "Kirkuk"]]),  # a name even so
        (["`deck` and [deck](deck.html)\n# A deck\n<b title='deck'>"], [[]]),
        (["Decking, half-deck, deck-chair."], [[]]),
        (["An air\nstrike."], [["air strike"]]),
        (["It shocked Islamic state."], [[]]),  # a name keeps its capitals
    ],
)
def test_new_words(texts, found):
    assert names_of(*texts) == found


def test_a_fold_is_one_line_of_escaped_html_with_a_hint_for_names():
    entry = Entry("<Ab>", "One & two.", say="AB")
    html = fold([entry])
    assert "\n" not in html and html.startswith("<details>")
    assert "&lt;Ab&gt;" in html and "One &amp; two." in html and "<Ab>" not in html
    assert "Say: <em>AB</em>" in html and "glossary()" in html


def test_a_folder_of_data_without_a_glossary_has_no_words(monkeypatch, tmp_path):
    monkeypatch.setenv("WHOSEWORDS_DATA", str(tmp_path))
    entries.cache_clear()
    try:
        assert glossary() == Glossary() and names_of("A militia.") == [[]]
    finally:
        monkeypatch.undo()
        entries.cache_clear()
