# %% [markdown]
# # Lesson 4: Four jobs of a frame
#
# **What problem, cause, judgement and cure does each text offer?**
#
# A school team loses a match, 0 to 4. (Team and players are invented.) In the evening three messages go round:
#
# | Who | What the message says |
# |---|---|
# | the goalkeeper | “Nobody in this team talks any more. That comes from three coaches in one year. Shame on the club. Give us one coach for a whole season!” |
# | the captain | “We are too slow. Half of us skip the training. Lazy, that is what we are. Training twice a week, for everybody, and no excuses.” |
# | the school website | “Lost 0 to 4. It rained in the second half.” |
#
# One match, one score, and nobody lies. Still, after the first message you want a coach who stays, and after the second you
# want to run laps. How was that done? At the end you can
#
# - find four jobs in a text, and prove each with a few of its words,
# - tell a frame from a topic and from a claim,
# - build a frame yourself, and say what it does.
#
# People died in these strikes and in the attacks before them. We use numbers and roles only. If it comes too close, skip it or
# stop. You need no reason.

# %% [markdown]
# ## Start here

# %%
from whosewords import *

# %% [markdown]
# ## Four questions
#
# In 1993 the researcher Robert Entman asked what a **frame** does. His answer, in our words: whoever frames chooses some parts
# of what happened and makes them stand out. So you come to see a certain problem, cause, judgement or remedy. These are the
# four jobs (*Journal of Communication*, 1993).
#
# | Job | It answers | The goalkeeper says |
# |---|---|---|
# | **problem** | What is wrong? | nobody talks |
# | **cause** | Who or what brought it about? | three coaches in a year |
# | **judgement** | Who is right or wrong, good or bad? | shame on the club |
# | **remedy** (the cure) | What should be done? | one coach for a season |
#
# Read the captain again: the same four jobs, filled with other things. And the website? You may hear an excuse in the rain. But
# it does not say that the rain is why they lost. It fills no box, and a box in which nothing stands is called **blank**.
#
# Try it on a letter from another school.

# %%
check("4.11")

# %% [markdown]
# ## A grid that is done
#
# Our five texts are opinion or analysis. Three makers of these lessons read them, each alone, and looked for the four boxes.
# That is three readings and not a study.

# %%
predict("4.p1")

# %% [markdown]
# This is one filled grid. Each box holds what the text offers, in **our own words** (it need not be so); a **proof**, at most
# six words **from the text**; and the **place**, with the letter of who speaks. Open *Show the place* in two boxes.
#
# **Change the line:** write `anti_empire` in place of `trt` and run it again. Whose letter is it now?

# %% also=frames("anti_empire")
frames("trt")

# %% [markdown]
# Why so strict about proofs? Because without one, “the text says that …” may be your idea and not the text's.
#
# Take the judgement box of *TRT World*. By its words the text blames the US **and** Iran. But the proof there is only about the
# US. Where is the other half? These are our short sentences beside four of its paragraphs.
#
# | Paragraph | In short (ours) |
# |---|---|
# | ¶6 | Two Americans and a British soldier died last Wednesday (11 March 2020) when rockets hit Camp Taji, north of Baghdad. |
# | ¶19 | The writer's answer to why they fight: Iraq's state has failed, it lacks control of force, and clerics or Iran-backed groups can overrule the prime minister. |
# | ¶21 | To support this, the writer says that Iran, itself an occupier in the writer's view, condemned the US strikes and blamed the presence of US troops. |
# | ¶27 | The writer says insincere US work for democracy caused this disaster; a sovereign Iraq, not weakened by the US and Iran, would have avoided it. |

# %%
check("4.3")

# %% [markdown]
# ## Your grid
#
# Now *Le Journal de Montréal*. It is a column: one writer gives an opinion. Read our short sentences beside its paragraphs.
# (¶8 is about drones and ¶12 about grave crimes. They are left out, and you do not need them.)

# %%
show("journal_mtl", paragraphs="1-7, 9-11")

# %% [markdown]
# Two boxes are filled. The other two are yours. No machine can mark your own words, and this one does not try: it looks
# whether your **proof** stands where you say. Take words that you can read between the blocks. Blank is an answer, if it is
# true. When all four boxes are done, two of the three readings appear beside yours.

# %% minutes=4
my_frames("journal_mtl")

# %% [markdown]
# Do you differ from both? Look at the places before you change anything. You may have seen what they missed, so there is no
# key for this grid.

# %% [markdown]
# ## All five
#
# Your guess. The picture shows which boxes are filled, which are blank, and where the three readers part ways. Open a job under it to
# read what stands in the boxes.

# %%
reveal("4.p1", frames)

# %% [markdown]
# **Held constant:** the four questions, the readers, the language. **Not held constant:** the strike, the writer, the day, the
# length, the translation.

# %%
check("4.10")

# %% [markdown]
# ## Topic, claim or frame?
#
# Three words that are easy to mix up:
#
# - The **topic** is what a text is about: *the match*. It says nothing yet.
# - A **claim** can be checked: *it was 0 to 4*. It is true, or it is not, or we cannot tell.
# - A **frame** tells you what to see in it: *a club that treats its team badly*.
#
# A frame needs no false claim. Nobody in the first two messages invents a thing.

# %%
check("4.6")

# %% [markdown]
# ## Same facts, other boxes
#
# Now build a frame, and watch yourself do it. This is a part of a report that we wrote, about the strikes of June 2021. (**Change the
# line** if you want more of it: write `2-12` between the last two quotation marks.)

# %% also=show("wire_2021")
show("wire_2021", paragraphs="2-3, 7, 9")

# %%
check("4.7")

# %% [markdown]
# Swap with somebody who filled another box. Same facts? Then read both aloud. What does each make you want?

# %% [markdown]
# ## What survived the check
#
# Take the frames off, and something stays. The column from Montréal and our report tell of the same strike. The column judges;
# the report quotes. The numbers are paragraphs: look them up.
#
# | What the text says | Montréal | our report |
# |---|---|---|
# | The US struck. | ¶2 | ¶2 |
# | Iraqi officials condemned the strike. | ¶3 | ¶7 |
# | Washington gave a reason: to answer attacks, or to stop further ones. | ¶4 | ¶3 |
#
# That is no proof, but it is firmer ground than one text alone. And three readers, each alone, left **the same** three boxes blank.
#
# And what do you **not** conclude?
#
# - That a frame is a bias, or a lie. A frame can be made of true claims, and you have just built one.
# - That whoever describes a judgement shares it. You did that all lesson long.
# - That the *Journal de Montréal* or *TRT World* thinks this. One text is one text.
# - That both sides are always equally right. Frames can be compared, and claims can be checked.

# %%
exit_ticket(4)

# %% [markdown]
# ## If you have time
#
# **A whole grid.** *New Eastern Outlook* writes about the same strike as Montréal. Here all four boxes are empty, and the three
# readers differ in two of them. Watch the **remedy**: the writer reports what Iraq's parliament declared, and adds that it is good for
# the people. Whose remedy is it then?

# %%
show("neo", paragraphs="6-14")

# %%
my_frames("neo")

# %% [markdown]
# **One strike, three texts.** Write the short name of the text that you have just read in place of `____`. Then look at the
# letters in our report: it fills no box in its own voice, and still we chose whom to quote, and in which order.

# %% blank=neo
frames(["journal_mtl", "____", "wire_2021"])

# %% [markdown]
# **A second lens.** In 2000 Holli Semetko and Patti Valkenburg looked for five frames in more than four thousand news stories
# (*Journal of Communication*, 2000): **conflict** (two sides fight), **human interest** (one person, a name and a face),
# **responsibility** (who has to answer for it, or could mend it), **morality** (right and wrong), **economic consequences** (what it
# costs or brings in). Try them on a canteen, then on the two columns.

# %%
check("4.8")

# %%
check("4.4")

# %% [markdown]
# **And you?** “I have no frame. I just say how it is.” Take the last message that you wrote about school. Which boxes did you
# fill? Nobody but you sees it.

# %%
my_frames()

# %% [markdown]
# **For researchers**, at home or another day.

# %%
check("4.12")

# %% [markdown]
# ## An empty line
#
# The last line is empty. Type what you like, such as `frames("rs")`. A text of your own: put it between three quotation marks,
# `loaded_language("""…""")`.

# %%

# %% [markdown]
# On to [Lesson 5](05_counting.ipynb), or back to the [start page](start.ipynb).
