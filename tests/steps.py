"""How much a call does, counted and not timed: the lines of Python that it runs."""

import sys


def steps(call):
    """The lines of Python that run while `call()` does. A loop inside a regular expression is one step: how
    long those take is measured by bench/sizes.py.
    """
    found, before = 0, sys.gettrace()

    def count(frame, event, argument):
        nonlocal found
        found += event == "line"
        return count

    sys.settrace(count)
    try:
        call()
    finally:
        sys.settrace(before)
    return found


def grow_with_the_text(call, piece, size, times=4):
    """Whether a text of one piece that is `times` as long takes `call` about `times` the steps, and not their
    square. Each text is another one, so that none is remembered, and both lengths were called before."""
    texts = iter(
        f"{piece * (length // len(piece))}\n{number}"
        for number, length in enumerate((size, times * size) * 2)
    )
    call(next(texts)), call(next(texts))
    few, many = (steps(lambda: call(text)) for text in texts)  # noqa: B023
    return many < 1.5 * times * few + 500
