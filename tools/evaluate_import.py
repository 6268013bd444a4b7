"""How much of an article an import keeps of real pages, and how much of what surrounds it it lets in.

usage: evaluate_import.py FOLDER [--wrong]

FOLDER holds pages and `expected.json`: for each page pieces of text that belong to its article (`with`) and
pieces that do not (`without`), compared after folding white space. Ours stands beside trafilatura alone and
BeautifulSoup's plain text. --wrong lists the pages of ours that are not all right, without a word of them.
Run with src on the path.
"""

import argparse
import json
import logging
import warnings
from pathlib import Path

from whosewords.shelf.importing import decoded, plain_text, whole_text


def alone(source):
    import trafilatura

    return trafilatura.extract(source, include_comments=False) or ""


def soup(source):
    from bs4 import BeautifulSoup

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return BeautifulSoup(source, "lxml").get_text(" ")


WAYS = {
    "ours": plain_text,
    "trafilatura alone": alone,
    "BeautifulSoup's plain text": soup,
    "ours, whole": whole_text,
}


def folded(text):
    return " ".join(text.split())


def found(pieces, text):
    """How many of the pieces stand in a text.

    >>> found(["two  three", "four"], "one two three")
    1
    """
    return sum(folded(piece) in text for piece in pieces)


def shares(kept, expected, let_in, unwanted):
    """Share kept, share let in, and F: precision is what was kept of all that came.

    >>> shares(9, 10, 1, 10)
    (0.9, 0.1, 0.9)
    """
    precision = kept / (kept + let_in) if kept + let_in else 0.0
    recall = kept / expected
    return recall, let_in / unwanted, 2 * precision * recall / (precision + recall) if kept else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", action="store_true")
    given = parser.parse_args()
    logging.disable(logging.ERROR)
    pages = json.loads((given.folder / "expected.json").read_text(encoding="utf-8"))
    sources = [decoded((given.folder / page["file"]).read_bytes()) for page in pages]
    expected, unwanted = (sum(len(page[key]) for page in pages) for key in ("with", "without"))
    print(f"{len(pages)} pages, {expected} pieces of their articles, {unwanted} of what surrounds them")
    for name, way in WAYS.items():
        texts = [folded(way(source)) for source in sources]
        kept = [found(page["with"], text) for page, text in zip(pages, texts, strict=True)]
        let_in = [found(page["without"], text) for page, text in zip(pages, texts, strict=True)]
        share, extra, f = shares(sum(kept), expected, sum(let_in), unwanted)
        print(f"{name:28} kept {share:.3f} ({sum(kept)})  let in {extra:.3f} ({sum(let_in)})  F {f:.3f}")
        if given.wrong and name == "ours":
            for page, one, other in zip(pages, kept, let_in, strict=True):
                if one < len(page["with"]) or other:
                    print(f"    {page['file']}: {len(page['with']) - one} missing, {other} let in")


if __name__ == "__main__":
    main()
