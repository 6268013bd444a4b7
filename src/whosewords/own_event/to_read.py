"""The texts of an event, to be read beside its steps."""

from ..display.html import paragraph, together, unfold


def to_read(event):
    """The texts of an event, each behind a line to open: whoever looks for words need not leave the step."""
    return together(
        unfold(f"Read {article.id}", (paragraph(f"¶{one.number} ", one.text) for one in article.paragraphs))
        for article in event.articles
    )
