"""The glossary: a list of words with what they mean, and the fold that stands below a text with new words."""

from .html import code, element, strong, together, unfold

MORE = together("All words: ", code("glossary()"))


def listed(entries):
    """Entries as a list of definitions."""
    return element("dl", [(element("dt", strong(one.name)), means(one)) for one in entries])


def means(entry):
    """What an entry says below its word."""
    return element("dd", spoken(entry), entry.means, source(entry))


def spoken(entry):
    """How to say a name."""
    return together("Say: ", element("em", entry.say), ". ") if entry.say else None


def source(entry):
    """Where the fact of an entry is from."""
    return element("small", f" ({entry.source})") if entry.source else None


def fold(entries):
    """New words of a text, folded away below it, in one line: Markdown takes it as it is."""
    inside = [together(strong(one.name), ": ", spoken(one), one.means, element("br")) for one in entries]
    return unfold(f"Words: {', '.join(one.name for one in entries)}", inside, MORE)
