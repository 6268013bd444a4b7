"""A list of one's own: read from a file, changed word by word, and what that does to the counts."""

from ..display.html import bullets, paragraph, table, wide
from ..lexicon.own import OwnList, differences, own_list
from ..measures.rates import OWN, SAID, placed_hits
from ..shelf.catalogue import choose

MOST_TOLD = 20  # problems of a file that are told one by one


class MyList(OwnList):
    """A list of loaded words that `count` and `loaded_language` take as `words=`."""

    def __repr__(self):
        return "\n".join([self._summary(), *self._problems()])

    def _repr_html_(self):
        return paragraph(self._summary()) + bullets(self._problems())

    def _summary(self):
        on = sum(entry.on for entry in self.entries)
        return f"“{self.name}”: {len(self.entries):,} entries, {on:,} of them on. {differences(self.entries)}"

    def _problems(self):
        more = len(self.problems) - MOST_TOLD
        return (*self.problems[:MOST_TOLD], *([f"… and {more} more lines like these."] if more > 0 else []))


def use_list(path=None):
    """A list of your own: loaded_language(words=use_list("my_list.csv")).

    path: a CSV file with the columns term and category; without one, the list that you made with my_list().
    Lines that cannot be used are named and left out; a file that is no list leaves ours in place.
    """
    found = own_list(path)
    return MyList(found.name, found.entries, found.problems)


def effect(entries, category=None, texts=None):
    """What a list changes in the counts: (text, voices, with ours, with this list) for each text.

    category: one category, or all that can be counted. Counts of hits, raw.
    """
    rows = []
    for article in choose(texts):
        ours, mine = placed_hits(article), placed_hits(article, entries)
        for name, voices in (("author’s voice (A + H)", OWN), ("quoted and reported (Q + I)", SAID)):
            numbers = (
                sum(p.voice in voices and not p.candidate and category in (None, p.category) for p in listed)
                for listed in (ours, mine)
            )
            rows.append((article.name, name, *numbers))
    return rows


def effect_html(entries, category=None, texts=None):
    """The same as a table; what did not change says so in words."""
    rows = effect(entries, category, texts)
    cells = [
        (
            text,
            voices,
            str(ours),
            str(mine),
            f"{mine - ours:+d}".replace("-", "−") if mine != ours else "the same",
        )
        for text, voices, ours, mine in rows
    ]
    names = ("Text", "Voice", "Our list", "Your list", "Change")
    return wide(table(names, cells), "What your list changes")
