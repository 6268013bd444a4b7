"""A folder of work files as a class: who is in it, and what was done with each file. Nothing is merged on a
guess, and nothing is left out without a word."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ..classroom.work_format import merged
from ..problems import Problem, arrived
from .incoming import incoming, is_of_the_computer
from .reading import Foreign, name_of, work_in
from .same_person import handed_in_together, one_went_on, shared

MOST = 200  # students of whom a page can be made
ORDINALS = ("", "", "second", "third", "fourth", "fifth")


class Found(NamedTuple):
    """A file, and what was done with it, as sentences."""

    file: str
    done: str


@dataclass(frozen=True)
class Student:
    """One student's work. label: what is shown, like no other in the class. name: the pseudonym, or "".
    entries: {id: entry} as in a work file. files: where they came from. notes: what a teacher should know."""

    name: str
    label: str
    entries: dict
    files: tuple
    notes: tuple = ()


class Class(NamedTuple):
    """Students in the order of their labels, and a row for each file that was found."""

    students: tuple
    found: tuple


def collected(folder):
    """The class whose work files lie in a folder, in its folders and in its zips."""
    folder = Path(folder).expanduser()
    if not folder.is_dir():
        raise Problem(f"There is no folder “{arrived(folder)}”. Give the folder that holds the work files.")
    works, found = _read(folder)
    groups, again = _grouped(works)
    found += again
    if not groups:
        raise Problem(
            f"No work file is in the folder “{arrived(folder.name or folder)}” "
            f"({len(found)} other file{'s' * (len(found) != 1)}). {_first(found)}"
        )
    if len(groups) > MOST:
        raise Problem(
            f"There are {len(groups)} students in this folder, and a page takes {MOST}. Give one class."
        )
    return Class(*_told(groups, found))


def _read(folder):
    """(all works, rows about what is none)."""
    works, found, noise = [], [], 0
    for file, raw, done in incoming(folder):
        if is_of_the_computer(file):
            noise += 1
        elif raw is None:
            found.append(Found(file, done))
        else:
            try:
                works.append(work_in(file, raw))
            except Foreign as foreign:
                found.append(Found(file, str(foreign)))
    if noise:
        found.append(Found(f"({noise} files of computers)", "Passed over: nobody hands in such files."))
    return works, found


def _grouped(works):
    """Works that are one person's, together: (lists of works, rows about files that are there twice)."""
    groups, found, seen = [], [], {}
    for work in sorted(works, key=lambda work: (work.older, work.said != (), work.file)):
        if first := seen.get(work.digest):
            found.append(Found(work.file, f"Byte for byte the same as “{first}”: counted once."))
            continue
        seen[work.digest] = work.file
        group = next((group for group in groups if _belongs(work, group)), None)
        groups.append([work]) if group is None else group.append(work)
    return groups, found


def _belongs(work, group):
    """Whether a work is by whoever made those of a group. Without a name nothing is."""
    first = group[0]
    if not work.name or work.name != first.name:
        return False
    known = _together(group)
    return one_went_on(known, work.entries, sure=work.older or handed_in_together(work.file, first.file))


def _together(group):
    entries = {}
    for work in group:
        entries = merged(entries, work.entries)
    return entries


def _told(groups, found):
    """(students, rows)."""
    students, counted = [], defaultdict(int)
    for group in groups:
        name, files = group[0].name, tuple(work.file for work in group)
        counted[name] += 1
        label = _label(name, counted[name], files[0])
        students.append(Student(name, label, _together(group), files))
        found += _rows(group, label, counted[name])
    students = _noted(_told_apart(students))
    return tuple(sorted(students, key=lambda one: (not one.name, one.label))), tuple(sorted(found))


def _label(name, number, file):
    if not name:
        return f"without a name: {file}"
    if number == 1:
        return name
    return f"{name} ({ORDINALS[number]} file)" if number < len(ORDINALS) else f"{name} (file {number})"


def _told_apart(students):
    seen = defaultdict(int)
    for one in students:
        seen[one.label] += 1
        times = seen[one.label]
        yield one if times == 1 else Student(one.name, f"{one.label} [{times}]", one.entries, one.files)


def _rows(group, label, number):
    first, *others = group
    count = len(_together(group))
    own = f"Read as “{label}”, {count} answer{'s' * (count != 1)}."
    if number > 1:
        own += (
            f" Another file has the name “{first.name}” and does not go on from this one: two students? Ask."
        )
    yield Found(first.file, " ".join([own, *first.said, *_misnamed(first)]))
    for work in others:
        what = "An earlier or damaged state" if work.older else "Another copy"
        yield Found(
            work.file, " ".join([f"{what} of “{label}”: of each answer the later one counts.", *work.said])
        )


def _misnamed(work):
    outside = name_of(work.file)
    if not outside or outside == work.name:
        return []
    inside = f"“{work.name}”" if work.name else "empty"
    return [f"The file’s name says “{outside}”, the name in it is {inside}."]


def _noted(students):
    """Students with what their files have in common with those of others."""
    students = list(students)
    return [
        Student(one.name, one.label, one.entries, one.files, tuple(shared(one, students))) for one in students
    ]


def _first(found):
    return f"The first: “{found[0].file}”. {found[0].done}" if found else ""
