"""The teacher's book: all chapters, every key, links that lead somewhere, headings and tables in order."""

import re
from itertools import pairwise

import lxml.html
import pytest

from whosewords import __main__, files
from whosewords.classroom.exercises import exercises, key, lessons
from whosewords.classroom.replies import answer_text
from whosewords.problems import Problem
from whosewords.publisher import Publisher
from whosewords.teacher import book, printing


@pytest.fixture(scope="module")
def listed():
    return book.chapters()


@pytest.fixture(scope="module")
def made(listed):
    return book.pages(listed)


@pytest.fixture(scope="module", params=[book.BOOK, book.PARENTS])
def page(made, request):
    return lxml.html.document_fromstring(made[request.param])


def words(element):
    return " ".join(element.text_content().split())


def test_every_file_of_the_notes_is_a_chapter(listed):
    notes = {path.stem for path in book.FOLDER.glob("*.md")}
    assert {one.id for one in listed} == notes | {"keys", "standards"}
    assert len({one.id for one in listed}) == len(listed)


def test_every_exercise_is_there_with_its_key(made):
    keys = lxml.html.document_fromstring(made[book.BOOK]).get_element_by_id("keys")
    told = words(keys)
    for one in exercises().values():
        known = key(one.id)
        assert f"{one.id} {' '.join(one.question.split())}" in told
        for text in (known.explained, known.good, known.good_because, known.middling, known.middling_because):
            assert " ".join((text or "").split()) in told, one.id
        for line in one.rubric:
            assert " ".join(line.split()) in told, one.id
        if known.answer is not None and one.kind != "words":
            for line in answer_text(one, known.answer).split("; "):
                assert line in told, one.id


def test_every_link_leads_to_something_on_the_page(page):
    names = {one.get("id") for one in page.iter() if one.get("id")}
    for link in page.iterfind(".//a"):
        assert link.get("href").startswith("#") and link.get("href")[1:] in names, link.get("href")
        assert words(link)


def test_each_name_stands_once(page):
    names = [one.get("id") for one in page.iter() if one.get("id")]
    assert len(names) == len(set(names))


def test_headings_go_down_step_by_step(page):
    levels = [int(one.tag[1]) for one in page.iter() if re.fullmatch(r"h[1-6]", str(one.tag))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_table_has_heads_and_stands_in_a_named_region(page):
    regions = [one.get("aria-label") for one in page.iterfind(".//*[@role='region']")]
    assert len(regions) == len(set(regions)) == len(page.findall(".//table"))
    for one in page.iterfind(".//table"):
        assert one.findall(".//th[@scope='col']")


def test_a_page_has_a_language_a_title_and_landmarks(page):
    assert page.get("lang") == "en" and page.findtext(".//title")
    assert all(page.find(f".//{tag}") is not None for tag in ("main", "header", "footer"))
    assert page.find(".//script") is None


def test_each_chapter_is_in_the_contents_and_at_the_head_of_its_pages(made, listed):
    html = lxml.html.document_fromstring(made[book.BOOK])
    contents = html.find(".//nav[@aria-label='Contents']")
    assert [words(link) for link in contents.iterfind(".//a")] == [one.title for one in listed]
    for one in listed:
        assert f"@page {one.id}" in made[book.BOOK]


def test_page_numbers_come_into_the_contents(listed):
    html = book.book(listed, {printing.joined(listed[1].title): 41})
    assert html.count("page 41") == 1 and "page 41" not in book.book(listed)


@pytest.mark.parametrize("text", ["a </style><script>x</script>", 'a "b" \\c', "a & b"])
def test_no_title_can_end_the_style_sheet(text):
    quoted = book._quoted(text)
    assert re.fullmatch(r'"(?:\w|\\[0-9a-f]{6})*"', quoted)


def test_who_gives_out_the_copy_stands_on_the_cover_and_for_parents(listed, monkeypatch):
    told = Publisher("The Harbour School", "the library", "room 12")
    monkeypatch.setattr(book, "publisher", lambda: told)
    html = book.pages(book.chapters())
    cover = lxml.html.document_fromstring(html[book.BOOK]).find(".//div[@class='cover']")
    assert all(line in words(cover) for line in told.lines())
    assert "room 12" in html[book.PARENTS]


def test_without_the_notes_a_sentence_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(book, "FOLDER", tmp_path)
    with pytest.raises(Problem, match="quick_start"):
        book.chapters()


def test_without_a_browser_the_pages_are_there_and_how_to_print_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(printing, "browser", lambda: None)
    assert __main__.main(["book", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([book.BOOK, book.PARENTS])
    assert f"To print {book.BOOK} to PDF" in told and ".pdf" not in told
    assert (tmp_path / book.BOOK).stat().st_size < 400_000


def test_a_file_of_that_name_that_is_no_browser_does_no_harm(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><title>x</title>", encoding="utf-8")
    for program in (tmp_path / "gone", page):
        assert printing.printed(page, str(program)) is None
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_pdf_that_somebody_has_open_is_left_alone(tmp_path):
    (tmp_path / "page.pdf").mkdir()  # what cannot be deleted as a file, on any system
    assert printing.printed(tmp_path / "page.html", "no browser is asked") is None


def test_a_browser_is_found_by_its_usual_places(tmp_path, monkeypatch):
    monkeypatch.setattr(printing.shutil, "which", lambda name: None)
    for name in printing.FOLDERS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(printing.Path, "home", lambda: tmp_path)
    monkeypatch.setattr(printing, "MACOS", ("Browser of a test",))
    assert printing.browser() is None
    mac = tmp_path / "Applications" / "Browser of a test.app" / "Contents" / "MacOS" / "Browser of a test"
    edge = tmp_path / "Microsoft" / "Edge" / "Application" / "msedge.exe"
    for path in (mac, edge):
        path.parent.mkdir(parents=True)
        path.touch()
    assert printing.browser() == str(mac)
    monkeypatch.setenv("PROGRAMFILES(X86)", str(tmp_path))
    assert printing.browser() == str(edge)
    monkeypatch.setattr(printing.shutil, "which", lambda name: f"/usr/bin/{name}")
    assert printing.browser() == "/usr/bin/chromium"


@pytest.mark.parametrize("number", lessons())
def test_the_notes_name_only_tasks_that_there_are(number):
    """In quick starts, plans and protocols, too: a task that is gone is no help to a teacher."""
    names = {*exercises(), *(f"{n}.exit" for n in lessons())}
    gone = {"1.1", "1.2"}  # Lesson 1 says that they are no longer asked
    for path in book.FOLDER.glob("*.md"):
        told = set(re.findall(rf"`({number}\.p?\d+)`", path.read_text(encoding="utf-8")))
        assert told <= names | gone, path.name


def test_the_plans_have_the_minutes_of_the_lessons():
    text = (files.CHECKOUT / "lessons" / "teacher" / "plans.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (\d+) \|", text.split("## One hour")[0], re.M)
    assert {int(lesson): int(minutes) for lesson, minutes in rows} == {
        n: one.minutes for n, one in lessons().items()
    }
    for lesson, minutes in re.findall(r"\| Lesson (\d+) \| (\d+) \|", text):
        assert lessons()[int(lesson)].minutes == int(minutes)


def test_what_the_plans_take_away_is_enough():
    """Five minutes for sitting down, in a period of 45: what is left out has to make room for them."""
    text = (files.CHECKOUT / "lessons" / "teacher" / "plans.md").read_text(encoding="utf-8")
    for lesson, first_time in re.findall(r"^\| (\d+) \| \d+ \| [^|]* \| ([^|]*) \|", text, re.M):
        less = sum(map(int, re.findall(r"(\d+)(?: minutes)? less", first_time)))
        assert lessons()[int(lesson)].minutes + 5 - less <= 45
