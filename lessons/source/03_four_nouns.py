# %% [markdown]
# # Lesson 3: One fighter, four nouns
#
# **What does a name decide before any argument starts?**
#
# Every morning the same five boys stand at the back gate of a school. The caretaker calls them *troublemakers*. The
# teachers call them *Year 11*. They call themselves *the Gate*. And a girl who has to walk past them says *those boys*.
#
# You know nothing else about them. Still, do you see them before you? Perhaps none of the four names is false. But
# each comes from **somebody**, and each makes another sentence easy to say next.
#
# Now the stakes are higher. In 2020 a man fights for **Kataib Hezbollah**, KH for short, an armed group in Iraq. One text calls
# men like him *soldiers*, another *militants*. A *proxy*, somebody says, which means: he fights in the place of another. And
# what he calls himself may be a fourth word. One fighter, four nouns.
#
# At the end you can
#
# - say on whose word a name rests,
# - tell a name that shows only a **part** from a name that is **mistaken**,
# - change one noun, and say what it changes in a reader's head.
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
# Five texts about strikes on armed groups, about 3,600 words in all. The word **terror** has a family: *terrorist,
# terrorism, counterterrorism*. How often will you meet any of these four words?

# %%
predict("3.p1")

# %% [markdown]
# ## Read the hits before you count them
#
# A star stands for any letters, so the next line finds the word in every shape. Read each hit twice: the **letter of the
# voice** beside it, then the words around it. Is that really somebody calling somebody a terrorist?

# %% also=find("terror*")
reveal("3.p1", find("*terror*"))

# %%
check("3.1")

# %% [markdown]
# **Your turn.** You will take away the first star, and only that: `*terror*` becomes `terror*`. Decide first what will happen
# to the four hits.

# %%
check("3.2")

# %% [markdown]
# Now go up to the line with the four hits, take the star away and run it again. Were you right? (The box on top still answers
# your guess. Look at the list below it.)

# %% [markdown]
# ## On whose word?
#
# Behind every name stands somebody who gives it. We call that its **authority**. There are four kinds today:
#
# - **Iraqi law.** A law of 26 November 2016 made the Popular Mobilization Forces, **PMF** for short, part of Iraq's armed
#   forces. KH is one of their groups.
# - **A list.** The US keeps one of the groups that it calls terrorist. KH has been on it since 2009.
# - **The named themselves.** A group says what it is called.
# - **The writer, or a speaker.** No law and no list hands out a word such as *militia*. Somebody chose it.
#
# Six names from our texts. Decide before you see the table.

# %%
check("3.4")

# %% [markdown]
# ## Who says what?
#
# Our five texts come from an outlet in Turkey, one in the US, one in Canada, one in Russia, and from *Anti-Empire*, a small
# website. Guess again.

# %%
predict("3.p3")

# %% [markdown]
# The picture has a row for each kind of name: **what** they are called, **how often**, in **whose voice**. One person read
# every place and noted who is meant. You may see it otherwise: open a name, and read where it stands. (The columns on the right are three
# reports that we wrote.)

# %%
reveal("3.p3", naming("pmf"))

# %%
check("3.12")

# %% [markdown]
# **Whoever chooses a noun chooses an authority, without saying so.** *Soldier* lets Iraq's parliament speak. *Terrorist* lets
# Washington speak. With *proxy* the writer speaks. None of the three is made up. Each leaves the other two out.
#
# One word in these rows is a faith: *Shia*. Most fighters of the PMF are Shia, and Sunni fighters belong to them too. A faith is
# not a side in a war, and no believer stands for a militia.

# %% [markdown]
# ## Only a part, or mistaken?
#
# Look at *TRT World*. The line under its headline, ¶1, says “branch of the Iraqi Army”. In the text, ¶12, the same groups are a
# branch of Iraq's **armed forces**. Isn't that the same? Read what the law of 2016 says, in the small lines under the names.

# %%
check("3.13")

# %% [markdown]
# ## One death, and the words for it
#
# Now the fairest comparison on our shelf. On 3 January 2020 Qassem Soleimani, an Iranian general, died in a US drone strike, and
# with him Abu Mahdi al-Muhandis, an Iraqi leader of the PMF, and others. Three texts speak of this **one** act. **Held
# constant:** who died, when, how, and by whom. **Not held constant:** the writer and the year of writing.
#
# Which verb would *you* use?

# %%
predict("3.p4")

# %%
reveal("3.p4", naming("soleimani"))

# %% [markdown]
# - *Took out* sounds like a move in a game.
# - *Assassinated* says: somebody important, on purpose, for political reasons. It carries a verdict. Many people find it exact.
#   Both can be true.
# - *Murder* is a crime. Whose word it is here, and what the US answered, stands in the small lines under the names.
# - *Strike* tells what was done, and not that anybody died.

# %% [markdown]
# ## Change one noun
#
# A headline of a report that we wrote, about December 2019. Nothing changes but the name. Read all six aloud. After each, stop:
# what do you expect the article to say next?

# %% also=headline_swap("wire_2020")
headline_swap("wire_2019")

# %% [markdown]
# **Change the line:** write `2020` in place of `2019` and run it again. Another strike, the same six names. Is there one that
# you would never print? On whose word does it rest? One kind is new: *opponents of the named*. Here it is the US government that
# speaks of proxies.
#
# Now you are at the desk, with the strikes of June 2021. The Pentagon said that several Iran-backed groups had used the sites,
# among them Kataib Hezbollah and Kataib Sayyid al-Shuhada; both are in the PMF. Two of the three sites lay in Syria, one in
# Iraq. You may begin with *US strikes … in Syria and Iraq* and fill the gap twice.

# %%
check("3.14")

# %% [markdown]
# ## What survived the check
#
# You pulled a dozen names apart. This much stands after all:
#
# - **Four of the five texts say that these groups are part of the Iraqi state's forces, or work with them.** Three say the
#   first. *Responsible Statecraft* ¶11 says the second: *close coordination* with the military. A fact that stands in texts which
#   agree on little else is worth having.
# - **The rare word stayed rare.** You counted it and read it: these five texts do not shout *terrorist*.
# - **Some names can be looked up**, and then there is an answer.
#
# And what do you **not** conclude?
#
# - That there is one neutral word. There is a word, a reason, and somebody who gives it.
# - That a writer who uses a careful word is on somebody's side.

# %%
exit_ticket(3)

# %% [markdown]
# ## If you have time

# %% [markdown]
# **What newsrooms tell their writers.** Agencies sell one report to papers of every colour, so they have **house rules** about
# names. Two ideas stand behind nearly all of them. *Attribute:* say whose word it is. *Describe:* say what the person did.

# %%
style_rules("terrorist")

# %%
check("3.7")

# %% [markdown]
# **One word, two enemies.** A quieter word is *militant*: somebody who is ready to fight for a cause. *New Eastern Outlook*
# says it twelve times. *Whom* does it mean? Read the words before each hit, and ¶12 in blocks.

# %%
find("militant*", "neo")

# %%
show("neo", paragraphs="12", beside=False)

# %%
check("3.3")

# %% [markdown]
# **Four names for one group.** Decide first, then look.

# %%
check("3.9")

# %% [markdown]
# Write `isis` in place of `____` and run it. Then try `us_forces` (look for *occupier* and its voices), or `strike`.

# %% blank=isis also=naming("us_forces")
naming("____")

# %% [markdown]
# **Who did it?** Sometimes the noun is fine and the *doer* is gone: *the bridge was closed*. That is no trick in itself. Often
# nobody knows yet.

# %%
check("3.10")

# %% [markdown]
# **For researchers**, at home or another day. `style_rules()` has more rules.

# %%
check("3.11")

# %% [markdown]
# ## An empty line
#
# The last line is empty. Type what you like, such as `find("regime*")` or `naming("strike")`. A text of your own: put it
# between three quotation marks, `loaded_language("""…""")`.

# %%

# %% [markdown]
# On to [Lesson 4](04_four_jobs.ipynb), or back to the [start page](start.ipynb).
