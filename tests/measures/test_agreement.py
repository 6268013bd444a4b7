"""Agreement between coders, against published examples and numbers worked by hand."""

from math import isnan

import pytest

from whosewords.measures.agreement import FEW, agreement_of, by_phrase, clearest, scale, splits


def coders(*rows):
    """{coder: {phrase: code}} of rows of signs; a point is a phrase that was skipped."""
    return {
        f"coder {n}": {place: code for place, code in enumerate(row.split()) if code != "."}
        for n, row in enumerate(rows)
    }


# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), examples A, B and C (nominal).
PUBLISHED = {
    "A: binary, two observers": (0.095, "0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"),
    "B: nominal, two observers": (0.692, "a a b b d c c c e d d a", "b a b b b c c c e d d d"),
    "C: four observers, missing": (
        0.743,
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .",
    ),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_alpha_is_that_of_the_published_examples(name):
    alpha, *rows = PUBLISHED[name]
    assert round(agreement_of(coders(*rows)).alpha, 3) == alpha


def test_the_example_of_the_lesson():
    found = agreement_of(
        coders("1 1 1 0 0 1 0 1 1 0 1 0", "1 1 0 0 0 1 0 1 1 1 1 0", "1 1 1 0 0 0 0 1 1 0 0 0")
    )
    # A and B agree on 10 of 12, A and C on 10, B and C on 8: 28 of 36 pairs.
    assert found.percent == pytest.approx(28 / 36)
    # Observed disagreement 8 / 36. Of 36 codes 19 are 1: expected 2 · 19 · 17 / (36 · 35) = 646 / 1260.
    assert found.alpha == pytest.approx(1 - (8 / 36) / (646 / 1260))
    assert round(found.alpha, 2) == 0.57


@pytest.mark.parametrize(("phrases", "percent", "alpha"), [(30, 0.93, -0.02), (40, 0.95, -0.01)])
def test_nearly_everything_no_agrees_by_chance(phrases, percent, alpha):
    rows = [["0"] * phrases, ["0"] * phrases]
    rows[0][0] = rows[1][1] = "1"
    found = agreement_of(coders(*map(" ".join, rows)))
    assert round(found.percent, 2) == percent
    assert round(found.alpha, 2) == alpha
    assert found.low <= found.alpha <= found.high < 0.667


def test_full_agreement_is_one_whatever_is_drawn():
    found = agreement_of(coders("1 0 " * 6, "1 0 " * 6))
    assert (found.percent, found.alpha, found.low, found.high) == (1, 1, 1, 1)


def test_the_range_is_the_same_each_time_and_narrower_with_more_phrases():
    few, many = (coders("1 1 0 0 1 0 " * n, "1 0 0 0 1 1 " * n) for n in (2, 20))
    assert agreement_of(few) == agreement_of(few)
    wide, narrow = agreement_of(few), agreement_of(many)
    assert narrow.high - narrow.low < wide.high - wide.low


def test_where_all_codes_are_one_there_is_no_alpha():
    found = agreement_of(coders("0 " * 12, "0 " * 12))
    assert found.percent == 1
    assert isnan(found.alpha)
    assert found.note


@pytest.mark.parametrize(
    "codes",
    [{}, {"A": {}}, coders("1 0 " * 10), coders("1 0 1 0 1 0 1 0 1", "1 0 1 0 1 0 1 0 1"),
     coders("1 0 1 0 1 0 1 0 1 0 . .", ". . 1 0 1 0 1 0 1 0 1 0")],
)  # fmt: skip
def test_too_few_phrases_or_coders(codes):
    found = agreement_of(codes)
    assert found.note == FEW
    assert isnan(found.percent) and isnan(found.alpha)


def test_a_coder_who_shares_no_phrase_is_not_counted():
    codes = {**coders("1 0 " * 6, "1 0 " * 6), "elsewhere": {"x": "1"}}
    assert agreement_of(codes).coders == 2


def test_phrases_that_part_most_come_first():
    codes = coders("1 1 0 0", "1 0 0 1", "1 0 0 1", "1 1 1 1")
    # Phrase 1: two and two, 4 of 6 pairs differ. Phrases 2 and 3: three and one, 3 of 6.
    assert [(one.phrase, round(one.share, 2)) for one in splits(codes)] == [(1, 0.67), (2, 0.5), (3, 0.5)]
    assert clearest(codes) == [0]
    assert by_phrase(codes)[1] == {"1": 2, "0": 2}


def test_the_scale():
    assert [scale(alpha) for alpha in (1, 0.8, 0.799, 0.667, 0.666, -1)] == [
        "usable", "usable", "tentative", "tentative", "revise", "revise",
    ]  # fmt: skip
