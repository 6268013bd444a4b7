"""The keys of Lesson 0, computed from the warm-up set."""

from whosewords.classroom.exercises import exercise
from whosewords.shelf.catalogue import articles

PAGES = {name: articles[f"warmup_{name}"] for name in ("official", "harbour", "courier", "repost")}


def paragraphs(page):
    return {paragraph.text for paragraph in page.paragraphs}


def shared():
    return [a for a in PAGES if any(paragraphs(PAGES[a]) & paragraphs(PAGES[b]) for b in PAGES if b != a)]


def backed():
    """Which words of the Gull's headline stand in what it took from the Lamp, too."""
    page, lamp = PAGES["repost"], paragraphs(PAGES["harbour"])
    taken = " ".join(paragraph.text for paragraph in page.paragraphs if paragraph.text in lamp).casefold()
    items = exercise("0.5").items
    assert all(item.id in page.headline.casefold() for item in items)
    return {item.id: "report" if item.id in taken else "headline" for item in items}


RECOMPUTED = {
    "0.p1": lambda: str(len({page.date_event for page in PAGES.values()})),
    "0.1": shared,
    "0.5": backed,
}
