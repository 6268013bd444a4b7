"""A page saved in one file (`.mhtml`), as some browsers save it: the page is the first of its parts."""

import re
from email import message_from_bytes
from email.parser import BytesHeaderParser
from itertools import islice

ARCHIVE = re.compile(rb"\s*(?:From|Subject|Date|MIME-Version|Snapshot-Content-Location|Content-Type):", re.I)
DEEPEST = 3  # parts within parts; browsers make one or two
MOST_PARTS = 200  # are looked at; the page is among the first
HEAD = 20_000  # bytes; no header is longer


def page_in(raw):
    """The page in an archive, as (bytes, name of their encoding or None); None for what is no archive.

    Only the part that is the page is decoded; the pictures are not looked at.
    """
    if not ARCHIVE.match(raw) or b"multipart/" not in raw[:HEAD].lower():
        return None
    pages = (part for kind, part in islice(_parts(raw, DEEPEST), MOST_PARTS) if kind == "text/html")
    page = next(map(message_from_bytes, pages), None)
    return page and (page.get_payload(decode=True), page.get_content_charset())


def _parts(raw, deepest):
    """The parts of a message from outside in, as pairs: kind, bytes. It is the first itself."""
    head = BytesHeaderParser().parsebytes(re.split(rb"\r?\n\r?\n", raw[:HEAD], maxsplit=1)[0])
    boundary = head.get_boundary()
    yield head.get_content_type(), raw
    if head.get_content_maintype() == "multipart" and boundary and deepest:
        for part in raw.split(b"--" + boundary.encode("ascii", "replace"), MOST_PARTS)[1:]:
            yield from _parts(part.lstrip(), deepest - 1)
