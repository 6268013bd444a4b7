"""What a class did besides its exercises, for the class page: exit tickets, frame grids, the hand check, own
texts, and what this version does not know."""

from collections import Counter

from ..classroom.exercises import lessons
from ..classroom.exit_ticket import LONGEST_WORD, SURENESS, WORDS
from ..classroom.frame_boxes import EMPTY, number_of
from ..classroom.frames_compared import short
from ..classroom.hand_check import OTHERS, TASK, heading
from ..classroom.own_frames import KEY
from ..display.bars import figure
from ..display.html import block, bullets, isolated, paragraph, table, together, unfold, wide
from ..measures.frames import BOXES
from ..measures.precision import VERDICTS, cases
from ..shelf.catalogue import articles
from . import item_analysis

HELP = ("unsure", "stuck")  # words of a ticket that ask for help
MOST_WORDS = 12  # of their own that are shown
LONGEST = 600  # characters of a text that is only listed


def entry_of(student, id):
    """An entry as a dictionary, whatever the file holds."""
    entry = student.entries.get(id)
    return entry if isinstance(entry, dict) else {}


# ---- exit tickets


def tickets(students):
    """How sure everybody was at the end of each lesson, and in which word, as pictures."""
    found = [_tickets(lesson, students) for lesson in lessons().values()]
    found = [one for one in found if one]
    return together(found) if found else paragraph("Nobody has given an exit ticket yet.")


def _tickets(lesson, students):
    given = [(student.label, entry_of(student, f"{lesson.number}.exit")) for student in students]
    words = [(label, _word(entry)) for label, entry in given if _word(entry)]
    sure = Counter(str(entry.get("confidence")) for _, entry in given)
    if not words and not any(sure[number] for number, _ in SURENESS):
        return None
    asking = [label for label, word in words if word in HELP]
    title = f"Lesson {lesson.number}"
    return block(
        _sureness(title, sure),
        _words(title, Counter(word for _, word in words), len(asking)),
        unfold(f"Who tapped {' or '.join(HELP)}: {len(asking)}", bullets(map(isolated, asking))) if asking else None,
        look="pair",
    )


def _word(entry):
    word = entry.get("word")
    return " ".join(word.split())[:LONGEST_WORD].casefold() if isinstance(word, str) else ""


def _sureness(title, counted):
    rows = [(told, counted[number], "") for number, told in SURENESS]
    words = f"{sum(count for _, count, _ in rows)} said how sure they are of an answer."
    return figure(f"{title}: how sure", rows, words, ("Sure, 1 to 5", "Students"))


def _words(title, counted, asking):
    own = [word for word, _ in counted.most_common() if word not in WORDS][:MOST_WORDS]
    rows = [(word, counted[word], "asks for help" if word in HELP else "") for word in (*WORDS, *own)]
    words = f"{counted.total()} gave a word; {asking} of them unsure or stuck."
    return figure(f"{title}: one word", rows, words, ("Word", "Students", "Note"))


# ---- frame grids


def grids(students):
    """The frame grids of the class, text by text."""
    ids = sorted({id for student in students for id in student.entries if id.startswith(KEY)})
    found = [_grids(id, students) for id in ids]
    return together(found) if found else paragraph("Nobody has filled a frame grid yet.")


def _grids(id, students):
    text = id.removeprefix(KEY)
    name = articles[text].name if text in articles else text
    rows = [
        [isolated(student.label), *(isolated(_box(boxes.get(box))) for box in BOXES)]
        for student in students
        if isinstance(boxes := entry_of(student, id).get("boxes"), dict)
    ]
    blank = {box: sum(row[n] == isolated("blank") for row in rows) for n, box in enumerate(BOXES, 1)}
    told = f"{len(rows)} grids. Left blank: " + ", ".join(f"{box} {count}" for box, count in blank.items()) + "."
    shown = wide(table(["Student", *map(str.capitalize, BOXES)], rows, look="grids"), f"Table: frame grids, {name}")
    return unfold(together("Frame grid: ", isolated(name), f" ({len(rows)})"), paragraph(told), shown)


def _box(box):
    """A box in a line, whatever the file holds."""
    box = box if isinstance(box, dict) else {}
    texts = {name: str(box.get(name) or "").strip()[:LONGEST] for name in ("own_words", "proof")}
    return short({**EMPTY, **texts, "paragraph": number_of(box.get("paragraph")), "blank": box.get("blank") is True})


# ---- the hand check


def hits(students):
    """How the class judged each hit of the list."""
    kept = [entry_of(student, TASK).get("hits") for student in students]
    kept = [one for one in kept if isinstance(one, dict) and any(v in VERDICTS for v in one.values() if isinstance(v, str))]
    if not kept:
        return paragraph("Nobody has judged a hit yet.")
    rows = [
        [together(isolated(f"“{case.term}”"), " ", heading(case)), *(_count(kept, case.id, verdict) for verdict in VERDICTS)]
        for case in cases()
    ]
    told = f"{len(kept)} students judged hits. Where they differ is worth a talk: no verdict here is the key."
    names = ["Hit", *VERDICTS.values()]
    return together(paragraph(told), wide(table(names, rows, look="hand"), "Table: verdicts on each hit"))


def _count(kept, case, verdict):
    return str(sum(hits.get(case) == verdict for hits in kept))


# ---- the rest


def rest(students):
    """The sentence lab, hand checks of other texts, texts to questions of another edition; then what is not
    known."""
    known = [
        ("The sentence lab", "lab"),
        ("The hand check, on other texts", OTHERS),
    ]
    shown = [_texts(name, [(student, entry_of(student, id)) for student in students]) for name, id in known]
    others = [row for row in item_analysis.others(students) if not _is_shown(row[0])]
    rows = [[isolated(id), what, str(count)] for id, what, count in others]
    unknown = (
        unfold(
            f"Entries that no task of this version asks for: {len(rows)}",
            paragraph("They are kept in the students’ files and not counted."),
            wide(table(["Entry", "What", "Students"], rows), "Table: entries that are not known"),
            *(_texts(id, [(student, entry_of(student, id)) for student in students]) for id, _, _ in others),
        )
        if rows
        else None
    )
    found = [piece for piece in (*shown, unknown) if piece]
    return together(found) if found else paragraph("There is nothing else in the files.")


def _is_shown(id):
    return id in ("lab", OTHERS) or id.startswith(KEY) or id in {f"{n}.exit" for n in lessons()}


def _texts(name, entries):
    """What students wrote under one entry, folded."""
    rows = [
        [isolated(student.label), isolated(value[:LONGEST])]
        for student, entry in entries
        if isinstance(value := entry.get("value"), str) and value.strip()
    ]
    if not rows:
        return None
    return unfold(together(isolated(name), f" ({len(rows)})"), wide(table(["Student", "Text"], rows, look="texts"), f"Table: {name}"))
