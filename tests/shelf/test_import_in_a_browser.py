"""What is read without lxml, as in a browser: a page by Python's own parser, all but Word documents."""

import importlib
import io
import sys

import pytest

from whosewords.problems import Problem
from whosewords.shelf.importing import read_source
from whosewords.shelf.importing.pages import WITHOUT_A_FINDER

PAGE = """<!doctype html><html lang="en"><head><title>Ferry sinks | Quay News</title>
<meta property="og:title" content="Ferry sinks"><meta name="author" content="Ada Brook">
<meta property="article:published_time" content="2019-05-04T10:00:00Z">
<meta property="og:site_name" content="Quay News"><style>p {color: red}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Sea</a></li></ul></nav>
<article><h1>Ferry sinks</h1><p>The ferry left at noon &amp; sank.<p>Nobody was <b>hurt</b>.</article>
<script>alert("never shown")</script><footer><p>Write to us</footer></body></html>"""


@pytest.fixture(autouse=True)
def browser(monkeypatch):
    importlib.import_module("bs4")  # it looks for lxml once, and other tests want it
    for name in ("lxml", "lxml.etree", "trafilatura", "docx"):
        monkeypatch.setitem(sys.modules, name, None)


def test_a_page_is_read_without_its_menus_and_it_says_how():
    found = read_source(PAGE)
    assert found.text == "Ferry sinks\nThe ferry left at noon & sank.\nNobody was hurt."
    assert (found.title, found.author, found.date) == ("Ferry sinks", "Ada Brook", "2019-05-04")
    assert found.outlet == "Quay News" and found.language == "en"
    assert WITHOUT_A_FINDER in found.notes
    dropped = {block.text for block in found.blocks if not block.taken}
    assert {"• Home", "• Sea", "Write to us"} <= dropped


def test_a_page_without_a_head_is_no_trouble():
    found = read_source("<p>The ferry sank.<p>Nobody was hurt.")
    assert found.text == "The ferry sank.\nNobody was hurt." and not found.title and not found.date


@pytest.mark.parametrize("ending", [".txt", ".md", ".html"])
def test_files_of_text_and_saved_pages(tmp_path, ending):
    file = tmp_path / f"ferry{ending}"
    file.write_text(PAGE if ending == ".html" else "The ferry sank.\n\nNobody was hurt.", encoding="utf-8")
    assert read_source(file).text.endswith("Nobody was hurt.")


def test_a_word_document_is_named_as_what_cannot_be_read(tmp_path, monkeypatch):
    monkeypatch.undo()
    document = importlib.import_module("docx").Document()
    document.add_paragraph("The ferry sank.")
    document.save(made := io.BytesIO())
    file = tmp_path / "ferry.docx"
    file.write_bytes(made.getvalue())
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(Problem, match=r"Word document.*in a browser.*paste"):
        read_source(file)
