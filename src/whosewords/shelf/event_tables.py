"""What an event of one's own is made of: a few tables of text, and how each stands in its file.

Every table is a CSV file that a spreadsheet opens: a row for each thing, the first line names the columns,
every cell is text, and nothing that was typed is thrown away. Text in, text out: nothing here knows the disk.
docs/own-event.md says what each column holds.
"""

import csv
import io
import re

from ..problems import Problem, arrived

FORMAT, VERSION = "Whose Words? an event", "1"
PAIR = ("what", "is")  # a table that is a list of named things
TABLES = {
    "event": PAIR,
    "texts": ("text", "happened", "written", "posted", "behind", "behind_source", "mine", "in_full"),
    "matrix": ("event", "text", "role", "paragraphs"),
    "licence": ("what", "held", "note"),
    "voices": ("text", "paragraph", "first", "last", "voice", "speaker", "begins", "note"),
    "names": ("who", "words", "text", "paragraph", "kind", "rests_on"),
    "frames": ("text", "box", "own_words", "proof", "paragraph", "blank"),
    "count": PAIR,
    "hits": ("coder", "text", "place", "term", "begins", "verdict"),
    "claims": (
        "number", "claim", "text", "paragraph", "verdict", "incomplete", "source_1", "source_2", "confidence",
        "why",
    ),
    "silences": ("number", "what", "told_in", "silent_in", "reason", "note"),
    "brief": PAIR,
    "precis": ("text", "paragraph", "begins", "precis"),
    "questions": ("id", "asks", "key"),
}  # fmt: skip
REVIEW = "review"  # a file that somebody gives back, which is no part of the event itself
COLUMNS = {**TABLES, REVIEW: ("what", "is", "words")}
KEYS = {  # by which columns a row is known
    "texts": ("text",),
    "matrix": ("event", "text"),
    "licence": ("what",),
    "voices": ("text", "paragraph", "first", "last"),
    "names": ("who", "words", "text", "paragraph"),
    "frames": ("text", "box"),
    "hits": ("coder", "text", "place", "term"),
    "claims": ("number",),
    "silences": ("number",),
    "precis": ("text", "paragraph"),
    "questions": ("id",),
}
MOST_TEXTS = 6
MOST_ROWS = 3_000
LONGEST_CELL = 5_000  # characters
LARGEST = 2_000_000  # bytes of one table
MARK = "\ufeff"  # without it, spreadsheets take curly quotation marks for something else
RUN = re.compile(r"'*[=+@\t\r-]")  # a cell that begins so would be run by a spreadsheet


def key_of(table, row):
    """By what a row is known among the rows of its table.

    >>> key_of("frames", {"text": "ferry", "box": "cause", "proof": "late"}), key_of("brief", {"what": "x"})
    (('ferry', 'cause'), ('x',))
    """
    return tuple(row.get(column, "") for column in KEYS.get(table, PAIR[:1]))


def blank(table):
    """An empty row."""
    return dict.fromkeys(COLUMNS[table], "")


def cell(given, column):
    """What stands in a cell, as text; raises `Problem` for what is too long to keep.

    >>> cell(True, "blank"), cell(None, "proof"), cell(" two\\r\\nlines ", "is")
    ('yes', '', 'two\\nlines')
    """
    if isinstance(given, bool):
        return "yes" if given else ""
    text = str("" if given is None else given).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    text = text.encode("utf-8", "replace").decode("utf-8").strip()
    if len(text) > LONGEST_CELL:
        raise Problem(
            f"That is too long to keep: {len(text):,} characters arrived for “{column}”, and it holds "
            f"{LONGEST_CELL:,} at most. It begins “{arrived(text)}”."
        )
    return text


def as_text(table, rows):
    """Rows as they stand in a file. A cell that a spreadsheet would run gets an apostrophe before it.

    >>> print(as_text("brief", [{"what": "title", "is": "=1+1, he said"}])[1:], end="")
    what,is
    title,"'=1+1, he said"
    """
    columns = list(dict.fromkeys([*COLUMNS[table], *(column for row in rows for column in row)]))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_safe(row.get(column, "")) for column in columns] for row in rows)
    return MARK + out.getvalue()


def decoded(raw):
    """The bytes of a table as text, also as some spreadsheets save it.

    >>> decoded("Brücke".encode("cp1252")), decoded("Brücke".encode("utf-16"))
    ('Brücke', 'Brücke')
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def parsed(table, text):
    """The rows of a file's text, later ones in place of earlier ones that are known by the same. What a
    spreadsheet made of it (semicolons, missing columns, empty lines) is read as well; a file that was cut off
    gives all that is whole before the cut. Raises `ValueError` for what can be no such table.

    >>> parsed("brief", "what;is\\ntitle;'=1+1\\n")
    [{'what': 'title', 'is': '=1+1'}]
    """
    text = text.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    head = text.partition("\n")[0]
    sign = max(",;\t", key=head.count)
    try:
        rows = csv.reader(io.StringIO(text), delimiter=sign)
        columns = [name.strip().casefold() for name in next(rows, [])]
        if not set(KEYS.get(table, PAIR[:1])) <= set(columns):
            raise ValueError(f"its first line must name the columns {', '.join(COLUMNS[table])}")
        found = {}
        for cells in rows:
            row = {name: _read(one) for name, one in zip(columns, cells, strict=False) if name}
            row = blank(table) | row
            if any(key_of(table, row)):
                found[key_of(table, row)] = row
            if len(found) > MOST_ROWS:
                raise ValueError(f"it has more than {MOST_ROWS:,} rows")
    except csv.Error as error:
        raise ValueError(str(error)) from None
    return list(found.values())


def grown(before, after, table):
    """Whether all that stood in the rows before still stands in those after, where nothing was deleted, only
    more was typed.

    >>> grown([{"what": "a", "is": "so"}], [{"what": "a", "is": "so it"}], "brief")
    True
    >>> grown([{"what": "a", "is": "so it"}], [{"what": "a", "is": "so"}], "brief")
    False
    """
    now = {key_of(table, row): row for row in after}
    return all(
        str(now.get(key_of(table, row), {}).get(column, "")).startswith(value)
        for row in before
        for column, value in row.items()
    )


def _safe(value):
    return f"'{value}" if RUN.match(value) else value


def _read(value):
    value = value[1:] if value.startswith("'") and RUN.match(value[1:]) else value
    return value.strip()[:LONGEST_CELL]
