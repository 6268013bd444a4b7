"""Nothing about these texts stands in code: no name of theirs is a string in src/, and a sixth article is
files only. With another folder of data the same code reads, counts and lines up other texts."""

import ast
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache

import pytest

from whosewords import files
from whosewords.measures.events import clocks, evening, short_names

# ---- no string of the code is about them

# What is left out before names are looked for: (file, what stands there, why it may).
ALLOWED = (
    ("shelf/importing/languages.py", "Turkish", "what a language is called"),
    ("shelf/importing/languages.py", "Russian", "what a language is called"),
    ("shelf/importing/roles.py", "thu(?:rs)?", "a weekday"),
    ("shelf/own_texts.py", "strike", "the field of that name in an article's file"),
    ("classroom/frames.py", "the strike", "the kind of event that all lessons are about, not one of them"),
    ("calls/ledger.py", "the strike", "the kind of event that all lessons are about, not one of them"),
    ("calls/silences.py", "the strike", "the kind of event that all lessons are about, not one of them"),
    ("classroom/agreeing.py", "the strikes", "the kind of event that all lessons are about, not one of them"),
    ("calls/names.py", "the strike", "the kind of event that all lessons are about, not one of them"),
    ("calls/names.py", "One strike", "the kind of event that all lessons are about, not one of them"),
    ("classroom/lab/drawing.py", "school grade in the USA", "what a grade is, not a name in the texts"),
    ("classroom/lab/drawing.py", "the dots in U.S. end", "an abbreviation with dots, as any could be"),
    ("calls/experiments.py", "U.S. written as US", "an abbreviation with dots, as any could be"),
    ("calls/experiments.py", "when U.S. becomes US", "an abbreviation with dots, as any could be"),
    (
        "calls/experiments.py",
        "that US is harder to read than U.S.",
        "an abbreviation with dots, as any could be",
    ),
)
MESSAGE = re.compile(r'"[^"]*"')  # in the message of a Problem: how to write a call


def names_of_these_texts():
    """Ids, titles and makers of the articles, events with their clocks, actors, and the lexicon's names."""
    sets = files.settings("naming_sets.toml")
    found = {*short_names(), *short_names().values(), *clocks(), evening().place, evening().title}
    for path in files.data("articles").glob("*.toml"):
        one = files.settings("articles", path.name)
        found |= {one["id"], one["name"], one["outlet"], one["headline"], one["strike"]}
        found |= {one["author"]} if one["author"].istitle() else set()
    for actor, one in sets["actors"].items():
        found |= {actor, one["told"], *one["also"]}
    for row in files.table_rows("lexicon", "names.csv"):
        if not row["term"].islower():  # “militia” is a word
            found |= {row["term"], *row["forms"].split("|")}
    return found - {""}


@cache
def pattern():
    """Any of these names, as a whole word; the longest that fits."""
    names = sorted(map(re.escape, names_of_these_texts()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)")


def strings(source):
    """(line, text, whether it is the message of a Problem) of every string of a file that is no docstring."""
    tree = ast.parse(source)
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, holders) and ast.get_docstring(node)
    }
    problems = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "Problem"
    ]
    told = {id(inside) for problem in problems for inside in ast.walk(problem)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value, id(node) in told


def about_these_texts(name, source):
    """The names of these texts that stand in the strings of a file, each with its place."""
    allowed = [text for file, text, _ in ALLOWED if file == name]
    for line, text, message in strings(source):
        for one in allowed:
            text = text.replace(one, "")
        text = MESSAGE.sub("", text) if message else text
        yield from (f"{name}:{line}: {found}" for found in pattern().findall(text))


def sources():
    return {
        path.relative_to(files.PACKAGE).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(files.PACKAGE.rglob("*.py"))
    }


def test_no_string_of_the_code_is_about_these_texts():
    found = [one for name, source in sources().items() for one in about_these_texts(name, source)]
    assert found == [], "What is about these texts belongs into data/."


def test_nor_does_a_style_sheet_or_a_frame_of_a_page():
    others = [
        path for path in files.PACKAGE.rglob("*") if path.suffix in (".css", ".html", ".txt", ".js", ".md")
    ]
    assert others and not [path.name for path in others if pattern().search(path.read_text(encoding="utf-8"))]


def test_whatever_is_allowed_is_there():
    for name, text, why in ALLOWED:
        assert text in sources()[name] and why


@pytest.mark.parametrize(
    "planted",
    [
        'SHELF = ("neo",)',
        'x = "rs"',
        'x = f"{1} was posted by TRT World"',
        'x = "strike_2021_06"',
        'x = "2020-03"',
        'x = "Soleimani killed, Jan 2020"',
        'x = ["pmf"]',
        'x = "the air strikes"',
        'x = "Helena Cobban"',
        'def f():\n    """Says “Iraq”."""\n    return "Iraq"',
        'raise Problem("A text of New Eastern Outlook.")',
        "raise Wrong('Write \"trt\".')",
    ],
)
def test_what_is_planted_is_found(planted):
    assert len(list(about_these_texts("calls/find.py", planted))) == 1


@pytest.mark.parametrize(
    "left",
    [
        '"""Counts "trt"."""',
        "raise Problem('Write find(\"trt\").')",
        'x = "words, neon, first, striking"',
        "neo = 1",
    ],
)
def test_what_is_left_in_peace(left):
    assert not list(about_these_texts("calls/find.py", left))


# ---- a sixth article

# Invented: the island, the paper and the people do not exist.
ARTICLE = """
id = "island"
kind = "full text"
name = "Quay Gazette"
outlet = "Quay Gazette (invented)"
headline = "Two nets for one bay"
author = "Ada Brook"
language = "en"
genre = "column"
strike = "2021-09"
date_event = "4 September 2021"
date_written = "unknown"
date_posted = "6 September 2021"
address = ""
address_is_link = false
rights = "Free to use."
note = "Invented for a test."

[[paragraph]]
role = "headline"
layer = "author"
voice = "H"
text = "Two nets for one bay"

[[paragraph]]
role = "body"
layer = "author"
voice = "A"
text = "On Saturday the council gave both nets to one boat. It was a brutal, shameful decision."

[[paragraph]]
role = "body"
layer = "author"
voice = "A"
text = "“They lied to us,” said the baker. Nobody had asked her before, and nobody asked the boats."
"""
BARE = ARTICLE.replace("island", "hill").replace("Quay Gazette", "Hill Post").replace("brutal, ", "")
EVENT = {
    "event_id": "nets_2021", "short": "nets, September 2021", "event": "The nets", "date_local": "2021-09-04",
    "source": "invented", "source_date": "2021-09-06",
}  # fmt: skip
FIVE = ["TRT World", "Anti-Empire", "Responsible Statecraft", "Journal de Montréal", "New Eastern Outlook"]
# Calls that take the sixth article alone, and calls that take it with the others where nothing is named.
ONE = (
    'show("island")', 'count("verdict", "island")', 'loaded_language("island")', 'find("brutal", "island")',
    'dates("island")', 'events("island")', 'readability("island")', 'second_opinion("island")',
    'drop_headings("island")', 'windows("island", 30)', 'where_to_read("island")',
)  # fmt: skip
ALL = ('count("verdict")', "loaded_language()", 'find("brutal")', "dates()", "events()", "readability()")
OTHER = (
    "articles", "frames()", 'naming("pmf")', 'frames("island")', 'who_is_behind("island")', 'events("hill")',
    'events(["trt", "hill"])', "events().table.columns.tolist()", "dates().table.text.tolist()",
)  # fmt: skip
ASK = """
import json, sys
from whosewords import *
from whosewords.problems import Problem

def told(call):
    try:
        return repr(eval(call))
    except Problem as problem:
        return f"Problem: {problem}"

print(json.dumps({call: told(call) for call in sys.argv[1:]}))
"""


def added(table, *rows):
    """Rows at the end of a table, written as its columns want them."""
    columns = next(csv.reader(io.StringIO(table.read_text(encoding="utf-8"))))
    with table.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, restval="", lineterminator="\n").writerows(rows)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the calls say in a program of its own, whose data is a copy of ours and a sixth article."""
    folder = tmp_path_factory.mktemp("other") / "data"
    shutil.copytree(files.data(), folder)
    (folder / "articles" / "island.toml").write_text(ARTICLE, encoding="utf-8")
    (folder / "articles" / "hill.toml").write_text(BARE, encoding="utf-8")
    shelf = (folder / "shelf.toml").read_text(encoding="utf-8")
    shelf = shelf.replace("compared = [", 'compared = ["island", ', 1).replace(
        "ours = [", 'ours = ["hill", ', 1
    )
    (folder / "shelf.toml").write_text(shelf, encoding="utf-8")
    added(folder / "events.csv", EVENT)
    read = {"island": "main"} | {row["article"]: "absent" for row in files.table_rows("event_mentions.csv")}
    here = [{"event_id": "nets_2021", "article": name, "role": role} for name, role in read.items()]
    there = [{"event_id": event, "article": "island", "role": "absent"} for event in short_names()]
    added(folder / "event_mentions.csv", here[0] | {"paragraphs": "1;2"}, *here[1:], *there)
    paths = os.pathsep.join(filter(None, [str(files.PACKAGE.parent), os.environ.get("PYTHONPATH")]))
    places = {
        "WHOSEWORDS_DATA": str(folder),
        "WHOSEWORDS_HOME": str(folder.parent / "home"),
        "PYTHONPATH": paths,
    }
    done = subprocess.run(
        [sys.executable, "-c", ASK, *ONE, *ALL, *OTHER],
        capture_output=True,
        text=True,
        env=os.environ | places,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_sixth_article_stands_on_the_shelf(told):
    lines = told["articles"].splitlines()
    assert re.match("island +Quay Gazette, 38 .*column$", lines[0]) and len(lines) == 6


@pytest.mark.parametrize("call", ONE)
def test_every_call_takes_it(told, call):
    assert "Quay Gazette" in told[call] and "Problem" not in told[call]


@pytest.mark.parametrize("call", ALL)
def test_where_nothing_is_named_it_is_there_beside_the_five(told, call):
    assert all(name in told[call] for name in ("Quay Gazette", *FIVE)), told[call]


def test_it_has_a_column_and_a_row_like_the_others(told):
    assert told["events().table.columns.tolist()"] == repr(["event", "Quay Gazette", *FIVE])
    assert told["dates().table.text.tolist()"] == repr(["Quay Gazette", *FIVE])


def test_what_is_said_of_it_is_what_stands_there(told):
    # ¶1 has 5 words, ¶2 10 + 6, ¶3 4 + 3 + 10: 38. “They lied to us” is quoted: 4, and 34 are the author's.
    counted = told['count("verdict", "island")']
    assert re.search(r"\(A \+ H\) +34 ", counted)
    assert re.search(r"\(Q \+ I\) +4 ", counted)
    assert "1 hit. Quay Gazette 1." in told['find("brutal")']
    assert "Of 7 events, 1 is what a text is about" in told['events("island")']
    assert re.search(r"nets, September 2021 +main ¶1 ¶2", told['events("island")'])
    assert "4 September 2021 unknown 6 September 2021" in told['dates("island")']
    assert re.search(r"Quay Gazette +38 +5 ", told['readability("island")'])  # the headline, and four
    assert "nobody asked" in told['show("island")']
    assert "here in full" in told['where_to_read("island")']


def test_what_nobody_has_read_is_not_made_up(told):
    assert re.search("Nobody .*behind “island”", told['who_is_behind("island")'])
    assert re.search("Nobody .*“island” .*frame", told['frames("island")'])
    for call in ("frames()", 'naming("pmf")'):
        assert "TRT World" in told[call] and "Quay Gazette" not in told[call]


def test_a_text_without_rows_is_named_where_events_are_asked_for(told):
    assert re.match("Problem: .*Hill Post", told['events("hill")'])
    assert "for Hill Post." in told['events(["trt", "hill"])']
