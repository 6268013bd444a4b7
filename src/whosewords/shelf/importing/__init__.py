"""Text from outside: files and saved pages in, text out. What arrives is data: it is never run, and nothing
is fetched. A library that reads it is loaded only when something arrives that needs it."""

import re
from pathlib import Path

from ...problems import Problem
from . import archives, markdown, pages, pdf, plain, word
from .encodings import decoded, mended
from .reading import Block, Reading, refused

__all__ = [
    "LARGEST", "TEXT_FILES", "Block", "Reading", "decoded", "file_text", "plain_text", "read_source",
    "whole_text",
]  # fmt: skip

LARGEST = 5_000_000  # bytes of text; the longest article here is a thousandth of it
LARGEST_FILE = 30_000_000  # bytes, with the pictures in it
TEXT_FILES = (
    ".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".docx", ".pdf", ".text", "",
)  # fmt: skip
PAGE = re.compile(
    r"<(?:!doctype|html|head|body|title|main|article|section|div|span|p|h[1-6]|ul|ol|table|br)\b[^<>]*>", re.I
)
PICTURE = re.compile(rb"data:[\w.+-]{1,40}/[\w.+-]{1,60}(?:;[\w=-]{1,40}){0,3},[A-Za-z0-9+/=%._~-]{200,}")
PASTED = "what was pasted"
NOTHING = (
    "shows no text. Some pages fetch their text only when a browser opens them: open it there, copy the "
    "article's text, and paste it."
)
READERS = {"page": pages, "Markdown": markdown, "Word document": word, "PDF": pdf, "text": plain}


def plain_text(text: str) -> str:
    """Text without markup: of a saved page the article, other text as it is.

    text: what was pasted, or the source of a page or of a page saved in one file. Signs that nobody sees are
    left out, and letters mended that were encoded twice.

    >>> plain_text("<html><p>One&nbsp;<b>two</b></p><script>alert(1)</script><p>Three</p></html>")
    'One two\\nThree'
    """
    kind, content = _kind_of_text(text)
    return pages.read(content, PASTED).text if kind == "page" else mended(content)


def file_text(path: str | Path) -> str:
    """The plain text of a file or a saved page. Raises `Problem` with what arrived and what to do."""
    return read_source(Path(path)).text


def whole_text(source):
    """Like `plain_text` and `file_text`, but with all that a page shows, whether of its article or not: for
    what looks for an article inside of something else. source: a text, or a `Path`."""
    if not isinstance(source, Path):
        kind, content = _kind_of_text(source)
        return READERS[kind].whole(content, PASTED)
    kind, content = _kind_of_file(source)
    return READERS[kind].whole(content, f"the file “{source.name}”")


def read_source(source):
    """A source as a `Reading`: all its blocks, taken or dropped, and what it says of itself.

    source: a `Path`, or a pasted text or page. Raises `Problem` with what arrived and what to do.

    >>> read_source("The pier is shut.\\nNobody was hurt.").language
    'en'
    """
    if not isinstance(source, Path | str) or not str(source).strip():
        raise Problem("There is no text in what was pasted. Copy the article's text and paste it again.")
    name = f"the file “{source.name}”" if isinstance(source, Path) else PASTED
    if isinstance(source, str) and len(source) > LARGEST:
        raise refused(name, f"has {len(source) / 1e6:.1f} million characters; an article has far less.")
    kind, content = _kind_of_file(source) if isinstance(source, Path) else _kind_of_text(source)
    reading = READERS[kind].read(content, name)
    if not reading.text.strip():
        raise refused(name, NOTHING)
    return reading


def _kind_of_text(text):
    """What a pasted text is: its kind, a key of `READERS`, and its content."""
    page = archives.page_in(text.encode("utf-8", "replace"))
    text = text if page is None else decoded(*page) or text
    return _page_or_text(text), text


def _page_or_text(text):
    at_once = PAGE.search(text[:2000])
    return "page" if at_once or (text.lstrip()[:1] == "<" and PAGE.search(text)) else "text"


def _kind_of_file(path):
    """What a file is by its first bytes, whatever its ending says: a key of `READERS`, and its content."""
    raw = _bytes_of(path)
    if b"%PDF-" in raw[:1024]:
        return "PDF", raw
    if word.is_docx(raw):
        return "Word document", raw
    page = archives.page_in(raw)
    text = decoded(*(page or (raw, None)))
    if text is None:
        raise Problem(
            f"The file “{path.name}” is not a text file. Open it, copy the article's text, save it as a file "
            "ending in .txt, and try again with that."
        )
    if not text.strip():
        raise Problem(f"The file “{path.name}” is empty.")
    if len(text) > LARGEST:
        raise _too_large(path, len(text))
    if path.suffix.lower() in markdown.ENDINGS:
        return "Markdown", text
    return _page_or_text(text), text


def _bytes_of(path):
    """The bytes of a file, without the pictures that some browsers write into a page."""
    try:
        folder, size = path.is_dir(), path.stat().st_size
        raw = path.read_bytes() if path.is_file() and size <= LARGEST_FILE else b""
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", "") or error
        raise Problem(f"The file “{path.name}” could not be read ({why}).") from error
    if folder:
        raise Problem(f"“{path.name}” is a folder. Give the name of one file in it.")
    if size > LARGEST_FILE:
        raise _too_large(path, size)
    return PICTURE.sub(b"", raw) if b";base64," in raw else raw


def _too_large(path, size):
    return Problem(
        f"The file “{path.name}” has {size / 1e6:.1f} million bytes; an article has far less than "
        f"{LARGEST / 1e6:.0f}. Save only the article's text and try again."
    )
