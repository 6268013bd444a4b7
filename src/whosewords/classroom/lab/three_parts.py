"""A long text in three parts, so that a key changes only one of them; the others need not be drawn anew."""

from itertools import takewhile

NOTHING = ((), (), ())


def parts(drawn, last=NOTHING):
    """Pieces of a page as (before, here, after), where only `here` differs from the last such parts.

    Where what changed lies elsewhere than before, the parts are cut anew around it.

    >>> parts(("One.", "Twi.", "Three."), parts(("One.", "Tw.", "Three.")))
    (('One.',), ('Twi.',), ('Three.',))
    """
    before, here, after = last
    stop = len(drawn) - len(after)
    if len(here) == 1 == stop - len(before) and drawn[: len(before)] == before and drawn[stop:] == after:
        return before, drawn[len(before) : stop], after
    known = before + here + after
    if drawn == known:
        return last
    start = _alike(drawn, known)
    end = len(drawn) - min(_alike(drawn[::-1], known[::-1]), len(drawn) - start, len(known) - start)
    return drawn[:start], drawn[start:end], drawn[end:]


def _alike(one, other):
    """How many pieces at the beginning of both are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
