"""Mistakes that a student makes, and what to say: a sentence, never a traceback."""

import difflib

LONGEST = 60  # characters of what arrived that a message repeats


class Problem(Exception):
    """Something asked for cannot be done. The message says what arrived and what to do instead.

    In a notebook it is shown as its message alone; a program can catch it like any exception.
    """

    def _render_traceback_(self):
        return [str(self)]


def did_you_mean(given, known, what="name"):
    """A `Problem` for a name that is not known, with the nearest known one.

    >>> print(did_you_mean("neow", ["trt", "neo"], "article"))
    There is no article called “neow”. Did you mean “neo”? There are: neo, trt.
    """
    known, given = sorted(map(str, known)), str(given)
    given = given if len(given) <= LONGEST else f"{given[:LONGEST]}…"
    by_small_letters = {name.lower(): name for name in known}
    near = difflib.get_close_matches(given.lower(), by_small_letters, n=1, cutoff=0.5)
    hint = f" Did you mean “{by_small_letters[near[0]]}”?" if near else ""
    return Problem(f"There is no {what} called “{given}”.{hint} There are: {', '.join(known)}.")
