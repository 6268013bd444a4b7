"""Make `docs/reading-view.png`, the picture in the README: the top of the reading view, in blocks.

usage: python tools/make_picture.py   (needs a Chromium on the path)
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from whosewords.display import reading  # noqa: E402
from whosewords.shelf import catalogue  # noqa: E402
from whosewords.shelf.article import relock  # noqa: E402

TARGET = ROOT / "docs" / "reading-view.png"
WIDTH, ROWS = 1036, 4  # pixels; paragraphs that are shown


def main():
    # Locked even where the maker has unlocked the article.
    view = reading.show(relock(catalogue.articles["trt"])).html()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 1400}, color_scheme="light")
        page.set_content(f"<!doctype html><html lang='en'><body style='margin:10px'>{view}</body></html>")
        below = page.locator(".ww-row").nth(ROWS).bounding_box()["y"]
        page.screenshot(path=TARGET, clip={"x": 0, "y": 0, "width": WIDTH, "height": below - 8})
        browser.close()


if __name__ == "__main__":
    main()
