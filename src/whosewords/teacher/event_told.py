"""What the command says of an event: what was made for students, and what is for the teacher, in order."""

from ..own_event.steps import STEPS
from .event_lesson import KEYS, LESSON

WHY = "why a text may be handed out in full, such as “our own text” or “CC BY 4.0”"
SHOWN = 4  # wishes of a step
BY_HAND = ("texts", "matrix", "licence", "voices", "names")  # steps of an event that a lesson needs


def told(event, path, lesson, whole):
    """What was made, and what is for the teacher, in order, as lines."""
    free = [name for name in event.names if event.row("texts", text=name)["in_full"]]
    blocks = [name for name in event.names if name not in free]
    return [
        f"“{event.title}”: {len(event.names)} texts ({', '.join(event.names)}).",
        "",
        f"For students, in {path}:",
        f"  {event.name}.ipynb  the lesson, {len(lesson.rows)} questions",
        f"  {event.name}.zip    the event: in blocks {', '.join(blocks) or 'nothing'}; "
        f"in full {', '.join(free) or 'nothing'}",
        *(f"  In {name}, {number} sentence{'s' * (number != 1)} can be read whole: look at it."
          for name, number in whole.items() if number),
        "",
        "For you, in this order:",
        *(f"  {number}. {line}" for number, line in enumerate(_yours(event, lesson, blocks), 1)),
        "",
        f"When you have changed something: python3 start.py event {event.name}",
        "To hand it out, copy both files into the folder “lessons” of the copy that your class starts.",
        "Keep all else to yourself: the texts in full, the keys, and this page.",
    ]  # fmt: skip


def _yours(event, lesson, blocks):
    place = event.folder.path
    texts = ", ".join(f'add_text("{name}")' for name in event.names)
    yield f"In any lesson, write {texts}: which blocks belong to the text, and who wrote them?"
    for number, step in enumerate(STEPS, 1):
        wanted = step.wants(event) if step.id in BY_HAND else []
        if wanted:
            yield f'new_event("{event.name}"), step {number}, {step.name.lower()}: {_first(wanted)}.'
    if not any(row["kind"] or row["rests_on"] for row in event.rows("names")):
        yield f'new_event("{event.name}"), step 5: the names are a draft. Who is it each time, on whose word?'
    left = sum(not row["precis"] for row in event.rows("precis") if row["text"] in blocks)
    if left:
        yield f"{place / 'precis.csv'}: {left} paragraphs in blocks want a sentence of yours each."
    if blocks:
        yield (
            f"{place / 'texts.csv'}, column in_full: {WHY}. Empty is right for texts of others: "
            f"{', '.join(blocks)}."
        )
    if lesson.without_key:
        yield f"{KEYS}: no count decides question {', '.join(lesson.without_key)}: left out until you do."
    if lesson.no_samples:
        yield f"{KEYS}: sample answers to question {', '.join(lesson.no_samples)}."
    if "*For the teacher to write" in lesson.source:
        yield f"{LESSON}: two sentences on what happened, in place of “For the teacher to write”."
    yield f'Open {event.name}.ipynb once as a student: my_work("try_1") first.'


def _first(wanted):
    """The first few of many wishes of a step."""
    rest = f"; and {len(wanted) - SHOWN} more" if len(wanted) > SHOWN else ""
    return "; ".join(wanted[:SHOWN]) + rest
