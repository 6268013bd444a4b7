# %% [markdown]
# # Lesson 8: The dead, the sources, the silences
#
# **Who and what is missing?**
#
# A photograph of a birthday: four friends, a cake, a dog. (It is invented.) Who is missing? Perhaps the one who held the camera.
# Perhaps a friend with a cold, or a grandmother who hates photographs. Perhaps a boy whom somebody cut off later, to make the
# picture fit its frame. Perhaps somebody was not invited.
#
# The photograph cannot tell you which. The empty place is there. The reason for it is a guess, until you check.
#
# Texts have empty places, too. At the end of this lesson you can
#
# - keep a ledger of the dead, and say who counted them,
# - sort those whose words a text reports,
# - ask five questions of a report on a conflict,
# - find innocent reasons for a silence before you suspect anybody.
#
# **Before you go on.** This lesson is about people who died. It has numbers and roles, no pictures, and nothing about wounds.
# Skip what you like, or stop. You need no reason.

# %%
from whosewords import *

# %% [markdown]
# ## The ledger
#
# A **ledger** is a book with a line for each entry. Ours asks five questions wherever a text tells of dead: how many, who,
# counted by whom, is anybody named, where can I look it up? It is told in our words.
#
# First a guess. An *ordinary person* is here somebody who is no leader, no commander and no politician.

# %%
predict("8.p1")

# %%
reveal("8.p1", ledger)

# %%
check("8.2")

# %% [markdown]
# Three rows hold nothing but dashes. It is easy to be angry about that. Be slow. After the rockets on Camp Taji in March 2020,
# the US-led coalition kept the names of the dead back until their families knew. That is a reason, and a kind one. And an opinion
# piece is no news report: its writer may trust that you know the numbers.
#
# But a number without a counter has a weak spot: you cannot ask anybody how it was made. **Fill the blank** with `wire_2021`,
# our own report on the strike that *Journal de Montréal* and *New Eastern Outlook* are about.

# %% blank=wire_2021 also=ledger("wire_2019")
ledger(["journal_mtl", "neo", "____"])

# %%
check("8.3")

# %% [markdown]
# Three counters, three numbers, and none of them has to be a liar. A count of the first hours grows. A group counts its own
# members. A state's media may have seen what others did not. So write: *four, by PMF sources*. With the counter's name a number
# can be checked, and without it, only believed.
#
# ## The six of March 2020
#
# *TRT World* argues that the US strikes on militias hit Iraq's own armed forces. In ¶10 it tells of six dead in the strikes of
# March 2020: one was a civilian. Of the other five it tells nothing.

# %%
predict("8.p3")

# %%
reveal("8.p3", show("wire_2020", paragraphs="5-6"))

# %% [markdown]
# It was a first count, and what an agency wrote under a picture of coffins does not seem to fit it. We cannot settle that. But
# the count was public: *TRT World*'s own news had it on 13 March, and the article was posted on 16 March.
#
# So why is it missing? Before you answer, ask whom it would have helped.

# %%
check("8.8")

# %% [markdown]
# ## Whose words are reported?
#
# A **source** is whoever a text takes its words or facts from. *New Eastern Outlook* writes about Iraq, Iran and the US, and judges the
# US hard.

# %%
predict("8.p4")

# %%
reveal("8.p4", sources("neo"))

# %% [markdown]
# A number tells how often somebody comes in, not how kindly: open two kinds and read the sentences. The next line shows all
# five texts. Open *ordinary people*. (**Change the line:** `sources("wire_2021")` is our own report. Does it do better?)

# %% also=sources("wire_2021")
sources()

# %%
check("8.4")

# %% [markdown]
# ## Five questions
#
# The journalists Jake Lynch and Annabel McGoldrick wrote 17 tips for reporting on conflicts. We made five questions out of
# some of them:
#
# | Ask | Because perhaps |
# |---|---|
# | **Only two sides?** | there are more than two, or they are not at one |
# | **Only what can be seen?** | there is fear, or a job is gone: that leaves no hole in a wall |
# | **Only leaders?** | nobody asks those who have to live with it |
# | **Only one side's pain?** | the others are hurt, too |
# | **A claim told as a fact?** | only one of the parties says so |
#
# Not everybody likes this. The reporter David Loyn answered in 2007: it is not the business of a reporter to make peace, and
# good reporting is enough. You may use the questions and still agree with him.

# %%
check("8.6")

# %% [markdown]
# ## The silence grid
#
# Now all at once: a row for each thing that a text could tell, a column for each text.

# %%
silence_grid()

# %% [markdown]
# Look for the row without a dash, for the rows with nothing but dashes, and for the boxes that are empty. Then think of
# the birthday. **Reasons for a silence, innocent ones first:**
#
# 1. It had not happened yet, or nobody knew it yet.
# 2. There was no room. A short text leaves out nearly everything.
# 3. Somebody else cut it out later.
# 4. It is not what the text is about.
# 5. It is a habit of the house, a rule of law, or it protects somebody.
# 6. Last: somebody chose to leave it out.
#
# Some reasons can be shown: by a date, or by the longer version. Most cannot.

# %%
check("8.5")

# %%
check("8.12")

# %% [markdown]
# Write one line of a **silence log**. It is the form in which a suspicion becomes a question.

# %%
check("8.7")

# %% [markdown]
# ## What survived the check
#
# You looked for holes for a whole lesson. This is what stands:
#
# - **A number with its counter.** For December 2019 the PMF spoke of 25 dead, and so did security and militia sources;
#   the group itself counted 24. *Anti-Empire* prints 25. The counts are close. All come from Iraq's own forces and groups.
# - **One row has no dash.** All five texts tell that Iraq's government or military objected, and so do our three reports.
# - **The text that judges the US hard** lets the US and Iraq's authorities speak equally often.
#
# **Held constant:** the questions, and for Montréal, *New Eastern Outlook* and our report the strike. **Not held constant:** the
# writer, the day, the length, the kind of text, the translation.
#
# And what do you **not** conclude?
#
# - That what is left out is hidden.
# - That more numbers are more honest, or that two equal numbers come from one count.
# - That a text is fair because everybody speaks in it, or false because somebody does not.
# - That to name the dead is always right. Some families do not want it, and for some it is dangerous.

# %%
exit_ticket(8)

# %% [markdown]
# ## If you have time
#
# Go through the table of `sources()`, and look who has a name. Then the question.

# %%
check("8.9")

# %% [markdown]
# A text of your own is sorted by a word in the speaker's name, and where there is none it says so. Here is one from the town of
# Lesson 0. Write `warmup_official` in place of `warmup_harbour`: who is gone?

# %% also=sources("warmup_official")
sources("warmup_harbour")

# %%
check("8.10")

# %% [markdown]
# ## For researchers

# %%
check("8.11")

# %% [markdown]
# ## An empty line
#
# The last box is yours: `ledger("wire_2020")`, `sources("rs")`, or a text of your own between three quotation marks,
# `sources("""…""")`.

# %%

# %% [markdown]
# Back to the [start page](start.ipynb).
