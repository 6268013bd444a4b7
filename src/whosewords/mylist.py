"""A list of one's own: read from a file, changed word by word, and what that does to the counts."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from . import files, lexicon
from .asking import table
from .lexicon import Fork, keys
from .problems import Problem, did_you_mean
from .shelf import articles
from .tally import OWN, SAID, places

FILE = "my_list.csv"
ACTIONS = {"add": "Add it", "drop": "Drop it", "move": "Put it into another category"}
MOST_TOLD = 20  # problems of a file that are told one by one
_this_session = {}  # a list that could not be saved lives as long as the program


@dataclass(frozen=True)
class MyList:
    """A list of loaded words that `count` and `loaded_language` take as `list=`; `problems` names the lines
    of its file that could not be used."""

    name: str
    entries: tuple
    problems: tuple = ()

    def __repr__(self):
        return "\n".join([self._told(), *self._problems()])

    def _repr_html_(self):
        items = "".join(f"<li>{escape(line)}</li>" for line in self._problems())
        return f"<p>{escape(self._told())}</p>" + (f"<ul>{items}</ul>" if items else "")

    def _told(self):
        on = sum(entry.on for entry in self.entries)
        return f"“{self.name}”: {len(self.entries):,} entries, {on:,} of them on. {differences(self.entries)}"

    def _problems(self):
        more = len(self.problems) - MOST_TOLD
        return (*self.problems[:MOST_TOLD], *([f"… and {more} more lines like these."] if more > 0 else []))


def use_list(path=None):
    """A list of your own: loaded_language(list=use_list("my_list.csv")).

    path: a CSV file with the columns term and category; without one, the list that you made with my_list().
    Lines that cannot be used are named and left out; a file that is no list leaves ours in place.
    """
    if path is None:
        if FILE in _this_session:
            return MyList(FILE, _this_session[FILE])
        path = files.home() / FILE
        if not path.is_file():
            return MyList("our list (you have none of your own yet: my_list() makes one)", lexicon.load())
    if not isinstance(path, str | Path):
        raise Problem(
            f'use_list() needs the name of a file, such as "my_list.csv", but got {str(path)[:60]}.'
        )
    found = files.meant(path)
    found = found if found.exists() else files.home() / path
    made = lexicon.fork(found)
    return MyList(found.name, made.entries, made.problems)


def entries_of(given):
    """The entries that `list=` stands for: None for ours, else a list of one's own or its file."""
    if given is None:
        return None
    if isinstance(given, str | Path):
        return use_list(given).entries
    if isinstance(given, MyList | Fork):
        return given.entries
    raise Problem(f"list= needs a list of your own, such as use_list(), but got {str(given)[:60]}.")


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
        return lexicon.changed(entries, **options[action])
    except ValueError as error:
        raise Problem(str(error)) from None


def find_entry(entries, word):
    """The entry that has this word as one of its forms, or None."""
    wanted = keys(word)
    return next((entry for entry in entries if wanted in map(keys, entry.forms)), None) if wanted else None


def keep(entries):
    """Save a list as the reader's own; raises `CannotSave`, and then still has it until the program ends."""
    _this_session[FILE] = tuple(entries)
    files.write(files.home() / FILE, lexicon.as_csv(entries))
    _this_session.pop(FILE)


def give_up():
    """Forget the reader's own list: ours counts again."""
    _this_session.pop(FILE, None)
    files.delete(files.home() / FILE)


def differences(entries):
    """What a list does otherwise than ours, in a sentence.

    >>> differences(lexicon.load())
    'It is the same as ours.'
    """
    ours, mine = ({entry.term: entry for entry in each} for each in (lexicon.load(), entries))
    both = ours.keys() & mine.keys()
    told = {
        "added": len(mine.keys() - ours.keys()),
        "dropped": len(ours.keys() - mine.keys()),
        "in another category": sum(ours[term].category != mine[term].category for term in both),
        "switched on or off": sum(ours[term].on != mine[term].on for term in both),
    }
    parts = [f"{number:,} {what}" for what, number in told.items() if number]
    return f"Against ours: {', '.join(parts)}." if parts else "It is the same as ours."


def effect(entries, category=None, wanted=None):
    """What a list changes in the counts: (text, voices, with ours, with this list) for each text.

    category: one category, or all that can be counted. Counts of hits, raw.
    """
    rows = []
    for article in articles.choose(wanted):
        ours, mine = places(article), places(article, entries)
        for name, voices in (("author’s voice (A + H)", OWN), ("quoted and reported (Q + I)", SAID)):
            numbers = (
                sum(p.voice in voices and not p.candidate and category in (None, p.category) for p in listed)
                for listed in (ours, mine)
            )
            rows.append((article.name, name, *numbers))
    return rows


def effect_html(entries, category=None, wanted=None):
    """The same as a table; what did not change says so in words."""
    rows = effect(entries, category, wanted)
    cells = [
        (
            escape(text),
            escape(voices),
            str(ours),
            str(mine),
            f"{mine - ours:+d}".replace("-", "−") if mine != ours else "the same",
        )
        for text, voices, ours, mine in rows
    ]
    return table(("Text", "Voice", "Our list", "Your list", "Change"), cells, "What your list changes")
