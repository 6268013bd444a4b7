"""How well the rule of `whosewords.voices` does on quotations labelled by hand before it was run on them.

usage: evaluate_voices.py [--set FILE] [--wrong] [--only NAME]

Three sets of 100, drawn with a stated seed from the articles of the Propaganda Techniques Corpus (training
part). The articles are not shipped; `data/voices/labelled_*.csv` hold places and labels only. The first set
was labelled before the rule was written, the second (from articles that nobody had looked at) when it was
nearly done, the third (from articles that stand in neither) before the rule was written anew. Sixty more
places have “he” or “she” for a speaker, and the name that the text gives. --wrong lists the numbers of the
places that the rule got wrong. Run with src on the path.
"""

import argparse
import csv
import hashlib
import json
import random
import re
from math import sqrt
from pathlib import Path

from whosewords.files import data
from whosewords.voices import voices

# The two dumb patterns that drew the places: stretches between double marks, and between any single marks.
DOUBLE = re.compile(r"“[^“”\n]+(?:”|$)|\"[^\"\n]+(?:\"|$)", re.M)
SINGLE = re.compile(r"['‘’][^'‘’\n]{1,120}['’]")
FIRST = ("labelled_quotations.csv", 20191229, 85, 15)  # file, seed, how many of each
CHECK = ("labelled_quotations_check.csv", 20210628, 88, 12)
THIRD = ("labelled_quotations_third.csv", 20261128, 88, 12)
PRONOUNS = "labelled_pronouns.csv"
ARTICLES = frozenset(["the", "a", "an", "his", "her"])
TITLES = ARTICLES | {"mr", "ms", "mrs", "dr", "fr", "sen", "rep", "president", "pope", "cardinal"}
DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "eval" / "ptc_train.jsonl"


def drawn(texts, seed, double, single):
    """The places (article, start, end), drawn again from the texts."""
    chance, found = random.Random(seed), []
    for pattern, size in ((DOUBLE, double), (SINGLE, single)):
        places = [(key, m.start(), m.end()) for key, text in texts.items() for m in pattern.finditer(text)]
        found += chance.sample(places, size)
    return found


def unseen(texts, first):
    """The articles kept for the check: a third of those that have no place in the first set."""
    rest = without(texts, first)
    return {k: text for k, text in rest.items() if int(hashlib.md5(k.encode()).hexdigest(), 16) % 3 == 0}


def without(texts, *sets):
    """The articles that have no place in any of the sets."""
    used = {article for places in sets for article, _, _ in places}
    return {key: text for key, text in texts.items() if key not in used}


def wilson(hits, of):
    """A share with its 95 % interval (Wilson)."""
    if not of:
        return "none"
    z, p = 1.96, hits / of
    middle, half = p + z * z / (2 * of), z * sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    low, high = (middle - half) / (1 + z * z / of), (middle + half) / (1 + z * z / of)
    return f"{p:.2f} [{max(low, 0):.2f}, {high:.2f}] ({hits} of {of})"


def same_speaker(found, *labels):
    """Whether one name holds the other, articles or titles aside: “Roe” fits “Ms Anna Roe”."""
    if not any(labels):
        return not found
    if not found or len(found.split()) > 12:
        return False
    pairs = (
        (_core(found, drop), _core(label, drop)) for label in labels if label for drop in (ARTICLES, TITLES)
    )
    return any(mine and theirs and (mine <= theirs or theirs <= mine) for mine, theirs in pairs)


def _core(name, drop):
    parts = (re.sub(r"['’]s?$", "", part).strip(".") for part in re.findall(r"[\w.'’-]+", name.lower()))
    return frozenset(parts) - drop


def spoken(texts, table):
    """For each labelled place (row, voice, speaker): of the stretches in it the one with most signs."""
    stretches = {key: voices(texts[key]) for key in {row["article"] for row in table}}
    for row in table:
        start, end, weight = int(row["start"]), int(row["end"]), {}
        for stretch in stretches[row["article"]]:
            size = min(end, stretch.end) - max(start, stretch.start)
            if size > 0:
                key = stretch.voice, stretch.speaker
                weight[key] = weight.get(key, 0) + size
        yield row, *max(weight, key=weight.get)


def cited(texts, row, name):
    """What a row points at as the speaker, the name or the pronoun; empty where it points at nothing."""
    return texts[row["article"]][int(row[f"{name}_start"] or 0) : int(row[f"{name}_end"] or 0)]


def judge(texts, table):
    """For each labelled place (number, label, voice found, whether the speaker fits)."""
    for row, voice, speaker in spoken(texts, table):
        fits = same_speaker(speaker, cited(texts, row, "speaker"), cited(texts, row, "name"))
        yield row["number"], row["voice"], voice, fits


def named(texts, table):
    """For each place with a pronoun (number, what became of it: right, wrong or left)."""
    for row, _, speaker in spoken(texts, table):
        kept = (speaker or "he").lower() in ("he", "she")
        right = same_speaker(speaker, cited(texts, row, "name"))
        yield row["number"], "left" if kept else "right" if right else "wrong"


def report(results, wrong=False):
    """Print precision and recall of Q and S, and the share of right speakers."""
    for voice in "QS":
        found = [r for r in results if r[2] == voice]
        gold = [r for r in results if r[1] == voice]
        both = sum(r[1] == voice for r in found)
        print(f"  {voice} precision {wilson(both, len(found))}")
        print(f"  {voice} recall    {wilson(both, len(gold))}")
    quoted = [r for r in results if r[1] == r[2] == "Q"]
    print(f"  speaker     {wilson(sum(r[3] for r in quoted), len(quoted))} of the Q found")
    if wrong:
        for number, label, voice, fits in results:
            if (label in "QS" or voice in "QS") and (label != voice or not fits):
                print(
                    f"  place {number}: label {label}, found {voice}, speaker {'right' if fits else 'wrong'}"
                )


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", type=Path, default=DEFAULT, help="the articles (ptc_train.jsonl)")
    parser.add_argument("--wrong", action="store_true", help="list the places that the rule got wrong")
    parser.add_argument("--only", default="", help="only the files with this in their name")
    options = parser.parse_args()
    if not options.set.exists():
        raise SystemExit(f"{options.set} is not there. Give the path of the articles with --set FILE.")
    records = [json.loads(line) for line in options.set.read_text(encoding="utf-8").splitlines()]
    texts, every = {record["id"]: record["text"] for record in records}, []
    first = drawn(texts, *FIRST[1:])
    second = drawn(unseen(texts, first), *CHECK[1:])
    third = drawn(without(texts, first, second), *THIRD[1:])
    for (name, seed, *_), again in ((FIRST, first), (CHECK, second), (THIRD, third)):
        if options.only not in name:
            continue
        table = labelled(name)
        places = [(row["article"], int(row["start"]), int(row["end"])) for row in table]
        same = "as" if places == again else "NOT as"
        print(f"{name}: {len(table)} places, {same} drawn with seed {seed}")
        results = list(judge(texts, table))
        report(results, options.wrong)
        every += results
    print(f"together: {len(every)} places")
    report(every)
    if options.only in PRONOUNS:
        results = list(named(texts, labelled(PRONOUNS)))
        print(f"{PRONOUNS}: {len(results)} places")
        for fate in ("right", "wrong", "left"):
            numbers = [number for number, found in results if found == fate]
            print(f"  {fate:5} {wilson(len(numbers), len(results))}", *(numbers if options.wrong else ()))


def labelled(name):
    """The rows of a file of labels."""
    with data("voices", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
