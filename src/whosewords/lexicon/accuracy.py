"""The accuracy card: how often a count of loaded words is right."""

from functools import cache

from ..files import table_rows


def accuracy():
    """How often the list is right, from the stored evaluation: measure → (value, low, high, note).

    Shares from 0 to 1, with a 95 % bootstrap interval. Source: `docs/accuracy.md`.
    """
    return {
        row["measure"]: (
            float(row["value"]),
            float(row["low"] or "nan"),
            float(row["high"] or "nan"),
            row["note"],
        )
        for row in table_rows("lexicon", "accuracy.csv")
    }


@cache
def accuracy_line():
    """How right the list is, in a few short sentences to stand under every count of loaded words."""
    known = {measure: value for measure, (value, *_) in accuracy().items()}
    marked, found = (round(10 * known[share]) for share in ("word precision", "word recall"))
    expert = "better" if known["one expert F1"] > known["word F1"] else "no better"
    return (
        "How right is this list? Five experts marked the words that bias sentences of news. Where the list "
        f"marks 10 words, they had marked about {marked}. Where they had marked 10, the list finds about "
        f"{found}. One expert against the other four does {expert}."
    )
