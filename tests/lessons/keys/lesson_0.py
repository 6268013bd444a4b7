"""The keys of Lesson 0, computed from the warm-up set."""

from whosewords.shelf.catalogue import articles

PAGES = {name: articles[f"warmup_{name}"] for name in ("official", "harbour", "courier", "repost")}
PHRASES = {"seven": "seven", "desk-dwellers": "desk-dwellers", "steal": "steal", "midnight": "midnight"}


def paragraphs(page):
    return {paragraph.text for paragraph in page.paragraphs}


def shared():
    return [a for a in PAGES if any(paragraphs(PAGES[a]) & paragraphs(PAGES[b]) for b in PAGES if b != a)]


def backed():
    report = PAGES["harbour"].paragraphs[1].text.casefold()
    return {item: "report" if word in report else "headline" for item, word in PHRASES.items()}


def reposted():
    (name,) = (
        name
        for name, page in PAGES.items()
        if {"host", "excerpt"} <= {paragraph.layer for paragraph in page.page}
    )
    return name


RECOMPUTED = {
    "0.p1": lambda: str(len({page.date_event for page in PAGES.values()})),
    "0.1": shared,
    "0.2": backed,
    "0.3": reposted,
}
