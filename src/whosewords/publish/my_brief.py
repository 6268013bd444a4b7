"""`my_brief()`: the framing brief of the event that is open, what is missing of it, and its two files."""

from .. import files
from ..display.finding import look
from ..display.html import bullets, element, heading, paragraph, style, together
from ..own_event.brief import brief, to_export
from ..own_event.event import Event, Told
from ..problems import Problem, arrived
from ..shelf import open_event
from .brief_page import page, piece
from .reviews import Reviews

ADDRESS = " Its address, to be copied into a browser: {} ."
NO_WORD = (
    " A Word document needs a package (python-docx) that is not here; the page holds all that it would hold."
)


def my_brief():
    """The framing brief of the event that is open: my_brief().export("folder") writes it as a page and as a
    Word document. It is not written without “What survived” and “I do not conclude”."""
    event = open_event.opened()
    if event is None:
        raise Problem('No event is open. Write new_event("my_event") first, then my_brief().')
    return MyBrief(Event(event))


class MyBrief:
    """The brief of an event as it stands: shown, it says what it holds and what is missing."""

    def __init__(self, event):
        self.event = event
        open_event.kept_in_step()

    @property
    def brief(self):
        return brief(self.event)

    def export(self, folder=None):
        """Write brief.html and brief.docx into a folder; into the folder of the event where none is named.
        Files of that name are not written over: new ones get a number. Raises `Problem` with what is
        missing."""
        made = to_export(self.event)
        if folder is None:
            place = self.event.folder.path if self.event.may_write else files.place()
        else:
            place = files.named(folder)
            if place.exists() and not place.is_dir():
                raise Problem(f"“{arrived(folder)}” is no folder. Give the name of a folder.")
        pair = _free(place)
        files.write(pair[0], page(made))
        if there := _document(made):
            with files.whole(pair[1]) as file:
                file.write(there)
        names, first = (f"{pair[0].name} and {pair[1].name}", "the first") if there else (pair[0].name, "it")
        at = "" if files.IN_BROWSER else ADDRESS.format(pair[0].resolve().as_uri())
        return Told(
            f"Written: {names}, in the folder {place.resolve()}. Open {first} in a browser, and print it "
            f"there (Ctrl + P): two sheets.{at}{'' if there else NO_WORD}"
        )

    def lines(self):
        """What it holds and what is missing, line by line."""
        made = self.brief
        yield f"Framing brief: {made.title}"
        yield f"Blocks: {', '.join(block.title for block in made.blocks)}."
        if there := len(Reviews(self.event).reviews):
            yield f"Reviews: {there}. review() shows them."
        if not made.missing:
            yield "Nothing is missing. my_brief().export() writes it."
        elif not made.refused:
            yield "It can be written; these parts would say “Not done.”:"
        else:
            yield "It is not written before this is filled in:"

    def __repr__(self):
        made = self.brief
        return "\n".join([*self.lines(), *(f"- {told}" for told in made.missing),
                          *(f"Look again: {told}" for told in made.notes)])  # fmt: skip

    def html(self):
        """The same with the brief itself, as a piece of HTML."""
        made = self.brief
        blocks = [(heading(3, block.title), map(piece, block.parts)) for block in made.blocks]
        told = together(map(paragraph, self.lines()), bullets(made.missing), bullets(made.notes))
        return element("div", told, blocks, Reviews(self.event).html(3), look="ww-mybrief")

    def _repr_html_(self):
        return together(style(), look(), element("div", self.html(), look="ww-task"))


def _document(made):
    """The brief as a Word document; None where its package is not there, as on a site without it."""
    try:
        from .brief_docx import document

        return document(made)
    except ImportError:
        return None


def _free(place):
    """The first pair of names under which no file is there."""
    for number in range(1, 1000):
        stem = "brief" if number == 1 else f"brief_{number}"
        pair = [place / f"{stem}{ending}" for ending in (".html", ".docx")]
        if not any(path.exists() for path in pair):
            return pair
    raise Problem(f"Too many briefs lie in {place}. Choose another folder.")
