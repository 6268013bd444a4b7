"""The lab's answers as HTML and as sentences. Nothing is measured here; whatever was typed is escaped."""

from functools import cache
from html import escape
from importlib import resources
from itertools import groupby

from ...display import replies
from ...display.html import (
    Markup,
    bullets,
    element,
    numbered,
    paragraph,
    paragraphs,
    style_of,
    table,
    together,
    unfold,
    wide,
)  # fmt: skip
from ...display.html import style as card_style
from ...display.reading import layers, page
from ...lexicon import accuracy_line
from ...voices import VOICES
from .tasks import TASKS

SAME, WITHHELD = "same", "–"
MARKED = "ww-read ww-open ww-layered ww-marked"  # the classes of the box that holds the marked text


@cache
def style():
    """The look of questions, of the reading view and of the lab, as one style element."""
    own = resources.files(__package__).joinpath("lab.css").read_text(encoding="utf-8")
    return card_style() + style_of(page.style_sheet(True) + own)


def marked(seen):
    """A text with its marks: each voice by letter, line and colour, each loaded word by letter and ground."""
    inside = strip(seen), marked_paragraphs(seen)
    return element("div", inside, look=MARKED, role="group", label="Your text, marked", tabindex="0")


def unseen(words):
    """Words that only listeners get."""
    return element("span", words, look="ww-sr")


def in_card(*inside):
    """Something of the lab on a page or in a Finding."""
    return element("div", inside, look="ww-task ww-lab")


def marked_paragraphs(seen):
    """The paragraphs of a text with their marks, each as HTML; where there is no word, what is withheld."""
    if not seen.words:
        return tuple(paragraph(note) for note in seen.notes)
    looks = [("", "kept")] * len(seen.words)
    for number, hit in enumerate(seen.hits):  # the number keeps two neighbours apart
        looks[hit.start : hit.end] = [("loaded", f"kept {number}")] * (hit.end - hit.start)
    rows = groupby(zip(seen.words, looks, seen.spoken, strict=True), key=lambda row: row[0].paragraph)
    drawn = []
    for _, row in rows:
        words, kinds, voices = zip(*row, strict=True)
        drawn.append(paragraph(Markup("".join(layers.spoken(words, kinds, voices, _word))), dir="auto"))
    return tuple(drawn)


def _word(word):
    return escape(word.text)  # without an element of its own: no word is a block here, and 300 are slow


def figures(seen, first=None):
    """The counts as a table, beside those of the first version where one is given."""
    names = ("Count", "Now") if first is None else ("Count", "First version", "Now", "Change")
    notes = paragraphs(seen.notes, look="ww-note")
    if not (seen.words or first):
        return notes
    return notes + wide(table(names, count_rows(seen, first)), f"Counts of {page.count(len(seen.words))}")


def count_rows(seen, first=None):
    """The lines of the table, each a tuple of texts; with a first version also its value and the change.

    >>> from .analysis import analyse
    >>> list(count_rows(analyse("He ran off."), analyse("He ran.")))[0]
    ('Words', '2', '3', '+1')
    """
    now = {figure.name: figure.value for figure in seen.figures}
    if first is None:
        yield from ((name, written(value)) for name, value in now.items())
        return
    before = {figure.name: figure.value for figure in first.figures}
    for name in dict.fromkeys([*before, *now]):
        nothing = 0 if name.startswith("Voice ") and seen.english and first.english else None
        old, new = before.get(name, nothing), now.get(name, nothing)
        yield name, written(old), written(new), change(old, new)


def written(value):
    """A number or a range as it is read; a dash where it is withheld.

    >>> written(1200), written((9, 12)), written((9, 9)), written(None)
    ('1,200', '9 to 12', '9', '–')
    """
    if value is None:
        return WITHHELD
    if isinstance(value, tuple):
        low, high = value
        return f"{low} to {high}" if low < high else str(low)
    return f"{value:,}"


def change(old, new):
    """How a value changed: a signed number; of a range whether it moved beyond the old one.

    >>> change(3, 1), change(2, 2), change((5, 7), (8, 9)), change((5, 8), (7, 9)), change(None, 2)
    ('−2', 'same', 'higher', 'the ranges overlap', '–')
    """
    if old is None or new is None:
        return WITHHELD
    if old == new:
        return SAME
    if isinstance(old, tuple):
        return "higher" if new[0] > old[1] else "lower" if new[1] < old[0] else "the ranges overlap"
    gap = round(new - old, 1)
    return f"{'+' if gap > 0 else '−'}{abs(gap):,}"


def place(one):
    """Where a loaded word stands, whose it is and what kind, in words."""
    kind = one.category if one.counts else f"{one.category}; not counted, only a reader can tell"
    return f"“{one.text}”: {kind}. Voice {one.voice}, {VOICES[one.voice]}; sentence {one.sentence}."


def loaded_words(seen):
    """The loaded words as a list, each with its place."""
    if not seen.loaded:
        known = seen.words and seen.english
        return paragraph("No word of our list of loaded words.") if known else together()
    items = numbered(map(place, seen.loaded), look="ww-places")
    return replies.part("Loaded words and where they stand") + items


def strip(seen):
    """The counts that a writer watches, in one line over the marked text."""
    if not seen.words:
        return together()
    counts, naive = seen.scores["careful"].counts, seen.scores["naive"].counts
    parts, length = [page.count(counts["words"])], counts["sentences"]
    if seen.english:
        parts += [
            f"{length} sentence{'s' * (length != 1)} (naive rule {naive['sentences']})",
            f"{seen.loaded_count} loaded",
            f"grade {written(seen.grades('careful'))} (naive rule {written(seen.grades('naive'))})",
        ]
    return paragraph(" · ".join(parts), look="ww-strip")


def summary(seen, first=None, place=""):
    """One short sentence for listeners. place: where the first version comes from.

    >>> from .analysis import analyse
    >>> summary(analyse("They lied."), analyse("They spoke."))
    '2 words, 1 loaded (0 in your first version), no grade.'
    >>> summary(analyse("They lied."), analyse("They spoke."), "Wire report 2019, ¶3")
    '2 words, 1 loaded (0 in your first version, Wire report 2019, ¶3), no grade.'
    """
    if not seen.words:
        return seen.notes[0]
    words = page.count(len(seen.words))
    if not seen.english:
        return f"{words}. {seen.notes[-1]}"
    loaded = f"{seen.loaded_count} loaded"
    if first is not None and first.english and first is not seen:
        from_where = f", {place}" if place else ""
        loaded += f" ({first.loaded_count} in your first version{from_where})"
    careful, naive = seen.grades("careful"), seen.grades("naive")
    if careful is None:
        return f"{words}, {loaded}, no grade."
    both = f"grade {written(careful)} by the careful rule, {written(naive)} by the naive rule"
    return f"{words}, {loaded}, {both}."


def task(name):
    """A task as HTML: what to do, and what a rule checks."""
    if name not in TASKS:
        return paragraph("No task: change words and watch what happens.")
    one = TASKS[name]
    article, number = one.start
    rule = replies.small(f"{one.rule} A good start: {named(article, number)}.")
    return replies.question("", one.todo) + rule


def named(article, number):
    """A paragraph of our texts by name.

    >>> named("wire_2019", 3)
    'Wire report 2019, ¶3'
    """
    from ...shelf.catalogue import articles

    return f"{articles[article].name}, ¶{number}"


def legend():
    """What the marks mean."""
    loaded = element("span", "loaded word", look="ww-k loaded")
    spoken = [
        element("span", element("b", one, look="ww-letter"), " ", layers.VOICES[one], look=f"ww-v-{one}")
        for one in "QIS"
    ]
    rest = "no letter: your own voice, or a heading (a line without a full stop)"
    items = bullets([loaded, *spoken, rest], look="ww-legend", role="list")
    return element("div", items, look="ww-read ww-open ww-layered ww-key")


def about():
    """What the counts mean, and what they do not say."""
    told = (
        "Grade: the school grade in the USA for which an old formula calls a text fit. Such formulas see "
        "only the length of words and of sentences. The range goes from the lowest of four or five formulas "
        "to the highest. The careful rule knows that the dots in U.S. end no sentence; the naive rule does "
        "not.",
        "Difficult: not on a list of about 3,000 everyday words. Loaded: on our list of words "
        f"that judge or stir. A mark does not mean that the word is wrong. {accuracy_line()}",
        "Do not conclude that a lower grade is better, that a text with fewer loaded words is truer, or "
        "that a changed number means a changed meaning.",
    )
    return unfold("What do these counts mean, and what not?", paragraphs(told), look="ww-about")
