"""Which files are one person's, and which answers stand in the files of several: told by what stands in them.

An entry holds the time of its last change to a fraction of a second. So where two files hold one entry letter
by letter, one of them has it from the other.
"""

import re
from collections import defaultdict

from ..classroom.work_format import seal, went_on

# The folder, or the beginning of a name, under which a learning platform keeps one person's hand-in.
HAND_IN = (
    re.compile(r"(?P<who>.*_assignsubmission_file_)[^/]*/?[^/]*"),  # Moodle
    re.compile(r"(?P<who>.*)/Version \d+/[^/]*"),  # Teams
)

MOST_NAMED = 4  # students in a sentence
MIXED = (
    "Each of its {mine} answers stands in another file, too, with its very time: in those of {labels}. It "
    "seems that two people’s files were mixed. Ask."
)
HELD = (
    "{count} of its {mine} answers also stand in the work of {labels}, with their very time: one file has "
    "them from the other. Ask whose they are."
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
    mine, groups = len(entries), defaultdict(list)
    for label, ids in held.items():
        groups[frozenset(ids)].append(label)
    largest = max(map(len, groups), default=0)
    if len(groups) > 1 and largest < mine == len(frozenset().union(*groups)):
        return (MIXED.format(mine=mine, labels=_listed(held)),)
    in_order = sorted(groups.items(), key=lambda pair: (-len(pair[0]), pair[1]))
    return tuple(HELD.format(count=len(ids), mine=mine, labels=_listed(labels)) for ids, labels in in_order)


def _listed(labels):
    """Labels in a sentence, not more of them than one reads.

    >>> _listed(["a"]), _listed("cab"), _listed("abcdefg")
    ('“a”', '“a”, “b” and “c”', '“a”, “b”, “c”, “d” and 3 more')
    """
    names = [f"“{label}”" for label in sorted(labels)]
    if len(names) > MOST_NAMED + 1:
        names = [*names[:MOST_NAMED], f"{len(names) - MOST_NAMED} more"]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
