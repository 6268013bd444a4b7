"""What a student writes for the brief in their own words: each part with its limit."""

from .lengths import size_of
from .rules import HELD, NO, UNKNOWN, YES

LIMITS = {"title": 12, "licence": 60, "silence": 60, "survived": 60, "my_frame": 40, "not_conclude": 40}
REQUIRED = {"survived": "What survived", "not_conclude": "I do not conclude"}
CALLED = {
    "title": "Title", "licence": "Licence", "silence": "Silence", "survived": "What survived",
    "my_frame": "My own frame", "not_conclude": "I do not conclude",
}  # fmt: skip
ASKED = {
    "title": "Name the event, and give no verdict.",
    "licence": "What is held constant, and what is not? Your own words come after the list of step 3.",
    "silence": "Your own words come before the table of step 10. You may leave it empty.",
    "survived": "What do all texts agree on, whatever their frame?",
    "my_frame": "What did you want to find?",
    "not_conclude": "Two lines: what does not follow from this brief?",
}


def room(event, what):
    """How many of its words a part of the brief takes, and may take: (now, most)."""
    text = whole_licence(event) if what == "licence" else event.said("brief", what)
    return size_of(text), LIMITS[what]


def whole_licence(event):
    decided = event.decided()
    told = []
    for held in (YES, NO, UNKNOWN):
        there = [what for what, (said, _) in decided.items() if said == held]
        told += [f"{HELD[held].capitalize()}: {', '.join(there)}."] if there else []
    return " ".join([*told, event.said("brief", "licence")]).strip()


def is_empty(event, what):
    """Whether a part of the brief has nothing in it; a silence of step 10 stands there by itself."""
    noted = what == "silence" and any(row["what"] and row["reason"] for row in event.rows("silences"))
    return not noted and not event.said("brief", what)


def empty_parts(event):
    """The parts of the brief that are still to be written, and those that are too long, in words."""
    empty = [f"“{CALLED[what]}”" for what in LIMITS if what != "licence" and is_empty(event, what)]
    long = [f"“{CALLED[what]}” cut" for what, most in LIMITS.items() if room(event, what)[0] > most]
    return empty + long
