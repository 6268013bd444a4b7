"""`unlock()` without a file: a card that takes what somebody has, and says what each thing was."""

import ipywidgets
import pytest
from library import needs_articles, text_of
from own_home import parts

from whosewords import articles, unlock
from whosewords.classroom.unlocking import NOTHING
from whosewords.problems import Problem
from whosewords.publish.static import UNLOCKED, still
from whosewords.shelf.listed import EDITIONS

pytestmark = pytest.mark.usefixtures("home")


def test_it_lists_every_article_with_its_state():
    assert [line.rpartition(": ")[2] for line in unlock().lines()] == ["in blocks."] * len(EDITIONS)
    assert (
        'unlock("name of the file")' in repr(unlock())
        and "in blocks" in unlock()._repr_mimebundle_()[0]["text/html"]
    )
    assert UNLOCKED in still(unlock())


def test_nothing_is_told_and_what_is_none_of_ours_is_said():
    with pytest.raises(Problem, match=NOTHING):
        unlock().take(" ")
    assert "none of our articles" in repr(unlock().take("Five words of our own."))
    told = repr(unlock().take("", [("../a.txt", b"Nothing of yours."), ("b.pdf", b"%PDF-1.7\nbla")]))
    assert "a.txt: none of our articles" in told and "could not be read as a PDF" in told


@needs_articles
def test_a_pasted_and_a_chosen_article_are_unlocked_by_the_button():
    shown = unlock()
    (pasted,), buttons = parts(shown, ipywidgets.Textarea), parts(shown, ipywidgets.Button)
    (button,) = (one for one in buttons if one.description == "Unlock")
    pasted.value = text_of("neo")
    button.click()
    assert not articles["neo"].locked and pasted.value == ""
    start, *_, told = shown.widget.children
    assert "New Eastern Outlook: unlocked." in start.value and "identical with “neo”" in told.value
    unlock().take("", [("page.txt", text_of("trt").encode())])
    assert not articles["trt"].locked
