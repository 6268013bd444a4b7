"""Which paragraphs of an article are shown, and an article without our sentences beside them."""

import re
from dataclasses import replace
from itertools import pairwise

from ...problems import Problem, arrived


def numbers(wanted, there):
    """The numbers of the paragraphs that somebody wants to see, in the order of the article.

    wanted: one number, several in a list, or a text such as "2-4, 7"; there: the numbers of all. Raises
    `Problem` for anything else and for a paragraph that is not there.

    >>> numbers("2-3, 7", range(1, 9))
    (2, 3, 7)
    """
    found = _asked(wanted)
    if not found or found - set(there):
        raise Problem(
            f"There are paragraphs ¶{min(there)} to ¶{max(there)}, but got “{arrived(wanted)}”. Write for "
            'instance paragraphs="2-4, 7".'
        )
    return tuple(number for number in there if number in found)


def _asked(wanted):
    if isinstance(wanted, int) and not isinstance(wanted, bool):
        return {wanted}
    if isinstance(wanted, list | tuple | set | range) and all(type(one) is int for one in wanted):
        return set(wanted)
    parts = [part.strip() for part in wanted.split(",")] if isinstance(wanted, str) else [""]
    spans = [re.fullmatch(r"¶?([0-9]{1,4})(?:\s*[-–]\s*¶?([0-9]{1,4}))?", part) for part in parts]
    if not all(spans):
        raise Problem(
            f'paragraphs= needs their numbers, such as paragraphs="2-4, 7", but got “{arrived(wanted)}”.'
        )
    return {number for span in spans for number in range(int(span[1]), int(span[2] or span[1]) + 1)}


def listed(found):
    """Numbers of paragraphs as they are read, runs of them joined.

    >>> listed((2, 3, 4, 7))
    '¶2 to ¶4, ¶7'
    """
    starts = [
        0,
        *(place for place, (one, two) in enumerate(pairwise(found), 1) if two != one + 1),
        len(found),
    ]
    runs = [found[start:end] for start, end in pairwise(starts)]
    return ", ".join(f"¶{run[0]}" + (f" to ¶{run[-1]}" if len(run) > 1 else "") for run in runs)


def without_summaries(article):
    """The same article without our sentences beside its paragraphs: for whoever is to read it unaided."""
    return replace(article, page=tuple(replace(paragraph, precis="") for paragraph in article.page))
