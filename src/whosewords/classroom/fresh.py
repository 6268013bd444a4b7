"""For the next class: no name is taken, the lessons are as they came, and what was answered is put aside.

Nothing is deleted. What is put aside lies beside the lessons and not among them, so no student sees it in
the list of files.
"""

from datetime import datetime

from .. import files
from ..lexicon import own
from ..problems import Problem
from ..session import home
from ..shelf import own_texts
from . import desk

ASIDE = "earlier_classes"


def put_aside():
    """Put aside all that students left here, and lay out fresh copies. Returns sentences: what, where, and
    how to have it back. What was unlocked stays: a teacher may have done that for everybody."""
    theirs = students_things()
    if not theirs:
        desk.put_all_back("")
        return "Nobody has worked here since the last time: there is nothing to put aside."
    where = _free(home() / ASIDE / f"{datetime.now():%Y-%m-%d %H.%M.%S}")
    files.make(where)
    for path in theirs:
        try:
            path.rename(where / path.name)
        except OSError as error:
            raise Problem(
                f"“{path.name}” could not be put aside ({error.strerror or error}). Close the lessons first: "
                "Ctrl+C in the black window. Then type the same command again."
            ) from None
    desk.lay_out("")
    count = sum(path.name.startswith("my_work") and path.suffix == ".json" for path in theirs)
    return (
        f"Put aside: {count} work file{'s' * (count != 1)} and the copies of the lessons, in the folder "
        f"{where}. Nothing was deleted, and nobody's name is taken now.\nTo bring one student back: on the "
        'start page write my_work("…") with their name, then import_work("…") with the path of their file in '
        f"that folder.\nTo bring all back: close the lessons and move what lies there back to {home()}."
    )


def students_things():
    """What students left here: their work files with all that was kept beside them, their copies of the
    lessons, the name, texts, events, reviews and a list of their own. Where nobody did anything there is
    nothing."""
    if not home().is_dir():
        return []
    theirs = (
        "my_work*", "lessons", "lessons_*", "events", "events_*", "reviews", "reviews_*", "name.txt",
    )  # fmt: skip
    named = (*theirs, own.FILE, own_texts.folder().name)
    found = sorted({path for pattern in named for path in home().glob(pattern)})
    return found if any(_tells(path) for path in found) else []


def _tells(path):
    """Whether a thing shows that somebody worked: copies that nobody changed and nobody's name do not."""
    if path.name == "name.txt":
        return bool(path.read_text(encoding="utf-8", errors="replace").strip())
    if path.name != "lessons":
        return True
    copies = [desk.read(copy) for copy in path.glob("*.ipynb")]
    return (path / desk.EARLIER).exists() or not all(copy and desk.untouched(copy) for copy in copies)


def _free(folder):
    """A name like this one that no folder has."""
    number = 2
    free = folder
    while free.exists():
        free, number = folder.with_name(f"{folder.name} ({number})"), number + 1
    return free
