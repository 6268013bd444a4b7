"""Controls for a list of one's own: change it, and see at once what that does to the counts."""

import ipywidgets

from ..classroom import own_list
from ..display.html import paragraph, style, together
from ..display.replies import part, question
from ..lexicon import CATEGORIES
from ..lexicon.own import ACTIONS
from .card import card, go, reply_of
from .choice import Pick
from .live import Live, shown_by

HEAD = "Your own list of loaded words"
HOW = (
    "Write a word, say what to do with it, and read below what your list counts. It is saved on this "
    "computer: count(…, words=use_list()) counts with it."
)


class ListInWork(Live, own_list.ListInWork):
    """A list of one's own with its controls."""

    def controls(self):
        return changing(self)


my_list = shown_by(ListInWork, own_list.my_list)


def changing(mine):
    """The controls of a `ListInWork`, as one widget."""
    word = ipywidgets.Text("", description="A word or phrase")
    action = Pick(ACTIONS.items(), "add", row=True)
    category = Pick([(name, f"{name}: {text}") for name, text in CATEGORIES.items()], row=True)
    told, table = ipywidgets.HTML(), ipywidgets.HTML(mine.effect())

    def show(act):
        told.value, table.value = reply_of(act).html(), mine.effect()

    def button(name, act):
        made = ipywidgets.Button(description=name)
        made.on_click(lambda _: show(act))
        return made

    def change():
        return mine.change(word.value.strip(), action.value, category.value)

    row = ipywidgets.HBox(
        [button("Undo the last change", mine.undo), button("Our list again", mine.start_again)],
        layout={"margin": "10px 0 14px"},
    )
    row.add_class("ww-row")
    return card([
        ipywidgets.HTML(together(style(), question("", HEAD), paragraph(HOW))), word,
        ipywidgets.HTML(part("What shall happen to it?")), action,
        ipywidgets.HTML(part("Its category (not needed to drop it)")), category,
        go("Change my list", lambda: show(change)),
        row, told, table,
    ])  # fmt: skip
