"""The keys of Lesson 8, worked out from the ledger, the tally of sources, the silence grid and the texts."""

from whosewords import files
from whosewords.classroom.exercises import exercise
from whosewords.measures.ledger import entries, own_strike
from whosewords.measures.silences import silences
from whosewords.measures.sources import statements, tally
from whosewords.shelf.catalogue import SHELF, articles

COMMANDERS = ("Soleimani", "al-Muhandis")
# Everybody who speaks with a name in the five texts: all of them are men.
WITH_A_NAME = {
    "Prime Minister Abdul-Mahdi", "Mustafa Al-Kadhimi", "the prime minister", "Amer al-Fayez",
    "Ayyub al-Rubaiy", "Joe Biden", "John T. Godfrey",
}  # fmt: skip
ITEMS = {  # of 8.3: text, and whose strike; of 8.5: what, text
    "8.3": {
        "four": ("wire_2021", "4"), "child": ("wire_2021", "1"), "seven": ("neo", "at least 7"),
        "growing": ("wire_2021", "5, then 7"), "market": ("neo", "more than 30"),
    },
    "8.5": {
        "soleimani": ("the killing of Soleimani", "rs"), "kirkuk": ("the attack that came", "rs"),
        "toll": ("how many died", "journal_mtl"), "copy": ("how many died", "trt_cut"),
        "forces": ("that the PMF", "neo"), "invited": ("what the Pentagon said", "trt"),
    },
}  # fmt: skip


def ordinary_named():
    named = {entry.of_whom for text in SHELF for entry in entries()[text] if entry.named}
    ordinary = [who for who in named if not all(name in who for name in COMMANDERS)]
    return "few" if ordinary else "none"


def without_a_number():
    return [text for text in SHELF if own_strike(text, "number") == "not told"]


def the_five():
    (paragraph,) = (p for p in articles["wire_2020"].paragraphs if p.number == 5)
    assert "three soldiers, two policemen and one civilian" in paragraph.text
    return "forces"


def reported_most():
    counts = tally(statements(articles["neo"]))
    (first, most), (second, next_) = counts.most_common(2)
    return "even" if most == next_ and {first, second} == {"iraq", "us"} else first


def whose_count():
    words = {"PMF": "pmf", "Observatory": "monitor", "state media": "state", "police": "police"}
    answer = {}
    for item, (text, number) in ITEMS["8.3"].items():
        (by,) = (entry.counted_by for entry in entries()[text] if entry.number == number)
        answer[item] = next((option for word, option in words.items() if word in by), "nobody")
    return answer


def whom_it_helps():
    """The first line of the article says army; the count says soldiers and policemen, and no fighters."""
    first, count = articles["trt"].paragraphs[0], articles["wire_2020"].paragraphs[4]
    assert "Army" in first.precis and "no member of a paramilitary group" in count.text
    return "writer"


def from_people():
    said = [one for text in SHELF for one in statements(articles[text]) if one.kind == "people"]
    words = sum(one.line.end - one.line.start for one in said)
    assert {(one.line.article, one.line.voice) for one in said} == {("rs", "Q")}
    return {0: "nothing", 2: "two"}[words]


def five_questions():
    marks = {
        "only two camps": "two", "broken windows": "seen", "two ministers spoke": "leaders", "wept": "pain",
        "too late": "claim",
    }  # fmt: skip
    return {
        item.id: next((option for mark, option in marks.items() if mark in item.text), "none")
        for item in exercise("8.6").items
    }


def reasons():
    answer = {}
    for item, (start, text) in ITEMS["8.5"].items():
        (box,) = (box for box in silences().values() if box.what.startswith(start) and box.text == text)
        answer[item] = box.why or "cannot"
    return answer


def steps():
    """Each line needs what another one found; the first needs nothing."""
    needs = {
        "what is missing": None, "the dates": "what is missing", "It could be known": "the dates",
        "Nobody cut it": "It could be known", "these two reasons": "Nobody cut it",
    }  # fmt: skip
    found, order = None, []
    while len(order) < len(needs):
        found = next(mark for mark, before in needs.items() if before == found and mark not in order)
        order.append(found)
    lines = exercise("8.12").options
    return [next(line.id for line in lines if mark in line.text) for mark in order]


def women():
    rows = files.table_rows("source_kinds.csv")
    assert {row["speaker"] for row in rows if row["how"] == "person" and row["text"] in SHELF} == WITH_A_NAME
    return "none"


RECOMPUTED = {
    "8.p1": ordinary_named, "8.2": without_a_number, "8.p3": the_five, "8.p4": reported_most,
    "8.3": whose_count, "8.8": whom_it_helps, "8.4": from_people, "8.6": five_questions, "8.5": reasons,
    "8.12": steps, "8.9": women,
}  # fmt: skip
