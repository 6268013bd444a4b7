"""Words that a text names and that nobody said: denied, asked for, supposed, refused; and the author's own.

`Roe did not call it “a ruin”`, `Did Roe say that it fell?`, `If Roe says so, …`, `Nobody said that …`. And
subjects that are no speakers: `I think that …` is the author, `history shows that …` is nobody.
"""

from .english import english

NEAR = 7  # tokens before a verb in which a word can take it back


def unsaid(row, verb, subject, modal=False):
    """Whether a row says that `verb` was not spoken by `subject`, given as (first, last + 1) of its tokens.

    modal: whether `may say` and `will say` count as unsaid, too.
    """
    first, end = subject or (verb.start, verb.start)
    if _taken_back(row, max(end if end <= verb.start else 0, verb.start - NEAR), verb.start, modal):
        return True
    nobody, lead = english("nobody"), row[first - 1].low if first else ""
    if row[first].low in nobody or row[first].low == "not" or lead in nobody or lead == "nor":
        return True
    asked = _asked(row) and (first < 3 or row[first].low == "who" or row[1].low == "it")
    return asked or _supposed(row, first)


def _taken_back(row, low, high, modal):
    """Whether a word before the verb takes it back: never said, refused to say, without saying."""
    for j in range(high - 1, low - 1, -1):
        word = row[j].low
        if row[j].kind != "w" or word in ("and", "or", "but", "who", "which", "because", "when"):
            return False
        if word in ("might", "may") and not row[j].capital:
            return True
        if word == "have" and j and row[j - 1].low in ("would", "could", "should"):
            return True
        if word in english("taken_back") or word.endswith("n't") or (modal and word in english("modal")):
            return True
        if word in english("taken_back_to") and row[j + 1].low in ("to", "yet"):
            return True
    return False


def _supposed(row, first):
    """Whether the clause whose subject is at token `first` is a condition."""
    only = first - 1 if first > 1 and row[first - 1].low == "only" else first
    if only and row[only - 1].low in english("condition"):
        return True
    return row[0].low in ("had", "should", "nor", "never") and first in (1, 2)


def _asked(row):
    """Whether a row is a question that begins with its verb, or with who."""
    return row[-1].kind == "." and "?" in row[-1].text and row[0].low in english("asking")


def own(row, subject):
    """Whether the subject is the author: I, we."""
    return subject[1] - subject[0] == 1 and row[subject[0]].low in ("i", "we")


def speaks(row, subject, verb):
    """Whether a subject can say something with this verb: a report shows, history does not."""
    first, end = subject
    words = [token.low for token in row[first:end]]
    head = next((i for i, word in enumerate(words) if i and word in english("prepositions")), len(words))
    if words[head - 1] in english("things") or words[0] in ("there", "there's", "let"):
        return False
    if verb.term not in english("showing"):
        return True
    if words[0] in ("it", "this", "that", "these", "those", "which", "what"):
        return False
    if verb.term in ("suggest", "reveal", "confirm"):
        return True
    named = any(token.capital for token in row[first + (first == 0) : end])
    return named or words[0] in ("he", "she", "they") or not english("bodies", "papers").isdisjoint(words)
