"""Reviews where they lie: the one that somebody is writing, and those that an author was given back."""

import re
import zlib
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

from .. import files
from ..classroom.pseudonym import name as pseudonym
from ..problems import Problem, arrived
from ..session import home
from ..shelf import own_texts
from ..shelf.event_folder import ENDING, REVIEWS, bytes_of, private
from ..shelf.event_zip import LARGEST_REVIEW, MOST_REVIEWS
from .event import Told
from .grids import PEER
from .review_file import LONGEST_NAME, Review, in_words, review_in, text_of

GIVEN_BACK = "review_of_{title}_by_{by}"


# ---- those that an author was given


def reviews_of(folder):
    """([`Review`], [sentences]): the reviews in the folder of an event, latest last; a file that holds none
    is named with the reason. folder: `shelf.event_folder.Folder`."""
    found, told = [], []
    listed = _listed(folder.path / REVIEWS)
    for path in listed[:MOST_REVIEWS]:
        try:
            found.append(_read(path))
        except Problem as problem:
            told.append(f"“{arrived(path.name)}”: {problem}")
    if len(listed) > MOST_REVIEWS:
        told.append(f"There are {len(listed)} files of reviews, of which {MOST_REVIEWS} are shown.")
    return sorted(found, key=lambda one: (one.at, one.by)), told


def taken_in(event, path):
    """Put a review that was given back into the open event, which must be one's own. A later state of the
    same review takes the place of the earlier one, which is kept. Gives what is told of it, as sentences.
    Raises `Problem`."""
    folder = event.folder
    folder.may_be_written()
    given, home_of = _read(path), folder.path / REVIEWS
    if home_of.is_symlink():  # what lies behind it is not of this event
        raise Problem(f"The folder {REVIEWS} of this event is a link. Put a folder of its own there.")
    known = {one.same_as: (one, at) for at in _listed(home_of) if (one := _readable(at))}
    before, at = known.get(given.same_as) or (None, _free(home_of, _plain(given.by, "somebody")))
    if len(known) >= MOST_REVIEWS and before is None:
        raise Problem(f"An event keeps {MOST_REVIEWS} reviews at most. Delete some in its folder {REVIEWS}.")
    if before and before.at > given.at:
        return [f"A later state of this review is here already: {before.in_short}"]
    if before != given:
        private(home_of)
        folder.keep_aside(at)
        files.write(at, text_of(given))
    return [f"Taken in: {given.in_short}", *_doubt(given, event)]


def _doubt(review, event):
    """Where a review seems to be of another event, in words. An event without an id is known by its title."""
    mine = event.said("event", "id")
    same = review.of == mine if review.of and mine else review.title in ("", event.title[:LONGEST_NAME])
    if not same:
        yield f"It was written of “{review.title}”, which seems to be another event than this one."


def _listed(folder):
    """The files of reviews in a folder, by name; a link is none."""
    if folder.is_symlink():
        return []
    with suppress(OSError):
        there = [each for each in folder.iterdir() if each.suffix.casefold() == ENDING]
        return sorted(each for each in there if not each.is_symlink() and not each.name.startswith("."))
    return []


def _read(path):
    try:
        return review_in(bytes_of(path, LARGEST_REVIEW))
    except (OSError, ValueError) as error:
        raise Problem(f"It cannot be read ({getattr(error, 'strerror', None) or error}).") from None


def _readable(path):
    with suppress(Problem):
        return _read(path)


# ---- the one that is being written


def begun(event, path, kind=PEER):
    """The review that whoever sits here writes of an event: where they left it, or an empty one. path: see
    `place`."""
    with suppress(Problem):
        left = _read(path)
        if left.kind == kind:
            return left
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    said = {what: event.said("event", what)[:LONGEST_NAME] for what in ("title", "made_by")}
    return Review(kind, pseudonym(), event.said("event", "id")[:LONGEST_NAME], began=now,
                  **(said | {"title": said["title"] or event.name[:LONGEST_NAME]}))  # fmt: skip


def kept(path, review):
    """Save a review that is being written, with the time. Gives it. Raises `CannotSave`."""
    now = replace(review, at=datetime.now(UTC).isoformat(timespec="milliseconds"))
    private(path.parent)
    files.write(path, text_of(now))
    return now


def place(event, kind=PEER):
    """Where whoever sits here keeps a review of an event, which is known by its id, else by its folder."""
    folder = home() / (f"reviews_{pseudonym()}" if pseudonym() else "reviews")
    known = event.said("event", "id") or str(event.folder.path.resolve())
    mark = zlib.crc32(known.encode("utf-8", "replace"))
    return folder / f"event_{mark:08x}_{kind}{ENDING}"


def given_back(review, folder=None):
    """Write the file for the author, into the folder that a reader sees, or into another. Raises `Problem`
    with what is missing in it. Gives what is told."""
    if left := review.missing():
        raise Problem(f"The file is not written yet. Still missing: {in_words(left)}.")
    here = files.named(folder) if folder is not None else files.place()
    if here.exists() and not here.is_dir():
        raise Problem(f"“{arrived(folder)}” is no folder. Give the name of a folder.")
    stem = GIVEN_BACK.format(title=_plain(review.title, "an_event"), by=_plain(review.by, "somebody"))
    path = _free(here, stem)
    files.write(path, text_of(review))
    return Told(
        f"Written: {path.name}, in the folder {here.resolve()}. Give it to the author, who opens the event "
        f'and writes review("{path.name}").'
    )


def _plain(text, otherwise):
    """A text as a part of a file's name.

    >>> _plain("The pier: shut!", "event"), _plain("../", "event")
    ('The_pier_shut', 'event')
    """
    plain = re.sub(r"[\W_]+", "_", text).strip("_")[:30].strip("_")
    return otherwise if plain.casefold() in ("", *own_texts.RESERVED) else plain


def _free(folder, stem):
    for number in range(1, 1000):
        path = folder / f"{stem}{f'_{number}' if number > 1 else ''}{ENDING}"
        if not path.exists():
            return path
    raise Problem(f"Too many reviews lie in {folder}. Choose another folder.")
