# %% [markdown]
# # Lesson 5: Counting without fooling yourself
#
# **Which text is most loaded, and who decided?**
#
# Which class in a school is the loudest? One pupil counts shouts: the biggest class wins. Another divides the shouts by the
# number of pupils, and now a small class wins. A third leaves out every shout that only repeats what the teacher said. The
# order changes again. All three counted honestly.
#
# With texts it is the same. Today a machine counts loaded words for you, very fast. You find out who is in charge: the
# machine, or whoever wrote its rule.
#
# At the end you can
#
# - read hits one by one and find the false ones before you believe a number,
# - turn a count into a rate, and say when a rate misleads,
# - show that an order depends on the rule,
# - write a counting rule that somebody else can repeat.
#
# The texts are about air strikes in which people died. You see words in their sentences, and you never need a paragraph
# with details of violence. If it comes too close, skip it or stop. You need no reason.

# %% [markdown]
# ## Start here

# %%
from whosewords import *

# %% [markdown]
# ## Guess before you look
#
# A **loaded word** carries a judgement or a feeling beyond what is needed to say what it is about. *Greedy* is loaded,
# *rocket* is not: a plain word for a violent thing stays plain. We have a list of several thousand loaded words. A program
# looks for them in our five texts.

# %%
predict("5.p1")

# %% [markdown]
# A long text has more of everything. So people divide: how many hits in every 1,000 words? That is a **rate**.

# %%
predict("5.p2")

# %% [markdown]
# And a writer who quotes an angry minister is not the minister. So people leave out what stands in quotation marks.

# %%
predict("5.p3")

# %% [markdown]
# ## The race
#
# Who is first? Gladly, but tell us the rule. The next line puts the same five texts in order again and again, each time
# under another rule. A rule stands at the beginning of each row. Scroll past the picture to the **table**, and read its
# first three rows. Then go down the column *1st*.

# %% minutes=3
reveal("5.p1", rank)

# %%
check("5.2")

# %%
reveal("5.p2")

# %%
reveal("5.p3")

# %% [markdown]
# Nobody cheated. Each rule has a good reason, and each is blind in one eye:
#
# | Rule | Its good reason | What it does not see |
# |---|---|---|
# | raw count | it tells what a reader meets from beginning to end | a long text has more of everything |
# | per 1,000 words | it puts long and short texts side by side | in a short text one word more moves a lot |
# | outside quotation marks | it leaves out the very words of others | the writer chose whom to quote |
#
# Follow *New Eastern Outlook* from the first row to the second. It is by far the longest of the five. That alone puts it
# high in one order, and dividing by its length takes that away.
#
# Further down are other **lists**. VADER and TextBlob were made by other people, for tweets and film reviews. VADER counts
# *attack* and *killed*. Then comes every **category** alone, such as labels or metaphors. You need not know all these names.
#
# Now the question for today: **which rule would you choose if you wanted TRT World to come first? And which if you wanted
# it not to?** Whoever shows you an order without its rule may have done just that, or never thought about it.
#
# We thought of many more ways to count, and tried them all. How often does each text stand at which place?

# %% minutes=2
stability()

# %% [markdown]
# For **each** of the five texts there is an honest rule that puts it first. Even *New Eastern Outlook*, which won no row of
# the race: count only words of violence, do not divide, and it wins. For some texts there are many such rules, for others
# few. But *many* means many of those that we thought of. It is not a chance, and no proof. (The lower half of the table
# counts all categories together, so a single one cannot turn it.)
#
# And *first* means: most words of a list, under a rule. It does not mean most biased, and not least true.

# %% [markdown]
# ## Read the hits before you count them
#
# A machine sees letters. What they mean, only you can see. Here are six places where a machine fooled itself. All are
# real. Let us look for the group ISIS, in whatever word the four letters stand.

# %%
find("*isis*", "neo")

# %% [markdown]
# The last hit is a *crisis*. Nobody in it carries a gun.
#
# If you did Lesson 2, you know the next line. Run it and note where the hits stand, because the next list will replace this
# one. Then **change it**: take the first star away, so that it says `find("occup*")`, and run it again.

# %%
find("*occup*")

# %%
check("5.3")

# %% [markdown]
# Each pattern makes mistakes, only different ones. A **false hit** is counted and should not be. A **miss** should be counted
# and is not. A net with wider holes catches fewer boots, and fewer fish.
#
# How often do the five texts call somebody a terrorist? (Did you do Lesson 3? Then you have read these hits. Now ask what
# a count makes of them.)

# %%
find("*terror*")

# %% [markdown]
# The machine says four. Read them:
#
# - *Counterterrorism* is part of a **job title**, that of an American official.
# - One stands in a remark that **Russian law** asks for, wherever that group is named (voice **B**). The writer did not choose
#   the word.
# - Two stand in *TRT World*: in a heading about those whom the **US** hunts, and in ¶16, about those whom the **US** has put
#   on its list.
#
# So how often does a writer call somebody a terrorist in their own name? You may argue about the heading. But it is
# certainly not four times.

# %% [markdown]
# Now a word with two enemies in it. Lesson 3 has it too; here it gets a number.

# %%
find("militant*", "neo")

# %%
check("5.1")

# %% [markdown]
# And the others? We read all twelve in the full text. Nine mean groups that the text links to Iran. One means **Daesh**, which calls
# itself Islamic State, and which those groups fought against. With two we could not tell. A count of *militants* adds up two
# enemies, and a reader in a hurry may think that they are one.
#
# *Militant* is in our list, but switched **off**. We learned from news sentences in which experts had marked the loaded words,
# and nobody had marked this one. So the race did not count it. Was that right? It is a decision, and it was ours.

# %%
find("python", "neo")

# %% [markdown]
# A snake, twice. It is also the name of the language in which these grey lines are written, and the machine does not know
# which one is meant. You do. And you know that it is no real snake: here a **country** is the animal.
#
# One more. In ¶4 somebody else says it. And in ¶6?

# %%
find("defensive", "journal_mtl")

# %% [markdown]
# In ¶6 the writer is **ironic**: the sentence says one thing and means the opposite. There is no mark for that, and no list
# finds it. Here a reader marked the place as voice **S**, by hand.

# %% [markdown]
# ## Whose words?

# %%
check("5.4")

# %% [markdown]
# Here is a category split by voice: **verdicts**, that is, words that pass judgement like a court or a priest. Read the
# table under the picture: the left column holds the writer's words, the right one those of people who are quoted or reported.
# The figures in brackets are a range. You will soon make one yourself.

# %%
count("verdict", ["journal_mtl", "neo", "wire_2021"])

# %% [markdown]
# When a government calls a strike *unacceptable*, and a newspaper prints that, it is news. The same word from the writer is a
# choice. **Look under the number:** open the list of places, and you see what was counted.
#
# **If you have time:** quotation marks do two jobs, to quote and to doubt. Which is which? A line such as `find("friendly")`
# shows you a place.

# %%
check("5.5")

# %% [markdown] minutes=0
# We left one out on purpose: “the regime” in *Responsible Statecraft*, ¶9. Protesters shouted it, so it is a quotation. But
# do the marks perhaps also say “their word, not mine”? You can argue for both. Such a case is for talking, not for scoring.

# %% [markdown]
# ## How often is the list right?
#
# Our list makes mistakes as well. How many? Do not believe us: **check it.** The next line shows 20 of its hits, drawn by
# chance. You read each one and tap: right, wrong, or cannot tell. In blocks you see less than in the full text, so *cannot
# tell* is an honest answer. Take about ten seconds for each.

# %% minutes=5
hand_check()

# %% [markdown]
# The share of right hits is called **precision**. And what is the range behind it? You read 20 hits out of many more.
# Another 20 would have given another figure. The range says how far chance alone can move it.
#
# Does your neighbour have another figure? Look for a hit on which you disagree. Neither of you need be wrong.

# %%
check("5.9")

# %% [markdown]
# When the list was made, somebody read more than two thousand places in the same way and threw the worst words out. Of those
# that stayed, about nine in ten hits were right. But experts of another study, who looked for words that *bias* a sentence,
# had marked only about half of what our list marks. Same list, two questions, two answers. Both stand in
# `docs/accuracy.md`.

# %% [markdown]
# ## When a rate misleads
#
# Per 1,000 words sounds fair. But what if there are no 1,000 words?

# %%
check("5.6")

# %% [markdown]
# So for a short text give the **count** and the **length**, and be careful with the rate. The host's part of the
# *Anti-Empire* page is nearly as short as that.
#
# **If you have time:** back to the verdicts. How do you tell the machine whose words to count?

# %%
check("5.7")

# %% [markdown]
# ## Write your protocol
#
# A protocol is a recipe for a count. A good one can be followed by somebody who was never here. Choose **one** category,
# for instance labels for people, and write your recipe. Use what fooled the machine: which false hits do you shut out?

# %%
check("5.8")

# %% [markdown]
# **Try it:** give your protocol to a neighbour, and both count one paragraph. Same number? Then it works.

# %% [markdown] minutes=0
# ## For researchers
#
# At home or another day. So far you looked for false hits. What about the misses?

# %%
check("5.10")

# %% [markdown] minutes=0
# Or become dangerous for an hour: make one text win, then make it lose. `my_list()` lets you add and drop words of the list,
# and `loaded_language(words=use_list())` counts with yours.

# %%
check("5.11")

# %% [markdown] minutes=0
# And the other side of the desk: in the **sentence lab** you are the writer. Say a sentence plainer, then harder, and watch
# the counts move while the facts stay.

# %% minutes=0
rewrite()

# %% [markdown]
# ## What survived the check
#
# You took a number apart, and something is left that you can rely on:
#
# - **A count with its rule can be repeated.** One text, one category, one voice, one list: two students get the same number.
#   That is worth having.
# - **Some answers hold under many rules.** Put our own three reports into the race as well: with our list they come behind
#   all five opinion pieces, in all voices together and in the writer's own, by number and by rate. (With VADER they do not. It counts *killed*.)
# - **False hits can be found.** You found them, by reading.
#
# **Held constant** in the race: the list and the texts. **Not held constant:** the event, the writer, the kind of text, the
# length, the translation.
#
# And what do you **not** conclude?
#
# - That a bigger number means more bias. It means more words of a list, under a rule.
# - That a rate makes a comparison fair.
# - That a loaded word is a bad word. Sometimes the strong word is the exact one.
# - That the computer is neutral. It does what a rule says, and people wrote the rule.
# - That numbers are worthless. A number that you can check is better than a feeling that nobody can.

# %%
exit_ticket(5)

# %% [markdown]
# Back to the [start page](start.ipynb).
