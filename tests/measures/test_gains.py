"""What a class gained, by hand: the mean, its range, and nothing where there are too few."""

import math

from whosewords.measures.gains import FEWEST, gain, in_words


def test_the_mean_is_that_of_the_differences():
    pairs = [(4, 6), (5, 5), (6, 9), (3, 4), (7, 6), (5, 8), (4, 4), (6, 8), (2, 5), (8, 9)]
    found = gain(pairs)  # +2 0 +3 +1 −1 +3 0 +2 +3 +1 = 14 of ten
    assert found.number == 10 and found.mean == 1.4
    assert -1 <= found.low < 1.4 < found.high <= 3


def test_the_range_is_near_that_of_a_textbook():
    """Differences −1 and +1, fifty of each: mean 0, and 1.96 × 1.005 / √100 = 0.197 on either side."""
    found = gain([(1, 0), (0, 1)] * 50)
    assert abs(found.low + 0.197) < 0.05 and abs(found.high - 0.197) < 0.05


def test_the_same_people_give_the_same_range():
    pairs = [(n % 5, n % 7) for n in range(20)]
    assert gain(pairs) == gain(pairs)


def test_too_few_have_no_number():
    found = gain([(0, 12)] * (FEWEST - 1))
    assert not found.enough and math.isnan(found.mean) and math.isnan(found.low)
    assert "Too few to say" in in_words(found, "points of 12") and "+" not in in_words(found, "points of 12")
    assert gain([]).number == 0


def test_a_loss_has_its_sign():
    assert "−2.0 points" in in_words(gain([(5, 3)] * 10), "points of 12")
