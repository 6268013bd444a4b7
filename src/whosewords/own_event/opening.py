"""Opening an event of one's own, or somebody else's to read: `new_event("pier")`."""

import secrets
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path

from .. import files
from ..classroom.pseudonym import ask_who, name
from ..problems import Blank, Problem, arrived, is_blank
from ..session import home, session
from ..shelf import open_event, own_texts
from ..shelf.event_folder import Folder, copied, delete_made, is_event
from ..shelf.event_zip import contents, unpacked
from .event import Event

OTHERS = "events_of_others"
MOST_OTHERS = 999


def events_home():
    """The folder that holds the events of whoever sits here."""
    return home() / (f"events_{name()}" if name() else "events")


def event_names():
    """The names of the events of whoever sits here."""
    try:
        return sorted(path.name for path in events_home().iterdir() if is_event(path))
    except OSError:
        return []


def new_event(event=None, *, copy=None):
    """Open an event of your own, or begin one: new_event("pier"). It is saved as you go, and can be left and
    opened again at any point.

    event: a short name of letters, digits and _; or the path of somebody's folder or zip, such as
    new_event("dam.zip"), which is opened to be read and not changed. copy: a short name under which a copy of
    it becomes an event of your own. Without anything it opens your only event, or names those that you have.
    """
    ask_who()
    if event is None:
        return opened(_only_one())
    if is_blank(event):
        raise Blank(
            "Fill the blank: write a short name of your event in place of ____ and run the line again."
        )
    found = _somebodys(event)
    if copy is not None:
        return opened(_copy(found or _mine(event), copy))
    return opened(found or _mine(event, begin=True))


def opened(folder):
    """An event as it is open from now on."""
    session().leaving[:] = [each for each in session().leaving if each is not open_event.close]
    session().leaving.append(open_event.close)
    return Event(open_event.open_folder(folder))


def _only_one():
    there = event_names()
    if len(there) != 1:
        told = f"You have: {', '.join(there)}." if there else "You have none yet."
        raise Problem(f'new_event() needs a name, such as new_event("pier"). {told}')
    return Folder(events_home() / there[0])


def event_name(given):
    """The name of an event as it is kept. Raises `Problem`."""
    named = own_texts.as_name(given)
    if named in own_texts.RESERVED:
        raise Problem(f"“{named}” can be no name of a folder on every computer. Choose another one.")
    return named


def _mine(event, begin=False):
    folder = Folder(events_home() / event_name(event))
    if not is_event(folder.path):
        if not begin:
            raise Problem(f"You have no event called “{arrived(event)}”. {_there()}")
        folder.begin(name())
    return folder


def _there():
    return f"You have: {', '.join(event_names()) or 'none yet'}."


def _somebodys(event):
    """The folder of somebody else that was meant; None where the name of one's own was."""
    if isinstance(event, Path) or _is_path(event):
        path = files.meant(event)
        if path.is_dir() and path.parent.resolve() == events_home().resolve() and is_event(path):
            return Folder(path)
        if path.suffix.casefold() == ".zip":
            return _of_zip(path)
        if not path.is_dir():
            raise Problem(
                f"There is no folder “{arrived(event)}”. Look in the file list on the left for its name."
            )
        if not is_event(path):
            inside = [each for each in _folders(path) if is_event(each)]
            if len(inside) != 1:
                raise Problem(
                    f"“{path.name}” is no event of this module: there is no file event.csv in it. Give the "
                    "folder that was handed to you, or its zip."
                )
            path = inside[0]
        return Folder(path, may_write=False)
    return None


def _is_path(event):
    return isinstance(event, str) and bool(set(event) & set("/\\.~"))


def _folders(path):
    with suppress(OSError):
        return [each for each in sorted(path.iterdir())[:200] if each.is_dir() and not each.is_symlink()]
    return []


def _of_zip(path):
    """A zip as a folder among the events of others, opened to be read; the same zip is unpacked once."""
    found, told = contents(path, path.name)
    stem = "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in path.stem)[:40].strip("_-")
    home_of_others = home() / OTHERS
    for number in range(1, MOST_OTHERS):
        target = home_of_others / (f"{stem or 'event'}_{number}" if number > 1 else stem or "event")
        if not target.exists():
            break
        if _same(target, found):
            return _read_only(target, told)
    else:
        raise Problem(f"Too many events of others lie in {home_of_others}. Delete some of them.")
    files.make(home_of_others)
    making = Path(tempfile.mkdtemp(dir=home_of_others, prefix=".new_"))
    try:
        _, more = unpacked(found, making)
        making.rename(target)
    except (OSError, Problem) as fault:
        delete_made(making)
        raise (
            fault
            if isinstance(fault, Problem)
            else Problem(f"“{path.name}” could not be unpacked ({fault.strerror or fault}).")
        ) from None
    return _read_only(target, [*told, *more])


def _same(target, found):
    with suppress(OSError):
        return all((target / place).read_bytes() == content for place, content in found.items())
    return False


def _read_only(path, told):
    folder = Folder(path, may_write=False)
    folder.notes += told
    return folder


def _origin(source):
    """What tells an event from another one: the id that it may have, else its name and a sum of what it says
    it is."""
    if known := source.said("event", "id"):
        return known
    try:
        return f"{source.name} {zlib.crc32(source.file('event').read_bytes()):08x}"
    except OSError:
        return source.name


def _copy(source, name_of_copy):
    target = Folder(events_home() / event_name(name_of_copy))
    if is_event(target.path) and target.said("event", "copied_from") == _origin(source):
        return target  # the line was run before: what was noted since stays
    if target.path.exists():
        raise Problem(f"You have an event called “{target.name}” already. Choose another name for the copy.")
    open_event.close()
    copied(source, target)
    by = source.said("event", "made_by") or "somebody"
    target.say("event", copy_of=by, copied_from=_origin(source), made_by=name(), id=secrets.token_hex(6))
    return target
