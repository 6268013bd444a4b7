"""Pages of every make: what their reader sees is read, and what nobody sees is not. Right answers by hand."""

import json

import pytest

from whosewords.problems import Problem
from whosewords.shelf.importing import plain_text, read_source, whole_text


def page(body, head="<title>Ferry</title>"):
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


# body of a page: what its reader reads
INLINE = {
    "<p>The <ins>old</ins> <del>new</del> ferry</p>": "The old new ferry",
    "<p>Cap<x-mark>tain</x-mark> Brook <bdi>left</bdi>.</p>": "Captain Brook left.",
    "<p>The <output>ferry</output> <slot>sank</slot>; <tt>all</tt> swam.</p>": "The ferry sank; all swam.",
    "<p>At <big>noon</big> <strike>it</strike> <u>left</u> H<sub>2</sub>O.</p>": "At noon it left H2O.",
    "<p>A <ruby>ferry<rp>(</rp><rt>boat</rt><rp>)</rp></ruby> came.</p>": "A ferry came.",
    "<div><my-p>One <nobr>small</nobr> boat</my-p></div><div>left</div>": "One small boat\nleft",
    "<p><span style='display:block'>Ferry sinks</span>Nobody was hurt.</p>": "Ferry sinks\nNobody was hurt.",
}
BREAKS = {
    "<p>The ferry that left<br>at noon sank.</p>": "The ferry that left at noon sank.",
    "<p>The ferry sank,<br/>\n and nobody swam.<br>The crew rowed.</p>": (
        "The ferry sank, and nobody swam.\nThe crew rowed."
    ),
    "<div>One paragraph.<br><br>and another one</div>": "One paragraph.\nand another one",
    "<p>Ada Brook<br>Mill Lane</p>": "Ada Brook\nMill Lane",
    "<p>What we know:<br>nobody was hurt</p>": "What we know:\nnobody was hurt",
}
QUOTED = {
    "<p>He called it <q>a farce</q>.</p>": "He called it “a farce”.",
    "<p><q>She told me <q>no</q> twice</q>, he said.</p>": "“She told me ‘no’ twice”, he said.",
    "<p>He said <q>“Never.”</q></p>": "He said “Never.”",
    "<p><q cite=x><b>Stop</b>!</q> cried Brook.</p>": "“Stop!” cried Brook.",
    "<p>A <q>safe</q> and <q>dry</q> ferry</p>": "A “safe” and “dry” ferry",
}
SET_OFF = {
    "<p>The owner wrote:</p><blockquote><p>We regret it.<p>We will pay.</blockquote><p>He left.</p>": (
        "The owner wrote:\n“We regret it.\n“We will pay.”\nHe left."
    ),
    "<blockquote><p>It sank!</p>— Ada (@ada) <a href=x>May 4, 2019</a></blockquote><p>So.</p>": (
        "“It sank!”\n— Ada (@ada) May 4, 2019\nSo."
    ),
    "<p>Brook:</p><blockquote>“We regret it.”</blockquote>": "Brook:\n“We regret it.”",
    "<blockquote>We regret it.<footer>— The owner</footer></blockquote><p>He left.</p>": (
        "“We regret it.”\n— The owner\nHe left."
    ),
    '<p>Brook:</p><blockquote>We “regret” and "rue" it.</blockquote>': "Brook:\n“We ‘regret’ and ‘rue’ it.”",
    "<p>Brook:</p><blockquote><p>“We pay.</p><p>We go.”</p></blockquote>": "Brook:\n“We pay.\nWe go.”",
    "<p>One.</p><blockquote>Two.</blockquote><p>Three.</p><blockquote>Four.</blockquote>": (
        "One.\n“Two.”\nThree.\n“Four.”"
    ),
    "<p>First.</p><blockquote>We <b>regret</b> it.<cite>The owner</cite></blockquote>": (
        "First.\n“We regret it.”\nThe owner"
    ),
}
HIDDEN = {
    "<p hidden>Old.</p><p>New.</p>": "New.",
    "<p>New.</p><div style='color:red; DISPLAY : none !important'><p>Old.</p></div>": "New.",
    "<section style='visibility:hidden'>Old.</section><p>New.</p>": "New.",
    "<p>The ferry<span hidden> that sank</span> left.</p>": "The ferry left.",
    "<a class='skip sr-only' href='#m'>Skip to the text</a><p>New.</p>": "New.",
    "<div style='position:absolute;left:-9999px'>Skip</div><p>New.</p>": "New.",
    "<dialog>We use cookies.</dialog><p>New.</p>": "New.",
    "</p></div><body style='display:none'><p>New.</p>": "New.",
    "<p style='visibility: visible'>New.</p>": "New.",
    "<div hidden='until-found'>Old.</div><div aria-hidden='false'>New.</div>": "New.",
}
INSTEAD = {
    "<iframe src=a>Your browser shows no frames.</iframe><p>New.</p>": "New.",
    "<object data=a><p>No plug-in for this.</p></object><p>New.</p>": "New.",
    "<video><source src=a><track src=b>Get a new browser.</video><p>New.</p>": "New.",
    "<canvas><p>A chart of boats</p></canvas><p>New.</p>": "New.",
    "<noscript><p>Switch scripts on.</p></noscript><p>New.</p>": "New.",
    "<p>New.<svg><title>Icon</title><text>Share</text></svg></p>": "New.",
    "<select><option>Deutsch<option>English</select><p>New.</p>": "New.",
    "<p>New <math><mi>x</mi><annotation>tex</annotation></math></p>": "New x",
}
AS_WRITTEN = {
    "<pre>Ferry sinks\n\nNobody drowned.</pre>": "Ferry sinks\n\nNobody drowned.",
    "<pre>From: Brook\nTo: all</pre><p>One  two</p>": "From: Brook\nTo: all\nOne two",
    "<div><pre>\nFirst\nSecond\n</pre></div>": "First\nSecond",
    "<pre>A <b>ferry\nsank</b></pre>": "A ferry\nsank",
    "<p>One\ntwo</p><pre>three\nfour</pre>": "One two\nthree\nfour",
}
LISTS = {
    "<ul><li>One<li>Two</ul>": "• One\n• Two",
    "<ol><li>One<li>Two</ol>": "One\nTwo",
    "<ul><li><p>One</p><p>more</p></li><li><b>T</b>wo</li></ul>": "• One\nmore\n• Two",
    "<ul><li>One<ul><li>Inner</li></ul></li></ul>": "• One\n• Inner",
    "<dl><dt>Ferry</dt><dd>A boat</dd></dl>": "Ferry\nA boat",
}
NOTES = {
    "<p>It sank.<sup><a href='#n1'>1</a></sup> Nobody knew.</p>": "It sank. Nobody knew.",
    "<p>It sank.<sup><a href='#n'>[12]</a></sup></p>": "It sank.",
    "<p>It covers 3 km<sup>2</sup>.</p>": "It covers 3 km2.",
    "<p>On the 4<sup>th</sup> it sank.</p>": "On the 4th it sank.",
    "<p>It sank<sup><a href='#b'>*</a></sup> at once.</p>": "It sank at once.",
}
KINDS = {
    "inline": INLINE, "breaks": BREAKS, "q": QUOTED, "block quotations": SET_OFF, "hidden": HIDDEN,
    "shown instead": INSTEAD, "as written": AS_WRITTEN, "lists": LISTS, "notes": NOTES,
}  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [pytest.param(body, id=f"{kind} {n}") for kind, rows in KINDS.items() for n, body in enumerate(rows)],
)
def test_what_a_reader_sees(body):
    (expected,) = [rows[body] for rows in KINDS.values() if body in rows]
    assert plain_text(page(body)) == expected


SENTENCES = [
    f"Sentence number {n} tells of the ferry that sank off the coast on a Monday." for n in range(12)
]
STORY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def data(value, kind="application/ld+json"):
    return page('<div id="app"></div>', f'<script type="{kind}">{value}</script>')


BODY = "The ferry sank. Nobody drowned."
STATED = {
    "a graph": data(
        json.dumps({"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "articleBody": BODY}]})
    ),
    "a list": data(json.dumps([{"headline": "x"}, {"articleBody": BODY}])),
    "markup inside": data(json.dumps({"articleBody": "<p>The ferry sank.</p><p>Nobody drowned.</p>"})),
    "markup as entities": data(
        json.dumps({"articleBody": "&lt;p&gt;The ferry sank. Nobody drowned.&lt;/p&gt;"})
    ),
    "in a comment": data("<!--\n" + json.dumps({"articleBody": BODY}) + "\n-->"),
    "a raw line end": data('{"articleBody": "The ferry sank.\nNobody drowned."}'),
    "given to a name": data(
        "window.__STATE__ = " + json.dumps({"post": {"articleBody": BODY}}) + "; start();", "text/javascript"
    ),
}


@pytest.mark.parametrize("name", STATED)
def test_text_that_stands_in_data_alone(name):
    assert " ".join(plain_text(STATED[name]).split()) == BODY
    assert any("script" in note for note in read_source(STATED[name]).notes)
    assert " ".join(whole_text(STATED[name]).split()) == BODY


def test_prose_in_the_data_of_an_application():
    blocks = [{"type": "text", "value": sentence} for sentence in SENTENCES]
    made = data(json.dumps({"props": {"description": "A ferry.", "blocks": blocks}}), "application/json")
    assert plain_text(made).split("\n") == SENTENCES


@pytest.mark.parametrize(
    "value",
    [
        '{"articleBody": 7}',
        '{"articleBody"',
        "[" * 100_000,
        '{"menu": ["Home", "News"]}',
        '{"a": "Eight words in a row and a stop follow."}',
    ],
    ids=["a number", "cut short", "deep", "no prose", "too little prose"],
)
def test_data_without_an_article(value):
    assert plain_text(data(value)) == ""
    with pytest.raises(Problem, match="shows no text"):
        read_source(data(value))


def test_what_the_page_shows_wins_over_its_data():
    made = page(
        STORY,
        f'<script type="application/ld+json">{json.dumps({"articleBody": " ".join(SENTENCES) * 3})}</script>',
    )
    assert plain_text(made).split("\n") == SENTENCES
    assert read_source(made).notes == ()


NEWS = f"""<!doctype html><html lang="en"><head><title>Ferry sinks off Mill Cove | The Cove Post</title>
<meta property="og:site_name" content="The Cove Post">
<meta property="article:published_time" content="2019-03-04T08:00:00Z"></head><body>
<header><a href="/">The Cove Post</a></header><nav><ul><li><a href="/n">News</a></li></ul></nav>
<main><article><h1>Ferry sinks off Mill Cove</h1>
<h2>The crew of nine swam to the shore in the dark before dawn</h2>
<p class="byline">By Ada Brook</p><p>March 4, 2019, 8:00 a.m.</p>
<figure><img src="a"><figcaption>The ferry in May.</figcaption></figure><p>Photo: Ada Brook/Cove Post</p>
{STORY}<p>Sign up for our <a href="/l">newsletter</a>.</p>
<h3>Related stories</h3><ul><li><a href="/1">A pier burns</a></li><li><a href="/2">A lock jams</a></li></ul>
</article></main><aside><p>Most read</p></aside><footer><p>© The Cove Post</p></footer></body></html>"""


def test_a_newspaper_page_as_a_reading():
    reading = read_source(NEWS)
    assert reading.text.split("\n") == [
        "Ferry sinks off Mill Cove", "The crew of nine swam to the shore in the dark before dawn", *SENTENCES,
    ]  # fmt: skip
    found = {block.text: block for block in reading.blocks}
    roles = {
        "Ferry sinks off Mill Cove": "headline",
        "The crew of nine swam to the shore in the dark before dawn": "standfirst",
        "By Ada Brook": "byline",
        "March 4, 2019, 8:00 a.m.": "date line",
        "The ferry in May.": "caption",
        "Photo: Ada Brook/Cove Post": "caption",
        "Sign up for our newsletter.": "furniture",
        "© The Cove Post": "furniture",
        SENTENCES[0]: "body",
    }
    assert {text: found[text].role for text in roles} == roles
    assert all(block.why for block in reading.blocks if not block.taken)
    assert not any(block.why for block in reading.blocks if block.taken)
    assert (reading.title, reading.date, reading.author, reading.outlet, reading.language) == (
        "Ferry sinks off Mill Cove", "2019-03-04", "Ada Brook", "The Cove Post", "en",
    )  # fmt: skip


def test_every_block_of_the_page_is_there_and_can_be_brought_back():
    reading = read_source(NEWS)
    assert [block.text.removeprefix("• ") for block in reading.blocks] == whole_text(NEWS).split("\n")
    at = next(n for n, block in enumerate(reading.blocks) if block.text == "The ferry in May.")
    assert "The ferry in May." not in reading.text
    back = reading.with_block(at, True)
    assert back.text.split("\n")[2] == "The ferry in May."
    assert back.with_block(at, False).text == reading.text
    assert back.with_block(at, False).blocks[at].why == "dropped by hand"


SENTENCES_THAT_STAY = [
    "A spokesman <a href='/x'>declined</a> to comment on the newsletter of the club.",
    "By Monday the ferry was open again.",
    "Photo albums: three were found in the wreck by the divers.",
    "The ferry sank on March 4, 2019.",
    "Share prices fell.",
    "More in common than they knew",
]


@pytest.mark.parametrize("sentence", SENTENCES_THAT_STAY)
def test_a_sentence_of_the_article_is_no_furniture(sentence):
    made = page(f"<article><h1>Ferry sinks</h1>{STORY}<p>{sentence}</p>{STORY}</article>")
    assert sentence.replace("<a href='/x'>", "").replace("</a>", "") in plain_text(made).split("\n")


def test_a_quotation_longer_than_the_text_around_it_is_the_text_itself():
    made = page(f"<p>We take this over from another paper.</p><blockquote>{STORY * 3}</blockquote>")
    assert plain_text(made).split("\n")[1:] == SENTENCES * 3


HOSTILE = (
    "<p onclick='alert(1)'>One</p><a href='javascript:alert(1)'>two</a><img src=x onerror=alert(1)>"
    "<svg onload=alert(1)><script>alert(1)</script></svg><math><maction>three</maction></math>"
    "<a href='data:text/html,<script>alert(1)</script>'>four</a><style>@import 'x'</style>"
    "<p>1 &lt; 2 &lt;b&gt;</p>"
)


def test_only_text_comes_out_of_a_page_that_would_do_something():
    assert "".join(plain_text(page(HOSTILE)).split()) == "Onetwothreefour1<2<b>"


def test_nothing_is_fetched(monkeypatch):
    import socket

    def refuse(*_, **__):
        raise AssertionError("a page reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    links = "<link rel=stylesheet href='http://invented.example/a.css'><base href='http://invented.example/'>"
    assert read_source(
        NEWS.replace("<head>", f"<head>{links}<iframe src='http://invented.example/'></iframe>")
    ).title


@pytest.mark.parametrize(
    "made",
    [
        "<div>" * 30_000,
        "<p>x" * 50_001,
        "<html>" + "<b>x" * 60_000,
        "<header>" * 20_000 + "<h1>x",
        "<p>" + "<q>" * 40_000 + "x",
    ],
    ids=["deep", "too many", "too many inline", "deep headers", "deep quotations"],
)
def test_a_page_that_nobody_wrote_gets_an_answer(made):
    try:
        assert len(plain_text(made)) < 10
    except Problem as problem:
        assert "tags" in str(problem)
    assert isinstance(whole_text(made), str)
