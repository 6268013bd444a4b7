"""`review()`: somebody's brief with its grid, to be filled in and given back; and what one was given back, as
a table each, with every mark as a number and in words."""

from .. import files
from ..display.html import (
    bullets,
    code,
    element,
    heading,
    isolated,
    lined,
    paragraph,
    style,
    together,
    wide_table,
)
from ..own_event import reviews
from ..own_event.event import Event
from ..own_event.grids import LAST
from ..own_event.opening import new_event
from ..own_event.review_file import REST
from ..own_event.reviewing import Reviewing
from ..problems import Problem, arrived
from ..shelf import open_event
from ..shelf.event_folder import ENDING

NO_EVENT = (
    'No event is open. Write review("dam.zip") to review somebody’s event, or new_event("my_event") first '
    "to see what was written of yours."
)
NONE = "Nobody has given a review back yet. With such a file, write: "
LINE = 'review("review_of_dam_by_red_3.csv")'
NAMES = ["What was looked at", "Mark", "In words", "What the reviewer wrote"]


def review_html(review, number):
    """A review as a piece of HTML: everything in it is text. number: like no other on its page, for whoever
    listens to what its table is called."""
    rows = [_row(one, review) for one in review.grid]
    last = review.words.get(REST)
    return together(
        paragraph(isolated(review.in_short)),
        wide_table(NAMES, rows, f"review {number}, by {review.by or 'somebody'}", "texts"),
        paragraph(f"{LAST[review.kind]}: ", isolated(last)) if last else None,
        bullets(map(isolated, review.notes)),
    )


def _row(one, review):
    mark = review.marks.get(one.id)
    return [
        one.name,
        mark or "–",
        one.levels[mark] if mark else "no mark",
        lined(review.words.get(one.id, "")),
    ]


class Reviews:
    """What others wrote of the event that is open. notes: files that hold no review, and why. just_in: what
    is told of the one that was just taken in."""

    def __init__(self, event, just_in=()):
        self.event, self.just_in = event, just_in
        self.reviews, self.notes = reviews.reviews_of(event.folder)

    def html(self, level=2):
        """The same as a piece of HTML; nothing where nobody wrote one and no file is broken."""
        if not (self.reviews or self.notes or self.just_in):
            return None
        shown = [review_html(one, n) for n, one in enumerate(self.reviews, 1)]
        top = heading(level, f"Reviews: {len(self.reviews)}")
        first = [paragraph(isolated(told)) for told in self.just_in]
        return together(top, first, shown, bullets(map(isolated, self.notes)))

    def _repr_html_(self):
        none = paragraph(NONE, code(LINE))
        return together(style(), element("div", self.html() or none, look="ww-task"))

    def __repr__(self):
        told = [f"Reviews of “{self.event.title}”: {len(self.reviews)}", *self.just_in]
        for review in self.reviews:
            told.append(review.in_short)
            for one in review.grid:
                mark = review.marks.get(one.id)
                told.append(f"- {one.name}: {f'{mark}, {one.levels[mark]}' if mark else 'no mark'}. "
                            f"{review.words.get(one.id, '')}".rstrip())  # fmt: skip
            told += [f"- {LAST[review.kind]}: {review.words[REST]}"] if review.words.get(REST) else []
            told += review.notes
        return "\n".join([*told, *self.notes])


def review(event=None, *, teacher=False):
    """Review somebody's framing brief: review("dam.zip"). It shows the brief and the grid, and gives a file
    back for the author. review("review_of_dam_by_red_3.csv") takes such a file into your event, and review()
    shows what others wrote of it.

    event: the path of somebody's folder or zip, or of a review that you were given. teacher: True for the
    grid of a teacher, with 24 points.
    """
    if not isinstance(teacher, bool):
        raise Problem(f"teacher is True or False, but got “{arrived(teacher)}”.")
    if event is None:
        return Reviews(_own())
    path = files.meant(event)
    if path.suffix.casefold() == ENDING:
        return _with(path)
    if not path.exists():
        raise Problem(
            f"There is no folder or zip “{arrived(event)}”. Look in the file list on the left for its name."
        )
    return Reviewing(new_event(path), teacher)


def _own():
    event = open_event.opened()
    if event is None:
        raise Problem(NO_EVENT)
    return Event(event)


def _with(path):
    """The reviews of the open event with one more."""
    event = _own()
    if not path.is_file():
        raise Problem(f"There is no file “{arrived(path.name)}”. Look in the file list on the left.")
    try:
        told = reviews.taken_in(event, path)
    except Problem as problem:
        raise Problem(f"“{arrived(path.name)}” was not taken in. {problem}") from None
    return Reviews(event, told)
