"""Dollars of ours stay dollars where JupyterLab sets mathematics, too, as somebody's own may do."""

import json

import pytest

from . import lab

pytestmark = pytest.mark.browser
LOOKS = 'LOOKS = NOTEBOOK / "jupyter_settings.json"'
OFF = '"@jupyterlab/mathjax-extension"'
TYPED = "$a$ and $b$"
NAME = "dollars.ipynb"
CODE = f"""from whosewords import *
from IPython.display import HTML
display({{'text/html': '<p>{TYPED}</p>'}}, raw=True)
HTML('<p>{TYPED}</p>')"""
NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": f"# Money\n\nHere {TYPED}"},
        {"cell_type": "code", "id": "b", "metadata": {}, "source": CODE,
         "outputs": [], "execution_count": None},
    ],
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    "nbformat": 4, "nbformat_minor": 5,
}  # fmt: skip


def test_ours_stays_as_typed_where_the_rest_is_set(browser, tmp_path):
    home, folder = tmp_path / "home", lab.copy_of_the_project(tmp_path)
    (home / "lessons").mkdir(parents=True)
    (home / "lessons" / NAME).write_text(json.dumps(NOTEBOOK), encoding="utf-8")
    settings, ours = folder / "starting" / "settings.py", lab.ROOT / "src/whosewords/notebook"
    written = settings.read_text(encoding="utf-8")
    assert written.count(LOOKS) == 1
    looks = (ours / "jupyter_settings.json").read_text(encoding="utf-8").replace(OFF, '"nothing"')
    (folder / "looks.json").write_text(looks, encoding="utf-8")
    settings.write_text(written.replace(LOOKS, 'LOOKS = ROOT / "looks.json"'), encoding="utf-8")
    with lab.served(folder, home) as address, lab.page_of(browser) as page:
        lab.open_lesson(page, lab.lesson_address(address, NAME))
        lab.run_all(page)
        page.locator(".jp-MarkdownCell mjx-container").nth(1).wait_for(timeout=lab.PATIENCE * 1000)
        page.locator(".jp-OutputArea mjx-container").nth(1).wait_for(
            timeout=lab.PATIENCE * 1000
        )  # not marked
        ours = page.locator(".jp-OutputArea .jp-RenderedHTMLCommon", has_text="and").last
        assert TYPED in ours.inner_text() and not ours.locator("mjx-container").count()
