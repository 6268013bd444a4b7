"""Texts to measure with: articles of a file that is no part of the project, or else our own paragraphs."""

import json
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
REAL = ROOT.parent / "shared/eval/ptc_train.jsonl"
FEWEST, LENGTH = 200, 850  # words of an article; words of one of ours


def articles(path=None):
    """The texts of a file with one {"text": …} a line; without a file, what we know in ever new orders."""
    path = Path(path) if path else REAL
    if not path.is_file():
        return [_ours(random.Random(seed)) for seed in range(150)]
    with path.open(encoding="utf-8") as lines:
        found = (json.loads(line)["text"] for line in lines)
        return [text for text in found if len(text.split()) >= FEWEST]


def of_size(texts, size, seed):
    """A text of so many words: articles in a new order, one under the other."""
    draw, made, count = random.Random(seed), [], 0
    while count < size:
        for text in draw.sample(texts, len(texts)):
            made.append(text)
            count += len(text.split())
            if count >= size:
                break
    return "\n".join(made)


def _ours(draw):
    from whosewords.shelf.catalogue import OWN, SHELF, WARM_UP
    from whosewords.shelf.catalogue import articles as shelf

    known = [p.text for name in (*OWN, *WARM_UP) for p in shelf[name].paragraphs]
    known += [p.precis for name in SHELF for p in shelf[name].paragraphs]
    return of_size(known, LENGTH, draw.random())
