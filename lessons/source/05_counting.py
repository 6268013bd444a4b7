# %% [markdown]
# # Lesson 5: Counting without fooling yourself
#
# **Which text is most loaded, and who decided?**
#
# Which class in a school is the loudest? One pupil counts shouts. Another divides the shouts by the number of pupils. A third
# leaves out every shout that only repeats what the teacher said. All three count honestly. Will they name the same class?
#
# Texts have no shouts. They have **loaded words**: words with a judgement or a feeling, beyond what is needed to say what they
# are about. *Greedy* is loaded, *rocket* is not. A plain word for a violent thing stays plain.

# %% [markdown]
# ## How to run a line
#
# Click into a grey box and press **Shift + Enter**. The first line fetches the tools and shows nothing.
# While a line works, `[*]` stands beside it; the first count of the day may take some seconds.

# %%
from whosewords import *

# %%
predict("5.p1")

# %% [markdown]
# We come back to your guess. At the end of this lesson you can
#
# - read hits one by one before you believe a number,
# - put texts in an order, and say by which rule,
# - write a counting rule that somebody else can repeat.
#
# The texts are about air strikes in which people died. You see words in their sentences, and no paragraph with details of
# violence. If it comes too close, stop. You need no reason.
#
# ## What the machine sees
#
# The five texts belong to their publishers, so most of their words are **blocks**: ▇▇▇▇. The words that we look for today you
# can read. Each place has the number of its paragraph (¶) and a letter for its **voice**, which says whose words stand there:
#
# | Letter | Whose words |
# |---|---|
# | **A**, **H** | the author's, in a sentence or in a headline (**E**: those of the host's editor) |
# | **Q**, **I** | somebody else's: **q**uoted between marks, or reported (**i**ndirect) |
# | **S** | said with two fingers in the air: “friendly”, and nobody is quoted |
#
# Python is an animal. It is also the language of these grey lines. Which of the two is meant here?

# %%
find("python", "neo")

# %% [markdown]
# Neither: the “python” is a country. The machine saw six letters and reports two hits. What they mean, only a reader can tell.
#
# Now a word with parts. A star stands for any letters: `*occup*` finds *occupied*, *occupation* and more.

# %%
find("*occup*")

# %% [markdown]
# Read all the hits. One has nothing to do with a country that is held by soldiers: a **false hit**. Can a better pattern shut
# it out? Note where the hits stand. Then **change your line**: take the first star away, so that it says `find("occup*")`,
# and run it again.

# %%
check("5.3")

# %% [markdown]
# Every pattern makes mistakes, only different ones. A false hit is counted and should not be. A **miss** should be counted and
# is not. A net with wider holes catches fewer boots, and fewer fish.

# %%
check("5.13")

# %% [markdown]
# When a politician says *occupiers* and a text quotes it, that is news. The same word from the writer is a choice.
#
# ## Check the list by hand
#
# We have a list of several thousand loaded words, and a program that looks for them. How often is it right? Do not believe
# us. Here are eight of its hits in the five texts, drawn by chance. Read each one and tap. *Cannot tell* is an honest answer,
# since you see less than the full text.

# %% minutes=2
hand_check()

# %% [markdown]
# The share of right hits is called **precision**. The list has many more hits than these eight, and another eight would have
# given another figure. The **range** says how far chance alone can move it. Does your neighbour have another figure from the
# same eight? Look for a hit on which you disagree. Neither of you need be wrong.

# %%
check("5.9")

# %% [markdown]
# ## The race
#
# Now let it count. First the plain way: all hits in a text, a **raw count**. But a long text has more of everything, so people
# divide: hits in every 1,000 words, a **rate**. And a writer who quotes an angry minister is not the minister, so people leave
# out what stands between quotation marks. Three rules, each with a good reason.

# %%
predict("5.p4")

# %% [markdown]
# Each line in the picture is a text, and the text on top comes first. Each step from left to right is another rule. Follow
# one line with your finger.

# %% minutes=2
reveal("5.p4", rank)

# %% [markdown]
# And your very first guess? Look for a rule under which it is right, and for one under which it is wrong. You may find only one.

# %%
reveal("5.p1")

# %% [markdown]
# Nobody cheated. When two lines cross, something in the rule has changed. What? VADER and TextBlob are lists that other people
# made, for tweets and film reviews.

# %%
check("5.12")

# %% [markdown]
# Now the question for today: **which rule would you choose if you wanted TRT World to come first? And which if you wanted it
# not to?** Whoever shows you an order without its rule may have done just that, or never thought about it.
#
# And *first* means: most words of a list, under a rule. It does not mean most biased, and not least true.
#
# ## Write your protocol
#
# A **protocol** is a recipe for a count. A good one can be followed by somebody who was never here. Choose **one** kind of
# loaded word, and look at its hits in a text. **Fill the blank**: `label` (names that praise or blame people), `verdict` (words that pass
# judgement, as a court or a priest does), `emotive` or `metaphor`.

# %% blank=verdict also=count("label","journal_mtl")
count("____", "journal_mtl")

# %% [markdown]
# The left column holds the writer's words, the right one those of other people. Open the list of places: **there** is what was
# counted. Another text? Put `neo`, `trt` or `rs` in place of `journal_mtl`. Then write.

# %%
check("5.8")

# %% [markdown]
# **Try it:** give your protocol to a neighbour, and both count one paragraph. Same number? Then it works.
#
# ## What survived the check
#
# You took a number apart, and something is left that you can rely on:
#
# - **A count with its rule can be repeated.** One text, one kind of word, one voice, one list: two students get the same number.
# - **False hits can be found.** You found them, by reading.
# - **Some answers hold under many rules.** Put our own three reports into the race, and with our list they come behind all five
#   opinion pieces, by number and by rate, in all voices and in the writer's own. (With VADER they do not. It counts *killed*.)
#
# **Held constant** in the race: the texts. **Not held constant:** the event, the writer, the length, the translation, and from
# rule to rule also the list, the voices and the measure.
#
# And what do you **not** conclude?
#
# - That a bigger number means more bias. It means more words of a list, under a rule.
# - That a rate makes a comparison fair.
# - That a loaded word is a bad word. Sometimes the strong word is the exact one.
# - That numbers are worthless. A number that you can check is better than a feeling that nobody can.

# %%
exit_ticket(5)

# %% [markdown]
# ## If you have time
#
# We thought of many more ways to count, and tried them all. Guess first: is there a rule for **each** of the five?

# %%
stability()

# %% [markdown]
# A word with two enemies in it:

# %%
find("militant*", "neo")

# %%
check("5.1")

# %% [markdown]
# We read all twelve in full. Nine mean groups that the text links to Iran: six times it says so itself, three times we inferred
# it. One means **Daesh**, which calls itself Islamic State, and which such groups fought against. With two we could not tell. A
# count of *militants* adds up two enemies.

# %%
check("5.6")

# %%
check("5.5")

# %% [markdown]
# We left out “the regime” in *Responsible Statecraft*, ¶9. Protesters shouted it. But do the marks perhaps also say “their word,
# not mine”? Such a case is for talking, not for scoring.
#
# ## For researchers
#
# So far you looked for false hits. What about the misses?

# %%
check("5.10")

# %% [markdown]
# Or become dangerous for an hour. Here is our list: add a word, drop one, and the box below counts with yours.

# %%
my_list()

# %%
loaded_language(words=use_list())

# %%
check("5.11")

# %% [markdown]
# The other side of the desk: say a sentence plainer, then harder, and watch the counts while the facts stay.

# %%
rewrite()

# %% [markdown]
# ## An empty line
#
# The last box is yours. Type what you like and run it: `find("terror*")`, `rank(["trt", "neo"])`, or
# `loaded_language("""any text of yours""")`, which counts the loaded words in it. `add_text()` keeps a text for longer.

# %%

# %% [markdown]
# Back to the [start page](start.ipynb).
