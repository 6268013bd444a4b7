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
# want to run laps. How was that done?
#
# Today you take such messages apart, and then five texts about US air strikes. At the end you can
#
# - find a problem, a cause, a judgement and a remedy in a text, and prove each with a few of its words,
# - call a box blank when it is blank,
# - tell a frame from a topic and from a claim,
# - look at the same text through a second lens, and say what that adds.
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
# it does not say that the rain is why they lost, so it fills no box. That is allowed. Not every text does all four jobs, and a
# box in which nothing stands is called **blank**.
#
# Three words that are easy to mix up:
#
# - The **topic** is what a text is about: *the match*. It says nothing yet.
# - A **claim** can be checked: *it was 0 to 4*. It is true, or it is not, or we cannot tell.
# - A **frame** tells you what to see in it: *a club that treats its team badly*.
#
# A frame needs no false claim. Nobody in the two messages invents a thing.

# %% [markdown]
# ## Guess before you look
#
# Our five texts are opinion or analysis. Three makers of these lessons read them, each alone, and looked for the four boxes.
# That is three readings and not a study.

# %%
predict("4.p1")

# %%
predict("4.p2")

# %% [markdown]
# ## A grid that is done
#
# This is how a filled grid looks. Each box holds three things:
#
# - what the text offers, in **our own words**: what the text says, not what we think, and it need not be so,
# - a **proof**: at most six words **from the text**,
# - the **place**, with a letter for who speaks (**A** is the author, as in Lesson 2).
#
# Open *Show the place* in two boxes: there the proof stands in its sentence, or in its row of blocks.

# %% minutes=2
frames("trt")

# %% [markdown]
# Why so strict about proofs? Because without one, “the text says that …” may be your idea and not the text's.
#
# In the judgement box the readers say that *TRT World* blames the US **and** Iran. The proof there is only about the US. So where
# is the other half? These are our short sentences beside five of its paragraphs.
#
# | Paragraph | In short (ours) |
# |---|---|
# | ¶4 | The writer says rockets and air strikes end the hope of a friendly Iraq: democracy brought in by American force has failed. |
# | ¶6 | Two Americans and a British soldier died last Wednesday (11 March 2020) when rockets hit Camp Taji, north of Baghdad. |
# | ¶19 | The writer's answer to why they fight: Iraq's state has failed, it lacks control of force, and clerics or Iran-backed groups can overrule the prime minister. |
# | ¶21 | As proof, the writer says that Iran, itself an occupier in the writer's view, condemned the US strikes and blamed the presence of US troops. |
# | ¶27 | The writer says insincere US work for democracy caused this disaster; a sovereign Iraq, not weakened by the US and Iran, would have avoided it. |

# %%
check("4.3")

# %% [markdown]
# ## A grid that is half done
#
# Now *Le Journal de Montréal*. It is a column: one writer gives an opinion. Read our short sentences beside its paragraphs.
# (¶12 tells of grave crimes. It is folded, and you do not need it.)

# %%
show("journal_mtl")

# %% [markdown]
# The next line has a **blank**. Write the short name of this text in place of `____`, between the quotation marks, and run it.

# %% blank=journal_mtl
frames("____")

# %% [markdown]
# Two boxes are filled. The other two are yours. Is there a judgement? Is there a remedy, said in so many words? **Blank is an
# answer**, if it is true. For a proof take words that you can read between the blocks. When all four boxes are done, two of
# the three readings appear beside yours.

# %% minutes=2
my_frames("journal_mtl")

# %% [markdown]
# The headline asks when it will end. Does a question propose something? You may see a hint that the troops should go. But a
# hint is not a proposal: all three readers left this box blank.

# %% [markdown]
# ## A grid of your own
#
# *New Eastern Outlook* writes about the **same strike**. Read our sentences first, and think of the four questions.

# %%
show("neo")

# %% [markdown]
# Now all four boxes are empty. Fill them in your own words. No machine can mark words, and this one does not try: it looks
# whether your proof stands where you say. Words that are blocks to you cannot be checked, and it says so.

# %% minutes=5
my_frames("neo")

# %% [markdown]
# Do you differ from both readers? Look at the places before you change anything. The two readers differ from **each other**, too.
# One finds the cause in ¶6, where two powers pull, the other in ¶14, where oil is. Both can show it. So there is no key for
# this grid, and nobody gives you points.
#
# One thing is worth a second look: the **remedy**. The writer reports what Iraq's parliament declared (letter **I**, reported
# speech). He adds that it did so in the interest of the people. Whose remedy is it then? And in ¶12 experts without a name
# want a small foreign force to stay. A box can also be filled with a contradiction.

# %% [markdown]
# ## One strike, three texts
#
# Two columns and a report of our own, all about the strike of June 2021. Which short name is missing in the next line? It is
# the text that you have just worked on.

# %% minutes=2 blank=neo
frames(["journal_mtl", "____", "wire_2021"])

# %% [markdown]
# **Held constant:** the strike, the four questions, the language. **Not held constant:** the writer, the length, the day (30
# June, 16 July), the country, the translation. And ours is a report, while the others are opinion.
#
# Look at the letters in our report: **Q** (quoted) and **I** (reported) everywhere, and no **A**. It fills no box in its own
# voice. The Pentagon fills some, and Iraq's foreign ministry and an alliance in parliament fill others. Has the report no frame, then? It
# has less of one of its own. But we, too, chose whom to quote, and in which order.

# %% [markdown]
# ## All five
#
# Your first guess. The picture shows which boxes are filled, which are blank, and where the three readers part ways.

# %% minutes=2
reveal("4.p1", frames)

# %%
check("4.1")

# %%
check("4.2")

# %%
reveal("4.p2")

# %% [markdown]
# A blank box is not a hidden box. *Responsible Statecraft* is an **excerpt**, a part of a longer text. The headline of the
# original asks whether worse can be prevented, and we do not have the rest of it. A column may only want to warn. Say *blank*,
# and do not guess why.

# %% [markdown]
# ## Which job does this phrase do?
#
# Eight phrases. Some do no job at all: they only tell what was there. Look for each phrase in the grids above. Or read our
# sentence beside its paragraph: a line such as `show("trt")` opens a text.

# %%
check("4.5")

# %%
check("4.6")

# %% [markdown]
# ## A second lens
#
# Four boxes are one way to look. In 2000 Holli Semetko and Patti Valkenburg published another. They had looked for five frames
# in more than four thousand stories from newspapers and television. All were from the weeks around a meeting of Europe's
# leaders in 1997 (*Journal of Communication*, 2000).
#
# | Frame | The story is told as |
# |---|---|
# | **conflict** | a fight between two sides |
# | **human interest** | what it does to one person, with a name and a face |
# | **responsibility** | who has to answer for it, or who could mend it |
# | **morality** | a matter of right and wrong |
# | **economic consequences** | what it costs, or brings in |
#
# In their stories responsibility was the most common, and conflict came second.
#
# **If you have time:** try the lens on a school canteen first.

# %%
check("4.8")

# %% [markdown]
# Now on the two columns about June 2021. We ask only where the answer is clear. About money and morals you may argue.

# %%
check("4.4")

# %% [markdown]
# The four boxes did not show you that. The second lens did: in these two texts powers act, and nobody whom the strikes hurt or
# helped has a name.

# %% [markdown]
# ## And you?
#
# “I have no frame. I just say how it is.” Take the last message that you wrote about school. Which boxes did you fill? Which
# did you leave blank, and did you mean to hide anything? One minute in your head is enough. If you like, write it down: nobody
# but you sees it.

# %% minutes=0.5
my_frames()

# %% [markdown]
# ## Same facts, other boxes
#
# Now build a frame, and watch yourself do it. Here is our report, in full.

# %% minutes=1
show("wire_2021")

# %%
check("4.7")

# %% [markdown]
# Swap with somebody who filled another box. Same facts? Then read both aloud. What does each make you want? (If you are alone,
# read yours aloud beside ¶2 and ¶3 of the report.)

# %% [markdown] minutes=0
# ## For researchers
#
# At home or another day. Entman once compared how US news told of two airliners that had been shot down (*Journal of
# Communication*, 1991). Find a pair of your own.

# %%
check("4.9")

# %% [markdown]
# ## What survived the check
#
# Five texts, three different strikes, five frames. Take the frames off, and something stays. The numbers are paragraphs; look
# them up. “The strike” is each text's own: *Anti-Empire* and *Responsible Statecraft* share one, and the last three columns share
# another.
#
# | What the text says | TRT World | Anti-Empire | Resp. Statecraft | Montréal | New Eastern Outlook | our report |
# |---|---|---|---|---|---|---|
# | The US, or a coalition that it led, struck. | ¶10 | ¶2 | ¶10 | ¶2 | ¶7 | ¶2 |
# | Iraqi officials condemned the strike. | ¶16 | – | ¶10 | ¶3 | ¶7 | ¶7 |
# | Those who were struck are linked to Iran. | ¶7 | – | ¶11 | ¶2 | ¶10 | ¶3 |
# | Washington gave a reason: to answer attacks, or to stop further ones. | – | – | ¶11 | ¶4 | ¶8 | ¶3 |
#
# A dash means that we did not find it there, not that the text denies it. In *Anti-Empire* ¶2 the prime minister says no
# **before** the strike. Now look at the last three columns, one and the same strike. Texts that judge in different ways say
# the same there: it took place, Iraq condemned it, Washington gave a reason. That is no proof, but it is firmer ground than
# one text alone.
#
# And what do you **not** conclude?
#
# - That a frame is a bias, or a lie. A frame can be made of true claims, and every message on this page has one or quotes one.
# - That a blank box hides something.
# - That whoever describes a judgement shares it. You did that all lesson long.
# - That *Journal de Montréal* or *TRT World* thinks this. One text is one text.
# - That both sides are always equally right. Frames can be compared, and claims can be checked.

# %%
exit_ticket(4)

# %% [markdown]
# Back to the [start page](start.ipynb).
