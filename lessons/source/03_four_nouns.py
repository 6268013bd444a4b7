# %% [markdown]
# # Lesson 3: One fighter, four nouns
#
# **What does a name decide before any argument starts?**
#
# Every morning the same five boys stand at the back gate of a school. The caretaker calls them *troublemakers*. The
# teachers call them *Year 11*. They call themselves *the Gate*. And a girl who has to walk past them says *those boys*.
#
# Nobody has told you anything about them yet. Did you notice that you have a picture of them all the same? Four names,
# and perhaps none of them is false. But each comes from **somebody**, and each makes another sentence easy to say next.
#
# Now the stakes are higher. In 2020 a man fights for **Kataib Hezbollah**, KH for short, an armed group in Iraq. What is he?
#
# - By Iraqi law, he belongs to the armed forces of the state.
# - By a list that the US keeps, he belongs to a terrorist group.
# - The US government says that the group is backed by Iran.
# - And the group has a name of its own.
#
# One fighter. Today you find out what each of his names rests on. At the end you can
#
# - list what several texts call one group, and one killing,
# - say on whose word a name rests: a law, a list, the group itself, the writer,
# - use two house rules of real newsrooms on a sentence,
# - tell a **false** name from one that shows only a **part**.
#
# People died in these strikes. We look at names and numbers, never at wounds. If it comes too close, skip it or stop. You
# need no reason.

# %% [markdown]
# ## Start here

# %%
from whosewords import *

# %% [markdown]
# ## Guess before you look
#
# On our shelf stand five texts about strikes on armed groups, about 3,600 words in all. One famous word begins with
# **terror**. How often will you meet it: *terror, terrorist, terrorism, counterterrorism*, all of them together?

# %%
predict("3.p1")

# %% [markdown]
# A quieter word is **militant**: somebody who is ready to fight for a cause. You have five voices: an outlet from Turkey, one
# from the US, one from Canada, one from Russia, and *Anti-Empire*, a small website.

# %%
predict("3.p2")

# %% [markdown]
# ## Read the hits before you count them
#
# A star stands for any letters. So the next line finds the word in every shape.

# %% minutes=1.5
reveal("3.p1", find("*terror*"))

# %% [markdown]
# Four, in 3,600 words. Did you expect more?
#
# Now look at the **letters of the voices** and at the words around each hit. Is that really somebody calling somebody a
# terrorist? One of the four stands in the name of an office. One stands in brackets, and you may know that remark from
# Lesson 2.

# %%
check("3.1")

# %% [markdown]
# One hit you can argue about: the heading in *TRT World* ¶5. It borrows the label from the US and says so, in half a word.
# A borrowed label is still a label. So how often does a writer call somebody a terrorist in their own name? Not once, or
# once if you count the heading. But certainly not four times.
#
# **Change the line:** go back to the line above the four hits. Take away the first star, and only that. It now reads
# `reveal("3.p1", find("terror*"))`. Run it again. (The box on top still answers your guess. Look at the list below it.)

# %%
check("3.2")

# %% [markdown]
# ## One word, two enemies
#
# And the militants?

# %% minutes=1.5
reveal("3.p2", find("militant*"))

# %% [markdown]
# Did you guess by the flag? It is the outlet from Russia, and it uses the word mostly for groups that it links to **Iran**.
# Flags are a poor guide to words.
#
# But *whom* does the word mean, each time? Read the words just before it.

# %%
check("3.3")

# %% [markdown]
# Remember the group that hit the power grid. The text does not say who it was. Reuters reported that **Islamic State**
# claimed one such attack, on a power station in Samarra on 27 June 2021. Whoever reads in a hurry adds it to the others.
# Then one word has turned two enemies into one.

# %% [markdown]
# ## On whose word?
#
# Behind every name stands somebody who gives it. We call that its **authority**. There are four kinds today:
#
# - **Iraqi law.** A law of 26 November 2016 made the Popular Mobilization Forces, **PMF** for short, part of Iraq's armed
#   forces. KH belongs to them.
# - **A list of terrorist groups.** The US keeps one. KH has been on it since 2009.
# - **The named themselves.** A group says what it is called.
# - **Whoever writes or speaks.** No law and no list hands out words such as *militia*. Somebody chose it.
#
# Six names from our texts. (A *proxy* is somebody who fights for another.) Decide first, before you look at the table.

# %%
check("3.4")

# %% [markdown]
# Now look. The next line shows all the names for the PMF and their people: **what** they are called, **how often**, in
# **whose voice**. One person read every place and noted who is meant there. You may see it otherwise. Is the picture wider
# than your window? The table under it has the same numbers. Under that you can open each name and see where it stands.

# %% minutes=3
naming("pmf")

# %% [markdown]
# Go down the rows that rest on Iraqi law, and see who uses them.

# %%
check("3.5")

# %% [markdown]
# **Whoever chooses a noun chooses an authority, without saying so.** *Soldier* lets Iraq's parliament speak. *Terrorist*
# lets Washington speak. *Proxy* lets the accuser speak. None of the three is made up.
# Each leaves the other two out.
#
# One more thing about these rows: *Shia militias*. Shia and Sunni are the two large branches of Islam. Most fighters of the
# PMF are Shia, but Sunni fighters belong to them too. A faith is not a side in a war, and no believer stands for a militia.

# %% [markdown]
# ## Only a part, or false?
#
# *Only a part* is not the same as *false*. Look closely at *TRT World*. The line under its headline, ¶1, says “branch of the
# Iraqi Army”. In the text, ¶12, KH and the rest are a branch of Iraq's **armed forces**. Isn't that the same? Read under the
# table above what the law of 2016 says.

# %%
check("3.6")

# %% [markdown]
# We do not know who wrote that line. Fewer letters, a neater line, and a wrong fact. Most names in the table show a part of
# something true. This one is mistaken.

# %% [markdown]
# ## One death, and the words for it
#
# Now the fairest comparison on our shelf. Three texts speak of **one and the same** act. On 3 January 2020 a US drone killed
# Qassem Soleimani, an Iranian general. With him died Abu Mahdi al-Muhandis, an Iraqi leader of the PMF, and others.
# **Held constant:** who died, when, how, and by whom. **Not held constant:** the writer and the year of writing.
#
# Before you run it: which verb would *you* use?

# %%
naming("soleimani")

# %% [markdown]
# - *Took out* sounds like a move in a game.
# - *Assassinated* says: a planned murder of somebody important, for political reasons. It carries a verdict. It is also the
#   word that many people would find exact. Both can be true.
# - *Murder* is a crime under law. It is the Montréal column's report of what a UN expert found. She wrote “arbitrary
#   killing” (Al Jazeera, 7 July 2020); the US rejected that and spoke of self-defence (Global News, 9 July 2020). She also
#   called Iran's missiles in answer unlawful (Sydney Morning Herald, 10 July 2020). In an extract of the French column the
#   words stand in quotation marks; on the way into English the marks were lost, and *killing* had become *murder*.
# - And *strike* tells what was done, but not that anybody died.
#
# *Killed* would tell that. In these places nobody uses it.
#
# Do the same names stand for what the US does? Here is one more table. Look for *occupier* and its voices.

# %%
naming("us_forces")

# %% [markdown]
# The word comes from a host's note (E), from a writer (A), and from people who are quoted (Q). Our own report has it as
# well, with its speaker. The count alone would not have told you.

# %% [markdown]
# ## What newsrooms tell their writers
#
# News agencies sell one report to papers of every colour. So they have **house rules** about names. Here are some on one
# word, in our own words, each with its guide and its year.

# %% minutes=2
style_rules("terrorist")

# %% [markdown]
# Two ideas stand behind nearly all of them. **Attribution:** say whose word it is. **Describe:** say what the person did.
# *Rockets hit the base* tells you more than any label.
#
# The critics have a point that deserves thought. If a rule never lets you use the hardest name, the act may look smaller than
# it was. And a newsroom that says *militant* has chosen a word, too.
#
# Now you are at the desk. Six sentences, made up by us.

# %%
check("3.7")

# %% [markdown]
# ## Change one noun
#
# Here is a headline of our own report on December 2019. Nothing changes but the name. One name rests on a fifth kind, *opponents
# of the named*: it is what the other side calls them. Read all six aloud: what do you expect the article to say next?

# %%
headline_swap("wire_2019")

# %% [markdown]
# Your turn, with the strikes of June 2021. The Pentagon said that several Iran-backed groups used the sites, among them
# Kataib Hezbollah and Kataib Sayyid al-Shuhada; both are in the PMF. Two of the three sites lay in Syria, one in Iraq. You may begin with *US strikes … in Syria and Iraq* and
# fill the gap three times. (`show("wire_2021")` has the report, if you want it.)

# %%
check("3.8")

# %% [markdown] minutes=0
# ## If you have time
#
# **Names for Daesh.** The group that calls itself Islamic State has four names in our texts. Guess who would like which
# one. Then go back to the table of US forces, write `naming("isis")` in its line, and run it.

# %%
check("3.9")

# %% [markdown] minutes=0
# **Who did it?** Sometimes the noun is fine and the *doer* is gone: *the bridge was closed*. That is no trick in itself.
# Often nobody knows yet.

# %%
check("3.10")

# %% [markdown] minutes=0
# **For researchers**, at home or another day. `naming("strike")` and `naming("kataib_hezbollah")` have more tables,
# `style_rules()` more rules.

# %%
check("3.11")

# %% [markdown]
# ## What survived the check
#
# You pulled a dozen names apart, and something crosses all of them:
#
# - **Four of the five voices say that these groups are part of the Iraqi state's forces or work with them.** TRT World,
#   Anti-Empire's note and the Montréal column say it. Responsible Statecraft comes close: *close coordination* with the
#   military, ¶11. And the law of 2016 says it too. A fact that stands in texts which agree on little else is worth having.
# - **The rare word stayed rare.** You counted it, read it, and know now that the five texts do not shout *terrorist*.
# - **Names can be checked.** *Army* or *armed forces*: that could be looked up, and it had an answer.
#
# And what do you **not** conclude?
#
# - That there is one neutral word. There is a word, a reason, and somebody who gives it.
# - That a writer who uses a careful word is on somebody's side.
# - That *New Eastern Outlook* hides the law of 2016 because it does not name it. Silence has many reasons.
# - That every name is only an opinion. *Branch of the army* was wrong.

# %%
exit_ticket(3)

# %% [markdown]
# Back to the [start page](start.ipynb).
