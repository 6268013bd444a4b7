"""Mistakes that a student makes, and what to say: a sentence, never a traceback."""

import difflib
from types import FunctionType

FEWEST_LETTERS = 4  # of a piece of a name by which it is known
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
        said = str(given.__name__ if isinstance(given, type | FunctionType) else given)
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


def one_of(given, known, what="name", spoken=()):
    """The name that was given, if it is a known one; raises `did_you_mean` for every other thing.

    >>> one_of("naive", ["careful", "naive"], "rule")
    'naive'
    """
    if isinstance(given, str) and given in known:
        return given
    raise did_you_mean(given, known, what, spoken)


def did_you_mean(given, known, what="name", spoken=()):
    """A `Problem` for a name that is not known, with the nearest known one; a `Blank` for a lesson's blank.

    spoken: how people call what is known, as {name in full: known name}.

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
    near = near_to(given, known, spoken)
    hint = f" Did you mean “{near}”?" if near else ""
    return Problem(f"There is no {what} called “{arrived(given)}”.{hint} There are: {', '.join(known)}.")


def near_to(given, known, spoken=()):
    """The known name that a misspelt one may stand for; "" where none is near.

    >>> near_to("neow", ["trt", "neo"]), near_to("guardian", ["trt", "neo"])
    ('neo', '')
    """
    if not isinstance(given, str):
        return ""
    names = {str(name): str(name) for name in known}
    return nearest(given, {**dict(spoken), **names}) or _piece_of(given, dict(spoken))


def nearest(given, spoken, alike=0.5):
    """What somebody may have meant: of {what people write: what is meant} the one that is spelt most like it,
    "" where nothing is near. alike: 0 to 1, how alike it must be at least.

    >>> nearest("NEOW", {"trt": "trt", "neo": "neo"}), nearest("x", {"trt": "trt"})
    ('neo', '')
    """
    meant = {written.lower(): known for written, known in spoken.items()}
    near = difflib.get_close_matches(arrived(given).lower(), meant, n=1, cutoff=alike)
    return meant[near[0]] if near else ""


def _piece_of(given, spoken):
    """What is called by a name that this is a piece of, "" where there is none."""
    held = (known for written, known in spoken.items() if given.lower() in written.lower())
    return next(held, "") if len(given) >= FEWEST_LETTERS else ""
