"""What is written for everybody is made for nobody: nothing of this reader gets into a page or a sheet,
whether it lies in their folder or only in memory."""

import re

import pytest

from whosewords import my_work, show, use_list
from whosewords.classroom.exercises import unpack
from whosewords.classroom.my_work import work
from whosewords.lexicon import load, own
from whosewords.publish import pages, paper
from whosewords.publish.static import still
from whosewords.session import Session, nobody, session, somebody
from whosewords.shelf import catalogue, editions, full_texts

CANARY = "zq"  # no English word has it


def unlocked(edition):
    """Texts for all words of an edition, of the right lengths: zqzqzq."""
    return [
        (CANARY * word.letters)[: word.letters] if word.masked else None
        for word in editions.edition_words(edition)
    ]


def list_of_ones_own():
    """A list under which every “the” counts, and nothing else would."""
    return own.changed(load(), "add", "the", "verdict")


def fill(sit):
    """Everything that a session can hold, and what a folder can hold, each with the canary."""
    sit.name = "zqzq-7"
    sit.texts = {edition: unlocked(edition) for edition in catalogue.EDITIONS}
    sit.entries = list_of_ones_own()
    work().waiting = {"0.p1": {"kind": "guess", "value": CANARY, "at": "2999"}}
    work().notes.append(f"A note about {CANARY}.")
    return sit


def test_the_canary_sings_where_its_reader_looks(home):
    """Else the tests below would see nothing because there is nothing to see."""
    fill(session())
    assert CANARY in repr(show("neo")) and CANARY in repr(my_work()) and "zqzq-7" in repr(my_work())
    assert len(use_list().entries) == len(load()) + 1
    with nobody():
        assert CANARY not in repr(show("neo")) + repr(my_work()) + still(show("trt"))
        assert use_list().entries == load()
    assert CANARY in repr(show("neo")), "The reader has lost what they had."


def test_nothing_of_a_reader_reaches_a_page_or_a_sheet(home, everybodys_pages, everybodys_sheets):
    """What lies in the folder, what only memory has, and the articles that somebody unlocked."""
    for edition in catalogue.EDITIONS:
        full_texts.keep(edition, unlocked(edition))
    own.keep(list_of_ones_own())
    my_work("zqzq-7")
    for id in ("3.8", "0.4"):
        work().change(id, lambda entry: {"kind": "text", "value": CANARY})
    fill(session())
    made = {**pages.pages(), **paper.sheets()}
    assert made == {**everybodys_pages, **everybodys_sheets}
    assert not any(CANARY in one.lower() or str(home) in one for one in map(to_the_eye, made.values()))
    assert not catalogue.articles["trt"].locked, "The maker has lost the articles."


def to_the_eye(page):
    """A page without its packed data and the fingerprint of its script, whose letters fall as they may, and
    with what is in the data."""
    packed = re.findall(r'id="data">(.*?)</script>', page, re.S)
    page = re.sub(r"'sha256-[^']*'", "", page)
    return re.sub(r'id="data">.*?</script>', "", page, flags=re.S) + str([unpack(one) for one in packed])


def test_a_session_is_put_away_whole():
    """Whoever adds a field to the session has it put away, too: nobody's has the value it is born with."""
    full = fill_every_field()
    with somebody(full), nobody() as reader:
        for name, value in vars(Session()).items():
            assert getattr(reader, name) == value or name == "folder"


def fill_every_field():
    return Session(**{name: object() for name in vars(Session()) if name != "folder"})


def test_a_session_comes_back_after_a_fault():
    before = session()
    with pytest.raises(ZeroDivisionError), nobody():
        1 / 0  # noqa: B018
    assert session() is before


def test_nothing_remembers_a_reader_but_the_session():
    """A value of this module that changes with its reader would stay when the session is put away."""
    from whosewords import files

    for path in files.PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "_this_session" not in text and "os.environ[" not in text, path.name
