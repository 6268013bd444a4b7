"""The page that an article stands on, as boxes in boxes: who wrote which part, and whose voice speaks in it.

Every layer and every voice has a switch. How many words are switched on is summed by the style sheet itself,
so that the number follows the switches on a saved page too.
"""

from collections import Counter
from dataclasses import replace
from html import escape
from itertools import groupby, islice

from ...lexicon import accuracy_line
from ...shelf import catalogue, editions
from ...words import read
from ..html import Markup, element, paragraph
from . import page
from .drawn_words import pieces

DEPTH = {"furniture": 0, "host": 1, "outlet": 1, "author": 2, "excerpt": 2}  # what lies inside what
VOICES = {
    "A": "Author",
    "H": "Headline or heading",
    "E": "Host’s editor",
    "Q": "Direct quotation",
    "I": "Reported speech",
    "S": "Scare quotes or irony",
    "B": "Boilerplate",
}
SAID = {"Q": "Quotation", "I": "Reported speech", "S": "In scare quotes"}  # what a listener hears first


def whole_page(article):
    """The article with all paragraphs of its page: what its host wrote around it, and the furniture."""
    return replace(article, page_layer="")


def with_headlines(article):
    """The article with its headline in words where a paragraph of its page repeats it: a headline names the
    text, so it stands in full over it, and what stands in full does not stand in blocks as well."""
    headlines = [read(one.headline) for one in on_page(article)]
    known = {tuple(word.letters for word in told): told for told in headlines}
    page = tuple(_in_full(one, known) if one.role == "headline" else one for one in article.page)
    return replace(article, page=page)


def _in_full(paragraph, known):
    """A paragraph with the words of a headline in the place of its masked ones, where their lengths agree."""
    told = known.get(tuple(word.letters for word in paragraph.words))
    if told is None:
        return paragraph
    words = zip(paragraph.words, told, strict=True)
    return replace(paragraph, words=tuple(word._replace(text=full.text) for word, full in words))


def on_page(article):
    """The articles of the shelf that stand on the same page, each with this page's words."""
    if article.id not in catalogue.SHELF:
        return [article]
    edition = editions.edition_of(article.id)
    names = [name for name in catalogue.SHELF if editions.edition_of(name) == edition]
    return [replace(catalogue.articles[name], page=article.page) for name in names]


def name_of(article, layer):
    """What a layer is called on this page, in words."""
    owner = next((a for a in on_page(article) if a.page_layer == layer), None)
    source = f"{owner.name} (author: {owner.author})" if owner else "another outlet"
    return {
        "host": f"{owner.name if owner else article.name}’s own words",
        "excerpt": f"Excerpt from {source}",
        "author": "The author’s text",
        "outlet": f"Lines of the outlet, {article.name}: headline, standfirst, headings",
        "furniture": "Site furniture and boilerplate",
    }.get(layer, layer)


def share_of_page(article, layer):
    """A layer and its share of the page, as in `Anti-Empire’s own words: 169 of 606 words, 28 %`."""
    sizes = Counter()
    for one in article.page:
        sizes[one.layer] += len(one.words)
    total = sum(sizes.values())
    share = f", {100 * sizes[layer] / total:.0f} %" if total else ""
    return f"{name_of(article, layer)}: {sizes[layer]:,} of {page.count(total)}{share}"


def voices_of(article):
    """{paragraph number: [(voice, speaker, number of the stretch) for each word]} for a whole page."""
    flat = [(p.voice, None, -p.number) for p in article.page for _ in p.words]
    for number, (start, end, voice, speaker) in enumerate(ranges(article)):
        flat[start:end] = [(voice, speaker, number)] * (end - start)
    words = iter(flat)
    return {p.number: list(islice(words, len(p.words))) for p in article.page}


def ranges(article):
    """Who speaks in which words, as (start, end, voice, speaker); none off the shelf."""
    from ...voices import voice_ranges

    return [stretch[:4] for stretch in voice_ranges(article)] if article.id in catalogue.articles else []


def panel(article, looks):
    """The switches for layers and voices, and how much is switched on, as pieces of HTML."""
    voices = voices_of(article)
    cells = [(p.layer, voice) for p in article.page for voice, *_ in voices[p.number]]
    words = Counter(cells)
    loaded = Counter(cell for cell, (kind, _) in zip(cells, looks, strict=True) if kind == "loaded")
    wrote = []
    for layer in sorted(dict.fromkeys(p.layer for p in article.page), key=lambda name: name == "furniture"):
        number = sum(words[cell] for cell in words if cell[0] == layer)
        wrote.append(page.switch(f"ww-sw-{page.slug(layer)}", "", name_of(article, layer), number))
    speak = []
    for voice, label in VOICES.items():
        number = sum(words[cell] for cell in words if cell[1] == voice)
        if number:
            shown = element("span", label, look=f"ww-v-{voice}")
            speak.append(page.switch(f"ww-sw-{voice}", voice, shown, number))
    yield element(
        "div",
        page.switched("Layers: who wrote this part?", wrote),
        page.switched("Voices: who speaks?", speak),
        _sums(words, loaded),
        page.BLOCKS,
        paragraph(accuracy_line(), look="ww-more"),
        look="ww-panel",
    )


def _sums(words, loaded):
    """How many words are switched on: the style sheet adds them up and writes the numbers."""
    total, terms, marked = sum(words.values()), summed(words), summed(loaded)
    sums = f"ww-words calc({terms}) ww-share calc(({terms})*100/{total or 1}) ww-loaded calc({marked})"
    return paragraph(
        "Switched on: ",
        element("b", look="ww-words"),
        f" of {total} words, ",
        element("b", look="ww-share"),
        " %. ",
        element("span", "Loaded words", look="ww-k loaded"),
        " among them: ",
        element("b", look="ww-loaded"),
        ".",
        look="ww-sums",
        style=f"counter-reset:{sums}",
    )


def summed(cells):
    """A sum that the style sheet works out: a switch that is off makes its layer or voice count nothing.

    >>> summed({("host", "H"): 36, ("excerpt", "A"): 400})
    '36*var(--on-host,1)*var(--on-H,1) + 400*var(--on-excerpt,1)*var(--on-A,1)'
    """
    on = "*var(--on-{},1)*var(--on-{},1)"
    return " + ".join(str(n) + on.format(*map(page.slug, cell)) for cell, n in cells.items()) or "0"


def body(article, looks, only=(), notes=page.FOLDED):
    """The paragraphs in boxes in boxes, as pieces of HTML. only: the numbers of those that are shown; where
    none, all are. notes: one of `page.NOTES`."""
    voices, opened, seen = voices_of(article), [], set()
    shown = [(one, its) for one, its in page.paired(article, looks) if not only or one.number in only]
    yield box("page", "The whole page", f"The whole page: {page.count(len(article.words))}")
    for layer, rows in groupby(shown, key=lambda pair: pair[0].layer):
        while opened and opened[-1] != layer and not _holds(opened[-1], layer):
            opened.pop()
            yield "</div>"
        if not opened or opened[-1] != layer:
            opened.append(layer)
            name = name_of(article, layer)
            yield box(layer, name, f"{name} (goes on)" if layer in seen else share_of_page(article, layer))
            seen.add(layer)
        yield '<ol class="ww-paragraphs" role="list">'
        for one, its_looks in rows:
            text = Markup("".join(spoken(one.words, its_looks, voices[one.number])))
            letter = page.unheard(one.voice, look="ww-letter")
            yield page.row(one, text, letter + page.unseen(f" Voice: {VOICES.get(one.voice, '')}."), notes)
        yield "</ol>"
    yield "</div>" * (len(opened) + 1)


def _holds(outer, inner):
    return 0 < DEPTH.get(outer, 1) < DEPTH.get(inner, 1)


def box(layer, name, title):
    """The beginning of a box: `name` for listeners, `title` above its paragraphs."""
    return (
        f'<div class="ww-box ww-in-{page.slug(layer)}" role="group" aria-label="{escape(name)}">'
        f'<h4 class="ww-boxname">{escape(title)}</h4>'
    )


def spoken(words, looks, voices, draw=None):
    """The words of a paragraph, each stretch of one voice in its own element, as pieces of HTML.

    draw: turns one word into HTML, otherwise than `drawn_words.drawn`.
    """
    start, lead = 0, words[0].before if words else ""
    for (voice, speaker, _), stretch in groupby(voices):
        end = start + len(list(stretch))
        gap, following = words[end - 1].gap, words[end].before if end < len(words) else ""
        # An opening mark belongs to the words after it, a closing one to the words before it.
        gap = gap[: len(gap) - len(following)] if gap.endswith(following) else gap
        closing = gap.split(" ", 1)[0]
        inside = escape(lead) + "".join(pieces(words[start:end], looks[start:end], draw)) + escape(closing)
        if voice in SAID:
            inside = announced(voice, speaker) + inside
        yield f'<span class="ww-v-{page.slug(voice)}">{inside}</span>'
        yield '<span class="ww-sr"> (end)</span>' if voice in SAID else ""
        yield escape(gap[len(closing) :])
        start, lead = end, following


def announced(voice, speaker):
    """What stands before a stretch that is not the writer's own: letter, speaker, and words for listeners."""
    by = f'<span class="ww-by">{escape(speaker)}:</span>' if speaker else ""
    said = f"({SAID[voice]}, {speaker}:) " if speaker else f"({SAID[voice]}:) "
    return (
        f'<span class="ww-who" aria-hidden="true"><b class="ww-letter">{voice}</b>{by}</span>'
        f'<span class="ww-sr">{escape(said)}</span>'
    )
