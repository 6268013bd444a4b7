"""What a line of a text is as a whole: the author's paragraph, a heading, an editor's note, or boilerplate.

A rule for any text. The articles of the shelf need none: what each of their lines is was noted by hand.
"""

import re
import tomllib
from functools import cache

from .. import files
from ..words import WORD

HEADING = 18  # words; a longer line without an end mark is a paragraph that lost its full stop
LONG = 400  # characters; in a longer line only its beginning can show that it is boilerplate
EDITOR = re.compile(r"\s*(?:editor(?:[’']s|ial)? note|ed\. note|note from the editor)\b", re.I)
END_MARKS, CLOSING = tuple(".?!…:;,"), "\"'”’»)]_*"
# An item of a list, or the name under a quotation: no heading.
ITEM = re.compile(r"[–—]\S|(?:[-–—•*·▪◦‣»+]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
OPENERS = frozenset("“\"‘'«„‹‚″❝〝＂❛")
# A quotation to the end, or “It is safe.” — Ann Roe
CLOSED = re.compile(r"[\"'”’»❞″][^\w\s]*$|[.!?…][\"'”’»❞″]\s*[–—-]+\s?[A-Z][^.!?]{1,60}$")


def line_voices(texts):
    """The voice of each line of a text: A, H, E or B. A line alone is a sentence that somebody typed, and no
    heading.

    >>> line_voices(["A Bridge Too Soft"]), line_voices(["A Bridge Too Soft", "It swings."])
    (['A'], ['H', 'A'])
    """
    found = [line_voice(text) for text in texts]
    return ["A"] if found == ["H"] else found


def line_voice(text):
    """The voice of a line as a whole: A, H, E or B.

    >>> [line_voice(s) for s in ("Follow us on:", "Editor’s note: we left this in.", "A Bridge Too Soft")]
    ['B', 'E', 'H']
    """
    lined = text.split("\n")
    if boilerplate("any").match(text) or (len(text) < LONG and boilerplate("line").match(" ".join(lined))):
        return "B"
    if EDITOR.match(text):
        return "E"
    if len(lined) > 1 or len(text) > LONG or ITEM.match(text) or (text[0] in OPENERS and CLOSED.search(text)):
        return "A"
    asked = text[-1] in "?!" and text[0] not in OPENERS
    if not asked and text.rstrip(CLOSING).endswith(END_MARKS):
        return "A"
    found = WORD.findall(text)
    return "H" if 0 < len(found) <= HEADING and (not asked or _capitals(found)) else "A"


@cache
def boilerplate(where):
    """One pattern of all that a website adds to every text. where: any line or a line that is not long, to
    `match` from its beginning; or inline."""
    listed = files.table_rows("voices", "boilerplate.csv")
    patterns = (row["pattern"].removeprefix("^") for row in listed if row["where"] == where)
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


def _capitals(found):
    """Whether most words that are not small ones are capitalised, as in a title."""
    large = [word for word in found if word.lower() not in _small()]
    return sum(word[0].isupper() for word in large) > max(1, 0.6 * len(large))


@cache
def _small():
    """The words that a title writes small."""
    table = tomllib.loads(files.data("voices", "english.toml").read_text(encoding="utf-8"))
    return frozenset(f"{table['prepositions']} {table['stop']}".split())
