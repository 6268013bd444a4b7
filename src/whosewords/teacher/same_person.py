"""Which files are one person's, and which answers stand in the files of several: told by what stands in them.

An entry holds the time of its last change to a fraction of a second. So where two files hold one entry letter
by letter, one of them has it from the other.
"""

import re
from collections import defaultdict

from ..classroom.work_format import went_on

# The folder, or the beginning of a name, under which a learning platform keeps one person's hand-in.
HAND_IN = (
    re.compile(r"(?P<who>.*_assignsubmission_file_)[^/]*/?[^/]*"),  # Moodle
    re.compile(r"(?P<who>.*)/Version \d+/[^/]*"),  # Teams
)


def is_one_persons(ours, theirs, sure=False):
    """Whether two sets of entries are one person's: no tries speak against each other, and at least one entry
    is the same in both. sure: whether that is known from elsewhere.

    >>> a, b = {"at": "10:00:01.5", "tries": [1]}, {"at": "10:00:09.7", "tries": [1, 2]}
    >>> is_one_persons({"1.2": a, "1.3": a}, {"1.2": a, "1.3": b}), is_one_persons({"1.3": a}, {"1.3": b})
    (True, False)
    """
    both = ours.keys() & theirs.keys()
    if any(went_on(ours[id], theirs[id]) is False for id in both):
        return False
    return sure or any(ours[id].get("at") and ours[id] == theirs[id] for id in both)


def hand_in(file):
    """Where a learning platform keeps one person's files; "" where that cannot be told.

    >>> hand_in("a.zip › Red 1_123_assignsubmission_file_/my_work.json")
    'a.zip › Red 1_123_assignsubmission_file_'
    """
    return next((found["who"] for way in HAND_IN if (found := way.fullmatch(file))), "")


def seal(entry):
    """What is the same for an entry in two files, and never for two people's; None for one without a time."""
    at = entry.get("at")
    return repr(entry) if isinstance(at, str) and at else None


def held_twice(students):
    """{label: {another label: the ids of the entries that stand in both}}."""
    holders = defaultdict(list)
    for one in students:
        for id, entry in one.entries.items():
            holders[id, seal(entry)].append(one.label)
    found = defaultdict(lambda: defaultdict(set))
    for (id, sealed), labels in holders.items():
        for label in labels if sealed and len(labels) > 1 else ():
            for other in labels:
                if other != label:
                    found[label][other].add(id)
    return found


def in_words(entries, held):
    """What a student's entries have in common with those of others, as sentences. held: {label: ids}."""
    mine, pairs = len(entries), sorted(held.items(), key=lambda pair: -len(pair[1]))
    if len(pairs) > 1 and len(pairs[0][1]) < mine == len(set().union(*held.values())):
        return (
            f"Every one of these {mine} answers stands in another file, too, with its very time: in those of "
            f"{_listed(held)}. It seems that two people’s files were mixed. Ask.",
        )
    return tuple(
        f"{'All' if len(ids) == mine else len(ids)} of these {mine} answers stand in the file of “{label}”, "
        "too, with their very time: one file has them from the other. Ask whose they are."
        for label, ids in pairs
    )


def _listed(labels):
    *most, last = [f"“{label}”" for label in sorted(labels)]
    return f"{', '.join(most)} and {last}"
