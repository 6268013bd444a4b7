"""What each block of a page seems to be, judged by its words and its neighbours, and what of it is text."""

import re
from dataclasses import replace

from .reading import (
    BODY, BYLINE, CAPTION, DATE_LINE, FURNITURE, HEADING, HEADLINE, ITEM, STANDFIRST,
)  # fmt: skip

SHORT, LINE = 40, 15  # words: a call to the reader, and a line that names somebody or something
STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
DATE = re.compile(
    rf"\b(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})\b",
    re.I,
)
BY = re.compile(r"(?:written |posted |reported |story |text )?by[: ]\s*[^\W\d_]", re.I)
CREDIT = re.compile(
    r"\W*(?:(?:photo(?:graph)?s?|images?|pictures?|illustration|video|graphic|file photo)"
    r"(?: source| credits?| by| courtesy of)?|credits?)\s*[:©/]", re.I,
)  # fmt: skip
CALL = re.compile(
    r"\b(?:sign(?:ing)? up|subscribe|newsletter|follow us|never miss|submit a letter|write to letters|"
    r"letter to the editor|join our|donate|support our|click here|download (?:our|the) app|share this|"
    r"leave a (?:comment|reply)|to comment|post a comment|read our|terms of (?:use|service)|privacy policy)\b",
    re.I,
)
BARE = re.compile(
    r"\W*(?:advertisement|advertising|ad|sponsored|share|shares|tweet|print|e-?mail|comments?|view comments|"
    r"add a comment|loading|close|menu|search|skip to (?:main )?content|log ?in|sign in|back to top|"
    r"(?:article |story )?continues (?:after|below) (?:the )?advertisement|scroll to continue|more)\W*",
    re.I,
)
RELATED = re.compile(
    r"\W*(?:related(?: \w+){0,2}|see also|read (?:more|next|also)|more (?:from|on|about|in|stories)\b.*|also read|"
    r"you (?:may|might) (?:also )?(?:like|be interested).*|recommended(?: .*)?|look at other .*|trending.*|"
    r"most (?:read|popular|viewed).*|latest (?:news|stories|posts)|don.t miss)\W*",
    re.I,
)


def judged(blocks, links, facts):
    """Blocks with better roles. What nobody wrote as part of the text is dropped; headline and standfirst, which
    stand before the article's own part of a page, are taken.

    links: for each block the share of its letters that are a link. facts: title and author as the page says.
    """
    blocks = list(blocks)
    _drop_lines(blocks, links, facts)
    _drop_related(blocks, links)
    first = next((i for i, block in enumerate(blocks) if block.taken and block.role != HEADING), 0)
    at = _headline(blocks, facts.title, first)
    if at is not None:
        blocks[at] = replace(blocks[at], role=HEADLINE, taken=True, why="")
        _take_standfirst(blocks, at, first)
    return blocks


def _drop_lines(blocks, links, facts):
    for i, block in enumerate(blocks):
        role, why = _line(block.text, links[i], facts)
        if role and (block.taken or role != FURNITURE):
            blocks[i] = replace(block, role=role, taken=False, why=block.why or why)


def _line(text, link, facts):
    """What a short line is that is no sentence of the text: (role, why), or two empty strings."""
    size = len(text.split())
    if size <= LINE:
        if BARE.fullmatch(text) or text.count(" | ") > 1:
            return FURNITURE, "button or menu"
        if CREDIT.match(text):
            return CAPTION, "credit of a picture"
        if BY.match(text) and not STOP.search(text) or folded(text) in map(folded, facts.author.split(";")):
            return BYLINE, "says who wrote it"
        if DATE.search(text) and not STOP.search(text) and size <= LINE:
            return DATE_LINE, "says when it was posted"
    if size <= SHORT and link and CALL.search(text):
        return FURNITURE, "asks something of the reader"
    return "", ""


def _drop_related(blocks, links):
    """Lists of other articles: a heading that says so, and what follows it as list items or as links."""
    inside = False
    for i, block in enumerate(blocks):
        if not block.taken:
            continue
        if len(block.text.split()) <= 8 and RELATED.fullmatch(block.text):
            inside = True
        elif inside and not (block.role == ITEM or links[i] > 0.5):
            inside = False
        if inside:
            blocks[i] = replace(block, role=FURNITURE, taken=False, why="leads to other texts")


def _headline(blocks, title, first):
    """The number of the block that is the headline: like the page's title, the last one before the article."""
    title = folded(title)
    alike = [
        i
        for i, block in enumerate(blocks[: first + 1])
        if title and len(folded(block.text)) > 8 and (folded(block.text) in title or title in folded(block.text))
        and len(block.text) < 2 * len(title) + 20
    ]
    return alike[-1] if alike else None


def _take_standfirst(blocks, headline, first):
    """Whole sentences between headline and article are its standfirst."""
    for i in range(headline + 1, first):
        block = blocks[i]
        if block.role in (FURNITURE, HEADING) and block.why == "outside the article":
            if STOP.search(block.text) and len(block.text.split()) > 3:
                blocks[i] = replace(block, role=STANDFIRST, taken=True, why="")


def folded(text):
    return re.sub(r"[\W_]+", "", text).casefold()
