"""A student’s frame grid beside two other readings: where these part ways, and where the student stands.

No wording is scored: no single reading is the key.
"""

from ..display import frame_grid
from ..display.html import bullets, paragraph, together
from ..display.html import folded as folded_away
from ..display.replies import card
from ..measures.frames import BLANK, BOXES, furthest_two, readings
from .my_work import notes, saved_or_not, work
from .replies import Line, saved

OPEN = "open"  # a box in which nothing stands yet
SAY = {  # what is said about a grid; pages say the same
    "begun": "{saved} Some boxes are open.",
    "open": "Still open: {boxes}.",
    "then": " Then two readings appear here.",
    "done": "All four boxes are done. {saved}",
    "unsure": "Proofs that cannot be checked in blocks: {boxes}. Unlock the text, or trust yourself.",
    "only": "Nobody else has read {name} for its frame, so yours is the only grid.",
    "given": "{box}: given, as one of the makers read it.",
    "yours": "You",
    "makers": "Given",
}


class Compared:
    """What is said about a saved grid: box by box, and once all boxes are done two other readings beside it.

    grid: an `owngrid.OwnGrid`. touched: the boxes that were just saved.
    """

    def __init__(self, grid, touched):
        self.grid, self.boxes, self.touched = grid, grid.boxes, touched
        self.read = two_readings(grid.id) if grid.done and not grid.in_event else {}
        self.notes = notes(work())

    @property
    def reply(self):
        """What was saved and what is still wanted, as a `Reply`."""
        if self.grid.open:
            lead = SAY["begun"].format(saved=saved_or_not())
            asked = self.touched or self.grid.open
            lines = [Line("", self.grid.says(self.boxes[box]), box.capitalize()) for box in asked]
            then = SAY["then"] if two_readings(self.grid.id) else ""
            lines.append(Line("", SAY["open"].format(boxes=", ".join(self.grid.open)) + then))
        else:
            lead, unsure = SAY["done"].format(saved=saved_or_not()), ", ".join(self.grid.unsure)
            lines = [Line("", SAY["unsure"].format(boxes=unsure))] if unsure else []
        return saved(lead, *lines, *(Line("note", sentence) for sentence in self.notes))

    def sentences(self):
        """Where the readings part ways, and where the student stands, as sentences."""
        if not self.grid.done:
            return
        if not self.read:
            yield SAY["only"].format(name=self.grid.name)
            return
        yield from apart(self.read)
        for box in BOXES:
            if self._given(box):
                yield SAY["given"].format(box=box.capitalize())
                continue
            yield beside(box, self.boxes[box], {n: one[box] for n, one in self.read.items()})

    def html(self):
        """The reply, and where all is done the three grids side by side, as HTML."""
        if not self.grid.done:
            return self.reply.html()
        inside = {box: frame_grid.beside(self._cells(box)) for box in BOXES}
        grids = frame_grid.grid(inside, f"my grid of {self.grid.name}", long=True)
        return together(self.reply.html(), bullets(self.sentences()), grids, _no_key(self.read))

    def _given(self, box):
        """Whether a box is as the lesson gave it: then there is nothing of the student's to compare."""
        return self.boxes[box] == self.grid.given.get(box)

    def _cells(self, box):
        mine = self.boxes[box]
        place = f"¶{mine['paragraph']}" if mine["paragraph"] else ""
        shown = frame_grid.words_and_proof(mine["own_words"], mine["proof"], place)
        yield SAY["makers" if self._given(box) else "yours"], frame_grid.blank() if mine["blank"] else shown
        for number, one in self.read.items():
            yield f"Reading {number}", frame_grid.cell(self.grid.article, one[box])

    def _repr_html_(self):
        return card(self.html())

    def __repr__(self):
        lines = [repr(self.reply), *self.sentences()]
        for number, one in self.read.items():
            lines.append(f"Reading {number}:")
            lines += [f"  {box}: {short(_as_filled(one[box]))}" for box in BOXES]
        return "\n".join(lines)


def two_readings(text):
    """The two readings beside a student’s: those that part ways most, as {number: {box: `Box`}}."""
    return {number: readings()[text][number] for number in furthest_two(text)}


def folded(article, text):
    """Two readings of a text behind a line to open, as HTML; nothing where nobody has read it."""
    read = two_readings(text)
    if not read:
        return ""
    return folded_away("key", f"Filled it? {_count(read)}", read_grids(article, text))


def read_grids(article, text):
    """Two readings of a text side by side in one grid, as HTML, with the line that neither is the key."""
    read = two_readings(text)
    inside = {
        box: frame_grid.beside(
            (f"Reading {n}", frame_grid.cell(article, one[box])) for n, one in read.items()
        )
        for box in BOXES
    }
    return frame_grid.grid(inside, f"readings of {article.name}", long=True) + _no_key(read)


def _count(read):
    return "Two other readings" if len(read) > 1 else "One reading of ours"


def _no_key(read):
    if not read:
        return ""
    whose = (
        "Makers of this module read the text, each alone"
        if len(read) > 1
        else "A maker of this module read it"
    )
    return paragraph(f"{whose}. That is no study, and no single reading is the key.")


def apart(read):
    """Where two readings part ways, as a sentence."""
    if len(read) < 2:
        return
    (_, one), (_, other) = read.items()
    differ = [
        f"{box} ({_where(one[box])} and {_where(other[box])})"
        for box in BOXES
        if _where(one[box]) != _where(other[box])
    ]
    if differ:
        yield f"The two readings themselves differ in: {'; '.join(differ)}."
    else:
        yield "The two readings point to the same paragraphs and leave the same boxes blank; words differ."


def beside(box, mine, others):
    """Where the student’s box stands beside the others, as a sentence. others: {number: `Box`}."""
    same = [number for number, other in others.items() if other.blank == mine["blank"]]
    state = "blank" if mine["blank"] else "filled"
    told = f"{box.capitalize()}: {state}, {_like(same, others)}."
    if mine["blank"] or not same or mine["paragraph"] is None:
        return told
    places = [number for number in same if others[number].paragraph == mine["paragraph"]]
    if len(places) == len(others):
        return f"{told} All of you point to ¶{mine['paragraph']}."
    elsewhere = {number: others[number].paragraph for number in same if number not in places}
    with_you = f" So does reading {places[0]}." if places else ""
    theirs = " ".join(f"Reading {number} points to ¶{paragraph}." for number, paragraph in elsewhere.items())
    return f"{told} You point to ¶{mine['paragraph']}.{with_you} {theirs}"


def _like(same, others):
    if len(others) == 1:
        return "as in our reading" if same else "unlike our reading"
    if len(same) == len(others):
        return "as in both readings"
    return f"as in reading {same[0]} only" if same else "unlike both readings"


def _where(box):
    return BLANK if box.blank else f"¶{box.paragraph}"


def _as_filled(box):
    own = "" if box.blank else box.own_words
    return {"own_words": own, "proof": box.proof, "paragraph": box.paragraph, "blank": box.blank}


def short(filled):
    """A box in a line.

    >>> short({"own_words": "It rains.", "proof": "wet hair", "paragraph": 2, "blank": False})
    'It rains. “wet hair” (¶2)'
    """
    if filled["blank"]:
        return BLANK
    proof = f" “{filled['proof']}”" if filled["proof"] else ""
    place = f" (¶{filled['paragraph']})" if filled["paragraph"] else ""
    return f"{filled['own_words']}{proof}{place}".strip() or OPEN
