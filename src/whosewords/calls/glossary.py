"""Words and names that the lessons use, each explained in a sentence or two, from data/glossary.toml."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from .. import files
from ..display import glossary as looks
from ..problems import Problem, arrived, nearest

# What holds no running text: code, links, headings, comments of HTML.
NOT_TEXT = re.compile(r"`[^`]*`|\[[^\]]*\]\([^)]*\)|^#+ .*$|<[^>]*>", re.M)
BOLD = re.compile(r"\*\*.+?\*\*", re.S)


@dataclass(frozen=True)
class Entry:
    """A word or a name. say: how to say a name. source: of a fact, with its date. forms: how else it is
    written."""

    name: str
    means: str
    say: str = ""
    source: str = ""
    forms: tuple = ()

    @property
    def id(self):
        """A short name for links, such as "air-strike"."""
        return re.sub(r"\W+", "-", self.name.casefold())

    @cached_property
    def pattern(self):
        """What finds the word in a text; a name keeps its capitals."""
        written = sorted((self.name, *self.forms), key=len, reverse=True)
        either = "|".join(map(re.escape, written)).replace(r"\ ", r"\s+")
        return re.compile(rf"(?<![\w-])(?:{either})(?:s)?(?![\w-])", 0 if self.say else re.I)

    def __repr__(self):
        said = f" (say: {self.say})" if self.say else ""
        known = f" ({self.source})" if self.source else ""
        return f"{self.name}{said}: {self.means}{known}"


class Glossary(tuple):
    """Entries, shown as a list of words with what they mean."""

    def __repr__(self):
        return "\n".join(map(repr, self))

    def _repr_html_(self):
        return looks.listed(self)


def glossary(word=None):
    """What a word or a name of the lessons means, and how to say a name: glossary("militia").

    word: as it stands in a lesson; all of them where nothing is given.

    >>> glossary("militias")
    militia: An armed group that is no regular army. The word is seldom friendly.
    """
    if word is None:
        return Glossary(entries())
    if not isinstance(word, str) or not word.strip():
        raise Problem('glossary() needs a word in quotation marks, such as "militia". glossary() shows all.')
    asked = " ".join(word.split())
    found = [one for one in entries() if one.pattern.fullmatch(asked) or _loose(one).fullmatch(asked)]
    if not found:
        near = nearest(asked, {one.name: one.name for one in entries()})
        hint = f" Did you mean “{near}”?" if near else ""
        raise Problem(f"“{arrived(word)}” is not in the glossary.{hint} glossary() shows all its words.")
    return Glossary(found)


def _loose(entry):
    """A name as somebody types it who leaves out its capitals."""
    return re.compile(entry.pattern.pattern, re.I)


@cache
def entries():
    """All entries, in the order of the alphabet; none where a folder of data has no glossary."""
    if not files.data("glossary.toml").is_file():
        return ()
    table = files.settings("glossary.toml")
    rows = (*table.get("word", ()), *table.get("name", ()))
    made = (Entry(**{**row, "forms": tuple(row.get("forms", ()))}) for row in rows)
    return tuple(sorted(made, key=lambda one: one.name.casefold()))


def new_words(texts):
    """For each of the texts of a lesson, in Markdown: the entries whose word stands there for the first time.

    What a text prints in bold, it explains itself: a word is then told and left out. A name is explained even
    so, since nobody can guess how to say it.

    >>> list(new_words(["A `deck`, a **host**, militias.", "A host and a deck near Kirkuk, a militia."]))[0]
    [militia: An armed group that is no regular army. The word is seldom friendly.]
    """
    told = set()
    for text in texts:
        plain = NOT_TEXT.sub(" ", text)
        bold = " ".join(BOLD.findall(plain))
        places = {one: one.pattern.search(plain) for one in entries() if one not in told}
        found = sorted((one for one in places if places[one]), key=lambda one: places[one].start())
        told.update(found)
        yield [one for one in found if one.say or not one.pattern.search(bold)]
