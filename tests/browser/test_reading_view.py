"""What a screen reader is given of the reading view, stored as text, so that a change of it is read.

After a wanted change, then read the diff:
WHOSEWORDS_STORE=1 python start.py test tests/browser/test_reading_view.py
"""

import os
from pathlib import Path

import pytest

from whosewords.display.reading import show
from whosewords.shelf import catalogue
from whosewords.shelf.article import relock

pytestmark = pytest.mark.browser
STORED = Path(__file__).parent / "heard"
PARAGRAPHS = 4  # enough to hear headline, standfirst, précis, blocks and marks


@pytest.mark.parametrize(("name", "layered"), [("trt", False), ("warmup_repost", True)])
def test_what_is_heard_is_what_was_read_and_found_good(browser, name, layered):
    article = relock(catalogue.articles[name]) if name == "trt" else catalogue.articles[name]
    page = browser.new_page()
    page.set_content(
        f"<!doctype html><html lang='en'><body>{show(article, layers=layered).html()}</body></html>"
    )
    page.evaluate(
        "kept => [...document.querySelectorAll('.ww-row')].slice(kept)"
        ".forEach(row => (row.closest('li') || row).remove())",
        PARAGRAPHS,
    )
    heard = page.locator(".ww-read").aria_snapshot() + "\n"
    page.close()
    path = STORED / f"{name}.yml"
    if os.environ.get("WHOSEWORDS_STORE"):
        STORED.mkdir(exist_ok=True)
        path.write_text(heard, encoding="utf-8")
    assert heard == path.read_text(encoding="utf-8")
    assert "▇" not in heard
