"""Change the list of loaded words, and see at once what that does to the counts. Decides nothing: see
`mylist`."""

import ipywidgets

from ..asking import Line, Reply, saved, style
from ..files import CannotSave
from ..lexicon import CANDIDATES, CATEGORIES, load
from ..mylist import ACTIONS, changed, differences, effect_html, find_entry, give_up, keep, use_list
from ..problems import Problem
from .answering import card, go
from .picking import Pick

HEAD = (
    '<p class="ww-question">Your own list of loaded words</p>'
    "<p>Write a word, say what to do with it, and read below what your list counts. It is saved on this "
    "computer: count(…, list=use_list()) counts with it.</p>"
)
ASKED = '<p class="ww-item">{}</p>'


def my_list():
    """Your own version of the list: add a word, drop one, or put one into another category.

    The counts of the five articles follow each change. use_list() gives the list to count() and
    loaded_language().
    """
    return MyListCard().box


class MyListCard:
    """The controls, and the list that they change; `entries` is the list as it stands, `before` the lists
    that it was made from."""

    def __init__(self):
        self.entries, self.before = use_list().entries, []
        self.word = ipywidgets.Text("", description="A word or phrase")
        self.action = Pick(ACTIONS.items(), "add", row=True)
        self.category = Pick([(name, f"{name}: {text}") for name, text in CATEGORIES.items()], row=True)
        self.told, self.table = ipywidgets.HTML(), ipywidgets.HTML(effect_html(self.entries))
        undo, ours = (
            ipywidgets.Button(description=name) for name in ("Undo the last change", "Our list again")
        )
        undo.on_click(lambda _: self.undo())
        ours.on_click(lambda _: self.start_again())
        row = ipywidgets.HBox([undo, ours], layout={"margin": "10px 0 14px"})
        row.add_class("ww-row")
        self.box = card([
            ipywidgets.HTML(style() + HEAD), self.word,
            ipywidgets.HTML(ASKED.format("What shall happen to it?")), self.action,
            ipywidgets.HTML(ASKED.format("Its category (not needed to drop it)")), self.category,
            go("Change my list", self.change), row, self.told, self.table,
        ])  # fmt: skip

    def change(self):
        """Do what the controls say."""
        word, action, category = self.word.value.strip(), self.action.value, self.category.value
        try:
            new = changed(self.entries, action, word, category)
        except Problem as problem:
            self._tell(Reply("not yet", (Line("lead", str(problem)),)))
            return
        entry = find_entry(self.entries, word)
        name = f"“{entry.term if entry else word}”"
        forms = f" with all its forms ({', '.join(entry.forms)})" if entry and len(entry.forms) > 1 else ""
        said = {
            "add": f"{name}{forms} counts as “{category}” now.",
            "drop": f"{name}{forms} is no longer in your list.",
            "move": f"{name}{forms} stands under “{category}” now.",
        }
        self.before.append(self.entries)
        self._take(new, said[action], note=category in CANDIDATES and action != "drop")

    def undo(self):
        """Take the last change back."""
        if self.before:
            self._take(self.before.pop(), "The last change is taken back.")
        else:
            self._tell(saved("There is nothing to take back."))

    def start_again(self):
        """Go back to our list; the changed one can be had back with undo."""
        self.before.append(self.entries)
        self._take(load(), "Our list counts again. “Undo the last change” brings yours back.")

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
        self._tell(saved(said, *lines))
        self.table.value = effect_html(entries)

    def _tell(self, reply):
        self.told.value = reply.html()
