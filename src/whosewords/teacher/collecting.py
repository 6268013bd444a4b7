"""A folder of work files as a class: who is in it, and what was done with each file. Nothing is merged on a
guess, and nothing is left out without a word."""

import re
from dataclasses import dataclass, replace
from functools import reduce
from typing import NamedTuple

from .. import files
from ..classroom.work_format import merged
from ..problems import Problem, arrived
from .briefs import handed_in
from .homes import PLACE, are_homes, of_homes
from .incoming import FULL, incoming, is_of_the_computer
from .reading import Foreign, name_of, plain, work_in
from .same_person import hand_in, held_twice, in_words, is_one_persons

MOST = 200  # students of whom a page is made
ORDINALS = ("first", "second", "third", "fourth", "fifth")
PLAIN = re.compile(r"Read as (?:“[^“”]*”, \d+ answers?|a brief, \d+ texts?, \d+ reviews?)\.")
A_HOME = "(a home)"
AGAIN = "Byte for byte the same as “{first}”: counted once."
TWO_HANDS = " Two people handed it in: ask whose it is."
COPY = "Another copy of “{label}”: of each answer the later one counts."
BEFORE = "A state before, of “{label}”: of each answer the later one counts."
PASSED = "Passed over: computers make such files for themselves."
NAMESAKE = (
    "Another file has the name “{name}”, too, and neither goes on from the other: they are kept apart as two "
    "students. Ask who is who. One person’s? Type the command again with: --same {name}"
)
TWO_HOMES = (
    "Another home has the name “{name}”, too: two homes are two students. Ask who is who. One person’s? Type "
    "the command again with: --same {name}"
)
SEVERAL = "Work under several names lies in this home, and is kept apart. Ask who is who."


class Found(NamedTuple):
    """A file, and what was done with it, as sentences. harmless: whether a teacher has nothing to do about
    it. home: whose home it lies in, "" for none."""

    file: str
    done: str
    harmless: bool = False
    home: str = ""

    @property
    def is_plain(self):
        """Whether there is nothing to look at: it was read, and that is all."""
        return bool(PLAIN.fullmatch(self.done))

    @property
    def needs_teacher(self):
        """Whether somebody has to ask or to do something."""
        return not (self.is_plain or self.harmless)

    @property
    def shown(self):
        """The file as a page names it: a home has somebody's login, which is told where it is needed."""
        is_told = not self.home or self.needs_teacher or f"home {self.home}" in self.done
        return self.file if is_told else f"{A_HOME}{self.file.removeprefix(self.home)}"


@dataclass(frozen=True)
class Student:
    """One student's work. label: what is shown, like no other in the class. name: the pseudonym, or "".
    entries: {id: entry} as in a work file. files: where they came from. notes: what a teacher should know.
    home: the name of the home that it lies in, mostly the student's login; "" where files were handed in."""

    name: str
    label: str
    entries: dict
    files: tuple
    notes: tuple = ()
    home: str = ""


class Class(NamedTuple):
    """Students in the order of their labels, a row for each file that was found, the names of the teacher's
    list, if there is one, framing briefs (`briefs.Brief`), and reviews of briefs that are not there."""

    students: tuple
    found: tuple
    names: tuple = ()
    briefs: tuple = ()
    reviews: tuple = ()


def collected(folder, same=(), place=None, only=()):
    """The class whose work files lie in a folder, in its folders and in its zips; or in the homes that the
    folder holds.

    same: names of which a teacher knows that all files that carry one of them are one person's. place: where
    in a home the module's folder is; then the folder is one of homes. only: the homes that are looked at.
    """
    folder = given_folder(folder)
    homes = bool(place or only) or are_homes(folder)
    works, others, rest = read(of_homes(folder, place or PLACE, only) if homes else incoming(folder))
    events = handed_in(rest)
    others += [Found(*row, row[0].partition("/")[0] if homes else "") for row in events.rows]
    groups, again = _grouped(works, _known(same, works))
    if not (groups or events.briefs or events.alone):
        raise Problem(_nothing(folder, others))
    if len(groups) > MOST:
        more = " Name its homes with --only." * homes
        raise Problem(
            f"Here is the work of {len(groups)} students, and a page takes {MOST}. Give one class.{more}"
        )
    students = _noted(tuple(_students(groups)))
    rows = [row for group, one in zip(groups, students, strict=True) for row in _rows(group, one, students)]
    in_order = sorted(students, key=lambda one: (not one.name, _natural(one.label)))
    found = sorted([*rows, *again, *others], key=lambda row: _natural(row.file))
    briefs = tuple(_without_login(one) for one in events.briefs) if homes else events.briefs
    return Class(tuple(in_order), tuple(found), briefs=briefs, reviews=events.alone)


def students_in(arrived):
    """(the students whose work is among what arrived, rows about what could not be read or is no work)."""
    works, others, rest = read(arrived)
    groups, _ = _grouped(works, set())
    return tuple(_students(groups)), [*others, *(Found(file, told) for file, _, told in rest)]


def _without_login(brief):
    """A brief whose author has a name needs no login beside it."""
    place = brief.file.partition("/")[2]
    return brief._replace(file=f"{A_HOME}/{place}") if brief.made_by else brief


def given_folder(folder):
    """The folder that is meant; raises `Problem` where none is there."""
    path = files.named(folder)
    if path.is_dir():
        return path
    there = "is a file, and no folder" if path.exists() else "is not there"
    raise Problem(
        f"“{arrived(folder)}” {there}. Put all work files into one folder, as they came, also in zips, and "
        "give that folder."
    )


def read(arrived):
    """(all works, rows about what could not be read, what is no work: see `briefs.handed_in`). arrived: see
    `incoming` and `homes`."""
    works, found, rest, noise = [], [], [], 0
    for file, raw, done, home in arrived:
        if not home and is_of_the_computer(file):
            noise += 1
        elif raw is None:
            found.append(Found(file, done, home=home))
        else:
            try:
                works.append(replace(work_in(file, raw), home=home))
            except Foreign as foreign:
                rest.append((file, raw, str(foreign)))
    if noise:
        found.append(Found(f"(files of the computer: {noise})", PASSED, harmless=True))
    return works, found, rest


def _known(same, works):
    """The names that are one person's, as files have them; raises `Problem` for one that no file has."""
    names = {plain(name) for name in same}
    if strange := names - {work.name for work in works}:
        raise Problem(f"No file here has the name “{arrived(min(strange))}”. Look at the page for the names.")
    return names


def _grouped(works, same):
    """Works that are one person's, together, the last one first: (lists of works, rows about files that are
    there twice)."""
    groups, found, seen = [], [], {}
    for work in sorted(works, key=lambda work: (len(work.file), work.file)):
        if first := seen.get((work.home, work.digest)):
            two = _by_two(work.file, first)
            told = AGAIN.format(first=first.removeprefix(f"{work.home}/")) + TWO_HANDS * two
            found.append(Found(work.file, told, not two, work.home))
        seen.setdefault((work.home, work.digest), work.file)
    once = [work for work in works if seen[work.home, work.digest] == work.file]
    for work in sorted(_latest_first(once), key=lambda work: (work.aside, not work.whole)):
        group = next((group for group in groups if _belongs(work, group, same)), None)
        groups.append([work]) if group is None else group.append(work)
    return sorted(groups, key=lambda group: (min(_times(group), default=""), group[0].file)), found


def _latest_first(works):
    return sorted(sorted(works, key=lambda work: work.file), key=lambda work: work.latest, reverse=True)


def _times(group):
    """When each entry of a group was changed last. The first time stays the same while somebody works on, and
    so does the order of two people of one name, and what is kept under their labels."""
    entries = (entry for work in group for entry in work.entries.values())
    return [at for entry in entries if isinstance(at := entry.get("at"), str)]


def _by_two(file, first):
    return bool(hand_in(file)) and bool(hand_in(first)) and hand_in(file) != hand_in(first)


def _belongs(work, group, same):
    """Whether a work is by whoever made those of a group. Of what has no name nobody can tell, unless it
    lies in one home; and two homes are two people."""
    first = group[0]
    if work.name != first.name or not (work.name or work.home):
        return False
    if work.name in same:
        return True
    if work.home != first.home:
        return False
    beside = work.aside and _folder(work.file) == _folder(first.file)
    sure = beside or (hand_in(work.file) and hand_in(work.file) == hand_in(first.file))
    return is_one_persons(_together(group), work.entries, bool(sure or work.home))


def _folder(file):
    return file.rpartition("/")[0]


def _together(group):
    return reduce(merged, (work.entries for work in group), {})


def _students(groups):
    """A student for each group, with a label of their own."""
    taken, namesakes = set(), {}
    for group in groups:
        first = group[0]
        number = namesakes[first.name] = namesakes.get(first.name, 0) + 1
        label = _unlike(taken, _label(first, number))
        entries, there = _together(group), tuple(work.file for work in group)
        yield Student(first.name, label, entries, there, home=first.home)


def _label(work, number):
    """What a student is called: the pseudonym; where there is none, or another one has it, the home too."""
    if work.home and (not work.name or number > 1):
        return f"{work.name} (home {work.home})" if work.name else f"home {work.home}"
    if not work.name:
        return f"without a name: {work.file}"
    if number == 1:
        return work.name
    place = ORDINALS[number - 1] if number <= len(ORDINALS) else f"{number}th"
    return f"{work.name} ({place} file)"


def _unlike(taken, label):
    """A label that nobody has yet."""
    number, new = 1, label
    while new in taken:
        number += 1
        new = f"{label} [{number}]"
    taken.add(new)
    return new


def _rows(group, student, students):
    first, *others = group
    count = len(student.entries)
    told = [f"Read as “{student.label}”, {count} answer{'s' * (count != 1)}."]
    told += [*first.said, *_misnamed(first), *student.notes]
    if student.name and sum(one.name == student.name for one in students) > 1:
        told.append((TWO_HOMES if student.home else NAMESAKE).format(name=student.name))
    if student.home and len({one.name for one in students if one.home == student.home}) > 1:
        told.append(SEVERAL)
    yield Found(first.file, " ".join(told), home=first.home)
    for work in others:
        done = (BEFORE if work.aside else COPY).format(label=student.label)
        more = [*work.said, *_misnamed(work)]
        yield Found(work.file, " ".join([done, *more]), not more, work.home)


def _misnamed(work):
    outside = name_of(work.file)
    if not outside or outside == work.name:
        return []
    inside = f"the name in it is “{work.name}”" if work.name else "there is no name in it"
    return [f"The file’s name says “{outside}”, and {inside}."]


def _noted(students):
    """Students with what is to be known about their files."""
    held = held_twice(students)
    return [replace(one, notes=in_words(one.entries, held.get(one.label, {}))) for one in students]


def _natural(text):
    """Numbers in a name in the order in which people count.

    >>> sorted(["blue-10", "blue-9"], key=_natural)
    ['blue-9', 'blue-10']
    """
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d{1,15})", text)]


def _nothing(folder, others):
    telling = sorted(others, key=lambda row: row.done != FULL)[:1]
    one = "".join(f" One of them: “{arrived(row.file)}”. {row.done}" for row in telling)
    return (
        f"There is no work file in the folder “{arrived(folder.resolve().name or folder)}”; "
        f"other files there: {len(others)}.{one}"
    )
