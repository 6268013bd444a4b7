"""What the texts of an event say of themselves about each line of the licence: facts to decide by."""

from .rules import UNKNOWN
from .voices import may_count, shares


def fact(event, what):
    """A sentence about one line of the licence, for a reader who decides."""
    return {
        "event": _event, "dates": _dates, "kind": _field("genre"), "length": _length, "writer": _writer,
        "language": _field("language"),
    }[what](event)  # fmt: skip


def _event(event):
    told = [f"{row['text']}: {row['event']}" for row in event.rows("matrix") if row["role"] == "main"]
    return f"What each is about, by step 2: {'; '.join(told) or 'not noted yet'}."


def _dates(event):
    told = [f"{a.id}: written {a.date_written}, posted {a.date_posted}" for a in event.articles]
    return f"{'; '.join(told)}."


def _field(name):
    def told(event):
        said = {a.id: getattr(a, name) for a in event.articles}
        same = len(set(said.values())) == 1 and UNKNOWN not in said.values()
        listed = "; ".join(f"{id}: {value}" for id, value in said.items())
        return f"{listed}. {'All say the same.' if same else ''}".strip()

    return told


def _length(event):
    return "; ".join(f"{a.id}: {len(a.body):,} words" for a in event.articles) + "."


def _writer(event):
    told = []
    for article in event.articles:
        layers = dict.fromkeys(p.layer for p in article.paragraphs if p.layer != "furniture")
        found = shares(article.id)
        said = f"{sum(found.get(letter, 0) for letter in 'QI')} words of others"
        if not may_count(event, article.id):
            said = "how many words are of others is not counted (the rule for voices is for English)"
        told.append(f"{article.id}: {', '.join(layers)}, {said}")
    return f"{'; '.join(told)}."
