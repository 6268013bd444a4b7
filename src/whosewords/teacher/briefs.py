"""Framing briefs and reviews among the files of a class: folders and zips of events, and reviews alone.

Nothing is opened or unpacked: a brief is read off its tables. What cannot be read is named with the reason.
"""

import re
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from ..own_event.lengths import size_of
from ..own_event.review_file import LONGEST_NAME, Review, is_review, review_in
from ..own_event.written import CALLED, LIMITS, REQUIRED
from ..problems import Problem, arrived
from ..shelf.event_folder import ENDING, READ_ME, REVIEWS, TEXTS
from ..shelf.event_tables import MOST_TEXTS, TABLES, decoded, parsed
from ..shelf.event_zip import LARGEST_REVIEW, MOST_REVIEWS
from .incoming import IN, LARGEST_PART, SHOWN, last_of

MOST = 200  # briefs of which a page is made
MOST_ALONE = 1_000  # reviews that lie beside no brief
LONGEST = 200  # characters of a title
MADE = re.compile(r"brief(_\d+)?\.(html|docx)")  # what export() writes beside the tables
AGAIN = "The same brief as in “{first}”: counted once."
MANY = f"Not listed: a page has room for {MOST} briefs, and for {MOST_ALONE:,} reviews without one."
CHANGED = "Another file of this review, of the very same time, has {points} points: ask the reviewer."
TOO_LARGE = "“{name}” has more than {most} kB, more than such a file has. Ask for it again."


class Brief(NamedTuple):
    """A framing brief that was handed in. file: where its event lies. id: of the event, "" where it has none.
    texts: their short names. said: {part of the brief: its words}. claims: the rows of its claims. reviews:
    those that lie with it or were handed in alone."""

    file: str
    id: str
    title: str
    made_by: str
    about: str
    texts: tuple
    said: dict
    claims: tuple
    reviews: tuple = ()

    @property
    def missing(self):
        """What the brief lacks, in words; what its folder shows without counting anything anew."""
        left = [f"“{name}” is empty" for what, name in REQUIRED.items() if not self.said.get(what)]
        left += [] if len(self.texts) > 1 else ["two texts"]
        left += [] if any(row["verdict"] for row in self.claims) else ["a claim with a verdict"]
        for what, most in LIMITS.items():
            words = size_of(self.said.get(what, ""))
            left += [f"“{CALLED[what]}” has {words} words of {most}"] if words > most else []
        return left


class HandedIn(NamedTuple):
    """What was found: briefs, reviews of none of these, and what was done with each file: (file, sentence,
    whether nothing is to be done about it)."""

    briefs: tuple
    alone: tuple
    rows: tuple


def handed_in(files):
    """The briefs and reviews among files that hold no work, as `HandedIn`.

    files: (file, its bytes, what is said of it where it is neither).
    """
    files = sorted(files, key=lambda one: one[0])
    roots = sorted({_folder(file) for file, _, _ in files if last_of(file) == f"event{ENDING}"}, key=len)
    parts: dict = {root: {} for root in roots}
    rows, alone = [], []
    for file, raw, otherwise in files:
        root = next((root for root in reversed(roots) if file.startswith(root)), None)
        place = file[len(root) :] if root is not None else ""
        if root is not None and _is_part(place):
            parts[root][place] = raw
        elif is_review(raw):
            alone.append((file, raw))
        else:
            rows.append((file, otherwise, False))
    briefs = _briefs(parts, rows)
    return _joined(briefs, _alone(alone, rows), rows)


def _folder(file):
    return file[: len(file) - len(last_of(file))]


def _is_part(place):
    """Whether a file, by its place in the folder of an event, is a part of it."""
    folder, _, name = place.rpartition("/")
    stem, _, ending = name.rpartition(".")
    if folder:
        return folder == TEXTS or (folder == REVIEWS and f".{ending}" == ENDING)
    return name == READ_ME or bool(MADE.fullmatch(name)) or (f".{ending}" == ENDING and stem in TABLES)


def _briefs(parts, rows):
    """The briefs, each once. parts: {root: {place: bytes}}; what is told of files goes to `rows`."""
    found, seen = [], {}
    for root, places in sorted(parts.items()):
        there = [raw for place, raw in sorted(places.items()) if _stem(place) in SHOWN]
        digest = sha256(b"\0".join(there)).hexdigest()
        file = root.rstrip("/").removesuffix(IN) or "(this folder)"
        if digest in seen:
            rows.append((file, AGAIN.format(first=seen[digest]), True))
            earlier = next(n for n, one in enumerate(found) if one.file == seen[digest])
            found[earlier] = _with(found[earlier], _reviews(root, places, rows))
        elif len(found) >= MOST:
            rows.append((file, MANY, False))
        elif one := _brief(root, file, places, rows):
            seen[digest] = file
            found.append(one)
    return found


def _stem(place):
    return "" if "/" in place else place.removesuffix(ENDING)


def _brief(root, file, places, rows):
    """One brief; None where neither what the event is nor its words can be read."""
    tables = {name: _table(root, name, places, rows) for name in SHOWN}
    if tables["event"] is None and tables["brief"] is None:
        return None
    event, said = ({row["what"]: row["is"] for row in tables[name] or ()} for name in ("event", "brief"))
    made = Brief(
        file, event.get("id", "")[:LONGEST_NAME],
        (said.get("title") or event.get("title") or last_of(file))[:LONGEST],
        event.get("made_by", "")[:LONGEST_NAME],
        ", ".join(filter(None, (event.get("place"), event.get("date"))))[:LONGEST],
        tuple(row["text"][:LONGEST_NAME] for row in tables["texts"] or ())[:MOST_TEXTS],
        {what: said[what] for what in LIMITS if said.get(what)},
        tuple(row for row in tables["claims"] or () if row["claim"])[:2],
    )  # fmt: skip
    made = _with(made, _reviews(root, places, rows))
    texts, reviews = len(made.texts), len(made.reviews)
    told = f"Read as a brief, {texts} text{'s' * (texts != 1)}, {reviews} review{'s' * (reviews != 1)}."
    rows.append((file, told, False))
    return made


def _table(root, name, places, rows):
    """The rows of a table, () where there is none, None where it cannot be read."""
    place = f"{name}{ENDING}"
    if place not in places:
        return ()
    raw = places[place]
    if len(raw) > LARGEST_PART:
        rows.append((root + place, TOO_LARGE.format(name=place, most=LARGEST_PART // 1_000), False))
        return None
    try:
        return parsed(name, decoded(raw))
    except ValueError as error:
        told = f"It cannot be read ({arrived(error)}), so what stands in it is missing. Ask for it again."
        rows.append((root + place, told, False))
        return None


def _reviews(root, places, rows):
    """The reviews in the folder of an event."""
    there = [place for place in sorted(places) if place.startswith(f"{REVIEWS}/")]
    found = [_review(root + place, places[place], rows) for place in there[:MOST_REVIEWS]]
    rows += [(root + place, MANY, False) for place in there[MOST_REVIEWS : MOST_REVIEWS + 1]]
    return [one for one in found if one]


def _review(file, raw, rows):
    """A review in a file's bytes; None where it holds none, and then the reason is told."""
    try:
        if len(raw) > LARGEST_REVIEW:
            raise Problem(TOO_LARGE.format(name=last_of(file), most=LARGEST_REVIEW // 1_000))
        return review_in(raw)
    except Problem as problem:
        rows.append((file, str(problem), False))
    return None


def _with(brief, reviews):
    """A brief with more reviews: of two states of one the later counts. Two that say different things and
    have one time are told: one of them was changed by hand."""
    latest: dict = {}
    for one in sorted([*brief.reviews, *reviews], key=lambda one: one.at):
        before = latest.get(one.same_as)
        if before and before.at == one.at and (before.marks, before.words) != (one.marks, one.words):
            one = replace(one, notes=(*one.notes, CHANGED.format(points=before.points)))
        latest[one.same_as] = one
    listed = sorted(latest.values(), key=lambda one: (one.kind, one.by, one.at))
    return brief._replace(reviews=tuple(listed[:MOST_REVIEWS]))


def _alone(files, rows):
    """The reviews that were handed in by themselves."""
    found = []
    for file, raw in files[:MOST_ALONE]:
        if one := _review(file, raw, rows):
            told = " ".join([f"Read as a review of “{arrived(one.title)}”.", *one.notes])
            rows.append((file, told, not one.notes))
            found.append(one)
    rows += [(file, MANY, False) for file, _ in files[MOST_ALONE : MOST_ALONE + 1]]
    return found


def _joined(briefs, alone, rows):
    """Each review with the brief that it was written of: known by its id, else by its title and author."""
    left, more = [], {n: [] for n in range(len(briefs))}
    for one in alone:
        of = [n for n, brief in enumerate(briefs) if _is_of(one, brief)]
        for n in of:
            more[n].append(one)
        left += [] if of else [one]
    joined = tuple(_with(brief, more[n]) for n, brief in enumerate(briefs))
    return HandedIn(joined, tuple(left), tuple(rows))


def _is_of(review: Review, brief: Brief):
    if review.of and brief.id:
        return review.of == brief.id
    return bool(review.title) and (review.title, review.made_by) == (brief.title, brief.made_by)
