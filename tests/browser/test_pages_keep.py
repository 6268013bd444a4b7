"""Pages that keep, reply and hand in: their script is held to Python, and a phone is used as by a student."""

import json
import random
import re
import unicodedata

import pytest

from whosewords import import_work, my_work
from whosewords.classroom import tasks
from whosewords.classroom.exercises import exercises
from whosewords.classroom.kinds import sure
from whosewords.classroom.my_work import work
from whosewords.classroom.pseudonym import NAME
from whosewords.classroom.work_format import as_text, later_than, merged, parse, rescued
from whosewords.display.html import together
from whosewords.problems import Problem, arrived
from whosewords.publish import keeping, pages
from whosewords.publish.static import still
from whosewords.publish.templates import part

pytestmark = pytest.mark.browser
NUMBERS = (
    "", " ", "7", " 6 ", "1,200", "1 200", "1  200", "12,00", "2½", "½", "−3", "-3", "--5", "+4", "4.", "3.5",
    "3,5", "10 %", "about 7", "7 of 10", "1 or 2", "٣", "٣.٥", "०", "1e2", "1E2", "1e999", "-1e999", "1e-7",
    "0.00001", "1000000000000000000000", "nan", "inf", "0x10", "twelve", "Ten!", "none of them", "alone",
    "five 5", "<b>", "x" * 99, 3, 3.7, 10**6, -1, None,
)  # fmt: skip
TEXTS = (
    "", "  \x1f\x85 ", "One.", "one two three four", "one two three four five", "a\u200bb\u2003c d\x1ce f",
    "½ ¾ <b> & \"q\"", "line\nline\n\nline line line", "half \ud83d a sign of two", "many " * 120,
    "x" * 20001, "𝔘" * 20000,
)  # fmt: skip


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    """All exercises on one page, and what its script replies to answers."""
    main = together(pages.prose("# All"), (still(tasks.Task(one)) for one in exercises().values()))
    path = tmp_path_factory.mktemp("everything") / "all.html"
    path.write_text(pages.whole("All", main, (), part("keep.js"), keeping.given(main)), encoding="utf-8")
    return path


@pytest.fixture
def tab(browser):
    """Opens a page of a phone in a browser of its own, and notes what it asks for and complains about."""
    contexts = []

    def opened(path, context=None, **more):
        context = context or browser.new_context(**{"viewport": {"width": 360, "height": 740}, **more})
        contexts.append(context)
        page = context.new_page()
        page.asked, page.complaints = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(path.as_uri())
        page.locator("html.live").wait_for()
        return page

    yield opened
    for context in dict.fromkeys(contexts):
        context.close()


# ---- The script and Python


def an_answer(one, luck):
    """An answer as fields give it or as files may hold it: right, wrong, half, wild."""
    ids = [option.id for option in one.options]
    if one.kind == "choice":
        return luck.choice([*ids, *ids, *ids, None, "", one.options[0].text.upper(), ids[-1:], "nonsense"])
    if one.kind == "several":
        ticked = [id for id in ids if luck.random() < luck.choice([0.2, 0.5, 1])]
        return luck.choice([ticked, ticked, ids, ids[::-1], ", ".join(ticked), "nonsense"])
    if one.kind == "number":
        near = keeping.key(one.id).answer or 5
        return luck.choice([*NUMBERS, str(near), near, *(f"{near + step / 4:g}" for step in range(-9, 9))])
    if one.kind == "order":
        return an_order(one, ids, luck)
    if one.kind == "sure":
        return a_guess_with_levels(one, ids, luck)
    return luck.choice(TEXTS) if one.kind == "words" else a_sorting(one, ids, luck)


def a_guess_with_levels(one, ids, luck):
    levels = [level.id for level in sure.LEVELS]
    full = {row.id: luck.choice(levels if row.id.endswith(sure.MARK) else ids) for row, _ in sure.rows(one)}
    half = {row: luck.choice([given, "", None]) for row, given in full.items()}
    return luck.choice(
        [full, full, half, {}, list(full.values()), full | {one.items[0].id + sure.MARK: "40"}]
    )


def an_order(one, ids, luck):
    known = keeping.key(one.id).answer or ids
    moved = [*known]
    moved.insert(luck.randrange(len(ids)), moved.pop(luck.randrange(len(ids))))
    mixed = luck.sample(ids, len(ids))
    wild = [ids, ids[:-1], [*ids, ids[0]], [], ", ".join(mixed), dict.fromkeys(ids, "1"), "nonsense"]
    return luck.choice([known, moved, moved, mixed, mixed, *wild])


def a_sorting(one, ids, luck):
    known, share = keeping.key(one.id).answer or {}, luck.choice([0, 0.3, 0.7, 1])
    picked = {item.id: luck.choice(ids) for item in one.items}
    full = picked | {item: option for item, option in known.items() if luck.random() < share}
    half = {item: luck.choice([option, "", None]) for item, option in full.items()}
    wild = [dict.fromkeys(full, ids[0]), half, {}, list(full.values()), full | {"nonsense": "x"}]
    return luck.choice([full] * 4 + wild)


def of_python(one, given):
    """What Python replies to answers, one after the other, what it keeps, and what it says of that later."""
    told = []
    for value, final in given:
        try:
            reply = tasks.answer(one, value, final)
            marks = [list(pair) for pair in reply.marks.items()]
            told.append({"result": reply.result, "lines": lines(reply), "marks": marks})
        except Problem as problem:
            told.append(str(problem))
    kept = work().get(one.id)
    kept.pop("at", None)
    return {"told": told, "kept": kept, "again": lines(tasks.Task(one).reply)}


def lines(reply):
    return reply and [[line.kind, line.text, line.head, list(line.items)] for line in reply.lines]


OF_THE_PAGE = """([id, given]) => {
  forget();
  const lines = (reply) => reply && reply.lines.filter((one) => one.text || one.items.length)
    .map((one) => [one.kind, one.text, one.head, one.items]);
  const task = page.tasks[id];
  const told = given.map(([value, final]) => {
    try {
      const reply = answer(task, value, final);
      return { result: reply.result, lines: lines(reply), marks: reply.marks };
    } catch (problem) {
      if (problem instanceof Missing) return problem.message;
      throw problem;
    }
  });
  const { at, ...kept } = entry(id);
  return { told, kept, again: lines(replyTo(task, entry(id))) };
}"""
# What no field gives, and a page need not explain: an answer that is none, a row too few in a typed list.
WILD = re.compile(r"^(There is no|Fill the blank|\d.* has \d+ rows)|is none of the answers")


def test_a_page_reads_judges_and_keeps_as_python_does(everything, tab, home):
    page, luck, judged = tab(everything), random.Random(7), set()
    for one in exercises().values():
        asked = [NUMBERS[start : start + 3] for start in range(0, len(NUMBERS), 3)]
        asked = asked if one.kind == "number" else []
        for values in [*asked, *([an_answer(one, luck) for _ in range(3)] for _ in range(8))]:
            given = [(value, luck.random() < 0.8) for value in values]
            work().delete()
            ours, theirs = of_python(one, given), page.evaluate(OF_THE_PAGE, [one.id, given])
            for told in (ours["told"], theirs["told"]):
                told[:] = ["wild" if isinstance(one, str) and WILD.search(one) else one for one in told]
            assert json.loads(json.dumps(ours)) == theirs, (one.id, given)
            judged.add((one.kind, ours["kept"].get("result")))
    assert {
        ("sort", "close"),
        ("several", "close"),
        ("number", "close"),
        ("sort", "right"),
        ("order", "close"),
    } <= judged


# ---- A phone

STORE = "whosewords:work:"  # and a name
FILL = """() => {
  let full = "x".repeat(2 ** 23);
  while (full) {
    try {
      localStorage.setItem("filled", (localStorage.getItem("filled") ?? "") + full);
    } catch {
      full = full.slice(full.length / 2 + 0.5);
    }
  }
}"""


@pytest.fixture(scope="module")
def lessons(tmp_path_factory):
    """The pages of all lessons by the first two letters of their name."""
    return {path.stem[:2]: path for path in pages.write(tmp_path_factory.mktemp("pages é"))}


def reply(page, id):
    return page.locator(f'[data-task="{id}"] .told').inner_text()


def choose(page, id, name):
    page.locator(f'[data-task="{id}"]').get_by_label(name, exact=True).check()


def press(page, name, where="#my-work"):
    page.locator(where).get_by_role("button", name=name).click()


def check(page, id, name):
    choose(page, id, name)
    press(page, "Check", f'[data-task="{id}"]')


def handed_in(page):
    """What the page saves as a file: its name, and what stands in it."""
    with page.expect_download() as download:
        press(page, "Save my work")
    return download.value.suggested_filename, parse(download.value.path().read_text(encoding="utf-8"))


def bring(page, name, content):
    page.get_by_label("Load a work file").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": content.encode("utf-8", "surrogatepass")}
    )


def below(page):
    return page.locator("#my-work .told").inner_text()


def test_answers_survive_a_reload_and_go_to_the_notebook_and_back(lessons, tab, home, tmp_path):
    page = tab(lessons["01"])
    check(page, "1.9", "16:00")
    assert "Not yet" in reply(page, "1.9") and "Hint" in reply(page, "1.9")
    choose(page, "1.p1", "both of them")
    page.locator('[data-task="1.10"] textarea').fill("He thinks that it was wrong & false.")
    press(page, "Save", '[data-task="1.10"]')
    page.locator("[data-ticket]").get_by_label("4", exact=True).check()
    page.locator("[data-ticket] input[type=text]").fill("a  maze")
    page.keyboard.press("Tab")
    page.reload()
    page.locator("html.live").wait_for()
    assert "Not yet" in reply(page, "1.9") and "A good answer" in reply(page, "1.10")
    check(page, "1.9", "18:00")
    assert "✓ Right" in reply(page, "1.9")
    page.get_by_label("A made-up name").fill(" Blue-7 ")
    press(page, "Use this name")
    press(page, "Yes, it is mine")
    name, document = handed_in(page)
    assert name == "my_work_blue-7.json" and document["name"] == "blue-7"
    assert (
        document["entries"]["1.9"]["tries"] == ["16", "18"]
        and document["entries"]["1.exit"]["word"] == "a maze"
    )

    document["entries"]["9.new"] = {"at": "2031", "big": 12345678901234567890, "__proto__": {"x": 1}}
    document["texts"] = {"mine": "a text of my own"}
    brought = tmp_path / name
    brought.write_text(as_text(document), encoding="utf-8")
    my_work("blue-7")
    import_work(str(brought))
    assert work().entries() == document["entries"]
    assert "✓ Right" in repr(tasks.check("1.9")) and "both of them" in repr(tasks.predict("1.p1"))
    tasks.check("1.3", "trt and rs")
    at_home = merged(document["entries"], work().entries())
    bring(page, name, as_text({**document, "entries": at_home}))
    page.get_by_text("5 answers read from").or_(page.get_by_text("6 answers read from")).wait_for()
    assert reply(page, "1.3") != ""
    name, again = handed_in(page)
    assert again["entries"] == at_home and again["texts"] == document["texts"]
    assert page.complaints == []


def test_a_result_opens_to_whoever_has_guessed_and_a_blank_to_its_word(lessons, tab, home):
    page = tab(lessons["06"])
    fold = page.locator('[data-look="6.p1"]')
    fold.locator("> summary").click()
    assert (
        not fold.locator("figure").first.is_visible()
        and page.get_by_text("First make your guess").is_visible()
    )
    box = page.locator('[data-task="6.p1"]')
    box.get_by_role("radio").first.check()
    fold.locator("> summary").click()
    assert fold.get_by_text("Your guess:").is_visible() and fold.locator("figure").first.is_visible()
    first = page.evaluate("entry('6.p1').value")
    box.get_by_role("radio").last.click()
    assert page.evaluate("entry('6.p1')") | {"at": 0} == {
        "at": 0,
        "kind": "guess",
        "seen": True,
        "value": first,
    }
    assert "stays as it was" in reply(page, "6.p1") and box.get_by_role("radio").first.is_checked()
    blank = page.locator("[data-blank]").first
    fold = blank.locator("details").first
    press(page, "Show what", "[data-blank] >> nth=0")
    assert not fold.is_visible() and page.evaluate("entry('6.line.drop_dots')") == {}
    blank.get_by_label("Your word").fill("neo")
    blank.get_by_role("button", name="Show what").click()
    assert fold.is_visible() and not fold.locator("figure").first.is_visible()
    blank.get_by_label("Your word").fill(' "RS" ')
    blank.get_by_label("Your word").press("Enter")
    assert fold.locator("figure").first.is_visible()
    page.reload()
    page.locator("html.live").wait_for()
    assert (
        fold.locator("figure").first.is_visible() and blank.get_by_label("Your word").input_value() == '"RS"'
    )
    work().add({"6.line.drop_dots": page.evaluate("entry('6.line.drop_dots')")})
    line = page.locator("[data-blank='6.line.drop_headings']")
    line.get_by_label("Your word").fill("TRT")
    line.get_by_label("Your word").press("Enter")
    assert "stands below" in line.inner_text()
    assert page.get_by_text("Or try: drop_headings").locator("+ details").get_attribute("open") is not None
    assert 'drop_dots(""RS"")' in repr(my_work())


def test_where_nothing_is_kept_it_says_so_and_hands_in(lessons, browser, tmp_path):
    """As in a learning platform that shows a page in a frame of its own."""
    frame = tmp_path / "platform.html"
    frame.write_text(
        '<iframe sandbox="allow-scripts allow-downloads" width="340" height="700" '
        f'src="{lessons["00"].as_uri()}"></iframe>'
    )
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(frame.as_uri())
    inside = page.frames[1]
    inside.locator("html.live").wait_for()
    assert "does not keep" in inside.locator(".note.trouble").inner_text()
    inside.locator('[data-task="0.p1"]').get_by_role("radio").first.check()
    told = inside.locator('[data-task="0.p1"] .told').inner_text()
    assert "Not saved yet" in told and "is kept" not in told
    with page.expect_download() as download:
        inside.get_by_role("button", name="Save my work").click()
    assert list(parse(download.value.path().read_text())["entries"]) == ["0.p1"]
    inside.locator("#my-work summary", has_text="Copy your work").click()
    inside.wait_for_function("document.querySelector('#my-work textarea').value")
    assert list(parse(inside.locator("#my-work textarea").input_value())["entries"]) == ["0.p1"]
    page.close()


def test_two_tabs_add_to_one_work_and_forget_together(lessons, tab):
    one = tab(lessons["01"])
    other = tab(lessons["00"], one.context)
    choose(one, "1.p1", "both of them")
    other.locator('[data-task="0.p1"]').get_by_role("radio").first.check()
    check(one, "1.9", "16:00")
    assert (
        sorted(handed_in(one)[1]["entries"])
        == sorted(handed_in(other)[1]["entries"])
        == ["0.p1", "1.9", "1.p1"]
    )
    press(other, "Forget all")
    press(other, "Go back")
    press(other, "Forget all")
    press(other, "Yes, delete")
    one.get_by_text("0 answers").wait_for()
    assert reply(one, "1.9") == "" and not one.get_by_label("both of them", exact=True).is_checked()
    check(one, "1.9", "18:00")
    assert list(handed_in(one)[1]["entries"]) == ["1.9"]


def test_two_tabs_that_write_at_once_lose_nothing(lessons, tab):
    one = tab(lessons["01"])
    other = tab(lessons["06"], one.context)
    for number in range(8):
        for page, letter in ((one, "a"), (other, "b")):
            page.evaluate(
                "id => void setTimeout(() => change(id, () => ({ value: 1 })), 200 - (Date.now() % 200))",
                f"9.{letter}{number}",
            )
        one.wait_for_timeout(250)
    for page in (one, other):
        page.wait_for_function(f"Object.keys(JSON.parse(localStorage['{STORE}']).entries).length === 16")


def test_a_tab_keeps_nothing_here_once_another_says_that_others_use_the_device(lessons, tab):
    one = tab(lessons["01"])
    other = tab(lessons["00"], one.context)
    check(one, "1.9", "16:00")
    other.get_by_label("Other people use this device").check()
    one.get_by_text("0 answers").wait_for()
    choose(one, "1.p1", "both of them")
    assert "in this tab only" in one.locator(".note[role]").inner_text()
    assert one.evaluate("Object.keys(localStorage)") == ["whosewords:shared"]
    assert "1.9" in handed_in(other)[1]["entries"]


def test_on_a_shared_device_the_tab_keeps(lessons, tab):
    page = tab(lessons["01"])
    choose(page, "1.p1", "both of them")
    page.get_by_label("Other people use this device").check()
    page.reload()
    page.locator("html.live").wait_for()
    assert "both of them" in reply(page, "1.p1") and page.evaluate("Object.keys(localStorage)") == [
        "whosewords:shared"
    ]
    later = tab(lessons["01"], page.context)
    assert reply(later, "1.p1") == "" and "in this tab only" in later.locator(".note[role]").inner_text()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "not a work file"),
        ("[" * 9999, "not a work file"),
        ('{"entries": []}', "not a work file"),
        ('{"entries": {}, "deep": ' + "[" * 999 + "]" * 999 + "}", "not a work file"),
        ("\0\ud800", "not a work file"),
        (json.dumps({"entries": {}, "x": "x" * 5_000_000}), "too large"),
        (json.dumps({"name": "red-3", "entries": {}}), "belongs to “red-3”, and you work as “blue-7”"),
        (json.dumps({"entries": {"1.9": {"tries": ["20"]}}}), "may be somebody else’s"),
        (json.dumps({"name": "blue-7", "entries": {"1.9": {"tries": ["20"]}}}), "may be somebody else’s"),
        (json.dumps({"name": "blue-7", "entries": {"1.9": {"tries": ["16"]}, "<b>": 7}}), "2 answers read"),
    ],
)
def test_no_file_takes_anything_away(lessons, tab, content, told):
    page = tab(lessons["01"])
    page.evaluate("work('blue-7')")
    check(page, "1.9", "16:00")
    before = handed_in(page)[1]["entries"]
    bring(page, "theirs <b>.json", content)
    page.locator("#my-work .told", has_text=told).wait_for()
    after = handed_in(page)[1]["entries"]
    assert {**after, **before} == after and (after == before) == ("2 answers" not in told)
    assert page.complaints == [] and page.locator("#my-work b").count() == 0


def test_names_are_those_of_the_notebook(everything, tab):
    page, luck = tab(everything), random.Random(3)
    some = "aZ7-_é ßςΣİ中٣²\u0301.\u00a0"
    names = [
        "",
        "blue-7",
        "Blue-7 ",
        "x" * 24,
        "x" * 25,
        *("".join(luck.choices(some, k=luck.randint(1, 5))) for _ in range(300)),
    ]
    for name in names:
        chosen = unicodedata.normalize("NFC", arrived(name)).strip().casefold()
        ours = chosen if not chosen or NAME.fullmatch(chosen) else None
        assert page.evaluate("nameIn", name) == ours, name


def test_files_are_merged_as_python_merges(everything, tab):
    page, luck = tab(everything), random.Random(5)
    times = ["2026-01-01T00:00:00.000000+00:00", "2026-01-01T00:00:00.000001+00:00", "é", "", 7, None]
    values = ["a", "é", "\n\x7f", [1, "𝔘"], {"b": 1, "a": None}]
    entries = [{"at": luck.choice(times), "value": luck.choice(values)} for _ in range(12)]
    entries += ["no table", 3, None]
    for _ in range(200):
        one, other = ({luck.choice("abc10"): luck.choice(entries) for _ in range(3)} for _ in range(2))
        assert page.evaluate("([one, other]) => merged(one, other)", [one, other]) == merged(one, other)
    for at in (
        "2999-12-31T23:59:59.999999+00:00",
        "2999-01-01T00:00:00.000009+00:00",
        "9999-12-31T23:59:59.999999+00:00",
        "zz",
    ):
        assert page.evaluate("laterThan", at) == later_than(at)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00", page.evaluate("laterThan('')"))


def test_what_is_left_of_a_file_is_what_python_finds_in_it(everything, tab):
    page, luck = tab(everything), random.Random(9)
    texts = ['é \\ " } {', "x" * 30, "\ud83d", "\u202e<b>"]
    values = [*texts, 12345678901234567890, 1.5, float("nan"), None, {"at": "2027", "a": {}}, [{"b": "}"}]]
    for _ in range(150):
        ids = luck.choices(["1.9", "é", "__proto__", "constructor", 'a"b', "entries"], k=4)
        each = {id: {"at": luck.choice(["2026", "é", 7]), "value": luck.choice(values)} for id in ids}
        whole = as_text({"entries": each, "name": "blue-7", "later": {"z": {"at": "2028"}}})
        start, end = sorted(luck.sample(range(len(whole)), 2))
        for text in (
            whole[:end],
            whole[start:],
            whole[:start] + whole[end:],
            whole[:start] + "}{" + whole[start:],
        ):
            theirs = page.evaluate("text => asText({ entries: rescued(text) })", text)
            assert theirs == as_text({"entries": rescued(text)}), text


def test_a_file_that_was_cut_off_gives_what_is_left(lessons, tab):
    page = tab(lessons["01"])
    check(page, "1.9", "16:00")
    choose(page, "1.p1", "both of them")
    cut = as_text(handed_in(page)[1]).partition('"1.p1"')[0]
    page.evaluate("forget()")
    bring(page, "cut.json", cut)
    page.locator("#my-work .told", has_text="1 answer read from").wait_for()
    assert "damaged" in below(page) and "Hint" in reply(page, "1.9")


def test_tables_that_claim_to_be_texts_stop_no_page(lessons, tab):
    odd = {"toString": 1, "valueOf": "<b>"}
    for lesson, entries in (
        (
            "01",
            {
                "1.9": {"tries": [odd]},
                "1.p2": {"value": odd},
                "1.10": {"value": odd},
                "1.exit": {"word": odd},
            },
        ),
        ("04", {"4.frames.neo": {"boxes": {"cause": {"own_words": odd, "paragraph": odd}}}}),
        (
            "06",
            {"6.line.drop_dots": {"value": odd}, "lab": {"value": odd, "done": {"plainer": {"text": odd}}}},
        ),
        (
            "st",
            {
                "1.exit": {"confidence": odd, "at": odd},
                "x": {"kind": "text", "value": odd},
                "lab": {"value": odd},
            },
        ),
    ):
        page = tab(lessons[lesson])
        bring(page, "odd.json", json.dumps({"name": odd, "entries": entries}))
        page.locator("#my-work .told", has_text="read from").wait_for()
        page.reload()
        page.locator("html.live").wait_for()
        assert page.complaints == [] and handed_in(page)[1]["entries"].keys() == entries.keys()


def test_leaving_asks_while_an_answer_is_kept_nowhere(lessons, tab):
    page, asked = tab(lessons["06"]), []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.evaluate(FILL)
    radio = page.locator('[data-task="6.p1"]').get_by_role("radio")
    radio.first.click()
    handed_in(page)
    page.reload()
    page.locator("html.live").wait_for()
    assert asked == []
    radio.first.click()
    page.reload()
    assert asked == ["beforeunload"]


def test_a_store_that_fills_up_midway_is_told_at_every_control_and_keeps_what_is_typed(lessons, tab):
    page = tab(lessons["06"])
    choose(page, "6.12", page.locator('[data-task="6.12"] label').first.inner_text().strip())
    press(page, "Check", '[data-task="6.12"]')
    page.evaluate(FILL)
    blank, open_answer = page.locator("[data-blank]").first, page.locator('[data-task="6.9"]')
    open_answer.locator("textarea").fill("What I wrote when nothing more went in. " * 9)
    press(page, "Save", '[data-task="6.9"]')
    blank.get_by_label("Your word").fill("rs")
    press(page, "Show what", "[data-blank] >> nth=0")
    page.locator('[data-task="6.p1"]').get_by_role("radio").first.check()
    for told in (
        open_answer.locator(".told"),
        blank.locator("> .told"),
        page.locator('[data-task="6.p1"] .told'),
    ):
        assert "does not keep" in told.inner_text() and "Saved," not in told.inner_text()
    assert "nothing more went in" in open_answer.locator("textarea").input_value()
    assert blank.get_by_label("Your word").input_value() == "rs"
    assert page.locator('[data-task="6.p1"]').get_by_role("radio").first.is_checked()
    assert handed_in(page)[1]["entries"].keys() == {"6.12", "6.9", "6.p1", "6.line.drop_dots"}
    page.evaluate("localStorage.removeItem('filled')")
    press(page, "Save", '[data-task="6.9"]')
    page.reload()
    page.locator("html.live").wait_for()
    assert (
        page.evaluate("Object.keys(doc.entries).length") == 4 and page.locator(".note.trouble").count() == 0
    )


def test_without_a_script_the_lesson_can_be_read(lessons, browser):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(lessons["01"].as_uri())
    assert page.get_by_text("script does not run here").is_visible()
    page.locator('[data-task="1.9"] summary').click()
    assert page.get_by_text("Set the clock to an hour").is_visible()
    assert page.locator("button").count() == 0 and not page.get_by_text("Hand in").count()
    context.close()
