"""The reading view as plain text: what a terminal, a printout or a diff shows."""

from textwrap import fill

from ...shelf.blackout import BLOCK
from . import layers, page

WIDTH = 90


def as_text(article, layered=False, only=(), notes=page.FOLDED):
    """An article as text: its facts, then each paragraph after our sentence, masked words as blocks."""
    article = layers.with_headlines(article)
    article = layers.whole_page(article) if layered else article
    lines = [f"{article.name} · {article.outlet}", article.headline, f"Author: {article.author or 'unknown'}"]
    lines += [f"{what}: {date}" for what, date in page.dates(article).items()]
    lines += [article.genre, article.note, f"{article.rights.rstrip('.')}. {page.state_of(article)}"]
    lines += [page.left_out(article, only)] if only else []
    last = None
    for paragraph in article.paragraphs:
        if only and paragraph.number not in only:
            continue
        if layered and paragraph.layer != last:
            last = paragraph.layer
            lines += ["", f"[{layers.share_of_page(article, last)}]"]
        lines += ["", f"¶{paragraph.number}" + (f" {paragraph.role}" if paragraph.role != "body" else "")]
        if paragraph.content_note:
            lines.append(paragraph.content_note)
            if notes != page.OPEN:
                continue
        if paragraph.precis:
            lines.append(fill(f"In short (ours): {paragraph.precis}", WIDTH))
        lines.append(fill(text_of(paragraph.words), WIDTH))
    return "\n".join(lines)


def text_of(words):
    """Words as a line of text, a block for each masked letter.

    >>> from whosewords.words import read
    >>> text_of([word._replace(text=None) if word.text == "left" else word for word in read("“He left.”")])
    '“He ▇▇▇▇.”'
    """
    lead = words[0].before if words else ""
    texts = (BLOCK * word.letters if word.text is None else word.text for word in words)
    return lead + "".join(text + word.gap for text, word in zip(texts, words, strict=True))
