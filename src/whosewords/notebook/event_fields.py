"""The fields that the steps of an event are made of: each saves by itself, and says where it could not."""

import ipywidgets

from ..classroom.replies import Line, Reply
from ..display.replies import part, question
from .card import go as handing_in
from .card import reply_of
from .choice import Pick
from .pauses import after_a_pause, settle


class Told(ipywidgets.HTML):
    """A place where it is said what became of something that was done."""

    def say(self, told):
        """Say something, as HTML; nothing takes no room between two fields."""
        self.value = told
        self.layout.display = None if told else "none"

    def after(self, act, done=""):
        """Do something; what cannot be done is said, what was done only where `done` says how."""

        def acted():
            act()
            return Reply("saved", (Line("", done),)) if done else None

        reply = reply_of(acted)
        self.say(reply.html() if reply else "")
        return reply is None or reply.result == "saved"


def field(label, value, save, area=False):
    """A field to type in; save takes what stands in it."""
    made = ipywidgets.Textarea if area else ipywidgets.Text
    box = made(value, description=label)
    if area:
        box.rows = 3
        box.add_class("ww-low")
    else:
        box.add_class("ww-wide")
    box.add_class("ww-field")
    after_a_pause(box, lambda: save(box.value))
    return box


def typed(label):
    """A field whose words are kept by a button beside it, and not by themselves."""
    box = ipywidgets.Text("", description=label, continuous_update=False)
    box.add_class("ww-wide")
    box.add_class("ww-field")
    return box


def kept(label, value, save, area=False):
    """A field, and below it why something could not be kept."""
    told = Told()
    box = field(label, value, lambda text: told.after(lambda: save(text)), area)
    return [box, told]


def choice(label, options, value, save, row=True):
    """Buttons to choose one by, under their label. options: (id, text) pairs."""
    pick, told = Pick(options, value or None, row=row, about=label), Told()
    pick.observe(lambda change: change.new is not None and told.after(lambda: save(change.new)), "value")
    return [ipywidgets.HTML(part(label)), pick, told]


def tick(label, value, save):
    """A box to tick."""
    box, told = ipywidgets.Checkbox(value, description=label, indent=False), Told()
    box.observe(lambda change: told.after(lambda: save(change.new)), "value")
    return [box, told]


def button(label, act):
    """A button that does something beside handing in, with what was typed just before."""
    made = ipywidgets.Button(description=label)
    made.on_click(lambda _: (settle(), act()))
    return made


def go(label, act):
    """The button that a step is for, with what was typed just before."""
    return handing_in(label, lambda: (settle(), act()))


def row(*widgets):
    """Buttons side by side, as far as there is room."""
    box = ipywidgets.Box(list(widgets))
    box.add_class("ww-row")
    box.layout.flex_flow = "row wrap"
    box.layout.margin = ".5rem 0 0"
    return box


def line(drawn):
    """A piece of HTML between fields."""
    return ipywidgets.HTML(drawn)


def headed(name):
    """What heads some fields that belong together."""
    head = line(question("", name))
    head.layout.margin = "1.1rem 0 0"
    return head
