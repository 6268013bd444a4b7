"""Quotation marks: where each quotation of a text begins and ends.

Only the marks are looked at; who speaks, and whether the marks mean distance, is asked in `attribution` and
`voices`. Each mark is read as opening, closing or neither (an apostrophe, inches) from the two characters
beside it, and the marks are then paired inside three families: “ ” „ " `` '' together (so that mixed marks
pair), « », and single marks.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from ..words import LINE, lines

REACH = 5000  # characters; a pair further apart than about two pages is a mark that was forgotten
MARK = re.compile(r"[“”„‟\"″❝❞〝〞＂«»‹›‘’‚‛'`❛❜](?:(?<=`)`|(?<=')')?")  # a set first: found sooner
FAMILY = {mark: 0 for mark in ("``", "''", *'“”„‟"″❝❞〝〞＂')} | {mark: 1 for mark in "«»‹›"}
OPENING_SIDE = set("([{—–-/:=“‘„«‹\"'…_*")
CLOSING_SIDE = set(")]}.,;:!?…—–-/”’»›\"'_*")
UNSEEN = set("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff")
BLOCK = re.compile(r"[ \t]*>[ \t]+(?=\S)")  # a block quotation, as in e-mails and Markdown
TURNED = re.compile(r"’\w[^’‘'\n]{0,60}[^\ss’‘'\n]’(?!\w)")  # ’thus’, the first mark turned the wrong way
STOPS = frozenset(",.!?…—–-")
LEAD = re.compile(r"[:,.!?…]\s*$")
# Words that begin with an apostrophe of their own.
ELISION = re.compile(
    r"(?:\d\ds?|tis|twas|twere|em|til|till|cause|cuz|bout|round|neath|n|im|er|ere|ave|ello)\b", re.I
)
OPEN, CLOSE, DOUBTFUL = 1, -1, -2


class Quotation(NamedTuple):
    """A stretch between quotation marks; `start` and `end` include the marks, `inside` is what they hold.

    `continued`: it goes on from the paragraph before, whose marks were left open.
    """

    start: int
    end: int
    inside: tuple[int, int]
    continued: bool = False


class Mark(NamedTuple):
    start: int
    end: int
    family: int
    role: int
    line: int
    leads: bool  # the first thing on its line
    begins: bool  # it stands where a sentence or what is quoted may begin
    plural: bool  # it follows an s
    stopped: bool  # it follows a sign that ends a quotation


def quotations(s, paragraphs=None):
    """The outermost quotations of a string, in order: a list of `Quotation`.

    paragraphs: (start, end) of its lines, where they are known already.

    A quotation that its author leaves open at the end of a paragraph and opens again in the next comes out as
    one quotation a paragraph. A mark that is never closed holds to the end of its line. A quotation inside a
    quotation belongs to the outer one. Time grows in step with the length of the string.

    >>> s = "It’s the boys’ ‘last “big” chance’ – rock 'n' roll"
    >>> [s[q.start : q.end] for q in quotations(s)]
    ['‘last “big” chance’']
    """
    found = paragraphs if paragraphs is not None else [line[1:] for line in lines(s)]
    listed = _paired(s, [end for _, end in found])
    blocks = [line.span() for line in LINE.finditer(s) if BLOCK.match(s, *line.span())] if ">" in s else []
    return _with_blocks(listed, blocks) if blocks else listed


def _with_blocks(found, blocks):
    """The quotations with every line that is set off as a block for one of them."""
    ends, starts = [end for _, end in blocks], [start for start, _ in blocks]
    outside = [q for q in found if bisect_right(starts, q.start) == bisect_right(ends, q.start)]
    listed = [Quotation(start, end, (start, end)) for start, end in blocks]
    return sorted([*outside, *listed])


def _paired(s, ends):
    """The quotations between paired marks; `ends` are the ends of the lines."""
    marks = _marks(s, ends)
    following = _following(marks)
    found, i = [], 0
    open_line = None  # the line at whose end a quotation was left open
    while i < len(marks):
        mark = marks[i]
        last = _partner(marks, following, i, ends) if mark.role == OPEN else None
        if last is None:
            i += 1
            continue
        closed = isinstance(last, Mark)
        inside_end, end = (last.start, last.end) if closed else (last, last)
        continued = mark.leads and open_line is not None and open_line == mark.line - 1
        found.append(Quotation(mark.start, end, (mark.end, inside_end), continued))
        open_line = None if closed else mark.line
        while i < len(marks) and marks[i].start < end:
            i += 1
    return found


def _marks(s, ends):
    """Every mark with its role, apostrophes left out; `ends` are the ends of the lines."""
    marks, depth, line_before = [], [None, None, None], -1
    for found in MARK.finditer(s):
        start, end, text = found.start(), found.end(), found.group()
        line = bisect_right(ends, start)
        if line != line_before:
            depth, line_before = [None, None, None], line
        family = FAMILY.get(text, 2)
        role = _role(s, start, end, text, depth[family])
        if role:
            begin = max(ends[line - 1] if line else 0, start - 40)
            lead, last = s[begin:start], s[start - 1 : start]
            leads = not lead.strip() and (begin == 0 or start - begin < 40)
            begins = leads or bool(LEAD.search(lead))
            marks.append(
                Mark(start, end, family, role, line, leads, begins, last in ("s", "S"), last in STOPS)
            )
            depth[family] = text if role == OPEN else None
    return marks


def _role(s, start, end, text, opened):
    """Opening, closing, doubtful or nothing; `opened`: the mark of this family still open on this line."""
    before = s[start - 1] if start else " "
    after = s[end] if end < len(s) else " "
    if before in UNSEEN:
        before = s[start - 2] if start > 1 else " "
    if after in UNSEEN:
        after = s[end + 1] if end + 1 < len(s) else " "
    left = before.isspace() or before in OPENING_SIDE  # an opening mark may stand here
    right = after.isspace() or after in CLOSING_SIDE  # a closing mark may stand here
    if text in "„‚‟‛" and not after.isspace():
        return OPEN
    if text in "‘’'`❛❜":
        return _single_role(s, end, text, before, after, left, right, opened)
    if text in ("“", "«", "‹", "``", "❝", "〝"):
        reversed_pair = opened in ("„", "»", "›") or (
            text == "“" and opened and right and not before.isspace()
        )
        return CLOSE if reversed_pair else OPEN
    if text in ("”", "»", "›", "''", "❞", "〞"):
        return OPEN if opened is None and left and not right else CLOSE
    if before.isdigit() and opened is None and right:
        return 0  # inches
    if left != right:
        return OPEN if left else CLOSE
    return OPEN if opened is None else CLOSE


def _single_role(s, end, text, before, after, left, right, opened):
    if before.isalnum() and after.isalnum():
        return 0
    if text in "❛❜":
        return OPEN if text == "❛" else CLOSE
    if text == "‘" and left and after.isspace() and opened is None:
        return OPEN  # ‘ thus ’
    if left and not after.isspace() and not right:
        turned = text != "’" or opened == "‚" or TURNED.match(s, end - 1)
        return OPEN if turned and not ELISION.match(s, end) else 0
    if before.isspace():
        return CLOSE if opened == "‘" and text == "’" else 0
    if text == "‘" and not right:
        return 0
    plural = before in "sSzZ" and after.isspace() and s[end + 1 : end + 2].isalpha()
    dropped = before == "n" and after.isspace()  # singin' in the rain
    return DOUBTFUL if plural or (dropped and text == "'") else CLOSE


def _following(marks):
    """For each mark the numbers of the next opening, closing and doubtful one of its family."""
    none = len(marks)
    upcoming = [[none, none, none] for _ in range(3)]
    result = [None] * none
    for i in range(none - 1, -1, -1):
        row = upcoming[marks[i].family]
        result[i] = tuple(row)
        row[{OPEN: 0, CLOSE: 1, DOUBTFUL: 2}[marks[i].role]] = i
    return result


def _partner(marks, following, i, ends):
    """What ends the quotation that mark `i` opens: a mark, the offset of a line's end, or None."""
    mark, none = marks[i], len(marks)
    opening, closing, doubtful = following[i]
    goes_on = _opens_next_line(marks, opening, mark)
    if mark.family == 2:
        sure = closing < opening and marks[closing].line == mark.line
        if not sure and goes_on and mark.begins:
            return ends[mark.line]
        closing = closing if sure else doubtful
        fits = closing < opening and marks[closing].line == mark.line
        return _after_a_plural(marks, following, closing, opening) if fits else None
    if closing < opening:
        near = marks[closing].line == mark.line or marks[closing].start - mark.start < REACH
        return marks[closing] if near else ends[mark.line]
    if opening < none and closing < none and marks[opening].line == mark.line == marks[closing].line:
        later_opening, later_closing, _ = following[closing]
        if later_closing < later_opening and marks[later_closing].start - mark.start < REACH:
            return marks[later_closing]  # the same marks inside themselves
        if mark.leads and _opens_next_line(marks, later_opening, mark):
            return ends[mark.line]
        return None
    return ends[mark.line] if mark.line < len(ends) else None


def _after_a_plural(marks, following, closing, opening):
    """The closing mark; one that follows an s gives way to one that follows a stop: ‘the boys’, too,’."""
    later = closing
    while marks[later].plural and (upcoming := following[later][1]) < opening:
        if upcoming == len(marks) or marks[upcoming].line != marks[closing].line:
            break
        later = upcoming
    return marks[later] if marks[later].stopped else marks[closing]


def _opens_next_line(marks, opening, mark):
    """Whether the next line begins with an opening mark: the sign that a quotation goes on."""
    return opening < len(marks) and marks[opening].leads and marks[opening].line == mark.line + 1
