"""Make the blackout editions in `data/articles/` from the five article files.

usage: python tools/make_editions.py FOLDER_WITH_THE_ARTICLES [--check]

Writes `<id>.words.csv` and `<id>.seals.json` for each edition and prints how much of it can be read.
`--check` writes nothing and exits 1 when the files on disk differ.
"""

import csv
import io
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from whosewords import words  # noqa: E402
from whosewords.calls.grades import full_text  # noqa: E402
from whosewords.readability import TEXTSTAT, textstat_opinion  # noqa: E402
from whosewords.shelf import blackout, catalogue  # noqa: E402
from whosewords.shelf.article import with_words  # noqa: E402
from whosewords.shelf.editions import edition_of  # noqa: E402
from whosewords.syllables import textstat_version  # noqa: E402
from whosewords.teacher.masking import masked  # noqa: E402

FILES = {"trt_cut": "000_*", "trt": "001_*", "anti_empire": "002_*", "journal_mtl": "003_*", "neo": "004_*"}
OPINIONS = ("trt", "trt_cut", "anti_empire", "rs", "journal_mtl", "neo")


def edition(text):
    """(words.csv, seals.json, masked words) of one article's text."""
    listed = words.read(text)
    made = masked(listed)
    whole, by_sentence = blackout.seals(listed)
    kept = json.dumps({"whole": whole, "sentences": by_sentence}, indent=1) + "\n"
    return blackout.to_csv(made), kept, made


def opinions(texts):
    """textstat's own answers, for readers whose articles are in blocks. texts: {edition: full text}."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["article", "version", *TEXTSTAT])
    for name in OPINIONS:
        article = with_words(catalogue.load(name), words.read(texts[edition_of(name)]))
        found = textstat_opinion(full_text(article))
        table.writerow([name, textstat_version(), *(f"{found[formula]:.0f}" for formula in TEXTSTAT)])
    return out.getvalue()


def editions(folder):
    """Yield (file name, content, masked words or None) for every file that the editions consist of."""
    texts = {}
    for name, pattern in FILES.items():
        found = sorted(Path(folder).glob(pattern))
        if len(found) != 1:
            raise SystemExit(
                f"{folder} should hold one file {pattern} for the edition “{name}”, not {len(found)}."
            )
        texts[name] = found[0].read_text(encoding="utf-8")
        table, kept, made = edition(texts[name])
        yield f"{name}.words.csv", table, made
        yield f"{name}.seals.json", kept, None
    yield "textstat.csv", opinions(texts), None


def main(folder, *options):
    target, different = ROOT / "data" / "articles", []
    for name, content, made in editions(folder):
        path = target / name
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            different.append(name)
        if "--check" not in options:
            path.write_text(content, encoding="utf-8", newline="\n")
        if made:
            share, longest = blackout.legible_share(made), blackout.longest_run(made)
            print(f"{name}: {len(made)} words, {share:.1%} legible, longest run {longest}")
    if "--check" in options and different:
        raise SystemExit(f"These differ from what the articles and lists give: {', '.join(different)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
