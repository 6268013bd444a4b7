"""How well the rule of `whosewords.voices` does on quotations labelled by hand before it was run on them.

usage: evaluate_voices.py [--set FILE] [--wrong]

Two sets of 100, drawn with a stated seed from the articles of the Propaganda Techniques Corpus (training
part). The articles are not shipped; `data/voices/labelled_quotations*.csv` hold places and labels only. The
first set was labelled before the rule was written, the second (from articles that nobody had looked at)
when it was nearly done. --wrong lists the numbers of the places that the rule got wrong. Run with src on
the path.
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
    used = {article for article, _, _ in first}
    return {
        key: text
        for key, text in texts.items()
        if key not in used and int(hashlib.md5(key.encode()).hexdigest(), 16) % 3 == 0
    }


def wilson(hits, of):
    """A share with its 95 % interval (Wilson)."""
    if not of:
        return "none"
    z, p = 1.96, hits / of
    middle, half = p + z * z / (2 * of), z * sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    low, high = (middle - half) / (1 + z * z / of), (middle + half) / (1 + z * z / of)
    return f"{p:.2f} [{low:.2f}, {high:.2f}] ({hits} of {of})"


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


def judge(texts, table):
    """For each labelled place (number, label, voice found, whether the speaker fits)."""
    stretches = {key: voices(texts[key]) for key in {row["article"] for row in table}}
    for row in table:
        text, start, end = texts[row["article"]], int(row["start"]), int(row["end"])
        weight = {}
        for stretch in stretches[row["article"]]:
            size = min(end, stretch.end) - max(start, stretch.start)
            if size > 0:
                key = stretch.voice, stretch.speaker
                weight[key] = weight.get(key, 0) + size
        voice, speaker = max(weight, key=weight.get)
        names = [
            text[int(row[f"{name}_start"]) : int(row[f"{name}_end"])] if row[f"{name}_start"] else ""
            for name in ("speaker", "name")
        ]
        yield row["number"], row["voice"], voice, same_speaker(speaker, *names)


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
    options = parser.parse_args()
    if not options.set.exists():
        raise SystemExit(f"{options.set} is not there. Give the path of the articles with --set FILE.")
    records = [json.loads(line) for line in options.set.read_text(encoding="utf-8").splitlines()]
    texts, both = {record["id"]: record["text"] for record in records}, []
    first = drawn(texts, *FIRST[1:])
    for (name, *how), source in ((FIRST, texts), (CHECK, unseen(texts, first))):
        with data("voices", name).open(encoding="utf-8", newline="") as file:
            table = list(csv.DictReader(file))
        places = [(row["article"], int(row["start"]), int(row["end"])) for row in table]
        same = "as" if places == drawn(source, *how) else "NOT as"
        print(f"{name}: {len(table)} places, {same} drawn with seed {how[0]}")
        results = list(judge(texts, table))
        report(results, options.wrong)
        both += results
    print(f"both: {len(both)} places")
    report(both)


if __name__ == "__main__":
    main()
