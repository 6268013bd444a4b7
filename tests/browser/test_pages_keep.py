"""Pages that keep, reply and hand in: their script is held to Python, and a phone is used as by a student."""

import json
import random
import re

import pytest

from whosewords.classroom import tasks
from whosewords.classroom.exercises import exercises
from whosewords.classroom.my_work import work
from whosewords.display.html import together
from whosewords.problems import Problem
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
    return luck.choice(TEXTS) if one.kind == "words" else a_sorting(one, ids, luck)


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
    assert {("sort", "close"), ("several", "close"), ("number", "close"), ("sort", "right")} <= judged
