"""Word documents, PDFs and Markdown, good and bad. The files are made here, none is kept."""

import io
import re
import zipfile

import pytest

from whosewords.problems import Problem
from whosewords.shelf.importing import file_text, read_source, whole_text

LINES = [
    "The ferry that left Mill Cove at noon sank off the coast before the",
    "evening came, and nobody of the crew of nine was hurt. The harbour-",
    "master said that it had been over-",
    "loaded for a year.",
]


def saved(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# ---- Word


def word_document(build):
    from docx import Document

    document, kept = Document(), io.BytesIO()
    build(document)
    document.save(kept)
    return kept.getvalue()


def ferry(document):
    document.add_heading("Ferry sinks", 0)
    document.add_paragraph("All nine saved", "Subtitle")
    document.add_heading("The night", 1)
    paragraph = document.add_paragraph("The ferry ")
    paragraph.add_run("sank").bold = True
    paragraph.add_run(" at night.")
    document.add_paragraph("We will pay.", "Quote")
    document.add_paragraph("one boat", "List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Crew", "nine"
    document.add_paragraph("")
    document.core_properties.author = "Ada Brook"


def test_a_word_document(tmp_path):
    path = saved(tmp_path, "ferry.docx", word_document(ferry))
    reading = read_source(path)
    assert [(block.role, block.text) for block in reading.blocks] == [
        ("headline", "Ferry sinks"), ("standfirst", "All nine saved"), ("heading", "The night"),
        ("body", "The ferry sank at night."), ("quote block", "We will pay."), ("list item", "one boat"),
        ("table cell", "Crew"), ("table cell", "nine"),
    ]  # fmt: skip
    assert (reading.title, reading.author) == ("Ferry sinks", "Ada Brook")
    assert "“We will pay.”" in file_text(path)
    assert "We will pay." in whole_text(path)
    assert "“" not in whole_text(path)


def test_a_word_document_is_known_whatever_its_name_ends_in(tmp_path):
    path = saved(tmp_path, "ferry.txt", word_document(ferry))
    assert file_text(path).startswith("Ferry sinks\nAll nine saved")


def archive(parts):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return kept.getvalue()


BAD_WORD = {
    "bomb.docx": (archive({"word/document.xml": b" " * 70_000_000}), "unpacks to 70 million bytes"),
    "cut.docx": (word_document(ferry)[:4000], "could not be read as a Word document"),
    "other.docx": (archive({"word/x.xml": b"<a/>"}), "could not be read as a Word document"),
    "empty.docx": (word_document(lambda document: None), "holds no text"),
    "sheet.xlsx": (archive({"xl/workbook.xml": b"<a/>"}), "is not a text file"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Ferry", "is not a text file"),
    "letter.rtf": (b"{\\rtf1 Ferry}", "is not a text file"),
}


# ---- PDF


def pdf(pages, **more):
    """A PDF with a text layer, made by hand: lines of text on pages, one below the other."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 11 Tf 60 760 Td {shown} ET".encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
        b" ".join(b"%d 0 R" % kid for kid in kids),
        len(kids),
    )
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(made))
    )


def locked(content):
    from pypdf import PdfWriter

    writer, kept = PdfWriter(clone_from=io.BytesIO(content)), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(kept)
    return kept.getvalue()


def test_lines_of_a_pdf_become_paragraphs_again(tmp_path):
    path = saved(
        tmp_path,
        "ferry.pdf",
        pdf([["Ferry sinks", *LINES, "It was the third ferry that was lost on that coast in the"]]),
    )
    reading = read_source(path)
    assert [(block.role, block.text.replace("\u00ad", "~")) for block in reading.blocks] == [
        ("headline", "Ferry sinks"),
        ("body", f"{LINES[0]} evening came, and nobody of the crew of nine was hurt. The harbour~master said "
                 "that it had been over~loaded for a year."),
        ("body", "It was the third ferry that was lost on that coast in the"),
    ]  # fmt: skip
    assert whole_text(path).split("\n")[1] == LINES[0]
    assert any("order" in note for note in reading.notes)


def test_what_every_page_of_a_pdf_repeats_is_dropped(tmp_path):
    path = saved(
        tmp_path,
        "ferry.pdf",
        pdf(
            [
                ["The Cove Post", f"Story {n} of the ferry is told here at full length.", f"{n} / 4"]
                for n in range(1, 5)
            ]
        ),
    )
    reading = read_source(path)
    assert "Cove Post" not in reading.text
    assert "/ 4" not in reading.text
    assert reading.text.count("Story") == 4
    assert [block.text for block in reading.blocks if not block.taken] == [
        line for n in range(1, 5) for line in ("The Cove Post", f"{n} / 4")
    ]


BAD_PDF = {
    "scan.pdf": (pdf([[], []]), "holds no text, only pictures of pages"),
    "locked.pdf": (locked(pdf([["Ferry"]])), "is locked with a password"),
    "broken.pdf": (b"%PDF-1.7\nFerry", "could not be read as a PDF"),
    "long.pdf": (pdf([["Ferry"]] * 201), "has 201 pages"),
}


# ---- Markdown

MARKDOWN = {
    "See [the map](http://invented.example/a_b.html 'Map') here.": "See the map here.",
    "![The pier](pier.png)\n\nThe pier is **shut**.": "The pier is shut.",
    "---\ntitle: Pier\nauthor: Ada Brook\n---\n\nThe pier is shut.": "The pier is shut.",
    "+++\ntitle = 'Pier'\n+++\nThe pier is shut.": "The pier is shut.",
    "One `word` and\na line.\n\n    indented code\n\nTwo.": "One word and a line.\nTwo.",
    "~~~python\nprint(1)\n~~~\nOne.": "One.",
    "# Pier\n\nIt said:\n\n> It is *safe*.\n> We tried.\n\nVoss left.": (
        "Pier\nIt said:\n“It is safe. We tried.”\nVoss left."
    ),
    "- one\n- two": "• one\n• two",
    "One[^1].\n\n[ref]: http://invented.example\n\nSee [it][ref].": "One[^1].\nSee it.",
    "One[^1].\n\n[^1]: A note.": "One.\nA note.",
    "- [x] done": "• done",
    "A line with two blanks  \nat its end <b>bold</b> <!-- no --> <script>x()</script>.": (
        "A line with two blanks at its end bold ."
    ),
    "| a | b |\n|---|---|\n| c | d |": "a\nb\nc\nd",
    "* * *\n\nOne \\*star\\* &amp; two": "One *star* & two",
}


@pytest.mark.parametrize("source", MARKDOWN)
def test_markdown(source, tmp_path):
    assert file_text(saved(tmp_path, "pier.md", source)) == MARKDOWN[source]


def test_the_header_of_markdown_says_whose_it_is(tmp_path):
    header = "---\ntitle: 'Pier: shut'\nauthor: Ada Brook\ndate: 2031-03-04 08:00\ntags:\n  - sea\n---\n"
    reading = read_source(
        saved(tmp_path, "pier.md", header + "# Pier\n\n```\ncode\n```\n\nThe pier is shut.")
    )
    assert (reading.title, reading.author, reading.date) == ("Pier: shut", "Ada Brook", "2031-03-04")
    assert [(block.role, block.taken) for block in reading.blocks] == [
        ("headline", True),
        ("code", False),
        ("body", True),
    ]
    assert [block.why for block in reading.blocks if not block.taken] == ["code"]


BAD_MARKDOWN = {
    "code.md": ("```\nprint(1)\n```\n", "holds no text besides"),
    "long.md": ("word " * 220_000, "1,100,000 characters"),
}

# ---- and what is wrong with files of every kind

BAD = {
    **BAD_WORD, **BAD_PDF, **BAD_MARKDOWN,
    "menu.html": ("<html><script>go()</script><div id=app></div></html>", "shows no text"),
    "tags.html": ("<html>" + "<p>x</p>" * 30_000, "is built of more than"),
    "large.html": (b"<html>" + b"a" * 31_000_000, "has 31.0 million bytes"),
    "picture.html": (b"\x89PNG\r\n", "is not a text file"),
    "nested.mhtml": (
        "MIME-Version: 1.0\n"
        + "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(20_000)),
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_gets_one_sentence_about_it(name, tmp_path):
    content, said = BAD[name]
    path = saved(tmp_path, name, content)
    if said is None:
        assert isinstance(file_text(path), str)
        return
    for call in (file_text, read_source):
        with pytest.raises(Problem, match=re.escape(said)) as caught:
            call(path)
        assert name in str(caught.value)
    assert path.exists()


def test_pictures_inside_a_page_do_not_make_it_too_large(tmp_path):
    picture = "data:image/png;base64," + "A" * 6_000_000
    path = saved(tmp_path, "single.html", f"<html><p>One <img src='{picture}'> two</p></html>")
    assert file_text(path) == "One two"


def test_pictures_beside_a_page_in_one_file_are_not_looked_at(tmp_path):
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n'
    shown = "--x\nContent-Type: text/html; charset=windows-1252\n\n<p>It’s shut.</p>\n"
    picture = (
        "--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n" + "A" * 6_000_000 + "\n--x--\n"
    )
    path = saved(tmp_path, "page.mhtml", (head + shown + picture).encode("cp1252"))
    assert file_text(path) == "It’s shut."


@pytest.mark.parametrize("source", [None, 7, b"bytes", "", " \n", ["a"]])
def test_what_is_no_source(source):
    with pytest.raises(Problem, match="no text in what was pasted"):
        read_source(source)
