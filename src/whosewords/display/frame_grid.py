"""How a frame grid looks: four boxes, each with own words, a proof, its place, or “blank”. Decides nothing.

`empty_grid` draws a grid to fill by hand, for paper and for pages without a notebook.
"""

from functools import cache
from html import escape
from importlib import resources

from ..measures.concordance import Line, sentence_of
from ..measures.frames import BOXES, LONGEST_PROOF, place_of
from ..voices import VOICES, voice_of
from .hits import framed, item
from .reading import drawn_words

LINES = ("In my own words", "", "", f"Proof, at most {LONGEST_PROOF} words", "In paragraph ¶")  # to write on


def empty_grid(name="", given=None):
    """An empty grid to fill by hand, as HTML: four boxes with lines to write on, and a box to tick for blank.

    name: whose grid it is, such as the name of a text. given: {box: HTML} for boxes that are filled already.

    >>> empty_grid("invented text").count("In my own words")
    4
    >>> empty_grid(given={"problem": "<p>It rains.</p>"}).count("In my own words")
    3
    """
    label = f"Frame grid: {name}" if name else "Frame grid"
    return grid({box: (given or {}).get(box) or to_fill(box) for box in BOXES}, label)


def to_fill(box):
    """What stands in a box that is still to be filled by hand."""
    lines = "".join(f'<p class="ww-line">{line}</p>' for line in LINES)
    return f"{lines}<p>☐ blank: the text offers no {escape(box)}</p>"


def grid(inside, label, long=False):
    """Boxes as HTML. inside: {box: HTML}. long: one under the other, for boxes that hold several texts."""
    boxes = "".join(
        f'<div class="ww-job" role="group" aria-label="{escape(f"{box.capitalize()}, {label}")}">'
        f'<p class="ww-jobname"><strong>{box.capitalize()}</strong> <span>{escape(BOXES[box])}</span></p>'
        f"{html}</div>"
        for box, html in inside.items()
    )
    return framed(f'<style>{style_sheet()}</style><div class="ww-frames{" ww-long" * long}">{boxes}</div>')


def beside(cells):
    """Several cells of one box side by side. cells: pairs (whose it is, HTML)."""
    inside = "".join(f'<div><p class="ww-whose">{escape(whose)}</p>{html}</div>' for whose, html in cells)
    return f'<div class="ww-beside-each">{inside}</div>'


def cell(article, box):
    """One box of one reading as HTML: own words, proof with its place, and the sentence to open."""
    if box.blank:
        return blank()
    return words_and_proof(box.own_words, box.proof, where(article, box)) + unfold(article, box)


def blank(note=""):
    """A box that was left blank, as HTML."""
    return f'<p class="ww-blank"><strong>blank</strong>{escape(note)}</p>'


def words_and_proof(own_words, proof, place):
    """Own words, and under them the proof with where it stands, as HTML."""
    shown = f'<p class="ww-proof"><q>{escape(proof)}</q> <span>{escape(place)}</span></p>' if proof else ""
    return f"<p>{escape(own_words)}</p>{shown}"


def where(article, box):
    """Where a proof stands and whose words it is: `¶11 · voice I, reported speech`."""
    place = place_of(article, box)
    if place is None:
        return f"¶{box.paragraph}"
    voice = voice_of(article)[place.start]
    return f"¶{box.paragraph} · voice {voice}, {VOICES[voice]}"


def unfold(article, box):
    """The sentence that a proof stands in, marked, to open; in blocks where the article is."""
    place = place_of(article, box)
    if place is None:
        return ""
    at = voice_of(article)[place.start], place.start, place.end, *sentence_of(article.words)[place.start]
    shown = item(article, Line(article.id, place.paragraph, *at), drawn_words.looks_of(article))
    return f"<details><summary>Show the place</summary><ol>{shown}</ol></details>"


@cache
def style_sheet():
    """The look of grids, as the text of a style sheet."""
    return resources.files(__package__).joinpath("frame_grid.css").read_text(encoding="utf-8")
