"""Lines to put in order: each has a button that moves it up and one that moves it down.

Rows stay and their texts change places, and the focus goes with a line to its new row: so the same key moves
it on. A press that comes before the rows have changed moves the same line on, too.
"""

import ipywidgets
from traitlets import Tuple

from ..classroom.asking import MOVING
from ..display.replies import in_place, told_place
from .twice import Last


class Strip(ipywidgets.VBox):
    """Lines in an order. `value` is a tuple of their ids, first to last.

    options: (id, text) pairs, in the order in which they are shown at first. code: whether they are code.
    """

    value = Tuple()

    def __init__(self, options, value=None, code=False):
        self.texts, self.code, self.marks = dict(options), code, {}
        self.last, self.moved, self.left = Last(), None, set()
        self.rows = [self._row(number) for number in range(len(self.texts))]
        self.told = ipywidgets.HTML()
        super().__init__([*self.rows, self.told])
        self.add_class("ww-strip")
        self.put(value)

    def put(self, order=None):
        """Show the lines in an order; without one, as at first."""
        self.value = tuple(order or self.texts)
        self.mark({})

    def mark(self, marks):
        """Show the lines as they stand, with marks (texts by id) behind them."""
        for number, (row, id) in enumerate(zip(self.rows, self.value, strict=True), 1):
            label, *buttons = row.children
            label.value = in_place(number, self.texts[id], marks.get(id, ""), self.code)
            for button in buttons:
                button.tooltip = self._heard(number, id)

    def _row(self, number):
        label, ways = ipywidgets.HTML(), []
        for way, (name, step) in enumerate((("up", -1), ("down", 1)), 1):
            button = ipywidgets.Button(description=MOVING[name])
            button.on_click(lambda _, step=step, way=way: self._move(number, step, way))
            ways.append(button)
        row = ipywidgets.Box([label, *ways])
        row.add_class("ww-line")
        return row

    def _move(self, number, step, way):
        """Move the line in a row up or down, and the focus with it."""
        order = [*self.value]
        if again := self.last.again(step) and number in self.left:
            number = order.index(self.moved)
        there = number + step
        if not 0 <= there < len(order):
            self.told.value = told_place(MOVING["first" if step < 0 else "last"])
            return
        order[number], order[there] = order[there], order[number]
        self.put(order)
        self.told.value = told_place(self._heard(there + 1, order[there]))
        self.rows[there].children[way].focus()
        self.moved, self.left = order[there], {number, *(self.left if again else ())}
        self.last.note(step)

    def _heard(self, place, line):
        return MOVING["now"].format(place=place, of=len(self.texts), line=self.texts[line])
