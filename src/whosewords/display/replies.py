"""How a question and an answer to an answer look: pieces of a card."""

from .html import bullets, code, element, lined, named, paragraph, strong, style, together


def card(*inside):
    """What is asked or answered, with the look that it brings along."""
    return together(style(), element("div", inside, look="ww-task"))


def question(top, asked):
    """A head line, where there is one, and a question: a heading for those who listen."""
    return together(top and head(top), paragraph(asked, look="ww-question", role="heading", aria_level="3"))


def head(line):
    """The small line over a question."""
    return paragraph(line, look="ww-head")


def part(line, mark=""):
    """The line over a part of a card, with its mark in words where it has one."""
    told = (" ", element("span", mark, look="ww-mark")) if mark else None
    return paragraph(line, told, look="ww-item")


def in_place(number, line, mark="", is_code=False):
    """A line of several in order, behind its place, with its mark in words where it has one."""
    told = element("span", mark, look="ww-mark") if mark else None
    return paragraph(f"{number}. ", code(line) if is_code else line, told and (" ", told), look="ww-placed")


def told_place(sentence):
    """Where a line stands after a tap: a screen reader tells it by itself."""
    return paragraph(sentence, look="ww-small", role="status")


def small(line):
    """A line in smaller letters; nothing where there is none."""
    return paragraph(line, look="ww-small") if line else together()


def sample(text):
    """An answer in words, as it was written."""
    return element("div", paragraph(lined(text)), look="ww-sample")


def still(*inside):
    """What is asked and answered as a card without controls, with the look that it brings along."""
    return card(element("div", inside, look="ww-twin"))


def rubric(lines):
    """What a good answer has, point by point; nothing where nothing is asked for."""
    return together(small("What a good answer has:"), bullets(lines)) if lines else together()


def reply(result, lines):
    """An answer to an answer, which a screen reader tells by itself when it appears.

    result: "right", "close", "not yet" or "saved". lines: with `kind`, `head`, `text` and `items`.
    """
    look = f"ww-reply ww-{result.replace(' ', '-')}"
    return element("div", map(line_html, lines), role="status", look=look)


def line_html(line):
    """A `Line` of what is told, as a piece: its head, its text, its items one under the other."""
    look, text = f"ww-{line.kind or 'plain'}", lined(line.text)
    told = named(line.head, text, look=look) if line.head else paragraph(text, look=look)
    return element("div", told, bullets(line.items), look=f"{look}-list") if line.items else told


def hit(place, shown, summary):
    """A hit to judge: where it stands, its sentence, and our summary of the paragraph."""
    in_short = named("In short (ours)", summary, look="ww-small") if summary else None
    return together(head(place), shown, in_short)


def tagged(context, shown):
    """A phrase to tag: what its sentence is about, in our words, and the sentence."""
    return together(paragraph(context, look="ww-small"), shown)


def steady(*inside):
    """What changes under buttons: as high as a long sentence, so that the buttons stay where they are."""
    return element("div", inside, role="status", style="min-height:21rem")


def onward(line):
    """The sentence over the lessons: where to go on."""
    return paragraph(strong(line), style="font-size:1.1em")
