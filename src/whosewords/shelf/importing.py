"""Text from outside: files and saved pages in, plain text out. What arrives is data and is never run."""

import re
from html.parser import HTMLParser
from pathlib import Path

from ..problems import Problem

LARGEST = 5_000_000  # bytes; the longest article here is a thousandth of it
TEXT_FILES = (".txt", ".md", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".text", "")
SILENT = frozenset(("script", "style", "template", "noscript", "svg", "title"))
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip
INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q",
    "s", "small", "span", "strong", "sub", "sup", "time", "u", "var",
})  # fmt: skip
PAGE = re.compile(
    r"<(?:!doctype|html|head|body|title|main|article|section|div|span|p|h[1-6]|ul|ol|table|br)\b[^<>]*>", re.I
)
CONDITION = re.compile(r"<!\[[^<>]*>?")  # what some word processors leave in a page: <![if …]>
ARCHIVE = re.compile(r"(?:From|Subject|Date|MIME-Version|Snapshot-Content-Location|Content-Type):", re.I)


def file_text(path: str | Path) -> str:
    """The plain text of a text file or a saved page. Raises `Problem` with what arrived and what to do."""
    path = Path(path)
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if path.is_file() and size <= LARGEST else b""
    except OSError as error:
        raise Problem(f"The file “{path.name}” could not be read ({error.strerror or error}).") from error
    if size > LARGEST:
        raise Problem(
            f"The file “{path.name}” has {size / 1e6:.1f} million bytes; an article has far less than "
            f"{LARGEST / 1e6:.0f}. Save only the article's text and try again."
        )
    text = decoded(raw)
    if text is None:
        raise Problem(
            f"The file “{path.name}” is not a text file. Open it, copy the article's text, save it as a file "
            "ending in .txt, and try again with that."
        )
    if not text.strip():
        raise Problem(f"The file “{path.name}” is empty.")
    return plain_text(text)


def decoded(raw):
    """Bytes as text, or None where they are no text.

    >>> decoded("Qasem – é".encode()), decoded(b"%PDF-1.4\\x00\\x01")
    ('Qasem – é', None)
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError:
            return None
    if b"\0" in raw or raw.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")):
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def plain_text(text: str) -> str:
    """Text without markup: a saved page loses its tags, scripts and styles; other text is returned as it is.

    >>> plain_text("<html><p>One&nbsp;<b>two</b></p><script>alert(1)</script><p>Three</p></html>")
    'One two\\nThree'
    """
    text = _unpacked(text)
    # What opens far more tags than it closes is no page, and Python's parser would take hours over it.
    if not PAGE.search(text[:2000]) or text.count("<") > 2 * text.count(">") + 1000:
        return text
    page = _Page()
    page.feed(CONDITION.sub("", text))
    page.close()
    lines = ("".join(page.parts)).replace("\xa0", " ").split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _unpacked(text):
    """The page inside a web archive in one file (`.mhtml`), as some browsers save it; other text as it is."""
    if not ARCHIVE.match(text) or "multipart/related" not in text[:2000]:
        return text
    from email import message_from_string, policy

    page = message_from_string(text, policy=policy.default).get_body(("html", "plain"))
    return text if page is None else decoded(page.get_payload(decode=True)) or text


class _Page(HTMLParser):
    """Collects what a reader of a page would see, a line for each block."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.silent = [], []

    def handle_starttag(self, tag, attributes):
        if tag in SILENT:
            self.silent.append(tag)
        elif tag == "br" or tag not in INLINE | VOID:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        if self.silent and tag == self.silent[-1]:
            self.silent.pop()
        elif tag not in INLINE:
            self.parts.append("\n")

    def handle_data(self, data):
        if not self.silent:
            # Line breaks inside a block are blanks to a reader of the page.
            self.parts.append(data.replace("\n", " "))
