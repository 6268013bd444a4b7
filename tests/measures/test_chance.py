"""Chance: one level, pinned exactly, in every number with a range. 90 % in place of 95 % fails here."""

import math
import re
from itertools import groupby

import numpy as np
import pytest

from whosewords import files
from whosewords.measures import chance
from whosewords.measures.chance import limits, redrawn, wilson
from whosewords.measures.precision import precision
from whosewords.measures.rates import rate
from whosewords.readability import COUNTS, FORMULAS, count, difference, flesch_kincaid, measure
from whosewords.shelf.catalogue import SHELF, articles
from whosewords.voices import voice_of
from whosewords.words import read

# Short and long sentences by turns, so that chance has something to move.
TEXT = " ".join(
    f"The {'retaliatory ' * (n % 4)}baker counted {'every single one of the ' * (n % 3)}loaves."
    for n in range(30)
)
OTHER = " ".join(f"The cat {'sat on the mat and ' * (n % 5)}slept." for n in range(30))


def test_the_level():
    # z for 95 of 100 in a normal distribution is 1.95996.
    assert (chance.LEVEL, chance.Z, chance.DRAWS) == (0.95, 1.96, 1000)


@pytest.mark.parametrize(
    ("many", "low", "high"),
    [
        (1000, 25, 974),  # 0.025 * 999 = 24.975 and 0.975 * 999 = 974.025
        (41, 1, 39),  # 0.025 * 40 = 1 and 0.975 * 40 = 39
        (200, 5, 194),  # 0.025 * 199 = 4.975 and 0.975 * 199 = 194.025
        (1, 0, 0),
    ],
)
def test_the_ends_of_a_range_by_hand(many, low, high):
    mixed = np.random.default_rng(3).permutation(many)
    assert limits(mixed) == (low, high)


# share 8 / 10 = .8, spread 1.96² / 10 = .38416, middle (.8 + .19208) / 1.38416 = .71674,
# half 1.96 * √(.8 * .2 / 10 + .38416 / 40) / 1.38416 = 1.96 * √.025604 / 1.38416 = .22658
@pytest.mark.parametrize(
    ("right", "number", "low", "high"),
    [(8, 10, 0.4902, 0.9433), (15, 20, 0.5313, 0.8881), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0)],
)
def test_the_range_of_a_share_by_hand(right, number, low, high):
    assert wilson(right, number) == pytest.approx((low, high), abs=0.0001)
    found = precision(["right"] * right + ["wrong"] * (number - right))
    assert (found.low, found.high) == wilson(right, number)


def sums_by_hand(rows, seed):
    """The same texts made anew, sentence by sentence and slowly."""
    drawn = np.random.default_rng(seed).integers(0, len(rows), (1000, len(rows)))
    return [[sum(column) for column in zip(*(rows[i] for i in one), strict=True)] for one in drawn]


def at(values, first, last):
    ordered = sorted(values)
    return ordered[first], ordered[last]


def test_texts_are_made_anew_from_their_own_sentences():
    rows = [[1, 10], [0, 7], [3, 21], [2, 2]]
    assert redrawn(np.array(rows), 5).tolist() == sums_by_hand(rows, 5)


def test_a_rate_has_the_range_of_95_of_100():
    article = articles["wire_2021"]
    starts = [i for i, word in enumerate(article.words) if word.letters > 8]
    found = rate(article, starts, "AHEQI", per=1000, seed=2)
    rows = {}
    for i, word in enumerate(article.words):
        row = rows.setdefault(word.sentence, [0, 0])
        row[0], row[1] = row[0] + (i in starts), row[1] + 1
    sums = sums_by_hand(list(rows.values()), 2)
    rates = [hits * 1000 / words for hits, words in sums]
    assert (found.low, found.high) == pytest.approx(at(rates, 25, 974), abs=1e-9)
    assert (found.least, found.most) == at([hits for hits, _ in sums], 25, 974)
    assert at(rates, 25, 974) != at(rates, 50, 949), "90 of 100 would be other numbers."


def per_sentence(text):
    """The visible counts of each sentence of a text, as rows."""
    listed = read(text)
    numbers = sorted({word.sentence for word in listed})
    counts = (count([word for word in listed if word.sentence == number]) for number in numbers)
    return [[each[name] for name in COUNTS] for each in counts]


def grades_by_hand(formula, text, seed):
    return [
        FORMULAS[formula](dict(zip(COUNTS, row, strict=True)))
        for row in sums_by_hand(per_sentence(text), seed)
    ]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_grade_has_the_range_of_95_of_100(formula):
    score = measure(TEXT, seed=4)[formula]
    grades = grades_by_hand(formula, TEXT, 4)
    assert (score.low, score.high) == tuple(map(round, at(grades, 25, 974)))


def test_a_range_of_90_of_100_would_be_other_grades():
    wide, narrow = (
        [round(end) for name in FORMULAS for end in at(grades_by_hand(name, TEXT, 4), *ends)]
        for ends in ((25, 974), (50, 949))
    )
    assert wide != narrow


def test_a_difference_has_the_range_of_95_of_100():
    score = difference(TEXT, OTHER, "flesch_reading_ease", seed=6)
    pairs = zip(
        grades_by_hand("flesch_reading_ease", TEXT, 6),
        grades_by_hand("flesch_reading_ease", OTHER, 7),
        strict=True,
    )
    gaps = [one - other for one, other in pairs]
    assert (score.low, score.high) == tuple(map(round, at(gaps, 25, 974)))
    assert tuple(map(round, at(gaps, 25, 974))) != tuple(map(round, at(gaps, 50, 949)))


def test_where_nothing_is_found_there_is_a_range_all_the_same():
    # Wilson for 0 of 377 words: 1.96² / (377 + 1.96²) = 3.8416 / 380.8416 = .010087, or 10.087 in 1,000.
    article = articles["wire_2021"]
    spoken = voice_of(article)
    size = sum(voice in "AHEQI" for voice in spoken)
    found = rate(article, [], "AHEQI", per=1000)
    assert (found.rate, found.low, found.least) == (0, 0, 0)
    assert found.high == pytest.approx(1000 * 3.8416 / (size + 3.8416)) and found.most == 4


def test_few_sentences_have_no_range_whether_something_is_found_or_not():
    article = articles["anti_empire"]  # 5 sentences
    for starts in ([], [0, 9]):
        found = rate(article, starts, "AHE")
        assert found.hits == len(starts) and math.isnan(found.low) and math.isnan(found.most)


def held(size, texts=400, draws=200):
    """How many of 100 ranges hold the true grade, for texts of so many sentences of our five articles."""
    box = np.array(
        [
            [len(words), 1, sum(word.syllables for word in words)]
            for name in SHELF
            for words in sentences(articles[name].body)
        ]
    )
    rng = np.random.default_rng(8)

    def grade(sums):
        return flesch_kincaid(dict(zip(("words", "sentences", "syllables"), np.asarray(sums).T, strict=True)))

    true = grade(box.sum(axis=0))
    drawn = (box[rng.integers(0, len(box), size)] for _ in range(texts))
    ranges = (limits(grade(one[rng.integers(0, size, (draws, size))].sum(axis=1))) for one in drawn)
    return 100 * sum(low <= true <= high for low, high in ranges) / texts


def sentences(words):
    return [list(one) for _, one in groupby(words, lambda word: word.sentence)]


def test_ranges_from_few_sentences_hold_the_true_grade_too_seldom():
    assert chance.FEWEST_SENTENCES == 10
    assert held(3) < 80 and held(5) < 88 <= held(10)


def test_nobody_else_draws_or_takes_a_level():
    for path in files.PACKAGE.rglob("*.py"):
        if path.name != "chance.py":
            found = re.findall(
                r"default_rng|percentile|quantile|\b1\.96\b|\b0?\.975\b|\b0?\.025\b", path.read_text("utf-8")
            )
            assert not found, f"{path.name}: {found}"
