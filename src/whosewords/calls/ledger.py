"""A student's call for the ledger of the dead: what texts tell of them, and what they leave open."""

from ..display.charts import matrix
from ..display.finding import Finding, table_html
from ..display.html import together, unfold
from ..display.tables import pd_frame
from ..measures.ledger import NOT_TOLD, PARTLY, QUESTIONS, TOLD, entries, own_strike
from ..problems import Problem
from ..shelf.catalogue import choose

MARKS = {TOLD: "circle", PARTLY: "diamond", NOT_TOLD: "stroke"}
LEFT_OPEN = "not told"


def ledger(texts=None, *, column=None):
    """What texts tell of the dead, and what they leave open: ledger("neo").

    texts: short names or several of them; the articles that are compared where nothing is given. column:
    where texts is a table, its column with the texts. Numbers and roles only, in our words.
    """
    chosen = choose(texts, column)
    unread = [article for article in chosen if article.id not in entries()]
    if unread:
        raise Problem(
            f"Nobody has read “{unread[0].id}” for its dead. There are ledgers for: {', '.join(entries())}."
        )
    listed = [(article, entry) for article in chosen for entry in entries()[article.id]]
    own, other = ([pair for pair in listed if pair[1].own == is_own] for is_own in (True, False))
    marks = pd_frame(
        {"question": asked, "text": article.name, "state": own_strike(article.id, question)}
        for question, asked in QUESTIONS.items()
        for article in chosen
    )
    words = _in_words(chosen)
    strikes = {article.strike for article in chosen}
    return Finding(
        title="The ledger of the dead",
        table=pd_frame(_row(*pair) for pair in listed),
        words=words,
        chart=matrix(marks, words, "question", "text", "state", MARKS),
        view=_view(own, other),
        short="The picture is about the strike that each text is about. A dash: the text does not tell.",
        held_constant=f"the five questions{', the strike' if len(strikes) == 1 and len(chosen) > 1 else ''}. "
        "Not held constant: the writer, the day, the length, the kind of text.",
        do_not_conclude="that what is left open is hidden; that more numbers are more honest; that "
        "two equal numbers come from one count.",
        more=(
            "Read by hand, told in our words. “Where to look it up”: a report or a statement with its date; "
            "our own reports have them below each paragraph. One paragraph with a content note is left out.",
        ),
    )


def _view(own, other):
    """The rows about own strikes as a table; other dead behind a line to open."""
    mine, others = (table_html(pd_frame(_shown(*pair) for pair in pairs)) for pairs in (own, other))
    return together(
        mine, unfold(f"Other dead that are mentioned: {len(other)} rows", others) if other else None
    )


def _row(article, entry):
    return {
        "text": article.name, "place": f"¶{entry.paragraph}" if entry.paragraph else "",
        "event": entry.event, "own": "yes" if entry.own else "no", "how many": entry.number or LEFT_OPEN,
        "who": entry.of_whom or LEFT_OPEN, "counted by": entry.counted_by or LEFT_OPEN,
        "named": "yes" if entry.named else "no", "to look up": "yes" if entry.source else "no",
    }  # fmt: skip


def _shown(article, entry):
    row = _row(article, entry)
    where = f"{row['text']} {row['place']}" if entry.paragraph else row["text"]
    row = {name: row[name] for name in ("event", "how many", "who", "counted by", "named", "to look up")}
    return {"text": where} | (row if not entry.own else {k: v for k, v in row.items() if k != "event"})


def _in_words(chosen):
    """For each question the texts that answer it about their own strike, in a line."""
    lines = []
    for question, asked in QUESTIONS.items():
        by = {state: [a.name for a in chosen if own_strike(a.id, question) == state] for state in MARKS}
        told = "; ".join(f"{state}: {', '.join(names)}" for state, names in by.items() if names)
        lines.append(f"{asked} {told}.")
    return "\n".join(lines)
