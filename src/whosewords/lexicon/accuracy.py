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
    """One sentence to stand under every count of loaded words."""
    known = {measure: round(10 * value) for measure, (value, *_) in accuracy().items()}
    return (
        "How right is this? On news sentences that five experts read, of 10 words this list marks, about "
        f"{known['word precision']} were marked by experts too; of 10 words that experts marked, it finds "
        f"about {known['word recall']}. One expert, compared with the other four: about "
        f"{known['one expert precision']} and {known['one expert recall']}."
    )
