"""A value with its range as a small picture of pixels: for documents that take no drawings of lines.

A dot on a line from 0 to the largest end, and the range as a thick bar. It repeats the number beside it.
"""

import struct
import zlib

WIDE, HIGH, EDGE = 360, 36, 10
PAPER, LINE, BAR, DOT = 255, 190, 130, 20  # shades of grey


def strip(value, low, high, most):
    """A PNG of a value with its range on a scale from 0 to `most`, as bytes; only the scale where it is NaN.

    >>> strip(34.0, 5.0, 71.0, 110.0)[1:4]
    b'PNG'
    """
    rows = [[PAPER] * WIDE for _ in range(HIGH)]
    middle = HIGH // 2
    _fill(rows, EDGE, middle, WIDE - EDGE, middle + 1, LINE)
    for end in (EDGE, WIDE - EDGE - 1):
        _fill(rows, end, middle - 6, end + 1, middle + 7, LINE)
    if low == low and high == high:
        _fill(rows, _at(low, most), middle - 3, _at(high, most) + 1, middle + 4, BAR)
    if value == value:
        x = _at(value, most)
        for y in range(-7, 8):
            half = round((49 - y * y) ** 0.5)
            _fill(rows, x - half, middle + y, x + half + 1, middle + y + 1, DOT)
    return _png(rows)


def _at(value, most):
    share = min(1.0, max(0.0, value / most)) if most else 0.0
    return round(EDGE + share * (WIDE - 2 * EDGE - 1))


def _fill(rows, left, top, right, bottom, shade):
    for y in range(max(0, top), min(HIGH, bottom)):
        for x in range(max(0, left), min(WIDE, right)):
            rows[y][x] = shade


def _png(rows):
    raw = b"".join(b"\0" + bytes(row) for row in rows)
    head = struct.pack(">IIBBBBB", WIDE, HIGH, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(raw)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
