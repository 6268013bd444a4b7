"""What arrives from outside: files and pages of all kinds, and a sentence where they cannot be read."""

import re
import subprocess
import sys

import pytest
from shapes import as_archive, page

from whosewords import files
from whosewords.problems import Problem
from whosewords.shelf.importing import LARGEST, decoded, file_text, plain_text, read_source, whole_text

TEXT = "The ‘first’ line – of two.\nThe second “line”, it’s said."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding, tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert file_text(path) == file_text(str(path)) == TEXT


def test_what_is_no_text():
    assert decoded(b"\x00\x01\x02") is None
    assert decoded(b"%PDF-1.7") is None
    assert decoded(b"PK\x03\x04") is None
    assert decoded(b"{\\rtf1 text}") is None
    assert decoded(b"\xff\xfe\x00") is None  # half a sign of UTF-16
    assert decoded(b"") == ""


BAD = {
    "empty.txt": (b"", "The file “empty.txt” is empty."),
    "blank.html": (b"\n\n \t", "The file “blank.html” is empty."),
    "photo.jpg": (
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        "“photo.jpg” is not a text file. Open it, copy the article's text",
    ),
    "page.docx": (b"PK\x03\x04", "is not a text file"),
    "big.txt": (b"a" * (LARGEST + 1), "has 5.0 million bytes; an article has far less than 5. Save only"),
    "big.html": (b"<p>x</p>" * 1_000_000, "has 8.0 million bytes"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_get_a_sentence(name, tmp_path):
    content, said = BAD[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Problem, match=re.escape(said)):
        file_text(tmp_path / name)


def test_a_file_that_is_not_there_and_a_folder(tmp_path):
    with pytest.raises(Problem, match=r"The file “none\.txt” could not be read"):
        file_text(tmp_path / "none.txt")
    with pytest.raises(Problem, match="is a folder"):
        file_text(tmp_path)
    for name in ("a\0b.txt", "a" * 300 + ".txt"):
        with pytest.raises(Problem, match="could not be read"):
            file_text(tmp_path / name)


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    def refuse(_):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(Problem, match=r"“secret.txt” could not be read \(Permission denied\)"):
        file_text(tmp_path / "secret.txt")


def test_plain_text_stays_as_it_is():
    for text in (
        TEXT,
        "",
        "a < b and b > c",
        "He wrote <this>.",
        "1. One\n2. Two\n",
        "Subject: a letter",
    ):
        assert plain_text(text) == text


def test_a_page_gives_its_article_and_all_of_it_when_asked():
    assert plain_text(page(TEXT)) == ("The ‘first’ line – of two.\nThe second “line”, it’s said.")
    assert whole_text(page(TEXT)) == (
        "Home\nAbout us\nThe ‘first’ line – of two.\nThe second “line”, it’s said.\n"
        "Read next: ten recipes\n© Nobody & Sons"
    )


def test_a_page_saved_in_one_file():
    assert plain_text(as_archive(TEXT)) == plain_text(page(TEXT))
    assert plain_text(as_archive(TEXT).replace("\n", "\r\n")) == plain_text(page(TEXT))
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
    assert plain_text(head + "a letter without parts") == head + "a letter without parts"


PAGES = {
    # a page may leave out the end of its head, and many do
    "<html><head><title>T</title><meta charset=utf-8><body><p>One<p>Two": "One\nTwo",
    "<!DOCTYPE html><title>T</title><p>One</p>": "One",
    "<div>One<br>Two<br/>Three</div>": "One\nTwo\nThree",
    "<p>One <b>two</b> <a href='x'>three</a>, <i>four</i></p>": "One two three, four",
    "<p>Line\nbreaks   are\tblanks</p>": "Line breaks are blanks",
    "<p>&ldquo;One&rdquo; &amp; &#8217;two&#x2019;&nbsp;three</p>": "“One” & ’two’ three",
    "<p>A</p><script>document.write('<p>B</p>')</script><p>C</p>": "A\nC",
    "<p>A</p><style>p::after { content: 'B' }</style>": "A",
    "<p>A</p><noscript>C</noscript><template><p>D</p></template>": "A",
    "<p>A<svg><title>B</title><text>C</text></svg></p><svg/><p>D</p>": "A\nD",
    "<p>A</p><!-- <p>B</p> --><p>C</p>": "A\nC",
    "<ul><li>A<li>B</ul><table><tr><td>C</td><td>D</td></tr></table>": "• A\n• B\nC\nD",
    "<p>A</div></p></b>B": "A\nB",
    "<p>A<img src=x onerror=alert(1)>B</p>": "AB",
    "<p>1 &lt; 2 &lt;b&gt;</p>": "1 < 2 <b>",
    "<div></div>": "",
    "<p>A</p><![if !x]><p>B</p><![endif]><![ <p>C</p>": "A\nB\nC",
    "<p>unfinished <b": "unfinished",
}


@pytest.mark.parametrize("source", PAGES)
def test_pages(source):
    assert plain_text(source) == PAGES[source]


def test_a_page_without_text_is_told_of(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<html><body><script>x()</script></body></html>", encoding="utf-8")
    with pytest.raises(Problem, match=r"The file “page\.html” shows no text"):
        file_text(path)
    assert plain_text(path.read_text(encoding="utf-8")) == ""


PIECES = [
    "<p>word ",
    "<div>",
    "&",
    "<b",
    "<p ",
    "</p>",
    "<!--",
    "<!-- >",
    "<script",
    "<script>",
    "<![ >",
    "<a b='>",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_large_odd_page_gets_an_answer(piece):
    made = "<html>" + piece * (1_000_000 // len(piece))
    try:
        assert isinstance(plain_text(made), str)
    except Problem as problem:
        assert made.count("<") > 50_000
        assert "tags" in str(problem)
    assert isinstance(whole_text(made), str)


def test_what_reads_pages_is_loaded_when_a_page_comes():
    heavy = {"trafilatura", "bs4", "lxml", "ftfy", "pypdf", "docx", "charset_normalizer", "mistune"}
    ask = (
        "import sys; from whosewords.shelf.importing import read_source; read_source('A text of ours.');"
        f"print(*sorted({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask], capture_output=True, text=True, cwd=files.PACKAGE.parent
    )
    assert (done.stdout.split(), done.stderr) == ([], "")


def test_a_paste_that_is_too_large():
    with pytest.raises(Problem, match=r"has 6\.0 million characters"):
        read_source("word " * 1_200_000)
