"""What is written for everybody takes long to make: it is made once, and by a maker who has nothing."""

import pytest

from whosewords.publish import pages, paper
from whosewords.session import Session, somebody


@pytest.fixture(scope="session")
def everybodys_pages():
    """All pages by name."""
    with somebody(Session()):
        return pages.pages()


@pytest.fixture(scope="session")
def everybodys_sheets():
    """All sheets of the paper pack by name."""
    with somebody(Session()):
        return paper.sheets()
