"""What a class did besides its exercises, for the class page: frame grids, the hand check, own texts, and
what this version does not know."""

from ..classroom.exercises import lessons
from ..classroom.frame_boxes import EMPTY, number_of
from ..classroom.frames_compared import short
from ..classroom.hand_check import OTHERS, TASK, heading
from ..classroom.my_work import TAGS
from ..classroom.own_frames import KEY
from ..display.html import isolated, paragraph, together, unfold, wide_table
from ..measures.frames import BLANK, BOXES
from ..measures.precision import VERDICTS, cases
from ..shelf.catalogue import articles
from . import item_analysis

LONGEST = 600  # characters of a text that is only listed


def entry_of(student, name):
    """An entry as a dictionary, whatever the file holds."""
    entry = student.entries.get(name)
    return entry if isinstance(entry, dict) else {}


# ---- frame grids


def grids(students):
    """The frame grids of the class, text by text."""
    ids = sorted({id for student in students for id in student.entries if id.startswith(KEY)})
    found = [_grids(id, students) for id in ids]
    return together(found) if found else paragraph("Nobody has filled a frame grid yet.")


def _grids(name, students):
    text = name.removeprefix(KEY)
    told = articles[text].name if text in articles else text
    kept = [(student.label, entry_of(student, name).get("boxes")) for student in students]
    rows = [
        [label, *(_box(boxes.get(box)) for box in BOXES)] for label, boxes in kept if isinstance(boxes, dict)
    ]
    blank = [f"{box} {sum(row[n] == BLANK for row in rows)}" for n, box in enumerate(BOXES, 1)]
    shown = _table(["Student", *map(str.capitalize, BOXES)], rows, f"frame grids, {told}")
    summary = together("Frame grid: ", isolated(told), f" ({len(rows)})")
    return unfold(summary, paragraph(f"{len(rows)} grids. Left blank: {', '.join(blank)}."), shown)


def _table(names, rows, label):
    """A table of texts from outside."""
    return wide_table(names, [list(map(isolated, row)) for row in rows], label, "texts")


def _box(box):
    """A box in a line, whatever the file holds."""
    box = box if isinstance(box, dict) else {}
    texts = {name: str(box.get(name) or "").strip()[:LONGEST] for name in ("own_words", "proof")}
    place, blank = number_of(box.get("paragraph")), box.get("blank") is True
    return short({**EMPTY, **texts, "paragraph": place, "blank": blank})


# ---- the hand check


def hits(students):
    """How the class judged each hit of the list."""
    kept = [found for student in item_analysis.apart(students, TASK) if (found := _verdicts(student))]
    if not kept:
        return paragraph("Nobody has judged a hit yet.")
    rows = [
        [f"“{case.term}” {heading(case)}", *(_count(kept, case.id, verdict) for verdict in VERDICTS)]
        for case in cases()
    ]
    told = f"{len(kept)} students judged hits. Where they differ is worth a talk: no verdict here is the key."
    return together(paragraph(told), _table(["Hit", *VERDICTS.values()], rows, "verdicts on each hit"))


def _verdicts(student):
    """{a hit: what a student called it}, of what can be read."""
    given = entry_of(student, TASK).get("hits")
    given = given if isinstance(given, dict) else {}
    return {case: said for case, said in given.items() if isinstance(said, str) and said in VERDICTS}


def _count(kept, case, verdict):
    return str(sum(hits.get(case) == verdict for hits in kept))


# ---- the rest


def rest(students):
    """The sentence lab and hand checks of other texts; then what this version does not know."""
    others = [row for row in item_analysis.others(students) if not _is_shown(row[0])]
    shown = (
        _texts("The sentence lab", "lab", students),
        _texts("The hand check, other texts", OTHERS, students),
    )
    found = [piece for piece in (*shown, _unknown(others, students)) if piece]
    return together(found) if found else paragraph("There is nothing else in the files.")


def _unknown(others, students):
    """Entries that no task asks for, with what stands in them where it is text."""
    if not others:
        return None
    listed = _table(
        ["Entry", "What", "Students"], [map(str, row) for row in others], "entries that are not known"
    )
    texts = [_texts(name, name, students) for name, _, _ in others]
    told = paragraph("They are kept in the students’ files and not counted.")
    return unfold(f"Entries that no task of this version asks for: {len(others)}", told, listed, texts)


def _is_shown(name):
    return name in ("lab", OTHERS) or name.startswith((KEY, TAGS)) or name in {f"{n}.exit" for n in lessons()}


def _texts(title, name, students):
    """What students wrote under one entry, folded."""
    kept = [(student.label, entry_of(student, name).get("value")) for student in students]
    rows = [[label, text[:LONGEST]] for label, text in kept if isinstance(text, str) and text.strip()]
    if not rows:
        return None
    return unfold(together(isolated(title), f" ({len(rows)})"), _table(["Student", "Text"], rows, title))
