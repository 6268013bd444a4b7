"""A list of one's own: where it is kept, how it is changed word by word, what it does otherwise than ours."""

from dataclasses import dataclass
from pathlib import Path

from .. import files
from ..problems import Problem, arrived, did_you_mean
from ..session import home, session
from .entries import keys
from .table import Fork, fork, load
from .table import changed as changed_table
from .writing import as_csv

FILE = "my_list.csv"
ACTIONS = {"add": "Add it", "drop": "Drop it", "move": "Put it into another category"}


@dataclass(frozen=True)
class OwnList:
    """A list that counts in place of ours; `problems` names the lines of its file that could not be used."""

    name: str
    entries: tuple
    problems: tuple = ()


def own_list(path=None):
    """The list in a file, or the reader's own where no file is named; ours where they have none.

    Raises `Problem` for what is no name of a file.
    """
    if path is None:
        if session().entries is not None:
            return OwnList(FILE, session().entries)
        path = home() / FILE
        if not path.is_file():
            return OwnList("our list (you have none of your own yet: my_list() makes one)", load())
    if not isinstance(path, str | Path):
        raise Problem(
            f'use_list() needs the name of a file, such as "my_list.csv", but got “{arrived(path)}”.'
        )
    found = files.meant(path)
    found = found if found.exists() else home() / path
    made = fork(found)
    return OwnList(found.name, made.entries, made.problems)


def entries_of(given):
    """The entries that `words=` stands for: None for ours, else a list of one's own or its file. Raises
    `Problem` where the file is no list: nobody shall count with ours and take it for their own."""
    if given is None:
        return None
    found = own_list(given) if isinstance(given, str | Path) else given
    if isinstance(found, OwnList | Fork):
        if found.problems and found.entries is load():
            raise Problem(" ".join(found.problems[-1].split()))
        return found.entries
    raise Problem(f"words= needs a list of your own, such as use_list(), but got “{arrived(given)}”.")


def changed(entries, action, word, category=None):
    """The list with one word added, dropped or put into another category. Raises `Problem`.

    A word that is in the list but off is switched on when it is added.
    """
    entry = find_entry(entries, word)
    if action not in ACTIONS:
        raise did_you_mean(action, ACTIONS, "change")
    if not keys(word):
        raise Problem("Write a word first: letters or digits, not only marks.")
    if action != "drop" and category is None:
        raise Problem("Choose a category first.")
    if action == "add" and entry and not entry.on:
        return tuple(e._replace(on=True, category=category) if e is entry else e for e in entries)
    term = entry.term if entry else word.strip()
    options = {
        "add": {"add": [(term, category)]},
        "drop": {"drop": [term]},
        "move": {"move": {term: category}},
    }
    try:
        return changed_table(entries, **options[action])
    except ValueError as error:
        raise Problem(str(error)) from None


def find_entry(entries, word):
    """The entry that has this word as one of its forms, or None."""
    wanted = keys(word)
    return next((entry for entry in entries if wanted in map(keys, entry.forms)), None) if wanted else None


def keep(entries):
    """Save a list as the reader's own; raises `CannotSave`, and then still has it until the program ends."""
    session().entries = tuple(entries)
    files.write(home() / FILE, as_csv(entries))
    session().entries = None


def give_up():
    """Forget the reader's own list: ours counts again."""
    session().entries = None
    files.delete(home() / FILE)


def differences(entries):
    """What a list does otherwise than ours, in a sentence.

    >>> differences(load())
    'It is the same as ours.'
    """
    ours, mine = ({entry.term: entry for entry in each} for each in (load(), entries))
    both = ours.keys() & mine.keys()
    told = {
        "added": len(mine.keys() - ours.keys()),
        "dropped": len(ours.keys() - mine.keys()),
        "in another category": sum(ours[term].category != mine[term].category for term in both),
        "switched on or off": sum(ours[term].on != mine[term].on for term in both),
    }
    parts = [f"{number:,} {what}" for what, number in told.items() if number]
    return f"Against ours: {', '.join(parts)}." if parts else "It is the same as ours."
