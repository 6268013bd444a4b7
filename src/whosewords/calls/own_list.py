"""A list of one's own: read from a file, changed word by word, and what that does to the counts."""

from ..display.html import bullets, paragraph, table, together, wide
from ..display.tables import joined
from ..lexicon import load
from ..lexicon.own import OwnList, differences, own_list
from ..measures.rates import OWN, SAID, placed_hits
from ..shelf.catalogue import choose

MOST_TOLD = 20  # problems of a file that are told one by one
MOST_NAMED = 5  # words that are named one by one


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
    """The same as a table; what did not change says so, and so does what nobody sees in blocks."""
    new = only_in(entries)
    blocks = {article.name for article in choose(texts) if article.locked} if new else ()
    cells = [
        (text, voices, str(ours), str(mine), _change(ours, mine, text in blocks))
        for text, voices, ours, mine in effect(entries, category, texts)
    ]
    names = ("Text", "Voice", "Our list", "Your list", "Change")
    told = paragraph(_hidden(new)) if blocks else None
    return together(wide(table(names, cells), "What your list changes"), told)


def only_in(entries):
    """The terms of a list that count words which ours does not count."""
    ours = {form for entry in load() if entry.on for form in entry.forms}
    return [entry.term for entry in entries if entry.on and not ours.issuperset(entry.forms)]


def _change(ours, mine, in_blocks):
    """How a number changed, in a cell of the table.

    >>> _change(3, 1, False), _change(3, 3, False), _change(3, 3, True), _change(3, 2, True)
    ('−2', 'the same', 'seen only unlocked', '−1; more only unlocked')
    """
    if mine == ours:
        return "seen only unlocked" if in_blocks else "the same"
    return f"{mine - ours:+d}".replace("-", "−") + "; more only unlocked" * in_blocks


def _hidden(new):
    named = joined([f"“{term}”" for term in new[:MOST_NAMED]])
    more = f" and {len(new) - MOST_NAMED} more" if len(new) > MOST_NAMED else ""
    return (
        f"Only your list has {named}{more}. A block shows its length and not its word, so nobody can say how "
        "often such a word stands there: unlock the text, and this table counts it. In a text of your own it "
        "is counted at once."
    )
