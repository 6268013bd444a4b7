# %% [markdown]
# # Lesson 7: Do we even agree?
#
# **If readers disagree, what did we count?**
#
# Two people count the red cars in a street. One finds eleven, the other fourteen. Nobody lied. One of them called the orange car
# red, and the other did not.
#
# In Lesson 5 a list counted loaded words. But who said that they are loaded? Today you are the list. You tag phrases, others tag
# the same phrases, and you measure how far you agree.
#
# **How to run a line.** Click into a grey box and press **Shift + Enter**.

# %%
from whosewords import *

# %% [markdown]
# At the end of this lesson you can
#
# - tag phrases with a **codebook**, a page of rules,
# - say how far people agree, and how far chance alone would take them,
# - turn a disagreement into a better rule,
# - tell agreement from truth.
#
# The phrases come from texts about air strikes in which people died. Each has six words at most, and none tells details. You may
# skip any of them, and you need no reason.
#
# ## Codebook, version 1
#
# - **Loaded**: the words carry a judgement or a feeling, beyond what is needed to say what they are about.
# - **Plain**: they do not.
# - Exact words for violent things are **plain**: *rocket*, *killed*.
# - Whose words they are does not matter here. Tag the words.

# %%
predict("7.p1")

# %% [markdown]
# ## Round 1
#
# Twenty phrases, one at a time. The rest of the sentence is in blocks, and you are not told where it stands. Tap a code, then how
# sure you are. **Do it alone and in silence.** If you talk now, you measure the talk, and not the words.

# %% minutes=5
tag()

# %% [markdown]
# ## How far do three people agree?
#
# Before you look at your own codes, a small case. Three invented people tagged twelve phrases, and 1 stands for loaded:
#
# | Coder | Phrases 1 to 12 |
# |---|---|
# | A | 1 1 1 0 0 1 0 1 1 0 1 0 |
# | B | 1 1 0 0 0 1 0 1 1 1 1 0 |
# | C | 1 1 1 0 0 0 0 1 1 0 0 0 |
#
# **Percent agreement** is the simplest measure: of all phrases, on how many do two people have the same code? Go along the rows
# of A and B with two fingers.

# %%
check("7.1")

# %% [markdown]
# That sounds good. But think of two people who toss a coin for each phrase. They have the same code on about half of them, and
# neither has read a word. So a measure should take away what chance gives.
#
# **Krippendorff's alpha** does that. It is 1 where all agree, and 0 where they agree no more than if their codes had been
# shuffled. It can fall below 0.

# %%
predict("7.p2")

# %%
reveal("7.p2", agreement("rare"))

# %%
check("7.3")

# %% [markdown]
# Klaus Krippendorff, who made alpha, gave marks for reading it. **0.8 or more**: the codes can be used. **From 0.667 to 0.8**:
# only for careful first conclusions. **Below that**: write better rules.
#
# Now A, B and C. **Fill the blank** with `three`.

# %% blank=three
agreement("____")

# %%
check("7.2")

# %% [markdown]
# ## And you?
#
# Do you learn with a class? Then your teacher gives you a file, `codes.csv`. In the line below write `agreement("codes.csv")` in
# place of `agreement`. Alone, you meet Amal, Ben and Chi. They are **invented**: we made up their codes.

# %% minutes=1
reveal("7.p1", agreement)

# %% [markdown]
# Nobody's name stands there, and nobody is called right. Read the phrases that split you, one by one. You can disagree about
#
# - the **sense**: a word has two meanings,
# - the **voice**: whose word is it,
# - the **target**: about whom it speaks,
# - the **degree**: how strong is strong,
# - the **world**: about the thing itself.
#
# A rule can settle the first four. No rule settles the fifth. It is left standing, politely.

# %%
check("7.8")

# %% [markdown]
# ## Codebook, version 2
#
# Give a good rule to somebody who was not here, with a new phrase: they know what to tag. And each rule loses something, so say
# what.

# %%
check("7.9")

# %% [markdown]
# ## Round 2
#
# Twelve fresh phrases, with your new rules beside you. Alone and in silence.

# %% minutes=2
tag(2)

# %% minutes=1
agreement()

# %% [markdown]
# Both rounds stand there now. (With a class, wait for the new file.) Look at the ranges before you are glad or sad. Did **you** get better, or your **rules**, or were
# these phrases easier? From one number you cannot tell.
#
# Now a line for you alone. Your teacher does not get it. Three of the people who made this module tagged each phrase, each
# alone. Of those that they called loaded, how many did you call loaded, too? That is your **catch rate**. And how many of the
# plain ones? That is your **false-alarm rate**. The score is the first less the second.

# %%
my_rates()

# %%
check("7.5")

# %% [markdown]
# Last of all: whose words were they?

# %%
unmask()

# %% [markdown]
# ## What survived the check
#
# - **On the clearest phrases nearly everybody agrees.** Those are safe to count. How many they were for you stands under
#   *All phrases*.
# - **A rule can help.** Where two people took a word in two senses, one sentence can settle it.
# - **Disagreement can be measured**, and need not be anybody's fault.
#
# And what do you **not** conclude?
#
# - That agreement is truth. A room of people who think alike agrees easily.
# - That you are the neutral one. In a study of 1985 two groups with opposite views of a war saw the same news on television.
#   Each group called it biased against its own side.
# - That a low alpha is a failure. It says: the rules are not done yet.
#
# **Held constant:** in a round, the phrases and the rules. **Not held constant:** from one round to the next, both.

# %%
exit_ticket(7)

# %% [markdown]
# ## If you have time
#
# Put the list of Lesson 5 at the table as one more coder. Then take `add="list"` out again, and compare: how does alpha change?
# Before you trust the list: the same people made it and chose these phrases.

# %% also=agreement()
agreement(add="list")

# %%
check("7.6")

# %% [markdown]
# ## For researchers

# %%
check("7.10")

# %% [markdown]
# ## An empty line
#
# The last box is yours. `agreement("my_study.csv")` takes any table with the columns coder, phrase_id, code; a folder of tables
# does, too. `loaded_language("""any text of yours""")` counts the loaded words of a text.

# %%

# %% [markdown]
# Back to the [start page](start.ipynb).
