"""A review of somebody's brief that is being written: marked, written, saved at once, given back."""

from dataclasses import replace

from ..problems import Problem, arrived
from . import reviews
from .grids import LAST, PEER, TEACHER
from .review_file import LONGEST_NAME, REST, marked, written


class Reviewing:
    """A review of an open event that is being written. Whatever is chosen or typed is saved at once.

    mark("count", "2"), write("count", "I got 14."), by("red-3"), export("folder").
    """

    def __init__(self, event, teacher=False):
        kind = TEACHER if teacher else PEER
        self.event, self.path = event, reviews.place(event, kind)
        self.review = reviews.begun(event, self.path, kind)

    def mark(self, criterion, mark):
        """Give a mark."""
        return self._keep(marked(self.review, criterion, str(mark)))

    def write(self, criterion, text):
        """Write what stands beside a mark; `last` is the last line."""
        return self._keep(written(self.review, criterion, text))

    def by(self, name):
        """Say under which made-up name this is reviewed."""
        name = " ".join(str(name).split())
        if len(name) > LONGEST_NAME:
            raise Problem(f"A name has {LONGEST_NAME} letters at most, but got “{arrived(name)}”.")
        return self._keep(replace(self.review, by=name))

    def export(self, folder=None):
        """Write the file for the author into a folder. Raises `Problem` with what is missing."""
        return reviews.given_back(self.review, folder)

    def _keep(self, review):
        self.review = reviews.kept(self.path, review)
        return self

    def __repr__(self):
        review = self.review
        told = [f"A review of “{self.event.title}” by {review.in_short}"]
        for one in review.grid:
            told.append(
                f"- {one.name}: {review.marks.get(one.id, 'no mark')}. {review.words.get(one.id, '')}"
            )
        told.append(f"- {LAST[review.kind]}: {review.words.get(REST, '')}")
        left = review.missing()
        told.append(
            f"Still missing: {'; '.join(left)}." if left else "Nothing is missing: export() writes it."
        )
        return "\n".join([*told, *self.event.notes])
