"""Another event for a class: saved pages become an event of the teacher's own, with drafts of all that a
lesson needs; what of it students get is made anew each time, in blocks where no right to more is noted."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from .. import files
from ..classroom.own_text import Adding
from ..measures.names import places_of_words
from ..own_event import voices
from ..own_event.brief import too_long_quotes
from ..own_event.opening import event_name, events_home, opened
from ..own_event.steps import STEPS
from ..problems import Problem, arrived
from ..readability import is_english
from ..session import nobody
from ..shelf import open_event, own_texts
from ..shelf.catalogue import shelved
from ..shelf.event_folder import Folder, is_event
from ..shelf.event_tables import MOST_TEXTS
from ..shelf.event_zip import zipped
from ..shelf.importing import TEXT_FILES
from ..shelf.sealed import sealed
from ..voices.by_hand import begins
from ..words import read
from . import event_keys
from .event_lesson import KEYS, Lesson, drafted
from .event_lesson import LESSON as SOURCE
from .event_names import drafted_names
from .masking import masked, whole_sentences

FEWEST = 2  # texts
LESSON, HAND_OUT, NEXT = "lesson", "hand_out", "read_me_first.txt"
HANDED = ("texts", "matrix", "names")  # tables that students get as they are
WHY = "why a text may be handed out in full, such as “our own text” or “CC BY 4.0”"
BY_HAND = ("texts", "matrix", "licence", "voices", "names")  # steps of an event that a lesson needs


def write(name, pages=(), in_full=()):
    """Make or go on with the event `name`: sentences that say what was made, and what is for its teacher.

    pages: files and folders. in_full: pairs of (short name of a text, why it may be handed out in full). What
    its teacher corrected stays, however often it is called. Raises `Problem`, and then adds no page.
    """
    short = event_name(name)
    event_name(f"my_{short}")
    folder = Folder(events_home() / short)
    there = is_event(folder.path)
    if not there and not pages:
        raise Problem(
            f"There is no event called “{short}” yet. Give its pages, two to {MOST_TEXTS} files or a folder: "
            f"python3 start.py event {short} page_1.html page_2.html"
        )
    new = _read(pages, len(folder.rows("texts")) if there else 0)
    folder.begin()
    event = opened(folder)
    for adding in new:
        event.take(adding.put().text.name)
    for text, why in in_full:
        event.put("texts", text=text, in_full=why)
    _draft(event)
    drafted(folder.path / LESSON)
    return _handed_out(event)


# ---- pages


def _read(pages, already):
    """The pages as texts to be added. Raises `Problem` that names every page that cannot be one."""
    found, wrong = [], []
    for path in dict.fromkeys(each for page in pages for each in _files(page)):
        try:
            adding = _one(path)
        except Problem as problem:
            wrong.append(f"“{path.name}”: {problem}")
            continue
        if not any(adding.text.same_source(other.text) for other in found):
            found.append(adding)
    if wrong:
        raise Problem("Nothing was added.\n" + "\n".join(wrong))
    new = [adding for adding in found if not adding.on_shelf]
    if len(found) + already < FEWEST:
        raise Problem(
            f"A lesson compares: it needs {FEWEST} texts or more, and {len(found) + already} arrived."
        )
    if len(new) + already > MOST_TEXTS:
        raise Problem(
            f"An event has {MOST_TEXTS} texts at most, and {len(new) + already} would be in it. Choose."
        )
    _call(new)
    return found


def _files(page):
    path = files.meant(page)
    if path.is_dir():
        inside = [each for each in files.in_folder(path) if each.suffix and each.suffix.lower() in TEXT_FILES]
        if not inside:
            raise Problem(f"There is no page and no text in the folder “{path.name}”.")
        return inside
    if not path.exists():
        raise Problem(f"There is no file or folder “{arrived(page)}”. Check the spelling.")
    return [path]


def _one(path):
    adding = Adding().read(path)
    if adding.edition:
        raise Problem(f"this is “{adding.edition}”, which is here already. Take another page.")
    if not is_english(shelved(adding.text)):
        raise Problem("it does not look English, and such a lesson counts English words. Take another page.")
    return adding


def _call(new):
    """Give new texts short names made of the names of their files."""
    taken = set()
    for adding in new:
        stem = "_".join(re.findall(r"[^\W_]+", Path(adding.text.source).stem.casefold()))
        stem = re.sub(r"^[\d_]+", "", stem)[:24].strip("_")
        wanted = own_texts.free(stem or own_texts.name_for(adding.text.facts.get("headline") or "text"))
        number = 1
        while wanted in taken or own_texts.is_taken(wanted):
            number += 1
            wanted = f"{stem or 'text'}_{number}"
        taken.add(wanted)
        adding.call(wanted)


# ---- drafts


def _draft(event):
    """Note what pages say of themselves and what rules propose, wherever nothing is noted yet."""
    if not event.said("event", "title"):
        event.tell(title=event.name.replace("_", " ").capitalize())
    for name in event.names:
        posted = event.row("texts", text=name)["posted"]
        event.put("texts", text=name, posted=_in_words(posted))
        if not event.rows("matrix", text=name):
            event.put("matrix", event=event.title, text=name, role="main")
    if not event.rows("names"):
        event.put_all("names", drafted_names(event.articles))
    _draft_precis(event)


def _in_words(day):
    """A day as a table of dates is read: “4 June 2025” for “2025-06-04”; anything else as it is."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{found.day} {found:%B %Y}"


def _draft_precis(event):
    """A row for each paragraph that will be in blocks; a précis follows its paragraph where numbers moved."""
    known = {(row["text"], row["begins"]): row["precis"] for row in event.rows("precis")}
    rows = []
    for article in event.articles:
        free = event.row("texts", text=article.id)["in_full"]
        for one in article.paragraphs:
            start = begins(one.words)
            told = known.pop((article.id, start), "")
            if one.words and one.voice != "B" and (told or not free):
                rows.append(
                    {"text": event.opened.there(article.id), "paragraph": str(one.number), "begins": start,
                     "precis": told}
                )  # fmt: skip
    event.folder.change("precis", lambda _: rows)


# ---- what students get


def _handed_out(event):
    """Make the zip and the notebook for students, and say what is done and what is for the teacher."""
    path = event.folder.path / LESSON
    full = event_keys.filled(event)
    with TemporaryDirectory() as place:
        target = Folder(Path(place) / event.name)
        whole = _laid_out(event, target)
        with nobody():
            lesson = Lesson(event.name, path, opened(Folder(target.path, may_write=False)), full)
            open_event.close()
        target.put("questions", *lesson.rows)
        notebook = lesson.notebook()
        _refuse_long_quotes(event, [*lesson.said(), *_precis_of(event)])
        files.write(path / HAND_OUT / f"{event.name}.ipynb", notebook)
        with files.whole(path / HAND_OUT / f"{event.name}.zip") as file:
            file.write(zipped(target))
    told = _told(event, path, lesson, whole)
    files.write(path / NEXT, "\n".join(told) + "\n")
    return told


def _laid_out(event, target):
    """Lay the event out as students get it; {text: sentences of it that can be read whole in its blocks}."""
    said = {what: event.said("event", what) for what in ("format", "version", "title", "date", "place", "id")}
    target.say("event", **said)
    there, whole = event.opened.there, {}
    for article in event.articles:
        text, listed = _as_handed_out(event, article, own_texts.get(article.id))
        target.keep_text(replace(text, name=there(article.id)))
        whole[article.id] = whole_sentences(listed) if text.sealed else 0
        target.put("voices", *_voices(event, article, listed, there(article.id)))
    for table in HANDED:
        rows = [row | ({"text": there(row["text"])} if row.get("text") else {}) for row in event.rows(table)]
        target.put(table, *rows)
    return whole


def _as_handed_out(event, article, text):
    """A text as students get it, without what was dropped of its page, and its words as they get them."""
    parts = text.paragraphs
    bare = {"source": "", "notes": (), "proposed": ()}
    if event.row("texts", text=article.id)["in_full"]:
        return replace(text, parts=parts, **bare), article.words
    listed = read("\n\n".join(part.text for part in parts))
    try:
        edition = sealed(listed, made := masked(listed, _needed(event, article)))
    except Problem as problem:
        raise Problem(f"“{article.id}”: {problem}") from None
    told = {row["paragraph"]: row["precis"] for row in event.rows("precis", text=article.id)}
    parts = tuple(
        replace(part, text=edition.lines.get(number, part.text), precis=told.get(str(number), ""))
        for number, part in enumerate(parts, 1)
    )
    return replace(text, parts=parts, sealed=edition, **bare), made


def _needed(event, article):
    """The numbers of the words that a table of names is about: they stay legible."""
    found = set()
    for row in event.rows("names", text=article.id):
        size = len(read(row["words"])) if row["words"] else 0
        for start in places_of_words(article, row["words"]) if size else ():
            found.update(range(start, start + size))
    return found


def _voices(event, article, listed, name):
    """Rows for all stretches that are in another voice than their paragraph: the rule's draft, and what the
    teacher corrected of it. How they begin is told in the words that students can read."""
    own, firsts = {one.number: one.voice for one in article.paragraphs}, {}
    for i, word in enumerate(article.words):
        firsts.setdefault(word.paragraph, i)
    for one in voices.stretches(event, article.id):
        if one.voice != own[one.paragraph] or one.state != voices.DRAFT:
            start = firsts[one.paragraph]
            words = listed[start + one.first - 1 : start + one.last]
            yield {"text": name, "paragraph": one.paragraph, "first": one.first, "last": one.last,
                   "voice": one.voice, "speaker": one.speaker, "begins": begins(words)}  # fmt: skip


def _precis_of(event):
    return [(f"The précis of {row['text']} ¶{row['paragraph']}", row["precis"])
            for row in event.rows("precis")]  # fmt: skip


def _refuse_long_quotes(event, said):
    found = [f"{where}: “{run} …” ({name})" for where, run, name in too_long_quotes(event, said)]
    if found:
        raise Problem(
            "Nothing was made for students: more than six words in a row of a text that is in blocks stand in "
            "what they would get. Say it in your own words.\n" + "\n".join(found)
        )


# ---- what is told


def _told(event, path, lesson, whole):
    """What was made, and what is for the teacher, in order, as lines."""
    free = [name for name in event.names if event.row("texts", text=name)["in_full"]]
    blocks = [name for name in event.names if name not in free]
    yours = list(_yours(event, lesson, blocks))
    return [
        f"“{event.title}”: {len(event.names)} texts ({', '.join(event.names)}).",
        "",
        f"For students, in {path / HAND_OUT}:",
        f"  {event.name}.ipynb  the lesson, {len(lesson.rows)} questions",
        f"  {event.name}.zip    the event: in blocks {', '.join(blocks) or 'nothing'}; "
        f"in full {', '.join(free) or 'nothing'}",
        *(f"  In {name}, {number} sentence{'s' * (number != 1)} of loaded words alone can be read: look at it."
          for name, number in whole.items() if number),
        "",
        "For you, in this order:" if yours else "Nothing is left to do. Look at the lesson once as a student.",
        *(f"  {number}. {line}" for number, line in enumerate(yours, 1)),
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
            yield f'new_event("{event.name}"), step {number}, {step.name.lower()}: {"; ".join(wanted)}.'
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
        yield f"{KEYS}: no count decides question {', '.join(lesson.without_key)}, left out until you write it."
    if lesson.no_samples:
        yield f"{KEYS}: sample answers to question {', '.join(lesson.no_samples)}."
    if "*For the teacher to write" in lesson.source:
        yield f"{SOURCE}: two sentences on what happened, in place of “For the teacher to write”."
