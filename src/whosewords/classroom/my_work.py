"""Whose work it is, what is in it, and how far it goes: `my_work()` and `progress()`."""

import re
from pathlib import Path

from .. import files
from ..display.html import block, paragraphs, status, table, wide
from ..problems import Problem, arrived
from ..session import home, session
from ..shelf import own_texts
from . import desk
from .answers import understand
from .asking import RIGHT
from .exercises import exercises
from .pseudonym import WHO, ask_who, name, nobody_yet, sit_down
from .replies import answer_text
from .work_file import WorkFile, read
from .work_format import Damaged, answers_in, as_text, merged, parse, rescued, went_on

LOST = (
    "Your work file was deleted or moved, and the state before its last change lies beside it: "
    "my_work().bring_back() takes those answers in."
)
SAVED, NOT_SAVED = "Saved.", "Not saved yet."
ANSWERS = {  # what is said in the list of answers where no question of ours stands; pages say the same
    "exit": "Exit ticket",
    "ticket": "{confidence} of 5, {word}",
    "lab": "The sentence lab: your text",
    "hits": "My own check, of other texts",
    "codes": "The phrases that I tagged",
    "grid": "My frame grid: {text}",
    "line": "A line that I filled, on a page",
    "test": "The test before and after",
    "other": "A question of another edition.",
    "kept": "Your answer is kept.",
    "none": "–",
}
UNTOUCHED = (
    "Texts and events of your own, a list of your own and unlocked articles are for everybody at this "
    "computer and were left: forget_text(), my_list() and lock() take them away. What you exported lies "
    "where you put it."
)
OTHER = "This file belongs to “{owner}”, and you work as “{name}”."
NAMED, NAMELESS = "belongs to “{owner}”", "has no name in it"
YOU, NOBODY = "you work as “{name}”", "you work without a name"
ASKED = "“{file}” {whose}, and {you}: its answers may be somebody else’s. Nothing was taken in."
TAKEN_IN = "{answers} read from “{file}”, {new} of them new or newer."
CUT = "The file was damaged; this is what could be read."
NO_WORK = "“{file}” is not a work file of this module: nothing in it could be read."
TAGS = "7.tags"  # how the entries of tagged phrases are called
HAND_IN = "my_work.json"  # how the file is called that is handed in with a notebook
IS_HERE = "Your answers are in “{file}” in this folder already: hand in the folder as it is."
OF_OTHERS = (
    "“{file}” in this folder holds answers that are not in your work, perhaps somebody else’s. Give it "
    "another name, then run the line again."
)
TEXTS = "texts"  # the field of an exported file that holds texts of one's own, which older versions pass over


def work():
    """The work file of whoever sits here. Every notebook of one student has the same. Raises `Problem` where
    somebody else sat down since this notebook began."""
    ask_who()
    path = path_of(name())
    mine = session().work_files.setdefault(path, WorkFile(path, name()))
    mine.closed = WHO if nobody_yet() else ""
    return mine


def path_of(person):
    """Where the work file of a person lies, "" for somebody without a name."""
    return home() / (f"my_work_{person}.json" if person else "my_work.json")


def my_work(pseudonym=None):
    """What you have answered so far: one file on this computer, sent nowhere.

    my_work("blue-7") works under that made-up name from now on, with a file of its own.
    my_work().export("folder") writes a copy to take along, my_work().load("my_work.json") adds one to what is
    here.
    """
    if pseudonym is not None:
        nameless = session().work_files.get(path_of("")) if nobody_yet() else None
        try:
            sit_down(pseudonym)
        except files.CannotSave as problem:
            work().notes.append(f"The name could not be kept for other notebooks. {problem}")
        desk.move(name())
        if nameless and name():
            _take_along(nameless)
    return MyWork(work())


def _take_along(nameless):
    """What waited for a name is now answered by whoever has it; what they answered before stays."""
    mine = work()
    new = {id: entry for id, entry in nameless.waiting.items() if id not in mine.entries()}
    nameless.waiting = {}
    if new:
        mine.add(new)
        mine.notes.append(f"{_count(new)} waited for your name, and it is saved now.")


def import_work(path, sure=None):
    """Add the answers of an exported work file to yours: import_work("my_work.json"). Of two answers to one
    exercise the later one stays. A file that may be somebody else's is taken in only after you said
    import_work("my_work.json", "yes")."""
    return my_work().load(path, sure)


class Unsure(Problem):
    """A file may hold another person's answers; who is sure that it does not may say so."""


class MyWork:
    """A student's work: shown as a table, exported and loaded as one file."""

    def __init__(self, work):
        self.work = work
        work.entries()  # reading is what finds out whether there is something to tell
        self.notes = notes(work)

    def export(self, path="."):
        """Write everything to a file, or into a folder: answers and texts of your own. A file that is there
        already is not written over."""
        target = files.named(path)
        target = target / self.work.path.name if target.is_dir() else target
        if target.exists():
            raise Problem(
                f"There is already a file “{target.name}” in {target.parent.resolve()}. Choose another name."
            )
        text, along = self.whole()
        files.write(target, text)
        count = _count(self.work.entries())
        return Note(f"{count} written to “{target.name}” in {target.parent.resolve()}. {along}".strip())

    def hand_in(self):
        """Write your answers to “my_work.json” in the folder of this notebook, which is handed in with it.
        What you wrote there before gives way."""
        target = Path.cwd() / HAND_IN
        mine = self.work.entries()
        if target.exists() and self.work.path.exists() and target.samefile(self.work.path):
            return Note(IS_HERE.format(file=HAND_IN))
        there = _document(target)
        of_others = there.get("name") not in ("", self.work.name) or _strangers(mine, there["entries"])
        if of_others or merged(mine, there["entries"]) != mine:
            raise Problem(OF_OTHERS.format(file=HAND_IN))
        files.write(target, as_text({**_document(self.work.path), "name": self.work.name, "entries": mine}))
        return Note(f"{_count(mine)} written to “{HAND_IN}” in {target.parent}.", self.work)

    def whole(self):
        """Everything as the text of one file, answers and texts of your own; and what is told about the
        latter."""
        along, left = own_texts.taken_along()
        document = {**_document(self.work.path), "name": self.work.name, "entries": self.work.entries()}
        told = [f"Your own texts went along: {', '.join(along)}."] if along else []
        told += [f"Too large to go along: {', '.join(left)}. Copy from {own_texts.folder()}."] if left else []
        return as_text({**document, TEXTS: along}), " ".join(told)

    def load(self, path, sure=None):
        """Add what stands in an exported file. Texts of your own are not written over: another text of the
        same name gets a number. sure: "yes" where a file may be somebody else's and is yours."""
        source = files.meant(path)
        try:
            document, damaged = read(source), False
        except FileNotFoundError:
            raise Problem(
                f"There is no file “{arrived(path)}”. Look in the file list on the left for its name."
            ) from None
        except Damaged as damage:
            document, damaged = {"entries": rescued(damage.text)}, True
        except OSError as problem:
            raise Problem(f"“{source.name}” could not be read ({problem.strerror or problem}).") from None
        return self._added(source.name, document, damaged, sure)

    def take(self, name, text, sure=None):
        """Add what stands in the text of an exported file of that name, as `load` does."""
        try:
            document, damaged = parse(text), False
        except Damaged:
            document, damaged = {"entries": rescued(text)}, True
        return self._added(arrived(name), document, damaged, sure)

    def _added(self, file, document, damaged, sure):
        entries = document["entries"]
        if damaged and not entries:
            raise Problem(NO_WORK.format(file=file))
        owner = document.get("name", "")
        owner = owner if isinstance(owner, str) else ""
        if owner and self.work.name and owner != self.work.name:
            raise Problem(
                f"{OTHER.format(owner=owner, name=self.work.name)} If it is yours, write "
                f'my_work("{owner}") first and then load it again.'
            )
        before = self.work.entries()
        if sure != "yes" and (owner != self.work.name or _strangers(before, entries)):
            raise Unsure(_asked(file, owner, self.work.name))
        self.work.add(entries)
        new = sum(merged(before, entries)[id] != before.get(id) for id in answers_in(entries))
        told = [TAKEN_IN.format(answers=_count(entries), file=file, new=new), *[CUT] * damaged]
        return Note(" ".join([*told, *own_texts.brought(document.get(TEXTS))]), self.work)

    def bring_back(self):
        """Take in the state before the last change, where the work file itself was deleted or moved."""
        if not self.work.lost:
            return Note("There is nothing to bring back: your answers are here.")
        return self.load(self.work.backup, "yes")

    def delete(self, sure=None):
        """Delete your answers and your copies of the lessons from this computer: my_work().delete("yes").
        Without that word you are told what would go. Nothing of it can be had back."""
        count, path = _count(self.work.entries()), self.work.path
        if sure != "yes":
            return Note(
                f"This deletes {count} in “{path.name}”, the state before it, and your copies of the lessons "
                f"with the earlier ones. Nothing of it can be had back. To do it, write "
                'my_work().delete("yes").'
            )
        gone = self.work.delete()
        left = desk.clear_away(self.work.name)
        desk.lay_out(self.work.name)
        told = [
            f"Deleted: {count} ({', '.join(gone) or 'there was no file'}), and your copies of the lessons."
        ]
        told += [
            f"These files of yours are still in {desk.folder(self.work.name)}: {', '.join(left)}."
        ] * bool(left)
        told += [UNTOUCHED]
        return Note(" ".join(told))

    def __repr__(self):
        lines = [f"{id:8} {asked}\n{'':9}{answer}" for id, asked, answer in answers(self.work.entries())]
        return "\n".join([*self._where(), *lines])

    def _repr_html_(self):
        rows, where = answers(self.work.entries()), paragraphs(self._where())
        answered = wide(table(("", "Question", "My answer"), rows), "My work") if rows else None
        return block(where, answered, look="ww-mywork")  # the page adds its buttons here

    def _where(self):
        who = f"You work as “{self.work.name}”. " if self.work.name else ""
        count, path = _count(self.work.entries()), self.work.path
        seen = "Your teacher can read it there" if files.on_a_hub() else "It is sent nowhere"
        return [
            f"{who}{count} in “{path.name}”, in the folder {path.parent}. {seen}.",
            *([LOST] if self.work.lost else []),
            *self.notes,
        ]


def _strangers(ours, theirs):
    """Whether two sets of answers have nothing in common that one person's copies would have."""
    ours, theirs = answers_in(ours), answers_in(theirs)
    return bool(ours) and bool(theirs) and not any(_one_went_on(ours.get(id), theirs[id]) for id in theirs)


def _one_went_on(one, other):
    """Whether two entries are one, or the tries of one are the first tries of the other."""
    tries = went_on(one, other)
    return one == other if tries is None else tries


def _asked(file, owner, name):
    """The question before answers are taken in that may be another person's."""
    whose, you = (
        (NAMED if owner else NAMELESS).format(owner=owner),
        (YOU if name else NOBODY).format(name=name),
    )
    first = f'If you are “{owner}”, write my_work("{owner}") first. ' if owner else ""
    return (
        f"{ASKED.format(file=file, whose=whose, you=you)} {first}If "
        f'they are yours, write import_work("{file}", "yes").'
    )


class Note:
    """A sentence that is shown as it is, with what the work file has to say."""

    def __init__(self, text, work=None):
        self.text = " ".join([text, *notes(work)]) if work else text

    def __repr__(self):
        return self.text

    def _repr_html_(self):
        return status(self.text)


def notes(work):
    """What a student has to know about their work file, as sentences; notes are told once, trouble until
    it ends."""
    told, work.notes[:] = list(work.notes), []
    return [*told, *([work.trouble] if work.trouble else [])]


def saved_or_not():
    """Whether everything is on the disk, in words: nothing may claim it that is not."""
    return NOT_SAVED if work().trouble else SAVED


def answers(entries):
    """(id, question, answer) for every entry that can be read, in the order of the lessons."""
    rows = []
    for id, entry in sorted(answers_in(entries).items(), key=lambda pair: _order(pair[0])):
        if not isinstance(entry, dict):
            continue
        one = exercises().get(id)
        told = str(entry.get("value") or ANSWERS["none"])
        if id.endswith(".exit"):
            tapped = {field: entry.get(field) or ANSWERS["none"] for field in ("confidence", "word")}
            rows.append((id, ANSWERS["exit"], ANSWERS["ticket"].format(**tapped)))
        elif id == "lab":
            rows.append((id, ANSWERS["lab"], told))
        elif entry.get("kind") == "hits":
            rows.append((id, ANSWERS["hits"], told))
        elif id.startswith(TAGS):
            rows.append((id, ANSWERS["codes"], told))
        elif entry.get("kind") == "line":
            rows.append((id, ANSWERS["line"], told))
        elif entry.get("kind") == "test":
            rows.append((id, ANSWERS["test"], told))
        elif entry.get("kind") == "grid":
            rows.append((id, ANSWERS["grid"].format(text=id.rpartition(".")[2]), told))
        elif one is None:
            kept = entry.get("value") if entry.get("kind") == "text" else None
            rows.append((id, ANSWERS["other"], str(kept or ANSWERS["kept"])))
        else:
            value = stored(one, entry)
            answer = ANSWERS["none"] if value is None else answer_text(one, value)
            mark = f" ({entry['result']})" if entry.get("result") in (RIGHT, "close", "not yet") else ""
            rows.append((id, one.question, answer + mark))
    return rows


def stored(exercise, entry):
    """The answer in an entry as a plain value; None where there is none that can be understood."""
    tries = entry.get("tries")
    value = tries[-1] if isinstance(tries, list) and tries else entry.get("value")
    try:
        return None if value is None else understand(exercise, value)
    except (Problem, TypeError, ValueError):
        return None


def _order(entry_id):
    """Guesses first, then exercises by number, then the rest: 1.p1, 1.1, 1.2, 1.10, 1.exit."""
    first, _, rest = entry_id.partition(".")
    kind = 0 if re.fullmatch(r"p\d+", rest) else 1 if rest.isdigit() else 2
    number = int(re.sub(r"\D", "", rest) or 0) if kind < 2 else 0
    return (int(first) if first.isdigit() else 10**6, kind, number, entry_id)


def _count(entries):
    count = len(answers_in(entries))
    return f"{count} answer{'s' * (count != 1)}"


def _document(path):
    try:
        return read(path)
    except (OSError, Damaged):
        from .work_format import empty

        return empty()
