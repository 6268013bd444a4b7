"""Two texts word for word: what was kept, cut, changed, added and moved, and whose words those are."""

from collections import Counter

from ..display.charts import grid
from ..display.copies import FATES, Both, begins, bracketed, noted, places, side_by_side, who
from ..display.finding import Finding
from ..display.tables import joined
from ..display.yours import about_yours
from ..measures.copying import (
    ADDED,
    CHANGED,
    CUT,
    FEWEST_ALONE,
    FEWEST_IN_BLOCKS,
    KEPT,
    MOVED,
    compare,
    parted,
    share_kept,
)
from ..shelf.catalogue import choose, choose_one

MOST = 24  # paragraphs of a text that have a row or column of their own in the picture
NOBODY = "not noted"
COLUMNS = (
    "what happened", "words", "in the first", "whose words", "in the second", "whose words there", "begins",
)  # fmt: skip


def copies(one, other):
    """What two texts share, word for word, and what was cut, changed, added or moved between them:
    copies("warmup_harbour", "warmup_repost").

    one, other: a short name, or a text of your own. Both are compared as the other calls take them: all lines
    that stand in show(). A text in blocks is compared by the letters and syllables of its words.
    """
    first, second = choose([choose_one(one, call="copies()"), choose_one(other, call="copies()")])
    labels = [[whose[word.paragraph] for word in a.words] for a in (first, second) for whose in [who(a)]]
    found = parted(compare(first.words, second.words), *labels)
    table = _table(first, second, found)
    words = _in_words(first, second, found, labels)
    return Finding(
        title=f"{first.name} and {second.name}, word for word",
        table=table,
        words=words,
        held_constant="the rule: the same words in the same order count as one stretch, whoever wrote them. "
        "Capitals and the marks around words do not matter.",
        do_not_conclude="who copied whom, or that anybody did. Both may have it from a third text, and a "
        "short stretch may be a name or a quotation that both use. Nor that what was cut was hidden: every "
        "text leaves something out.",
        chart=_picture(first, second, found, words),
        more=tuple(_limits(first, second)),
        view=side_by_side(first, second, found, table),
    )


def _table(first, second, found):
    import pandas as pd

    both = Both(first, second)
    rows = []
    for stretch in found:
        sign, name, _ = FATES[stretch.fate]
        ours, theirs = both.of_first(stretch), both.of_second(stretch)
        mine, others = both.labels(stretch)
        start = f"{begins(ours)} → {begins(theirs)}" if stretch.fate == CHANGED else begins(ours or theirs)
        mine, others = (mine or NOBODY) if ours else "", (others or NOBODY) if theirs else ""
        rows.append((f"{sign} {name}", stretch.words, places(ours), mine, places(theirs), others, start))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _in_words(first, second, found, labels):
    same = sum(stretch.words for stretch in found if stretch.fate in (KEPT, MOVED))
    if not same:
        return f"{first.name} and {second.name} share no stretch of words that is long enough to count."
    moved = sum(stretch.words for stretch in found if stretch.fate == MOVED)
    changed = [stretch for stretch in found if stretch.fate == CHANGED]
    cut = Counter(labels[0][i] for s in found if s.fate == CUT for i in range(s.start, s.end))
    added = Counter(labels[1][i] for s in found if s.fate == ADDED for i in range(s.at, s.to))
    told = [
        f"{_share(first, found)} stand in {second.name}, too. {_share(second, found)} stand in {first.name}.",
        f"Moved to another place: {_many(moved)}." if moved else "",
        _changed(changed),
        f"Only in {first.name}: {_listed(cut)}." if cut else f"Only in {first.name}: nothing.",
        f"Only in {second.name}: {_listed(added)}." if added else f"Only in {second.name}: nothing.",
        "Nobody can tell from this who copied whom.",
    ]
    return " ".join(filter(None, told))


def _share(article, found):
    many, share = len(article.words), share_kept(found, len(article.words))
    percent = 100 if share == 1 else min(round(100 * share), 99)  # only all is 100 %
    return f"{round(share * many):,} of the {many:,} words of {article.name} ({percent} %)"


def _changed(changed):
    if not changed:
        return ""
    old, new = sum(s.end - s.start for s in changed), sum(s.to - s.at for s in changed)
    where = "one place" if len(changed) == 1 else f"{len(changed)} places"
    return f"Changed in {where}: {_many(old)} of the first stand where the second has {new:,}."


def _many(number):
    return f"{number:,} word{'s' * (number != 1)}"


def _listed(counts):
    """How many words of whom: `38 words (the host, headline) and 18 words (site furniture)`."""
    return joined([_many(number) + bracketed(whose) for whose, number in counts.items()])


def _picture(first, second, found, words):
    """How many words each paragraph shares with each; None where there would be nothing or too much."""
    import pandas as pd

    shared = Counter()
    for stretch in found:
        if stretch.fate in (KEPT, MOVED):
            for n in range(stretch.words):
                shared[first.words[stretch.start + n].paragraph, second.words[stretch.at + n].paragraph] += 1
    rows, columns = (sorted({pair[side] for pair in shared}) for side in (0, 1))
    if not shared or max(len(rows), len(columns)) > MOST:
        return None
    boxes = pd.DataFrame(
        {"first": f"first ¶{i}", "second": f"second ¶{j}", "shared": shared[i, j],
         "words": str(shared[i, j] or "")}
        for i in rows for j in columns
    )  # fmt: skip
    return grid(boxes, words, "first", "second", "shared", "words")


def _limits(first, second):
    yield (
        f"The first text is {first.name}, the second {second.name}. In the picture a number says how many "
        "words two paragraphs share."
    )
    yield (
        f"A stretch counts from {FEWEST_ALONE} words in a row, from fewer where others lie near. Of words "
        "that a text says twice, one place is paired. Marks, and signs that are no words, are not compared."
    )
    locked = [article.name for article in dict.fromkeys((first, second)) if article.locked]
    if locked:
        yield (
            f"In blocks: {joined(locked)}. So letters and syllables were compared, and words where both can "
            f"be read. Only stretches from {FEWEST_IN_BLOCKS} words count then, their ends may be a word or "
            "two off, and small changes can be missed."
        )
    for article in dict.fromkeys((first, second)):
        if len(article.paragraphs) < len(article.page):
            yield f"{article.name}: its own words are compared, not the rest of the page that they stand on."
    mine = [article.name for article in dict.fromkeys((first, second)) if not noted(article)]
    if mine:
        yield f"Who wrote which line of {joined(mine)} was not noted."
    yield from about_yours(list(dict.fromkeys((first, second))))
