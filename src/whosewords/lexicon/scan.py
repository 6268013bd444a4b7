"""Where entries stand in a text: a lookup word by word, longest form first."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import attrgetter

from ..endings import UNSEEN
from ..words import Word, parted, squeeze, steady
from .entries import Entry, Hit, key, keys
from .people import Text, named
from .table import load

START = attrgetter("start")
BLANK = re.compile(rf"[\s{UNSEEN}]+")  # what a phrase may have between its words


def hits(listed: Sequence[Word], entries: Sequence[Entry] | None = None) -> list[Hit]:
    """The places of a list of `Word` where an entry stands, in order; a masked word is never part of one.

    The longest form wins, hits do not overlap, and none runs across a mark or a paragraph. A hyphenated
    word that is no entry is a hit where one of its parts is (*terror-loving*). Equal on a full text and on
    its blackout edition, which keeps every hit and every rule word legible.

    >>> from whosewords.words import read
    >>> [(hit.start, hit.end, hit.term) for hit in hits(read("The quagmire is a war crime, they say."))]
    [(1, 2, 'quagmire'), (4, 6, 'war crime')]
    """
    return scan_words(listed, entries)[0]


@steady()
def find_hits(s: str, entries: Sequence[Entry] | None = None, voice: bool = True) -> list[Hit]:
    """The hits of a string, with character offsets and, unless `voice` is False, who speaks there.

    >>> s = "They unleashed a reign of terror."
    >>> [(s[hit.start:hit.end], hit.category) for hit in find_hits(s, voice=False)]
    [('unleashed', 'metaphor'), ('reign of terror', 'metaphor')]
    """
    found = parted(s)

    def line_of(i):
        return bisect_right(found.lines, found.starts[i], key=START) - 1

    def joined(i):
        between = found.gaps[i + 1]
        return between == " " or (
            BLANK.fullmatch(between) is not None
            and (len(f"{between}|".splitlines()) == 1 or line_of(i) == line_of(i + 1))
        )

    def gap_in_line(i):
        return squeeze(found.gaps[i + 1][: found.lines[line_of(i)].end - found.ends[i]])

    text = Text(found.texts.__getitem__, gap_in_line, len(found.texts))
    rows = _scan([*found.each(key)], joined, _table(entries), text)[0]
    placed = [hit._replace(start=found.starts[hit.start], end=found.ends[hit.end - 1]) for hit in rows]
    return _voiced(s, placed) if voice and placed else placed


def scan_words(listed, entries=None):
    """The hits of a list of `Word`, and the stretches (start, end) where a rule allowed or forbade one."""

    def joined(i):
        return listed[i].paragraph == listed[i + 1].paragraph and BLANK.fullmatch(listed[i].gap) is not None

    text = Text(lambda i: listed[i].text, lambda i: listed[i].gap, len(listed))
    known = [None if word.text is None else key(word.text) for word in listed]
    return _scan(known, joined, _table(entries), text)


def _voiced(s, found):
    from ..voices import voices

    spans = voices(s)
    starts = [span.start for span in spans]
    return [hit._replace(voice=spans[bisect_right(starts, hit.start) - 1].voice) for hit in found]


def _table(entries):
    return _ours() if entries is None else _index(tuple(entries))


@cache
def _ours():
    return _index.__wrapped__(load())


@lru_cache(maxsize=8)
def _index(entries):
    """First word → (rest of the form, entry), longest form first, of the entries that are on."""
    found = {}
    for entry in entries:
        if entry.on:
            for form in entry.forms:
                first, *rest = keys(form) if not form.isalpha() else (key(form),)
                found.setdefault(first, []).append((tuple(rest), entry))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def _scan(known, joined, table, text):
    found, ruled, people, free = [], [], set(), 0
    told = {*known} - {None}
    rows = {word: table[word] for word in told & table.keys()}
    rows |= {word: _of_a_part(word, table) for word in told if "-" in word and word not in rows}
    for i in [i for i, word in enumerate(known) if word in rows]:
        if i < free:
            continue
        following = known[i + 1 : i + 2]
        for rest, entry in rows[known[i]]:
            if rest and (not following or rest[0] != following[0]):
                continue
            end = i + 1 + len(rest)
            if rest and not (tuple(known[i + 1 : end]) == rest and all(map(joined, range(i, end - 1)))):
                continue
            if entry.needs or entry.unless:
                allowed, place = _allowed(known, i, end, entry)
                if place:
                    ruled.append(place)
                if not allowed:
                    continue
            name = not rest and entry.origin != "own" and named(text, i)
            if name:
                people.update([known[i]] if name == "name" else [])
                break
            found.append(Hit(i, end, entry.term, entry.category, entry.weight))
            free = end
            break
    return [hit for hit in found if not _again(hit, known, text, people)] if people else found, ruled


def _again(hit, known, text, people):
    """Whether a hit is a name that stands in full elsewhere in the text: *Fred Savage*, then *Savage*."""
    return hit.end - hit.start == 1 and known[hit.start] in people and text.capital(hit.start)


def _of_a_part(word, table):
    """The entries of one word that are a part of a hyphenated word, which begins none itself; the first part
    that is one counts."""
    part = next((part for part in word.split("-") if part in table), None)
    return [row for row in table[part] if not row[0]] if part else ()


def _allowed(known, start, end, entry):
    """Whether the neighbours let the entry stand, and the stretch that decided, or None."""
    for pairs, verdict in ((entry.unless, False), (entry.needs, True)):
        for before, after in pairs:
            left = start - len(before)
            if (
                left >= 0
                and tuple(known[left:start]) == before
                and tuple(known[end : end + len(after)]) == after
            ):
                return verdict, (left, end + len(after))
    return not entry.needs, None
