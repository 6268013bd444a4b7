# %% [markdown]
# # Lesson 2: The nesting-doll article
#
# **Who is speaking in this sentence?**
#
# A nesting doll has a smaller doll inside, and that one a smaller one still. Some web pages are built like that. A website
# takes a piece of somebody's article and puts its own headline and comment on top. Inside the article somebody else is
# quoted. You read from top to bottom, and it feels like **one** text by **one** person.
#
# Here is a puzzle. On a web page stand the words “illegal occupier”, about the US. At the bottom it says that the text was
# taken from *Responsible Statecraft*. So did *Responsible Statecraft* say them?
#
# Today you open that page, doll by doll. At the end you can
#
# - take a page apart and say who wrote which part,
# - say who is speaking in a phrase,
# - explain why what is missing in an excerpt need not be missing in the original,
# - look up who is behind a page, and use it as a lead and not as a verdict.
#
# People died in the air strikes that the page is about. We speak of numbers and roles only. If it comes too close, skip it
# or stop. You need no reason.

# %% [markdown]
# ## Start here
#
# This line fetches the tools and shows nothing. Does another line say *not defined*? Run this one again.

# %%
from whosewords import *

# %% [markdown]
# ## Seven voices
#
# Every word on a page has somebody who says it: a **voice**. We use seven letters. You learn them in Odderquay, the
# invented town of Lesson 0, where nobody gets hurt.
#
# | Letter | Voice | In Odderquay |
# |---|---|---|
# | **A** | the **author** of the text | *The meeting had begun on Tuesday evening* |
# | **H** | a **headline** or heading, whoever wrote it | *Seven Desk-Dwellers Steal Our Bridge at Midnight* |
# | **E** | the host's **editor**: whoever posts the text of somebody else and comments on it | *the Gull does not whisper* |
# | **Q** | a direct **quotation**: the very words of a speaker | *“with wet hair and exact change”* (the baker) |
# | **I** | **indirect** (reported) speech: what somebody said, in the words of the writer | *that about 600 people cross* (the bridge warden) |
# | **S** | **scare quotes**, or irony: nobody is quoted, the quotation marks tell you to doubt the word | *our “open” council* |
# | **B** | **boilerplate**: what belongs to the site, such as dates, menus and buttons | *Share this with a gull near you* |
#
# Look at **Q** and **S**. Both stand in quotation marks. The test: **can you name the speaker?** The baker said it about
# the wet hair. Who said “open”? Nobody. The Gull only wants you to doubt the word.
#
# Before you run the next line: the Gull's page has the word “tired” in quotation marks. Q or S? Decide, then look for it.

# %% minutes=2
show("warmup_repost").layers()

# %% [markdown]
# You see boxes in boxes. A box is a **layer**: it tells who **wrote** that part. The letters tell who **speaks** there. The
# Lamp wrote the line with the wet hair, and the baker speaks in it. The **host** is the website that posts: here the Gull.
#
# Play with the switches. Switch off the Gull's own words: what is left? The counts follow you.
#
# “Tired” is Q: the bridge warden called the oak that. Now read the Gull's note, ¶3 and ¶4. It says two things that you can
# look up: that nobody says when the bridge comes back, and that the bridge warden has turned against the town hall.
#
# Take the warden first. In ¶6 she counts walkers and calls the wood tired. Did she turn against anybody? The note claims
# **more than the text below it says**. Keep that in mind. For the other claim you need the whole report.

# %%
show("warmup_harbour")

# %% [markdown]
# **Held constant:** the event, and three paragraphs, word for word. **Not held constant:** everything around them, and
# what was left out.

# %%
check("2.1")

# %% [markdown]
# ## The real page: guess first
#
# Now the page of *Anti-Empire*, a small website. It is about the US air strikes of 29 December 2019 on the Iraqi group
# **Kataib Hezbollah**, KH for short. KH belongs to Iraq's Popular Mobilization Forces and stands on the US list of terrorist
# groups; the US says that Iran backs it. It is not Lebanon's Hezbollah.
#
# How much of the page is the host's own?

# %%
predict("2.p1")

# %% [markdown]
# The line under a headline is called a **deck** (or standfirst, or sub-headline). This one makes a strong claim. You have
# not read the text yet: do you think that it says the same?

# %%
predict("2.p2")

# %% [markdown]
# ## Open the doll
#
# Five phrases, from the top of the page to its foot. Who is speaking in each? Decide **before** you see the page. Not all
# of them are loud.
#
# | Phrase | Where it stands |
# |---|---|
# | “Trump Gang” | ¶2, in the biggest letters |
# | “illegal occupier” | ¶6, at the end of a note, above the piece that was taken over |
# | “announced his resignation” | ¶9, inside that piece: what the prime minister had done |
# | “restore deterrence” | ¶11, inside that piece, between quotation marks |
# | “Do NOT follow this link” | ¶13, at the foot; hidden, so that readers never see it |

# %%
check("2.2")

# %% [markdown]
# Now open the page. Start with the big box and go inwards. Do the letters say what you said? The page is in blocks, but the
# boxes, the letters and our own sentences beside the paragraphs are enough for every question. Many names come up. You need
# not know them.

# %% minutes=4
reveal("2.p1", show("anti_empire").layers())

# %% [markdown]
# Each box says how many words it holds. Switch off the excerpt, and see what a reader meets first: a headline, a deck and
# three paragraphs by the host, before the first word of the author.

# %%
check("2.3")

# %% [markdown]
# The puzzle is solved: *Responsible Statecraft* did not say “illegal occupier”. The editor of Anti-Empire did. Whoever quotes
# in a hurry gets that wrong.
#
# Now your second guess. Read our sentences beside ¶3 and ¶10.

# %%
reveal("2.p2")

# %% [markdown]
# Do you remember the Gull and the bridge warden? Here it is again: the deck claims more than the text below it says.
#
# Is there nothing behind the deck, then? There is something. One of the three leaders in ¶10, Moqtada al-Sadr, said that he
# was willing to work with Iran-backed militia groups, his political rivals, to end the US presence. That is the best support
# for the deck that we found. But he also warned these militias against “irresponsible actions” (Reuters in Al Arabiya, 30
# December 2019). The deck takes a part of the picture for the whole.

# %% [markdown]
# ## What the scissors did
#
# Look for one word in the excerpt. What happened in Kirkuk on 27 December?

# %%
find("incident", "rs")

# %% [markdown]
# An “incident” can be anything, from a flat tyre to a battle. What may you conclude?

# %%
check("2.4")

# %% [markdown]
# The original can be found. Helena Cobban wrote it for *Responsible Statecraft*, and it appeared on 1 January 2020. Its
# beginning tells several things that are not in the excerpt:
#
# - In Kirkuk an **American contractor was killed**. (A contractor is a civilian who is paid to work for an army.)
# - Those killed in the US strikes are described as members of KH **and** of Iraq's security forces.
# - KH is spelled out. In the excerpt the two letters are never explained.
# - Supporters of KH had **stormed the grounds of the US embassy**.
#
# Who cut this out, and why? The page does not say. Perhaps it had to be short, perhaps somebody chose. We do not read minds.
#
# One more thing changed: the headline. Hers is a question about the future, *Can Escalation be Prevented in Iraq?* (To
# escalate is to get worse, step by step.) Anti-Empire's is an accusation about the past. **Held constant:** the text below.
# **Not held constant:** what you expect when you begin to read it.

# %% [markdown]
# ## One word, many voices
#
# Some texts call the US an *occupier*. Which ones, and who says it there? Make a guess in your head. Then run the line; a
# star stands for any letters.

# %%
find("*occup*")

# %% [markdown]
# **Read the hits before you count them.**
#
# - One hit is *preoccupied*: worried officers, no occupation. A machine that counts does not notice.
# - In *TRT World* ¶21 it is about **Iran**, not about the US: our sentence beside that paragraph says so. In ¶3,
#   *post-occupation* means *after the occupation*; whose it was, the words between the blocks do not say.
# - In *Anti-Empire* it is the editor's word (**E**).
# - In *New Eastern Outlook* it comes from the writer (**A**) and from a politician who is quoted (**Q**). Our own report
#   quotes it, too, and says who said it. Whoever counts must say **whose words** were counted.
#
# Our rule from now on: the author's words and headings (A, H) are counted together, and what others say (Q, I) is counted
# apart. The host's words stay with the host. Scare quotes are listed, never added up. Boilerplate is left out.
#
# **Held constant:** a few letters. **Not held constant:** event, speaker, and who is meant.

# %% [markdown]
# ## Who is behind it?
#
# To find out about a page, do not stare at it. **Leave** it, see what others say about those who make it, and **come back**.
# This is **lateral reading**: reading sideways.
#
# Here are five cards. Each fact has its source and date, and the other side has its say. Tap a name to open a card. Read
# **two**: one from the page you just took apart, and one that you are curious about. (A *foreign agent*, in US law, works
# there for somebody in another country and has to say so. Under *sanctions* of a government, its people and firms
# may no longer do business with you.)

# %% minutes=3
who_is_behind()

# %% [markdown]
# A card is a **lead**: it tells where to look harder. It is not a **verdict**.
#
# Back to Odderquay. Suppose a column in the Thimble Courier blames missing paint for the soft planks, not worms. And suppose
# the paper belongs to a paint shop.
#
# - Verdict: *It belongs to a paint shop, so the column is false.* But a true sentence stays true, whoever prints it.
# - Lead: *The town register says that it belongs to a paint shop, and the shop denies having a say. So I check what it says
#   about paint.*
#
# Look at dates, too. The US sanctions on *New Eastern Outlook* came **after** its article. And who accuses? The article attacks
# the very government that speaks on the card.

# %%
check("2.5")

# %% [markdown] minutes=0
# ## Three more dolls
#
# These three are a stretch. If you have ten minutes left, do them. If not, go on to *Write*.
#
# **Two copies.** On the shelf stands a second copy of the TRT World article, from another address. It holds the second half
# only. You need not read it. Look at ¶1, up to its last sign, and at the last line of the page.

# %% minutes=0
show("trt_cut")

# %% [markdown] minutes=0
# And here is the copy that you know. Look at ¶15, up to its last sign, at what stands above it, and at the last lines of
# the page.

# %% minutes=0
show("trt")

# %%
check("2.6")

# %% [markdown] minutes=0
# **Held constant:** the writer, and every word that is left. **Not held constant:** who died, where and when, what the
# letters KH and PMF stand for, and the line that says that this is somebody's opinion. All that is gone from the cut copy.

# %% [markdown] minutes=0
# **Many hands.** The Montreal column went through at least four hands: a columnist, a translator, an editor, a website. A
# machine that copied the page is the fifth. What got lost? Look at ¶1, ¶2 and the last lines.
# The head above ¶1 is ours: it does not count.

# %% minutes=0
show("journal_mtl")

# %% [markdown] minutes=0
# Hands also change things. A Canadian military mission cost more than one **billion** dollars, the Ottawa Citizen reported on
# 30 March 2021; an extract of the French column has *un milliard*. The English version in our file says one **trillion**, a
# thousand times as much.

# %%
check("2.7")

# %% [markdown] minutes=0
# **Whose remark?** The next line finds three remarks in brackets. Do they sound like an opinion?

# %% minutes=0
find("Russia*", "neo")

# %% [markdown] minutes=0
# Daesh is another name for the group that calls itself Islamic State.

# %%
check("2.8")

# %% [markdown]
# ## Write
#
# You are the editor now, and a good one. You may post a part of somebody's text, as long as your readers can see who says
# what.

# %%
check("2.9")

# %% [markdown]
# **For researchers**, at home or another day: what if the host's remarks stand in the middle of the sentences of others?

# %%
check("2.10")

# %% [markdown]
# ## What survived the check
#
# You took a page apart, and it did not turn into a heap of lies. This stands firm:
#
# - **Iraq's prime minister said that he had asked Washington not to strike.** The excerpt says it plainly, and so does a
#   report of 30 December 2019 (UrduPoint). A US envoy confirmed that he had been told (Elnashra, 30 December 2019). Of the
#   objection we have only his side's account.
# - **The strike was condemned** by the prime minister, by the office of Sistani, a Grand Ayatollah (a title of very high
#   Shia clerics), and by al-Sadr. Other reports agree.
# - **The page names its source,** and it marks its note as the editor's. Whoever looks can see who speaks. You looked.
#
# And what do you **not** conclude?
#
# - That an author hides what an excerpt does not show.
# - That quotation marks always quote somebody.
# - That you know whether a sentence is true once you know who owns the page.

# %% [markdown]
# ## Before you go
#
# Two taps.

# %%
exit_ticket(2)

# %% [markdown]
# Back to the [start page](start.ipynb).
