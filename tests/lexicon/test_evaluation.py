"""The stored evaluation holds what was asked for, and the tool that made it follows the protocol."""

import csv

import numpy as np
import pytest
from library import SHARED

from whosewords import lexicon

evaluate = pytest.importorskip("evaluate_lexicon")
expert_sets = pytest.importorskip("expert_sets")
make = pytest.importorskip("make_lexicon")

SETS = SHARED / "eval"
FLOORS = {"word F1": 0.42, "sentence macro-F1": 0.70, "PTC token F1": 0.22}


@pytest.mark.parametrize(("measure", "floor"), FLOORS.items())
def test_the_stored_evaluation_is_above_its_floor(measure, floor):
    assert lexicon.accuracy()[measure][0] >= floor


def test_a_token_is_what_the_protocol_says():
    assert [token for token, *_ in expert_sets.tokens("The state’s so-called 3 “dogs'”")] == [
        "the", "state's", "so", "called", "dogs",
    ]  # fmt: skip


def test_a_sentence_is_read_with_its_marks_and_readings(tmp_path):
    (tmp_path / "babe_x.csv").write_text(
        "text,news_link,label_bias,biased_words\nA cruel so-called plan,l,Biased,\"['cruel', 'so-called']\"\n"
    )
    (tmp_path / "votes.csv").write_text('row,biased_words\n0,"cruel, plan"\n0,\n')
    (text,) = expert_sets.babe(tmp_path / "babe_x.csv", tmp_path / "votes.csv")
    assert (
        text.gold == [False, True, True, True, False]
        and text.readings == ({"cruel", "plan"}, set())
        and text.biased
    )


def test_precision_recall_and_f1_by_hand():
    # 4 tokens marked, 5 predicted, 3 right: P 3/5, R 3/4, F1 2 * .6 * .75 / 1.35 = .667
    assert evaluate.measures((3, 5, 4)) == pytest.approx((0.6, 0.75, 2 / 3))


def test_macro_f1_by_hand():
    # True: 1 right of 2 and of 1 predicted: F1 2/3. False: 2 right of 2 and of 3 predicted: F1 4/5.
    gold, predicted = np.array([True, True, False, False]), np.array([True, False, False, False])
    assert evaluate.macro_f1(gold, predicted) == pytest.approx((2 / 3 + 4 / 5) / 2)


def test_the_tool_scores_a_folder_it_has_never_seen(tmp_path, capsys):
    rows = "text,news_link,label_bias,biased_words\n"
    rows += "They unleashed a quagmire.,a,Biased,\"['unleashed']\"\nIt rained.,b,Non-biased,[]\n"
    (tmp_path / "babe_new.csv").write_text(rows)
    evaluate.main(tmp_path)
    assert "word precision                 0.500" in capsys.readouterr().out


def test_the_share_of_a_group_and_the_weight_by_hand():
    rows = [
        {"term": "a", "category": "label", "grade": "3"},
        {"term": "b", "category": "label", "grade": "3"},
    ]
    # a counts for 15 of its 30 readings, b for all its 5: (10 * 15/30 + 3) / (15 + 5) = .4;
    # the grade's share is the same
    shares = make.group_shares(rows, {"a": [10, 30], "b": [3, 5]})
    assert shares["label", "3"] == pytest.approx(0.4)


@pytest.mark.skipif(not SETS.is_dir(), reason="needs the annotated sets beside the checkout")
def test_rows_set_aside_are_never_counted():
    babe = expert_sets.babe(SETS / "babe_tune.csv", SETS / "babe_tune_votes.csv")
    aside, readable = expert_sets.part(babe, aside=True), expert_sets.part(babe, aside=False)
    assert {text.group for text in aside}.isdisjoint(text.group for text in readable)
    assert 0.15 < len(aside) / len(babe) < 0.25


@pytest.mark.skipif(not SETS.is_dir(), reason="needs the annotated sets beside the checkout")
def test_the_evidence_in_the_table_is_what_the_sets_say():
    with make.TABLE.open(encoding="utf-8", newline="") as file:
        stored = [
            row for row in csv.DictReader(file) if row["term"] in ("leftist", "quagmire", "claim", "smear")
        ]
    babe = expert_sets.part(
        expert_sets.babe(SETS / "babe_tune.csv", SETS / "babe_tune_votes.csv"), aside=False
    )
    counted = make.count(lexicon.load(), babe)
    assert [(int(row["marked"]), int(row["seen"])) for row in stored] == [
        tuple(counted[row["term"]]) for row in stored
    ]
