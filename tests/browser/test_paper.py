"""The paper pack, printed: each sheet on as many pages as it says, on both papers, in letters to be read."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from whosewords.publish import paper, to_print

from . import lab

pytestmark = pytest.mark.browser
TOLD = {one["number"]: one for one in paper.stated()}
INCH = 96  # pixels
PAPERS = {"A4": 210 / 25.4, "Letter": 8.5}  # how wide, in inches
MARGINS = 2 * 15 / 25.4
FIRST, LEAST = 14, 9  # points: what is read first, and the smallest letters that name something
# Every size of letters in sight that are no picture's, in points.
SIZES = """(where) => { const found = new Set()
  for (const one of document.querySelectorAll(where)) {
    const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const element = walk.currentNode.parentElement
      if (!walk.currentNode.textContent.trim() || !element.offsetParent) continue
      if (element.closest('svg, i, .ww-sr')) continue
      found.add(Math.round(parseFloat(getComputedStyle(element).fontSize) * 7.5) / 10)
    }
  }
  return [...found] }"""
STICKS_OUT = """() => [...document.querySelectorAll('.sheet *')]
  .filter(e => !e.closest('.ww-sr, svg') && e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    return {path.name: path for path in paper.write(tmp_path_factory.mktemp("paper é"))}


def pages_of(page, form):
    """The pages of a print, as text."""
    return [one.extract_text() for one in PdfReader(BytesIO(page.pdf(format=form))).pages]


@pytest.mark.parametrize("number", TOLD)
@pytest.mark.parametrize("form", PAPERS)
def test_every_sheet_fits_its_pages(written, browser, number, form):
    width = int((PAPERS[form] - MARGINS) * INCH)
    with lab.page_of(browser, width) as page:
        page.goto(written[f"lesson_{number}_sheets.html"].as_uri())
        texts = pages_of(page, form)
        page.emulate_media(media="print")
        assert page.evaluate(STICKS_OUT) == []
    starts = [first for first, _ in to_print.places(TOLD[number]["sheet"])]
    assert [at for at, text in enumerate(texts, 1) if f"Lesson {number} on paper · Sheet" in text] == starts
    assert len(texts) == to_print.places(TOLD[number]["sheet"])[-1][1]


@pytest.mark.parametrize("number", TOLD)
def test_what_is_read_first_is_large_and_nothing_is_tiny(written, browser, number):
    with lab.page_of(browser) as page:
        page.goto(written[f"lesson_{number}_sheets.html"].as_uri())
        page.emulate_media(media="print")
        assert min(page.evaluate(SIZES, ".sheet .how")) >= FIRST
        assert min(page.evaluate(SIZES, ".sheet")) >= LEAST
        assert min(page.evaluate(SIZES, ".sheet .picks, .sheet .ww-kwic")) >= 10
