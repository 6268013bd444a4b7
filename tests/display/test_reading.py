"""The reading view: what it says, what it hides, and how it looks in a real browser."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from whosewords.display.reading import ReadingView, drawn_words, layers, page, show
from whosewords.problems import Problem
from whosewords.shelf import blackout, catalogue, editions
from whosewords.shelf.article import Article, Paragraph, relock, with_words
from whosewords.shelf.catalogue import articles
from whosewords.words import read

KIND_OF = {"US": "name", "unleashed": "loaded", "said": "speech", "seven": "number", "not": "word"}
HOSTILE = '<script>alert(1)</script> & "quoted" <img src=x onerror=alert(2)> \' </style> &amp;'


@pytest.fixture
def few_kinds(monkeypatch):
    """Kinds that a test can know: five words, whatever the lists hold today."""
    monkeypatch.setattr(drawn_words, "kinds", lambda listed: [KIND_OF.get(word.text, "") for word in listed])


def article(*texts, locked=False, **about):
    """An article made up for a test, of one paragraph a text; `locked` masks what has no kind."""
    listed = read("\n".join(texts))
    if locked:
        listed = blackout.mask(listed, [word.text in KIND_OF for word in listed])
    given = {
        name: about.pop(name)
        for name in ("role", "layer", "voice", "precis", "content_note")
        if name in about
    }
    given = {"role": "body", "layer": "author", "voice": "A"} | given
    page = tuple(
        Paragraph(number, words=tuple(word for word in listed if word.paragraph == number), **given)
        for number in range(1, len(texts) + 1)
    )
    facts = dict.fromkeys(Article.__dataclass_fields__, "") | {"address_is_link": False, "kind": "own text"}
    return Article(
        **(facts | {"id": "made_up", "name": "Made up", "headline": "A headline", "page": page} | about)
    )


def whole(name):
    """An article of the shelf as if it were unlocked: every masked word is an x a letter."""
    listed = [word._replace(text=word.text or "x" * word.letters) for word in articles_words(name)]
    return with_words(catalogue.load(name), listed)


def articles_words(name):
    return editions.edition_words(editions.edition_of(name))


class Reader(HTMLParser):
    """What a piece of HTML holds: tags, and the text that a screen reader gets and that it does not get."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.heard, self.blocks, self.open = [], "", "", []
        self.feed(str(html))
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in ("input", "br"):
            given = dict(attributes)
            # `ww-sum` sums up words that are blocks only when the reader switches to blocks.
            unheard = given.get("aria-hidden") == "true" or "ww-sum" in (given.get("class") or "")
            self.open.append((tag, unheard))

    def handle_endtag(self, tag):
        assert self.open[-1][0] == tag, f"</{tag}> closes {self.open}"
        self.open.pop()

    def handle_data(self, data):
        if "style" in (tag for tag, _ in self.open):
            return
        if any(hidden for _, hidden in self.open):
            self.blocks += data
        else:
            self.heard += data


def test_masked_words_are_blocks_and_are_summed_up_for_listeners(few_kinds):
    seen = Reader(show(article("The US said, “a sovereign state fell.” It did not.", locked=True)).html())
    heard = " ".join(seen.heard.split())
    assert "(1 word) US said, “ (4 words, 1 of them difficult) .” (2 words) not." in heard
    assert "▇ ▇▇▇▇▇▇▇▇▇ ▇▇▇▇▇ ▇▇▇▇" in seen.blocks
    assert "▇" not in seen.heard


def test_each_kind_has_its_mark_and_its_switch(few_kinds):
    html = show(article("The US said that seven planes unleashed fire.")).html()
    for kind, word in (("name", "US"), ("speech", "said"), ("number", "seven"), ("loaded", "unleashed")):
        assert re.search(rf'class="ww-k {kind}"><i class="\w+ n{len(word)}">{word}</i>', html)
    switches = [given for tag, given in Reader(html).tags if tag == "input"]
    assert [given["class"] for given in switches] == [f"ww-sw-{kind}" for kind in (*page.SWITCHES, "blocks")]
    assert ["checked" in given for given in switches] == [True, True, True, True, False]


def test_the_caller_chooses_which_switches_are_on(few_kinds):
    seen = Reader(show(article("The US left."), legible="name").html())
    assert [given["class"] for _, given in seen.tags if "checked" in given] == ["ww-sw-name"]
    with pytest.raises(Problem, match="mean “loaded”"):
        show("wire_2019", legible=("loadde",))


@pytest.mark.parametrize("given", ["trtt", ["trt", "neo"], None, 7, []])
def test_a_mistake_gets_a_sentence(given):
    with pytest.raises(Problem):
        show(given)


@pytest.mark.parametrize("layered", [False, True])
def test_text_from_outside_is_escaped(layered):
    names = (
        "name outlet headline author genre date_event date_written date_posted rights note role layer precis"
    )
    facts = dict.fromkeys([*names.split(), "content_note"], HOSTILE)
    bad = article(HOSTILE, "“" + HOSTILE, voice='"><script>', **facts)
    seen = Reader(show(bad, layers=layered).html())
    names = {tag for tag, _ in seen.tags}
    assert not names & {"script", "img", "link", "iframe", "svg"}
    assert sum(tag == "style" for tag, _ in seen.tags) == 1
    assert not any(name.startswith("on") for _, given in seen.tags for name in given)
    assert "alert(1)" in seen.heard


def test_nothing_comes_from_elsewhere_and_nothing_runs():
    for view in (show("neo"), show("anti_empire", layers=True)):
        html = view.html()
        assert not re.search(r"https?:|//\w|@import|url\(|<script|javascript:|<link|<img", html)
        assert " id=" not in html and html.count("<style>") == 1  # so that two views on a page never meet
        assert html == view._repr_html_()


def test_every_paragraph_has_its_number_role_and_sentence():
    for name in catalogue.SHELF:
        one, html = articles[name], show(name).html()
        heard = Reader(html).heard
        numbers = [int(n) for n in re.findall(r"Paragraph (\d+)\.", heard)]
        assert numbers == [p.number for p in one.paragraphs]
        for paragraph in one.paragraphs:
            # Our sentence comes first, then the text.
            assert f"Paragraph {paragraph.number}.In short: {paragraph.precis}" in heard
        assert heard.count("In short (ours)") == 1


def test_the_head_tells_what_is_known():
    heard = Reader(show("trt").html()).heard
    one = articles["trt"]
    for fact in (one.outlet, one.name, one.headline, one.genre, one.date_event, one.date_posted, one.note):
        assert fact in heard
    assert "Author: unknown" in heard
    assert 'where_to_read("trt")' in heard


def test_a_note_on_content_folds_the_paragraph(few_kinds):
    seen = Reader(show(article("The US left.", content_note="Hard to read.", precis="They left.")).html())
    assert [tag for tag, _ in seen.tags].count("details") == 2  # the fold, and the legend's
    assert seen.heard.index("Hard to read.") < seen.heard.index("They left.") < seen.heard.index("US")


def test_own_texts_are_shown_whole():
    for name in catalogue.OWN:
        heard = Reader(show(name).html()).heard.replace(" (loaded)", "")
        for paragraph in articles[name].paragraphs:
            assert paragraph.text in heard


@pytest.mark.parametrize("name", ["trt", "anti_empire", "neo"])
def test_locked_and_unlocked_show_the_same_places(name):
    """With its blocks switched on, the full text hides exactly what the edition hides."""
    locked, unlocked = relock(articles[name]), whole(name)
    hidden = [state == "open" for _, state in drawn_words.looks_of(unlocked)]
    assert hidden == [word.masked for word in locked.words]
    assert 'class="ww-sw-blocks"' in show(unlocked).html()
    assert 'class="ww-sw-blocks"' not in show(locked).html()


def test_a_row_of_blocks_never_runs_over_a_mark():
    listed = read("He left. “I” said: two, three—four (five)")
    found = [
        [word.text for word in row] for _, row in drawn_words.alike(listed, [("", "masked")] * len(listed))
    ]
    assert found == [["He", "left"], ["I"], ["said"], ["two", "three"], ["four"], ["five"]]
    assert len(list(drawn_words.alike(read("US, US"), [("name", "kept")] * 2))) == 2


def seen(view):
    """The numbers of the paragraphs that a view shows."""
    return [int(number) for number in re.findall(r"Paragraph (\d+)\.", view.html())]


@pytest.mark.parametrize("layered", [False, True])
def test_only_the_paragraphs_that_were_asked_for_are_shown(layered):
    view = show("anti_empire", paragraphs="2-3, 5", layers=layered)
    assert seen(view) == [2, 3, 5] == [int(n) for n in re.findall(r"^¶(\d+)", repr(view), flags=re.M)]
    assert "¶2 to ¶3, ¶5" in view.html() and "¶2 to ¶3, ¶5" in repr(view)
    assert seen(show("anti_empire", paragraphs=4)) == seen(show("anti_empire", paragraphs=[4])) == [4]


def test_each_paragraph_keeps_its_own_marks_where_others_are_left_out():
    def of_3(view):
        return re.search(r"Paragraph 3\..*?</li>", view.html(), flags=re.S)[0]

    for layered in (False, True):
        whole = show("trt", layers=layered)
        assert of_3(show("trt", layers=layered, paragraphs="3")) == of_3(whole)


def test_our_sentences_can_stay_away():
    assert "ww-precis" not in re.sub(r"<style>.*?</style>", "", show("trt", beside=False).html())
    assert "In short" not in repr(show("trt", beside=False))
    assert show("trt", beside=False).html().count("ww-no") == show("trt").html().count("ww-no")


@pytest.mark.parametrize("wanted", ["", "3-", "0", "99", 99, True, [], [1, "a"], "4-2", 2.5, "1;2", {"a": 1}])
def test_a_paragraph_that_is_not_there_gets_a_sentence(wanted):
    with pytest.raises(Problem, match="paragraphs="):
        show("trt", paragraphs=wanted)


def test_as_text_it_has_blocks_sentences_and_no_markup():
    told = repr(show("journal_mtl"))
    assert "▇" in told and "In short (ours): " in told and "<" not in told
    assert "sexual violence" in told  # the note stands, the paragraph does not
    assert told.index("¶1") < told.index("¶2\n")
    assert "words, 28 %]" in repr(show("anti_empire", layers=True))


def test_it_is_small():
    """The longest article, 1,579 words, locked and unlocked, also with its layers."""
    for one in (articles["neo"], whole("neo")):
        assert len(show(one).html().encode()) < 200_000
        assert len(show(one, layers=True).html().encode()) < 250_000


# Layers


def boxes(html):
    """The names of the boxes in their order, each with its depth."""
    found, depth = [], 0
    for piece in re.findall(r"<div[^>]*>|</div>|<h4 class=\"ww-boxname\">[^<]*", html):
        depth += {"<d": 1, "</": -1}.get(piece[:2], 0)
        if piece.startswith("<h4"):
            found.append((depth, piece.split(">")[1]))
    return found


def test_the_page_is_boxes_in_boxes():
    found = boxes(show("anti_empire").layers().html())
    depths = [depth - found[0][0] for depth, _ in found]
    names = [name.split()[0] for _, name in found]
    assert names == ["The", "Site", "Anti-Empire’s", "Excerpt", "Site"]
    assert "from Responsible Statecraft" in found[3][1]  # whose words they are
    assert depths == [0, 1, 1, 2, 1]


def test_shares_are_told_in_words():
    one = articles["anti_empire"]
    total = sum(len(p.words) for p in one.page)
    own = sum(len(p.words) for p in one.page if p.layer == "host")
    excerpt = sum(len(p.words) for p in one.page if p.layer == "excerpt")
    assert (own, round(100 * own / total), round(100 * excerpt / total)) == (169, 28, 69)
    told = layers.share_of_page(one, "host")
    assert told.startswith("Anti-Empire’s own words") and told.endswith(f": 169 of {total} words, 28 %")
    assert f"{excerpt} of {total} words, 69 %" in layers.share_of_page(one, "excerpt")


@pytest.mark.parametrize("name", ["trt", "rs", "neo", "warmup_repost", "wire_2020", "trt_cut"])
def test_every_text_has_layers(name):
    one = articles[name]
    html = show(name, layers=True).html()
    Reader(html)
    assert sum(int(n) for n in re.findall(r"Paragraph (\d+)\.", html)) == sum(p.number for p in one.page)


def test_stretches_of_voices_keep_their_marks(few_kinds, monkeypatch):
    made = article("He said: “The US left,” twice.")
    monkeypatch.setattr(layers, "ranges", lambda one: [(2, 5, "Q", "<b>He</b>")])
    html = show(made, layers=True).html()
    start = html.index('<span class="ww-v-Q"><')
    before, quotation = html[:start], html[start : html.index(" (end)")]
    assert before.endswith("said</i></span>:</span> ")
    assert Reader(quotation + "</span>").heard == "(Quotation, <b>He</b>:) “The US left,”"


def test_voices_are_laid_over_all_words_of_the_page(monkeypatch):
    one = layers.whole_page(articles["anti_empire"])
    start = sum(len(p.words) for p in one.page[:6])
    monkeypatch.setattr(layers, "ranges", lambda one: [(start + 1, start + 3, "Q", None)])
    found = layers.voices_of(one)
    for paragraph in articles["anti_empire"].page:
        assert len(found[paragraph.number]) == len(paragraph.words)
    assert [voice for voice, *_ in found[7]][:4] == ["A", "Q", "Q", "A"]
    assert {voice for voice, *_ in found[4]} == {"E"}


# In the browser


def opened(browser, html, width=1000, dark=None, **options):
    """A page with a view on it. dark: as JupyterLab says it, or None for the reader's own setting."""
    theme = "" if dark is None else f' data-jp-theme-light="{str(not dark).lower()}"'
    tab = browser.new_page(viewport={"width": width, "height": 900}, **options)
    tab.set_content(
        '<!doctype html><html lang="en"><head><title>t</title>'
        f'<meta name="viewport" content="width=device-width"></head>'
        f"<body{theme}><main><h1>A</h1><h2>B</h2>{html}</main></body></html>"
    )
    return tab


def shown(tab, selector):
    """Whether the words of an element can be read: not hidden, not shrunk to nothing."""
    style = tab.eval_on_selector(
        selector, "e => [getComputedStyle(e).visibility, getComputedStyle(e).fontSize]"
    )
    return style[0] == "visible" and float(style[1].removesuffix("px")) > 5


@pytest.mark.browser
@pytest.mark.parametrize("layered", [False, True])
@pytest.mark.parametrize(("width", "dark"), [(1200, False), (360, True)])
def test_axe_finds_nothing(browser, layered, width, dark):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    views = show("anti_empire", layers=layered).html() + show(whole("journal_mtl"), layers=layered).html()
    found = axe.Axe().run(opened(browser, views, width, dark)).response["violations"]
    assert not [(rule["id"], rule["nodes"][0]["html"]) for rule in found]


@pytest.mark.browser
@pytest.mark.parametrize("name", ["trt", "neo"])
def test_nothing_sticks_out_and_no_mark_stands_alone(browser, name):
    for one, layered in ((articles[name], False), (whole(name), False), (articles[name], True)):
        tab = opened(browser, show(one, layers=layered).html())
        if not one.locked:
            tab.check(".ww-sw-blocks")
        for width in (1200, 700, 360, 320):
            tab.set_viewport_size({"width": width, "height": 900})
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert tab.evaluate(LONELY) == []


LONELY = """() => [...document.querySelectorAll('.ww-text')].flatMap(text => {
  const box = text.getBoundingClientRect(), found = [], walk = document.createTreeWalker(text, 4);
  for (const word of text.querySelectorAll('i'))
    if (word.getBoundingClientRect().right > box.right + 1) found.push('out: ' + word.textContent);
  for (let node; node = walk.nextNode();) {
    if (node.parentElement.closest('.ww-sr, i')) continue;
    for (let k = 0; k < node.data.length; k++) if ('.,;:!?”)'.includes(node.data[k])) {
      const range = document.createRange(); range.setStart(node, k); range.setEnd(node, k + 1);
      const at = range.getBoundingClientRect();
      if (at.width && at.left < box.left + 2) found.push('alone: ' + node.data);
    }
  }
  return found;
})"""


@pytest.mark.browser
def test_switches_work_by_keyboard(browser, few_kinds):
    locked = opened(browser, show(article("The US said no.", locked=True)).html())
    assert shown(locked, ".ww-paragraphs .name > i")
    locked.keyboard.press("Tab")
    assert locked.evaluate("document.activeElement.className") == "ww-sw-loaded"
    assert locked.eval_on_selector("label:has(:focus)", "e => getComputedStyle(e).outlineStyle") == "solid"
    locked.keyboard.press("Tab")
    locked.keyboard.press("Space")
    assert not shown(locked, ".ww-paragraphs .name > i")
    assert "US" not in locked.locator(".ww-text").aria_snapshot()
    assert shown(locked, ".ww-paragraphs .speech > i")


@pytest.mark.browser
def test_in_the_full_text_switches_mark_and_one_makes_blocks(browser, few_kinds):
    tab = opened(browser, show(article("The US said no.")).html())
    line = "e => getComputedStyle(e).textDecorationLine"
    assert tab.eval_on_selector(".ww-paragraphs .name", line) == "underline"
    tab.uncheck(".ww-sw-name")
    assert tab.eval_on_selector(".ww-paragraphs .name", line) == "none"
    assert shown(tab, ".ww-paragraphs .name > i")
    tab.check(".ww-sw-name")
    tab.check(".ww-sw-blocks")
    assert shown(tab, ".ww-paragraphs .name > i") and not shown(tab, ".ww-paragraphs .ww-p > i")
    assert "(1 word) US said (1 word)" in tab.locator(".ww-text").aria_snapshot()


@pytest.mark.browser
def test_no_rule_of_the_style_sheet_reaches_outside_the_view(browser):
    decoys = '<p class="ww-page ww-m loaded ww-row"><i class="hard n4">word</i><code>x</code></p>'
    tab = opened(browser, show("rs", layers=True).html() + decoys)
    reached = """() => {
      const rules = list => [...list].flatMap(rule => rule.selectorText || rules(rule.cssRules || []));
      const all = rules(document.styleSheets[0].cssRules).map(one => one.replace(/::(before|after)/g, ''));
      return [all.length, all.filter(one => document.querySelector(`:is(${one}):not(.ww-read, .ww-read *)`))];
    }"""
    number, leaks = tab.evaluate(reached)
    assert number > 100 and leaks == []


@pytest.mark.browser
def test_blocks_can_be_copied(browser, few_kinds):
    tab = opened(browser, show(article("The US fell.", locked=True)).html())
    tab.evaluate("getSelection().selectAllChildren(document.querySelector('.ww-text'))")
    copied = tab.evaluate("String(getSelection())")
    assert " ".join(copied.split()) == "▇▇▇ US ▇▇▇▇."


@pytest.mark.browser
def test_the_sum_follows_the_switches(browser):
    one = articles["anti_empire"]
    tab = opened(browser, show(one, layers=True).html())
    total = sum(len(p.words) for p in one.page)
    assert told(tab) == (total, 100)
    tab.uncheck(".ww-sw-host")
    rest = total - 169
    assert told(tab) == (rest, round(100 * rest / total))
    tab.uncheck(".ww-sw-furniture")
    for voice in "AQIS":
        if tab.locator(f".ww-sw-{voice}").count():
            tab.uncheck(f".ww-sw-{voice}")
    assert told(tab)[0] == sum(len(p.words) for p in one.page if p.layer == "excerpt" and p.voice != "A")
    assert not tab.is_visible(".ww-in-host > .ww-paragraphs")
    assert tab.is_visible(".ww-in-excerpt > .ww-paragraphs")


def told(tab):
    """The numbers that a listener gets: words and per cent that are switched on."""
    tree = tab.context.new_cdp_session(tab).send("Accessibility.getFullAXTree")
    heard = " ".join(node.get("name", {}).get("value", "") for node in tree["nodes"]
                     if node.get("role", {}).get("value") == "StaticText")  # fmt: skip
    words, share = re.search(r"Switched on:\s+(\d+)\s+of \d+ words,\s+(\d+)\s+%", heard).groups()
    return int(words), int(share)


@pytest.mark.browser
def test_light_and_dark_follow_jupyter_before_the_system(browser):
    html = show("rs").html()
    ground = "e => getComputedStyle(e).backgroundColor"
    light, dark = "rgb(252, 250, 244)", "rgb(27, 26, 23)"
    for theme, scheme, expected in (
        (False, "dark", light),
        (True, "light", dark),
        (None, "dark", dark),
        (None, "light", light),
    ):
        tab = opened(browser, html, dark=theme, color_scheme=scheme)
        assert tab.eval_on_selector(".ww-read", ground) == expected
        tab.emulate_media(media="print")
        assert tab.eval_on_selector(".ww-read", ground) == "rgb(255, 255, 255)"


@pytest.mark.browser
def test_the_sentence_stands_beside_the_text_or_above_it(browser):
    tab = opened(browser, show("trt").html(), 1200)
    where = """() => { const box = name => document.querySelectorAll(name)[3].getBoundingClientRect();
        const text = box('.ww-text'), ours = box('.ww-row > .ww-precis');
        return [ours.left >= text.right, ours.bottom <= text.top + 1] }"""
    assert tab.evaluate(where) == [True, False]
    tab.set_viewport_size({"width": 360, "height": 900})
    assert tab.evaluate(where) == [False, True]


def test_headings_go_down_one_step_at_a_time():
    for view in (show("trt"), show("neo", layers=True), ReadingView(articles["wire_2019"])):
        levels = [int(tag[1]) for tag, _ in Reader(view.html()).tags if re.fullmatch(r"h\d", tag)]
        assert levels[0] == 3 and all(after - before <= 1 for before, after in pairwise(levels))
