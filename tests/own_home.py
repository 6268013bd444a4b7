"""A fixture: a reader who has just arrived, with nothing unlocked and nothing saved."""

import pytest

from whosewords.session import Session, session, somebody


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty folder of the test's own for what a reader keeps; everything is in blocks."""
    folder = tmp_path / "my work"
    monkeypatch.setenv("WHOSEWORDS_HOME", str(folder))
    with somebody(Session()):
        yield folder


def opened_later():
    """From here on it is as in another notebook of the same reader, or after a restart of the kernel."""
    vars(session()).update(vars(Session()))


def parts(shown, kind):
    """All widgets of a kind in what is shown, in order."""
    found, waiting = [], [shown.widget]
    while waiting:
        one = waiting.pop(0)
        found += [one] if isinstance(one, kind) else []
        waiting = [*getattr(one, "children", ()), *waiting]
    return found
