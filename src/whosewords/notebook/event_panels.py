"""The steps of an event that are noted: texts, dates, licence, names, claims, silences, the brief’s words.

Each gives the controls of its step. event: `own_event.event.Event`; changed: what is called after a change.
"""

import ipywidgets

from ..classroom import own_text as adding_state
from ..display.finding import look as look_of
from ..display.html import paragraph, together
from ..display.replies import part
from ..own_event.facts import fact
from ..own_event.rules import (
    CLAIM_VERDICTS,
    CLAIMS,
    CONFIDENCE,
    HELD,
    LICENCE,
    REASONS,
    ROLES,
    YES,
)
from ..own_event.written import ASKED, CALLED, LIMITS, room
from ..publish.my_brief import my_brief
from ..shelf import own_texts
from .event_fields import Told, button, choice, go, headed, kept, line, row, tick, typed
from .own_text import Adding, adding

EVENT = {
    "title": "The event, in a few words",
    "date": "Its date, such as 2025-09-10",
    "place": "Where it was",
}
DATES = {
    "happened": "When the event was, by this text (or “unknown”)",
    "written": "When it was written (or “unknown”)",
    "posted": "When it was posted (or “unknown”)",
}
NAMED = {
    "who": "Who is it? (your own word, such as “the office”)",
    "words": "What the text calls them, word for word",
    "paragraph": "Only in this paragraph? (its number; empty for the whole text)",
    "rests_on": "On whose word does this name rest?",
}
CLAIMED = {
    "source_1": "first source, with its date",
    "source_2": "second source, with its date",
    "why": "why this verdict?",
}
SILENT = {
    "what": "what is left out",
    "told_in": "told in which text?",
    "silent_in": "not told in which text?",
    "note": "how could one find out why?",
}


def texts_panel(event, changed):
    told, inside, listed, shelf = Told(), ipywidgets.VBox([]), ipywidgets.VBox([]), {}

    def say(**said):
        event.tell(**said)
        changed()

    def flip(name, taken):
        if taken != (name in event.names):
            event.take(name) if taken else event.take_out(name)
            changed()
            draw()

    def mine(name, yes):
        event.put("texts", text=name, mine=yes)

    def look(name):
        opened = Adding.of(adding_state.Adding.of_name(name))
        opened.reopened = True
        inside.children = [line(part(f"The blocks of “{name}”")), adding(opened)]

    def add():
        form = adding(
            Adding.of(adding_state.Adding()), then=lambda name: told.after(lambda: flip(name, True))
        )
        inside.children = [line(part("A text that you put on the shelf here belongs to this event")), form]

    def of(name):
        """The controls of a text of the shelf; those of a text of this event stand below its box to tick."""
        if name not in shelf:
            box = tick(f"{name}: a text of this event", name in event.names, lambda on: flip(name, on))
            is_mine = name in event.names and event.row("texts", text=name)["mine"] == YES
            own = tick(f"{name}: I wrote it myself", is_mine, lambda on: mine(name, on))
            blocks = row(button(f"Look through the blocks of {name}", lambda: look(name)))
            shelf[name] = ipywidgets.VBox(box), [*own, blocks]
        shown, more = shelf[name]
        shown.children[0].value = name in event.names
        shown.children = [*shown.children[:2], *(more if name in event.names else [])]
        return shown

    def draw():
        names = dict.fromkeys([*event.names, *own_texts.names()])
        listed.children = [of(name) for name in names] or [
            line(paragraph("Your shelf is empty: add a text."))
        ]

    draw()
    fields = [
        one
        for what, label in EVENT.items()
        for one in kept(label, event.said("event", what), lambda value, what=what: say(**{what: value}))
    ]
    ticked = line(part("Which texts of your shelf belong to this event? Six at most"))
    again = row(button("Add a text", add), button("Look again at my shelf", draw))
    return [*fields, ticked, listed, again, told, inside]


def matrix_panel(event, changed):
    told, grid = Told(), ipywidgets.VBox([])
    known = list(dict.fromkeys(one["event"] for one in event.rows("matrix")))
    named = known or [event.said("event", "title") or "the event"]

    def save(table, **given):
        event.put(table, **given)
        changed()

    def draw():
        shown = []
        for one in named:
            shown.append(line(part(f"Which text is about this: {one}?")))
            for name in event.names:
                box = event.row("matrix", event=one, text=name)

                def put(value, column, one=one, name=name):
                    save("matrix", event=one, text=name, **{column: value})

                shown += choice(f"{name} …", ROLES.items(), box["role"], lambda v, put=put: put(v, "role"))
                shown += kept(f"{name}: in which paragraphs? Such as 2;5 (you may leave it empty)",
                              box["paragraphs"], lambda v, put=put: put(v, "paragraphs"))  # fmt: skip
        grid.children = shown

    other = typed("Another event that one of the texts names (you may leave it empty)")

    def more():
        if other.value.strip() and other.value.strip() not in named:
            named.append(other.value.strip())
            other.value = ""
            draw()

    dates = []
    for name in event.names:
        noted = event.row("texts", text=name)
        dates.append(line(part(f"The three dates of {name}")))
        for what, label in DATES.items():
            dates += kept(f"{label}: {name}", noted[what],
                          lambda v, n=name, what=what: save("texts", text=n, **{what: v}))  # fmt: skip
    draw()
    return [*dates, grid, other, row(button("Add this event", more)), told]


def licence_panel(event, changed):
    shown = []

    def save(**given):
        event.put("licence", **given)
        changed()

    for what, asked in LICENCE.items():
        noted = event.row("licence", what=what)
        shown += choice(f"{asked[0].upper()}{asked[1:]}", HELD.items(), noted["held"],
                        lambda held, what=what: save(what=what, held=held))  # fmt: skip
        shown.append(line(paragraph(fact(event, what), look="ww-small")))
        shown += kept(f"A note on this: {what} (you may leave it empty)", noted["note"],
                      lambda v, what=what: save(what=what, note=v))  # fmt: skip
    return shown


def names_panel(event, changed):
    told, listed = Told(), ipywidgets.VBox([])
    fields = {what: typed(label) for what, label in NAMED.items()}
    which = choice("In which text?", [(name, name) for name in event.names], None, lambda _: None)

    def draw():
        shown = []
        for one in event.rows("names"):
            where = f"{one['text']} ¶{one['paragraph']}" if one["paragraph"] else one["text"]
            said = f"{one['who']}: “{one['words']}” ({where}), rests on {one['rests_on'] or 'not noted'}"
            drop = button(f"Take out “{one['words'][:40]}”", lambda one=one: gone(one))
            shown += [line(paragraph(said)), row(drop)]
        listed.children = shown

    def gone(one):
        told.after(lambda: event.drop("names", **one))
        changed()
        draw()

    def add():
        given = {what: one.value for what, one in fields.items()} | {"text": which[1].value}
        if told.after(lambda: event.note_name(**given), "Noted."):
            fields["words"].value = ""
            changed()
            draw()

    draw()
    return [listed, *fields.values(), *which, go("Note this name", add), told]


def claims_panel(event, changed):
    shown = []

    def save(**given):
        event.put("claims", **given)
        changed()

    for number in CLAIMS:
        noted, claim = event.row("claims", number=number), f"Claim {number}"

        def put(column, number=number):
            return lambda value: save(number=number, **{column: value})

        shown.append(headed(claim))
        shown += kept(f"{claim}, in your words", noted["claim"], put("claim"), True)
        shown += choice(f"{claim} stands in", [(n, n) for n in event.names], noted["text"], put("text"))
        shown += kept(f"{claim}: in which paragraph?", noted["paragraph"], put("paragraph"))
        for column, label in CLAIMED.items():
            shown += kept(f"{claim}: {label}", noted[column], put(column))
        verdicts = [(v, v) for v in CLAIM_VERDICTS]
        shown += choice(f"By these sources {claim.lower()} is", verdicts, noted["verdict"], put("verdict"))
        shown += tick(f"{claim} is incomplete: what is left out changes the picture",
                      noted["incomplete"] == YES, put("incomplete"))  # fmt: skip
        shown += choice(f"{claim}: how sure are you? 1: a guess, 5: certain", [(n, n) for n in CONFIDENCE],
                        noted["confidence"], put("confidence"))  # fmt: skip
    return shown


def silences_panel(event, changed):
    listed = ipywidgets.VBox([])
    numbers = [one["number"] for one in event.rows("silences")] or ["1"]

    def put(number, column):
        def save(value):
            event.put("silences", number=number, **{column: value})
            changed()

        return save

    def of(number):
        noted, shown = event.row("silences", number=number), [headed(f"Silence {number}")]
        for column, label in SILENT.items():
            shown += kept(f"Silence {number}: {label}", noted[column], put(number, column))
        asked = f"Silence {number}: read the reasons from the top. Which is the first one that fits?"
        shown += choice(asked, [(r, r) for r in REASONS], noted["reason"], put(number, "reason"), row=False)
        return shown

    def more():
        numbers.append(str(max([0, *(int(n) for n in numbers if n.isdecimal())]) + 1))
        listed.children = [*listed.children, *of(numbers[-1])]

    listed.children = [one for number in numbers for one in of(number)]
    return [listed, row(button("Another silence", more))]


def brief_panel(event, changed):
    told, looked, shown = Told(), ipywidgets.HTML(), []
    counts = {what: ipywidgets.HTML() for what in LIMITS}

    def say(what, value):
        event.say("brief", **{what: value})
        tell(what)
        changed()

    def tell(what):
        now, most = room(event, what)
        listed = ", with the list of step 3" if what == "licence" and now else ""
        counts[what].value = paragraph(f"{now} of {most} words{listed}.", look="ww-small")

    for what in LIMITS:
        shown += kept(f"{CALLED[what]}. {ASKED[what]}", event.said("brief", what),
                      lambda value, what=what: say(what, value), what != "title")  # fmt: skip
        shown.append(counts[what])
        tell(what)

    def look():
        told.after(lambda: setattr(looked, "value", together(look_of(), my_brief().html())))

    def write():
        told.after(lambda: setattr(looked, "value", paragraph(repr(my_brief().export()))))

    return [*shown, row(button("Look at the brief", look)), go("Write the brief", write), told, looked]
