"""A Word document (`.docx`): its paragraphs and tables in order, with the roles that styles give them."""

import io
import zipfile
from dataclasses import replace

from . import languages, reading
from .encodings import mended
from .reading import Block, Reading, refused

LARGEST = 60_000_000  # bytes, unpacked; a book with its pictures has less
ROLES = {
    "title": reading.HEADLINE, "subtitle": reading.STANDFIRST, "heading": reading.HEADING,
    "quote": reading.QUOTE, "intense quote": reading.QUOTE, "caption": reading.CAPTION, "list": reading.ITEM,
}  # fmt: skip
WRITTEN = ".//w:r[not(ancestor::w:del or ancestor::w:moveFrom or ancestor::w:txbxContent)]"


def is_docx(raw):
    """Whether the bytes of a file are those of a Word document, whatever its name ends in."""
    return raw.startswith(b"PK\x03\x04") and b"word/" in raw


def read(raw, name):
    """A Word document as a `Reading`. Nothing in it is run and no link in it followed."""
    document = _document(raw, name)
    blocks = [Block(mended(text), role) for role, text in _paragraphs(document)]
    if not blocks:
        raise refused(
            name, "holds no text. If it is a picture of a text, type the text and save it as a .txt file."
        )
    if blocks[0].role == reading.HEADING:
        blocks[0] = replace(blocks[0], role=reading.HEADLINE)
    about = document.core_properties
    title = blocks[0].text if blocks[0].role == reading.HEADLINE else about.title
    return languages.with_language(Reading(tuple(blocks), title or "", author=about.author or ""))


def whole(raw, name):
    """All text of the document, a paragraph a line."""
    return "\n".join(mended(text) for _, text in _paragraphs(_document(raw, name)))


def _document(raw, name):
    try:
        from docx import Document
    except ImportError:
        raise refused(
            name,
            "is a Word document, which this program cannot read in a browser. Open it, copy the article's "
            "text, and paste it here.",
        ) from None
    try:
        size = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(raw)).infolist())
        document = Document(io.BytesIO(raw)) if size <= LARGEST else None
    except Exception as error:  # what is damaged fails in the libraries in many ways
        raise refused(
            name,
            "could not be read as a Word document; it may be damaged. Open it, copy the article's text, and "
            "save it as a file ending in .txt.",
        ) from error
    if document is None:
        raise refused(
            name,
            f"unpacks to {size / 1e6:,.0f} million bytes; an article has far less. Copy the article's text "
            "and save it as a file ending in .txt.",
        )
    return document


def _paragraphs(holder):
    """The paragraphs that are not empty, those in tables too, in order, as (role, text)."""
    for item in holder.iter_inner_content():
        if hasattr(item, "rows"):
            cells = {id(cell._tc): cell for row in item.rows for cell in row.cells}
            for cell in cells.values():
                yield from ((reading.CELL, text) for _, text in _paragraphs(cell))
        elif text := "".join(run.text for run in item._p.xpath(WRITTEN)).strip():
            yield _role(item.style), text


def _role(style):
    name = (style.name if style is not None and style.name else "").lower()
    return next((role for start, role in ROLES.items() if name.startswith(start)), reading.BODY)
