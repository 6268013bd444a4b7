"""What has room on the two sheets of a brief: limits of what was typed, and what is above them."""

from ..shelf.event_tables import KEYS
from .lengths import size_of
from .written import CALLED, LIMITS, room

LAST = "Step 11, the brief"
CELLS = {  # {table: {column: words}} of what the brief shows of the steps
    "event": {"date": 5, "place": 8},
    "texts": {"behind": 15, "behind_source": 8, "happened": 4, "written": 4, "posted": 4},
    "names": {"who": 5, "rests_on": 6},
    "count": {"question": 20, "counts": 20, "leaves_out": 20, "first": 3, "second": 3},
    "claims": {"claim": 20, "source_1": 12, "source_2": 12, "why": 20},
    "silences": {"what": 10, "told_in": 6, "silent_in": 6, "note": 10},
}
STEPS_OF = {  # where a table is filled in
    "event": (1,), "texts": (2, 4), "names": (5,), "count": (7,), "claims": (9,), "silences": (10,),
}  # fmt: skip
SAID = {  # what a column is called where it is too long; the others by their own names
    "happened": "when the event was", "written": "when it was written", "posted": "when it was posted",
    "behind": "who is behind it", "behind_source": "where that stands", "first": "the first reader",
    "second": "the second reader", "counts": "what counts", "leaves_out": "what does not count",
    "what": "what is left out", "silent_in": "not told in", "note": "how one could find out",
}  # fmt: skip
MOST_SILENCES, MOST_NAMES = 4, 6
LINES = {"not_conclude": 2}


def too_long(event):
    """What is above a limit: (where, how many words it has, how many it may have), part by part."""
    for what, most in LIMITS.items():
        now, _ = room(event, what)
        if now > most:
            yield f"{LAST}, “{CALLED[what]}”", now, most
    for table, what, now, most in _too_long_cells(event):
        steps = STEPS_OF[table]
        yield f"Step{'s' * (len(steps) > 1)} {' and '.join(map(str, steps))}, {what}", now, most


def _too_long_cells(event):
    for table, columns in CELLS.items():
        for row in event.rows(table):
            for what, text, most in _cells(table, row, columns):
                if (now := size_of(text)) > most:
                    yield table, what, now, most


def _cells(table, row, columns):
    """(what it is, text, words) for each cell of a row that has a limit."""
    if "is" in row:  # a list of named things
        what = row["what"]
        return [(_said(what), row["is"], columns[what])] if what in columns else []
    known = " ".join(row[column] for column in KEYS[table] if column != "words")[:60]
    return [(f"{known}: {_said(column)}", row[column], most) for column, most in columns.items()]


def _said(column):
    return SAID.get(column, column.replace("_", " "))


def too_long_in(event, number):
    """What is above a limit in a step by its number, in words: told while it is typed."""
    for table, what, now, most in _too_long_cells(event):
        if number in STEPS_OF[table]:
            yield f"{what}: {now} words, and the brief has room for {most}"


def too_many(event):
    """What there is too much of, in sentences."""
    there = sum(bool(row["what"]) for row in event.rows("silences"))
    if there > MOST_SILENCES:
        yield f"Step 10 has {there} silences, and {MOST_SILENCES} is the most: empty those that matter least."
    for what, most in LINES.items():
        if (now := len([each for each in event.said("brief", what).splitlines() if each.strip()])) > most:
            yield f"“{CALLED[what]}” has {now} lines, and {most} is the most. {LAST}: join or cut some."
