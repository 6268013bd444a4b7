"""A PDF with a text layer: its lines put together to paragraphs again. A scanned page has no text to read."""

import io
import logging
import re
from collections import Counter
from dataclasses import replace

from ...problems import Problem
from . import languages
from .encodings import mended
from .reading import BODY, FURNITURE, HEADING, HEADLINE, Block, Reading, refused

MOST_PAGES = 200
MOST_TEXT = 5_000_000  # characters
FULL, HALF = (
    0.8,
    0.6,
)  # of the usual length of a line: what is shorter ends a paragraph, with a stop and without
EDGE = 3  # lines at the head and the foot of a page
STOP = re.compile(r"[.!?:…][\"'”’»)\]]*$")
NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.I)
ORDER = (
    "A PDF gives its text in the order in which it was stored. Compare it with the pages, above all columns."
)


def read(raw, name):
    """A PDF as a `Reading`. Lines that every page repeats are dropped; divided words are put together."""
    pages, about = _opened(raw, name)
    blocks = _blocks(pages)
    if not any(block.taken for block in blocks):
        raise refused(
            name,
            "holds no text, only pictures of pages (a scan). Look for the article as a web page, or type the "
            "text and save it as a file ending in .txt.",
        )
    title = str(about.get("/Title", "") or "").strip()
    found = Reading(tuple(blocks), title, author=str(about.get("/Author", "") or "").strip(), notes=(ORDER,))
    return languages.with_language(found)


def whole(raw, name):
    """All lines of the PDF as they stand there."""
    return "\n".join(line for page in _opened(raw, name)[0] for line in page)


def _opened(raw, name):
    """The lines of each page, and what the file says about itself."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of what a student cannot change
    try:
        pdf = PdfReader(io.BytesIO(raw))
        if pdf.is_encrypted and not pdf.decrypt(""):
            raise refused(name, "is locked with a password. Open it, copy the article's text, and paste it.")
        many = len(pdf.pages)
        if many <= MOST_PAGES:
            return [_lines(page.extract_text()) for page in pdf.pages], pdf.metadata or {}
    except Problem:
        raise
    except Exception as error:  # what is damaged fails in the library in many ways
        raise refused(
            name,
            "could not be read as a PDF; it may be damaged or locked. Open it, copy the article's text, and "
            "save it as a file ending in .txt.",
        ) from error
    raise refused(
        name, f"has {many} pages; an article has a few. Copy the article's text and save it as a .txt file."
    )


def _lines(text):
    return [" ".join(line.split()) for line in mended(text[:MOST_TEXT]).split("\n")]


def _blocks(pages):
    """Paragraphs in order; lines that pages repeat, and their numbers, are blocks of their own, dropped."""
    lengths = sorted(len(line) for page in pages for line in page if line)
    usual = lengths[len(lengths) * 3 // 4] if lengths else 0
    blocks, lines = [], []
    for line, on_every_page in _marked(pages):
        if on_every_page:
            blocks.append(Block(line, FURNITURE, False, "stands on every page"))
            continue
        if lines and (not line or _ends(lines[-1], line, usual)):
            blocks.append(_paragraph(lines, usual))
            lines = []
        lines += [line] if line else []
    blocks += [_paragraph(lines, usual)] if lines else []
    if blocks and blocks[0].role == HEADING:
        blocks[0] = replace(blocks[0], role=HEADLINE)
    return blocks


def _marked(pages):
    """Every line, and whether it is a page's number or stands at the edge of more than half of the pages."""
    edges = [{*page[:EDGE], *page[-EDGE:]} for page in pages]
    repeated = Counter(line for edge in edges for line in edge)
    for page, edge in zip(pages, edges, strict=True):
        for line in page:
            often = repeated[line] > 2 and repeated[line] * 2 > len(pages)
            yield line, bool(line) and line in edge and (often or bool(NUMBER.fullmatch(line)))


def _ends(line, following, usual):
    """Whether a paragraph ends with a line: it is short, and a stop or a heading."""
    if STOP.search(line):
        return len(line) < FULL * usual
    return len(line) < HALF * usual and following[0].isupper()


def _paragraph(lines, usual):
    text = lines[0]
    for line in lines[1:]:
        divided = re.search(r"[^\W\d_]-$", text) and line[0].islower()
        text = f"{text[:-1]}\u00ad{line}" if divided else f"{text} {line}"
    return Block(text, BODY if STOP.search(text) or len(text) > FULL * usual else HEADING)
