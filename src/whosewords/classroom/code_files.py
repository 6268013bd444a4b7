"""The codes of a class: one table, or a folder of tables and of students' work files. Nothing is merged on a
guess, and every file is named of which something was not read."""

from functools import cache
from typing import NamedTuple

from .. import files
from ..measures.tagging import CODES, ROUNDS, SURE, by_id, items
from ..problems import Blank, Problem, arrived, is_blank
from .code_table import LARGEST, Said, by_coder, table
from .my_work import TAGS
from .work_file import read as read_work
from .work_format import Damaged, rescued, seal

KEY = TAGS + "{number}"  # under which a student's codes of a round are kept
MOST = 200  # coders
TABLES = (".csv", ".tsv", ".tab", ".txt")
EXAMPLES = ("three", "rare")  # tables of the module
INVENTED = ("amal", "ben", "chi")


class Codes(NamedTuple):
    """`coders`: {coder: {phrase: code}}, without skipped phrases. `said`: what was not read, as `Said`s.
    `own`: whether the phrases are not those of the lesson, so that there are no rounds."""

    coders: dict
    said: tuple = ()
    own: bool = False

    def of(self, number):
        """The codes of one round."""
        if self.own:
            return self.coders if number == ROUNDS[0] else {}
        ids = {item.id for item in items(number)}
        kept = {who: _of(given, ids) for who, given in self.coders.items()}
        return {who: given for who, given in kept.items() if given}


def codes_in(source):
    """The `Codes` of a file or of a folder, by its name; raises `Problem` where there are none at all."""
    if is_blank(source):
        raise Blank("Fill the blank: write the name of an example, three or rare, in place of ____.")
    if isinstance(source, str) and source in EXAMPLES:
        return _known(*_of_table(files.data("tagging", f"{source}.csv")))
    path = files.meant(source)
    try:
        if not path.exists():
            raise Problem(f"There is no file and no folder “{arrived(source)}”. {_near()}")
        found, said = _of_folder(path) if path.is_dir() else _of_file(path)
    except OSError as error:
        raise Problem(f"“{arrived(path.name)}” could not be read ({error.strerror or error}).") from None
    if not found:
        raise Problem(" ".join([f"There are no codes in “{arrived(path.name)}”.", *map(str, said[:3])]))
    return _known(found, said)


def invented():
    """The codes of three invented people, for one who learns alone: {coder: {phrase: code}}."""
    found = {}
    for name in INVENTED:
        found |= _of_table(files.data("tagging", "coders", f"{name}.csv"))[0]
    return {who: without_skips(given) for who, given in found.items()}


def of_entries(entries):
    """{phrase: code} of what stands in a work file, skipped phrases too; whatever it holds."""
    return _field(entries, "codes", CODES)


def sure_of_entries(entries):
    """{phrase: "sure" or "unsure"} of what stands in a work file."""
    return _field(entries, "sure", SURE)


def _field(entries, field, known):
    found = {}
    for number in ROUNDS:
        entry = entries.get(KEY.format(number=number))
        given = entry.get(field) if isinstance(entry, dict) else None
        given = _of(given if isinstance(given, dict) else {}, by_id())
        found |= {phrase: one for phrase, one in given.items() if isinstance(one, str) and one in known}
    return found


def without_skips(codes):
    """Codes without the phrases that were skipped."""
    return {phrase: code for phrase, code in codes.items() if code != "skip"}


def _near():
    tables = [path.name for path in files.in_folder(files.place()) if path.suffix.lower() in TABLES]
    return f"Tables here: {_some(tables)}." if tables else "Put it into the folder of the lessons."


def _of_file(path, seen=None):
    return _of_work(path, {} if seen is None else seen) if path.suffix.lower() == ".json" else _of_table(path)


def _of_table(path):
    if not path.is_file():  # a pipe would be waited for without end
        raise OSError("it is no file")
    with path.open("rb") as file:
        rows, said = table(file.read(LARGEST + 1), path.name, path.stem)
    found, again = by_coder(rows, path.name)
    return {who: {one: row.code for one, row in given.items()} for who, given in found.items()}, said + again


def _of_work(path, seen):
    """The codes in a student's work file, whose name is the one in it, else that of the file. seen: {a round
    as it stood in another file, with its very time: that file}: one has it from the other."""
    try:
        document, said = read_work(path), []
    except Damaged as damage:
        document = {"entries": rescued(damage.text)}
        said = [Said(path.name, 0, "The work file is damaged; what stands whole in it was read.")]
    entries, copied = _apart(document["entries"], path.name, seen)
    said += copied
    codes, name = of_entries(entries), document.get("name")
    who = arrived(name) if isinstance(name, str) and name.strip() else path.stem
    if not codes and not copied:
        said.append(Said(path.name, 0, "No tagged phrase is in it."))
    return {who: codes} if codes else {}, said


def _apart(entries, file, seen):
    """The rounds of a work file that stand in no other one, and what is said of those that do."""
    kept, said = {}, []
    for number in ROUNDS:
        id = KEY.format(number=number)
        entry = entries.get(id)
        sealed = seal(entry) if isinstance(entry, dict) else None
        if sealed in seen:
            told = f"Its codes of Round {number} stand in {arrived(seen[sealed])} with their very time, too"
            said.append(Said(file, 0, f"{told}: counted once."))
        elif entry is not None:
            kept[id] = entry
            seen |= {sealed: file} if sealed else {}
    return kept, said


def _of_folder(folder):
    found, said, came, seen = {}, [], {}, {}
    for path in files.in_folder(folder):
        if path.suffix.lower() not in (*TABLES, ".json"):
            said.append(Said(path.name, 0, "Passed over: it is neither a table (CSV) nor a work file."))
            continue
        try:
            more, told = _of_file(path, seen)
        except OSError as error:
            more, told = {}, [Said(path.name, 0, f"It could not be read ({error.strerror or error}).")]
        said += told
        for who, given in more.items():
            said += _added(found, came, who, given, path.name)
    return found, said


def _added(found, came, who, given, file):
    """Add a coder of a file, and give what is to be said of it. The same name with other codes for the same
    phrases is somebody else, for all that can be known; without a contradiction it is one coder."""
    before = found.setdefault(who, {})
    first = came.setdefault(who, file)
    if before and before == given:
        return [Said(file, 0, f"“{who}” has the same codes as in {arrived(first)}: counted once.")]
    if all(before.get(phrase, code) == code for phrase, code in given.items()):
        found[who] = before | given
        return []
    found[f"{who} ({arrived(file)})"] = given
    return [Said(file, 0, f"“{who}” has other codes in {arrived(first)}: counted as two coders.")]


def _known(found, said):
    """Codes of the lesson's phrases; where a table has none of those, of its own."""
    given = {who: {_spelt(one): code for one, code in codes.items()} for who, codes in found.items()}
    phrases = dict.fromkeys(one for codes in given.values() for one in codes)
    own, told = not any(one in by_id() for one in phrases), list(said)
    if not own:
        strange = [one for one in phrases if one not in by_id()]
        told += [Said("phrases", 0, f"Not of this lesson, left out: {_some(strange)}.")] if strange else []
        given = {who: _of(codes, by_id()) for who, codes in given.items()}
    given = {who: kept for who, codes in given.items() if (kept := without_skips(codes))}
    if len(given) > MOST:
        told.append(Said("coders", 0, f"Here are {len(given)} coders; the first {MOST} were taken."))
    return Codes(dict(list(given.items())[:MOST]), tuple(told), own)


@cache
def _spellings():
    """How a phrase of the lesson can be written: {spelling: its id}."""
    found = {}
    for item in by_id().values():
        found |= {_letters(one): item.id for one in (item.id, item.id.replace("-0", "-"), item.phrase)}
    return found


def _spelt(phrase):
    """A phrase's id as the lesson writes it, of an id or of the words of the phrase.

    >>> _spelt("R1 – 7"), _spelt("x"), _spelt("counted 33 rockets")
    ('r1-07', 'x', 'r1-08')
    """
    return _spellings().get(_letters(phrase), phrase)


def _letters(text):
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _some(names):
    return ", ".join(names[:8]) + (f" and {len(names) - 8:,} more" if len(names) > 8 else "")


def _of(codes, phrases):
    """The codes of these phrases."""
    return {phrase: code for phrase, code in codes.items() if phrase in phrases}
