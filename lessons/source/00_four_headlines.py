# %% [markdown]
# # Lesson 0: Four headlines, ten minutes
#
# 1. *Hopping Bridge to close for six months of repairs*
# 2. *A fresh season for your walk: access changes at the Hopping Bridge*
# 3. *Who Is Afraid of Forty-One Planks?*
# 4. *Seven Bullies Grab Our Bridge at Midnight*
#
# **What can I know from a headline?** These four are from Odderquay, a town by the sea that we invented. Nobody gets hurt
# there, so try everything out. As in every lesson, you guess first and look second.

# %% [markdown]
# ## How it works
#
# A grey box holds a line of code, already typed. Click into it and press **Shift + Enter**, or ▶ at the top. This first
# one fetches the tools and shows nothing. Is a later line *not known here yet*? Run this one again.

# %%
from whosewords import *

# %%
predict("0.p1")

# %% [markdown]
# A guess cannot be wrong, only early. Now look.

# %%
reveal("0.p1")

# %% [markdown]
# ## Who printed what?
#
# | Headline | Printed by | Our name for it |
# |---|---|---|
# | 1 | The Harbour Lamp, a newspaper | `warmup_harbour` |
# | 2 | the town hall's newsletter | `warmup_official` |
# | 3 | The Thimble Courier, a newspaper (a column) | `warmup_courier` |
# | 4 | The Unbuttoned Gull, a website | `warmup_repost` |
#
# Are four pages four reports? The next line shows every sentence with the word *baker*. (¶6 is the sixth
# paragraph. *Voice A*: the author of the text speaks.)

# %% also=find("october",["warmup_harbour","warmup_official","warmup_courier","warmup_repost"])
find("baker", ["warmup_harbour", "warmup_official", "warmup_courier", "warmup_repost"])

# %%
check("0.1")

# %% [markdown]
# **Your turn.** In the line that begins with `find`, put *october* in the place of *baker*, and run it again. Who names the day?
#
# ## Who is shouting?

# %%
show("warmup_repost", paragraphs="1, 3, 5, 8")

# %% [markdown]
# A piece of somebody else's text, under a headline and a comment of one's own: that is a **repost**. **The same** as in the
# Lamp: the event, and every word of ¶5. **Not the same:** headline and comment.

# %%
check("0.5")

# %% [markdown]
# What a headline **says**, you can look up. What it **suggests**, you only feel.
#
# ## Now a headline of yours
#
# Look at your phone, or at a page of news. Take a light one: sport, weather, a film.

# %%
check("0.6")

# %% [markdown]
# ## What survived the check
#
# - **The bridge shuts on 1 October.** The Lamp says it, and the town hall, which decided it. The Gull says it too, but a
#   copy confirms nothing.
# - **A repost can carry true words.** What the Gull copied is what the Lamp wrote.
#
# What do you **not** conclude? That the loud page lies, or that the polite one tells all. Does headline 2 say that the
# bridge will be shut?

# %%
exit_ticket(0)

# %% [markdown]
# ## Time left?
#
# Here is another page. For the last one, write `warmup_official` in the place of `warmup_courier`.

# %% also=show("warmup_official")
show("warmup_courier")

# %% [markdown]
# ## An empty line
#
# The last box is yours. Type what you like and run it: a line from above with another word, or
# `loaded_language("""any text of yours""")`, which counts the words in it that judge. `add_text()` keeps a text for longer.

# %%

# %% [markdown]
# Next: [Lesson 1, Line them up first](01_line_them_up.ipynb). Or go back to the [start page](start.ipynb).
