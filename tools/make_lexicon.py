"""Rebuild the evidence columns of `data/lexicon/loaded.csv` from the expert-annotated sets.

usage: python tools/make_lexicon.py FOLDER_WITH_THE_SETS [--check]

What people decide stays as it is: term, forms, pos, category, grade, origin, source, read, right, on, needs,
unless, note. An empty `forms` is filled from term and part of speech (needs lemminflect; review what it
makes). Counted anew, on the rows that may be read: `marked` of `seen` readings (BABE: each place was read by
five experts), `ptc_marked` of `ptc_seen` places, and

    weight = (marked + ptc_marked/2 + 5 * share of its group) / (seen + ptc_seen/2 + 5)

where a group is the entries of the same category and grade; none counts for more than 15 readings in it. A
place in PTC counts half a reading: of its techniques only two are about words, and fewer words are marked.
`pooled` is "yes" where nobody read the entry's places one by one.
"""

import csv
import io
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

import expert_sets  # noqa: E402

from whosewords.lexicon import find_hits, table  # noqa: E402

TABLE = ROOT / "data" / "lexicon" / "loaded.csv"
STRENGTH = 5  # readings that the group's share counts for
PTC_PLACE = 0.5  # readings that one place in PTC counts for
LARGEST_SAY = 15  # readings of one entry that count in its group's share
GROUP_STRENGTH = 100  # readings that the grade's share counts for in a group's share
THRESHOLD = 0.20  # from this weight on an entry is switched on, unless a note says why not
TAGS = {"noun": ("NN", "NNS"), "verb": ("VB", "VBZ", "VBD", "VBN", "VBG")}


def count(entries, texts):
    """term and part of speech → [marked, readings] over some texts; all entries count, on or off."""
    everything = tuple(entry._replace(on=True) for entry in entries)
    found = defaultdict(lambda: [0, 0])
    for text in texts:
        for hit in find_hits(text.text, everything, voice=False):
            inside = [
                i for i, (_, start, end) in enumerate(text.tokens) if start < hit.end and end > hit.start
            ]
            if text.readings:
                here = {text.tokens[i][0] for i in inside}
                marks, readings = sum(bool(here & marked) for marked in text.readings), len(text.readings)
            else:
                marks, readings = int(any(text.gold[i] for i in inside)), 1
            found[hit.term][0] += marks
            found[hit.term][1] += readings
    return found


def group_shares(rows, counted):
    """(category, grade) → share of readings in which entries of this group were marked."""
    sums = defaultdict(lambda: [0.0, 0.0])
    for row in rows:
        marked, seen = counted[row["term"]]
        say = min(seen, LARGEST_SAY) / seen if seen else 0
        for group in ((row["category"], row["grade"]), row["grade"]):
            sums[group][0] += marked * say
            sums[group][1] += seen * say
    return {
        group: (sums[group][0] + GROUP_STRENGTH * sums[group[1]][0] / max(sums[group[1]][1], 1))
        / (sums[group][1] + GROUP_STRENGTH)
        for group in [*sums]
        if isinstance(group, tuple)
    }


def rebuilt(rows, babe, ptc):
    """The rows with their evidence counted anew."""
    entries = table.load()
    by_votes, by_places = count(entries, babe), count(entries, ptc)
    shares = group_shares(rows, by_votes)
    for row in rows:
        (marked, seen), (ptc_marked, ptc_seen) = by_votes[row["term"]], by_places[row["term"]]
        share = shares[row["category"], row["grade"]]
        weight = (marked + PTC_PLACE * ptc_marked + STRENGTH * share) / (
            seen + PTC_PLACE * ptc_seen + STRENGTH
        )
        row.update(marked=marked, seen=seen, ptc_marked=ptc_marked, ptc_seen=ptc_seen, weight=f"{weight:.3f}")
        row["pooled"] = "no" if int(row["read"] or 0) else "yes"
    return rows


def with_forms(row):
    """The row with its forms; made from the term where the cell is empty."""
    if not row["forms"]:
        from lemminflect import getInflection

        first, *rest = row["term"].split(" ")
        *before, last = row["term"].split(" ")
        inflected = first if row["pos"] == "verb" else last
        made = [form for tag in TAGS.get(row["pos"], ()) for form in getInflection(inflected, tag=tag)[:1]]
        whole = [" ".join([form, *rest] if row["pos"] == "verb" else [*before, form]) for form in made]
        row["forms"] = "|".join(dict.fromkeys([row["term"], *whole]))
    return row


def main(folder, *options):
    with TABLE.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        names, rows = reader.fieldnames, [with_forms(row) for row in reader]
    folder = Path(folder)
    babe = expert_sets.part(
        expert_sets.babe(folder / "babe_tune.csv", folder / "babe_tune_votes.csv"), aside=False
    )
    ptc = expert_sets.part(expert_sets.ptc(folder / "ptc_train.jsonl"), aside=False)
    rows = rebuilt(rows, babe, ptc)
    out = io.StringIO()
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: (row["term"].lower(), row["pos"])))
    if "--check" in options:
        raise SystemExit(int(TABLE.read_text(encoding="utf-8") != out.getvalue()))
    TABLE.write_text(out.getvalue(), encoding="utf-8", newline="\n")
    weak = [row["term"] for row in rows if row["on"] == "on" and float(row["weight"]) < THRESHOLD]
    strong = [row["term"] for row in rows if row["on"] == "off" and float(row["weight"]) >= THRESHOLD]
    print(f"{len(rows)} entries; on though weak: {', '.join(weak)}\noff though strong: {', '.join(strong)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
