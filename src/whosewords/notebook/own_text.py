"""Controls for a text of one's own: paste it or choose a file, look through its blocks, shelve it."""

import ipywidgets

from ..classroom import own_text
from ..classroom.replies import Line, Reply
from ..display import own_text as looks
from ..display.html import named, paragraph, style, together
from ..display.replies import head, part, question
from ..files import IN_BROWSER, meant
from ..problems import Problem
from ..shelf.own_texts import FACTS, LAYERS, ROLES
from .card import card, go, why
from .choice import Pick
from .live import Live, shown_by

HEAD = "A text of your own"
READ = ".txt .md .html .mhtml .pdf; no Word documents" if IN_BROWSER else ".txt .md .html .mhtml .docx .pdf"
HOW = (
    f"Paste a text, or choose a saved page or a file ({READ}). It stays on this "
    "computer, and nothing is fetched from the web: open a page in the browser, and save or copy it there."
)
REVIEW = (
    "Look through the blocks. What is taken will be counted; what is dropped stays in the file and is not "
    "counted. One tap changes it."
)
FIELDS = {
    "headline": "Headline", "outlet": "Outlet: where it appeared", "date": "Date, such as 2024-05-31",
    "author": "Author", "genre": "Kind of text, such as report or opinion",
    "language": "Language, such as English",
}  # fmt: skip
AT_ONCE = 10  # blocks that are shown at once
WHICH = {"all": "All blocks", "dropped": "Only what was dropped", "taken": "Only what was taken"}
OFFERED = [role for role in ROLES if role not in ("table cell", "code")]


class Adding(Live, own_text.Adding):
    """A text that is being added, with its controls."""

    def controls(self):
        return adding(self)


add_text = shown_by(Adding, own_text.add_text)


def adding(state, then=lambda name: None):
    """The controls of an `Adding`: a form, then what was read of it, block by block. then: what is called
    with its short name when it is on the shelf."""
    box = card([])

    def draw():
        if state.text is None:
            box.children = form(state, draw)
        elif state.edition:
            box.children = recognised(state, draw)
        elif state.on_shelf and not state.reopened:
            box.children = shelved(state, draw)
        else:
            box.children = Review(state, then).parts

    draw()
    return box


def form(state, done):
    """Paste a text, name a file, or choose one."""
    pasted = ipywidgets.Textarea("", description="Paste the text here", rows=8)
    name = ipywidgets.Text("", description="Or the name of a file in this folder", continuous_update=False)
    name.add_class("ww-wide")
    chosen = ipywidgets.FileUpload(description="Or choose a file", accept="", multiple=False)
    told = ipywidgets.HTML()

    def read():
        _told(told, lambda: _read(state, pasted.value, name.value, chosen.value) and done())

    chosen.observe(lambda change: change.new and read(), "value")
    start = together(style(), head(HEAD), question("", "Which text?"), paragraph(HOW))
    return ipywidgets.HTML(start), pasted, name, chosen, go("Read it", read), told


def _read(state, pasted, name, chosen):
    given = [bool(each) for each in (pasted.strip(), name.strip(), chosen)]
    if sum(given) > 1:
        raise Problem("Give one thing at a time: a pasted text, or the name of a file, or a chosen file.")
    if chosen:
        return state.read_upload(chosen[0]["name"], bytes(chosen[0]["content"]))
    if name.strip():
        return state.read(meant(name.strip().strip("\"'“”")))
    return state.read(pasted)


def recognised(state, done):
    """An article of the module: unlock it, or keep it all the same."""
    told = ipywidgets.HTML()

    def unlocked():
        told.value = Reply("saved", (Line("lead", str(state.unlock())),)).html()

    def kept():
        state.insist()
        done()

    start = together(style(), head(HEAD), state.summary())
    other = ipywidgets.Button(description="Keep it as my own text")
    other.on_click(lambda _: kept())
    row = ipywidgets.HBox([other], layout={"margin": "10px 0 0"})
    row.add_class("ww-row")
    return ipywidgets.HTML(start), go(f"Unlock “{state.edition}”", unlocked), row, told


def shelved(state, done):
    """What a typed line put on the shelf, and the way to its blocks."""
    look = ipywidgets.Button(description="Look through its blocks")
    look.on_click(lambda _: (setattr(state, "reopened", True), done()))
    row = ipywidgets.HBox([look], layout={"margin": "10px 0 0"})
    row.add_class("ww-row")
    return ipywidgets.HTML(together(style(), head(HEAD), state.summary())), row


class Review:
    """The blocks of a text with their controls, what is known of it, and the button that shelves it."""

    def __init__(self, state, then):
        self.state, self.then, self.first = state, then, 0
        self.summary, self.told = ipywidgets.HTML(), ipywidgets.HTML()
        self.which = Pick(WHICH.items(), "all", row=True)
        self.which.observe(lambda _: self.turn(0), "value")
        self.blocks, self.where = ipywidgets.VBox([]), ipywidgets.HTML()
        self.blocks.add_class("ww-blocks")
        self.back, self.on = ipywidgets.Button(description="Back"), ipywidgets.Button(description="Next")
        self.back.on_click(lambda _: self.turn(self.first - AT_ONCE))
        self.on.on_click(lambda _: self.turn(self.first + AT_ONCE))
        self.undo = ipywidgets.Button(description="Undo the last change")
        self.undo.on_click(lambda _: self.act(self._undone, anew=True))
        self.rows, self.fields = [], {}
        self.turn(0)
        self.parts = self._parts()
        self.told.value = ""

    def _parts(self):
        start = together(style(), head(HEAD), question("", "What was taken of it?"))
        row = ipywidgets.HBox([self.undo, self.back, self.on], layout={"margin": "10px 0 0"})
        row.add_class("ww-row")
        self.name = ipywidgets.Text(
            self.state.text.name, description="Short name, by which every call takes it",
            continuous_update=False, disabled=self.state.on_shelf,
        )  # fmt: skip
        self.fields = {what: self._field(what) for what in FACTS}
        self.go = go("Save" if self.state.on_shelf else "Put it on the shelf", self.put)
        return (
            ipywidgets.HTML(start), self.summary, ipywidgets.HTML(paragraph(REVIEW)), self.which,
            self.blocks, self.where, row,
            ipywidgets.HTML(together(question("", "What do you know about it?"), paragraph(KNOWN))),
            self.name, *self.fields.values(), self.go, self.told,
        )  # fmt: skip

    def _undone(self):
        if not self.state.before:
            raise Problem("There is nothing to take back.")
        self.state.undo()

    def _field(self, what):
        text = self.state.text
        proposed = " (proposed by the text itself)" * (what in text.proposed)
        field = ipywidgets.Text(
            self.state.fact(what), description=f"{FIELDS[what]}{proposed}", continuous_update=False
        )
        field.add_class("ww-wide")
        field.add_class("ww-field")
        return field

    def put(self):
        """Note what was filled in, and put the text on the shelf."""

        def put():
            seen = {what: field.value for what, field in self.fields.items()}
            self.state.call(self.name.value).tell(**seen).put()
            self.name.disabled, self.go.description = True, "Save"

        self.act(put)
        if not self.told.value:
            lines = self.state.lines()
            self.told.value = Reply("saved", tuple(Line("lead" if not n else "", line)
                                                   for n, line in enumerate(lines))).html()  # fmt: skip
            self.then(self.state.text.name)

    def act(self, change, anew=False):
        """Change something, and show what came of it."""
        _told(self.told, change)
        if anew:
            self.turn(self.first)
        self.show()

    def turn(self, first):
        """Show other blocks."""
        parts = self.state.text.parts
        wanted = [
            number for number, each in enumerate(parts, 1)
            if self.which.value == "all" or each.taken == (self.which.value == "taken")
        ]  # fmt: skip
        last = max(0, (len(wanted) - 1) // AT_ONCE * AT_ONCE)
        self.first = last if first < 0 else first if first <= last else 0
        here = wanted[self.first : self.first + AT_ONCE]
        self.rows = [Row(self, number) for number in here]
        none = ipywidgets.HTML(paragraph("There is no such block."))
        self.blocks.children = [row.box for row in self.rows] or [none]
        for button in (self.back, self.on):
            button.layout.display = None if last else "none"
        many = f"Shown: {self.first + 1} to {self.first + len(here)} of {len(wanted)}."
        self.where.value = paragraph(many, look="ww-small") if last else ""
        self.show()

    def show(self):
        """Show what is taken now; the rows stay where they are."""
        state = self.state
        self.summary.value = together(
            paragraph(state.size, role="status"),
            (named("Please note", line) for line in state.text.notes + state.told),
        )
        for row in self.rows:
            row.show()


KNOWN = "What the text says of itself is proposed: correct it. “unknown” is an honest answer."


class Row:
    """A block: whether it is taken, what it is, and who wrote it."""

    def __init__(self, review, number):
        self.review, self.number = review, number
        self.shown = ipywidgets.HTML()
        self.flip = ipywidgets.Button()
        self.flip.on_click(lambda _: review.act(self._flipped))
        self.more = ipywidgets.Button(description=f"What is block {number}?")
        self.more.on_click(lambda _: self._open())
        buttons = ipywidgets.HBox([self.flip, self.more])
        buttons.add_class("ww-row")
        self.choices = ipywidgets.VBox([])
        self.box = ipywidgets.VBox([self.shown, buttons, self.choices])
        self.box.add_class("ww-block-row")
        self.picks, self.moving = (), False

    @property
    def part(self):
        return self.review.state.text.parts[self.number - 1]

    def _flipped(self):
        state = self.review.state
        return state.drop(self.number) if self.part.taken else state.take(self.number)

    def _open(self):
        if self.choices.children:
            self.choices.children = []
            return
        if not self.picks:
            about = f"Block {self.number}"
            role = Pick([(each, looks.ROLES.get(each, each)) for each in OFFERED], row=True, about=about)
            layer = Pick(
                [(each, looks.WROTE.get(each, "the website")) for each in LAYERS], row=True, about=about
            )
            state = self.review.state
            role.observe(lambda change: self._chosen(change, state.role), "value")
            layer.observe(lambda change: self._chosen(change, state.layer), "value")
            self.picks = (role, layer)
        role, layer = self.picks
        self.choices.children = [
            ipywidgets.HTML(part(f"Block {self.number} is a")), role,
            ipywidgets.HTML(part("It was written by")), layer,
        ]  # fmt: skip
        self.show()

    def _chosen(self, change, act):
        if change.new is not None and not self.moving:
            self.review.act(lambda: act(self.number, change.new))

    def show(self):
        """Show the block as it is now."""
        self.shown.value = looks.block(self.number, self.part)
        self.flip.description = (
            f"Drop block {self.number}" if self.part.taken else f"Bring block {self.number} back"
        )
        self.moving = True
        for pick, value in zip(self.picks, (self.part.role, self.part.layer), strict=False):
            pick.value = value
        self.moving = False


def _told(told, act):
    """Do something; what cannot be done is said in its place."""
    try:
        act()
        told.value = ""
    except Exception as fault:
        told.value = Reply("not yet", (Line("lead", why(fault)),)).html()
