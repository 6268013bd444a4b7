"""The lesson about another event: its questions with their keys, and its notebook, of the teacher's own files
and of what counts put in."""

import json
import re
import tomllib

from .. import files
from ..classroom.answers import understand
from ..classroom.exercises import BROKEN, pack, question_of_event, unpack
from ..classroom.kinds import kind_of
from ..problems import Problem, arrived
from . import event_keys

LESSON, ASKED, KEYS = "lesson.txt", "exercises.toml", "key.toml"
DRAFTS = (LESSON, ASKED, KEYS)  # copied once; from then on they are the teacher's
CELL = re.compile(r"^%% *(text|code)(?: if (\w+))? *$", re.M)
KERNEL = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def drafted(folder):
    """Lay the drafts into a folder, those that are not there yet."""
    for name in DRAFTS:
        if not (folder / name).exists():
            files.write(folder / name, files.data("another_event", name).read_text(encoding="utf-8"))


class Lesson:
    """The lesson of an event. folder: where the teacher's files lie. students: the event as students get it.
    full: what counts of the full texts put in (`event_keys.filled`).

    rows: its questions as rows of the table that goes along. without_key, no_samples: numbers of questions.
    """

    def __init__(self, name, folder, students, full):
        self.name = name
        self.filled = event_keys.agreed(event_keys.filled(students), full)
        self.words = {"event": name, "title": students.title, **_texts(students), **_put_in(self.filled)}
        self.there = {"names": bool(students.rows("names")), "hits": event_keys.has_hits(students)}
        self.words["who"] = next((row["who"] for row in students.rows("names") if row["who"]), "")
        self.source = _read(folder / LESSON)
        keys = _toml(folder / KEYS)
        self.rows, self.without_key, self.no_samples = [], [], []
        for row in _toml(folder / ASKED).get("question", ()):
            self._ask(dict(row), keys)

    def _ask(self, row, keys):
        number, by = str(row.pop("id", "")), row.pop("by", "")
        count = self.filled.get(by, event_keys.Filled())
        if by and by not in event_keys.FILL:
            raise Problem(f"{ASKED}, question {number}: no count is called “{arrived(by)}”.")
        told = row.pop("explained", "")
        if by == "word" and not count.words:
            return
        row = {what: self.fill(value) if isinstance(value, str) else value for what, value in row.items()}
        if count.options and "options" not in row:
            row["options"] = [list(option) for option in count.options]
        key = {}
        if count.answer is not None:
            told = self.fill(told, told=count.told)
            key = {"answer": count.answer, "accept": list(count.accept), "explained": told}
        written = keys.get(number, {})
        key |= {what: value for what, value in written.items() if value not in ("", [])}
        self._put(number, row, key)
        self.there[by] = self.there.get(by) or self.there[number]

    def _put(self, number, row, key):
        id = f"{self.name}.{number}"
        try:
            one = question_of_event(id, row)
            if "answer" in key:
                understand(one, key["answer"])
        except Problem as problem:
            raise Problem(f"{KEYS}, question {number}: {problem}") from None
        except BROKEN as error:
            raise Problem(f"{ASKED}, question {number} cannot be asked ({arrived(error)}).") from None
        judged = not one.guess and not kind_of(one).is_open
        self.there[number] = "answer" in key or not judged
        if not self.there[number]:
            self.without_key.append(number)
            return
        if kind_of(one).is_open and "good" not in key:
            self.no_samples.append(number)
        self.rows.append({"id": id, "asks": json.dumps(row, ensure_ascii=False), "key": pack(key)})

    def said(self):
        """All that the teacher wrote for students, as pairs of (where, text)."""
        yield LESSON, self.source
        for row in self.rows:
            yield f"Question {row['id']}", row["asks"]
            yield f"The key of {row['id']}", json.dumps(unpack(row["key"]), ensure_ascii=False)

    def fill(self, text, **more):
        """A text with what stands in braces put in."""
        for what, said in {**self.words, **more}.items():
            text = text.replace(f"{{{what}}}", str(said))
        return text

    def notebook(self):
        """The notebook, as text: the cells for which there is something."""
        parts = CELL.split(self.source)[1:]
        cells = [
            (kind, self.fill(source.strip()))
            for kind, wanted, source in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
            if not wanted or self.there.get(wanted)
        ]
        if not cells:
            raise Problem(f"{LESSON} has no cell. Each stands after a line “%% text” or “%% code”.")
        return json.dumps(_notebook(cells), indent=1, ensure_ascii=False) + "\n"


def _notebook(cells):
    made = []
    for number, (kind, source) in enumerate(cells, 1):
        cell = {"cell_type": "code" if kind == "code" else "markdown", "id": f"cell-{number:02d}",
                "metadata": {"deletable": False}, "source": source.splitlines(keepends=True)}  # fmt: skip
        made.append(cell | ({"execution_count": None, "outputs": []} if kind == "code" else {}))
    return {"cells": made, "metadata": KERNEL, "nbformat": 4, "nbformat_minor": 5}


def _texts(event):
    names = event.names
    listed = ", ".join(f'"{name}"' for name in names)
    return {"texts": f"[{listed}]", "first": names[0], "second": names[1]}


def _put_in(filled):
    return {what: said for count in filled.values() for what, said in count.words.items()}


def _read(path):
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(f"“{path.name}” in {path.parent} cannot be read ({arrived(error)}).") from None


def _toml(path):
    try:
        return tomllib.loads(_read(path))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Problem(
            f"“{path.name}” in {path.parent} cannot be read ({arrived(error)}). Undo the last change, or "
            "delete the file to get a new draft."
        ) from None
