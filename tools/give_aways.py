"""Find sentences of ours that give an answer away before its question is asked.

usage: python tools/give_aways.py [NUMBER ...]

What gives an answer away is worked out from its key, never from a list by hand. A sentence that a student has
before their eyes (our text, what a line told, our sentence beside a paragraph, an earlier question or
explanation) gives a task away when it

- speaks of what is asked, and holds the words of the right option that no wrong option has, or
- holds most of what the task's explanation says.

What the texts themselves say, and what stands in a table or a picture, is evidence: it is there to be read.
"""

import re
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import lxml.html

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from whosewords.classes import word_class  # noqa: E402
from whosewords.classroom.exercises import exercise, key, lessons  # noqa: E402
from whosewords.classroom.kinds import kind_of  # noqa: E402
from whosewords.publish import pages  # noqa: E402
from whosewords.session import nobody  # noqa: E402
from whosewords.shelf.catalogue import articles  # noqa: E402

SOURCES = ROOT / "lessons" / "source"
STEM = 4  # letters: “soldier” and “soldiers”, “compare” and “comparison” are one
TALK = 0.3  # a sentence that holds this share of a question's words speaks of what is asked
TOLD = 0.5  # a sentence that holds this share of an explanation's words has told it
FEWEST = 4  # words of an explanation in one sentence that tell something
LONG = 3  # words of an option that say it, whatever is spoken of
FUNCTION_WORDS = frozenset("also about can do does did how than them there us what who will yes".split())  # noqa: SIM905
CALL = re.compile(r"^\s*(predict|check|reveal)\(\s*[\"']([^\"']+)[\"']")
WORD = re.compile(r"\d+(?:[.,:]\d+)+|[^\W_]+(?:[’'-][^\W_]+)*")
EVIDENCE = (
    "//style|//script|//svg|//table|//q|//blockquote|//p[@class='line']|//*[contains(@class, 'ww-sr')]"
    "|//details[summary='The picture in words']"
    "|//details[summary='Our verdict, and why' or summary='What changed?']"  # opened by whoever has an answer
    "|//*[contains(@class, 'ww-text') or contains(@class, 'ww-kwic') or starts-with(@aria-label, 'Hits of')]"
)


class GiveAway(NamedTuple):
    """A task and the sentence that gives it away."""

    id: str
    sentence: str
    why: str


def stems(text):
    """The words of a text that carry its meaning, cut to their first letters; numbers as they are.

    >>> sorted(stems("The soldiers of the 17 towns."))
    ['17', 'sold', 'town']
    """
    found = (word.lower() for word in WORD.findall(text))
    return {
        word[:STEM] if word.isalpha() else word
        for word in found
        if word not in _small() and (len(word) > 2 or word.isdigit())
    }


@cache
def _small():
    kinds = map(word_class, ("small", "openers", "unfinished", "continuing"))
    return frozenset().union(*kinds, FUNCTION_WORDS)


@cache
def _outlets():
    """Names of texts: a list of them tells nothing of an explanation that names them, too."""
    return frozenset().union(*(stems(article.name) for article in articles.values()))


def sentences(text):
    """The sentences of a text of ours, without its marks. A row of a table is one: its cells tell together.

    >>> sentences("# Look\\n\\n**Both** are right. Why?\\n- [one](a.html)")
    ['Look', 'Both are right.', 'Why?', 'one']
    """
    plain = re.sub(r"\]\([^)]*\)|[*#`\[]", "", text)
    parts = re.split(r"(?<=[.!?])\s+|\n\s*(?:\n|-|\||\d\.)\s*", plain)
    return [" ".join(part.split()).lstrip("- ") for part in parts if part.strip(" -|:\n")]


def of_ours(html):
    """What a result says in our words: its sentences without the texts, tables and pictures it shows."""
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for evidence in root.xpath(EVIDENCE):
        evidence.drop_tree()
    told = root.xpath("//p|//li[not(p)]|//h3|//dd|//summary|//legend")
    return [sentence for one in told for sentence in sentences(" ".join(one.itertext()))]


def answers(one, known):
    """The parts of an answer: what each is about, what is right, and what is wrong in its place, as texts."""
    texts = dict(one.options)
    if one.kind == "number":
        return [(one.question, f"{known.answer:g}", [])] if isinstance(known.answer, int | float) else []
    if one.kind == "order":
        return [(one.question, " ".join(texts[line] for line in known.answer), [])]
    if one.kind == "sort":
        items = {item.id: item.text for item in one.items}
        chosen = [(items[item], option) for item, option in known.answer.items()]
    else:
        right = known.answer if isinstance(known.answer, list) else [known.answer]
        chosen = [(one.question, option) for option in right if option in texts]
    right = {option for _, option in chosen} if one.kind != "sort" else set()
    return [
        (
            topic,
            texts[option],
            [text for other, text in texts.items() if other != option and other not in right],
        )
        for topic, option in chosen
    ]


def says(held, topic, right, wrong):
    """Whether a sentence, as its stems, says what is right of a topic, and not what is wrong."""
    topic, right, wrong = stems(topic), stems(right), [stems(text) for text in wrong]
    only = right - topic - set().union(*wrong)
    speaks = len(held & topic) >= max(min(2, len(topic)), TALK * len(topic))
    if any(text <= held for text in wrong if text):
        return False
    return bool(speaks and only and len(held & only) > len(only) / 2) or (
        len(right) >= LONG and right <= held
    )


def gives_away(sentence, one, known):
    """Why a sentence gives a task away, in words; nothing where it does not."""
    held, asked = stems(sentence), stems(one.question)
    parts = answers(one, known)
    told = [part[1] for part in parts if says(held, *part)]
    # One of several right options is a word of the lesson; all of them together are the answer.
    if told and (one.kind != "several" or len(told) == len(parts)):
        return f"right answer: {told[0]}"
    for news in (stems(told) - asked - _outlets() for told in sentences(known.explained)):
        if len(held & news) >= max(FEWEST, TOLD * len(news)):
            return "explanation: " + " ".join(sorted(held & news))
    return ""


def found(source, name="lesson"):
    """Every give-away of a lesson's source."""
    seen, kept, given = [], {}, []
    with nobody():
        for cell in pages.cells(source):
            if not cell.is_code:
                seen += sentences(cell.text)
                continue
            html = str(pages.ran(cell._replace(also=()), kept, name))
            call = CALL.match(cell.text)
            if not call:
                seen += of_ours(html)
                continue
            one, known = exercise(call[2]), key(call[2])
            if call[1] != "reveal":
                given += judged(one, known, seen)
                seen += sentences(one.question)
            if call[1] != "predict":
                seen += sentences(known.explained)
            if call[1] == "reveal":
                seen += of_ours(html)
    return given


def judged(one, known, seen):
    """The give-aways of one task among the sentences before it; an open answer has no key to give away."""
    if kind_of(one).is_open:
        return []
    reasons = ((sentence, gives_away(sentence, one, known)) for sentence in dict.fromkeys(seen))
    return [GiveAway(one.id, sentence, why) for sentence, why in reasons if why]


def of_lesson(number):
    """The give-aways of a lesson by its number."""
    source = SOURCES / f"{Path(lessons()[number].notebook).stem}.py"
    return found(source.read_text(encoding="utf-8"), source.stem)


if __name__ == "__main__":
    for number in map(int, sys.argv[1:] or lessons()):
        for one in of_lesson(number):
            print(f"{one.id}: {one.sentence}\n     {one.why}")
