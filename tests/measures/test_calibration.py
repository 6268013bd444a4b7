"""Calibration, worked by hand: what somebody said, how often they were right, and what chance leaves open."""

import math

import pytest

from whosewords.measures.calibration import (
    FEW,
    FEWEST,
    FITS,
    LESS_SURE,
    SURER,
    calibration,
    in_words,
)


def test_levels_count_what_was_right_at_each():
    found = calibration([(90, True), (90, True), (90, False), (50, True), (50, False), (70, True)])
    assert [(one.said, one.number, one.right) for one in found.levels] == [(50, 2, 1), (70, 1, 1), (90, 3, 2)]
    assert (found.number, found.right) == (6, 4)
    assert found.said == pytest.approx(440 / 6)  # 3 × 90 + 2 × 50 + 70


def test_range_is_wilsons_by_hand():
    """5 of 8: (0.625 + 1.96²/16 ± 1.96 √(0.625 · 0.375/8 + 1.96²/256)) / (1 + 1.96²/8) = 0.306 and 0.863."""
    found = calibration([(80, True)] * 5 + [(80, False)] * 3)
    assert round(found.low, 1) == 30.6 and round(found.high, 1) == 86.3


@pytest.mark.parametrize(
    ("said", "right", "number", "fit"),
    [
        (80, 5, 8, FITS),  # 80 lies between 31 and 86
        (90, 5, 8, SURER),  # 90 lies above 86
        (50, 8, 8, LESS_SURE),  # 8 of 8: 68 to 100
        (100, 8, 8, FITS),
        (100, 0, 4, FEW),
        (100, 0, 5, SURER),
    ],
)
def test_what_was_said_is_laid_beside_the_range(said, right, number, fit):
    given = [(said, True)] * right + [(said, False)] * (number - right)
    assert calibration(given).fit == fit


def test_too_few_say_nothing_and_no_number():
    found = calibration([(100, True)] * (FEWEST - 1))
    assert found.fit == FEW and "too few" in in_words(found) and "100" not in in_words(found)
    assert math.isnan(calibration([]).said) and calibration([]).levels == ()
    assert "0 claims are too few" in in_words(calibration([]))


def test_order_changes_nothing():
    given = [(90, True), (50, False), (70, True), (90, False), (60, True)]
    assert calibration(given) == calibration(reversed(given))


def test_words_hold_the_numbers():
    told = in_words(calibration([(90, True)] * 5 + [(90, False)] * 3))
    assert all(number in told for number in ("5 of 8", "63 of 100", "31 to 86", "90 %", "surer"))
