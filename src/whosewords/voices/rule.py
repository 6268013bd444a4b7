"""The rule for any string: voices of lines, over them reported speech, over it quotations."""

from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from ..problems import Problem
from ..shelf.lines import boilerplate, line_voices
from ..words import parted, remembered, steady
from .attribution import after
from .people import named
from .quotations import quotations
from .reporting import reported
from .rows import rows
from .speakers import Quoted, quoted


class Stretch(NamedTuple):
    """A stretch of a string in one voice; `speaker` is how the text names who speaks in Q and I, or None."""

    start: int
    end: int
    voice: str
    speaker: str | None = None


@steady()
def voices(s: str) -> list[Stretch]:
    """The voices of a string: stretches that follow one another and cover it whole.

    >>> for stretch in voices("The “friendly” army left. “We won,” Ms Roe said."):
    ...     print(stretch.voice, stretch.start, stretch.end, stretch.speaker)
    A 0 4 None
    S 4 14 None
    A 14 26 None
    Q 26 35 Ms Roe
    A 35 48 None
    """
    if not isinstance(s, str):
        raise Problem(f"voices() reads a text in quotation marks, but got {s!r}.")
    return [*_voices(s)]


@remembered
def _voices(s):
    found = parted(s).lines
    letters = line_voices([line.text for line in found])
    return tuple(stretches(s, [(*line[1:], voice) for line, voice in zip(found, letters, strict=True)]))


def stretches(s, base):
    """The voices of a string whose lines have the voices `base`: a list of (start, end, voice)."""
    starts = [start for start, _, _ in base]

    def heading(place):
        n = bisect_right(starts, place) - 1
        return n >= 0 and base[n][2] == "H"

    paragraphs = [line[:2] for line in base]
    found = quotations(s, paragraphs)
    listed = rows(
        s, paragraphs, [(q.start, q.end) for q in found], lambda line, i: after(line, i, s) is not None
    )
    reports = [Quoted(a, b, "I", said, r) for r, row in enumerate(listed) for a, b, said in reported(row)]
    spoken = named(
        s,
        listed,
        sorted([*reports, *quoted(s, listed, found, heading, reports)], key=lambda item: item.start),
    )
    layers = [
        [(start, end, voice, None) for start, end, voice in base],
        [item[:4] for item in spoken if item.voice == "I" and not heading(item.start)],
        [item[:4] for item in spoken if item.voice != "I"],
        [(m.start(), m.end(), "B", None) for m in boilerplate("inline").finditer(s)],
        [(start, end, "B", None) for start, end, voice in base if voice == "B"],
    ]
    return _painted(s, [layer for layer in layers if layer])


def _painted(s, layers):
    """Lay the layers one over the other and read off the stretches."""
    cuts = sorted(
        {0, len(s)} | {place for layer in layers for start, end, *_ in layer for place in (start, end)}
    )
    result, at = [], [0] * len(layers)
    for start, end in pairwise(cuts):
        kind = "A", None, None
        for n, layer in enumerate(layers):
            while at[n] < len(layer) and layer[at[n]][1] <= start:
                at[n] += 1
            if at[n] < len(layer) and layer[at[n]][0] <= start:
                first, _, voice, said = layer[at[n]]
                kind = voice, s[said.start : said.end] if said else None, first if voice in "QS" else None
        if result and result[-1][0] == kind:
            result[-1][2] = end
        else:
            result.append([kind, start, end])
    return [Stretch(start, end, voice, speaker) for (voice, speaker, _), start, end in result]
