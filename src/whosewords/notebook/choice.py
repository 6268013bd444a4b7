"""Choose one of several by buttons. Tab moves from one to the next, Space or Enter chooses.

JupyterLab takes arrow keys and letters for itself wherever no text is typed: in a drop-down list the letter x
cuts the whole cell, and arrow keys leave a group of radio buttons. Buttons need neither.
"""

import ipywidgets
from traitlets import Unicode


class Pick(ipywidgets.Box):
    """A button for each option. `value` is the id of the one chosen, or None.

    options: (id, text) pairs. row: side by side instead of one under the other. about: what is chosen for;
    listeners hear it with each button, where several rows have the same ones.

    The words of a button never change, so that it keeps its width and no button beside it moves. The style
    sheet fills the ring before the one that is chosen, and adds the word “chosen” for listeners.
    """

    value = Unicode(None, allow_none=True)

    def __init__(self, options, value=None, row=False, about=None):
        self.texts = dict(options)
        self.buttons = {
            id: ipywidgets.Button(description=text, tooltip=about) for id, text in self.texts.items()
        }
        super().__init__(list(self.buttons.values()))
        self.layout.flex_flow = "row wrap" if row else "column"
        self.add_class("ww-row" if row else "ww-pick")
        self.add_class("ww-one")
        for id, button in self.buttons.items():
            button.on_click(lambda _, id=id: setattr(self, "value", id))
        if value in self.texts:
            self.value = value

    def tell(self, about):
        """Let listeners hear something else with each button."""
        for button in self.buttons.values():
            button.tooltip = about

    def notify_change(self, change):
        """Whoever waits for a choice comes first, for one to save it: what looks chosen is kept."""
        super().notify_change(change)
        if change["name"] == "value":
            self._mark(change)

    def _mark(self, change):
        for id in (change.old, change.new):
            if id in self.buttons:
                button = self.buttons[id]
                (button.add_class if id == change.new else button.remove_class)("ww-chosen")
