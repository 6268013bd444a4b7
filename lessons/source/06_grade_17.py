# %% [markdown]
# # Lesson 6: Grade 17?
#
# **What does a readability score see?**
#
# You paste an article into a website. The website thinks for a second and says: *grade 17*.
#
# American schools end with grade 12. So must you study for five years before you may read about an air strike? Is the writer
# very clever, or very bad at writing? Now imagine a school where pupils get nothing above grade 10. Then this number decides
# what you may read. You would want to know what the machine saw in that second.
#
# In this lesson you move the grade of a text by two, and you do not touch a single word. Afterwards you know what such a
# number can do, and what it cannot.
#
# At the end you can
#
# - say which two things most readability formulas measure, and five things that they do not see,
# - change a score without changing a word,
# - report a range with its reasons, and no bare number,
# - tell a fair use of a score from a misuse.
#
# One thing first. The grade is a **scale of American schools**, for texts. It says nothing about you, and nothing about your English.
#
# The texts are about air strikes in which people died. Today you only count, and need not read about that.

# %% [markdown]
# ## Start here

# %%
from whosewords import *

# %% [markdown]
# ## What the machine sees
#
# A **syllable** is one beat of a word. *War* has one, *mi-li-tia* has three. A **formula** is a recipe for a number. One of the
# best known recipes of this kind is called Flesch-Kincaid:
#
# **grade = 0.39 × words in a sentence + 11.8 × syllables in a word − 15.59**
#
# That is the whole machine. Both are averages. Long sentences push the grade up, long words push it up, and nothing else counts.
# Try it: ten words in a sentence, one and a half syllables in a word. That makes 3.9 + 17.7 − 15.59, grade 6. Now make the
# sentences twice as long and keep the words: grade 10.
#
# And what does it **not** see? Five things at least:
#
# - the **order** of the words: read each sentence backwards, and the grade is the same,
# - the **logic**: whether one sentence follows from the last,
# - whether **you know** a word: *banana* has three syllables, *feud* has one,
# - what you **already know** about the subject,
# - whether the text is **true**.
#
# A weather forecast and a lie can both have grade 8.

# %%
predict("6.p1")

# %% [markdown]
# Look at the picture first. Each dot is a grade, each line a **range**. In the long table you need two columns today: *sentences*
# and *Flesch-Kincaid*. The others are other recipes.

# %% minutes=2
reveal("6.p1", readability)

# %% [markdown]
# Where does a range come from? Imagine that the writer had used other sentences, of the same kind. We cannot ask the writer. So
# the computer draws sentences from the text by chance, some of them twice, some not at all. It makes a new text of them and
# grades it. It does so a thousand times. The line holds 95 of every 100 of these grades. Statisticians call it an **interval**.
# Short text, long line: a few sentences are not much to go by.
#
# Does somebody say “this text has grade 18 and that one has 17”? Then ask: **can the formula tell them apart at all?** The next
# line asks it for every pair. In its last column a minus means *lower*: “-5 to -1” says that the first text lies one to five
# grades lower.

# %% minutes=2
pairs()

# %% [markdown]
# Five texts make ten pairs, and the formula can tell **one** of them apart. For the other nine a list of winners would be a list
# of accidents. The one that differs is, as it happens, the pair about the same strike. **Why** the two differ is another question,
# and no formula answers it.
#
# Now go back to the long table further up, column **SMOG**. This formula was made for texts of 30 sentences. The program
# *textstat* gives a SMOG grade even to a single sentence. Ours says “too short”.

# %%
check("6.3")

# %% [markdown]
# ## Five full stops
#
# A comma cannot change your mind. Can a full stop change a grade?
#
# In our file of *TRT World* three full stops are missing, and its two headings have none. You hardly notice it when you read. We
# put five full stops in. No word changes, no letter, no syllable.

# %%
predict("6.p2")

# %% minutes=3
reveal("6.p2", add_stops("trt"))

# %% [markdown]
# Read the column *sentences*. The formula needs the number of words in a sentence. But **who decides what a sentence is?** Here two
# rules stand side by side:
#
# | Sentence rule | Where a sentence ends | Who uses it |
# |---|---|---|
# | naive | at every `.` `!` and `?`, and nowhere else; pieces of one or two words do not count | the program *textstat* |
# | careful | where a line ends, and where a stop really ends a sentence: not after *Mr.* and not inside *U.S.* | we do |
#
# For the naive rule a line without a full stop does not end. It glues the heading to the next sentence and gets a giant. Five
# stops cut five giants in two, and the grade falls by two. The careful rule had seen the line ends already.
#
# Look at the picture: the lines before and after overlap. Is the fall an accident, then? No. It is the same text, counted twice,
# and only the stops are new. Ranges are for questions about two texts.
#
# *Responsible Statecraft* writes U.S. with dots. What if it wrote US? In the next line a word is missing. **Fill the blank**: write
# the short name of this text, `rs`, in place of the four low lines, and run the line.

# %% blank=rs
drop_dots("____")

# %%
check("6.1")

# %%
check("6.2")

# %% [markdown]
# Two experiments, and the naive rule jumped each time: once down, once up. The careful rule did not move. So is careful always
# better? Not so fast.
#
# ## Is a heading a sentence?
#
# The careful rule calls a heading a sentence, a very short one. You may doubt that. So leave all headings out.

# %%
drop_headings("trt")

# %% [markdown]
# Which rule moved this time? Now the same with *Anti-Empire*. **Fill the blank** with its short name, `anti_empire`.

# %% minutes=2 blank=anti_empire
drop_headings("____")

# %% [markdown]
# With *TRT World* it was the careful rule that moved, and the naive rule stood still. With *Anti-Empire* both move, towards
# each other: from 18 up to 22, and from 27 down to 22. Nine grades lay between two honest rules, and headline and deck had made
# them all. (A **deck** is the line under a headline.) It took 33 words.
#
# Neither rule is stupid. Somebody had to decide, and whoever decides about headings decides about the grade.
#
# Back to the ten pairs. One could be told apart, by the careful rule. **Fill the blank** with the name of the other rule.

# %% minutes=2 blank=naive
pairs(rule="____")

# %% [markdown]
# The same five texts, the same formula, and now five pairs differ. Most of the new ones have *Anti-Empire* in them, the shortest
# text, with its headline glued to what follows.
#
# ## One article, many grades
#
# Does an article have **one** grade at all? A **window** is a piece of fixed length that you move along a text. Ours is 100 words
# long. We move it through *New Eastern Outlook*, fifty words at a time, and grade what is in it.

# %%
predict("6.p3")

# %% minutes=2
reveal("6.p3", windows("neo"))

# %% [markdown]
# Same writer, same article. Give our program a hundred words from paragraph 8, and it says *grade 11*. The next hundred words:
# *grade 18*.
#
# Does only this writer go up and down like that? **Fill the blank** with `trt`.

# %% minutes=2 blank=trt
windows("____")

# %%
check("6.4")

# %% [markdown]
# Longer windows differ less: change your line to `windows("trt", 400)` and run it once more. A score needs a long text, just as a survey needs many people.
#
# ## One text, six programs
#
# So far one program counted: ours. We gave the same text, letter for letter, to others and asked for the same formula.
# **Fill the blank** with `trt`. Guess before you run: how far apart are they?

# %% minutes=3 blank=trt
programs("____")

# %% [markdown]
# *Textstat* stands there **twice**, in two versions; we count each as a program. Same text, two grades apart: between the two versions somebody changed how
# syllables are counted.
#
# One program has 0.38 in its recipe where the others have 0.39. And one says **grade 70**. It did not go mad. In our text a blank
# line stands between paragraphs. This program ends no sentence there, so it sees a handful of endless ones. A website that uses it
# need not tell you.
#
# Five of them lie between 17 and 19. So this is what you can report: *17 to 19, by five programs; a sixth fails on blank lines*. It
# is longer than a number, and you can stand up for it.
# (Chance comes on top: remember the line of *TRT World* in the first picture.)

# %% [markdown]
# ## What is it good for?
#
# Then throw it away? No. A thermometer is no use for weighing flour, and is still a good thermometer. Sort these uses.

# %%
check("6.8")

# %% [markdown]
# ## Write your card
#
# Medicines come with a leaflet that says what they must not be used for. The *grade 17* of that website came with none. Write it.

# %%
check("6.9")

# %% [markdown] minutes=0
# ## If you have time
#
# The page of *Anti-Empire* has three parts: its headline with the deck, the editor's note, and the excerpt from *Responsible
# Statecraft*. Look at the results above once more.

# %%
check("6.5")

# %% [markdown] minutes=0
# Now move a grade yourself, in the sentence lab. Choose the task *Move the grade without changing the meaning*. Press *Start from
# a text of ours* and take *Wire report 2020*, ¶8. It counts dead fighters; if you would rather not, take *The town hall
# newsletter*, ¶2. (Or type it: `rewrite("My new text.", first="The old text.", task="grade")`.)

# %% minutes=0
rewrite()

# %%
check("6.6")

# %% [markdown] minutes=0
# And the pair that really differs, *Journal de Montréal* and *New Eastern Outlook*? The Montréal text is a translation.

# %%
check("6.7")

# %% [markdown] minutes=0
# ## For researchers
#
# At home or another day: be the machine yourself, with paragraph 2 of this text (an invented newsletter).

# %% minutes=0
show("warmup_official")

# %%
check("6.10")

# %% [markdown] minutes=0
# Then turn it on yourself. Take a page of your own and change nothing but full stops, commas and headings.

# %%
check("6.11")

# %% [markdown]
# ## What survived the check
#
# You moved a grade with five full stops, three abbreviations and a headline. Something is left all the same:
#
# - **Large gaps hold.** Our own three reports have grade 9. All six programs and both rules put them below all five articles.
#   (That is because we wrote short sentences. It does not make them better.)
# - **The counts hold.** Words, syllables, sentences with their rule: anybody can count them again and get the same.
# - **It finds long sentences.** The note of *Anti-Empire* is three sentences, of 52, 48 and 36 words, and both rules give it 22.
#   Read any sentence of 52 words aloud, and you run out of breath. As a warning light for a writer, a score is useful.
#
# **Held constant** in the experiments: every word. **Not held constant** between the five texts: the event, the writer, the kind of
# text, the length, the translation.
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
# Back to the [start page](start.ipynb).
