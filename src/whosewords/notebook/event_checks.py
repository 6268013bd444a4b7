"""The steps of an event in which something is looked at one by one, or counted: voices, frames, the one count
with its check by hand, readability."""

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
from .event_fields import Told, button, choice, go, headed, kept, line, row, typed
from .one_by_one import OneByOne
from .own_frames import filling
from .pauses import settle

RULE = (
    "A computer rule has read the text and guessed who speaks. It is often wrong. Look at each marked place, "
    "and choose the voice that is right, even where the rule was right. If the name of the speaker is wrong, "
    "correct it first: after your choice the next place comes by itself."
)
MISSED = "Did the rule miss a phrase? You may leave this empty"
VOICE_BUTTONS = [(letter, f"{letter} {told}") for letter, told in VOICES.items()]
BEHIND = {
    "behind": "who is behind this text, and who says so? (“unknown” is an answer)",
    "behind_source": "where does that stand?",
}
SPEAKER = "Who says it? (only for Q and I)"


def of_a_text(event, draw):
    """Buttons for the texts, and below them what `draw` gives for the one that is chosen."""
    inside = ipywidgets.VBox([])
    inside.layout.margin = ".7rem 0 0"

    def show(name):
        settle()
        inside.children = draw(name)

    pick = choice("Which text?", [(name, name) for name in event.names], None, show)
    if event.names:
        pick[1].value = event.names[0]
    return [*pick, inside]


def voices_panel(event, changed):
    return of_a_text(event, lambda name: Voices(event, name, changed).parts)


class Voices(OneByOne):
    """The stretches of a text to look at, one at a time; a phrase of one's own choice; who is behind it."""

    def __init__(self, event, name, changed):
        super().__init__()
        self.event, self.name, self.changed = event, name, changed
        self.shown, self.told = ipywidgets.HTML(), Told()
        self.speaker = typed(SPEAKER)
        self.speaker.observe(lambda _: self._respoken(), "value")
        self.pick = Pick(VOICE_BUTTONS, row=True, about="The voice of the marked words")
        self.pick.observe(self._chosen, "value")
        self.pick.layout.margin = ".5rem 0 0"
        noted = event.row("texts", text=name)
        behind = [
            one for column, label in BEHIND.items()
            for one in kept(f"{name}: {label}", noted[column], lambda v, column=column: self._note(column, v))
        ]  # fmt: skip
        listed = [line(paragraph(RULE)), self.shown, self.speaker, self.pick, self.ways, self.told]
        self.parts = [*listed, *self._phrase(), headed(f"Who is behind {name}?"), *behind]
        self.begin()

    @property
    def listed(self):
        return voices.to_check(self.event, self.name)

    @property
    def many(self):
        return len(self.listed)

    def is_done(self, at):
        return self.listed[at].state != voices.DRAFT

    def show(self):
        if not (listed := self.listed):
            self.shown.value = paragraph("The rule found no quotation and no reported speech in this text.")
            self.pick.value = None
            return
        one, is_done = listed[self.at], self.is_done(self.at)
        done, of = voices.checked(self.event, self.name)
        head = f"Stretch {self.at + 1} of {of} in {self.name}, ¶{one.paragraph}. Looked at: {done} of {of}."
        guessed = f"The rule says: {one.drafted} {VOICES[one.drafted]}."
        yours = f" You {one.state} it: {one.voice} {VOICES[one.voice]}." if is_done else ""
        self.shown.value = block(
            question(head, "Who speaks in the marked words?"),
            alone(articles[self.name], voices.line(self.name, one)),
            paragraph(guessed + yours, look="ww-small"), role="status", style="min-height:11rem",
        )  # fmt: skip
        self.speaker.value, self.pick.value = one.speaker, one.voice if is_done else None

    def _chosen(self, change):
        if not self.moving and change.new is not None and self.many and self._heard(change.new):
            self.changed()
            self.go_on()

    def _respoken(self):
        """Another speaker of a stretch whose voice is noted already."""
        if not self.moving and self.many and self.is_done(self.at):
            self._heard(self.listed[self.at].voice, "Noted.")

    def _heard(self, voice, done=""):
        one = self.listed[self.at]
        return self.told.after(
            lambda: voices.note(self.event, self.name, one.paragraph, one.first, one.last, voice,
                                self.speaker.value), done)  # fmt: skip

    def _phrase(self):
        """Fields for a phrase in which the rule saw nothing."""
        told, phrase = Told(), typed("A phrase that the rule missed, as it stands in the text")
        speaker = typed(f"The phrase: {SPEAKER[0].lower()}{SPEAKER[1:]}")
        pick = choice("The voice of this phrase", VOICE_BUTTONS, None, lambda _: None)

        def note():
            place = voices.find(self.name, phrase.value)
            voices.note(self.event, self.name, *place, pick[1].value or "", speaker.value)

        def noted():
            if told.after(note, "Noted."):
                phrase.value = speaker.value = ""
                self.changed()
                self.turn(self.at)

        return [headed(MISSED), phrase, speaker, *pick, row(button("Note this phrase", noted)), told]

    def _note(self, column, value):
        self.event.put("texts", text=self.name, **{column: value})
        self.changed()


def frames_panel(event, changed):
    return of_a_text(event, lambda name: [filling(OwnGrid(articles[name]), changed)])


def count_panel(event, changed):
    told, found, checking = Told(), ipywidgets.HTML(), ipywidgets.VBox([])

    def say(what, value):
        event.say("count", **{what: value})
        changed()

    def written(what, label):
        return kept(label, event.said("count", what), lambda v: say(what, v))

    def count():
        told.after(lambda: setattr(found, "value", together(look(), counting.counted(event).html())))

    def check(coder):
        told.after(lambda: setattr(checking, "children", Hits(event, coder, changed).parts))

    protocol = [
        *written("question", "What do you want to find out by counting?"),
        *choice("What is counted", COUNTED.items(), event.said("count", "category"),
                lambda v: say("category", v)),
        *choice("In whose voice", WHOSE.items(), event.said("count", "voice"), lambda v: say("voice", v)),
        *written("counts", "What counts as a hit?"),
        *written("leaves_out", "What does not count?"),
        go("Count", count), found,
        line(question("", "Check by hand: is each hit what you wanted to count?")),
        *written("first", "Who is the first reader? (a made-up name)"),
        *written("second", "Who is the second reader? (a made-up name; empty where there is nobody)"),
    ]  # fmt: skip
    readers = row(
        *(button(f"Check as the {told}", lambda c=coder: check(c)) for coder, told in CODERS.items())
    )
    return [*protocol, readers, checking, told]


class Hits(OneByOne):
    """Twenty hits, one at a time, with three verdicts; what they amount to comes at the end."""

    def __init__(self, event, coder, changed):
        super().__init__()
        self.event, self.coder, self.changed = event, coder, changed
        self.cases = counting.hits_to_check(event)
        self.shelf = {article.id: article for article in event.articles}
        self.shown, self.told, self.result = ipywidgets.HTML(), Told(), ipywidgets.HTML()
        self.pick = Pick(VERDICTS.items(), row=True, about=f"Verdict of the {CODERS[coder]}")
        self.pick.observe(self._judged, "value")
        self.parts = [self.shown, self.pick, self.ways, self.told, self.result] if self.cases else [
            line(paragraph("The list finds no word of this kind in these texts and voices."))
        ]  # fmt: skip
        if self.cases:
            self.begin()

    @property
    def verdicts(self):
        return counting.verdicts(self.event, self.coder)

    @property
    def many(self):
        return len(self.cases)

    def left(self):
        done = self.verdicts
        return [n for n, case in enumerate(self.cases) if case.id not in done]

    def show(self):
        case = self.cases[self.at]
        number = f"Hit {self.at + 1} of {self.many}, {CODERS[self.coder]}"
        self.shown.value = steady(question("", number), hits.drawn(case, self.shelf))
        self.pick.value = self.verdicts.get(case.id)
        if not self.left():
            told = [counting.checked_in_words(self.event, self.coder), counting.agreed_in_words(self.event)]
            self.result.value = together(map(paragraph, filter(None, told)))

    def _judged(self, change):
        if self.moving or change.new is None:
            return
        case = self.cases[self.at]
        if self.told.after(lambda: counting.judge(self.event, case, change.new, self.coder)):
            self.changed()
            self.go_on()


def readability_panel(event, changed):
    told, found = Told(), ipywidgets.HTML()

    def measure():
        told.after(lambda: setattr(found, "value", together(look(), counting.ranges(event).html())))

    return [
        line(part("Where two ranges overlap, nobody can say which of the two texts is easier to read.")),
        go("Measure", measure),
        told,
        found,
    ]
