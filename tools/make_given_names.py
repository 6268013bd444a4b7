"""Write `data/lexicon/given_names.csv`, so that *Fred Savage* is a person, and a man.

usage: python tools/make_given_names.py (needs the package `names`; the table is read without it)

The package `names` carries the frequencies of the US Census of 1990. Those that one person in 10,000 has are
taken; places and plain words that are names as well are left out by hand. `for`: who has the name, “he” or
“she”, where the other sex has it less than a tenth as often; else empty.
"""

import csv
from pathlib import Path

RARE = 0.01  # per cent
SURE = 10  # times as often
# Places, months and plain words that are names as well.
OTHERWISE = {
    "august", "augustus", "autumn", "summer", "may", "will", "son", "young", "brain", "junior", "gay", "guy",
    "ward", "earnest", "christian", "israel", "jordan", "chad", "kenya", "austin", "dallas", "carolina",
    "virginia", "georgia", "florence", "jesus", "angel", "german", "asia", "india", "america", "paris",
    "london", "houston", "denver", "madison", "brooklyn", "sydney",
}  # fmt: skip


def frequencies(name):
    import names  # only this tool needs it

    folder = Path(names.__file__).parent
    rows = map(str.split, (folder / name).read_text().splitlines())
    return {row[0].lower(): float(row[1]) for row in rows}


def whose(name, women, men):
    she, he = women.get(name, 0), men.get(name, 0)
    return "she" if she > SURE * he else "he" if he > SURE * she else ""


if __name__ == "__main__":
    known = frequencies("dist.female.first"), frequencies("dist.male.first")
    taken = {name for table in known for name, share in table.items() if share >= RARE} - OTHERWISE
    target = Path(__file__).resolve().parents[1] / "data" / "lexicon" / "given_names.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([["name", "for"], *([name, whose(name, *known)] for name in sorted(taken))])
