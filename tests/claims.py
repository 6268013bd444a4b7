"""The claims that the module must not make, as patterns over sentences, and the texts to look for them in.

What a pattern cannot find is read by eye: whether a comparison is fair, whether a hint pushes, whether an
accusation has its answer.
"""

import re
import tomllib

from library import ROOT

from whosewords import files
from whosewords.shelf.catalogue import articles

OUTLET = (
    r"(?:TRT World|TRT|Anti-Empire|Responsible Statecraft|New Eastern Outlook|NEO|Journal de Montréal|"
    r"Watching America|the outlets?)"
)
PEOPLE = r"(?:Muslims|Shia|Shiites|Sunnis|Iraqis|Iranians|Americans|Russians|Turks|Canadians)"
CLAIMS = {
    "a count shows bias": r"\b(?:counts?|numbers?|rates?|figures?|hits)\b[^.?!]{0,40}\b(?:shows?|"
    r"proves?|means?|"
    r"measures?|reveals?)\b[^.?!]{0,30}\bbias",
    "a ranking of outlets by one score": r"\bbias (?:index|score|rating|chart)|\b(?:more|most|less|"
    r"least) (?:biased|"
    r"reliable|trustworthy|honest) (?:outlet|paper|site|source)",
    "an outlet is propaganda, or is reliable": OUTLET
    + r"[^.?!]{0,20}\b(?:is|are) (?:a |an |just |pure )?(?:propaganda|"
    r"reliable|unreliable|trustworthy|biased|fake|honest|dishonest)",
    "one text is its outlet": OUTLET + r" (?:thinks?|believes?|wants?|hopes?|fears?|feels?|hates?)\b",
    "all cover the same strike": r"\b(?:four|five|all)(?: of the| the)? (?:outlets|texts|articles|"
    r"voices)\b[^.?!]{0,30}"
    r"\bthe same strike",
    "the excerpt's source wrote the host's words": r"Responsible Statecraft (?:wrote|calls?|called|"
    r"says?|said)[^.?!]"
    r"{0,60}(?:Trump Gang|illegal occupier|mullahocracy|servicemen)",
    "a grade is years of school, or has decimals": r"\byou need (?:grade|\d+ years)|\bgrade \d+\.\d|"
    r"\bharder texts? "
    r"(?:is|are) (?:better|worse|more|less)",
    "a neutral or a correct word": r"\b(?:is|are|was) (?:the|a|an|one) (?:only )?(?:neutral|correct|"
    r"right) (?:word|name|"
    r"term)\b|\bthe (?:correct|right) (?:name|word) for\b",
    "the passive hides guilt": r"\bpassive(?: voice)?\b[^.?!]{0,20}\bhides?\b",
    "left out is hidden": r"\b(?:left out|missing|blank|silent)\b[^.?!]{0,15}\b(?:means|is|"
    r"are) (?:hidden|hiding|a lie)",
    "both sides are equally right": r"\bboth sides are (?:equally )?right|\btruth (?:lies|is) in the middle",
    "all media lie, or real news has no frame": r"\b(?:all|every) (?:media|news|newspapers?|outlets?|"
    r"journalists?|"
    r"writers?)\b[^.?!]{0,15}\blies?\b|\beverything is (?:a )?(?:fram|opinion|propaganda)|"
    r"\breal news has no frame",
    "agreement is truth": r"\b(?:agreement|alpha)\b[^.?!]{0,30}\b(?:means|proves|"
    r"shows)\b[^.?!]{0,20}\b(?:right|correct|"
    r"true|valid)",
    "students become immune": r"\bimmun(?:e|ity|is)|\binoculat|\bprotects? (?:you|students|"
    r"them) (?:from|against)",
    "corrections backfire": r"\bcorrect(?:ing|ions?)\b[^.?!]{0,40}\b(?:backfires?|dig in)",
    "a legal conclusion": r"\b(?:strikes?|killing|raid|invasion|attack)\b[^.?!]{0,15}\b(?:was|were|is|"
    r"are) (?:clearly )?"
    r"(?:illegal|unlawful|legal|lawful|justified|a war crime|self-defen[cs]e|murder)",
    "what a people believes": r"\b" + PEOPLE + r"\b (?:all )?(?:believe|think|want|hate|feel|love|say)\b",
    "a machine understands": r"\b(?:AI|artificial intelligence|the computer|the machine|"
    r"the program) (?:found|thinks|"
    r"understands|believes|judges)",
}
DENIED = re.compile(r"\b(?:not|never|no|nobody|nothing|cannot|nor|neither|without)\b|n't\b|n’t\b", re.I)
ATTRIBUTED = re.compile(
    r"\b(?:says?|said|calls?|called|writes?|wrote|according to|thinks?|doubts?|argues?|claims?|"
    r"reported|rejects?|"
    r"rejected|found|finds?|sees?|asks?|treats?)\b"
)
BY_OTHERS = ("a legal conclusion", "what a people believes")  # fine where somebody is named who says it


def found(text):
    """The claims in a text: pairs (which claim, its sentence). What is denied or quoted is nobody's claim."""
    for sentence in re.split(r"(?<=[.?!:;])\s+|\n\s*\n|\n[#>|*-]", text):
        bare = re.sub(r"“[^”]*”|\*[^*\n]+\*(?!\*)", "“…”", sentence)
        for claim, pattern in CLAIMS.items():
            if not re.search(pattern, bare, re.I) or DENIED.search(bare):
                continue
            if claim in BY_OTHERS and ATTRIBUTED.search(bare):
                continue
            yield claim, " ".join(sentence.split())


def texts():
    """Everything of ours that a student or a teacher reads, as {where: text}; wrong answers, middling sample
    answers and what must not be concluded are left out."""
    read = {}
    for path in sorted((ROOT / "lessons" / "source").glob("*.py")):
        source = re.sub(r"^# ?", "", path.read_text(encoding="utf-8"), flags=re.M)
        read[path.name] = re.sub(r"do you \*\*not\*\* conclude\?\n(?:\n?- .*(?:\n {2}.*)*)+", "", source)
    for path in [*sorted((ROOT / "lessons" / "teacher").glob("*.md")), *sorted((ROOT / "docs").glob("*.md")),
                 ROOT / "README.md", ROOT / "data" / "README.md"]:  # fmt: skip
        note = path.read_text(encoding="utf-8")
        note = re.sub(r"(?m)^\| They think \|.*\n(?:\|.*\n)+", lambda table: _helps(table.group()), note)
        read[path.name] = re.sub(r"> \*\*Middling(?:.*\n)(?:> .*\n)*", "", note)
    for path in sorted(files.data("exercises").glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        asked = [*table.get("guess", ()), *table.get("exercise", ())]
        read[path.name] = "\n\n".join(
            text for one in asked for text in (one["question"], one.get("hint", ""), *one.get("rubric", ()))
        )
    keys = tomllib.loads((ROOT / "lessons" / "teacher" / "keys.toml").read_text(encoding="utf-8"))
    told = ("explained", "good", "good_because", "middling_because")
    read["keys.toml"] = "\n\n".join(row[part] for row in keys.values() for part in told if part in row)
    for name in ("authorities.csv", "style_rules.csv", "frames.csv", "cards.toml", "paper.toml", "lab.toml",
                 "naming_sets.toml", "front_page.txt"):  # fmt: skip
        read[name] = files.data(name).read_text(encoding="utf-8")
    for article in articles.values():
        own = [p.text for p in article.paragraphs] if article.kind == "own text" else []
        read[article.id] = "\n\n".join([article.note, *own, *(p.precis for p in article.paragraphs)])
    return read


def _helps(table):
    """The second column of a table of misconceptions: what helps."""
    return "\n\n".join(row.split("|")[2].strip() for row in table.splitlines()[2:] if row.count("|") > 2)
