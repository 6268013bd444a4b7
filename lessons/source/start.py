# %% [markdown]
# # Whose Words?
#
# Welcome. Here you take five real articles apart, word by word, and a few invented ones. All five are about American air
# strikes in Iraq and Syria, and each one wants to convince you of something. You never need to write code: every line is typed
# already. There are no marks and no winners, only three questions that you will ask again and again:
#
# *Whose words are these? What is held constant? What do you not conclude?*
#
# **How to run a line.** Click into a grey box and press **Shift + Enter**, or the ▶ button at the top. Begin with this
# one. It fetches the tools and shows nothing; a number beside the box tells you that it worked.

# %%
from whosewords import *

# %% [markdown]
# ## Where am I?
#
# The next line shows all lessons, how long each takes, and what you have done. **Click on a name** to open that lesson. If
# you stopped somewhere, the first sentence tells you where to go on. Back from a lesson? Run the line again: it does not
# change by itself.

# %%
progress()

# %% [markdown]
# ## Before you begin
#
# - **Who it is for.** You are between about 15 and 22, or you teach people who are. You do not need to know anything about
#   Iraq or about programming.
# - **It is about war.** People died in these strikes. You will see numbers and roles, no pictures and no wounds. Whenever
#   it comes too close, skip the paragraph, do something else, or leave. **You need no reason**, here or in class.
# - **Nobody speaks for others.** Nobody in the room stands for a country, a faith or an army. We talk about texts. We say
#   *the writer*, not *they*.
# - **A new word?** Where it first stands in a lesson, it is explained. `glossary()` shows them all, and how to say the names.
# - **It is your guess.** Lessons ask you to guess before you look. A guess cannot be wrong, only early.
# - **You cannot break anything.** Does a red message say *not defined*? Go to the first grey box of the page and run it
#   again. Then run the line that failed.
# - **No mouse?** ↑ and ↓ go from box to box, **Ctrl + Enter** runs one, **Tab** goes on to its answers, and **Space**
#   presses. **Tab** also leads out of a field that you type in. Gone too far? **Shift + Tab** goes back.

# %% [markdown]
# ## Your answers
#
# Everything that you answer is kept in one file on this computer. It is saved by itself, it is sent nowhere, and it is
# still there tomorrow. The next line shows it.

# %%
my_work()

# %% [markdown]
# **More than one person uses this computer?** Take a made-up name, not your real one, and write it between the brackets:
# `my_work("blue-7")`. From then on your answers have a file of their own.
#
# **To hand it in, or to take it home:** change the line in the box above to `my_work().export(".")` and run it. A copy then
# lies beside the lessons, in the list behind the folder sign on the left. On another computer, put the copy in the same
# place and run `import_work("my_work.json")`, with the name that your file has. Nothing that is there already gets lost.

# %% [markdown]
# ## Why are there blocks in the articles?
#
# The articles belong to their publishers, so we may not print them. You see a **blackout edition**: names, numbers and
# strong words can be read, and every other word is a block. Beside each paragraph stands one sentence of ours that tells
# what it says. All lessons can be done that way.
#
# If you have an article yourself, you can **unlock** it. The next line tells where it was published and how to do it. Put
# another short name between the quotation marks for another article: `anti_empire`, `rs`, `journal_mtl` or `neo`.

# %%
where_to_read("trt")
