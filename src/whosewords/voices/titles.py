"""Marks around titles, nicknames, and words that are talked about: what nobody says."""

from ..words import WORD
from .english import cues, english
from .shapes import titled
from .speech import verb_at
from .subjects import is_name


def is_title(row, k, text, said, sibling, quoting):
    """Whether quotation token `k` is the title of a work.

    sibling: the one before it is no quotation; quoting: the one before it is, in this row or the last.
    """
    verb = verb_at(row, k - 1) if k else None
    following = row[k + 1] if k + 1 < len(row) else None
    made = (
        verb and verb.term in english("works") and text.rstrip()[-1:] not in ",?!" and _by_person(row, verb)
    )
    if made and verb.term in ("read", "sing") and len(WORD.findall(text)) == 1:
        return text[0].isupper() and following is not None and following.kind == "w"
    if said is None and k == 0 and following and following.low == "by" and row[-1].start > following.start:
        return row[2].capital  # a heading that is cited: “…,” by Ann Roe
    ended = quoting and len(row) == 1 and text.rstrip()[-1:] in (*".!?…",)
    if ended or not titled(text):
        return False
    near = {token.low for token in row[max(0, k - 3) : k]}
    if said is None or said.loose or near & (cues("title") | {"told", "telling", "tells"}):
        return True
    if sibling or made or (row[k - 1].low == "the" and row[k - 1].kind == "w"):
        return True
    if verb and verb.term == "call" and following is not None and following.kind == "w":
        return following.low not in english("stop", "prepositions")
    return near >= {"such", "as"} and any(t.low in cues("title") for t in row[max(0, k - 9) : k])


def _by_person(row, verb):
    """Whether a verb of making or reading has a person for its subject: a sign that reads is none."""
    lead = row[verb.start - 1] if verb.start else None
    return lead is not None and (verb.term != "read" or lead.capital or lead.low in english("pronouns"))


def is_nickname(row, k):
    """Whether quotation token `k` stands inside a name: Dwayne “the Gull” Roe."""
    if not 0 < k < len(row) - 1 or not row[k + 1].capital or not is_name(row, k + 1, k + 2):
        return False
    lead = row[k - 1]
    return is_name(row, k - 1, k) and lead.low not in english("determiners", "pronouns", "skipped")


def is_talked_about(row, k, text):
    """Whether words are talked about, or name a button: By “pier” we mean; the “F” word; press “Enter”."""
    following = [token.low for token in row[k + 1 : k + 4]]
    if (
        following[:1] in (["is"], ["was"])
        and following[1:2] in (["a"], ["the"])
        and following[-1] in cues("term")
    ):
        return True
    following = following[:2]
    if following[:1] in (["mean"], ["means"], ["meant"]) or following in (["we", "mean"], ["is", "meant"]):
        return True
    if following[:1] in (["called"], ["named"], ["dubbed"], ["word"]):
        return True
    if [token.low for token in row[max(0, k - 2) : k]] in (
        [each, "of"] for each in ("concept", "idea", "notion")
    ):
        return True
    return bool(k) and row[k - 1].low in english("handling") and text[0].isupper()
