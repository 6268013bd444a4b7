# %% [markdown]
# # Lesson 6: Grade 17?
#
# **What does a readability score see?**
#
# You paste an article into a website. The website thinks for a second and says: *grade 17*.
#
# American schools end with grade 12. So must you study for five years before you may read about an air strike? Is the writer
# very clever, or very bad at writing? Imagine a school where pupils get nothing above grade 10. You would want to know what the
# machine saw in that second.
#
# The grade is a **scale of American schools**, for texts. It says nothing about you, and nothing about your English.

# %%
from whosewords import *

# %% [markdown]
# ## The whole machine
#
# **Readability** is how easily a text can be read. A **formula** is a recipe for a number. There are many readability formulas;
# one of the best known is called Flesch-Kincaid:
#
# **grade = 0.39 × words in a sentence + 11.8 × syllables in a word − 15.59**
#
# A **syllable** is one beat of a word. *War* has one, *mi-li-tia* has three. Both numbers are averages over the text.
#
# Try it: ten words in a sentence, one and a half syllables in a word. That makes 3.9 + 17.7 − 15.59, grade 6. Now the sentences
# are twice as long, with the same words: grade 10. That is the whole machine. What does it **not** see? Five things at least:
#
# - the **order** of the words: read each sentence backwards, and the grade is the same,
# - the **logic**: whether one sentence follows from the last,
# - whether **you know** a word: *banana* has three syllables, *feud* has one,
# - what you **already know** about the subject,
# - whether the text is **true**.
#
# A weather forecast and a lie can both have grade 8. At the end of this lesson you can
#
# - say what such a grade is made of, and what it does not see,
# - report a grade so that others can check it,
# - tell a fair use of it from a misuse.
#
# The five texts are about air strikes in which people died. Today you only count, and need not read about that.

# %%
predict("6.p1")

# %%
reveal("6.p1", readability)

# %% [markdown]
# Each dot is a grade, each line a **range**. Imagine that the writer had used other sentences, of the same kind. The computer
# plays that: it draws as many sentences from the text, by chance, some twice, some not at all, and grades them. It does so a
# thousand times. The line holds 95 of every 100 of these grades. *Anti-Empire* has no line: five sentences are too few to
# learn what chance does.
#
# Does somebody say “this text has grade 18 and that one has 17”? Ask for the ranges. Our program asks for every pair: read its
# sentence above the picture once more. Where texts cannot be told apart, a list of winners is a list of accidents.
#
# ## Five full stops
#
# A comma cannot change your mind. Can a full stop change a grade?
#
# In our file of *TRT World* three full stops are missing, and its two headings have none. You hardly notice it when you read. We
# put five full stops in. No word changes, no letter, no syllable.

# %%
predict("6.p2")

# %%
reveal("6.p2", add_stops("trt"))

# %% [markdown]
# The formula needs the number of words in a sentence. But **who decides what a sentence is?** Two rules:
#
# | Rule | Where a sentence ends | Who uses it |
# |---|---|---|
# | **naive** | at every `.` `!` and `?`, and nowhere else | the program *textstat* |
# | **careful** | where a line ends, and where a stop really ends a sentence: not after *Mr.* and not inside *U.S.* | we do |
#
# For the naive rule a line without a full stop does not end, so the heading and the next sentence are one giant. Five stops cut
# five giants in two. The careful rule had seen the line ends already.
#
# Now work one out before the machine does. *Responsible Statecraft* writes U.S. three times, with dots.

# %%
check("6.12")

# %% [markdown]
# See whether it does. **Fill the blank**: write the short name of this text, `rs`, in place of the four low lines, and run the
# line.

# %% blank=rs
drop_dots("____")

# %% [markdown]
# So is careful always better? Not so fast. It calls a heading a sentence, a very short one. You may doubt that. So leave
# headline and headings out. **Fill the blank** with `anti_empire`. Then put `trt` in its place: which rule moves now?

# %% blank=anti_empire also=drop_headings("trt")
drop_headings("____")

# %% [markdown]
# With *Anti-Empire* both rules move, towards each other. Nine grades lay between two honest rules, and 33 words had made them
# all. Neither rule is stupid. Somebody had to decide, and whoever decides about headings decides about the grade.
#
# ## One article, many grades
#
# Does an article have **one** grade at all? A **window** is a piece of fixed length that you move along a text. Ours is 100 words
# long. We move it through *New Eastern Outlook*, fifty words at a time, and grade what is in it.

# %%
predict("6.p3")

# %%
reveal("6.p3", windows("neo"))

# %% [markdown]
# Same writer, same article. Paste a hundred words from paragraph 8, and the website says *grade 11*. The next hundred words:
# *grade 18*. A score needs a long text, just as a survey needs many people.
#
# ## One text, six programs
#
# So far one program counted: ours. We gave the same text, letter for letter, to others and asked for the same formula. How far
# apart are they? Guess, then **fill the blank** with `trt`.

# %% minutes=1 blank=trt also=programs("neo")
programs("____")

# %% [markdown]
# *Textstat* stands there **twice**: between two versions somebody changed how syllables are counted. And one says **grade 70**.
# It did not go mad. In our text a blank line stands between paragraphs. This program ends no sentence there, so it sees a
# handful of endless ones. A website that uses it need not tell you.
#
# This is what you can report: *17 to 19, by five programs; a sixth fails on blank lines*. It is longer than a number, and you can
# stand up for it.
#
# ## What is it good for?
#
# Then throw it away? No. A thermometer is no use for weighing flour, and is still a good thermometer.

# %%
check("6.8")

# %% [markdown]
# Medicines come with a leaflet that says what they must not be used for. The *grade 17* of that website came with none. Write it.

# %%
check("6.9")

# %% [markdown]
# ## What survived the check
#
# You moved grades with five full stops, three abbreviations and a headline. Something is left all the same:
#
# - **Large gaps hold.** Our own three reports have grade 9. All six programs and both rules put them below all five articles.
#   (We wrote short sentences. That does not make them better.)
# - **The counts hold.** Words, syllables, sentences with their rule: anybody can count them again and get the same.
# - **It finds long sentences.** The note of *Anti-Empire* is three sentences, of 52, 48 and 36 words: grade 22 by both rules.
#   Read 52 words aloud in one breath. As a warning light for a writer, a score is useful.
#
# **Held constant** in the experiments: every word, but for the headings that we left out. **Not held constant** between the five
# texts: the event, the writer, the kind of text, the length, the translation.
#
# And what do you **not** conclude?
#
# - That you need 17 years of school for a text of grade 17.
# - That a harder text is more serious, more honest, or less honest.
# - That a lower grade is better. A text can be easy and false.
# - That two texts differ because one number is higher. Ask for the range, the rule, the program and its version.
# - That the careful rule is the true one. It is a decision as well, and this one was ours.

# %%
exit_ticket(6)

# %% [markdown]
# ## If you have time
#
# Which texts can the formula tell apart? In the last column a minus means *lower*: “-5 to -1” says that the first text lies one
# to five grades lower. Run it, then write `pairs(rule="naive")` and run it again. What changes?

# %% also=pairs(rule="naive")
pairs()

# %%
check("6.7")

# %% [markdown]
# Open *All seven formulas* under the first picture. The formula **SMOG** was made for texts of 30 sentences. *Textstat* gives a
# SMOG grade even to a single one. Ours says “too short”.

# %%
check("6.3")

# %%
check("6.5")

# %% [markdown]
# Does only one writer go up and down? Longer windows differ less: try `windows("trt", 400)`, too.

# %% also=windows("trt",400)
windows("trt")

# %%
check("6.4")

# %% [markdown]
# Now move a grade yourself, in the sentence lab. Choose the task *Move the grade without changing the meaning*. Press *Start from
# a text of ours* and take *Wire report 2020*, ¶8. It counts dead fighters; if you would rather not, take *The town hall
# newsletter*, ¶2.

# %%
rewrite()

# %%
check("6.6")

# %% [markdown]
# ## For researchers
#
# Be the machine yourself, with paragraph 2 of this text (an invented newsletter).

# %%
show("warmup_official", paragraphs="2")

# %%
check("6.10")

# %% [markdown]
# Then turn it on yourself. Take a page of your own and change nothing but full stops, commas and headings.

# %%
check("6.11")

# %% [markdown]
# ## An empty line
#
# The last box is yours. Type what you like and run it: `drop_headings("neo")`, `readability("rs", rule="naive")`, or
# `readability("""any text of yours, 30 words or more""")`. `add_text()` keeps a text for longer.

# %%

# %% [markdown]
# Back to the [start page](start.ipynb).
