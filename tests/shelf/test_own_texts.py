"""Texts of one's own: what a source becomes, the file it is kept in, short names, and taking them along."""

import subprocess
import sys
import tomllib
from dataclasses import replace

import pytest
from library import needs_articles, path_of
from own_home import opened_later

from whosewords import files
from whosewords.problems import Problem
from whosewords.session import nobody, session
from whosewords.shelf import own_texts
from whosewords.shelf.catalogue import SHELF, articles, choose, stored_at
from whosewords.shelf.importing import read_source
from whosewords.shelf.own_texts import OwnText, Part
from whosewords.voices import voice_of

TEXT = """Ferry Late Again

By Jane Roe

28 June 2021

The ferry to Quay Island was late again. “We are sorry,” said Ann Poe.

Editor's note: we left this in.

Follow us on:"""
PAGE = (
    "<html><body><nav>Home</nav><article><h1>Pier Shut Down</h1>"
    + "<p>The pier was shut on Monday, and nobody knew for how long it would stay so.</p>" * 4
    + "<blockquote><p>It is over.</p></blockquote></article>"
    "<footer>All rights reserved.</footer></body></html>"
)
CONTROLS = "".join(map(chr, [*range(32), 127, 0x85, 0x2028, 0xFEFF, 0xD800, 0x1F600])) + '"\\\'"""'


def made(text=TEXT, name="ferry"):
    return own_texts.from_reading(read_source(text), name)


def on_shelf(text=TEXT, name="ferry"):
    own_texts.keep(made(text, name))
    return articles[name]


def test_roles_layers_and_voices_are_proposed_by_rule():
    # The headline is H; byline and date line are dropped; the note is the host's; “Follow us on:” is on
    # every page and is dropped.
    rows = [(part.role, part.layer, part.voice, part.taken) for part in made().parts]
    assert rows == [
        ("headline", "author", "H", True), ("byline", "outlet", "B", False),
        ("date line", "outlet", "B", False),
        ("body", "author", "A", True), ("note", "host", "E", True), ("furniture", "furniture", "B", False),
    ]  # fmt: skip


def test_what_the_text_says_of_itself_is_proposed_and_marked():
    text = made()
    assert (text.facts["headline"], text.facts["author"]) == ("Ferry Late Again", "Jane Roe")
    assert text.facts["date"] == "28 June 2021" and text.facts["language"] == "en"
    assert text.facts["outlet"] == "" and set(text.proposed) == {"headline", "author", "date", "language"}


def test_of_a_page_what_is_dropped_is_kept_and_a_quotation_gets_its_marks():
    text = made(PAGE, "pier")
    assert {part.text for part in text.parts if not part.taken} == {"Home", "All rights reserved."}
    assert text.paragraphs[-1].text == "“It is over.”" and text.parts[-2].text == "It is over."


def test_lines_that_a_page_width_has_broken_are_one_paragraph():
    broken = "\n".join(
        ["The pier in the harbour of the town was shut on Monday after the long"] * 5 + ["storm."]
    )
    assert len(made(broken).taken) == 1


def test_short_lines_are_paragraphs_of_their_own(home):
    one = on_shelf("Pier Shut\nThe pier is shut today.\nThe ferry is late today.\nIt rained all day long.")
    assert [paragraph.text for paragraph in one.paragraphs][1] == "The pier is shut today."
    assert [paragraph.number for paragraph in one.paragraphs] == [1, 2, 3, 4]
    assert [word.paragraph for word in one.words] == sorted(word.paragraph for word in one.words)


def test_every_paragraph_keeps_its_own_words(home):
    one = on_shelf(PAGE, "pier")
    for paragraph, part in zip(one.paragraphs, own_texts.get("pier").paragraphs, strict=True):
        assert paragraph.text == part.text


def test_voices_are_by_rule_inside_those_of_the_lines(home):
    one = on_shelf()
    spoken = dict(zip((word.text for word in one.words), voice_of(one), strict=True))
    # Ferry stands in the headline (H), ferry in the author's line, sorry in the quotation, left in the note.
    assert [spoken[word] for word in ("Ferry", "ferry", "sorry", "left")] == ["H", "A", "Q", "E"]


def test_the_file_is_read_like_the_articles_of_the_module(home):
    on_shelf()
    ours = tomllib.loads(files.data("articles", "wire_2019.toml").read_text(encoding="utf-8"))
    theirs = tomllib.loads(own_texts.path_of("ferry").read_text(encoding="utf-8"))
    assert set(ours) <= set(theirs)
    assert {"role", "layer", "voice", "text"} <= set(theirs["paragraph"][0])
    assert [row["taken"] for row in theirs["paragraph"]].count(False) == 3


@pytest.mark.parametrize("odd", [CONTROLS, "]]", "'''", '"""', "a = 1\n[[paragraph]]", "\\u0041", "ﬁ ١٢"])
def test_any_text_comes_back_from_its_file(odd):
    plain = own_texts._plain(f"one {odd} two")
    text = OwnText(
        "pier", {"outlet": plain[:200]}, (Part(plain), Part("More.", taken=False, why=plain[:200]))
    )
    back = own_texts.parsed(own_texts.as_toml(text))
    assert back.parts[0].text == plain.replace("\ud800", "?") and not back.parts[1].taken
    assert own_texts.as_toml(back) == own_texts.as_toml(own_texts.parsed(own_texts.as_toml(back)))


def test_it_is_on_the_shelf_after_the_modules_own_and_not_among_the_five(home):
    on_shelf()
    assert list(articles)[-1] == "ferry" and "ferry" in articles and "ferry" in repr(articles)
    assert [one.id for one in choose()] == list(SHELF) and choose(["ferry", "neo"])[0].id == "ferry"
    assert choose({"mine": "ferry"})[0].name == "mine" and articles["ferry"].yours
    with nobody():
        assert "ferry" not in articles


def test_another_notebook_sees_it_at_its_next_line(home):
    on_shelf()
    opened_later()
    before = articles["ferry"]
    assert articles["ferry"] is before  # read once
    own_texts.keep(replace(made(), parts=(Part("The pier is shut."), Part("Gone.", taken=False))))
    assert [word.text for word in articles["ferry"].words] == ["The", "pier", "is", "shut"]
    own_texts.put_aside("ferry")
    assert "ferry" not in articles


def test_what_another_program_unlocks_is_seen_at_the_next_line(home):
    """A real second process keeps an invented text of the right shape; the first one reads it unasked."""
    assert articles["neo"].locked
    code = (
        "from whosewords.shelf.editions import edition_words\nfrom whosewords.shelf.full_texts import keep\n"
        "keep('neo', ['x' * word.letters for word in edition_words('neo')])"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=files.PACKAGE.parent)
    assert not articles["neo"].locked
    stored_at("neo").unlink()
    assert articles["neo"].locked


@needs_articles
def test_an_article_that_is_unlocked_in_a_terminal_is_seen_at_the_next_line(home):
    assert articles["neo"].locked
    command = [sys.executable, "-m", "whosewords", "unlock", str(path_of("neo"))]
    subprocess.run(command, check=True, cwd=files.PACKAGE.parent, capture_output=True)
    assert not articles["neo"].locked and not choose("neo")[0].locked


def test_what_cannot_be_saved_is_there_until_the_program_ends(home):
    home.mkdir()
    (home / "texts").write_text("a file where a folder should be")
    with pytest.raises(files.CannotSave):
        own_texts.keep(made())
    assert "ferry" in session().own_texts and articles["ferry"].headline == "Ferry Late Again"
    with nobody():
        assert "ferry" not in articles


def test_a_file_that_somebody_damaged_is_told_in_a_sentence(home):
    on_shelf()
    on_shelf(PAGE, "pier")
    own_texts.path_of("ferry").write_text("id = ", encoding="utf-8")
    with pytest.raises(Problem, match=r"“ferry.toml” .* cannot be read"):
        articles["ferry"]
    assert [one.id for one in articles.shown()][-1] == "pier"  # the others are there
    own_texts.put_aside("ferry")
    assert own_texts.names() == ["pier"]


@pytest.mark.parametrize(
    "content",
    ["", "x = 1", 'kind = "own text"', 'kind = "a text on your shelf"\nparagraph = 3', "[" * 5000,
     'kind = "a text on your shelf"\n[[paragraph]]\ntext = "Gone."\ntaken = false'],
)  # fmt: skip
def test_a_file_that_is_no_text_of_ours_is_none(content, home, tmp_path):
    path = tmp_path / "odd.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Problem, match=r"odd\.toml"):
        own_texts.opened(path)


def test_odd_values_in_a_file_are_read_as_plain_ones():
    text = own_texts.parsed(
        'kind = "a text on your shelf"\nid = "pier"\noutlet = ["x"]\nnotes = 3\ndate_posted = 2021-06-28\n'
        '[[paragraph]]\ntext = "One\\ntwo."\nrole = "king"\nlayer = 7\n[[paragraph]]\nrole = "body"\n'
    )
    assert text.facts["outlet"] == "" and text.facts["date"] == "2021-06-28" and text.notes == ()
    assert text.parts == (Part("One two."),)


# ---- names


@pytest.mark.parametrize("name", ["neo", "rs", "wire_2019", "find", "Path", "con"])
def test_no_name_of_the_module_can_be_taken(name):
    assert own_texts.is_taken(name)


@pytest.mark.parametrize("odd", ["", "1st", "a b", "../x", "a/b", "x" * 31, "_x", "a-b", None, 3, "a\n"])
def test_what_can_be_no_short_name_is_told(odd):
    if odd == "a\n":
        assert own_texts.as_name(odd) == "a"
        return
    with pytest.raises(Problem, match="short name"):
        own_texts.as_name(odd)


def test_a_name_is_made_from_the_title(home):
    assert own_texts.name_for("The Ferry to Quay Island") == "ferry_quay"
    on_shelf(name="ferry_quay")
    assert own_texts.name_for("The Ferry to Quay Island") == "ferry_quay_2"
    assert own_texts.name_for("2021!") == "my_text" and own_texts.name_for("Neo") == "neo_2"


@pytest.mark.parametrize(
    ("what", "given", "kept"),
    [("outlet", " The\nQuay ", "The Quay"), ("author", "Unknown", ""), ("date", 2021, "2021"),
     ("outlet", "", ""),
     ("date", "June 2021", "June 2021"), ("language", "en", "en"), ("language", "german", "de")],
)  # fmt: skip
def test_facts(what, given, kept):
    assert own_texts.fact(what, given) == kept


@pytest.mark.parametrize(
    ("what", "given"),
    [("date", "last week"), ("date", "2021-13-45"), ("language", "Klingon speech"), ("outlet", ["x"]),
     ("outlet", None), ("author", True), ("genre", "x" * 400)],
)  # fmt: skip
def test_facts_that_are_none(what, given):
    with pytest.raises(Problem, match=f"{what}=|no day"):
        own_texts.fact(what, given)


# ---- taken along


def test_texts_go_along_and_come_back_the_same(home):
    on_shelf()
    along, left = own_texts.taken_along()
    own_texts.put_aside("ferry")
    assert list(own_texts.brought(along)) == ["Of your own texts, ferry is on the shelf now."] and not left
    assert articles["ferry"].headline == "Ferry Late Again" and own_texts.get("ferry") == made()


def test_a_text_that_is_there_is_not_brought_twice_and_another_is_not_written_over(home):
    on_shelf()
    along, _ = own_texts.taken_along()
    assert list(own_texts.brought(along)) == []
    other = own_texts.as_toml(made("Another text of two lines.\nIt is short."))
    told = list(own_texts.brought({"ferry": other}))
    assert '"ferry_2"' in told[0] and articles["ferry"].headline == "Ferry Late Again"
    assert list(own_texts.brought({"ferry": other})) == []  # and a second time brings nothing


@pytest.mark.parametrize("odd", [None, [], 3, "x"])
def test_an_odd_field_brings_nothing(odd, home):
    assert list(own_texts.brought(odd)) == []


def test_odd_texts_in_a_work_file_are_left_out_with_a_sentence(home):
    fine = own_texts.as_toml(made())
    for name, content in (("../x", fine), ("x", 3), ("x", "id = "), ("x", "[" * 9000), ("", fine)):
        (told,) = own_texts.brought({name: content})
        assert "left out" in told
    assert own_texts.names() == []


def test_a_text_of_a_taken_name_gets_a_number(home):
    assert '"neo_2"' in next(own_texts.brought({"neo": own_texts.as_toml(made())}))


def test_what_is_too_large_stays_and_is_named(home, monkeypatch):
    on_shelf()
    on_shelf(PAGE, "pier")
    monkeypatch.setattr(own_texts, "MOST_TAKEN_ALONG", len(own_texts.as_toml(own_texts.get("ferry"))) + 5)
    along, left = own_texts.taken_along()
    assert (list(along), left) == (["ferry"], ["pier"])
