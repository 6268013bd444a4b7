"""A script at every door, in the real JupyterLab: shown as text, it does nothing; and dollars are dollars."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from whosewords.classroom.work_format import FORMAT, VERSION
from whosewords.own_event.grids import GRIDS
from whosewords.own_event.review_file import Review
from whosewords.own_event.written import LIMITS
from whosewords.publish import pages
from whosewords.session import nobody
from whosewords.shelf.event_tables import TABLES
from whosewords.teacher.briefs import Brief
from whosewords.teacher.class_page import page as class_page
from whosewords.teacher.collecting import Class, Found, Student

from . import lab

pytestmark = pytest.mark.browser
RUNS = "window.harmed=1"
MONEY = "They paid $5 million, not $10 million."
CANARY = (
    f'<img src=x onerror="{RUNS}"><svg onload="{RUNS}"></svg><script>{RUNS}</script>'
    f"</style></script><iframe srcdoc='<script>top.harmed=1</script>'></iframe>"
    f'<a href="javascript:{RUNS}">a</a>" onmouseover="{RUNS}" $x^2$ \\(x^2\\) $$x^2$$ canary {MONEY}'
)
# Every option of every word, given a canary; then what comes in files; then what shows what was kept.
FILL = f"""
import json, sys
sys.path.insert(0, {str(lab.ROOT / "tests")!r})
from pathlib import Path
from test_slips import OPTIONS, arguments, word
import pandas as pd
from IPython.display import HTML

canary = {CANARY!r}

drawn = []

def tried(call, *given, **named):
    # Draws what a call gives as the shell would; all of it is shown at once, for a page shows fifty outputs.
    try:
        data = get_ipython().display_formatter.format(call(*given, **named))[0]
        drawn.append(data.get("text/html", ""))
        print(data["text/plain"])
    except Exception as error:
        print(error)

kinds = [canary, [canary], {{canary: canary}}, pd.DataFrame({{"text": [canary], canary: [canary]}})]
for number, (name, option) in enumerate(OPTIONS):
    given, named = arguments(name, option, kinds[number % len(kinds)])
    tried(word(name), *given, **named)
    tried(word(name), canary)

page = Path("page.html")
escaped = canary.replace("&", "&amp;").replace("<", "&lt;")
page.write_text(f"<html><head><title>{{escaped}}</title><meta name=author content='{{escaped}}'></head><body>"
    f"<h1>{{escaped}}</h1><p>{{escaped}} and nobody was hurt at the pier.</p>{{canary}}</body></html>")
words = Path("words.csv")
words.write_text("term,category\\n" + f'"{{canary.replace(chr(34), chr(34) * 2)}}",metaphor\\n')
answer = {{"at": "2025", "kind": "answer", "tries": [canary], "value": canary, "word": canary,
    "confidence": canary, "texts": [canary], "boxes": {{canary: canary}}}}
ids = ["1.3", "1.p1", "1.exit", "2.p1", "3.1", "4.frames.own", "4.2", "5.1", "5.9", "6.1", "lab", canary]
kept = Path("my_work_blue-7.json")
kept.write_text(json.dumps({{"name": canary, "entries": dict.fromkeys(ids, answer)}}))
for call, file in ((add_text, page), (use_list, words), (import_work, kept), (unlock, page), (unlock, kept)):
    tried(call, file)

cell = '"' + canary.replace(chr(34), chr(34) * 2) + '"'
dam, given = Path("dam"), Path("given.csv")
(dam / "reviews").mkdir(parents=True)
given.write_text("what,is,words\\nformat,Whose Words? a review,1\\nkind,peer,\\n"
    f"by,{{cell}},\\ntitle,{{cell}},\\ncount,3,{{cell}}\\n{{cell}},9,{{cell}}\\n")
for name, row in (("event", f"title,{{cell}}"), ("brief", f"survived,{{cell}}"), ("reviews/r", cell)):
    (dam / f"{{name}}.csv").write_text(f"what,is\\n{{row}}\\n")
tried(review, dam)
tried(new_event, "pier")
tried(review, given)
tried(review)
tried(my_brief)
"""
# An event of one's own: in the name and every part of a file, in every field of every step, in every reply.
# It is as short as the shortest field, and no quotation of the page; if it ran, the page would complain.
TYPED = "<style onload=canary()>"
EVENT = f"""
import ipywidgets
from types import SimpleNamespace
from own_home import parts
from whosewords.notebook.own_event import Steps
from whosewords.own_event.brief import to_export
from whosewords.own_event.rules import LICENCE
from whosewords.own_event.steps import STEPS
from whosewords.publish.brief_page import page as page_of

odd = Path(f"<svg onload={RUNS}> canary.html")
told = "&lt;iframe onload={RUNS}> canary in a page of which nobody copied one line."
shown = f"<html><title>{{told}}</title><h1>{{told}}</h1>" + f"<p>{{told}} “{{told}}” said Ann Poe.</p>" * 3
odd.write_text(shown, encoding="utf-8")
for name in ("harm", "pain"):
    add_text(odd, name=name, outlet={TYPED!r}, genre={TYPED!r}, author={TYPED!r})
event = new_event("storm").take("harm", "pain")
for step in STEPS:
    shown = Steps(event)
    shown.go_to(step)
    inside = SimpleNamespace(widget=shown.panel)
    for one in parts(inside, ipywidgets.Text) + parts(inside, ipywidgets.Textarea):
        one.value = {TYPED!r}
    for one in parts(inside, ipywidgets.Button):
        if not one.description.startswith(("Take out", "Drop", "Bring", "Undo")):
            one.click()
    display(shown.box)
event.export("storm.zip")
Path("storm.zip").rename(f"<svg onload={RUNS}> canary.zip")
shown = new_event(f"./<svg onload={RUNS}> canary.zip")
display(shown)
tried(review, f"./<svg onload={RUNS}> canary.zip")
event = new_event("storm")
for what in LICENCE:
    event.put("licence", what=what, held="no", note={TYPED!r})
Path("brief.html").write_text(page_of(to_export(event)), encoding="utf-8")
print("brief written")
"""
SHOW = f"""
predict("1.p1", "neo")
print(exit_ticket(1, 3, {MONEY!r}))
table = pd.DataFrame({{"said": [{MONEY!r}, canary]}})
for value in (HTML("".join(drawn)), my_work(), find("$5 or $6"), table):
    display(value)
for call in (lambda: show(canary), lambda: check("1.5", canary)):
    try:
        display(call())
    except Exception:
        get_ipython().showtraceback()
display("drawn " + str(len(drawn)))
"""
DRAWN = re.compile(r"drawn (\d+)")


@pytest.fixture(scope="module")
def shown(browser, tmp_path_factory):
    """The start page, in which one line fills in canaries and shows them."""
    folder = lab.copy_of_the_project(tmp_path_factory.mktemp("canaries"))
    (folder / "fill.py").write_text(FILL + EVENT + SHOW, encoding="utf-8")
    home = tmp_path_factory.mktemp("home")
    with (
        lab.served(folder, home) as address,
        lab.page_of(browser) as page,
    ):
        page.on("dialog", lambda dialog: (page.errors.append(dialog.message), dialog.accept()))
        page.brief = home / "lessons" / "brief.html"
        lab.open_lesson(page, address)
        lab.run_all(page)
        page.locator(".jp-CodeCell", has_text="progress()").locator(".cm-content").click()
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(f"exec(open({str(folder / 'fill.py')!r}).read())")
        page.keyboard.press("Control+Enter")
        page.get_by_text(DRAWN).last.wait_for(timeout=lab.PATIENCE * 1000)
        page.locator(lab.IDLE).first.wait_for(timeout=lab.PATIENCE * 1000)
        yield page


def test_a_canary_is_text_wherever_it_is_shown(shown):
    assert int(DRAWN.search(shown.get_by_text(DRAWN).last.inner_text())[1]) > 60
    assert shown.evaluate("() => document.body.innerText.split('canary').length") > 60
    assert shown.locator(".ww-task", has_text=re.compile("canary.*Step 11 of 11", re.DOTALL)).count()
    assert shown.evaluate("() => window.harmed") is None and not shown.errors
    assert all(asked.startswith(("http://127.0.0.1:", "data:", "blob:")) for asked in shown.asked)
    # What came from outside is in no attribute that runs and in no element of its own.
    made = "[onerror], [onload], [onmouseover], [href^='javascript:'], iframe[srcdoc]"
    assert not shown.locator(".jp-OutputArea").locator(made).count()


def test_dollars_stay_dollars(shown):
    outputs = shown.locator(".jp-OutputArea")
    assert outputs.get_by_text(MONEY).count() > 20
    assert not shown.locator("mjx-container, .MathJax, .katex").count()
    assert not [asked for asked in shown.asked if "mathjax" in asked.lower()]
    # Where mathematics is set, ours is marked as none.
    assert shown.locator(".jp-RenderedHTMLCommon > .mathjax_ignore").count() >= 4


AT = "2026-11-03T09:15:00.000Z"
ENTRY = {"kind": "text", "value": CANARY, "word": CANARY, "confidence": 2, "tries": [CANARY], "at": AT}
ENTRY["boxes"] = {CANARY: {"own_words": CANARY, "proof": CANARY}}
PLACES = ("1.10", "1.7", "1.3", "1.p1", "1.exit", "2.p1", "4.frames.neo", "5.1", "6.1", "lab", CANARY)
PAGE = "01_line_them_up.html"
SHOWN = """() => document.body.innerText.includes('canary')
  || [...document.querySelectorAll('textarea, input')].some(one => one.value.includes('canary'))"""


@pytest.fixture
def plain(browser):
    """A page of ours without a server: what is drawn there may ask nobody and run nothing."""
    with lab.page_of(browser) as page:
        page.on("dialog", lambda dialog: (page.errors.append(dialog.message), dialog.accept()))
        page.add_init_script("window.print = () => { window.printed = true }")
        yield page
        assert page.evaluate("() => window.harmed") is None and not page.errors
        assert all(asked.startswith(("file:", "data:", "blob:")) for asked in page.asked)
        assert not page.locator("[onerror], [onload], [onmouseover], [href^='javascript:']").count()


def test_a_canary_is_text_in_a_brief(shown, plain):
    assert shown.get_by_text("brief written").count()
    plain.goto(shown.brief.as_uri())
    assert plain.evaluate("() => document.body.innerText.split('<style onload=canary').length") > 15


def test_a_canary_is_text_on_the_class_page_and_in_printed_feedback(plain, tmp_path):
    entries = dict.fromkeys(PLACES, ENTRY)
    names = CANARY[:200], f"blue-7 {CANARY[-40:]}"
    marks = {one.id: "2" for one in GRIDS["peer"]}
    review = Review("peer", CANARY, CANARY, CANARY, CANARY, marks=marks, notes=(CANARY,))
    review = replace(review, words=dict.fromkeys((*marks, "last"), CANARY))
    claim = dict.fromkeys(TABLES["claims"], CANARY)
    brief = Brief(
        CANARY, "", CANARY, CANARY, CANARY, (CANARY,), dict.fromkeys(LIMITS, CANARY), (claim,), (review,)
    )
    klass = Class(
        tuple(Student(name, name, entries, ()) for name in names), (Found(CANARY, f"Read as “{CANARY}”."),),
        (), (brief,), (review,),
    )  # fmt: skip
    (tmp_path / "class.html").write_text(class_page(klass, tmp_path / CANARY[:30]), encoding="utf-8")
    plain.goto((tmp_path / "class.html").as_uri())
    assert plain.evaluate("() => document.body.textContent.split('canary').length") > 10
    plain.get_by_role("button", name="Print feedback for all").click()
    plain.wait_for_function("() => window.printed")


def test_a_canary_is_text_on_the_pages_without_a_kernel(plain, tmp_path):
    (source,) = (one for one in pages.sources() if one.stem == Path(PAGE).stem)
    with nobody():
        one = pages.lesson(source.stem, source.read_text(encoding="utf-8"))
    around = [pages.Page(name, name, "") for name in ("index.html", "glossary.html")]
    (tmp_path / PAGE).write_text(pages.framed(one, [around[0], one, around[1]]), encoding="utf-8")
    kept = tmp_path / "work.json"
    work = {
        "format": FORMAT,
        "version": VERSION,
        "name": CANARY[:99],
        "entries": dict.fromkeys(PLACES, ENTRY),
    }
    kept.write_text(json.dumps(work), encoding="utf-8")
    plain.goto((tmp_path / PAGE).as_uri())
    plain.locator("input[type=file]").first.set_input_files(kept)
    plain.get_by_role("button", name="Yes, it is mine").click()
    plain.wait_for_function(SHOWN)
