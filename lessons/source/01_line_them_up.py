# %% [markdown]
# # Lesson 1: Line them up first
#
# **Are these articles even about the same thing?**
#
# You have five articles in front of you. All five are about American air strikes on armed groups in Iraq. All five are
# angry or worried. It is tempting to ask at once: which one is the most unfair?
#
# Stop there for a moment. If one runner runs uphill and another one downhill, you learn nothing from their times. In
# this lesson you find out which of these texts may be compared at all.
#
# At the end you can
#
# - say which text is about which strike,
# - explain how two correct reports can name different days,
# - say what is the **same** and what is **different** when you put two texts side by side.
#
# **How it works.** Grey boxes hold one line of code that is already typed. Click into the box and press
# **Shift + Enter** (or the ▶ button at the top). You never have to write code of your own.

# %% [markdown]
# ## Start here
#
# This line fetches the tools. Nothing is sent anywhere; everything happens on this computer.

# %%
from whosewords import *

# %% [markdown]
# ## Who is on the shelf?
#
# Five voices stand on our shelf. Run the line and read the cards. Look at three things: **who** published it, **what
# kind** of text it is, and **when** it went online.

# %%
articles

# %% [markdown]
# Did you notice the word *opinion* on every card? None of the five is a plain news report. Each one wants to convince
# you of something, and each one is critical of the United States. That is not a mistake of the shelf, but you have to
# know it: from these five texts you can **not** learn "what the world thinks".
#
# Two of the cards belong to one page. *Anti-Empire* took a part of an article from *Responsible Statecraft*, put its
# own headline and its own comment on top, and posted it. Lesson 2 takes that page apart.

# %% [markdown]
# ## What the texts look like
#
# The articles belong to their publishers, so we may not print them here. You see a **blackout edition** instead. Most
# words are blocks. What you can still read is what this course is about: names, numbers, words for *saying*, and
# **loaded words**. A loaded word carries a judgement or a feeling beyond what is needed to say what it is about.
#
# A dark block is a rare word, a light block an everyday word. Beside each paragraph one sentence **of ours** tells what
# it says.
#
# Run the line. Read only what is legible in the first three paragraphs. What does the writer think, and how do you know
# it without reading a single full sentence?

# %%
show("trt")

# %% [markdown]
# Try the switches above the text. Turn the loaded words off, then on again. Names and numbers tell you *what the text is
# about*. The loaded words tell you *how you are supposed to feel about it*.
#
# Do you have the article itself? `where_to_read("trt")` tells where it stands, and how to unlock it on this computer.
# All lessons work without that.

# %% [markdown]
# ## Which text is about which event?
#
# Now line them up. The next line draws a grid: one row for each event, one column for each text.
#
# - **main**: the text is about this event.
# - **mentioned**: it comes up in passing.
# - **absent**: it is not there.

# %%
events()

# %% [markdown]
# Read the grid column by column. You find **three different strikes**: December 2019, March 2020 and June 2021. Only
# two pairs of columns share a main event:
#
# - *Anti-Empire* and *Responsible Statecraft*, but these two are one page. They are not two witnesses.
# - *Journal de Montréal* and *New Eastern Outlook*. This is the only pair of separate texts about the same strike.
#
# One more row is worth a look. Three texts mention the killing of the Iranian general Qassem Soleimani in January 2020,
# each with a different word for it. Lesson 3 comes back to that.

# %% [markdown]
# ## Three dates, not one
#
# A text has three dates: when the thing **happened**, when somebody **wrote** about it, and when it was **posted**. They
# are easily mixed up.

# %%
dates()

# %% [markdown]
# Look at *Journal de Montréal*. The French column is from 30 June, the English version from 8 July. A reader who only
# sees the English page may think that the writer had a week longer to learn what happened.
#
# Where nobody says when a text was written, the table says *unknown*. We do not guess.

# %% [markdown]
# ## Monday or Sunday?
#
# *Journal de Montréal* says that the strike came on **Monday**. *New Eastern Outlook* says **June 27**, and 27 June 2021
# was a **Sunday**. So who made the mistake?
#
# Think first. Then run the line, move the hour with the arrow keys, and change the clock.

# %%
clock()

# %% [markdown]
# **Both are right.** On Sunday evening in Washington it is already Monday in Baghdad. When two reports give different
# days, first put both on one clock. Only then ask whether somebody is wrong.

# %% [markdown]
# ## A fair neighbour
#
# To see what is special about an opinion piece, you need something plain beside it. So we wrote three short reports
# ourselves, in the style of a news agency, one for each strike. They say who said what. They are teaching texts, they
# were never published as news, and you may read every word of them.

# %%
show("wire_2021")

# %% [markdown]
# Now look at an opinion piece about the **same** strike.

# %%
show("journal_mtl")

# %% [markdown]
# Here is something that you may compare: same strike, same language, two kinds of text. What is **held constant**: the
# event. What is **not**: the writer, the kind of text, the length, and the translation.

# %% [markdown]
# ## A first number, and a first doubt
#
# There are formulas that give a text a **school grade**: grade 8 means that a pupil in the eighth year of an American
# school should be able to read it. Such a **readability score** looks at two things only: how long the words are, and how
# long the sentences are.
#
# Which of the five texts is the hardest? Have a guess, then run the line.

# %%
readability()

# %% [markdown]
# Each line in the picture is a **range**. The dot is the score. The line shows how far the score could move if the
# writer had happened to use a few other sentences of the same kind. Where two lines overlap, the formula **cannot tell
# the two texts apart**. So: can you name a "hardest text"? Not from this.
#
# The formula does not know whether a text is clear, fair or true. It has never seen a word; it only counts letters and
# full stops. Even programs do not agree with each other. Another program, *textstat*, reads the same texts by its own
# rules:

# %%
second_opinion(["trt", "journal_mtl", "wire_2021"])

# %% [markdown]
# ## What survived the check
#
# You have been careful now, and that does not mean that everything is doubtful. Some things stand firm:
#
# - **The strikes happened.** Every text treats its strike as a known event, and the news reports of the time agree.
# - **Iraqi officials objected.** All five voices say so.
# - **Two texts may be compared** with good reason: same strike, separate writers.
# - Counts of words and sentences can be **repeated**: run the line again, and you get the same number.
#
# And one thing you do **not** conclude: that five critical texts show what everybody thinks.
