"""Mistakes that a student makes, and what to say: a sentence, never a traceback."""

import difflib

LONGEST = 60  # characters of what arrived that a message repeats


class Problem(Exception):
    """Something asked for cannot be done. The message says what arrived and what to do instead.

    In a notebook it is shown as its message alone; a program can catch it like any exception.
    """

    def _render_traceback_(self):
        return [str(self)]


class Blank(Problem):
    """A lesson's line was run before its blank was filled: `windows("____")`. Nobody made a mistake, so in a
    notebook it is told as a note, and the lines below still run."""


def arrived(given):
    """What arrived, as a message repeats it: on one line, cut short, every character of it printable.

    >>> arrived("one\\ntwo"), arrived([1, 2]), len(arrived("a" * 300))
    ('one two', '[1, 2]', 61)
    """
    try:
        said = str(given)
    except Exception:  # a number of more digits than Python writes, or whatever a class of others does
        said = f"something of the kind {type(given).__name__}"
    said = "".join(letter if letter.isprintable() else " " for letter in said[: 10 * LONGEST])
    said = " ".join(said.split())
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def is_blank(given):
    """Whether a name is a lesson's blank: nothing but low lines.

    >>> is_blank("____"), is_blank(""), is_blank("trt_cut")
    (True, False, False)
    """
    return isinstance(given, str) and set(given.strip()) == {"_"}


def one_of(given, known, what="name"):
    """The name that was given, if it is a known one; raises `did_you_mean` for every other thing.

    >>> one_of("naive", ["careful", "naive"], "rule")
    'naive'
    """
    if isinstance(given, str) and given in known:
        return given
    raise did_you_mean(given, known, what)


def did_you_mean(given, known, what="name"):
    """A `Problem` for a name that is not known, with the nearest known one; a `Blank` for a lesson's blank.

    >>> print(did_you_mean("neow", ["trt", "neo"], "article"))
    There is no article called “neow”. Did you mean “neo”? There are: neo, trt.
    >>> print(did_you_mean("____", ["neo"], "text"))
    Fill the blank: write the name of a text in place of ____ and run the line again. There are: neo.
    """
    known = sorted(map(str, known))
    if is_blank(given):
        article = "an" if what[0] in "aeiou" else "a"
        return Blank(
            f"Fill the blank: write the name of {article} {what} in place of ____ and run the line again. "
            f"There are: {', '.join(known)}."
        )
    given = arrived(given)
    by_small_letters = {name.lower(): name for name in known}
    near = difflib.get_close_matches(given.lower(), by_small_letters, n=1, cutoff=0.5)
    hint = f" Did you mean “{by_small_letters[near[0]]}”?" if near else ""
    return Problem(f"There is no {what} called “{given}”.{hint} There are: {', '.join(known)}.")
