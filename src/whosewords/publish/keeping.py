"""What the script of a page (`keep.js`) is given: the tasks that stand on the page with their keys, and every
sentence that it may say. Sentences of the notebook come from where the notebook has them."""

import re
from dataclasses import asdict
from math import isinf

from ..classroom import exit_ticket, my_work, replies, tasks
from ..classroom.asking import CLOSE_ENOUGH, MOVING, NOTHING_YET, WAITING
from ..classroom.exercises import exercise, key
from ..classroom.kinds import kind_of
from ..classroom.pseudonym import NAME
from ..classroom.settings import CHOICES
from ..classroom.work_file import LARGEST
from ..classroom.work_format import FORMAT, MOST_BROKEN, SETTINGS, VERSION
from ..problems import LONGEST
from .keeping_parts import PARTS

# Said on pages only. What stands in braces is filled in by the script.
OF_PAGES = {
    "in_notebook": "This page cannot check an answer to this question. Answer it in the notebook.",
    "unknown": "“{came}” is none of the answers.",
    "not_kept": (
        "This device does not keep your answers: when you close this page they are gone. It may be full, "
        "the window may be private, or the place where this page opens may forbid it. Before you close "
        "the page, save your work as a file."
    ),
    "note": "{where} Nothing is sent.",
    "kept_here": "Your answers are kept on this device only, in this browser.",
    "kept_in_tab": (
        "Your answers are kept in this tab only, until you close it. Before you close it, save your work "
        "as a file."
    ),
    "to_my_work": "Save or hand in",
    "guess_first": "First make your guess, in the box above that says “Think first”.",
    "blank": "Your word for the blank",
    "blank_empty": "Write a word in the gap first.",
    "blank_right": "Here is what the line shows.",
    "blank_tried": "What the line shows with this word stands below.",
    "blank_other": (
        "This page cannot run the line with “{came}”: it knows what it shows for one word. Read the lines "
        "above it once more and try again, or open the result below."
    ),
    "fill": "Show what the line does",
    "my_work": "My work",
    "named": "You work as “{who}”: {count}.",
    "nameless": "You work without a name: {count}.",
    "nameless_now": "You work without a name now.",
    "answer": "{count} answer",
    "answers": "{count} answers",
    "name": "A made-up name, not your real one, such as blue-7:",
    "name_how": (
        "Each name has answers of its own. Where pages are opened as files, some browsers keep the "
        "answers of every page apart: then write the name and save a file on each page."
    ),
    "take_name": "Use this name",
    "no_name": (
        "“{came}” cannot be a name here. Take a made-up name of at most 24 letters, digits and hyphens, "
        "such as blue-7. Do not use your real name."
    ),
    "whose": "Kept on this device without a name: {count}. Is this your work?",
    "mine": "Yes, it is mine",
    "not_mine": "No, begin without it",
    "no": "Go back",
    "nothing_done": "Nothing was changed.",
    "hand_in": "Save my work as a file",
    "handed_in": (
        "{count} went into the file “{file}”. Your browser puts it where it puts downloads. Hand in this "
        "file, or load it on another device."
    ),
    "no_name_yet": (
        "The file has no name in it. Write a made-up name first, and your teacher can tell whose it is."
    ),
    "copy": "No file came? Copy your work as text",
    "copy_how": (
        "Some places forbid pages to save files. Then copy all of this and hand it in as text, or paste "
        "it into an empty file whose name ends in .json."
    ),
    "load": "Load a work file:",
    "too_large": "“{file}” is too large to be a work file. Nothing was changed.",
    "too_much": (
        "With the answers of “{file}” your work would be too large for one file. Nothing was changed."
    ),
    "other_how": "If it is yours, write that name above, use it, and load the file again.",
    "asked_how": "Is it your work?",
    "shared": "Other people use this device, too",
    "shared_how": (
        "With this tick, answers are kept by this tab only and are gone when you close it. Save your work "
        "as a file before you leave."
    ),
    "now_shared": (
        "From now on answers are gone when you close this tab. Save your work as a file before you leave."
    ),
    "now_alone": "From now on answers stay on this device when you close the tab.",
    "settings": "How I want things shown",
    "forget": "Forget all answers on this device",
    "forget_sure": (
        "This deletes the answers of everybody who used these pages in this browser. Nothing of it can be "
        "had back. Files that you saved stay."
    ),
    "forget_yes": "Yes, delete them",
    "forgotten": "Deleted. Nothing is kept here now.",
}

SAY = {
    "openings": {result: replies.opening(result) for result in replies.SIGNS},
    "explained": replies.EXPLAINED, "hint": replies.HINT, "nothing_yet": NOTHING_YET, "waiting": WAITING,
    "moving": MOVING,
    "guess_kept": tasks.GUESS_KEPT, "guess_seen": tasks.GUESS_SEEN, "your_guess": tasks.YOUR_GUESS,
    "written": tasks.WRITTEN, "written_one": tasks.WRITTEN_ONE, "too_long": tasks.TOO_LONG,
    "too_short": tasks.TOO_SHORT, "before": tasks.BEFORE,
    "saved": my_work.SAVED, "not_saved": my_work.NOT_SAVED,
    "save_guess": tasks.SAVE_GUESS, "save": tasks.SAVE, "check": tasks.CHECK,
    "ticket": exit_ticket.FIELDS, "still_to_tap": exit_ticket.STILL_TO_TAP, "leave": exit_ticket.LEAVE,
    "other": my_work.OTHER, "whose_named": my_work.NAMED, "whose_nameless": my_work.NAMELESS,
    "you": my_work.YOU, "nobody": my_work.NOBODY, "asked": my_work.ASKED, "taken_in": my_work.TAKEN_IN,
    "cut": my_work.CUT, "no_work": my_work.NO_WORK,
    **OF_PAGES,
}  # fmt: skip
RULES = {
    "format": FORMAT, "version": VERSION, "largest": LARGEST, "name": NAME.pattern,
    "most_broken": MOST_BROKEN, "close_enough": CLOSE_ENOUGH, "longest_told": LONGEST,
    "most_tries": tasks.MOST_TRIES,
    "settings": {"entry": SETTINGS, "choices": [[name, *choice] for name, choice in CHOICES.items()]},
    "fewest_words": tasks.FEWEST_WORDS, "longest_word": exit_ticket.LONGEST_WORD,
}  # fmt: skip
AS_ASKED = (
    "id", "kind", "options", "items", "unit", "tolerance", "near", "hint", "most_words", "guess",
)  # fmt: skip


def given(html):
    """What the script of a page with this HTML is given."""
    ids = dict.fromkeys(re.findall(r'data-(?:task|look)="([^"]+)"', html))
    named = dict.fromkeys(re.findall(r'data-part="(\w+)"', html))
    return {
        **RULES,
        "say": SAY,
        "tasks": {id: task(exercise(id)) for id in ids},
        "parts": {name: PARTS[name](html) for name in named if name in PARTS},
    }


def task(one):
    """An exercise with its key, as plain values."""
    known, kind = key(one.id), kind_of(one)
    has_answer = known.answer is not None
    return {
        **{field: getattr(one, field) for field in AS_ASKED},
        "least": _bound(one.least), "most": _bound(one.most), "says": kind.says(one),
        "answer": known.answer, "accept": known.accept, "explained": known.explained,
        "told": asdict(replies.answer_line(one, known.answer, replies.ANSWER)) if has_answer else None,
        "samples": [asdict(line) for line in replies.samples(known)] if kind.is_open else [],
    }  # fmt: skip


def _bound(number):
    """JSON has no number without end."""
    return None if isinf(number) else number
