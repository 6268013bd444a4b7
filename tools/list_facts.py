"""List the sentences of fact behind which no row of data/facts.csv stands, and the rows that nobody prints.

usage: python tools/list_facts.py [--write]

With --write the rows that nobody prints go, and a row is added for each sentence that has none: fill in its
sources.

A sentence of fact says something of the world: it has a date, a number of people or a named body in it. What
a sentence says of the texts themselves can be looked up there and needs no row: it has a ¶, a line to run, or
the name of a text with a word such as *says*. Nor do questions, labels, or what is invented. In the files of
`EVERY` each sentence needs one. A row names its sources by their ids in data/sources.csv, divided by
semicolons; `shelf` and `ours` stand for the texts and for what the module holds.
"""

import csv
import re
import sys
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from whosewords.endings import ends  # noqa: E402
from whosewords.files import table_rows  # noqa: E402
from whosewords.publish.pages import cells  # noqa: E402

FACTS = ROOT / "data" / "facts.csv"
# Where each sentence is a fact, and what is read there: the keys of a TOML file, the column of a table.
EVERY = {
    "data/articles/wire_*.toml": ("text",),
    "data/authorities.csv": ("text",),
    "data/cards.toml": ("text",),
    "data/claims.toml": ("says", "has"),
    "data/events.csv": ("event",),
    "data/standards.toml": ("asks", "edition", "left_out"),
    "data/style_rules.csv": ("rule",),
}
# Where only some are. Lesson 0 and the warm-up texts are invented.
SOME = {
    "data/articles/*.toml": ("note",),
    "data/claims.toml": ("why", "note", "interest", "changed"),
    "data/clock.toml": ("title",),
    "data/exercises/lesson_[1-9].toml": ("question", "options", "items", "hint", "rubric"),
    "data/glossary.toml": ("means",),
    "data/paper.toml": ("todo",),
    "lessons/source/*.py": (),
    "lessons/teacher/keys.toml": ("explained",),
    "lessons/teacher/*.md": (),
}
INVENTED = ("lesson_0", "00_", "warmup_")

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"\b(?:1[89]|20)\d\d\b|\b\d{{1,2}} (?:{MONTHS})\b|\b(?:{MONTHS}) \d{{1,2}}\b")
NUMBER = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundreds?|thousands?)"
PEOPLE = re.compile(
    rf"\b{NUMBER} (?:\w+ ){{0,2}}(?:soldiers?|troops|fighters?|dead|killed|wounded|policemen|civilians?|"
    r"Americans?|Britons?|Iraqis|child(?:ren)?|contractors?|detainees|servicemen)\b",
    re.I,
)
BODIES = ("organisation", "armed group", "army")  # kinds of data/lexicon/names.csv
TOLD = re.compile(
    r"¶|`|\b(?:says?|said|speaks?|calls?|writes?|tells?|told|names?|asks?|has|have|uses?|puts?|blames?|quotes?|mentions?|"
    r"prints?|hits?|words?|grades?|box(?:es)?|rates?|sentences?|paragraphs?|headlines?|columns?|texts?|voices?|names?)\b"
)  # fmt: skip


class Fact(NamedTuple):
    """A row of data/facts.csv."""

    sentence: str
    file: str
    sources: str

    @property
    def ids(self):
        return self.sources.split(";")


def sentences(text):
    """The sentences of a text of ours without its marks; a cell of a table is a text of its own.

    >>> sentences("# Look\\n\\n**Both** came, Maj. Gen. Ode\\nsaid. [Why](a.html)?\\n- one\\n\\n| a | b |")
    ['Look', 'Both came, Maj. Gen. Ode said.', 'Why?', 'one', 'a', 'b']
    """
    plain = re.sub(r"\]\([^)]*\)|[*\[]|^[#>]+ ", "", text, flags=re.M)
    parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-|]|\d+\.) ?)|\s*\|\s*|\n(?=#)", plain)
    lines = (" ".join(re.sub(r"^\s*(?:-|\d+\.) ", "", part).split()) for part in parts)
    return [
        line[start:stop].strip()
        for line in lines
        if line.strip("-: ")
        for start, stop in pairwise([0, *ends(line)])
    ]


def is_fact(sentence, bodies=(), texts=()):
    """Whether a sentence says something of the world that needs a source. bodies, texts: names of both.

    >>> is_fact("A law of 2016 made them a part."), is_fact("What does the law of 2016 say?")
    (True, False)
    >>> is_fact("The Bell Fund met.", ["Bell Fund"]), is_fact("It has ¶7 and 2016 in it.")
    (True, False)
    >>> is_fact("The Gull says that 26 fighters died.", (), ["Gull"]), is_fact("26 fighters died.")
    (False, True)
    """
    if not re.search(r"[.!…]\W*$", sentence) or "¶" in sentence or "`" in sentence:
        return False
    if named(sentence, texts) and TOLD.search(sentence):
        return False
    return bool(DATE.search(sentence) or PEOPLE.search(sentence) or named(sentence, bodies))


def named(sentence, names):
    """Whether one of the names stands in a sentence, as whole words."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence) for name in names)


def strings(value, keys):
    """The texts that stand under some keys of a TOML file; of a pair (id, text) the text."""
    if isinstance(value, list):
        for one in value:
            yield from strings(one, keys)
    for key, one in value.items() if isinstance(value, dict) else ():
        if key in keys:
            parts = [one] if isinstance(one, str) else one
            yield from (part[1] if isinstance(part, list) else part for part in parts)
        elif isinstance(one, dict | list):
            yield from strings(one, keys)


def texts_of(path, keys):
    """What is read in a file, text by text."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".toml":
        yield from strings(tomllib.loads(text), keys)
    elif path.suffix == ".csv":
        yield from (row[key] for row in csv.DictReader(text.splitlines()) for key in keys)
    elif path.suffix == ".py":
        yield from (cell.text for cell in cells(text) if not cell.is_code)
    else:  # notes for teachers; what stands behind a > are answers of invented students
        yield re.sub(r"^>.*$", "", re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S), flags=re.M)


def read(patterns):
    """Every sentence that is read in the files of the patterns: pairs (file, sentence)."""
    for pattern, keys in patterns.items():
        for path in sorted(ROOT.glob(pattern)):
            if not path.name.startswith(INVENTED):
                told = (sentence for text in texts_of(path, keys) for sentence in sentences(text))
                yield from ((path.relative_to(ROOT).as_posix(), sentence) for sentence in told)


def needing(bodies, texts):
    """The sentences that need a row: pairs (file, sentence)."""
    some = ((file, one) for file, one in read(SOME) if is_fact(one, bodies, texts))
    return list(dict.fromkeys([*read(EVERY), *some]))


def facts():
    """The rows of data/facts.csv."""
    return [Fact(**row) for row in table_rows("facts.csv")]


def sources():
    """The rows of data/sources.csv by their ids."""
    return {row["id"]: row for row in table_rows("sources.csv")}


def bodies(listed):
    """The names that make a fact: bodies of data/lexicon/names.csv, and who speaks in the sources."""
    rows = [row for row in table_rows("lexicon", "names.csv") if row["kind"] in BODIES]
    of_texts = texts()
    names = {form for row in rows for form in [row["term"], *row["forms"].split("|")] if form[:1].isupper()}
    spoken = {name for row in listed.values() for name in row["who"].split("; ")}
    return sorted(one for one in names | spoken if not any(one in text for text in of_texts))


def texts():
    """The names of the texts on the shelf."""
    files = sorted((ROOT / "data" / "articles").glob("*.toml"))
    heads = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    return sorted({head["name"] for head in heads} | {"Montréal", "The excerpt", "the excerpt"})


def without_row(needed, rows):
    """Sentences that need a row and have none."""
    kept = {(row.file, row.sentence) for row in rows}
    return [one for one in needed if one not in kept]


def printed_nowhere(rows, everything):
    """Rows whose sentence does not stand in their file any more."""
    return [row for row in rows if (row.file, row.sentence) not in everything]


def unknown(rows, listed):
    """Ids of sources that rows name and data/sources.csv does not have; "" where a row names none."""
    return sorted({one for row in rows for one in row.ids if one not in listed})


def without_date(listed):
    """Ids of sources that have no date and do not say “undated”."""
    dated = re.compile(r"\b(?:19|20)\d\d\b|\bundated\b")
    return [one for one, row in listed.items() if not dated.search(row["date"])]


def on_encyclopedias(rows, listed):
    """Rows behind which nothing but encyclopedias stands."""
    return [
        row for row in rows if {listed[one]["kind"] for one in row.ids if one in listed} == {"encyclopedia"}
    ]


def brought_up(needed, rows, everything):
    """The rows that are printed, and one without sources for each sentence that needs one and has none."""
    kept = [row for row in rows if (row.file, row.sentence) in everything]
    return kept + [Fact(sentence, file, "") for file, sentence in without_row(needed, rows)]


def main(*options):
    """Print what is missing, or write what can be written."""
    listed, rows, everything = sources(), facts(), {*read(EVERY), *read(SOME)}
    needed = needing(bodies(listed), texts())
    if "--write" in options:
        rows = brought_up(needed, rows, everything)
        with FACTS.open("w", encoding="utf-8", newline="") as table:
            csv.writer(table, lineterminator="\n").writerows([Fact._fields, *rows])
    found = {
        "no row": [f"{file}: {sentence}" for file, sentence in without_row(needed, rows)],
        "printed nowhere": [f"{row.file}: {row.sentence}" for row in printed_nowhere(rows, everything)],
        "no source": [f"{row.file}: {row.sentence}" for row in rows if not row.sources],
        "an encyclopedia alone": [row.sentence for row in on_encyclopedias(rows, listed)],
        "a source that no row names": sorted(set(listed) - {one for row in rows for one in row.ids}),
        "a source without a date": without_date(listed),
    }
    for what, where in found.items():
        for one in where:
            print(f"{what}: {one}")


if __name__ == "__main__":
    main(*sys.argv[1:])
