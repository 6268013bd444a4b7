"""A framing brief as a Word document, made of the same blocks as the page: headings, tables with real header
rows, and beside each count a small picture with its words."""

import io
import re

from ..own_event.brief import Picture, Table, Text
from .brief_page import size
from .strips import strip

NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # what no Word document may hold
SCALE = "On a scale from 0 to {most}"
ROOM, DRAWN = 182, 36  # mm between the margins, and for a column of pictures
SIZES = ((8.5, 7.5), (8, 7), (7.3, 6.6), (6.6, 6.1), (6.2, 5.8))  # of words and cells, by how full it is
CELL = "Cell"
LONGEST_WORD = 16  # letters that a column is made wide enough for


def document(brief):
    """A `Brief` as the bytes of a .docx file."""
    import docx
    from docx.shared import Mm, Pt

    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(14)
    section.top_margin = section.bottom_margin = Mm(12)
    _quiet(made, Pt, *SIZES[len(size(brief).split())])
    made.core_properties.title = _plain(f"{brief.title}: a framing brief")
    made.core_properties.author = _plain(brief.made_by)
    made.core_properties.language = "en"
    made.core_properties.comments = ""
    by = f" by {brief.made_by}" if brief.made_by else ""
    made.add_paragraph(_plain(f"A framing brief{by}"))
    made.add_heading(_plain(brief.title), 1)
    if brief.about:
        made.add_paragraph(_plain(brief.about))
    for block in brief.blocks:
        made.add_heading(_plain(block.title), 2)
        ranges = ()
        for one in block.parts:
            if isinstance(one, Text):
                for line in one.lines:
                    made.add_paragraph(_plain(line))
            elif isinstance(one, Picture):
                made.add_paragraph(_plain(one.chart.words))
                ranges = one.ranges
            elif isinstance(one, Table):
                _table(made, one, ranges)
                ranges = ()
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _quiet(made, pt, words, cells):
    """Letters small enough for two sheets."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import RGBColor

    made.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    for name, high, before in (
        ("Normal", words, 0),
        ("Heading 1", 15, 0),
        ("Heading 2", words + 2, 5),
        (CELL, cells, 0.7),
    ):
        style = made.styles[name]
        style.font.size, style.font.name = pt(high), "Arial"
        style.font.color.rgb = RGBColor(0x1D, 0x1B, 0x17)
        style.paragraph_format.space_before = pt(before)
        style.paragraph_format.space_after = pt(0.7 if name == CELL else 2)
        style.paragraph_format.line_spacing = 1.0


def _table(made, one, ranges):
    """A table under its label; where it has ranges, a column of pictures repeats them."""
    most = max((end for row in ranges for end in row if end == end), default=0)
    label = made.add_paragraph(_plain(one.label))
    label.paragraph_format.keep_with_next = True
    names = [*one.columns, *([SCALE.format(most=f"{most:,.0f}")] if ranges else [])]
    table = made.add_table(rows=1, cols=len(names), style="Table Grid")
    table.autofit = False
    _header(table.rows[0])
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        _write(cell, name, bold=True)
    for number, row in enumerate(one.rows):
        line = table.add_row()
        _whole(line)
        for cell, said in zip(line.cells, row, strict=False):
            _write(cell, said)
        if ranges:
            told = f"{row[0]}, {row[1]}: {row[4]} per 1,000 words, {row[5]}, on a scale from 0 to {most:,.0f}"
            _picture(line.cells[-1], strip(*ranges[number], most), told)
    _set(table, [*_widths(one.columns, one.rows, ROOM - DRAWN * bool(ranges)), *[DRAWN] * bool(ranges)])
    made.add_paragraph("").paragraph_format.line_spacing = 0.6


def _widths(names, rows, room):
    """How wide each column is, in mm: its longest word has room, and the rest goes by how much stands in it.

    >>> [round(width) for width in _widths(["Hits", "Why"], [["6", "four words are enough"]], 60)]
    [17, 43]
    """
    columns = [[str(said) for said in column] for column in zip(names, *rows, strict=False)]
    longest = [min(LONGEST_WORD, max(map(len, " ".join(column).split()), default=1)) for column in columns]
    least = [1.5 * letters + 4.5 for letters in longest]  # a cell has its margins, too
    usual = [sum(map(len, column)) / len(column) for column in columns]
    left = max(0, room - sum(least))
    shared = [own + left * much / sum(usual) for own, much in zip(least, usual, strict=True)]
    return [room * each / sum(shared) for each in shared]


def _set(table, widths):
    from docx.shared import Mm

    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _write(cell, said, bold=False):
    cell.paragraphs[0].style = CELL
    cell.paragraphs[0].add_run(_plain(said)).bold = bold


def _picture(cell, png, words):
    from docx.shared import Mm

    cell.paragraphs[0].style = CELL
    shape = cell.paragraphs[0].add_run().add_picture(io.BytesIO(png), width=Mm(29))
    shape._inline.docPr.set("descr", _plain(words))  # python-docx has no call for it


def _header(row):
    """Say that a row is the header, on every page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _whole(row):
    """A row is not parted by the end of a page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _plain(text):
    return NO_XML.sub("", str(text))
