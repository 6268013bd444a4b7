"""A student's call for frames: one text as a grid of four boxes, or several side by side.

The readings are looked up in `framing`; a box that is left to the student opens when their own grid is done.
"""

from itertools import groupby

from ..display import frame_grid
from ..display.charts import matrix
from ..display.finding import Finding
from ..display.html import paragraph, together, unfold
from ..display.tables import pd_frame
from ..measures.events import month
from ..measures.frames import BOXES, differs, readings
from ..problems import Problem
from ..shelf.catalogue import SHELF, YOURS, choose
from .own_frames import finished

MARKS = {"filled": "circle", "readings differ": "diamond", "blank": "stroke"}
AT_A_GLANCE = 3  # texts whose boxes are read side by side; of more the picture comes first
READ_BY = (
    "Three makers of this module read each article, each alone. That is three makers’ readings, not a study: "
    "no single reading is the key.",
    "One of the makers read our own report.",
    "Your texts were read by you alone: no other reading stands beside yours.",
)
SOURCE = "The four jobs of a frame: Robert Entman, Journal of Communication 43 (1993), page 52."


class Grid(Finding):
    """A Finding that is printed box by box, since its table is wider than any page."""

    def __repr__(self):
        lines, last = [self.title, self.words], None
        for row in self.table.itertuples():
            lines += [] if row.box == last else ["", f"{row.box.capitalize()}: {BOXES[row.box]}"]
            proof = f" “{row.proof}” ({row.place})" if row.proof else ""
            lines.append(f"  {row.text}, reading {row.reading}: {row.own_words}{proof}")
            last = row.box
        return "\n".join([*lines, "", *self._limits()])


def frames(texts=None, *, column=None):
    """Which problem, cause, judgement and remedy texts offer, with the words that show it: frames("trt").

    texts: one text for its grid, several to see them side by side; the articles that are compared where
    nothing is given. Boxes that a lesson leaves to you stay open until your own grid is done: see
    my_frames().
    """
    nothing = texts is None and column is None
    chosen = choose([id for id in SHELF if id in readings()] if nothing else texts, column)
    unread = [article for article in chosen if article.id not in readings()]
    if unread:
        one = unread[0]
        call = "my_frames()" if one.kind == YOURS else f'my_frames("{one.id}")'
        raise Problem(
            f"Nobody has read “{one.name if one.yours else one.id}” for its frame yet. There are: "
            f"{', '.join(readings())}. {call} gives you a grid of your own for it."
        )
    return _alone(chosen[0]) if len(chosen) == 1 else _side_by_side(chosen)


def _alone(article):
    """One text: where readings part ways they stand side by side, else the others are folded."""
    kept = readings()[article.id]
    hidden = [] if finished(article.id) else [box for box in BOXES if kept[1][box].left_open]
    inside = {
        box: _yours(article) if box in hidden else _box(article, [kept[n][box] for n in kept])
        for box in BOXES
    }
    shown = [kept[n][box] for box in BOXES if box not in hidden for n in kept]
    return Grid(
        title=f"Four jobs of a frame: {article.name}",
        table=_table(article, shown),
        words=_in_words(article, hidden),
        more=_sources([article]),
        view=frame_grid.grid(inside, article.name),
        **_limits([article]),
    )


def _side_by_side(chosen):
    """Several texts: a mark for every box, and under it the first reading of each, folded for many."""
    inside = {
        box: frame_grid.beside([(article.name, _cell(article, box)) for article in chosen]) for box in BOXES
    }
    words = " ".join(_in_words(article) for article in chosen)
    marks = pd_frame(
        {"box": box, "text": article.name, "state": _state(article, box)}
        for box in BOXES
        for article in chosen
    )
    rows = [(article, box) for box in BOXES for article in chosen]
    many, names = len(chosen) > AT_A_GLANCE, ", ".join(article.name for article in chosen)
    return Grid(
        title=f"Four jobs of a frame: {f'{len(chosen)} texts' if many else names}",
        table=pd_frame(
            row for article, box in rows for row in _rows(article, [one[box] for one in _kept(article)])
        ),
        words=words,
        chart=matrix(marks, words, "box", "text", "state", MARKS),
        more=_sources(chosen),
        view=frame_grid.grid(inside, "side by side", long=True, folded=many),
        **_limits(chosen),
    )


def _limits(chosen):
    """What is the same in all these texts, and what does not follow."""
    strikes = {article.strike for article in chosen}
    dates = [month(article.strike) or article.date_event for article in chosen]
    same = "the four questions, the readers and the language (English)."
    if any(article.yours for article in chosen):
        same = "the four questions and the reader."
        strikes = set()
    if len(chosen) > 1 and len(strikes) == 1:
        kinds = len({article.kind for article in chosen}) > 1
        ours = " One of them is a report of ours, and not opinion." if kinds else ""
        same = (
            f"the strike ({dates[0]}), the four questions and the language (English). Not held constant: the "
            f"author, the kind of text, the length, the date, the translation.{ours}"
        )
    elif len(chosen) > 1:
        what = "the event" if not strikes else "the strike"
        same += f" Not held constant: {what}, the author, the length, the date, the translation."
    return {
        "held_constant": same,
        "do_not_conclude": "that a text with a frame is biased, or lies; that a blank box is hidden; that an "
        "outlet is like one of its texts; that whoever describes a judgement shares it.",
    }


def _in_words(article, hidden=()):
    """Which boxes are filled and where readings part ways, in a sentence or two.

    >>> from whosewords.shelf.catalogue import articles
    >>> _in_words(articles["rs"])
    'Responsible Statecraft: remedy is blank in every reading. Readings differ in: problem.'
    """
    if hidden:
        boxes = "all four boxes are" if len(hidden) == len(BOXES) else f"{' and '.join(hidden)} are"
        return f'{article.name}: {boxes} yours to fill. my_frames("{article.id}") opens your grid.'
    states = {box: _state(article, box) for box in BOXES}
    empty, apart = ([box for box in BOXES if states[box] == state] for state in ("blank", "readings differ"))
    alone = "in your reading" if article.yours else "in our reading"
    every = "in every reading" if len(_kept(article)) > 1 else alone
    are = "are" if len(empty) > 1 else "is"
    told = f"{' and '.join(empty)} {are} blank {every}." if empty else f"all four boxes are filled {every}."
    return f"{article.name}: {told}" + (f" Readings differ in: {', '.join(apart)}." if apart else "")


def _state(article, box):
    first, *others = (reading[box] for reading in _kept(article))
    if any(differs(first, other) for other in others):
        return "readings differ"
    return "blank" if first.blank else "filled"


def _kept(article):
    return list(readings()[article.id].values())


def _yours(article):
    return frame_grid.to_open(f'my_frames("{article.id}")')


def _box(article, boxes):
    """One box in all its readings: one for each place that they point to, the rest folded."""
    ways = [list(row) for _, row in groupby(sorted(boxes, key=_way), key=_way)]
    ways.sort(key=lambda row: row[0].reading)
    if len(ways) == 1:
        first, *others = ways[0]
        return together(frame_grid.cell(article, first), _folded(others))
    shown = frame_grid.beside([(_named(row), frame_grid.cell(article, row[0])) for row in ways])
    return together(shown, _folded([one for row in ways for one in row[1:]]))


def _way(box):
    return (box.blank, box.paragraph or 0)


def _named(row):
    numbers = " and ".join(str(box.reading) for box in row)
    return f"Reading{'s' * (len(row) > 1)} {numbers}"


def _folded(boxes):
    """Further readings of the same place: their words and their proofs."""
    if not boxes:
        return ""
    if all(box.blank for box in boxes):
        return paragraph(f"{_named(boxes)} left it blank, too.")
    told = frame_grid.in_turn(
        (f"Reading {box.reading}", frame_grid.words_and_proof(box.own_words, box.proof, f"¶{box.paragraph}"))
        for box in boxes
    )
    return unfold(f"{_named(boxes)}: same paragraph, other words", told)


def _cell(article, box):
    """One box of one text among several: the first reading, and whether others part ways."""
    first, *others = (reading[box] for reading in _kept(article))
    apart = [other for other in others if differs(first, other)]
    note = paragraph(f"{_named(apart)}: {_elsewhere(apart)}.") if apart else None
    return together(frame_grid.cell(article, first), note)


def _elsewhere(boxes):
    return ", ".join("blank" if box.blank else f"“{box.proof}”, ¶{box.paragraph}" for box in boxes)


def _table(article, boxes):
    return pd_frame(_rows(article, boxes))


def _rows(article, boxes):
    for box in boxes:
        yield {
            "text": article.name, "reading": box.reading, "box": box.box, "own_words": box.own_words,
            "proof": box.proof, "place": "" if box.blank else frame_grid.where(article, box),
        }  # fmt: skip


def _sources(chosen):
    own = any(article.yours for article in chosen)
    several = any(len(readings()[article.id]) > 1 for article in chosen)
    single = any(len(readings()[article.id]) == 1 and not article.yours for article in chosen)
    return (*READ_BY[:1] * several, *READ_BY[1:2] * single, *READ_BY[2:] * own, SOURCE)
