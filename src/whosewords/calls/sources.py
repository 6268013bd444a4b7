"""A student's call for sources: whose statements a text reports, by kind, each in its sentence."""

from ..display.charts import grid
from ..display.finding import Finding
from ..display.hits import by_kind, item, lead, withheld
from ..display.reading import drawn_words
from ..display.tables import pd_frame
from ..display.yours import RULE, about_yours
from ..measures.sources import HOW, kinds, statements, tally
from ..shelf.catalogue import choose

FOLDED = "It stands in a paragraph with a content note and is not shown here."


def sources(texts=None, *, column=None):
    """Whose statements a text reports, by kind of source, each in its sentence: sources("neo").

    texts: short names, texts of your own or several of them; the articles that are compared where nothing is
    given. column: see count(). One speaker in one sentence is one statement. For the articles and our reports
    the kinds were noted by hand; for any other text a word in the speaker's name tells the kind.
    """
    chosen = choose(texts, column)
    found = [(article, statements(article)) for article in chosen]
    names = kinds([article.id for article in chosen])
    boxes = pd_frame(
        {"kind": name, "text": article.name, "count": number, "label": str(number)}
        for kind, name in names.items()
        for article, listed in found
        for number in [tally(listed)[kind]]
    )
    words = _in_words(found, names)
    return Finding(
        title="Who is reported, by kind of source",
        table=pd_frame(_row(article, one, names) for article, listed in found for one in listed)
        if any(listed for _, listed in found)
        else boxes,
        words=words,
        short=_in_short(found),
        chart=grid(boxes, words, "kind", "text", "count", "label"),
        view=by_kind(_lists(found, names)),
        held_constant="the rule: one speaker in one sentence, in quotation marks or without them, is one "
        "statement. Not held constant: the length of the texts, the event, the writer.",
        do_not_conclude="that the text agrees with those whom it reports most; that a kind with 0 was asked "
        "and kept out; that many sources make a claim true.",
        more=(
            "Authorities are governments, parliaments, armies and police. A statement "
            "counts where its words or its sense are given. Whoever only “condemns” or “blames”, "
            "without more, is not counted.",
            *about_yours(chosen, RULE),
        ),
    )


def _lists(found, names):
    for kind, name in names.items():
        mine = [(article, one) for article, listed in found for one in listed if one.kind == kind]
        if mine:
            yield f"{name}: {len(mine)}. Show the sentences", (_item(*pair) for pair in mine)


def _item(article, one):
    note = next((p.content_note for p in article.paragraphs if p.number == one.line.paragraph), "")
    if note:
        return withheld(lead(one.speaker), f"{article.name} ¶{one.line.paragraph}.", FOLDED)
    return item(article, one.line, drawn_words.looks_of(article), lead(f"{one.speaker}, {article.name}"))


def _row(article, one, names):
    return {
        "text": article.name, "place": f"¶{one.line.paragraph}", "who": one.speaker,
        "kind": names.get(one.kind, one.kind), "how named": HOW.get(one.how, "not noted"),
        "voice": one.line.voice,
    }  # fmt: skip


def _in_short(found):
    told = []
    for article, listed in found:
        speakers = len({one.speaker for one in listed})
        told.append(f"{article.name}: {_number(len(listed), 'statement')} of {_number(speakers, 'speaker')}.")
    return " ".join(told)


def _in_words(found, names):
    lines = []
    for article, listed in found:
        counts = tally(listed)
        there = ", ".join(f"{name} {counts[kind]}" for kind, name in names.items() if counts[kind])
        none = ", ".join(name for kind, name in names.items() if not counts[kind])
        lines.append(f"{article.name}: {there or 'nobody'}." + (f" None of: {none}." if none else ""))
    return "\n".join(lines)


def _number(count, word):
    return f"{count} {word}{'s' * (count != 1)}"
