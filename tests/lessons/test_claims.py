"""The module makes none of the claims that it must not make, as far as a pattern can tell."""

import claims
import pytest

import whosewords
from whosewords.display.finding import Finding
from whosewords.measures.names import actors

TEXTS = claims.texts()
# Each claim as somebody might write it; every one must be found.
PLANTED = {
    "a count shows bias": "The count shows which text is biased.",
    "a ranking of outlets by one score": "Here is the bias index of the five.",
    "an outlet is propaganda, or is reliable": "New Eastern Outlook is propaganda.",
    "one text is its outlet": "TRT World thinks that Iraq has failed.",
    "all cover the same strike": "The four outlets tell about the same strike.",
    "the excerpt's source wrote the host's words": "Responsible Statecraft wrote of a Trump Gang.",
    "a grade is years of school, or has decimals": "To read this you need 17 years at school.",
    "a neutral or a correct word": "Militia is the neutral word.",
    "the passive hides guilt": "The passive voice hides who did it.",
    "left out is hidden": "What is left out is hidden.",
    "both sides are equally right": "In the end both sides are equally right.",
    "all media lie, or real news has no frame": "Remember that all media lie.",
    "agreement is truth": "High agreement means that we are right.",
    "students become immune": "After this lesson you are immune.",
    "corrections backfire": "Correcting people makes them dig in.",
    "a legal conclusion": "The strike was illegal.",
    "what a people believes": "Iraqis believe that the US should go.",
    "a machine understands": "The computer understands what is loaded.",
}
# Every kind of report that a student meets, as the line that shows it.
CALLS = (
    "articles", "events()", "dates()", "readability()", "pairs()", 'pairs(rule="naive")', "second_opinion()",
    'programs("trt")', 'add_stops("trt")', 'drop_dots("rs")', 'drop_headings("trt")', 'windows("neo")',
    "loaded_language()", 'count("verdict")', 'count("agency")', 'find("*terror*")', "rank()", "stability()",
    "naming()", "style_rules()", "headline_swap()", "frames()", 'frames("trt")', 'rewrite("He lied.")',
    "ledger()", "sources()", "silence_grid()",     "who_is_behind()", 'where_to_read("neo")',
    "claim()", "relay()", 'claim("army")', 'relay("doubt")',
)  # fmt: skip


@pytest.mark.parametrize("where", TEXTS)
def test_no_text_makes_a_claim_that_it_must_not_make(where):
    assert list(claims.found(TEXTS[where])) == []


@pytest.mark.parametrize("call", CALLS)
def test_no_report_makes_a_claim_that_it_must_not_make(call):
    value = eval(call, {name: getattr(whosewords, name) for name in whosewords.__all__})
    said = (
        [value.title, value.words, value.short, *value.more] if isinstance(value, Finding) else [repr(value)]
    )
    assert list(claims.found("\n\n".join(said))) == []


@pytest.mark.parametrize("actor", actors())
def test_no_table_of_names_makes_one(actor):
    shown = whosewords.naming(actor)
    assert list(claims.found("\n\n".join([shown.words, *shown.more]))) == []


@pytest.mark.parametrize(("claim", "sentence"), PLANTED.items())
def test_a_planted_claim_is_found(claim, sentence):
    assert claim in [found for found, _ in claims.found(f"Read this. {sentence} And go on.")]


def test_every_claim_has_a_planted_sentence():
    assert set(PLANTED) == set(claims.CLAIMS)


@pytest.mark.parametrize(
    "sentence",
    [
        "A count does not show that a writer is biased.",
        "Somebody says “all media lie”: put it on the board.",
        "Annan said in 2004 that the invasion was illegal.",
        "What is left out need not be hidden, and nobody knows why.",
    ],
)
def test_what_is_denied_quoted_or_attributed_is_no_claim(sentence):
    assert list(claims.found(sentence)) == []


def test_lists_of_what_not_to_conclude_are_left_out_but_nothing_after_them():
    text = claims.texts()["03_four_nouns.py"]
    assert "do you **not** conclude" not in text and "exit_ticket(3)" in text
