"""Which files are one person's: told by what stands in them, never by who may sit where.

An entry holds the time of its last change to a fraction of a second. So where two files hold one entry letter
by letter, one of them has it from the other.
"""

import re

SUBMISSION = re.compile(r"(.*_assignsubmission_[^/]*)/[^/]*")  # Moodle's folder of one hand-in


def one_went_on(ours, theirs, sure=False):
    """Whether two sets of entries are one person's: no tries speak against each other, and at least one entry
    is the same in both. sure: whether that is known from elsewhere.

    >>> a, b = {"at": "10:00:01.5", "tries": [1]}, {"at": "10:00:09.7", "tries": [1, 2]}
    >>> one_went_on({"1.2": a, "1.3": a}, {"1.2": a, "1.3": b}), one_went_on({"1.3": a}, {"1.3": b})
    (True, False)
    """
    both = ours.keys() & theirs.keys()
    if any(_against(ours[id], theirs[id]) for id in both):
        return False
    return sure or any(is_one(ours[id], theirs[id]) for id in both)


def is_one(entry, other):
    """Whether two entries are one: with the same time of change."""
    return bool(entry.get("at")) and entry == other


def _against(entry, other):
    """Whether neither tries go on from the others."""
    first, second = entry.get("tries"), other.get("tries")
    if not isinstance(first, list) or not isinstance(second, list):
        return False
    return not all(a == b for a, b in zip(first, second, strict=False))


def handed_in_together(file, other):
    """Whether a learning platform keeps two files as one hand-in of one person."""
    ours, theirs = SUBMISSION.fullmatch(file), SUBMISSION.fullmatch(other)
    return bool(ours and theirs and ours[1] == theirs[1])


def shared(student, students):
    """What a student's entries have in common with those of others, as sentences."""
    held = {other.label: _held(student.entries, other.entries) for other in students if other is not student}
    held = {label: ids for label, ids in held.items() if ids}
    mine = len(student.entries)
    if len(held) > 1 and len(set().union(*held.values())) == mine:
        yield f"Every answer stands in another file, too, and together they are {_listed(held)}: mixed? Ask."
        return
    for label, ids in held.items():
        part = "All" if len(ids) == mine else f"{len(ids)} of"
        yield (
            f"{part} {mine} answer{'s' * (mine != 1)} stand, with their time, in the file of “{label}”, too: "
            "a copy, or taken in. Ask."
        )


def _held(ours, theirs):
    return {id for id in ours.keys() & theirs.keys() if is_one(ours[id], theirs[id])}


def _listed(labels):
    return " and ".join(f"“{label}”" for label in labels)
