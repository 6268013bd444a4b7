"""Texts and pages that are vast in ways that nobody writes: what is done for them is counted, not timed."""

import re
from html.parser import HTMLParser

import pytest
from steps import grow_with_the_text

from whosewords import endings
from whosewords.problems import Problem
from whosewords.shelf.importing import archives, pages, plain_text, read_source
from whosewords.words import sentences

SIZE = 200_000


class Counting(HTMLParser):
    """A reader of pages of another make: it counts attributes, in all and of the tag that has most."""

    def __init__(self, source):
        super().__init__()
        self.all = self.most = self.longest = 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, given):
        self.all += len(given)
        self.most = max(self.most, len(given))
        self.longest = max([self.longest, *(len(value or "") for _, value in given)])


def named(count):
    return " ".join(f"a{number}=1" for number in range(count))


VAST = {
    "in one tag": f"<p {named(3_000)}>Shut.</p>",
    "without values": f"<p {'a ' * 3_000}>Shut.</p>",
    "behind a mark in quotes": f"<p x='>' {named(3_000)}>Shut.</p>",
    "behind another mark": f"<p x = \"<\" y='>' {named(3_000)}>Shut.</p>",
    "with slashes": f"<p/{named(3_000).replace(' ', '/')}>Shut.</p>",
    "on lines": f"<p\n{named(3_000)}\n>Shut.</p>",
    "in many tags": f"<p {named(150)}>Shut.</p>" * 300,
    "in a script's tag": f"<script {named(3_000)}>let x = 1</script><p>Shut.</p>",
    "in one value": f"<p class='{'a ' * 15_000}'>Shut.</p>",
    "after a script": f"<script>a<b</script><p {named(3_000)}>Shut.</p>",
}


@pytest.mark.parametrize("kind", VAST)
def test_attributes_are_left_out_before_a_page_is_read(kind, monkeypatch):
    read, lean = [], pages._lean
    monkeypatch.setattr(pages, "_lean", lambda source: read.append(lean(source)) or read[-1])
    assert plain_text(f"<html><body>{VAST[kind]}</body></html>").startswith("Shut.")
    most, longest = pages.MOST_ATTRIBUTES[0], pages.LONGEST_TAG
    assert read and all(Counting(one).most <= most and Counting(one).longest <= longest for one in read)


def test_the_counting_would_find_them():
    counts = {kind: Counting(page) for kind, page in VAST.items()}
    assert all(one.most > 100 or one.longest > 20_000 for one in counts.values())


def test_attributes_of_a_page_together_have_a_bound():
    page = f"<html><body>{f'<p {named(90)}>x</p>' * 1200}</body></html>"
    with pytest.raises(Problem, match="attributes"):
        read_source(page)
    assert plain_text(f"<html><body>{f'<p {named(90)}>x</p>' * 900}</body></html>").startswith("x")


@pytest.mark.parametrize(
    "more",
    [
        "--b\n\n",
        "--b\nContent-Type: message/rfc822\n\n",
        '--b\nContent-Type: multipart/mixed; boundary="-"\n\n',
        '--b\nContent-Type: multipart/mixed; boundary="b"\n\n',
    ],
    ids=["empty", "mail in mail", "parts of dashes", "the same parts"],
)
def test_of_a_mail_only_the_first_parts_are_looked_at(more, monkeypatch):
    looked, head = [], archives.BytesHeaderParser.parsebytes
    monkeypatch.setattr(
        archives.BytesHeaderParser, "parsebytes", lambda self, raw: looked.append(len(raw)) or head(self, raw)
    )
    mail = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n' + more * 20_000
    archives.page_in(mail.encode())
    assert 1 < len(looked) <= archives.MOST_PARTS + 2
    assert max(looked) <= archives.HEAD


@pytest.mark.parametrize(
    "run",
    ["!", "?", "!?", ".", "…", "...", '?!"', "a!", "a.b", "!\u200b", "“!”", "(1)"],
)
def test_a_run_of_marks_goes_to_nupunkt_once_and_in_pieces(run, monkeypatch):
    """nupunkt takes the square of the length of a run; of a hundred characters that is nothing."""
    given, ask = [], endings._nupunkt
    monkeypatch.setattr(endings, "_nupunkt", lambda text: given.append(text) or ask(text))
    text = "The pier is shut" + run * (SIZE // len(run)) + " and nobody was hurt."
    assert sentences(text)
    assert sum(map(len, given)) <= 2 * len(text)
    rows = (found[0] for one in given for found in re.finditer(r"\S+", one))
    assert max((sum(map(row.count, ".!?…")) for row in rows), default=0) < endings.ENDLESS


def test_steps_that_grow_with_the_square_of_a_text_are_found():
    assert grow_with_the_text(lambda text: [sign for sign in text], "a", 300)
    assert not grow_with_the_text(lambda text: [a == b for a in text for b in text], "a", 300)
