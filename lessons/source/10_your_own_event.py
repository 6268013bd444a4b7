# %% [markdown]
# # Lesson 10: Bring your own event
#
# **Can I do this on a story I care about?**
#
# Something happened: in your town, in a country you know, in a sport you love. Four pages tell it, and each tells it another way.
# Somebody at your table says: “There, you see! *They* lie, and *those* are right.”
#
# You can do better than that now. You can make a **framing brief**: two pages in which every number shows how it was counted,
# every quotation has its speaker, and the last line says what you do **not** conclude. It is a thing that you can put on a table
# and defend.
#
# Today you finish a brief that somebody began. Then you make your own. At the end you can
#
# - say what a comparison holds constant, before you compare,
# - correct a machine's draft by hand, and say how often it was right,
# - write what survived the check, and what does not follow.

# %%
from whosewords import *

# %% [markdown]
# ## Three texts and one vote
#
# The town of Odderquay, its papers and its people are invented, and the texts are ours. A council voted to close an old
# footbridge. Three texts are about it:
#
# | Short name | What it is | Posted |
# |---|---|---|
# | `lamp` | *The Odderquay Harbour Lamp*: a report | 10 September 2025 |
# | `courier` | *The Thimble Courier*: a column | 12 September 2025 |
# | `gull` | *The Unbuttoned Gull*: a **repost**, that is, a part of the Lamp's report under the Gull's own headline and note | 13 September 2025 |
#
# A repost looks like a text, and it has two writers. How much of the report did the Gull keep? (The line after the guess
# calls the first text `warmup_harbour` and the last `warmup_repost`, as earlier lessons do.)

# %%
predict("10.p1")

# %%
reveal("10.p1", copies("warmup_harbour", "warmup_repost"))

# %% [markdown]
# Look at what was cut. The report that the Gull prints has no survey and no day on which the bridge opens again. Every word
# of it is the Lamp's, and still it tells less. So the first question about any page is not “Is it true?” but “Who wrote
# which of its lines?”
#
# ## First the licence
#
# A driver needs a licence before the first turn. So do you. Before you compare, say of six things whether they are **held
# constant**, that is, the same in all texts: the event, the dates, the kind of text, the length, the writer, the language.
# What is not held constant may be the reason for every difference that you find.

# %%
check("10.1")

# %% [markdown]
# ## A brief that somebody began
#
# A maker of these lessons began this brief, and stopped half way so that you can go on. The next line gives you **your own
# copy**. It is saved while you work: close it whenever you like, run the line again, and you go on where you were.
#
# The eleven buttons are eleven steps. Steps 1, 2 and 5 are done; open them to see how. Step 8 is done with step 3. In each
# step, *Read gull* opens that text. These are yours:
#
# | Step | What you do | Minutes |
# |---|---|---|
# | 3 Licence | Six decisions. Read the small line under each: the computer has counted for you. | 2 |
# | 4 Voices | Choose `gull`. A rule has guessed who speaks in each *stretch*: some words in one voice. Choose the voice that is right; the next stretch comes by itself. | 2 |
# | 6 Frames | Choose `gull`. The problem is done. Cause, judgement and remedy are yours: a phrase of six words at most as proof, or *blank*. | 4 |
# | 7 One count | Press *Count*. Then *Check as the first reader*: is each hit a word that judges? | 3 |
# | 9 Two claims | Claim 2 has its sources: *Read lamp*, ¶7. Which verdict do they allow, and how sure are you? | 2 |
# | 10 Silences | One thing that a text leaves out. Take the **most innocent** reason that fits, from the top. | 2 |
#
# In pairs, one reads and one taps; change at step 6. Leave step 11 for later.

# %% minutes=15
new_event("data/bridge_event", copy="bridge")

# %% [markdown]
# In step 7, the second reader was that maker. Did you agree on every hit? Where you did not, look at the sentence again
# before you look at the person.
#
# ## What the brief refuses
#
# A brief has ten parts. Most may be missing: then it says *Not done*, and everybody can see it. But without some parts
# the computer will not write it at all.

# %%
predict("10.p2")

# %%
reveal("10.p2")

# %% [markdown]
# Two of these lines are the hardest to write. **What survived** is what all texts say, whatever they want you to see in it. **I
# do not conclude** is what somebody will read into your brief, and what does not follow from it. Sort first, then write.

# %%
check("10.2")

# %% [markdown]
# Now step 11: write *What survived*, *My own frame* (what did you **want** to find?) and *I do not conclude*. Then press *Write the
# brief*. You can do it above, or here: this line opens your copy again, at the first step that wants something. Copy the address
# that it tells into your browser: that is your brief, and Ctrl + P prints it.

# %% minutes=4
new_event("bridge")

# %% [markdown]
# ## A reader who is not you
#
# A brief is finished when somebody else can use it. A classmate wrote under a count: *“The Gull has 25 loaded words in 1,000, the
# Lamp none. So the Gull is the worse paper.”* (Classmate and numbers are invented.) Help.

# %%
check("10.3")

# %% [markdown]
# ## What survived the check
#
# Two of the three texts judge in strong words, and one prints less than half of a report. Something is left all the same:
#
# - **The core holds.** Seven members voted for the closure. Bullies, snails or members: all three texts count seven.
# - **The excerpt holds.** What the Gull prints of the Lamp is the Lamp's, word for word. You need not take its word for it: you saw it.
# - **The hand check holds.** The list was not always right. Now you know how often, and can say so beside the number.
#
# **Held constant** today: the event, the language, the list of words. **Not held constant**: the day of writing, the kind of text, who wrote
# the lines, the length.
#
# And what do you **not** conclude?
#
# - That a text with more loaded words is false, or a plain one true.
# - That what a text leaves out was hidden.
# - That your brief is the last word. It is one that others can check.

# %%
exit_ticket(10)

# %% [markdown]
# ## Your own event
#
# Two or three sittings, or a week on your own. First the rules of choice:
#
# - **One event with a date**, and three or four texts about it. If you can: two languages or countries, and one report of a news agency.
# - No event in which somebody of your class has a part. No videos of violence.
# - Your teacher agrees to the event. Nobody has to agree to your opinion.
#
# | Sitting | Steps | You leave with |
# |---|---|---|
# | 1 | Save each page from your browser (Ctrl + S, *HTML only*); 1 texts, 2 dates, 3 licence | a comparison that is allowed |
# | 2 | 4 voices, 5 names, 6 frames, 7 one count | evidence, checked by hand by two people |
# | 3 | 8 readability, 9 claims, 10 silences, 11 the brief | two printed pages |
#
# In step 1 press *Add a text*, choose the file that you saved, and look through its blocks: what belongs to the article, and who
# wrote it?

# %%
check("10.4")

# %% [markdown]
# Then **fill the blank** with a short name for it, of letters and digits. To hand the whole event to a reader, write
# `new_event("my_event").export()`: that is one file, with the texts in it, for your class and nobody else. Your reader opens
# it with `review("my_event.zip")`.

# %% blank=my_event
new_event("____")

# %% [markdown]
# **Two readers** try your brief, and one of them should share your view of the event. Each writes `review("my_event.zip")` with the
# name of your file, and gives you a file back; `review("…")` with its name takes it in. Opening somebody's event closes your own:
# write `new_event("my_event")` again, and `my_brief()` shows their marks below it.

# %% [markdown]
# **No internet?** Four saved pages come with these lessons: invented, ours, and about one night on a lake. This is the first one;
# the others are `heron.html`, `kettle.html` and `digest.html`. One of them has a number that is wrong.

# %% also=add_text(Path("data/ready_event/heron.html"),name="heron")
add_text(Path("data/ready_event/agency.html"), name="agency")

# %% [markdown]
# ## An empty line
#
# The last box is yours. Every call of the course works on your texts: `copies("agency", "heron")`, `rank(["agency", "heron"])`,
# `frames("gull")`. `add_text("""a text that you paste""", name="mine")` brings in a text without a page.

# %%

# %% [markdown]
# Back to the [start page](start.ipynb).
