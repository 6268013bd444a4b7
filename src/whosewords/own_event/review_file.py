"""A review of a brief as data, and as the small plain file that a reviewer gives back."""

from dataclasses import dataclass, field, replace

from ..problems import Problem, arrived
from ..shelf.event_tables import REVIEW, as_text, cell, decoded, parsed
from ..shelf.event_zip import LARGEST_REVIEW
from .grids import GRIDS, KINDS, LAST, ONE, PEER, most

FORMAT, VERSION = "Whose Words? a review", "1"
LONGEST = 600  # characters of what is written beside a mark
LONGEST_NAME = 60  # of who reviewed, and of what
REST = "last"  # under which the last line stands


@dataclass(frozen=True)
class Review:
    """A review. by: who reviewed (a pseudonym). of, title, made_by: the id of the event, its title, its
    author. began: when it was begun, which tells one review of a person from another. at: its last change.
    marks: {id of a criterion: mark}; words: {id: what was written}, the last line under `REST`. notes: what
    was wrong in its file, as sentences."""

    kind: str = PEER
    by: str = ""
    of: str = ""
    title: str = ""
    made_by: str = ""
    began: str = ""
    at: str = ""
    marks: dict = field(default_factory=dict)
    words: dict = field(default_factory=dict)
    notes: tuple = ()

    @property
    def grid(self):
        return GRIDS[self.kind]

    @property
    def points(self):
        """The sum of its marks; of a whole grid out of `most`."""
        return sum(map(int, self.marks.values()))

    @property
    def same_as(self):
        """What two states of one review have in common."""
        return self.kind, self.by, self.began

    @property
    def in_short(self):
        """Who reviewed, with how many points, in words."""
        left = len(self.grid) - len(self.marks)
        rest = f", {left} without a mark" if left else ""
        return f"{self.by or 'Somebody'}, {KINDS[self.kind]}: {self.points} of {most(self.kind)} points{rest}"

    def missing(self):
        """What is still to be filled in, as a list of words. A teacher’s notes may be left out."""
        left = [] if self.by else ["who reviews"]
        left += [f"{one.name}: the mark" for one in self.grid if one.id not in self.marks]
        if self.kind == PEER:
            left += [f"{one.name}: {one.asks.lower()}" for one in self.grid if not self.words.get(one.id)]
            left += [] if self.words.get(REST) else [LAST[self.kind].lower()]
        return left


def in_words(left, told=3):
    """What is missing, not more of it than one reads.

    >>> in_words(["a", "b", "c", "d", "e"])
    'a; b; c and 2 more'
    """
    more = f" and {len(left) - told} more" if len(left) > told else ""
    return f"{'; '.join(left[:told])}{more}"


def marked(review, criterion, mark):
    """A review with a mark. Raises `Problem` for a mark that the grid does not have."""
    one = ONE[review.kind].get(criterion)
    if one is None or mark not in one.levels:
        raise Problem(f"This grid has no mark “{arrived(mark)}” for “{arrived(criterion)}”.")
    return replace(review, marks={**review.marks, criterion: mark})


def written(review, criterion, text):
    """A review with what was written beside a mark. Raises `Problem` where that is too long."""
    text = cell(text, "words")
    if criterion != REST and criterion not in ONE[review.kind]:
        raise Problem(f"This grid has no “{arrived(criterion)}”.")
    if len(text) > LONGEST:
        raise Problem(f"Say it in {LONGEST} characters at most; these are {len(text):,}. Which carry it?")
    return replace(review, words={**review.words, criterion: text})


def text_of(review):
    """A review as the text of its file.

    >>> print(text_of(written(marked(Review(by="red-3"), "count", "2"), "count", "I got =14")), end="")
    \ufeffwhat,is,words
    format,Whose Words? a review,1
    kind,peer,
    by,red-3,
    of,,
    title,,
    made_by,,
    began,,
    at,,
    count,2,I got =14
    """
    rows = [{"what": "format", "is": FORMAT, "words": VERSION}]
    rows += [{"what": what, "is": getattr(review, what)} for what in HEAD]
    for id in (*(one.id for one in review.grid), REST):
        if id in review.marks or review.words.get(id):
            rows.append({"what": id, "is": review.marks.get(id, ""), "words": review.words.get(id, "")})
    return as_text(REVIEW, rows)


HEAD = ("kind", "by", "of", "title", "made_by", "began", "at")


def is_review(raw):
    """Whether bytes begin as a review does.

    >>> is_review(text_of(Review()).encode()), is_review(b"what,is")
    (True, False)
    """
    return FORMAT in raw[:400].decode("utf-8-sig", "replace")


def review_in(raw):
    """The review in the bytes of a file; what is wrong in it is named in its notes. Raises `Problem` where it
    holds none."""
    if len(raw) > LARGEST_REVIEW:
        raise Problem(
            f"It has more than {LARGEST_REVIEW // 1_000} kB, and a review has not: ask for it again."
        )
    try:
        rows = parsed(REVIEW, decoded(raw))
    except ValueError as error:
        raise Problem(f"It is no review of this module ({arrived(error)}): ask for it again.") from None
    said = {row["what"]: row for row in rows}
    if said.pop("format", {}).get("is") != FORMAT:
        raise Problem(
            "It is no review of this module: its first line after the names of the columns says it."
        )
    head = {what: _short(said.pop(what, {}).get("is", "")) for what in HEAD}
    if head["kind"] not in KINDS:
        raise Problem(
            f"It is by nobody known: its kind is “{arrived(head['kind'])}”, not {' or '.join(KINDS)}."
        )
    return _filled(Review(**head), said)


def _filled(review, said):
    """A review with the marks and words that its grid has; the rest is told."""
    marks, words, notes = {}, {}, []
    for id, row in said.items():
        one = ONE[review.kind].get(id)
        if one is None and id != REST:
            notes.append(f"“{arrived(id)}” is no part of this grid and was left out.")
            continue
        if len(row["words"]) > LONGEST:
            notes.append(f"What stands beside “{one.name if one else LAST[review.kind]}” was cut.")
        words[id] = row["words"][:LONGEST]
        if one and row["is"] in one.levels:
            marks[id] = row["is"]
        elif row["is"]:
            notes.append(
                f"“{arrived(row['is'])}” is no mark for “{one.name if one else id}” and was left out."
            )
    notes += [f"“{one.name}” has no mark." for one in review.grid if one.id not in marks]
    return replace(review, marks=marks, words=words, notes=tuple(_few(notes)))


def _few(notes, most_told=8):
    """Notes, not more of them than one reads."""
    more = len(notes) - most_told
    return [*notes[:most_told], f"And {more} more of this kind."] if more > 1 else notes


def _short(text):
    return " ".join(text.split())[:LONGEST_NAME]
