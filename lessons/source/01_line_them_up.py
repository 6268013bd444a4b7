# %% [markdown]
# # Lesson 1: Line them up first
#
# **Are these articles even about the same thing?**
#
# Five articles stand on our shelf. All five are about American air strikes on armed groups from Iraq. All five are angry or
# worried. It is tempting to ask at once: which one is the most unfair?
#
# Wait a moment. If one runner runs uphill and another one downhill, you learn nothing from their times. In this lesson you
# find out which of these texts may be compared at all.
#
# At the end you can
#
# - say which text is about which strike,
# - explain how two correct reports can name different days,
# - say what is the **same** and what is **different** when two texts are put side by side.
#
# **How it works.** Grey boxes hold one line of code that is already typed. Click into the box and press **Shift + Enter**,
# or the ▶ button at the top. You never have to write code of your own. A question that says *a stretch* or *for researchers*
# is extra: skip it when time is short. A hint may send you to `trt ¶7`. That is the seventh paragraph of the text that
# `show("trt")` opens.
#
# **A word of care.** People died in these strikes, and in the attacks before them. You will see numbers and no pictures.
# We talk about texts. Nobody speaks for a country, a faith or an army. You may stop or step out at any time, and
# nobody asks why.

# %% [markdown]
# ## Start here
#
# This line fetches the tools and shows nothing. Does another line say *not defined*? Run this one again. Nothing is sent
# anywhere: everything happens on this computer.

# %%
from whosewords import *

# %% [markdown]
# ## Guess before you look
#
# Two of the five texts are about a strike in June 2021. One says that it came on **Monday**. The other says **June 27**,
# and that is a different day. What do you think?
#
# Tap an answer: it is kept, so that you can compare it later.

# %%
predict("1.p1")

# %% [markdown]
# One more guess. Five texts make ten pairs: the first with the second, the first with the third, and so on. If you want to
# compare how two writers tell **the same strike**, how many of the ten pairs can you use?

# %%
predict("1.p2")

# %% [markdown]
# ## Who is on the shelf?
#
# Run the line and read the cards. Look for three things: **who** published it, **what kind** of text it is, and **when** it
# went online. (An *op-ed* is an opinion piece in a newspaper. An *excerpt* is a part of a longer text. *Our inference*
# means that we worked it out.)

# %%
articles

# %% [markdown]
# Did you find the word *opinion* on every card? None of the five is a plain news report. Each wants to convince you of
# something, and each is critical of the United States. You have to know that: from these five texts you can **not** learn
# "what the world thinks".
#
# Two of the cards belong to one web page. *Anti-Empire* took a part of an article from *Responsible Statecraft*, put its
# own headline and its own comment on top, and posted it. Lesson 2 takes that page apart, and tells more about each *who*.

# %% [markdown]
# ## What the texts look like
#
# The articles belong to their publishers, so we may not print them here. You see a **blackout edition** instead: most words
# are blocks. What you can still read is what this course is about: names, numbers, words for *saying*, and **loaded words**.
# A loaded word carries a judgement or a feeling beyond what is needed to say what it is about.
#
# A strong block is a difficult word, a pale block an everyday word. Beside each paragraph stands one sentence **of ours**
# that tells what the paragraph says.
#
# Two words that you will meet: *Shia* (or *Shiite*) is one of the two large branches of Islam. A *militia* is an armed
# group. Whether these groups are also soldiers of Iraq is one of the things that our texts argue about.
#
# Run the line. In ¶2 to ¶4 (¶ means paragraph), read only the words between the blocks. What does the writer think? How
# do you know, although you have not seen one full sentence?

# %%
show("trt")

# %% [markdown]
# Try the switches above the text. Turn the loaded words off, then on again. Names and numbers tell you what the text is
# **about**. The loaded words tell you how you are meant to **feel** about it.
#
# The loaded words were picked by a list, and a list makes mistakes. You may well see a marked word that you find plain.
# Lesson 5 is about exactly that.
#
# Do you have the article itself? `where_to_read("trt")` tells where it was published and how to unlock it on this computer.
# No exercise needs it.

# %% [markdown]
# ## Monday or Sunday?
#
# Back to your first guess. First settle what the calendar says, on a phone for instance.

# %%
check("1.1")

# %% [markdown]
# Now run the next line. Choose an hour, then choose a clock. Watch the day. (*UTC* is the clock that the world counts from:
# UTC+3 is three hours ahead of it, UTC−4 is four hours behind.)

# %%
reveal("1.p1", clock)

# %%
check("1.2")

# %% [markdown]
# **Both are right.** On Sunday evening in Washington it is already Monday in Baghdad. When two reports give different days,
# first put both on one clock. Only then ask whether somebody is wrong.

# %% [markdown]
# ## Which text is about which event?
#
# Now line them up. The grid has one row for each event and one column for each text. A filled **circle** means that the
# text is about this event. A **diamond** means that it comes up in passing, in a few words. Where nothing stands (a dash in
# the table below the picture), the text does not name the event. (*Soleimani* is Qassem Soleimani of Iran. A US drone strike
# killed him near Baghdad airport on 3 January 2020.)

# %%
reveal("1.p2", events)

# %% [markdown]
# Now row by row. There are **three different strikes**: December 2019, March 2020 and June 2021. Which rows have two
# circles? Which of them gives you two **witnesses**, two people who tell of the same thing and did not copy each other?

# %%
check("1.3")

# %% [markdown]
# So a table "who is the most unfair about the strike" would be a table of runners on different tracks.
#
# There is one more way to compare: not by the main event, but by something that several texts mention in passing.

# %%
check("1.4")

# %% [markdown]
# They do not all use the same word for that event. Remember it: a later lesson begins there.

# %% [markdown]
# ## Three dates, not one
#
# A text has three dates: when the thing **happened**, when somebody **wrote** about it, and when it was **posted**. They are
# easily mixed up.

# %%
dates()

# %% [markdown]
# Look at *Journal de Montréal*. The French column is from 30 June, the English version from 8 July. Whoever sees only the
# English date may think that the writer had a week longer to find out what happened.
#
# Where nobody says when a text was written, the table says *unknown*. Where we worked a date out, it says how.

# %% [markdown]
# ## A plain neighbour
#
# To see what is special about an opinion piece, you need something plain beside it. So we wrote three short reports
# ourselves, one for each strike, in the style of a **news agency**. An agency sells plain reports to many newspapers. Ours
# say who said what. They are teaching texts, they were never published as news, and you may read every word of them.
#
# Here is our report on the strike of June 2021. Read the first five paragraphs.

# %%
show("wire_2021")

# %% [markdown]
# Now look at an opinion piece about the **same** strike. Compare the marked words.

# %%
show("journal_mtl")

# %% [markdown]
# This is a comparison that you may make. **Held constant:** the strike, and the language you read. **Not held constant:**
# the writer, the kind of text, the length, and the translation from French. If the two differ, you cannot say *which* of
# these made the difference.
#
# The next two questions are a stretch.

# %%
check("1.5")

# %%
check("1.6")

# %% [markdown]
# ## A first number, and a first doubt
#
# Some formulas give a text a **school grade**: grade 8 means that a pupil in the eighth year of an American school should be
# able to read it. Such a **readability score** looks at two things: how long the words are, and how long the sentences are.
#
# American schools end with grade 12, so 17 means: years of study after school.
#
# Which of the five texts has the highest grade? Make a guess in your head, then run the line. Look at the picture only;
# the long table waits for a later lesson.

# %%
readability()

# %% [markdown]
# Each line in the picture is a **range**. The dot is the score. The line shows how far the score could move if the writer
# had happened to use other sentences of the same kind. Where two lines lie over each other for a good part, the formula
# **cannot tell the two texts apart**. Above the picture you read for which two it can. So can you name a "hardest" text? Not
# from this.
#
# The formula does not know whether a text is clear, fair or true. It only counts letters, syllables and full stops. Even
# programs do not agree with each other. Here is another one, *textstat*, on the same texts:

# %%
second_opinion(["trt", "journal_mtl", "wire_2021"])

# %% [markdown]
# Same text, same formula, different grade. Why? The two programs do not agree where a sentence ends. A later lesson shows how a
# few full stops can move a grade.

# %% [markdown]
# ## Your comparison licence
#
# A licence says what you may do and what you may not. Write yours: **one** comparison between two of these texts that you
# may make, and **one** that you may not make. Give a reason for each. You see beforehand what a good answer has.

# %%
check("1.7")

# %% [markdown]
# Do you have time left? Then go out and look for a sixth text.

# %%
check("1.8")

# %% [markdown]
# ## What survived the check
#
# You have been careful, and that does not mean that everything is doubtful. These things stand firm:
#
# - **The strikes happened.** Every text treats its strike as a known event, and the news reports of the time agree. (*TRT
#   World* tells of one more, in Syria. It happened, too; nobody claimed it, the US-led coalition denied it, and whose
#   planes they were is not known.)
# - **Iraqi officials objected.** All five texts say so, and so do our reports.
# - **Two texts may be compared** with good reason: the same strike, separate writers.
# - **Counts can be repeated.** Run a line again, or let a friend run it: the number is the same.
#
# And one thing you do **not** conclude: that five critical texts show what everybody thinks.

# %% [markdown]
# ## Before you go
#
# Two taps.

# %%
exit_ticket(1)

# %% [markdown]
# Next: [Lesson 2, The nesting-doll article](02_nesting_doll.ipynb). Or go back to the [start page](start.ipynb).
