# %% [markdown]
# # Lesson 2: The nesting-doll article
#
# **Who is speaking in this sentence?**
#
# On the website *Anti-Empire* you read two words about the US: “illegal occupier”. At the foot of the page, a line says that
# the text was taken from another website, *Responsible Statecraft*. You want to quote the two words. Who said them?
#
# People died in the air strikes that the page is about. We speak of numbers and roles only. If it comes too close, skip it
# or stop. You need no reason.

# %% [markdown]
# ## Start here
#
# This line fetches the tools and shows nothing. Is another line *not known here yet*? Run this one again.

# %%
from whosewords import *

# %%
predict("2.p3")

# %% [markdown]
# A nesting doll has a smaller doll inside, and that one a smaller one still. Some web pages are built like that. A website
# takes a piece of somebody's text and puts its own headline and comment on top. Inside the piece, somebody else is quoted.
# It reads like **one** text by **one** person. Today you
#
# - take such a page apart: who wrote which part, and who speaks in it,
# - ask what you may conclude from a piece that was cut out,
# - leave a page to find out who is behind it.

# %% [markdown]
# ## Seven voices
#
# Whoever speaks in a phrase is its **voice**. We use seven letters. The examples are from Odderquay, the invented town of
# Lesson 0.
#
# | Letter | Voice | In Odderquay |
# |---|---|---|
# | **A** | the **author** of the text | *The meeting had begun on Tuesday evening* |
# | **H** | a **headline** or heading | *Seven Bullies Grab Our Bridge at Midnight* |
# | **E** | the host's **editor**: whoever posts somebody else's text and comments on it | *the Gull does not whisper* |
# | **Q** | a **quotation**: the very words of a speaker | *“with wet hair and exact change”* (the baker) |
# | **I** | **indirect** (reported) speech: what somebody said, in the writer's words | *that about 600 people cross* (the bridge warden) |
# | **S** | **scare quotes**: the marks tell you to doubt the word | *our “open” council* |
# | **B** | **boilerplate**: what the site adds, such as dates, buttons, source lines | *Share this with a gull near you* |
#
# **Q** and **S** look alike. The test: **can you name the speaker?** The baker spoke of wet hair. Nobody said “open”: the
# Gull only wants you to doubt it.
#
# Here is a part of the Gull's page. In ¶6 (the sixth paragraph), “tired” stands in quotation marks. Q or S? Decide, then
# find its letter.

# %%
show("warmup_repost", layers=True, paragraphs="3-6")

# %% [markdown]
# A box is a **layer**: who **wrote** that part. A letter tells who **speaks** there. The website that posts is the **host**:
# here the Gull. Take the tick off *The Unbuttoned Gull’s own words*. Who still speaks?

# %% [markdown]
# ## The real page
#
# The page of Anti-Empire (`anti_empire` in our lines) is about US air strikes of 29 December 2019 on the Iraqi group
# **Kataib Hezbollah**, KH for short. KH belongs to Iraq's Popular Mobilization Forces. The US says that Iran backs it, and
# has it on its list of terrorist groups. It is not Lebanon's Hezbollah.
#
# Five phrases stand on the page. You have not seen it yet; where they stand is enough.

# %%
check("2.12")

# %% [markdown]
# The line under a headline is its **deck**. This one makes a strong claim.

# %%
predict("2.p2")

# %% [markdown]
# Now open the page. Start with the big box and go inwards. Most words are blocks; our own sentences stand beside them. Read
# those of ¶3 and ¶10 with care.

# %%
reveal("2.p3", show("anti_empire", layers=True, paragraphs="2-3, 6, 9-12"))

# %%
reveal("2.p2")

# %% [markdown]
# The best support for the deck that we found stands elsewhere. Moqtada al-Sadr, one of the three in ¶10, said that he was
# willing to work with Iran-backed militia groups, his political rivals, to end the US presence. But he also warned these
# militias against “irresponsible actions” (Al Arabiya, 30 December 2019).

# %% [markdown]
# ## One word, two voices
#
# Where else does the word stand? The star is for any letters.

# %% also=find("*occup*")
find("occupier*")

# %% [markdown]
# Read hits before you count them. “One each” is true, but look at the letters. From now on we count an author's own words (A
# and H) apart from what others say (Q and I).
#
# **Your turn.** In the grey box above, put `*occup*` between the quotation marks and run it again. One of the hits has
# nothing to do with an occupation. Which?

# %% [markdown]
# ## What the scissors did
#
# What happened in the Iraqi city of Kirkuk on 27 December? Ask the piece that was taken over, the **excerpt** (`rs`).

# %%
find("incident", "rs")

# %% [markdown]
# An “incident” can be anything, from a flat tyre to a battle. The excerpt says no more about it.

# %%
check("2.11")

# %% [markdown]
# **Your turn.** Put `wire_2019` into the blank: our own short report, made from other sources. Then put `contractor` (a
# civilian who works for an army) in the place of `Kirkuk`.

# %% blank=wire_2019 also=find("contractor","wire_2019")
find("Kirkuk", "____")

# %% [markdown]
# Helena Cobban's original in *Responsible Statecraft* (1 January 2020) tells of the killed contractor near its beginning.
# Why the piece begins later, the page does not say. We do not read minds.
#
# **The same** in original and excerpt: the excerpt's words. **Not the same:** what stands before them.

# %% [markdown]
# ## Who is behind it?
#
# To find out, **leave** the page, see what others say about its makers, and come back. This is **lateral reading**: reading
# sideways.
#
# *Responsible Statecraft* is the magazine of the Quincy Institute in Washington. **Take 90 seconds.** Open a new tab in your
# browser and search for
#
# > Quincy Institute who pays for it
#
# Text only, no pictures. Do not click yet. Read the names of the sites and the lines below them. Who speaks there: the
# institute, a friend, a critic, somebody else?
#
# **No network?** Use these results, about a newspaper in Odderquay:
#
# 1. *The Thimble Courier, About us:* “The free voice of the town.”
# 2. *Town register of Odderquay:* The Courier belongs to a paint shop.
# 3. *The paint shop:* “We own it. We do not tell it what to print.”
# 4. *A comment on the Gull's page:* “Everybody knows who pays them!!!”

# %%
check("2.13")

# %% [markdown]
# Now compare with what we found. Tap on *Responsible Statecraft*. Then tap on *Whose Words?*: these lessons have makers, too.
# (New on the other cards: *foreign agent*, *sanctions*.)

# %%
who_is_behind()

# %% [markdown]
# A card is a **lead**: it tells where to look harder. It is not a **verdict**. The Courier blames missing paint for the soft
# planks of the bridge.
#
# - Verdict: *It belongs to a paint shop, so that is false.* But a true sentence stays true, whoever prints it.
# - Lead: *The town register says that it belongs to a paint shop. So I check what it says about paint.*
# - Lead, about us: *Their card says that they wrote the sentences beside the blocks. So I check whether these sentences judge.*

# %%
check("2.5")

# %% [markdown]
# ## Write
#
# Now you are the editor. You may post a part of somebody's text, as long as readers can see who says what.

# %%
check("2.9")

# %% [markdown]
# ## What survived the check
#
# The page did not turn into a heap of lies. This stands firm:
#
# - **Iraq's prime minister said that he had asked Washington not to strike.** The excerpt says so; UrduPoint reported it on
#   30 December 2019. It is his account; we found no other of it.
# - **The page names its source,** and marks its note as the editor's. Whoever looks can see who speaks. You looked.
#
# Do **not** conclude that an author hides what an excerpt does not show.

# %% [markdown]
# ## Before you go
#
# Two taps.

# %%
exit_ticket(2)

# %% [markdown]
# ## Two more dolls
#
# Do you have five minutes left? These two are extra.
#
# **Two copies.** There is a second copy of the TRT World article, from another address. It holds only the second half. Here
# is its first paragraph, and after it the same paragraph in the copy that you know. Look at the very last mark of each.

# %%
show("trt_cut", paragraphs="1", beside=False)

# %%
show("trt", paragraphs="15", beside=False)

# %%
check("2.6")

# %% [markdown]
# **Whose remark?** In *New Eastern Outlook*, nearly the same remark stands three times in brackets, each time behind DAESH,
# another name for the group that calls itself Islamic State.

# %%
find("Russia*", "neo")

# %%
check("2.14")

# %% [markdown]
# **For researchers**, at home or another day: what if the host's remarks stand in the middle of the sentences of others?

# %%
check("2.10")

# %% [markdown]
# ## An empty line
#
# The last box is empty. Type what you like, such as `find("troops")`. To count a text of your own, type
# `loaded_language("""`, paste the text, and end with `""")`. `add_text()` puts a text on the shelf, beside the articles.

# %%

# %% [markdown]
# Next: [Lesson 3, One fighter, four nouns](03_four_nouns.ipynb). Or go back to the [start page](start.ipynb).
