"""Where a sentence ends inside a line: nupunkt's answer, and what it cannot know.

nupunkt knows abbreviations and initials. It was not made for what pages and papers do to a text: a lost blank
(*fell.Nobody*), a note mark (*fell.4 Nobody*), signs that nobody sees, a tag after a quotation (*“Never!”
Voss said*), a list inside a line. It reads a copy of the line in which such signs are blanks, of the same
length, so that every place stays where it is.
"""

import re
from functools import cache
from itertools import pairwise, takewhile

from . import files
from .classes import word_class

# What nobody sees: soft hyphens, joiners, marks of direction, the mark of byte order.
UNSEEN = r"\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
CLOSE = r"”’\"')\]»"
PLAIN = re.compile(rf"[^.!?…]*[.!?…]?[{CLOSE}]*")  # a line that no sentence can end in, but at its end
# A line without any of these goes to nupunkt as it stands.
ODD = re.compile(rf"[.!?…{UNSEEN}](?:(?<=[{UNSEEN}])|[{CLOSE}]*[^\s.!?…{CLOSE},;:])")
HIDDEN = re.compile(rf"(?<![^\W_])[{UNSEEN}]+|[{UNSEEN}]+(?![^\W_{UNSEEN}])")
_SIGN = r"[¹²³⁰⁴-⁹†‡*§]+"
NOTE = re.compile(
    rf"(?P<word>[^\W\d_])?[.!?…][{CLOSE}]*"
    rf"(?P<note>\[[^\[\]]{{1,40}}\](?:,? ?\[[^\[\]]{{1,40}}\])*(?=\s|$|[“‘(]?[A-Z])|"
    rf"(?:{_SIGN}(?:,? ?{_SIGN})*|\(\d{{1,3}}\)|(?P<number>\d{{1,3}}(?:[,–-]\d{{1,3}})*))(?=\s|$))"
)
GLUED = re.compile(rf"(?P<stop>[.!?…]+)(?P<close>[{CLOSE}]*)[“‘«(]?(?P<next>[^\W\d_][^\W_]*)")
# An abbreviation, or a number that is no label, at the end of a sentence whose blank was lost.
READY = re.compile(r"(?:[A-Z]{2}|(?:\b[A-Z]\.)+[A-Z]|\d{3}|[a-z] [$€£]?\d[\d.,:–-]*)$")
TOKEN = re.compile(r"\S*$")
NO_ADDRESS = re.compile(r"[^\s/@\\_=]*")
ENDLESS = 500  # characters without a blank: no prose
LONG = re.compile(rf"(?<!\S)\S{{{ENDLESS},}}")
CLOSERS = re.compile(rf"[{CLOSE}]*")
ON = re.compile(r"\s*[,;:]")
DASHED = re.compile(r"\s*[–—-]+\s*[^\W\d_A-Z]")
STOPPED = re.compile(rf"[!?…]+[{CLOSE}]+$|\.\.\.[{CLOSE}]+$")
LABEL = re.compile(
    r"(?:^|:\s+(?=\(?[1aiI][.)])|;\s+(?:and\s+|or\s+)?)"
    r"(?:(?:Step|Part|Item|Rule|Point|Tip|Reason|Question|Task|Exercise|Stage|Lesson|Chapter|Section)\s+)?"
    r"\(?(?:\d{1,2}|[a-h]|[ivx]+|[IVX]{2,})[.)]$"
)


def ends(line):
    """The places where the sentences of a line end; the last is the end of the line.

    >>> ends("The crane fell.Nobody was hurt.4 “Never!” Voss said.")
    [15, 33, 52]
    """
    if PLAIN.fullmatch(line):
        return [len(line)]
    if len(line) > ENDLESS:
        line = LONG.sub(lambda found: re.sub(r"[.!?…](?=.)", "x", found[0]), line)
    if not ODD.search(line):
        return _told_apart(line, _nupunkt(line))
    line = NOTE.sub(_without_note, HIDDEN.sub(lambda found: " " * len(found[0]), line))
    cuts = [*_cuts(line)]
    pieces = pairwise([0, *cuts, len(line)])
    inner = [start + end for start, stop in pieces for end in _nupunkt(line[start:stop])]
    return _told_apart(line, inner, frozenset(cuts))


def _told_apart(line, inner, cuts=()):
    found, start = [], 0
    for end in inner[:-1]:
        if end not in cuts:
            if not line[end - 1].isspace():
                end = CLOSERS.match(line, end).end()
            if end == len(line) or _goes_on(line, start, end):
                continue
        found.append(end)
        start = end
    return [*found, len(line)]


def _nupunkt(text):
    """The ends of nupunkt's sentences, each where the next begins."""
    spans = [*_model().span_tokenize(text)]
    return [*(start for start, _ in spans[1:]), len(text)]


@cache
def _model():
    from nupunkt import load

    return load("default")


def _without_note(found):
    if found["number"]:
        word = TOKEN.search(found.string, max(0, found.start() - 40), found.start() + 1)[0]
        if not found["word"] or word.lower() in _abbreviations():
            return found[0]
    return found[0][: found.start("note") - found.start()] + " " * len(found["note"])


@cache
def _abbreviations():
    return _model().abbreviations


def _two(line, found):
    following, at = found["next"], found.start()
    alone = following in ("A", "I") and line[found.end() : found.end() + 1].isspace()
    if not (following[0].isupper() and (alone or len(following) > 1)) or following.lower() in word_class(
        "domains"
    ):
        return False
    before = TOKEN.search(line, max(0, at - 40), at)[0]
    ready = found["stop"] == "." and READY.search(line, max(0, at - 40), at)
    if not (ready or before[-1:].islower() or before[-1:] in (*"%)]",)):
        return False
    if not NO_ADDRESS.fullmatch(before) or line[found.end() : found.end() + 1] in ("/", "@", "_", "\\"):
        return False
    return len(_nupunkt(f"so {before}{found['stop']} {following}")) == 2


def _cuts(line):
    """Where the blank was lost, behind the stop and the marks that close; a straight mark opens where none is
    open."""
    marks, place = 0, 0
    for found in GLUED.finditer(line):
        end = found.end("close")
        marks, place = marks + line.count('"', place, end), end
        if _two(line, found):
            yield end - (found["close"].endswith('"') and marks % 2 == 1)


def _goes_on(line, start, end):
    """Whether the sentence goes on where nupunkt ends it."""
    before = line[start:end].rstrip()
    last = before[-1:]
    if last == ".":
        goes_on = before.endswith(_short_titles()) or _labels(before)
    elif last in ("!", "?", "…"):
        goes_on = line[end].islower() or DASHED.match(line, end)
    elif STOPPED.search(before, max(0, len(before) - 9)):
        goes_on = line[end].islower() or DASHED.match(line, end) or _told(line[end : end + 200].split()[:18])
    else:
        goes_on = _labels(before)
    return bool(goes_on or ON.match(line, end))


@cache
def _short_titles():
    return tuple(f"{title}." for title in word_class("short_titles"))


def _labels(before):
    """Whether a sentence is only the number of what follows: *1.*, *Step 2.*"""
    short = len(before) < 6 or " " in before[-6:]
    return short and LABEL.search(before, max(0, len(before) - 25)) is not None


def _told(following):
    """Whether somebody is named as having said what went before: *“Never!” Voss told the crowd.*"""
    names = [*takewhile(lambda word: word[0].isupper() or word in word_class("particles"), following)]
    behind = [*list(_behind(names, following[len(names) :])), ""]
    verb, rest = behind[0], behind[1:]
    said = verb.rstrip(".,;!?…")
    if not (names and said in _verbs() and _is_name(names)):
        return False
    after = rest[0].rstrip(".,;:").lower() if rest else ""
    closed = said != verb or not after or said in word_class("addressed")
    return closed or after in word_class("after_tag") or after.endswith("ly")


def _behind(names, following):
    """What follows a name and what is said of it: *Voss, the mayor,* or *Voss’s wife*."""
    if names and names[-1].endswith(","):
        aside = next((i for i, word in enumerate(following[:10]) if word.endswith(",")), len(following))
        return following[aside + 1 :]
    return following[1:] if names and names[-1].endswith(("’s", "'s")) else following


def _is_name(names):
    from .syllables import is_familiar

    if names == ["I"]:
        return True
    known = len(names) == 1 and is_familiar(names[0].rstrip(","))
    return names[0].lower() not in word_class("openers") and not known


@cache
def _verbs():
    """The forms of verbs of saying."""
    listed = [*files.table_rows("lexicon", "speech_verbs.csv"), *files.table_rows("voices", "verbs.csv")]
    return frozenset(form for row in listed for form in row["forms"].split("|") if form.isalpha())
