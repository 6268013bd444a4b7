"""Hits as marks along each text, from its first word to its last: where they stand, and who speaks there."""

from dataclasses import replace
from typing import NamedTuple

from . import drawing
from .drawing import (
    BLUE,
    INK,
    PLUM,
    RUST,
    SMALL,
    SOFT,
    USUAL,
    axis,
    legend,
    mark,
    numbers,
    picture,
    scale,
    text,
)

LOOKS = {  # voice: shape, colour, hollow. Own words stand over the line, the words of others under it.
    "A": ("circle", BLUE, False),
    "H": ("square", BLUE, False),
    "E": ("triangle", BLUE, True),
    "Q": ("diamond", RUST, False),
    "I": ("wedge", RUST, True),
    "S": ("cross", PLUM, False),
    "B": ("stroke", SOFT, False),
}
OWN = "AHE"
R = 3.5  # pixels
APART = 7.5  # pixels between the middles of two marks; nearer ones are piled up


class Track(NamedTuple):
    """One text: its name, its number of words, and its hits as pairs (number of the word, voice)."""

    name: str
    words: int
    hits: tuple


def places(tracks, voices, words):
    """A dispersion plot: a line for each text, as long as the text is, with a mark for each hit.

    tracks: of `Track`. voices: {letter: what it means}, for the legend. words: the picture in words.
    """
    longest = max(track.words for track in tracks)
    values = replace(scale([longest], zero=True), high=longest)
    pieces, y = [], 0
    for track in tracks:
        drawn, y = _track(track, values, y)
        pieces += drawn
    marks, y = axis(numbers(values), 6, y + 2, "words from the beginning of the text")
    used = [letter for letter in LOOKS if any(letter == voice for track in tracks for _, voice in track.hits)]
    entries = [
        (f"{letter} {voices[letter]}", lambda x, y, letter=letter: _mark(letter, x, y)) for letter in used
    ]
    key, y = legend(y + 20, entries)
    return picture(words, y, marks, pieces, key)


def _track(track, values, top):
    """One text from its name to the line, as (pieces, where it ends)."""
    long = values.at(track.words)
    own, said = (_piles(track, values, inside) for inside in (True, False))
    line = top + LINE_OF_NAME + 18 + APART * max([level for *_, level in own], default=0)
    hits = len(track.hits)
    pieces = [
        text(0, top + LINE_OF_NAME, track.name, font_weight=600),
        text(100, top + LINE_OF_NAME, f"{hits} hit{'s' * (hits != 1)}", "end", font_size=SMALL),
        drawing.line(0, line, long, line, INK, 1.5),
        *(drawing.line(x, line - 4, x, line + 4, INK, 1.5) for x in (0, long)),
    ]
    pieces += [_mark(voice, x, line - 7 - APART * level) for x, voice, level in own]
    pieces += [_mark(voice, x, line + 7 + APART * level) for x, voice, level in said]
    return pieces, line + 10 + APART * (max([level for *_, level in said], default=-1) + 1)


LINE_OF_NAME = 19  # pixels from the top of a track to the foot of its name


def _piles(track, values, own):
    """The marks on one side of a line as (place, voice, level): those that would touch are piled up."""
    ends, found = [], []
    for at_word, voice in track.hits:
        if (voice in OWN) != own:
            continue
        x = values.at(at_word + 0.5)
        pixels = x * USUAL / 100
        level = next((n for n, end in enumerate(ends) if pixels - end >= APART), len(ends))
        ends[level : level + 1] = [pixels]
        found.append((x, voice, level))
    return found


def _mark(voice, x, y):
    shape, colour, hollow = LOOKS[voice]
    return mark(shape, x, y, R, colour, hollow)
