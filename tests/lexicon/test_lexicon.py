"""The list of loaded words, its hits, forks of it, and what it keeps legible."""

import random
from collections import Counter
from itertools import pairwise

import pytest
from steps import grow_with_the_text

from whosewords import lexicon
from whosewords.lexicon import changed, find_hits, hits, legible, load
from whosewords.lexicon.table import middle_weight
from whosewords.shelf import catalogue, editions
from whosewords.words import read

EDITIONS = catalogue.EDITIONS
PLAIN_WORDS_OF_WAR = (
    "killed",
    "strike",
    "air strike",
    "airstrike",
    "rocket",
    "attack",
    "soldiers",
    "troops",
    "wounded",
)


def terms(s, entries=None):
    return [hit.term for hit in find_hits(s, entries, voice=False)]


def masked(listed):
    return [
        word if kind else word._replace(text=None) for word, kind in zip(listed, legible(listed), strict=True)
    ]


# The table


def test_the_table_has_all_categories_and_enough_entries():
    counted = Counter(entry.category for entry in load())
    assert set(counted) == set(lexicon.CATEGORIES) and len(lexicon.CATEGORIES) == 12
    assert len(load()) >= 1500


def test_no_form_belongs_to_two_entries():
    forms = Counter(lexicon.keys(form) for entry in load() for form in entry.forms)
    assert [form for form, times in forms.items() if times > 1] == []


def test_every_entry_has_an_origin_a_weight_and_possible_evidence():
    for entry in load():
        assert entry.origin in ("hand", "votes", "published"), entry.term
        assert 0 < entry.weight < 1 and 0 <= entry.marked <= entry.seen and 0 <= entry.right <= entry.read, (
            entry.term
        )
        assert entry.pooled == (entry.read == 0), entry.term


def test_entries_that_were_read_and_often_wrong_are_off():
    assert [e.term for e in load() if e.on and e.read and e.right / e.read < 0.7] == []


@pytest.mark.parametrize("word", PLAIN_WORDS_OF_WAR)
def test_plain_words_of_war_stay_out(word):
    assert terms(f"It was {word} there.") == []


# Hits


def test_a_hit_has_place_term_category_weight_and_voice():
    s = "“The quagmire is deep,” the minister said. They unleashed it."
    first, second = find_hits(s)
    assert (s[first.start : first.end], first.term, first.category, first.voice) == (
        "quagmire",
        "quagmire",
        "metaphor",
        "Q",
    )
    assert (s[second.start : second.end], second.term, second.voice) == ("unleashed", "unleash", "A")
    assert 0 < first.weight < 1


def test_words_and_strings_give_the_same_hits():
    s = "The brutal regime, a “rogue state”, wiped out its foes.\nWar criminals\nThe so-called heroes lied."
    listed = read(s)
    in_words = [
        (hit.term, " ".join(word.text for word in listed[hit.start : hit.end])) for hit in hits(listed)
    ]
    in_string = [(hit.term, s[hit.start : hit.end]) for hit in find_hits(s, voice=False)]
    assert in_words == in_string and len(in_words) > 5


def test_the_longest_form_wins_and_hits_do_not_overlap():
    assert terms("They are war criminals.") == ["war criminal"]
    found = hits(read("An illegal invasion by a brutal dictatorship, a reign of terror."))
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "s", ["a war, criminals", "of war\ncriminals", "a war. Criminals", "war — criminals"]
)
def test_no_hit_runs_across_a_mark_or_a_line(s):
    assert "war criminal" not in terms(s)


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        ("Tim Smith, adviser for Counterterrorism", []),
        ("the legal regime of the sea", []),
        ("the Assad regime", ["regime"]),
        ("calls for regime change", []),
        ("illegal immigration", []),
        ("an illegal occupier", ["illegal", "occupier"]),
        ("listed as a terrorist organisation", []),
        ("the town lies in the north", []),
        ("they lied about it", ["lie"]),
        ("she claimed asylum", []),
        ("he claimed that it rained", ["claim"]),
        ("the Monty Python show", []),
        ("it is supposed to rain", []),
        ("relief after a natural disaster", []),
        ("PREOCCUPIED by a crisis", []),
    ],
)
def test_known_false_hits_are_kept_out_by_rules(s, expected):
    assert terms(s) == expected


def test_a_part_of_a_hyphenated_word_can_be_a_hit():
    assert terms("a terror-loving, blood-soaked, quagmire-like war") == ["blood-soaked", "quagmire"]


def test_candidates_are_marked():
    hit = find_hits("Then violence erupted again.", voice=False)[0]
    assert hit.category == "agency" and hit.candidate


# Bad input


@pytest.mark.parametrize(
    "s",
    [
        "", " \n ", "quagmire", "QUAGMIRE", "qua\u00adgmire", "qua\u200bgmire", "المستنقع quagmire",
        "🤯quagmire🤯", "quagmire’s", "‘quagmire’", "\ufeffquagmire\x00",
    ],
)  # fmt: skip
def test_strange_text_is_no_error_and_hides_no_hit(s):
    assert terms(s) == (["quagmire"] if s.strip() else [])
    assert len(hits(read(s))) == len(terms(s))


# A text and the terms of its hits: names of persons, places and works are none.
NAMED = [
    ("Mr Savage met Mrs. Slaughter there.", []),
    ("The clerk saw Anne Savage, and Savage waved.", []),
    ("We asked T. J. Butcher about it.", []),
    ("She grew up on Butcher Street near Mount Terror.", []),
    ("Every child reads the novel “Lord of Terror” there.", []),
    ("They saw the film ‘Savage Harvest’ at home.", []),
    ("Rob Lund and Joy Butcher, his sister, left.", []),
    ("We saw Anne\tSavage there.", []),
    ("We saw Anne\nSavage there.", ["savage"]),
    ("Savage raids went on.", ["savage"]),
    ("The savage mr slaughter ran.", ["savage", "slaughter"]),
    ("FRED SAVAGE LEAVES", ["savage"]),
    ("Judge Slams The Savage Raid On Town", ["slam", "savage"]),
    ("He blamed the Regime and its Thugs for it.", ["regime", "thug"]),
    ("He called it “Savage Butchery” there.", ["savage", "butchery"]),
]


@pytest.mark.parametrize(("s", "expected"), NAMED)
def test_names_are_no_hits(s, expected):
    assert terms(s) == expected
    assert [hit.term for hit in hits(read(s))] == expected


def test_a_name_on_a_list_of_ones_own_is_a_hit():
    mine = changed(load(), add=[("savage pell", "label"), ("pell", "label")])
    assert [hit.term for hit in find_hits("We saw Karen Pell there.", mine, voice=False)] == ["pell"]


@pytest.mark.parametrize(
    "s",
    [
        "a reign\nof terror that lasted", "a reign \u200eof terror", "It´s a hornet´s nest.",
        "It is a hornetʼs nest.",
        "It is a hornetâ€™s nest.", "a reign of ter-\nror",
    ],
)  # fmt: skip
def test_what_typing_and_pages_do_to_a_phrase_hides_no_hit(s):
    assert len(terms(s)) == 1
    assert len(hits(read(s))) == 1


@pytest.mark.parametrize("piece", ["a", "a-", "é", "🤯", "'", "quagmire-"])
def test_the_steps_of_a_text_without_a_blank_grow_with_it(piece):
    assert grow_with_the_text(lambda text: find_hits(text, voice=False), piece, 20_000)


# Forks


def write(tmp_path, text, name="mine.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def test_a_fork_needs_only_two_columns(tmp_path):
    mine = lexicon.fork(write(tmp_path, "term,category\nblob,label\n"))
    assert mine.problems == () and [entry.term for entry in mine.entries] == ["blob"]
    assert mine.entries[0].weight == middle_weight("label")
    assert terms("A blob in a quagmire.", mine.entries) == ["blob"]


def test_our_own_table_is_a_valid_fork(tmp_path):
    from whosewords.files import data

    mine = lexicon.fork(data("lexicon", "loaded.csv"))
    assert mine.problems == () and mine.entries == load()


def test_bad_lines_are_named_and_the_rest_is_used(tmp_path):
    text = (
        "term,forms,category,weight\nblob,blob|blobs,label,\n,,label,\n!!!,,label,\nblobs,,emotive,\nmud,,lable,\n"
        "tar,,violent,\nsoup,,label,much\n\nfine,,virtue,0.3\n"
    )
    mine = lexicon.fork(write(tmp_path, text))
    assert [entry.term for entry in mine.entries] == ["blob", "fine"]
    said = "\n".join(mine.problems)
    for part in (
        "line 3: the term is empty",
        "line 4: “!!!” holds no letter",
        "line 5: “blobs” stands in line 2",
        "line 6: the category “lable” does not exist; did you mean “label”",
        "line 7",
        "line 8: “much”",
    ):
        assert part in said


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "line 1"),
        ("word,category\nblob,label\n", "“term” is missing"),
        ("term,category\n,,\n???,label\n", "No line could be used"),
        ("term,category\n" + "x" * 200_000 + ",label\n", "this is not a table"),
    ],
)
def test_a_file_that_is_no_list_leaves_the_old_one(tmp_path, text, part):
    mine = lexicon.fork(write(tmp_path, text))
    assert (
        mine.entries is load() and part in "\n".join(mine.problems) and "old list stays" in mine.problems[-1]
    )


def test_a_missing_file_leaves_the_old_list(tmp_path):
    mine = lexicon.fork(tmp_path / "none.csv")
    assert mine.entries is load() and "none.csv" in mine.problems[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-8"])
def test_a_list_from_a_spreadsheet_is_read(tmp_path, encoding):
    mine = lexicon.fork(write(tmp_path, "term;category\r\nnaïve;emotive\r\n", encoding=encoding))
    assert mine.problems == () and mine.entries[0].term == "naïve"


def test_changing_a_list_changes_the_hits_and_not_the_old_list():
    mine = lexicon.changed(load(), add=[("troops", "label")], drop=["quagmire"], move={"python": "label"})
    s = "A python in a quagmire of troops."
    assert [(h.term, h.category) for h in find_hits(s, mine, voice=False)] == [
        ("python", "label"),
        ("troops", "label"),
    ]
    assert terms(s) == ["python", "quagmire"]
    with pytest.raises(ValueError, match="quagmire"):
        lexicon.changed(load(), drop=["quagmires"])
    with pytest.raises(ValueError, match="not a category"):
        lexicon.changed(load(), add=[("blob", "bad")])


# Editions


@pytest.mark.parametrize("name", EDITIONS)
def test_masking_changes_no_hit(name):
    listed = editions.edition_words(name)
    found = hits(listed)
    assert hits(masked(listed)) == found and len(found) > 10


def test_masking_changes_no_hit_in_any_mixture_of_words_and_rules():
    chance = random.Random(3)
    forms = [form for entry in load() if entry.on for form in entry.forms]
    rules = [
        " ".join([*before, entry.forms[0], *after])
        for entry in load()
        if entry.on
        for before, after in [*entry.unless, *entry.needs]
    ]
    for _ in range(40):
        parts = (
            chance.choices(forms, k=20)
            + chance.choices(rules, k=20)
            + chance.choices(["the", "of", "state,", "it."], k=80)
        )
        chance.shuffle(parts)
        listed = read(" ".join(parts))
        open_words = [k or None for k in legible(listed, share=1, in_a_row=len(listed))]
        locked = [w if k else w._replace(text=None) for w, k in zip(listed, open_words, strict=True)]
        assert hits(locked) == hits(listed)


@pytest.mark.parametrize("name", EDITIONS)
def test_the_table_of_targets_fits_the_hits(name):
    found = hits(editions.edition_words(name))
    missing = [
        hit.term for hit, target in zip(found, lexicon.target_of(name, found), strict=True) if target is None
    ]
    assert missing == []
    known = {key for key in lexicon.targets() if key[0] == name}
    assert len(known) == len(found)


def test_lesson_words_stay_legible():
    words = "Their proxies, the militants, met US-led troops; he said they never saw the occupation."
    kinds = dict(zip(words.split(), legible(read(words), share=1), strict=True))
    assert (
        kinds["proxies,"] == "loaded" and kinds["militants,"] == lexicon.COMMON and kinds["US-led"] == "state"
    )
    assert kinds["said"] == "speech" and kinds["never"] == "negator" and kinds["occupation."] == "word"
    assert kinds["Their"] is None


# The accuracy card


def test_the_accuracy_line_says_what_the_evaluation_found():
    known = lexicon.accuracy()
    value, low, high, note = known["word F1"]
    assert low < value < high and "BABE" in note
    line = lexicon.accuracy_line()
    assert f"had marked about {round(10 * known['word precision'][0])}." in line
    assert f"finds about {round(10 * known['word recall'][0])}." in line
    assert line.endswith("does no better.") and known["one expert F1"][0] < value
