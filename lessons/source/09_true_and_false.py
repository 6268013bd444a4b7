# %% [markdown]
# # Lesson 9: Framed and true, framed and false
#
# **Can a slanted text be right, and a calm one wrong?**
#
# Somebody asks you for the time. You dislike her. She says: *it is ten past four*. Is it?
#
# You look at a clock, of course. Whether you like her has nothing to do with it. With texts about war we are less wise: we
# believe those that sound like us, and doubt the rest. In eight lessons you found layers, names, frames and loaded words. All of
# that was about *how* something is said. Today comes the other question: **is it so?**
#
# These claims are about attacks in which people died. Numbers and roles stand there, and no details.

# %%
from whosewords import *

# %% [markdown]
# ## Two sentences
#
# A **claim** is what somebody could check. Below are two. **A** stands in *New Eastern Outlook*, the text with a python in its
# headline and “greedy hands” at its end. **B** is ours. It stood in one of our own reports, without a single loaded word.

# %%
predict("9.p1")

# %%
reveal("9.p1", claim("museum"))

# %% [markdown]
# This is a **claim card**. It says who the sources are, when they wrote, and what **interest** each of them has: what it would
# like you to believe. A source that has nothing to win from a claim, and confirms it all the same, weighs more. Now B:

# %%
claim("two groups")

# %% [markdown]
# We did not want to deceive anybody. We were calm, and we were wrong. A tone is easy to make. It costs nothing, and it
# proves nothing in either direction.
#
# ## How sure are you?
#
# Eight claims, told in our words. Answer before you see any card. Say of each whether it holds **as it stands**: every part of
# it, and none of it too strong. Then say how sure you are. **50 %** is a coin. **100 %** means that you would bet anything.

# %%
predict("9.p2")

# %%
reveal("9.p2", calibration)

# %% [markdown]
# **Calibration** is whether you are right as often as you are sure. Who says *80 %* ten times should be right eight times. A
# weather forecaster is tested like this every day. Many people are surer than they are right, and hardly anybody knows it of
# themselves. This picture is yours alone.
#
# In the table, look for the ones where you were sure and wrong. What had made you so sure: the claim, or the voice that says it?
#
# ## Four verdicts
#
# *True* and *false* are too few. We use four:
#
# | Verdict | When |
# |---|---|
# | **holds** | what the sources say agrees with it |
# | **holds in part** | some of it agrees; the rest is too strong, disputed, or left out so that the picture changes |
# | **does not hold** | the sources contradict it in the point that matters |
# | **cannot tell** | nothing that we found could settle it |
#
# To check, four moves help. Their first letters make **SIFT**: **stop** before you believe or share, **investigate** who says it,
# **find** other reports, **trace** the claim to where it began. The next five cards are the result of such work. Read each,
# and leave our verdict folded.

# %%
claim("extended")

# %%
claim("trillion")

# %%
claim("never")

# %%
claim("six")

# %%
claim("rapporteur")

# %%
check("9.1")

# %% [markdown]
# Every text that you know has at least one claim that holds, and one that does not, or only in part. Look closer still: at single
# paragraphs.

# %%
check("9.3")

# %% [markdown]
# ## Relays
#
# How does a trillion come into a newspaper? Nobody has to lie for that. A claim runs a **relay**: it goes from hand to hand, and
# each hand passes on nearly what it got. Walk it step by step. At each step, say what changed before you unfold it.

# %%
relay("trillion")

# %%
check("9.2")

# %% [markdown]
# One check would have stopped that number: is it possible at all? A trillion is a sum for whole countries. Now two more.

# %%
relay("killing")

# %%
relay("dead")

# %%
check("9.4")

# %% [markdown]
# In the last relay nobody made a mistake. Every step is true, and still five men have become something else. There are two more:
# **fill the blank** with `quotation`. Then try `doubt`, in which “complained” gets lost; it speaks of crimes without
# saying what they were, and you may skip it.

# %% blank=quotation also=relay("doubt")
relay("____")

# %% [markdown]
# ## Claim and colouring
#
# Many sentences hold both: something that you could look up, and something that no archive can settle. The second is
# **colouring**. Take it away and see what is left.

# %%
check("9.6")

# %% [markdown]
# Now be the one who mends. Choose a claim of this lesson that does not hold, or only in part. `claim("neo")` lists those of one
# text.

# %%
check("9.5")

# %% [markdown]
# ## What survived the check
#
# - **Half of the eight claims hold**, wholly and as they stand. Whoever had doubted all of them would have been wrong four times,
#   just as whoever had believed all of them.
# - **A distrusted text can be checked** like any other, and is right where it is right.
# - **Dates, places and names of offices** held nearly everywhere. What broke were numbers after a translation, words such as
#   *most*, *never* and *only*, and whatever was left out.
# - **A correction works.** Our own sentence was wrong, somebody checked it, and now it is right.
#
# **Held constant:** four verdicts, at least two sources a card. **Not held constant:** we chose the claims, so that every
# text has both kinds.
#
# And what do you **not** conclude?
#
# - That a text is reliable because one of its claims holds, or worthless because one does not.
# - Which text has more claims that hold: we chose them, and a score of our choice would be a score of us.
# - That colouring is a lie, or that a calm tone is a proof.
# - That the sources on a card are outside the game. Each has an interest, so have we: `who_is_behind("whosewords")`.
# - That “cannot tell” means “probably false”.

# %%
exit_ticket(9)

# %% [markdown]
# ## If you have time
#
# All cards, text by text. Give your verdict before you unfold ours. Five of them are asked below.

# %% also=claim("neo")
claim()

# %%
check("9.7")

# %%
check("9.10")

# %%
check("9.8")

# %% [markdown]
# ## For researchers
#
# We did not see the French column itself, only an extract of it. In its address stand the words *les-americains-en-irak*.
# Whoever finds the page can say who wrote the trillion first. Or make a card that we do not have.

# %%
check("9.9")

# %% [markdown]
# ## An empty line
#
# The last box is yours: `claim("army")`, `relay()`, `calibration()`, or
# `loaded_language("""the sentence that you mended""")`, which looks for loaded words in it.

# %%

# %% [markdown]
# Back to the [start page](start.ipynb).
