"""How often the list of loaded words is right, measured on expert-annotated text that nobody here wrote.

usage: python tools/evaluate_lexicon.py FOLDER_WITH_THE_SETS [--store] [--errors]

Reads `babe*.csv` and `ptc*.jsonl` in the folder. Of the tuning files (`*tune*`, `*train*`) only the rows are
scored that were set aside before anything was read; of other files all. Word level: tokens of BABE. Sentence
level: sum of weights over number of tokens against a threshold that was chosen on the tuning rows (five-fold,
by article link). Span level: tokens of PTC. In brackets: 95 % bootstrap intervals over sentences (PTC: over
articles). --store writes `data/lexicon/accuracy.csv`. --errors prints the commonest false hits and misses as
single words, from the rows that may be read, so that nobody tunes on the others.
Needs vaderSentiment and textblob for the comparison.
"""

import csv
import hashlib
import io
import sys
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

import expert_sets  # noqa: E402

from whosewords.lexicon import find_hits, load  # noqa: E402

DRAWS = 1000
POOLED_READING = (150, 133)  # places of all other entries, drawn at random and read by one reader; loaded
ACCURACY = ROOT / "data" / "lexicon" / "accuracy.csv"


def by_entries(entries):
    """A counter from a list of entries: text → [(start, end, weight)]."""
    entries = tuple(entries)
    return lambda text: [(h.start, h.end, h.weight) for h in find_hits(text.text, entries, voice=False)]


def by_words(weights):
    """A counter from a plain list of words: word → weight."""
    return lambda text: [(a, b, weights[token]) for token, a, b in text.tokens if token in weights]


def public_lists():
    """The word lists whose terms allow it: name → {word: weight}."""
    import xml.etree.ElementTree as ET

    import textblob
    import vaderSentiment

    lines = (
        (Path(vaderSentiment.__file__).parent / "vader_lexicon.txt").read_text(encoding="utf-8").splitlines()
    )
    valence = {word: abs(float(value)) for word, value, *_ in (line.split("\t") for line in lines)}
    senses = {}
    for word in ET.parse(Path(textblob.__file__).parent / "en" / "en-sentiment.xml").getroot():
        senses.setdefault(word.get("form").lower(), []).append(float(word.get("subjectivity")))
    subjective = {word: sum(values) / len(values) for word, values in senses.items()}
    vader = {word: value for word, value in valence.items() if value >= 2}
    textblob_words = {word: value for word, value in subjective.items() if value >= 0.5}
    both = dict.fromkeys([*vader, *textblob_words], 1.0)
    return {"VADER, valence of 2 or more": vader, "TextBlob, subjectivity of .5 or more": textblob_words,
            "VADER and TextBlob together": both}  # fmt: skip


def counters():
    """name → counter, ours first."""
    ours = load()
    hand = [entry for entry in ours if entry.origin == "hand"]
    blind = [e._replace(on=e.grade == 3, weight=0.4, needs=(), unless=()) for e in hand]
    found = {
        "this list": by_entries(ours),
        "without the entries chosen from votes": by_entries(e for e in ours if e.origin != "votes"),
        "hand entries of grade 3, no vote used at all": by_entries(blind),
    }
    return found | {name: by_words(words) for name, words in public_lists().items()}


def token_counts(texts, counter):
    """For each text (right, predicted, marked) tokens, and the sum of weights."""
    rows, weights = [], []
    for text in texts:
        spans = counter(text)
        inside = np.zeros(len(text.tokens), bool)
        starts = np.array([start for _, start, _ in text.tokens])
        ends = np.array([end for *_, end in text.tokens])
        for start, end, _ in spans:
            inside |= (starts < end) & (ends > start)
        gold = np.array(text.gold, bool)
        rows.append((int((inside & gold).sum()), int(inside.sum()), int(gold.sum())))
        weights.append(sum(weight for *_, weight in spans) / max(len(text.tokens), 1))
    return np.array(rows, float), np.array(weights)


def measures(counts):
    """Precision, recall and F1 from sums of (right, predicted, marked)."""
    right, predicted, marked = counts
    precision, recall = right / max(predicted, 1), right / max(marked, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def interval(draw, size, seed=1):
    """The 95 % bootstrap interval of a statistic of row numbers."""
    chance = np.random.default_rng(seed)
    values = [draw(chance.integers(0, size, size)) for _ in range(DRAWS)]
    return np.percentile(values, [2.5, 97.5], axis=0)


def macro_f1(gold, predicted):
    scores = []
    for label in (True, False):
        both = ((gold == label) & (predicted == label)).sum()
        scores.append(2 * both / max((gold == label).sum() + (predicted == label).sum(), 1))
    return float(np.mean(scores))


def best_threshold(scores, gold, groups):
    """The threshold that does best on the tuning rows: the mean of the five that win on four folds each."""
    folds = np.array([int(hashlib.md5(f"fold {group}".encode()).hexdigest(), 16) % 5 for group in groups])
    chosen = []
    for fold in range(5):
        inside = folds != fold
        options = np.unique(np.quantile(scores[inside], np.linspace(0, 1, 201)))
        chosen.append(max(options, key=lambda t, inside=inside: macro_f1(gold[inside], scores[inside] >= t)))
    return float(np.mean(chosen))


def one_expert(texts):
    """One expert against two or more of the other four: (right, predicted, marked) a sentence."""
    rows = []
    for text in texts:
        sums = np.zeros(3)
        for i, mine in enumerate(text.readings):
            others = text.readings[:i] + text.readings[i + 1 :]
            for token, *_ in text.tokens if len(text.readings) == 5 else ():
                marked = sum(token in other for other in others) >= 2
                sums += (token in mine and marked, token in mine, marked)
        rows.append(sums)
    return np.array(rows)


def read_sets(folder):
    """(BABE to score, PTC to score, BABE to choose a threshold on)."""
    babe, ptc, tuning = [], [], []
    for path in sorted(Path(folder).glob("babe*.csv")):
        if "votes" in path.name:
            continue
        texts = expert_sets.babe(path, path.with_name(f"{path.stem}_votes.csv"))
        babe += expert_sets.part(texts, aside=True) if "tune" in path.name else texts
        tuning += expert_sets.part(texts, aside=False) if "tune" in path.name else []
    for path in sorted(Path(folder).glob("ptc*.jsonl")):
        texts = expert_sets.ptc(path)
        ptc += expert_sets.part(texts, aside=True) if "train" in path.name else texts
    return babe, ptc, tuning


def stored_threshold():
    with ACCURACY.open(encoding="utf-8", newline="") as file:
        return next(
            float(row["value"]) for row in csv.DictReader(file) if row["measure"] == "sentence threshold"
        )


def score(counter, babe, ptc, tuning):
    """All figures of one counter: measure → (value, low, high)."""
    found = {}
    if babe:
        counts, weights = token_counts(babe, counter)
        low, high = interval(lambda rows: measures(counts[rows].sum(0)), len(counts))
        for name, *values in zip(
            ("precision", "recall", "F1"), measures(counts.sum(0)), low, high, strict=True
        ):
            found[f"word {name}"] = tuple(values)
        gold = np.array([text.biased for text in babe])
        if tuning:
            tuned = token_counts(tuning, counter)[1]
            edge = best_threshold(tuned, np.array([t.biased for t in tuning]), [t.group for t in tuning])
        else:
            edge = stored_threshold()
        low, high = interval(lambda rows: macro_f1(gold[rows], weights[rows] >= edge), len(gold))
        found["sentence macro-F1"] = (macro_f1(gold, weights >= edge), low, high)
        found["sentence threshold"] = (edge, float("nan"), float("nan"))
    if ptc:
        counts, _ = token_counts(ptc, counter)
        low, high = interval(lambda rows: measures(counts[rows].sum(0)), len(counts))
        for name, *values in zip(
            ("precision", "recall", "F1"), measures(counts.sum(0)), low, high, strict=True
        ):
            found[f"PTC token {name}"] = tuple(values)
        spans = [(span, counter(text)) for text in ptc for span in text.loaded_spans]
        touched = sum(any(a < span[1] and b > span[0] for a, b, _ in hits) for span, hits in spans)
        found["PTC loaded spans with a hit"] = (touched / max(len(spans), 1), float("nan"), float("nan"))
    return found


def shown(value):
    middle, low, high = value
    return f"{middle:.3f}" + (f" [{low:.3f}, {high:.3f}]" if low == low else "")


def store(ours, expert, sizes):
    """Write what `accuracy()` reads."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["measure", "value", "low", "high", "note"])
    for name, (value, low, high) in (ours | expert).items():
        edges = [f"{edge:.3f}" if edge == edge else "" for edge in (low, high)]
        table.writerow([name, f"{value:.4f}" if "threshold" in name else f"{value:.3f}", *edges, sizes])
    entries = [entry for entry in load() if entry.on and entry.read]
    read, right = sum(e.read for e in entries), sum(e.right for e in entries)
    note = f"{read} places of {len(entries)} common entries, up to 20 each, read by one reader"
    table.writerow(["own reading", f"{right / read:.3f}", "", "", note])
    read, right = POOLED_READING
    note = f"{read} places of the other entries, drawn at random, read by one reader"
    table.writerow(["pooled reading", f"{right / read:.3f}", "", "", note])
    ACCURACY.write_text(out.getvalue(), encoding="utf-8", newline="\n")


def errors(texts):
    """The commonest false hits and misses, as single words."""
    false, missed = Counter(), Counter()
    for text in texts:
        spans = find_hits(text.text, voice=False)
        for (token, start, end), gold in zip(text.tokens, text.gold, strict=True):
            inside = any(h.start < end and h.end > start for h in spans)
            false[token] += inside and not gold
            missed[token] += gold and not inside
    for name, counts in (("false hits", false), ("misses", missed)):
        print(f"\n50 commonest {name}: " + ", ".join(f"{word} {n}" for word, n in counts.most_common(50)))


def main(folder, *options):
    babe, ptc, tuning = read_sets(folder)
    if not babe and not ptc:
        raise SystemExit(f"{folder} holds no file babe*.csv or ptc*.jsonl.")
    sizes = f"{len(babe)} sentences of BABE and {len(ptc)} articles of PTC"
    print(f"Scored: {sizes} that were set aside before anything was read.")
    results = {name: score(counter, babe, ptc, tuning) for name, counter in counters().items()}
    for name, found in results.items():
        print(f"\n{name}")
        for measure, value in found.items():
            print(f"  {measure:30} {shown(value)}")
    expert = {}
    counts = one_expert(babe) if babe else np.zeros((0, 3))
    if counts.sum():
        low, high = interval(lambda rows: measures(counts[rows].sum(0)), len(counts))
        for name, *values in zip(
            ("precision", "recall", "F1"), measures(counts.sum(0)), low, high, strict=True
        ):
            expert[f"one expert {name}"] = tuple(values)
        print("\none expert against two or more of the other four")
        for measure, value in expert.items():
            print(f"  {measure:30} {shown(value)}")
    if "--store" in options:
        store(results["this list"], expert, sizes)
    if "--errors" in options:
        errors(tuning)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
