"""What the buttons at the foot of a lesson ask for: all of one's work as a text, and taking in such a text.

The page calls these in the lesson's kernel and reads what they print: one line of JSON behind a mark.
"""

import json

from ..classroom.my_work import Unsure, my_work
from ..problems import Problem
from .card import why

MARK = "\x1ework:"  # the page looks for it


def give():
    """Print the whole work, for the page to hand out as a file."""
    _print(_given)


def take(name, text, sure=None):
    """Take in the text of a work file, and print what is told about it."""
    _print(lambda: _taken(name, text, sure))


def _given():
    mine = my_work()
    text, told = mine.whole()
    where = f"“{mine.work.path.name}” goes where this browser puts downloads."
    return {"name": mine.work.path.name, "text": text, "told": f"{where} {told}".strip()}


def _taken(name, text, sure):
    mine = my_work()
    try:
        return {"told": str(mine.take(name, text, sure).text)}
    except Problem as problem:
        return {"told": str(problem), "unsure": isinstance(problem, Unsure)}


def _print(act):
    try:
        answer = act()
    except Exception as fault:
        answer = {"told": why(fault)}
    print(MARK + json.dumps(answer))
