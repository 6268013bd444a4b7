"""Saved pages as texts of an event: read all before any is added, and named by their files."""

import re
from pathlib import Path

from .. import files
from ..classroom.own_text import Adding
from ..problems import Problem, arrived
from ..readability import is_english
from ..shelf import own_texts
from ..shelf.catalogue import shelved
from ..shelf.event_tables import MOST_TEXTS
from ..shelf.importing import TEXT_FILES

FEWEST = 2  # texts


def read_pages(pages, known):
    """The pages as texts to be added to those that are known, by their short names. Raises `Problem`, which
    names every page that cannot be one."""
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
    new = [adding for adding in found if not (adding.on_shelf and adding.text.name in known)]
    many = len(new) + len(known)
    if many < FEWEST:
        raise Problem(f"A lesson compares: it needs {FEWEST} texts or more, and here is {many}.")
    if many > MOST_TEXTS:
        raise Problem(f"An event has {MOST_TEXTS} texts at most, and {many} would be in it. Choose.")
    _call([adding for adding in new if not adding.on_shelf])
    return new


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
