"""The sentence lab without a browser: what it sees, what its rules say, what it keeps, and bad input."""

import json
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from steps import grow_with_the_text

from whosewords import rewrite
from whosewords.classroom.lab import TASKS, Lab, analyse, check, drawing
from whosewords.classroom.lab.analysis import LONGEST
from whosewords.classroom.lab.state import ENTRY, paragraphs, started
from whosewords.classroom.lab.tasks import stated
from whosewords.classroom.my_work import my_work, work
from whosewords.lexicon import find_hits
from whosewords.problems import Problem
from whosewords.readability import measure
from whosewords.shelf.catalogue import articles
from whosewords.voices import voices

PLAIN = (
    "The mayor closed the bridge on 9 May. The clerk in Kirkuk counted 41 planks, and three people went home "
    "by the market. Nobody was hurt, and the bridge will open again in the month of June."
)
HARD = PLAIN.replace("The mayor", "The shameful mayor").replace("Nobody", "The traitor left, nobody")
RUSSIAN = "Мост закрыли на шесть месяцев. Мэр сказал, что ремонт начнется в октябре и будет долгим."
ARABIC = "أغلق المجلس الجسر لمدة ستة أشهر. وقال رئيس البلدية إن الإصلاح سيبدأ في أكتوبر."
SCRIPT = '<script>alert(1)</script> The <b onclick="x()">mayor</b> & “<img src=x onerror=alert(2)>” said.'


@pytest.fixture
def own(home):
    return home


def entry(own):
    return json.loads((own / "my_work.json").read_text(encoding="utf-8"))["entries"][ENTRY]


class Tags(HTMLParser):
    """The names of all elements of a piece of HTML, and its text."""

    def __init__(self, html):
        super().__init__()
        self.names, self.attributes, self.text = [], [], ""
        self.feed(str(html))

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data):
        self.text += data


# What is seen


@pytest.mark.parametrize("text", [PLAIN, HARD, "One.\n\n\tTwo “three” four,” she said.\r\nFive"])
def test_the_lab_says_what_the_measures_say(text):
    seen = analyse(text)
    for rule in ("careful", "naive"):
        assert repr(seen.scores[rule]) == repr(measure(text, rule, interval=False))
    assert [hit.term for hit in seen.hits] == [hit.term for hit in find_hits(text)]
    assert [one.voice for one in seen.loaded] == [hit.voice for hit in find_hits(text)]
    spoken = {
        (stretch.voice, stretch.speaker)
        for stretch in voices(text)
        if text[stretch.start : stretch.end].strip()
    }
    assert {(voice, speaker) for voice, speaker, _ in seen.spoken} <= spoken


def test_a_loaded_word_comes_with_its_place():
    (one,) = analyse("He left.\nThe clerk said: “You are a traitor.”").loaded
    assert (one.text, one.voice, one.paragraph, one.sentence) == ("traitor", "Q", 2, 2)
    assert "Labels for people" in drawing.place(one)


def test_both_sentence_rules_are_shown():
    seen = analyse("The U.S. army left. " * 12)
    shown = dict(drawing.count_rows(seen))
    assert shown["Sentences, careful rule"] != shown["Sentences, naive rule"]
    assert shown["Grade, careful rule"] != "–" and shown["Grade, naive rule"] != "–"


def test_too_short_for_a_grade_is_said():
    assert analyse("Short.").grades() is None
    assert any("Too short" in note for note in analyse("Short.").notes)


def test_marks_are_letters_and_lines_and_everything_can_be_heard():
    drawn = drawing.marked(analyse("The traitor left. “We paid,” the clerk said."))
    for mark in ('class="ww-k loaded"', 'class="ww-v-Q"', ">Q</b>", "(loaded)", "(Quotation, the clerk:)"):
        assert mark in drawn


def test_two_loaded_words_in_a_row_are_two_marks():
    assert drawing.marked(analyse("A shameful traitor left.")).count("ww-k loaded") == 2


def test_the_marked_text_holds_every_sign_that_was_typed():
    text = "“A” – b…  c (d) e; f’s “g” ‘h’ 50 % / i\nNext: <j> & k!"
    drawn = drawing.marked(analyse(text)).split("</p>", 1)[1]  # after the line of counts
    letters = [sign for sign in text if not sign.isspace()]
    typed = iter(Tags(drawn).text)
    assert all(letter in typed for letter in letters)


@pytest.mark.parametrize("typed", ["brutal ", "\n\nOne more.", "“", "\n", "<b>"])
def test_a_key_draws_one_part_of_the_marked_text_anew(own, typed):
    lab, text = Lab(), "\n".join([PLAIN, HARD, PLAIN])
    lab.typed(text)
    lab.marked()
    middle, shown, moved = text.index("three people"), [], []
    for n in range(1, len(typed) + 1):
        lab.typed(text[:middle] + typed[:n] + text[middle:])
        shown.append(lab.marked())
        strip, *parts = shown[-1]
        assert drawing.marked(lab.seen).endswith(f"{strip}{''.join(parts)}</div>")
    for (_, *old), (_, *new) in pairwise(shown):
        moved.append(sum(one != other for one, other in zip(old, new, strict=True)))
    # A line end and then a new paragraph move what stands around them, each once.
    assert len([one for one in moved if one > 1]) <= typed.count("\n")


# Bad input


@pytest.mark.parametrize("text", ["", " \n\t ", "…", "?!", "\x00", "🙂"])
def test_nothing_is_told_and_does_no_harm(text):
    seen = analyse(text)
    assert seen.notes and seen.loaded == () and seen.grades() is None
    assert seen.notes[0] in Tags(drawing.marked(seen)).text
    assert drawing.figures(seen) and drawing.summary(seen)


@pytest.mark.parametrize("text", [RUSSIAN, ARABIC, RUSSIAN * 9, f"{ARABIC} The mayor lied."])
def test_counts_that_do_not_apply_are_withheld_and_it_says_so(text):
    seen = analyse(text)
    assert [figure.name.split()[0] for figure in seen.figures] == ["Words", "Letters"]
    assert seen.loaded == () and seen.voices == {} and "look English" in seen.notes[0]
    assert "look English" in drawing.summary(seen)
    assert 'dir="auto"' in drawing.marked(seen)
    beside = {name: rest for name, *rest in drawing.count_rows(seen, analyse(PLAIN))}
    assert beside["Loaded words"] == ["0", "–", "–"]


def test_html_and_scripts_are_shown_as_text():
    seen = analyse(SCRIPT)
    drawn = drawing.marked(seen) + drawing.figures(seen, analyse(SCRIPT + " traitor<script>"))
    drawn += drawing.loaded_words(seen)
    assert not {"script", "img"} & set(Tags(drawn).names)
    assert not [name for name in Tags(drawn).attributes if name.startswith("on")]
    assert "alert" in Tags(drawn).text
    assert "<script" not in repr(rewrite(SCRIPT)._repr_html_()).replace("<style>", "")


def test_of_a_novel_the_beginning_is_read_and_nothing_is_lost(own):
    novel = "The mayor said that the bridge is closed. " * 15_000
    seen = analyse(novel)
    assert len(seen.text) <= LONGEST and len(seen.text) + seen.left_out == len(novel)
    assert "Nothing is deleted" in seen.notes[0]
    lab = Lab()
    lab.typed(PLAIN)
    lab.pause()
    lab.typed(novel)
    told = lab.pause()
    assert "longer than 20,000 characters" in told and lab.draft.text == novel
    assert entry(own)["value"] == PLAIN


@pytest.mark.parametrize("piece", ["“", "a", "1.", "'", "\n"])
def test_the_steps_of_odd_texts_grow_with_them(piece):
    assert grow_with_the_text(lambda text: drawing.marked(analyse(text)), piece, 1000)
    assert drawing.marked(analyse(piece * (LONGEST // len(piece))))


def test_half_a_character_of_a_broken_paste_can_be_shown():
    drawing.marked(analyse("a \ud83d b")).encode("utf-8")


# The tasks


def result(task, first, now):
    return check(task, analyse(first), analyse(now)).result


def test_plainer_means_fewer_loaded_words_and_every_fact():
    assert result("plainer", HARD, PLAIN.replace("Nobody", "They left. Nobody")) == "right"
    assert result("plainer", HARD, PLAIN.replace("41", "many")) == "close"
    assert result("plainer", HARD, HARD + " A traitor.") == "not yet"
    assert "none to take" in repr(check("plainer", analyse(PLAIN), analyse(PLAIN + " Yes.")))


def test_harder_means_more_loaded_words_and_no_new_fact():
    assert result("harder", PLAIN, HARD) == "right"
    assert result("harder", PLAIN, HARD + " It cost 700 coins.") == "close"
    assert result("harder", PLAIN, PLAIN.replace("The mayor", "The shameful mayor")) == "not yet"


def test_a_number_may_be_written_as_a_word_and_a_name_as_its_people():
    told = repr(
        check(
            "harder",
            analyse("Three men left Iraq in May."),
            analyse("3 Iraqi traitors, shameful, left in May."),
        )
    )
    assert "still there" in told


def test_the_grade_must_move_by_two_under_the_careful_rule():
    shorter = PLAIN.replace(", and", ". And").replace("on 9 May. The", "on 9 May. The")
    longer = PLAIN.replace(". The clerk", ", while the clerk").replace(". Nobody", ", although nobody")
    assert result("grade", PLAIN, longer) == "right"
    assert result("grade", PLAIN, PLAIN + " Yes.") == "not yet"
    assert check("grade", analyse(longer), analyse(shorter)).result == "right"
    assert "has no grade" in repr(check("grade", analyse("Too short."), analyse("Also too short.")))


def test_only_the_naive_rule_moves_by_a_dot():
    first = (
        "The army of the US in Iraq has said that it will leave the old bridge and the town to the people, "
        * 2
    )
    dotted = first.replace("US", "U.S.").replace("of the", "of the", 1) + "as Maj. Gen. Roe of the U.S. said."
    told = repr(check("grade", analyse(first + "as the general said."), analyse(dotted)))
    assert "naive rule moved" in told


def test_three_voices_must_all_be_there():
    own_voice = "The bridge was closed on Monday."
    three = (
        f"{own_voice} A neighbour said that the bridge was closed. “The bridge is closed,” a neighbour said."
    )
    assert result("voices", own_voice, three) == "right"
    missing = check("voices", analyse(own_voice), analyse(own_voice + " It was a long day."))
    assert missing.result == "not yet" and "short: I, Q" in repr(missing)


@pytest.mark.parametrize("task", TASKS)
def test_every_task_has_a_rubric_and_refuses_what_it_cannot_judge(task):
    seen = analyse(PLAIN)
    assert len(TASKS[task].rubric) >= 3
    for first, now in (
        (seen, seen),
        (seen, analyse("")),
        (seen, analyse(RUSSIAN)),
        (seen, analyse(PLAIN * 200)),
    ):
        assert check(task, first, now).result == "not yet"


@pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)
def test_the_start_of_a_task_fits_it(task):
    article, number = task.start
    assert article in stated()["starts"] and number in paragraphs(article)
    seen = analyse(started(article, number).text)
    assert seen.loaded_count > 0 if task.id == "plainer" else seen.loaded_count == 0 or task.id != "harder"
    assert seen.grades() is not None or task.id != "grade"


def test_every_start_is_a_text_of_our_own_in_full():
    for name in stated()["starts"]:
        assert articles[name].kind == "own text" and all(started(name, n).text for n in paragraphs(name))


# The lab itself


def test_it_opens_with_a_text_of_ours_and_says_what_it_sees(own):
    lab = Lab()
    assert lab.draft.text == started("wire_2019", 3).text == lab.draft.first
    assert "rewrite(" in repr(lab)
    assert not (own / "my_work.json").exists()


def test_what_was_typed_is_in_the_work_file_and_comes_back(own):
    lab = Lab()
    lab.typed(HARD)
    assert "Saved." in lab.pause()
    lab.choose("harder")
    lab.check()
    kept = entry(own)
    assert (kept["value"], kept["task"], kept["done"]["harder"]["text"]) == (HARD, "harder", HARD)
    again = Lab()
    assert (again.draft.text, again.task) == (HARD, "harder")
    assert my_work()._repr_html_()


@pytest.mark.parametrize(
    "damaged", [{"value": 3, "first": "x"}, {"value": "x"}, {"value": "x", "first": "y", "task": []}, {}]
)
def test_a_damaged_entry_does_no_harm(own, damaged):
    work().change(ENTRY, lambda old: {**damaged, "done": 7})
    lab = Lab()
    lab.typed("He left.")
    lab.pause()
    lab.check()
    assert entry(own)["value"] == "He left."


def test_undo_goes_back_through_pauses_and_buttons(own):
    lab = Lab()
    first = lab.draft.text
    lab.typed("One.")
    lab.pause()
    lab.typed("One. Two.")
    lab.begin("wire_2020", 8)
    lab.keep()
    lab.back()
    steps = []
    for _ in range(5):
        lab.undo()
        steps.append(lab.draft.text)
    assert steps[-3:] == ["One.", first, first] and "One. Two." in steps
    assert "nothing left" in lab.undo()


def test_a_reply_to_an_earlier_text_says_so(own):
    lab = Lab()
    lab.choose("harder")
    lab.typed(HARD)
    lab.check()
    assert lab.stale() == ""
    lab.typed(PLAIN)
    assert "changed since" in lab.stale()


def test_comparing_shows_both_versions_and_their_difference(own):
    lab = Lab()
    lab.typed(lab.draft.text + " What a shameful day.")
    lab.compare()
    assert "First version" in lab.figures() and "<td" in lab.figures() and "+1" in lab.figures()
    lab.compare()
    assert "First version" not in lab.figures()


def test_where_the_file_cannot_be_written_it_says_so(own, monkeypatch):
    from whosewords import files

    def full(path, text):
        raise files.CannotSave("The disk is full.")

    monkeypatch.setattr(files, "write", full)
    lab = Lab()
    lab.typed("He left.")
    told = lab.pause()
    assert "disk is full" in told


# Typed


def test_the_typed_form_gives_table_words_and_limits():
    found = rewrite(HARD, first=PLAIN, task="harder")
    told = repr(found)
    for part in ("loaded (0 in your first version)", "“shameful”", "✓ The rule is met", "Do not conclude"):
        assert part in told
    assert list(found.table.columns) == ["count", "first version", "now", "change"]
    assert list(rewrite(PLAIN).table.columns) == ["count", "now"]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: rewrite(7), "quotation marks"),
        (lambda: rewrite("a", first=articles["trt"]), "quotation marks"),
        (lambda: rewrite(first="a"), "quotation marks"),
        (lambda: rewrite("a", first="b", task="plane"), "Did you mean “plainer”"),
        (lambda: rewrite("a", task="plainer"), "give both versions"),
    ],
)
def test_a_slip_gets_a_sentence(call, says):
    with pytest.raises(Problem, match=says):
        call()


# The controls


def parts(box, kind):
    found, waiting = [], [box]
    while waiting:
        one = waiting.pop(0)
        found += [one] if isinstance(one, kind) else []
        waiting += getattr(one, "children", ())
    return found


def test_the_controls_show_what_is_typed_and_pressed(own):
    ipywidgets = pytest.importorskip("ipywidgets")
    box = rewrite().widget
    (field,) = parts(box, ipywidgets.Textarea)
    field.value = HARD
    shown = " ".join(one.value for one in parts(box, ipywidgets.HTML))
    assert "“shameful”" in shown and 'role="status"' in shown and "2 loaded" in shown
    buttons = {one.description: one for one in parts(box, ipywidgets.Button)}
    for name in ("Keep this as my first version", "Say it plainer", "Start from a text of ours"):
        buttons[name].click()
    buttons = {one.description: one for one in parts(box, ipywidgets.Button)}
    buttons["¶12"].click()
    assert field.value == started("wire_2019", 12).text
    buttons["Undo"].click()
    assert field.value == HARD
    field.value = PLAIN
    buttons["Check my text"].click()
    assert any("rule is met" in one.value for one in parts(box, ipywidgets.HTML))
    assert entry(own)["done"]["plainer"]["result"] == "right"


def test_another_text_is_a_first_version_of_its_own_and_undo_brings_the_other_back(home):
    lab = Lab()
    ours, place = lab.draft.first, lab.draft.place
    assert place in repr(lab)
    lab.typed(ours.replace(" the ", " this "))
    lab.pause()
    assert lab.draft.first == ours  # a version of the same text
    mine = "Nobody asked my cat about yesterday's soup, though she had tasted every spoonful twice."
    lab.typed(mine)
    assert "first version now" in lab.pause() and lab.draft.first == mine and lab.draft.place != place
    lab.undo()
    assert (lab.draft.first, lab.draft.place) == (ours, place)
    lab.typed("My cat knows.")  # a few words are a beginning, and no other text
    lab.pause()
    assert lab.draft.first == ours


def test_a_file_is_read_by_its_path_and_never_counted_by_its_name(home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.txt").write_text("They lied. We slept.", encoding="utf-8")
    assert rewrite(tmp_path / "mine.txt").words.startswith("4 words")
    for name in ("mine.txt", "none.txt"):
        with pytest.raises(Problem, match=r"Path\("):
            rewrite(name)
