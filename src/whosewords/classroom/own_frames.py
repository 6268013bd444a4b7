"""A student's own frame grid: what is in each box, whether its proof holds, and two other readings beside it.

Saved in the work file under `4.frames.<text>`. Nobody scores the wording: no single reading is the key.
"""

import re

from ..measures.frames import BOXES, readings
from ..measures.proofs import LONGEST_PROOF, state_of
from ..problems import Problem, near_to
from ..shelf import open_event
from ..shelf.catalogue import YOURS, articles, choose_one, spoken
from .frame_boxes import EMPTY, number_of, understood
from .frames_compared import Compared, short
from .my_work import saved_or_not, work

KEY = "4.frames."
OWN = "own"  # a text of one's own: no article, so no proof can be looked for
NAMED = re.compile(r"[^\W_][\w-]{1,39}")  # what a grid of such a text may be called
LONGEST = 5000  # characters of own words that are kept
MANY = 60  # words; a box wants a sentence or two
RULE = (
    "For each box: what does the text offer, in your own words? Which few words of the text show it, and in "
    "which paragraph? If the text offers nothing, tick “blank”. A blank box is an answer."
)
FIELDS = {  # of a box, by what they are called
    "own_words": "{box}, in your own words",
    "proof": f"{{box}}, proof: at most {LONGEST_PROOF} words of the text",
    "paragraph": "{box}, number of the paragraph",
    "blank": "blank: the text offers no {box}",
    "go": "Save and compare",
}
SAY = {  # what is said about a box; pages say the same
    "words": "Write what the text offers, in your own words, or mark the box as blank.",
    "proof": "Give a proof: a few words of your text.",
    "empty": "The proof is missing: give a few words of the text that show it.",
    "long": f"The proof is too long: {LONGEST_PROOF} words at most. Which of them carry it?",
    "where": "In which paragraph? Give its number, such as 6.",
    "there": " These words stand in {places}.",
    "no_paragraph": "There is no ¶{number} in {name}.",
    "elsewhere": "These words do not stand in ¶{number}. They stand in {places}.",
    "no_block": "These words do not stand in ¶{number}: no block there has room for them. Look at the "
    "spelling.",
    "nowhere": "These words do not stand in ¶{number}: nor anywhere else in the text. Look at the spelling.",
    "given": "Given: so one of the makers read it. You may leave it as it is.",
    "blank": "Blank. {saved}",
    "kept": "{saved}",
    "many": " A sentence or two would do: these are {count} words.",
    "stands": "The proof stands in ¶{number}. {saved}",
    "blocks": "{saved} In blocks this proof cannot be checked: words of these lengths would fit into "
    "¶{number}. Unlock the text, or trust yourself.",
    "too_much": "{box}: that is too long to keep. A box holds {most} characters at most, and a sentence or "
    "two would do.",
}


def my_frames(texts=None, *, problem=None, cause=None, judgement=None, remedy=None):
    """Fill a frame grid of your own: my_frames("neo"). Without a name: a grid for a text of your own; under a
    name that you make up, such as my_frames("my_paper"), one for each of several.

    Typed, a box takes three things, or the word blank: my_frames("neo", cause=("own words", "proof", 6),
    remedy="blank"). A proof has six words at most. When all four boxes are done, two other readings stand
    beside yours.
    """
    grid = _grid_of(texts)
    given = {"problem": problem, "cause": cause, "judgement": judgement, "remedy": remedy}
    given = {box: understood(box, value) for box, value in given.items() if value is not None}
    return grid.keep(given) if given else grid


def _grid_of(texts):
    """The grid of an article, of a text of one's own, or of one that nobody has but its reader."""
    if texts is None:
        return OwnGrid()
    name = texts.strip() if isinstance(texts, str) else ""
    if NAMED.fullmatch(name) and name not in articles and not near_to(name, articles, spoken()):
        return OwnGrid(name=name)
    return OwnGrid(choose_one(texts, call="my_frames()"))


def finished(text):
    """Whether the student’s own grid of a text is done, so that other readings may be seen."""
    return OwnGrid(articles[text]).done


class OwnGrid:
    """A grid as far as it is filled. Printed, it says how to fill it by typing."""

    def __init__(self, article=None, name=""):
        self.article = article
        self.id = (f"{OWN}.{name}" if name else OWN) if not article or article.kind == YOURS else article.id
        self.name = article.name if article else f"{name}, a text of my own".removeprefix(", ")

    @property
    def boxes(self):
        """{box: its own words, proof, paragraph and blank}: what was saved, else what the lesson gives."""
        kept = self._of_event() if self.in_event else work().get(KEY + self.id).get("boxes")
        kept = kept if isinstance(kept, dict) else {}
        return {box: _clean(kept[box]) if box in kept else self.given.get(box, EMPTY) for box in BOXES}

    @property
    def in_event(self):
        """Whether the grid is one of the event of one's own that is open: it is kept there."""
        return bool(self.article) and open_event.is_own(self.id)

    def _of_event(self):
        return {row["box"]: row | {"blank": row["blank"] == "yes"}
                for row in open_event.rows("frames", self.id)}  # fmt: skip

    @property
    def given(self):
        """Boxes that a half-filled grid begins with: those of the first reading that are not left open."""
        first = readings().get(self.id, {}).get(1, {})
        if not any(box.left_open for box in first.values()):
            return {}
        return {
            name: {**EMPTY, "own_words": box.own_words, "proof": box.proof, "paragraph": box.paragraph}
            for name, box in first.items()
            if not box.left_open
        }

    @property
    def open(self):
        """The boxes that still want something."""
        return [box for box, filled in self.boxes.items() if self.wants(filled)]

    @property
    def unsure(self):
        """The boxes whose proof stands in blocks, so that nobody can check it."""
        return [box for box, filled in self.boxes.items() if self._state(filled) == "blocks"]

    def _state(self, filled):
        if self.article is None or filled["blank"] or filled in self.given.values():
            return ""
        return state_of(self.article, filled["proof"], filled["paragraph"]).name

    @property
    def done(self):
        return not self.open

    def wants(self, filled):
        """What a box still wants, as a sentence; "" where it is done."""
        if filled["blank"]:
            return ""
        if not filled["own_words"]:
            return SAY["words"]
        if self.article is None:
            return "" if filled["proof"] else SAY["proof"]
        number = filled["paragraph"]
        state = state_of(self.article, filled["proof"], number)
        places = _listed(state.paragraphs)
        if state.name in ("empty", "long"):
            return SAY[state.name]
        if number is None:
            return SAY["where"] + (SAY["there"].format(places=places) if places else "")
        if number not in {paragraph.number for paragraph in self.article.paragraphs}:
            return SAY["no_paragraph"].format(number=number, name=self.name)
        if state.name in ("stands", "blocks"):
            return ""
        absent = "no_block" if self.article.locked else "nowhere"
        return SAY["elsewhere" if places else absent].format(number=number, places=places)

    def says(self, filled):
        """What is said about a box: what it wants, or how sure its proof is."""
        if filled in self.given.values():
            return SAY["given"]
        if wanted := self.wants(filled):
            return wanted
        if filled["blank"]:
            return SAY["blank"].format(saved=saved_or_not())
        told = SAY[self._state(filled) or "kept"].format(saved=saved_or_not(), number=filled["paragraph"])
        count = len(filled["own_words"].split())
        return told + (SAY["many"].format(count=count) if count > MANY else "")

    def save(self, new):
        """Save boxes as they are. new: {box: dictionary like `EMPTY`}."""
        for box, filled in new.items():
            if len(filled["own_words"]) > LONGEST or len(filled["proof"]) > LONGEST:
                raise Problem(SAY["too_much"].format(box=box.capitalize(), most=f"{LONGEST:,}"))
        if self.in_event:
            event = open_event.writable()
            row = {"text": event.there(self.id)}
            event.folder.put("frames", *(row | {"box": box} | _clean(filled) for box, filled in new.items()))
            return
        known = {**self.boxes, **{box: _clean(filled) for box, filled in new.items()}}
        summed = "; ".join(f"{box}: {short(filled)}" for box, filled in known.items())
        work().change(KEY + self.id, lambda entry: {**entry, "kind": "grid", "boxes": known, "value": summed})

    def keep(self, new):
        """Save boxes and reply: what each of them wants, and, where all are done, two other readings."""
        self.save(new)
        return Compared(self, tuple(new))

    def __repr__(self):
        named = self.id.removeprefix(OWN).removeprefix(".")
        call = f'my_frames("{named}", ' if named else "my_frames("
        typed = f'{call}cause=("own words", "proof words", 6), remedy="blank")'
        lines = [f"My frame grid: {self.name}"]
        for box, filled in self.boxes.items():
            lines += ["", f"{box.capitalize()}: {BOXES[box]}", f"  {short(filled)}"]
            lines += [f"  {self.says(filled)}"] if filled != EMPTY else []
        after = [repr(Compared(self, ()))] if self.done else []
        return "\n".join([*lines, "", f"Fill it like this: {typed}", *after])


def _clean(filled):
    """A box as it is stored, whatever a work file from elsewhere holds."""
    filled = filled if isinstance(filled, dict) else {}
    return {
        **{name: str(filled.get(name) or "").strip() for name in ("own_words", "proof")},
        "paragraph": number_of(filled.get("paragraph")), "blank": filled.get("blank") is True,
    }  # fmt: skip


def _listed(numbers):
    return " and ".join(f"¶{number}" for number in numbers)
