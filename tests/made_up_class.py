"""A made-up class of 28 for tests and for trying: `python tests/made_up_class.py FOLDER` writes their work
files.

Nobody in it is real: names are colours with numbers, and answers are drawn from the real exercises by chance.
Five files are broken, each in its own way, three come from phones, and some lie in the zip of a learning
platform, twice, or under one name with another's.
"""

import io
import json
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from whosewords.classroom.answers import judge
from whosewords.classroom.asking import RIGHT
from whosewords.classroom.exercises import key, lessons
from whosewords.classroom.exit_ticket import WORDS
from whosewords.classroom.kinds import kind_of
from whosewords.classroom.work_format import FORMAT, VERSION, as_text

COLOURS = (
    "amber", "black", "blue", "brown", "green", "grey", "indigo", "ivory", "lilac", "olive", "orange",
    "pink", "purple", "red", "silver", "teal", "violet", "white", "yellow", "türkis",
)  # fmt: skip
PHONES = ("amber-1", "black-2", "blue-3")
CYNICAL = (
    "I think they all lie, each in its own way.",
    "In the end there is no truth, just opinions.",
    "You can't trust any of them, the media always lie.",
)
PLAIN = (
    "The two texts are about one strike, and I read both in English, so I can compare the nouns.",
    "It says who was hit and who says so, but not how many there were. I would look it up.",
    "I do not think that they all lie: the number can be checked, and it was right.",
    "The word judges. Without it the sentence says the same, and everybody could agree to it.",
    "Not held constant: the year and the writer. So I would not say that the outlet is the reason.",
    '=HYPERLINK("x") is what I typed first; then: the proof stands in the fourth paragraph.',
    "<b>bold</b> & “quoted”: the headline tells more than the text does.",
)
FIRST_DAY = datetime(2025, 11, 3, 8, 0, tzinfo=UTC)


def names(count):
    """Made-up names: a colour with a number, none twice.

    >>> list(names(2))
    ['amber-1', 'black-2']
    """
    return [f"{COLOURS[n % len(COLOURS)]}-{n + 1}" for n in range(count)]


def document(name, entries):
    """A work file as the module writes it."""
    return {"format": FORMAT, "version": VERSION, "name": name, "entries": entries}


def work_of(name, seed=0, done=7, phone=False):
    """A made-up student's work in the first lessons, `done` of them, as entries by id."""
    chance, entries = Random(f"{seed} {name}"), {}
    able = chance.uniform(0.35, 0.95)
    for lesson in list(lessons().values())[:done]:
        at = FIRST_DAY + timedelta(days=lesson.number, minutes=chance.uniform(0, 4))
        for one in (*lesson.guesses, *lesson.exercises):
            at += timedelta(minutes=chance.uniform(0.3, 3))
            if chance.random() < {"core": 0.95, "stretch": 0.4, "research": 0.08}[one.tier]:
                entries[one.id] = {**entry_of(one, chance, able), "at": stamp(at, phone)}
        at += timedelta(minutes=1)
        entries[f"{lesson.number}.exit"] = {
            "kind": "exit ticket", "confidence": chance.randint(1, 5), "word": chance.choice(WORDS),
            "at": stamp(at, phone),
        }  # fmt: skip
    return entries


def stamp(at, phone=False):
    """A time as a notebook writes it, or as a page does, which knows thousandths."""
    text = at.isoformat(timespec="milliseconds" if phone else "microseconds")
    return text.replace("+00:00", "000+00:00") if phone else text


def entry_of(one, chance, able):
    """What somebody answers who is right with the chance `able`, harder where there is more to choose."""
    if kind_of(one).is_open:
        return {"kind": "text", "value": words(one, chance, able), "finished": True}
    if one.guess:
        return {"kind": "guess", "value": some(one, chance), "seen": True}
    known, given = key(one.id), []
    while len(given) < 3 and not (given and judge(one, known, given[-1]).result == RIGHT):
        right = chance.random() < able - 0.25 * (len(one.items) > 2) - 0.3 * (hash_of(one.id) % 3 == 0)
        given.append(right_answer(one) if right else some(one, chance))
        if chance.random() < 0.2:
            break
    results = [judge(one, known, value).result for value in given]
    return {"kind": "answer", "tries": given, "result": RIGHT if RIGHT in results else results[-1]}


def hash_of(id):
    return sum(map(ord, id))  # Python's own differs from run to run


def words(one, chance, able):
    known = key(one.id)
    if chance.random() < 0.05:
        return chance.choice(CYNICAL)
    if chance.random() < 0.5:
        return (known.good if chance.random() < able else known.middling) or PLAIN[0]
    return " ".join(chance.sample(PLAIN, 2))


def right_answer(one):
    answer = key(one.id).answer
    return kind_of(one).understand(one, answer)


def some(one, chance):
    """Any answer; of options, the earlier ones more often."""
    options = [option.id for option in one.options]
    weights = [2 + len(options) - n for n in range(len(options))]
    if one.items:
        return {item.id: chance.choices(options, weights)[0] for item in one.items}
    if one.kind == "several":
        return [option for option in options if chance.random() < 0.5] or options[:1]
    if one.kind == "order":
        return chance.sample(options, len(options))
    if one.kind == "number":
        return chance.randint(int(max(one.least, 0)), int(min(one.most, 20)))
    return chance.choices(options, weights)[0]


def zipped(made):
    """A zip, as bytes. made: {name: bytes}."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in made.items():
            archive.writestr(name, raw)
    return packed.getvalue()


def raw_of(name, entries):
    return as_text(document(name, entries)).encode()


def class_files(seed=0):
    """A whole class as {path in the folder: bytes}: 28 students, and what else lies in such a folder."""
    people = names(28)
    work = {name: work_of(name, seed, done=3 + n % 5, phone=name in PHONES) for n, name in enumerate(people)}
    raw = {name: raw_of(name, entries) for name, entries in work.items()}
    broken, whole = people[-5:], people[:-5]
    moodle, teams, loose = whole[3:13], whole[13:17], [*whole[:3], *whole[17:]]
    made = {f"my_work_{name}.json": raw[name] for name in loose}
    made |= {f"Teams/{name.title()}/Version 1/my_work_{name}.json": raw[name] for name in teams}
    noise = {"__MACOSX/._my_work.json": b"\0\5\26\7", "Thumbs.db": b"\xd0\xcf\x11\xe0"}
    inside = {f"{_platform(name, n)}my_work_{name}.json": raw[name] for n, name in enumerate(moodle)}
    made["class 9b assignment.zip"] = zipped(inside | noise)
    return made | _broken(broken, raw, work) | _extras(whole, raw, work)


def _platform(name, number):
    """The folder in which Moodle keeps a hand-in."""
    return f"{name.replace('-', ' ').title()}_{10230 + number}_assignsubmission_file_/"


def _broken(five, raw, work):
    """Five files, each broken in its own way: cut off, cut off at once, overwritten in the middle, of a newer
    version, full of nonsense."""
    cut, stump, scratched, newer, insane = five
    middle = len(raw[scratched]) // 2
    strange = {
        "1.3": {"kind": "answer", "tries": "trt and neo", "at": "yesterday"}, "1.4": ["soleimani"],
        "1.p2": {"kind": "guess", "value": 10**400, "at": "9999-12-31T23:59:59.999999+00:00"}, "1.9": None,
        "99.1": {"at": 5},
        "3.1": {"kind": "answer", "tries": [{"trt 5": "nobody"}, None, 7], "at": ""},
    }  # fmt: skip
    later = {**document(newer, work[newer]), "version": 2, "texts": {}, "seals": [1]}
    return {
        f"my_work_{cut}.json": raw[cut][: len(raw[cut]) * 7 // 10],
        f"my_work_{stump}.json": raw[stump][:40],
        f"my_work_{scratched}.json": raw[scratched][:middle] + b"\0\xff" * 40 + raw[scratched][middle + 80 :],
        f"my_work_{newer}.json": json.dumps(later).encode(),
        f"my_work_{insane}.json": json.dumps(document(insane, {**work[insane], **strange})).encode(),
    }


def _extras(whole, raw, work):
    """What else lies there: the same twice, an older copy, the state before, one without a name that is a
    copy, one that took in two others, two of one name, and what is no work file."""
    first, second, third, fourth, *_ = whole
    older = dict(list(work[second].items())[:20])
    same_name = work_of(f"another {fourth}", seed=99, done=4)
    return {
        f"my_work_{first} (1).json": raw[first],
        f"before the holidays/my_work_{second}.json": raw_of(second, older),
        f"my_work_{third}.json.bak": raw_of(third, dict(list(work[third].items())[:-1])),
        "my_work.json": raw_of("", work[third]),
        "my_work_mixed-1.json": raw_of("mixed-1", {**work[whole[4]], **work[whole[5]]}),
        f"late/my_work_{fourth}.json": raw_of(fourth, same_name),
        "IMG_2041.jpg": b"\xff\xd8\xff\xe0" + b"\0" * 50,
        "my answers.docx": zipped({"word/document.xml": b"<w/>"}),
        "01_line_them_up.ipynb": b'{"cells": [], "metadata": {}, "nbformat": 4}', "my_work_pink-99.json": b"",
        "desktop.ini": b"[x]",
    }  # fmt: skip


def write(folder, made):
    """Write files into a folder. made: {path: bytes}."""
    for path, raw in made.items():
        target = Path(folder) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)


def cuts(raw, seed, count=20):
    """The bytes of a file, cut off at places that chance gives."""
    chance = Random(seed)
    return [raw[: chance.randrange(len(raw))] for _ in range(count)]


def scratches(raw, seed, count=20):
    """The bytes of a file with some overwritten, left out or doubled at places that chance gives."""
    chance = Random(seed)
    for _ in range(count):
        start = chance.randrange(len(raw))
        end = start + chance.choice((1, 3, 40, 400))
        new = chance.choice(
            (b"", bytes(chance.randrange(256) for _ in range(9)), raw[start:end] * 2, b'{"', b"\\")
        )
        yield raw[:start] + new + raw[end:]


if __name__ == "__main__":
    write(sys.argv[1], class_files())
    print(f"A made-up class of 28 is in {sys.argv[1]}.")
