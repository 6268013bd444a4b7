"""Voices by kind of mistake: what public bug reports tell of other tools, in sentences of our own.

Every answer was worked out by hand before the rule was run: who said these words, by the test of
docs/voices.md? What nobody said stays with the author.
"""

import pytest

from whosewords.shelf.lines import line_voice
from whosewords.voices import voices

TRIM = " \t\r\n,.;:–—-"


def told(s, wanted="QIS"):
    """(voice, text, speaker) of every stretch in the wanted voices; reported speech without its marks."""
    found = [(v.voice, s[v.start : v.end].strip(), v.speaker) for v in voices(s) if v.voice in wanted]
    return [(v, text.strip(TRIM) if v in "IH" else text, speaker) for v, text, speaker in found]


def check(s, expected):
    """expected: one line a stretch, “voice text | speaker”; several names that are right are parted by /."""
    lines = [line.strip() for line in expected.splitlines() if line.strip()]
    found = told(s)
    assert [f"{v} {text}" for v, text, _ in found] == [line.partition("|")[0].strip() for line in lines]
    for (_, _, speaker), line in zip(found, lines, strict=True):
        assert (speaker or "") in line.partition("|")[2].strip().split("/"), (speaker, line)


@pytest.mark.parametrize(
    "s",
    [
        "Roe never called the bridge “a ruin”.",
        "Roe has not once used the word “ruin”.",
        "Nobody said that the bridge was safe.",
        "Neither the mayor nor Roe said that it was safe.",
        "Neither the mayor nor Roe called it “a ruin”.",
        "Unless the mayor says that the bridge is safe, we stay.",
        "Did the mayor say that the bridge was safe?",
        "The mayor refused to say whether the bridge was safe.",
        "The mayor has yet to say whether the bridge is safe.",
        "The mayor left without saying that the bridge was safe.",
        "If Roe had called it “a ruin”, we would know.",
        "Roe denied calling the mayor “a thief”.",
        "Roe didn’t say “the bridge is a ruin and a shame”.",
        "Roe declined to call it “a ruin”.",
        "Roe might have said “yes”.",
        "Roe forgot to say “sorry”.",
        "Not even Roe said that the bridge was safe.",
        "Is it true that Roe said that it was safe?",
    ],
)
def test_words_that_nobody_said_stay_with_the_author(s):
    check(s, "")


def test_a_sentence_that_was_taken_back_names_no_speaker_of_the_next():
    """Here the whole text was once named as the speaker."""
    check("Roe denied saying that. “We won the great race today.”", "Q “We won the great race today.”")


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        ("Roe said that the bridge was not safe.", "I that the bridge was not safe | Roe"),
        ("The mayor did not say when, but Roe said that it was soon.", "I that it was soon | Roe"),
        ("The mayor, who was not there, said that it was safe.", "I that it was safe | The mayor"),
        ("Roe said: “I did not say so.”", "Q “I did not say so.” | Roe"),
        ("Not long ago, Roe called it “a ruin”.", "Q “a ruin” | Roe"),
        ("Roe denied that the bridge was shut.", "I that the bridge was shut | Roe"),
    ],
)
def test_a_word_of_denial_elsewhere_takes_nothing_away(s, expected):
    check(s, expected)


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        ("Roe rejected the mayor’s description of the bridge as “a ruin”.", "Q “a ruin” | the mayor"),
        (
            "The board dismissed Roe’s warning that the bridge was “rotten”.",
            """I that the bridge was | Roe
               Q “rotten” | Roe""",
        ),
        (
            "The board disputed a claim by Roe that the bridge was “rotten”.",
            """I that the bridge was | Roe
               Q “rotten” | Roe""",
        ),
        ("The mayor rejected the accusation that he was “a thief”.", "Q “a thief” | "),
        ("The mayor denied Roe’s claim that it was shut.", "I that it was shut | Roe"),
        ("The board denied having said that it was shut.", ""),
        ("The board denied reports that it was shut.", ""),
        ("The Lamp quoted Roe as saying: “It is shut.”", "Q “It is shut.” | Roe"),
        ("The board laughed at Roe’s complaint about “wet feet”.", "Q “wet feet” | Roe"),
    ],
)
def test_words_belong_to_the_owner_of_the_claim_not_to_who_denies_it(s, expected):
    check(s, expected)


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        (
            "“Is it safe?” Roe asked Pell. “It is,” he replied.",
            """Q “Is it safe?” | Roe
               Q “It is,” | he/Pell""",
        ),
        (
            "“Is it safe?” Roe asked him. “No,” he answered.",
            """Q “Is it safe?” | Roe
               Q “No,” | he""",
        ),
        ("Asked by Roe whether the bridge was shut, Pell nodded.", "I whether the bridge was shut | Roe"),
        ("When asked if the bridge was shut, Pell nodded.", ""),
        ("Pell was told: “Go home.”", "Q “Go home.” | "),
        ("The bridge, branded “a ruin” by walkers, will close.", "Q “a ruin” | walkers"),
        ("Roe said of Pell: “She sleeps.”", "Q “She sleeps.” | Roe"),
        ("Roe told Pell that it was shut.", "I that it was shut | Roe"),
        ("Pell heard Roe say “go home”.", "Q “go home” | Roe"),
        ("“Is it shut?” Roe asked. “No,” was the answer.", "Q “Is it shut?” | Roe\nQ “No,” | "),
    ],
)
def test_words_do_not_belong_to_who_was_asked_or_spoken_about(s, expected):
    check(s, expected)


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        ("The plan was branded “a bad joke” by the board.", "Q “a bad joke” | the board"),
        ("It was claimed by Roe that the bridge was shut.", "I that the bridge was shut | Roe"),
        ("“It is safe,” the warden was quoted as saying.", "Q “It is safe,” | the warden"),
        ("The mayor was accused by walkers of “sleeping”.", "Q “sleeping” | walkers"),
        ("Roe, accused of “sleeping” by the board, left.", "Q “sleeping” | the board"),
        ("The plan was called “a bad joke”.", ""),
        ("“A ruin” is how Roe described the bridge.", "Q “A ruin” | Roe"),
        ("The plan was described as “a bad joke” in a report by the board.", "Q “a bad joke” | the board"),
        ("“It is safe,” Roe was heard to say.", "Q “It is safe,” | Roe"),
        ("The mayor accused Roe of “sleeping”.", "Q “sleeping” | The mayor"),
    ],
)
def test_passive(s, expected):
    check(s, expected)


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        (
            "The bridge, Roe said, was shut in May.",
            """I The bridge | Roe
               I was shut in May | Roe""",
        ),
        (
            "In winter, the warden told us, nobody came.",
            """I In winter | the warden
               I nobody came | the warden""",
        ),
        (
            "If it falls, Roe added on Monday, the town will pay.",
            """I If it falls | Roe
               I the town will pay | Roe""",
        ),
        (
            "The worms, scientists say, are harmless.",
            """I The worms | scientists
               I are harmless | scientists""",
        ),
        (
            "The bridge was new, said Roe, when the worms came.",
            """I The bridge was new | Roe
               I when the worms came | Roe""",
        ),
        ("The bridge was new, Roe said, but it fell.", "I The bridge was new | Roe"),
        ("The bridge, which Roe said was shut, fell.", ""),
        ("The warden, Ann Roe, said that it was shut.", "I that it was shut | Ann Roe/The warden"),
    ],
)
def test_a_speaker_in_the_middle_of_what_is_reported(s, expected):
    check(s, expected)


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        ("I think that the bridge is a joke.", ""),
        ("We believe the bridge is a joke.", ""),
        ("The bridge is a joke, I say.", ""),
        ("The bridge, I think, is a joke.", ""),
        ("My claim that the bridge is a joke stands.", ""),
        ("I called the plan “a joke”.", "S “a joke” | "),
        ("I told Roe: “Go home.”", "Q “Go home.” | I"),
        ("“I think it is safe,” Roe said.", "Q “I think it is safe,” | Roe"),
    ],
)
def test_the_author_who_says_i_or_we_stays_the_author(s, expected):
    check(s, expected)


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        ("History shows that bridges fall.", ""),
        ("Time will show whether the bridge was safe.", ""),
        ("This suggests that the bridge was safe.", ""),
        ("Common sense tells us that bridges fall.", ""),
        ("The facts prove that the mayor slept.", ""),
        ("The report shows that the bridge fell.", "I that the bridge fell | The report"),
        (
            "A survey by the board suggests that walkers are angry.",
            "I that walkers are angry | A survey by the board/A survey/the board",
        ),
    ],
)
def test_things_do_not_speak_but_papers_do(s, expected):
    check(s, expected)


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        ("He sang “Yellow Boats” twice.", ""),
        ("Roe wrote “The Last Plank” in May.", ""),
        ("Readers called “The Last Plank” dull.", ""),
        ("She has made films such as “Seven Planks” and “The Warden’s Boat”.", ""),
        ("They read “The Last Plank” aloud.", ""),
        ("The sign read “Keep Off The Planks”.", "Q “Keep Off The Planks” | The sign"),
        ("The crowd chanted “Save The Bridge”.", "Q “Save The Bridge” | The crowd"),
    ],
)
def test_titles_beside_a_verb(s, expected):
    check(s, expected)


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        ("Joe ‘Plank’ Roe left.", ""),
        ("Ann “the Gull” Roe left.", ""),
        ("A walker known by the name “Lefty” left.", ""),
        ("“It is shut,” said a guard who goes by the name “Gull.”", "Q “It is shut,” | a guard"),
        ("His nickname was “Gull”.", ""),
        ("By “bridge” we mean a walkway.", ""),
        ("“Bridge” means a walkway.", ""),
        ("What does “walkway” mean?", ""),
        ("Press “Start” and wait.", ""),
        ("The term ‘walkway’ is old.", ""),
        ("The “safe” bridge fell.", "S “safe” | "),
    ],
)
def test_names_in_marks_and_words_talked_about(s, expected):
    check(s, expected)


VERBS = [
    "sighed",
    "clarified",
    "roared",
    "muttered",
    "snapped",
    "begged",
    "fumed",
    "thundered",
    "speculated",
    "murmured",
    "groaned",
    "grumbled",
    "bellowed",
    "laughed",
    "sobbed",
    "gasped",
    "stammered",
    "interrupted",
    "volunteered",
    "reasoned",
    "elaborated",
    "objected",
    "enthused",
    "implored",
    "commanded",
    "confided",
    "apologised",
    "vowed",
    "joked",
    "quipped",
    "hissed",
    "growled",
    "ventured",
    "shrieked",
    "stormed",
    "countered",
    "protested",
    "guessed",
    "recounted",
    "urged",
    "marvelled",
    "raged",
    "pleaded",
    "scoffed",
    "boomed",
]


@pytest.mark.parametrize("verb", VERBS)
def test_speech_verbs_beside_a_quotation(verb):
    check(f"“It is shut,” {verb} Roe.", "Q “It is shut,” | Roe")
    check(f"“It is shut,” the warden {verb}.", "Q “It is shut,” | the warden")


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        (
            "“It is shut,” a guard of the bridge, Ann Roe, said on Friday.",
            "Q “It is shut,” | Ann Roe/a guard of the bridge",
        ),
        ("“It is shut,” the warden, a tall man, said.", "Q “It is shut,” | the warden"),
        ("“It is shut,” said the warden, Ann Roe.", "Q “It is shut,” | the warden"),
        (
            "“It is shut,” a spokeswoman for the board, Ann Roe, told us.",
            "Q “It is shut,” | Ann Roe/a spokeswoman for the board",
        ),
        (
            "“It is shut,” the head of the board, Joe Pell, wrote.",
            "Q “It is shut,” | Joe Pell/the head of the board",
        ),
        ("“It is shut and safe.”\n– Ann Roe", "Q “It is shut and safe.” | Ann Roe"),
        ("“It is shut and safe.”\n— Ann Roe, warden", "Q “It is shut and safe.” | Ann Roe"),
        ("“It is shut and safe.” — Ann Roe, warden", "Q “It is shut and safe.” | Ann Roe"),
        (
            "From Warden Roe:\n\n“It is shut, and it will be kept.”",
            "Q “It is shut, and it will be kept.” | Warden Roe",
        ),
        (
            "Ann Roe, warden:\n\n“It is shut, and it will be kept.”",
            "Q “It is shut, and it will be kept.” | Ann Roe",
        ),
        ("The bridge is “a ruin”, in the words of Roe.", "Q “a ruin” | Roe"),
        ("The bridge – “a ruin”, as Roe puts it – is shut.", "Q “a ruin” | Roe"),
        ("To quote Roe, the bridge is “a ruin”.", "Q “a ruin” | Roe"),
        ("In Roe’s words, the bridge is “a ruin”.", "Q “a ruin” | Roe"),
        ("The bridge is what Roe calls “a ruin”.", "Q “a ruin” | Roe"),
    ],
)
def test_where_the_speaker_is_named(s, expected):
    check(s, expected)


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        ("Ann Roe came on Monday. “It is shut,” she said.", "Q “It is shut,” | Ann Roe"),
        ("Ann Roe came on Monday.\n\n“It is shut,” she said.", "Q “It is shut,” | Ann Roe"),
        ("Dr Roe met Dr Pell on Monday. “It is shut,” she said.", "Q “It is shut,” | she"),
        ("Ann Roe met Joe Pell on Monday. “It is shut,” she said.", "Q “It is shut,” | Ann Roe"),
        ("Mr Pell met Ms Roe on Monday. “It is shut,” she said.", "Q “It is shut,” | Ms Roe"),
        ("Ann Roe came on Monday.\nIt rained.\nIt snowed.\n“It is shut,” she said.", "Q “It is shut,” | she"),
        ("The river rose on Monday. “It is shut,” she said.", "Q “It is shut,” | she"),
        ("Ms Roe came on Monday. “It is shut,” he said.", "Q “It is shut,” | he"),
        (
            "“It is shut,” said Roe. Pell disagreed. “It is not,” he said.",
            "Q “It is shut,” | Roe\nQ “It is not,” | he",
        ),
        (
            "Ann Roe spoke on Monday. The town, she said, was shut.",
            "I The town | Ann Roe\nI was shut | Ann Roe",
        ),
    ],
)
def test_a_pronoun_gives_way_to_the_one_name_that_fits(s, expected):
    check(s, expected)


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        ("Roe said: ‘It fell.\n\n‘It fell fast.’", "Q ‘It fell. | Roe\nQ ‘It fell fast.’ | Roe"),
        (
            "‘It fell,’ Roe said. ‘It wasn’t safe.\n\n‘Nobody came.’",
            "Q ‘It fell,’ | Roe\nQ ‘It wasn’t safe. | Roe\nQ ‘Nobody came.’ | Roe",
        ),
        ("Roe wrote: ‘One.\n‘Two.\n‘Three.’", "Q ‘One. | Roe\nQ ‘Two. | Roe\nQ ‘Three.’ | Roe"),
        (
            "‘The walkers’ bridge fell.\n\n‘It fell fast,’ Roe said.",
            "Q ‘The walkers’ bridge fell. | Roe\nQ ‘It fell fast,’ | Roe",
        ),
        (
            "‘It is the walkers’, not the boys’, bridge,’ Roe said.",
            "Q ‘It is the walkers’, not the boys’, bridge,’ | Roe",
        ),
        ("‘The bridge is the walkers’,’ Roe said.", "Q ‘The bridge is the walkers’,’ | Roe"),
        ("‘The boys’ and girls’ room is shut,’ Roe said.", "Q ‘The boys’ and girls’ room is shut,’ | Roe"),
        ("The ‘walkers’, Roe said, were ‘thieves’.", "Q ‘walkers’ | Roe\nI Roe said/were | Roe"),
        ("″It is shut,″ Roe said.", "Q ″It is shut,″ | Roe"),
        ("❝It is shut,❞ Roe said.", "Q ❝It is shut,❞ | Roe"),
        ("Roe said ‘ it is shut ’ and left.", "Q ‘ it is shut ’ | Roe"),
        ("The ’safe’ bridge fell.", "S ’safe’ | "),
        ("The *‘safe’* and _‘sound’_ bridge fell.", "S ‘safe’ | \nS ‘sound’ | "),
        ("Roe said \u200b‘it is shut’\u200b in May.", "Q ‘it is shut’ | Roe"),
        ("The bridge is 6′2″ wide and 12″ high.", ""),
        ("’Twas the walkers’ bridge in the ’90s, rock ’n’ roll and all.", ""),
    ],
)
def test_marks_of_every_make(s, expected):
    if "Roe said/were" in expected:  # the words outside the marks are reported, too
        found = told(s, "Q")
        assert found == [("Q", "‘walkers’", "Roe"), ("Q", "‘thieves’", "Roe")]
    else:
        check(s, expected)


# Lines


@pytest.mark.parametrize(
    ("line", "voice"),
    [
        ("‘We are shut’, says warden", "H"),
        ("“Safe” bridge falls on walkers", "H"),
        ("'Rotten' planks blamed for fall", "H"),
        ("“It is shut”: warden warns walkers", "H"),
        ("‘Never again,’ says town", "H"),
        ("“It is shut,” Roe said.", "A"),
        ("“A quotation alone without a stop”", "A"),
        ("- The bridge is shut", "A"),
        ("• Nobody was hurt", "A"),
        ("* Walkers were warned", "A"),
        ("1. The bridge is shut", "A"),
        ("b) The bridge is shut", "A"),
        ("— Ann Roe", "A"),
        ("“It is shut.” — Ann Roe", "A"),
        ("‘Never again’ – town", "H"),
        ("10:15 Roe arrives", "H"),
        ("2,000 walkers march", "H"),
    ],
)
def test_headlines_with_marks_and_items_of_lists(line, voice):
    assert line_voice(line) == voice


@pytest.mark.parametrize(
    "line",
    """We use cookies to make this site better. Accept
This site uses cookies. OK
Accept all
Manage cookie settings
Photo: Ann Roe/Bridge News
Photograph by Ann Roe for the Lamp
Image courtesy of Bridge News
Credit: Ann Roe
Already have an account? Sign in
Log in
Sign up for our newsletter
Skip to content
Subscribe to our newsletter
Subscribe now
Your email address will not be shared.
Share on Facebook
Most read
You may also like
Read more: the bridge in pictures
Advertisement
© 2021 Bridge News
Copyright 2021 The Lamp. All rights reserved.
Privacy policy | Terms of use
By signing up you agree to our privacy policy.
Leave a comment
No comments yet
The views expressed in this article are the author’s own.
The opinions here do not necessarily reflect those of the Lamp.
Tags: bridge, worms
Back to top
Photo by Ann Roe / The Lamp
Read our privacy policy.
We value your privacy
Like us on Facebook
Loading...
Please enable JavaScript to see the comments.
This article first appeared in the Lamp.
Image caption: The bridge""".splitlines(),
)
def test_furniture(line):
    assert line_voice(line) == "B"


@pytest.mark.parametrize(
    "line",
    """Taken from the river by walkers, the planks were burnt.
The board rewrote its terms of use.
Copyright is a right that lasts too long.
No comments came from the board.
Source after source told us that the bridge was rotten.
A poll does not necessarily represent the town, and the thieves know it.
The views expressed by Roe were harsh.
See more of the town than the walkers do.
Share this view and you are lost.
Subscribe to that idea and you are lost.
Originally published in May, the plan was a lie.
Follow us on the path to ruin, the mayor seemed to say.
Advertisement is a lie that pays.
Photos show the planks in the river.
Cookies were sold on the bridge.
Log books show who came to the bridge.
Leave a comment out and the plan falls.
Click here and there, and the bridge is sold.
All rights reserved for walkers were sold.
The terms of service for wardens are bad.
Related stories of theft are common in the town.
We use the bridge to get home, and we accept all that.
Comments by the mayor were rude.
Read more and you will know.
We value your privacy, said the thief.
Loading the ships took days.
This article first appeared strange to me, and then it did not.
Please enable the town to see the plan.
Watch the bridge and you will see it fall.""".splitlines(),
)
def test_sentences_of_the_author_are_no_furniture(line):
    assert line_voice(line) == "A"


def test_a_long_paragraph_does_not_become_furniture_for_a_phrase_in_it():
    plain = "The bridge in the old town was shut on Monday. " * 12
    s = plain + "The vote does not necessarily reflect the views of the town. " + plain
    assert line_voice(s.strip()) == "A"


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        ("Police say a man, 34, was hurt.", "I a man, 34, was hurt | Police"),
        ("To hear Roe tell it, the bridge is safe.", ""),
        (
            "“It fell,” a guard, who asked not to be named, told us.",
            "Q “It fell,” | a guard\nI not to be named | a guard",
        ),
        ("Roe’s claim that it is safe was denied by Pell.", "I that it is safe | Roe"),
        ("Roe’s claim that it was denied by Pell is old.", "I that it was denied by Pell is old | Roe"),
        ("Roe wrote in her book “The Bridge” that it fell.", "I that it fell | Roe"),
        ("Roe contradicted Pell, who had said it was safe.", "I it was safe | Pell"),
        ("There is a part of me that thinks it may fall.", ""),
        ("The man accused by Pell of theft said it fell.", "I it fell | The man"),
        ("Roe predicted the bridge would fall.", "I the bridge would fall | Roe"),
        ("According to me, the bridge is safe.", ""),
        ("The so called “safe” bridge fell.", "S “safe” |"),
        ("“It will fall,” Roe shrugged.", "Q “It will fall,” | Roe"),
        ("Roe voiced alarm that “it may fall at night”.", "I that | Roe\nQ “it may fall at night” | Roe"),
    ],
)
def test_where_what_is_reported_begins_and_ends(s, expected):
    check(s, expected)


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        ("Roe called it “a ruin”, Pell “a wreck”.", "Q “a ruin” | Roe\nQ “a wreck” | Pell"),
        ("Roe spoke of “a ruin” and Pell of “a wreck”.", "Q “a ruin” | Roe\nQ “a wreck” | Pell"),
        ("A guard called it “mad,” another “sad.”", "Q “mad,” | A guard\nQ “sad.” | another"),
        ("It was hailed as “new” by Roe and “old” by Pell.", "Q “new” | Roe\nQ “old” | Pell"),
        ("Roe called it “a ruin” and “a wreck”.", "Q “a ruin” | Roe\nQ “a wreck” | Roe"),
    ],
)
def test_two_speakers_for_one_verb(s, expected):
    check(s, expected)


@pytest.mark.parametrize(
    ("s", "expected"),
    [
        ("“I cannot,” Pell said. “Ask Ann Roe.”", "Q “I cannot,” | Pell\nQ “Ask Ann Roe.” | Pell"),
        ("“The Long Bridge.” That is the book.", ""),
        ("“A Town Wakes at Noon,” by Ann Roe, the Lamp: It woke.", ""),
    ],
)
def test_a_short_answer_is_no_title_and_a_cited_heading_no_quotation(s, expected):
    check(s, expected)


def test_lines_broken_by_width_are_read_as_one():
    s = "The warden of the old bridge said on\nMonday that the bridge was shut and\nthat nobody was hurt."
    assert told(s, "H") == []
    assert {speaker for _, _, speaker in told(s, "I")} == {"The warden of the old bridge"}


def test_a_block_that_is_set_off_is_a_quotation():
    s = "The board wrote:\n\n> The bridge is safe. We tried it.\n\nRoe left."
    check(s, "Q > The bridge is safe. We tried it. | The board")


def test_a_quotation_goes_on_over_a_line_that_the_width_has_broken():
    s = "“The old bridge is safe for walkers,” Ann Roe said. “We were there in\nMay, it was new,” she said."
    check(
        s.replace("\n", " "),
        "Q “The old bridge is safe for walkers,” | Ann Roe\nQ “We were there in May, it was new,” | Ann Roe",
    )
    assert [v[::2] for v in told(s)] == [("Q", "Ann Roe")] * 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Was it late?” Crane asked Dunn.\n\n“Yes,” he said.", "Dunn"),
        ("“Was it late?” Mr Crane asked.\n\n“Yes,” he said.", "he"),  # whoever it was, it was not Crane
        ("“Was it late?” Mr Crane asked Ms Dunn.\n\n“Yes,” she said.", "Ms Dunn"),
        ("“It was late,” Mr Crane said.\n\n“Nobody came,” he said.", "Mr Crane"),
        ("Ann Roe spoke. “It rains,” she said. “Is it late?” she asked.", "Ann Roe"),
    ],
)
def test_who_asked_does_not_answer(text, speaker):
    assert [stretch.speaker for stretch in voices(text) if stretch.voice == "Q"][-1] == speaker
