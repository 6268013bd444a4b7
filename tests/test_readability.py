"""Counts and formulas worked by hand, intervals against a slow and simple bootstrap, and what is refused."""

import math
import pickle
import random
import re

import pytest

from whosewords import measure as tidy
from whosewords.problems import Problem
from whosewords.readability import (
    COUNTS,
    FORMULAS,
    TEXTSTAT,
    count,
    measure,
    stored_opinions,
    table,
    textstat_opinion,
)
from whosewords.shelf import catalogue
from whosewords.syllables import textstat
from whosewords.words import read

# Sentence 1:  6 words, letters 3+3+3+2+3+3       = 17, syllables  6
# Sentence 2:  6 words, letters 3+11+6+3+2+10     = 35, syllables 1+5+2+1+1+4 = 14;
#              retaliatory and escalation are long, complex and difficult
# Sentence 3: 10 words, letters 2+3+2+3+5+3+4+2+5+4 = 33, syllables 10
ONCE = (
    "The cat sat on the mat. The retaliatory attack was an escalation. "
    "We ran to the house and then we slept well. "
)
COUNTED = {
    "letters": 255, "syllables": 90, "words": 66, "sentences": 9, "polysyllables": 6, "complex_words": 6,
    "difficult_words": 6,
}  # three times the above  # fmt: skip
WORKED = {
    "flesch_reading_ease": 84.028,  # 206.835 - 1.015 * 66 / 9 - 84.6 * 90 / 66 = 206.835 - 7.443 - 115.364
    "flesch_kincaid": 3.361,  # 0.39 * 66 / 9 + 11.8 * 90 / 66 - 15.59 = 2.860 + 16.091 - 15.59
    "gunning_fog": 6.570,  # 0.4 * (66 / 9 + 100 * 6 / 66) = 0.4 * (7.333 + 9.091)
    "smog": 7.794,  # 1.0430 * sqrt(6 * 30 / 9) + 3.1291 = 1.0430 * 4.472 + 3.1291
    "ari": 0.434,  # 4.71 * 255 / 66 + 0.5 * 66 / 9 - 21.43 = 18.198 + 3.667 - 21.43
    "coleman_liau": 2.882,  # 0.0588 * 100 * 255 / 66 - 0.296 * 100 * 9 / 66 - 15.8 = 22.718 - 4.036 - 15.8
    "dale_chall": 5.436,  # 0.1579 * 9.091 + 0.0496 * 66 / 9 + 3.6365, since 9.091 % is more than 5 %
}


def test_counts_worked_by_hand():
    assert count(read(ONCE * 3)) == COUNTED
    assert measure(ONCE * 3).counts == COUNTED


@pytest.mark.parametrize("formula", FORMULAS)
def test_formulas_worked_by_hand(formula):
    assert FORMULAS[formula](COUNTED) == pytest.approx(WORKED[formula], abs=0.0006)
    assert measure(ONCE * 3)[formula].value == pytest.approx(WORKED[formula], abs=0.0006)


def test_dale_chall_adds_its_constant_only_above_five_percent():
    few = COUNTED | {"difficult_words": 3}  # 3 of 66 are 4.545 %
    assert FORMULAS["dale_chall"](few) == pytest.approx(0.1579 * 4.5454 + 0.0496 * 66 / 9, abs=0.001)


def test_grades_are_whole_and_inside_their_interval():
    for score in measure(ONCE * 12).scores.values():
        assert (score.grade, score.low, score.high) == tuple(map(round, (score.grade, score.low, score.high)))
        assert score.low <= score.grade <= score.high
        assert score.note == ""


def test_smog_wants_thirty_sentences():
    few, enough = measure(ONCE * 9).smog, measure(ONCE * 10).smog
    assert math.isnan(few.grade)
    assert few.note.startswith("SMOG") and re.findall(r"\d+", few.note) == ["30", "27"]
    assert enough.grade == 8  # 7.794, as above: its counts are the same for each sentence
    assert enough.note == ""


def test_equal_sentences_leave_no_range():
    for score in measure("The cat sat on the mat and looked. " * 30).scores.values():
        assert score.low == score.grade == score.high


def test_the_interval_is_that_of_a_simple_bootstrap():
    text = "\n".join(p.text for p in catalogue.articles["wire_2021"].paragraphs)
    # Names are known from the whole text, so the parts are counted there.
    listed = read(text)
    parts = [count([w for w in listed if w.sentence == n]) for n in sorted({w.sentence for w in listed})]
    draw, values = random.Random(7), []
    for _ in range(1000):
        drawn = draw.choices(parts, k=len(parts))
        values.append(
            FORMULAS["flesch_kincaid"]({name: sum(part[name] for part in drawn) for name in COUNTS})
        )
    values.sort()
    score = measure(text).flesch_kincaid
    assert score.low == pytest.approx(values[24], abs=1.01)
    assert score.high == pytest.approx(values[974], abs=1.01)


def test_the_same_text_gives_the_same_numbers():
    assert measure(ONCE * 5) == measure(ONCE * 5)
    assert measure(ONCE * 5) == measure(read(ONCE * 5))


def test_without_intervals_the_scores_are_the_same():
    with_them, without = measure(ONCE * 5), measure(ONCE * 5, interval=False)
    assert [score.value for score in without.scores.values()] == [s.value for s in with_them.scores.values()]
    assert math.isnan(without.flesch_kincaid.low) and without.smog.note == with_them.smog.note
    assert "No interval was" in without.flesch_kincaid.note


def test_few_sentences_have_no_interval():
    score = measure(
        "We ran to the house and then we slept well, " * 4 + "and so on. The end came."
    ).flesch_kincaid
    assert score.note.startswith("No range: 2 ")
    assert not math.isnan(score.grade)
    assert math.isnan(score.low)
    assert math.isnan(score.high)


@pytest.mark.parametrize("text", ["", " \n ", "“…” — !", "😀 😀"])
def test_nothing_to_count(text):
    result = measure(text)
    assert set(result.counts.values()) == {0}
    assert {score.note.split(",")[0] for score in result.scores.values()} == {"Too short: 0 words"}
    assert all(math.isnan(score.grade) for score in result.scores.values())


def test_too_short_is_said():
    result = measure("The cat sat on the mat.")
    assert result["words"] == 6
    assert result.ari.note.startswith("Too short: 6 words") and "30" in result.ari.note


OTHER = {
    "French": "Les Américains sont en Irak depuis longtemps et personne ne sait quand cela va finir. " * 4,
    "German": "Die Regierung hat gestern mitgeteilt, dass sie mit den anderen Parteien sprechen wird. " * 4,
    "Russian": "Правительство вчера сообщило, что оно будет говорить с другими партиями. " * 5,
    "Arabic": "قالت الحكومة أمس إنها ستتحدث مع الأحزاب الأخرى في البلاد. " * 5,
    "Chinese": "政府昨天表示将与其他政党进行会谈。 " * 40,
    "Turkish": "Hükümet dün diğer partilerle görüşeceğini ve bunun zaman alacağını söyledi. " * 5,
    "one word again and again": "cat " * 1000,
}


@pytest.mark.parametrize("language", OTHER)
def test_other_languages_get_no_score(language):
    result = measure(OTHER[language])
    assert all("look English" in score.note for score in result.scores.values())
    assert all(math.isnan(score.grade) for score in result.scores.values())
    assert result["words"] > 0


def test_all_our_texts_look_english():
    for name in (*catalogue.OWN, *catalogue.WARM_UP):
        assert not math.isnan(
            measure("\n".join(p.text for p in catalogue.articles[name].paragraphs)).ari.grade
        )


def test_hidden_signs_do_not_change_the_language():
    assert not math.isnan(measure((ONCE * 5).replace("t", "t\u00ad")).ari.grade)


def test_words_in_blocks_can_be_measured_too(home):
    trt = catalogue.articles["trt"]
    assert trt.locked
    assert measure(trt.body) == measure(trt)


def test_the_naive_rule_sees_other_sentences():
    text = "Mr. T. Smith of the U.S. Navy left on Monday at once. " * 6
    # To textstat U.S. and “once.” end sentences; Mr. and T. are too short for one. 12 words each time.
    assert measure(text).counts["sentences"] == 6
    assert measure(text, "naive").counts["sentences"] == 12
    assert measure(text, "naive").counts["words"] == measure(text).counts["words"] == 72
    with pytest.raises(Problem, match="rule called “strict”"):
        measure(text, "strict")


@pytest.mark.parametrize("given", [None, 5, [1, 2], ["a text", "another"], {"a": "text"}, b"bytes"])
def test_what_is_no_text_is_named(given):
    with pytest.raises(Problem, match="Readability needs a"):
        measure(given)


@pytest.mark.parametrize("given", [[None], 5, [1, 2], {"a": None}, b"bytes", [], {}])
def test_what_is_no_text_is_named_by_the_table(given):
    with pytest.raises(Problem, match="short name"):
        table(given)


@pytest.mark.parametrize("text", ["a" * 5_000_000, "1." * 2_500_000, "-" * 5_000_000, "\0" * 5_000_000])
def test_five_megabytes_in_one_word(text):
    assert measure(text).ari.note.startswith("Too short: ")


def test_a_result_can_be_asked_and_sent_to_another_program():
    result = measure(ONCE * 3)
    assert result["words"] == result.words == 66
    assert result["ari"] is result.ari
    assert list(result) == list(FORMULAS)
    assert repr(pickle.loads(pickle.dumps(result))) == repr(result)
    with pytest.raises(AttributeError):
        result.no_such_formula  # noqa: B018
    with pytest.raises(KeyError):
        result["no_such_formula"]


def test_the_tidy_table():
    frame = table({"a": ONCE * 3, "b": "Too short."})
    assert list(frame.columns) == ["text", "formula", "grade", "low", "high", "note", *COUNTS]
    assert len(frame) == 2 * len(FORMULAS)
    assert set(frame.loc[frame["text"] == "a", "words"]) == {66}
    assert frame.loc[frame["text"] == "b", "grade"].isna().all()
    assert tidy({"a": ONCE * 3, "b": "Too short."}).equals(frame)


def test_the_tidy_table_takes_a_list_an_article_or_one_text():
    assert list(table([ONCE, ONCE])["text"].unique()) == ["your text", "your text 2"]
    assert list(table([catalogue.articles["wire_2019"]])["text"].unique()) == ["wire_2019"]
    assert list(table(catalogue.articles["wire_2019"])["text"].unique()) == ["wire_2019"]
    assert list(table(ONCE)["text"].unique()) == ["your text"]
    assert list(table(["trt", "neo"])["text"].unique()) == ["trt", "neo"]
    assert list(table("neo")["words"].unique()) == [measure(catalogue.articles["neo"])["words"]]
    assert list(table(catalogue.articles)["text"].unique()) == list(catalogue.SHELF)
    assert list(table()["text"].unique()) == list(catalogue.SHELF)
    assert list(table({"first": "trt"})["text"].unique()) == ["first"]


@pytest.mark.parametrize("name", [*catalogue.OWN, *catalogue.WARM_UP])
def test_counts_under_the_naive_rule_are_textstats(name):
    text = "\n\n".join(p.text for p in catalogue.articles[name].paragraphs if p.role == "body")
    plain = text.replace("’", "'").replace("—", " — ")
    ours, theirs = measure(text, "naive"), textstat()
    assert ours["words"] == theirs.lexicon_count(plain)
    assert ours["sentences"] == theirs.sentence_count(plain)
    assert ours["letters"] == theirs.letter_count(plain)
    # It reads ABC-led as one word of its own making; we count the parts.
    assert ours["syllables"] == pytest.approx(theirs.syllable_count(plain), rel=0.015)


@pytest.mark.parametrize("name", catalogue.OWN)
def test_textstats_opinion_is_ours_where_only_the_counts_matter(name):
    text = "\n\n".join(p.text for p in catalogue.articles[name].paragraphs if p.role == "body")
    ours, theirs = measure(text, "naive"), textstat_opinion(text)
    assert set(theirs) == set(TEXTSTAT) == set(FORMULAS)
    for formula in ("flesch_reading_ease", "flesch_kincaid", "smog", "coleman_liau"):
        assert theirs[formula] == pytest.approx(ours[formula].value, abs=1)


def test_stored_opinions_say_which_version_gave_them():
    stored = stored_opinions()
    assert set(stored) == {*catalogue.SHELF, *catalogue.SPECIMENS}
    for row in stored.values():
        assert row["version"].startswith("0.7.")
        assert all(isinstance(row[name], float) for name in TEXTSTAT)
