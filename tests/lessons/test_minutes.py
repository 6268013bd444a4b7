"""Every lesson fits into its time; the count itself is checked by hand."""

import count_minutes
import pytest

LESSONS = list(count_minutes.counted())

SOURCE = """# %% [markdown]
# # Title of four words
#
# [One](https://example.org/a/b) two three, four.

# %%
from whosewords import *

# %%
predict("7.p1")

# %%
reveal("7.p1", events)

# %%
reveal("7.p1")

# %% minutes=3
show("warmup_harbour")

# %%
check("7.1")
check('7.4')

# %%

# %%
exit_ticket(7)
"""


def test_count_by_hand(school):
    found = count_minutes.count(SOURCE)
    # Prose: Title of four words One two three four = 8 words, 8 / 200 = 0.04; the shown text says 3 itself.
    assert found.reading == pytest.approx(3.04)
    # 7.p1 is a guess: 1. 7.1: 2. 7.4 is a stretch: 0.
    assert found.tasks == 3
    # import 0.25, a result 1, a reveal without one 0.25, ticket 0.5; the cell with minutes counts as reading.
    assert found.looking == 2
    assert found.total == pytest.approx(8.04)


def test_a_shown_text_is_read():
    own = count_minutes.count('# %%\nshow("warmup_harbour")\n')
    assert own.reading == pytest.approx(len(count_minutes.articles["warmup_harbour"].words) / 200)
    blocks = count_minutes.count('# %%\nshow("trt")\n')
    assert 1 < blocks.reading < own.reading + 5


@pytest.mark.skipif(not LESSONS, reason="There is no lesson yet that has both a source and exercises.")
def test_every_lesson_fits_into_its_time(capsys):
    with capsys.disabled():
        print("\n" + count_minutes.table())
    for lesson, found in LESSONS:
        low, high = count_minutes.allowed(lesson.number)
        assert low <= found.total <= high, (
            f"{lesson.title}: {found.total:.0f} minutes, allowed are {low} to {high}."
        )
        assert abs(found.total - lesson.minutes) <= 3, (
            f"lesson_{lesson.number}.toml says {lesson.minutes} minutes, counted are {found.total:.0f}."
        )
