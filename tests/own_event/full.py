"""An event that is filled to every limit of the brief, with six texts: the fullest brief that is written."""

from whosewords import add_text
from whosewords.measures.frames import BOXES
from whosewords.own_event import counting, voices
from whosewords.own_event.limits import CELLS, LINES, MOST_NAMES, MOST_SILENCES
from whosewords.own_event.opening import new_event
from whosewords.own_event.rules import CLAIMS, LICENCE, REASONS
from whosewords.own_event.written import LIMITS, room

SIX = tuple(f"{letter}_text_with_a_name_of_length"[:30] for letter in "abcdef")
LONG = "considerably"  # 12 letters: longer than most words of English and German prose


def words(number, letters=8):
    """So many words, as long as a limit allows them to be."""
    return " ".join([LONG[:letters]] * number)


def text_of(number):
    """A page with a long headline, a brutal opinion, and quotations."""
    said = "“The bridge was a disgrace and a brutal lie,” the mayor of the town said."
    also = "He said that the river was a shameful lie. They called it a “feat”."
    body = (
        f"The so-called council bragged about its evil plan number {number}. {said} It was a scandal. {also} "
    )
    note = "Editor’s note: A brutal lie. Remember it."
    return f"{words(20)} {number}\n\n{note}\n\n" + "\n\n".join([body * 3] * 4)


def filled(event_name="full", letters=8, texts=6):
    """Every field of every step, as long as it may be."""
    names = SIX[:texts]
    for number, name in enumerate(names):
        add_text(text_of(number), name=name, outlet=words(9), author=words(9), date="2025-09-10")
    event = new_event(event_name).take(*names)
    event.tell(title=words(12, letters), place=words(8, letters), date="2025-09-10 " + words(3, letters))
    for name in names:
        event.put("texts", text=name, **{c: words(n, letters) for c, n in CELLS["texts"].items()})
        event.put("matrix", event=words(6), text=name, role="main", paragraphs="1;2")
        for box in BOXES:
            event.put("frames", text=name, box=box, own_words=words(30, letters), paragraph="2",
                      proof="disgrace and a brutal lie the")  # fmt: skip
        for one in voices.to_check(event, name):
            voices.note(event, name, one.paragraph, one.first, one.last, one.voice, one.speaker)
    for what in LICENCE:
        event.put("licence", what=what, held="no")
    for number in range(MOST_NAMES + 2):
        who, rests_on = (words(most, letters) for most in CELLS["names"].values())
        event.note_name(f"{number}{who[1:]}", "the mayor of the town said", names[number % texts],
                        rests_on=rests_on)  # fmt: skip
    event.say(
        "count", category="all", voice="all", **{c: words(n, letters) for c, n in CELLS["count"].items()}
    )
    for coder in ("first", "second"):
        for number, case in enumerate(counting.hits_to_check(event)):
            counting.judge(event, case, "right" if number % 3 or coder == "first" else "wrong", coder)
    for number in CLAIMS:
        event.put("claims", number=number, text=names[-1], paragraph="2", verdict="contradicted",
                  incomplete=True, confidence="4",
                  **{c: words(n, letters) for c, n in CELLS["claims"].items()})  # fmt: skip
    for number in range(MOST_SILENCES):
        event.put("silences", number=str(number), reason=REASONS[5],
                  **{c: words(n, letters) for c, n in CELLS["silences"].items()})  # fmt: skip
    for what, most in LIMITS.items():
        taken = room(event, what)[0] if what == "licence" else 0
        lines = LINES.get(what, 4 if most > 40 else 1)
        each, more = divmod(most - taken, lines)
        said = [words(each + (n < more), letters) for n in range(lines)]
        event.say("brief", **{what: "\n".join(said)})
    return event
