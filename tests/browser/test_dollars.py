"""Dollars of ours stay dollars where JupyterLab sets mathematics, too: somebody may open a lesson in their own."""

import json

import pytest

from . import lab

pytestmark = pytest.mark.browser
OFF = '"@jupyterlab/mathjax-extension"'
TYPED = "$a$ and $b$"
NAME = "dollars.ipynb"
CODE = f"from whosewords import *\nfrom IPython.display import HTML\nHTML('<p>{TYPED}</p>')"
NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": f"# Money\n\nHere {TYPED}"},
        {"cell_type": "code", "id": "b", "metadata": {}, "source": CODE, "outputs": [], "execution_count": None},
    ],
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    "nbformat": 4, "nbformat_minor": 5,
}  # fmt: skip


def with_mathematics(route):
    """The page of JupyterLab as it is, but for what says that MathJax is off."""
    answer = route.fetch()
    assert answer.text().count(OFF) == 1
    route.fulfill(response=answer, body=answer.text().replace(OFF, '"nothing"'))


def test_ours_stays_as_typed_where_the_rest_is_set(browser, tmp_path):
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / NAME).write_text(json.dumps(NOTEBOOK), encoding="utf-8")
    folder = lab.copy_of_the_project(tmp_path)
    with lab.served(folder, tmp_path) as address, lab.page_of(browser) as page:
        page.route("**/doc/tree/**", with_mathematics)
        lab.open_lesson(page, lab.lesson_address(address, NAME))
        lab.run_all(page)
        ours = page.locator(".jp-OutputArea .jp-RenderedHTMLCommon", has_text="and").last
        page.locator(".jp-MarkdownCell mjx-container").nth(1).wait_for(timeout=lab.PATIENCE * 1000)
        assert TYPED in ours.inner_text() and not ours.locator("mjx-container").count()
