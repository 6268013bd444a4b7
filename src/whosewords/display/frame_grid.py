"""How a frame grid looks: four boxes, each with own words, a proof, its place, or “blank”. Decides nothing.

`empty_grid` draws a grid to fill by hand, for paper and for pages without a notebook.
"""

from functools import cache
from importlib import resources

from ..measures.concordance import Line, sentence_of
from ..measures.frames import BOXES
from ..measures.proofs import LONGEST_PROOF, place_of
from ..voices import VOICES, voice_of
from .hits import framed, item
from .html import code, element, paragraph, strong, style_of, together, unfold
from .reading import drawn_words

LINES = ("In my own words", "", "", f"Proof, at most {LONGEST_PROOF} words", "In paragraph ¶")  # to write on


def empty_grid(name="", given=None):
    """An empty grid to fill by hand, as HTML: four boxes with lines to write on, and a box to tick for blank.

    name: whose grid it is, such as the name of a text. given: {box: piece} for boxes that are filled already.

    >>> empty_grid("invented text").count("In my own words")
    4
    >>> empty_grid(given={"problem": "It rains."}).count("In my own words")
    3
    """
    label = f"Frame grid: {name}" if name else "Frame grid"
    return grid({box: (given or {}).get(box) or to_fill(box) for box in BOXES}, label)


def to_fill(box):
    """What stands in a box that is still to be filled by hand."""
    lines = [paragraph(line, look="ww-line") for line in LINES]
    return together(lines, paragraph(f"☐ blank: the text offers no {box}"))


def grid(inside, label, long=False, folded=False):
    """Boxes as HTML. inside: {box: piece}. long: one under the other, for boxes that hold several texts.
    folded: each behind a line to open, where a picture tells already which are filled."""
    boxes = [_box(box, shown, label, folded) for box, shown in inside.items()]
    return framed([style_of(style_sheet()), element("div", boxes, look="ww-frames" + " ww-long" * long)])


def _box(box, shown, label, folded):
    name = strong(box.capitalize())
    if folded:
        told = unfold(together(name, f" {BOXES[box]}"), shown)
    else:
        told = together(paragraph(name, " ", element("span", BOXES[box]), look="ww-jobname"), shown)
    return element("div", told, look="ww-job", role="group", label=f"{box.capitalize()}, {label}")


def beside(cells):
    """Several cells of one box side by side. cells: pairs (whose it is, a text or a piece)."""
    inside = [element("div", paragraph(whose, look="ww-whose"), shown) for whose, shown in cells]
    return element("div", inside, look="ww-beside-each")


def in_turn(cells):
    """The same one under the other."""
    return together((paragraph(whose, look="ww-whose"), shown) for whose, shown in cells)


def to_open(call):
    """What stands in a box that is the reader's to fill: the line that opens their grid."""
    return paragraph("Yours to fill: ", code(call), " opens your grid.")


def cell(article, box):
    """One box of one reading as HTML: own words, proof with its place, and the sentence to open."""
    if box.blank:
        return blank()
    return together(words_and_proof(box.own_words, box.proof, where(article, box)), place(article, box))


def blank(note=""):
    """A box that was left blank, as HTML."""
    return paragraph(strong("blank"), note, look="ww-blank")


def words_and_proof(own_words, proof, place):
    """Own words, and under them the proof with where it stands, as HTML."""
    told = paragraph(element("q", proof), " ", element("span", place), look="ww-proof") if proof else None
    return together(paragraph(own_words), told)


def where(article, box):
    """Where a proof stands and whose words it is: `¶11 · voice I, reported speech`."""
    place = place_of(article, box)
    if place is None:
        return f"¶{box.paragraph}"
    voice = voice_of(article)[place.start]
    return f"¶{box.paragraph} · voice {voice}, {VOICES[voice]}"


def place(article, box):
    """The sentence that a proof stands in, marked, to open; in blocks where the article is."""
    found = place_of(article, box)
    if found is None:
        return ""
    at = voice_of(article)[found.start], found.start, found.end, *sentence_of(article.words)[found.start]
    shown = item(article, Line(article.id, found.paragraph, *at), drawn_words.looks_of(article))
    return unfold("Show the place", element("ol", shown))


@cache
def style_sheet():
    """The look of grids, as the text of a style sheet."""
    return resources.files(__package__).joinpath("frame_grid.css").read_text(encoding="utf-8")
