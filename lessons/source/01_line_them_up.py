# %% [markdown]
# # Lesson 1: Line them up first
#
# **Monday or Sunday?** In June 2021 American planes struck three sites in Syria and Iraq. One article says that the strike
# came on **Monday**. Another one says **June 27**, and that was a Sunday. Both mean the same strike.

# %% [markdown]
# ## How it works
#
# Click into a grey box and press **Shift + Enter**, or ▶ at the top. The first line fetches the tools and
# shows nothing. (If a later one is *not known here yet*, run this one again.) The second asks for your guess.

# %%
from whosewords import *

# %%
predict("1.p1")

# %% [markdown]
# ## Why this lesson
#
# Five articles stand on our shelf. All five are about American air strikes on armed groups from Iraq, and all five are angry
# or worried. It is tempting to ask at once: which one is the most unfair?
#
# Wait. If one runner runs uphill and another one downhill, their times tell you nothing. **Are these articles even about the
# same thing?** At the end you can say which of the five may be compared, and give a reason that others can check.
#
# **A word of care.** People died in these strikes, and in the attacks before them. You will see numbers and no pictures. We
# talk about texts: nobody here speaks for a country, a faith or an army. You may stop at any time, and nobody asks why.
#
# ## Move the clock
#
# Run the line. Choose an hour, then choose a clock. Watch the day. (*UTC* is the clock that the world counts from: UTC+3 is
# three hours ahead of it, UTC−4 is four hours behind.)

# %%
reveal("1.p1", clock)

# %% [markdown]
# Keep the clock at hand, and move it until the next one works out.

# %%
check("1.9")

# %% [markdown]
# When two reports name different days, **first put both on one clock**. Only then ask whether somebody is wrong. Whole
# articles need the same care, and for them you need more than a clock.
#
# ## Who is on the shelf?
#
# Read the five cards: **who** published it, **what kind** of text it is, and **when** it went online. An *op-ed* is an opinion
# piece in a newspaper. An *excerpt* is a part of a longer text. *Our inference* means that we worked it out.

# %%
articles

# %% [markdown]
# Did you find the word *opinion* on every card? Each of these texts wants to convince you of something.
#
# The short name on a card, such as `trt`, is what our lines call the text. A hint may send you to `trt ¶7`: ¶ means
# paragraph, so that is its seventh. The line `show("trt")` opens the text.
#
# ## What can you tell from the words between?
#
# The articles belong to their publishers, so we may not print them. You see a **blackout edition**: most words are blocks.
# You can read names, numbers, words for *saying*, and **loaded words**. A loaded word carries a judgement or a feeling, beyond
# what is needed to say what it is about.
#
# Here are three paragraphs of *TRT World*. Read only what stands between the blocks.

# %% minutes=2 also=show("trt",paragraphs="2-4")
show("trt", paragraphs="2-4", beside=False)

# %%
check("1.10")

# %% [markdown]
# **Your turn.** In the line that says `show("trt"`, change `False` to `True` and run it again. Now a sentence **of ours** stands
# beside each paragraph. Were you right?
#
# Names and numbers tell you what a text is **about**. Loaded words tell you how you are meant to **feel** about it. A list
# picked them, and a list makes mistakes: you may well see a marked word that you find plain. Lesson 5 is about that.
#
# ## Which text is about which event?
#
# Now line them up. Five texts make ten pairs: the first with the second, the first with the third, and so on. You want to
# compare how two writers tell **the same strike**. How many of the ten pairs can you use?

# %%
predict("1.p2")

# %% [markdown]
# The grid has a row for each event and a column for each text. A filled **circle**: the text is about it. A **diamond**: it
# comes up in passing, in a few words. A dash: the text does not name it.

# %%
reveal("1.p2", events)

# %% [markdown]
# Look at the rows with two circles. You want **witnesses**: people who tell of the same thing and did not copy each other.
# Before you tap, look at the cards again.

# %%
check("1.3")

# %% [markdown]
# So “which of the five is the most unfair?” would be a race on different tracks. There is one more way to compare: by
# something that several texts mention in passing.

# %%
check("1.4")

# %% [markdown]
# *Soleimani* is Qassem Soleimani of Iran. A US drone strike killed him near Baghdad airport on 3 January 2020. The next line
# finds each sentence with his name. In at least two of the three you can read what the strike **did**, in the
# writer's word. Is it the same word? (A *militia* is an armed group. *Shia* is one of the two large branches of Islam.)

# %% minutes=2 also=find("Taji");find("Biden")
find("Soleimani")

# %% [markdown]
# **Held constant:** the event. **Not held constant:** nearly all the rest. Keep the two words in mind: Lesson 3 begins there.
#
# **Your turn.** A name can tell you which strike a text is about. Change *Soleimani* to *Taji*, a military camp, then to
# *Biden*. Which texts name them? Does that fit the grid?
#
# ## A plain neighbour
#
# To see what is special about an opinion piece, you need something plain beside it. So we wrote three short reports
# ourselves, one for each strike. They say who said what. They were never published as news, and you may read every word.

# %% minutes=2 also=show("journal_mtl",paragraphs="1-3")
show("wire_2021", paragraphs="1-3")

# %% [markdown]
# **Your turn.** Write `journal_mtl` in place of `wire_2021` and run it again: that is an opinion piece about the **same**
# strike. Compare the marked words.
#
# **Held constant:** the strike, and the language you read. **Not held constant:** the writer, the kind of text, the length, and
# the translation from French. If the two differ, you cannot say *which* of these made the difference.
#
# ## Your comparison licence
#
# A licence says what you may do and what you may not. Write yours.

# %%
check("1.7")

# %% [markdown]
# ## What survived the check
#
# You have been careful. That does not make everything doubtful. This stands firm:
#
# - **Both days are right.** There was one strike, and there are two clocks.
# - **It happened.** Two separate texts tell of the strike of June 2021, and our report says from whom each fact comes.
# - **One pair is fair:** the same strike, separate writers. You can say why.
# - **Anybody can check it.** Each sign in the grid has its paragraphs in the table under it. Run it again: it is the same.
#
# And one thing you do **not** conclude: that five texts which want to convince you show what everybody thinks.

# %%
exit_ticket(1)

# %% [markdown]
# ## Time left?
#
# **Three dates, not one.** When did the thing **happen**, when did somebody **write** about it, and when was it **posted**?

# %%
dates()

# %% [markdown]
# Look at *Journal de Montréal*. The French column is from 30 June, the English version from 8 July. Whoever sees only the
# English date may think that the writer had a week longer to find out what happened.

# %%
check("1.5")

# %%
check("1.6")

# %% [markdown]
# Or go out and look for a sixth text.

# %%
check("1.8")

# %% [markdown]
# ## An empty line
#
# The last box is yours. Type what you like and run it: a line from above with another word, or
# `loaded_language("""any text of yours""")`, which counts the words in it that judge. `add_text()` keeps a text for longer.

# %%

# %% [markdown]
# Next: [Lesson 2, The nesting-doll article](02_nesting_doll.ipynb). Or go back to the [start page](start.ipynb).
