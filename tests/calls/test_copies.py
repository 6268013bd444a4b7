"""Two texts word for word, as a student sees it: worked by hand, equal locked and unlocked, for listeners."""

import re

import pytest
from library import ARTICLES, needs_articles

from whosewords.calls.copies import copies
from whosewords.display.copies import who
from whosewords.measures.copying import ADDED, CHANGED, CUT, KEPT, MOVED, compare, parted
from whosewords.problems import Problem
from whosewords.shelf.catalogue import articles, your_text
from whosewords.shelf.unlocking import unlock

pytestmark = pytest.mark.usefixtures("home")

# ¶1 3 words, ¶2 10 + 13, ¶3 9, ¶4 11.
FIRST = """The bridge closes
The baker of Mill Lane opened her shop at five. A small ferry took nine people over the river before dark.
Nobody had closed the old bridge for the night.
Later the mayor thanked all of them in a short speech."""
# A new headline (4), then ¶4 of the first (11); "quietly" is put in, "six" stands for "five", "nine" is cut.
SECOND = """We told you so
Later the mayor thanked all of them in a short speech.
The baker of Mill Lane quietly opened her shop at six. A small ferry took people over the river before dark.
Nobody had closed the old bridge for the night."""


def rows(finding):
    return [tuple(row) for row in finding.table.iloc[:, :6].itertuples(index=False)]


def seen(finding):
    """What a listener hears of the view, and a reader sees: its text without tags."""
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", re.sub("(?s)<style>.*?</style>", "", finding.view)))


def test_a_repost_by_hand():
    # The host kept ¶2, ¶4 and ¶6 (43 + 26 + 36 words) and put its own headline and note above them.
    assert rows(copies("warmup_harbour", "warmup_repost")) == [
        ("− only in the first", 9, "¶1", "the author, headline", "", ""),
        ("+ only in the second", 7, "", "", "¶1", "the host, headline"),
        ("+ only in the second", 5, "", "", "¶2", "site furniture"),
        ("+ only in the second", 62, "", "", "¶3 to ¶4", "the host, note"),
        ("= in both", 43, "¶2", "the author", "¶5", "an excerpt"),
        ("− only in the first", 45, "¶3", "the author", "", ""),
        ("= in both", 26, "¶4", "the author", "¶6", "an excerpt"),
        ("− only in the first", 39, "¶5", "the author", "", ""),
        ("= in both", 36, "¶6", "the author", "¶7", "an excerpt"),
        ("− only in the first", 49, "¶7 to ¶8", "the author", "", ""),
        ("+ only in the second", 6, "", "", "¶8", "site furniture, source line"),
        ("+ only in the second", 7, "", "", "¶9", "site furniture"),
    ]


def test_the_summary_of_a_repost():
    # 105 of 247 words are 42.5 %, 105 of 192 are 54.7 %.
    words = copies("warmup_harbour", "warmup_repost").words
    for part in ("105 of the 247 words", "(43 %)", "105 of the 192", "(55 %)", "7 words (the host, headline)",
                 "62 words (the host, note)"):  # fmt: skip
        assert part in words
    assert "who copied whom" in words


def test_two_texts_of_ones_own_by_hand():
    # Kept: The baker of Mill Lane (5), opened her shop at (4), A small ferry took (4), people … dark (6) and
    # ¶3 (9), in one row; moved: ¶4 (11).
    found = rows(copies(FIRST, SECOND))
    assert [row[:3] + row[4:5] for row in found] == [
        ("− only in the first", 3, "¶1", ""),
        ("+ only in the second", 4, "", "¶1"),
        ("= in both", 5, "¶2", "¶3"),
        ("+ only in the second", 1, "", "¶3"),
        ("= in both", 4, "¶2", "¶3"),
        ("≠ changed", 1, "¶2", "¶3"),
        ("= in both", 4, "¶2", "¶3"),
        ("− only in the first", 1, "¶2", ""),
        ("= in both", 15, "¶2 to ¶3", "¶3 to ¶4"),
        ("⇄ moved", 11, "¶4", "¶2"),
    ]
    words = copies(FIRST, SECOND).words
    assert "Moved to another place: 11 words." in words
    assert "Changed in one place: 1 word of the first stand where the second has 1." in words


def test_every_part_of_the_finding_is_there():
    one = copies("warmup_harbour", "warmup_repost")
    assert one.chart.words == one.words
    assert "who copied whom" in one.do_not_conclude and "third text" in one.do_not_conclude
    drawn = re.findall(r">(\d*)</text>", one.chart.svg())
    assert sorted(drawn) == ["", "", "", "", "", "", "26", "36", "43"]  # three paragraphs against three


def test_nothing_in_common_is_said_and_has_no_picture():
    one = copies("neo", "trt")
    assert one.chart is None and "no stretch" in one.words
    assert {row[0][0] for row in rows(one)} == {"−", "+"}


def test_a_text_and_itself():
    one = copies("wire_2019", "wire_2019")
    assert {row[0] for row in rows(one)} == {"= in both"} and "100 %" in one.words


def test_nearly_all_is_not_all():
    # 546 of 548 words are 99.6 %, which is not 100 %.
    words = copies("trt", "trt_cut").words
    assert "546 of the 548" in words and "(99 %)" in words and "100 %" not in words


@pytest.mark.parametrize(
    ("one", "other"),
    [(["trt", "neo"], "trt"), ("trt", ["trt", "neo"]), (None, "trt"), ("trt", None), ("trt", ""), ("trt", 5)],
)
def test_each_side_takes_one_text(one, other):
    with pytest.raises(Problem):
        copies(one, other)


def test_whose_words_are_not_noted_in_a_text_of_ones_own():
    assert who(your_text("It rains.\nIt rained.")) == {1: "", 2: ""}
    one = copies(FIRST, "warmup_harbour")
    assert "not noted" in one.table["whose words"].tolist()
    assert any("was not noted" in line for line in one.more)


def test_two_texts_without_a_name_are_told_apart():
    one = copies(FIRST, SECOND)
    assert "your text and your text 2" in one.title


# Locked and unlocked


def test_in_blocks_it_says_what_was_compared():
    assert any("letters and syllables" in line for line in copies("trt", "warmup_harbour").more)
    assert not any("letters and syllables" in line for line in copies("warmup_harbour", "warmup_repost").more)
    assert "▇" in copies("trt", "trt_cut").table["begins"][0]


@needs_articles
def test_locked_and_unlocked_give_the_same():
    pairs = [("trt", "trt_cut"), ("trt_cut", "trt"), ("neo", "trt"), ("anti_empire", "rs")]
    before = [copies(*pair) for pair in pairs]
    unlock(ARTICLES)
    after = [copies(*pair) for pair in pairs]
    assert not articles["trt"].locked
    for locked, open_ in zip(before, after, strict=True):
        assert len(locked.table) == len(open_.table)
        for one, other in zip(rows(locked), rows(open_), strict=True):
            assert one[0] == other[0] and abs(one[1] - other[1]) <= 2 and one[2:] == other[2:]


# The view


def test_the_view_tells_each_stretch_by_sign_and_word():
    told = seen(copies(FIRST, SECOND))
    for part in ("= In both", "⇄ Moved", "− Only in the first", "+ Only in the second",
                 "3 small changes inside", "in the second it is ¶2", "in the first it is ¶4"):  # fmt: skip
        assert part in told
    assert "(changed: five . → , in the second: six . end)" in told
    assert "(only in the first: nine end)" in told and "(only in the second: quietly end)" in told


@pytest.mark.parametrize(
    ("one", "other"),
    [("warmup_harbour", "warmup_repost"), ("trt", "trt_cut"), (FIRST, SECOND), ("neo", "trt")],
)
def test_every_stretch_of_the_table_stands_in_the_view(one, other):
    # A listener hears the number of words of each stretch; small changes stand inside the words around them.
    finding = copies(one, other)
    heads = re.findall(r"(?:In both|Moved|Changed|Only in the \w+)</strong>: ([\d,]+) word", finding.view)
    shown = sum(int(number.replace(",", "")) for number in heads) + finding.view.count("ww-change")
    twice = sum(row[1] for row in rows(finding) if row[0].startswith("⇄"))  # moved stands in both columns
    told = sum(row[1] for row in rows(finding)) + twice
    assert shown - finding.view.count(".ww-change") - told == 0


def test_a_piece_that_moved_and_was_changed_is_one_piece_in_both_columns():
    # 9 + 6 words moved around one that was changed.
    speech = "Later the mayor thanked all of them in a {} speech at the old bridge gate."
    rest = FIRST.rpartition("\n")[0]
    told = seen(copies(f"{rest}\n{speech.format('short')}", f"{speech.format('long')}\n{rest}"))
    assert told.count("Moved : 15 words, 1 small change inside.") == 2
    assert told.count("short → , in the second: long") == 2


def test_signs_are_seen_and_words_are_heard():
    view = copies("warmup_harbour", "warmup_repost").view
    signs = re.findall(r'<span class="ww-letter ww-sign"([^>]*)>', view)
    assert signs and all('aria-hidden="true"' in each for each in signs)


def test_long_stretches_are_folded_with_both_ends_to_be_seen():
    view = copies("warmup_harbour", "warmup_repost").view
    assert view.count('<details class="ww-long">') == 2  # 43 and 36 words in both; 26 words are no fold
    assert "… 29 words …" in view and "… 22 words …" in view  # 43 and 36 less 9 at the front and 5 at the end


# Stretches parted by whose words they are


def test_stretches_are_parted_where_another_label_begins():
    one, other = your_text(FIRST), your_text(SECOND)
    whole = compare(one.words, other.words)
    labels = [[word.paragraph for word in each.words] for each in (one, other)]
    found = parted(whole, *labels)
    for fate in (KEPT, MOVED, CUT, ADDED, CHANGED):
        assert sum(s.words for s in found if s.fate == fate) == sum(s.words for s in whole if s.fate == fate)
    assert [s.words for s in found if s.fate == KEPT] == [5, 4, 4, 6, 9]
