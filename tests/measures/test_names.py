"""Names: every row of the table is what the full texts say, and the calls that show it tell their limits."""

from collections import Counter

import make_naming
import pytest
from library import ARTICLES, needs_articles

from whosewords import files
from whosewords.calls.names import headline_swap, lines, naming, style_rules, who_says
from whosewords.measures.names import actor_named, actors, authorities, names, sources, told_apart
from whosewords.problems import Blank, Problem
from whosewords.shelf.catalogue import OWN, SHELF, articles


def counted(actor, article):
    """{(label, voice): how often} of an actor in a text."""
    found = Counter()
    for name in names(actor):
        if name.article == article:
            found[name.label, name.voice] += name.count
    return found


# ---- the table


@needs_articles
def test_every_voice_count_and_place_is_what_the_full_texts_say():
    rows = files.table_rows("naming.csv")
    assert make_naming.filled(rows, make_naming.full(ARTICLES)) == rows, "Run tools/make_naming.py."


@needs_articles
def test_a_name_that_is_not_there_is_found():
    row = files.table_rows("naming.csv")[0] | {"paragraph": "2"}
    with pytest.raises(ValueError, match="Popular Mobilisation Forces"):
        make_naming.filled([row], make_naming.full(ARTICLES))


def test_the_table_speaks_of_known_texts_actors_and_authorities():
    for name in names():
        assert name.actor in actors() and name.authority in authorities() and name.article in (*SHELF, *OWN)
        assert len(name.words.split()) <= 6 and len(name.at) == name.count > 0
    assert {name.actor for name in names()} == set(actors())


def test_no_place_is_counted_twice_for_one_actor():
    taken = Counter()
    for name in names():
        size = len(name.words.split())
        for at in name.at:
            taken.update((name.actor, name.article, name.paragraph, i) for i in range(at, at + size))
    # “Popular Mobilization Front paramilitaries” and the like stand side by side and share no word.
    assert [place for place, times in taken.items() if times > 1] == []


def test_counts_by_hand():
    # TRT World: PMF in ¶12 to ¶15, and once in full; soldiers once in a heading, three times in the text.
    trt = counted("pmf", "trt")
    assert trt["Popular Mobilization Forces / PMF", "A"] == 5
    assert (trt["soldiers / servicemen", "H"], trt["soldiers / servicemen", "A"]) == (1, 3)
    assert trt["proxies", "A"] == 3
    # New Eastern Outlook: militant* 12 times; 1 means Daesh and stands in the table for isis: 11 here.
    neo = [name for name in names("pmf") if name.article == "neo" and name.label == "militants"]
    assert sum(name.count for name in neo) == 11
    assert Counter(name.target for name in neo for _ in name.at) == {
        "Iran-linked groups (by the text)": 9,
        "unclear": 2,
    }
    # So the table tells nine, and two apart: “A militant group” (¶12) and “combating the militants” (¶13).
    meant, unclear = told_apart("pmf")
    assert sum(name.count for name in meant if (name.article, name.label) == ("neo", "militants")) == 9
    assert [(name.paragraph, name.words) for name in unclear] == [
        (12, "A militant group"), (13, "combating the militants"),
    ]  # fmt: skip
    # US troops: 6 in the author's voice with “foreign, especially US, troops” kept apart, 1 quoted.
    assert counted("us_forces", "neo")["troops / forces / military", "Q"] == 1
    # Kataib Hezbollah is not named in the two texts on June 2021.
    assert not counted("kataib_hezbollah", "journal_mtl") and not counted("kataib_hezbollah", "neo")


def test_what_cannot_be_told_is_counted_nowhere_and_can_be_read():
    found = naming("pmf")
    (row,) = who_says("pmf").query("name == 'militants'").itertuples(index=False)
    # Of nine in New Eastern Outlook six are the author's and three reported: ¶7, ¶8, ¶8.
    assert row[-1] == "New Eastern Outlook (A) 6, New Eastern Outlook (I) 3"
    assert not any("A militant group" in name for name in found.table["name"])
    assert "2 more are not counted" in found.short and "cannot be told: 2" in found.view
    # What was read for the PMF, less these two, is what is counted, in the overview too.
    read = sum(name.count for name in names("pmf"))
    assert sum(found.table["count"]) == read - 2 and f"in {read - 2} places" in found.words
    assert naming().table.set_index("ask for").loc['naming("pmf")', "places"] == read - 2


def test_the_legend_tells_each_letter_that_stands_there_and_no_other():
    assert "B boilerplate" in naming("isis").short and "Q direct quotation" in naming("isis").short
    assert "boilerplate" not in naming("pmf").short
    assert "not counted" not in naming("isis").short


def test_every_authority_that_speaks_has_a_source_and_a_date():
    for actor in actors():
        assert sources(actor)
        assert all(
            s.text and s.source and s.date and s.authority in ("", *authorities()) for s in sources(actor)
        )


# ---- the calls


@pytest.mark.parametrize("actor", actors())
def test_naming_shows_every_place_locked_and_unlocked(actor):
    found = naming(actor)
    html, (listed, unclear) = found._repr_html_(), told_apart(actor)
    places = sum(name.count for name in listed)
    assert len(found.table) == len(listed) and found.table["count"].sum() == places
    assert html.count("<mark>") == places + sum(name.count for name in unclear)
    assert f"in {places} places" in found.words and found.chart.words == found.words
    for text in {articles[name.article].name for name in names(actor)}:
        assert text in found.words
    assert "Held constant" in html and "Do not conclude" in html


@pytest.mark.parametrize("name", names(), ids=lambda name: f"{name.article}-{name.paragraph}-{name.words}")
def test_a_name_is_found_in_its_place_in_blocks_too(name):
    words = articles[name.article].words
    for line in lines(name):
        shown = [word.text for word in words[line.start : line.end]]
        wanted = name.words.split()
        assert line.paragraph == words[line.start].paragraph == name.paragraph
        assert all(
            text is None or text.lower().startswith(want.lower()[:4])
            for text, want in zip(shown, wanted, strict=True)
        )


def test_without_an_actor_there_is_an_overview():
    found = naming()
    assert len(found.table) == len(actors()) and 'naming("pmf")' in found.words


@pytest.mark.parametrize(
    ("given", "actor"),
    [("PMF", "pmf"), ("US forces", "us_forces"), ("us-forces", "us_forces"), (" KH ", "kataib_hezbollah"),
     ("Daesh", "isis"), ("air strikes", "strike")],
)  # fmt: skip
def test_spellings_of_an_actor(given, actor):
    assert actor_named(given) == actor


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("usa", r"Only the names of the army were read: write naming\(\"us_forces\"\)"),
        ("USA", "may be a country, a government or an army"),
        ("us_force", "Did you mean “us_forces”"),
        ("solemani", "Did you mean “soleimani”"),
        ("iran", "There is no actor called “iran”"),
        ("<b>", "There is no actor called"),
        ("", "needs a short name in quotation marks"),
        (3, "needs a short name in quotation marks"),
        (None.__class__, "needs a short name"),
    ],
)
def test_near_misses_are_told_in_a_sentence(given, says):
    with pytest.raises(Problem, match=says):
        naming(given)


def test_a_blank_is_no_mistake():
    with pytest.raises(Blank):
        naming("____")


def test_rules_have_guide_source_and_date():
    rows = files.table_rows("style_rules.csv")
    assert {row["guide"] for row in rows} >= {"BBC", "Reuters", "AP", "critics"}
    assert all(row["rule"] and row["source"] and row["date"] for row in rows)
    assert len(style_rules("terrorist").table) == sum(row["about"] == "terrorist" for row in rows)
    assert len(style_rules("ISLAMIC state").table) == 1
    with pytest.raises(Problem, match="mean “terrorist”"):
        style_rules("terorist")


@pytest.mark.parametrize("report", OWN)
def test_a_headline_keeps_every_word_but_the_name(report):
    shown = list(headline_swap(report).table["headline"])
    assert len(shown) == len(set(shown)) >= 5
    first = shown[0]
    for other in shown[1:]:
        same = 0
        while first[same] == other[same]:
            same += 1
        # What stands before the name is the same, and so is the end of the headline.
        assert first[:same].startswith("US ") and first.rsplit(" ", 4)[1:] == other.rsplit(" ", 4)[1:]


def test_a_headline_of_somebody_else_is_not_swapped():
    for wrong in ("trt", "wire_2022"):
        with pytest.raises(Problem, match="report of ours"):
            headline_swap(wrong)
