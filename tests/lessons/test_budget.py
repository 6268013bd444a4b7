"""Every lesson fits into its time and its words; the count itself is checked by hand."""

import lesson_budget
import pytest
from lesson_budget import Budget, faults

from whosewords.classroom.exercises import lessons
from whosewords.publish.static import Looked, still

SOURCE = """# %% [markdown]
# # Title of four words
#
# [One](https://example.org/a/b) two three, four.

# %%
from whosewords import *

# %%
predict("7.p1")

# %%
reveal("7.p1", "a result of five words")

# %% minutes=3
loaded_words = 3

# %%
check("7.1")

# %%
check('7.4')

# %%
exit_ticket(7)

# %% [markdown]
# Three words more.

# %%
"behind the ticket nothing is counted"
"""


def test_count_by_hand(school):
    found = lesson_budget.budget(SOURCE)
    # Ours: Title of four words One two three four = 8. Shown: what the page shows of the reveal, unfolded.
    told = lesson_budget.seen(still(Looked("7.p1", "a result of five words")))
    assert told.endswith("a result of five words")
    assert (found.own, found.shown, found.extra) == (8, lesson_budget.words(told), 3)
    # Seven lines at 0.25 = 1.75; 7.p1 is a guess: 1; 7.1: 2; 7.4 is a stretch: 0; the header says 3.
    assert found.minutes == pytest.approx(1.75 + 1 + 2 + 3 + (8 + found.shown) / 150)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>two</p>", "One two"),
        ("<style>p{color:red}</style><p>One</p>", "One"),
        ("<p>Read.</p><svg><title>Heard</title><text>looked at</text></svg>", "Read."),
        ('<p>One <span class="ww-sr">only heard</span>two</p>', "One two"),
        ("<details><summary>More</summary><p>folded</p></details>", "More"),
    ],
)
def test_what_is_seen(html, text):
    assert lesson_budget.seen(html).split() == text.split()


def test_blocks_are_no_words():
    assert lesson_budget.words("▇▇▇ ▇▇▇▇ hostilities ▇▇, 2020 ¶3") == 1


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        (Budget(1201, 0, 0, 40), "words of ours"),
        (Budget(0, 1501, 0, 40), "on the screen"),
        (Budget(0, 0, 401, 40), "behind the ticket"),
        (Budget(0, 0, 0, 45.1), "minutes, allowed"),
        (Budget(0, 0, 0, 34.9), "minutes, allowed"),
        (Budget(0, 0, 0, lessons()[1].minutes + 3.1), "toml says"),
    ],
)
def test_what_is_too_much_is_said(found, fault):
    assert any(fault in told for told in faults(lessons()[1], found))


@pytest.mark.parametrize("number", sorted(lessons()))
def test_every_lesson_keeps_its_budget(number):
    for lesson, found in lesson_budget.counted(number):
        assert not list(faults(lesson, found)), lesson.title
