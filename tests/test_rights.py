"""No text of the publishers, and none of the annotated sets, stands anywhere in the project."""

import csv
import gzip
import json
import subprocess
import sys
import zipfile
from html import escape

import pytest
import rights
from library import ARTICLES, ROOT, SHARED, needs_articles

from whosewords.shelf import catalogue

LONGEST_HEADLINE = 20  # words; a longer one is no headline
# The original of a translated column has a headline too, and it is given as a reference.
ALSO = ("Les Américains en Irak : combien de temps encore ?",)

# Planted in these tests: invented, and long enough to hold many runs of seven words.
TALE = (
    "The baker's cat sat on the warm oven all day and nobody dared to wake her, because the last apprentice "
    "who tried it had to bake bread with one hand for three long weeks."
)
OTHER = "A sailor who counts the waves will sooner or later forget the number of his own children at home."


# ---- the project itself


@pytest.fixture(scope="module")
def guards():
    """The runs that must not stand here: seven words of an article, ten of an annotated set."""
    texts = [rights.words(path.read_text(encoding="utf-8")) for path in sorted(ARTICLES.glob("*.txt"))]
    assert len(texts) == 5
    seven = set().union(*(rights.runs(text, 7) for text in texts))
    for headline in ALSO:
        seven -= rights.runs(rights.words(headline), 7)
    for article in map(catalogue.articles.get, (*catalogue.SHELF, *catalogue.SPECIMENS)):
        assert len(rights.words(article.headline)) <= LONGEST_HEADLINE
        # A reference is the headline with the names of outlet and author around it.
        seven -= rights.runs(rights.words(f"{article.name} {article.headline} {article.author}"), 7)
    return {7: seven, 10: annotated()}


def annotated():
    found = set()
    tune, training = SHARED / "eval" / "babe_tune.csv", SHARED / "eval" / "ptc_train.jsonl"
    if tune.is_file():
        with tune.open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                found |= rights.runs(rights.words(row["text"]), 10)
    if training.is_file():
        for line in training.read_text(encoding="utf-8").splitlines():
            found |= rights.runs(rights.words(json.loads(line)["text"]), 10)
    return found


@needs_articles
def test_no_text_of_others_stands_in_the_project(guards):
    assert rights.search(ROOT, guards) == []


@needs_articles
def test_the_guards_would_find_each_article(guards):
    for path in ARTICLES.glob("*.txt"):
        assert len(rights.hits(path.read_text(encoding="utf-8"), path.name, guards)) > 300


@needs_articles
def test_another_checker_agrees():
    checker = SHARED / "tools" / "overlap.py"
    if not checker.is_file():
        pytest.skip("The other checker is not on this computer.")
    done = subprocess.run([sys.executable, str(checker), str(ROOT)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


# ---- the check itself


@pytest.fixture
def repository(tmp_path):
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("private/\n", encoding="utf-8")
    (tmp_path / "notes.md").write_text("# Nothing of it here\n\nThe cat sat on the oven.\n", encoding="utf-8")
    return tmp_path


def found(repository, text=TALE, length=7):
    return rights.search(repository, {length: rights.runs(rights.words(text), length)})


def cells(*marks):
    """The tale as a table with one word a row, numbers and flags around it."""
    return [
        "{0}{1}{2}{1}{3}".format(i, mark, word, "dn"[i % 2])
        for mark in marks
        for i, word in enumerate(TALE.split())
    ]


def rows(mark):
    return "\n".join(cells(mark))


def in_tags(text):
    """Markup around words and inside of them."""
    return " ".join(
        f"<b class='x'>{word}</b>" if i % 3 == 0 else f"{word[:1]}<i>{word[1:]}</i>" if i % 3 == 1 else word
        for i, word in enumerate(text.split())
    )


def notebook(text):
    cell = {"cell_type": "markdown", "source": [f"{word}\n" for word in text.split()], "metadata": {}}
    return json.dumps({"cells": [cell], "nbformat": 4})


PLANTED = {
    "a.md": TALE,
    "b.md": TALE.upper().replace(" ", "\n> "),
    "c.py": "text = (\n"
    + "\n".join(f'    "{word} "  # no. {i}' for i, word in enumerate(TALE.split()))
    + "\n)",
    "d.py": "\n".join(f"# {part}" for part in TALE.split(",")),
    "e.html": f"<p>{in_tags(TALE)}</p>",
    "f.html": "<p>"
    + escape(TALE).replace("a", "&#97;").replace("b", "&#x62;").replace(" ", "&nbsp;")
    + "</p>",
    "g.html": escape(f"<p>{in_tags(TALE)}</p>"),
    "h.html": "<table>"
    + "".join(f"<tr><td>{i}</td><td>{w}</td></tr>" for i, w in enumerate(TALE.split()))
    + "</table>",
    "i.csv": "number,word,flag\n" + rows(","),
    "j.csv": "number;word;flag\n" + rows(";"),
    "k.tsv": rows("\t"),
    "l.csv": "\n".join(TALE.replace(",", "").split()),
    "m.md": "| number | word | flag |\n|---|---|---|\n" + rows(" | "),
    "n.txt": rows("  "),
    "o.json": json.dumps(TALE.split()),
    "p.json": json.dumps([{"word": word, "letters": len(word), "kind": "w"} for word in TALE.split()]),
    "q.json": json.dumps({"text": TALE.replace("'", "’")}),
    "r.jsonl": "\n".join(json.dumps({"word": word, "flag": "d"}) for word in TALE.split()),
    "s.toml": "\n".join(f'[[word]]\ntext = "{word}"\nkind = "x"' for word in TALE.split()),
    "t.toml": f"words = {json.dumps(TALE.split())}",
    "u.yml": "\n".join(f"- word: {word}\n  kind: x" for word in TALE.split()),
    "v.ipynb": notebook(TALE),
    "w.json": '{"broken": true, '
    + ", ".join(f'"word": "{word}", "n": "x"' for word in TALE.replace(",", "").split()),
    "x.txt": TALE.replace("ough", "ou\u00adgh")
    .replace("apprentice", "appren\u00adtice")
    .replace("warm", "wa\u200brm"),
    "y.txt": TALE.replace("because", "be-\ncause")
    .replace("apprentice", "appren-\n  tice")
    .replace("warm", "wa-\nrm"),
    "z.js": json.dumps(TALE.replace("a", "\u00e1")).replace("\\u00e1", "\\u0061"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_text_is_found(name, repository):
    (repository / name).write_text(PLANTED[name], encoding="utf-8")
    where = {path for path, _ in found(repository)}
    assert where == {name}


def test_a_planted_text_is_found_in_archives_and_other_encodings(repository):
    (repository / "a.txt.gz").write_bytes(gzip.compress(TALE.encode()))
    (repository / "b.txt").write_bytes(TALE.encode("utf-16"))
    with zipfile.ZipFile(repository / "c.docx", "w") as archive:
        archive.writestr("document.xml", f"<w>{in_tags(TALE)}</w>")
    assert {path for path, _ in found(repository)} == {"a.txt.gz", "b.txt", "c.docx"}


def test_seven_words_are_found_and_six_are_not(repository):
    (repository / "six.txt").write_text("“sat on the warm oven all”", encoding="utf-8")
    assert found(repository) == []
    (repository / "seven.txt").write_text("“sat on the warm oven all day”", encoding="utf-8")
    assert found(repository) == [("seven.txt", "sat on the warm oven all day")]


def test_tracked_and_new_files_are_read_and_ignored_ones_are_not(repository):
    for folder in ("private", "src"):
        (repository / folder).mkdir()
        (repository / folder / "x.txt").write_text(TALE, encoding="utf-8")
    assert {path for path, _ in found(repository)} == {"src/x.txt"}
    subprocess.run(["git", "-C", str(repository), "add", "src"], check=True)
    assert {path for path, _ in found(repository)} == {"src/x.txt"}


def test_without_git_everything_is_read(tmp_path, monkeypatch):
    (tmp_path / "x.txt").write_text(TALE, encoding="utf-8")
    monkeypatch.setenv("PATH", "")
    assert {path for path, _ in found(tmp_path)} == {"x.txt"}


def test_other_texts_are_left_in_peace(repository):
    for name in PLANTED:
        (repository / name).write_text(OTHER, encoding="utf-8")
    (repository / "half.txt").write_text("the warm oven all day, nobody dared to wake", encoding="utf-8")
    assert found(repository) == []


def test_runs_of_ten_words(repository):
    (repository / "x.txt").write_text(" ".join(TALE.split()[:9]), encoding="utf-8")
    assert found(repository, length=10) == []
    (repository / "x.txt").write_text(" ".join(TALE.split()[:10]), encoding="utf-8")
    assert len(found(repository, length=10)) == 1
