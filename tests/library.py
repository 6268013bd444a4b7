"""The publishers' articles for tests: read where they lie, beside the project, and never copied into it."""

from pathlib import Path

import make_editions
import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
ARTICLES = SHARED / "articles"
needs_articles = pytest.mark.skipif(not ARTICLES.is_dir(), reason="The articles are not on this computer.")


def path_of(edition):
    """The file of an article; skips the test where there is none."""
    found = sorted(ARTICLES.glob(make_editions.FILES[edition]))
    return found[0] if found else pytest.skip("The articles are not on this computer.")


def text_of(edition):
    """The text of an article."""
    return path_of(edition).read_text(encoding="utf-8")
