"""The steps of an event in which something is looked at one by one, or counted: voices, frames, the one count
with its check by hand, readability."""

from functools import partial

import ipywidgets

from ..classroom import hand_check as hits
from ..classroom.own_frames import OwnGrid
from ..display.finding import look
from ..display.hits import alone
from ..display.html import block, paragraph, together
from ..display.replies import part, question, steady
from ..measures.precision import VERDICTS
from ..own_event import counting, voices
from ..own_event.rules import CODERS, COUNTED, WHOSE
from ..shelf.catalogue import articles
from ..voices import VOICES
from .choice import Pick
from .event_fields import Told, button, choice, field, go, line, row
from .own_frames import filling

RULE = "A rule has proposed who speaks in each stretch. Look at each, and choose the voice that is right."


def of_a_text(event, draw):
    """Buttons for the texts, and below them what `draw` gives for the one that is chosen."""
    inside = ipywidgets.VBox([])
    inside.layout.margin = ".7rem 0 0"

    def show(name):
        inside.children = draw(name)

    pick = choice("Which text?", [(name, name) for name in event.names], None, show)
    if event.names:
        pick[1].value = event.names[0]
    return [*pick, inside]


def both_ways(shown):
    """Buttons that go back and on."""
    back, on = (lambda step=step: shown.turn(shown.at + step) for step in (-1, 1))
    return row(button("Back", back), button("Next", on))


def voices_panel(event, changed):
    return of_a_text(event, lambda name: Voices(event, name, changed).parts)


class Voices:
    """The stretches of a text to look at, one at a time; a phrase of one's own choice; who is behind it."""

    def __init__(self, event, name, changed):
        self.event, self.name, self.changed = event, name, changed
        self.at, self.moving = 0, False
        self.shown, self.told = ipywidgets.HTML(), Told()
        self.speaker = ipywidgets.Text("", description="Who says it (of Q and I)", continuous_update=False)
        self.speaker.add_class("ww-wide")
        self.speaker.observe(lambda _: self._respoken(), "value")
        self.pick = Pick([(letter, f"{letter} {told}") for letter, told in VOICES.items()], row=True,
                         about="The voice of this stretch")  # fmt: skip
        self.pick.observe(self._chosen, "value")
        self.pick.layout.margin = ".5rem 0 0"
        ways = both_ways(self)
        noted = event.row("texts", text=name)
        behind = [
            field(f"{name}: {label}", noted[column], lambda v, column=column: self._note(column, v))
            for column, label in (
                ("behind", "who is behind it, said by whom"),
                ("behind_source", "its source"),
            )
        ]
        looked_at = [line(paragraph(RULE)), self.shown, self.speaker, self.pick, ways]
        self.parts = [*looked_at, *self._phrase(), *behind, self.told]
        listed = voices.to_check(event, name)
        left = [n for n, one in enumerate(listed) if one.state == voices.DRAFT]
        self.turn(left[0] if left else 0)

    def turn(self, at):
        """Show a stretch."""
        listed = voices.to_check(self.event, self.name)
        self.moving = True
        if not listed:
            self.shown.value = paragraph("The rule found no quotation and no reported speech in this text.")
            self.pick.value = None
        else:
            self.at = at % len(listed)
            one = listed[self.at]
            done, of = voices.checked(self.event, self.name)
            where = f"Stretch {self.at + 1} of {len(listed)} in {self.name}, ¶{one.paragraph}"
            head = f"{where}. Looked at: {done} of {of}."
            ruled = f"The rule says: {one.drafted} {VOICES[one.drafted]}."
            yours = (
                "" if one.state == voices.DRAFT else f" You {one.state} it: {one.voice} {VOICES[one.voice]}."
            )
            asked = "Who speaks in the marked words?"
            shown = alone(articles[self.name], voices.line(self.name, one))
            self.shown.value = block(
                question(head, asked), shown, paragraph(ruled + yours, look="ww-small"),
                role="status", style="min-height:11rem",
            )  # fmt: skip
            self.speaker.value = one.speaker
            self.pick.value = one.voice if one.state != voices.DRAFT else None
        self.moving = False

    def _chosen(self, change):
        listed = voices.to_check(self.event, self.name)
        if self.moving or change.new is None or not listed:
            return
        one = listed[self.at]
        if self.told.after(
            lambda: voices.note(self.event, self.name, one.paragraph, one.first, one.last, change.new,
                                self.speaker.value)
        ):  # fmt: skip
            self.changed()
            now = voices.to_check(self.event, self.name)
            left = [n for n, each in enumerate(now) if each.state == voices.DRAFT]
            self.turn(next((n for n in left if n >= self.at), left[0] if left else self.at))

    def _respoken(self):
        """Another speaker of a stretch whose voice is noted already."""
        listed = voices.to_check(self.event, self.name)
        if self.moving or not listed or listed[self.at].state == voices.DRAFT:
            return
        one = listed[self.at]
        said = self.speaker.value
        note = partial(
            voices.note, self.event, self.name, one.paragraph, one.first, one.last, one.voice, said
        )
        self.told.after(note, "Noted.")

    def _phrase(self):
        """Fields for a phrase in which the rule saw nothing."""
        phrase = ipywidgets.Text("", description="A phrase that the rule missed", continuous_update=False)
        phrase.add_class("ww-wide")
        pick = choice("Its voice", [(letter, f"{letter} {told}") for letter, told in VOICES.items()], None,
                      lambda _: None)  # fmt: skip

        def note():
            paragraph_of, first, last = voices.find(self.name, phrase.value)
            voices.note(self.event, self.name, paragraph_of, first, last, pick[1].value or "",
                        self.speaker.value)  # fmt: skip

        def noted():
            if self.told.after(note, "Noted."):
                self.changed()
                self.turn(self.at)

        return [phrase, *pick, row(button("Note this phrase", noted))]

    def _note(self, column, value):
        self.told.after(lambda: self.event.put("texts", text=self.name, **{column: value}))
        self.changed()


def frames_panel(event, changed):
    def grid(name):
        shown = filling(OwnGrid(articles[name]))
        again = row(button("Is this step done?", changed))
        return [shown, again]

    return of_a_text(event, grid)


def count_panel(event, changed):
    told, found, checking = Told(), ipywidgets.HTML(), ipywidgets.VBox([])

    def say(what, value):
        told.after(lambda: event.say("count", **{what: value}))
        changed()

    def written(what, label):
        return field(label, event.said("count", what), lambda v: say(what, v))

    def count():
        told.after(lambda: setattr(found, "value", together(look(), counting.counted(event).html())))

    def check(coder):
        told.after(lambda: setattr(checking, "children", Hits(event, coder, changed).parts))

    protocol = [
        written("question", "What do you want to find out by counting?"),
        *choice("What is counted", COUNTED.items(), event.said("count", "category"),
                lambda v: say("category", v)),
        *choice("In whose voice", WHOSE.items(), event.said("count", "voice"), lambda v: say("voice", v)),
        written("counts", "What counts as a hit?"),
        written("leaves_out", "What does not count?"),
        go("Count", count), found,
        line(question("", "Check by hand: is each hit what you wanted to count?")),
        written("first", "Who is the first reader? (a made-up name)"),
        written("second", "Who is the second reader? (empty for nobody)"),
    ]  # fmt: skip
    readers = row(
        *(button(f"Check as the {told}", lambda c=coder: check(c)) for coder, told in CODERS.items())
    )
    return [*protocol, readers, checking, told]


class Hits:
    """Twenty hits, one at a time, with three verdicts; what they amount to comes at the end."""

    def __init__(self, event, coder, changed):
        self.event, self.coder, self.changed, self.moving = event, coder, changed, False
        self.cases = counting.hits_to_check(event)
        self.shelf = {article.id: article for article in event.articles}
        self.shown, self.told, self.result = ipywidgets.HTML(), Told(), ipywidgets.HTML()
        self.pick = Pick(VERDICTS.items(), row=True, about=f"Verdict of the {CODERS[coder]}")
        self.pick.observe(self._judged, "value")
        ways = both_ways(self)
        self.parts = [self.shown, self.pick, ways, self.told, self.result] if self.cases else [
            line(paragraph("The list finds no word of this kind in these texts and voices."))
        ]  # fmt: skip
        if self.cases:
            left = self._left()
            self.turn(left[0] if left else 0)

    def _left(self):
        done = counting.verdicts(self.event, self.coder)
        return [n for n, case in enumerate(self.cases) if case.id not in done]

    def turn(self, at):
        """Show a hit."""
        self.at = at % len(self.cases)
        case = self.cases[self.at]
        number = f"Hit {self.at + 1} of {len(self.cases)}, {CODERS[self.coder]}"
        self.shown.value = steady(question("", number), hits.drawn(case, self.shelf))
        self.moving = True
        self.pick.value = counting.verdicts(self.event, self.coder).get(case.id)
        self.moving = False
        if not self._left():
            told = [counting.checked_in_words(self.event, self.coder), counting.agreed_in_words(self.event)]
            self.result.value = together(map(paragraph, filter(None, told)))

    def _judged(self, change):
        if self.moving or change.new is None:
            return
        case = self.cases[self.at]
        if self.told.after(lambda: counting.judge(self.event, case, change.new, self.coder)):
            self.changed()
            left = self._left()
            self.turn(next((n for n in left if n > self.at), left[0] if left else self.at))


def readability_panel(event, changed):
    told, found = Told(), ipywidgets.HTML()

    def measure():
        told.after(lambda: setattr(found, "value", together(look(), counting.ranges(event).html())))

    return [line(part("Ranges that overlap tell nothing apart.")), go("Measure", measure), told, found]
