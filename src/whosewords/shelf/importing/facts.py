"""What a page says of itself: title, author, date, outlet. Proposals, for a reader to correct."""

import re
from itertools import pairwise
from types import SimpleNamespace
from typing import NamedTuple

from .encodings import mended
from .reading import BYLINE, HEADLINE
from .roles import folded

NAME = re.compile(
    r"(?:written |posted |reported |story |text )?by\W+"
    r"((?:[^\W\d_][\w.’'-]*|&)(?:,? (?:[^\W\d_][\w.’'-]*|&)){0,7})",
    re.I,
)
NO_NAME = re.compile(
    r"[\s,]+(?:says|staff writer|staff|reporter|correspondent|(?:on|posted|published|updated)\b.*|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\s+\d.*)?)$",
    re.I,
)
EDITED = re.compile(r"\b(?:edited|edition|translated)\b", re.I)
NEAR = 12  # blocks between a headline and its byline, at most
PUBLISHED = "article:published_time"  # the name under which pages tell other programs
DAY = re.compile(r"\d{4}-\d\d-\d\d")
NEW_YEAR = "-01-01"  # what the library gives where it saw a year and no day


class Facts(NamedTuple):
    """What a page says of itself; "" where it does not. "; " divides authors, date: YYYY-MM-DD."""

    title: str = ""
    author: str = ""
    date: str = ""
    outlet: str = ""


HEAD = {  # what a page says of itself in its head, by the names that most pages use
    "title": ("og:title", "twitter:title", "dc.title"),
    "author": ("author", "article:author", "dc.creator"),
    "date": ("article:published_time", "date", "dc.date"),
    "sitename": ("og:site_name", "application-name"),
}


def named(soup):
    """What stands in the head of a page, where trafilatura is not here to look further."""
    said = {
        str(tag.get("property") or tag.get("name") or "").lower(): str(tag.get("content") or "")
        for tag in soup.find_all("meta")
    }
    found = {one: next((said[name] for name in names if said.get(name)), "") for one, names in HEAD.items()}
    title = found["title"] or (soup.title.get_text() if soup.title else "")
    author = "" if "://" in found["author"] else found["author"]
    day = DAY.match(found["date"])
    return SimpleNamespace(**{**found, "title": title, "author": author, "date": day[0][:10] if day else ""})


def stated(found, soup, source):
    """What trafilatura found in the page's own data about itself, without what is plainly wrong."""
    title, author, date, outlet = (
        " ".join(mended(getattr(found, name, None) or "").split())
        for name in ("title", "author", "date", "sitename")
    )
    if date.endswith(NEW_YEAR) and date not in source:
        date = ""
    published = soup.find("meta", property=PUBLISHED) or {}
    date = published["content"][:10] if DAY.match(published.get("content") or "") else date
    title = re.sub(rf"\s+[|–—:·-]\s+{re.escape(outlet)}$", "", title, flags=re.I) if outlet else title
    return Facts(title, _names(author), date, "" if outlet == title else outlet)


def improved(facts, blocks):
    """Facts as the page shows them, where it does: the headline and the byline beside it."""
    at = next((i for i, block in enumerate(blocks) if block.role == HEADLINE), None)
    if at is None:
        return facts
    headline = blocks[at].text
    title = headline if not facts.title or len(headline) < len(facts.title) else facts.title
    beside = blocks[max(0, at - 3) : at + NEAR]
    near = [block.text for block in beside if block.role == BYLINE]
    # Some pages set “by” apart from the name that follows it.
    near += [
        f"by {name.text}" for by, name in pairwise(beside) if folded(by.text) == "by" and len(name.text) < 60
    ]
    shown = next((name for text in near if (name := NAME.match(text))), None)
    author = _names(shown[1]) if shown else ""
    # A byline set in capitals, or run together with what follows it, is worse than the page's own data.
    if not author or author.isupper() or (facts.author and folded(facts.author) in folded(author)[:-1]):
        author = facts.author
    return facts._replace(title=title, author=author or facts.author)


def _names(author):
    """Names without what stands around them in a byline."""
    names = (
        NO_NAME.sub("", re.sub(r"^\W*by\W+", "", name, flags=re.I)).strip(" ,") for name in author.split(";")
    )
    return "; ".join(name for name in names if name and not EDITED.search(name))
