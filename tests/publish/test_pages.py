"""The lessons as pages: whole, closed in themselves, and made for nobody in particular."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from types import SimpleNamespace

import pytest
from markupsafe import Markup, escape

import whosewords
from whosewords import __main__, files
from whosewords.classroom.exercises import exercises, key, lessons, unpack
from whosewords.problems import Problem
from whosewords.publish import pages
from whosewords.publish.sheets import lesson_text
from whosewords.publish.static import Clocks, Looked, still

ROOT = files.CHECKOUT
TESTS = ("before_after_a.html", "before_after_b.html")
LESSONS = sorted(path.stem for path in (ROOT / "lessons" / "source").glob("*.py"))
EMPTY = {"meta", "link", "br", "hr", "input", "img"}


class Reader(HTMLParser):
    """All tags with their attributes, and all words with whether they are folded away."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.open, self.words = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in EMPTY:
            self.open.append((tag, dict(attributes)))

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, text):
        folded = any(tag == "details" and "key" in a.get("class", "") for tag, a in self.open)
        self.words.append((folded, text))

    def said(self, folded):
        return " ".join(" ".join(text for is_folded, text in self.words if is_folded == folded).split())


def data(page):
    """What the script of a page is given."""
    return unpack(re.findall(r'id="data">(.*?)</script>', page, re.S)[0])


def without_script(page):
    return page.partition("<script")[0]


@pytest.fixture
def made(everybodys_pages):
    return everybodys_pages


@pytest.fixture(scope="module")
def read(everybodys_pages):
    return {name: Reader(html) for name, html in everybodys_pages.items()}


def test_each_lesson_has_a_page(made):
    named = [f"{name}.html" for name in LESSONS if name != "start"]
    assert list(made) == ["index.html", "start.html", *named, "glossary.html", *TESTS]
    for lesson in lessons().values():
        assert lesson.title in made[lesson.notebook.replace(".ipynb", ".html")]


def test_each_page_has_one_first_heading_and_goes_down_step_by_step(read):
    for name, page in read.items():
        assert not page.open, f"{name} leaves {page.open} open"
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
        assert levels.count(1) == 1 and levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), name


def test_each_page_says_its_language_and_lets_one_skip_to_the_text(read):
    for page in read.values():
        assert ("html", {"lang": "en"}) in page.tags
        first = next(attributes for tag, attributes in page.tags if tag == "a")
        assert first["href"] == "#lesson"
        assert any(attributes.get("id") == "lesson" for _, attributes in page.tags)


def test_pages_ask_nobody_for_anything(made, read):
    for name, page in read.items():
        tags = {tag for tag, _ in page.tags}
        assert not tags & {"img", "iframe", "object", "embed", "form", "video", "audio", "base"}
        links = [a["href"] for tag, a in page.tags if tag == "link"]
        assert links == ["data:,"]
        assert not re.search(
            r"@import|url\(|fetch\(|XMLHttp|WebSocket|sendBeacon|EventSource|import\(", made[name]
        )
        assert made[name].count("<script") in (0, 2)
        assert not [a for _, a in page.tags if any(key.startswith("on") or key == "src" for key in a)]


def test_links_lead_to_pages_that_are_there(made, read):
    known = {tag_id for page in read.values() for _, a in page.tags if (tag_id := a.get("id"))}
    for page in read.values():
        for tag, attributes in page.tags:
            if tag != "a" or attributes["href"].startswith("https://"):
                continue
            name, _, place = attributes["href"].partition("#")
            assert not name or name in made
            assert not place or place in known


def test_only_three_publishers_are_linked(made):
    outside = set(re.findall(r'href="https?://(?:www\.|cms\.)?([\w.-]+)', "".join(made.values())))
    assert outside <= {"trtworld.com", "responsiblestatecraft.org", "watchingamerica.com"}


def test_no_key_stands_on_a_page_as_text(made):
    """Folded or not: keys come packed, for the exercises of a page and no others."""
    pages_by_lesson = {one.number: one.notebook.replace(".ipynb", ".html") for one in lessons().values()}
    asked = 0
    for one in exercises().values():
        known, page = key(one.id), made[pages_by_lesson[one.lesson]]
        for text in (known.explained, known.good, known.middling):
            assert not text or (str(escape(text)) not in page and text not in page), one.id
        packed = data(page)["tasks"]
        is_asked = f'data-task="{one.id}"' in page
        assert is_asked == (one.id in packed), one.id
        if is_asked:
            asked += 1
            assert (packed[one.id]["explained"], packed[one.id]["answer"]) == (known.explained, known.answer)
    assert asked > 60


def test_every_core_task_can_be_done_on_a_page(made):
    whole = "".join(map(without_script, made.values()))
    for lesson in lessons().values():
        for one in (*lesson.guesses, *lesson.exercises):
            elsewhere = {"5.9": 'class="hits"'}.get(one.id, f'data-task="{one.id}"')
            assert one.tier != "core" or elsewhere in whole, one.id
        assert whole.count(f'data-ticket="{lesson.number}"') == 2


def test_what_was_guessed_is_looked_up_on_the_same_page(made):
    for name, page in zip(made, map(without_script, made.values()), strict=True):
        for id in re.findall(r'data-look="([^"]+)"', page):
            assert page.index(f'data-task="{id}"') < page.index(f'data-look="{id}"'), (name, id)


def test_all_pages_together_are_small_enough_to_mail(made):
    assert sum(len(page.encode()) for page in made.values()) <= 5_000_000  # ten lessons


def test_every_question_of_a_lesson_is_asked(read):
    for name in LESSONS:
        source = (ROOT / "lessons" / "source" / f"{name}.py").read_text(encoding="utf-8")
        for id in re.findall(r'^(?:check|predict)\("([\w.]+)"\)', source, re.M):
            assert " ".join(exercises()[id].question.split()) in read[f"{name}.html"].said(folded=False)


def test_what_is_about_notebooks_is_left_out(made):
    assert not any("Shift + Enter" in html or "import *" in html for html in made.values())


def test_a_blank_is_shown_empty_and_what_fills_it_is_folded_away():
    names = {}
    exec("from whosewords import *", names)
    page = Reader(pages.blank('where_to_read("____")', "trt", names, "06_test"))
    assert 'where_to_read("____")' in page.said(folded=False)
    assert "TRT World" in page.said(folded=True) and "TRT World" not in page.said(folded=False)
    assert "Fill the blank" in pages.output('where_to_read("____")', names, "test")


def test_every_line_with_a_blank_is_kept_under_an_id_of_its_own(made):
    found = re.findall(r'class="blank" data-blank="([^"]+)"', "".join(made.values()))
    assert len(found) > 5 and len(set(found)) == len(found)


def test_a_stand_in_needs_no_answer():
    assert "Baghdad" in still(Clocks()) and "Monday" in still(Clocks())
    assert 'data-look="0.p1"' in still(Looked("0.p1"))


def test_a_value_is_asked_for_its_still_form():
    assert still(SimpleNamespace(_repr_html_=lambda: "<p>mine</p>")) == "<p>mine</p>"
    assert still(None) == "" and still("<b>") == "<p>&lt;b&gt;</p>"


@pytest.mark.parametrize("call", ["events", "readability"])
def test_a_finding_is_the_same_on_a_page_as_in_a_notebook(call):
    finding = getattr(whosewords, call)()
    assert still(finding) == finding._repr_html_()
    drawn = Reader(finding.chart.svg(finding.title))
    assert not drawn.open and ("role", "img") in drawn.tags[0][1].items()
    assert finding.words in drawn.tags[0][1]["aria-label"]
    for name in ("TRT World", "Anti-Empire"):
        assert any(name == text for _, text in drawn.words)


def test_pages_from_a_shell(made, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(pages, "pages", lambda: made)
    folder = tmp_path / "to copy é"
    folder.mkdir()
    (folder / "mine.txt").write_text("stays")
    assert __main__.main(["pages", str(folder)]) == 0
    assert f"{len(LESSONS) + 4} pages" in capsys.readouterr().out
    assert {path.name for path in folder.iterdir()} == {
        "mine.txt", "index.html", "glossary.html", *TESTS, *(f"{name}.html" for name in LESSONS)
    }  # fmt: skip


def test_a_folder_that_is_a_file_is_told(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(pages, "pages", lambda: {"index.html": "x"})
    (tmp_path / "file").write_text("x")
    assert __main__.main(["pages", str(tmp_path / "file")]) == 1
    assert "not be saved" in capsys.readouterr().err
    assert (tmp_path / "file").read_text() == "x"


def test_without_the_sources_pages_and_paper_say_where_to_go(home, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "CHECKOUT", tmp_path)
    for made in (pages.pages, lambda: lesson_text(0, "A guess")):
        with pytest.raises(Problem, match="whole project"):
            made()


def test_a_page_allows_its_own_script_and_no_other():
    page = pages.whole("Title", Markup("<p>Text</p>"), script='unpacked("data")', data={"a": "<b>"})
    script = re.findall(r"<script>(.*?)</script>", page, re.S)[0]
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page
    assert data(page) == {"a": "<b>"}


def test_a_page_without_a_script_allows_none():
    page = pages.whole("Title", Markup("<p>Text</p>"))
    assert "script" not in page
