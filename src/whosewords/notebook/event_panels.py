"""The steps of an event that are noted: texts, dates, licence, names, claims, silences, the brief’s words.

Each gives the controls of its step. event: `own_event.event.Event`; changed: what is called after a change.
"""

import ipywidgets

from ..classroom import own_text as adding_state
from ..display.html import paragraph
from ..display.replies import part, question
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
from .event_fields import Told, button, choice, field, go, line, row, tick
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


def texts_panel(event, changed):
    told, inside, listed = Told(), ipywidgets.VBox([]), ipywidgets.VBox([])

    def say(**said):
        told.after(lambda: event.tell(**said))
        changed()

    def flip(name, taken):
        told.after(lambda: event.take(name) if taken else event.take_out(name))
        changed()
        draw()

    def mine(name, yes):
        told.after(lambda: event.put("texts", text=name, mine=yes))
        changed()

    def look(name):
        opened = Adding.of(adding_state.Adding.of_name(name))
        opened.reopened = True
        inside.children = [line(part(f"The blocks of “{name}”")), adding(opened)]

    def add():
        inside.children = [line(part("Add a text, then press “Look again at my shelf”")),
                           adding(Adding.of(adding_state.Adding()))]  # fmt: skip

    def draw():
        shown = []
        for name in dict.fromkeys([*event.names, *own_texts.names()]):
            taken = name in event.names
            shown.append(tick(f"{name}: a text of this event", taken, lambda on, name=name: flip(name, on)))
            if taken:
                is_mine = event.row("texts", text=name)["mine"] == YES
                shown.append(tick(f"{name}: I wrote it myself", is_mine, lambda on, n=name: mine(n, on)))
                shown.append(row(button(f"Look through the blocks of {name}", lambda name=name: look(name))))
        none = paragraph("Your shelf is empty: add a text.")
        listed.children = shown or [line(none)]

    draw()
    fields = [
        field(label, event.said("event", what), lambda value, what=what: say(**{what: value}))
        for what, label in EVENT.items()
    ]
    again = row(button("Add a text", add), button("Look again at my shelf", draw))
    return [*fields, line(part("The texts of this event, six at most")), listed, again, told, inside]


def matrix_panel(event, changed):
    told, grid = Told(), ipywidgets.VBox([])
    known = list(dict.fromkeys(one["event"] for one in event.rows("matrix")))
    named = known or [event.said("event", "title") or "the event"]

    def save(table, **given):
        told.after(lambda: event.put(table, **given))
        changed()

    def draw():
        shown = []
        for one in named:
            shown.append(line(question("", one)))
            for name in event.names:
                box = event.row("matrix", event=one, text=name)

                def kept(value, column, one=one, name=name):
                    save("matrix", event=one, text=name, **{column: value})

                shown += choice(f"{name} …", ROLES.items(), box["role"], lambda v, k=kept: k(v, "role"))
                shown.append(field(f"{name}: paragraphs, such as 2;5", box["paragraphs"],
                                   lambda v, k=kept: k(v, "paragraphs")))  # fmt: skip
        grid.children = shown

    other = ipywidgets.Text(
        "", description="Another event that one of the texts names", continuous_update=False
    )
    other.add_class("ww-wide")

    def more():
        if other.value.strip() and other.value.strip() not in named:
            named.append(other.value.strip())
            other.value = ""
            draw()

    dates = []
    for name in event.names:
        noted = event.row("texts", text=name)
        dates.append(line(part(f"The three dates of {name}")))
        dates += [field(f"{label}: {name}", noted[what],
                        lambda v, n=name, what=what: save("texts", text=n, **{what: v}))
                  for what, label in DATES.items()]  # fmt: skip
    draw()
    return [*dates, grid, other, row(button("Add this event", more)), told]


def licence_panel(event, changed):
    told, shown = Told(), []

    def save(**given):
        told.after(lambda: event.put("licence", **given))
        changed()

    for what, asked in LICENCE.items():
        noted = event.row("licence", what=what)
        shown += choice(f"{asked[0].upper()}{asked[1:]}", HELD.items(), noted["held"],
                        lambda held, what=what: save(what=what, held=held))  # fmt: skip
        shown.append(line(paragraph(fact(event, what), look="ww-small")))
        shown.append(field(f"Note: {what}", noted["note"], lambda v, what=what: save(what=what, note=v)))
    return [*shown, told]


def names_panel(event, changed):
    told, listed, fields = Told(), ipywidgets.VBox([]), {}
    asked = {
        "who": "Who is named, as you call them", "words": "The words of the text", "paragraph":
        "Only in this paragraph (empty: everywhere)", "rests_on": "On whose word does this name rest?",
    }  # fmt: skip

    def draw():
        shown = []
        for one in event.rows("names"):
            where = f"{one['text']} ¶{one['paragraph'] or 'all'}"
            said = f"{one['who']}: “{one['words']}” ({where}), rests on {one['rests_on'] or 'not noted'}"
            drop = button(f"Take out “{one['words'][:40]}”", lambda one=one: gone(one))
            shown += [line(paragraph(said)), row(drop)]
        listed.children = shown

    def gone(one):
        told.after(lambda: event.drop("names", **one))
        changed()
        draw()

    for what, label in asked.items():
        fields[what] = ipywidgets.Text("", description=label, continuous_update=False)
        fields[what].add_class("ww-wide")
    which = choice("In which text?", [(name, name) for name in event.names], None, lambda _: None)

    def add():
        given = {what: one.value for what, one in fields.items()} | {"text": which[1].value}
        if told.after(lambda: event.note_name(**given), "Noted."):
            fields["words"].value = ""
            changed()
            draw()

    draw()
    return [listed, *fields.values(), *which, go("Note this name", add), told]


def claims_panel(event, changed):
    told, shown = Told(), []

    def save(**given):
        told.after(lambda: event.put("claims", **given))
        changed()

    for number in CLAIMS:
        noted = event.row("claims", number=number)

        def kept(value, column, number=number):
            save(number=number, **{column: value})

        shown.append(line(question("", f"Claim {number}")))
        shown.append(field(f"Claim {number}, in your words", noted["claim"],
                           lambda v, k=kept: k(v, "claim"), True))  # fmt: skip
        shown += choice(f"Claim {number} stands in", [(n, n) for n in event.names], noted["text"],
                        lambda v, k=kept: k(v, "text"))  # fmt: skip
        shown.append(field(f"Claim {number}: in which paragraph?", noted["paragraph"],
                           lambda v, k=kept: k(v, "paragraph")))  # fmt: skip
        shown += choice(f"Claim {number} is", [(v, v) for v in CLAIM_VERDICTS], noted["verdict"],
                        lambda v, k=kept: k(v, "verdict"))  # fmt: skip
        shown.append(tick(f"Claim {number} is incomplete: what is left out changes the picture",
                          noted["incomplete"] == YES, lambda v, k=kept: k(v, "incomplete")))  # fmt: skip
        for column, label in (("source_1", "First source, with its date"), ("source_2", "Second source"),
                              ("why", "Why this verdict?")):  # fmt: skip
            shown.append(field(f"Claim {number}: {label}", noted[column],
                               lambda v, k=kept, c=column: k(v, c)))  # fmt: skip
        shown += choice(f"Claim {number}: how sure are you, 1 to 5?", [(n, n) for n in CONFIDENCE],
                        noted["confidence"], lambda v, k=kept: k(v, "confidence"))  # fmt: skip
    return [*shown, told]


def silences_panel(event, changed):
    told, listed = Told(), ipywidgets.VBox([])
    labels = {"what": "What is left out", "told_in": "Told in", "silent_in": "Not told in",
              "note": "How could one know why?"}  # fmt: skip
    numbers = [one["number"] for one in event.rows("silences")] or ["1"]

    def save(**given):
        told.after(lambda: event.put("silences", **given))
        changed()

    def draw():
        shown = []
        for number in numbers:
            noted = event.row("silences", number=number)
            shown.append(line(question("", f"Silence {number}")))
            for column, label in labels.items():
                shown.append(field(f"Silence {number}: {label}", noted[column],
                                   lambda v, n=number, c=column: save(number=n, **{c: v})))  # fmt: skip
            shown += choice(f"Silence {number}: the most innocent reason that fits, from the top",
                            [(r, r) for r in REASONS], noted["reason"],
                            lambda v, n=number: save(number=n, reason=v))  # fmt: skip
        listed.children = shown

    def more():
        numbers.append(str(max([0, *(int(n) for n in numbers if n.isdecimal())]) + 1))
        draw()

    draw()
    return [listed, row(button("Another silence", more)), told]


def brief_panel(event, changed):
    told, looked, shown = Told(), ipywidgets.HTML(), []
    counts = {what: ipywidgets.HTML() for what in LIMITS}

    def say(what, value):
        told.after(lambda: event.say("brief", **{what: value}))
        tell(what)
        changed()

    def tell(what):
        now, most = room(event, what)
        counts[what].value = paragraph(f"{now} of {most} words.", look="ww-small")

    for what in LIMITS:
        shown.append(field(f"{CALLED[what]}. {ASKED[what]}", event.said("brief", what),
                           lambda value, what=what: say(what, value), what != "title"))  # fmt: skip
        shown.append(counts[what])
        tell(what)

    def look():
        told.after(lambda: setattr(looked, "value", my_brief().html()))

    def write():
        told.after(lambda: setattr(looked, "value", paragraph(repr(my_brief().export()))))

    return [*shown, row(button("Look at the brief", look)), go("Write the brief", write), told, looked]
