"""A framing brief in a browser: two sheets of A4, as narrow as a phone, and nothing to stumble over."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from own_event.bridge import CANARY, finished
from own_event.full import filled
from pypdf import PdfReader

from whosewords.own_event.brief import to_export
from whosewords.publish.brief_page import page as page_of

pytestmark = pytest.mark.browser
WHITE = "rgb(255, 255, 255)"  # the ground that the colours of its pictures were chosen for


def test_a_brief_prints_on_two_sheets_and_runs_nothing(home, tmp_path, browser):
    event = finished().say("brief", survived=f"{CANARY} {'word ' * 40}", my_frame="word " * 40)
    path = tmp_path / "brief.html"
    path.write_text(page_of(to_export(event)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 740}, bypass_csp=True)  # for axe
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.goto(path.as_uri())
    assert len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.emulate_media(forced_colors="active")
    assert page.locator("figure").first.evaluate("one => getComputedStyle(one).backgroundColor") == WHITE
    page.emulate_media(forced_colors="none")
    assert Axe().run(page).response["violations"] == [] and said == []
    path.write_text(page_of(to_export(filled())), encoding="utf-8")  # every field as long as it may be
    page.goto(path.as_uri())
    assert len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 2
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1047})  # what a sheet of A4 has room for
    assert page.evaluate("document.documentElement.scrollWidth") <= 703
    page.close()
