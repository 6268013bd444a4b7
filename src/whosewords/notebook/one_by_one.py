"""One thing at a time, with buttons that go back and on, and on by itself to what is not done yet."""

import ipywidgets


class OneByOne:
    """Shows one of several things. A subclass says how `many` there are, which `is_done`, and how to `show`
    the one `at`. `ways` are the buttons; while something is shown, `moving` is true: what changes then was
    chosen by nobody."""

    at, moving = 0, False

    def __init__(self):
        back, on = ipywidgets.Button(description="Back"), ipywidgets.Button(description="Next")
        back.on_click(lambda _: self.turn(self.at - 1))
        on.on_click(lambda _: self.turn(self.at + 1))
        self.ways = ipywidgets.Box([back, on])
        self.ways.add_class("ww-row")
        self.ways.layout.margin = ".6rem 0 0"

    def turn(self, at):
        """Show another one; after the last comes the first."""
        self.at, self.moving = at % max(self.many, 1), True
        self.show()
        self.moving = False

    def go_on(self):
        """Show the next one that is not done, after this or else from the start; this one where none is."""
        left = self.left()
        self.turn(next((n for n in left if n > self.at), left[0] if left else self.at))

    def begin(self):
        """Show the first one that is not done."""
        self.turn(next(iter(self.left()), 0))

    def left(self):
        """The places of those that are not done."""
        return [n for n in range(self.many) if not self.is_done(n)]

    @property
    def many(self):
        raise NotImplementedError

    def is_done(self, at):
        raise NotImplementedError

    def show(self):
        raise NotImplementedError
