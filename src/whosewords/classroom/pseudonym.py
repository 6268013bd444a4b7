"""Under which made-up name somebody works: the one in use, and taking another.

One file says who sits at this computer now. A lesson keeps the name that it began with; where somebody else
has sat down since, it asks before it reads or writes an answer.
"""

import re
import time
import tomllib
import unicodedata

from .. import files
from ..problems import Problem, arrived
from ..session import home, session

NAME = re.compile(r"[^\W_](?:[\w-]{0,22}[^\W_])?")  # letters and digits of any script, hyphens inside
TRIES = 10  # at reading the name
SETTINGS = "settings.toml"  # beside start.py
WHO = (
    "Several people use this computer, so first say who you are. In an empty line (the + button makes one) "
    'write my_work("blue-7"), with a made-up name and not your real one, and run it.'
)


def taken():
    """The pseudonym of whoever sat down last at this computer, in any lesson; "" for somebody without one."""
    for _ in range(TRIES):
        try:
            kept = (home() / "name.txt").read_text(encoding="utf-8").strip()
            return kept if NAME.fullmatch(kept) else ""
        except PermissionError:  # on Windows while another program writes it
            time.sleep(0.02)
        except (OSError, UnicodeDecodeError):
            break
    return ""


def name():
    """The pseudonym in use here, "" where none was chosen. A notebook keeps the one it began with."""
    here = session()
    if here.name is None:
        here.name = here.seen = taken()
    return here.name


def shared():
    """Whether several people use this computer, as the file of settings says; False where there is none."""
    path = files.CHECKOUT / SETTINGS
    if not files.IN_CHECKOUT or not path.is_file():
        return False
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig")).get("shared", False)
    except (OSError, ValueError):
        said = None
    if isinstance(said, bool):
        return said
    raise Problem(
        f"The file {SETTINGS} beside start.py cannot be read. Write one line in it: shared = true where "
        "several people use this computer, else shared = false."
    )


def nobody_yet():
    """Whether somebody has to say who they are before they answer."""
    return not name() and shared()


def ask_who():
    """Raises `Problem` where somebody else sat down since this notebook began: answers of two people never
    end up in one file."""
    mine, now, here = name(), taken(), session()
    if now in (mine, here.seen):
        return
    raise Problem(
        f"This lesson was opened by {_called(mine)}, and now {_called(now)} works at this computer. Who are "
        f"you? Write my_work({_typed(now)}) or my_work({_typed(mine)}) and run it. Then run the lines of "
        "this lesson again, from the top."
    )


def sit_down(pseudonym):
    """Work under a pseudonym from now on, in this notebook and in those opened later; "" for none.

    Raises `CannotSave` where only this notebook can know it; it is in use here all the same.
    """
    chosen = unicodedata.normalize("NFC", arrived(pseudonym)).strip().casefold()
    if chosen and not NAME.fullmatch(chosen):
        raise Problem(
            f"“{arrived(pseudonym)}” cannot be a name here. Take a made-up name of at most 24 letters, "
            'digits and hyphens, such as "blue-7". Do not use your real name.'
        )
    here, before = session(), name()
    here.name, here.seen = chosen, taken()
    if chosen != before:
        for put_away in here.leaving:
            put_away()
    files.write(home() / "name.txt", chosen + "\n")
    here.seen = chosen


def _called(who):
    return f"“{who}”" if who else "somebody without a name"


def _typed(who):
    return f'"{who}"'
