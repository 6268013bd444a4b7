"""Chance: how far it alone moves a number. One level, one number of draws, one way to take a range's ends.

A range holds 95 of 100 texts that are made anew from the sentences of a text, drawn with replacement
(bootstrap), or, for a share, 95 of 100 samples of the same size (Wilson 1927). It says nothing about
whether the rule that counts is right.
"""

import math

LEVEL = 0.95  # of the redrawn texts, or of the samples, lie inside a range
Z = 1.96  # standard deviations to either side of the middle that hold this level of a normal distribution
DRAWS = 1000
FEWEST_DRAWS = 200
MOST_DRAWN = 4_000_000  # sentences drawn in all; longer texts get fewer draws
AT_ONCE = 16_000  # sentences drawn in one step: memory stays small, and no second processor is woken for it
# Under this no range is made: drawn from our articles, ranges of Flesch-Kincaid held the true grade
# in 75 of 100 texts of 3 sentences, in 84 of 5, and from 10 on in 90 or more (tests/measures/test_chance.py).
FEWEST_SENTENCES = 10


def redrawn(table, seed):
    """The sums of texts made of as many sentences, drawn with replacement: a row for each text made.

    table: an array with a row for each sentence and a column for each thing that is counted. The same seed
    draws the same texts.

    >>> import numpy as np
    >>> sums = redrawn(np.array([[1, 10], [1, 20]]), seed=1)
    >>> sums.shape, set(sums[:, 0].tolist()), sorted(set(sums[:, 1].tolist()))
    ((1000, 2), {2.0}, [20.0, 30.0, 40.0])
    """
    import numpy as np

    size = len(table)
    draws = max(FEWEST_DRAWS, min(DRAWS, MOST_DRAWN // size))
    rng = np.random.default_rng(seed)
    sums = np.empty((draws, table.shape[1]))
    for row in range(0, draws, step := max(1, AT_ONCE // size)):
        many = min(step, draws - row)
        drawn = rng.integers(0, size, (many, size)) + size * np.arange(many)[:, None]
        places = drawn.ravel().astype(np.intp)  # in a browser an index has 32 bits
        times = np.bincount(places, minlength=many * size).reshape(many, size)
        sums[row : row + many] = times @ table
    return sums


def limits(values):
    """The ends of the range that holds LEVEL of these values: values that are among them, never between two.

    >>> [float(end) for end in limits(range(1001))]
    [25.0, 975.0]
    """
    import numpy as np

    values, tail = np.asarray(values), (1 - LEVEL) / 2
    places = [round(share * (len(values) - 1)) for share in (tail, 1 - tail)]
    return tuple(np.partition(values, places)[places])


def places_drawn(size, seed):
    """Which of `size` things make up each of `DRAWS` sets, drawn with replacement, one set after the other:
    for what is no sum of its parts, such as alpha."""
    import numpy as np

    rng = np.random.default_rng(seed)
    for _ in range(DRAWS):
        yield rng.integers(0, size, size)


def wilson(right, number):
    """The range of a share, `right` of `number`, inside 0 to 1, as the textbook ± is not.

    NaN where `number` is 0. Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927),
    page 209.

    >>> [round(end, 3) for end in wilson(15, 20)]
    [0.531, 0.888]
    """
    if not number:
        return math.nan, math.nan
    share, spread = right / number, Z * Z / number
    middle = (share + spread / 2) / (1 + spread)
    half = Z * math.sqrt(share * (1 - share) / number + spread / number / 4) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)
