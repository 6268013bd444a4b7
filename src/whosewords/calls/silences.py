"""A student's call for the silence grid: what some texts tell and others do not, innocent reasons first."""

from .. import files
from ..display.charts import matrix
from ..display.finding import Finding
from ..display.tables import pd_frame
from ..measures.silences import REASONS, STATES, silences
from ..problems import Problem
from ..shelf.catalogue import choose

MARKS = {"told": "circle", "partly": "diamond", "silent": "stroke"}
LATER = "not yet"


def silence_grid(texts=None, *, column=None):
    """What some texts tell and others do not, with innocent reasons for a silence: silence_grid().

    texts: short names or several of them; the articles that are compared where nothing is given. A box stays
    empty where the thing had not happened, or had not been said, when the text was written.
    """
    chosen = choose(texts, column)
    boxes = [box for box in silences().values() if box.text in {article.id for article in chosen}]
    unread = [article for article in chosen if article.id not in {box.text for box in boxes}]
    if unread:
        read = dict.fromkeys(box.text for box in silences().values())
        raise Problem(
            f"Nobody has read “{unread[0].id}” for its silences. There are boxes for: {', '.join(read)}."
        )
    names = {article.id: article.name for article in chosen}
    order = list(names)
    words = _in_words(boxes, names)
    marks = pd_frame(
        {"what": box.what, "text": names[box.text], "state": box.state}
        for box in sorted(boxes, key=lambda box: (_order(boxes)[box.what], order.index(box.text)))
        if box.state != LATER
    )
    return Finding(
        title="The silence grid",
        table=pd_frame(_row(box, names) for box in boxes),
        words=words,
        short="A dash means: silent. An empty box: it had not happened, or had not been said yet.",
        chart=matrix(marks, words, "what", "text", "state", MARKS),
        fold="The grid as a table, with paragraphs",
        held_constant="the questions. Not held constant: the strike, the day, the length, the "
        "writer.",
        do_not_conclude="that what is left out is hidden; that fewer dashes are better. We "
        "chose these rows; other rows would give other dashes.",
        more=(
            "Reasons for a silence, innocent ones first: " + " ".join(REASONS),
            files.settings("silences.toml")["read_by_hand"],
        ),
    )  # fmt: skip


def _order(boxes):
    return {what: number for number, what in enumerate(dict.fromkeys(box.what for box in boxes))}


def _row(box, names):
    places = " ".join(f"¶{number}" for number in box.paragraphs)
    return {"what": box.what, "text": names[box.text], "box": f"{box.state} {places}".strip()}


def _in_words(boxes, names):
    lines = []
    for what in _order(boxes):
        by = {state: [names[b.text] for b in boxes if (b.what, b.state) == (what, state)] for state in STATES}
        told = "; ".join(f"{state}: {', '.join(texts)}" for state, texts in by.items() if texts)
        lines.append(f"{what[0].upper()}{what[1:]}. {told[0].upper()}{told[1:]}.")
    return "\n".join(lines)
