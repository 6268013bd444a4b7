"""The teacher's book in a browser, and what the browser prints of it."""

from unicodedata import normalize

import pytest

from whosewords.teacher import book, printing

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The book, written and printed by a browser of this computer."""
    if not printing.browser():
        pytest.skip("no browser to print with")
    return book.write(tmp_path_factory.mktemp("book é"))


@pytest.mark.parametrize(("width", "dark"), [(1200, False), (360, True)])
def test_axe_finds_nothing_and_nothing_sticks_out(made, browser, width, dark):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    for path in made.pages:
        page.goto(path.as_uri())
        found = axe.Axe().run(page).response["violations"]
        assert not [(path.name, rule["id"], rule["nodes"][0]["html"]) for rule in found]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path.name
    context.close()


def test_a_pdf_is_tagged_and_has_a_language_a_title_and_an_outline(made):
    pypdf = pytest.importorskip("pypdf")
    assert [path.with_suffix(".pdf") for path in made.pages] == made.pdfs and not made.unprinted
    for path in made.pdfs:
        reader = pypdf.PdfReader(path)
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
        assert root["/Lang"] == "en" and "Whose Words?" in reader.metadata.title
        assert reader.outline
        assert path.stat().st_size < 4_000_000
    assert len(pypdf.PdfReader(made.pdfs[1]).pages) == 2  # for parents: one sheet, printed on both sides


def test_the_contents_name_the_pages_on_which_the_chapters_begin(made):
    pypdf = pytest.importorskip("pypdf")
    pdf, starts = made.pdfs[0], printing.starts(made.pdfs[0])
    first, *pages = [page.extract_text() for page in pypdf.PdfReader(pdf).pages]
    for one in book.chapters():
        number = starts[printing.joined(one.title)]
        assert f"page {number}" in first
        head = printing.joined(normalize("NFKC", pages[number - 2]))  # letters may be joined on paper
        assert head.startswith(printing.joined(one.title)), one.title
    assert 'class="at"' not in made.pages[0].read_text(encoding="utf-8")
