"""Who the loaded words of the articles are about: a table made by hand, for the editions."""

from functools import cache

from ..files import table_rows


@cache
def targets():
    """(article, term, n-th hit of the term in the article) → who it is about.

    US, Iraq (its state), Iraqi people, militias, Iran, ISIS, West, Canada, other or none; two where the word
    is about both. The makers' reading: whom the word judges, blames or praises, not who says it.

    >>> targets()["trt", "subjugation", 1], targets()["neo", "occupier", 1]
    ('Iran', 'US')
    """
    return {
        (row["article"], row["term"], int(row["nth"])): row["target"]
        for row in table_rows("lexicon", "targets.csv")
    }


def target_of(article, found):
    """For each hit of an article's edition, in order, who it is about; None where the table does not say."""
    seen, answers = {}, []
    for hit in found:
        seen[hit.term] = seen.get(hit.term, 0) + 1
        answers.append(targets().get((article, hit.term, seen[hit.term])))
    return answers
