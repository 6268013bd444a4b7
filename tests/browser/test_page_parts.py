"""The parts of pages that are more than one question, in a browser: the same sentences and entries as in a
notebook, whatever is tapped and typed, and a file that goes from one to the other."""

import random

import pytest

from whosewords import calibration, my_settings, predict
from whosewords.classroom import agreeing, hand_check, my_work, own_frames, own_rates
from whosewords.classroom.before_after import form, score
from whosewords.classroom.exercises import exercises, lessons
from whosewords.classroom.frames_compared import Compared
from whosewords.classroom.kinds import sure
from whosewords.classroom.progress import progress
from whosewords.classroom.sitting import before_after
from whosewords.classroom.tagging import Tagging
from whosewords.measures.frames import BOXES, readings
from whosewords.measures.precision import VERDICTS
from whosewords.measures.proofs import places_of_proof, state_of
from whosewords.measures.tagging import CODES, ROUNDS, SURE
from whosewords.publish import pages
from whosewords.session import nobody
from whosewords.shelf.blackout import normal
from whosewords.shelf.catalogue import articles
from whosewords.teacher import class_gains, collecting
from whosewords.words import read

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("home")]
TEXTS = ("journal_mtl", "neo", own_frames.OWN)
CLAIMS, TEST = "09_true_and_false.html", "before_after_b.html"
GRIDS, HITS, TAGS, START = "04_four_jobs.html", "05_counting.html", "07_do_we_agree.html", "start.html"
ODD = (
    "U.S.-led", "straße", "it's 2,500", "don´t go", "a.b@c.com yes", "“Quoted”—thing", "self\u00addefense x",
    "cafe\u0301 ole", "www.x.org", "…", "ﬁne", "3.5m U.N.’s", "half\u2011done", "Ph.D. x", "x_y", "½ of",
    "٣ days",
)  # fmt: skip


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The pages that have parts, as if there were no others."""
    folder = tmp_path_factory.mktemp("parts é")
    sources = {path.stem: path.read_text(encoding="utf-8") for path in pages.sources()}
    with nobody():
        named = (page.removesuffix(".html") for page in (START, GRIDS, HITS, TAGS, CLAIMS))
        made = [*(pages.lesson(stem, sources[stem]) for stem in named), *pages.tests()]
        first = pages.Page("index.html", "Lessons", "")
        for page in made:
            (folder / page.name).write_text(pages.framed(page, [first, *made, first]), encoding="utf-8")
    return folder


@pytest.fixture
def opened(browser, written):
    """Opens pages of one phone, which keeps what is answered."""
    context = browser.new_context(
        viewport={"width": 360, "height": 780}, color_scheme="dark", accept_downloads=True
    )

    def goto(name):
        page = context.new_page()
        page.goto((written / name).as_uri())
        page.locator("html.live").wait_for(state="attached")
        return page

    yield goto
    context.close()


def grid_of(name):
    return own_frames.OwnGrid(None if name == own_frames.OWN else articles[name])


def proof(rng, name):
    """What somebody might give as a proof: words of the text, letters for its blocks, or something else."""
    article = articles["neo" if name == own_frames.OWN else name]
    start, many, kind = rng.randrange(len(article.words) - 8), rng.randrange(1, 8), rng.random()
    if kind < 0.5:
        listed = [w.text or rng.choice("abcdefgh") * w.letters for w in article.words[start : start + many]]
    elif kind < 0.7:
        legible = [w.text for w in article.words if w.text]
        listed = legible[start % 60 : start % 60 + many]
    elif kind < 0.85:
        listed = [rng.choice([box.proof for one in readings()[article.id].values() for box in one.values()])]
    else:
        listed = [rng.choice(ODD)] * rng.randrange(2)
    told = " ".join(listed)
    return rng.choice([told, told.upper(), f"“{told},”", f" {told} ", told.replace("'", "’")])


def place(rng, name, given):
    article = articles["neo" if name == own_frames.OWN else name]
    found = [place.paragraph for place in places_of_proof(article, given)] or [1]
    return rng.choice([*(found * 4), None, 99, "¶6", "٦", 0])


def box(rng, name):
    given = proof(rng, name)
    words = rng.choice(["it is so", "it is so", "", "word " * 70])
    whole = {
        "own_words": words,
        "proof": given,
        "paragraph": place(rng, name, given),
        "blank": rng.random() < 0.2,
    }
    return rng.choice([whole, whole, {"blank": True}, 3])


def done_box(rng, name):
    proofs = [b for one in readings().get(name, {}).values() for b in one.values() if b.proof]
    one = rng.choice(proofs) if proofs else None
    filled = {"own_words": "it is so", "proof": one.proof if one else "x", "paragraph": one and one.paragraph}
    return rng.choice([filled, filled, {"blank": True}])


def test_any_proof_is_found_as_in_python(opened):
    rng, page = random.Random(13), opened(GRIDS)
    cases = []
    for _ in range(150):
        name = rng.choice(TEXTS[:2])
        given = proof(rng, name)
        number = rng.choice(
            [*[p.paragraph for p in places_of_proof(articles[name], given)], rng.randrange(1, 16), None]
        )
        cases.append((name, given, number))
    found = page.evaluate(
        """cases => cases.map(([name, given, number]) => {
          const { about, grids } = page.parts.grid;
          const { name: state, paragraphs } = stateOf(grids[name].words, given, number, about);
          const words = lettersAndWords(given, about.reading).map((one) => [one.letters, one.word]);
          return [state, paragraphs, words];
        })""",
        cases,
    )
    states = set()
    for (name, given, number), (state, paragraphs, words) in zip(cases, found, strict=True):
        assert (state, tuple(paragraphs)) == state_of(articles[name], given, number), (name, given, number)
        assert words == [[w.letters, normal(w.text).casefold()] for w in read(given)], given
        states.add(state)
    assert states == {"empty", "long", "stands", "blocks", "elsewhere", "absent"}


def test_any_grid_is_kept_and_told_as_in_python(opened):
    rng, page = random.Random(4), opened(GRIDS)
    cases, expected = [], []
    for number in range(36):
        name = rng.choice(TEXTS)
        made = box if number % 2 else done_box
        boxes = {job: made(rng, name) for job in BOXES if made is done_box or rng.random() < 0.85}
        grid = grid_of(name)
        my_work.work().change(
            own_frames.KEY + grid.id, lambda entry, boxes=boxes: {"kind": "grid", "boxes": boxes}
        )
        compared = Compared(grid, tuple(BOXES))
        says = [grid.says(filled) for filled in grid.boxes.values()]
        told = [[line.head, line.text] for line in compared.reply.lines]
        grid.save({})
        kept = my_work.work().get(own_frames.KEY + grid.id)
        cases.append((name, boxes))
        expected.append([kept["boxes"], kept["value"], says, told, list(compared.sentences())])
    found = page.evaluate(
        """cases => cases.map(([name, boxes]) => {
          const { about, grids } = page.parts.grid, grid = grids[name];
          const made = withBoxes(about, grid, { boxes }, {}), mine = made.boxes;
          const lines = toldOfGrid(about, grid, mine).lines.filter((one) => one.text);
          const told = lines.map((one) => [one.head, one.text]);
          const done = !openBoxes(about, grid, mine).length;
          return [mine, made.value, about.boxes.map((box) => saidOfBox(about, grid, mine[box])), told,
                  done ? comparedGrid(about, grid, mine) : []];
        })""",
        cases,
    )
    for case, one, other in zip(cases, expected, found, strict=True):
        assert one == other, case
    assert sum(bool(one[-1]) for one in expected) > 5


def test_verdicts_are_tapped_and_kept_as_in_a_notebook(opened):
    rng, page = random.Random(8), opened(HITS)
    check, told = hand_check.HandCheck(), page.locator(".hits > .told")
    answer = page.locator("[data-task='5.9'] textarea")
    places = [*rng.sample(range(8), 8), 3, 5]
    for number, at in enumerate(places, 1):
        verdict = rng.choice(list(VERDICTS))
        page.locator(".hit").nth(at).get_by_role("radio", name=VERDICTS[verdict]).check()
        check.keep({check.cases[at].id: verdict})
        kept = page.evaluate("entry('5.9')")
        ours = my_work.work().get("5.9")
        assert {**kept, "at": ""} == {**ours, "at": ""}
        lines = hand_check.result(check, check.verdicts).lines
        assert told.inner_text().split() == " ".join(map(str, lines)).split()
        # The figure would lead the next verdicts: it stands nowhere before all are read.
        assert ("Precision" in answer.input_value()) == (number >= 8)
    answer.fill("Mine, with a reason.")
    page.locator(".hit").first.get_by_role("radio", name="Cannot tell").check()
    assert page.evaluate("entry('5.9').value") == answer.input_value() == "Mine, with a reason."
    assert not page.get_by_role("group", name="Count your verdicts").is_visible()


def test_tags_are_kept_and_measured_as_in_a_notebook(opened):
    rng, page = random.Random(4), opened(TAGS)
    agreed, rates = (
        page.locator("[data-part=agree] > .told").nth(1),
        page.locator("[data-part=rates] > .told"),
    )
    assert agreeing.FIRST in agreed.inner_text()
    for number in ROUNDS:
        tagging = Tagging(number)
        for item in tagging.items:
            code, sure = rng.choice(list(CODES)), rng.choice(list(SURE))
            page.locator(f"input[name='code-{item.id}'][value={code}]").focus()
            page.keyboard.press("Space")
            page.locator(f"input[name='sure-{item.id}'][value={sure}]").check()
            tagging.keep({item.id: code}, {item.id: sure})
        ours = my_work.work().get(tagging.task)
        assert {**page.evaluate(f"entry('{tagging.task}')"), "at": ""} == {**ours, "at": ""}
        lines = " ".join(map(str, tagging.result().lines))
        told = page.locator(f".tags[data-round='{number}'] > .told").inner_text()
        assert told.split() == lines.split()
    for row in agreeing.agreement().table.to_dict("records"):
        said = agreed.inner_text()
        assert f"{row['agreement, of 100']} are the same. Alpha is {row['alpha']}." in said
    assert own_rates.my_rates().words.split() == rates.inner_text().split("Measured")[0].split()


# What of a picture is in sight: lines and dots with their places, and what is written.
IN_SIGHT = """svg => [...svg.querySelectorAll("line, circle, path, text")]
  .filter((one) => one.getAttribute("display") !== "none")
  .map((one) => [one.textContent, ...["x1", "x2", "y1", "cx", "cy", "y"].map(at => one.getAttribute(at))])"""


def test_a_calibration_is_drawn_and_told_as_in_a_notebook(opened):
    rng, page = random.Random(9), opened(CLAIMS)
    drawn = f"""svg => ({IN_SIGHT})(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement)"""
    claims = [item.id for item in exercises()["9.p2"].items]
    picture = page.locator(".calibration svg[role=img]")
    assert not picture.is_visible()
    for levels in ([50], [100, 90], sure.PERCENT, sure.PERCENT):
        given = {id: rng.choice(["yes", "no"]) for id in claims}
        given |= {id + sure.MARK: str(rng.choice(levels)) for id in claims}
        predict("9.p2", given)
        page.evaluate(
            "given => { change('9.p2', () => ({ kind: 'guess', value: given })); redraw(true); }", given
        )
        ours = calibration()
        assert page.locator(".calibration h3 + p").text_content() == ours.words
        assert picture.get_attribute("aria-label") == f"{ours.title}. {ours.words}"
        assert picture.evaluate(IN_SIGHT) == page.evaluate(drawn, ours.chart.svg(ours.title))
        cells = page.locator(".calibration td:nth-child(2)").all_text_contents()
        assert cells == list(ours.table["You said"])
        my_work.work().delete()
    page.locator("[data-look='9.p2'] > summary").click()
    assert picture.is_visible()


def test_a_test_is_kept_as_in_a_notebook_and_counted_for_a_class(opened, tmp_path):
    page, told = opened(TEST), None
    page.locator("[data-asked='2'] input").first.focus()
    page.keyboard.press("Space")
    page.get_by_label("as everyone knows").check()
    rows = page.locator("[data-asked='10'] select")
    rows.first.select_option("yes")
    page.get_by_label("the union's, quoted").check()
    assert rows.first.input_value() == "yes"  # half done, and still there
    told = page.locator("[data-part=test] > .told").inner_text()
    assert "Saved. 3 of 13 answered." in told and "9, 10, an opinion" in told and "right" not in told
    for row, value in enumerate(("90", "no", "60"), 1):
        rows.nth(row).select_option(value)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save my work as a file").click()
    folder = tmp_path / "handed in"
    saved.value.save_as(folder / "my_work.json")
    my_work.my_work().load(folder / "my_work.json", "yes")
    assert before_after("B").answers == page.evaluate("entry('test.B').answers")
    (student,) = collecting.collected(folder).students
    found = score(form("B"), student.entries["test.B"]["answers"], class_gains.key())
    # 7 and both claims of 10 are right: 1 + 2 points; of task 4 a third of 2; in form B “court” comes first.
    assert round(found.points, 2) == 3.67 and (found.hits, found.alarms) == (1 / 3, 0)
    before_after("B", {"1": "clock", "4": "never"})
    my_work.my_work().export(tmp_path / "back.json")
    page.get_by_label("Load a work file").set_input_files(tmp_path / "back.json")
    page.get_by_role("button", name="Yes, it is mine").click()
    page.get_by_text("5 of 13 answered.").wait_for()
    assert page.get_by_label("never cared for fishermen").is_checked()
    assert not page.get_by_label("as everyone knows").is_checked()


def test_a_grid_is_filled_by_keyboard_and_goes_to_a_notebook_and_back(opened, tmp_path):
    page = opened(GRIDS)
    grid = page.locator("[data-grid=neo]")
    others = grid.locator("details.key")
    assert not others.is_visible()
    grid.get_by_role("textbox", name="Problem, in your own words").focus()
    for typed in ("Iraq is pulled apart", "edge of the abyss", "6"):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    for blank in range(3):  # past three fields to the box to tick
        for _ in range(4):
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert page.evaluate("document.activeElement.checked"), blank
    grid.get_by_role("group", name="Problem").get_by_text("In blocks this proof cannot be checked").wait_for()
    assert not others.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert others.is_visible() and "All four boxes are done. Saved." in grid.inner_text()
    assert others.locator(".mine").all_inner_texts()[1:] == ["You\n\nblank"] * 3
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save my work as a file").click()
    saved.value.save_as(tmp_path / "my_work.json")
    my_work.my_work().load(tmp_path / "my_work.json", "yes")
    in_notebook = grid_of("neo")
    assert in_notebook.done and in_notebook.boxes["problem"]["paragraph"] == 6
    in_notebook.save(
        {"cause": {"own_words": "the West", "proof": "greedy hands", "paragraph": 14, "blank": False}}
    )
    my_work.my_work().export(tmp_path / "back.json")
    page.get_by_label("Load a work file").set_input_files(tmp_path / "back.json")
    page.get_by_role("button", name="Yes, it is mine").click()
    grid.get_by_text("The proof stands in ¶14. Saved.").wait_for()
    page.reload()
    grid.get_by_text("The proof stands in ¶14. Saved.").wait_for()
    assert grid.get_by_label("Cause, in your own words").input_value() == "the West"
    assert others.is_visible()  # all is done


def random_entry(rng, id):
    one = exercises().get(id)
    at = f"2026-0{rng.randrange(1, 9)}-01"
    if id.endswith(".exit"):
        tapped = {"confidence": rng.choice([3, None]), "word": rng.choice(["clear", ""])}
        return {"kind": "exit ticket", "at": at, **tapped}
    value = rng.choice([
        one.options[0].id if one and one.options else "free",
        {item.id: one.options[0].id for item in one.items} if one and one.items else "",
        [o.id for o in one.options[:2]] if one and one.options else "x",
        7, "7", None, "not an answer", "1e400",
    ])  # fmt: skip
    if one and not one.guess and one.kind != "words":
        result = rng.choice(["right", "close", "x"])
        return {"kind": "answer", "tries": [value] * rng.randrange(3), "result": result, "at": at}
    return {"kind": rng.choice(["guess", "text", "begun"]), "value": value, "at": at}


def test_progress_and_the_list_of_answers_are_those_of_a_notebook(opened):
    rng, page = random.Random(6), opened(START)
    others = ("lab", "4.frames.neo", "5.9.others", "9.9", "1.p77", "odd", "settings")
    known = [*exercises(), *(f"{n}.exit" for n in lessons()), *others]
    for share in (0, 0.1, 0.9, 1):  # of what can be answered; the last is all done
        entries = {id: random_entry(rng, id) for id in known if rng.random() < share}
        if share == 1:
            done = {"kind": "answer", "result": "right", "at": "2026-01-01"}
            entries |= dict.fromkeys(exercises(), done)
            entries |= {f"{n}.exit": {"kind": "exit ticket", "confidence": 1, "word": "x"} for n in lessons()}
        entries |= {"4.frames.own": {"kind": "grid", "value": "problem: blank"}} if share else {}
        mine = my_work.work()
        mine.delete()
        mine.add(entries)
        page.evaluate("entries => { doc.entries = entries; redraw(true) }", entries)
        steps = progress()
        assert page.locator(".onward").first.inner_text() == steps.words()
        states = page.locator("[data-part=progress]").first.locator("tbody td:last-child").all_inner_texts()
        assert states == [steps.state_of(step) for step in steps.steps]
        rows = page.evaluate("answersOf(page.parts.answers)")
        assert rows == [list(row) for row in my_work.answers(mine.entries())]
        shown = page.locator("[data-part=answers] li")
        assert shown.count() == len(rows)


def test_what_is_set_on_a_page_is_no_answer_holds_after_a_reload_and_in_the_notebook(opened):
    page = opened(START)
    before = page.locator("h1").evaluate("e => e.getBoundingClientRect().height")
    page.locator("#settings summary").click()
    page.locator("#settings").get_by_label("largest").check()
    page.locator("#settings").get_by_label("left out").check()
    page.reload()
    page.locator("html.live[data-size=largest][data-notes=out]").wait_for(state="attached")
    assert page.locator("h1").evaluate("e => e.getBoundingClientRect().height") > before
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "0 answers" in page.locator("#my-work [role=status]").first.inner_text()
    my_work.work().add({"settings": page.evaluate("entry('settings')")})
    assert my_settings().now == {"size": "largest", "motion": "usual", "notes": "out"}


def test_what_is_written_for_the_lab_is_kept_where_the_lab_looks(opened, tmp_path):
    from whosewords.classroom.lab import Lab

    page = opened(HITS)
    field = page.get_by_role("group", name="Say it plainer").get_by_label("My version")
    field.fill("A plain version of mine.")
    field.blur()
    page.get_by_role("group", name="Say it plainer").get_by_text("Saved.", exact=True).wait_for()
    kept = page.evaluate("entry('lab')")
    my_work.work().add({"lab": kept})
    lab = Lab()
    assert (lab.draft.text, lab.task) == ("A plain version of mine.", "plainer") and lab.draft.first
    page.reload()
    page.locator("html.live").wait_for(state="attached")
    assert field.input_value() == "A plain version of mine."


@pytest.mark.parametrize("name", [GRIDS, HITS, START, TEST])
def test_axe_finds_nothing_and_nothing_sticks_out_when_all_is_done(opened, name):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = opened(name)
    for tick in page.locator(".own-grid input[type=checkbox]").all():
        tick.check()
    for button in page.get_by_role("button", name="Save and compare").all():
        button.click()
    for hit in page.locator(".hit").all():
        hit.get_by_role("radio", name="Wrong").check()
    found = (
        axe.Axe()
        .run(
            page,
            ".own-grid, .hits > .told, [data-part=progress], [data-part=answers], [data-part=test]",
        )
        .response["violations"]
    )
    assert not [(rule["id"], rule["nodes"][0]["html"]) for rule in found]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
