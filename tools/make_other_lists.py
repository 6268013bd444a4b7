"""Write `data/lexicon/other_lists.csv`: the word lists of others that ours is compared with.

usage: python tools/make_other_lists.py

A row for each word of lower case letters: `lists` holds v where VADER gives it a valence of 2 or more either
way, t where TextBlob gives it a subjectivity of .5 or more. Needs vaderSentiment and textblob; the table is
read without them.
"""

import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from evaluate_lexicon import public_lists  # noqa: E402

from whosewords.lexicon import keys  # noqa: E402

TARGET = ROOT / "data" / "lexicon" / "other_lists.csv"


def table():
    """Rows (word, letters of the lists that hold it), in order of the alphabet."""
    found = {}
    vader, textblob, _ = public_lists().values()
    for letter, words in (("v", vader), ("t", textblob)):
        for word in words:
            if word[0].isalpha() and keys(word) == (word,):  # smileys and phrases are not words to look up
                found[word] = found.get(word, "") + letter
    return sorted(found.items())


if __name__ == "__main__":
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerows([("word", "lists"), *table()])
