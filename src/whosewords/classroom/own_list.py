"""A list of one's own, changed word by word: what each change did, and the way back."""

from ..calls.own_list import effect_html, use_list
from ..files import CannotSave
from ..lexicon import CANDIDATES, load
from ..lexicon.own import changed, differences, find_entry, give_up, keep
from ..problems import Problem
from .replies import Line, Reply, saved


def my_list():
    """Your own version of the list: add a word, drop one, or put one into another category.

    The counts of the articles that are compared follow each change. use_list() gives the list to count() and
    loaded_language().
    """
    return ListInWork()


class ListInWork:
    """The list as it stands (`entries`), and the lists that it was made from (`before`)."""

    def __init__(self):
        self.entries, self.before = use_list().entries, []

    def change(self, word, action, category=None):
        """Add, drop or move a word, save the list, and reply."""
        try:
            new = changed(self.entries, action, word, category)
        except Problem as problem:
            return Reply("not yet", (Line("lead", str(problem)),))
        entry = find_entry(self.entries, word)
        name = f"“{entry.term if entry else word}”"
        forms = f" with all its forms ({', '.join(entry.forms)})" if entry and len(entry.forms) > 1 else ""
        said = {
            "add": f"{name}{forms} counts as “{category}” now.",
            "drop": f"{name}{forms} is no longer in your list.",
            "move": f"{name}{forms} stands under “{category}” now.",
        }
        self.before.append(self.entries)
        return self._take(new, said[action], note=category in CANDIDATES and action != "drop")

    def undo(self):
        """Take the last change back, and reply."""
        if not self.before:
            return saved("There is nothing to take back.")
        return self._take(self.before.pop(), "The last change is taken back.")

    def start_again(self):
        """Go back to our list, and reply; the changed one can be had back with undo."""
        self.before.append(self.entries)
        return self._take(load(), "Our list counts again. “Undo the last change” brings yours back.")

    def effect(self):
        """What the list changes in the counts, as a table in HTML."""
        return effect_html(self.entries)

    def __repr__(self):
        return (
            f"Your own list of loaded words. {differences(self.entries)}\n"
            'Count with it: count("verdict", words=use_list()). It is changed in a notebook.'
        )

    def _take(self, entries, said, note=False):
        self.entries = entries
        lines = [Line("", differences(entries))]
        if note:
            lines.append(Line("", "Words of this category are listed and never summed: no number changes."))
        try:
            if entries == load():
                give_up()
            else:
                keep(entries)
        except CannotSave as problem:
            lines.append(Line("note", f"{problem} Your list is kept until you close this notebook."))
        return saved(said, *lines)
