# %% [markdown]
# # Lesson 0: Four headlines, ten minutes
#
# **What can I know from a headline?**
#
# Four pages tell what happened in Odderquay, a small town by the sea. Do not look for it on a map: town, papers and people
# are invented. Nobody gets hurt here, so try everything out.
#
# In ten minutes you can
#
# - run a line of code that somebody else has typed,
# - make a guess and keep it,
# - tell what a headline **says** from what it only **suggests**.
#
# **How it works.** Grey boxes hold one line of code. Click into the box and press **Shift + Enter**, or the ▶ button at
# the top. To answer a question, tap. With the keyboard alone: **Ctrl + Enter** runs a line, **Tab** goes to its answers,
# **Space** presses, **↓** goes on.

# %% [markdown]
# ## Start here
#
# This line fetches the tools and shows nothing. Does another line say *not defined*? Run this one again.

# %%
from whosewords import *

# %% [markdown]
# ## Four headlines
#
# 1. *Hopping Bridge to close for six months of repairs*
# 2. *A fresh season for your walk: access changes at the Hopping Bridge*
# 3. *Who Is Afraid of Forty-One Planks?*
# 4. *Seven Desk-Dwellers Steal Our Bridge at Midnight*
#
# In this course you **guess first and look second**. A guess cannot be wrong, only early.

# %%
predict("0.p1")

# %% [markdown]
# And now look.

# %%
reveal("0.p1")

# %% [markdown]
# ## Who printed what?
#
# | Headline | Printed by | What it is |
# |---|---|---|
# | 1 | The Harbour Lamp, a newspaper | a news report |
# | 2 | the town hall newsletter | the town hall about itself |
# | 3 | The Thimble Courier, a newspaper | an opinion column |
# | 4 | The Unbuttoned Gull, a website | you will see |
#
# Four pages. Are they also four reports? The next line shows each sentence with the word *baker*. Does one come twice?
# (¶6 means the sixth paragraph. What a *voice* is, Lesson 2 tells.)

# %%
find("baker", ["warmup_harbour", "warmup_official", "warmup_courier", "warmup_repost"])

# %% [markdown]
# If your first answer does not work out, you get a hint and try again.

# %%
check("0.1")

# %% [markdown]
# ## The Gull's page
#
# Read the whole page of the Gull. The switches at the top are for later lessons.

# %%
show("warmup_repost")

# %% [markdown]
# The Gull did what you see every day: it took a piece of somebody else's text and put its own headline and comment on
# top. That is a **repost**. Here is the report that the piece was taken from:

# %%
show("warmup_harbour")

# %% [markdown]
# **The same** in both: the event, and three paragraphs, word for word. **Not the same:** the headline, the comment, and what
# was left out. Now take the Gull's headline apart, word by word.

# %%
check("0.2")

# %% [markdown]
# What a headline **says**, you can look up. What it **suggests**, you only feel. Most headlines do a little of both.

# %%
check("0.3")

# %% [markdown]
# ## Write
#
# Two short sentences will do. After you save, you see two answers of ours.

# %%
check("0.4")

# %% [markdown]
# ## What survived the check
#
# Not everything is doubtful now. This stands firm:
#
# - **It happened.** Both pages that you read tell of the same vote in the same night.
# - **The number is good.** The Lamp says *41* planks. Headline 3 makes fun of them, and says the same.
# - **A repost can carry true words.** The Gull shouts, but what it copied is exactly what the Lamp wrote.
#
# What do you **not** conclude? That the loud page lies, or that the polite one tells everything. Read headline 2 again: does
# it say that the bridge will be shut?

# %% [markdown]
# ## Before you go
#
# Two taps, and you are done.

# %%
exit_ticket(0)

# %% [markdown]
# Next: [Lesson 1, Line them up first](01_line_them_up.ipynb). Or go back to the [start page](start.ipynb).
