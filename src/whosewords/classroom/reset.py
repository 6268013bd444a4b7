"""Put back what was changed: a line, a lesson, or everything."""

import os
from pathlib import Path

from ..problems import Problem, arrived
from . import desk
from .my_work import Note
from .pseudonym import ask_who, name

LESSON, EVERYTHING = "lesson", "everything"
LONGEST = 60  # characters of a line that are shown


def reset(what=None):
    """Put back what you changed: reset("lesson"), reset("everything"), or one box by its number, reset(3).

    reset() alone changes nothing: it lists the lines that were changed. Answers stay. What was there is kept
    in the folder “earlier” beside your lessons.
    """
    if not desk.shipped():
        raise Problem(
            "The lessons are not beside this program, so it cannot put them back. "
            "Use the button “Put back …” on top of the lesson."
        )
    ask_who()
    copies = desk.lay_out(name())
    wanted = what if isinstance(what, str | int) else None
    if wanted == EVERYTHING:
        return put_back([copies / each for each in desk.shipped()], "All lessons are as they came")
    path = _this_lesson(copies)
    found = desk.changes(desk.read(path) or {"cells": []})
    if what is None:
        return Note(" ".join(overview(found)))
    if wanted == LESSON:
        return put_back([path], "This lesson is as it came")
    box = next((one for one in found if str(one.number) == str(wanted)), None)
    if box is None:
        raise _unknown(what, found)
    return put_back([path], f"Box {box.number} says again: {_short(box.was)}", box.cell)


def overview(found):
    """What was changed in a lesson, and how it is put back, as sentences. found: `desk.Changed` boxes.

    >>> overview([desk.Changed("a", 3, "1/0", 'show("trt")')])[0]
    'Box 3 says “1/0” and came with “show("trt")”: reset(3) puts it back.'
    """
    each = [
        f"Box {one.number} says “{_short(one.now)}” and came with “{_short(one.was)}”: reset({one.number}) "
        "puts it back."
        for one in found
    ]
    return [
        *(each or ["No line of this lesson was changed, as far as it is saved."]),
        'reset("lesson") puts this whole lesson back, reset("everything") all of them. Your answers stay.',
    ]


def put_back(paths, told, cell=None):
    """Put copies back, and say where the ones before are kept and what to do now."""
    kept = [found for path in paths if (found := desk.put_back(path, cell))]
    where = f" What was there is kept in the folder “{desk.EARLIER}”: {', '.join(k.name for k in kept)}."
    return Note(
        f"{told}.{where if kept else ''} Your answers are untouched. If the page does not change by itself, "
        "reload it (F5) and run its lines again, from the top."
    )


def _unknown(what, found):
    numbers = ", ".join(str(one.number) for one in found)
    known = f"changed boxes: {numbers}" if found else "no box was changed"
    return Problem(
        f'reset() takes "{LESSON}", "{EVERYTHING}" or the number of a changed box, counted from the top of '
        f"the page, but got “{arrived(what)}” ({known})."
    )


def _this_lesson(copies):
    """The copy that this notebook shows: Jupyter tells a kernel the name of the file."""
    here = copies / Path(os.environ.get("JPY_SESSION_NAME", "")).name
    if here.name in desk.shipped():
        return here
    raise Problem(f'This is none of our lessons. reset("{EVERYTHING}") puts all of them back.')


def _short(line):
    first = line.split("\n")[0]
    return first if len(first) <= LONGEST and first == line else f"{first[:LONGEST]} …"
