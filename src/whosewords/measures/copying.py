"""What two texts have in common, word for word: kept, changed, moved, cut from one, added in the other.

Which of them was there first, and whether one was copied from the other at all, no comparison of words can
tell: a third text may lie behind both.
"""

from itertools import pairwise
from typing import NamedTuple

from ..shelf.blackout import normal
from ..shelf.matching import aligned

KEPT, CHANGED, MOVED, CUT, ADDED = "kept", "changed", "moved", "cut", "added"
FEWEST = 4  # words in a row that stand in both texts; fewer are found by chance in any two
FEWEST_MOVED = 6  # the same where they stand at another place
FEWEST_IN_BLOCKS = 9  # the same where only lengths can be compared: six in a row were found by chance
LONGEST_CHANGE = 12  # words; a longer stretch in place of another is one text cut and another added


class Stretch(NamedTuple):
    """Words that met the same fate. `start` and `end` (not included) count the words of the first text, `at`
    and `to` those of the second. Where a stretch stands in one text only, the other two are equal."""

    fate: str
    start: int
    end: int
    at: int
    to: int

    @property
    def words(self):
        """How many words it has: in the first text, or in the second where it was added."""
        return self.end - self.start or self.to - self.at


def compare(one, other):
    """The stretches of two lists of `Word`, in the order of the first; what was added stands where it was.

    Capitals and kinds of apostrophe do not matter; marks around words are not looked at. Where a word of
    either list is masked, letters and syllables are counted instead, and then only long stretches count,
    whose ends may be a word or two off.

    >>> from whosewords.words import read
    >>> first, second = read("On Monday the old bridge closed."), read("The old bridge closed at noon.")
    >>> [(s.fate, s.end - s.start, s.to - s.at) for s in compare(first, second)]
    [('cut', 2, 0), ('kept', 4, 4), ('added', 0, 2)]
    """
    blocks = any(word.masked for word in (*one, *other))
    fewest, fewest_moved = (FEWEST_IN_BLOCKS,) * 2 if blocks else (FEWEST, FEWEST_MOVED)
    ours, theirs = ([_known(word, blocks) for word in listed] for listed in (one, other))
    kept = [run for run in _runs(aligned(ours, theirs, fewest)) if _readable_alike(run, one, other)]
    gaps = _gaps(kept, len(ours), len(theirs))
    moved = [run for run in _moved(gaps, ours, theirs, fewest_moved) if _readable_alike(run, one, other)]
    found = [*(Stretch(KEPT, *run) for run in kept), *(Stretch(MOVED, *run) for run in moved)]
    found += [stretch for gap in gaps for stretch in _fates(gap, moved)]
    return sorted(found, key=lambda stretch: (stretch.start, stretch.end, stretch.at))


def share_kept(found, many):
    """How much of a text with so many words stands in the other one, too, kept or moved: 0 to 1; NaN of none.

    >>> share_kept([Stretch(KEPT, 0, 3, 0, 3), Stretch(CUT, 3, 4, 3, 3)], 4)
    0.75
    """
    same = sum(stretch.words for stretch in found if stretch.fate in (KEPT, MOVED))
    return same / many if many else float("nan")


def _known(word, blocks):
    """What has to be equal in two words: their spelling, or what is known of both where there are blocks."""
    return (word.letters, word.syllables) if blocks else normal(word.text).casefold()


def _runs(partner):
    """Rows of partners that follow one another in both texts: (start, end, at, to)."""
    found = []
    for i, at in enumerate(partner):
        if at is None:
            continue
        if found and found[-1][1] == i and found[-1][3] == at:
            found[-1] = (found[-1][0], i + 1, found[-1][2], at + 1)
        else:
            found.append((i, i + 1, at, at + 1))
    return found


def _readable_alike(run, one, other):
    """Whether the words of a run that can be read in both texts are the same: where only lengths were
    compared, another word of the same length betrays a run that is none."""
    start, end, at, to = run
    pairs = zip(one[start:end], other[at:to], strict=True)
    return all(
        normal(a.text).casefold() == normal(b.text).casefold()
        for a, b in pairs
        if a.text is not None and b.text is not None
    )


def _gaps(kept, here, there):
    """What lies before, between and behind kept runs, as (start, end, at, to); empty ones are left out."""
    edges = [(0, 0, 0, 0), *kept, (here, here, there, there)]
    between = [(a[1], b[0], a[3], b[2]) for a, b in pairwise(edges)]
    return [gap for gap in between if gap[0] < gap[1] or gap[2] < gap[3]]


def _moved(gaps, ours, theirs, fewest):
    """Runs that stand in a gap of the first text and in another gap of the second, the longest first."""
    places = {}
    for _, _, at, to in gaps:
        for j in range(at, to - fewest + 1):
            places.setdefault(tuple(theirs[j : j + fewest]), []).append((j, to))
    found = []
    for start, end, *_ in gaps:
        for i in range(start, end - fewest + 1):
            for j, to in places.get(tuple(ours[i : i + fewest]), ()):
                size = fewest
                while i + size < end and j + size < to and ours[i + size] == theirs[j + size]:
                    size += 1
                found.append((i, i + size, j, j + size))
    taken, here, there = [], set(), set()
    for run in sorted(found, key=lambda run: (run[0] - run[1], run)):
        mine, other = range(*run[:2]), range(*run[2:])
        if here.isdisjoint(mine) and there.isdisjoint(other):
            taken.append(run)
            here.update(mine)
            there.update(other)
    return taken


def _fates(gap, moved):
    """What became of the words of a gap that did not move: changed where a few stand in place of a few."""
    start, end, at, to = gap
    left = _without(start, end, [run[:2] for run in moved])
    new = _without(at, to, [run[2:] for run in moved])
    if len(left) == len(new) == 1 and max(left[0][1] - left[0][0], new[0][1] - new[0][0]) <= LONGEST_CHANGE:
        return [Stretch(CHANGED, *left[0], *new[0])]
    return [
        *(Stretch(CUT, *piece, at, at) for piece in left),
        *(Stretch(ADDED, end, end, *piece) for piece in new),
    ]


def _without(first, last, taken):
    """The pieces of a range that are in none of the taken ranges, as pairs; the second is not included."""
    pieces = []
    for start, end in [*sorted(taken), (last, last)]:
        if first < last and start >= first:
            pieces += [(first, min(start, last))] if start > first else []
            first = max(first, end) if start < last else last
    return pieces
