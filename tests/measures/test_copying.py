"""Two texts word for word: what was kept, changed, moved, cut and added, by hand; in blocks too."""

import math
import random
from itertools import combinations

import pytest

from whosewords.measures.copying import ADDED, CHANGED, CUT, KEPT, MOVED, compare, share_kept
from whosewords.shelf.article import relock, with_words
from whosewords.shelf.catalogue import articles
from whosewords.words import read

SENTENCES = {
    "baker": "The baker of Mill Lane opened her shop at five.",  # 10 words
    "ferry": "A ferry took nine people over the river.",  # 8 words
    "bridge": "Nobody had closed the old bridge for the night.",  # 9 words
    "mayor": "Later the mayor thanked all of them in a short speech.",  # 11 words
}


def text(*names):
    return read(" ".join(SENTENCES.get(name, name) for name in names))


def fates(one, other):
    return [(s.fate, s.end - s.start, s.to - s.at) for s in compare(one, other)]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (("baker", "ferry"), ("baker", "ferry"), [(KEPT, 18, 18)]),
        (("baker", "ferry"), ("baker",), [(KEPT, 10, 10), (CUT, 8, 0)]),
        (("baker",), ("baker", "ferry"), [(KEPT, 10, 10), (ADDED, 0, 8)]),
        (("ferry",), ("baker", "ferry"), [(ADDED, 0, 10), (KEPT, 8, 8)]),
        (("baker", "mayor"), ("baker", "He left.", "mayor"), [(KEPT, 10, 10), (ADDED, 0, 2), (KEPT, 11, 11)]),
        (("baker", "He left.", "mayor"), ("baker", "She stayed there.", "mayor"),
         [(KEPT, 10, 10), (CHANGED, 2, 3), (KEPT, 11, 11)]),
        (("ferry",), ("bridge",), [(CUT, 8, 0), (ADDED, 0, 9)]),  # a whole paragraph for a whole one
        (("baker", "ferry"), ("bridge", "mayor"), [(CUT, 18, 0), (ADDED, 0, 20)]),
        (("ferry", "bridge", "mayor"), ("bridge", "mayor", "ferry"), [(MOVED, 8, 8), (KEPT, 20, 20)]),
        ((), ("ferry",), [(ADDED, 0, 8)]),
        (("ferry",), (), [(CUT, 8, 0)]),
        ((), (), []),
        (("He left.",), ("He left.",), [(KEPT, 2, 2)]),
        (("He left.",), ("ferry",), [(CUT, 2, 0), (ADDED, 0, 8)]),
    ],
)  # fmt: skip
def test_by_hand(one, other, found):
    assert fates(text(*one), text(*other)) == found


def test_capitals_and_apostrophes_change_nothing():
    assert fates(read("It’s THE old bridge."), read("it's the Old bridge!")) == [(KEPT, 4, 4)]


def test_a_word_or_two_in_common_is_no_copy():
    # "over the river" stands in both, and three words in a row are found in any two texts.
    one, other = read("A ferry took them over the river."), read("Birds fly over the river at dusk.")
    assert {s.fate for s in compare(one, other)} == {CUT, ADDED}


@pytest.mark.parametrize(
    ("one", "other"),
    [("warmup_harbour", "warmup_repost"), ("warmup_repost", "wire_2020"), ("trt", "trt_cut")],
)
def test_every_word_has_one_fate(home, one, other):
    a, b = articles[one].words, articles[other].words
    found = compare(a, b)
    assert sorted(i for s in found for i in range(s.start, s.end)) == list(range(len(a)))
    assert sorted(i for s in found for i in range(s.at, s.to)) == list(range(len(b)))
    for s in found:
        assert s.fate not in (KEPT, MOVED) or s.end - s.start == s.to - s.at


@pytest.mark.parametrize("seed", range(40))
def test_every_word_has_one_fate_in_any_text(seed):
    # Few different words, so that rows repeat; the other text has pieces of it in another order, edited.
    rng = random.Random(seed)
    one = rng.choices("abcdefgh" if seed % 2 else "ab", k=rng.randrange(120))
    pieces = [one[i : i + 15] for i in range(0, len(one), 15)]
    rng.shuffle(pieces)
    other = [word if rng.random() < 0.9 else "x" for piece in pieces for word in piece]
    a, b = read(" ".join(one)), read(" ".join(other))
    found = compare(a, b)
    assert sorted(i for s in found for i in range(s.start, s.end)) == list(range(len(a)))
    assert sorted(i for s in found for i in range(s.at, s.to)) == list(range(len(b)))
    for s in found:
        assert s.fate not in (KEPT, MOVED) or one[s.start : s.end] == other[s.at : s.to]
    kept = [(s.start, s.at) for s in found if s.fate == KEPT]
    assert kept == sorted(kept) and sorted(at for _, at in kept) == [at for _, at in kept]


def test_the_cut_copy_is_a_part_of_its_original_in_blocks(home):
    found = compare(articles["trt"].words, articles["trt_cut"].words)
    assert [s.fate for s in found if s.words > 12] == [CUT, KEPT, CUT]  # boilerplate ends it
    kept = next(s for s in found if s.fate == KEPT)
    assert kept.to - kept.at >= len(articles["trt_cut"].words) - 2


def test_texts_in_blocks_that_have_nothing_in_common_share_nothing(home):
    names = ("trt", "anti_empire", "journal_mtl", "neo")
    for one in names:
        for other in names:
            same = [s for s in compare(articles[one].body, articles[other].body) if s.fate in (KEPT, MOVED)]
            assert bool(same) == (one == other)


def test_blocks_and_words_give_the_same_long_stretches():
    # In blocks a neighbour of the same length may be taken in: a word or two at either end.
    mask = [word._replace(text=None) for word in articles["warmup_harbour"].words]
    open_ = compare(articles["warmup_harbour"].words, articles["warmup_repost"].words)
    in_blocks = compare(mask, articles["warmup_repost"].words)
    long = [s for s in open_ if s.fate == KEPT and s.words >= 9]
    found = [s for s in in_blocks if s.fate == KEPT]
    assert len(long) == len(found) == 3
    assert all(
        abs(a - b) <= 2
        for s, other in zip(long, found, strict=True)
        for a, b in zip(s[1:], other[1:], strict=True)
    )


def test_another_word_of_the_same_length_is_another_word():
    one = text("baker", "ferry")
    masked = [word._replace(text=None) if i % 2 else word for i, word in enumerate(text("baker", "ferry"))]
    other = [word._replace(text="thousands") if word.text == "people" else word for word in masked]
    assert fates(one, masked) == [(KEPT, 18, 18)]
    assert (KEPT, 18, 18) not in fates(one, other)


def test_the_share_that_was_kept():
    found = compare(text("baker", "ferry"), text("baker"))
    assert share_kept(found, 18) == pytest.approx(10 / 18) and share_kept(found, 10) == 1
    assert math.isnan(share_kept([], 0))


def test_relocked_texts_tell_the_same(home):
    one = articles["trt"]
    assert compare(relock(one).words, one.words) == [(KEPT, 0, len(one.words), 0, len(one.words))]
    assert with_words(one, [w for p in one.page for w in p.words]).words == one.words


# ---- what real texts showed


def lines(*rows):
    return read("\n".join(rows))


def test_what_is_left_out_ends_with_its_sentence():
    # "The" begins the sentence that was cut and the one after it: the cut is "The … night." (8 words),
    # and the kept words begin with the next "The", not with "baker".
    one = lines("A ferry took nine people over the river.", "The old bridge was closed for the night.",
                "The baker of Mill Lane opened her shop.")  # fmt: skip
    other = lines("A ferry took nine people over the river.", "The baker of Mill Lane opened her shop.")
    assert compare(one, other) == [(KEPT, 0, 8, 0, 8), (CUT, 8, 16, 8, 8), (KEPT, 16, 24, 8, 16)]
    assert compare(other, one) == [(KEPT, 0, 8, 0, 8), (ADDED, 8, 8, 8, 16), (KEPT, 8, 16, 16, 24)]


def test_a_first_word_that_two_sentences_share_is_no_copy():
    # Both go on with "The" behind the ferry, and with nothing else that is the same.
    one = lines("A ferry took nine people over the river.", "The " + "mayor thanked nobody " * 5)
    other = lines("A ferry took nine people over the river.", "The " + "snails ate lettuce " * 5)
    assert compare(one, other)[0] == (KEPT, 0, 8, 0, 8)


LONG, OTHER = "One two red blue green. " * 4, "He ate ten big plums. " * 4  # 20 words each, not one in common


def test_a_few_words_far_from_all_others_are_found_by_chance():
    # "in the old town" (4 words) stands in the middle of both, 20 words from either end.
    one, other = (
        read(f"{LONG}She lived in the old town. {LONG}"),
        read(f"{OTHER}She left in the old town. {OTHER}"),
    )
    assert not [s for s in compare(one, other) if s.fate in (KEPT, MOVED)]


def test_six_words_in_a_row_count_anywhere():
    one = read(f"{LONG}She lived in the old town of Ur. {LONG}")
    other = read(f"{OTHER}She left in the old town of Ur. {OTHER}")
    assert [s.words for s in compare(one, other) if s.fate in (KEPT, MOVED)] == [6]


def test_a_sentence_that_is_quoted_inside_another_text_is_found():
    one = text("baker", "bridge")
    other = read(
        "I read this morning that “nobody had closed the old bridge for the night”, and laughed at it."
    )
    assert [(s.fate, s.words) for s in compare(one, other) if s.fate in (KEPT, MOVED)] == [(KEPT, 9)]


def test_a_text_that_holds_another_one_whole():
    found = compare(text("ferry", "bridge"), text("baker", "ferry", "bridge", "mayor"))
    assert [s.fate for s in found] == [ADDED, KEPT, ADDED] and share_kept(found, 17) == 1


def test_paragraphs_in_another_order():
    one = lines(*(SENTENCES[name] for name in ("baker", "ferry", "bridge", "mayor")))
    other = lines(*(SENTENCES[name] for name in ("mayor", "bridge", "ferry", "baker")))
    found = compare(one, other)
    assert sum(s.words for s in found if s.fate in (KEPT, MOVED)) == 38 == len(one)
    assert {s.fate for s in found} == {KEPT, MOVED}


def test_a_paragraph_that_moved_and_was_changed_inside():
    # "short" became "long" in a paragraph that stands first in the other text: 9 + 1 + 8 words; 27 stay.
    speech = "Later the mayor thanked all of them in a {} speech at the end of the old bridge."
    rest = f"{SENTENCES['baker']} {SENTENCES['ferry']} {SENTENCES['bridge']}"
    one, other = lines(rest, speech.format("short")), lines(speech.format("long"), rest)
    assert compare(one, other) == [
        (KEPT, 0, 27, 18, 45), (MOVED, 27, 36, 0, 9), (CHANGED, 36, 37, 9, 10), (MOVED, 37, 45, 10, 18)
    ]  # fmt: skip


def test_small_edits_inside_a_sentence_are_changes():
    # Between two changes "nine people" is the same: two words in a row are kept where all lies so close.
    one = read("Late at night on Monday she took nine people over the wide river and back.")
    other = read("Late at night on Monday he rowed nine people across the wide river and back.")
    assert fates(one, other) == [(KEPT, 5, 5), (CHANGED, 2, 2), (KEPT, 2, 2), (CHANGED, 1, 1), (KEPT, 5, 5)]


def test_another_headline_is_no_change_of_the_first():
    one, other = lines("Bridge to close", SENTENCES["baker"]), lines("They lied again", SENTENCES["baker"])
    assert fates(one, other) == [(CUT, 3, 0), (ADDED, 0, 3), (KEPT, 10, 10)]


def test_in_blocks_one_other_word_does_not_undo_a_long_copy(home):
    # A legible word in the middle of the article is another one, as long as it was.
    one = articles["trt"].words
    at = next(i for i in range(600, len(one)) if one[i].text is not None)
    other = [*one[:at], one[at]._replace(text="another"), *one[at + 1 :]]
    assert compare(one, other) == [
        (KEPT, 0, at, 0, at),
        (CHANGED, at, at + 1, at, at + 1),
        (KEPT, at + 1, len(one), at + 1, len(one)),
    ]


def test_articles_that_are_no_copies_share_no_long_stretch(home):
    # Reports of one event share names and a headline, nine words in a row at most.
    names = ("wire_2019", "wire_2020", "wire_2021", "warmup_harbour", "warmup_courier")
    for one, other in combinations(names, 2):
        found = compare(articles[one].words, articles[other].words)
        assert max((s.words for s in found if s.fate in (KEPT, MOVED)), default=0) <= 9


def test_a_word_said_over_and_over_is_compared_in_time():
    # Twenty thousand times the same word: every row of it stands everywhere.
    one, other = read("word " * 20_000), read("a " + "word " * 20_000 + "b")
    assert [s.fate for s in compare(one, other)] == [ADDED, KEPT, ADDED]
