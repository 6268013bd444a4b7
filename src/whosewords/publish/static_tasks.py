"""The hand check and the sentence lab on a page without a kernel: to tick, to write in, to look up.

What a page can say about an answer is worked out when the page is made.
"""

from ..classroom import calibrating
from ..classroom.kinds.sure import PERCENT
from ..classroom.lab import TASKS, analyse, check, drawing, rewrite
from ..classroom.lab.state import started
from ..classroom.lab.tasks import NO_RULE, stated
from ..display.finding import Finding
from ..display.html import (
    Markup,
    asked,
    bullets,
    element,
    folded,
    named,
    paragraph,
    paragraphs,
    picks,
    strong,
    table,
    together,
    wide,
)  # fmt: skip
from ..measures.calibration import calibration
from ..measures.precision import VERDICTS, precision
from ..measures.tagging import CODES, SURE

FEWEST = 4  # hits judged, of the eight that are drawn; a figure from fewer says next to nothing
EXAMPLE = (6, 8)  # right, judged


def hits(cases, rule):
    """Hits to judge one by one, and a table in which readers find what their verdicts amount to, which a
    script spares them.

    cases: (place, the hit in its sentence, our summary of the paragraph) for each hit. rule: what the
    verdicts mean.
    """
    each = [_hit(number, len(cases), *case) for number, case in enumerate(cases, 1)]
    by_hand = element("div", _sums(), lookup(len(cases)), look="by-hand")
    inside = paragraph(rule), element("div", each, look="side"), by_hand
    return element("div", inside, look="hits", data_part="hits")


def phrases(number, listed, rule, how_sure):
    """Phrases to tag one by one: a code for each, and how sure one is.

    number: of the round. listed: (id, a line of ours, the phrase in its sentence). how_sure: what is asked.
    """
    each = [_phrase(f"Phrase {n} of {len(listed)}", how_sure, *one) for n, one in enumerate(listed, 1)]
    return element("div", paragraph(rule), each, look="tags", data_part="tags", data_round=number)


def _phrase(number, how_sure, name, context, sentence):
    codes = picks("radio", f"code-{name}", CODES.items(), "picks row")
    sure = picks("radio", f"sure-{name}", SURE.items(), "picks row")
    asked_sure = asked("", how_sure, sure, look="sure")
    return asked(context, number, sentence, codes, asked_sure, look="ask hit tag", data_item=name)


def small(line, look=""):
    """A line in smaller letters."""
    return paragraph(line, look=f"small {look}".strip())


def points_of(line, rubric):
    """Points under a line in smaller letters; nothing where there are none."""
    return together(small(line), bullets(rubric)) if rubric else together()


def to_write(name):
    """A field for an answer in words."""
    return paragraph(element("label", name, element("textarea", rows=5)))


def _hit(number, of, place, sentence, summary):
    in_short = named("In short (ours)", summary, look="small") if summary else None
    verdicts = picks("radio", f"hit-{number}", VERDICTS.items(), "picks row")
    return asked(place, f"Hit {number} of {of}", sentence, in_short, verdicts, look="ask hit")


def _sums():
    """Where a reader writes how many there are of each verdict."""
    field = element("input", type="text", inputmode="numeric", size=3)
    fields = [element("label", name, " ", field) for name in VERDICTS.values()]
    return asked("", "Count your verdicts", bullets(fields, look="picks row", role="list"))


def lookup(number):
    """A table of every result from four judged hits on: precision and its range, of 100."""
    judged = range(number, FEWEST - 1, -1)
    rows = [[f"{right} right", *(_cell(right, n) for n in judged)] for right in range(number + 1)]
    shown = table(["", *(f"{n} judged" for n in judged)], rows, look="lookup")
    return together(
        element("h3", "Look your result up"),
        _how(),
        wide(shown, "Table: precision and range for every result"),
    )


def _how():
    right, judged = EXAMPLE
    share, low, high = _of_hundred(right, judged)
    return paragraph(
        strong("Judged"),
        " means right and wrong together, without “cannot tell”. The large figure "
        "is the precision, of 100. The range with it is how far chance alone can move it. An example: "
        f"{right} right and {judged - right} wrong are {judged} judged. That is {share} of 100, and chance "
        f"leaves it anywhere from {low} to {high}. Under {FEWEST} judged hits there is no figure here: it "
        "would say next to nothing.",
    )


def _cell(right, judged):
    if right > judged:
        return ""
    share, low, high = _of_hundred(right, judged)
    return together(element("b", share), " ", element("small", f"{low} to {high}"))


def _of_hundred(right, judged):
    found = precision(["right"] * right + ["wrong"] * (judged - right))
    return [round(100 * value) for value in found[:3]]


def calibrated():
    """The claims of a guess with our verdicts, how one works out by hand what a script works out, and a
    picture of every level, which the script moves and which is out of sight without it."""
    import pandas

    cards = [card for one in calibrating.guesses() for card in calibrating.asked(one)]
    rows = [(card.claim, calibrating.SAY["not_said"], calibrating.told(card)) for card in cards]
    table = pandas.DataFrame(rows, columns=calibrating.SAY["claims"])
    every = calibrating.picture(calibration((level, True) for level in PERCENT))
    limits = calibrating.HELD, calibrating.NOT_THIS
    shown = Finding(calibrating.TITLE, table, calibrating.BY_HAND, *limits, every, (calibrating.PRIVATE,))
    return element("div", Markup(shown._repr_html_()), look="calibration", data_part="calibration")


def rewrites():
    """Our own rewrite for each task: {task: {"text": …, "because": …}}, from data/lab.toml."""
    return stated()["tasks"]


def sentence_lab():
    """The four tasks of the lab as think-and-reveal, with one rewrite of ours for each."""
    first = (
        "In the notebook the lab counts while you type. Here are its four tasks for a pen or this page: "
        "write your version first, then open ours."
    )
    return together(
        paragraph(first),
        drawing.style(),
        drawing.in_card(drawing.legend(), drawing.about()),
        (_task(number, task) for number, task in enumerate(TASKS.values(), 1)),
    )


def _task(number, task):
    first, sample = started(*task.start).text, rewrites()[task.id]
    inside = (
        paragraph(task.todo),
        small(f"The text to start from: {drawing.named(*task.start)}"),
        drawing.in_card(drawing.marked(analyse(first))),
        small(task.rule),
        to_write("My version"),
        points_of("No rule can check the rest:", task.rubric),
        folded("key", "Written? One version of ours", _sample(task.id, first, sample)),
    )
    top = f"The sentence lab · {number} of {len(TASKS)}"
    return asked(top, task.name, inside, data_part="lab", data_lab=task.id)


def _sample(task, first, sample):
    """Our rewrite with its marks, its counts beside those of the first version, and what the rule says."""
    shown = rewrite(sample["text"], first=first, task=task).view
    reply = check(task, analyse(first), analyse(sample["text"]))
    told = " ".join(line.text for line in reply.lines[: [line.text for line in reply.lines].index(NO_RULE)])
    return together(shown, paragraphs([told, sample["because"]]))
