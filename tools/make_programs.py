"""Ask other programs for the Flesch-Kincaid grade of the articles, and store their answers.

usage: python tools/make_programs.py FOLDER_WITH_THE_ARTICLES

Writes `data/readability/programs.csv`. Not part of the normal set-up. It needs a network, about 500 MB of
disk space for environments that it throws away, and npm for one of the programs. Where a program cannot be
had, its row says so and has no values.

- The newest textstat is handed our copy of the CMU dictionary's syllable counts, which it would download.
- py-readability-metrics needs NLTK's Punkt, which it would download. It is taken from a package that carries
  it (`PUNKT_CARRIER`).
- textdescriptives is run with spaCy's rule for sentences (“sentencizer”), without a language model.

What a program does with sentences and syllables (`note`) was read in the code of the version that the row
names: read it again when a version changes.
"""

import csv
import datetime
import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from make_editions import FILES  # noqa: E402

from whosewords import words  # noqa: E402
from whosewords.calls.grades import full_text  # noqa: E402
from whosewords.shelf import catalogue, editions  # noqa: E402
from whosewords.shelf.article import with_words  # noqa: E402

TABLE = ROOT / "data" / "readability" / "programs.csv"
PUNKT_CARRIER, PUNKT = "llama-index-core", "llama_index/core/_static/nltk_cache"
SYLLABLES = ROOT / "data" / "cmudict" / "syllables.txt.gz"


class Program(NamedTuple):
    """A program: its name, what to install, the code that defines `ask` (text to grade), how it counts."""

    name: str
    package: str
    code: str
    note: str


TEXTSTAT = """
import gzip
from textstat.textstat import textstatistics
try:
    from textstat.backend.counts import _count_syllables
    rows = gzip.open({syllables!r}, "rt").read().splitlines()
    counts = {{word: int(count) for word, count in map(str.split, rows)}}
    class Sounds:
        def __getitem__(self, word):
            return [["0"] * counts[word]]
    _count_syllables.get_cmudict = lambda language: Sounds()
except ImportError:
    pass  # an old version, which counts syllables with hyphenation rules alone
ask = textstatistics().flesch_kincaid_grade
"""
METRICS = """
import nltk
nltk.data.path.insert(0, {punkt!r})
from readability import Readability
ask = lambda text: Readability(text).flesch_kincaid().score
"""
DESCRIPTIVES = """
import spacy, textdescriptives
pipe = spacy.blank("en")
pipe.add_pipe("sentencizer")
pipe.add_pipe("textdescriptives/readability")
ask = lambda text: pipe(text)._.readability["flesch_kincaid_grade"]
"""
NODE = """
import fs from 'fs';
import readability from 'text-readability';
const texts = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const asked = Object.entries(texts).map(([name, text]) => [name, readability.fleschKincaidGrade(text)]);
console.log(JSON.stringify(Object.fromEntries(asked)));
"""
PROGRAMS = (
    Program("textstat", "textstat", TEXTSTAT, "every . ! and ? ends a sentence; syllables from a dictionary"),
    Program("textstat", "textstat==0.7.4", TEXTSTAT,
            "every . ! and ? ends a sentence; syllables from rules for hyphens"),
    Program("py-readability-metrics", "py-readability-metrics", METRICS,
            "knows some abbreviations; 0.38 in the formula where the others have 0.39"),
    Program("textdescriptives", "textdescriptives", DESCRIPTIVES,
            "spaCy’s rule for sentences; syllables from rules for hyphens"),
    Program("text-readability (npm)", "text-readability", NODE,
            "a blank line ends no sentence, so whole paragraphs run together"),
)  # fmt: skip


def texts(folder):
    """The full text, without boilerplate, of everything on the shelf: {name: text}."""
    read = {}
    for name, pattern in FILES.items():
        (found,) = sorted(Path(folder).glob(pattern))
        read[name] = words.read(found.read_text(encoding="utf-8"))
    listed = {}
    for name in catalogue.articles:
        article = catalogue.load(name)
        edition = editions.edition_of(name)
        listed[name] = full_text(with_words(article, read[edition]) if edition in read else article)
    return listed


def asked(program, listed, place):
    """(version, {name: grade}) of a program, run in an environment of its own in the folder `place`."""
    given = place / "texts.json"
    given.write_text(json.dumps(listed), encoding="utf-8")
    return (_by_node if program.code is NODE else _by_python)(program, given, place)


def _by_python(program, given, place):
    venv.create(place, with_pip=True)
    python = place / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    _run(python, "-m", "pip", "install", "-q", program.package)
    if program.code is METRICS:
        carried = place / "carrier"
        _run(python, "-m", "pip", "install", "-q", "--no-deps", "--target", carried, PUNKT_CARRIER)
    name = program.package.partition("=")[0]
    code = program.code.format(syllables=str(SYLLABLES), punkt=str(place / "carrier" / PUNKT))
    code += (
        "import json, sys\nfrom importlib.metadata import version\n"
        "texts = json.load(open(sys.argv[1], encoding='utf-8'))\n"
        f"print(json.dumps([version({name!r}), {{name: ask(text) for name, text in texts.items()}}]))\n"
    )
    version, grades = json.loads(_run(python, "-c", code, given).splitlines()[-1])
    return version, grades


def _by_node(program, given, place):
    _run("npm", "install", "--prefix", place, program.package)
    (place / "ask.mjs").write_text(program.code, encoding="utf-8")
    about = json.loads((place / "node_modules" / program.package / "package.json").read_text("utf-8"))
    return about["version"], json.loads(_run("node", place / "ask.mjs", given))


def _run(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "it failed")
    return done.stdout


def rows(listed):
    """A row for each program, with empty values where it could not be had."""
    today = datetime.date.today().isoformat()
    for program in PROGRAMS:
        row = {"program": program.name, "measured": today, "note": program.note}
        with tempfile.TemporaryDirectory(prefix="whosewords-") as place:
            try:
                version, grades = asked(program, listed, Path(place))
                row |= {"version": version} | {name: f"{grade:.1f}" for name, grade in grades.items()}
            except (OSError, ValueError) as problem:
                row |= {"version": "–", "note": f"could not be asked: {problem}"}
        print(row)
        yield row


def main(folder):
    listed = texts(folder)
    TABLE.parent.mkdir(exist_ok=True)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        names = ["program", "version", "measured", "note", *listed]
        table = csv.DictWriter(file, names, lineterminator="\n", restval="")
        table.writeheader()
        table.writerows(rows(listed))


if __name__ == "__main__":
    main(*sys.argv[1:])
