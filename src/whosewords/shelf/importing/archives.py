"""A page saved in one file (`.mhtml`), as some browsers save it: the page is the first of its parts."""

import re
from email import message_from_bytes
from email.parser import BytesHeaderParser

ARCHIVE = re.compile(rb"\s*(?:From|Subject|Date|MIME-Version|Snapshot-Content-Location|Content-Type):", re.I)
DEEPEST = 3  # parts within parts; browsers make one or two
HEAD = 20_000  # bytes; no header is longer


def page_in(raw):
    """The page in an archive, as (bytes, name of their encoding or None); None for what is no archive.

    Only the part that is the page is decoded; the pictures are not looked at.
    """
    if not ARCHIVE.match(raw) or b"multipart/" not in raw[:HEAD].lower():
        return None
    return _first_page(raw, DEEPEST)


def _first_page(raw, deepest):
    head = BytesHeaderParser().parsebytes(re.split(rb"\r?\n\r?\n", raw[:HEAD], maxsplit=1)[0])
    boundary = head.get_boundary()
    if head.get_content_maintype() == "multipart" and boundary and deepest:
        parts = raw.split(b"--" + boundary.encode("ascii", "replace"))[1:]
        return next(filter(None, (_first_page(part.lstrip(), deepest - 1) for part in parts)), None)
    if head.get_content_type() != "text/html":
        return None
    part = message_from_bytes(raw)
    return part.get_payload(decode=True), part.get_content_charset()
