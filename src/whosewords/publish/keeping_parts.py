"""What a page has to know so that its script can do what is no plain exercise: the check by hand, a frame
grid, a calibration, how far one is, and the list of answers.

Every sentence and every figure is worked out here, by the code that the notebook works with; the script
(`keep.js`) looks them up and fills blanks in them. A page is made for nobody, so its texts stand in blocks.
"""

import re
from itertools import product
from math import isinf

from ..classroom import (
    agreeing,
    calibrating,
    frames_compared,
    my_work,
    own_frames,
    own_rates,
    progress,
    sitting,
    tagging,
)
from ..classroom import hand_check as checking
from ..classroom.exercises import exercises, lessons
from ..classroom.kinds import kind_of
from ..classroom.kinds.sure import PERCENT
from ..classroom.lab import TASKS
from ..classroom.lab.analysis import LONGEST
from ..classroom.lab.state import ENTRY, started
from ..display.charts import ROOM
from ..measures.agreement import FEWEST_PHRASES, ONE_CODE, TENTATIVE, USABLE
from ..measures.calibration import COUNTED, FITS, LESS_SURE, SURER, WORDS
from ..measures.chance import wilson
from ..measures.frames import BLANK, BOXES
from ..measures.precision import VERDICTS, in_words, precision
from ..measures.proofs import LONGEST_PROOF
from ..measures.tagging import CODES, ROUNDS, SURE, items
from ..shelf.blackout import MARKS, normal
from ..shelf.catalogue import articles
from ..words import ADDRESS, ADDRESS_SIZE, APOSTROPHES, INVISIBLE, WORD

NOTHING = "No answers are kept here yet."
# The classes of letters of a pattern as the browser writes them.
CLASSES = {
    "[^\\W\\d_]": "[\\p{L}\\p{Nl}\\p{No}]",
    "[^\\W_]": "[\\p{L}\\p{N}]",
    "\\d": "\\p{Nd}",
    "++": "+",
    '\\"': '"',
}


def hand_check(check=None):
    """The check by hand: its cases, and what is said for each number of right, wrong and unsure hits.

    >>> hand_check()["sums"]["0 0 1"]
    'Of 8 hits I have read 1: 0 are right, 0 are wrong, and for 1 I cannot tell.'
    """
    check = check or checking.HandCheck()
    number = len(check.cases)
    return {
        "task": check.task,
        "cases": [[case.id, checking.called(case, check.shelf)] for case in check.cases],
        "verdicts": list(VERDICTS),
        "sums": {f"{r} {w} {u}": _sum(r, w, u, number)
                 for r, w, u in product(range(number + 1), repeat=3) if r + w + u <= number},
        "say": checking.SAY,
    }  # fmt: skip


def _sum(right, wrong, unsure, number):
    listed = zip(VERDICTS, (right, wrong, unsure), strict=True)
    return in_words(precision([verdict for verdict, times in listed for _ in range(times)]), number)


def tags():
    """The phrases to tag: {round: under which entry they are kept, their ids}, and what is said."""
    rounds = {str(n): _round(tagging.Tagging(n)) for n in ROUNDS}
    return {"rounds": rounds, "codes": list(CODES), "sure": list(SURE), "say": tagging.SAY}


def _round(one):
    return {"task": one.task, "items": [[item.id, item.phrase] for item in one.items]}


def agree():
    """The codes beside which a reader's own are laid, and what is said of them."""
    marks = {"usable": USABLE, "tentative": TENTATIVE, "revise": None}
    return {
        **tags(), "invented": agreeing.invented(), "list": agreeing.by_list(), "fewest": FEWEST_PHRASES,
        "marks": [[least, agreeing.TOLD[name]] for name, least in marks.items()],
        "told": {**agreeing.SAY, "first": agreeing.FIRST, "one_code": ONE_CODE},
    }  # fmt: skip


def rates():
    """The makers' codes by which a reader's own are measured, and what is said of them."""
    keys = {item.id: item.key for item in items() if item.key}
    told = {**own_rates.SAY, "first": own_rates.FIRST, "keyed": own_rates.KEYED}
    return {**tags(), "keys": keys, "told": told}


def frame_grid(grid):
    """A frame grid to fill: what is given, the words of the text as they stand in blocks, and what is said
    beside two other readings. grid: an `own_frames.OwnGrid`."""
    read = frames_compared.two_readings(grid.id)
    return {
        "key": own_frames.KEY + grid.id,
        "name": grid.name,
        "given": grid.given,
        "locked": bool(grid.article and grid.article.locked),
        "words": _words(grid.article) if grid.article else None,
        "read": bool(read),
        "apart": list(frames_compared.apart(read)),
        "beside": {box: _beside(box, {n: one[box] for n, one in read.items()}) for box in BOXES}
        if read
        else {},
    }


def grids():
    """What all frame grids have in common: their boxes, their limits, and what is said about them."""
    return {
        "boxes": list(BOXES), "longest_proof": LONGEST_PROOF, "longest": own_frames.LONGEST,
        "many": own_frames.MANY, "rule": own_frames.RULE, "fields": own_frames.FIELDS, "own": own_frames.SAY,
        "compared": frames_compared.SAY, "blank": BLANK, "open": frames_compared.OPEN,
        "reading": reading(),
    }  # fmt: skip


def _words(article):
    """A text as {paragraph: its words}: a word as it is compared, or the number of its letters in blocks."""
    rows = {str(paragraph.number): [] for paragraph in article.paragraphs}
    for word in article.words:
        shown = word.letters if word.masked else normal(word.text).casefold()
        rows.setdefault(str(word.paragraph), []).append(shown)
    return rows


def _beside(box, others):
    """Where a box stands beside other readings, for each answer that makes a difference: blank, the paragraph
    of one of them, or any other (with a blank for its number)."""
    filled = {str(n): {"blank": False, "paragraph": n}
              for n in dict.fromkeys(o.paragraph for o in others.values() if o.paragraph)}  # fmt: skip
    mine = {
        "blank": {"blank": True, "paragraph": None},
        **filled,
        "": {"blank": False, "paragraph": "{number}"},
    }
    return {name: frames_compared.beside(box, one, others) for name, one in mine.items()}


def reading():
    """How words are read off what somebody types: the patterns of `words` as a browser takes them."""
    return {
        "word": for_browser(WORD.pattern), "address": for_browser(ADDRESS.pattern),
        "address_letters": ADDRESS_SIZE[0],
        "apostrophes": for_browser(APOSTROPHES.pattern), "unseen": for_browser(INVISIBLE.pattern),
        "marks": {chr(mark): plain for mark, plain in MARKS.items()},
    }  # fmt: skip


def for_browser(pattern):
    """A pattern of ours as a browser writes it, with its flag `u`.

    >>> for_browser("[^\\\\W_]++")
    '[\\\\p{L}\\\\p{N}]+'
    """
    return re.sub("|".join(map(re.escape, CLASSES)), lambda found: CLASSES[found[0]], pattern)


def steps():
    """What each lesson wants to be done, and what is said about it."""
    listed = [
        {"number": one.number, "title": one.title, "page": one.notebook.replace(".ipynb", ".html"),
         "core": progress.in_order(one)}
        for one in lessons().values()
    ]  # fmt: skip
    return {"lessons": listed, "told": {**progress.SAY, "state": progress.HEADS[-1]}}


def answers():
    """What is asked in all lessons, without a key, and what else a list of answers says."""
    return {
        "questions": {one.id: _question(one) for one in exercises().values()},
        "told": {**my_work.ANSWERS, "nothing": NOTHING, "tags": my_work.TAGS},
    }


def _question(one):
    fields = ("kind", "question", "options", "items", "unit")
    bounds = {
        name: None if isinf(bound) else bound for name, bound in (("least", one.least), ("most", one.most))
    }
    return {**{field: getattr(one, field) for field in fields}, **bounds, "says": kind_of(one).says(one)}


def calibration():
    """The claims that a guess asks about, whether each of them holds, the range of every share of up to as
    many claims, how much of a picture's width is for ranges, and what is said."""
    (one,) = calibrating.guesses()
    cards = calibrating.asked(one)
    ranges = {
        str(number): [[100 * end for end in wilson(right, number)] for right in range(number + 1)]
        for number in range(1, len(cards) + 1)
    }
    return {
        "task": one.id,
        "claims": [[card.id, calibrating.is_right(card, calibrating.YES)] for card in cards],
        "yes": calibrating.YES,
        "ranges": ranges,
        "levels": PERCENT,
        "room": ROOM,
        "counted": COUNTED,
        "words": {"fits": WORDS[FITS], "surer": WORDS[SURER], "less": WORDS[LESS_SURE]},
        "say": calibrating.SAY,
    }


def test(html):
    """The tasks of a form of the test, without a word on what is right, and what is said."""
    (form,) = re.findall(r'data-form="(\w+)"', html)
    tasks = {sitting.short(task): _question(task) for task in sitting.form(form).tasks}
    names = [[id, sitting.told_as(id)] for id in tasks]
    return {
        "key": sitting.ENTRY + form,
        "kind": sitting.KIND,
        "tasks": tasks,
        "names": names,
        "say": sitting.SAY,
    }


def lab():
    """Where the tasks of the sentence lab start from, and under which name what is written is kept."""
    starts = {id: started(*task.start)._asdict() for id, task in TASKS.items()}
    return {"key": ENTRY, "longest": LONGEST, "starts": starts}


# What a part of a page is given, by the name that stands there as `data-part`; each is handed the HTML.
PARTS = {
    "hits": lambda html: hand_check(),
    "tags": lambda html: tags(),
    "agree": lambda html: agree(),
    "rates": lambda html: rates(),
    "grid": lambda html: {"about": grids(), "grids": _grids_in(html)},
    "progress": lambda html: steps(),
    "answers": lambda html: answers(),
    "lab": lambda html: lab(),
    "calibration": lambda html: calibration(),
    "test": lambda html: test(html),
}


def _grids_in(html):
    named = dict.fromkeys(re.findall(r'data-grid="([^"]+)"', html))
    return {name: frame_grid(_grid_of(name)) for name in named}


def _grid_of(name):
    return own_frames.OwnGrid(None if name == own_frames.OWN else articles[name])
