"""The sentence lab: type a sentence and watch counts, grades, voices and loaded words change.

    rewrite()                               the live lab, in a notebook
    rewrite("My sentence.")                 the same of one text, printed
    rewrite("New.", first="Old.")           beside a first version
    rewrite("New.", first="Old.", task="plainer")

`analyse(text)` gives everything as one value, for programs.
"""

from pathlib import Path

from ...problems import Problem, arrived, one_of
from ...shelf.arriving import read_file, refuse_file_name
from .analysis import Analysis, analyse
from .state import Lab
from .tasks import TASKS, check

__all__ = ["TASKS", "Analysis", "Lab", "analyse", "check", "rewrite"]


def rewrite(text=None, first=None, task=None):
    """The sentence lab: the live one, or a table for a text that is given.

    text: your text in quotation marks, or Path("…") for a file. first: an earlier version to compare with.
    task: "plainer", "harder", "grade" or "voices", checked against the first version. What is typed in the
    live lab is in your work file.

    >>> print(rewrite("He lied.", first="He spoke.").words)  # doctest: +ELLIPSIS
    2 words, 1 loaded (0 in your first version), no grade. “lied”: Emotive evaluation. Voice A, author; ...
    """
    if text is None and first is None and task is None:
        return Lab()
    text, first = (read_file(given) if isinstance(given, Path) else given for given in (text, first))
    for name, given in (("text", text), ("first version", first)):
        if not isinstance(given, str) and not (given is None and name != "text"):
            raise Problem(
                f"The {name} must stand in quotation marks, as in "
                f'rewrite("My new version.", first="My first version."), but got “{arrived(given)}”.'
            )
        if given:
            refuse_file_name(given)
    if task is not None:
        one_of(task, TASKS, "task")
    if task is not None and first is None:
        raise Problem(f'To check a task give both versions: rewrite("New.", first="Old.", task="{task}").')
    return _finding(analyse(text), None if first is None else analyse(first), task)


def _finding(seen, first, task):
    import pandas as pd

    from ...display.finding import Finding
    from ...lexicon import accuracy_line
    from . import drawing

    heads = ("count", "now") if first is None else ("count", "first version", "now", "change")
    told = [drawing.summary(seen, first), *(drawing.place(one) for one in seen.loaded), *seen.notes]
    reply = [] if task is None else [repr(check(task, first, seen))]
    shown = drawing.marked(seen), drawing.figures(seen, first), drawing.loaded_words(seen)
    return Finding(
        title="The sentence lab",
        table=pd.DataFrame(list(drawing.count_rows(seen, first)), columns=heads),
        words=" ".join(dict.fromkeys(told)),
        held_constant="the list of loaded words, the rule for voices and the formulas. Both sentence rules "
        "are shown.",
        do_not_conclude="that a lower grade is better, that fewer loaded words make a text truer, or that a "
        "changed number means a changed meaning.",
        more=(*reply, *((accuracy_line(),) if seen.loaded else ())),
        view=drawing.style() + drawing.in_card(shown),
    )
