"""The speech verbs of a row of tokens: where one stands, and where the same word is a noun."""

from typing import NamedTuple

from .english import english, forms

LOOK_BACK = 24  # tokens; a quotation this near before makes “notes” a verb
PLURAL = frozenset(["they", "we", "i", "you", "who", "people", "police", "some", "many", "others"])
UNINFLECTED = ("put it", "read", "in the words of", "cut in")  # the past has no form of its own


class Verb(NamedTuple):
    """A speech verb: the tokens it covers, its dictionary form, how it may be used (see `english.forms`)."""

    start: int
    end: int
    term: str
    use: str
    passive: bool
    participle: bool


def verb_at(row, i):
    """The speech verb that begins at token `i`, or None where there is none or the word is a noun there.

    >>> from whosewords.voices.rows import rows
    >>> s = "Officials in the United States say so, a report says."
    >>> [row] = rows(s, [(0, len(s))])
    >>> [verb.term for i in range(len(row)) if (verb := verb_at(row, i))]
    ['say', 'say']
    """
    token = row[i]
    listed = forms().get(token.low)
    if listed is None or token.kind != "w":
        return None
    if token.capital and i and row[i - 1].kind not in "q:":
        return None
    found = listed[0] if len(listed) == 1 and len(listed[0][0]) == 1 else _standing(listed, row, i)
    if found is None:
        return None
    form, term, use = found
    end, ing = i + len(form), token.low.endswith("ing")
    j = i - 1
    while j >= 0 and (
        row[j].adverb or row[j].low in ("not", "still", "also", "now", "often", "once", "then")
    ):
        j -= 1
    named = j >= 0 and (row[j].capital or row[j].low in english("pronouns"))
    plain = form[0] == term.split()[0] and term not in UNINFLECTED
    if _noun(row, i, end, named) or (plain and not _plural(row, i)):
        return None
    held = token.low in english("held") and end < len(row) and row[end].low == "to"  # thought to be
    passive = (held or (j >= 0 and row[j].low in english("be"))) and not ing
    return Verb(i, end, term, use, passive, ing)


def verbs(row, low, high):
    """Every token from `low` to before `high` at which a speech verb begins."""
    known = forms()
    for i, token in enumerate(row[low:high], low):
        if token.low in known and verb_at(row, i):
            yield i


def _standing(listed, row, i):
    """The longest of these forms that stands at token `i`."""
    for each in listed:
        if [token.low for token in row[i : i + len(each[0])]] == each[0]:
            return each
    return None


def _noun(row, i, end, named):
    """Whether the word is a noun here (“the report”); `named`: a name or pronoun goes before."""
    before = row[i - 1].low if i and row[i - 1].kind == "w" else ""
    if before.endswith(("'s", "s'")) or (
        before in english("determiners") and before not in ("all", "both", "each")
    ):
        return True
    owned = i > 1 and row[i - 2].low.endswith("'s") and row[i].low.endswith("ing") and not row[i - 1].adverb
    counted = row[i].low in english("ambiguous") and any(
        token.low.isdigit() for token in row[max(0, i - 2) : i]
    )
    fed = row[i].low in english("ambiguous") and row[i].low.endswith("s") and i and verb_at(row, i - 1)
    if owned or counted or fed or before in ("other", "recent", "latest", "previous", "own", "new"):
        return True
    if before in english("prepositions") and not row[i].low.endswith("ing") and not _to_say(row, i):
        return True
    if end < len(row) and row[end].low in english("be") and not named:
        return True
    return row[i].low in english("ambiguous") and not _reportable(row, i, end, named)


def _reportable(row, i, end, named):
    """Whether something that can be reported follows, or a quotation went before."""
    while end < len(row) and (row[end].adverb or row[end].low in english("days")):
        end += 1
    told = any(token.kind == "q" for token in row[max(0, i - LOOK_BACK) : i])
    if end == len(row) or row[end].kind in ",.":
        return named or told
    if told and row[i - 1].kind == ",":  # “…,” Smith, of the museum, notes in a letter
        return True
    token = row[end]
    if token.kind != "w":
        return token.kind in "q:"
    if token.capital or token.low in english("clause") or token.low in ("that", "to"):
        return True
    small = token.low in english("prepositions") or token.low in ("and", "or", "have", "had")
    return named and not small


def _to_say(row, i):
    """Whether “to” before token `i` belongs to a verb: “continued to insist”, “refused to call it”."""
    lead = row[i - 2].low if i > 1 and row[i - 1].low == "to" else ""
    return lead in english("taken_back", "taken_back_to", "goes_on")


def _plural(row, i):
    """Whether the word before token `i` can be the subject of a verb in its plain form (“officials say”)."""
    if not i or row[i - 1].kind != "w":
        return False
    low = row[i - 1].low
    if low == "to":
        return _to_say(row, i)
    if any(token.low in english("perceive") for token in row[max(0, i - 4) : i]):
        return True  # “heard Smith say”
    plural = low.endswith(("s", "n't")) and not low.endswith(("ous", "ss", "'s"))
    return plural or row[i - 1].adverb or low in english("skipped") or low in PLURAL
