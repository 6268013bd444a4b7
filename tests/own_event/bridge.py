"""An event of three of our own texts about an invented footbridge, as a student would bring them."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from whosewords import add_text, articles
from whosewords.own_event import counting, voices
from whosewords.own_event.opening import new_event
from whosewords.own_event.rules import LICENCE, REASONS
from whosewords.session import Session, home, somebody

TEXTS = {"notice": "warmup_official", "courier": "warmup_courier", "gull": "warmup_repost"}
CANARY = "<img src=x onerror=alert(1)><script>alert(2)</script>=cmd|\" & 'x'"


def on_the_shelf():
    """Put the three texts on the shelf, under names of their own."""
    for name, one in TEXTS.items():
        article = articles[one]
        text = "\n\n".join(paragraph.text for paragraph in article.page)
        add_text(
            text, name=name, outlet=article.outlet, date="2025-09-10", genre=article.genre[:20], keep=True
        )
    return list(TEXTS)


def begun(name="bridge"):
    """An event with its three texts and nothing else."""
    on_the_shelf()
    return new_event(name).take(*TEXTS).tell(
        title="The vote on the footbridge", date="2025-09-10", place="Odderquay (invented)"
    )  # fmt: skip


def finished(name="bridge"):
    """The same with every step done. It is filled in once, and copied from then on: a disk is slow."""
    made = filled_in()
    shutil.copytree(made / "texts", home() / "texts", dirs_exist_ok=True)
    shutil.copytree(made / "events" / "bridge", home() / "events" / name)
    return new_event(name)


@cache
def filled_in():
    """A home with such an event in it, as a path."""
    folder = Path(tempfile.mkdtemp(prefix="whosewords-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with somebody(Session(folder=folder)):
        fill_in()
    return folder


def fill_in():
    """Every step, as somebody might fill it in."""
    event = begun()
    for text in TEXTS:
        event.put("texts", text=text, happened="10 September 2025", written="unknown",
                  behind="an invented house", behind_source="its own page, 2025")  # fmt: skip
        event.put("matrix", event="the vote", text=text, role="main", paragraphs="1;2")
        for one in voices.to_check(event, text):
            voices.note(event, text, one.paragraph, one.first, one.last, one.voice, one.speaker)
        for box in ("problem", "cause", "judgement", "remedy"):
            event.put("frames", text=text, box=box, blank=True)
    event.put("frames", text="gull", box="problem", own_words="The council took a path away.",
              proof="seven bullies took away", paragraph="3", blank="")  # fmt: skip
    for what in LICENCE:
        event.put("licence", what=what, held="yes" if what == "event" else "no")
    event.note_name("the council", "council", "courier", rests_on="the paper")
    event.note_name("the council", "seven bullies", "gull", rests_on="the host")
    event.say("count", question="Who judges?", category="all", voice="author", counts="Words that judge.",
              leaves_out="Names.", first="blue-7", second="red-3")  # fmt: skip
    for number, case in enumerate(counting.hits_to_check(event)):
        counting.judge(event, case, "right" if number % 4 else "wrong")
    for number, verdict in (("1", "supported"), ("2", "contradicted")):
        event.put("claims", number=number, claim=f"Claim {number} in my words", text="courier", paragraph="2",
                  verdict=verdict, source_1="minutes of the council, 2025", source_2="the notice",
                  confidence="4")  # fmt: skip
    event.put(
        "silences", number="1", what="the reason", told_in="notice", silent_in="gull", reason=REASONS[3]
    )
    event.say("brief", title="The vote on the footbridge", silence="Its host may have cut the excerpt.",
              survived="All three say that there was a vote after midnight.", my_frame="I wanted a scandal.",
              not_conclude="That an outlet lies.\nThat a silence is a plan.")  # fmt: skip
    return event
