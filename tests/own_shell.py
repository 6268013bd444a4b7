"""A fixture: a notebook's shell in which the words of the module were fetched."""

import pytest


@pytest.fixture
def shell(monkeypatch):
    """An IPython shell that explains slips; what it shows in place of a traceback stands in `.shown`."""
    pytest.importorskip("IPython.testing.globalipapp")
    from IPython.core.interactiveshell import InteractiveShell

    from whosewords.notebook import mistakes

    shell = InteractiveShell()
    monkeypatch.setattr(
        shell, "_showtraceback", lambda etype, value, lines: shell.shown.append("\n".join(lines))
    )
    shell.shown = []
    mistakes.install(shell)
    mistakes.install(shell)  # a second call changes nothing
    shell.run_cell("from whosewords import *\nfrom whosewords.shelf import catalogue")
    assert not shell.shown
    yield shell
    shell.history_manager.end_session()
