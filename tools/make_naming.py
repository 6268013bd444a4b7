"""Fill in where each name of data/naming.csv stands: its voice, how often, and at which words.

usage: python tools/make_naming.py FOLDER [--check]

FOLDER holds the article files, which are not part of the project. Written by hand: actor, label, authority,
words (as they stand in the text), article, paragraph, target (who is meant there), and the voice where the
same words stand there in two voices. From the full texts come: voice, count and `at`, the numbers of the
words of the paragraph at which the name begins. With them a name is found where its words are blocks.
"""

import csv
import io
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from make_editions import FILES  # noqa: E402

from whosewords.measures.concordance import concordance  # noqa: E402
from whosewords.measures.names import COLUMNS  # noqa: E402
from whosewords.shelf import catalogue, editions  # noqa: E402
from whosewords.shelf.article import with_words  # noqa: E402
from whosewords.words import read  # noqa: E402

TABLE = ROOT / "data" / "naming.csv"


def filled(rows, texts):
    """The rows with voice, count and `at`. texts: id → article in full. Raises `ValueError` where a name is
    not there."""
    return [row | place(texts[row["article"]], row) for row in rows]


def place(article, row):
    """Voice, count and `at` of a row's words in its paragraph, as texts for the table."""
    number, wanted = int(row["paragraph"]), row["voice"]
    lines = [line for line in concordance(article, row["words"]) if line.paragraph == number]
    lines = [line for line in lines if wanted in ("", line.voice)]
    voices = {line.voice for line in lines}
    if len(voices) != 1:
        raise ValueError(
            f"“{row['words']}” in {article.id} ¶{number}: in the voices {sorted(voices) or '–'}."
        )
    first = next(i for i, word in enumerate(article.words) if word.paragraph == number)
    at = ";".join(str(line.start - first + 1) for line in lines)
    return {"voice": voices.pop(), "count": str(len(lines)), "at": at}


def full(folder):
    """Every article that the table speaks of, in full, by id. folder: where the article files lie."""
    found = {name: catalogue.articles[name] for name in catalogue.OWN}
    for name in catalogue.SHELF:
        (path,) = Path(folder).glob(FILES[editions.edition_of(name)])
        found[name] = with_words(catalogue.load(name), read(path.read_text(encoding="utf-8")))
    return found


def made(rows, texts):
    """The table as text."""
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(filled(rows, texts))
    return out.getvalue()


def main(folder, *options):
    old = TABLE.read_text(encoding="utf-8")
    new = made(csv.DictReader(io.StringIO(old)), full(folder))
    if "--check" not in options:
        TABLE.write_text(new, encoding="utf-8", newline="\n")
    elif new != old:
        raise SystemExit("data/naming.csv differs from what the articles say. Run without --check.")


if __name__ == "__main__":
    main(*sys.argv[1:])
