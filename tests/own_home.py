"""A fixture: a reader who has just arrived, with nothing unlocked and nothing saved."""

import pytest

from whosewords import shelf


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty folder of the test's own for what a reader keeps; everything is in blocks."""
    folder = tmp_path / "my work"
    monkeypatch.setenv("WHOSEWORDS_HOME", str(folder))
    monkeypatch.setattr(shelf, "_this_session", {})
    shelf.articles.forget()
    yield folder
    shelf.articles.forget()
