"""Under which made-up name somebody works: the one in use, and taking another."""

import re
import unicodedata

from .. import files
from ..problems import Problem, arrived
from ..session import home, session

NAME = re.compile(r"[^\W_](?:[\w-]{0,22}[^\W_])?")  # letters and digits of any script, hyphens inside


def name():
    """The pseudonym in use, "" where none was chosen. A notebook keeps the one it began with."""
    here = session()
    if here.name is None:
        try:
            kept = (home() / "name.txt").read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            kept = ""
        here.name = kept if NAME.fullmatch(kept) else ""
    return here.name


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
    session().name = chosen
    files.write(home() / "name.txt", chosen + "\n")
