"""The page of a class: every part of it, worked by hand for the lesson of `school.py`; and that nothing that
a student or a file brings is more than text."""

import json
from html.parser import HTMLParser

import pytest
from made_up_class import class_files, write

from whosewords.classroom.exercises import exercises, unpack
from whosewords.display.bars import LONGEST, bars, figure
from whosewords.teacher import class_answers, class_feedback, class_other, class_questions, class_results
from whosewords.teacher import class_tickets as tickets
from whosewords.teacher.class_page import page
from whosewords.teacher.collecting import Class, Found, Student, collected

AT = "2026-11-03T09:15:00.000000+00:00"
CANARIES = (
    "<img src=x onerror=alert(1)>", "</script><script>alert(2)</script>", '"><svg onload=alert(3)>',
    "$E=mc^2$ \\(x\\)", "right \u202eto left\u2067", "W" * 20_000, "half \udcff letter",
    "</textarea></details>",
)  # fmt: skip


def student(label, **given):
    """A student. given: entries by id, with _ for the point: _7_1=…"""
    entries = {name.strip("_").replace("_", ".", 1): entry for name, entry in given.items()}
    return Student(label, label, entries, (f"{label}.json",))


def answered(*tries, result="close", at=AT):
    return {"kind": "answer", "tries": list(tries), "result": result, "at": at}


def wrote(text):
    return {"kind": "text", "value": text, "finished": True, "at": AT}


def guessed(value):
    return {"kind": "guess", "value": value, "at": AT}


@pytest.fixture
def students(school):
    """Three students of the example lesson."""
    return (
        student(
            "blue-2", _7_1=answered("cat", "cook"), _7_p1=guessed("cat"), _7_5=wrote("The spoon is gone.")
        ),
        student("blue-10", _7_1=answered("cat"), _7_p2=guessed(12), _7_4=answered(14)),
        student("red-1", _7_1=answered("cook", result="right"), _7_p1=guessed("cook"), _7_p2=guessed(3)),
    )


class Seen(HTMLParser):
    """The tags, the attributes and the text of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.text = [], set(), []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attributes}

    def handle_data(self, data):
        self.text.append(data)

    @property
    def told(self):
        return " ".join(" ".join(self.text).split())


def told(piece):
    return Seen(str(piece)).told


def rows_of(piece):
    """The rows of the tables in a piece, as text."""
    return [told(row) for row in str(piece).split("<tr>")[1:]]


# ---- students by tasks


def test_results_have_a_sign_a_word_tries_and_a_time(students):
    rows = rows_of(class_results.tables(students))
    one = next(row for row in rows if row.startswith("blue-2") and "right" in row)
    assert "✓ right 2 tries, 3 Nov, " in one and "✓ guessed" in one and "✓ written" in one and "–" in one
    assert any("≈ close 1 try" in row for row in rows) and any("○ not yet 1 try" in row for row in rows)


def test_open_counts_core_tasks_without_a_final_answer(students):
    """Core are two guesses, 7.1, 7.2, 7.3, 7.5 and the ticket: seven. blue-2 has 7.p1, 7.1 and 7.5: four are
    left."""
    whole = rows_of(class_results.tables(students))[1:4]
    assert [row.split()[:2] for row in whole] == [["blue-2", "4"], ["blue-10", "6"], ["red-1", "4"]]


def test_a_lesson_that_nobody_began_has_no_table(home):
    assert class_results.begun_in([student("a", _1_3=answered("trt and neo"))]) == [1]
    assert "Lesson 2" not in str(class_results.tables([student("a", _1_3=answered("trt and neo"))]))


# ---- where the class got stuck


def test_the_task_with_the_lowest_share_stands_first_with_its_wrong_and_right_answer(students):
    rows = rows_of(class_questions.stuck(students))[1:]
    assert "7.4" in rows[0] and "0 of 1" in rows[0]
    assert "7.1" in rows[1] and "1 of 3" in rows[1] and "The cat (2)" in rows[1] and "The cook" in rows[1]
    assert "%" not in " ".join(rows)  # fewer than ten


def test_wrong_answers_that_came_once_are_not_called_common(school):
    row = rows_of(class_questions.stuck([student("a", _7_4=answered(1)), student("b", _7_4=answered(2))]))[1]
    assert "none of them twice" in row


def test_a_share_of_ten_is_in_per_cent(school):
    given = [answered("cook" if n < 3 else "cat", at=AT.replace("15:00", f"15:{n:02}")) for n in range(10)]
    many = [student(f"a-{n}", _7_1=one) for n, one in enumerate(given)]
    assert "3 of 10 (30 %)" in rows_of(class_questions.stuck(many))[1]


def test_notes_are_linked_where_they_lie_and_the_book_comes_first(home, tmp_path, monkeypatch):
    one = exercises()["1.3"]
    assert str(class_questions.note(one)).count("lessons/teacher/lesson_1.md") == 1
    monkeypatch.setattr(class_questions.files, "place", lambda: tmp_path)
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "teachers_book.html").write_text("")
    assert "/book/teachers_book.html#lesson_1" in class_questions.note(one)
    monkeypatch.setattr(class_questions, "FOLDER", tmp_path)
    (tmp_path / "book" / "teachers_book.html").unlink()
    assert "href" not in class_questions.note(one)  # a students' computer has none


# ---- pictures


def test_guesses_are_bars_with_what_is_known_marked(students):
    html = str(class_questions.pictures(students))
    assert html.count("<svg") >= 2 and "◆ the known answer" in html
    assert "2 guessed. 1 of them guessed what is known." in html  # 7.p2: 12 and 3
    assert "2 guessed." in html and html.count("◆") == 1  # nothing is known of 7.p1


def test_a_known_answer_that_nobody_guessed_is_there_all_the_same(school):
    html = str(class_questions.pictures([student("a", _7_p2=guessed(3))]))
    assert "◆ the known answer" in html and "0 of them" in html


def test_bars_are_as_long_as_their_counts():
    drawn = str(bars([("tea", 4, ""), ("milk", 1, "known"), ("none", 0, "")], "words").drawn)
    assert 'width="86%"' in drawn and 'width="21.5%"' in drawn  # a quarter of 86
    assert drawn.count("<rect") == 2 and "◆ known" in drawn


def test_a_picture_has_its_words_and_its_table():
    html = str(figure("Drinks", [("tea", 4, "")], "Four tea.", ("Drink", "Students")))
    assert 'aria-label="Drinks. Four tea."' in html and "<table" in html and "Table: Drinks" in html


def test_a_long_name_of_a_bar_is_cut_and_broken():
    drawn = str(bars([("W" * 500, 1, "")], "").drawn)
    assert "W" * (LONGEST - 1) not in drawn and "…" in drawn


def test_exit_tickets_are_counted_and_say_who_asks_for_help(school):
    given = [
        student("a", _7_exit={"confidence": 2, "word": "stuck"}),
        student("b", _7_exit={"confidence": 2, "word": "Clear "}),
        student("c", _7_exit={"confidence": "x" * 99, "word": 7}),
    ]
    html = str(tickets.tickets(given))
    assert "2 said how sure" in html and "2 gave a word; 1 of them unsure or stuck." in html
    assert "Who tapped unsure or stuck: 1" in html and "<bdi>a</bdi>" in html and "<bdi>b</bdi>" not in html


def test_a_ticket_that_stands_in_two_files_with_its_time_is_counted_once(school):
    one = {"kind": "exit ticket", "confidence": 2, "word": "stuck", "at": AT}
    html = str(tickets.tickets([student("a", _7_exit=one), student("copy", _7_exit=dict(one))]))
    assert "1 gave a word; 1 of them" in html


# ---- open answers


def test_answers_stand_beside_their_rubric_and_both_samples(students):
    html = str(class_answers.answers(students))
    assert "1 answer" in html and "The spoon is gone." in html
    assert (
        "It names the spoon." in html
        and "Spoon missing from the kitchen" in html
        and "It blames the cat." in html
    )


def test_a_long_answer_is_folded_and_whole(school):
    text = "".join(chr(65 + n % 26) for n in range(5000))
    assert text in told(class_answers.answers([student("a", _7_5=wrote(text))])).replace(
        " The rest (3,500 letters) ", ""
    )


# ---- frame grids, the hand check, the rest


def test_frame_grids_count_what_was_left_blank(home):
    boxes = {
        "problem": {"own_words": "It rains.", "proof": "wet", "paragraph": 3, "blank": False},
        "remedy": {"blank": True}, "cause": ["no box"],
    }  # fmt: skip
    html = told(
        class_other.grids([Student("a", "a", {"4.frames.neo": {"kind": "grid", "boxes": boxes}}, ())])
    )
    assert (
        "remedy 1" in html
        and "problem 0" in html
        and "It rains. “wet” (¶3)" in html
        and "New Eastern" in html
    )


def test_the_hand_check_counts_verdicts(home):
    first = class_other.cases()[0].id
    given = [
        Student(n, n, {"5.9": {"hits": {first: said}}}, ())
        for n, said in (("a", "right"), ("b", "wrong"), ("c", []))
    ]
    row = rows_of(class_other.hits(given))[1]
    assert row.endswith("1 1 0")


def test_what_is_not_known_is_listed(school):
    html = told(class_other.rest([student("a", _9_9=wrote("kept")), student("b", lab={"value": "my text"})]))
    assert "9.9 unknown 1" in html and "kept" in html and "The sentence lab (1)" in html and "my text" in html


# ---- feedback


def test_feedback_says_in_words_what_was_done(students):
    data = class_feedback.data(students, "9a", "key")
    one, two, three = data["feedback"]
    assert one[0]["lines"] == [
        "Right after more tries: 7.1.", "Written: 7.5.", "Guessed: 7.p1.", "Still open: 7.2, 7.3.",
    ]  # fmt: skip
    assert two[0]["again"] == ["7.1", "7.4"] and data["again"]["7.1"] == "Read kitchen_news ¶2."
    assert three[0]["lines"][0] == "Right at the first try: 7.1."
    assert data["lessons"][0]["tasks"] == ["7.5"] and len(data["tasks"]["7.5"]["rubric"]) == 2


# ---- the whole page


def whole(students, **given):
    found = tuple(Found(f"{one.label}.json", f"Read as “{one.label}”, 3 answers.") for one in students)
    return page(Class(tuple(students), found), **given)


def data_of(html):
    return unpack(html.split('id="data">')[1].split("</script>")[0])


def test_the_page_has_all_parts_says_where_it_stays_and_how_it_is_deleted(students, tmp_path):
    html = whole(students, folder=tmp_path / "9 a")
    for title in ("The files", "Students by tasks", "got stuck", "Guesses", "rubric", "Feedback", "Cynicism",
                  "Exit tickets", "Frame grids", "hand check", "Everything else"):  # fmt: skip
        assert title in html
    assert "stays on this computer" in html and f"class --forget &#34;{tmp_path / '9 a'}&#34;" in html
    assert data_of(html)["name"] == "9 a"


def test_two_folders_of_one_name_keep_their_marks_apart(students, tmp_path):
    keys = {data_of(whole(students, folder=tmp_path / place / "9a"))["key"] for place in "xy"}
    assert len(keys) == 2


def test_nothing_is_asked_of_the_network(students):
    seen = Seen(whole(students))
    assert not seen.attributes & {"src", "srcset", "action", "onclick"} and "default-src 'none'" in whole(
        students
    )


def test_problems_with_files_come_before_what_went_well(students):
    found = (Found("a.json", "Read as “a”, 3 answers."), Found("b.json", "Empty: there is nothing in it."))
    html = page(Class(students, found))
    assert html.index("Empty: there is") < html.index("Read as “a”") and "These need you: 1" in html


def test_what_needs_nobody_is_folded_after_what_needs_the_teacher(students):
    found = (Found("a.json", "Another copy of “a”.", harmless=True), Found("b.json", "Not opened."))
    html = page(Class(students, found))
    assert html.index("These need you: 1") < html.index("Not opened.") < html.index("nothing to do: 1")


def test_who_handed_in_nothing_stands_first(students):
    html = page(Class(students, (Found("a.json", "Not opened."),), ("blue-2", "red-1", "<b>-4")))
    seen = Seen(html)
    told = "".join(seen.text)
    assert "nothing came: 1 of 3." in told and "<b>-4" in told and "not on your list: 1." in told
    assert html.index("nothing came") < html.index("These need you")
    assert "your list" not in "".join(Seen(page(Class(students, ()))).text)


def test_the_alarm_says_when_to_stop_and_is_folded_without_places(students):
    assert "Nothing found in the answers of 1 students" in whole(students)
    loud = [student("a", _7_5=wrote("I think they all lie.")), *students]
    html = whole(loud)
    assert "1 of 2 students" in html and "more than a fifth" in html and "they all lie" in html


@pytest.mark.parametrize("canary", CANARIES, ids=range(len(CANARIES)))
def test_whatever_students_bring_is_text(home, canary):
    """The same tags and attributes as of a page with plain words, and the canary readable as text."""

    def shown(text):
        entries = {
            "1.10": wrote(text), "1.3": answered(text), "1.p1": guessed(text), "lab": {"value": text},
            "1.exit": {"confidence": 3, "word": text}, "9.1": wrote(text),
            "4.frames.neo": {"boxes": {"cause": {"own_words": text, "proof": text}}}, text: wrote(text),
            "5.9.others": {"value": text},
            f"4.frames.{text}": {"boxes": {}}, "5.9": {"hits": {text: "right"}},
        }  # fmt: skip
        one = Student(text, text, entries, (text,), (text,))
        html = page(
            Class((one,), (Found(text, f"Read as “{text}”, 9 answers."), Found(text, text))), text[:50]
        )
        return Seen(html.encode("utf-8", "replace").decode())

    plain, seen = shown("plain"), shown(canary)
    assert set(seen.tags) <= set(plain.tags) | {"details", "summary"}
    assert seen.tags.count("script") == 2 and seen.attributes == plain.attributes
    assert canary[:28].encode("utf-8", "replace").decode() in seen.told


STRANGE = (
    {"tries": "no list", "at": 5},
    {"value": {"a": [1]}, "confidence": [], "boxes": 5, "hits": "x"},
    {"tries": [None, {}], "value": 1e999, "confidence": 10**400, "at": "9999-12-31T23:59:59+00:00"},
)


@pytest.mark.parametrize("entry", STRANGE, ids=range(len(STRANGE)))
def test_no_entry_breaks_the_page(home, entry):
    ids = [*exercises(), "1.exit", "4.frames.trt", "5.9.others", "lab", "x"]
    assert "strange" in whole([Student("", "strange", dict.fromkeys(ids, entry), ())])


def test_a_class_without_students_or_answers_is_a_page(home):
    assert "0 students" in page(Class((), ()))
    assert "Nobody has written" in whole([Student("", "a", {}, ())])


def test_a_class_of_28_fits_into_a_mail(home, tmp_path):
    write(tmp_path, class_files())
    assert len(page(collected(tmp_path), tmp_path).encode()) < 700_000


def test_the_data_hold_no_answers(students):
    """Answers stand on the page alone, once."""
    assert "The spoon is gone" not in json.dumps(data_of(whole(students)))
