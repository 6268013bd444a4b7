"""How claim cards and relays look: boxes that need no style sheet, with what answers folded away."""

from .cards import OUTLET
from .html import element, heading, named, numbered, paragraph, strong, together, unfold

FOLD = "margin:.6em 0 0"
STEP = "margin:.5em 0"


def card(one, ours, rule):
    """A claim, where it stands, what each source says with its interest, and our verdict folded away."""
    place = paragraph(one.place, ". The words here are ours.", style="margin:.1em 0")
    verdict = unfold(ours, paragraph(strong(one.told.capitalize()), ". ", one.why), style=FOLD)
    end = paragraph(rule, style="margin:.9em 0 0;border-left:.25em solid;padding-left:.8em")
    inside = heading(3, one.claim, style="margin:.2em 0 0"), place, map(_evidence, one.evidence), verdict, end
    return element("section", *inside, label=f"Claim card: {one.claim}", style=OUTLET)


def _evidence(one):
    source = paragraph(strong(f"{one.who}, {one.date}"), f". {one.says}", style="margin:.7em 0 0")
    return together(source, named("Its interest", one.interest, style="margin:.1em 0 0;font-size:.9em"))


def cards(listed, ours, rule):
    """Claims, each of which opens its card."""
    return together(_opened(one.claim, f" {one.place}", card(one, ours, rule)) for one in listed)


def relay(one, changed):
    """The hands that a claim passed, in their order; what changed at each is folded away."""
    steps = numbered([_step(step, changed) for step in one.steps], style="margin:.4em 0;padding-left:1.6em")
    end = paragraph(one.note, style="margin:.7em 0 0;font-size:.9em")
    top = heading(3, one.title, style="margin:.2em 0 0")
    return element("section", top, steps, end, label=f"Relay: {one.title}", style=OUTLET)


def _step(step, changed):
    told = paragraph(strong(f"{step.who}, {step.date}"), f": {step.has}", style=STEP)
    return together(told, unfold(changed, paragraph(step.changed), style=STEP))


def relays(listed, changed):
    """Names of relays, each of which opens its relay."""
    return together(_opened(one.title, "", relay(one, changed)) for one in listed)


def _opened(name, more, piece):
    opener = element("summary", strong(name), more, style="cursor:pointer;padding:.3em 0")
    return element("details", opener, piece, style="margin:.3em 0")
