"""What two texts have in common, word for word: kept, changed, moved, cut from one, added in the other.

Which of them was there first, and whether one was copied from the other at all, no comparison of words can
tell: a third text may lie behind both.
"""

from bisect import bisect_left
from itertools import groupby, pairwise
from typing import NamedTuple

from ..shelf.blackout import normal
from ..shelf.matching import aligned

KEPT, CHANGED, MOVED, CUT, ADDED = "kept", "changed", "moved", "cut", "added"
FEWEST = 4  # words in a row that stand in both texts, near others that do; fewer are found in any two
FEWEST_ALONE = 6  # the same far from all others, or at another place
FEWEST_BETWEEN = 2  # the same between two kept stretches that lie close together
FEWEST_IN_BLOCKS = 9  # the same where only lengths can be compared: six in a row were found by chance
LONGEST_CHANGE = 12  # words; a longer stretch in place of another is one text cut and another added
LOOSE = 2  # words that open another sentence in both texts, such as "The": alone they are no part of a copy
MOST_PLACES = 50  # of the same words; a row that is found more often tells no place


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
    fewest, alone = (FEWEST_IN_BLOCKS,) * 2 if blocks else (FEWEST, FEWEST_ALONE)
    ours, theirs = ([_known(word, blocks) for word in listed] for listed in (one, other))
    fewest = fewest if blocks else max(1, min(fewest, len(ours), len(theirs)))
    kept = _readable(_same_order(ours, theirs, fewest), one, other, fewest)
    kept = _not_by_chance(kept, len(ours), len(theirs), alone)
    kept = _settled(kept if blocks else _between(kept, ours, theirs), ours, theirs, one, other)
    gaps = _gaps(kept, len(ours), len(theirs))
    moved = _readable(_moved(gaps, ours, theirs, alone), one, other, alone)
    changed = _changed_inside(moved, kept)
    listed = {KEPT: kept, MOVED: moved, CHANGED: changed}
    found = [Stretch(fate, *run) for fate, runs in listed.items() for run in runs]
    found += [stretch for gap in gaps for stretch in _fates(gap, [*moved, *changed], one, other)]
    return sorted(found, key=lambda stretch: (stretch.start, stretch.end, stretch.at))


def parted(found, here, there):
    """The same stretches, parted where a label changes. here, there: a label for each word of both texts.

    A changed stretch stays whole: nobody can tell which of its words stands for which.

    >>> [stretch[1:] for stretch in parted([Stretch(KEPT, 0, 3, 5, 8)], "aab", "......xx")]
    [(0, 1, 5, 6), (1, 2, 6, 7), (2, 3, 7, 8)]
    """
    return [piece for stretch in found for piece in _parted(stretch, here, there)]


def _parted(stretch, here, there):
    fate, start, end, at, to = stretch
    if fate == CHANGED:
        yield stretch
    elif fate in (CUT, ADDED):
        first, last, labels = (start, end, here) if fate == CUT else (at, to, there)
        for a, b in _alike(first, last, labels.__getitem__):
            yield Stretch(fate, a, b, at, to) if fate == CUT else Stretch(fate, start, end, a, b)
    else:
        for a, b in _alike(0, end - start, lambda n: (here[start + n], there[at + n])):
            yield Stretch(fate, start + a, start + b, at + a, at + b)


def _alike(first, last, label):
    """The pieces of a range whose neighbours have one label, as pairs."""
    for _, row in groupby(range(first, last), key=label):
        listed = list(row)
        yield listed[0], listed[-1] + 1


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


def _same_order(ours, theirs, fewest):
    """Runs that stand in both texts in the same order: first those with rows of words that each text says
    once, as many as have one order, then what lies between them. So long texts are quick."""
    found = _grown(_once_in_both(ours, theirs, fewest), ours, theirs)
    between = []
    for start, end, at, to in _gaps(found, len(ours), len(theirs)):
        inner = _runs(aligned(ours[start:end], theirs[at:to], fewest))
        between += [(start + a, start + b, at + c, at + d) for a, b, c, d in inner if b - a >= fewest]
    return sorted([*found, *between])


def _once_in_both(ours, theirs, size):
    """Pairs of places (ours, theirs) of rows so many words long that each text has once, the most that stand
    in one order."""
    here, there = _rows(ours, size), _rows(theirs, size)
    once = {row: j for row, j in there.items() if j is not None}
    pairs = [(i, once[row]) for row, i in here.items() if i is not None and row in once]
    lowest, at, before = [], [], []  # of rising rows of each length: the lowest end, and its pair
    for n, (_, j) in enumerate(pairs):
        length = bisect_left(lowest, j)
        lowest[length : length + 1], at[length : length + 1] = [j], [n]
        before.append(at[length - 1] if length else None)
    rising, n = [], at[-1] if at else None
    while n is not None:
        rising.append(pairs[n])
        n = before[n]
    return rising[::-1]


def _rows(words, size):
    """{row of so many words: where it begins, None where it stands more than once}, in their order."""
    found = {}
    for i in range(len(words) - size + 1):
        row = tuple(words[i : i + size])
        found[row] = None if row in found else i
    return found


def _grown(pairs, ours, theirs):
    """Runs around pairs of places, as long as the words before and after them are the same."""
    found = []
    for i, j in pairs:
        end, to = found[-1][1::2] if found else (0, 0)
        if i < end or j < to:
            continue  # it lies in the run before, or one that repeats its words
        start, at = i, j
        while start > end and at > to and ours[start - 1] == theirs[at - 1]:
            start, at = start - 1, at - 1
        while i < len(ours) and j < len(theirs) and ours[i] == theirs[j]:
            i, j = i + 1, j + 1
        found.append((start, i, at, j))
    return found


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


def _readable(runs, one, other, fewest):
    """The pieces of runs, so many words long, in which words that can be read in both texts are the same:
    where only lengths are compared, another word of the same length is another word."""
    found = []
    for start, end, at, to in runs:
        same = [_may_be(a, b) for a, b in zip(one[start:end], other[at:to], strict=True)]
        pieces = [piece for piece in _alike(0, end - start, same.__getitem__) if same[piece[0]]]
        found += [(start + a, start + b, at + a, at + b) for a, b in pieces if b - a >= fewest]
    return found


def _may_be(a, b):
    return a.text is None or b.text is None or normal(a.text).casefold() == normal(b.text).casefold()


def _not_by_chance(runs, here, there, alone):
    """Runs that are long, or lie close to one that counts or to an end of both texts."""
    counts = [end - start >= alone for start, end, *_ in runs]
    edges = [(0, 0, 0, 0), *runs, (here, here, there, there)]
    close = [max(b[0] - a[1], b[2] - a[3]) <= LONGEST_CHANGE for a, b in pairwise(edges)]
    for order in (range(len(runs)), reversed(range(len(runs)))):
        for n in order:
            before = close[n] and (n == 0 or counts[n - 1])
            behind = close[n + 1] and (n + 1 == len(runs) or counts[n + 1])
            counts[n] = counts[n] or before or behind
    return [run for run, count in zip(runs, counts, strict=True) if count]


def _between(kept, ours, theirs):
    """Kept runs and, between two that lie close together, the few words that are the same in both."""
    found = kept[:1]
    for a, b in pairwise(kept):
        if max(b[0] - a[1], b[2] - a[3]) <= LONGEST_CHANGE:
            inner = _runs(aligned(ours[a[1] : b[0]], theirs[a[3] : b[2]], FEWEST_BETWEEN))
            found += [
                (a[1] + start, a[1] + end, a[3] + at, a[3] + to)
                for start, end, at, to in inner
                if end - start >= FEWEST_BETWEEN
            ]
        found.append(b)
    return found


def _settled(kept, ours, theirs, one, other):
    """Kept runs that end with a sentence where they can."""
    found = [list(run) for run in kept]
    for a, b in pairwise(found):
        if a[3] == b[2]:
            back = _slack(ours, one, a[1], b[0], a[1] - a[0])
        elif a[1] == b[0]:
            back = _slack(theirs, other, a[3], b[2], a[1] - a[0])
        else:
            continue
        a[1], a[3], b[0], b[2] = a[1] - back, a[3] - back, b[0] - back, b[2] - back
    for a, b in pairwise([*found, [len(one), 0, len(other), 0]]):
        if max(b[0] - a[1], b[2] - a[3]) > LONGEST_CHANGE and a[1] - a[0] > FEWEST + LOOSE:
            lent = [n for n in (1, LOOSE) if _begins(one, a[1] - n) and _begins(other, a[3] - n)]
            a[1], a[3] = a[1] - max(lent, default=0), a[3] - max(lent, default=0)
    return [tuple(run) for run in found]


def _slack(words, listed, end, start, longest):
    """How many words a kept run before a cut may give to the one after it, so that it ends with a paragraph,
    or with a sentence: its last words may as well be the last of what was cut. Nought where it cannot."""
    steps = 0
    while steps < longest - 1 and words[end - steps - 1] == words[start - steps - 1]:
        steps += 1
    for what in ("paragraph", "sentence"):
        for back in range(steps + 1):
            if _begins(listed, end - back, what):
                return back
    return 0


def _begins(listed, place, what="sentence"):
    """Whether a sentence or a paragraph begins at a place."""
    return not 0 < place < len(listed) or getattr(listed[place], what) != getattr(listed[place - 1], what)


def _is_whole(listed, start, end):
    return _begins(listed, start, "paragraph") and _begins(listed, end, "paragraph")


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
            places.setdefault(tuple(theirs[j : j + fewest]), []).append((j, at, to))
    found = []
    for start, end, *_ in gaps:
        for i in range(start, end - fewest + 1):
            listed = places.get(tuple(ours[i : i + fewest]), ())
            for j, at, to in listed if len(listed) <= MOST_PLACES else ():
                if i > start and j > at and ours[i - 1] == theirs[j - 1]:
                    continue  # it began before
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


def _changed_inside(moved, kept):
    """What was changed inside a piece that moved: a few words in place of a few, between two moved runs that
    follow one another in both texts."""
    runs, still = [*moved, *kept], set(kept)
    in_second = set(pairwise(sorted(runs, key=lambda run: run[2])))
    pairs = [pair for pair in pairwise(sorted(runs)) if pair in in_second and still.isdisjoint(pair)]
    between = [(a[1], b[0], a[3], b[2]) for a, b in pairs]
    return [gap for gap in between if all(0 < gap[n + 1] - gap[n] <= LONGEST_CHANGE for n in (0, 2))]


def _fates(gap, moved, one, other):
    """What became of the words of a gap that did not move: changed where a few stand in place of a few. A
    whole paragraph in place of a whole one, such as another headline, is one cut and another added."""
    start, end, at, to = gap
    left = _without(start, end, [run[:2] for run in moved])
    new = _without(at, to, [run[2:] for run in moved])
    if len(left) == len(new) == 1 and not (_is_whole(one, *left[0]) and _is_whole(other, *new[0])):
        (a, b), (c, d) = left[0], new[0]
        if max(b - a, d - c) <= LONGEST_CHANGE:
            return [Stretch(CHANGED, a, b, c, d)]
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
