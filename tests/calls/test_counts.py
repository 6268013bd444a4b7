"""Counts of loaded words: by voice, with their places, equal locked and unlocked; a list of one's own."""

import math
from dataclasses import replace

import pytest
from library import needs_articles, text_of

from whosewords import lexicon
from whosewords.calls import counts, own_list
from whosewords.calls.counts import category_named, columns_of, count, loaded_language, short
from whosewords.calls.own_list import use_list
from whosewords.classroom.own_list import ListInWork
from whosewords.files import table_rows
from whosewords.lexicon import own
from whosewords.lexicon.own import changed, find_entry
from whosewords.measures import rates
from whosewords.problems import Problem
from whosewords.shelf import catalogue, editions
from whosewords.shelf.article import Article, Paragraph, relock, with_words
from whosewords.shelf.catalogue import SHELF, SPECIMENS, articles
from whosewords.words import read

# Invented. 6 sentences; A speaks 4 + 2 + 5 + 5 + 2 words, Q 5 (the marks are its own), S 1.
TEXT = (
    "The shameful plan failed.\n"
    "“It is a shameful betrayal,” she said.\n"
    "Our “shameful” council met on.\n"
    "Boats came in at noon.\n"
    "They left."
)


@pytest.fixture
def text():
    """The invented text as an article of the shelf."""
    words = read(TEXT)
    paragraphs = tuple(
        Paragraph(n, "body", "author", "A", tuple(w for w in words if w.paragraph == n))
        for n in sorted({word.paragraph for word in words})
    )
    about = vars(articles["warmup_courier"])
    fields = {name: about[name] for name in Article.__dataclass_fields__}
    return Article(**{**fields, "id": "wire_2019", "name": "Invented", "page": paragraphs, "page_layer": ""})


def row(finding, voice):
    return finding.table[finding.table["voice"].str.contains(voice)].iloc[0]


# The numbers


def test_hits_are_split_by_voice_and_divided_by_that_voice(text):
    found = loaded_language(text)
    own, said = row(found, "author"), row(found, "quoted")
    # Author: shameful in line 1. Words: 4, 2 (“she said”), 4 (“our … council met on”), 5 and 2 are 17.
    assert (own["hits"], own["words"]) == (1, 17)
    assert own["rate"] == round(1000 / 17, 1) == 58.8
    # Quoted: shameful and betrayal in “It is a shameful betrayal”, 5 words.
    assert (said["hits"], said["words"]) == (2, 5)
    assert said["rate"] == 400.0 and said[counts.ONE_WORD] == 1000 / 5
    # What stands in scare quotes is in neither number.
    assert next(place.term for place in rates.placed_hits(text) if place.voice == "S") in (
        "shameful",
        "in scare quotes",
    )
    assert "by 59 for Invented" in " ".join(found.more)


def test_one_category_and_all_voices_together(text):
    verdicts = count("VERDICT", text, voice="all", per=100)
    wanted = [p for p in rates.placed_hits(text) if p.category == "verdict" and p.voice in "AQ"]
    # 17 + 5 = 22 words; a rate per 100.
    assert row(verdicts, "all")["words"] == 22
    assert row(verdicts, "all")["hits"] == len(wanted) > 0
    assert row(verdicts, "all")["rate"] == round(100 * len(wanted) / 22, 1)


def test_the_interval_holds_the_rate_and_is_the_same_each_time():
    article = articles["warmup_courier"]
    starts = [place.start for place in rates.placed_hits(article)]
    first, second = (rates.rate(article, starts, "AHE") for _ in range(2))
    assert (
        first == second and first.low <= first.rate <= first.high and first.least <= first.hits <= first.most
    )


def test_the_interval_of_equal_sentences_is_a_point():
    # Ten sentences of two words with one hit each: whatever is drawn, it is 500 in 1,000.
    article = articles["warmup_courier"]
    words = tuple(read("Shameful day. " * 10))
    paragraph = Paragraph(1, "body", "author", "A", words)
    plain = replace(article, id="wire_2019", page=(paragraph,), page_layer="")
    found = rates.rate(plain, range(0, 20, 2), "A")
    assert (found.hits, found.words, found.rate, found.low, found.high) == (10, 20, 500, 500, 500)
    assert (found.least, found.most, found.step) == (10, 10, 50)


def test_few_sentences_and_a_voice_that_says_nothing_have_no_interval(text):
    none = rates.rate(text, [], "AHE")
    assert none.rate == 0 and math.isnan(none.low)
    nobody = rates.rate(text, [0], "I")
    assert nobody.words == 0 and math.isnan(nobody.rate)


def test_a_host_counts_with_its_editor_and_the_excerpt_for_itself(home):
    host = articles["anti_empire"]
    found = loaded_language([host, "rs"])
    assert row(found, "author")["words"] == sum(voice in "AHE" for voice in rates.voice_of(host))
    assert any("editor (E)" in line for line in found.more)


def test_boilerplate_is_dropped(home):
    for name in SHELF:
        assert all(place.voice != "B" for place in rates.placed_hits(articles[name]))


# The places


def test_every_number_unfolds_to_its_places(home):
    found = loaded_language("neo")
    places = [p for p in rates.placed_hits(articles["neo"]) if not p.candidate and p.voice in "AHEQI"]
    assert found.table["hits"].sum() == len(places)
    counted = found.view.split("<strong>Counted</strong>")[1].split("</ol>")[0]
    assert counted.count("<mark>") == len(places) and "about: US" in counted and "voice Q" in counted
    assert "listed, not counted" in found.view


def test_a_forked_list_does_not_shift_who_a_word_is_about(home):
    ours = {(p.start, p.term): p.target for p in rates.placed_hits(articles["neo"]) if p.target}
    fewer = [entry for entry in lexicon.load() if entry.category != "metaphor"]
    mine = {(p.start, p.term): p.target for p in rates.placed_hits(articles["neo"], fewer)}
    assert all(mine[key] in (target, None) for key, target in ours.items() if key in mine)


def test_every_hit_of_the_shelf_has_its_target(home):
    for name in SHELF:
        places = rates.placed_hits(articles[name])
        assert all(p.target for p in places if p.term != "in scare quotes"), name


@pytest.mark.parametrize("category", lexicon.CANDIDATES)
def test_candidates_are_listed_and_never_summed(category, home):
    found = count(category)
    assert "hits" not in found.table and "rate" not in found.table and found.chart is None
    assert found.table["candidate"].str.len().gt(0).all() and "only a reader" in found.words
    assert "<mark>" in found.view


def test_candidates_add_nothing_to_the_sum(home):
    without = [entry for entry in lexicon.load() if entry.category not in lexicon.CANDIDATES]
    assert loaded_language(words=own_list.MyList("", tuple(without))).table.equals(loaded_language().table)


def test_a_finding_says_how_right_it_is_and_what_does_not_follow(home):
    found = loaded_language()
    assert found.more[-2].startswith(lexicon.accuracy_line()) and "docs/accuracy.md" in found.more[-1]
    assert found.held_constant and "more biased" in found.do_not_conclude
    assert found.chart.words == found.words and "TRT World" in found.words


# Locked and unlocked


@needs_articles
@pytest.mark.parametrize("name", [*SHELF, *SPECIMENS])
def test_locked_and_unlocked_count_the_same(name):
    locked = relock(catalogue.load(name))
    full = with_words(locked, read(text_of(editions.edition_of(name))))
    assert locked.locked and not full.locked
    assert rates.placed_hits(locked) == rates.placed_hits(full)
    for letter in lexicon.OTHERS:
        assert rates.words_of(locked, letter) == rates.words_of(full, letter)
    for category in lexicon.CATEGORIES:
        assert count(category, locked).table.equals(count(category, full).table), category
    assert loaded_language(locked).table.equals(loaded_language(full).table)


def test_what_stands_on_other_lists_is_the_same_with_the_packages_and_without():
    make = pytest.importorskip("make_other_lists")
    pytest.importorskip("textblob")
    assert make.table() == [(r["word"], r["lists"]) for r in table_rows("lexicon", "other_lists.csv")]


# Bad input


@pytest.mark.parametrize(
    ("call", "part"),
    [
        (lambda: count("verdikt"), "Did you mean “verdict”"),
        (lambda: count(None), "no category"),
        (lambda: count("label", "neow"), "Did you mean “neo”"),
        (lambda: count("label", voice="autor"), "Did you mean “author”"),
        (lambda: count("label", voice="S"), "never summed"),
        (lambda: count("label", per=0), "whole number of words"),
        (lambda: count("label", per="many"), "whole number of words"),
        (lambda: count("label", per=True), "whole number of words"),
        (lambda: count("label", words=3), "use_list()"),
        (lambda: use_list(7), "name of a file"),
    ],
)
def test_a_mistake_gets_a_sentence(call, part):
    with pytest.raises(Problem) as caught:
        call()
    assert part in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["verdict", "VERDICT", " Verdict ", "Legal and moral verdicts"])
def test_categories_are_known_in_any_case(name):
    assert category_named(name) == "verdict"


@pytest.mark.parametrize(
    ("voice", "letters"),
    [
        ("author", "AHE"),
        ("A", "A"),
        ("a+h", "AH"),
        ("A, H", "AH"),
        ("quoted", "QI"),
        ("Q+I", "QI"),
        ("ALL", "AHEQI"),
    ],
)
def test_voices_are_known_by_name_and_by_letter(voice, letters):
    assert [each for _, each in columns_of(voice)] == [letters]


def test_numbers_are_whole_or_have_one_decimal():
    assert [short(n) for n in (1234.5, 10, 9.96, 2.44, 0.04, 0)] == ["1,234", "10", "10", "2.4", "0", "0"]


# A list of one's own


def test_a_list_of_ones_own_counts(tmp_path):
    (tmp_path / "mine.csv").write_text("term,category\nbridge,label\n,label\nplank,lable\n", encoding="utf-8")
    mine = use_list(tmp_path / "mine.csv")
    assert [entry.term for entry in mine.entries] == ["bridge"]
    assert "line 3: the term" in repr(mine) and "line 4" in mine._repr_html_()
    found = count("label", "warmup_courier", words=mine)
    words = [word.text.lower() for word in articles["warmup_courier"].words]
    assert found.table["hits"].sum() <= words.count("bridge") and found.table["hits"].sum() > 0
    assert "nobody has measured" in " ".join(found.more)


def test_without_a_list_of_ones_own_ours_counts(home):
    assert use_list().entries is lexicon.load() and "my_list()" in repr(use_list())
    missing = use_list("none.csv")
    assert missing.entries is lexicon.load() and "none.csv" in missing.problems[0]


def test_a_change_is_kept_and_seen_at_once(home):
    mine = ListInWork()
    for word, action, category in (
        ("ferry", "add", "label"),
        ("shameful", "drop", None),
        ("worm", "move", "label"),
    ):
        reply = mine.change(word, action, category)
    assert "1 added, 1 dropped, 1 " in repr(reply)
    kept = use_list()
    assert lexicon.hits(read("A ferry."), kept.entries)[0].category == "label"
    assert own_list.effect(kept.entries, texts="warmup_courier")[0][2] > 0
    mine.undo()
    assert find_entry(use_list().entries, "worm").category == "metaphor"
    mine.start_again()
    assert use_list().entries is lexicon.load()
    mine.undo()
    assert find_entry(use_list().entries, "shameful") is None


@pytest.mark.parametrize(
    ("word", "action", "category", "part"),
    [
        ("", "add", "label", "Write a word"),
        ("?!", "add", "label", "Write a word"),
        ("ferry", "add", None, "Choose a category"),
        ("quagmire", "add", "label", "in the list already"),
        ("qqq", "drop", None, "not in the list"),
        ("ferry", "burn", "label", "no change called"),
    ],
)
def test_a_change_that_cannot_be_made_is_told(word, action, category, part):
    with pytest.raises(Problem, match=part):
        changed(lexicon.load(), action, word, category)


def test_a_word_that_is_off_can_be_switched_on_and_any_form_is_known():
    mine = changed(lexicon.load(), "add", "freedoms", "virtue")
    assert lexicon.hits(read("freedom"), mine) and not lexicon.hits(read("freedom"))
    assert not lexicon.hits(read("quagmire"), changed(mine, "drop", "quagmires"))


def test_a_list_is_written_as_it_is_read(tmp_path):
    path = tmp_path / "all.csv"
    path.write_text(lexicon.as_csv(lexicon.load()), encoding="utf-8")
    assert lexicon.fork(path) == (lexicon.load(), ())


def test_a_list_that_cannot_be_saved_lives_on(home, monkeypatch):
    def full(path, text):
        raise own.files.CannotSave("The disk is full.")

    monkeypatch.setattr(own.files, "write", full)
    reply = ListInWork().change("ferry", "add", "label")
    assert "disk is full" in repr(reply) and find_entry(use_list().entries, "ferry")
    own.give_up()


def test_in_blocks_nobody_says_that_a_new_word_changes_nothing(home):
    more = changed(lexicon.load(), "add", "democracy", "verdict")
    fewer = changed(lexicon.load(), "drop", "regime")
    assert own_list.only_in(more) == ["democracy"]
    assert own_list.only_in(fewer) == own_list.only_in(lexicon.load()) == []
    locked = own_list.effect_html(more, texts="trt")
    assert "seen only unlocked" in locked and "“democracy”" in locked
    for entries, text in ((fewer, "trt"), (more, "wire_2019")):
        assert "unlocked" not in own_list.effect_html(entries, texts=text)
