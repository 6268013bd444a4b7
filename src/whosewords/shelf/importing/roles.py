"""What the blocks of a page seem to be, judged by their words and neighbours, and what of that is no text."""

import re
from dataclasses import replace

from .reading import (
    BODY,
    BYLINE,
    CAPTION,
    DATE_LINE,
    FURNITURE,
    HEADING,
    HEADLINE,
    ITEM,
    OUTSIDE,
    QUOTE,
    STANDFIRST,
    Block,
)

CALL_WORDS, LINE_WORDS, HEADING_WORDS, STANDFIRST_WORDS = 40, 15, 8, 8
BESIDE_DATE = 5  # words
DASHES = ("—", "–", "--")
STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
DATE = re.compile(
    rf"\b(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})\b",
    re.I,
)
HOUR = re.compile(r"[ap]\.m\.$", re.I)
OF_DATE = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|published|posted|updated|modified|created|last|"
    r"first|on|at|by|in|est|edt|gmt|utc|[ap]\.?m|\d{1,2}[:.]\d\d(?:[:.]\d\d)?)\b",
    re.I,
)
BY = re.compile(r"(?i:written |posted |reported |story |text )?(?i:by)[: ]\s*[A-Z]")
CREDIT = re.compile(
    r"\W*(?:(?:photo(?:graph)?s?|images?|pictures?|illustration|video|graphic|file photo)"
    r"(?: source| credits?| by| courtesy of)?|credits?)\s*[:©/]",
    re.I,
)
TURNS_TO_READER = re.compile(
    r"\W*(?:sign|subscribe|follow|join|donate|support|click|download|get|share|leave|post|read our|register|"
    r"log|send|e-?mail|tell|do you|did you|would you|want|have you|are you|we want|like|help|become|don.t|"
    r"never|for more)\b",
    re.I,
)
ASKS = re.compile(
    r"\b(?:sign(?:ing)? up|subscri\w+|newsletters?|inbox|follow us|never miss|letters? to|donat\w+|"
    r"click here|our app|share this|"
    r"comments?|members?|membership|facebook|twitter|instagram|whatsapp|telegram|youtube)\b",
    re.I,
)
BARE = re.compile(
    r"\W*(?:advertisements?|advertising|sponsored|shares?|tweet|print|e-?mail|comments?|view comments|"
    r"add a comment|loading|"
    r"close|menu|search|skip to (?:main )?content|log ?in|sign in|sign up|subscribe|back to top|"
    r"(?:article |story )?continues (?:after|below)(?: the)? advertisement|scroll to continue|read more)\W*",
    re.I,
)
LEADS_AWAY = re.compile(
    r"\W*(?:related(?: \w+){0,2}|see also|read (?:more|next|also)|also read|"
    r"more (?:from|on|about|in|stories)\b.*|"
    r"you (?:may|might) (?:also )?(?:like|be interested).*|recommended(?: .*)?|look at other .*|trending.*|"
    r"most (?:read|popular|viewed).*|latest (?:news|stories|posts|articles)|don.t miss)\W*",
    re.I,
)
READ_MORE = re.compile(r"\W*(?:read more|related|see also|also read|read also|watch|listen)\s*:", re.I)


def judged(blocks, links, title="", author=""):
    """The blocks with better roles. Lines that are no sentence of the text are dropped; headline and
    standfirst, which stand before the article's own part of a page, are taken.

    links: for each block the share of its text that is a link. title, author: as the page says them.
    """
    blocks = [_without_line(block, link, author) for block, link in zip(blocks, links, strict=True)]
    _drop_lists_of_others(blocks, links)
    first = next((i for i, block in enumerate(blocks) if block.taken and block.role != HEADING), 0)
    at = _headline(blocks[: first + 1], title)
    if at is not None:
        blocks[at] = Block(blocks[at].text.removeprefix("• "), HEADLINE)
        blocks[at + 1 : first] = [_standfirst(block) for block in blocks[at + 1 : first]]
    return blocks


def folded(text):
    """The letters and digits of a text alone, to compare it by."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _without_line(block, link, author):
    if block.role == QUOTE and block.text.startswith(DASHES):
        return replace(block, role=BODY)
    role, why = _line(block.text, link, block.role == HEADING, author)
    if not role or (not block.taken and role == FURNITURE):
        return block
    return replace(block, role=role, taken=False, why=block.why or why)


def _line(text, link, heading, author):
    """What a short line is that is no sentence of the text: (role, why it is dropped), else two blanks."""
    size = len(text.split())
    if size <= CALL_WORDS and link and TURNS_TO_READER.match(text) and ASKS.search(text):
        return FURNITURE, "asks something of the reader"
    if size > LINE_WORDS:
        return "", ""
    if READ_MORE.match(text) and link:
        return FURNITURE, "leads to another text"
    if BARE.fullmatch(text) or text.count(" | ") > 1:
        return FURNITURE, "button or menu"
    if CREDIT.match(text):
        return CAPTION, "credit of a picture"
    if heading or text.startswith(DASHES):
        return "", ""  # after a dash stands who is quoted
    stop = STOP.search(text)
    if (BY.match(text) and (not stop or _all_names(text))) or folded(text) in map(
        folded, filter(None, author.split(";"))
    ):
        return BYLINE, "says who wrote it"
    if (
        DATE.search(text)
        and (not stop or HOUR.search(text))
        and len(OF_DATE.sub("", DATE.sub("", text)).split()) <= BESIDE_DATE
    ):
        return DATE_LINE, "says when it was posted"
    return "", ""


def _all_names(text):
    """Whether a line consists of capitalised words, but for small ones between names."""
    return all(
        word[0].isupper() or word in ("by", "and", "de", "la", "van", "von", "of", "the")
        for word in text.split()
    )


def _drop_lists_of_others(blocks, links):
    """Drops lists of other texts: a heading that says so, and the list items or links that follow it."""
    heading = None
    for i, block in enumerate(blocks):
        if not block.taken:
            continue
        if len(block.text.split()) <= HEADING_WORDS and LEADS_AWAY.fullmatch(block.text):
            heading = i
        elif heading is not None and (block.role == ITEM or links[i] > 0.5):
            for number in (heading, i):
                blocks[number] = replace(
                    blocks[number], role=FURNITURE, taken=False, why="leads to other texts"
                )
        else:
            heading = None


def _headline(blocks, title):
    """The number of the block that is like the page's title, the last one of them; None where none is."""
    title = folded(title)
    alike = [number for number, block in enumerate(blocks) if title and _are_alike(folded(block.text), title)]
    return alike[-1] if alike else None


def _are_alike(text, title):
    inside = (text in title and 2 * len(text) > len(title)) or (
        title in text and len(text) < 2 * len(title) + 20
    )
    return len(text) > 8 and inside


def _standfirst(block):
    """A sentence or a long heading between headline and article is the standfirst."""
    size = len(block.text.split())
    long = size >= STANDFIRST_WORDS and block.role == HEADING
    sentence = size > 3 and STOP.search(block.text) and block.role in (FURNITURE, HEADING)
    if (long or sentence) and (block.taken or block.why == OUTSIDE):
        return replace(block, role=STANDFIRST, taken=True, why="")
    return block
