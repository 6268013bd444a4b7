"""What a page states as data (JSON). Some pages hold their text there alone: a script shows it."""

import json
import re
from html import escape, unescape
from itertools import islice

OPENS = re.compile(r"(?:^\W{0,20}?|=\s*|\(\s*)(?=[\[{])", re.M)
MOST_TRIED = 50  # places of a script where data may begin
MARKUP = re.compile(r"</?[A-Za-z][^<>]*>")
NOT_TEXT = re.compile(
    r"descr|summar|excerpt|caption|alt|copyright|seo|meta|legal|cookie|privacy|url|src|style", re.I
)
PROSE = re.compile(r"(?:\S+\s+){7,}\S+[.!?…][\"'”’»)\]]*\s*$")  # eight words and a stop
ENOUGH = 60  # words, where nothing calls them the body of an article


def article_in(soup):
    """The text that a page's data give for its article, as the source of a page; "" where they give none.

    It is what they call `articleBody` (schema.org); else whatever reads as prose, where there is enough.
    """
    stated = [list(_strings(data)) for script in soup.find_all("script") for data in _data(script)]
    bodies = [value for strings in stated for key, value in strings if key.lower() == "articlebody"]
    if bodies:
        return _as_page([max(bodies, key=len)])
    prose = [
        dict.fromkeys(
            value for key, value in strings if not NOT_TEXT.search(key) and PROSE.search(_bare(value))
        )
        for strings in stated
    ]
    longest = max(prose, key=lambda found: sum(map(len, found)), default=())
    return _as_page(longest) if sum(len(_bare(value).split()) for value in longest) >= ENOUGH else ""


def _data(script):
    """The data in a script: what it is, or what it gives to a name or a call."""
    text, end = script.string or "", 0
    for place in islice(OPENS.finditer(text), MOST_TRIED):
        if place.end() >= end:
            try:
                data, end = json.JSONDecoder(strict=False).raw_decode(text, place.end())
            except (ValueError, RecursionError):
                continue
            yield data


def _strings(data):
    """All strings in data, in order, each with the name it stands under."""
    waiting = [("", data)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, dict):
            waiting.extend(reversed(value.items()))
        elif isinstance(value, list):
            waiting.extend((key, each) for each in reversed(value))


def _bare(text):
    return MARKUP.sub(" ", unescape(text)).strip()


def _as_page(texts):
    """Texts as the source of a page: markup stays, of other texts each line is a paragraph."""
    made = []
    for text in texts:
        text = unescape(text) if "&lt;" in text and "<" not in text else text
        if MARKUP.search(text):
            made.append(f"<div>{text}</div>")
        else:
            made += [f"<p>{escape(unescape(line))}</p>" for line in text.splitlines()]
    return "".join(made)
