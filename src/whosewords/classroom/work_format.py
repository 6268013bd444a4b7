"""What stands in a work file: a version, a name and entries by id. Text in, text out; nothing here knows the
disk.

Each entry carries the time of its last change (`at`, UTC). Where two files tell of the same entry, the later
one wins. Whatever this version does not know (fields, entries, kinds) is carried along untouched.
"""

import json
import re
from datetime import UTC, datetime, timedelta

FORMAT = "Whose Words? my work"
VERSION = 1
SETTINGS = "settings"  # the entry that holds how a reader wants things shown: no answer
MOST_BROKEN = 200  # pieces that are looked at in a damaged file; a cut leaves a handful


class Damaged(ValueError):
    """A text that is not a whole work file; `text` is that text."""

    def __init__(self, text):
        super().__init__("not a whole work file")
        self.text = text


def empty(name=""):
    """A document without entries."""
    return {"format": FORMAT, "version": VERSION, "name": name, "entries": {}}


def parse(text):
    """A work file's text as a document; raises `Damaged` where it is none.

    >>> parse('{"entries": {"1.2": {"at": ""}}}')["entries"]
    {'1.2': {'at': ''}}
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise Damaged(text) from None
    if not isinstance(document, dict) or not isinstance(document.get("entries"), dict):
        raise Damaged(text)
    return document


def rescued(text):
    """The entries that still stand whole in a damaged file's text.

    >>> rescued('{"entries": {"1.1": {"kind": "answer", "at": "2025"}, "1.2": {"kind": "ans')
    {'1.1': {'kind': 'answer', 'at': '2025'}}
    """
    head = re.search(r'"entries"\s*:\s*\{', text)  # what it opens may be whole where only the end is gone
    found, place, broken = {}, head.end() if head else 0, 0
    # A mark that is escaped begins no name: else each of very many would be followed to the end of the file.
    start = re.compile(r'((?<!\\)"(?:[^"\\]|\\.)*")\s*:\s*(?=\{)')
    while broken < MOST_BROKEN and (match := start.search(text, place)):
        place = match.end()
        try:
            entry, place = json.JSONDecoder().raw_decode(text, place)
            id = json.loads(match.group(1))
        except (ValueError, RecursionError):
            broken += 1
            continue
        if isinstance(entry, dict) and isinstance(entry.get("at"), str):
            found[id] = entry
    return found


def as_text(document):
    """A document as it stands in the file."""
    text = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return text.encode("utf-8", "replace").decode("utf-8")  # half characters, as a broken paste may hold them


def is_newer(document):
    """Whether a later version of this module wrote the document, so that this one must not write it."""
    version = document.get("version", VERSION)
    return not isinstance(version, int) or version > VERSION


def answers_in(entries):
    """What was answered: all entries but the reader's settings.

    >>> answers_in({"1.1": {"at": "10:00"}, "settings": {"size": "large"}})
    {'1.1': {'at': '10:00'}}
    """
    return {id: entry for id, entry in entries.items() if id != SETTINGS}


def merged(entries, others):
    """Both sets of entries, and of two with the same id the later one; the same whichever set comes first.

    >>> merged({"1.1": {"at": "10:00", "value": 3}}, {"1.1": {"at": "10:05", "value": 4}})
    {'1.1': {'at': '10:05', 'value': 4}}
    """
    result = dict(entries)
    for id, entry in others.items():
        if id not in result or _rank(entry) > _rank(result[id]):
            result[id] = entry
    return result


def went_on(entry, other):
    """Whether the tries of one entry are the first tries of the other; None where one of them has none.

    >>> one, both = {"tries": [1]}, {"tries": [1, 2]}
    >>> went_on(one, both), went_on({"tries": [2]}, both), went_on({}, both)
    (True, False, None)
    """
    first, second = (one.get("tries") if isinstance(one, dict) else None for one in (entry, other))
    if not isinstance(first, list) or not isinstance(second, list):
        return None
    return all(a == b for a, b in zip(first, second, strict=False))


def seal(entry):
    """What is the same for an entry in two files, and never for two people's; None for one without a time."""
    at = entry.get("at")
    return repr(entry) if isinstance(at, str) and at else None


def later_than(at):
    """The time now as text; or, where a clock has been set back, a text that counts as just after `at`.

    >>> later_than("2999-01-01") > "2999-01-01"
    True
    """
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    return _just_after(at) if isinstance(at, str) and at >= now else now


def _just_after(at):
    try:
        after = (datetime.fromisoformat(at) + timedelta(microseconds=1)).isoformat(timespec="microseconds")
    except (ValueError, OverflowError):  # no time at all, or the last one there is
        after = at
    return after if after > at else at + "0"


def _rank(entry):
    at = entry.get("at") if isinstance(entry, dict) else None
    return (at if isinstance(at, str) else "", json.dumps(entry, sort_keys=True))
