"""Make `data/bridge_event/`, the half-done event of Lesson 10: three of our texts about an invented vote, and
what a maker of the module noted of them. What it leaves out is what the lesson asks of a student.

usage: python tools/make_half_done.py [--check]
"""

import filecmp
import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "data" / "bridge_event"
sys.path.insert(0, str(ROOT / "src"))

from whosewords import articles  # noqa: E402
from whosewords.classroom.own_text import add_text  # noqa: E402
from whosewords.own_event import counting, voices  # noqa: E402
from whosewords.own_event.opening import new_event  # noqa: E402
from whosewords.session import Session, somebody  # noqa: E402

TEXTS = {
    "lamp": ("warmup_harbour", "2025-09-10", "news report"),
    "courier": ("warmup_courier", "2025-09-12", "opinion column"),
    "gull": ("warmup_repost", "2025-09-13", "repost with a note"),
}
EVENT = {"title": "The vote on the Hopping Bridge", "date": "2025-09-10", "place": "Odderquay (invented)"}
HAPPENED = "10 September 2025, 00:20"
DATES = {  # {text: (written, who is behind it)}
    "lamp": ("10 September 2025", "invented: nothing is known"),
    "courier": ("12 September 2025", "invented: its writer crosses the bridge daily, says the Courier"),
    "gull": ("10 and 13 September", "invented: nothing is known"),
}
MATRIX = {"lamp": "2;3;4;5;6;7", "courier": "2;3;4;5;6;7", "gull": "3;4;5;6;7"}
NOT_THE_RULE = {  # {(text, phrase): (voice, speaker)}: where the maker hears another voice than the rule
    ("lamp", "The town hall had left the wood unpainted for two summers,"): ("I", "the four members"),
    ("lamp", "that it had."): ("I", "the town clerk"),
}
NAMES = (
    ("the seven who voted yes", "Seven members", "lamp", "the Lamp"),
    ("the seven who voted yes", "seven bullies", "gull", "the Gull"),
)
FRAMES = {  # {text: {box: (own words, proof, paragraph), () where it is blank}}; the Gull's are asked
    "lamp": {
        "problem": ("The planks of the bridge are rotting.", "planks were soft", "3"),
        "cause": ("Worms ate the wood, the surveyor said.", "Shipworms had eaten them", "3"),
        "judgement": (),
        "remedy": ("Close it for six months and repair it.", "will reopen on 1 April", "7"),
    },
    "courier": {
        "problem": ("A bridge that the town needs is locked.", "going to padlock the Hopping Bridge", "2"),
        "cause": ("Nobody painted the planks for two summers.", "two lazy summers", "5"),
        "judgement": ("The council betrayed those it works for.", "a shameful betrayal", "6"),
        "remedy": ("Change a plank a day and keep it open.", "change one plank a day", "7"),
    },
    "gull": {"problem": ("The town lost its path at night.", "took away the one path", "3")},
}
PROTOCOL = {
    "question": "Which of the three judges most in its own voice?",
    "category": "all",
    "voice": "author",
    "counts": "A word that judges or stirs, where a plain one would tell the same.",
    "leaves_out": "Names, and words that only tell what happened.",
    "second": "a lesson maker",
}
VERDICTS = {"worm": "wrong", "truly": "unsure"}  # the other hits are right; these worms are real
CLAIMS = (
    {"claim": "Seven members voted for the closure and four against.", "text": "lamp", "paragraph": "2",
     "verdict": "supported", "source_1": "Odderquay Harbour Lamp, 10 September 2025",
     "source_2": "The town hall’s newsletter: a clear majority, no number", "confidence": "3",
     "why": "The second source tells the result and not the number."},
    {"claim": "Nobody says when the bridge will open again.", "text": "gull", "paragraph": "3",
     "source_1": "Odderquay Harbour Lamp, 10 September 2025, ¶7",
     "source_2": "The town hall’s newsletter, ¶6"},
)  # fmt: skip
MAKER = "a maker of this module"


def shelved():
    """Put the three texts on the shelf, every line as our own files have it."""
    for name, (one, date, genre) in TEXTS.items():
        page = articles[one].page
        adding = add_text(
            "\n\n".join(p.text for p in page), name=name, outlet=articles[one].outlet, date=date, genre=genre,
            headline=articles[one].headline, author="unknown", language="English", keep=True,
        )  # fmt: skip
        assert len(adding.text.parts) == len(page), (name, len(adding.text.parts), len(page))
        for number, paragraph in enumerate(page, 1):
            adding.take(number)
            role = {"furniture": "furniture", "source line": "furniture", "signature": "furniture",
                    "disclaimer": "furniture"}.get(paragraph.role, paragraph.role)  # fmt: skip
            adding.role(number, role)
            if paragraph.layer == "excerpt":
                adding.layer(number, "excerpt")


def filled():
    """The event, as far as it is done."""
    event = new_event("bridge_event").take(*TEXTS).tell(**EVENT)
    for text, (written, behind) in DATES.items():
        posted = "13 September 2025" if text == "gull" else written
        event.put("texts", text=text, happened=HAPPENED, written=written, posted=posted, behind=behind,
                  behind_source="the page itself")  # fmt: skip
        event.put("matrix", event="the vote", text=text, role="main", paragraphs=MATRIX[text])
    read_voices(event)
    for who, words, text, rests in NAMES:
        event.note_name(who, words, text, rests_on=rests)
    for text, boxes in FRAMES.items():
        for box, told in boxes.items():
            own, proof, paragraph = told or ("", "", "")
            event.put("frames", text=text, box=box, own_words=own, proof=proof, paragraph=paragraph,
                      blank=not told)  # fmt: skip
    event.say("count", **PROTOCOL)
    for case in counting.hits_to_check(event):
        counting.judge(event, case, VERDICTS.get(case.term, "right"), "second")
    for number, claim in enumerate(CLAIMS, 1):
        event.put("claims", number=str(number), **claim)
    event.say("brief", title=EVENT["title"])
    event.folder.say("event", made_by=MAKER, id=FOLDER.name)  # one id, whenever it is made
    return event


def read_voices(event):
    """Note the voices of all texts but the Gull: the rule's, but where the maker hears another."""
    for text in ("lamp", "courier"):
        for one in voices.to_check(event, text):
            voices.note(event, text, one.paragraph, one.first, one.last, one.voice, one.speaker)
    for (text, phrase), (voice, speaker) in NOT_THE_RULE.items():
        voices.note(event, text, *voices.find(text, phrase), voice, speaker)


def make(folder):
    """Write the event into a folder."""
    with tempfile.TemporaryDirectory() as home, somebody(Session(folder=Path(home))):
        shelved()
        made = filled().folder.path
        shutil.copytree(made, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("earlier", "reviews"))


def files_of(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def main(check):
    with tempfile.TemporaryDirectory() as scratch:
        new = Path(scratch) / FOLDER.name
        make(new)
        if check:
            _, other, wrong = filecmp.cmpfiles(FOLDER, new, files_of(new), shallow=False)
            return bool(other or wrong or files_of(FOLDER) != files_of(new))
        shutil.rmtree(FOLDER, ignore_errors=True)
        shutil.copytree(new, FOLDER)
        for path in (FOLDER, *FOLDER.rglob("*")):
            os.chmod(path, 0o755 if path.is_dir() else 0o644)
    return False


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
