"""Who gives out a copy: told where the file says it, and nowhere invented."""

import pytest

from whosewords import files
from whosewords.problems import Problem
from whosewords.publish.pages import whole
from whosewords.publisher import ASK, HEADS, Publisher, publisher


@pytest.fixture
def stated(tmp_path, monkeypatch):
    """Writes a file of the publisher."""
    monkeypatch.setattr(files, "data", lambda *parts: tmp_path.joinpath(*parts))
    return (tmp_path / "publisher.toml").write_text


def test_what_ships_says_nothing_and_invents_nothing():
    assert not any(publisher())
    assert len(publisher().lines()) == 1 and publisher().lines()[0].endswith(ASK)


def test_what_is_filled_in_is_told_and_what_is_not_is_said_so(stated):
    stated('name = "The Harbour School"\nget = ""\nreport = " room 12,\\tMrs Ode. "\n')
    name, get, report = publisher().lines()
    assert name == "Who gives out this copy: The Harbour School."
    assert get.endswith(ASK) and report.endswith("room 12, Mrs Ode.")


def test_it_stands_at_the_foot_of_every_page_as_text(stated):
    stated('name = "<b>The Gull</b>"')
    foot = whole("A title", "text").split("<footer>")[1]
    assert "&lt;b&gt;The Gull" in foot and foot.count(ASK) == 2


@pytest.mark.parametrize("text", ["name = ", 'mail = "x"', "name = 7", 'name = "x"\nname = "y"', "\udcff"])
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(stated, text):
    stated(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(Problem, match=r"publisher\.toml"):
        publisher()


def test_a_missing_file_is_told_too(stated):
    with pytest.raises(Problem, match=r"publisher\.toml"):
        publisher()


def test_every_head_has_its_field():
    assert tuple(HEADS) == Publisher._fields
