# %% [markdown]
# # Whose Words?
#
# Here you take articles apart, word by word: five real ones about American air strikes in Iraq and Syria, and a few that we
# invented. There are no marks and no winners, only three questions that come back again and again:
#
# *Whose words are these? What is held constant? What do you not conclude?*
#
# **How to run a line.** A grey box holds a line of code, already typed. Click into it and press **Shift + Enter**, or the ▶
# button at the top. Begin with this one. It fetches the tools and shows nothing; a number beside the box tells that it worked.

# %%
from whosewords import *

# %% [markdown]
# ## Where am I?
#
# The next line shows all lessons and what you have done. **Click on a name** to open that lesson. Back here? Run the line
# again: it does not change by itself.
#
# **Not much time?** Write `progress(1)`, `progress(3)` or `progress(5)`: it shows a shorter way, and where you go on in it.
# `progress(10)` is the whole course.

# %% also=progress(3)
progress()

# %% [markdown]
# ## Before you begin
#
# - **It is about war.** People died in these strikes. You will see numbers and roles, no pictures and no wounds. Whenever it
#   comes too close, skip the paragraph or leave. **You need no reason.**
# - **Nobody speaks for others**, not for a country, a faith or an army. We talk about texts, and say *the writer*, not *they*.
# - **A new word?** Click on **Words** under the text where it first stands. `glossary()` shows them all, and how to say the
#   names.
# - **You cannot break anything.** These pages are copies, and they are yours. A line that you changed has a button, **Put this
#   line back**; **Put back …** on top does it for the whole page. `reset()` lists what was changed, and tells
#   how to put back a line, a lesson or everything.
# - **Nothing there?** When a page was closed or loaded again, the results are gone and your answers are not. Run its lines
#   again, from the first one on. That also helps when something is *not known here yet*.
# - **A line of your own?** The **+** button at the top makes an empty box. So does the key **B**, after **Esc**.
# - **No mouse?** ↑ and ↓ go from box to box, and **Page Down** through a long result. **Ctrl + Enter** runs a box, **Tab**
#   goes on to its answers and, after the last one, to the next box. **Space** presses, **Shift + Tab** goes back.

# %% [markdown]
# ## Your answers
#
# What you answer is saved by itself in one file on this computer. It is sent nowhere. The next line shows it.

# %%
my_work()

# %% [markdown]
# **More than one person uses this computer?** In the line above, put a made-up name, not your real one, between the brackets:
# `my_work("blue-7")`. From then on, in every lesson, your answers have a file of their own, and you get fresh copies. The bar
# on top of each page says who works there. `my_work().delete()` takes your answers off this computer: it asks first.
#
# **To hand it in, or to take it home:** `my_work().export(".")` puts a copy beside the lessons, in the list behind the folder
# sign on the left. On another computer, put it in the same place and run `import_work("my_work.json")`, with the name of your
# file. Nothing that is there already gets lost.

# %% [markdown]
# ## How do you want it?
#
# Larger text? Less motion? One paragraph of the articles tells of grave crimes. It is folded, and no task needs it; you can
# leave it out altogether. What you tap holds in every lesson.

# %%
my_settings()

# %% [markdown]
# ## Why are there blocks in the articles?
#
# The articles belong to their publishers, so we may not print them. You see a **blackout edition**: names, numbers and strong
# words can be read, the others are blocks. A sentence of ours tells what each paragraph says. Every lesson can be done that
# way.
#
# Where an article was published, the next line tells. Put another short name between the quotation marks for another one:
# `anti_empire`, `rs`, `journal_mtl` or `neo`.

# %% also=where_to_read("neo")
where_to_read("trt")

# %% [markdown]
# If you have an article yourself, you can **unlock** it: then every word can be read. Put it in below, and press the button.

# %%
unlock()

# %% [markdown]
# ## Who made these lessons?
#
# We ask of every text who is behind it. Ask it of us, too. The card also says where to report a fault.

# %%
who_is_behind("whosewords")
