"""A student's call for the silence grid: what some texts tell and others do not, innocent reasons first."""

from .. import files
from ..display.charts import matrix
from ..display.finding import Finding
from ..display.tables import pd_frame
from ..measures.silences import REASONS, STATES, own_silences, silences
from ..problems import Problem
from ..shelf.catalogue import choose
from ..shelf.open_event import is_own

MARKS = {"told": "circle", "partly": "diamond", "silent": "stroke"}
LATER = "not yet"
NOT_YET = "An empty box: it had not happened, or had not been said yet."
NOT_NOTED = "An empty box: you noted nothing of it."


def silence_grid(texts=None, *, column=None):
    """What some texts tell and others do not, with innocent reasons for a silence: silence_grid().

    texts: short names or several of them; the articles that are compared where nothing is given. A box stays
    empty where the thing had not happened, or had not been said, when the text was written. Of the texts of
    an event of your own it shows what you noted in its step 10; what you noted of neither stays empty.
    """
    chosen = choose(texts, column)
    known = silences() | own_silences()
    boxes = [box for box in known.values() if box.text in {article.id for article in chosen}]
    read = {box.text for box in boxes}
    own = any(map(is_own, read))
    unread = [one for one in chosen if one.id not in read and not (own and is_own(one.id))]
    if unread:
        step = " Step 10 of your event notes what it leaves out." if is_own(unread[0].id) else ""
        raise Problem(
            f"Nobody has read “{unread[0].id}” for its silences.{step} There are boxes for: "
            f"{', '.join(dict.fromkeys(box.text for box in known.values()))}."
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
        short="A dash means: silent. " + (NOT_NOTED if own else NOT_YET),
        chart=matrix(marks, words, "what", "text", "state", MARKS),
        fold="The grid as a table, with " + ("reasons" if own else "paragraphs"),
        held_constant="the questions. Not held constant: "
        f"{'' if own else 'the strike, '}the day, the length, the writer.",
        do_not_conclude="that what is left out is hidden; that fewer dashes are better. "
        f"{'You' if own else 'We'} chose these rows; other rows would give other dashes.",
        more=(
            "Reasons for a silence, innocent ones first: " + " ".join(REASONS),
            *([] if own else [files.settings("silences.toml")["read_by_hand"]]),
        ),
    )


def _order(boxes):
    return {what: number for number, what in enumerate(dict.fromkeys(box.what for box in boxes))}


def _row(box, names):
    places = box.why if is_own(box.text) else " ".join(f"¶{number}" for number in box.paragraphs)
    return {"what": box.what, "text": names[box.text], "box": f"{box.state} {places}".strip()}


def _in_words(boxes, names):
    lines = []
    for what in _order(boxes):
        by = {state: [names[b.text] for b in boxes if (b.what, b.state) == (what, state)] for state in STATES}
        told = "; ".join(f"{state}: {', '.join(texts)}" for state, texts in by.items() if texts)
        lines.append(f"{what[0].upper()}{what[1:]}. {told[0].upper()}{told[1:]}.")
    return "\n".join(lines)
