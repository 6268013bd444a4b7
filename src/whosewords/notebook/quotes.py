"""Curly quotation marks in a cell, read as the straight ones that Python wants. Text in, text out."""

import ast
import re

CURLY = re.compile("[“”„‟«»‘’‚‛]")
STRAIGHT = str.maketrans({mark: '"' for mark in "“”„‟«»"} | {mark: "'" for mark in "‘’‚‛"})


def repaired(cell):
    """The cell with curly quotation marks made straight where that lets Python read it; else the cell as it
    was.

    Curly marks inside a text that is quoted properly stay.

    >>> repaired('find(“militant*”)')
    'find("militant*")'
    >>> repaired('find("“friendly”")')
    'find("“friendly”")'
    """
    if not CURLY.search(cell) or _reads(cell):
        return cell
    for attempt in (_delimiters(cell), cell.translate(STRAIGHT)):
        if _reads(attempt):
            return attempt
    return cell


def _reads(cell):
    """Whether Python can read the cell; lines that begin with % or ! are the notebook's own."""
    try:
        ast.parse(re.sub(r"(?m)^\s*[%!].*$", "pass", cell))
    except (SyntaxError, ValueError):
        return False
    return True


def _delimiters(cell):
    """Curly marks that open or close a text made straight; those inside a text kept."""
    out, closing = [], ""
    for i, mark in enumerate(cell):
        if not closing and mark in '“”„‟«»"':
            closing, mark = '“”„‟«»"', '"'
        elif not closing and mark in "‘’‚‛'":
            closing, mark = "‘’‚‛'", "'"
        elif closing and mark in closing and _ends(cell, i):
            mark, closing = '"' if '"' in closing else "'", ""
        out.append(mark)
    return "".join(out)


def _ends(cell, i):
    """A mark ends a text where a bracket, a comma, an operator or the end of the line follows."""
    return bool(re.match(r"\s*(?:[\])},:+=]|$|\n)", cell[i + 1 :]))
