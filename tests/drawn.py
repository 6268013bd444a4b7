"""Reads a picture: where its marks, lines and words stand."""

from typing import NamedTuple
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


class Piece(NamedTuple):
    """One piece of a picture: its tag, its attributes, its words; x in hundredths of the width, y in pixels,
    those of the pieces around it added."""

    tag: str
    given: dict
    text: str
    x: float
    y: float


def pieces(chart, tag=None):
    """All pieces of a picture in order, or those of one tag."""
    found = []

    def walk(node, x, y):
        here = {name.removeprefix(SVG): value for name, value in node.attrib.items()}
        left = here.get("x", here.get("cx", here.get("x1", "0")))
        x = x + float(left[:-1]) if left.endswith("%") else x
        y = y + float(here.get("y", here.get("cy", here.get("y1", "0"))))
        found.append(Piece(node.tag.removeprefix(SVG), here, node.text or "", round(x, 2), round(y, 1)))
        for child in node:
            walk(child, x, y)

    root = ElementTree.fromstring(chart.svg())
    for child in root:
        walk(child, 0.0, 0.0)
    return [piece for piece in found if tag in (None, piece.tag)]


def words(chart):
    """The words of a picture as {text: (x, y)}."""
    return {piece.text: (piece.x, piece.y) for piece in pieces(chart, "text")}
